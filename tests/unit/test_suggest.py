"""Names that somebody who made a slip of the keyboard may have meant."""

import pytest

from mlroles.suggest import EDITS, LONGEST, MOST, SHORTEST, closest, offer


def test_the_likeliest_come_first_and_few() -> None:
    """Names with fewer slips come first, the earlier of two equal ones, and never many."""
    assert closest("bakers", ["cooks", "bakery", "bakers", "bekarz"]) == ("bakers", "bakery")
    known = [f"bakers{letter}" for letter in "abcdefgh"]
    assert closest("bakers", known) == tuple(known[:MOST])
    assert closest("bakers", known, 1) == ("bakersa",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("engneer", "engineer"),
        ("enginneer", "engineer"),
        ("enginaer", "engineer"),
        ("enigneer", "engineer"),
        ("ENGINER", "engineer"),
        ("data-sientist", "Data Scientist"),
        ("data_scientits", "data-scientist"),
    ],
)
def test_a_slip_is_understood(typed: str, meant: str) -> None:
    """A letter missing, too many, wrong, or swapped is a slip, in any case and however joined."""
    assert closest(typed, ["something else", meant]) == (meant,)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("manager", "engineer"),
        ("engineer", "ml engineer"),
        ("abcd"[: SHORTEST - 1], "abce"[: SHORTEST - 1]),
        ("x" * (LONGEST + 1), "x" * LONGEST),
        ("engineer", "engi"),
        ("abcdefgh", "abcdexyz"),
        ("", "engineer"),
        ("data engineer", "data scientist"),
    ],
)
def test_what_is_no_slip_is_not_guessed(typed: str, known: str) -> None:
    """Other words, other numbers of words, and words too short or too long are no slips."""
    assert EDITS < 3
    assert closest(typed, [known]) == ()


def test_an_offer_is_a_question() -> None:
    """Names become one question; no name becomes no word."""
    assert offer(["a", "b"]) == "Did you mean a or b?"
    assert offer(iter(["a"])) == "Did you mean a?"
    assert offer([]) == ""
