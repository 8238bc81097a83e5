"""What the quiz says."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.verdict import (
    NONE,
    Change,
    DisputedAnswer,
    Reason,
    Result,
    judge,
    naming_rule,
)
from mlroles.render.document import command
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.views.quiz import questions_view, view
from mlroles.views.quiz_words import MOST_REASONS
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
                "schema_version": 2,
                "id": "kitchen",
                "title": "A kitchen",
                "roles": list(next(iter(next(iter(answers_of.values())).values()))),
                "undecided_ratio": 2,
                "halves": [
                    {
                        "id": "likes",
                        "title": "What you like",
                        "basis": "The points are guesswork.",
                        "lean": kitchens.lean(),
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
    """The verdict comes first, then strength, reasons, what would change it, and what is next."""
    assert say({"heat": ("oven",), "hours": ("evening",), "tools": ("whisk",)}) == (
        "Undecided between Baker and Cook.\n\n"
        "What you like: mixed: Baker and Cook\n\n"
        "Why\n\n"
        "for: I like oven: Baker\n"
        "against: I like evening: Cook\n"
        "for: I like whisk: Baker\n\n"
        "What would change it, and how sure it is\n\n"
        "- Without “I like oven”, it would say Cook.\n"
        "- “What you like” is judgement, not measured.\n\n"
        "Next: mlroles show baker\n"
        "Next: mlroles compare baker cook\n"
        "Next: mlroles plan baker\n"
        "Next: mlroles quiz questions\n"
    )


def test_a_half_in_words_has_no_percent(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Of a half that nothing measures no screen says a percentage."""
    result = judge(questionnaire, catalogue, {"heat": ("oven",), "hours": ("morning",)})
    for full in (False, True):
        text = to_plain(view(result, questionnaire, catalogue, full=full))
        assert "%" not in text
        assert "percent" not in text


@pytest.mark.parametrize(
    ("answers", "verdict", "strength"),
    [
        ({"heat": ("oven",)}, "You lean towards Baker.", "leans to Baker"),
        (
            {"heat": ("oven",), "hours": ("morning",)},
            "You lean clearly towards Baker.",
            "leans clearly to Baker",
        ),
        (
            {"hours": ("morning",)},
            "Undecided between Baker and Waiter.",
            "mixed: Baker and Waiter",
        ),
    ],
)
def test_words_of_strength(say: Say, answers: Answers, verdict: str, strength: str) -> None:
    """How far the answers lean is said in a word, in the verdict and beside the half."""
    text = say(answers)
    assert text.startswith(f"{verdict}\n\nWhat you like: {strength} (")


def test_who_leads_clearly_is_compared_with_the_next(say: Say) -> None:
    """A clear leader is compared with the runner-up."""
    assert "Next: mlroles compare baker waiter\n" in say({"heat": ("oven",), "hours": ("morning",)})


def test_without_an_answer_there_is_no_verdict(say: Say) -> None:
    """Nothing answered gives no verdict, no reason and no change, and leads back to the quiz."""
    assert say({}) == (
        "No question was answered, so there is no verdict yet.\n\n"
        "Next: mlroles quiz\n"
        "Next: mlroles compare\n"
    )


def test_few_answers_are_named_as_few(say: Say) -> None:
    """Less than half of the questions is little to go on."""
    assert " (1 of 3 questions: little to go on)\n" in say({"heat": ("oven",)})


def test_one_role_needs_no_reasons() -> None:
    """A questionnaire of one role gets a verdict that no answer could change."""
    catalogue = kitchen("baker")
    questionnaire = _questionnaire(heat={"oven": {"baker": 0}, "shade": {"baker": 0}})
    result = judge(questionnaire, catalogue, {"heat": ("oven",)})
    text = to_plain(view(result, questionnaire, catalogue))
    assert text.startswith("You lean towards Baker.")
    assert "- No change to a single answer would change it.\n" in text
    assert "compare" not in text
    assert "Next: mlroles show baker\n" in text
    assert "What moved" not in to_plain(view(result, questionnaire, catalogue, full=True))


@pytest.fixture
def result(catalogue: Catalogue, questionnaire: Questionnaire) -> Result:
    """Return a result to alter."""
    return judge(questionnaire, catalogue, {"heat": ("oven",)})


def altered(result: Result, **changes: Any) -> Result:
    """Return a result whose only half is changed."""
    (half,) = result.halves
    return replace(result, halves=(replace(half, **changes),))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (None, "No change to a single answer would change it."),
        (
            Change("heat", ("oven",), ("shade",), ("cook",), 1),
            "With “I like shade” in place of “I like oven”, it would say Cook.",
        ),
        (
            Change("tools", ("whisk",), ("whisk", "pan"), (NONE,), 1),
            "With “I like pan” as well, it would say none of these.",
        ),
        (
            Change("heat", ("oven",), (), ("cook", "baker"), 1),
            "Without “I like oven”, it would be undecided, with Cook ahead.",
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
    screen = view(altered(result, change=change), questionnaire, catalogue)
    assert f"how sure it is\n\n- {sentence}\n" in to_plain(screen)


def test_only_the_strongest_reasons_are_told(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """However many answers moved the odds, the screen tells the first few, and all in full."""
    reason = Reason("heat", ("oven",), "baker", for_leader=True, factor=2)
    many = altered(result, reasons=(reason,) * 9)
    text = to_plain(view(many, questionnaire, catalogue))
    assert text.count("for: I like oven: Baker\n") == MOST_REASONS
    assert "×" not in text
    full = to_plain(view(many, questionnaire, catalogue, full=True))
    assert full.count("for: I like oven: Baker × 2.0\n") == 9


def test_long_answers_are_cut(catalogue: Catalogue) -> None:
    """On the first screen a long answer is cut between words; in full it stands whole."""
    long = "I like " + "very " * 20 + "hot, well-kept ovens"
    document = kitchens.one_half()
    document["questions"][0]["answers"][0]["text"] = long
    text = _screen(document, catalogue, heat=("oven",), tools=("whisk",))
    assert "for: I like" + " very" * 9 + "…: Baker\n" in text
    assert "in place of “I like" + " very" * 5 + "…”" in text
    assert f"for: {long}: Baker × " in _full(document, catalogue, heat=("oven",))


def test_disputes_stand_on_the_full_screen(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """An answer that rests on disputed claims stands there with each dispute."""
    disputed = (DisputedAnswer("heat", "oven", ("salt", "salt")),)
    told = replace(result, disputed=disputed)
    said = "Answers on which the sources disagree\n\n- I like oven (salt, salt)\n\n"
    full = to_plain(view(told, questionnaire, catalogue, full=True))
    short = to_plain(view(told, questionnaire, catalogue))
    assert said in full
    assert said not in short
    assert "Next: mlroles sources --disputes\n" in full


def test_the_full_screen(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Points, every reason with its factor, the rule, and what it rests on follow the verdict."""
    assert to_plain(view(result, questionnaire, catalogue, full=True)) == (
        "You lean towards Baker.\n\n"
        "What you like: leans to Baker (1 of 3 questions: little to go on)\n\n"
        "What you like\n\n"
        "Baker\nPoints: +0.80\n\nCook\nPoints: −0.40\n\nWaiter\nPoints: −0.40\n\n"
        "What moved the odds between Baker and Cook, and by what factor:\n\n"
        "for: I like oven: Baker × 3.3\n\n"
        "With “I like shade” in place of “I like oven”, it would be undecided, with Cook ahead."
        "\n\n"
        f"{naming_rule(questionnaire, questionnaire.halves[0])}\n\n"
        "The points are guesswork.\n\n"
        "Next: mlroles show baker\n"
        "Next: mlroles compare baker cook\n"
        "Next: mlroles plan baker\n"
        "Next: mlroles quiz questions\n"
    )


def test_the_way_to_the_full_screen_comes_first(
    result: Result, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Where there is a command for everything it is suggested first, and there no more."""
    more = command("quiz", "--everything")
    short = to_plain(view(result, questionnaire, catalogue, more=more))
    assert "\n\nNext: mlroles quiz --everything\nNext: mlroles show" in short
    full = to_plain(view(result, questionnaire, catalogue, full=True, more=more))
    assert "--everything" not in full


def test_roles_without_points_are_named(questionnaire: Questionnaire) -> None:
    """The screen of a result, and that of the questions, say for which roles there is nothing."""
    catalogue = kitchen(*ROLES, "butcher", "painter")
    said = "No answer has points for Master Butcher and Master Painter.\n"
    result = judge(questionnaire, catalogue, {"heat": ("oven",)})
    assert said in to_plain(view(result, questionnaire, catalogue))
    assert said in to_plain(questions_view(questionnaire, catalogue))


def test_the_questionnaire_is_listed(catalogue: Catalogue, questionnaire: Questionnaire) -> None:
    """Every answer stands with its id, signed points per role, claims and dispute."""
    text = to_plain(questions_view(questionnaire, catalogue))
    assert text.startswith(
        "A kitchen\n\nAn answer's points are added to each role's sum, for each half "
    )
    assert "\n\nWhat you like\n\nThe points are guesswork.\n\nIt leans clearly to a role" in text
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


def _full(document: Json, catalogue: Catalogue, **answers: tuple[str, ...]) -> str:
    """Return everything that is said of these answers."""
    questionnaire = kitchens.questionnaire(document)
    result = judge(questionnaire, catalogue, answers)
    return to_plain(view(result, questionnaire, catalogue, full=True))


def test_halves_that_agree(catalogue: Catalogue) -> None:
    """Each half says what it says, in words or in percent, and that they agree is the verdict."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("morning",), bread=("daily",))
    assert text.startswith(
        "You lean towards Baker: both halves agree.\n\n"
        "What you like: leans to Baker (1 of 3 questions: little to go on)\n"
        "What you do:\n- Baker 69 %, Cook 17 %, Waiter 14 %\n"
        "- 1 of 3; chance that the 2 left would change this: "
    )
    assert "disagree" not in text
    assert (
        "- “What you like” is judgement, not measured. “What you do”: of 1,100 people with such a "
        "share 75 in 100 held the title.\n"
    ) in text


def test_three_halves_can_agree(catalogue: Catalogue) -> None:
    """More than two halves that agree are not called both."""
    document = kitchens.two_halves()
    again = dict(document["halves"][0], id="again", title="Again")
    document["halves"].append(again)
    document["questions"].append(dict(document["questions"][1], id="again", half="again"))
    given = {"hours": ("morning",), "again": ("morning",), "bread": ("daily",)}
    assert _screen(document, catalogue, **given).startswith(
        "You lean towards Baker: the halves agree.\n"
    )


def test_halves_that_are_undecided_together(catalogue: Catalogue) -> None:
    """What all halves have in common is named, also where that is more than one role."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("evening",), shift=("late",))
    assert text.startswith("Undecided between Cook and Waiter: both halves agree.\n")
    assert "Next: mlroles compare cook waiter\n" in text


def test_halves_that_disagree_are_told_apart(catalogue: Catalogue) -> None:
    """Disagreement is the verdict: both are named, from what somebody does to what they want."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("morning",), shift=("late",))
    assert text.startswith(
        "The halves disagree: Cook, Waiter and Baker.\n\n"
        "Neither is wrong: one is where you would like to go, the other where you are.\n"
    )
    assert "Next: mlroles show baker\nNext: mlroles compare cook baker\n" in text


def test_a_role_beside_none_of_these_is_led_on(catalogue: Catalogue) -> None:
    """Where one half names a role and the other none, that is said, and more jobs are listed."""
    text = _screen(kitchens.open_kitchen(), catalogue, heat=("none",), shift=("late",))
    assert text.startswith(
        "The halves disagree: Cook, Waiter and none of these.\n\n"
        "One half fits no role here: what you want may be other work than what you do.\n"
    )
    assert "Next: mlroles list --all\n" in text


def test_a_half_that_names_several_does_not_agree_with_one(catalogue: Catalogue) -> None:
    """Where a half names more roles than the verdict, it is said to allow it, no more."""
    given = {"hours": ("evening",), "bread": ("seldom",), "gear": ("knife",)}
    text = _screen(kitchens.two_halves(), catalogue, **given)
    assert "What you like: mixed: Cook and Waiter " in text
    assert text.startswith("You lean towards Cook: no half speaks against it.\n")


def test_each_half_has_its_strongest_reason(catalogue: Catalogue) -> None:
    """The strongest reason of each half comes first, so that neither half drowns the other."""
    text = _screen(
        kitchens.two_halves(),
        catalogue,
        heat=("oven",),
        hours=("morning",),
        tools=("whisk",),
        shift=("late",),
        gear=("rack",),
        bread=("seldom",),
    )
    assert (
        "Why\n\nfor: gear: I use rack: Waiter\nfor: I like morning: Baker\n"
        "for: I like oven: Baker\n\n"
    ) in text


def test_the_smallest_change_of_any_half_is_told(catalogue: Catalogue) -> None:
    """With two halves the sentence says which of them would say something else."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("morning",), bread=("daily",))
    assert (
        "- With “I use seldom” in place of “I use daily”, “What you do” would be undecided, with "
        "Waiter ahead.\n"
    ) in text


def test_one_half_stands_alone(catalogue: Catalogue) -> None:
    """A half without an answer is not on the screen."""
    text = _screen(kitchens.two_halves(), catalogue, heat=("oven",))
    assert "What you do" not in text
    assert "“What you like” is judgement" in text


def test_an_early_stop_says_what_more_would_do(catalogue: Catalogue) -> None:
    """After an early stop the chance of another leader stands there, not that it is little."""
    text = _screen(kitchens.two_halves(), catalogue, bread=("daily",), gear=("nothing",))
    assert "- 2 of 3; chance that the one left would change this: 6 %\n" in text
    assert "little to go on" not in text


def test_a_chance_that_rounds_to_nothing_is_not_nothing(catalogue: Catalogue) -> None:
    """A very small chance is told as under one percent."""
    questionnaire = kitchens.questionnaire(kitchens.two_halves())
    result = judge(questionnaire, catalogue, {"bread": ("daily",)})
    likes, does = result.halves
    sure = replace(result, halves=(likes, replace(does, chance_of_change=0.004)))
    assert "change this: under 1 %\n" in to_plain(view(sure, questionnaire, catalogue))


def test_a_measured_half_in_full(catalogue: Catalogue) -> None:
    """In full its shares are drawn, and it says what those with this leader held."""
    text = _full(kitchens.two_halves(), catalogue, bread=("daily",))
    assert "What you do\n\nBaker: 69 percent\nCook: 17 percent\nWaiter: 14 percent\n\n" in text
    assert "Share of all" not in text
    assert "One role is named alone when its share is at least 2 times" in text
    assert (
        "Counted.\n\n"
        "Of 1,100 people not used to set the points whose leading role had a share from 60 to "
        "100 %, 75 in 100 held its title. Of those for whom Baker led, 60 in 100 held that title "
        "and 30 that of Cook. Every role counts alike here.\n"
    ) in text


def test_shares_that_nobody_had_are_told_as_such(catalogue: Catalogue) -> None:
    """Where nobody measured had such a share, that is said in place of how sure it is."""
    document = kitchens.two_halves()
    document["halves"][1]["measured"]["bands"] = []
    text = _screen(document, catalogue, bread=("daily",))
    assert "“What you do”: nobody measured gave answers like these.\n" in text
    assert "not used to set the points" not in _full(document, catalogue, bread=("daily",))


def test_without_another_role_no_confusion_is_told(catalogue: Catalogue) -> None:
    """A questionnaire of one role has nothing to take it for."""
    document = kitchens.two_halves()
    document["roles"] = ["baker"]
    document["halves"][1]["measured"].update(stop=None, confusion={"baker": {"baker": 1}})
    text = _full(document, catalogue, bread=("daily",))
    assert "for whom Baker led, 100 in 100 held that title. Every role counts alike here." in text


def test_reasons_of_a_survey_name_their_question(catalogue: Catalogue) -> None:
    """Answers that are mere names stand after what was asked, all in one reason."""
    text = _screen(kitchens.two_halves(), catalogue, hours=("evening",), gear=("knife", "rack"))
    assert "gear: I use knife, I use rack: Waiter\n" in text
    assert "I like evening: " not in text  # it moves neither of the first two


# None of these, and jobs beside the roles ----------------------------------------------------


@pytest.fixture
def opened() -> Json:
    """Return a questionnaire with jobs beside the roles, which are named easily."""
    document = kitchens.open_kitchen()
    document["halves"][1]["measured"]["beside_ratio"] = 1.2
    return document


def test_none_of_these(opened: Json, catalogue: Catalogue) -> None:
    """Where no role is named, that is the verdict, with what is near and where to look on."""
    assert _screen(opened, catalogue, heat=("none",), gear=("nothing",)) == (
        "None of these roles.\n\n"
        "Little in these answers speaks for Baker, Cook or Waiter. Nearest: Butcher 10 %.\n\n"
        "What you like: none of these fits (1 of 3 questions: little to go on)\n"
        "What you do:\n- none of these 34 %, Baker 23 %\n"
        "- 1 of 3; chance that the one left would change this: 71 %\n\n"
        "What would change it, and how sure it is\n\n"
        "- With “I like oven” in place of “None of these”, “What you like” would be undecided, "
        "with Baker ahead.\n"
        "- “What you like” is judgement, not measured. "
        "“What you do” names no role: there is nothing to be sure of.\n\n"
        "Next: mlroles list --all\n"
    )


def test_what_is_near_is_compared_where_the_catalogue_has_it(opened: Json) -> None:
    """A job beside the roles that the catalogue knows is shown, and compared with a role."""
    catalogue = kitchen(*ROLES, "butcher")
    near = _screen(opened, catalogue, gear=("nothing",))
    assert "Next: mlroles show butcher\nNext: mlroles list --all\n" in near
    beside = _screen(opened, catalogue, gear=("knife",))
    assert "Next: mlroles show butcher\nNext: mlroles compare butcher cook\n" in beside


def test_a_job_beside_the_roles(opened: Json, catalogue: Catalogue) -> None:
    """Where a job beside the roles is far ahead it is named, with how often people are told so."""
    text = _screen(opened, catalogue, gear=("knife",))
    assert text.startswith(
        "Closer to Butcher than to any of these roles.\n\n"
        "Little in these answers speaks for Baker, Cook or Waiter.\n\n"
        "What you do:\n- closer to Butcher (33 %) than to Cook (27 %)\n"
    )
    assert "for: gear: I use knife: Butcher\n" in text
    assert (
        "“What you do” says so to 50 in 100 of 100 people in that job, and to 10 in 100 in these "
        "roles.\n"
    ) in text
    assert "Next: mlroles list --all\n" in text


def test_a_job_that_is_as_near_is_told(catalogue: Catalogue) -> None:
    """Where a job beside the roles is as near as the leader, though not named, it is told."""
    text = _screen(kitchens.open_kitchen(), catalogue, gear=("knife",))
    assert "- Cook 47 %, Baker 32 %, Waiter 21 %\n" in text
    assert "- as near, of all: Butcher 33 %, Cook 27 %\n" in text


def test_a_wish_beside_other_work(opened: Json) -> None:
    """Who wants a role and does other work is led from the one to the other."""
    catalogue = kitchen(*ROLES, "butcher")
    text = _screen(opened, catalogue, hours=("morning",), gear=("knife",))
    assert text.startswith("The halves disagree: Butcher and Baker.\n")
    assert "Next: mlroles show baker\nNext: mlroles compare butcher baker\n" in text


def test_jobs_beside_the_roles_in_full(opened: Json, catalogue: Catalogue) -> None:
    """In full every column has its points and its share of all, and the reasons speak for it."""
    text = _full(opened, catalogue, gear=("knife",))
    assert "Butcher\nPoints: +0.60\nShare of all: 33 %\n" in text
    assert "What moved the odds between Butcher and Cook, and by what factor:" in text
    other = _full(
        opened, catalogue, bread=("seldom",), gear=("nothing",), shift=("late",), heat=("oven",)
    )
    assert "What moved the odds between none of these and " in other


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
    likes, does = result.halves
    told = replace(result, halves=(likes, replace(does, change=change)))
    screen = view(told, questionnaire, catalogue)
    assert f"{sentence}, it would say Cook.\n" in to_plain(screen)


def test_a_change_of_many_answers_quotes_two(catalogue: Catalogue) -> None:
    """Two of many answers are quoted and the others counted; in full all are quoted."""
    document = kitchens.two_halves()
    gear = document["questions"][4]["answers"]
    gear[:0] = [{**gear[0], "id": name, "text": f"“{name}”"} for name in ("fork", "spoon")]
    questionnaire = kitchens.questionnaire(document)
    before = ("fork", "spoon", "knife", "rack")
    result = judge(questionnaire, catalogue, {"gear": before})
    change = Change("gear", before, ("nothing",), ("cook",), 1)
    likes, does = result.halves
    told = replace(result, halves=(likes, replace(does, change=change)))
    short = to_plain(view(told, questionnaire, catalogue))
    assert (
        "With “I use nothing” in place of “fork”, “spoon” and 2 more, it would say Cook." in short
    )
    full = to_plain(view(told, questionnaire, catalogue, full=True))
    assert "in place of “fork”, “spoon”, “I use knife” and “I use rack”, it would" in full


def test_both_halves_are_listed(catalogue: Catalogue) -> None:
    """Counts stand where points rest on them, and the base as a line of its own."""
    text = to_plain(questions_view(kitchens.questionnaire(kitchens.two_halves()), catalogue))
    assert "\n\n4. How often bread?\n\nbread: It tells.\n" in text
    assert (
        "Answer:\n- I use daily\n- daily\nB: +1.00\nC: −0.40\nW: −0.60\n"
        "Gave it, of those asked:\n- B 60 of 100\n- C 20 of 100\n- W 10 of 100\n"
    ) in text
    assert "Answer: added once, for answering\nB: +0.20\nC: −0.20\nW: +0.00\n" in text
    assert text.count("added once") == 1


def test_jobs_beside_the_roles_are_listed(catalogue: Catalogue) -> None:
    """Their points and their people stand beside those of the roles, by their names."""
    text = to_plain(questions_view(kitchens.questionnaire(kitchens.open_kitchen()), catalogue))
    assert (
        "Answer:\n- I use daily\n- daily\nB: +1.00\nC: −0.40\nW: −0.60\n"
        "Beside the roles:\n- Butcher +0.70\n- none of these −0.70\n"
        "Gave it, of those asked:\n- B 60 of 100\n- C 20 of 100\n- W 10 of 100\n"
        "- Butcher 50 of 100\n- none of these 10 of 100\n"
    ) in text
