"""Answers in JSON: an object a line, objects over several lines, lists, answer sheets."""

import json

import pytest

from mlroles.batch import csv_rows, jsonl_rows, text_lines
from mlroles.batch.rows import Row, TableFormat
from mlroles.errors import SheetError
from tests.sheets import facts, rows, table

PEOPLE = [
    {"id": "a", "heat": "oven", "course": "north"},
    {"id": 7, "heat": None, "tools": ["pan", "tray"]},
]
BROKEN = "a letter on the line is broken: it is in another encoding than the rest"
SHEET = {"schema": "mlroles/answers", "version": 1, "questionnaire": "kitchen"}


def jsonl(text: str | bytes) -> list[Row]:
    """Return the rows of JSON Lines."""
    return rows(table(text, TableFormat.JSONL))


def test_an_object_a_line() -> None:
    """Answers are text, in a list or null; ids are text or numbers; keys stand in any order."""
    text = '{"id": "a", "heat": "oven"}\r\n\n{"tools": ["pan", "tray"], "id": 7, "heat": null}'
    found = table(text)
    assert (found.columns, facts(found)) == (("id", "heat", "tools"), "JSON Lines; UTF-8")
    assert rows(found) == [Row(1, ["a", "oven", ""]), Row(3, ["7", "", ("pan", "tray")])]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(PEOPLE),
        json.dumps(PEOPLE, indent=1),
        "\n".join(json.dumps(each, indent=2) for each in PEOPLE),
        ",\n".join(json.dumps(each, indent=2) for each in PEOPLE),
    ],
)
def test_objects_however_they_stand(text: str) -> None:
    """A list of objects is read, laid out or not, and objects over several lines are."""
    found = table(text, TableFormat.JSONL)
    assert (found.columns, facts(found)) == (("id", "heat", "course", "tools"), "JSON; UTF-8")
    assert rows(found) == [
        Row(1, ["a", "oven", "north", ""]),
        Row(2, ["7", "", "", ("pan", "tray")]),
    ]


@pytest.mark.parametrize(("name", "expected"), [("ann", ["ann", "oven"]), ("", ["oven"])])
def test_an_answer_sheet(name: str, expected: list[str]) -> None:
    """An answer sheet is a person, called as its file is."""
    for indent in (1, None):
        sheet = json.dumps({**SHEET, "answers": {"heat": "oven"}}, indent=indent)
        found = table(sheet, name=name)
        cells = dict(zip(found.columns, rows(found)[0].cells, strict=True))
        assert [each for each in cells.values() if each] == expected
        assert cells.get("id", "") == name


def test_answer_sheets_one_after_the_other() -> None:
    """Several sheets are several people; one that is none of ours is an object as any."""
    sheets = [{**SHEET, "answers": {"id": str(number), "heat": "oven"}} for number in (1, 2)]
    found = table(json.dumps([*sheets, {**SHEET, "answers": []}]), name="a")
    assert [each.cells[:2] for each in rows(found)] == [["1", "oven"], ["2", "oven"], ["", ""]]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[]", "not a JSON object"),
        ("7", "not a JSON object"),
        ("{", "not JSON at column 2"),
        ('{"id": NaN}', "a number that cannot be read"),
        ("[" * 100_000, "the JSON is nested too deeply"),
        ('{"id": "a", "id": "b"}', "the key “id” stands there twice"),
        ('{"id": {}}', "“id” is not text, or a list of texts"),
        ('{"id": "a", "heat": [[]], "tools": ["pan", null]}',
         "“heat” is not text, or a list of texts; “tools” is not text, or a list of texts"),
        (r'{"id": "\ud800"}', "“id” is not Unicode"),
        (b'{"id": "\xff"}', BROKEN),
    ],
)  # fmt: skip
def test_a_wrong_line(line: str | bytes, problem: str) -> None:
    """What is wrong with a line is told, and the lines around it stand."""
    data = line.encode() if isinstance(line, str) else line
    first, wrong, last = jsonl('{"id": "éé"}\n'.encode() + data + b'\n{"id": "b"}\n')
    assert (first, last) == (Row(1, ["éé", "", ""]), Row(3, ["b", "", ""]))
    assert (wrong.line, wrong.problem) == (2, problem)


def test_a_key_that_comes_late() -> None:
    """A key that stands in none of the first rows is told: its column is not there any more."""
    first = '{"id": "a"}\n' * text_lines.MOST_LINES
    keys = "".join(f', "k{number}": 1' for number in range(7))
    found = jsonl(f'{first}{{"id": "b"{keys}}}\n')[-1]
    said = "; ".join(f"the key “k{number}” stands in no row before" for number in range(5))
    assert found.problem == f"{said}; and more"


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_nothing(text: str) -> None:
    """A file in which nothing stands is empty."""
    with pytest.raises(SheetError, match=r"The table is empty\."):
        table(text, TableFormat.JSONL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[{", "The file cannot be read as JSON: not JSON at line 1, column 3."),
        ("[" * 100_000, "The file cannot be read as JSON: the JSON is nested too deeply."),
        ("[\n" + "[" * 100_000, "The file cannot be read as JSON: the JSON is nested too deeply."),
        ("[NaN]", "The file cannot be read as JSON: a number that cannot be read."),
        (b'["\xc3\xa9\xc3\xa9", "\xff"]',
         f"The file cannot be read as JSON: {BROKEN}."),
    ],
)  # fmt: skip
def test_a_list_that_is_wrong(text: str | bytes, said: str) -> None:
    """A list that breaks off or cannot be read is refused as a whole."""
    with pytest.raises(SheetError) as caught:
        table(text, TableFormat.JSONL)
    assert caught.value.message == said
    assert caught.value.hint


def test_a_list_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list has to be held whole, so it has a bound; a line an object has none."""
    monkeypatch.setattr(jsonl_rows, "LIMIT", 20)
    with pytest.raises(SheetError, match="more than 20 characters in one list") as caught:
        table(json.dumps(PEOPLE))
    assert "JSON Lines" in caught.value.hint
    assert len(jsonl('{"id": "a"}\n' * 9)) == 9


def test_a_line_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line that is too long only the beginning is held, and the next line follows."""
    for module in (text_lines, csv_rows):
        monkeypatch.setattr(module, "LONGEST_TEXT", 20)
    found = jsonl('{"id": "b"}\n{"id": "' + "x" * 100 + '"}\n{"id": "a"}\n')
    assert [each.problem for each in found] == ["", "the line is longer than 20 characters", ""]


@pytest.mark.parametrize(
    "value",
    [
        {"responses": PEOPLE},
        {"form": "x", "value": PEOPLE, "count": 2},
        {"a": {"heat": "oven", "course": "north"}, "7": {"id": 1, "heat": None, "tools": ["pan"]}},
    ],
)
def test_people_in_an_object(value: object) -> None:
    """People may stand in a list that an object holds, or in an object by their names."""
    for text in (json.dumps(value), json.dumps(value, indent=1)):
        found = table(text, TableFormat.JSONL)
        assert facts(found) == "JSON; UTF-8"
        assert [(row.cells[0], row.problem) for row in rows(found)] == [("a", ""), ("7", "")]


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ({"id": "a", "answers": {"heat": "oven"}}, {"id": "a", "heat": "oven"}),
        ({"id": "a", "name": {"first": "A", "born": {"in": "B"}}, "heat": "oven"},
         {"id": "a", "name.first": "A", "name.born.in": "B", "heat": "oven"}),
        ({"tools": {"pan": True, "tray": False}}, {"tools.pan": "yes", "tools.tray": "no"}),
    ],
)  # fmt: skip
def test_objects_in_an_object(value: object, cells: dict[str, str]) -> None:
    """What stands in an object in an object is headed by the keys that lead there."""
    for text in (json.dumps(value), f"{json.dumps(value)}\n" * 2, json.dumps([value])):
        found = table(text, TableFormat.JSONL)
        row = dict(zip(found.columns, rows(found)[0].cells, strict=True))
        assert {key: row[key] for key in cells} == cells


def test_objects_that_are_nothing_of_the_kind() -> None:
    """Objects too deep, empty, or with a key twice are told as wrong."""
    deep = '{"id": {"a": {"b": {"c": {"d": 1}}}}}'
    for line in (deep, '{"id": "a", "heat": {}}', '{"id": "a", "id": "b", "heat": {"c": 1}}'):
        assert rows(table(line, TableFormat.JSONL))[0].problem
