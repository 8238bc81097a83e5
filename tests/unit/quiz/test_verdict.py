"""The verdict on a set of answers."""

import math
from dataclasses import replace

import pytest

from mlroles.quiz.models import Lean, Questionnaire
from mlroles.quiz.verdict import (
    NONE,
    Change,
    DisputedAnswer,
    HalfResult,
    Reason,
    Sureness,
    ToldSo,
    judge,
    lean_word,
    naming_rule,
    none_fits,
    together,
    without_points,
)
from mlroles.roles.catalogue import Catalogue
from tests import kitchen
from tests.kitchen import Json

Given = tuple[str, ...]


@pytest.fixture
def open_document() -> Json:
    """Return a questionnaire with jobs beside the roles as JSON data, which a test may spoil."""
    return kitchen.open_kitchen()


def halves(document: Json, catalogue: Catalogue, **given: Given) -> tuple[HalfResult, HalfResult]:
    """Return what the two halves of a questionnaire make of these answers."""
    likes, does = judge(kitchen.questionnaire(document), catalogue, given).halves
    return likes, does


def only(questionnaire: Questionnaire, catalogue: Catalogue, **given: Given) -> HalfResult:
    """Return what a questionnaire of one half makes of these answers."""
    (half,) = judge(questionnaire, catalogue, given).halves
    return half


def test_nothing_answered_is_no_lean(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Without an answer nobody leads, and there is nothing to explain or to change."""
    result = judge(questionnaire, catalogue, {})

    assert (result.answered, result.total, result.leaders) == (0, 3, ())
    assert (result.undecided, result.beside, result.none, result.disputed) == (
        False,
        None,
        False,
        (),
    )
    (half,) = result.halves
    assert (half.leaders, half.lean, half.none, half.shares) == ((), None, False, None)
    assert (half.runner_up, half.reasons, half.change) == (None, (), None)


def test_a_clear_lead_names_one_role(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """A role whose share is far above the others is named alone."""
    result = judge(questionnaire, catalogue, {"hours": ("morning",)})

    assert (result.leaders, result.undecided) == (("baker",), False)
    assert (result.answered, result.halves[0].runner_up) == (1, "cook")
    assert result.questionnaire == "kitchen"
    assert [half.basis for half in result.halves] == ["Guesswork."]


def test_every_role_that_is_close_is_named(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Roles less far behind than it takes to lean are named with the leader, which stands first."""
    result = judge(questionnaire, catalogue, {"heat": ("shade",), "hours": ("evening",)})

    assert (result.leaders, result.undecided) == (("waiter", "cook"), True)


@pytest.mark.parametrize(
    ("points", "word"),
    [
        ((0.9, 0.2, -1.1), "leans"),
        ((0.3, 0.1 + 0.2, -0.6), "mixed"),
        ((0.3, -0.4 + 1e-12, 0.1), "mixed"),
        ((0.6 + 0.1, 0.0, 0.0), "leans"),
        ((1.5, 0.0, 0.0), "clearly"),
        ((1.49, 0.0, 0.0), "leans"),
        ((5.0,), "mixed"),
    ],
)
def test_words_follow_the_limits(points: tuple[float, ...], word: str) -> None:
    """A lead of exactly a limit is enough; where there is nobody to lead, nothing is clear."""
    lean = Lean(clearly=1.5, leans=0.7, random_clearly=0.05, slip_clearly=0.5, people=100)
    assert lean_word(lean, sorted(points, reverse=True)) == word


@pytest.mark.parametrize(
    ("given", "word", "leaders"),
    [
        ({"hours": ("evening",)}, "mixed", ("cook", "waiter")),
        ({"hours": ("morning",)}, "leans", ("baker",)),
        ({"hours": ("morning",), "heat": ("oven",)}, "clearly", ("baker",)),
    ],
)
def test_an_unmeasured_half_speaks_in_words(
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    given: dict[str, Given],
    word: str,
    leaders: Given,
) -> None:
    """A half that nothing measures has a word and no share; mixed means several are named."""
    half = only(questionnaire, catalogue, **given)

    assert (half.lean, half.leaders) == (word, leaders)
    assert (half.shares, half.wide, half.sureness, half.chance_of_change) == (None,) * 4


@pytest.mark.parametrize(
    ("ratio", "undecided"), [(math.exp(0.6), False), (1.83, True), (1.0, False)]
)
def test_the_ratio_itself_is_enough(
    whole_document: Json, catalogue: Catalogue, ratio: float, undecided: bool
) -> None:
    """A share of exactly the stated number of times the next one's is a clear lead."""
    whole_document["undecided_ratio"] = ratio
    whole_document["questions"][3]["answers"][0]["points"] = kitchen.points(-0.2, 0.4, -0.2)
    result = judge(kitchen.questionnaire(whole_document), catalogue, {"bread": ("daily",)})

    assert result.undecided is undecided
    assert result.leaders[0] == "cook"


def test_a_tie_stands_in_the_order_of_the_catalogue(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Roles that tie are undecided, in the catalogue's order."""
    result = judge(questionnaire, catalogue, {"hours": ("evening",)})

    assert result.leaders == ("cook", "waiter")


def test_the_rules_are_stated(open_document: Json, catalogue: Catalogue) -> None:
    """Each half says in words when it names a role, and what its words are worth."""
    likes, does = halves(open_document, catalogue)
    assert "at least 1.5 points ahead of the next" in likes.rule
    assert "answer at random 4 in 100 are told “clearly”" in likes.rule
    assert "60 in 100 of those who answer for one role with a slip" in likes.rule
    assert "share is at least 2 times that of every other role" in does.rule
    assert "of all is at least 1.5 times that of the best role." in does.rule


def test_without_jobs_beside_the_roles_no_rule_speaks_of_them(whole: Questionnaire) -> None:
    """The rule of a half with roles alone is about roles alone."""
    assert "beside" not in naming_rule(whole, whole.halves[1])


def test_reasons_tell_what_moved_the_lead(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Each question that moved the odds of the first two is a reason, the strongest first."""
    answers = {"heat": ("flame",), "hours": ("morning",), "tools": ("whisk", "pan", "tray")}

    result = only(questionnaire, catalogue, **answers)

    assert result.points == {"baker": 0.5, "cook": -0.2, "waiter": -0.3}
    assert result.reasons == (
        Reason("hours", ("morning",), "baker", True, math.exp(1.2)),
        Reason("heat", ("flame",), "cook", False, math.exp(0.6)),
        Reason("tools", ("whisk", "pan", "tray"), "baker", True, math.exp(0.1)),
    )


def test_an_answer_that_moves_nothing_is_no_reason(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """A question that gives the first two roles the same points is not among the reasons."""
    result = only(questionnaire, catalogue, heat=("shade",), hours=("evening",))

    assert [reason.answers for reason in result.reasons] == [("shade",)]


def test_the_smallest_change_is_told(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Of the changes that put another role in the lead, the one that moves least is told."""
    result = only(questionnaire, catalogue, heat=("oven",), tools=("pan",))

    assert result.leaders == ("cook", "baker")
    assert result.change == Change("tools", ("pan",), ("whisk", "pan"), ("baker", "cook"), 0.4)


def test_a_tie_is_no_change_of_lead(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """With one answer, taking it away only makes a tie: another answer is told."""
    result = only(questionnaire, catalogue, hours=("morning",))

    assert result.change == Change("hours", ("morning",), ("evening",), ("cook", "waiter"), 3.2)


def test_equal_changes_go_by_the_order_of_the_questionnaire(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Of two changes that move as much, the first in the questionnaire is told."""
    result = only(questionnaire, catalogue, heat=("oven",))

    assert result.change is not None
    assert result.change.after == ("flame",)


def test_a_lead_that_no_change_turns_says_so(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Where no change of one answer puts another role in the lead, there is none to tell."""
    answers = {"heat": ("shade",), "tools": ("tray",)}

    assert only(questionnaire, catalogue, **answers).change is None


def test_disputed_answers_are_told(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Answers that rest on claims in a dispute are named with it, the others are not."""
    answers = {"heat": ("shade",), "hours": ("morning",), "tools": ("pan", "tray")}

    assert judge(questionnaire, catalogue, answers).disputed == (
        DisputedAnswer("heat", "shade", ("salt",)),
        DisputedAnswer("tools", "tray", ("salt",)),
    )


def test_a_questionnaire_of_one_role_names_it(document: Json, catalogue: Catalogue) -> None:
    """Where there is one role only, it leads, without a runner-up, reasons or a change."""
    document["roles"] = ["baker"]
    result = judge(kitchen.questionnaire(document), catalogue, {"heat": ("flame",)})
    (half,) = result.halves

    assert (result.leaders, half.runner_up, half.lean) == (("baker",), None, "mixed")
    assert (half.reasons, half.change) == ((), None)


@pytest.mark.parametrize(("roles", "absent"), [(["baker", "waiter"], ("cook",)), (["baker"], ())])
def test_roles_without_points_are_told(
    open_document: Json, roles: list[str], absent: Given
) -> None:
    """A role of the catalogue for which no answer has points is named; a job beside has points."""
    open_document["roles"] = roles
    questionnaire = kitchen.questionnaire(open_document)
    catalogue = kitchen.kitchen(*("baker", "cook", "waiter")[: len(roles) + 1], "butcher")
    absent = absent or ("cook",)
    catalogue = kitchen.kitchen(*roles, *absent, "butcher")

    assert without_points(questionnaire, catalogue) == absent
    assert judge(questionnaire, catalogue, {}).without_points == absent


def test_each_half_is_judged_by_itself(whole: Questionnaire, catalogue: Catalogue) -> None:
    """The result holds what each half says, and nothing of both together but who is named."""
    result = judge(whole, catalogue, {"hours": ("morning",), "shift": ("late",)})
    likes, does = result.halves

    assert (likes.half, likes.title, likes.basis) == ("likes", "What you like", "Guesswork.")
    assert (likes.answered, likes.total, does.answered, does.total) == (1, 3, 1, 3)
    assert likes.points == {"baker": 0.8, "cook": -0.4, "waiter": -0.4}
    assert does.points == {"baker": -0.8, "cook": 0.4, "waiter": 0.4}
    assert (likes.leaders, does.leaders) == (("baker",), ("cook", "waiter"))
    assert (likes.lean, does.lean) == ("leans", None)
    assert does.shares is not None
    assert math.fsum(does.shares.values()) == pytest.approx(1)
    assert (result.answered, result.total) == (2, 6)
    assert result.leaders == ("cook", "waiter", "baker")  # from what they do to what they like


@pytest.mark.parametrize(
    ("named", "leaders", "agree"),
    [
        ([], (), None),
        ([()], (), None),
        ([("a", "b")], ("a", "b"), None),
        ([("a", "b"), ("b", "c", "a")], ("a", "b"), True),
        ([("a",), ("b",)], ("a", "b"), False),
        ([("a",), ()], ("a",), False),
        ([(), ("a",)], ("a",), False),
        ([(), ()], (), True),
        ([("a", "b"), ("b",), ("a",)], ("a", "b"), False),
    ],
)
def test_what_halves_name_together(named: list[Given], leaders: Given, agree: bool | None) -> None:
    """What all name is named; where there is nothing, everything that any of them names."""
    assert together(named) == (leaders, agree)


@pytest.mark.parametrize(
    ("given", "agree"),
    [
        ({}, None),
        ({"hours": ("morning",)}, None),
        ({"bread": ("daily",)}, None),
        ({"hours": ("morning",), "bread": ("daily",)}, True),
        ({"hours": ("evening",), "bread": ("seldom",)}, True),
        ({"heat": ("flame",), "bread": ("seldom",)}, True),  # undecided, and cook in both
        ({"hours": ("morning",), "shift": ("late",)}, False),
    ],
)
def test_halves_agree_where_they_share_a_leader(
    whole: Questionnaire,
    catalogue: Catalogue,
    given: dict[str, tuple[str, ...]],
    agree: bool | None,
) -> None:
    """Halves agree where one role leads both, if not alone; one half alone says nothing."""
    assert judge(whole, catalogue, given).agree is agree


def sureness(
    document: Json, catalogue: Catalogue, **given: tuple[str, ...]
) -> tuple[Sureness | None, Sureness | None]:
    """Return how sure each half is of what ``given`` comes to."""
    likes, does = judge(kitchen.questionnaire(document), catalogue, given).halves
    return likes.sureness, does.sureness


def test_a_measured_half_says_how_sure_it_is(whole_document: Json, catalogue: Catalogue) -> None:
    """The band of the top share and the confusion with the leader are looked up."""
    likes, does = sureness(whole_document, catalogue, hours=("morning",), bread=("daily",))

    assert likes is None
    assert does is not None
    assert replace(does, held=round(does.held, 9), confused=round(does.confused, 9)) == Sureness(
        low=0.6, high=1, people=1100, right=0.75, held=0.6, confused_with="cook", confused=0.3
    )


def test_the_band_is_that_of_the_share(whole_document: Json, catalogue: Catalogue) -> None:
    """A lower share falls into a lower band, and the confusion is that of its own leader."""
    whole_document["questions"][3]["answers"][1]["points"] = kitchen.points(-0.5, -0.2, 0.7)
    _, does = sureness(whole_document, catalogue, bread=("seldom",))
    assert does is not None
    assert (does.low, does.people, does.confused_with) == (0.45, 200, "baker")
    assert does.held == pytest.approx(0.75)
    assert does.confused == pytest.approx(0.25)


def test_a_share_below_every_band_is_not_known_of(
    whole_document: Json, catalogue: Catalogue
) -> None:
    """Where nobody measured had so low a share, nothing is said."""
    answers = {"bread": ("seldom",), "gear": ("nothing",)}
    assert sureness(whole_document, catalogue, **answers) == (None, None)


def test_the_edge_of_a_band_belongs_to_it(whole_document: Json, catalogue: Catalogue) -> None:
    """A share at the lower edge of a band is in it."""
    answers = {"gear": ("knife",)}
    _, half = halves(whole_document, catalogue, **answers)
    assert half.shares
    top = max(half.shares.values())
    whole_document["halves"][1]["measured"]["bands"][1]["low"] = top

    _, does = sureness(whole_document, catalogue, **answers)

    assert does is not None
    assert does.people == 1100


def test_a_leader_that_nobody_measured_had_is_not_known_of(
    whole_document: Json, catalogue: Catalogue
) -> None:
    """Where a role led for nobody measured, nothing is said of how sure its lead is."""
    for row in whole_document["halves"][1]["measured"]["confusion"].values():
        row["baker"] = 0

    assert sureness(whole_document, catalogue, bread=("daily",)) == (None, None)


def test_a_lone_role_is_confused_with_none(whole_document: Json, catalogue: Catalogue) -> None:
    """With one role there is no other to take it for."""
    whole_document["roles"] = ["baker"]
    measured = whole_document["halves"][1]["measured"]
    measured["confusion"] = {"baker": {"baker": 1}}
    measured["stop"] = None

    _, does = sureness(whole_document, catalogue, bread=("daily",))

    assert does is not None
    assert (does.held, does.confused_with, does.confused) == (1, None, 0)


def test_reasons_count_what_answering_adds(whole: Questionnaire, catalogue: Catalogue) -> None:
    """A question's reason is what all its answers and its base move together."""
    _, result = judge(whole, catalogue, {"bread": ("daily",), "gear": ("knife", "rack")}).halves

    assert result.points == {"baker": 0.5, "cook": -0.5, "waiter": 0}
    assert result.reasons == (
        Reason("bread", ("daily",), "baker", True, math.exp(1.6)),
        Reason("gear", ("knife", "rack"), "waiter", False, math.exp(1.1)),
    )


@pytest.mark.parametrize(
    ("given", "change"),
    [
        (("nothing", "x"), Change("gear", ("nothing",), ("knife",), ("cook", "baker"), 1.2)),
        (("rack",), Change("gear", ("rack",), ("nothing",), (NONE,), 2)),
        (
            ("knife", "rack"),
            Change("gear", ("knife", "rack"), ("nothing",), (NONE,), 1.4),
        ),
    ],
)
def test_a_flip_minds_answers_given_alone(
    whole_document: Json, catalogue: Catalogue, given: Given, change: Change
) -> None:
    """An answer given alone replaces the others, and any other answer replaces it."""
    _, half = halves(whole_document, catalogue, gear=given)
    assert half.change == change


def test_a_flip_may_take_the_base_away(whole_document: Json, catalogue: Catalogue) -> None:
    """Without its last answer a question adds nothing, not its base either."""
    whole_document["questions"][3]["answers"][0]["points"] = kitchen.points(0.4, -0.1, -0.3)
    _, half = halves(whole_document, catalogue, bread=("daily",), gear=("rack",))

    assert half.points == {"baker": 0.1, "cook": -0.8, "waiter": 0.7}
    assert half.change == Change("gear", ("rack",), (), ("baker", "cook"), 2)


# None of these, and jobs beside the roles ----------------------------------------------------


@pytest.mark.parametrize("given", [{"heat": ("none",)}, {"heat": ("none",), "tools": ("none",)}])
def test_none_of_these_to_everything_names_nobody(
    open_document: Json, catalogue: Catalogue, given: dict[str, Given]
) -> None:
    """Where every answer is that none fits, none of the roles is named, whatever the points."""
    result = judge(kitchen.questionnaire(open_document), catalogue, given)
    likes, _ = result.halves

    assert (result.leaders, result.none, result.beside, result.agree) == ((), True, None, None)
    assert (likes.lean, likes.none, likes.leaders) == ("none", True, ())
    assert (likes.runner_up, likes.reasons) == (None, ())


@pytest.mark.parametrize(
    ("answered", "could", "none", "fits"),
    [
        (1, 1, 1, False),
        (2, 1, 1, True),
        (3, 2, 2, False),
        (6, 4, 3, False),
        (6, 4, 2, True),
        (12, 12, 6, True),
        (12, 12, 7, False),
        (3, 3, 0, True),
    ],
)
def test_most_answers_that_none_fits_are_enough(
    answered: int, could: int, none: int, fits: bool
) -> None:
    """All answers say so, or at least two do and they are most of those that could."""
    assert none_fits(answered, could, none) is not fits


def test_hardly_a_sign_of_the_work_names_nobody(catalogue: Catalogue, open_document: Json) -> None:
    """Where most answers are "none of these", one that speaks for a role is not enough."""
    likes, _ = halves(open_document, catalogue, heat=("none",), tools=("none",), hours=("morning",))

    assert (likes.lean, likes.leaders, likes.points["baker"]) == ("none", (), 0.8)


def test_none_of_these_in_a_measured_half(whole: Questionnaire, catalogue: Catalogue) -> None:
    """What is measured names nobody either, though its points favour a role."""
    _, does = judge(whole, catalogue, {"gear": ("nothing",)}).halves

    assert does.points["baker"] == 0.2
    assert (does.none, does.leaders, does.sureness, does.lean) == (True, (), None, None)


def test_another_answer_speaks_for_a_role(open_document: Json, catalogue: Catalogue) -> None:
    """Of two answers one that is not "none" is something to go on, and the points count."""
    likes, _ = halves(open_document, catalogue, heat=("none",), hours=("morning",))

    assert (likes.lean, likes.leaders) == ("leans", ("baker",))


def test_a_job_beside_the_roles_is_named_in_their_place(
    open_document: Json, catalogue: Catalogue
) -> None:
    """A job whose share of all is far above the best role's is named, with what speaks for it."""
    open_document["halves"][1]["measured"]["beside_ratio"] = 1.2
    result = judge(kitchen.questionnaire(open_document), catalogue, {"gear": ("knife",)})
    _, does = result.halves

    assert (result.leaders, result.beside, result.none) == ((), "butcher", False)
    assert (does.leaders, does.beside, does.runner_up, does.none) == ((), "butcher", "cook", False)
    assert does.reasons == (
        Reason("gear", ("knife",), "butcher", True, pytest.approx(math.exp(0.2))),  # type: ignore[arg-type]
    )
    assert does.sureness is None
    assert does.told == ToldSo(people=100, held=0.5, roles=0.1)
    assert does.wide is not None
    assert [*does.wide] == [*kitchen.ROLES, *kitchen.BESIDE]
    assert math.fsum(does.wide.values()) == pytest.approx(1)
    assert does.change is not None
    assert does.change.named == ("waiter",)


def test_the_ratio_to_the_best_role_is_enough(open_document: Json, catalogue: Catalogue) -> None:
    """A share of exactly so many times the best role's names the job, one below it does not."""
    measured = open_document["halves"][1]["measured"]
    for ratio, beside in ((math.exp(0.2), "butcher"), (math.exp(0.2) + 1e-6, None)):
        measured["beside_ratio"] = ratio
        _, does = halves(open_document, catalogue, gear=("knife",))
        assert does.beside == beside


def test_other_work_is_none_of_these(open_document: Json, catalogue: Catalogue) -> None:
    """Where the share of people of other work is far above, that is said, and no job is named."""
    measured = open_document["halves"][1]["measured"]
    measured["beside_ratio"] = 1.2
    answers = {"bread": ("seldom",), "gear": ("nothing",), "shift": ("late",)}
    result = judge(kitchen.questionnaire(open_document), catalogue, answers)
    _, does = result.halves

    assert (result.none, result.beside, result.leaders) == (True, None, ())
    assert (does.none, does.beside) == (True, None)
    assert does.reasons[0].role == "none-of-these"
    assert does.told is None  # nobody in the table holds a title that was counted to it


def test_nothing_is_told_of_a_job_without_a_table(
    open_document: Json, catalogue: Catalogue
) -> None:
    """Where the file does not say what people are told, the result does not either."""
    measured = open_document["halves"][1]["measured"]
    measured.update(told=measured["told"][1:], beside_ratio=1.2)
    _, does = halves(open_document, catalogue, gear=("knife",))

    assert (does.beside, does.told) == ("butcher", None)


def test_a_wish_beside_other_work(open_document: Json, catalogue: Catalogue) -> None:
    """Who wants a role and does other work is told the role, and that the halves disagree."""
    questionnaire = kitchen.questionnaire(open_document)
    result = judge(questionnaire, catalogue, {"hours": ("morning",), "gear": ("nothing",)})

    assert (result.leaders, result.agree, result.none) == (("baker",), False, False)


def test_halves_that_name_no_role_agree(open_document: Json, catalogue: Catalogue) -> None:
    """Where no half names a role, they agree, and a job beside the roles is still told."""
    open_document["halves"][1]["measured"]["beside_ratio"] = 1.2
    questionnaire = kitchen.questionnaire(open_document)
    result = judge(questionnaire, catalogue, {"heat": ("none",), "gear": ("knife",)})

    assert (result.agree, result.beside, result.none) == (True, "butcher", False)


# Stopping early -------------------------------------------------------------------------------


def test_the_chance_of_another_leader_is_told(whole: Questionnaire, catalogue: Catalogue) -> None:
    """A half says what the questions after the last one answered could still do."""
    sure = {"bread": ("daily",), "gear": ("nothing",)}
    _, does = judge(whole, catalogue, sure).halves
    assert (does.left, does.stopped_early) == (1, True)
    assert does.chance_of_change == pytest.approx(0.0573, abs=1e-4)

    _, does = judge(whole, catalogue, {"bread": ("daily",), "gear": ("knife",)}).halves
    assert (does.left, does.stopped_early) == (1, False)

    _, does = judge(whole, catalogue, {**sure, "shift": ("late",)}).halves
    assert (does.left, does.stopped_early, does.chance_of_change) == (0, False, 0)


def test_nothing_is_known_without_answers(whole: Questionnaire, catalogue: Catalogue) -> None:
    """While nothing is answered no chance is told."""
    _, does = judge(whole, catalogue, {}).halves
    assert (does.left, does.chance_of_change, does.stopped_early) == (3, None, False)
