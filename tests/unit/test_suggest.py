"""Names that come closest to one that is unknown."""

from mlroles.suggest import MOST, closest, offer


def test_the_likeliest_come_first_and_few() -> None:
    """Names that are nearly it are offered, the nearest first, and never many."""
    known = [f"bakers{number}" for number in range(9)]
    assert closest("baker", ["cook", "bakers", "baker1x", "waiter"]) == ("bakers", "baker1x")
    assert len(closest("bakers", known)) == MOST
    assert closest("bakers", known, 1) == ("bakers8",)
    assert closest("zzz", known) == ()


def test_an_offer_is_a_question() -> None:
    """Names become one question; no name becomes no word."""
    assert offer(["a", "b"]) == "Did you mean a or b?"
    assert offer(iter(["a"])) == "Did you mean a?"
    assert offer([]) == ""
