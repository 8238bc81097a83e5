"""``mlroles score``: tables in, tables out."""

import errno
import gc
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand

from mlroles import progress
from mlroles.__main__ import main
from mlroles.batch import csv_rows, table, text_lines
from mlroles.batch.blocks import BlockScorer
from mlroles.batch.rows import TableFormat
from mlroles.cli import tables
from mlroles.cli.request import Format, Request
from mlroles.datafile.format import formatted
from mlroles.locations import data_directory
from tests.running import Ran, output, run, spawn
from tests.sheets import workbook

DOCUMENT = json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))
QUESTIONS = {
    each["id"]: [answer["id"] for answer in each["answers"]] for each in DOCUMENT["questions"]
}
FIRST, SECOND = list(QUESTIONS)[:2]
HALVES = [half["id"] for half in DOCUMENT["halves"]]
ANSWER = QUESTIONS[FIRST][0]
SHEETS = f"id,{FIRST},{SECOND}\na,{ANSWER},\nb,nonsense,\nc,,{QUESTIONS[SECOND][1]}\n"
REQUEST = Request(typer.Context(TyperCommand("score")), None, Format.TERMINAL, plain=False)
WRONG = f"{FIRST}: there is no answer “nonsense”"
READ = (
    f"Read as CSV, cells separated by commas; UTF-8. Columns for 2 of {len(QUESTIONS)} questions."
)


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the garbage collector as it was."""
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Return a table of three people, the second wrong."""
    path = tmp_path / "sheets.csv"
    path.write_text(SHEETS)
    return path


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes, *arguments: str) -> Ran:
    """Run the command with ``data`` on its standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    return run("score", *arguments)


def test_formats() -> None:
    """Every format that a table may have can be asked for, and no other."""
    assert [*map(str, tables.Stored)] == [*map(str, TableFormat)]


def test_results_on_stdout(sheets: Path) -> None:
    """Results go to stdout as CSV, wrong rows to stderr with their lines; that is no failure."""
    ran = run("score", str(sheets))
    header, first, wrong, last = ran.out.splitlines()
    assert ran.code == 0
    told = ran.err.splitlines()
    assert told[0] == READ
    assert told[1].startswith("No column answers: ")
    assert told[1].endswith(f" and {len(QUESTIONS) - 8} more.")
    assert told[2] == "Rows that could not be scored: 1 of 3."
    assert told[3].startswith(f"  Line 3: {WRONG}")
    assert len(told) == 4
    assert header.startswith("id,")
    assert header.endswith(",verdict,agree,answered,problem")
    assert first.startswith("a,mixed,")
    assert wrong.startswith("b,,,")
    assert last.startswith("c,")


def test_rows_equal_the_quiz(tmp_path: Path) -> None:
    """A row's shares, words and verdict are those of the quiz for the same answers."""
    answers = {question: ids[0] for question, ids in QUESTIONS.items()}
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": DOCUMENT["id"]}
    (tmp_path / "a.json").write_text(json.dumps({**head, "answers": answers}))
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", **answers}))
    quiz = run("quiz", "--answers", str(tmp_path / "a.json"), "--json").result
    row = json.loads(run("score", str(tmp_path / "a.jsonl"), "--output-format", "jsonl").out)
    for half in quiz["halves"]:
        for role, share in (half["shares"] or {}).items():
            assert row[f"{half['half']}.{role}"] == round(share, 6)
        for column, share in (half["wide"] or {}).items():
            assert row[f"{half['half']}.wide.{column}"] == round(share, 6)
        if half["lean"]:
            assert row[f"{half['half']}.lean"] == half["lean"]
            assert row[f"{half['half']}.leaders"] == ";".join(half["leaders"])
    assert row["verdict"] == ";".join(quiz["leaders"])
    assert row["agree"] == {True: "yes", False: "no", None: ""}[quiz["agree"]]
    assert row["answered"] == len(QUESTIONS)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, sheets: Path) -> None:
    """A hyphen reads standard input, of any format but Parquet."""
    expected = run("score", str(sheets))
    assert typed(monkeypatch, SHEETS.encode(), "-") == expected
    ran = typed(monkeypatch, b'{"id": "a"}', "-", "--input-format", "jsonl")
    assert (ran.code, ran.out.count("\na,")) == (0, 1)
    ran = typed(monkeypatch, b"", "-", "--input-format", "parquet")
    assert (ran.code, ran.out) == (1, "")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed standard input is an empty table."""
    monkeypatch.setattr(sys, "stdin", None)
    assert run("score", "-").err.startswith("Error: The table is empty.")


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_output_to_a_file(sheets: Path, tmp_path: Path, suffix: str) -> None:
    """The suffix of the file says its format; stdout stays empty, and twice is the same."""
    target = tmp_path / f"out.{suffix}"
    ran = run("score", str(sheets), "--output", str(target))
    first = target.read_bytes()
    assert (ran.code, ran.out) == (0, "")
    assert WRONG in ran.err
    assert run("score", str(sheets), "--output", str(target)).code == 0
    assert target.read_bytes() == first


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("only", [(), ("--only", HALVES[-1])])
def test_template(tmp_path: Path, suffix: str, only: tuple[str, ...]) -> None:
    """A template can be scored as it is, and lists every question of the halves asked for."""
    path = tmp_path / f"template.{suffix}"
    assert run("score", "--template", "--output", str(path), *only) == Ran(0, "", "")
    ran = run("score", str(path), *only)
    assert ran.code == 0
    assert "could not be scored" not in ran.err
    written = ran.out
    assert written.count("\nexample-") == max(
        len(each["answers"])
        for each in DOCUMENT["questions"]
        if not only or each["half"] == HALVES[-1]
    )
    assert not output("score", "--template", *only).startswith("Error")


def test_one_half(sheets: Path) -> None:
    """Of one half alone nothing stands there of the other."""
    header = run("score", str(sheets), "--only", HALVES[0]).out.splitlines()[0]
    assert HALVES[1] not in header
    assert f",{HALVES[0]}." in header


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "There is nothing to score."),
        (("a.csv", "--template"), "--template reads no sheets."),
        (("--template", "--output", "a.xlsx"), "does not say what to write"),
        (("--template", "--output", "a.csv.gz"), "does not say what to write"),
        (("--template", "--output-format", "workbook"), "workbook"),
        (("--template", "--output-format", "parquet"), "Parquet is not written to a screen."),
        (("a.csv", "--only", "nonsense"), "nonsense"),
        (("a.csv", "--input-format", "xlsx"), "xlsx"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], said: str) -> None:
    """What contradicts itself or is unknown is refused before anything is read."""
    ran = run("score", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_wrong_header_leaves_everything(tmp_path: Path) -> None:
    """Where the header is wrong nothing is written, and a file that was there stays."""
    wrong, target = tmp_path / "wrong.csv", tmp_path / "out.csv"
    wrong.write_text(f"id,{FIRST},{FIRST}\na,{ANSWER},\n")
    target.write_text("before")
    ran = run("score", str(wrong), "--output", str(target))
    assert (ran.code, ran.out, target.read_text()) == (1, "", "before")
    assert f"“{FIRST}” stands there twice" in ran.err
    assert sorted(tmp_path.iterdir()) == [target, wrong]


def test_no_table(tmp_path: Path) -> None:
    """A file that is missing is told as the system tells it, a folder without sheets as that."""
    ran = run("score", str(tmp_path / "missing.csv"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"Error: Cannot read {tmp_path / 'missing.csv'}: ")
    ran = run("score", str(tmp_path))
    assert (ran.code, ran.out) == (1, "")
    assert "The folder holds no answer sheet." in ran.err


def test_a_folder_of_sheets(tmp_path: Path) -> None:
    """Sheets that the quiz saved are scored together, called as their files are."""
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": DOCUMENT["id"]}
    for name in ("ann", "bo"):
        sheet = {**head, "answers": {FIRST: ANSWER}}
        (tmp_path / f"{name}.json").write_text(json.dumps(sheet))
    ran = run("score", str(tmp_path))
    assert ran.code == 0
    assert [line.split(",")[0] for line in ran.out.splitlines()] == ["id", "ann", "bo"]
    (alone,) = run("score", str(tmp_path / "ann.json")).out.splitlines()[1:]
    assert alone == ran.out.splitlines()[1]


def test_a_folder_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is told as the system tells it."""

    def fail(_: Path) -> object:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", fail)
    assert f"Cannot read {tmp_path}: " in run("score", str(tmp_path)).err


def test_a_disk_that_fails(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that breaks off, in its header or below, is an error that names it."""

    def fail(*_: object) -> Iterator[str]:
        raise OSError(errno.EIO, "Input/output error")
        yield ""

    monkeypatch.setattr(csv_rows, "_rows", fail)
    below = run("score", str(sheets), "--output", str(sheets.with_name("out.csv")))
    monkeypatch.setattr(text_lines.TextLines, "_numbered", fail)
    for ran in (below, run("score", str(sheets))):
        assert (ran.code, ran.out) == (1, "")
        assert f"Cannot read {sheets}: input/output error." in ran.err
    assert not sheets.with_name("out.csv").exists()


def test_where_nothing_can_be_written(sheets: Path, tmp_path: Path) -> None:
    """A folder, and a file in no folder, are refused as targets."""
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert "is not a file" in run("score", str(sheets), "--output", str(folder)).err
    nowhere = tmp_path / "nowhere" / "out.csv"
    ran = run("score", str(sheets), "--output", str(nowhere))
    assert (ran.code, ran.out) == (1, "")
    assert f"Error: Cannot write {nowhere}: " in ran.err


def test_control_sequences(tmp_path: Path) -> None:
    """Ids and answers reach stderr without a control sequence, and a table as they are."""
    path = tmp_path / "a.csv"
    path.write_text(f"id,{FIRST}\n\x1b[31mred,\x1b[2J\n=1+1,\n")
    ran = run("score", str(path))
    assert rf"  Line 2: {FIRST}: there is no answer '\x1b[2J'" in ran.err
    assert "\x1b" not in ran.err
    assert "\n\x1b[31mred,," in ran.out
    assert "\n=1+1,,," in ran.out


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is."""
        return True


def reported(
    sheets: Path, monkeypatch: pytest.MonkeyPatch, *, plain: bool, progress: bool | None = None
) -> str:
    """Return what a terminal shows on standard error while a table is scored."""
    screen = Terminal()
    scoring = tables.load_scoring(REQUEST, None)
    monkeypatch.setattr(sys, "stderr", screen)
    with tables.read_sheets(str(sheets), None, None, scoring) as reading:
        list(tables.Report(progress, plain=plain).of(reading, scoring.scorer.score(reading)))
    return screen.getvalue()


@pytest.mark.parametrize("plain", [True, False])
def test_progress(sheets: Path, monkeypatch: pytest.MonkeyPatch, *, plain: bool) -> None:
    """In a terminal the progress is told and taken away; in plain mode it is not told."""
    monkeypatch.setattr(progress, "SECONDS", 0)
    said = reported(sheets, monkeypatch, plain=plain)
    assert ("3 rows" in said) == (not plain)
    assert "nonsense" in said.rpartition("\r")[2]


@pytest.mark.parametrize("wanted", [True, False])
def test_progress_that_is_asked_for(
    sheets: Path, monkeypatch: pytest.MonkeyPatch, *, wanted: bool
) -> None:
    """What a person says of the progress counts for more than the plain mode."""
    monkeypatch.setattr(progress, "SECONDS", 0)
    said = reported(sheets, monkeypatch, plain=wanted, progress=wanted)
    assert ("3 rows" in said) == wanted


def test_progress_of_blocks(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal the progress of a table that is read in blocks is told as well."""
    monkeypatch.setattr(table, "LARGE", 0)
    monkeypatch.setattr(progress, "SECONDS", 0)
    screen = Terminal()
    scoring = tables.load_scoring(REQUEST, None)
    monkeypatch.setattr(sys, "stderr", screen)
    with tables.read_sheets(str(sheets), None, None, scoring) as reading:
        blocks = reading.blocks()
        assert blocks
        found = BlockScorer(scoring.scorer, reading).score(blocks)
        list(tables.Report(plain=False).of_blocks(reading, found))
    assert "3 rows" in screen.getvalue()
    assert "nonsense" in screen.getvalue().rpartition("\r")[2]


def test_many_wrong_rows(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong rows are summed up by kind in ten lines; all stand in the results."""
    monkeypatch.setattr(tables, "MOST_KINDS", 15)
    right = f"a,{ANSWER},\n" * 80
    wrong = "b,nonsense,\n" * 30 + "".join(f"c,{'x' * number},\n" for number in range(2, 32))
    sheets.write_text(SHEETS + right + wrong)
    ran = run("score", str(sheets))
    told = ran.err.splitlines()[2:]
    assert (ran.code, len(told)) == (0, 10)
    assert told[0] == "Rows that could not be scored: 61 of 143."
    assert told[1].startswith(f"  31 rows, first on line 3: {WRONG}")
    assert told[2].startswith("  Line 115: ")
    assert told[-1] == "  23 rows with other problems: see the column problem."
    assert ran.out.count("there is no answer") == 61


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"id,{FIRST}\na,{ANSWER}\nb,?!\nc,?!\n", "Only 1 of 3 rows could be scored."),
        (f"id,{FIRST}\nb,?!\n", "Only 0 of 1 row could be scored."),
        (f"id,{FIRST}\n", "There is nobody in the table."),
    ],
)
def test_hardly_anybody(sheets: Path, text: str, said: str) -> None:
    """Where fewer than half of the rows, or none, could be scored, that is a failure."""
    sheets.write_text(text)
    ran = run("score", str(sheets))
    assert ran.code == 1
    assert f"Error: {said}" in ran.err
    assert ran.out.startswith("id,")
    allowed = run("score", str(sheets), "--allow-wrong")
    assert allowed.code == int("nobody" in said)
    assert allowed.out == ran.out


def test_half_is_enough(sheets: Path) -> None:
    """Where half of the rows could be scored, it is no failure."""
    sheets.write_text(f"id,{FIRST}\na,{ANSWER}\nb,?!\n")
    assert run("score", str(sheets)).code == 0


def test_what_is_carried_along(sheets: Path) -> None:
    """Other columns come along and are named once, and so are rows that are nobody."""
    text = f"Time,{FIRST},course\n9:00,{ANSWER},data\n" + "Total,1,\n" * 7
    sheets.write_text(text)
    ran = run("score", str(sheets))
    assert "Carried along: “Time” and “course”." in ran.err
    assert "a row's number stands for the person." in ran.err
    assert (
        "Left out as a total or a heading, not a person: line 3, 4, 5, 6 and 7 and more." in ran.err
    )
    header, row = ran.out.splitlines()
    assert header.startswith("id,Time,course,")
    assert row.startswith("2,9:00,data,")


def test_a_form_of_an_earlier_edition(sheets: Path) -> None:
    """Questions that are no longer asked are passed over, and named."""
    gone = next(each for each in DOCUMENT["earlier"] if not each.get("now"))
    sheets.write_text(f"id,{FIRST},{gone['id']}\na,{ANSWER},{gone['answers'][0]['id']}\n")
    ran = run("score", str(sheets))
    assert f"Asked in an earlier edition, and not counted: “{gone['id']}”." in ran.err
    assert ran.code == 0


@pytest.mark.parametrize("command", ["score", "cohort"])
def test_explain(sheets: Path, command: str) -> None:
    """--explain says which column is which question, what comes along, and stops."""
    gone = next(each for each in DOCUMENT["earlier"] if not each.get("now"))
    text = f"Time,{FIRST},{gone['id']}\n9:00,{ANSWER},\n9:01,too,many,cells\nTotal,1,\n"
    sheets.write_text(text)
    ran = run(command, str(sheets), "--explain")
    assert (ran.code, ran.err) == (0, "")
    for said in (
        "How the table is read", "2, 1 not readable", "the number of the row", "“Time”",
        "line 4: a total or a heading", f"“{gone['id']}”: not counted", "no column",
        "mlroles quiz questions",
    ):  # fmt: skip
        assert said in ran.out
    sheets.write_text(SHEETS)
    whole = output(command, str(sheets), "--explain")
    assert "Left out" not in whole
    assert "Carried along" not in whole


def test_explain_as_json(sheets: Path) -> None:
    """What is understood can be had as JSON."""
    result = run("cohort", str(sheets), "--explain", "--json").result
    assert result["understood"]["name"] == "id"
    assert [each["question"] for each in result["understood"]["questions"]] == [FIRST, SECOND]
    assert (result["people"], result["broken"], result["left_out"]) == (3, 0, [])


def test_a_sheet_of_a_spreadsheet(tmp_path: Path) -> None:
    """--sheet chooses the sheet of a spreadsheet; its format is told by the file itself."""
    path = tmp_path / "people.csv"
    people = [["id", FIRST], ["a", ANSWER]]
    path.write_bytes(workbook({"One": people, "Two": [*people, ["b", ANSWER]]}))
    assert run("score", str(path)).out.count("\n") == 2
    assert run("score", str(path), "--sheet", "Two").out.count("\n") == 3
    assert "no sheet “Three”" in run("score", str(path), "--sheet", "Three").err


@pytest.mark.parametrize(("paper", "suffix"), [("html", "html"), ("markdown", "md")])
def test_reports(sheets: Path, tmp_path: Path, paper: str, suffix: str) -> None:
    """Each person gets a hand-out that says what the quiz would; wrong rows get none."""
    folder = tmp_path / "new" / "reports"
    ran = run("score", str(sheets), "--reports", str(folder), "--report-format", paper)
    assert (ran.code, ran.out) == (0, run("score", str(sheets)).out)
    assert sorted(each.name for each in folder.iterdir()) == [f"a.{suffix}", f"c.{suffix}"]
    text = (folder / f"a.{suffix}").read_text("utf-8")
    assert "For: a" in text
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": DOCUMENT["id"]}
    (tmp_path / "a.json").write_text(json.dumps({**head, "answers": {FIRST: ANSWER}}))
    quiz = run("quiz", "--answers", str(tmp_path / "a.json"), "--format", "markdown").out
    heading = next(line for line in quiz.splitlines() if line.startswith("#")).strip("# ")
    assert heading in text
    again = run("score", str(sheets), "--reports", str(folder))
    assert (again.code, again.out) == (1, "")
    assert f"The folder {folder} is not empty." in again.err
    assert "Cannot write into" in run("score", str(sheets), "--reports", str(sheets)).err


def test_names_of_reports(sheets: Path, tmp_path: Path) -> None:
    """Names of files are made of what every system takes, and no two are the same."""
    names = ["../../etc/passwd", "Jörg Ä", "jorg-a", "CON", "nul.txt", "日本", "...", "-rf",
             "x" * 300, "x" * 301, "a/b", "a\\b", "a-b-2", "a:b"]  # fmt: skip
    lines = "".join(f'"{name}",{ANSWER}\n' for name in names)
    sheets.write_text(f"id,{FIRST}\n{lines}", "utf-8")
    folder = tmp_path / "reports"
    assert run("score", str(sheets), "--reports", str(folder)).code == 0
    assert sorted(each.name.removesuffix(".html") for each in folder.iterdir()) == sorted(
        ["etc-passwd", "Jorg-A", "jorg-a-2", "person-CON", "person-nul.txt", "person", "person-2",
         "rf", "x" * 60, "x" * 60 + "-2", "a-b", "a-b-2", "a-b-2-2", "a-b-3"]
    )  # fmt: skip


def test_a_report_that_cannot_be_written(
    sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full, that is said with the file."""

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mlroles.datafile.files.write_atomic", fail)
    ran = run("score", str(sheets), "--reports", str(tmp_path / "r"))
    assert ran.code == 1
    assert f"Error: Cannot write {tmp_path / 'r' / 'a.html'}: no space left on device." in ran.err


def test_garbage_is_collected(sheets: Path) -> None:
    """A long table is not read with the garbage collector at rest."""
    gc.disable()
    run("score", str(sheets))
    assert gc.isenabled()


def test_closed_pipe(tmp_path: Path) -> None:
    """A reader that has seen enough ends the work without a word."""
    path = tmp_path / "long.csv"
    path.write_text(f"id,{FIRST}\n" + f"a,{ANSWER}\n" * 30_000)
    done = spawn("score", str(path), after="| head -1")
    assert done.stdout.startswith(b"id,")
    assert [line.split()[0] for line in done.stderr.splitlines()] == [b"Read", b"No"]


def test_a_terminal_gets_no_control_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a terminal would act on is taken from results that it is sent."""

    class Screen(io.TextIOWrapper):
        """Standard output that is a terminal."""

        def isatty(self) -> bool:
            """Say that it is."""
            return True

    path = tmp_path / "a.csv"
    path.write_text(f"id,{FIRST}\n\x1b[31mred,{ANSWER}\n")
    screen = Screen(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(["score", str(path)]) == 0
    screen.seek(0)
    assert "\nred,mixed," in screen.read()


def test_what_is_no_file_is_told_with_a_way_out() -> None:
    """A device is refused, and standard input is named as the way for a pipe."""
    ran = run("score", "/dev/null")
    assert ran.code == 1
    assert "Hint: Give a file, or - for what comes through a pipe." in ran.err


def test_a_role_without_points(tmp_path: Path, sheets: Path) -> None:
    """A catalogue may have a role more than its quiz: that is sound, said, and stops nothing."""
    data = tmp_path / "data"
    shutil.copytree(data_directory(), data)
    roles = json.loads((data / "roles.json").read_text("utf-8"))
    summary = {"id": "data-gardener-summary", "text": "Grows data.", "claims": ["qwak-75"]}
    roles["roles"].append(
        {
            "id": "data-gardener",
            "title": "Data Gardener",
            "short_title": "Gardener",
            "letter": "DG",
            "summary": summary,
        }
    )
    (data / "roles.json").write_text(formatted(roles), "utf-8")
    assert run("data", "check", str(data)).code == 0
    ran = run("score", str(sheets), "--data", str(data))
    assert (ran.code, ran.out) == (0, run("score", str(sheets)).out)
    assert "Data Gardener" in ran.err
    assert "No answer has points for " in ran.err
    questions = run("quiz", "questions", "--data", str(data))
    assert questions.code == 0
    assert "Data Gardener" in questions.out
