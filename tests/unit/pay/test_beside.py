"""What adverts offer under the titles of a job."""

import json
from pathlib import Path

import pytest

from mlroles.errors import DataError
from mlroles.pay.beside import pay_by_title, read_titles
from tests.pay import bakery_pay


def told(tmp_path: Path, *names: str) -> list[tuple[str, str, float, int, int]]:
    """Return the titles, roles, figures, adverts and bands that are found for ``names``."""
    path = tmp_path / "pay.json"
    path.write_text(json.dumps(bakery_pay()), "utf-8")
    return [
        (each.title, each.role, each.value, each.counts[0].number, each.counts[1].number)
        for each in pay_by_title(read_titles(path), names)
    ]


def test_a_job_is_found_by_its_titles(tmp_path: Path) -> None:
    """Titles count word for word, whatever their case, in the main country and year."""
    artist = ("Bread Artist", "baker", 40_000, 22, 11)
    assert told(tmp_path, "bread-artist") == [artist]
    assert told(tmp_path, "Sweeper", "Night baker", "BREAD ARTIST") == [
        ("Baker", "baker", 40_000, 30, 15),
        artist,
    ]


def test_what_adverts_do_not_offer_is_not_made_up(tmp_path: Path) -> None:
    """A title of which there are no adverts, or too few, or none in the main place, has none."""
    assert told(tmp_path, "Sweeper") == []
    document = bakery_pay()
    own = next(each for each in document["cells"] if each["sub_title"] == "bread-artist")
    path = tmp_path / "few.json"
    for change in ({"mid": None}, {"country": None}, {"experience": "old"}):
        spoilt = [{**own, **change} if each is own else each for each in document["cells"]]
        path.write_text(json.dumps({**document, "cells": spoilt}), "utf-8")
        assert pay_by_title(read_titles(path), ["bread artist"]) == ()


def test_a_wrong_file_is_told(tmp_path: Path) -> None:
    """What is read of the file is checked."""
    path = tmp_path / "pay.json"
    path.write_text(json.dumps({**bakery_pay(), "cells": [{}]}), "utf-8")
    with pytest.raises(DataError):
        pay_by_title(read_titles(path), ["baker"])
