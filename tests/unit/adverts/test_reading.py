"""What one advert says, put together."""

import json
from pathlib import Path
from typing import Any

import pytest

from mlroles.adverts.reading import AdvertReading, read_advert
from mlroles.adverts.terms.found import Terms
from mlroles.cli.request import Format, Request
from mlroles.parts import advert_tools
from tests.bakehouse import whole_bakery
from tests.catalogues import Files, write

EXAMPLES = Path(__file__).parent / "examples"
WHOLE: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("readings.json").read_bytes()
)

BAKER = (
    "Master Baker. You will knead dough before dawn and be good at kneading. "
    "The mixer is a plus, and you count. Equal opportunity for all."
)
NOBODY = "We offer the best of the town and you will like the people and the sea."


def read(folder: Path | None, text: str, title: str | None = None) -> AdvertReading:
    """Return what a text says by the catalogue in ``folder``, or by the one that comes along."""
    request = Request(None, folder, Format.TERMINAL, plain=False)  # type: ignore[arg-type]
    catalogue = request.catalogue
    return read_advert(catalogue, advert_tools(catalogue), text, title=title)


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """Return a bakery's catalogue in which half of the adverts for bakers name counting."""
    files: Files = whole_bakery()
    evidence = files["evidence.json"]
    counted = {**evidence["datasets"][0], "id": "adverts", "basis": "adverts"}
    evidence["datasets"].append(counted)
    for skill, count in (("counting", 50), ("kneading", 30)):
        cells = [{"group": "baker", "count": count, "base": 100}]
        evidence["measures"].append(
            {**evidence["measures"][1], "id": f"ads-{skill}", "skill": skill, "dataset": "adverts"}
            | {"title": f"name {skill}", "cells": cells}
        )
    return write(tmp_path / "bakery", files)


@pytest.mark.parametrize(
    ("name", "outcome", "roles", "nearest", "agrees"),
    [
        ("dashboards", "none", (), "data-analyst", False),
        ("short_dashboards", "none", (), "data-analyst", False),
        ("data_analyst", "none", (), "data-analyst", True),
        ("data_engineer", "none", (), "data-engineer", True),
        ("software_engineer", "none", (), "software-engineer", True),
        ("data_scientist", "role", ("data-scientist",), None, True),
        ("ml_engineer", "role", ("ml-engineer",), None, True),
        ("ml_researcher", "role", ("ml-researcher",), None, True),
        ("too_short", "too-short", (), None, None),
    ],
)
def test_examples(
    name: str,
    outcome: str,
    roles: tuple[str, ...],
    nearest: str | None,
    agrees: bool | None,
) -> None:
    """Adverts for the roles, for jobs beside them and for neither are told apart, title or not."""
    found = read(None, (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    assert (found.outcome, found.roles) == (outcome, roles)
    assert (found.nearest and found.nearest.id) == nearest
    assert (found.title and found.title.agrees) == agrees
    assert bool(found.shares) == (outcome != "too-short")


@pytest.mark.parametrize("name", WHOLE)
def test_whole_reading(name: str) -> None:
    """What an advert asks for, as a must or a plus, what it offers and what it lacks is read."""
    found = read(None, (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    expected = WHOLE[name]
    needs = {each.need for each in found.skills} | {"must", "helpful", "named"}
    asked = {need: {each.id for each in found.skills if each.need == need} for need in needs}
    assert asked == {need: set(expected.get(need, ())) for need in needs}
    assert told(found.terms) == expected.get("terms", {})
    usual = [each.id for each in found.usual]
    assert set(expected.get("usual", ())) <= set(usual)
    assert not {each.id for each in found.skills} & set(usual)
    assert bool(usual) == ("usual" in expected)


def told(terms: Terms) -> dict[str, str]:
    """Return the terms in a few words each, those that are named."""
    pay, years, degree, remote = terms.pay, terms.years, terms.degree, terms.remote
    basis = f", {pay.basis}" if pay and pay.basis else ""
    days = f", {remote.days} days" if remote and remote.days else ""
    found = {
        "pay": pay and f"{pay.low:.0f} to {pay.high:.0f} {pay.currency} a {pay.period}{basis}",
        "years": years and f"{years.low}, {years.need}",
        "degree": degree and f"{'/'.join(degree.levels)}, {degree.need}",
        "level": terms.level and terms.level.level,
        "remote": remote and f"{remote.where}{days}",
        "place": terms.place and terms.place.words,
        "contract": ", ".join(each.kind for each in terms.contract or ()),
        "languages": "; ".join(f"{each.code}, {each.need}" for each in terms.languages or ()),
    }
    return {name: words for name, words in found.items() if words}


def test_dashboards_titled_data_scientist() -> None:
    """A short advert for dashboards is none of the roles, whatever its title says."""
    text = (
        "Data Scientist (m/f/d). You look after our dashboards, keep reports up to date with SQL "
        "and answer what the shops ask. Some machine learning would be nice."
    )
    found = read(None, text)
    assert found.title is not None
    assert found.title.title == "Data Scientist (m/f/d)"
    assert (found.outcome, found.title.agrees) == ("none", False)
    assert {"sql", "visualisation"} <= {each.id for each in found.skills}


def test_what_is_asked(bakery: Path) -> None:
    """A skill has the share of adverts that name it, where these were counted."""
    found = read(bakery, BAKER)
    assert found.title is not None
    assert (found.title.title, found.title.agrees) == ("Master Baker", True)
    shares = {each.id: (each.need, each.title, each.share) for each in found.skills}
    assert shares == {
        "kneading": ("named", "Kneading", 0.3),
        "mixers": ("helpful", "Mixers", None),
    }
    assert [(each.id, each.share) for each in found.usual] == [("counting", 0.5)]
    assert [each.role for each in found.reasons] == ["baker"]
    assert [(each.left_out, each.points > 0) for each in found.passages] == [
        (False, False),
        (False, True),
        (False, False),
        (True, False),
    ]


def test_without_titles(bakery: Path) -> None:
    """Where the catalogue knows no titles, one that is given says nothing, and none is found."""
    (bakery / "titles.json").unlink()
    assert read(bakery, BAKER).title is None
    given = read(bakery, BAKER, "Master Baker").title
    assert given is not None
    assert (given.means, given.agrees) == ((), None)


def test_first_line_that_is_no_title(bakery: Path) -> None:
    """A first sentence that is long, or no title, is none; nor is nothing at all."""
    assert read(bakery, f"{'Baker ' * 30}. {BAKER}").title is None
    assert read(bakery, NOBODY).title is None
    assert read(bakery, "").title is None


def test_job_that_nobody_knows(bakery: Path) -> None:
    """An advert that is none of the roles may be near to no job that is known."""
    found = read(bakery, "You will lead the sales of the cars and of the trucks of our town.")
    assert found.outcome == "too-short"
    assert (found.nearest, found.none_share, found.shares) == (None, None, ())
