"""The screens of a plan."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.plan.kept import PlansForgotten
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.plan.plan import Facts, Person, Plan, make_plan
from mlroles.plan.target import Want, advert_target, role_target
from mlroles.render.document import Document, Fields, Table
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.views.plan import forgotten_view, view
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.measured import share
from tests.plans import bakery_plan, bakery_resources
from tests.unit.plan.test_target import Asked
from tests.unit.views.blocks import one_of, suggested

ASKED = ("plan", "baker")


@pytest.fixture
def bakers(tmp_path: Path) -> Catalogue:
    """Return the bakery with every file."""
    return load_catalogue(write(tmp_path, whole_bakery()))


@pytest.fixture
def facts(bakers: Catalogue) -> Facts:
    """Return what plans in a bakery are made from; its framework is quoted."""
    document = {**bakery_plan(), "framework": "guild"}
    document["skills"][0]["official"] = "kneading"
    return Facts(
        bakers,
        PlanFile.model_validate_json(json.dumps(document)),
        ResourcesFile.model_validate_json(json.dumps(bakery_resources())),
    )


@pytest.fixture
def plan(facts: Facts) -> Plan:
    """Return the plan of somebody of whom nothing is known."""
    return make_plan(facts, Person({}, {}), role_target(facts.catalogue, facts.catalogue.roles[0]))


def text(document: Document) -> str:
    """Return a screen as running words."""
    return " ".join(to_plain(document).split())


def test_who_says_nothing_begins(plan: Plan, bakers: Catalogue) -> None:
    """Where nothing is known of a person each step is to learn, and they are told how to say it."""
    written = text(view(plan, bakers, ASKED))
    assert "1 learn Counting" in written
    assert "What you can do already goes into --have" in written
    assert suggested(view(plan, bakers, ASKED)) == (
        "mlroles plan baker --full",
        "mlroles show baker",
    )


def test_who_says_something_may_know_more(facts: Facts, bakers: Catalogue) -> None:
    """Where something is known, what is not said is asked for, not taken for no."""
    target = role_target(bakers, bakers.roles[0])
    result = make_plan(facts, Person({"counting": 0}, {}), target)
    written = text(view(result, bakers, ASKED))
    assert "learn Counting" in written
    assert "learn? Kneading" in written
    assert "perhaps you know it" in written
    known = make_plan(facts, Person({"counting": 0, "kneading": 1}, {}), target)
    assert "raise Kneading" in text(view(known, bakers, ASKED))
    assert "perhaps you know it" not in text(view(known, bakers, ASKED))


def test_each_step_whole(facts: Facts, bakers: Catalogue) -> None:
    """The whole plan says how far, why, what it rests on, what one can do then, and from what."""
    target = role_target(bakers, bakers.roles[0])
    result = make_plan(facts, Person({"kneading": 1}, {}), target)
    written = text(view(result, bakers, ASKED, full=True))
    for part in (
        "raise: from “has seen it” to “does it”, about 8 hours",
        "later, mostly at work, to “teaches it”, about 30 hours more",
        "a source calls it much",
        "step 1: Flour is weighed. (crumb-1)",
        "make dough that rises.",
        "knead",
        "A loaf.",
        "opened 2026-06-01: 200",
        "address never opened by us",
        "how warm your hands are",
        "A guess of the miller.",
    ):
        assert part in written


def test_an_advert(facts: Facts, bakers: Catalogue) -> None:
    """What an advert says stands beside each step, and what nobody here knows apart."""
    asked = (
        Asked("kneading", "must", "kneads well"),
        Asked("greeting", "helpful", "greets"),
        Asked("flying", "must", "flies"),
    )
    target = advert_target(bakers, "An advert", bakers.roles[0], asked)
    result = make_plan(facts, Person({}, {}), target)
    short = view(result, bakers, ASKED)
    assert [str(row) for row in one_of(short, Table).rows if "must" in str(row)]
    assert "Also asked: flies" in text(short)
    written = text(view(result, bakers, ASKED, full=True))
    assert "the advert says “kneads well” (must)" in written
    assert "not known" in text(short)
    nobody = replace(result, to="")
    assert suggested(view(nobody, bakers, ASKED)) == ("mlroles plan baker --full",)


def test_figures_of_people_and_adverts(plan: Plan, bakers: Catalogue) -> None:
    """A figure says of whom or what it is, of how many, and of which year."""
    (step,) = [each for each in plan.steps if each.skill == "kneading"]
    wishes = tuple(
        replace(step.wishes[0], cited=None, figure=share("baker", "kneading", value, None, unit))
        for value, unit in ((0.8, ""), (0.004, "ads"))
    )
    bare = replace(step.wishes[0], cited=None, figure=None)
    result = replace(plan, steps=(replace(step, wishes=(*wishes, bare)),))
    written = text(view(result, bakers, ASKED, full=True))
    assert "80 % of people (100 asked, 2031)" in written
    assert "under 1 % of ads (100 adverts, 2031)" in written
    assert "no figure rests on enough adverts or people" in written


def test_tools_of_which_one_is_enough(plan: Plan, bakers: Catalogue) -> None:
    """What would do as well is named, and what waits for a step."""
    first = replace(
        plan.steps[0], instead=("Guessing", "Weighing"), wanted=False, opens=("Kneading",)
    )
    written = text(view(replace(plan, steps=(first,)), bakers, ASKED, full=True))
    assert "Instead of it, as you like: Guessing or Weighing." in written
    assert "Not asked for by itself: other steps rest on it." in written
    assert "Rest on it: Kneading." in written


def test_a_step_of_which_little_is_known(plan: Plan, bakers: Catalogue) -> None:
    """A step without hours, words and resources says what is known of it, and no more."""
    step = replace(
        plan.steps[0], hours=None, from_week=None, to_week=None, hours_more=0, can="", make="",
        resources=(), after=(), opens=(), official=(),
    )  # fmt: skip
    result = replace(plan, steps=(step,), hours=0)
    assert "Nobody has followed people who used such a plan." in text(view(result, bakers, ASKED))
    assert "You can then" not in text(view(result, bakers, ASKED, full=True))


def test_what_is_kept_says_why(facts: Facts, bakers: Catalogue) -> None:
    """What follows, or is done as well by another skill, says from which."""
    result = make_plan(facts, Person({"kneading": 3}, {}), role_target(bakers, bakers.roles[0]))
    there = replace(result.keep[0], of="Baking")
    plain = replace(result, keep=(there, result.keep[0], replace(there, of="", basis="role")))
    fields = view(plain, bakers, ASKED, full=True)
    kept = [
        own
        for label, own in next(block.items for block in fields.blocks if isinstance(block, Fields))
        if label == "Keep"
    ]
    assert kept == [
        ("Kneading (Baking is enough)", "Kneading", "Kneading (people of your role use it)")
    ]


def test_forgetting_says_what_is_gone() -> None:
    """What was deleted is counted."""
    assert "Deleted: 2 plans." in text(forgotten_view(PlansForgotten(2, 0)))
    assert "Deleted: 1 skill ticked off." in text(forgotten_view(PlansForgotten(0, 1)))
    assert "Nothing was kept." in text(forgotten_view(PlansForgotten(0, 0)))


def test_a_want_is_told_with_what_it_is(bakers: Catalogue) -> None:
    """A want of a role has no words of an advert."""
    wants = role_target(bakers, bakers.roles[0]).wants
    assert {type(each) for each in wants} == {Want}
    assert {each.words for each in wants} == {""}
