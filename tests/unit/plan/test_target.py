"""Where somebody wants to get."""

from dataclasses import dataclass

import pytest

from mlroles.plan.models import PlanFile
from mlroles.plan.target import Need, Target, Want, advert_target, role_target, want_step, worth
from mlroles.roles.catalogue import Catalogue
from tests.measured import share
from tests.unit.plan.conftest import role


@dataclass(frozen=True)
class Asked:
    """A requirement of an advert, as it is read elsewhere."""

    id: str
    need: str
    words: str


def test_a_role_wants_what_it_uses(shipped: Catalogue) -> None:
    """What is named for a role, or common in it, is wanted, with its source and the adverts."""
    found = role_target(shipped, role(shipped, "ml-engineer"))
    docker = next(each for each in found.wants if each.skill == "docker")
    assert docker.cited is not None
    assert docker.figure is not None
    assert docker.figure.unit == "ads"
    assert docker.need is None
    assert set(found.others).isdisjoint(each.skill for each in found.wants)
    assert len(found.others) + len(found.wants) == len(shipped.skills)


def _advert(catalogue: Catalogue, *asked: Asked, of: str = "ml-engineer") -> Target:
    return advert_target(catalogue, "An advert", role(catalogue, of) if of else None, asked)


def test_an_advert_wants_what_it_asks_for(shipped: Catalogue) -> None:
    """What it asks for is wanted, at its strongest; what it does not need is not."""
    found = _advert(
        shipped,
        Asked("docker", "helpful", "Docker is nice"),
        Asked("docker", "must", "Docker"),
        Asked("spark", "not-needed", "no Spark"),
        Asked("python", "named", "Python"),
        Asked("rust", "must", "Rust"),
        Asked("rust", "named", "Rust"),
    )
    assert [(each.skill, each.need, each.words) for each in found.wants] == [
        ("python", "named", "Python"),
        ("docker", "must", "Docker"),
    ]
    assert (found.kind, found.id, found.beyond) == ("advert", "ml-engineer", ("Rust",))
    assert found.wants[1].cited is not None


def test_an_advert_of_no_role_has_no_figures(shipped: Catalogue) -> None:
    """Where an advert is near to no role, nothing is told of a role."""
    found = _advert(shipped, Asked("docker", "must", "Docker"), of="")
    assert (found.id, found.wants[0].figure, found.wants[0].cited) == ("", None, None)


def _want(named: int | None, value: float | None = None, need: Need | None = None) -> Want:
    figure = None if value is None else share("baker", "k", value, "some", "ads")
    return Want("k", "K", named, None, figure, need, "")


@pytest.mark.parametrize(("named", "step"), [(None, 2), (0, 2), (1, 1), (2, 3)])
def test_how_well_is_wanted(file: PlanFile, named: int | None, step: int) -> None:
    """The level that is named says how well; without one the file does."""
    assert want_step(file, _want(named)) == step


@pytest.mark.parametrize(
    ("want", "counts"),
    [
        (_want(None), 0),
        (_want(None, 0.4), 0.4),
        (_want(1, 0.4), 0.2),
        (_want(2, 0.4), 0.8),
        (_want(2), 0.4),
        (_want(2, 0.9, "must"), 1),
        (_want(None, 0.9, "named"), 0.5),
        (_want(None, None, "helpful"), 0.25),
    ],
)
def test_what_a_want_counts_for(file: PlanFile, want: Want, counts: float) -> None:
    """The share of adverts counts by the level, and no less than that; of one advert its words."""
    assert worth(file, want) == pytest.approx(counts)
