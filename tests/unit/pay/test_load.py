"""Reading ``pay.json``."""

import json
from pathlib import Path

import pytest

from mlroles.errors import DataError
from mlroles.pay.headlines import load_headlines
from mlroles.parts import PAY
from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import AdvertisedPay
from mlroles.validation import check_directory
from tests.pay import Pay


def test_a_right_file_is_read(catalogue: Catalogue, pay: PayFile) -> None:
    """The file in the catalogue's folder becomes a value, and passes the check of the folder."""
    assert load_pay(catalogue.directory, catalogue) == pay
    report = check_directory(catalogue.directory)
    assert (report.files[-1], report.problems) == ("pay.json", ())


def test_a_missing_file_is_told_with_a_hint(catalogue: Catalogue) -> None:
    """A catalogue without pay data says so, and what can be done."""
    (catalogue.directory / "pay.json").unlink()
    with pytest.raises(DataError, match="no pay data") as caught:
        load_pay(catalogue.directory, catalogue)
    assert "pay.json" in caught.value.hint
    assert load_headlines(catalogue.directory, catalogue) == {}


def spoil(directory: Path, document: Pay) -> None:
    """Write a pay file anew."""
    (directory / "pay.json").write_text(json.dumps(document))


def test_a_wrong_file_is_told(catalogue: Catalogue, document: Pay) -> None:
    """What does not hold together is an error for a reader, and a problem for the check."""
    document["cells"][2]["country"] = "DE"
    spoil(catalogue.directory, document)
    with pytest.raises(DataError) as caught:
        load_pay(catalogue.directory, catalogue)
    assert [problem.path for problem in caught.value.problems] == ["$.cells[2].country"]
    assert check_directory(catalogue.directory).problems == caught.value.problems


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b'{"source": 7}'])
def test_a_broken_file_is_a_data_error(catalogue: Catalogue, data: bytes) -> None:
    """What is no pay file is an error, for whoever reads it whole and whoever quotes it."""
    (catalogue.directory / "pay.json").write_bytes(data)
    for load in (load_pay, load_headlines):
        with pytest.raises(DataError) as caught:
            load(catalogue.directory, catalogue)
        assert {problem.file for problem in caught.value.problems} == {"pay.json"}


def test_a_link_to_nothing_is_an_error(catalogue: Catalogue) -> None:
    """A pay file that cannot be read is no missing one."""
    path = catalogue.directory / "pay.json"
    path.unlink()
    path.symlink_to(catalogue.directory / "nowhere.json")
    with pytest.raises(DataError, match="Cannot read"):
        load_headlines(catalogue.directory, catalogue)
    assert [each.file for each in check_directory(catalogue.directory).problems] == ["pay.json"]


def test_headlines_are_quoted(catalogue: Catalogue, document: Pay) -> None:
    """What other screens quote is each role's median with its spread, place, counts and source."""
    found = load_headlines(catalogue.directory, catalogue)
    assert found["baker"] == AdvertisedPay(
        "France", 2031, "EUR", 40_000, 30_000, 50_000, 40, 20, "crumb"
    )
    assert list(found) == ["baker", "bread-seller"]
    document["headlines"][1].update(low=None, mid=None, high=None)
    spoil(catalogue.directory, document)
    assert list(load_headlines(catalogue.directory, catalogue)) == ["baker"]


def test_headlines_need_a_source(catalogue: Catalogue, document: Pay) -> None:
    """A line of pay whose source nobody knows is not shown."""
    document["source"] = "rumour"
    spoil(catalogue.directory, document)
    with pytest.raises(DataError) as caught:
        load_headlines(catalogue.directory, catalogue)
    assert [problem.path for problem in caught.value.problems] == ["$.source"]
