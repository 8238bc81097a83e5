"""Adverts of our own are read as what they are, by the points that we ship."""

from functools import partial
from pathlib import Path

import pytest

from mlroles.adverts.mix import MixReader
from mlroles.locations import data_directory
from mlroles.parts import ADVERTS, mention_finder, neighbours
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(name="reader", scope="module")
def shipped_reader() -> MixReader:
    """Return what reads adverts by the files that we ship."""
    catalogue = load_catalogue(data_directory(), partial(Catalogue, read_neighbours=neighbours))
    return MixReader(ADVERTS.load(catalogue), mention_finder(catalogue))


@pytest.mark.parametrize(
    ("name", "outcome", "roles", "nearest"),
    [
        ("data_scientist", "role", ("data-scientist",), None),
        ("ml_engineer", "role", ("ml-engineer",), None),
        ("ml_researcher", "role", ("ml-researcher",), None),
        ("data_analyst", "none", (), "data-analyst"),
        ("data_engineer", "none", (), "data-engineer"),
        ("software_engineer", "none", (), "software-engineer"),
        ("dashboards", "none", (), "data-analyst"),
        ("short_dashboards", "none", (), "data-analyst"),
        ("sales", "none", (), None),
        ("too_short", "too-short", (), None),
    ],
)
def test_reading(
    reader: MixReader, name: str, outcome: str, roles: tuple[str, ...], nearest: str | None
) -> None:
    """An advert is read as what it asks for, whatever its title."""
    mix = reader.read((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    assert (mix.outcome, mix.roles, mix.nearest) == (outcome, roles, nearest)


def test_unicorn_is_mixed(reader: MixReader) -> None:
    """An advert that asks for everything is told to be mixed."""
    mix = reader.read((EXAMPLES / "unicorn.txt").read_text(encoding="utf-8"))
    assert mix.outcome == "mixed"
    assert len(mix.roles) >= 2


def test_line_breaks_do_not_matter(reader: MixReader) -> None:
    """An advert without its line breaks is read as the same role."""
    text = (EXAMPLES / "ml_engineer.txt").read_text(encoding="utf-8")
    assert reader.read(" ".join(text.split())).roles == ("ml-engineer",)
    assert reader.read(text.replace("\n", "<br>")).roles == ("ml-engineer",)
