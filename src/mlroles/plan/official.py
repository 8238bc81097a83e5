"""The lines of a framework that say what somebody can do, read of ``frameworks.json`` alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import NotRequired

from pydantic import ConfigDict
from typing_extensions import TypedDict

from mlroles.datafile.model import Model
from mlroles.datafile.read import read_part
from mlroles.plan.models import PlanFile

FRAMEWORKS = "frameworks.json"
"""The file's name in a catalogue's directory."""


class _Rung(TypedDict):
    id: str


class _Step(TypedDict):
    step: str
    can: tuple[str, ...]


class _Skill(TypedDict):
    id: str
    steps: NotRequired[tuple[_Step, ...]]


class _Framework(TypedDict):
    id: str
    steps: NotRequired[tuple[_Rung, ...]]
    skills: NotRequired[tuple[_Skill, ...]]


class _Part(Model):
    """What is looked at of the file; the rest of it is not."""

    model_config = ConfigDict(extra="ignore")
    frameworks: tuple[_Framework, ...]


Lines = Mapping[str, Mapping[int, tuple[str, ...]]]
"""By the id of a skill of a framework what one can do, by step: 1 is the framework's lowest."""


def official_lines(directory: Path, framework: str | None) -> Lines:
    """Return what ``framework`` says that one can do; nothing where the catalogue has it not.

    Raises DataError where what is read of the file is wrong.
    """
    path = directory / FRAMEWORKS
    if framework is None or not path.is_file():
        return {}
    for each in read_part(path, _Part).frameworks:
        if each["id"] == framework:
            order = {step["id"]: place for place, step in enumerate(each.get("steps", ()), start=1)}
            return {
                skill["id"]: {
                    order[step["step"]]: step["can"]
                    for step in skill.get("steps", ())
                    if step["step"] in order
                }
                for skill in each.get("skills", ())
            }
    return {}


def lines_at(lines: Lines, skill: str | None, step: int) -> tuple[str, ...]:
    """Return what one can do at a step, or at the nearest below that is described, else above."""
    own = lines.get(skill or "", {})
    below = [each for each in own if each <= step]
    return own[max(below) if below else min(own)] if own else ()


def official_by_skill(directory: Path, file: PlanFile) -> Lines:
    """Return what the framework of ``file`` says that one can do, by skill of the catalogue.

    Raises DataError as ``official_lines``.
    """
    lines = official_lines(directory, file.framework)
    return {
        each.skill: lines[each.official]
        for each in file.skills
        if each.official and each.official in lines
    }
