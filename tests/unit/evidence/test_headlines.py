"""What screens quote of the evidence."""

import json
from pathlib import Path

import pytest

from mlroles.evidence.headlines import measured_shares
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Count
from tests.evidence import Evidence


def test_shares_beside_a_row_are_quoted_for_whole_roles(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """A measure with a row of the comparison has a share for each whole role, and no other."""
    path = tmp_path / "evidence.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    first, second = measured_shares(path, catalogue)
    assert (first.about, first.role, second.role) == ("kneading", *list(catalogue.role_index)[:2])
    assert first.value == pytest.approx(80)
    assert first.low < first.value < first.high
    assert first.counts == (Count(100, "person"),)


def test_adverts_are_called_adverts(
    tmp_path: Path, document: Evidence, catalogue: Catalogue
) -> None:
    """What was counted over adverts says so."""
    document["datasets"][0]["basis"] = "adverts"
    path = tmp_path / "evidence.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert {each.counts[0].of for each in measured_shares(path, catalogue)} == {"advert"}
