"""Documents as linear text."""

from typing import Any

import pytest

from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Document,
    Fields,
    Footnote,
    Footnotes,
    Group,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Sign,
    Table,
    command,
)
from mlroles.render.plain import to_plain


def plain(*blocks: Block) -> str:
    """Return ``blocks`` as plain text."""
    return to_plain(Document(blocks))


def test_headings_and_paragraphs() -> None:
    """Headings and paragraphs stand on lines of their own with blank lines between."""
    assert plain(Heading("One"), Paragraph("Text."), Heading("Two", 2), Paragraph("More.")) == (
        "One\n\nText.\n\nTwo\n\nMore.\n"
    )


def test_table() -> None:
    """A table is read row by row, every cell after the name of its column."""
    table = Table(
        ("", Phrase("Data Scientist", role=0), "ML Engineer"),
        (
            (Phrase("Mathematics", disputed=True), Phrase("good", gauge=(2, 3)), "moderate"),
            Group("Work"),
            (
                "Deliverable",
                ("a report", "a chart"),
                Phrase("a system", notes=(1, 12), contradicted=True),
            ),
            ("Pay", "", Phrase("", gauge=(0, 3))),
        ),
    )
    assert plain(table) == (
        """\
Mathematics (sources disagree)
Data Scientist: good (level 2 of 3)
ML Engineer: moderate

Work

Deliverable
Data Scientist:
- a report
- a chart
ML Engineer: a system (figures contradict it) [1] [12]

Pay
ML Engineer: level 0 of 3
"""
    )


def test_table_whose_labels_have_a_header() -> None:
    """Where the first column has a header, it is said with the label."""
    assert plain(Table(("Skill", "Level"), (("Python", "good"),))) == (
        "Skill: Python\nLevel: good\n"
    )


def test_empty_rows_leave_no_gap() -> None:
    """Rows and groups in which nothing stands take no line."""
    assert plain(Table(("", ""), (("a", "b"), ("", ""), Group(""), ("c", "")))) == "a\nb\n\nc\n"


def test_fields() -> None:
    """A field is its label, a colon and its value; several values stand below, one a line."""
    fields = Fields((("Pay", "much"), ("Names", ("MLE", "MLOps")), ("Nothing", ""), ("", "(a)")))
    assert plain(fields) == "Pay: much\nNames:\n- MLE\n- MLOps\n(a)\n"


def test_several_values_without_label() -> None:
    """Several values without a label are a list."""
    assert plain(Fields((("", ("a", "b")),))) == "- a\n- b\n"


def test_bars() -> None:
    """A bar is a number in words."""
    bars = Bars((Bar("ML Engineer", 0.584), Bar("Data Scientist", 0.416)))
    assert plain(bars) == "ML Engineer: 58 percent\nData Scientist: 42 percent\n"


def test_items() -> None:
    """Signs are read as words, other items have a hyphen."""
    items = Items(("you like it", "you do not", "odd", ("two", "lines"), ""), ("+", "−", "?"))
    assert plain(items) == "for: you like it\nagainst: you do not\n? odd\n- two\n  lines\n- \n"


def test_footnotes_and_next() -> None:
    """Footnotes, signs and commands stand one on a line; a sign that is read out has no drawing."""
    notes = Footnotes(
        (Footnote(1, "Klushin, Qwak 2022", "qwak"), Footnote(2, "A, DEV", "dev")),
        (
            Sign("●○○", "the level"),
            Sign("80 %:", "of the people"),
            Sign("≠", "the sources disagree: see x"),
            Sign("✗", "figures contradict it"),
        ),
    )
    assert plain(notes, Next((command("list"), command("quiz")))) == (
        """\
[1] Klushin, Qwak 2022
[2] A, DEV
Level: the level
80 %: of the people
the sources disagree: see x
figures contradict it

Next: mlroles list
Next: mlroles quiz
"""
    )


def test_empty_blocks_leave_no_gap() -> None:
    """A block in which nothing stands takes no line."""
    assert plain(Heading("A"), Items(()), Footnotes(()), Next(()), Paragraph("b")) == "A\n\nb\n"


def test_control_sequences() -> None:
    """Text that would drive a terminal is text."""
    assert plain(Paragraph("\x1b[31mred\nline\u202e")) == "red line\n"


def test_unknown_block() -> None:
    """What is no block is an error rather than left out."""
    unknown: Any = Phrase("no block")
    with pytest.raises(AssertionError):
        plain(unknown)


def test_ranges() -> None:
    """A range is its percentiles in words, then its counts."""
    block = Ranges(
        (
            Group("Senior"),
            Range("Data Scientist", (103, 125, 158, 192, 1226), "9 adverts"),
            Range("ML Engineer", (1, 2, 3, 4, 5)),
            Group(""),
        )
    )
    assert plain(block) == (
        """\
Senior
Data Scientist: median 158, half from 125 to 192, four in five from 103 to 1,226; 9 adverts
ML Engineer: median 3, half from 2 to 4, four in five from 1 to 5
"""
    )
