"""What is wrong in a file of titles is told with its place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mlroles.locations import data_directory
from mlroles.parts import TITLES
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.titles.check import titles_problems
from mlroles.titles.models import TitlesFile
from mlroles.validation import check_directory
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.titles import bakery_titles, titles_file

Spoil = Callable[[dict[str, Any]], object]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the bakery's catalogue."""
    return load_catalogue(write(tmp_path, bakery()))


def test_sound_file_has_no_problem(catalogue: Catalogue) -> None:
    """Nothing is told of a file in which all holds."""
    assert [*titles_problems(titles_file(), catalogue)] == []


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda file: file["kinds"].append(file["kinds"][0]), "$.kinds[8].id: “rank” stands twice"),
        (lambda file: file["rules"].append(file["rules"][2]), "“seller” stands twice"),
        (
            lambda file: file["kinds"][1]["words"].append("cake"),
            "$.kinds[2].words[0]: “cake” stands twice",
        ),
        (
            lambda file: file["kinds"][1]["words"].append("Sour-Dough"),
            "$.kinds[1].words[2]: “Sour-Dough” is never found in a title (write “sour dough”)",
        ),
        (
            lambda file: file["rules"][1]["words"].append(["bread|iorn", "baker"]),
            "$.rules[1].words[2][0]: there is no kind of words “iorn”",
        ),
        (
            lambda file: file["rules"][1].update(about=["steel"]),
            "$.rules[1].about[0]: there is no kind of words “steel”",
        ),
        (
            lambda file: file["rules"][1].update(unless=["steel"]),
            "$.rules[1].unless[0]: there is no kind of words “steel”",
        ),
        (
            lambda file: file["rules"][1].update(means=["miller"]),
            "$.rules[1].means[0]: there is no role or job beside the roles “miller”",
        ),
        (
            lambda file: file["rules"][0].update(near=["miller"]),
            "$.rules[0].near[0]: there is no role “miller”",
        ),
        (
            lambda file: file["rules"][1].update(means=[]),
            "$.rules[1].means: named, but nothing is meant (name what is)",
        ),
        (
            lambda file: file["rules"][1].update(sure="other"),
            "$.rules[1].sure: other work, but something is meant (say 'near')",
        ),
        (
            lambda file: file["rules"][4].update(words=[["maker?"]]),
            "$.rules[4].words: every word of a row may be absent (need one of them)",
        ),
        (
            lambda file: file["rules"][1]["counted"][0].update(source="loaf"),
            "$.rules[1].counted[0].source: there is no source “loaf”",
        ),
        (
            lambda file: file["rules"][1]["counted"][0].update(count=10),
            "$.rules[1].counted[0]: 10 of 9 (no more than there are)",
        ),
    ],
)
def test_problem_is_told_with_its_place(catalogue: Catalogue, spoil: Spoil, problem: str) -> None:
    """Ids, words of two kinds, meanings and counts that do not hold are each told."""
    document = bakery_titles()
    spoil(document)
    told = [str(each) for each in titles_problems(titles_file(document), catalogue)]
    assert any(problem in each for each in told), told


def test_job_beside_the_roles_may_be_meant(tmp_path: Path) -> None:
    """A title may mean a job beside the roles, which the check of a folder knows."""
    files = whole_bakery()
    files["neighbours.json"] = {
        "schema_version": 1,
        "neighbours": [{"id": "miller", "title": "Miller"}],
    }
    files["titles.json"]["rules"][1]["means"] = ["miller"]
    assert check_directory(write(tmp_path, files)).problems == ()
    del files["neighbours.json"]
    (tmp_path / "neighbours.json").unlink()
    (problem,) = check_directory(write(tmp_path, files)).problems
    assert problem.path == "$.rules[1].means[0]"


def test_shipped_titles_hold(shipped: Catalogue) -> None:
    """The shipped file holds together, and with the roles and the jobs beside them."""
    file = TitlesFile.model_validate_json((data_directory() / TITLES.file).read_bytes())
    known = {*shipped.role_index, *(job.id for job in shipped.neighbours)}
    missing = {job for rule in file.rules for job in (*rule.means, *rule.near)} - known
    assert missing <= {"data-engineer", "data-analyst"}
    more = tuple(
        shipped.roles[0].model_copy(update={"id": job, "title": job}) for job in sorted(missing)
    )
    roles = shipped.file.model_copy(update={"roles": (*shipped.roles, *more)})
    assert [*titles_problems(file, replace(shipped, file=roles))] == []
