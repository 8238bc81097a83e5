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

from mlroles.__main__ import main
from mlroles.batch import csv_rows, text_lines
from mlroles.batch.rows import TableFormat
from mlroles.cli import tables
from mlroles.cli.request import Format, Request
from mlroles.datafile.format import formatted
from mlroles.locations import data_directory
from tests.running import Ran, output, run, spawn

DOCUMENT = json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))
QUESTIONS = {
    each["id"]: [answer["id"] for answer in each["answers"]] for each in DOCUMENT["questions"]
}
FIRST, SECOND = list(QUESTIONS)[:2]
HALVES = [half["id"] for half in DOCUMENT["halves"]]
ANSWER = QUESTIONS[FIRST][0]
SHEETS = f"id,{FIRST},{SECOND}\na,{ANSWER},\nb,nonsense,\nc,,{QUESTIONS[SECOND][1]}\n"
REQUEST = Request(typer.Context(TyperCommand("score")), None, Format.TERMINAL, plain=False)
TOLD = (
    f"Line 3 (b): {FIRST}: there is no answer “nonsense”.\nRows that could not be scored: 1 of 3.\n"
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
    assert (ran.code, ran.err) == (0, TOLD)
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
    row = json.loads(output("score", str(tmp_path / "a.jsonl"), "--output-format", "jsonl"))
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
    assert "Parquet cannot be read from standard input." in ran.err


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
    assert (ran.code, ran.out, ran.err) == (0, "", TOLD)
    assert run("score", str(sheets), "--output", str(target)).code == 0
    assert target.read_bytes() == first


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("only", [(), ("--only", HALVES[-1])])
def test_template(tmp_path: Path, suffix: str, only: tuple[str, ...]) -> None:
    """A template can be scored as it is, and lists every question of the halves asked for."""
    path = tmp_path / f"template.{suffix}"
    assert run("score", "--template", "--output", str(path), *only) == Ran(0, "", "")
    written = output("score", str(path), *only)
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
        (("--template", "--output-format", "parquet"), "Parquet needs a file."),
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
    wrong.write_text(f"name,{FIRST}\na,{ANSWER}\n")
    target.write_text("before")
    ran = run("score", str(wrong), "--output", str(target))
    assert (ran.code, ran.out, target.read_text()) == (1, "", "before")
    assert "the column “id” is missing" in ran.err
    assert sorted(tmp_path.iterdir()) == [target, wrong]


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_no_table(tmp_path: Path, name: str) -> None:
    """A file that is missing, and a folder, are told as the system tells them."""
    ran = run("score", str(tmp_path / name))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"Error: Cannot read {tmp_path / name}: ")


def test_a_disk_that_fails(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that breaks off, in its header or below, is an error that names it."""

    def fail(*_: object) -> Iterator[str]:
        raise OSError(errno.EIO, "Input/output error")
        yield ""

    monkeypatch.setattr(csv_rows, "_csv_rows", fail)
    below = run("score", str(sheets), "--output", str(sheets.with_name("out.csv")))
    monkeypatch.setattr(text_lines, "_bounded", fail)
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
    assert ran.err.startswith(rf"Line 2 (red): {FIRST}: there is no answer '\x1b[2J'.")
    assert "\x1b" not in ran.err
    assert "\n\x1b[31mred,," in ran.out
    assert "\n=1+1,,," in ran.out


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is."""
        return True


@pytest.mark.parametrize("quiet", [(), ("--plain",)])
def test_progress(sheets: Path, monkeypatch: pytest.MonkeyPatch, quiet: tuple[str, ...]) -> None:
    """In a terminal the progress is told and taken away; in plain mode it is not told."""
    sheets.write_text(SHEETS + f"d,{ANSWER},\n" * 4)
    monkeypatch.setattr(tables, "EVERY", 2)
    monkeypatch.setattr(tables, "SECONDS", 0)
    screen = Terminal()
    scoring = tables.load_scoring(REQUEST, None)
    monkeypatch.setattr(sys, "stderr", screen)
    report = tables.Report(plain=bool(quiet))
    with tables.scored_rows(str(sheets), None, scoring, report) as results:
        assert len(list(results)) == 7
    said = screen.getvalue()
    assert ("\r4 rows, " in said) == (not quiet)
    assert ("\r" in said) == (not quiet)
    assert quiet or said.endswith("\r")
    assert "nonsense" in said


def test_progress_is_not_told_at_every_turn(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the time between two tellings nothing is written."""
    monkeypatch.setattr(tables, "EVERY", 1)
    monkeypatch.setattr(tables, "SECONDS", 3600)
    screen = Terminal()
    scoring = tables.load_scoring(REQUEST, None)
    monkeypatch.setattr(sys, "stderr", screen)
    with tables.scored_rows(str(sheets), None, scoring, tables.Report(plain=False)) as results:
        assert len(list(results)) == 3
    assert "\r" not in screen.getvalue()


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
    assert done.stderr == b""


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
    assert ran.err.startswith("No answer has points for ")
    questions = run("quiz", "questions", "--data", str(data))
    assert questions.code == 0
    assert "Data Gardener" in questions.out
