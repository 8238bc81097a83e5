"""Every table, right or spoilt, is scored in blocks as it is row by row, to the last byte."""

import codecs
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.batch import pieces, typed_blocks
from mlroles.quiz.models import Questionnaire
from tests import kitchen
from tests.both_ways import by_blocks, by_rows, parquet

Json = dict[str, Any]

JOBS = ({"id": "clerk", "title": "Clerk"}, {"id": "others", "title": "others", "none": True})
POINTS = st.integers(-60, 60).map(lambda number: number / 20)


@st.composite
def _questions(draw: st.DrawFn, half: str, columns: tuple[str, ...]) -> list[Json]:
    questions = []
    for number in range(draw(st.integers(1, 4))):
        several = draw(st.booleans())
        count = draw(st.integers(2, 4))
        answers: list[Json] = [
            {
                "id": f"answer-{place}",
                "text": f"Text, {place} of {half}",
                "points": {column: draw(POINTS) for column in columns},
                "claims": ["book-1"],
                "alone": several and place == 0,
                "none": place == 0 and draw(st.booleans()),
            }
            for place in range(count)
        ]
        questions.append(
            {
                "id": f"{half}-{'abcd'[number]}",
                "half": half,
                "text": f"Question {'ABCD'[number]} of {half}?",
                "why": "Why?",
                "pick": "several" if several else "one",
                "answers": answers,
            }
        )
    return questions


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Draw one to four roles, and one to three halves, measured or not, with jobs beside or not."""
    roles = tuple(f"role-{number}" for number in range(draw(st.integers(1, 4))))
    halves: list[Json] = []
    questions: list[Json] = []
    for number in range(draw(st.integers(1, 3))):
        half: Json = {"id": f"half-{number}", "title": "A half", "basis": "Chance."}
        beside = JOBS[: draw(st.integers(0, 2))]
        if draw(st.booleans()):
            measured = dict(kitchen.two_halves()["halves"][1]["measured"])
            measured |= {"beside": beside, "beside_ratio": draw(st.sampled_from((1.0, 1.5, 2.0)))}
            half["measured"] = {**measured, "stop": None}
            columns = (*roles, *(str(each["id"]) for each in beside))
        else:
            half["lean"] = kitchen.lean(draw(POINTS.map(abs)) + 0.5, 0.5)
            columns = roles
        halves.append(half)
        questions += draw(_questions(f"half-{number}", columns))
    document = {
        "schema_version": 2,
        "id": "drawn",
        "title": "Drawn",
        "roles": roles,
        "undecided_ratio": draw(st.sampled_from((1.0, 1.5, 2.0))),
        "halves": halves,
        "questions": questions,
    }
    return Questionnaire.model_validate_json(json.dumps(document))


NAMES = st.sampled_from(
    ["", "p1", "Ann", "ö", "a,b", 'say "x"', "Total", "id", "x" * 30, " ", "=1"]
)
ODD_CELLS = ["", "n/a", "1", "B", "2.0", "no such", "answer-1;answer-2", "answer-0;answer-1", "0"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Questionnaire, list[str], list[list[str]]]:
    """Draw a questionnaire, the headings of a table for it, and rows of cells."""
    questionnaire = draw(questionnaires())
    headings = draw(st.permutations(["id", "course", *_headings(draw, questionnaire)]))
    known = {each.id: each for each in questionnaire.questions}

    def cell(heading: str) -> st.SearchStrategy[str]:
        if heading in {"id", "course"}:
            return NAMES
        ids = [each.id for each in known[heading].answers] if heading in known else ["1", "0", "x"]
        right = st.sampled_from(ids)
        return st.one_of(right, right, right, st.sampled_from([*ODD_CELLS, heading]))

    rows = draw(st.lists(st.tuples(*map(cell, headings)).map(list), max_size=12))
    if draw(st.booleans()):
        rows.insert(0, list(headings))
        rows.append(["Total", *["3"] * (len(headings) - 1)])
    return questionnaire, headings, rows


def _headings(draw: st.DrawFn, questionnaire: Questionnaire) -> Iterator[str]:
    for question in questionnaire.questions:
        if question.pick == "several" and draw(st.booleans()):  # a column for each answer
            yield from (f"{question.id} [{each.id}]" for each in question.answers)
        else:
            yield question.id


def _quoted(cell: str, sign: str, *, always: bool) -> str:
    needed = always or any(each in cell for each in f'{sign}"\r\n')
    return '"' + cell.replace('"', '""') + '"' if needed else cell


BAD_LINES = [
    b"", b",,,", b'"', b'""', b'x,"', b'"two\nlines",', b'"a"b,c', b"\xff\xfe",
    b"\xef\xbf\xbd,x", b"a,b",
    b"\x00,\x1b", b'"never closed,a,b', b" , ,", b"\r", b"a\rb", b"{", b"{}",
    b'{"id": 1}', b"[[", b"\xed\xa0\x80",
    b'{"id": "x"}{"id": "y"}', b'{"id": "x", "id": "y"}', b'{"id": "\\ud800"}',
    b'{"id": {"a": 1}}', b'{"new": 1}',
    b'{"id": 1e400}', b'{"id": 12345678901234567890.5}', b'{"id": [1, "x"]}', b'"x\n\n\n',
    b'" "" ",",",',
]  # fmt: skip

SIZES = st.sampled_from([1, 40, 200, 4_000_000])


def same(data: bytes, questionnaire: Questionnaire, size: int, by: int = 0, few: int = 64) -> None:
    """Assert that blocks of so many characters say what rows do."""
    halves = (questionnaire.halves[0].id,) if by == 1 else ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE", size)
        patch.setattr(typed_blocks, "FEW", few)
        found = by_blocks(data, questionnaire, halves, by)
    assert found == by_rows(data, questionnaire, halves, by)


@given(
    tables(),
    st.sampled_from(",;\t|"),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(BAD_LINES) | st.binary(max_size=20)),
        max_size=3,
    ),
    SIZES,
    st.integers(0, 2),
)
def test_a_csv_table(  # noqa: PLR0917
    drawn: tuple[Questionnaire, list[str], list[list[str]]],
    sign: str,
    always: bool,
    end: str,
    encoding: str,
    bad: list[tuple[int, bytes]],
    size: int,
    by: int,
) -> None:
    """A CSV table, however it is quoted, separated, encoded and spoilt, is scored the same."""
    questionnaire, headings, rows = drawn
    lines = [
        sign.join(_quoted(cell, sign, always=always) for cell in row)
        .encode("cp1252")
        .decode("cp1252")
        for row in [headings, *rows]
    ]
    parts = [
        (line + end).encode(encoding if encoding != "utf-16" else "utf-16-le") for line in lines
    ]
    if encoding == "utf-16":
        parts[0] = codecs.BOM_UTF16_LE + parts[0]
    elif encoding == "utf-8-sig":
        parts = [parts[0], *(each.removeprefix(codecs.BOM_UTF8) for each in parts[1:])]
    for place, line in bad:
        parts.insert(1 + place % len(parts), line + b"\n")
    same(b"".join(parts), questionnaire, size, by)


@given(
    tables(),
    st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(BAD_LINES) | st.binary(max_size=20)),
        max_size=3,
    ),
    st.data(),
    SIZES,
    st.sampled_from([1, 64]),
)
def test_json_lines(
    drawn: tuple[Questionnaire, list[str], list[list[str]]],
    bad: list[tuple[int, bytes]],
    data: st.DataObject,
    size: int,
    few: int,
) -> None:
    """JSON Lines with texts, lists, numbers and what is no cell are scored the same."""
    questionnaire, headings, rows = drawn
    other: st.SearchStrategy[Any] = st.sampled_from(
        [None, True, 0, 1, -0.0, 2.5, 3.0, 2**53, 2**60 + 1, 2**70, [], ["answer-1"], [1, None], {}]
    )
    lines = []
    for row in rows:
        found: dict[str, Any] = dict(zip(headings, row, strict=True))
        for key in data.draw(st.lists(st.sampled_from(headings), max_size=2)):
            found[key] = data.draw(other)
        lines.append(json.dumps(found, ensure_ascii=data.draw(st.booleans())).encode() + b"\n")
    for place, line in bad:
        lines.insert(place % (len(lines) + 1), line + b"\n")
    first = json.dumps(dict.fromkeys(headings, "")).encode() + b"\n"
    same(first + b"".join(lines), questionnaire, size, few=few)


KINDS: dict[str, Callable[[list[str]], list[Any]]] = {
    "text": lambda cells: cells,
    "none": lambda cells: [each or None for each in cells],
    "lists": lambda cells: [each.split(";") if each else [] for each in cells],
    "numbers": lambda cells: [len(each) for each in cells],
    "floats": lambda cells: [len(each) / 2 for each in cells],
    "truths": lambda cells: [bool(each) or None for each in cells],
    "nested": lambda cells: [[[each]] for each in cells],
}


@given(tables(), st.data(), st.booleans(), st.integers(1, 20))
def test_parquet(
    drawn: tuple[Questionnaire, list[str], list[list[str]]],
    data: st.DataObject,
    shared: bool,
    group: int,
) -> None:
    """Parquet with columns of every kind is scored the same."""
    questionnaire, headings, rows = drawn
    columns: dict[str, Any] = {}
    for place, heading in enumerate(headings):
        kind = data.draw(st.sampled_from(["text", "text", "text", *KINDS]))
        columns[heading] = KINDS[kind]([row[place] for row in rows])
    made = parquet(columns, use_dictionary=shared, row_group_size=group)
    same(made, questionnaire, 1)
