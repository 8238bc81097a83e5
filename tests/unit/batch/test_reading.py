"""A table as it is understood: people, what is carried along, and what is nobody."""

from collections.abc import Iterator, Sequence

import pytest

from mlroles.batch import reading as module
from mlroles.batch.reading import Reading, explained
from mlroles.batch.rows import Cell, Fact, Fits, Row, Table
from mlroles.quiz.models import Questionnaire
from tests.kitchen import Json, questionnaire
from tests.unit.batch.test_header import EARLIER

COLUMNS = ("id", "heat", "tools", "course")


def read(
    whole: Questionnaire, *rows: Sequence[Cell], columns: tuple[str, ...] = COLUMNS
) -> Reading:
    """Return a table of these rows as it is understood."""
    numbered = [Row(number, each) for number, each in enumerate(rows, start=2)]
    return Reading(Table(columns, lambda _: iter(numbered), (Fact("format", "CSV"),)), whole)


def test_people(whole: Questionnaire) -> None:
    """A person is called by the column of ids, by the row's number where nothing stands there."""
    reading = read(whole, ("ann", "oven", "", "x"), ("", "flame", "", ("y", "z")))
    people = list(reading.people())
    assert [(each.line, each.name) for each in people] == [(2, "ann"), (3, "3")]
    assert [reading.carried(each.cells) for each in people] == [("x",), ("y; z",)]
    assert reading.given(whole.question("heat"), people[0].cells) == ("oven",)


def test_what_is_understood(whole_document: Json) -> None:
    """What each column is, what no column answers, and what is no question is told."""
    whole = questionnaire({**whole_document, "earlier": EARLIER})
    columns = ("When", "heat", "Which data?", "tools/pan", "tools/tray", "")
    found = read(whole, columns=columns).understood
    assert [(each.question, each.columns) for each in found.questions] == [
        ("heat", ("heat",)),
        ("tools", ("tools/pan", "tools/tray")),
    ]
    assert found.missing == ("hours", "bread", "gear", "shift")
    assert (found.passed_over, found.name, found.carried) == (("Which data?",), None, ("When",))
    assert found.facts == (Fact("format", "CSV"),)


@pytest.mark.parametrize(
    ("row", "nobody"),
    [
        (("Total", "12", "3.5", "7"), True),
        (("Summe", "", "1,200", "x"), True),
        (("", "", "", "Total"), True),
        (("id", "heat", "tools", "course"), True),
        (("ID", "How hot?", "Which tools?", "Course"), True),
        (("", "Response", "Open-Ended Response", ""), True),
        (("", '{"ImportId":"QID1"}', '{"ImportId":"QID2"}', ""), True),
        (("Łącznie", "12", "", "7"), True),
        (("Total", "oven", "3", "7"), False),
        (("Totally", "", "", ""), False),
        (("ann", "12", "", ""), False),
        (("ann", "heat", "", ""), False),
        ((("Total",), "", "", ""), False),
        (("Total", ("1",), "", ""), False),
        (("", "", "", ""), False),
    ],
)
def test_rows_that_are_nobody(whole: Questionnaire, row: Sequence[Cell], *, nobody: bool) -> None:
    """A row of totals and the headings once more are nobody, and are named; a person is not."""
    reading = read(whole, ("ann", "oven", "", ""), row)
    assert len(list(reading.people())) == 2 - nobody
    assert reading.left_out == ([3] if nobody else [])


def test_a_broken_row_is_somebody(whole: Questionnaire) -> None:
    """A row that could not be read is a person whose row is wrong."""
    rows = [Row(2, ("Total",), "too few")]
    reading = Reading(Table(COLUMNS, lambda _: iter(rows)), whole)
    assert [each.problem for each in reading.people()] == ["too few"]


def test_what_is_explained(whole: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> None:
    """People, rows that cannot be read and lines left out are counted."""
    monkeypatch.setattr(module, "MOST_LEFT_OUT", 1)
    rows = [Row(2, ("a", "oven", "", "")), Row(3, (), "x"), Row(4, COLUMNS), Row(5, COLUMNS)]
    found = explained(Reading(Table(COLUMNS, lambda _: iter(rows)), whole))
    assert (found.people, found.broken, found.left_out) == (2, 1, (4,))


def test_a_break_in_an_answer(whole: Questionnaire) -> None:
    """A record may run over lines where its answers are right then; a note may always."""

    def fits(cells: Sequence[Cell]) -> bool:
        found: list[bool] = []

        def rows(fits: Fits) -> Iterator[Row]:
            found.append(fits(cells))
            return iter(())

        list(Reading(Table(COLUMNS, rows), whole).people())
        return found[0]

    assert fits(("a", "oven", "pan\ntray", "x"))
    assert fits(("a\nb", "oven", "nonsense", "x\ny"))
    assert not fits(("a", "oven\n2", "", ""))


def test_earlier_editions(whole_document: Json) -> None:
    """Answers of earlier editions count where a question of today takes them."""
    whole = questionnaire({**whole_document, "earlier": EARLIER})
    columns = ("id", "How warm?", "data")
    reading = read(whole, ("a", "I love ovens", "big"), ("b", "Ice", ""), columns=columns)
    heat = whole.question("heat")
    assert [reading.given(heat, each.cells) for each in reading.people()] == [("oven",), ()]


def test_a_question_that_was_two(whole_document: Json) -> None:
    """Two questions of an earlier edition are one of today; "none of these" of one gives way."""
    answers: list[Json] = [{"id": each, "texts": []} for each in ("knife", "rack", "nothing")]
    whole_document["earlier"] = [
        {"id": name, "now": "gear", "texts": [], "answers": answers} for name in ("cold", "warm")
    ]
    whole = questionnaire(whole_document)
    rows = [("knife", "nothing"), ("nothing", "nothing"), ("rack", "knife"), ("", "rack")]
    reading = read(whole, *rows, columns=("cold", "warm"))
    gear = whole.question("gear")
    assert [reading.given(gear, each.cells) for each in reading.people()] == [
        ("knife",),
        ("nothing",),
        ("knife", "rack"),
        ("rack",),
    ]
