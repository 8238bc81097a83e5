"""What must hold between the parts of a pay file."""

import json
from collections.abc import Callable

import pytest

from mlroles.pay.check import pay_problems
from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from tests.pay import Pay, cell


def places(document: Pay, catalogue: Catalogue) -> list[str]:
    """Return the JSON paths of the problems in a pay file."""
    pay = PayFile.model_validate_json(json.dumps(document))
    problems = [*pay_problems(pay, catalogue)]
    assert {problem.file for problem in problems} <= {"pay.json"}
    return [problem.path for problem in problems]


def test_a_right_file_has_no_problem(document: Pay, catalogue: Catalogue) -> None:
    """A pay file that holds together has no problem."""
    assert places(document, catalogue) == []


SPOILT: dict[str, tuple[Callable[[Pay], object], list[str]]] = {
    "source": (lambda d: d.update(source="rumour"), ["$.source"]),
    "mapping twice": (lambda d: d["mappings"].append(d["mappings"][1]), ["$.mappings[2].id"]),
    "level twice": (
        lambda d: d["levels"].append({"id": "old", "title": "Older", "code": "X"}),
        ["$.levels[2].id"],
    ),
    "country twice": (
        lambda d: d["countries"].append({"code": "GB", "name": "Britain"}),
        ["$.countries[3].code"],
    ),
    "default mapping": (lambda d: d.update(default_mapping="odd"), ["$.default_mapping"]),
    "title mapped twice": (
        lambda d: d["sub_titles"][2]["titles"].append("Bread Artist"),
        ["$.sub_titles[2].titles[1]"],
    ),
    "role of a sub-title": (
        lambda d: d["sub_titles"][1]["counts_as"].update(wide="miller"),
        ["$.sub_titles[1].counts_as.wide"],
    ),
    "mapping of a sub-title": (
        lambda d: d["sub_titles"][1]["counts_as"].update(odd="baker"),
        ["$.sub_titles[1].counts_as.odd"],
    ),
    "rows": (lambda d: d["rows"].update(read=199), ["$.rows"]),
    "more bands than adverts": (lambda d: d["cells"][2].update(adverts=59), ["$.cells[2].bands"]),
    "too few for figures": (
        lambda d: d["cells"][2].update(bands=9),
        ["$.cells[2].low", "$.cells[2].mid", "$.cells[2].high"],
    ),
    "enough, but no figures": (lambda d: d["cells"][2].update(mid=None), ["$.cells[2].mid"]),
    "percentiles": (
        lambda d: d["cells"][2].update(high=[9, 8, 7, 6, 5]),
        ["$.cells[2].high", "$.cells[2]"],
    ),
    "mid-points outside": (
        lambda d: d["cells"][2].update(low=[90_000] * 5),
        ["$.cells[2]"],
    ),
    "role of a cell": (
        lambda d: d["cells"][2].update(role="miller"),
        ["$.cells[2].role"],
    ),
    "country of a cell": (lambda d: d["cells"][7].update(country="DE"), ["$.cells[7].country"]),
    "level of a cell": (
        lambda d: d["cells"][5].update(experience="ancient"),
        ["$.cells[5].experience"],
    ),
    "sub-title of a cell": (
        lambda d: d["cells"][8].update(sub_title="pizza-baker"),
        ["$.cells[8].sub_title"],
    ),
    "sub-title of another role": (
        lambda d: d["cells"][8].update(role="bread-seller"),
        ["$.cells[8].role"],
    ),
    "cell twice": (
        lambda d: d["cells"].append(cell("baker", 1, "GB", 2031)),
        [f"$.cells[{13}]"],
    ),
    "main country": (
        lambda d: d["main"].update(country="DE"),
        ["$.main.country", "$.headlines[0]", "$.headlines[1]"],
    ),
    "headline": (lambda d: d["headlines"][1].update(adverts=99), ["$.headlines[1]"]),
    "role of a difference": (
        lambda d: d["differences"][0].update(roles=["baker", "miller"]),
        ["$.differences[0].roles[1]", "$.differences[0]"],
    ),
    "interval": (lambda d: d["differences"][0].update(low=9_001), ["$.differences[0]"]),
    "no such difference": (
        lambda d: d["differences"][0].update(difference=8_000),
        ["$.differences[0].difference"],
    ),
    "difference without figures": (
        lambda d: d["differences"][0].update(experience="new"),
        ["$.differences[0]"],
    ),
    "mapping of a reading": (
        lambda d: d["sensitivity"][0].update(mapping="odd"),
        ["$.sensitivity[0].mapping"],
    ),
    "level of a reading": (
        lambda d: d["sensitivity"][0].update(experience="ancient"),
        ["$.sensitivity[0].experience"],
    ),
    "role of a reading": (
        lambda d: d["sensitivity"][0]["medians"][0].update(role="miller"),
        ["$.sensitivity[0].medians[0].role"],
    ),
    "median of too few": (
        lambda d: d["sensitivity"][0]["medians"][0].update(bands=9),
        ["$.sensitivity[0].medians[0]"],
    ),
    "no median of enough": (
        lambda d: d["sensitivity"][0]["medians"][0].update(median=None),
        ["$.sensitivity[0].medians[0]"],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_every_problem_is_found(name: str, document: Pay, catalogue: Catalogue) -> None:
    """Each thing that does not hold together is told with its place."""
    spoil, expected = SPOILT[name]
    spoil(document)
    assert places(document, catalogue) == expected
