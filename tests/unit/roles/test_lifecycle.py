"""Who is there at each stage."""

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.lifecycle import lifecycle


def test_presence_is_the_strongest_part_at_a_stage(bakehouse: Catalogue) -> None:
    """A role leads a stage where it leads anything, helps where it helps, else is not named."""
    result = lifecycle(bakehouse, bakehouse.roles)
    assert [(row.stage, row.presences, row.led) for row in result.stages] == [
        ("dough", ("leads", "not named"), True),
        ("shop", ("not named", "helps"), False),
        ("oven", ("not named", "not named"), False),
    ]


def test_gaps_and_what_stands_outside_are_kept(bakehouse: Catalogue) -> None:
    """A stage carries its gap, and what belongs to no stage is listed apart."""
    result = lifecycle(bakehouse, bakehouse.roles)
    assert [row.gap for row in result.stages] == [None, "Nobody says who sweeps.", None]
    assert [row.responsibility for row in result.outside] == ["taste"]


def test_shipped_stage_that_nobody_leads_is_named(shipped: Catalogue) -> None:
    """The articles give data collection to none of their roles, and that is said."""
    result = lifecycle(shipped, shipped.core)
    assert [row.stage for row in result.stages if not row.led] == ["data-collection"]
    assert all(row.gap for row in result.stages if not row.led)
