"""Documents on a terminal."""

import io
import itertools
import math
from typing import Any

import pytest
from rich.color import Color
from rich.console import Console

from mlroles.palette import MUTED, PALETTE, Colour
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
from mlroles.render.terminal import render
from tests.contrast import contrast


def shown(*blocks: Block, width: int = 80, encoding: str = "utf-8", colour: bool = False) -> str:
    """Return what a terminal of this kind is sent for ``blocks``."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="256" if colour else None,
        no_color=not colour,
    )
    render(Document(blocks), console)
    stream.seek(0)
    return stream.read()


COMPARISON = Table(
    (
        "",
        Phrase("Data Scientist", role=0),
        Phrase("ML Engineer", role=1),
        Phrase("ML Researcher", role=2),
    ),
    (
        (
            "Focus",
            "business problems, known algorithms",
            Phrase("models put into production, at scale", notes=(2,)),
            Phrase("methods that do not exist yet", notes=(2,)),
        ),
        ("Deliverable", ("a report", "a dashboard that people use"), "", Phrase("a paper")),
        Group("Levels"),
        (
            Phrase("Mathematics", disputed=True),
            Phrase("good", gauge=(2, 3)),
            Phrase("moderate", gauge=(1, 3)),
            Phrase("expert", gauge=(3, 3), notes=(1, 12)),
        ),
        ("Deployment", Phrase("basic", gauge=(1, 3)), Phrase("", gauge=(0, 3)), ""),
    ),
)


def test_table_at_160_columns() -> None:
    """With room enough nothing wraps, and a table is no wider than it has to be."""
    assert shown(COMPARISON, width=160) == (
        """\
               Data Scientist                       ML Engineer                             ML Researcher
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Focus          business problems, known algorithms  models put into production, at scale ²  methods that do not exist yet ²
Deliverable    a report                                                                     a paper
               a dashboard that people use

Levels
Mathematics ≠  ●●○ good                             ●○○ moderate                            ●●● expert ¹ ¹²
Deployment     ●○○ basic                            ○○○
"""  # noqa: E501
    )


def test_table_at_80_columns() -> None:
    """Cells wrap between words, columns share the line, and the items of a cell stay apart."""
    assert shown(COMPARISON, width=80) == (
        """\
               Data Scientist        ML Engineer           ML Researcher
───────────────────────────────────────────────────────────────────────────────
Focus          business problems,    models put into       methods that do not
               known algorithms      production, at        exist yet ²
                                     scale ²
Deliverable    a report                                    a paper
               a dashboard that
                 people use

Levels
Mathematics ≠  ●●○ good              ●○○ moderate          ●●● expert ¹ ¹²
Deployment     ●○○ basic             ○○○
"""
    )


def test_table_at_40_columns() -> None:
    """A table that does not fit becomes records; an empty cell is not said."""
    assert shown(COMPARISON, width=40) == (
        """\
Focus
  Data Scientist: business problems,
    known algorithms
  ML Engineer: models put into
    production, at scale ²
  ML Researcher: methods that do not
    exist yet ²

Deliverable
  Data Scientist:
    a report
    a dashboard that people use
  ML Researcher: a paper

Levels

Mathematics ≠
  Data Scientist: ●●○ good
  ML Engineer: ●○○ moderate
  ML Researcher: ●●● expert ¹ ¹²

Deployment
  Data Scientist: ●○○ basic
  ML Engineer: ○○○
"""
    )


def test_narrow_table_that_fits() -> None:
    """A table that fits as it is stays a table, however narrow the terminal."""
    assert shown(Table(("Skill", "Level"), (("Python", "good"), ("C++", "none"))), width=20) == (
        "Skill   Level\n─────────────\nPython  good\nC++     none\n"
    )


def test_record_with_a_header_over_its_labels() -> None:
    """Where the first column has a header, a record begins with it."""
    table = Table(("Skill", "", "Note"), (("Python", ("a", "b"), "a long remark on it"),))
    assert shown(table, width=20) == ("Skill: Python\n  a\n  b\n  Note: a long\n    remark on it\n")


def test_table_without_headers() -> None:
    """Where no column has a header there is no rule."""
    assert shown(Table(("", ""), (Group("G"), ("a", "b")))) == "G\na  b\n"


@pytest.mark.parametrize("width", [20, 80])
def test_empty_rows_leave_no_gap(width: int) -> None:
    """Rows and groups in which nothing stands take no line."""
    long = "a word and another"
    table = Table(("", ""), (("", ""), ("a", long), Group(""), ("", ""), Group("")))
    expected = {20: "a\n  a word and another\n", 80: "a  a word and another\n"}
    assert shown(table, width=width) == expected[width]


def test_longest_word_decides() -> None:
    """No word is cut: a column that cannot hold its longest word makes the table records."""
    word = "x" * 50
    table = Table(("", "A", "B"), (("r", word, "short words that wrap"), ("s", "t", "u")))
    assert f"r  {word}  short words" in shown(table, width=80)
    assert f"  A: {word}\n" in shown(table, width=65)


def test_word_longer_than_the_line() -> None:
    """Only a word longer than the line is folded, and none of it is lost."""
    assert shown(Table(("", "A"), (("r", "abcdefghijklmnopqrstuvw, so"),)), width=20) == (
        "r\n  A:\n    abcdefghijklmnop\n    qrstuvw, so\n"
    )


def test_mark_that_does_not_fit() -> None:
    """A mark stays with its word, unless the word alone fills the line."""
    assert shown(Paragraph(Phrase("one two", notes=(1,))), width=6) == "one\ntwo ¹\n"
    assert shown(Paragraph(Phrase("x" * 20, notes=(1,))), width=20) == f"{'x' * 20}\n¹\n"


def test_wide_and_combining_characters() -> None:
    """Columns are aligned by the cells that characters fill, not by their number."""
    table = Table(("界", "x"), (("e\u0301", "1"), ("データ", "2")))
    assert shown(table) == "界      x\n─────────\ne\u0301       1\nデータ  2\n"


def test_fields() -> None:
    """Values stand in a column beside their labels, or after them where it is narrow."""
    fields = Fields((("Also called", ("MLE", "MLOps Engineer")), ("Pay", "much"), ("No", "")))
    assert shown(fields) == (
        "Also called  MLE\n             MLOps Engineer\nPay          much\nNo\n"
    )
    assert shown(fields, width=20) == "Also called:\n  MLE\n  MLOps Engineer\nPay: much\n"


def test_parts_stand_in_below_their_title() -> None:
    """What follows a title of level 2 stands in below it; footnotes and commands do not."""
    blocks = (
        Heading("You lean towards ML Engineer."),
        Heading("Why", 2),
        Items(("you want it", "you do not"), ("+", "−")),
        Items(("plain", ("one", "two"), "")),
        Footnotes(
            (Footnote(1, "Klushin", "qwak"), Footnote(2, "A, DEV", "dev")),
            (Sign("≠", "the sources disagree"), Sign("not named", "no source says")),
        ),
        Next((command("list"), command("quiz"))),
    )
    assert shown(*blocks) == (
        """\
You lean towards ML Engineer.

Why
  + you want it
  − you do not

  • plain
  • one
    two
  •

¹ Klushin   ² A, DEV
≠ the sources disagree
not named no source says

Next: mlroles list · mlroles quiz
"""
    )


def test_running_text() -> None:
    """Running text wraps, and is never wider than can be read with ease."""
    text = shown(Paragraph("word " * 60), width=300)
    assert max(map(len, text.splitlines())) <= 88
    word = "x" * 100
    assert shown(Paragraph(f"a {word} b"), width=120) == f"a\n{word}\nb\n"
    assert shown(Paragraph("one two three four five"), width=20) == "one two three four\nfive\n"


def test_commands_are_kept_whole() -> None:
    """A line is broken between two commands rather than inside one."""
    commands = Next((command("show", "ml-engineer"), command("skills", "--shared")))
    assert shown(commands, width=40) == (
        "Next: mlroles show ml-engineer ·\n      mlroles skills --shared\n"
    )


BARS = Bars((Bar(Phrase("ML Engineer", role=1), 2 / 3), Bar("Data Scientist", 1 / 3)))


def test_bars() -> None:
    """Bars are drawn to one scale beside their labels, below them where it is narrow."""
    assert shown(BARS) == (
        "ML Engineer     ███████████████████████████░░░░░░░░░░░░░   67 %\n"
        "Data Scientist  █████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░   33 %\n"
    )
    assert shown(BARS, width=20) == (
        "ML Engineer 67 %\n█████████████░░░░░░░\nData Scientist 33 %\n███████░░░░░░░░░░░░░\n"
    )
    assert shown(Bars((Bar("", 1.0),)), width=20) == "  ███████████  100 %\n"


def test_empty_blocks_leave_no_gap() -> None:
    """A block in which nothing stands takes no line."""
    empty = (Paragraph(""), Fields(()), Bars(()), Items(()), Footnotes(()), Next(()))
    assert shown(Heading("A"), *empty, Paragraph("b")) == "A\n\nb\n"


def test_ascii() -> None:
    """On a stream that carries only ASCII every sign is spelled in it."""
    blocks = (COMPARISON, BARS, Next((command("a"), command("b"))))
    assert shown(*blocks, encoding="ascii") == (
        """\
                Data Scientist        ML Engineer           ML Researcher
--------------------------------------------------------------------------------
Focus           business problems,    models put into       methods that do not
                known algorithms      production, at        exist yet [2]
                                      scale [2]
Deliverable     a report                                    a paper
                a dashboard that
                  people use

Levels
Mathematics !=  ##- good              #-- moderate          ### expert [1] [12]
Deployment      #-- basic             ---

ML Engineer     ###########################.............   67 %
Data Scientist  #############...........................   33 %

Next: mlroles a | mlroles b
"""
    )


def test_latin_1() -> None:
    """On a Latin-1 stream what it carries stays, and footnote marks are all of one kind."""
    text = Phrase("Müller – ½ × 2", notes=(1, 4), disputed=True)
    assert shown(Paragraph(text), encoding="latin-1") == "Müller - ½ × 2 != [1] [4]\n"


def test_colours() -> None:
    """A role's colour is its place in the palette, which begins anew when it is used up."""
    text = Phrase("of a role", role=len(PALETTE) + 1, strong=True)
    assert shown(Paragraph(text), colour=True) == "\x1b[1;38;5;29mof a role\x1b[0m\n"
    muted = Phrase("aside", muted=True, notes=(1,), disputed=True)
    assert shown(Paragraph(muted), colour=True) == (
        "\x1b[38;5;243maside\x1b[0m\x1b[1m ≠\x1b[0m\x1b[38;5;243m ¹\x1b[0m\n"
    )


def test_marks_stand_in_one_word_after_the_text() -> None:
    """That figures contradict a statement, and that sources do, are told by a sign each."""
    said = Phrase("At noon", notes=(1,), disputed=True, contradicted=True)
    assert shown(Paragraph(said)) == "At noon ✗≠ ¹\n"
    assert shown(Paragraph(Phrase("At noon", contradicted=True))) == "At noon ✗\n"
    assert shown(Paragraph(said), encoding="ascii") == "At noon x!= [1]\n"


@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text(colour: bool) -> None:
    """Markup is shown as it is, and a control sequence does not reach the terminal."""
    text = "[bold red]x[/] :smile: \x1b]0;t\x07\x1b[2J\x9b5m\u202e\ud800\r"
    assert shown(Paragraph(text), colour=colour) == "[bold red]x[/] :smile: \ufffd\n"


def test_unknown_block() -> None:
    """What is no block is an error rather than left out."""
    unknown: Any = Phrase("no block")
    with pytest.raises(AssertionError):
        shown(unknown)


def long_table(*rows: tuple[str, str, str] | Group, role: int | None = 0) -> list[str]:
    """Return the lines of a table below the names of two roles."""
    headers = ("", Phrase("Baker", role=role), Phrase("Seller", role=1))
    return shown(Table(headers, rows), width=60).splitlines()


def test_names_of_roles_stay_in_sight() -> None:
    """In a long table the roles' names stand again, so that every screen of 24 rows has them."""
    lines = long_table(*((f"row {number}", "yes", "no") for number in range(100)))
    named = [number for number, line in enumerate(lines) if "Baker" in line]
    assert max(after - before for before, after in itertools.pairwise(named)) <= 24
    assert len(lines) - named[-1] <= 24
    assert lines[named[1] - 1] == ""
    assert set(lines[named[1] + 1]) == {"─"}


def test_names_of_roles_do_not_part_a_group_from_its_rows() -> None:
    """They stand before a group's title rather than below it, with no empty line between."""
    rows = [("row", "yes", "no")] * 19
    lines = long_table(*rows, Group("Oven"), *rows)
    assert lines[21:26] == ["", "Oven", "row  yes    no", "", "     Baker  Seller"]
    lines = long_table(*rows, rows[0], Group("Oven"), *rows)
    assert lines[22:26] == ["", "     Baker  Seller", "─" * 18, "Oven"]


def test_other_tables_have_their_headers_once() -> None:
    """Where the headers name no two roles, nothing has to stay in sight."""
    lines = long_table(*[("row", "yes", "no")] * 100, role=None)
    assert sum("Baker" in line for line in lines) == 1


def test_more_than_five_beside_a_label_become_records() -> None:
    """Six columns stand side by side where they have room; seven do not, however wide it is."""
    for count, lines in ((6, 3), (7, 7)):
        table = Table(tuple(f"h{n}" for n in range(count)), (tuple("abcdefg"[:count]),))
        assert len(shown(table, width=200).splitlines()) == lines


# The palette ---------------------------------------------------------------------------------

# How colours look to people without the cones for red, green or blue, in linear RGB
# (Machado, Oliveira and Fernandes 2009, severity 1.0).
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(number: int) -> list[float]:
    """Return a colour's red, green and blue as amounts of light."""
    parts = (part / 255 for part in Color.from_ansi(number).get_truecolor())
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix: tuple[tuple[float, ...], ...], vector: list[float]) -> list[float]:
    """Return the product of a matrix and a vector."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


XYZ = (
    (0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883),
)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """Return a colour in CIELAB, where distances are as people see them."""
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in times(XYZ, [min(1.0, max(0.0, part)) for part in rgb])
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


BLACK, WHITE, DARK_GREY = "#000000", "#ffffff", "#1e1e1e"


@pytest.mark.parametrize("colour", [*PALETTE, MUTED])
def test_colours_can_be_read(colour: Colour) -> None:
    """Every colour can be read on white and on black, and nearly so on the grey of dark themes.

    4.5 on white and on that grey at once is beyond any colour.
    """
    assert contrast(colour.hex, WHITE) >= 4.5
    assert contrast(colour.hex, BLACK) >= 4.5
    assert contrast(colour.hex, DARK_GREY) >= 3.5
    assert contrast(WHITE, DARK_GREY) < 4.5**2


@pytest.mark.parametrize("colour", [*PALETTE, MUTED])
def test_number_and_red_green_blue_are_one_colour(colour: Colour) -> None:
    """The number of a colour means the same as its red, green and blue."""
    assert Color.from_ansi(colour.number).get_truecolor().hex == colour.hex


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_differ(sight: str) -> None:
    """Any two of five colours can be told apart, the first three with ease, whatever one sees."""
    seen = [lab(times(SIGHT[sight], linear(colour.number))) for colour in PALETTE]
    assert len(seen) == 5
    assert min(itertools.starmap(math.dist, itertools.combinations(seen, 2))) > 8
    assert min(itertools.starmap(math.dist, itertools.combinations(seen[:3], 2))) > 25


RANGES = Ranges(
    (
        Group("United States"),
        Range(
            Phrase("Data Scientist", role=0),
            (103, 125, 158, 192, 226),
            "4,102 adverts, 2,127 distinct bands",
        ),
        Range(
            Phrase("ML Engineer", role=1),
            (135, 160, 191, 223, 260),
            "2,199 adverts, 1,034 distinct bands",
        ),
    )
)


def test_ranges() -> None:
    """Ranges stand on one axis, each with its median beside and what it rests on below."""
    assert shown(RANGES) == (
        """\
                100         150          200         250         300

United States
Data Scientist   ├────▓▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓────────┤                     median 158
                4,102 adverts, 2,127 distinct bands
ML Engineer              ├─────▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓─────────┤            median 191
                2,199 adverts, 1,034 distinct bands
"""
    )


def test_ranges_in_ascii() -> None:
    """Where a terminal knows only ASCII, every sign has another of the same width."""
    drawn = shown(RANGES, encoding="ascii")
    assert drawn.isascii()
    assert "+---" in drawn
    for line, other in zip(drawn.splitlines(), shown(RANGES).splitlines(), strict=True):
        assert len(line) == len(other)


def test_ranges_are_stacked_where_narrow() -> None:
    """Without room beside the labels, each range has lines of its own."""
    lines = shown(RANGES, width=30).splitlines()
    assert all(len(line) <= 30 for line in lines)
    place = lines.index("Data Scientist")
    assert set(lines[place + 1]) <= set(" ├─▓┃┤")
    assert lines[place + 2] == "median 158"


def test_ranges_are_in_the_colour_of_their_role() -> None:
    """A range has its role's colour."""
    drawn = shown(RANGES, colour=True)
    code = f"38;5;{PALETTE[1].number}"
    assert f"\x1b[{code}m├" in drawn


def test_ranges_without_width() -> None:
    """A single value, or none, has an axis too."""
    level = Ranges((Range("a", (7, 7, 7, 7, 7)), Range(Phrase(""), (7, 7, 7, 7, 7)), Group("")))
    assert "┃" in shown(level)
    assert "median 7" in shown(level)
    assert shown(Ranges(())) == ""
    assert shown(Ranges((Group("alone"),))).strip() == "alone"


def test_axis_has_as_many_numbers_as_have_room() -> None:
    """Where the numbers of an axis are too long to stand side by side, some are left out."""
    axis = shown(Ranges((Range("a", (0, 1, 2, 3, 7_000_000)),)), width=20).splitlines()[0]
    assert axis.split() == ["0", "5,000,000"]


def test_long_words_below_a_range() -> None:
    """A word that is too long to stand below the drawing stands at the margin, whole."""
    word = "x" * 70
    drawn = shown(Ranges((Range("ML Engineer", (1, 2, 3, 4, 5), word),)))
    assert f"\n{word}\n" in drawn
