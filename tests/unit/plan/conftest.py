"""The bakery with learning paths, and ways to ask for a plan."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from mlroles.parts import PLAN
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.plan.plan import Facts, Person, Plan, make_plan
from mlroles.plan.resources import load_resources
from mlroles.plan.said import said
from mlroles.plan.target import role_target, role_uses
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role
from tests.plans import bakery_plan, bakery_resources

Asks = Callable[[str, str, str], Plan]
"""Takes what somebody can do, the id of the role that they leave, and that of the one wanted."""


@pytest.fixture(scope="session")
def file() -> PlanFile:
    """Return the learning paths of the bakery."""
    return PlanFile.model_validate_json(json.dumps(bakery_plan()))


@pytest.fixture(scope="session")
def resources() -> ResourcesFile:
    """Return the resources of the bakery."""
    return ResourcesFile.model_validate_json(json.dumps(bakery_resources()))


def plan_file(**changes: Any) -> PlanFile:
    """Return the learning paths of the bakery with other parts."""
    return PlanFile.model_validate_json(json.dumps({**bakery_plan(), **changes}))


def path(
    skill: str, *hours: int, after: Mapping[str, str] | None = None, **more: Any
) -> dict[str, Any]:
    """Return what leads to a skill."""
    links = [{"skill": key, "reason": why} for key, why in (after or {}).items()]
    return {
        "skill": skill,
        "hours": hours or (1, 2, 4),
        "after": links,
        "can": f"do {skill}",
        "make": f"Some {skill}.",
        **more,
    }


def role(catalogue: Catalogue, name: str) -> Role:
    """Return the role of this id."""
    return next(each for each in catalogue.roles if each.id == name)


@pytest.fixture(scope="session")
def asks(shipped: Catalogue) -> Asks:
    """Return what makes plans from the shipped facts."""
    paths = PLAN.load(shipped)
    facts = Facts(shipped, paths, load_resources(shipped))

    def ask(can: str, start: str, to: str) -> Plan:
        left = role(shipped, start) if start else None
        person = Person(
            said(shipped, paths, [can]),
            {},
            (left.id, left.title) if left else None,
            role_uses(shipped, left) if left else None,
        )
        return make_plan(facts, person, role_target(shipped, role(shipped, to)))

    return ask
