"""A title as words: folded, and forms for genders taken away."""

import pytest

from mlroles.titles.words import LONGEST, bare, gender_pattern, tokens

GENDERS = gender_pattern("mwfdxhgn")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sr.", "sr"),
        ("Machine-Learning", "machine learning"),
        ("INGÉNIEUR", "ingenieur"),
        ("ＭＬ", "ml"),
        ("données", "donnees"),
    ],
)
def test_word_is_folded(text: str, folded: str) -> None:
    """Case, accents, dots, hyphens and the width of letters do not matter."""
    assert bare(text) == folded


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Baker (m/f/d)", ["m/f/d"]),
        ("Baker m|w", ["m|w"]),
        ("Baker (F / H)", ["F / H"]),
        ("Baker A/B tests", []),
        ("Baker", []),
    ],
)
def test_genders_are_taken_away(title: str, taken: list[str]) -> None:
    """Single letters that stand for genders go, others with a slash between them stay."""
    assert tokens(title, GENDERS)[1] == taken


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Bäcker:in", ["backer"]),
        ("Baker(s)", ["baker"]),
        ("Développeur/euse", ["developpeur"]),
        ("C++ C# Node.js", ["c++", "c#", "nodejs"]),
        ("data_scientist–ml", ["data", "scientist", "ml"]),
        ("Da\u00adta", ["data"]),
        ("x" * (LONGEST + 1), ["x" * LONGEST]),
    ],
)
def test_words_are_found(title: str, words: list[str]) -> None:
    """Endings of genders and numbers go, signs within names stay, and length is bounded."""
    assert [word for _, word, _ in tokens(title, GENDERS)[0] if word] == words


def test_signs_are_told_apart() -> None:
    """Commas, dashes with a space, brackets and joins are signs of four sorts."""
    found, _ = tokens("a, b - c (d) / e-f", GENDERS)
    assert [sign for _, _, sign in found if sign] == ["part", "part", "open", "close", "join"]
