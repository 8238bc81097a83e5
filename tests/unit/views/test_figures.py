"""Figures in a few words."""

import pytest

from mlroles.roles.evidence import Evidence
from mlroles.roles.skill_use import SkillUse
from mlroles.views.figures import percent, short_figure, way
from tests.measured import share


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (0.93, "", "93 %"),
        (0.314, "ads", "31 % ads"),
        (0.0, "", "0 %"),
        (0.001, "ads", "under 1 % ads"),
        (0.005, "", "0 %"),
        (0.006, "", "1 %"),
        (1.0, "", "100 %"),
    ],
)
def test_share_is_whole_percent(value: float, unit: str, told: str) -> None:
    """A share is rounded, and one that is not nothing is not rounded to nothing."""
    assert percent(share("baker", "kneading", value, None, unit)) == told


def use(*figures: Evidence) -> SkillUse:
    """Return a use that is measured."""
    return SkillUse(None, figures)


def test_short_figure_is_the_first() -> None:
    """One figure stands for all; where none is known there are no words."""
    first, second = share("baker", "k", 0.4, None), share("baker", "k", 0.3, None, "ads")
    assert short_figure(use(first, second)) == "40 %"
    assert short_figure(use()) == ""


HERE = share("baker", "k", 0.09, "rare", "ads")
THERE = share("bread-seller", "k", 0.41, "common", "ads")


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ((HERE,), (THERE,), " (9 → 41 % ads)"),
        ((share("baker", "k", 0.5, None), HERE), (THERE,), " (9 → 41 % ads)"),
        ((HERE,), (share("bread-seller", "k", 0.8, "common"), THERE), " (9 → 41 % ads)"),
        ((share("baker", "k", 0.5, None),), (THERE,), " (41 % ads)"),
        ((share("baker", "k", 0.5, None, "ads", year=2030),), (THERE,), " (41 % ads)"),
        ((), (THERE,), " (41 % ads)"),
        ((HERE,), (), ""),
        ((), (), ""),
    ],
)
def test_way_sets_two_figures_of_one_measure_side_by_side(
    here: tuple[Evidence, ...], there: tuple[Evidence, ...], told: str
) -> None:
    """Figures of another measure, or of another year, are not set against each other."""
    assert way(use(*here), use(*there)) == told
