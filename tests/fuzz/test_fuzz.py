"""A short run of ``benchmarks/fuzz.py``, and what it takes for a mistake."""

import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="nothing tells how much memory a case took"
)


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module."""
    pytest.importorskip("resource")
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    monkeypatch.setattr(sys, "path", [*sys.path])
    return import_module("fuzz")


def test_spoilt_files_are_accepted_or_refused(fuzz: ModuleType, tmp_path: Path) -> None:
    """Whatever is done to a file, it is read or refused, soon and in bounded memory."""
    counts, found = fuzz.Counts(), []
    fuzzer = fuzz.Fuzzer("suite", tmp_path / "case")
    for number in range(600):
        kind, outcomes = fuzzer.run(number)
        counts.update((kind, each) for each in outcomes)
        if not {"accepted", "refused"}.issuperset(outcomes):
            found.append((number, kind, outcomes, fuzzer.watch.error))
    assert found == []
    for kind in (*fuzz.OFTEN, "command"):
        assert counts[kind, "accepted"], f"no {kind} was accepted: too much was spoilt"
        assert counts[kind, "refused"], f"no {kind} was refused: nothing was spoilt"


def test_a_case_is_the_same_each_time(fuzz: ModuleType, tmp_path: Path) -> None:
    """A number stands for one case, so that what was found can be shown again."""
    first, second = (fuzz.Fuzzer("suite", tmp_path / name) for name in ("a", "b"))
    for number in range(100):
        kind, case = first.draw(number)
        again, same = second.draw(number)
        assert kind == again
        if kind != "command":
            assert case.args[:1] == same.args[:1]


@pytest.mark.usefixtures("fuzz")
def test_what_is_no_error_of_ours_is_a_mistake() -> None:
    """A case that raises another error, or takes too much, is found."""
    watch = import_module("fuzzing.watch").Watch()

    def mistaken() -> bool:
        raise ZeroDivisionError

    def large() -> bool:
        return bool(bytearray(300 * 1024**2))

    assert watch.run(mistaken) == ["mistake"]
    assert isinstance(watch.error, ZeroDivisionError)
    assert watch.run(large) == ["accepted", "large"]
    assert Counter(watch.run(lambda: True)) == {"accepted": 1}


@pytest.mark.usefixtures("fuzz")
@pytest.mark.parametrize("text", ["\x1b[2J", "a\x9bb", "\u202e", "\x07", "a\rb", "\ud800"])
def test_what_a_terminal_acts_on_is_unsafe(text: str) -> None:
    """Anything but text, colours and the ends of lines is unsafe."""
    unsafe = import_module("fuzzing.commands").unsafe
    assert unsafe(text)
    assert not unsafe("\x1b[1;31mred\x1b[0m\n→ 日本 👩‍💻\r\n")
