"""What must hold between the parts of a wages file."""

import json
from collections.abc import Callable

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.wages.check import wages_problems
from mlroles.wages.models import WagesFile
from tests.wages import Json, outlook


def places(document: Json, catalogue: Catalogue) -> list[str]:
    """Return the JSON paths of the problems in a wages file."""
    file = WagesFile.model_validate_json(json.dumps(document))
    problems = tuple(wages_problems(file, catalogue))
    assert {problem.file for problem in problems} <= {"wages.json"}
    return [problem.path for problem in problems]


def test_a_right_file_has_no_problem(document: Json, catalogue: Catalogue) -> None:
    """A file that holds together has no problem, with projections and without."""
    assert places(document, catalogue) == []
    assert places({**document, "projections": None}, catalogue) == []


SPOILT: dict[str, tuple[Callable[[Json], object], list[str]]] = {
    "source": (lambda d: d.update(source="rumour"), ["$.source"]),
    "occupation twice": (
        lambda d: d["occupations"].append(d["occupations"][2]),
        ["$.occupations[3].soc"],
    ),
    "industry twice": (
        lambda d: d["industries"].append(d["industries"][1]),
        ["$.industries[2].id"],
    ),
    "state twice": (lambda d: d["states"].append(d["states"][1]), ["$.states[3].id"]),
    "wider industry": (
        lambda d: d["industries"][1].update(within="feed"),
        ["$.industries[1].within"],
    ),
    "role twice in an occupation": (
        lambda d: d["occupations"][0]["roles"][1].update(role="baker"),
        ["$.occupations[0].roles[1].role"],
    ),
    "two nearest codes": (
        lambda d: d["occupations"][1]["roles"][0].update(place="nearest"),
        ["$.occupations[1].roles[0].role"],
    ),
    "a code, and said to have none": (
        lambda d: d["no_code"].append({"role": "baker", "text": "None."}),
        ["$.no_code[1].role"],
    ),
    "source of projections": (
        lambda d: d["projections"].update(source="rumour"),
        ["$.projections.source"],
    ),
    "years": (lambda d: d["projections"].update(last=2030), ["$.projections.last"]),
    "outlook twice": (
        lambda d: d["projections"]["outlooks"].append(outlook("51-3011")),
        ["$.projections.outlooks[2].soc"],
    ),
    "occupation of an outlook": (
        lambda d: d["projections"]["outlooks"][1].update(soc="99-9999"),
        ["$.projections.outlooks[1].soc"],
    ),
    "occupation of a cell": (lambda d: d["cells"][3].update(soc="99-9999"), ["$.cells[3].soc"]),
    "industry of a cell": (
        lambda d: d["cells"][3].update(industry="feed"),
        ["$.cells[3].industry"],
    ),
    "state of a cell": (lambda d: d["cells"][4].update(state="xx"), ["$.cells[4].state"]),
    "cell twice": (lambda d: d["cells"][5].update(state="ri"), ["$.cells[5]"]),
    "percentiles": (
        lambda d: d["cells"][0].update(amounts=[2, 1, 3, 4, 5]),
        ["$.cells[0].amounts"],
    ),
    "top-coded below the top code": (
        lambda d: d["cells"][2].update(at_least=[75, 90]),
        ["$.cells[2].at_least"],
    ),
    "no cell for the whole country": (lambda d: d["cells"].pop(2), ["$.occupations[2]"]),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_does_not_hold_is_named(name: str, document: Json, catalogue: Catalogue) -> None:
    """Each way to spoil the file is one problem, at its place."""
    spoil, expected = SPOILT[name]
    spoil(document)
    assert places(document, catalogue) == expected
