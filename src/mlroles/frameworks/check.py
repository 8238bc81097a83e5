"""What must hold between the parts of a frameworks file, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.errors import Problem
from mlroles.frameworks.models import FILE, Box, Framework, FrameworksFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import duplicates, unknown


def frameworks_problems(file: FrameworksFile, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return everything that does not hold together, in the file's order; empty when all does.

    Ids are unique and known; every role has a box in every framework or is said to have none; a
    box that is exactly one role covers no other; rungs and steps ascend.
    """
    return tuple(_problems(file, catalogue))


def _problems(file: FrameworksFile, catalogue: Catalogue) -> Iterator[Problem]:
    for name in ("roles", "levels", "frameworks"):
        things = enumerate(getattr(file, name))
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each.id) for n, each in things])
    for number, framework in enumerate(file.frameworks):
        path = f"$.frameworks[{number}]"
        source = [(f"{path}.source", framework.source)]
        yield from unknown(FILE, "source", source, catalogue.source)
        for name in ("steps", "boxes", "skills"):
            parts = enumerate(getattr(framework, name))
            yield from duplicates(FILE, [(f"{path}.{name}[{n}].id", each.id) for n, each in parts])
        yield from _roles(path, framework, file)
        yield from _skills(path, framework)
        for place, box in enumerate(framework.boxes):
            yield from _box(f"{path}.boxes[{place}]", box, framework, file)


def _roles(path: str, framework: Framework, file: FrameworksFile) -> Iterator[Problem]:
    """Yield a problem for each role that is unknown, or neither covered nor said to have no box."""
    known = [role.id for role in file.roles]
    none = [(f"{path}.no_box[{n}].role", each.role) for n, each in enumerate(framework.no_box)]
    yield from unknown(FILE, "role", none, known)
    yield from duplicates(FILE, none)
    covered = {cover.role for box in framework.boxes for cover in box.covers}
    for place, role in none:
        if role in covered:
            yield Problem(FILE, place, f"a box covers {role!r}", "remove one of the two")
    for role in known:
        if role not in covered and role not in {each.role for each in framework.no_box}:
            message = f"{framework.id} says nothing of {role!r}"
            yield Problem(FILE, f"{path}.no_box", message, "name its box, or say that it has none")


def _skills(path: str, framework: Framework) -> Iterator[Problem]:
    steps = [step.id for step in framework.steps]
    for number, skill in enumerate(framework.skills):
        named = [
            (f"{path}.skills[{number}].steps[{n}].step", each.step)
            for n, each in enumerate(skill.steps)
        ]
        yield from unknown(FILE, "step", named, steps)
        yield from duplicates(FILE, named)


def _box(path: str, box: Box, framework: Framework, file: FrameworksFile) -> Iterator[Problem]:
    covers = [(f"{path}.covers[{n}].role", each.role) for n, each in enumerate(box.covers)]
    yield from unknown(FILE, "role", covers, [role.id for role in file.roles])
    yield from duplicates(FILE, covers)
    if len(covers) > 1 and any(cover.fit == "exactly" for cover in box.covers):
        message = "is exactly one role, and covers others"
        yield Problem(FILE, f"{path}.covers", message, "call it mixed, or remove the others")
    rungs = [(f"{path}.rungs[{n}]", rung) for n, rung in enumerate(box.rungs)]
    yield from duplicates(FILE, [(f"{place}.id", rung.id) for place, rung in rungs])
    ladder = {level.id: rank for rank, level in enumerate(file.levels)}
    yield from unknown(FILE, "level", [(f"{p}.level", rung.level) for p, rung in rungs], ladder)
    ranks = [ladder[rung.level] for _, rung in rungs if rung.level in ladder]
    if ranks != sorted(ranks):
        yield Problem(FILE, f"{path}.rungs", "the levels do not ascend", "sort the rungs")
    skills = {skill.id for skill in framework.skills}
    steps = [step.id for step in framework.steps]
    for place, rung in rungs:
        named = [(f"{place}.skills[{n}].skill", each.skill) for n, each in enumerate(rung.skills)]
        yield from unknown(FILE, "skill", named, skills)
        yield from duplicates(FILE, named)
        reached = [(f"{place}.skills[{n}].step", each.step) for n, each in enumerate(rung.skills)]
        yield from unknown(FILE, "step", reached, steps)
