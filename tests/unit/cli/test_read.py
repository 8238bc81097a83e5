"""``mlroles read``: an advert from a file, a pipe or a terminal."""

import csv
import io
import json
import sys
from pathlib import Path
from unittest import mock

import jsonschema
import pytest

from mlroles.schemas import schema
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.running import Ran, run
from tests.unit.documents.files import docx_of, pdf_of

EXAMPLES = Path(__file__).parents[1] / "adverts" / "examples"
DASHBOARDS = str(EXAMPLES / "dashboards.txt")
ENGINEER = (EXAMPLES / "ml_engineer.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep an empty state folder of the person's own."""
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path / "state"))


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
        return run("read", "-", *arguments)


def test_file() -> None:
    """An advert is read by what it says, whatever its title."""
    done = run("read", DASHBOARDS)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "Titled “Data Scientist”, but reads like none of these roles; nearest"
    )


@pytest.mark.uncounted
@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.txt")))
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_layout(name: str, columns: int) -> None:
    """The short answer fits its columns, and a screen of 24 rows at 80 columns."""
    done = run("read", str(EXAMPLES / f"{name}.txt"), columns=columns)
    lines = done.out.splitlines()
    words = max(len(word) for word in done.out.split())
    assert max(map(len, lines)) <= max(columns, words + 6)
    assert columns < 80 or len(lines) <= 23


@pytest.mark.parametrize("name", ["ml_engineer", "unicorn"])
def test_you_and_it(name: str) -> None:
    """With a profile the short answer says what one has of it; without, how to make one."""
    file = str(EXAMPLES / f"{name}.txt")
    bare = run("read", file)
    assert "mlroles profile --ask" in " ".join(bare.out.split())
    assert run("read", file, "--json").result["you"] is None
    assert run("profile", "--have", "python=3,docker=1,sql=none").code == 0
    written = run("read", file)
    assert len(written.out.splitlines()) <= 23
    assert "Not known of you" in written.out
    assert "mlroles profile --ask" not in " ".join(written.out.split())
    you = run("read", file, "--json").result["you"]
    assert "python" in you["have"]
    assert "sql" not in you["have"]


def test_profile_of_another_field(tmp_path: Path) -> None:
    """A catalogue without learning paths says nothing of what one has."""
    assert run("profile", "--have", "python=3").code == 0
    files = {name: each for name, each in whole_bakery().items() if name != "plan.json"}
    folder = write(tmp_path / "bakery", files)
    text = "You will knead dough, and be quick at kneading it."
    assert typed(text, "--data", str(folder), "--json").result["you"] is None


def test_pipe() -> None:
    """An advert comes through a pipe, and no command is suggested that would need it again."""
    done = typed(ENGINEER)
    assert (done.code, done.err) == (0, "")
    assert "mlroles read" not in done.out


def test_terminal() -> None:
    """Who pastes the text is told how to end it."""
    done = typed(ENGINEER, is_terminal=True)
    assert done.code == 0
    assert done.err == "Paste the advert, then press Ctrl-D on a line of its own.\n"


def test_no_stdin() -> None:
    """Without standard input there is no text, and that is said."""
    with mock.patch.object(sys, "stdin", None):
        done = run("read", "-")
    assert done.code == 1
    assert done.err.startswith("Error: The text holds no text.")


@pytest.mark.parametrize("format_", ["markdown", "html", "json"])
def test_formats(format_: str) -> None:
    """Every format has the answer."""
    done = run("read", DASHBOARDS, "--format", format_)
    assert done.code == 0
    assert "Data Analyst" in done.out


def test_json() -> None:
    """The result fits its published shape, and terms that are not named are null."""
    done = run("read", DASHBOARDS, "--json")
    jsonschema.validate(json.loads(done.out), schema("advert"))
    assert done.result["terms"]["pay"] is None
    assert sum(each["share"] for each in done.result["shares"]) == pytest.approx(1)


@pytest.mark.parametrize(("name", "make"), [("a.docx", docx_of), ("a.pdf", pdf_of)])
def test_documents(tmp_path: Path, name: str, make: object) -> None:
    """The same advert is read the same as DOCX and as PDF."""
    lines = [line for line in ENGINEER.splitlines() if line and line.isascii()]
    (tmp_path / name).write_bytes(make(*lines))  # type: ignore[operator]
    assert run("read", str(tmp_path / name), "--json").result["roles"] == ["ml-engineer"]


def test_title() -> None:
    """A title that is given is laid beside what the text says, and is cleaned."""
    done = typed(ENGINEER, "--title", "Data\x1b[31m Scientist ", "--json")
    title = done.result["title"]
    assert (title["title"], title["agrees"]) == ("Data Scientist", False)
    long = typed(ENGINEER, "--title", "x" * 301)
    assert long.code == 2
    assert long.err.startswith("Error: A title has no more than 300 characters, this one 301.")


def test_evidence() -> None:
    """The text is shown sentence by sentence."""
    done = run("read", DASHBOARDS, "--evidence")
    assert "Speaks for" in done.out
    assert "Clear communication and attention to detail" in " ".join(done.out.split())


def test_nothing_is_let_through() -> None:
    """Nothing in an advert reaches a terminal that it would act on."""
    text = ENGINEER.replace("low", "\x1b]52;c;Zm9v\x07\u202elow\x9b2J [bold]")
    for more in ((), ("--full",), ("--evidence",)):
        done = typed(text, *more)
        assert done.code == 0
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(done.out)


def test_other_catalogue(tmp_path: Path) -> None:
    """Any catalogue with the files for it reads adverts; one without says which it lacks."""
    whole = write(tmp_path / "whole", whole_bakery())
    path = tmp_path / "advert.txt"
    path.write_text("You will knead dough, and be quick at kneading it.", encoding="utf-8")
    done = run("read", str(path), "--data", str(whole), "--json")
    assert done.result["roles"] == ["baker"]
    bare = run("read", str(path), "--data", str(write(tmp_path / "bare", bakery())))
    assert bare.code == 1
    assert bare.err.startswith("Error: This catalogue has no words for skills")


def test_what_cannot_be_read() -> None:
    """A file that cannot be read is told in a sentence."""
    done = run("read", "nowhere.txt")
    assert done.code == 1
    assert done.err.startswith("Error: Cannot read nowhere.txt")


PAID = (
    "Machine Learning Engineer\n\nDeploy machine learning models with Docker and Kubernetes. Own "
    "MLOps, CI/CD and the monitoring of models in production. You need Python and PyTorch. {}"
    "Location: Austin, United States. Salary: $150,000 - $180,000 a year.\n"
)


def test_pay_beside_bands() -> None:
    """Pay is laid beside the bands of the same country and level, and not where one is silent."""
    done = typed(PAID.format("This is a senior position. "), "--json")
    bands = done.result["pay_beside"]["bands"]
    assert (bands["role"], bands["country"], bands["level"]) == ("ml-engineer", "US", "senior")
    silent = typed(PAID.format(""), "--json").result["pay_beside"]
    assert silent == {"bands": None, "why_not": "no-level"}


def test_pay_in_other_catalogues(tmp_path: Path) -> None:
    """Without bands nothing is laid beside pay; without a ladder levels are those of the bands."""
    text = "Senior bakers knead dough and are good at kneading dough. Salary: EUR 30,000 a year."
    for without, found in (("pay.json", None), ("frameworks.json", "no-place"), ("", "no-place")):
        files = {name: each for name, each in whole_bakery().items() if name != without}
        folder = write(tmp_path / (without or "all"), files)
        done = typed(text, "--data", str(folder), "--title", "Senior Baker", "--json")
        beside = done.result["pay_beside"]
        assert (beside and beside["why_not"]) == found


def table(folder: Path) -> str:
    """Return a table of adverts, of which one has no text."""
    path = folder / "adverts.csv"
    rows = [["a1", "ML Engineer", ENGINEER], ["a2", "Nurse", ""]]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["id", "title", "description"], *rows])
    return str(path)


def test_rows(tmp_path: Path) -> None:
    """A table in gives a table out, a row each; what cannot be read is told and counted."""
    done = run("read", table(tmp_path))
    first, second = csv.DictReader(io.StringIO(done.out))
    assert done.code == 0
    assert (first["advert"], first["role"], first["title"]) == ("a1", "ml-engineer", "ML Engineer")
    assert sum(float(first[each]) for each in first if each.startswith("share_")) == pytest.approx(
        1, abs=1e-5
    )
    assert (second["outcome"], second["problem"]) == ("unread", "it has no text.")
    assert done.err == "a2: it has no text.\nAdverts that could not be read: 1 of 2.\n"


def test_rows_as_json(tmp_path: Path) -> None:
    """With --json each advert is an object on a line, from several files as well."""
    done = run("read", DASHBOARDS, str(EXAMPLES / "sales.txt"), "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [each["advert"] for each in rows] == ["dashboards.txt", "sales.txt"]
    assert rows[0]["nearest"] == "data-analyst"
    assert run("read", table(tmp_path), "--json", "--column", "description").code == 0


def test_summary(tmp_path: Path) -> None:
    """What adverts say together is a screen, and JSON in its published shape."""
    done = run("read", table(tmp_path), "--summary")
    assert done.code == 0
    assert done.out.startswith("2 adverts, read by what they say")
    several = run("read", str(EXAMPLES), DASHBOARDS, "--summary", "--json")
    jsonschema.validate(json.loads(several.out), schema("adverts"))
    assert several.result["adverts"] == 12


def test_many_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be read that is an error; of very many only the first are told."""
    monkeypatch.setattr("mlroles.cli.read.MOST_TOLD", 1)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    done = run("read", str(tmp_path))
    assert done.code == 1
    assert done.err.splitlines()[1:3] == [
        "Adverts that could not be read: 2 of 2.",
        "Error: No advert could be read.",
    ]
    (tmp_path / "empty").mkdir()
    assert "There is no advert in it." in run("read", str(tmp_path / "empty"), "--summary").err


def test_folders_within_a_folder_are_told_once(tmp_path: Path) -> None:
    """Folders within a folder are no adverts: they are counted, in a sentence."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "c.txt").write_text("Bake bread.", encoding="utf-8")
    done = run("read", str(tmp_path))
    assert (done.code, len(done.out.splitlines())) == (0, 2)
    assert done.err == "Folders within the folder, which are left out: 2.\n"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "html"), "A table of adverts is CSV, or JSON Lines with --json."),
        (("--title", "Baker"), "--title is for one advert."),
        (("--evidence",), "--evidence is for one advert."),
    ],
)
def test_options_of_one_advert(options: tuple[str, ...], message: str) -> None:
    """What is for one advert, or for a screen, is refused for a table."""
    done = run("read", str(EXAMPLES), *options)
    assert done.code == 2
    assert done.err.startswith(f"Error: {message}")
