"""What other screens quote of the evidence."""

import json
from pathlib import Path
from typing import Any

import pytest

from mlroles.errors import DataError
from mlroles.evidence.headlines import quoted_evidence
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding, Count, Quoted
from tests.evidence import Evidence


def quote(directory: Path, document: Evidence, catalogue: Catalogue) -> Quoted:
    """Return what is quoted of an evidence file."""
    path = directory / "evidence.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return quoted_evidence(path, catalogue)


def test_shares_of_skills_are_quoted_for_whole_roles(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """A skill has a figure for each whole role, with its interval and what it rests on."""
    first, second = quote(tmp_path, document, catalogue).evidence
    assert (first.about, first.skill) == ("kneading", "kneading")
    assert [first.role, second.role] == list(catalogue.role_index)[:2]
    assert first.value == pytest.approx(0.8)
    assert 0 < first.low < first.value < first.high < 1
    assert (first.unit, first.counts) == ("", (Count(100, "person"),))
    assert (first.standing, second.standing) == ("common", "some")


def test_the_highest_share_comes_first(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """Of several figures of one skill in a role the highest is quoted first."""
    low = {**document["measures"][0], "id": "kneading-little"}
    low["cells"] = [{**low["cells"][0], "count": 60}]
    document["measures"].insert(0, low)
    figures = quote(tmp_path, document, catalogue).evidence
    own = [each.about for each in figures if each.role == figures[0].role]
    assert own == ["kneading", "kneading-little"]


def test_adverts_are_called_adverts(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """What was counted over adverts says so, in the unit and in the count."""
    document["datasets"][0]["basis"] = "adverts"
    figures = quote(tmp_path, document, catalogue).evidence
    assert {(each.unit, each.counts[0].of) for each in figures} == {("ads", "advert")}


def test_too_few_people_say_nothing_of_a_skill(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """A figure below the least base is not quoted: nothing follows from it."""
    document["rules"]["least_base"] = 1000
    assert quote(tmp_path, document, catalogue).evidence == ()


def test_what_has_no_standing_is_quoted_without(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """Of an official description no word follows, and its entries are called that."""
    document["datasets"][0]["basis"] = "framework"
    figures = quote(tmp_path, document, catalogue).evidence
    assert [(each.standing, each.counts[0].of) for each in figures] == [(None, "entry")] * 2


def test_findings_are_quoted_by_claim(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """Each claim has its verdict, and the figure that decides where there is one."""
    findings = quote(tmp_path, document, catalogue).findings
    assert set(findings) == set(catalogue.claims)
    told = {each["claim"]: each["text"] for each in document["findings"]}
    assert findings["crumb-1"] == ClaimFinding("crumb-1", "supported", "80 % do", told["crumb-1"])
    assert findings["crumb-2"] == ClaimFinding("crumb-2", "silent", "", told["crumb-2"])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: d["datasets"][0].update(source="nobody"), "there is no source “nobody”"),
        (lambda d: d["measures"][0].update(dataset="none"), "there is no data set “none”"),
        (lambda d: d["measures"][0]["cells"][0].update(group="few"), "there is no group “few”"),
        (lambda d: d["measures"][0]["cells"][0].update(count=10_000), "10000 of 100"),
    ],
)
def test_wrong_evidence_is_not_quoted(
    spoil: Any, said: str, tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """A file in which what is quoted does not hold together is refused with what is wrong."""
    spoil(document)
    with pytest.raises(DataError) as caught:
        quote(tmp_path, document, catalogue)
    assert said in [each.message for each in caught.value.problems]
