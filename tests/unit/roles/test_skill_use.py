"""Whether the people of a role use a skill."""

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Evidence, Standing
from mlroles.roles.skill_use import (
    SkillUse,
    belongs_to_one,
    is_shared,
    measured_skills,
    skill_uses,
)
from tests.measured import share


def use(level: int | None, standing: Standing | None = None) -> SkillUse:
    """Return a use of which the level is named, and the standing measured, where there is one."""
    return SkillUse(level, (share("baker", "kneading", 0.3, standing),) if standing else ())


NOTHING = SkillUse(None, ())
TOO_FEW = SkillUse(None, (share("baker", "kneading", 0.9, None),))
"""Measured of so few that the figures say nothing."""


@pytest.mark.parametrize(
    ("known", "used", "is_known"),
    [
        (NOTHING, False, False),
        (TOO_FEW, False, True),
        (use(1), True, True),
        (use(1, "rare"), True, True),
        (use(None, "common"), True, True),
        (use(None, "some"), False, True),
        (use(None, "rare"), False, True),
        (use(None, "rarely-asked"), False, True),
    ],
)
def test_skill_is_used_where_it_is_named_or_common(
    known: SkillUse, used: bool, is_known: bool
) -> None:
    """A named or common skill belongs to a role; where neither is known, nothing is."""
    assert (known.used, known.known) == (used, is_known)


def test_standing_is_that_of_the_figures() -> None:
    """All figures of a role and skill say one thing together; without figures nothing is said."""
    assert NOTHING.standing is None
    assert TOO_FEW.standing is None
    assert use(2, "rare").standing == "rare"


def test_highest_share_orders_skills() -> None:
    """Of several figures the highest counts, and what is not measured comes last."""
    figures = (share("baker", "k", 0.3, "some", "ads"), share("baker", "k", 0.7, "some"))
    assert SkillUse(None, figures).share == pytest.approx(0.7)
    assert use(3).share == 0.0


def test_figures_are_found_by_role_and_skill(bakehouse: Catalogue) -> None:
    """Each skill asked for has an entry, with the level and the figures of this role alone."""
    people = share("baker", "kneading", 0.8, "common")
    adverts = share("baker", "kneading", 0.3, "common", "ads")
    other = share("bread-seller", "kneading", 0.1, "some")
    wage = Evidence(**{**vars(people), "about": "wage", "skill": None})
    measured = measured_skills([people, wage, other, adverts])
    assert measured == {
        ("baker", "kneading"): (people, adverts),
        ("bread-seller", "kneading"): (other,),
    }
    assert skill_uses(bakehouse.roles[0], ["kneading", "greeting"], measured) == {
        "kneading": SkillUse(2, (people, adverts)),
        "greeting": NOTHING,
    }


@pytest.mark.parametrize(
    ("uses", "alone"),
    [
        ([use(2), use(None, "rare")], True),
        ([use(None, "common"), use(None, "rare")], True),
        ([use(2), use(None, "rare"), use(None, "rare")], True),
        ([use(2), NOTHING], False),
        ([use(2), TOO_FEW], False),
        ([use(2), use(None, "some")], False),
        ([use(2), use(None, "rarely-asked")], False),
        ([use(2), use(None, "rare"), NOTHING], False),
        ([use(2), use(1, "rare")], False),
        ([use(None, "rare"), use(None, "rare")], False),
    ],
)
def test_skill_belongs_to_one_only_where_it_is_measured_as_rare(
    uses: list[SkillUse], alone: bool
) -> None:
    """Silence about the other roles is not enough, nor are adverts that do not ask for it."""
    assert belongs_to_one(uses) is alone
    assert belongs_to_one(uses[::-1]) is alone


@pytest.mark.parametrize(
    ("uses", "shared"),
    [
        ([use(1), use(None, "common")], True),
        ([use(1), use(1, "rare"), NOTHING], True),
        ([use(1), NOTHING], False),
        ([use(1), use(None, "some")], False),
    ],
)
def test_skill_is_shared_where_two_use_it(uses: list[SkillUse], shared: bool) -> None:
    """Two roles for which it is named, or measured as common, share a skill."""
    assert is_shared(uses) is shared
