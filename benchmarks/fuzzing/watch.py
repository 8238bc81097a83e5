"""Watching a case: what comes out of it, how long it takes, and how much memory."""

import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from mlroles.errors import MlrolesError

SLOW = 2.0
"""Seconds of processor time that a case may take."""

LARGE = 200 * 1024**2
"""Bytes that a process may take whose only work is the case."""

BARE = 110 * 1024**2
"""Bytes of a process that has loaded everything, Parquet's library too, and done nothing."""

PATIENCE = 60
"""Seconds after which a case counts as hanging."""

MOST_MEMORY = 4 * 1024**3
"""Bytes of addresses that a process of cases may have."""

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


class Hangs(BaseException):
    """A case has not come to an end."""


class Watch:
    """Runs cases one by one."""

    def __init__(self) -> None:
        """Start with nothing watched."""
        signal.signal(signal.SIGALRM, _give_up)
        self.error: BaseException | None = None
        self.seconds = 0.0
        self.peak = 0

    def run(self, case: Callable[[], bool]) -> list[str]:
        """Run ``case``, which returns whether something was accepted; return what it was.

        That is ``accepted``, ``refused`` or ``mistake``, and beside it ``slow`` and ``large``
        where it was. ``error``, ``seconds`` and ``peak`` (bytes) tell of the last case.
        """
        self.error = None
        _CLEAR.write_text("5")  # the highest size is from now on
        before = self._memory()["VmRSS"]
        started = time.process_time()
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            outcome = "accepted" if case() else "refused"
        except MlrolesError as error:
            str(error)
            outcome = "refused"
        except Hangs as error:
            self.error, outcome = error, "slow"
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            self.error, outcome = error, "mistake"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        self.seconds = time.process_time() - started
        self.peak = BARE + self._memory()["VmHWM"] - before
        more = ["slow"] if self.seconds > SLOW and outcome != "slow" else []
        return [outcome, *more, *(["large"] if self.peak > LARGE else [])]

    @staticmethod
    def _memory() -> dict[str, int]:
        lines = (line.split() for line in _STATUS.read_text().splitlines())
        return {
            words[0].rstrip(":"): int(words[1]) * 1024 for words in lines if words[0][:2] == "Vm"
        }


def _give_up(_: int, __: FrameType | None) -> None:
    raise Hangs


def bound_memory() -> None:
    """Let the system refuse this process more than ``MOST_MEMORY``, for the machine's sake."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
