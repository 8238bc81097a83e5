"""What holds of every interval and every rule."""

from hypothesis import given
from hypothesis import strategies as st

from mlroles.evidence.intervals import difference, wilson
from mlroles.evidence.rules import possible_verdicts

COUNTS = st.integers(1, 100_000).flatmap(
    lambda base: st.tuples(st.integers(0, base), st.just(base))
)


@given(COUNTS)
def test_an_interval_holds_its_share(counts: tuple[int, int]) -> None:
    """The interval lies between 0 and 1, and the share inside it."""
    found = wilson(*counts)
    assert 0 <= found.low <= found.value <= found.high <= 1


@given(COUNTS)
def test_the_interval_of_the_others_is_the_mirror(counts: tuple[int, int]) -> None:
    """Who does and who does not have mirrored intervals."""
    count, base = counts
    one, other = wilson(count, base), wilson(base - count, base)
    assert abs(one.low - (1 - other.high)) < 1e-9


@given(COUNTS, COUNTS)
def test_a_difference_turned_round_changes_its_sign(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    """The second minus the first is the first minus the second with the sign changed."""
    one, other = wilson(*first), wilson(*second)
    there, back = difference(one, other), difference(other, one)
    assert there.low == -back.high
    assert there.low <= there.value <= there.high


@given(st.lists(st.sampled_from(["met", "failed", "unclear"]), min_size=1))
def test_some_verdict_is_always_open_and_never_two_opposite_ones(
    outcomes: list[str],
) -> None:
    """Tests leave a verdict open, and never both supported and contradicted."""
    found = possible_verdicts(outcomes)  # type: ignore[arg-type]
    assert found
    assert not {"supported", "contradicted"} <= found
