"""The files of a catalogue, each read, checked and quoted by its row in the list."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.terms.models import TermsFile
from mlroles.errors import DataError
from mlroles.evidence.models import EvidenceFile
from mlroles.frameworks.models import FrameworksFile
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.hire.models import HireFile
from mlroles.mentions.models import MentionsFile
from mlroles.parts import (
    EVIDENCE,
    PARTS,
    PAY,
    QUESTIONNAIRE,
    ROLES,
    SOURCES,
    neighbours,
    quoted,
    works,
)
from mlroles.pay.models import PayFile
from mlroles.plan.models import PlanFile, ResourcesFile
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Quoted
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import NeighboursFile, RolesFile, SourcesFile
from mlroles.titles.models import TitlesFile
from mlroles.validation import check_directory
from mlroles.wages.models import WagesFile
from tests.bakehouse import bakery_questionnaire, whole_bakery
from tests.catalogues import write
from tests.pay import bakery_pay


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Return the folder of a bakery with every file, which a test may spoil."""
    return write(tmp_path / "whole", whole_bakery())


@pytest.fixture
def catalogue(directory: Path) -> Catalogue:
    """Return the catalogue in that folder."""
    return load_catalogue(directory)


OPTIONAL = [part for part in PARTS if not part.needed]
optional = pytest.mark.parametrize("part", OPTIONAL, ids=[part.file for part in OPTIONAL])


def test_each_file_has_a_row(directory: Path) -> None:
    """The list names each file once, with its model; a folder with all of them is sound."""
    assert [(part.file, part.model, part.needed) for part in PARTS] == [
        ("sources.json", SourcesFile, True),
        ("roles.json", RolesFile, True),
        ("neighbours.json", NeighboursFile, False),
        ("questionnaire.json", Questionnaire, False),
        ("pay.json", PayFile, False),
        ("evidence.json", EvidenceFile, False),
        ("frameworks.json", FrameworksFile, False),
        ("wages.json", WagesFile, False),
        ("titles.json", TitlesFile, False),
        ("mentions.json", MentionsFile, False),
        ("adverts.json", AdvertsFile, False),
        ("terms.json", TermsFile, False),
        ("plan.json", PlanFile, False),
        ("resources.json", ResourcesFile, False),
        ("hire.json", HireFile, False),
        ("advert_rules.json", AdvertRulesFile, False),
    ]
    report = check_directory(directory)
    assert (report.files, report.problems) == (tuple(part.file for part in PARTS), ())


def test_jobs_beside_the_roles_are_read_when_asked_for(catalogue: Catalogue) -> None:
    """A catalogue knows the jobs of its file, and none where it has no such file."""
    beside = replace(catalogue, read_neighbours=neighbours)
    assert [each.id for each in beside.neighbours] == ["miller", "bread-artist", "sweeper"]
    (catalogue.directory / "neighbours.json").unlink()
    assert replace(catalogue, read_neighbours=neighbours).neighbours == ()


def test_files_become_values(catalogue: Catalogue) -> None:
    """Each row loads its file as a value of its model, the same as its JSON."""
    assert SOURCES.load(catalogue) == catalogue.sources
    assert ROLES.load(catalogue) == catalogue.file
    document = json.dumps(bakery_questionnaire())
    assert QUESTIONNAIRE.load(catalogue) == Questionnaire.model_validate_json(document)
    assert PAY.load(catalogue) == PayFile.model_validate_json(json.dumps(bakery_pay()))


@optional
def test_a_missing_file_is_told_with_a_hint(part: Any, catalogue: Catalogue) -> None:
    """A catalogue without the file says so, and what can be done."""
    path = catalogue.directory / part.file
    path.unlink()
    with pytest.raises(DataError) as caught:
        part.load(catalogue)
    assert caught.value.message == (f"This catalogue has no {part.holds}: there is no {path}.")
    assert caught.value.hint == (
        f"Put a {part.file} there, or leave out --data and MLROLES_DATA to use the built-in one."
    )
    assert [(each.file, each.message) for each in caught.value.problems] == [
        (part.file, "is missing")
    ]
    assert part.quoted(catalogue) is None


@optional
@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b'{"id": "a", "id": "b"}', b"[NaN]"])
def test_a_broken_file_is_a_data_error(part: Any, data: bytes, catalogue: Catalogue) -> None:
    """What is not JSON, or not of the right shape, is a DataError with its problems."""
    (catalogue.directory / part.file).write_bytes(data)
    with pytest.raises(DataError) as caught:
        part.load(catalogue)
    assert {each.file for each in caught.value.problems} == {part.file}
    assert check_directory(catalogue.directory).problems == caught.value.problems


@optional
def test_what_is_no_file_is_an_error(part: Any, catalogue: Catalogue) -> None:
    """A folder, or a link to nothing, in the file's place is no missing file."""
    path = catalogue.directory / part.file
    path.unlink()
    path.symlink_to(catalogue.directory / "nowhere.json")
    for _ in ("a link", "a folder"):
        with pytest.raises(DataError, match="Cannot read"):
            part.load(catalogue)
        assert [each.file for each in check_directory(catalogue.directory).problems] == [part.file]
        if path.is_symlink():
            path.unlink()
            path.mkdir()


def test_every_reference_of_the_questionnaire_is_checked(directory: Path) -> None:
    """Claims that do not exist are all named, for a reader and by the check of the folder."""
    document = bakery_questionnaire()
    for question in document["questions"]:
        question["answers"][0]["claims"] = ["book-9"]
    write(directory, {"questionnaire.json": document})
    with pytest.raises(DataError) as caught:
        QUESTIONNAIRE.load(load_catalogue(directory))
    assert [problem.path for problem in caught.value.problems] == [
        f"$.questions[{number}].answers[0].claims[0]" for number in range(3)
    ]
    assert check_directory(directory).problems == caught.value.problems


def test_what_does_not_hold_in_the_pay_file_is_told(directory: Path) -> None:
    """What does not hold together is an error for a reader, and a problem for the check."""
    document = bakery_pay()
    document["cells"][2]["country"] = "DE"
    write(directory, {"pay.json": document})
    with pytest.raises(DataError) as caught:
        PAY.load(load_catalogue(directory))
    assert [problem.path for problem in caught.value.problems] == ["$.cells[2].country"]
    assert check_directory(directory).problems == caught.value.problems


def test_figures_come_of_every_file_that_has_some(catalogue: Catalogue) -> None:
    """What adverts offer and what evidence measures stand together, in the order of the files."""
    found = quoted(catalogue)
    assert [(each.about, each.role) for each in found.evidence] == [
        ("advertised-pay", "baker"),
        ("advertised-pay", "bread-seller"),
        ("kneading", "baker"),
        ("kneading", "bread-seller"),
    ]
    assert [part.file for part in PARTS if part.quoted(catalogue)] == [
        "pay.json",
        "evidence.json",
    ]
    parts = [part.quoted(catalogue) for part in (PAY, EVIDENCE)]
    assert found.evidence == tuple(each for part in parts if part for each in part.evidence)
    assert found.findings.keys() == {claim.id for claim in catalogue.sources.claims}
    assert found.findings["crumb-1"].verdict == "supported"


@pytest.mark.parametrize("name", ["pay.json", "evidence.json"])
def test_what_is_wrong_in_a_quoted_file_is_told(name: str, catalogue: Catalogue) -> None:
    """A screen that quotes a file tells what is wrong with it, and does not leave it out."""
    (catalogue.directory / name).write_text('{"source": 7}', encoding="utf-8")
    with pytest.raises(DataError):
        quoted(catalogue)
    (catalogue.directory / name).unlink()
    assert quoted(catalogue).evidence


def test_days_for_a_new_look_come_of_the_files_that_have_some(catalogue: Catalogue) -> None:
    """Each file says when its sources need a new look; one that is absent says nothing."""
    having = [part for part in PARTS if part.reviews(catalogue)]
    assert [part.file for part in having] == ["evidence.json", "frameworks.json", "wages.json"]
    assert having[0].reviews(catalogue) == (("crumb", dt.date(2027, 1, 1)),)
    for part in having:
        (catalogue.directory / part.file).unlink()
        assert part.reviews(catalogue) == ()


def test_without_such_files_nothing_is_measured(bakery_directory: Path) -> None:
    """Of a catalogue of sources and roles alone, nothing is quoted."""
    assert quoted(load_catalogue(bakery_directory)) == Quoted()


def test_a_command_works_where_its_file_is(directory: Path) -> None:
    """A command that needs a file that is not there does not work, and the others do."""
    assert all(works(each, directory) for each in ("list", "quiz", "score", "cohort", "pay"))
    (directory / "questionnaire.json").unlink()
    assert [
        each for each in ("list", "quiz", "score", "cohort", "pay") if works(each, directory)
    ] == ["list", "pay"]
    (directory / "pay.json").unlink()
    assert works("compare", directory)
    assert not works("pay", directory)
