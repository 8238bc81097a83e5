"""The page that a document becomes."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from mlroles.palette import PALETTE
from mlroles.render.document import (
    Bar,
    Bars,
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
    command,
)  # fmt: skip
from mlroles.render.html import Link, Place, openings, to_html, to_part
from mlroles.render.html_page import html_page
from tests.contrast import contrast


def page(*blocks: object) -> str:
    """Return what stands in the body of the page of these blocks, without its line breaks."""
    text = to_html(Document(tuple(blocks)))  # type: ignore[arg-type]
    return text.partition("<main>\n")[2].partition("\n</main>")[0].replace("\n", "")


def test_a_whole_page() -> None:
    """A page has a title, and may load and send nothing."""
    text = to_html(Document((Paragraph("First"), Heading("You & <me>"), Heading("Two", level=2))))
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>You &amp; &lt;me&gt;</title>" in text
    assert "<h1>You &amp; &lt;me&gt;</h1>\n<h2>Two</h2>" in text
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert "<title>mlroles</title>" in to_html(Document(()))


def test_the_policy_holds_what_stands_in_the_page() -> None:
    """The policy in a page lets the page's own style and script by, by their digests."""
    text = html_page("A", "<p>a</p>", "run();", "p { color: red }")
    for tag, kind in (("style", "style"), ("script", "script")):
        own = re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", text, re.DOTALL)
        (digest,) = re.findall(rf"{kind}-src 'sha256-([^']*)'", text)
        assert [b64encode(sha256(each.encode()).digest()).decode() for each in own] == [digest]
    assert "script-src" not in html_page("A", "")


@pytest.mark.parametrize("dark", [False, True])
def test_contrast(*, dark: bool) -> None:
    """Every colour of words stands out from the page, in light and in dark (WCAG 2.2, AA)."""
    parts = re.findall(r":root \{(.*?)\}", to_html(Document(())), re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", parts[dark]))
    paper = colours.pop("paper")
    del colours["line"]
    assert len(colours) == len(PALETTE) + 2
    low = {name: each for name, each in colours.items() if contrast(each, paper) < 4.5}
    assert low == {}


def test_phrases() -> None:
    """A role has its colour; marks and notes stand behind a text, dots before it."""
    assert page(Paragraph(Phrase("Baker", role=0))) == '<p><span class="role0">Baker</span></p>'
    assert page(Paragraph(Phrase("x", muted=True, strong=True))) == (
        '<p><strong><span class="muted">x</span></strong></p>'
    )
    found = page(Paragraph(Phrase("x", gauge=(1, 3), notes=(2,), disputed=True, contradicted=True)))
    assert found == (
        '<p><span class="gauge" role="img" aria-label="1 of 3">●○○</span> x ✗ ≠ '
        '<sup><a href="#note2">2</a></sup></p>'
    )


def test_blocks_of_text() -> None:
    """Fields, items, footnotes and what comes next keep their shape."""
    assert page(Fields((("People", ("a", "b")),))) == ("<dl><dt>People</dt><dd>a<br>b</dd></dl>")
    assert page(Items(("one", "two"), ("+",))) == "<ul><li>+ one</li><li>two</li></ul>"
    notes = Footnotes((Footnote(3, "A <claim>", "a-1"),), (Sign("✗", "contradicted"),))
    assert page(notes) == (
        '<footer><ol><li id="note3" value="3">A &lt;claim&gt; (<code>mlroles sources a-1</code>)'
        "</li></ol><p>✗ contradicted</p></footer>"
    )
    assert page(Footnotes((), ())) == "<footer></footer>"
    assert "<code>mlroles show baker</code>" in page(Next((command("show", "baker"),)))
    assert page(Next(())) == ""


def test_tables() -> None:
    """The first cell of a row heads it, a group heads the rows below it."""
    found = page(Heading("A & b"), Table(("", "B"), (Group("All"), ("a", "b"), ("c", ""))))
    assert "<table><caption>A &amp; b</caption><thead>" in found
    assert '<th scope="rowgroup" colspan="2">All</th>' in found
    assert '<tr><th scope="row">a</th><td data-of="B">b</td></tr>' in found
    assert '<tr><th scope="row">c</th><td></td></tr>' in found
    assert "<thead><tr><td></td>" in found


def widths(text: str) -> list[float]:
    """Return how wide the boxes of a page are drawn."""
    return [float(each) for each in re.findall(r'<rect[^>]* width="([0-9.]+)"', text)]


def test_pictures() -> None:
    """A picture is as long as its figure, and the figure stands beside it."""
    bars = page(Bars((Bar(Phrase("a", role=1), 0.25), Bar("b", 0.75))))
    assert widths(bars) == [200, 50, 200, 150]
    assert '<td class="role1"><svg' in bars
    assert "<title>25 %</title>" in bars
    assert '<td class="figure" data-of="share">25 %</td>' in bars
    intervals = page(Intervals((Interval("a", 0.5, 0.25, 0.75, "note"),)))
    assert widths(intervals) == [200, 100, 4]
    assert "<title>50 %, between 25 and 75 %</title>" in intervals
    assert "25 to 75 %" in intervals
    assert "<td>note</td>" in intervals
    ranges = page(Ranges((Group("Here"), Range("a", (10, 20, 30, 40, 50)), Range("b", (10,) * 5))))
    assert widths(ranges) == [200, 100, 4, 0, 0, 4]
    said = "median 30, half from 20 to 40, four in five from 10 to 50"
    assert f'role="img"><title>{said}</title>' in ranges
    assert '<table class="many">' in ranges
    same = page(Ranges((Range("a", (7, 7, 7, 7, 7)),)))
    assert widths(same) == [0, 0, 4]
    assert "Here" in page(Ranges((Group("Here"),)))


@pytest.mark.parametrize("block", [Bars(()), Intervals(()), Ranges(())])
def test_pictures_of_nothing(block: object) -> None:
    """Where there is nothing to draw, nothing is drawn."""
    assert page(block) == ""


def part(*blocks: object, found: bool = True) -> str:
    """Return these blocks as a part of a page, in which some of what commands show stands."""

    def find(asked: Command) -> Link | None:
        return Link("#there", "There <") if found and asked.words[0] != "quiz" else None

    document = Document(tuple(blocks))  # type: ignore[arg-type]
    return to_part(document, Place("own-", 2, find)).replace("\n", "")


def test_a_part_of_a_page() -> None:
    """In a page of several, headings are lower, footnotes are its own, commands become links."""
    assert part(Heading("A")) == "<h3>A</h3>"
    assert part(Heading("A", level=6)) == "<h6>A</h6>"
    assert part(Paragraph(Phrase("x", notes=(1,)))) == (
        '<p>x <sup><a href="#own-note1">1</a></sup></p>'
    )
    notes = Footnotes((Footnote(1, "A", "a-1"),), (Sign("≠", "they disagree: mlroles sources"),))
    assert part(notes) == (
        '<footer><ol><li id="own-note1" value="1"><a href="#there">A</a></li></ol>'
        '<p>≠ they disagree: <a href="#there">There &lt;</a></p></footer>'
    )
    following = Next((command("show", "a"), command("show", "b"), command("quiz")))
    assert part(following) == '<ul class="next"><li><a href="#there">There &lt;</a></li></ul>'
    assert part(following, found=False) == ""


def test_openings_are_what_places_are_asked_about() -> None:
    """The words that may be the place of something are those that a page asks about."""
    asked: list[str] = []

    def anchor(words: str) -> str:
        asked.append(words)
        return ""

    document = Document(
        (
            Heading(Phrase("head", strong=True)),
            Paragraph("text"),
            Fields((("label", "value"), (Phrase("other\x07"), ("a", "b")))),
            Table(("", "column"), (("row", "cell"), Group("group"), (("", "one", "two"), "cell"))),
        )
    )
    to_part(document, Place(anchor=anchor))
    assert asked == [*openings(document)] == ["head", "label", "other", "row", "one"]


def test_a_block_of_no_kind() -> None:
    """What is no block is a mistake, told as such."""
    with pytest.raises(AssertionError, match="paper"):
        page("paper")
