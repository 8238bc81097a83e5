"""Texts are taken apart into sentences, with or without their line breaks."""

import pytest

from mlroles.adverts.models import Boilerplate
from mlroles.adverts.sentences import Phrases, SentenceReader, sentences
from tests.adverts import adverts_file


@pytest.fixture(name="cues")
def boilerplate_cues() -> Boilerplate:
    """Return the bakery's words of boilerplate."""
    return adverts_file().boilerplate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You bake. You sell.", ["You bake.", "You sell."]),
        ("You bake.You sell", ["You bake.", "You sell"]),
        ("You bake e.g. Rye and Ph.D. Rolls", ["You bake e.g. Rye and Ph.D. Rolls"]),
        ("one • two\n- three\r\n* four", ["one •", "two", "three", "four"]),
        ("<p>one</p><li>two", ["one", "two"]),
        ("['You bake', 'You sell']", ["You bake', '", "You sell"]),
        (r"one\ntwo", ["one\\n", "two"]),
        ("...\n\n", []),
        ("", []),
    ],
)
def test_ends_of_sentences(text: str, expected: list[str]) -> None:
    """A sentence ends at a stop, a line break, a bullet, a tag, and what is left of lists."""
    found = sentences(text)
    assert [each.words for each in found] == [
        each.words for part in expected for each in sentences(part)
    ]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_heading_stands_over_what_follows(cues: Boilerplate) -> None:
    """A known heading or a line with a colon is no sentence, and stands over the next ones."""
    found = sentences("Hello there\nYour work\nBake rye\nTasks:\nClean", (), cues)
    assert [(each.text, each.heading) for each in found] == [
        ("Hello there", None),
        ("Bake rye", "Your work"),
        ("Clean", "Tasks"),
    ]


def test_heading_on_the_same_line(cues: Boilerplate) -> None:
    """A heading ends at its colon, and what follows on its line stands under it."""
    [found] = sentences("Your work: bake rye", (), cues)
    assert (found.text, found.heading, found.start) == ("bake rye", "Your work", 11)


def test_item_with_a_colon_is_no_heading(cues: Boilerplate) -> None:
    """An item of a list says what it names, and the next items keep their heading."""
    found = sentences("Tasks:\n- Your work with ovens: rye\n- Clean\n* Your work: bake", (), cues)
    assert [(each.text, each.heading) for each in found] == [
        ("Your work with ovens: rye", "Tasks"),
        ("Clean", "Tasks"),
        ("bake", "Your work"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Your work with rye",
        "You bake these: rye",
        "Your work and cakes and all of the things which you may: rye",
        "世界",
    ],
)
def test_no_heading(cues: Boilerplate, text: str) -> None:
    """A sentence that begins like a heading, or holds a colon, is none."""
    [found] = sentences(text, (), cues)
    assert (found.text, found.heading) == (text, None)


def test_line_known_as_heading() -> None:
    """A line that the file marks as a heading is one, whatever it says."""
    found = sentences("# Ovens\nBake rye\n\n  ## Till\nSell", (0, 3))
    assert [(each.text, each.heading) for each in found] == [
        ("Bake rye", "Ovens"),
        ("Sell", "Till"),
    ]


def test_boilerplate(cues: Boilerplate) -> None:
    """A sentence is boilerplate by its words or by the heading over it, long phrases whole."""
    text = "Equal opportunity for all\nPaid time here\nPaid time off\nDental care\nBenefits\nCake"
    found = SentenceReader(cues).sentences(text)
    assert [each.boilerplate for each in found] == [True, False, True, True, True]


def test_long_line_is_no_heading(cues: Boilerplate) -> None:
    """A sentence of many words that begins like a heading is none."""
    found = sentences("Benefits of rye are what you tell to all of our guests", (), cues)
    assert [each.heading for each in found] == [None]


def test_phrases_are_counted_once() -> None:
    """Phrases count once each, however often they stand."""
    phrases = Phrases(["rye", "sell cake", "a rye roll"])
    found = phrases.found(("sell", "cake", "and", "a", "rye", "roll", "sell", "cake"))
    assert sorted(found) == [("a", "rye", "roll"), ("rye",), ("sell", "cake")]
    assert [*phrases.found(("a", "rye", "cake"))] == [("rye",)]
    assert not phrases.any(("sell", "a", "cake"))
    assert not [*phrases.found(("sell", "a"))]


def test_text_without_stops() -> None:
    """A text that has lost its stops is cut between words; one endless word is left whole."""
    text = "bake rye " * 100
    found = sentences(text)
    assert max(len(each.text) for each in found) <= 500
    assert [word for each in found for word in each.words] == text.split()
    [whole] = sentences("x" * 3000)
    assert whole.end == 3000
