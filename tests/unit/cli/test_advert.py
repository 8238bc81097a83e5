"""``mlroles advert``: a draft, and a check."""

import io
import json
import sys
from pathlib import Path
from unittest import mock

import jsonschema
import pytest

from mlroles.locations import data_directory
from mlroles.schemas import schema
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.running import Ran, run
from tests.unit.documents.files import docx_of

EXAMPLES = Path(__file__).parents[1] / "adverts" / "examples"
UNICORN = str(EXAMPLES / "unicorn.txt")
ROLES = [role["id"] for role in json.loads((data_directory() / "roles.json").read_bytes())["roles"]]


class Typed(io.TextIOWrapper):
    """Standard input that is a terminal, or a pipe."""

    def __init__(self, text: str, *, is_terminal: bool) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Return what was told."""
        return self._is_terminal


def typed(text: str, *arguments: str, is_terminal: bool = False) -> Ran:
    """Run the command with ``text`` on standard input."""
    with mock.patch.object(sys, "stdin", Typed(text, is_terminal=is_terminal)):
        return run("advert", *arguments)


@pytest.mark.uncounted
@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("format_", ["terminal", "markdown", "html"])
def test_draft_has_no_finding(name: str, format_: str) -> None:
    """The draft of each role, in each format, is clean when it is checked."""
    done = run("advert", name, "--format", format_)
    assert done.code == 0
    checked = typed(done.out, "--check", "-")
    assert (checked.code, checked.out.splitlines()[0]) == (
        0,
        "Nothing to mend, of 12 things looked for.",
    )


def test_draft_tells_beside_it_what_it_rests_on() -> None:
    """The draft alone is the result; what it rests on and what comes next stand on stderr."""
    done = run("advert", "mle", "--level", "senior", "--country", "us")
    assert done.out.startswith("Senior Machine Learning Engineer\n")
    assert "Next:" not in done.out
    lines = done.err.splitlines()
    assert lines[0] == "7 blanks in [brackets], which only you can fill in."
    assert "(United States, 2024, Senior)" in lines[2]
    assert lines[-1] == "Next: mlroles advert ml-engineer --output advert.md"


def test_level_of_a_framework() -> None:
    """A level in the words of a framework stands in the title, with the nearest band."""
    done = run("advert", "ds", "--level", "lead")
    assert "Level     Lead" in done.out
    assert "Senior" in done.err


def test_what_is_said_is_no_blank() -> None:
    """Employer, place and pay that are given stand in the draft; the place chooses the country."""
    done = run(
        "advert",
        "ds",
        "--title",
        "Data Scientist, Pricing",
        "--company",
        "Acme",
        "--place",
        "Leeds, UK",
        "--pay",
        "GBP 50,000 to 60,000 a year",
    )
    assert done.out.startswith("Data Scientist, Pricing\n")
    assert "Pay: GBP 50,000 to 60,000 a year" in done.out
    assert "Employer  Acme" in done.out
    assert "United Kingdom" in done.err
    assert done.err.startswith("4 blanks")


def test_place_in_no_known_country() -> None:
    """A place whose country is not known is taken as it stands."""
    done = run("advert", "ds", "--json-ld", "--place", "Leeds, Atlantis")
    address = json.loads(done.out)["jobLocation"]["address"]
    assert address == {
        "@type": "PostalAddress",
        "addressLocality": "Leeds",
        "addressRegion": "Atlantis",
    }


def test_json() -> None:
    """Both results fit their published schemas, and nothing is told beside the JSON."""
    draft = run("advert", "mle", "--json")
    jsonschema.validate(json.loads(draft.out), schema("advert-draft"))
    assert draft.err == ""
    check = run("advert", "--check", UNICORN, "--json")
    jsonschema.validate(json.loads(check.out), schema("advert-check"))
    assert [each["id"] for each in check.result["findings"]] == [
        "several-roles",
        "no-pay",
        "too-short",
    ]


def test_json_ld() -> None:
    """A posting leaves out what nobody said, and stderr says what search engines want."""
    bare = run("advert", "ds", "--json-ld")
    assert json.loads(bare.out)["@type"] == "JobPosting"
    assert "add --company, --place and --posted." in bare.err
    full = run(
        "advert", "ds", "--json-ld", "--company", "A", "--place", "Leeds, UK", "--posted",
        "2027-01-31",
    )  # fmt: skip
    posted = json.loads(full.out)
    assert posted["datePosted"] == "2027-01-31"
    assert posted["jobLocation"]["address"]["addressCountry"] == "GB"
    assert "Search engines" not in full.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("advert.md", "# Data Scientist\n"),
        ("advert.txt", "Data Scientist\n"),
        ("advert.html", "<!doctype html>\n"),
        ("advert.jsonld", "{\n"),
    ],
)
def test_output(name: str, begins: str, tmp_path: Path) -> None:
    """A draft is written as what its name ends in, and what to type next is told."""
    path = tmp_path / name
    done = run("advert", "ds", "--output", str(path))
    assert (done.code, done.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith(begins)
    last = done.err.splitlines()[-1]
    if name.endswith("jsonld"):
        assert last == "Next: mlroles advert data-scientist --output advert.md"
    else:
        assert last == f"Next: mlroles advert --check {path}"
        assert run("advert", "--check", str(path)).out.startswith("Nothing to mend")


def test_output_is_not_written_over(tmp_path: Path) -> None:
    """A file that is there stays, unless --force is given."""
    path = tmp_path / "advert.md"
    path.write_text("mine", encoding="utf-8")
    assert run("advert", "ds", "--output", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("advert", "ds", "--output", str(path), "--force").code == 0
    assert run("advert", "ds", "--output", str(path), "--force", "--json").code == 0


def test_exit_codes() -> None:
    """A check ends with 0 whatever it finds; with --strict it ends with 1 where it finds some."""
    assert run("advert", "--check", UNICORN).code == 0
    strict = run("advert", "--check", UNICORN, "--strict")
    assert (strict.code, strict.err) == (1, "")
    draft = run("advert", "mle").out
    assert typed(draft, "--check", "-", "--strict").code == 0


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """Findings name the lines of a file of text, and none in a document that has no lines."""
    text = (EXAMPLES / "data_scientist.txt").read_text(encoding="utf-8")
    path = tmp_path / "advert.md"
    path.write_text(f"# Data Scientist\n\n\n\n{text}\n\nWe want a **ninja**.\n", encoding="utf-8")
    found = run("advert", "--check", str(path), "--json").result["findings"]
    (persona,) = [each for each in found if each["id"] == "persona"]
    assert persona["passages"][0]["line"] == len(text.splitlines()) + 7
    word = tmp_path / "advert.docx"
    word.write_bytes(docx_of(*text.splitlines(), "We want a ninja."))
    found = run("advert", "--check", str(word), "--json").result["findings"]
    (persona,) = [each for each in found if each["id"] == "persona"]
    assert persona["passages"][0]["line"] is None


def test_pasted() -> None:
    """In a terminal the advert is asked for, and its title may be given."""
    text = (EXAMPLES / "ml_engineer.txt").read_text(encoding="utf-8")
    done = typed(text, "--check", "-", "--title", "Data Scientist", is_terminal=True)
    assert done.err == "Paste the advert, then press Ctrl-D on a line of its own.\n"
    assert "The title says one job" in done.out
    assert "Next:" not in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Say for which role, or which advert to check."),
        (("ds", "--check", UNICORN), "a role does not go with --check."),
        (("--check", UNICORN, "--json-ld"), "--json-ld does not go with --check."),
        (("ds", "--strict"), "--strict does not go with a draft."),
        (("ds", "--json-ld", "--format", "html"), "--json-ld contradicts --format html."),
        (("ds", "--pay", "a lot"), "“a lot” is not read as pay with a currency and a period."),
        (("ds", "--pay", "50,000 a year"), "“50,000 a year” is not read as pay"),
        (("ds", "--level", "wizard"), "There is no level of experience “wizard”."),
        (("ds", "--title", "x" * 10_000), "A title has no more than"),
        (("ds", "--output", "advert"), "What advert should be written as is not clear."),
        (("ds", "--output", "-"), "--output needs a file."),
        (("ds", "--output", "a.md", "--json-ld"), "--json-ld contradicts a.md."),
        (("ds", "--posted", "tomorrow"), "--posted is a date as 2026-11-30, not “tomorrow”."),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], told: str) -> None:
    """What does not go together, or is not understood, is told with exit code 2."""
    done = run("advert", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize("text", ["", " \x00\n", "Wir suchen eine Kollegin zur Pflege. " * 20])
def test_what_cannot_be_checked(text: str) -> None:
    """A text that is empty or not in English is refused in a sentence."""
    done = typed(text, "--check", "-")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: ")


def test_missing_file() -> None:
    """A file that is not there is told."""
    done = run("advert", "--check", "nowhere.md")
    assert (done.code, "Cannot read nowhere.md" in done.err) == (1, True)


def test_bakery(tmp_path: Path) -> None:
    """Another catalogue drafts and checks adverts of its own, and says what it lacks."""
    whole = write(tmp_path / "whole", whole_bakery())
    done = run("advert", "baker", "--data", str(whole), "--level", "old")
    assert done.out.startswith("Old Master Baker\n")
    assert done.err.splitlines()[-1] == (
        f"Next: mlroles --data {whole} advert baker --output advert.md"
    )
    bare = run("advert", "baker", "--data", str(write(tmp_path / "bare", bakery())))
    assert (bare.code, "no rules for writing adverts" in bare.err) == (1, True)


def test_bakery_without_pay(tmp_path: Path) -> None:
    """Without pay data, learning paths and frameworks a draft has blanks, and any level stands."""
    files = whole_bakery()
    for name in ("pay.json", "plan.json", "resources.json", "frameworks.json", "wages.json"):
        del files[name]
    folder = str(write(tmp_path, files))
    done = run("advert", "baker", "--data", folder, "--level", "old", "--place", "Lyon, France")
    assert "Level     old" in done.out
    assert "it is a blank" in done.err
    assert run("advert", "baker", "--data", folder).code == 0


@pytest.mark.uncounted
@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.txt")))
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_layout(name: str, columns: int) -> None:
    """The short answer fits its columns, and a screen of 24 rows at 80 columns."""
    done = run("advert", "--check", str(EXAMPLES / f"{name}.txt"), columns=columns)
    lines = done.out.splitlines()
    words = max((len(word) for word in done.out.split()), default=0)
    assert max(map(len, lines), default=0) <= max(columns, words + 6)
    assert columns < 80 or len(lines) <= 24


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_layout_of_a_draft(columns: int) -> None:
    """A draft fits its columns, however many there are."""
    done = run("advert", "mlr", "--level", "senior", columns=columns)
    assert max(map(len, done.out.splitlines())) <= columns
