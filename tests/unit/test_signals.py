"""Being told to end by a signal."""

import signal
import threading
from collections.abc import Iterator

import pytest

from mlroles.signals import ENDINGS, Terminated, end_in_order


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Put back what stood for each signal."""
    before = {number: signal.getsignal(number) for number in ENDINGS}
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_ends_the_program_in_order(number: int) -> None:
    """Being told to end raises an exception that knows the signal's own exit code."""
    end_in_order()
    with pytest.raises(Terminated) as caught:
        signal.raise_signal(number)
    assert caught.value.code == 128 + number


def test_what_the_caller_ignores_stays_ignored() -> None:
    """A signal that the caller wants ignored, as ``nohup`` does, ends nothing."""
    signal.signal(ENDINGS[-1], signal.SIG_IGN)
    end_in_order()
    signal.raise_signal(ENDINGS[-1])
    assert signal.getsignal(ENDINGS[-1]) is signal.SIG_IGN


def test_another_thread_changes_nothing() -> None:
    """Only the main thread may take signals; elsewhere nothing happens."""
    other = threading.Thread(target=end_in_order)
    other.start()
    other.join()
    assert [signal.getsignal(number) for number in ENDINGS] == [signal.SIG_DFL] * len(ENDINGS)
