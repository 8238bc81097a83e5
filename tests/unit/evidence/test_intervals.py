"""How sure shares and their differences are."""

import pytest

from mlroles.evidence.intervals import Z_99, difference, wilson


def test_wilson_is_that_of_the_textbooks() -> None:
    """Ten of twenty has Wilson's interval from 0.299 to 0.701."""
    found = wilson(10, 20)
    assert found.value == pytest.approx(0.5)
    assert found.low == pytest.approx(0.2993, abs=1e-4)
    assert found.high == pytest.approx(0.7007, abs=1e-4)


def test_the_difference_is_that_of_newcombe() -> None:
    """56 of 70 minus 48 of 80 has the interval that Newcombe's paper prints for method 10."""
    found = difference(wilson(56, 70), wilson(48, 80))
    assert found.value == pytest.approx(0.2)
    assert found.low == pytest.approx(0.0524, abs=1e-4)
    assert found.high == pytest.approx(0.3339, abs=1e-4)


def test_99_per_cent_is_wider_than_95() -> None:
    """The interval on which verdicts rest holds the other one."""
    wide, narrow = wilson(3, 10, Z_99), wilson(3, 10)
    assert wide.low < narrow.low < narrow.high < wide.high
