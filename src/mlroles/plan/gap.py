"""What lies between a person and where they want to get: keep, raise, learn, and not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mlroles.plan.held import Have, Held
from mlroles.plan.models import Link, PlanFile, Way
from mlroles.plan.target import Target, Want, want_step, worth
from mlroles.roles.move import Part, part_of


@dataclass(frozen=True)
class Missing:
    """Something to raise or to learn, or of which nobody says whether it is there."""

    skill: str
    """The id of the skill."""
    part: Part
    """Whether to raise or to learn it, or that it is not known to be there."""
    have: int
    """How well the person can do it, as far as it is known: 0 for not, or not known."""
    want: int
    """How well they should, in the end."""
    first: int
    """How well they should before they go on: well enough to use it."""
    worth: float
    """What it counts for in the order."""
    wants: tuple[Want, ...]
    """What is wanted: itself, and what it is a way of."""
    asked: bool = True
    """Whether it is wanted, and not only rested on."""
    instead: tuple[str, ...] = ()
    """The ids of skills that would do as well."""


@dataclass(frozen=True)
class Kept:
    """Something that is wanted, and there."""

    want: Want
    """What is wanted."""
    held: Held
    """What is known of it."""
    instead: str
    """The id of the skill that does as well, where it is that which is there; else empty."""


@dataclass(frozen=True)
class Gap:
    """What is there and what is not, of what is wanted."""

    keep: tuple[Kept, ...]
    """What is there, what is asked for most first."""
    missing: tuple[Missing, ...]
    """What is not, or not known to be, in the order of the target."""


def gap(file: PlanFile, have: Have, target: Target) -> Gap:
    """Return what of ``target`` is there and what is not.

    Of tools of which one is enough, the one that is there counts, else the one that counts most.
    """
    keep: list[Kept] = []
    missing: dict[str, Missing] = {}
    for want in target.wants:
        each = _missing(file, have.get(want.skill), want)
        if each is None:
            keep.append(Kept(want, have[want.skill], ""))
        else:
            missing[want.skill] = each
    for way in file.ways:
        _choose(way, have, missing, keep)
    keep.sort(key=lambda each: -worth(file, each.want))
    return Gap(tuple(keep), tuple(missing.values()))


def _missing(
    file: PlanFile, held: Held | None, want: Want, *, to_use: bool = False
) -> Missing | None:
    """Return what is missing of a want; None where nothing is.

    Where it is ``to_use``, somebody has to be able to use it, whatever is named.
    """
    step = want_step(file, want)
    # Of what people of a role do without a level being named, nobody says how well: nor is it
    # asked for better than a source says.
    open_ = held is not None and held.basis == "role" and not want.named and not to_use
    asked = None if open_ else step
    part = part_of(held.there if held else None, held.step if held else None, asked)
    if part == "keep":
        return None
    have = (held.step or 0) if held else 0
    return Missing(
        want.skill, part, have, step, _first(file, have, step), worth(file, want), (want,)
    )


def _first(file: PlanFile, have: int, want: int) -> int:
    """Return how far to go at first: to where it can be used, or from there to the end."""
    return min(want, file.wanted.unnamed) if have < file.wanted.unnamed else want


def _choose(way: Way, have: Have, missing: dict[str, Missing], keep: list[Kept]) -> None:
    """Keep of the tools of a way one, which stands for what it is a way of as well."""
    own = [missing[skill] for skill in way.by if skill in missing]
    if not own:
        return
    there = [skill for skill in way.enough or way.by if (held := have.get(skill)) and held.there]
    begun = [each for each in own if each.part == "raise"]
    if there and not begun:
        for each in own:
            del missing[each.skill]
            keep.extend(Kept(want, have[there[0]], there[0]) for want in each.wants)
        return
    chosen = max(begun or own, key=lambda each: each.worth)  # the first of equals
    for each in own:
        del missing[each.skill]
    whole = missing.pop(way.of, None) if way.of else None
    both = (chosen, whole) if whole else (chosen,)
    missing[chosen.skill] = replace(
        chosen,
        want=max(each.want for each in both),
        first=max(each.first for each in both),
        worth=max(each.worth for each in both),
        wants=tuple(want for each in both for want in each.wants),
        instead=tuple(each.skill for each in own if each is not chosen),
    )


def grounds(file: PlanFile, each: Missing) -> tuple[Link, ...]:
    """Return what a skill rests on, for who begins to use it.

    Who uses it already has its ground, and to know of a thing needs none.
    """
    if each.have >= file.wanted.unnamed or each.first < file.wanted.unnamed:
        return ()
    path = file.path(each.skill)
    return path.after if path else ()


def needed(
    file: PlanFile, have: Have, target: Target, missing: Sequence[Missing]
) -> Mapping[str, Missing]:
    """Return ``missing`` with what it rests on and is not known to be there, by skill."""
    found = {each.skill: each for each in missing}
    covered = {want.skill for each in missing for want in each.wants}
    waiting = [*missing]
    while waiting:
        for link in grounds(file, waiting.pop(0)):
            want = target.others.get(link.skill)  # what is wanted is missing, or good enough
            if want is None or link.skill in found or link.skill in covered:
                continue
            held = have.get(link.skill)
            if ground := _missing(file, held, replace(want, named=None), to_use=True):
                found[link.skill] = replace(
                    ground, worth=worth(file, want), wants=(want,), asked=False
                )
                waiting.append(found[link.skill])
    return found
