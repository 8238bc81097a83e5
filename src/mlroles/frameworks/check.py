"""What must hold between the parts of a frameworks file, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.frameworks.models import FILE, Box, Framework, FrameworksFile
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted


def frameworks_problems(file: FrameworksFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Ids are unique and known; every role has a box in every framework or is said to have none; a
    box that is exactly one role covers no other; rungs and steps ascend.
    """
    refer = References(FILE)
    for name in ("roles", "levels", "frameworks"):
        things = enumerate(getattr(file, name))
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each.id) for n, each in things])
    for number, framework in enumerate(file.frameworks):
        path = f"$.frameworks[{number}]"
        source = [(f"{path}.source", framework.source)]
        yield from refer.unknown("source", source, catalogue.source)
        for name in ("steps", "boxes", "skills"):
            parts = enumerate(getattr(framework, name))
            yield from duplicates(FILE, [(f"{path}.{name}[{n}].id", each.id) for n, each in parts])
        yield from _roles(refer, path, framework, file)
        yield from _skills(refer, path, framework)
        for place, box in enumerate(framework.boxes):
            yield from _box(refer, f"{path}.boxes[{place}]", box, framework, file)


def _roles(
    refer: References, path: str, framework: Framework, file: FrameworksFile
) -> Iterator[Problem]:
    """Yield a problem for each role that is unknown, or neither covered nor said to have no box."""
    known = [role.id for role in file.roles]
    none = [(f"{path}.no_box[{n}].role", each.role) for n, each in enumerate(framework.no_box)]
    yield from refer.unknown("role", none, known)
    yield from duplicates(FILE, none)
    covered = {cover.role for box in framework.boxes for cover in box.covers}
    for place, role in none:
        if role in covered:
            yield Problem(FILE, place, f"a box covers {quoted(role)}", "remove one of the two")
    for role in known:
        if role not in covered and role not in {each.role for each in framework.no_box}:
            message = f"{framework.id} says nothing of {quoted(role)}"
            yield Problem(FILE, f"{path}.no_box", message, "name its box, or say that it has none")


def _skills(refer: References, path: str, framework: Framework) -> Iterator[Problem]:
    steps = [step.id for step in framework.steps]
    for number, skill in enumerate(framework.skills):
        named = [
            (f"{path}.skills[{number}].steps[{n}].step", each.step)
            for n, each in enumerate(skill.steps)
        ]
        yield from refer.unknown("step", named, steps)
        yield from duplicates(FILE, named)


def _box(
    refer: References, path: str, box: Box, framework: Framework, file: FrameworksFile
) -> Iterator[Problem]:
    covers = [(f"{path}.covers[{n}].role", each.role) for n, each in enumerate(box.covers)]
    yield from refer.unknown("role", covers, [role.id for role in file.roles])
    yield from duplicates(FILE, covers)
    if len(covers) > 1 and any(cover.fit == "exactly" for cover in box.covers):
        message = "is exactly one role, and covers others"
        yield Problem(FILE, f"{path}.covers", message, "call it mixed, or remove the others")
    rungs = [(f"{path}.rungs[{n}]", rung) for n, rung in enumerate(box.rungs)]
    yield from duplicates(FILE, [(f"{place}.id", rung.id) for place, rung in rungs])
    ladder = {level.id: rank for rank, level in enumerate(file.levels)}
    yield from refer.unknown("level", [(f"{p}.level", rung.level) for p, rung in rungs], ladder)
    ranks = [ladder[rung.level] for _, rung in rungs if rung.level in ladder]
    if ranks != sorted(ranks):
        yield Problem(FILE, f"{path}.rungs", "the levels do not ascend", "sort the rungs")
    skills = {skill.id for skill in framework.skills}
    steps = [step.id for step in framework.steps]
    for place, rung in rungs:
        named = [(f"{place}.skills[{n}].skill", each.skill) for n, each in enumerate(rung.skills)]
        yield from refer.unknown("skill", named, skills)
        yield from duplicates(FILE, named)
        reached = [(f"{place}.skills[{n}].step", each.step) for n, each in enumerate(rung.skills)]
        yield from refer.unknown("step", reached, steps)
