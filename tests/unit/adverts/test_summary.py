"""What many adverts say together."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.adverts.mix import Mix, Outcome
from mlroles.adverts.requirements import Requirement
from mlroles.adverts.summary import LEAST, AdvertsSummary, Summing
from mlroles.adverts.telling import AdvertTools, Told
from mlroles.adverts.terms.found import Pay
from mlroles.cli.request import Format, Request
from mlroles.parts import advert_tools
from mlroles.roles.catalogue import Catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.unit.views.test_advert import AT, SILENT

PAY = Pay(**AT, low=10, high=30, currency="EUR", currency_named=True, period="hour", basis=None)


@pytest.fixture(name="bakers")
def the_bakery(tmp_path: Path) -> tuple[Catalogue, AdvertTools]:
    """Return the bakery, and what reads its adverts."""
    folder = write(tmp_path, whole_bakery())
    request = Request(None, folder, Format.TERMINAL, plain=False)  # type: ignore[arg-type]
    return request.catalogue, advert_tools(request.catalogue)


def said(
    outcome: Outcome = "role",
    *roles: str,
    title: str | None = None,
    pay: Pay | None = None,
    nearest: str | None = None,
) -> Told:
    """Return what an advert says: it names kneading, mixers, and that counting is not needed."""
    mix = Mix((), outcome, roles, 0.1, nearest, (), 5)
    asked = (
        Requirement("kneading", "skill", "must", "x", 0, 1),
        Requirement("mixers", "further", "named", "x", 0, 1),
        Requirement("counting", "skill", "not-needed", "x", 0, 1),
    )
    return Told(title, (), mix, asked, replace(SILENT, pay=pay))


def summed(bakers: tuple[Catalogue, AdvertTools], *told: Told) -> AdvertsSummary:
    """Return what some adverts say together, of which one more could not be read."""
    summing = Summing(*bakers)
    for each in told:
        summing.add(each)
    return summing.result(len(told) + 1, 1)


def test_groups(bakers: tuple[Catalogue, AdvertTools]) -> None:
    """Adverts are counted by what they read like, with intervals, and what they ask and pay."""
    baking = [said("role", "baker", pay=PAY)] * LEAST
    others = [said("mixed", "baker", "bread-seller"), said("too-short"), said("none")]
    result = summed(bakers, *baking, *others)
    assert (result.adverts, result.unread, result.untold, result.mixed) == (LEAST + 4, 1, 1, 1)
    baker, nobody = result.groups
    assert (baker.id, baker.title, baker.count) == ("baker", "Master Baker", LEAST)
    assert baker.share == pytest.approx(LEAST / (LEAST + 2))
    assert (baker.low, baker.high) == pytest.approx((0.766, 0.979), abs=0.001)
    asked = [(each.id, each.title, each.count, each.must) for each in baker.skills]
    assert asked == [("kneading", "Kneading", LEAST, LEAST), ("mixers", "Mixers", LEAST, 0)]
    (pay,) = baker.pay
    assert (pay.currency, pay.period, pay.count, pay.median) == ("EUR", "hour", LEAST, 20)
    assert (nobody.id, nobody.count, nobody.share, nobody.skills) == ("none", 1, None, ())


def test_pay_that_few_name(bakers: tuple[Catalogue, AdvertTools]) -> None:
    """Pay that few adverts name, or without a currency, is kept back."""
    pays = [PAY, replace(PAY, currency=None), replace(PAY, low=None, high=None), None]
    baking = [said("role", "baker", pay=each) for each in pays * LEAST][: LEAST + 5]
    assert summed(bakers, *baking).groups[0].pay == ()


def test_pay_is_bounded(
    bakers: tuple[Catalogue, AdvertTools], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many amounts only the first ones are kept."""
    monkeypatch.setattr("mlroles.adverts.summary.MOST_PAYS", LEAST)
    result = summed(bakers, *[said("role", "baker", pay=PAY)] * (LEAST + 9))
    assert result.groups[0].pay[0].count == LEAST


def test_titles_against_duties(bakers: tuple[Catalogue, AdvertTools]) -> None:
    """By title it is counted how many read like what it means; few are kept back."""
    titled = [said("role", "baker", title="Master Baker")] * (LEAST - 1)
    other = [said("none", title="Baker", nearest="miller")]
    lone = [said("role", "baker", title="Bread Seller"), said("role", "baker", title="Nurse")]
    baker, seller = summed(bakers, *titled, *other, *lone).titles
    assert (baker.id, baker.count, baker.agree) == ("baker", LEAST, LEAST - 1)
    assert baker.share == pytest.approx(1 - 1 / LEAST)
    assert (seller.id, seller.count, seller.agree, seller.share) == ("bread-seller", 1, None, None)


def test_catalogue_without_titles(bakers: tuple[Catalogue, AdvertTools]) -> None:
    """Where the catalogue knows no titles, none are counted."""
    catalogue, tools = bakers
    told = said("role", "baker", title="Master Baker")
    assert summed((catalogue, tools._replace(titles=None)), told).titles == ()
