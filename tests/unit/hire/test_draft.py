"""A draft of an advert, from the catalogue and what adverts of the role say."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.hire.draft import AdvertDraft, OfferedBand, Own, OwnPay, draft_advert, offered_band
from mlroles.locations import data_directory
from mlroles.parts import ADVERT_RULES, PAY, PLAN, neighbours, quoted, title_reader
from mlroles.pay.models import PayFile
from mlroles.pay.places import choose
from mlroles.plan.models import Way
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import Role
from tests.bakehouse import whole_bakery
from tests.catalogues import write


def _whole(directory: Path) -> Catalogue:
    return replace(
        load_catalogue(directory),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )


@pytest.fixture(scope="module")
def shop() -> Catalogue:
    """Return the shipped catalogue with what it quotes."""
    return _whole(data_directory())


@pytest.fixture(scope="module")
def ovens(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the bakery with every file."""
    return _whole(write(tmp_path_factory.mktemp("ovens"), whole_bakery()))


def role(catalogue: Catalogue, name: str) -> Role:
    """Return the role of this id."""
    return catalogue.roles[catalogue.role_index[name]]


def drafted(
    catalogue: Catalogue, name: str, ways: tuple[Way, ...] | None = None, own: Own | None = None
) -> AdvertDraft:
    """Return the draft for a role, at no level and without a band."""
    rules: AdvertRulesFile = ADVERT_RULES.load(catalogue)
    found = PLAN.load(catalogue).ways if ways is None else ways
    return draft_advert(catalogue, rules, found, role(catalogue, name), None, None, own or Own())


def test_duties_and_skills(ovens: Catalogue) -> None:
    """Duties stand in the words of the rules, the role's must before what helps; None says none."""
    draft = drafted(ovens, "baker")
    assert draft.title == "Master Baker"
    assert draft.summary == "We are hiring. You will bake before dawn."
    assert (draft.duties, draft.help) == (("Knead dough by hand",), ())
    assert [(each.ids, each.text) for each in draft.musts] == [(("kneading",), "Strong arms")]
    assert [each.text for each in draft.helpful] == ["Counting"]


def test_without_words_titles_stand(ovens: Catalogue) -> None:
    """What the rules have no words for is said as the catalogue says it."""
    draft = drafted(ovens, "bread-seller")
    assert draft.summary == "We are hiring. Sells bread."
    assert draft.help == ("Sell bread",)
    assert [each.text for each in draft.musts] == ["Counting"]
    assert [each.text for each in draft.helpful] == ["Greeting"]


def test_named_where_no_adverts_were_counted(shop: Catalogue) -> None:
    """Without adverts of the role skills are those that a source names, the highest level first."""
    draft = drafted(shop, "ml-researcher")
    assert (draft.adverts, draft.adverts_year, draft.adverts_source) == (None, None, None)
    levels = [each.level for each in draft.musts]
    assert levels == sorted(levels, key=lambda level: -(level or 0))
    assert all(each.share is None for each in draft.musts)


def test_measured_where_adverts_were_counted(shop: Catalogue) -> None:
    """With adverts of the role the musts are what most of them name, at most seven."""
    draft = drafted(shop, "ml-engineer")
    assert draft.adverts is not None
    assert draft.adverts > 1000
    assert draft.adverts_source == "adverts-2025"
    shares = [each.share or 0 for each in draft.musts]
    assert shares == sorted(shares, reverse=True)
    assert (len(draft.musts), shares[0] > 0.5) == (7, True)


def test_what_a_source_calls_basic_is_no_must(shop: Catalogue) -> None:
    """A skill that is named at the lowest level only helps, however many adverts name it."""
    draft = drafted(shop, "data-scientist")
    assert "model-deployment" not in {name for each in draft.musts for name in each.ids}
    assert ("research-experiments",) in [each.ids for each in draft.helpful]


def test_one_of_several_tools_is_enough(shop: Catalogue) -> None:
    """Tools of which one is enough stand together, and what they are ways of is not said twice."""
    draft = drafted(shop, "ml-engineer")
    texts = [each.text for each in (*draft.musts, *draft.helpful)]
    assert "One of the large clouds, such as AWS" in texts
    assert "PyTorch or TensorFlow" in texts
    assert len(texts) == len(set(texts))
    other = drafted(shop, "data-scientist")
    scientist = [each.ids for each in (*other.musts, *other.helpful)]
    assert ("python",) in scientist
    assert not {"r", "programming", "data-stores"} & {name for ids in scientist for name in ids}


def test_ways(ovens: Catalogue) -> None:
    """A tool that is not enough is said where no other is asked for; the whole where it is."""
    other = Way(by=("counting", "greeting"), enough=("greeting",), reason="So it is.")
    assert [each.text for each in drafted(ovens, "baker", (other,)).helpful] == ["Counting"]
    whole = Way(by=("counting",), of="kneading", reason="So it is.")
    (must,) = drafted(ovens, "baker", (whole,)).musts
    assert (must.ids, must.text) == (("kneading", "counting"), "Strong arms, such as Counting")
    hidden = Way(by=("kneading",), of="counting", reason="So it is.")
    draft = drafted(ovens, "baker", (hidden,))
    assert [each.ids for each in (*draft.musts, *draft.helpful)] == [("kneading",)]


def test_blanks(ovens: Catalogue) -> None:
    """What the employer has not said is a blank; what is said is none."""
    assert list(drafted(ovens, "baker").blanks) == [
        "company",
        "about",
        "place",
        "pay",
        "contract",
        "offer",
        "apply",
    ]
    own = Own(
        title="Chief Baker",
        company="Crumb",
        place="Paris, France",
        country="FR",
        pay=OwnPay(1, 2, "EUR", "year"),
        posted="2027-01-31",
    )
    draft = drafted(ovens, "baker", own=own)
    assert list(draft.blanks) == ["about", "contract", "offer", "apply"]
    assert (draft.title, draft.company, draft.place) == ("Chief Baker", "Crumb", "Paris, France")
    assert (draft.country, draft.posted, draft.pay) == ("FR", "2027-01-31", own.pay)


def test_level(ovens: Catalogue) -> None:
    """The title says a level in the words of the rules, or not at all."""
    rules = ADVERT_RULES.load(ovens)
    titles = [
        draft_advert(ovens, rules, (), role(ovens, "baker"), None, level, Own()).title
        for level in (("old", "Old hand"), ("new", "New"))
    ]
    assert titles == ["Old Master Baker", "Master Baker"]


def band(catalogue: Catalogue, name: str, country: str, level: str) -> OfferedBand | None:
    """Return the band of a role at a place."""
    pay: PayFile = PAY.load(catalogue)
    return offered_band(
        catalogue, pay, role(catalogue, name), choose(pay, country, "", level, None)
    )


def test_band(shop: Catalogue) -> None:
    """The middle half of advertised pay is said with its place and how many adverts it rests on."""
    found = band(shop, "ml-engineer", "us", "senior")
    assert found is not None
    assert (found.country, found.year, found.level) == ("United States", 2024, "Senior")
    assert (found.currency, found.period, found.widened) == ("USD", "year", ())
    assert 100_000 < found.low < found.high < 300_000
    assert found.adverts >= found.bands >= 10


def test_nearest_band(shop: Catalogue) -> None:
    """Where too few adverts state pay the nearest place that has enough is taken, and said."""
    found = band(shop, "ml-researcher", "germany", "senior")
    assert found is not None
    assert found.widened


def test_no_band(ovens: Catalogue) -> None:
    """Where no place has enough adverts there is no band."""
    pay = PAY.load(ovens)
    few = pay.model_copy(
        update={"cells": tuple(c for c in pay.cells if c.role == "baker" and c.mid is None)}
    )
    assert (
        offered_band(ovens, few, role(ovens, "baker"), choose(few, "all", "all", "", None)) is None
    )
