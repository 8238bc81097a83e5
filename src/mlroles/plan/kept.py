"""Plans that a person keeps, and what they ticked off, in their state folder.

``plans.json`` is read, changed and written whole while nobody else has the turn, so that two
windows lose nothing. A file that cannot be understood is put aside, never deleted.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from mlroles.datafile.model import Day, Id, Model
from mlroles.people.keeping import KeptFile

FILE = "plans.json"
"""The file's name in the state folder."""

MOST = 50
"""So many plans are kept, the newest ones."""

Step = Annotated[int, Field(ge=0, le=9)]


class KeptPlan(Model):
    """What a plan was asked for with: it is computed anew when it is shown."""

    to: Id
    """The id of the role that is wanted."""
    start: Id | None = None
    """The id of the role that is left; None where none is."""
    have: dict[Id, Step] = Field(default_factory=dict)
    """How well the person said that they can do something, by skill."""
    hours_per_week: Annotated[int, Field(ge=1, le=168)] | None = None
    """Hours in a week; None where they did not say."""
    kept: AwareDatetime
    """When it was kept."""


class Plans(Model):
    """The whole of ``plans.json``."""

    version: Literal[1] = 1
    """The version of the file's shape."""
    plans: tuple[KeptPlan, ...] = ()
    """The plans, the newest first, one for each role that is wanted."""
    done: dict[Id, Day] = Field(default_factory=dict)
    """What was ticked off, and when, by skill; it counts for every plan."""

    def plan_for(self, to: str | None) -> KeptPlan | None:
        """Return the plan for a role, or the newest where none is named; None where none is."""
        return next((each for each in self.plans if to in {None, each.to}), None)

    def keeping(self, plan: KeptPlan) -> "Plans":
        """Return these with ``plan`` as the newest, in place of the one for the same role."""
        others = [each for each in self.plans if each.to != plan.to]
        return self.model_copy(update={"plans": (plan, *others)[:MOST]})

    def ticking(self, done: Mapping[str, dt.date], undone: frozenset[str] = frozenset()) -> "Plans":
        """Return these with some skills ticked off, the first day of each kept, others not."""
        both = {**done, **self.done}
        left = {skill: day for skill, day in both.items() if skill not in undone}
        return self.model_copy(update={"done": left})


@dataclass(frozen=True)
class PlansForgotten:
    """What was deleted."""

    plans: int
    """How many plans."""
    done: int
    """How many skills were ticked off."""


class PlanStore(KeptFile[Plans]):
    """The plans in a state folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Take the folder; it is made when something is kept."""
        super().__init__(folder, FILE, Plans, "This plan", "plans")

    def forget(self) -> PlansForgotten:
        """Delete what is kept; raises MlrolesError where that fails."""
        gone = self.delete()
        return PlansForgotten(len(gone.plans), len(gone.done))
