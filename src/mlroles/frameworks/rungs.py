"""The rungs of a role where a framework has them: what is asked at each, and what one can do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mlroles.frameworks.models import Box, Fit, Framework, FrameworksFile, Rung
from mlroles.frameworks.place import NEAREST_FIRST, FrameworkHead, RoleTitle, find_level, head
from mlroles.roles.find import normal


@dataclass(frozen=True)
class SkillAtRung:
    """A skill at a rung."""

    id: str
    """The skill's id within its framework."""
    title: str
    """The skill's name."""
    step: str
    """The name of the step up to which it must go."""
    place: int
    """The place of that step, counted from 1."""
    can: tuple[str, ...]
    """What a person at that step can do, in the framework's words."""


@dataclass(frozen=True)
class RungReport:
    """A rung of a role; its texts are the framework's own."""

    id: str
    """The rung's id within its box."""
    title: str
    """The job title at this rung."""
    level_id: str
    """The id of the level of the common ladder."""
    text: str
    """What a person at this rung is."""
    duties: tuple[str, ...]
    """What the person does."""
    skills: tuple[SkillAtRung, ...]
    """The skills at this rung."""


@dataclass(frozen=True)
class Ladder:
    """The rungs of one box that covers a role."""

    framework: FrameworkHead
    """What names the framework, and how old it is."""
    box: str
    """The name of the box."""
    fit: Fit
    """Whether the box is the role, part of it, or it mixed with other jobs."""
    steps: tuple[str, ...]
    """The words for how far a skill goes, from the lowest step to the highest."""
    rungs: tuple[RungReport, ...]
    """The rungs, from the lowest to the highest."""


@dataclass(frozen=True)
class LadderAtLevel:
    """A ladder at one level."""

    framework: FrameworkHead
    """What names the framework, and how old it is."""
    box: str
    """The name of the box."""
    fit: Fit
    """Whether the box is the role, part of it, or it mixed with other jobs."""
    steps: tuple[str, ...]
    """The words for how far a skill goes, from the lowest step to the highest."""
    all_titles: tuple[str, ...]
    """The job titles of the whole ladder, from the lowest rung."""
    exact: bool
    """Whether the ladder has a rung at that level."""
    rungs: tuple[RungReport, ...]
    """The rung at that level, or else the nearest below and above."""


@dataclass(frozen=True)
class RoleAtLevel:
    """A role at one level of the common ladder."""

    role: RoleTitle
    """The role, or a job beside the roles."""
    asked: str
    """The word that was typed for the level."""
    level_id: str
    """The id of the level that it means."""
    title: str
    """The name of that level."""
    text: str
    """What a person at that level does, in a few words."""
    experience: str | None
    """The id of the level of the pay data that comes closest; None where none does."""
    ladders: tuple[LadderAtLevel, ...]
    """What each framework that has levels of the role says, its own box first."""
    without: tuple[tuple[FrameworkHead, str], ...]
    """Where no framework has levels of the role: those that have levels of others, each with what
    it says of this role.
    """

    @property
    def taken(self) -> bool:
        """Whether the level goes by another name than the one that was typed."""
        return normal(self.asked) not in {normal(self.level_id), normal(self.title)}


def rungs(file: FrameworksFile, role: str) -> tuple[Ladder, ...]:
    """Return the ladders of the role with this id, the one of its own box first; () if none."""
    found = [
        (cover.fit, framework, box)
        for framework in file.frameworks
        for box in framework.boxes
        for cover in box.covers
        if cover.role == role and box.rungs
    ]
    found.sort(key=lambda each: NEAREST_FIRST[each[0]])
    return tuple(_ladder(fit, framework, box) for fit, framework, box in found)


def at_level(file: FrameworksFile, role: RoleTitle, name: str) -> RoleAtLevel:
    """Return the role at the level that ``name`` means, on each ladder that there is of it.

    Raises UnknownNameError where there is no such level.
    """
    level = find_level(file, name)
    order = [each.id for each in file.levels]
    ladders = tuple(_at(ladder, order, level.id) for ladder in rungs(file, role.id))
    return RoleAtLevel(
        role,
        name,
        level.id,
        level.title,
        level.text,
        level.experience,
        ladders,
        () if ladders else tuple(_without(file, role.id)),
    )


def _at(ladder: Ladder, order: Sequence[str], level: str) -> LadderAtLevel:
    own = tuple(rung for rung in ladder.rungs if rung.level_id == level)
    return LadderAtLevel(
        ladder.framework,
        ladder.box,
        ladder.fit,
        ladder.steps,
        tuple(rung.title for rung in ladder.rungs),
        exact=bool(own),
        rungs=own or _around(ladder.rungs, order, level),
    )


def _without(file: FrameworksFile, role: str) -> Iterator[tuple[FrameworkHead, str]]:
    """Yield the frameworks that have levels and say why they have no box for the role."""
    for framework in file.frameworks:
        if any(box.rungs for box in framework.boxes):
            yield from (
                (head(framework), each.text) for each in framework.no_box if each.role == role
            )


def _around(
    ladder: Sequence[RungReport], order: Sequence[str], wanted: str
) -> tuple[RungReport, ...]:
    """Return the nearest rung below ``wanted`` and the nearest above, as far as there are any."""
    place = order.index(wanted)
    below = [rung for rung in ladder if order.index(rung.level_id) < place]
    above = [rung for rung in ladder if order.index(rung.level_id) > place]
    return (*below[-1:], *above[:1])


def _ladder(fit: Fit, framework: Framework, box: Box) -> Ladder:
    return Ladder(
        head(framework),
        box.title,
        fit,
        tuple(step.title for step in framework.steps),
        tuple(_rung(rung, framework) for rung in box.rungs),
    )


def _rung(rung: Rung, framework: Framework) -> RungReport:
    skills = {skill.id: skill for skill in framework.skills}
    steps = {step.id: (step.title, place) for place, step in enumerate(framework.steps, start=1)}
    return RungReport(
        rung.id,
        rung.title,
        rung.level,
        rung.text,
        rung.duties,
        tuple(
            SkillAtRung(
                each.skill,
                skills[each.skill].title,
                *steps[each.step],
                next((own.can for own in skills[each.skill].steps if own.step == each.step), ()),
            )
            for each in rung.skills
        ),
    )
