"""How far long work is, on a terminal and elsewhere."""

import io
import re
import sys

import pytest

from mlroles import progress
from mlroles.progress import Progress


class Screen(io.TextIOWrapper):
    """A terminal in some encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding, write_through=True)

    def isatty(self) -> bool:
        """Say that it is one."""
        return True

    @property
    def text(self) -> str:
        """All that was written."""
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


def on_screen(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8") -> Screen:
    """Return standard error as a terminal of 40 columns on which nothing has to wait."""
    found = Screen(encoding)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(progress, "SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", found)
    return found


def at(monkeypatch: pytest.MonkeyPatch, *moments: float) -> None:
    """Let the clock say these seconds, one after the other."""
    clock = iter(moments)
    monkeypatch.setattr("mlroles.progress.time.monotonic", lambda: next(clock))


def lines(text: str) -> list[str]:
    """Return what stood on the line, one after the other, without the control sequences."""
    return [re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", each).strip() for each in text.split("\x1b[2K")]


def test_a_bar_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the end is known a bar grows, and what is left takes as long as what is done did."""
    screen = on_screen(monkeypatch)
    at(monkeypatch, 0, 30, 60)
    with Progress("row", lambda done: done / 4000) as told:
        told.tell(1000)
        told.tell(3000)
    shown = [each for each in lines(screen.text) if "left" in each]
    assert shown[0].endswith(" 1,000 rows 1:30 left")
    assert shown[-1].endswith(" 3,000 rows 0:20 left")
    assert {len(each) for each in shown} <= set(range(30, 41))
    assert "━" in shown[0]


def test_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end the line is empty and the cursor is there again, also where the work failed."""
    screen = on_screen(monkeypatch)

    def work() -> None:
        with Progress("row", lambda _: 0.5) as told:
            told.tell(1)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        work()
    assert screen.text.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


def test_a_sentence_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar goes away for a sentence, and comes again with what is done next."""
    screen = on_screen(monkeypatch)
    with Progress("advert") as told:
        told.tell(1)
        told.hide()
        screen.write("The second cannot be read.\n")
        told.tell(2)
    before, _, after = screen.text.partition("The second")
    assert "1 advert" in before
    assert before.endswith("\x1b[2K")
    assert "2 adverts" in after


def test_a_count_where_nobody_knows_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes through a pipe is counted, with how quickly it goes, and shows no bar."""
    screen = on_screen(monkeypatch)
    at(monkeypatch, 0, 2)
    with Progress("row") as told:
        told.tell(5000)
    assert "5,000 rows, 2,500 a second" in lines(screen.text)
    assert "━" not in screen.text


def test_before_anything_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time is told while none can be reckoned."""
    screen = on_screen(monkeypatch)
    at(monkeypatch, 0, 0)
    with Progress("row", lambda _: 0.0) as told:
        told.tell(0)
    assert "0 rows" in screen.text
    assert "left" not in screen.text


def test_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than an hour is told as such."""
    screen = on_screen(monkeypatch)
    at(monkeypatch, 0, 3723)
    with Progress("row", lambda _: 0.5) as told:
        told.tell(1)
    assert "1 row 1:02:03 left" in screen.text


def test_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done at once shows nothing."""
    screen = on_screen(monkeypatch)
    monkeypatch.setattr(progress, "SECONDS", 3600)
    with Progress("row", lambda _: 0.5) as told:
        told.tell(1)
    assert screen.text == ""


def test_signs_that_the_terminal_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of ASCII alone gets a bar of hyphens."""
    screen = on_screen(monkeypatch, "ascii")
    with Progress("row", lambda _: 0.5) as told:
        told.tell(1)
    assert "---" in screen.text


def test_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wants no colour gets a bar whose length alone says how far it is."""
    screen = on_screen(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    with Progress("row", lambda _: 0.5) as told:
        told.tell(1)
    bar = next(each for each in lines(screen.text) if "left" in each)
    assert bar.count("━") < 15
    assert "[38" not in screen.text
    assert "[9" not in screen.text


@pytest.mark.parametrize("name", ["not wanted", "dumb", "pipe"])
def test_where_none_is_shown(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A pipe, a terminal that cannot move its cursor and who does not want it get nothing."""
    screen = on_screen(monkeypatch)
    pipe = io.StringIO()
    if name == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if name == "pipe":
        monkeypatch.setattr(sys, "stderr", pipe)
    with Progress("row", lambda _: 0.5, wanted=name != "not wanted") as told:
        told.tell(1)
    assert screen.text == ""
    assert name != "pipe" or not pipe.getvalue()
