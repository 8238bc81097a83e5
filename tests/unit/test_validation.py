"""Checking a folder: every kind of problem is named with its place and what would be right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mlroles.datafile import read
from mlroles.datafile.read import MOST_PROBLEMS
from mlroles.errors import Problem
from mlroles.locations import data_directory
from mlroles.parts import PARTS
from mlroles.validation import check_directory
from tests.catalogues import bakery, write
from tests.kitchen import lean

Spoil = Callable[[dict[str, Any], dict[str, Any]], object]
"""Takes the documents of sources.json and roles.json, and spoils one of them."""


def problems_of(directory: Path) -> list[Problem]:
    """Return what the check finds, none of it said twice."""
    found = list(check_directory(directory).problems)
    assert len(set(found)) == len(found)
    return found


def only_problem(directory: Path) -> tuple[str, str, str, str]:
    """Return the single problem that the check finds."""
    (problem,) = problems_of(directory)
    return problem.file, problem.path, problem.message, problem.expected


def test_shipped_catalogue_is_sound() -> None:
    """The catalogue that comes along has no problem in any of its files."""
    report = check_directory(data_directory())
    assert report.problems == ()
    assert report.files == tuple(part.file for part in PARTS)


def test_questionnaire_may_be_absent(bakery_directory: Path) -> None:
    """A catalogue without a questionnaire is sound, and none is said to have been checked."""
    report = check_directory(bakery_directory)
    assert report.problems == ()
    assert report.files == ("sources.json", "roles.json")
    assert report.directory == str(bakery_directory)


STRING = "it should be text"
SPOILT: dict[str, tuple[Spoil, tuple[str, str, str, str]]] = {
    "unknown key": (
        lambda _, r: r["roles"][0].update(shoes="white"),
        (
            "roles.json",
            "$.roles[0].shoes",
            "is not a known key",
            "remove it, or correct its spelling",
        ),
    ),
    "missing key": (
        lambda _, r: r["roles"][1].pop("letter"),
        ("roles.json", "$.roles[1].letter", "is missing", "add this key"),
    ),
    "wrong type": (
        lambda s, _: s["claims"][2].update(text=7),
        ("sources.json", "$.claims[2].text", "7 cannot stand here", STRING),
    ),
    "text for a number": (
        lambda _, r: r["roles"][0]["skills"][0].update(level="2"),
        (
            "roles.json",
            "$.roles[0].skills[0].level",
            '"2" cannot stand here',
            "it should be a whole number",
        ),
    ),
    "number for a level that is no whole one": (
        lambda _, r: r["roles"][0]["skills"][0].update(level=1.5),
        (
            "roles.json",
            "$.roles[0].skills[0].level",
            "1.5 cannot stand here",
            "it should be a whole number",
        ),
    ),
    "long value": (
        lambda _, r: r["roles"].__setitem__(0, "y" * 99),
        (
            "roles.json",
            "$.roles[0]",
            '"' + "y" * 58 + "… cannot stand here",
            "it should be an object",
        ),
    ),
    "bad id": (
        lambda _, r: r["stages"][0].update(id="Dough Making"),
        (
            "roles.json",
            "$.stages[0].id",
            '"Dough Making" is not of the right form',
            "write small letters, digits and single hyphens",
        ),
    ),
    "empty text": (
        lambda _, r: r.update(title=" "),
        (
            "roles.json",
            "$.title",
            '" " is not of the right form',
            r"write at least one visible character",
        ),
    ),
    "no role": (
        lambda _, r: r.update(roles=[]),
        (
            "roles.json",
            "$.roles",
            "[] cannot stand here",
            "it should have 1 or more",
        ),
    ),
    "version of another time": (
        lambda s, _: s.update(schema_version=2),
        ("sources.json", "$.schema_version", "2 cannot stand here", "it should be 1"),
    ),
    "duplicate id": (
        lambda _, r: r["skills"].append(r["skills"][0]),
        (
            "roles.json",
            "$.skills[3].id",
            "“kneading” stands twice",
            "it is at $.skills[0].id already",
        ),
    ),
    "duplicate section": (
        lambda s, _: s["sources"][0]["sections"].append({"id": "first", "title": "Again"}),
        (
            "sources.json",
            "$.sources[0].sections[1].id",
            "“first” stands twice",
            "it is at $.sources[0].sections[0].id already",
        ),
    ),
    "aspect said twice of one role": (
        lambda _, r: r["roles"][0]["aspects"].append(r["roles"][0]["aspects"][0]),
        (
            "roles.json",
            "$.roles[0].aspects[3].aspect",
            "“rising” stands twice",
            "it is at $.roles[0].aspects[0].aspect already",
        ),
    ),
    "skill named twice for one role": (
        lambda _, r: r["roles"][0]["skills"].append(r["roles"][0]["skills"][0]),
        (
            "roles.json",
            "$.roles[0].skills[2].skill",
            "“kneading” stands twice",
            "it is at $.roles[0].skills[0].skill already",
        ),
    ),
    "statement id used twice": (
        lambda _, r: r["overlap"][0].update(id="baker-not"),
        (
            "roles.json",
            "$.roles[0].does_not[0].id",
            "“baker-not” stands twice",
            "it is at $.overlap[0].id already",
        ),
    ),
    "unknown source": (
        lambda s, _: s["claims"][0].update(source="crumbb"),
        (
            "sources.json",
            "$.claims[0].source",
            "there is no source “crumbb”",
            "did you mean “crumb”?",
        ),
    ),
    "unknown section": (
        lambda s, _: s["claims"][0].update(section="zzz"),
        (
            "sources.json",
            "$.claims[0].section",
            "there is no section of crumb “zzz”",
            "add the section of crumb, or name another",
        ),
    ),
    "unknown claim in a dispute": (
        lambda s, _: s["disputes"][0]["sides"][1]["claims"].append("crumbs-5"),
        (
            "sources.json",
            "$.disputes[0].sides[1].claims[1]",
            "there is no claim “crumbs-5”",
            "did you mean “crumb-5”?",
        ),
    ),
    "unknown category": (
        lambda _, r: r["skills"][0].update(category="crafts"),
        (
            "roles.json",
            "$.skills[0].category",
            "there is no category “crafts”",
            "did you mean “craft”?",
        ),
    ),
    "unknown stage": (
        lambda _, r: r["responsibilities"][0].update(stage="doughh"),
        (
            "roles.json",
            "$.responsibilities[0].stage",
            "there is no stage “doughh”",
            "did you mean “dough”?",
        ),
    ),
    "unknown aspect": (
        lambda _, r: r["roles"][1]["aspects"][1].update(aspect="riseing"),
        (
            "roles.json",
            "$.roles[1].aspects[1].aspect",
            "there is no aspect “riseing”",
            "did you mean “rising”?",
        ),
    ),
    "unknown skill": (
        lambda _, r: r["roles"][1]["skills"][1].update(skill="greetin"),
        (
            "roles.json",
            "$.roles[1].skills[1].skill",
            "there is no skill “greetin”",
            "did you mean “greeting”?",
        ),
    ),
    "unknown responsibility": (
        lambda _, r: r["roles"][0]["responsibilities"][0].update(responsibility="stirring"),
        (
            "roles.json",
            "$.roles[0].responsibilities[0].responsibility",
            "there is no responsibility “stirring”",
            "add the responsibility, or name another",
        ),
    ),
    "level above the aspect's scale": (
        lambda _, r: r["roles"][0]["aspects"][1].update(level=3),
        (
            "roles.json",
            "$.roles[0].aspects[1].level",
            "3 is not on the scale",
            "a whole number from 0 to 2",
        ),
    ),
    "no level on a scale": (
        lambda _, r: r["roles"][0]["aspects"][1].pop("level"),
        (
            "roles.json",
            "$.roles[0].aspects[1].level",
            "null is not on the scale",
            "a whole number from 0 to 2",
        ),
    ),
    "level without a scale": (
        lambda _, r: r["roles"][0]["aspects"][0].update(level=1),
        (
            "roles.json",
            "$.roles[0].aspects[0].level",
            "the aspect “rising” has no scale",
            "leave it out",
        ),
    ),
    "level above the skills' scale": (
        lambda _, r: r["roles"][0]["skills"][0].update(level=3),
        (
            "roles.json",
            "$.roles[0].skills[0].level",
            "3 is not on the scale",
            "a whole number from 1 to 2",
        ),
    ),
    "level 0 of a skill": (
        lambda _, r: r["roles"][0]["skills"][0].update(level=0),
        (
            "roles.json",
            "$.roles[0].skills[0].level",
            "0 cannot stand here",
            "it should be 1 or more",
        ),
    ),
    "name of another role": (
        lambda _, r: r["roles"][1].update(title="master-BAKER"),
        (
            "roles.json",
            "$.roles[1]",
            "the name “master-BAKER” is already that of “baker”",
            "give each role its own",
        ),
    ),
    "stage that is named like what stands outside": (
        lambda _, r: r["stages"][2].update(id="outside"),
        (
            "roles.json",
            "$.stages[2].id",
            "“outside” means what stands outside the lifecycle",
            "choose another id",
        ),
    ),
    "uncited claim": (
        lambda s, _: s["claims"][4].update(kind="practice"),
        (
            "sources.json",
            "$.claims[4]",
            "no statement and no dispute cites crumb-5",
            "cite it, or give it the kind 'provenance'",
        ),
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_problem_is_named_with_its_place(name: str, tmp_path: Path) -> None:
    """A mistake in a document is one problem: its place, what is wrong, what would be right."""
    spoil, expected = SPOILT[name]
    files = bakery()
    spoil(files["sources.json"], files["roles.json"])
    assert only_problem(write(tmp_path, files)) == expected


@pytest.mark.parametrize(
    ("part", "path"),
    [
        (lambda r: r["stages"][1], "$.stages[1]"),
        (lambda r: r["overlap"][0], "$.overlap[0]"),
        (lambda r: r["team_sizes"][0], "$.team_sizes[0]"),
        (lambda r: r["roles"][0]["summary"], "$.roles[0].summary"),
        (lambda r: r["roles"][0]["aliases"][0], "$.roles[0].aliases[0]"),
        (lambda r: r["roles"][0]["aspects"][2], "$.roles[0].aspects[2]"),
        (lambda r: r["roles"][1]["responsibilities"][0], "$.roles[1].responsibilities[0]"),
        (lambda r: r["roles"][0]["does_not"][0], "$.roles[0].does_not[0]"),
        (lambda r: r["roles"][1]["skills"][0], "$.roles[1].skills[0]"),
        (lambda r: r["roles"][0]["choose_if"][0], "$.roles[0].choose_if[0]"),
        (lambda r: r["roles"][0]["think_twice_if"][0], "$.roles[0].think_twice_if[0]"),
    ],
)
def test_unknown_claim_is_found_wherever_it_is_cited(
    part: Callable[[dict[str, Any]], dict[str, Any]], path: str, tmp_path: Path
) -> None:
    """A claim that does not exist is a problem in every part that cites claims."""
    files = bakery()
    part(files["roles.json"])["claims"].append("nobody-said-it")
    file, place, message, _ = only_problem(write(tmp_path, files))
    index = len(part(files["roles.json"])["claims"]) - 1
    assert (file, place) == ("roles.json", f"{path}.claims[{index}]")
    assert message == "there is no claim “nobody-said-it”"


def test_every_problem_is_listed_at_once(tmp_path: Path) -> None:
    """Problems in all three files, several in each, come in one list."""
    files = bakery()
    files["sources.json"]["claims"][0].update(text=1, colour="red")
    files["roles.json"].update(title=2, shoes=3)
    files["questionnaire.json"] = {"schema_version": 9}
    found = {(each.file, each.path) for each in problems_of(write(tmp_path, files))}
    assert found >= {
        ("sources.json", "$.claims[0].text"),
        ("sources.json", "$.claims[0].colour"),
        ("roles.json", "$.title"),
        ("roles.json", "$.shoes"),
        ("questionnaire.json", "$.schema_version"),
        ("questionnaire.json", "$.questions"),
    }


def test_problems_between_all_files_are_listed_at_once(tmp_path: Path) -> None:
    """What does not hold between the files is told of the questionnaire as well."""
    files = bakery()
    files["roles.json"]["roles"][0]["aspects"][0]["aspect"] = "nothing"
    files["questionnaire.json"] = {
        "schema_version": 2,
        "id": "quiz",
        "title": "Quiz",
        "roles": ["baker"],
        "undecided_ratio": 2,
        "halves": [{"id": "all", "title": "All", "basis": "Chance.", "lean": lean()}],
        "questions": [
            {
                "id": "one",
                "half": "all",
                "text": "One?",
                "why": "Because.",
                "answers": [
                    {"id": key, "text": key, "points": {"baker": 0}, "claims": ["crumb-9"]}
                    for key in ("yes", "no")
                ],
            }
        ],
    }
    found = problems_of(write(tmp_path, files))
    assert {each.file for each in found} == {"roles.json", "questionnaire.json"}
    assert len(found) == 3


def test_guesses_are_made_for_the_first_unknown_names_only(tmp_path: Path) -> None:
    """Thousands of unknown claims are all listed, and quickly."""
    files = bakery()
    files["roles.json"]["roles"][0]["choose_if"] = [
        {"id": f"yes-{number}", "text": "x", "claims": [f"crumbs-{number}"]}
        for number in range(5000)
    ]
    report = check_directory(write(tmp_path, files))
    found = list(report.problems)
    assert (report.count, len(found)) == (5000, MOST_PROBLEMS)
    assert found[1].expected == "did you mean “crumb-1”?"
    assert found[-1].expected == "add the claim, or name another"


BYTES = {
    "empty": (b"", "not JSON at line 1, column 1"),
    "not JSON": (b'{"a": }', "not JSON at line 1, column 7"),
    "cut off": (b'{"a": [1,', "not JSON at line 1, column 10"),
    "invalid UTF-8": (b'{"a": "\xff"}', "byte 7 is not UTF-8"),
    "UTF-16": ("{}".encode("utf-16"), "byte 0 is not UTF-8"),
    "NaN": (b'{"a": NaN}', "a number that cannot be read"),
    "Infinity": (b'{"a": -Infinity}', "a number that cannot be read"),
    "huge number": (b"9" * 5000, "a number that cannot be read"),
    "deep nesting": (b"[" * 100_000, "the JSON is nested too deeply"),
    "deep nesting of objects": (b'{"a":' * 100_000, "the JSON is nested too deeply"),
}


@pytest.mark.parametrize("name", BYTES)
@pytest.mark.parametrize("file", ["sources.json", "roles.json", "questionnaire.json"])
def test_unreadable_text_is_one_problem(name: str, file: str, bakery_directory: Path) -> None:
    """A file that is not strict JSON in UTF-8 is one problem of this file."""
    data, message = BYTES[name]
    (bakery_directory / file).write_bytes(data)
    assert only_problem(bakery_directory)[:3] == (file, "", message)


def test_deep_nesting_that_python_reads_is_refused_too(bakery_directory: Path) -> None:
    """Nesting that one reader bears and the other does not is a problem and no crash."""
    (bakery_directory / "roles.json").write_bytes(b"[" * 400 + b"]" * 400)
    assert only_problem(bakery_directory)[0] == "roles.json"


def test_lone_surrogate_is_refused(bakery_directory: Path) -> None:
    """A half of a surrogate pair is no text."""
    (bakery_directory / "roles.json").write_text('{"title": "\\ud800 alone"}')
    file, path, message, _ = only_problem(bakery_directory)
    assert (file, path) == ("roles.json", "")
    assert message.startswith("is not JSON at line 1")


def test_key_given_twice_is_refused(bakery_directory: Path) -> None:
    """A key that stands twice in one object is a problem at its place."""
    text = (bakery_directory / "roles.json").read_text()
    text = text.replace('"title": "Dough"', '"title": "Dough", "title": "Batter"')
    (bakery_directory / "roles.json").write_text(text)
    assert only_problem(bakery_directory) == (
        "roles.json",
        "$.stages[0].title",
        "the key stands here more than once",
        "keep one of them",
    )


def test_byte_order_mark_is_accepted(bakery_directory: Path) -> None:
    """A file that begins with a byte-order mark is read as if it had none."""
    path = bakery_directory / "roles.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert problems_of(bakery_directory) == []


@pytest.mark.parametrize("file", ["sources.json", "roles.json"])
def test_missing_file_is_a_problem(file: str, bakery_directory: Path) -> None:
    """A file that must be there and is not is named."""
    (bakery_directory / file).unlink()
    assert only_problem(bakery_directory) == (
        file,
        "",
        "cannot be read: no such file or directory",
        "",
    )


@pytest.mark.parametrize("file", ["sources.json", "roles.json", "questionnaire.json"])
def test_directory_in_place_of_a_file_is_a_problem(file: str, bakery_directory: Path) -> None:
    """A directory under a file's name is named as such."""
    (bakery_directory / file).unlink(missing_ok=True)
    (bakery_directory / file).mkdir()
    assert only_problem(bakery_directory)[2] == "cannot be read: is a directory"


@pytest.mark.parametrize("file", ["sources.json", "roles.json", "questionnaire.json"])
def test_dangling_link_is_a_problem(file: str, bakery_directory: Path) -> None:
    """A link to nothing is a problem, even where the file may be absent."""
    (bakery_directory / file).unlink(missing_ok=True)
    (bakery_directory / file).symlink_to("nowhere")
    assert only_problem(bakery_directory)[2] == "cannot be read: no such file or directory"


def test_link_to_a_file_is_followed(bakery_directory: Path, tmp_path: Path) -> None:
    """A link to a sound file is as good as the file."""
    path = bakery_directory / "roles.json"
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")
    assert problems_of(bakery_directory) == []


def test_file_that_may_not_be_read_is_a_problem(
    bakery_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that the system does not let us read is named with the system's reason."""

    def refuse(path: Path, limit: int) -> bytes:
        raise PermissionError(13, "Permission denied", str(path), limit)

    monkeypatch.setattr(read, "read_limited", refuse)
    assert {each.message for each in problems_of(bakery_directory)} == {
        "cannot be read: permission denied"
    }


def test_name_that_no_file_can_have_is_a_problem() -> None:
    """A folder whose name is too long is told as a file that cannot be read."""
    found = problems_of(Path("x" * 5000))
    assert [each.message for each in found] == ["cannot be read: file name too long"] * 2


def test_oversize_file_is_a_problem(
    bakery_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file above the limit is refused without being read whole."""
    size = (bakery_directory / "sources.json").stat().st_size
    monkeypatch.setattr(read, "SIZE_LIMIT", size)
    assert only_problem(bakery_directory)[2] == f"holds more than {size} bytes"


def test_file_of_exactly_the_limit_is_read(
    bakery_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit itself is allowed."""
    sizes = [path.stat().st_size for path in bakery_directory.iterdir()]
    monkeypatch.setattr(read, "SIZE_LIMIT", max(sizes))
    assert problems_of(bakery_directory) == []


def test_object_with_thousands_of_keys_twice_is_refused_quickly(bakery_directory: Path) -> None:
    """Many repeated keys are all named, in a time that does not grow with their square."""
    pairs = ", ".join(f'"key{number % 50_000}": 1' for number in range(100_000))
    (bakery_directory / "roles.json").write_text(f"{{{pairs}}}")
    report = check_directory(bakery_directory)
    assert (report.count, len(report.problems)) == (50_000, MOST_PROBLEMS)


def test_problem_reads_as_one_line(tmp_path: Path) -> None:
    """A problem is told as file, path, message, and in brackets what would be right."""
    files = bakery()
    files["roles.json"]["title"] = None
    (problem,) = check_directory(write(tmp_path, files)).problems
    assert str(problem) == ("roles.json: $.title: null cannot stand here (it should be text)")
