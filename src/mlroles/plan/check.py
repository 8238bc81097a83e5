"""What must hold between the parts of ``plan.json`` and ``resources.json`` and the catalogue."""

import os
from collections.abc import Iterator, Mapping
from itertools import pairwise

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.plan.official import FRAMEWORKS, official_lines
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

PLAN, RESOURCES = "plan.json", "resources.json"
"""The names of the files."""


def plan_problems(file: PlanFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids, hours, levels, skills that rest on themselves."""
    refer = References(PLAN)
    paths = list(enumerate(file.skills))
    named = [(f"$.skills[{n}].skill", each.skill) for n, each in paths]
    yield from duplicates(PLAN, named)
    links = [
        (f"$.skills[{n}].{name}[{place}]", link)
        for n, each in paths
        for name, own in (("after", each.after), ("includes", each.includes))
        for place, link in enumerate(own)
    ]
    named += [(f"{path}.skill", link.skill) for path, link in links]
    named += [
        (f"$.skills[{n}].sooner.skill", own.skill) for n, each in paths if (own := each.sooner)
    ]
    for n, way in enumerate(file.ways):
        named += [(f"$.ways[{n}].by[{place}]", skill) for place, skill in enumerate(way.by)]
        enough = ((f"$.ways[{n}].enough[{place}]", each) for place, each in enumerate(way.enough))
        yield from refer.unknown("tool of this way", enough, way.by)
        named += [(f"$.ways[{n}].of", way.of)] if way.of else []
    yield from refer.unknown("skill", named, catalogue.skills)
    claims = [
        (f"{path}.claims[{place}]", claim)
        for path, link in links
        for place, claim in enumerate(link.claims)
    ]
    yield from refer.unknown("claim", claims, catalogue.claims)
    yield from _steps(file, catalogue)
    yield from _circles(file)
    yield from _official(file, catalogue, refer)


def _steps(file: PlanFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what does not fit the steps, or the scale of levels."""
    able = len(file.able)
    hours = [(f"$.skills[{n}].hours", each.hours) for n, each in enumerate(file.skills)]
    hours += [
        (f"$.skills[{n}].sooner.hours", each.sooner.hours)
        for n, each in enumerate(file.skills)
        if each.sooner
    ]
    for path, own in hours:
        if len(own) > able or any(before > after for before, after in pairwise(own)):
            yield Problem(PLAN, path, f"{list(own)}", f"{able} growing numbers at most")
    scale = len(catalogue.file.skill_scale)
    for name, levels in (("wanted", file.wanted.by_level), ("worth", file.worth.by_level)):
        if len(levels) != scale:
            yield Problem(
                PLAN, f"$.{name}.by_level", f"{len(levels)} levels", f"{scale}, as roles.json has"
            )
    steps = [(f"by_level[{n}]", step) for n, step in enumerate(file.wanted.by_level)]
    for name, step in (*steps, ("unnamed", file.wanted.unnamed)):
        if step > able:
            yield Problem(PLAN, f"$.wanted.{name}", f"there is no step {step}", f"{able} at most")


def _circles(file: PlanFile) -> Iterator[Problem]:
    """Yield a problem for each skill that rests on itself, perhaps by others."""
    after = {each.skill: [link.skill for link in each.after] for each in file.skills}
    for n, each in enumerate(file.skills):
        if each.skill in _reached(after, each.skill):
            yield Problem(
                PLAN,
                f"$.skills[{n}].after",
                f"{quoted(each.skill)} rests on itself",
                "break the circle",
            )


def _reached(after: Mapping[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = list(after[start])
    while waiting:
        skill = waiting.pop()
        if skill not in found:
            found.add(skill)
            waiting += after.get(skill, ())
    return found


def _official(file: PlanFile, catalogue: Catalogue, refer: References) -> Iterator[Problem]:
    """Yield the skills of the framework that it does not have, where the catalogue has it."""
    if file.framework is None or not os.path.lexists(catalogue.directory / FRAMEWORKS):
        return
    known = official_lines(catalogue.directory, file.framework)
    named = [
        (f"$.skills[{n}].official", each.official)
        for n, each in enumerate(file.skills)
        if each.official
    ]
    yield from refer.unknown("skill of the framework", named, known)


def resources_problems(file: ResourcesFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids, addresses that stand twice, unknown skills."""
    refer = References(RESOURCES)
    resources = list(enumerate(file.resources))
    yield from duplicates(RESOURCES, [(f"$.resources[{n}].id", each.id) for n, each in resources])
    yield from duplicates(RESOURCES, [(f"$.resources[{n}].url", each.url) for n, each in resources])
    skills = [
        (f"$.resources[{n}].skills[{place}]", skill)
        for n, each in resources
        for place, skill in enumerate(each.skills)
    ]
    yield from refer.unknown("skill", skills, catalogue.skills)
    yield from refer.unknown("source", [("$.source", file.source)], catalogue.source)
    for n, each in resources:
        if (each.opened is None) != (each.answer is None):
            yield Problem(
                RESOURCES,
                f"$.resources[{n}]",
                "a day without an answer, or an answer without a day",
                "both or neither",
            )
