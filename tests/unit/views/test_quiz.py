"""What the quiz says."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.verdict import Change, DisputedAnswer, Reason, Result, judge
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import RolesFile, SourcesFile
from mlroles.views.quiz import MOST_REASONS, questions_view, view

TITLES = {"baker": "Baker", "cook": "Cook", "waiter": "Waiter"}


def _catalogue(*roles: str) -> Catalogue:
    sources = {
        "schema_version": 1,
        "sources": [],
        "claims": [
            {"id": claim, "source": "book", "section": "one", "kind": "focus", "text": claim}
            for claim in ("book-1", "book-2")
        ],
        "disputes": [
            {
                "id": "salt",
                "about": "How much salt?",
                "sides": [{"says": "more", "claims": ["book-2"]}],
                "reading": "less",
                "reason": "taste",
            }
        ],
    }
    file = {
        "schema_version": 1,
        "title": "A kitchen",
        "skill_scale": ["no", "yes"],
        "roles": [
            {
                "id": role,
                "title": f"Master {TITLES[role]}",
                "short_title": TITLES[role],
                "letter": role[0].upper(),
                "summary": {"id": f"{role}-summary", "text": role, "claims": ["book-1"]},
            }
            for role in roles
        ],
    }
    return Catalogue(
        Path("kitchen"),
        SourcesFile.model_validate_json(json.dumps(sources)),
        RolesFile.model_validate_json(json.dumps(file)),
    )


def _questionnaire(**points: dict[str, dict[str, float]]) -> Questionnaire:
    """Return a questionnaire: question -> answer -> role -> points; "tools" takes several."""
    questions = [
        {
            "id": question,
            "text": f"Which {question}?",
            "why": f"{question.title()} tell.",
            "pick": "several" if question == "tools" else "one",
            "answers": [
                {
                    "id": answer,
                    "text": f"I like {answer}",
                    "points": of_answer,
                    "claims": ["book-1", "book-2"] if answer == "shade" else ["book-1"],
                }
                for answer, of_answer in answers.items()
            ],
        }
        for question, answers in points.items()
    ]
    return Questionnaire.model_validate_json(
        json.dumps(
            {
                "schema_version": 1,
                "id": "kitchen",
                "title": "A kitchen",
                "basis": "The points are guesswork.",
                "undecided_ratio": 2,
                "questions": questions,
            }
        )
    )


def _points(baker: float, cook: float, waiter: float) -> dict[str, float]:
    return {"baker": baker, "cook": cook, "waiter": waiter}


@pytest.fixture
def catalogue() -> Catalogue:
    """Return three roles and a dispute about the second claim."""
    return _catalogue("baker", "cook", "waiter")


@pytest.fixture
def questionnaire() -> Questionnaire:
    """Return two questions with one answer and one with several."""
    return _questionnaire(
        heat={"oven": _points(0.8, -0.4, -0.4), "shade": _points(-0.8, 0.4, 0.4)},
        hours={"morning": _points(0.5, -0.5, 0), "evening": _points(-0.5, 0.5, 0)},
        tools={"whisk": _points(0.2, 0, -0.2), "pan": _points(-0.6, 1.2, -0.6)},
    )


Say = Callable[[Answers], str]


@pytest.fixture
def say(catalogue: Catalogue, questionnaire: Questionnaire) -> Say:
    """Return what turns answers into the text of the screen."""

    def say(answers: Answers) -> str:
        result = judge(questionnaire, catalogue, answers)
        return to_plain(view(result, questionnaire, catalogue))

    return say


def test_the_whole_screen(say: Say) -> None:
    """The verdict comes first, then shares, reasons, what would change it, and what is next."""
    assert say({"heat": ("oven",), "hours": ("evening",), "tools": ("whisk",)}) == (
        "Undecided between Baker and Cook.\n\n"
        "One role is named alone when its share is at least 2 times that of every other role. "
        "Otherwise the roles that come closer than that are named with it, and the answer is "
        "undecided between them.\n\n"
        "Baker: 50 percent\nCook: 33 percent\nWaiter: 17 percent\n\n"
        "From your answers to 3 of 3 questions.\n\n"
        "Why\n\n"
        "What moved the odds between Baker and Cook most, and by what factor:\n\n"
        "for: I like oven: Baker × 3.3\n"
        "against: I like evening: Cook × 2.7\n"
        "for: I like whisk: Baker × 1.2\n\n"
        "What would change it\n\n"
        "Without “I like oven”, the answer would be Cook.\n\n"
        "How sure is this\n\n"
        "The points are guesswork.\n\n"
        "Next: mlroles compare baker cook\n"
        "Next: mlroles show baker\n"
        "Next: mlroles quiz questions\n"
    )


def test_who_leads_clearly_is_named_alone(say: Say) -> None:
    """A clear leader is the verdict, without the rule, and is compared with the runner-up."""
    text = say({"heat": ("oven",), "hours": ("morning",)})
    assert text.startswith("You lean towards Baker.\n\nBaker: ")
    assert "Next: mlroles compare baker waiter\n" in text


def test_the_highest_share_stands_first(say: Say) -> None:
    """Shares stand from the highest to the lowest, whatever the catalogue's order."""
    assert "\n\nCook: 75 percent\nBaker: 13 percent\nWaiter: 12 percent\n\n" in say(
        {"tools": ("pan",)}
    )


def test_without_an_answer_there_is_no_verdict(say: Say) -> None:
    """Nothing answered gives no verdict, no reason and no change, and leads back to the quiz."""
    text = say({})
    assert text.startswith("No question was answered, so there is no verdict yet.")
    assert "From your answers to 0 of 3 questions." in text
    assert "Why" not in text
    assert "change" not in text
    assert "Next: mlroles quiz\n" in text


def test_few_answers_are_named_as_few(say: Say) -> None:
    """Less than half of the questions is little to go on."""
    assert "From your answers to 1 of 3 questions: little to go on." in say({"heat": ("oven",)})


def test_disputed_answers_are_named(say: Say) -> None:
    """An answer that rests on a disputed claim stands with what the dispute is about."""
    text = say({"heat": ("shade",)})
    assert "Answers on which the sources disagree\n\n- I like shade\n  How much salt?\n\n" in text
    assert "Next: mlroles sources --disputes\n" in text


def test_one_role_needs_no_reasons() -> None:
    """A catalogue of one role gets a verdict that no answer could change, and says no more."""
    catalogue = _catalogue("baker")
    questionnaire = _questionnaire(heat={"oven": {"baker": 0}, "shade": {"baker": 0}})
    result = judge(questionnaire, catalogue, {"heat": ("oven",)})
    text = to_plain(view(result, questionnaire, catalogue))
    assert text.startswith("You lean towards Baker.")
    assert "What would change it" not in text
    assert "Next: mlroles compare baker\n" in text


@pytest.fixture
def result(catalogue: Catalogue, questionnaire: Questionnaire) -> Result:
    """Return a result to alter."""
    return judge(questionnaire, catalogue, {"heat": ("oven",)})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (None, "No change to a single answer puts another role in the lead."),
        (
            Change("heat", ("oven",), ("shade",), ("cook",), 1),
            "With “I like shade” in place of “I like oven”, the answer would be Cook.",
        ),
        (
            Change("tools", ("whisk",), ("whisk", "pan"), ("cook",), 1),
            "With “I like pan” as well, the answer would be Cook.",
        ),
        (
            Change("heat", ("oven",), (), ("cook", "baker"), 1),
            "Without “I like oven”, it would be undecided between Cook and Baker, with Cook ahead.",
        ),
    ],
)
def test_every_change_has_its_sentence(
    result: Result,
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    change: Change | None,
    sentence: str,
) -> None:
    """Leaving out, replacing, adding and nothing at all are each told in words."""
    screen = view(replace(result, change=change), questionnaire, catalogue)
    assert f"What would change it\n\n{sentence}\n\n" in to_plain(screen)


def test_only_the_strongest_reasons_are_told(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """However many answers moved the odds, the screen tells the first few."""
    reason = Reason("heat", "oven", "baker", for_leader=True, factor=2)
    screen = view(replace(result, reasons=(reason,) * 9), questionnaire, catalogue)
    assert to_plain(screen).count("for: I like oven: Baker × 2.0") == MOST_REASONS


def test_every_dispute_of_an_answer_is_named(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """An answer with several disputes names each."""
    disputed = (DisputedAnswer("heat", "oven", ("salt", "salt")),)
    screen = view(replace(result, disputed=disputed), questionnaire, catalogue)
    assert "- I like oven\n  How much salt?\n  How much salt?" in to_plain(screen)


def test_the_questionnaire_is_listed(catalogue: Catalogue, questionnaire: Questionnaire) -> None:
    """Every answer stands with its id, signed points per role, claims and dispute."""
    text = to_plain(questions_view(questionnaire, catalogue))
    assert text.startswith("A kitchen\n\nThe points are guesswork.\n\n")
    assert (
        "1. Which heat?\n\nheat: Heat tell.\n\n"
        "Answer:\n- I like oven\n- oven\nB: +0.80\nC: −0.40\nW: −0.40\nClaims: book-1\n\n"
        "Answer:\n- I like shade (sources disagree)\n- shade\n"
        "B: −0.80\nC: +0.40\nW: +0.40\nClaims: book-1, book-2\n"
    ) in text
    assert "tools: Tools tell. Several answers may be chosen.\n" in text
    assert "the sources disagree: mlroles sources --disputes" in text


def test_an_undisputed_questionnaire_has_no_mark(catalogue: Catalogue) -> None:
    """Where no answer rests on a dispute, nothing is said of disputes."""
    points = {"oven": _points(1, -1, 0), "flame": _points(-1, 1, 0)}
    assert "disagree" not in to_plain(questions_view(_questionnaire(heat=points), catalogue))
