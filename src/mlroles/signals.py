"""Being told to end: by a signal from outside, in an orderly way.

A signal becomes an exception, so that what is open is closed as on the way out of any error: a
terminal gets its modes back, an unfinished file goes, and what was kept stays kept.
"""

import signal
import threading
from types import FrameType

ENDINGS = tuple(
    number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)
"""The signals that ask a program to end; Windows has no second one."""


class Terminated(BaseException):
    """Somebody wants the program to end; ``code`` is the exit code that says by which signal."""

    def __init__(self, number: int) -> None:
        """Keep the signal's number."""
        super().__init__(number)
        self.code = 128 + number


def end_in_order() -> None:
    """Let each signal in ``ENDINGS`` raise Terminated, unless the caller wants it ignored.

    Only the main thread may say so; elsewhere nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in ENDINGS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> None:
    raise Terminated(number)
