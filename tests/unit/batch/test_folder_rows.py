"""A folder of answer sheets."""

import json
import os
from pathlib import Path

import pytest

from mlroles.batch import folder_rows
from mlroles.batch.folder_rows import read_folder
from mlroles.batch.rows import Row
from mlroles.errors import SheetError
from tests.sheets import facts, fits, rows


def write(folder: Path, name: str, **answers: object) -> None:
    """Write an answer sheet as the quiz does."""
    sheet = {"schema": "mlroles/answers", "version": 1, "questionnaire": "k", "answers": answers}
    (folder / name).write_text(json.dumps(sheet, indent=2))


def test_sheets(tmp_path: Path) -> None:
    """Each file is a person of its name; what only one answers is a column as well."""
    write(tmp_path, "bo.json", heat="oven")
    write(tmp_path, "ann.JSON", tools=["pan", "tray"])
    write(tmp_path, "cy.json", id="7")
    (tmp_path / "notes.txt").write_text("no sheet")
    found = read_folder(tmp_path)
    assert facts(found) == "a folder of 3 answer sheets"
    assert found.columns == ("id", "tools", "heat")
    assert rows(found) == [
        Row(1, ["ann", ("pan", "tray"), ""]),
        Row(2, ["bo", "", "oven"]),
        Row(3, ["7", "", ""]),
    ]


def test_a_sheet_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is broken, empty, or no file is a wrong row of its name, and harms no other."""
    write(tmp_path, "ann.json", heat="oven")
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "empty.json").write_text("")
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "deep.json").write_text("[" * 100_000)
    os.mkfifo(tmp_path / "pipe.json")
    found = list(read_folder(tmp_path).read(fits))
    assert {str(each.cells[0]): bool(each.problem) for each in found} == {
        "ann": False, "bad": True, "deep": True, "empty": True, "folder": True, "pipe": True,
    }  # fmt: skip
    bad = next(each.problem for each in found if each.cells[0] == "bad")
    assert bad.startswith("bad.json: The file cannot be read as JSON: ")


def test_no_sheets(tmp_path: Path) -> None:
    """A folder without sheets is refused, and one that is not there is the system's error."""
    with pytest.raises(SheetError, match="holds no answer sheet"):
        read_folder(tmp_path)
    with pytest.raises(OSError, match="No such file"):
        read_folder(tmp_path / "gone")


def test_too_many_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a bound a folder is refused."""
    monkeypatch.setattr(folder_rows, "MOST_FILES", 1)
    for name in ("a.json", "b.json"):
        write(tmp_path, name)
    with pytest.raises(SheetError, match="more than 1 sheets"):
        read_folder(tmp_path)
