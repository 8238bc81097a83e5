"""What the columns of a table are."""

import pytest

from mlroles.batch.header import Column, Header, column_of, understand
from mlroles.batch.reading import known_headings
from mlroles.errors import SheetError
from mlroles.quiz.editions import Asked, by_name, editions
from mlroles.quiz.models import Questionnaire
from tests.kitchen import Json, questionnaire

EARLIER = [
    {"id": "warmth", "now": "heat", "texts": ["How warm?"],
     "answers": [{"id": "oven", "texts": ["I love ovens"]}, {"id": "ice", "texts": ["Ice"]}]},
    {"id": "data", "now": None, "texts": ["Which data?"], "answers": [{"id": "big", "texts": []}]},
]  # fmt: skip


def header(whole: Questionnaire, *columns: str) -> Header:
    """Return what these columns are."""
    return understand(columns, editions(whole))


def found(whole: Questionnaire, *columns: str) -> list[tuple[int, str, str | None]]:
    """Return the columns that answer a question, with it and the single answer."""
    return [(n, asked.id, option) for n, asked, option in header(whole, *columns).answers]


@pytest.mark.parametrize(
    "heading",
    [
        "heat",
        "Heat",
        " HEAT ",
        "How hot?",
        "how hot",
        "1. How hot?",
        "How  hot",
        "ＨＥＡＴ",
        "Q3: How hot?",
        "Question 3 - How hot?",
        "Frage 3: How hot?",
        "G01Q03. How hot?",
        "How hot? (required)",
        "How hot? *",
        "How hot? - Selected Choice",
        "(heat) How hot?",
        "heat: How hot?",
        "group_ab1/heat",
        "a/b/heat",
    ],
)
def test_a_question(whole: Questionnaire, heading: str) -> None:
    """A column is headed by a question's id or text, in any case, spacing or number before it."""
    assert found(whole, "id", heading) == [(1, "heat", None)]


@pytest.mark.parametrize(
    "heading",
    ["tools [pan]", "tools/pan", "tools_pan", "Tools: I like pan", "Which tools? [I like pan]",
     "Which tools? (choice=I like pan)",
     "3. Which tools? - pan", "Which tools? - Selected Choice - I like pan",
     "G01Q02[SQ001]. Which tools? [I like pan]", "group_ab1/tools/pan", "ToolsPan"],
)  # fmt: skip
def test_a_column_for_an_answer(whole: Questionnaire, heading: str) -> None:
    """A column for a single answer is headed by both, whatever stands between them."""
    assert found(whole, heading) == [(0, "tools", "pan")]


@pytest.mark.parametrize(
    ("text", "heading", "known"),
    [
        ("Which of these would you bake first?", "Which of these would you bake", True),
        ("Which of these would you bake first?", "Which of these", False),
        ("Which of these would you bake first?", "Which of these would they bake first", False),
    ],
)
def test_a_text_that_was_cut(text: str, heading: str, known: bool) -> None:
    """A heading that is a long beginning of one question's text is that question."""
    asked = Asked(("heat", text), (("oven", ("oven",)),), None)
    other = Asked(("tools", "Which of these tools do you like?"), (), None)
    names = by_name([asked, other])
    assert column_of(0, heading, names) == (Column(0, asked) if known else None)


def test_a_beginning_of_two_texts() -> None:
    """A heading with which two questions begin is neither."""
    texts = ("What would you rather bake on Monday?", "What would you rather bake on Sunday?")
    names = by_name([Asked((str(n), text), (), None) for n, text in enumerate(texts)])
    assert column_of(0, "What would you rather bake on", names) is None


def test_a_question_and_what_is_no_answer(whole: Questionnaire) -> None:
    """A column headed by a question and something else is any other column."""
    assert header(whole, "heat", "tools that you lack").carried == (1,)


def test_a_cell_and_a_column_for_each_answer(whole: Questionnaire) -> None:
    """Where one column holds all the answers, those for each answer say nothing more."""
    assert found(whole, "tools", "tools/pan", "tools/tray") == [(0, "tools", None)]
    assert header(whole, "tools", "tools/pan").carried == ()


def test_the_other_columns(whole: Questionnaire) -> None:
    """The first called id names the person; all others are carried along, but for empty ones."""
    read = header(whole, "Timestamp", "ID", "heat", "course", "", "Id", " ", "x" * 5000)
    assert (read.name, read.carried) == (1, (0, 3, 5, 7))
    assert header(whole, "heat").name is None


def test_a_column_by_its_name(whole: Questionnaire) -> None:
    """A column is found by its heading, in any case; another is told with the nearest."""
    read = header(whole, "heat", "Course", "course ", "日")
    assert [read.place(each) for each in ("course ", "COURSE", "日")] == [2, 1, 3]
    for name, hint in (("coarse", "Did you mean Course?"), ("!", "--explain names the columns")):
        with pytest.raises(SheetError, match="There is no column") as caught:
            read.place(name)
        assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (("id", "heat", "How hot?"), "The header is wrong: “How hot?” stands there twice."),
        (("tools [pan]", "tools/pan"), "The header is wrong: “tools/pan” stands there twice."),
        (("heat", "toolz"),
         "The header is wrong: the column “toolz” is unknown, “tools” is missing."),
        (("a", "b"), "No column is a question of this questionnaire; the header says “a”, “b”."),
        (("id",), "No column is a question of this questionnaire; the header says “id”."),
        ((), "No column is a question of this questionnaire; the header says nothing."),
    ],
)  # fmt: skip
def test_a_wrong_header(whole: Questionnaire, columns: tuple[str, ...], said: str) -> None:
    """A header that answers nothing, or one question twice, is refused with what to do."""
    with pytest.raises(SheetError) as caught:
        header(whole, *columns)
    assert caught.value.message == said
    assert caught.value.hint


def test_many_slips_are_told_in_part(whole: Questionnaire) -> None:
    """Of many slips a few are told."""
    columns = ["hours", *(f"heat{letter}" for letter in "abcdef")]
    with pytest.raises(SheetError) as caught:
        header(whole, *columns)
    assert caught.value.message.endswith("“heat” is missing; and more.")


def test_earlier_editions(whole_document: Json) -> None:
    """Questions of earlier editions are known, and are no slip for a column of another name."""
    whole = questionnaire({**whole_document, "earlier": EARLIER})
    read = header(whole, "How warm?", "Which data?", "date")
    assert [(each.asked.id, each.option) for each in read.answers] == [
        ("warmth", None),
        ("data", None),
    ]
    assert [each.place for each in read.of("heat")] == [0]
    assert read.carried == (2,)
    assert known_headings(whole)(["id", "warmth", "data", "tools/pan", "date"]) == 3


@pytest.mark.parametrize(
    ("columns", "hint"),
    [
        (["id", "Q1", "Q2_3"], "headed by codes: export the table with the texts"),
        (["id", "q1[SQ002]"], "headed by codes: export the table with the texts"),
        (["Question", "Ann", "Bob"], "turn the table round"),
        (["Who", "Question", "Answer"], "turn the table round"),
        (["id", "heat", "How hot?"], "Delete one of the two columns"),
    ],
)
def test_what_to_do(whole: Questionnaire, columns: list[str], hint: str) -> None:
    """A table of a kind that people have is refused with what to do about it."""
    with pytest.raises(SheetError) as refused:
        header(whole, *columns)
    assert hint in (refused.value.hint or "")
