"""One role whole, and all at a glance."""

from dataclasses import replace

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.profile import Profile, overview, profile
from mlroles.roles.sections import SECTIONS, Section
from tests.measured import BAKERY_SHARES, quoting, share

PARTS: dict[Section, tuple[str, ...]] = {
    "summary": ("summary",),
    "facts": ("facts",),
    "responsibilities": ("responsibilities",),
    "does-not": ("does_not",),
    "skills": ("skills",),
    "choose-if": ("choose_if", "think_twice_if"),
    "sources": ("claims",),
}


def given(result: Profile) -> set[str]:
    """Return the names of the parts that are there."""
    names = {name for part in PARTS.values() for name in part}
    return {name for name in names if getattr(result, name) is not None}


def test_profile_has_every_part(bakehouse: Catalogue) -> None:
    """Without a wish, all sections come."""
    result = profile(bakehouse, bakehouse.roles[0])
    assert result.sections == SECTIONS
    assert given(result) == {name for part in PARTS.values() for name in part}


@pytest.mark.parametrize("section", SECTIONS)
def test_profile_has_only_the_parts_asked_for(bakehouse: Catalogue, section: Section) -> None:
    """A section that was not asked for is None."""
    result = profile(bakehouse, bakehouse.roles[0], [section])
    assert result.sections == (section,)
    assert given(result) == set(PARTS[section])


def test_sections_come_in_the_order_of_reading(bakehouse: Catalogue) -> None:
    """However they are asked for, sections stand in one order and once."""
    result = profile(bakehouse, bakehouse.roles[0], ["skills", "facts", "skills"])
    assert result.sections == ("facts", "skills")


def test_facts_carry_scale_level_figure_and_disputes(bakehouse: Catalogue) -> None:
    """A fact says what an aspect's statement holds."""
    facts = profile(bakehouse, bakehouse.roles[0]).facts
    assert facts is not None
    rising, heat, pay = facts
    assert rising.cited.disputes == ("rising",)
    assert (heat.scale, heat.cited.level) == (("cool", "warm", "hot"), 2)
    assert pay.figure is not None
    assert (pay.figure.amount, pay.figure.currency) == (20, "EUR")


def test_duties_stand_by_stage_and_outside_last(bakehouse: Catalogue) -> None:
    """Responsibilities come in the order of the stages; what stands outside comes last."""
    stages = profile(bakehouse, bakehouse.roles[0]).responsibilities
    assert stages is not None
    assert [(each.stage, each.title) for each in stages] == [("dough", "Dough"), (None, None)]
    assert [duty.cited.text for duty in stages[1].duties] == ["Every loaf"]


def test_skills_stand_by_category_the_highest_first(shipped: Catalogue) -> None:
    """Within a category levels fall; of one level, and of none, the most common comes first."""
    for role in shipped.roles:
        groups = profile(shipped, role).skills
        assert groups
        for group in groups:
            uses = [row.uses[0] for row in group.rows]
            order = [(each.level or 0, each.share) for each in uses]
            assert order == sorted(order, reverse=True)


def test_skills_are_those_that_the_role_uses(bakehouse: Catalogue) -> None:
    """A skill that is named or common is listed; one that few use, or nobody asked about, is not.

    A category without any is left out.
    """
    seller = bakehouse.roles[1]
    assert _skills(profile(bakehouse, seller)) == {"trade": ["counting", "greeting"]}
    assert _skills(profile(quoting(bakehouse, *BAKERY_SHARES), seller)) == {
        "trade": ["counting", "greeting"]
    }
    common = quoting(bakehouse, share("bread-seller", "kneading", 0.5, "common"))
    assert _skills(profile(common, seller)) == {
        "craft": ["kneading"],
        "trade": ["counting", "greeting"],
    }


def _skills(result: Profile) -> dict[str, list[str]]:
    """Return the ids of the skills by category."""
    return {group.category: [row.skill for row in group.rows] for group in result.skills or ()}


def test_figures_of_the_role_stand_with_the_facts(bakehouse: Catalogue) -> None:
    """What is measured of the role is there with its facts; shares of skills are in the skills."""
    baker = bakehouse.roles[0]
    nights, other = (
        replace(share(role, "nights", 0.7, None), skill=None) for role in ("baker", "bread-seller")
    )
    catalogue = quoting(bakehouse, *BAKERY_SHARES, nights, other)
    assert profile(catalogue, baker).measured == (nights,)
    assert profile(catalogue, baker, ["skills"]).measured == ()


def test_claims_of_a_role_come_once_in_the_order_of_the_file(bakehouse: Catalogue) -> None:
    """A profile names every claim that any of the role's statements cites."""
    assert profile(bakehouse, bakehouse.roles[0]).claims == (
        "crumb-1",
        "crumb-2",
        "crumb-3",
        "crumb-4",
    )
    assert profile(bakehouse, bakehouse.roles[1]).claims == ("crumb-4",)


def test_overview_has_every_role_in_a_few_lines(bakehouse: Catalogue) -> None:
    """Each role comes with its names, its summary and reasons to choose it."""
    result = overview(bakehouse, bakehouse.roles)
    assert result.title == "Work in a bakery"
    baker, seller = result.roles
    assert tuple(each.text for each in baker.aliases) == ("Boulanger", "Dough person")
    assert [each.text for each in baker.choose_if] == ["you like the night"]
    assert baker.choose_if[0].disputes == ("rising",)
    assert (seller.aliases, seller.choose_if) == ((), ())
    assert [each.text for each in result.overlap] == ["Both work with bread."]
    assert [each.text for each in result.team_sizes] == ["A small bakery is one person."]
