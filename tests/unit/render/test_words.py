"""Words of a screen, which are kept once they were measured."""

import pytest
from rich.style import Style

from mlroles.render import terminal


def test_words_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound a word is measured each time, and comes out the same."""
    style = Style(italic=True)
    medium = terminal.Medium(80, "utf-8")
    monkeypatch.setattr(terminal, "MOST_WORDS", 1)
    first, second = medium.words("one two", style)
    again = medium.words("one two", style)
    assert again == (first, second)
    assert (again[0] is first, again[1] is second) == (True, False)
    assert (first.text, first.width, first.style) == ("one", 3, style)
