"""Roles as one framework sees them, side by side: ``compare --lens``."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlroles.frameworks.models import Framework, FrameworksFile
from mlroles.frameworks.place import (
    FrameworkHead,
    Place,
    find_framework,
    head,
    place,
    titles_of,
)
from mlroles.roles.cited import RoleName, role_name
from mlroles.roles.models import Role


@dataclass(frozen=True)
class FactRow:
    """What a framework states under one label, side by side."""

    label: str
    """What is stated."""
    cells: tuple[tuple[str, ...], ...]
    """The values of each role's boxes, in the order of the roles; empty where none is stated."""


@dataclass(frozen=True)
class SkillRow:
    """A skill of a framework, side by side."""

    id: str
    """The skill's id within its framework."""
    title: str
    """The skill's name."""
    cells: tuple[tuple[int, int] | None, ...]
    """The lowest and the highest step over each role's rungs, counted from 1, in the order of
    the roles; None where no rung of the role names the skill, which says nothing about the job.
    """


@dataclass(frozen=True)
class Lens:
    """Roles as one framework sees them."""

    framework: FrameworkHead
    """What names the framework, and how old it is."""
    about: str
    """How it divides the family, in our words."""
    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    places: tuple[Place, ...]
    """Where the framework puts each role, in the order of the roles."""
    facts: tuple[FactRow, ...]
    """What it states of the roles' boxes, a label each."""
    steps: tuple[str, ...]
    """The words for how far a skill goes, from the lowest step to the highest."""
    skills: tuple[SkillRow, ...]
    """The skills of the boxes that are exactly a role, those of most roles first."""


def lens(file: FrameworksFile, name: str, roles: Sequence[Role]) -> Lens:
    """Return ``roles`` as the framework that ``name`` means sees them; raises UnknownNameError."""
    found = find_framework(file, name)
    titles = titles_of(file)
    return Lens(
        head(found),
        found.about,
        tuple(role_name(role) for role in roles),
        tuple(place(found, role.id, titles) for role in roles),
        _facts(found, roles),
        tuple(step.title for step in found.steps),
        _skills(found, roles),
    )


def _facts(framework: Framework, roles: Sequence[Role]) -> tuple[FactRow, ...]:
    own = [
        [box for box in framework.boxes if any(cover.role == role.id for cover in box.covers)]
        for role in roles
    ]
    labels = dict.fromkeys(fact.label for boxes in own for box in boxes for fact in box.facts)
    return tuple(
        FactRow(
            label,
            tuple(
                tuple(
                    f"{fact.value} ({box.code or box.title})" if len(boxes) > 1 else fact.value
                    for box in boxes
                    for fact in box.facts
                    if fact.label == label
                )
                for boxes in own
            ),
        )
        for label in labels
    )


def _skills(framework: Framework, roles: Sequence[Role]) -> tuple[SkillRow, ...]:
    """Return the skills of the boxes that are exactly the roles, those of most roles first."""
    rank = {step.id: number for number, step in enumerate(framework.steps, start=1)}
    own: list[dict[str, list[int]]] = []
    for role in roles:
        reached: dict[str, list[int]] = {}
        for box in framework.boxes:
            if any((cover.role, cover.fit) == (role.id, "exactly") for cover in box.covers):
                for rung in box.rungs:
                    for each in rung.skills:
                        reached.setdefault(each.skill, []).append(rank[each.step])
        own.append(reached)
    rows = [
        SkillRow(
            skill.id,
            skill.title,
            tuple(
                (min(steps), max(steps)) if (steps := reached.get(skill.id)) else None
                for reached in own
            ),
        )
        for skill in framework.skills
    ]
    named = [row for row in rows if any(row.cells)]
    return tuple(sorted(named, key=lambda row: row.cells.count(None)))
