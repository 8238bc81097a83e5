"""How hard a text is to read."""

import pytest

from mlroles.hire.reading_ease import reading_ease, syllables

COUNTS = {
    1: "the we used while times hired teams whole takes ml 2024",
    2: "data model values queries pipeline language handled people create",
    3: "scientist engineer area idea various company created",
    4: "experience usually reliable",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, n) for n, row in COUNTS.items() for word in row.split()]
)
def test_syllables(word: str, count: int) -> None:
    """The syllables of a word that adverts use are counted as they are heard."""
    assert syllables(word) == count


def test_formula() -> None:
    """Two sentences of three words of one syllable have the ease that Flesch's formula gives."""
    rows = [("the", "cat", "sat"), ("the", "dog", "ran"), ()]
    assert reading_ease(rows) == pytest.approx(206.835 - 1.015 * 3 - 84.6)


def test_long_words_and_sentences_are_harder() -> None:
    """More words in a sentence, and more syllables in a word, make a text harder."""
    easy = reading_ease([("we", "build", "it")])
    longer = reading_ease([("we", "build", "it") * 5])
    heavier = reading_ease([("we", "operationalise", "capabilities")])
    assert easy is not None
    assert longer is not None
    assert heavier is not None
    assert easy > longer
    assert easy > heavier


def test_nothing_to_read() -> None:
    """A text without words has no reading ease."""
    assert reading_ease([(), ()]) is None
