"""The screen of many adverts together."""

from pathlib import Path

import pytest

from mlroles.adverts.summary import AdvertGroup, AdvertsSummary, Asking, PaySpan, TitleGroup
from mlroles.render.document import Document
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.views.adverts import MOST_SKILLS, view
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.unit.views.blocks import headings, suggested

SKILLS = tuple(
    Asking(f"s{n}", f"Skill {n}", 90 - n, 10, 0.9 - n / 100, 0.8, 0.95) for n in range(12)
)
BAKER = AdvertGroup(
    "baker", "Baker", 100, 0.5, 0.4, 0.6, SKILLS, (PaySpan("EUR", "year", 30, 1000, 2000, 3000),)
)
FEW = AdvertGroup("none", "None of the roles", 3, None, None, None, (), ())
UNPAID = AdvertGroup("bread-seller", "Bread Seller", 50, 0.25, 0.2, 0.3, SKILLS[:1], ())
RESULT = AdvertsSummary(
    200,
    4,
    3,
    2,
    (BAKER, UNPAID, FEW),
    (
        TitleGroup("baker", "Baker", 80, 40, 0.5, 0.4, 0.6),
        TitleGroup("bread-seller", "Bread Seller", 2, None, None, None, None),
    ),
    25,
)
NOTHING = AdvertsSummary(0, 0, 0, 0, (), (), 25)


@pytest.fixture
def bakers(tmp_path: Path) -> Catalogue:
    """Return the bakery."""
    return load_catalogue(write(tmp_path, whole_bakery()))


def text(document: Document) -> str:
    """Return a screen as running words."""
    return " ".join(to_plain(document).split())


def test_summary(bakers: Catalogue) -> None:
    """Each figure has its interval and its number; what rests on few is kept back."""
    document = view(RESULT, bakers, "ads.csv")
    written = text(document)
    assert headings(document)[0] == "200 adverts, read by what they say"
    assert "2 are a mix of roles" in written
    assert "4 could not be read" in written
    assert "50 % (40–60)" in written
    assert "under 25" in written
    assert "EUR a year: 1,000, 2,000, 3,000 (30 adverts)" in written
    assert "too few name it" in written
    assert f"Skill {MOST_SKILLS - 1}" in written
    assert f"Skill {MOST_SKILLS} " not in written
    assert suggested(document) == ("mlroles read ads.csv --summary --full", "mlroles show baker")


def test_full_summary(bakers: Catalogue) -> None:
    """The whole answer has every skill."""
    document = view(RESULT, bakers, "ads.csv", full=True)
    assert "Skill 11 79 %" in text(document)
    assert suggested(document) == ("mlroles show baker",)


@pytest.mark.parametrize("file", ["", "-"])
def test_nothing_to_say(bakers: Catalogue, file: str) -> None:
    """Of no adverts nothing is said; what came through a pipe is not read again."""
    document = view(NOTHING, bakers, file)
    assert "In no group" not in text(document)
    assert suggested(document) == ("mlroles list --all",)
