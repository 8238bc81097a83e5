"""What is wrong in a file of words for terms is told with its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mlroles.adverts.terms.check import terms_problems
from mlroles.adverts.terms.read import TermsReader
from mlroles.errors import DataError
from mlroles.parts import terms_reader
from mlroles.roles.load import load_catalogue
from tests.adverts import bakery_terms
from tests.catalogues import bakery, write
from tests.terms import terms_file

Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda _: None, None),
        (lambda file: file["pay"]["currencies"].append({"code": "XXX", "signs": ["eur"]}), "“eur”"),
        (lambda file: file["levels"].append(file["levels"][0]), "“senior” stands twice"),
        (lambda file: file["degrees"].append(file["degrees"][0]), "“bachelor” stands twice"),
        (
            lambda file: file["languages"]["names"].append({"code": "xx", "words": ["german"]}),
            "$.languages.names[1].words[0]: “german” stands twice",
        ),
    ],
)
def test_what_would_mean_two_things_is_told(
    spoil: Spoil, problem: str | None, tmp_path: Path
) -> None:
    """A sign, a level, a degree or a language that stands twice is named with its place."""
    document = bakery_terms()
    spoil(document)
    catalogue = load_catalogue(write(tmp_path, bakery()))
    told = [str(each) for each in terms_problems(terms_file(document), catalogue)]
    assert len(told) == bool(problem)
    assert all((problem or "") in each for each in told)


def test_a_catalogue_gives_its_reader(tmp_path: Path) -> None:
    """Terms are read with the catalogue's own words; without any there is a sentence."""
    catalogue = load_catalogue(write(tmp_path, {**bakery(), "terms.json": bakery_terms()}))
    assert isinstance(terms_reader(catalogue), TermsReader)
    (tmp_path / "terms.json").unlink()
    with pytest.raises(DataError, match="This catalogue has no words for the terms of adverts"):
        terms_reader(catalogue)
