"""How the program ends, however it is interrupted."""

import runpy
import sys
from types import ModuleType

import pytest

import mlroles.__main__ as entry
from mlroles import program
from mlroles.signals import Terminated


class Interrupting(ModuleType):
    """A module in the middle of whose import somebody presses Ctrl-C."""

    def __getattr__(self, name: str) -> object:
        """Interrupt."""
        raise KeyboardInterrupt


def test_an_interruption_of_the_start_is_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C before the program has begun ends it without a traceback."""
    monkeypatch.setitem(sys.modules, "mlroles.program", Interrupting("mlroles.program"))
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(entry.__file__))
    assert caught.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_being_told_to_end_has_its_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal that asks the program to end is told by the exit code, and by nothing else."""

    def told(_: object) -> int:
        raise Terminated(15)

    monkeypatch.setattr(program, "_run", told)
    assert program.main([]) == 143
