"""A plan: what to keep, and what to raise and to learn in the order that helps."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mlroles.plan.gap import Kept, Missing, gap, grounds, needed
from mlroles.plan.held import Basis, Have, have
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.plan.official import Lines, lines_at, official_lines
from mlroles.plan.order import hours, ordered, rests_on
from mlroles.plan.resources import Learning, to_learn
from mlroles.plan.target import Target, Want
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Evidence
from mlroles.roles.move import Part
from mlroles.roles.skill_use import SkillUse


@dataclass(frozen=True)
class There:
    """Something that is wanted, and there."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    basis: Basis
    """How it is known: said, ticked off (done), what people of the role do, or it follows."""
    of: str
    """The title of the skill from which it follows, or that does as well; else empty."""
    figure: Evidence | None
    """How many ask for it or use it; None where nobody counted."""


@dataclass(frozen=True)
class Ground:
    """Something that a step rests on."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    reason: str
    """Why."""
    claims: tuple[str, ...]
    """The ids of the claims that say so; none where it is our own judgement."""
    step: int | None
    """The number of the step in which it comes; None where it is there already."""


@dataclass(frozen=True)
class PlanStep:
    """One step of the plan."""

    number: int
    """Its number from 1."""
    skill: str
    """The id of the skill."""
    title: str
    """What it is called on the screen: the skill, perhaps with the tool to learn it with."""
    part: Part
    """Whether to raise or to learn it, or that nobody says whether it is there (unknown)."""
    have: int
    """How well the person can do it, as far as is known: 0 for not, or not known."""
    want: int
    """How well they should: 1 for the lowest step of ``able``."""
    first: int
    """How well before going on to the next step: well enough to use it."""
    wanted: bool
    """Whether it is wanted itself; False where other steps only rest on it."""
    wishes: tuple[Want, ...]
    """What is known of it, and of what it is a way of: who asks for it."""
    opens: tuple[str, ...]
    """The titles of the later steps that rest on it."""
    after: tuple[Ground, ...]
    """What it rests on."""
    instead: tuple[str, ...]
    """The titles of skills that would do as well."""
    hours: int | None
    """Hours until it can be used, roughly; None where nothing is known."""
    hours_more: int
    """Hours from there to how well they should, most of them at work; 0 for none."""
    from_week: int | None
    """The week in which it begins, from 1; None without hours."""
    to_week: int | None
    """The week in which it ends."""
    can: str
    """What one can do then, in our words, after "you can"; empty where nothing is known."""
    official: tuple[str, ...]
    """The same in the words of the framework, where it has the skill."""
    make: str
    """A thing to make that shows it; empty where nothing is known."""
    resources: tuple[Learning, ...]
    """What to learn it from, free ones first."""


@dataclass(frozen=True)
class Ticked:
    """Something that was ticked off."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    on: str
    """The day on which it was ticked off."""


@dataclass(frozen=True)
class Plan:
    """The way from a person, or a role, to a role or an advert."""

    to: str
    """The id of the role that is wanted; of an advert that of the nearest, perhaps empty."""
    title: str
    """What is wanted, by its name."""
    kind: str
    """Whether that is a role or an advert."""
    start: str | None
    """The id of the role that is left; None where none is."""
    start_title: str | None
    """The name of the role that is left."""
    known: bool
    """Whether anything is known of the person, by what they said or by their role."""
    able: tuple[str, ...]
    """The words for how well one can do something, from 1."""
    skill_scale: tuple[str, ...]
    """The words for the level that a source names, from 0 (not named)."""
    keep: tuple[There, ...]
    """What is wanted and there, what is asked for most first."""
    steps: tuple[PlanStep, ...]
    """What is not, in the order of learning."""
    more: int
    """How many further steps were left out, as was asked for."""
    done: tuple[Ticked, ...]
    """What was ticked off, the newest last."""
    hours: int
    """The hours of all steps together, those left out among them."""
    hours_more: int
    """The hours from there until each is done as well as it should."""
    hours_per_week: int
    """Hours in a week."""
    weeks: int
    """The weeks that all steps take."""
    beyond: tuple[str, ...]
    """What an advert asks for that the catalogue has no skill for."""
    hours_rest_on: str
    """What the hours rest on."""
    cannot_know: tuple[str, ...]
    """What no plan can know."""


@dataclass(frozen=True)
class Person:
    """What is known of who asks."""

    said: Mapping[str, int]
    """How well they say that they can do something: a step by the id of the skill, 0 for not."""
    done: Mapping[str, dt.date]
    """What they ticked off, and when."""
    start: tuple[str, str] | None = None
    """The id and the title of the role that they leave."""
    uses: Mapping[str, SkillUse] | None = None
    """What is known of the skills of that role."""


@dataclass(frozen=True)
class Facts:
    """What a plan is made from, beside the person."""

    catalogue: Catalogue
    """The roles and their figures."""
    file: PlanFile
    """What leads to each skill."""
    resources: ResourcesFile | None
    """What to learn from; None where the catalogue has none."""

    @cached_property
    def official(self) -> Lines:
        """What the framework of the file says that one can do: read once for many plans."""
        return official_lines(self.catalogue.directory, self.file.framework)


def make_plan(
    facts: Facts,
    person: Person,
    target: Target,
    *,
    hours_per_week: int | None = None,
    top: int | None = None,
) -> Plan:
    """Return the plan of ``person`` for ``target``, with the first ``top`` steps of it.

    Raises DataError where the framework's lines cannot be read.
    """
    catalogue, file = facts.catalogue, facts.file
    done = dict.fromkeys(person.done, len(file.able))
    known = have(file, person.said, done, person.uses)
    found = gap(file, known, target)
    missing = needed(file, known, target, found.missing)
    weekly = hours_per_week or file.hours_per_week
    steps = _Steps(facts, known, missing).all(weekly)
    total = sum(each.hours or 0 for each in steps)
    start_id, start_title = person.start or (None, None)
    return Plan(
        target.id,
        target.title,
        target.kind,
        start_id,
        start_title,
        bool(known),
        tuple(each.title for each in file.able),
        catalogue.file.skill_scale,
        tuple(_there(catalogue, each) for each in found.keep),
        steps[:top],
        len(steps[top:]) if top is not None else 0,
        tuple(
            Ticked(skill, catalogue.skills[skill].title, day.isoformat())
            for skill, day in sorted(person.done.items(), key=lambda each: each[1])
            if skill in catalogue.skills
        ),
        total,
        sum(each.hours_more for each in steps),
        weekly,
        -(-total // weekly),
        target.beyond,
        file.hours_rest_on,
        file.cannot_know,
    )


def _there(catalogue: Catalogue, kept: Kept) -> There:
    of = kept.instead or kept.held.of
    title = catalogue.skills[of].title if of else ""
    want = kept.want
    return There(want.skill, want.title, kept.held.basis, title, want.figure)


class _Steps:
    """Words the steps of a plan."""

    def __init__(self, facts: Facts, known: Have, missing: Mapping[str, Missing]) -> None:
        catalogue, file = facts.catalogue, facts.file
        self._catalogue = catalogue
        self._file = file
        self._resources = facts.resources
        self._known = known
        self._official = facts.official
        self._ordered = ordered(file, known, missing)
        self._before = rests_on(file, missing)
        self._numbers = {each.skill: n for n, each in enumerate(self._ordered, start=1)}
        self._stands_for = {want.skill: each.skill for each in self._ordered for want in each.wants}

    def all(self, weekly: int) -> tuple[PlanStep, ...]:
        """Return the steps in their order; ``weekly`` are the hours in a week."""
        spent = 0
        found: list[PlanStep] = []
        for each in self._ordered:
            found.append(self._step(each, spent, weekly))
            spent += found[-1].hours or 0
        return tuple(found)

    def _step(self, each: Missing, spent: int, weekly: int) -> PlanStep:
        own, more = hours(self._file, self._known, each)
        path = self._file.path(each.skill)
        begins = each.have == 0
        return PlanStep(
            number=self._numbers[each.skill],
            skill=each.skill,
            title=self._title(each),
            part=each.part,
            have=each.have,
            want=each.want,
            first=each.first,
            wanted=each.asked,
            wishes=each.wants,
            opens=tuple(
                self._title(other)
                for other in self._ordered
                if each.skill in self._before[other.skill]
            ),
            after=self._after(each),
            instead=tuple(self._name(skill) for skill in each.instead),
            hours=own or None,
            hours_more=more,
            from_week=spent // weekly + 1 if own else None,
            to_week=(spent + own - 1) // weekly + 1 if own else None,
            can=path.can if path else "",
            official=lines_at(self._official, path.official if path else None, each.want),
            make=path.make if path else "",
            resources=to_learn(self._resources, each.skill, begins=begins),
        )

    def _title(self, each: Missing) -> str:
        """Return the skill's name; of a tool that of what it is a way of, before its own."""
        own = self._name(each.skill)
        whole = next((want.title for want in each.wants if want.skill != each.skill), None)
        return f"{whole}, with {own}" if whole else own

    def _name(self, skill: str) -> str:
        return self._catalogue.skills[skill].title

    def _after(self, each: Missing) -> tuple[Ground, ...]:
        return tuple(
            Ground(
                link.skill,
                self._name(link.skill),
                link.reason,
                link.claims,
                self._place(each, self._stands_for.get(link.skill, link.skill)),
            )
            for link in grounds(self._file, each)
        )

    def _place(self, each: Missing, ground: str) -> int | None:
        """Return the number of the step in which a ground comes; None where it is there."""
        return self._numbers[ground] if ground in self._before[each.skill] else None
