"""Being told to end: by a signal from outside, in an orderly way.

A signal becomes an exception, so that what is open is closed as on the way out of any error: a
terminal gets its modes back, an unfinished file goes, and what was kept stays kept.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

ENDINGS = tuple(
    number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
"""The signals that ask a program to end; Windows has no second one."""


class Terminated(SystemExit):
    """Somebody wants the program to end; ``code`` is the exit code that says by which signal.

    It is a way out of the system's own kind because an event loop reports any other exception that
    comes up within a callback, and goes on.
    """

    code: int

    def __init__(self, number: int) -> None:
        """Take the signal's number."""
        super().__init__(128 + number)


AGAIN = 0.05
"""Seconds after which a signal is sent again whose exception came up where Python drops it."""


def end_in_order() -> None:
    """Let each signal in ``ENDINGS`` raise Terminated, unless the caller wants it ignored.

    Only the main thread may say so; elsewhere nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    if not isinstance(sys.unraisablehook, _NotLost):
        sys.unraisablehook = _NotLost(sys.unraisablehook)
    for number in ENDINGS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


@contextmanager
def ending_by(leave: Callable[[], bool]) -> Iterator[None]:
    """Within the block, let a signal in ``ENDINGS`` call ``leave``, and raise Terminated after it.

    For an event loop, which an exception at any place would leave with the terminal half drawn:
    ``leave`` asks it to end soon, and returns False where there is none to ask; then Terminated is
    raised at once.
    """
    told: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        told.append(number)
        if not leave():
            raise Terminated(number)

    ours = [number for number in ENDINGS if signal.getsignal(number) is _end]
    for number in ours:
        signal.signal(number, note)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, _end)
    if told:
        raise Terminated(told[0])


class _NotLost:
    """Sends a signal again whose exception came up where none can be raised.

    Python drops what comes up within a finaliser or the callback of a weak reference, which the
    import of a module has many of; the program would go on as if nobody had told it to end.
    """

    def __init__(self, before: Callable[[Any], object]) -> None:
        self._before = before

    def __call__(self, unraisable: Any) -> None:  # noqa: ANN401 - sys.UnraisableHookArgs has no name
        ending = unraisable.exc_value
        if isinstance(ending, Terminated):
            number = ending.code - 128
            threading.Timer(AGAIN, os.kill, (os.getpid(), number)).start()
        else:
            self._before(unraisable)


def _end(number: int, _: FrameType | None) -> None:
    raise Terminated(number)
