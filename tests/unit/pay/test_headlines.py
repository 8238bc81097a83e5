"""What other screens quote of ``pay.json``."""

import json

import pytest

from mlroles.errors import DataError
from mlroles.pay.headlines import advertised_pay
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Count, Evidence
from tests.pay import Pay


def quoted(catalogue: Catalogue, document: Pay | None = None) -> tuple[Evidence, ...]:
    """Return what is quoted of the catalogue's pay file, written anew where one is given."""
    path = catalogue.directory / "pay.json"
    if document is not None:
        path.write_text(json.dumps(document), encoding="utf-8")
    found = advertised_pay(path, catalogue)
    assert found.findings == {}
    return found.evidence


def test_headlines_are_quoted(catalogue: Catalogue, document: Pay) -> None:
    """What other screens quote is each role's median with its spread, place, counts and source."""
    baker, seller = quoted(catalogue)
    assert baker == Evidence(
        about="advertised-pay",
        title="Advertised pay",
        role="baker",
        statistic="median",
        value=40_000,
        unit="EUR",
        low=30_000,
        high=50_000,
        spread="half of the bands",
        counts=(Count(40, "advert"), Count(20, "distinct band")),
        population="France",
        year=2031,
        source="crumb",
        aspects=("pay",),
    )
    assert seller.role == "bread-seller"
    document["headlines"][1].update(low=None, mid=None, high=None)
    assert [each.role for each in quoted(catalogue, document)] == ["baker"]


def test_a_country_without_a_name_goes_by_its_code(catalogue: Catalogue, document: Pay) -> None:
    """Where the file does not name its main country, the code stands for it."""
    document["main"]["country"] = "XX"
    assert {each.population for each in quoted(catalogue, document)} == {"XX"}


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b'{"source": 7}'])
def test_a_broken_file_is_a_data_error(catalogue: Catalogue, data: bytes) -> None:
    """What is no pay file is an error for whoever quotes it."""
    (catalogue.directory / "pay.json").write_bytes(data)
    with pytest.raises(DataError) as caught:
        quoted(catalogue)
    assert {problem.file for problem in caught.value.problems} == {"pay.json"}


def test_headlines_need_a_source(catalogue: Catalogue, document: Pay) -> None:
    """A line of pay whose source nobody knows is not shown."""
    document["source"] = "rumour"
    with pytest.raises(DataError) as caught:
        quoted(catalogue, document)
    assert [problem.path for problem in caught.value.problems] == ["$.source"]
