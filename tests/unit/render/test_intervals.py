"""Shares with their intervals, on a terminal, as linear text and as Markdown."""

import io

import pytest
from rich.console import Console

from mlroles.render.document import Block, Document, Interval, Intervals, Paragraph, Phrase
from mlroles.render.markdown import to_markdown
from mlroles.render.plain import to_plain
from mlroles.render.terminal import render

BAKING = Intervals(
    (
        Interval(Phrase("bakers", role=0), 0.8, 0.711, 0.867, "80 of 100"),
        Interval("bread sellers", 0.2, 0.133, 0.289, "20 of 100"),
        Interval("nobody", 0.0, 0.0, 0.07, Phrase("0 of 49", notes=(2,))),
        Interval("all", 1.0, 0.99, 1.0),
    )
)


def shown(block: Block, width: int = 80, encoding: str = "utf-8", *, colour: bool = False) -> str:
    """Return what a terminal of this kind is sent for ``block``."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    system = "256" if colour else None
    console = Console(file=stream, width=width, force_terminal=colour, color_system=system)  # type: ignore[arg-type]
    render(Document((block,)), console)
    stream.seek(0)
    return stream.read()


AT_40 = """\
0                  50                100
bakers
                            ├──┃──┤
80 %
80 of 100
bread sellers
     ├──┃──┤
20 %
20 of 100
nobody
┃──┤
0 %
0 of 49 ²
all
                                       ┃
100 %
"""

AT_80 = """\
               0         20          40         60          80        100
bakers                                                  ├────┃──┤          80 %
               80 of 100
bread sellers          ├──┃────┤                                           20 %
               20 of 100
nobody         ┃───┤                                                       0 %
               0 of 49 ²
all                                                                    ├┃  100 %
"""

AT_120 = """\
               0                 20                  40                 60                  80                100
bakers                                                                              ├────────┃─────┤               80 %
               80 of 100
bread sellers               ├─────┃────────┤                                                                       20 %
               20 of 100
nobody         ┃──────┤                                                                                            0 %
               0 of 49 ²
all                                                                                                            ├┃  100 %
"""  # noqa: E501


@pytest.mark.parametrize(("width", "screen"), [(40, AT_40), (80, AT_80), (120, AT_120)])
def test_terminal(width: int, screen: str) -> None:
    """An interval is a line with a mark at the share; where room is short it has a line alone."""
    assert shown(BAKING, width=width) == screen


def test_plain() -> None:
    """Each share is a sentence with its interval and what it rests on."""
    assert to_plain(Document((BAKING,))) == (
        """\
bakers: 80 percent, interval from 71 to 87; 80 of 100
bread sellers: 20 percent, interval from 13 to 29; 20 of 100
nobody: 0 percent, interval from 0 to 7; 0 of 49 [2]
all: 100 percent, interval from 99 to 100
"""
    )


def test_markdown() -> None:
    """Shares are rows of a table, with the interval in a column of its own."""
    assert to_markdown(Document((BAKING,))) == (
        """\
|  | share | 95 % interval |  |
| --- | --: | --: | --- |
| bakers | 80 % | 71 to 87 % | 80 of 100 |
| bread sellers | 20 % | 13 to 29 % | 20 of 100 |
| nobody | 0 % | 0 to 7 % | 0 of 49 <sup>2</sup> |
| all | 100 % | 99 to 100 % |  |
"""
    )


@pytest.mark.parametrize("block", [Intervals(())])
def test_no_share_is_nothing(block: Block) -> None:
    """Without a share there is neither an axis nor the head of a table."""
    assert shown(block) == ""
    assert to_plain(Document((block,))) == "\n"
    assert to_markdown(Document((block,))) == "\n"


def test_a_group_of_no_role_is_drawn_without_colour() -> None:
    """The drawing has the colour of its role; what is no role's has none."""
    coloured = shown(BAKING, colour=True).splitlines()
    assert "38;5;" in next(line for line in coloured if "bakers" in line)
    assert "38;5;" not in next(line for line in coloured if "bread sellers" in line)


def test_ascii() -> None:
    """A terminal without drawing signs is sent signs that it has."""
    assert shown(BAKING, encoding="ascii").isascii()


def test_a_percent_sign_stays_with_its_number() -> None:
    """No line begins with a percent sign, unless the text does."""
    text = Paragraph("They are 51 % of all.")
    for width in range(10, 30):
        lines = shown(text, width=width).splitlines()
        assert not [line for line in lines if line.lstrip().startswith("%")]
    assert shown(Paragraph("% is a sign."), width=80) == "% is a sign.\n"
