"""What must hold between the parts of an evidence file."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from mlroles.evidence.check import evidence_problems
from mlroles.evidence.models import EvidenceFile
from mlroles.roles.catalogue import Catalogue
from tests.evidence import Evidence


def places(document: Evidence, catalogue: Catalogue) -> list[str]:
    """Return the JSON paths of the problems in an evidence file."""
    evidence = EvidenceFile.model_validate_json(json.dumps(document))
    problems = list(evidence_problems(evidence, catalogue))
    assert {problem.file for problem in problems} <= {"evidence.json"}
    return [problem.path for problem in problems]


def test_a_right_file_has_no_problem(document: Evidence, catalogue: Catalogue) -> None:
    """An evidence file that holds together has no problem."""
    assert places(document, catalogue) == []


def _test(**changes: object) -> Callable[[Evidence], object]:
    return lambda d: d["findings"][0]["tests"][0].update(changes)


SPOILT: dict[str, tuple[Callable[[Evidence], object], list[str]]] = {
    "data set twice": (
        lambda d: d["datasets"].append(d["datasets"][0]),
        ["$.datasets[1].id"],
    ),
    "group twice": (lambda d: d["groups"].append(d["groups"][0]), ["$.groups[3].id"]),
    "a quantity with a measure's id": (
        lambda d: d["quantities"][0].update(id="age"),
        ["$.quantities[0].id", "$.findings[0].measures[1]"],
    ),
    "source": (lambda d: d["datasets"][0].update(source="rumour"), ["$.datasets[0].source"]),
    "role": (lambda d: d["groups"][0].update(role="king"), ["$.groups[0].role"]),
    "within": (lambda d: d["groups"][2].update(within="nobody"), ["$.groups[2].within"]),
    "measure of no data set": (
        lambda d: d["measures"][1].update(dataset="hearsay"),
        ["$.measures[1].dataset"],
    ),
    "quantity of no data set": (
        lambda d: d["quantities"][0].update(dataset="hearsay"),
        ["$.quantities[0].dataset"],
    ),
    "skill": (lambda d: d["measures"][0].update(skill="flying"), ["$.measures[0].skill"]),
    "aspect": (
        lambda d: d["measures"][0].update(aspects=["colour"]),
        ["$.measures[0].aspects[0]"],
    ),
    "group of a cell": (
        lambda d: d["measures"][1]["cells"][0].update(group="nobody"),
        ["$.measures[1].cells[0].group"],
    ),
    "count above base": (
        lambda d: d["measures"][1]["cells"][0].update(count=101),
        ["$.measures[1].cells[0].count"],
    ),
    "count above base in a reading": (
        lambda d: d["measures"][0]["readings"][0]["cells"][0].update(count=101),
        ["$.measures[0].readings[0].cells[0].count"],
    ),
    "claim": (
        lambda d: d["findings"][1].update(claim="gossip"),
        ["$.findings[1].claim", "$.findings"],
    ),
    "claim twice": (
        lambda d: d["findings"].append(d["findings"][1]),
        [f"$.findings[{0}].claim"],
    ),
    "unknown measure": (
        lambda d: d["findings"][0]["measures"].append("weighing"),
        ["$.findings[0].measures[2]"],
    ),
    "measure twice": (
        lambda d: d["findings"][0]["measures"].append("loaves"),
        ["$.findings[0].measures[2]"],
    ),
    "silent with measures": (
        lambda d: d["findings"][1].update(measures=["age"]),
        ["$.findings[1].verdict"],
    ),
    "a verdict that rests on nothing": (
        lambda d: d["findings"][1].update(verdict="partly", strength="weak"),
        ["$.findings[1].measures"],
    ),
    "silent but strong": (
        lambda d: d["findings"][1].update(strength="strong"),
        ["$.findings[1].strength"],
    ),
    "above nobody": (_test(says="above"), ["$.findings[0].tests[0]"]),
    "most, and a group": (_test(than="night-shift"), ["$.findings[0].tests[0]"]),
    "test of another measure": (_test(measure="age"), ["$.findings[0].tests[0].measure"]),
    "test of a quantity": (_test(measure="loaves"), ["$.findings[0].tests[0].measure"]),
    "test of a group not counted": (_test(group="nobody"), ["$.findings[0].tests[0]"]),
    "verdict that the tests rule out": (
        lambda d: d["findings"][0].update(verdict="contradicted"),
        ["$.findings[0].verdict"],
    ),
    "strong, but not in towns": (
        lambda d: d["measures"][0]["readings"][0]["cells"][0].update(count=5),
        ["$.findings[0].strength"],
    ),
    "dispute": (
        lambda d: d["disputes"][0].update(dispute="brawl"),
        ["$.disputes[0].dispute"],
    ),
    "measure of a dispute": (
        lambda d: d["disputes"][0].update(measures=["weighing"]),
        ["$.disputes[0].measures[0]"],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_each_fault_is_found(name: str, document: Evidence, catalogue: Catalogue) -> None:
    """Each thing that does not hold together is found where it stands."""
    spoil, expected = SPOILT[name]
    spoil(document)
    if name == "claim twice":
        expected = [f"$.findings[{len(document['findings']) - 1}].claim"]
    assert places(document, catalogue) == expected


def test_a_claim_without_a_finding_is_named(document: Evidence, catalogue: Catalogue) -> None:
    """A claim that has no finding is told by its id."""
    gone = document["findings"].pop()["claim"]
    evidence = EvidenceFile.model_validate_json(json.dumps(document))
    (problem,) = evidence_problems(evidence, catalogue)
    assert gone in problem.message


def test_no_share_follows_from_a_count_above_its_base(
    document: Evidence, catalogue: Catalogue
) -> None:
    """A count above its base is a problem of its own, also where a verdict would rest on it."""
    for measure in document["measures"]:
        for cell in measure["cells"]:
            cell["count"] = 1_000_000
    assert all(".cells[" in place for place in places(document, catalogue))


def test_a_source_that_is_not_held_against_figures_needs_no_finding(
    document: Evidence, catalogue: Catalogue
) -> None:
    """A claim of a source without any finding needs none: it may be a figure itself."""
    count = catalogue.sources.claims[0].model_copy(update={"id": "count-1", "source": "count"})
    sources = catalogue.sources.model_copy(update={"claims": (*catalogue.sources.claims, count)})
    evidence = EvidenceFile.model_validate_json(json.dumps(document))
    assert not list(evidence_problems(evidence, replace(catalogue, sources=sources)))
