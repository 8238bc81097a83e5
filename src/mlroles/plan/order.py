"""In which order to learn: what helps most in the fewest hours, each after what it rests on.

Each skill that is wanted is taken with all that it rests on and that is missing. Of these chains
the one comes next that is worth most an hour: Sidney's rule for jobs of which some must wait for
others (J. B. Sidney, Operations Research 23, 1975), in its simplest form.
"""

from collections.abc import Mapping, Sequence

from mlroles.plan.gap import Missing, grounds
from mlroles.plan.held import Have
from mlroles.plan.models import PlanFile


def hours(file: PlanFile, have: Have, each: Missing) -> tuple[int, int]:
    """Return the hours until it can be used, and from there to where it should be; 0 unknown.

    Fewer for who has what makes it quicker.
    """
    path = file.path(each.skill)
    own = path.hours if path else ()
    if path and path.sooner and (held := have.get(path.sooner.skill)):
        able = held.step is None or held.step >= file.wanted.unnamed
        own = path.sooner.hours if able else own
    steps = (0, *own)
    last = len(own)
    begin, first, want = (min(step, last) for step in (each.have, each.first, each.want))
    return steps[first] - steps[begin], steps[want] - steps[first]


def value(each: Missing) -> float:
    """Return what it is worth to close this gap at first: what it counts for, step by step."""
    return each.worth * (each.first - each.have)


def rests_on(file: PlanFile, missing: Mapping[str, Missing]) -> Mapping[str, tuple[str, ...]]:
    """Return for each of ``missing`` which others of them come before it.

    What can be used already is there, whatever is still to be raised.
    """
    stands_for = {
        skill: each.skill
        for each in missing.values()
        if each.have < file.wanted.unnamed
        for skill in (each.skill, *(want.skill for want in each.wants))
    }
    return {
        each.skill: tuple(
            dict.fromkeys(
                own
                for link in grounds(file, each)
                if (own := stands_for.get(link.skill, each.skill)) != each.skill
            )
        )
        for each in missing.values()
    }


def ordered(file: PlanFile, have: Have, missing: Mapping[str, Missing]) -> tuple[Missing, ...]:
    """Return ``missing`` in the order of learning; of equals the earlier one first."""
    before = rests_on(file, missing)
    cost = {skill: max(hours(file, have, each)[0], 1) for skill, each in missing.items()}
    gain = {skill: value(each) for skill, each in missing.items()}
    left = dict.fromkeys(missing)
    found: list[Missing] = []
    while left:
        chains = (_chain(skill, before, left) for skill in left)
        best = max(
            chains,
            key=lambda chain: sum(gain[own] for own in chain) / sum(cost[own] for own in chain),
        )
        for skill in best:
            del left[skill]
            found.append(missing[skill])
    return tuple(found)


def _chain(
    skill: str, before: Mapping[str, Sequence[str]], left: Mapping[str, None]
) -> tuple[str, ...]:
    """Return ``skill`` after all that is left of what it rests on."""
    found: dict[str, None] = {}
    waiting = [skill]
    while waiting:
        open_ = [
            each
            for each in before[waiting[-1]]
            if each in left and each not in found and each not in waiting  # tools may go in circles
        ]
        if open_:
            waiting.append(open_[0])
        else:
            found[waiting.pop()] = None
    return tuple(found)
