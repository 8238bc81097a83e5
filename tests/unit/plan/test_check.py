"""What must hold in ``plan.json`` and ``resources.json``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mlroles.plan.check import plan_problems, resources_problems
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.plans import bakery_plan, bakery_resources

Spoil = Callable[[Any], object]


@pytest.fixture
def bakers(tmp_path: Path) -> Catalogue:
    """Return the bakery with every file."""
    return load_catalogue(write(tmp_path, whole_bakery()))


def _of_plan(document: Any, catalogue: Catalogue) -> list[str]:
    file = PlanFile.model_validate_json(json.dumps(document))
    return [f"{each.path}: {each.message}" for each in plan_problems(file, catalogue)]


def _of_resources(document: Any, catalogue: Catalogue) -> list[str]:
    file = ResourcesFile.model_validate_json(json.dumps(document))
    return [f"{each.path}: {each.message}" for each in resources_problems(file, catalogue)]


def test_sound_files_have_no_problems(bakers: Catalogue) -> None:
    """The files of the bakery hold."""
    assert _of_plan(bakery_plan(), bakers) == []
    assert _of_resources(bakery_resources(), bakers) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda d: d["skills"].append(d["skills"][0]),
            "$.skills[2].skill: “kneading” stands twice",
        ),
        (
            lambda d: d["skills"][0].update(skill="flying"),
            "$.skills[0].skill: there is no skill “flying”",
        ),
        (
            lambda d: d["skills"][0]["after"][0].update(skill="flying"),
            "$.skills[0].after[0].skill: there is no skill “flying”",
        ),
        (
            lambda d: d["skills"][0].update(includes=[{"skill": "flying", "reason": "So."}]),
            "$.skills[0].includes[0].skill: there is no skill “flying”",
        ),
        (
            lambda d: d["skills"][0]["after"][0].update(claims=["crumb-9"]),
            "$.skills[0].after[0].claims[0]: there is no claim “crumb-9”",
        ),
        (
            lambda d: d.update(ways=[{"by": ["flying"], "of": "diving", "reason": "So."}]),
            "$.ways[0].by[0]: there is no skill “flying”",
        ),
        (
            lambda d: d.update(ways=[{"by": ["kneading"], "of": "diving", "reason": "So."}]),
            "$.ways[0].of: there is no skill “diving”",
        ),
        (
            lambda d: d.update(
                ways=[{"by": ["kneading"], "enough": ["counting"], "reason": "So."}]
            ),
            "$.ways[0].enough[0]: there is no tool of this way “counting”",
        ),
        (lambda d: d["skills"][0].update(hours=[3, 2]), "$.skills[0].hours: [3, 2]"),
        (lambda d: d["skills"][1].update(hours=[1, 2, 3, 4]), "$.skills[1].hours: [1, 2, 3, 4]"),
        (
            lambda d: d["skills"][1].update(
                sooner={"skill": "flying", "hours": [1], "reason": "So."}
            ),
            "$.skills[1].sooner.skill: there is no skill “flying”",
        ),
        (
            lambda d: d["skills"][1].update(
                sooner={"skill": "kneading", "hours": [4, 1], "reason": "So."}
            ),
            "$.skills[1].sooner.hours: [4, 1]",
        ),
        (lambda d: d["wanted"].update(by_level=[0, 1]), "$.wanted.by_level: 2 levels"),
        (lambda d: d["worth"]["by_level"].pop(), "$.worth.by_level: 2 levels"),
        (
            lambda d: d["wanted"].update(by_level=[0, 1, 4]),
            "$.wanted.by_level[2]: there is no step 4",
        ),
        (lambda d: d["wanted"].update(unnamed=4), "$.wanted.unnamed: there is no step 4"),
        (
            lambda d: d["skills"][1].update(after=[{"skill": "kneading", "reason": "So."}]),
            "$.skills[0].after: “kneading” rests on itself",
        ),
        (
            lambda d: (d.update(framework="guild"), d["skills"][0].update(official="flying")),
            "$.skills[0].official: there is no skill of the framework “flying”",
        ),
    ],
)
def test_what_does_not_hold_in_plan(bakers: Catalogue, spoil: Spoil, told: str) -> None:
    """Each mistake in the learning paths is told with its place."""
    document = bakery_plan()
    spoil(document)
    assert told in _of_plan(document, bakers)


def test_a_catalogue_without_frameworks_is_not_asked_for_them(tmp_path: Path) -> None:
    """Where the catalogue has no frameworks, no skill of one can be wrong."""
    catalogue = load_catalogue(write(tmp_path, bakery()))
    document = {**bakery_plan(), "framework": "guild"}
    document["skills"][0]["official"] = "flying"
    assert _of_plan(document, catalogue) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d[1].update(id="dear"), "$.resources[1].id: “dear” stands twice"),
        (
            lambda d: d[1].update(url="https://bread.example/dear"),
            "$.resources[1].url: “https://bread.example/dear” stands twice",
        ),
        (
            lambda d: d[0].update(skills=["flying"]),
            "$.resources[0].skills[0]: there is no skill “flying”",
        ),
        (
            lambda d: d[0].update(opened="2026-01-01"),
            "$.resources[0]: a day without an answer, or an answer without a day",
        ),
        (
            lambda d: d[0].update(answer="200"),
            "$.resources[0]: a day without an answer, or an answer without a day",
        ),
    ],
)
def test_what_does_not_hold_in_resources(bakers: Catalogue, spoil: Spoil, told: str) -> None:
    """Each mistake in the resources is told with its place."""
    document = bakery_resources()
    spoil(document["resources"])
    assert told in _of_resources(document, bakers)


def test_the_lists_are_a_source(bakers: Catalogue) -> None:
    """The lists in which resources were seen are a source of the catalogue."""
    document = {**bakery_resources(), "source": "flour"}
    assert _of_resources(document, bakers) == ["$.source: there is no source “flour”"]
