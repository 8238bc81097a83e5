"""Documents as Markdown."""

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
from mlroles.render.markdown import code, escape, to_markdown


def markdown(*blocks: Block) -> str:
    """Return ``blocks`` as Markdown."""
    return to_markdown(Document(blocks))


def test_headings_and_paragraphs() -> None:
    """Headings carry their level, and strong text is strong."""
    assert markdown(Heading("One"), Heading("Two", 2), Paragraph(Phrase("Text.", strong=True))) == (
        "# One\n\n## Two\n\n**Text.**\n"
    )


def test_table() -> None:
    """A table is a pipe table: dots before, marks after, several items on several lines."""
    table = Table(
        ("", Phrase("Data Scientist", role=0), "A|B"),
        (
            (Phrase("Mathematics", disputed=True), Phrase("good", gauge=(2, 3)), ""),
            Group("Work"),
            (
                "Deliverable",
                ("a report", "a chart"),
                Phrase("a system", notes=(1, 12), contradicted=True),
            ),
        ),
    )
    assert markdown(table) == (
        """\
|  | Data Scientist | A\\|B |
| --- | --- | --- |
| Mathematics ≠ | ●●○ good |  |
| **Work** |  |  |
| Deliverable | a report<br>a chart | a system ✗ <sup>1, 12</sup> |
"""
    )


def test_lists() -> None:
    """Fields and items are two lists, also when one follows the other."""
    fields = Fields(((Phrase("Pay", strong=True), "much"), ("", "no label"), ("No value", "")))
    items = Items(("for it", "against it", "neither"), ("+", "−"))
    assert markdown(fields, items) == (
        """\
* **Pay:** much
* no label
* **No value:**

- \\+ for it
- − against it
- neither
"""
    )


def test_bars() -> None:
    """Bars are a table with the bar drawn to scale and the percentage."""
    assert markdown(Bars((Bar("ML Engineer", 0.75), Bar("Data Scientist", 0.25)))) == (
        """\
|  |  |  |
| --- | --- | --: |
| ML Engineer | ███████████████░░░░░ | 75 % |
| Data Scientist | █████░░░░░░░░░░░░░░░ | 25 % |
"""
    )


def test_footnotes_and_next() -> None:
    """Footnotes are lines of one paragraph, commands are code."""
    notes = Footnotes(
        (Footnote(1, "Klushin, Qwak 2022", "qwak"), Footnote(2, "A, DEV", "dev")),
        (Sign("≠", "the sources disagree"), Sign("80 %", "of *all*")),
    )
    assert markdown(notes, Next((command("list"), command("quiz")))) == (
        """\
<sup>1</sup> Klushin, Qwak 2022<br>
<sup>2</sup> A, DEV<br>
≠ the sources disagree<br>
80 % of \\*all\\*

Next:

- `mlroles list`
- `mlroles quiz`
"""
    )


def test_empty_blocks_leave_no_gap() -> None:
    """A block in which nothing stands takes no line."""
    empty: tuple[Block, ...] = (Items(()), Bars(()), Footnotes(()), Next(()))
    assert markdown(Heading("A"), *empty, Paragraph("b")) == "# A\n\nb\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ `d` ~e~ $f$", r"a \*b\* \_c\_ \`d\` \~e\~ \$f\$"),
        ("<script>", r"\<script\>"),
        ("[a](b) ![c](d)", r"\[a\](b) !\[c\](d)"),
        ("a \\ b", r"a \\ b"),
        ("R&D &copy; &#35;", r"R&D \&copy; \&\#35;"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("1.5 a", "1.5 a"),
        ("    code", "code"),
        ("a\n\n# b", r"a  \# b"),
        ("[bold]x\x1b[1m", r"\[bold\]x"),
    ],
)
def test_escaping(text: str, escaped: str) -> None:
    """Markdown and HTML in a text are shown, not obeyed."""
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "span"),
    [("mlroles list", "`mlroles list`"), ("a `b` ``c``", "``` a `b` ``c`` ```")],
)
def test_code(text: str, span: str) -> None:
    """A command is fenced by more backticks than it holds."""
    assert code(text) == span


def test_unknown_block() -> None:
    """What is no block is an error rather than left out."""
    unknown: Any = Phrase("no block")
    with pytest.raises(AssertionError):
        markdown(unknown)


def test_ranges() -> None:
    """Ranges are a table of their percentiles, with counts beside."""
    block = Ranges(
        (
            Group("Senior"),
            Range("Data Scientist", (103, 125, 158, 192, 1226), "9 adverts"),
        )
    )
    assert markdown(block) == (
        """\
|  | 10 % | 25 % | median | 75 % | 90 % |  |
| --- | --: | --: | --: | --: | --: | --- |
| **Senior** |  |  |  |  |  |  |
| Data Scientist | 103 | 125 | 158 | 192 | 1,226 | 9 adverts |
"""
    )
    assert markdown(Ranges(())) == "\n"
