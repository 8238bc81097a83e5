"""How far long work is: a bar on a terminal's standard error, which is taken away at its end."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from mlroles.console import is_dumb, wants_colour
from mlroles.text import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from mlroles.batch.rows import Part

SECONDS: Final = 0.5
"""Work that is done by then shows no bar; from then on it is drawn this often."""


class Progress:
    """Tells how many things are done and, where ``part`` is known, how long the others take.

    Nothing is told where standard error is no terminal, or one that cannot move its cursor.
    """

    def __init__(self, thing: str, part: "Part | None" = None, *, wanted: bool = True) -> None:
        """Take what is counted, in the singular, and whether the person wants to see it."""
        self._thing = thing
        self._part = part
        self._shown = wanted and sys.stderr.isatty() and not is_dumb()
        self._started = self._told = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        """Begin; the clock ran from the making on."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self.hide()

    def tell(self, done: int) -> None:
        """Say that so many things are done; it is drawn where that is some time ago."""
        if not self._shown:
            return
        now = time.monotonic()
        if now - self._told < SECONDS:
            return
        self._told = now
        self._draw(done, now - self._started)

    def hide(self) -> None:
        """Take the bar away until it is drawn anew, so that a sentence can be written."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _draw(self, done: int, seconds: float) -> None:
        said = counted(done, self._thing)
        part = self._part(done) if self._part else 0.0
        if part > 0:
            said += f" {_clock(seconds * (1 - part) / part)} left"
        elif seconds:
            said += f", {done / seconds:,.0f} a second"
        if self._bar is None:
            self._bar = _new_bar(known=self._part is not None)
            self._bar.add_task(said, total=1.0)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=part, description=said, refresh=True)


def _clock(seconds: float) -> str:
    """Return a time as 0:05 or 1:02:03."""
    minutes, own = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{own:02}" if hours else f"{minutes}:{own:02}"


def _new_bar(*, known: bool) -> "Bar":
    """Return a bar that nothing has been drawn of; ``known`` says whether its end is."""
    from rich.console import Console
    from rich.progress import BarColumn, ProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    columns: list[ProgressColumn] = [TextColumn("{task.description}", markup=False)]
    if known:
        columns.insert(0, BarColumn(bar_width=None))
    console = Console(file=sys.stderr, no_color=not wants_colour(sys.stderr))
    return Bar(
        *columns,
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        expand=True,
    )
