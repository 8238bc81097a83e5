"""What holds for every table of answer sheets."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.results import write_table
from mlroles.batch.rows import TableFormat
from mlroles.batch.scorer import Scored, Scorer, template_columns, template_rows
from mlroles.batch.table import read_table
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import NONE, judge
from tests.property.test_quiz import Given, catalogue_of, questionnaires, sets_of_answers

TEXT_FORMATS = st.sampled_from([TableFormat.CSV, TableFormat.JSONL])
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


def sheets(
    questionnaire: Questionnaire, rows: list[tuple[str, Given]], format_: TableFormat
) -> bytes:
    """Return people's answers as a table."""
    stream = io.BytesIO()
    asked = [question.id for question in questionnaire.questions]
    write_table(
        stream,
        format_,
        template_columns(questionnaire, ()),
        [(name, *(";".join(given.get(each, ())) for each in asked)) for name, given in rows],
    )
    return stream.getvalue()


def scored(questionnaire: Questionnaire, data: bytes, format_: TableFormat) -> list[Scored]:
    """Return the results of a table."""
    ids = [question.id for question in questionnaire.questions]
    known = known_headings(questionnaire)
    table = read_table(io.BytesIO(data), format_, known, ids, name="")
    return list(Scorer(questionnaire, ()).score(Reading(table, questionnaire)))


@given(sets_of_answers(), TEXT_FORMATS, NAMES)
def test_a_row_says_what_the_quiz_says(
    drawn: tuple[tuple[str, ...], Questionnaire, Given], format_: TableFormat, name: str
) -> None:
    """Of the same answers, a row and the quiz have the same shares, words and verdict."""
    roles, questionnaire, answers = drawn
    name = f"x{name}x"  # a CSV line of an empty name and no answer is nobody
    (found,) = scored(questionnaire, sheets(questionnaire, [(name, answers)], format_), format_)
    result = judge(questionnaire, catalogue_of(roles), answers)
    assert (found.name, found.problem) == (name, "")
    none = (NONE,) if result.none else ()
    assert found.named == (result.leaders or (none if result.beside is None else (result.beside,)))
    assert (found.answered, found.agree) == (result.answered, result.agree)
    for ours, theirs in zip(found.halves, result.halves, strict=True):
        assert (ours.answered, ours.leaders, ours.lean) == (
            theirs.answered,
            theirs.leaders,
            theirs.lean,
        )
        assert (ours.beside or None, ours.none) == (theirs.beside, theirs.none)
        for mine, told in ((ours.shares, theirs.shares), (ours.wide, theirs.wide)):
            assert mine == pytest.approx(tuple((told or {}).values()), abs=1e-9)


BAD_LINES = (
    st.binary(max_size=40)
    | st.text('",;a\0\x1b', max_size=10).map(str.encode)
    | st.sampled_from([b'1,"', b'"', b"1,2,3,4,5,6,7,8,9", b"\xff\xfe", b"{", b"[[", b"{}"])
)


@given(sets_of_answers(), TEXT_FORMATS, BAD_LINES)
def test_a_bad_line_changes_no_other(
    drawn: tuple[tuple[str, ...], Questionnaire, Given], format_: TableFormat, bad: bytes
) -> None:
    """Whatever stands on a line, the lines before and after it are scored as without it."""
    _, questionnaire, answers = drawn
    data = sheets(questionnaire, [("first", answers), ("last", answers)], format_)
    expected = scored(questionnaire, data, format_)
    *before, last = data.splitlines(keepends=True)
    found = scored(questionnaire, b"".join([*before, bad, b"\n", last]), format_)
    assert found[0] == expected[0]
    assert found[-1]._replace(line=0) == expected[-1]._replace(line=0)


@given(questionnaires(), TEXT_FORMATS)
def test_the_template_can_be_read(
    drawn: tuple[tuple[str, ...], Questionnaire], format_: TableFormat
) -> None:
    """Every row of the template is a right sheet, in each format."""
    _, questionnaire = drawn
    stream = io.BytesIO()
    columns = template_columns(questionnaire, ())
    write_table(stream, format_, columns, template_rows(questionnaire, ()))
    found = scored(questionnaire, stream.getvalue(), format_)
    assert len(found) == max(len(question.answers) for question in questionnaire.questions)
    assert not any(each.problem for each in found)
    assert all(each.answered for each in found)
