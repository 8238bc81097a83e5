"""Clean text, signs in ASCII, percentages."""

from collections.abc import Sequence

import pytest

from mlroles.render.document import Phrase
from mlroles.render.phrases import phrases
from mlroles.text import clean, encodable, few, percentages, superscript


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("plain text", "plain text"),
        ("Müller · 界 · 🙂", "Müller · 界 · 🙂"),
        ("a\nb\tc\r\nd", "a b c  d"),
        ("a\u2028b\u2029c\x85d\u3000e", "a b c d e"),
        ("58\u00a0%", "58 %"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred\x9b0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9ctext", "text"),
        ("\x1b]0;never ended", "0;never ended"),
        ("\x1bcreset\x1b(B", "reset"),
        ("\x1b\x1b[31mx", "x"),
        ("\x1b\x00[31mx", "[31mx"),
        ("bell\x07 null\x00 delete\x7f", "bell null delete"),
        ("\u202eevil\u202c \u2066a\u2069 \u200e\u200f\u061c", "evil a "),
        ("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark"),
        ("\ud83d alone", "\ufffd alone"),
        ("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"),
    ],
)
def test_cleaning(hostile: str, safe: str) -> None:
    """Nothing that moves a cursor, reorders text or hides is left in a cleaned text."""
    assert clean(hostile) == safe


def test_phrases_leave_out_what_would_not_be_seen() -> None:
    """A cell's empty items vanish; those with only a gauge or a mark stay."""
    gauge, marked = Phrase("", gauge=(1, 3)), Phrase("", disputed=True)
    assert phrases(("", "a\n", Phrase(" \t"), gauge, marked)) == (Phrase("a "), gauge, marked)
    assert phrases("") == ()


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("●●○ ≠ 10⁶ × 2 – “so” …", "utf-8", "●●○ ≠ 10⁶ × 2 – “so” …"),
        ("●●○ ≠ 10⁶ × 2 – “so” …", "ascii", '##- != 10^6 x 2 - "so" ...'),
        ("10² × 2 · ½ → 界", "latin-1", "10² × 2 · ½ -> \\u754c"),
        ("Müller 🙂", "ascii", "M\\xfcller \\U0001f642"),
        ("██░░ ───", "ascii", "##.. ---"),
        ("██░░ ●", "cp437", "██░░ #"),
    ],
)
def test_signs_that_an_encoding_lacks(text: str, encoding: str, written: str) -> None:
    """What an encoding cannot carry is spelled in ASCII, and only that."""
    assert encodable(text, encoding) == written
    assert written.encode(encoding).decode(encoding) == written


def test_only_encoding_is_served() -> None:
    """Decoding with the error handler fails as it would without it."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "mlroles-signs")


@pytest.mark.parametrize(
    ("number", "encoding", "mark"),
    [(12, "utf-8", "¹²"), (12, "latin-1", "[12]"), (1, "ascii", "[1]")],
)
def test_marks_of_footnotes(number: int, encoding: str, mark: str) -> None:
    """A footnote's mark is a superscript where every digit could be one, else in brackets."""
    assert superscript(number, encoding) == mark


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.58, 0.29, 0.13], (58, 29, 13)),
        ([1 / 3, 1 / 3, 1 / 3], (34, 33, 33)),
        ([0.125] * 8, (13, 13, 13, 13, 12, 12, 12, 12)),
        ([0.996, 0.002, 0.002], (100, 0, 0)),
        ([0.005, 0.006, 0.989], (0, 1, 99)),
        ([1.0], (100,)),
        ([0.64, 0.47], (64, 47)),
        ([0.0, 0.0], (0, 0)),
        ([], ()),
    ],
)
def test_percentages(shares: list[float], expected: tuple[int, ...]) -> None:
    """Shares of one whole sum to 100 when rounded; others are rounded each for itself."""
    assert percentages(shares) == expected


@pytest.mark.parametrize(
    ("things", "line"),
    [((), ""), (("a", "b"), "a; b"), (("a", "b", "c"), "a; b; 1 more"), ("abcd", "a; b; 2 more")],
)
def test_few_says_how_many_more(things: Sequence[str], line: str) -> None:
    """Of many things the first few are named, and how many more there are."""
    assert few(things, 2) == line
