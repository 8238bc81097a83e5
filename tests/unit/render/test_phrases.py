"""The one way that text leaves a document."""

import pytest

from mlroles.render.document import Phrase
from mlroles.render.phrases import is_empty, phrase, phrases


def test_phrases_are_clean() -> None:
    """Text becomes a phrase without control characters; what is known about it stays."""
    assert phrase("a\nb\x1b[31m") == Phrase("a b")
    assert phrase(Phrase("a\tb", role=1, notes=(2,))) == Phrase("a b", role=1, notes=(2,))


def test_a_cell_is_its_items() -> None:
    """A cell of one item and of several become phrases; empty items are left out."""
    assert phrases("a") == (Phrase("a"),)
    assert phrases(("a", "", Phrase(" ", gauge=(1, 2)))) == (
        Phrase("a"),
        Phrase(" ", gauge=(1, 2)),
    )


@pytest.mark.parametrize(
    ("item", "empty"),
    [
        (Phrase(" "), True),
        (Phrase("a"), False),
        (Phrase("", gauge=(0, 2)), False),
        (Phrase("", notes=(1,)), False),
        (Phrase("", disputed=True), False),
    ],
)
def test_what_leaves_no_mark_is_empty(item: Phrase, *, empty: bool) -> None:
    """A phrase without text is seen where a gauge, a note or a mark stands in it."""
    assert is_empty(item) is empty
