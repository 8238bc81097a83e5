"""What must hold between the parts of a frameworks file."""

import json
from collections.abc import Callable

import pytest

from mlroles.frameworks.check import frameworks_problems
from mlroles.frameworks.models import FrameworksFile
from mlroles.roles.catalogue import Catalogue
from tests.frameworks import Json, cover


def places(document: Json, catalogue: Catalogue) -> list[str]:
    """Return the JSON paths of the problems in a frameworks file, without the file's root."""
    file = FrameworksFile.model_validate_json(json.dumps(document))
    problems = tuple(frameworks_problems(file, catalogue))
    assert {problem.file for problem in problems} <= {"frameworks.json"}
    return [problem.path.removeprefix("$.frameworks") for problem in problems]


def test_a_right_file_has_no_problem(document: Json, catalogue: Catalogue) -> None:
    """A file that holds together has no problem, though it names a role of another catalogue."""
    assert places(document, catalogue) == []


def guild(document: Json) -> Json:
    """Return the first framework."""
    found: Json = document["frameworks"][0]
    return found


def box(document: Json) -> Json:
    """Return the first box of the first framework."""
    found: Json = guild(document)["boxes"][0]
    return found


SPOILT: dict[str, tuple[Callable[[Json], object], list[str]]] = {
    "role twice": (lambda d: d["roles"].append(d["roles"][0]), ["$.roles[3].id"]),
    "level twice": (lambda d: d["levels"].append(d["levels"][3]), ["$.levels[4].id"]),
    "framework twice": (lambda d: d["frameworks"].append(d["frameworks"][1]), ["[2].id"]),
    "source": (lambda d: guild(d).update(source="rumour"), ["[0].source"]),
    "step twice": (lambda d: guild(d)["steps"].append(guild(d)["steps"][0]), ["[0].steps[2].id"]),
    "box twice": (lambda d: guild(d)["boxes"].append(guild(d)["boxes"][2]), ["[0].boxes[3].id"]),
    "skill twice": (
        lambda d: guild(d)["skills"].append(guild(d)["skills"][1]),
        ["[0].skills[2].id"],
    ),
    "role without a box, unknown": (
        lambda d: guild(d)["no_box"].append({"role": "smith", "text": "None."}),
        ["[0].no_box[2].role"],
    ),
    "role without a box, twice": (
        lambda d: guild(d)["no_box"].append({"role": "miller", "text": "None."}),
        ["[0].no_box[2].role"],
    ),
    "role with a box and without": (
        lambda d: guild(d)["no_box"].append({"role": "baker", "text": "None."}),
        ["[0].no_box[2].role"],
    ),
    "role of which nothing is said": (lambda d: guild(d)["no_box"].pop(), ["[0].no_box"]),
    "step of a skill": (
        lambda d: guild(d)["skills"][0]["steps"][0].update(step="dreamt"),
        ["[0].skills[0].steps[0].step"],
    ),
    "step of a skill twice": (
        lambda d: guild(d)["skills"][0]["steps"][0].update(step="done"),
        ["[0].skills[0].steps[1].step"],
    ),
    "role in a box": (
        lambda d: guild(d)["boxes"][2].update(covers=[cover("smith", "partly")]),
        ["[0].boxes[2].covers[0].role"],
    ),
    "role in a box twice": (
        lambda d: guild(d)["boxes"][1].update(covers=[cover("baker", "partly")] * 2),
        ["[0].boxes[1].covers[1].role"],
    ),
    "exactly one role, and another": (
        lambda d: (
            box(d)["covers"].append(cover("miller", "partly")),
            guild(d)["no_box"].pop(),
        ),
        ["[0].boxes[0].covers"],
    ),
    "rung twice": (
        lambda d: box(d)["rungs"][1].update(id="young-baker"),
        ["[0].boxes[0].rungs[1].id"],
    ),
    "level of a rung": (
        lambda d: box(d)["rungs"][0].update(level="tiny"),
        ["[0].boxes[0].rungs[0].level"],
    ),
    "rungs that descend": (lambda d: box(d)["rungs"].reverse(), ["[0].boxes[0].rungs"]),
    "skill of a rung": (
        lambda d: box(d)["rungs"][0]["skills"][0].update(skill="juggling"),
        ["[0].boxes[0].rungs[0].skills[0].skill"],
    ),
    "skill of a rung twice": (
        lambda d: box(d)["rungs"][1]["skills"][1].update(skill="kneading"),
        ["[0].boxes[0].rungs[1].skills[1].skill"],
    ),
    "step of a rung's skill": (
        lambda d: box(d)["rungs"][0]["skills"][0].update(step="dreamt"),
        ["[0].boxes[0].rungs[0].skills[0].step"],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_does_not_hold_is_named(name: str, document: Json, catalogue: Catalogue) -> None:
    """Each way to spoil the file is one problem, at its place."""
    spoil, expected = SPOILT[name]
    spoil(document)
    assert places(document, catalogue) == expected
