"""Whatever a document holds: nothing is lost, nothing is too wide, nothing gets through."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len
from rich.console import Console

from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Footnote,
    Footnotes,
    Group,
    Heading,
    Interval,
    Intervals,
    Items,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Sign,
    Table,
    Text,
)
from mlroles.render.markdown import to_markdown
from mlroles.render.plain import to_plain
from mlroles.render.terminal import render
from mlroles.text import clean, encodable, percentages

# Documents -----------------------------------------------------------------------------------

hostile = st.sampled_from(
    [
        "[bold]", "[/]", "\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\x1b", "\x00", "\r\n", "\t",
        "\u2028", "\u202e", "\u2066", "\ud800", "\udfff", "\u200b", "\ufe0f", "\u200d", "👩‍💻", "é",
        "データ", "●", "¹", "≠", "—", "\u00a0", "|", "*", "_", "`", "<b>", "&amp;", "#", "-", "1.",
        "\\", "$", "x" * 40, "y" * 120, "界" * 15,
    ]
)  # fmt: skip
word = st.one_of(
    st.from_regex(r"[a-zA-Z]{1,12}", fullmatch=True),
    hostile,
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=6),
    st.lists(hostile, min_size=1, max_size=3).map("".join),
)
sentence = st.lists(word, max_size=8).map(" ".join)
gauge = st.integers(1, 5).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
notes = st.lists(st.integers(1, 120), max_size=3).map(tuple)
phrase = st.builds(
    Phrase,
    sentence,
    st.none() | st.integers(0, 20),
    st.booleans(),
    st.booleans(),
    st.none() | gauge,
    notes,
    st.booleans(),
    st.booleans(),
)
text = st.one_of(sentence, phrase)
cell = st.one_of(text, st.lists(text, max_size=3).map(tuple))


def tuples_of(strategy: st.SearchStrategy[object], size: int = 4) -> st.SearchStrategy[object]:
    """Return a strategy for short tuples."""
    return st.lists(strategy, max_size=size).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table of up to six columns, with groups."""
    columns = draw(st.integers(1, 6))
    row = st.tuples(*[cell] * columns)
    rows = draw(st.lists(st.one_of(row, row, st.builds(Group, text)), max_size=4))
    return Table(draw(st.tuples(*[text] * columns)), tuple(rows))


numbers = st.floats(-1e6, 1e7)
percentiles = st.lists(numbers, min_size=5, max_size=5).map(sorted).map(tuple)
ranges = st.builds(Range, text, percentiles, text)
block = st.one_of(
    st.builds(Heading, text, st.integers(1, 3)),
    st.builds(Paragraph, text),
    st.builds(Fields, tuples_of(st.tuples(text, cell))),
    tables(),
    st.builds(Bars, tuples_of(st.builds(Bar, text, st.floats(0, 1)))),
    st.builds(Ranges, tuples_of(st.one_of(ranges, ranges, st.builds(Group, text)))),
    st.builds(Intervals, tuples_of(st.builds(Interval, text, *[st.floats(0, 1)] * 3, text))),
    st.builds(Items, tuples_of(cell), tuples_of(st.sampled_from("+−"))),
    st.builds(
        Footnotes,
        tuples_of(st.builds(Footnote, st.integers(1, 120), sentence, st.just("a"))),
        tuples_of(st.builds(Sign, st.sampled_from(["≠", "✗", "●○○", "80 %"]), sentence)),
    ),
    st.builds(Next, tuples_of(st.builds(Command, tuples_of(sentence)))),
)
documents = st.builds(Document, tuples_of(block))
widths = st.integers(20, 300)
encodings = st.sampled_from(["utf-8", "ascii", "latin-1", "cp437"])


def texts(block: Block) -> Iterator[Text]:
    """Yield every text of a block that has to be found in the output."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Fields():
            yield from labelled(block.items)
        case Table():
            yield from chain.from_iterable(
                (row.text,)
                if isinstance(row, Group)
                else labelled(zip(block.headers, row, strict=True))
                for row in block.rows
            )
        case Bars():
            yield from (bar.label for bar in block.items)
        case Ranges():
            yield from chain.from_iterable(
                (item.text,) if isinstance(item, Group) else (item.label, item.note)
                for item in block.items
            )
        case Intervals():
            yield from chain.from_iterable((item.label, item.note) for item in block.items)
        case Items():
            yield from chain.from_iterable(map(items, block.items))
        case Footnotes():
            yield from (
                *(each.meaning for each in block.legend),
                *(each.text for each in block.items),
            )
        case Next():
            yield from map(str, block.commands)


def labelled(pairs: Iterable[tuple[Text, Cell]]) -> Iterator[Text]:
    """Yield the labels under which something stands, and that."""
    for label, value in pairs:
        if any(map(words, items(value))):
            yield from (label, *items(value))


def items(cell: Cell) -> tuple[Text, ...]:
    """Return the items of a cell."""
    return cell if isinstance(cell, tuple) else (cell,)


def words(text: Text) -> list[str]:
    """Return the words of a text as they may be shown."""
    return clean(text if isinstance(text, str) else text.text).split()


# Outputs -------------------------------------------------------------------------------------


def terminal(
    document: Document, width: int = 80, encoding: str = "utf-8", *, colour: bool = False
) -> str:
    """Return what a terminal of this kind is sent for a document."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    system = "256" if colour else None
    console = Console(file=stream, width=width, force_terminal=colour, color_system=system)  # type: ignore[arg-type]
    render(document, console)
    stream.seek(0)
    return stream.read()


def shown_by_markdown(document: Document) -> str:
    """Return the text that a reader of the document's Markdown sees."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return " ".join(map(seen, parser.parse(to_markdown(document))))


def seen(token: Token) -> str:
    """Return the text of a token; a tag of our own ends a word."""
    if token.children is not None:
        return "".join(map(seen, token.children))
    return " " if token.type == "html_inline" else token.content


@settings(max_examples=150, deadline=None)
@given(documents, widths, encodings)
def test_every_word_is_on_the_terminal(document: Document, width: int, encoding: str) -> None:
    """Every word is on the terminal, whole unless the line is too short; no line is too wide."""
    output = terminal(document, width, encoding)
    assert all(cell_len(line) <= width for line in output.split("\n"))
    unfolded = "".join(output.split())
    for said in (said for block in document.blocks for said in texts(block)):
        for one in words(said):
            written = encodable(one, encoding)
            assert written in (output if cell_len(written) <= width - 10 else unfolded)


@settings(max_examples=100, deadline=None)
@given(documents)
def test_every_word_is_in_the_other_formats(document: Document) -> None:
    """Every word is in the plain text and, for a reader of Markdown, in the Markdown."""
    plain, markdown = to_plain(document), shown_by_markdown(document)
    for said in (said for block in document.blocks for said in texts(block)):
        for one in words(said):
            assert one in plain
            assert one in markdown


@pytest.mark.parametrize("write", [terminal, to_plain, to_markdown])
@settings(max_examples=60, deadline=None)
@given(documents)
def test_no_control_gets_through(write: Callable[[Document], str], document: Document) -> None:
    """No format holds a control, a bidirectional control or a lone surrogate."""
    output = write(document)
    assert output.strip() == "" or re.search(r"[^\n]\n\Z", output)
    assert output.count("\n") == len(output.splitlines())
    allowed = {"\n", "\u200c", "\u200d"}
    left = {sign for sign in output if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left <= allowed


@settings(max_examples=60, deadline=None)
@given(documents, widths)
def test_colour_adds_nothing_but_colour(document: Document, width: int) -> None:
    """Colour adds sequences of colour and weight, and nothing else."""
    coloured = terminal(document, width, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == terminal(document, width)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.characters(exclude_categories=()) | hostile).map("".join))
def test_cleaning_once_is_enough(text: str) -> None:
    """Cleaning what is clean changes nothing."""
    assert clean(clean(text)) == clean(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(0.001, 1000), min_size=1, max_size=12))
def test_percentages_sum_to_100(weights: list[float]) -> None:
    """The percentages of one whole sum to 100, and each is its share rounded up or down."""
    shares = [weight / sum(weights) for weight in weights]
    rounded = percentages(shares)
    assert sum(rounded) == 100
    assert all(
        abs(percent - 100 * share) < 1 for percent, share in zip(rounded, shares, strict=True)
    )


@pytest.mark.parametrize("width", [20, 60, 80, 300])
def test_large_documents(width: int) -> None:
    """Ten thousand rows and a word of a hundred thousand characters are written whole."""
    rows = tuple((f"row{number}", "some text", ("a", "b")) for number in range(10_000))
    output = terminal(Document((Table(("", "A", "B"), rows), Paragraph("x" * 100_000))), width)
    assert output.count("row") == 10_000
    assert output.count("x") == 100_000 + 10_000
