"""What other screens quote of official wages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mlroles.errors import DataError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Quoted
from mlroles.wages.headlines import official_wages
from tests.wages import Json


def write(directory: Path, document: Json) -> Path:
    """Write the document as a wages file and return its path."""
    path = directory / "wages.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_role_with_a_near_code_has_a_figure(document: Json, catalogue: Catalogue) -> None:
    """A role with a code near it is quoted with its quartiles and its code; others are not."""
    (wage,) = official_wages(write(catalogue.directory, document), catalogue).evidence
    assert (wage.role, wage.value, wage.low, wage.high) == ("baker", 30000, 20000, 40000)
    assert [(count.number, count.of) for count in wage.counts] == [(700, "employee")]
    assert (wage.population, wage.year, wage.source) == (
        "Breadland, 51-3011 Bakers",
        2030,
        "crumb",
    )
    assert wage.aspects == ("pay",)


WITHHELD: dict[str, Callable[[Json], object]] = {
    "no cell": lambda d: d["cells"].pop(0),
    "employees": lambda d: d["cells"][0].update(employees=None),
    "a quartile": lambda d: d["cells"][0].update(amounts=[1, None, 3, 4, 5]),
    "the median": lambda d: d["cells"][0].update(amounts=[1, 2, None, 4, 5]),
    "the upper quartile": lambda d: d["cells"][0].update(amounts=[1, 2, 3, None, 5]),
    "top-coded": lambda d: d["cells"][0].update(amounts=[1, 2, 3, 90000, 90000], at_least=[75, 90]),
}


@pytest.mark.parametrize("name", WITHHELD)
def test_what_is_withheld_is_not_quoted(name: str, document: Json, catalogue: Catalogue) -> None:
    """Where a quartile or the number of employees is not known as it is, nothing is quoted."""
    WITHHELD[name](document)
    assert official_wages(write(catalogue.directory, document), catalogue) == Quoted()


def test_an_unknown_source_is_refused(document: Json, catalogue: Catalogue) -> None:
    """A source that the catalogue does not have is an error."""
    document["source"] = "rumour"
    with pytest.raises(DataError) as error:
        official_wages(write(catalogue.directory, document), catalogue)
    assert [problem.path for problem in error.value.problems] == ["$.source"]
