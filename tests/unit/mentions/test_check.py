"""What is wrong in a file of words for skills is told with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mlroles.errors import DataError
from mlroles.locations import data_directory
from mlroles.mentions.check import mentions_problems
from mlroles.parts import MENTIONS, mention_finder
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write
from tests.mentions import baking_words, mentions_file

Spoil = Callable[[dict[str, Any]], object]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the bakery's catalogue, with words for its skills."""
    return load_catalogue(write(tmp_path, {**bakery(), "mentions.json": baking_words()}))


def test_a_sound_file_has_no_problem(catalogue: Catalogue) -> None:
    """Nothing is told of a file in which all holds."""
    assert [*mentions_problems(mentions_file(), catalogue)] == []


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda file: file["skills"][0].update(id="flying"), "there is no skill “flying”"),
        (lambda file: file["skills"][1].update(id="kneading"), "“kneading” stands twice"),
        (
            lambda file: file["further"][0].update(id="greeting"),
            "“greeting” is a skill of the catalogue (put its aliases under skills)",
        ),
        (
            lambda file: file["further"][0].update(category="magic"),
            "$.further[0].category: there is no category “magic”",
        ),
        (
            lambda file: file["cues"][0].update(id="early"),
            "$.cues[0].id: “early” is no name of a cue (begin with cue-)",
        ),
        (
            lambda file: file["skills"][0]["aliases"].append("kneading"),
            "$.skills[0].aliases[3]: “kneading” stands twice",
        ),
        (
            lambda file: file["hidden"].append("…"),
            "$.hidden[2]: “…” has no word (write letters or digits)",
        ),
    ],
)
def test_each_fault_has_its_place(spoil: Spoil, problem: str, catalogue: Catalogue) -> None:
    """What does not hold is named with where it stands and what would be right."""
    document = baking_words()
    spoil(document)
    told = [str(each) for each in mentions_problems(mentions_file(document), catalogue)]
    assert len(told) == 1
    assert problem in told[0]


def test_a_catalogue_gives_its_finder(catalogue: Catalogue) -> None:
    """What finds skills is made from the catalogue's own words."""
    assert [each.id for each in mention_finder(catalogue).find("counting")] == ["counting"]


def test_a_catalogue_without_words_says_so(catalogue: Catalogue) -> None:
    """Without the file there is a sentence, and no finder."""
    (catalogue.directory / "mentions.json").unlink()
    with pytest.raises(DataError, match=r"This catalogue has no words for skills"):
        mention_finder(catalogue)


def test_every_shipped_skill_has_words() -> None:
    """The words that are shipped name each skill of the catalogue."""
    shipped = load_catalogue(data_directory())
    named = {each.id for each in MENTIONS.load(shipped).skills}
    assert named == {each.id for each in shipped.file.skills}
