"""What the quiz says."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.verdict import Change, DisputedAnswer, Reason, Result, judge
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.views.quiz import MOST_REASONS, questions_view, view
from tests import kitchen as kitchens
from tests.kitchen import ROLES, Json, kitchen, points


def _questionnaire(**answers_of: dict[str, dict[str, float]]) -> Questionnaire:
    """Return a questionnaire: question -> answer -> role -> points; "tools" takes several."""
    questions = [
        {
            "id": question,
            "half": "likes",
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
        for question, answers in answers_of.items()
    ]
    return Questionnaire.model_validate_json(
        json.dumps(
            {
                "schema_version": 1,
                "id": "kitchen",
                "title": "A kitchen",
                "undecided_ratio": 2,
                "halves": [
                    {
                        "id": "likes",
                        "title": "What you like",
                        "basis": "The points are guesswork.",
                    }
                ],
                "questions": questions,
            }
        )
    )


@pytest.fixture
def catalogue() -> Catalogue:
    """Return three roles and a dispute about the second claim."""
    return kitchen(*ROLES)


@pytest.fixture
def questionnaire() -> Questionnaire:
    """Return two questions with one answer and one with several."""
    return _questionnaire(
        heat={"oven": points(0.8, -0.4, -0.4), "shade": points(-0.8, 0.4, 0.4)},
        hours={"morning": points(0.5, -0.5, 0), "evening": points(-0.5, 0.5, 0)},
        tools={"whisk": points(0.2, 0, -0.2), "pan": points(-0.6, 1.2, -0.6)},
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
        "What you like: The points are guesswork.\n\n"
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
    """An answer that rests on a disputed claim stands with the dispute."""
    text = say({"heat": ("shade",)})
    assert "Answers on which the sources disagree\n\n- I like shade (salt)\n\n" in text
    assert "Next: mlroles sources --disputes\n" in text


def test_one_role_needs_no_reasons() -> None:
    """A catalogue of one role gets a verdict that no answer could change, and says no more."""
    catalogue = kitchen("baker")
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
    reason = Reason("heat", ("oven",), "baker", for_leader=True, factor=2)
    screen = view(replace(result, reasons=(reason,) * 9), questionnaire, catalogue)
    assert to_plain(screen).count("for: I like oven: Baker × 2.0") == MOST_REASONS


def test_every_dispute_of_an_answer_is_named(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """An answer with several disputes names each."""
    disputed = (DisputedAnswer("heat", "oven", ("salt", "salt")),)
    screen = view(replace(result, disputed=disputed), questionnaire, catalogue)
    assert "- I like oven (salt, salt)\n" in to_plain(screen)


def test_the_questionnaire_is_listed(catalogue: Catalogue, questionnaire: Questionnaire) -> None:
    """Every answer stands with its id, signed points per role, claims and dispute."""
    text = to_plain(questions_view(questionnaire, catalogue))
    assert text.startswith("A kitchen\n\nAn answer's points are added to each role's sum; ")
    assert "\n\nWhat you like\n\nThe points are guesswork.\n\n1. Which heat?\n" in text
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
    heat = {"oven": points(1, -1, 0), "flame": points(-1, 1, 0)}
    assert "disagree" not in to_plain(questions_view(_questionnaire(heat=heat), catalogue))


def _screen(document: Json, catalogue: Catalogue, **answers: tuple[str, ...]) -> str:
    """Return the screen of these answers to a questionnaire of two halves."""
    questionnaire = kitchens.questionnaire(document)
    return to_plain(view(judge(questionnaire, catalogue, answers), questionnaire, catalogue))


def test_halves_that_agree_stand_side_by_side(catalogue: Catalogue) -> None:
    """Each half's shares stand in a table, and agreement needs no words."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("morning",), bread=("daily",))
    assert (
        "From your answers to 2 of 6 questions: little to go on.\n\n"
        "Baker\nWhat you like: 62 %\nWhat you do: 69 %\n\n"
        "Cook\nWhat you like: 19 %\nWhat you do: 17 %\n\n"
        "Waiter\nWhat you like: 19 %\nWhat you do: 14 %\n\n"
        "Why\n"
    ) in text
    assert "disagree" not in text


def test_halves_that_disagree_are_told_apart(catalogue: Catalogue) -> None:
    """Disagreement is named with what each half says, what it means, and what to do about it."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("morning",), shift=("late",))
    assert (
        "\n\nThe halves disagree. What you like: Baker; What you do: Cook and Waiter. "
        "Neither is wrong: one is where you would like to go, the other where you are. "
    ) in text
    assert "before you trust the sum above.\n" in text
    assert "Next: mlroles compare baker cook waiter\n" in text


def test_leaders_of_halves_that_disagree_are_compared(catalogue: Catalogue) -> None:
    """Where the sum names one role, the comparison still holds the leader of each half."""
    document = kitchens.two_halves()
    document["questions"][5]["answers"][1]["points"] = points(-0.2, -0.2, 0.4)
    document["questions"][1]["answers"][0]["points"] = points(2, 0, -2)
    document["undecided_ratio"] = 1
    text = _screen(document, catalogue, hours=("morning",), shift=("late",))
    assert text.startswith("You lean towards Baker.")
    assert "Next: mlroles compare baker waiter cook\n" in text


def test_one_half_stands_alone(catalogue: Catalogue) -> None:
    """A half without an answer is neither tabled nor judged."""
    text = _screen(kitchens.two_halves(), catalogue, heat=("oven",))
    assert "What you do" not in text
    assert "What you like: Guesswork.\n" in text


def test_a_measured_half_says_how_sure_it_is(catalogue: Catalogue) -> None:
    """How many with such a share held the title, and what else those with this leader held."""
    text = _screen(kitchens.two_halves(), catalogue, bread=("daily",))
    assert (
        "How sure is this\n\nWhat you do: Counted.\n\n"
        "Of 1,100 people not used to set the points whose leading role had a share from 60 to "
        "100 %, 75 in 100 held its title. Of those for whom Baker led, 60 in 100 held that title "
        "and 30 that of Cook. Every role counts alike here.\n"
    ) in text


def test_without_another_role_no_confusion_is_told() -> None:
    """A catalogue of one role has nothing to take it for."""
    document = kitchens.two_halves()
    document["halves"][1]["measured"]["confusion"] = {"baker": {"baker": 1}}
    text = _screen(document, kitchen("baker"), bread=("daily",))
    assert "for whom Baker led, 100 in 100 held that title. Every role counts alike here." in text


def test_reasons_of_a_survey_name_their_question(catalogue: Catalogue) -> None:
    """Answers that are mere names stand after what was asked, all in one reason."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("evening",), gear=("knife", "rack"))
    assert "gear: I use knife, I use rack: Waiter × " in text
    assert "I like evening: " not in text  # it moves neither of the first two


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (("knife",), ("nothing",), "With “I use nothing” in place of “I use knife”"),
        (
            ("knife", "rack"),
            ("nothing",),
            "With “I use nothing” in place of “I use knife” and “I use rack”",
        ),
        (("knife", "rack"), ("rack",), "Without “I use knife”"),
        (("knife",), ("knife", "rack"), "With “I use rack” as well"),
    ],
)
def test_changes_of_several_answers_have_their_sentence(
    catalogue: Catalogue, before: tuple[str, ...], after: tuple[str, ...], sentence: str
) -> None:
    """Taking away, adding, and replacing all by an answer given alone are told in words."""
    questionnaire = kitchens.questionnaire(kitchens.two_halves())
    result = judge(questionnaire, catalogue, {"gear": before})
    change = Change("gear", before, after, ("cook",), 1)
    screen = view(replace(result, change=change), questionnaire, catalogue)
    assert f"{sentence}, the answer would be Cook.\n" in to_plain(screen)


def test_both_halves_are_listed(catalogue: Catalogue) -> None:
    """Counts stand where points rest on them, and the base as a line of its own."""
    text = to_plain(questions_view(kitchens.questionnaire(kitchens.two_halves()), catalogue))
    assert "\n\nWhat you do\n\nCounted.\n\n4. How often bread?\n\nbread: It tells.\n" in text
    assert (
        "Answer:\n- I use daily\n- daily\nB: +1.00\nC: −0.40\nW: −0.60\n"
        "Gave it, of those asked:\n- B 60 of 100\n- C 20 of 100\n- W 10 of 100\n"
    ) in text
    assert "Answer: added once, for answering\nB: +0.20\nC: −0.20\nW: +0.00\n" in text
    assert text.count("added once") == 1
