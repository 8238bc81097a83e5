"""What was made of a table, in sentences and as a screen."""

from dataclasses import replace

from mlroles.batch.reading import Explained, QuestionColumns, Understood
from mlroles.batch.rows import Fact
from mlroles.render.document import Fields, Table
from mlroles.views.reading import sentences, view
from tests.unit.views.blocks import one_of, words

PLAIN = Understood(
    (Fact("format", "CSV"),), (QuestionColumns("heat", ("Heat",)),), (), (), "id", ()
)
FULL = replace(
    PLAIN,
    missing=tuple("abcdefgh"),
    passed_over=("old",),
    name=None,
    carried=("Time", "course"),
)


def test_sentences() -> None:
    """What there is to say is said in a sentence each, long lists in part."""
    assert list(sentences(PLAIN)) == ["Read as CSV. Columns for 1 of 1 question."]
    assert list(sentences(FULL)) == [
        "Read as CSV. Columns for 1 of 9 questions.",
        "No column answers: a, b, c, d, e, f and 2 more.",
        "Asked in an earlier edition, and not counted: “old”.",
        "Carried along: “Time” and “course”.",
        "No column is called id, so a row's number stands for the person.",
    ]


def facts(found: Explained) -> dict[str, str]:
    """Return the facts at the head of the screen."""
    return {words(name): words(said) for name, said in one_of(view(found), Fields).items}


def test_the_screen() -> None:
    """The screen holds the facts that there are, and a row for each question."""
    assert facts(Explained(PLAIN, 3, 0, ())) == {
        "Format": "CSV",
        "People": "3",
        "Named by": "“id”",
    }
    assert facts(Explained(FULL, 1_200, 2, (7, 9))) == {
        "Format": "CSV",
        "People": "1,200, 2 not readable",
        "Named by": "the number of the row",
        "Left out": "line 7 and 9: a total or a heading, not a person",
        "Carried along": "“Time” and “course”",
        "Earlier edition": "“old”: not counted",
    }
    rows = one_of(view(Explained(FULL, 1, 0, ())), Table).rows
    assert [tuple(map(words, row)) for row in rows if isinstance(row, tuple)][:2] == [
        ("heat", "“Heat”"),
        ("a", "no column"),
    ]
