"""Every error becomes a sentence and a code; streams that fail do no harm."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from mlroles import __version__
from mlroles.__main__ import main
from mlroles.roles import load
from tests.running import run, spawn


def test_done_is_0() -> None:
    """A command that did what was asked returns 0 and says nothing on stderr."""
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"mlroles {__version__}\n", "")


def test_program_runs_as_a_module() -> None:
    """``python -m mlroles`` is the program."""
    ran = spawn("--version")
    assert (ran.returncode, ran.stdout.decode()) == (0, f"mlroles {__version__}\n")


def test_arguments_are_the_process_s_own_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called without arguments, main reads those of the process."""
    monkeypatch.setattr(sys, "argv", ["mlroles", "show", "nobody"])
    assert main() == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ("show", "nobody"),
            2,
            (
                "Error: “nobody” is none of the jobs that this catalogue knows.\n"
                "Hint: The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs. "
                "“mlroles title nobody” says what its words tell.\n"
            ),
        ),
        (("show",), 2, "Error: ROLE is missing.\nHint: Try 'mlroles show --help'.\n"),
        (
            ("comprae",),
            2,
            (
                "Error: There is no command “comprae”.\n"
                "Hint: Did you mean compare? Try 'mlroles --help'.\n"
            ),
        ),
        (
            ("skills", "--shared", "--unique"),
            2,
            "Error: --shared contradicts --unique.\nHint: Leave one of the two out.\n",
        ),
        (
            ("sources", "qwak-1", "--claims"),
            2,
            (
                "Error: An id cannot stand with --claims or --disputes.\n"
                "Hint: Ask for one of them.\n"
            ),
        ),
        (
            ("--data", "/nowhere", "list"),
            1,
            (
                "Error: Cannot read /nowhere.\n"
                "  sources.json: cannot be read: no such file or directory\n"
                "Hint: Check the folder that --data or MLROLES_DATA names.\n"
            ),
        ),
    ],
)
def test_error_is_a_sentence_on_stderr(arguments: tuple[str, ...], code: int, message: str) -> None:
    """What went wrong and what to do stands on stderr, and nothing on stdout."""
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (code, "", message)


@pytest.mark.parametrize("arguments", [("list", "--format", "xml"), ("list", "--nonsense")])
def test_wrong_option_is_wrong_use(arguments: tuple[str, ...]) -> None:
    """An option or a value that does not exist exits 2 and points to the help."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
    assert ran.err.endswith("Hint: Try 'mlroles list --help'.\n")


def test_what_a_person_types_reaches_the_terminal_as_text() -> None:
    """A control sequence in an argument is not repeated in the error."""
    for arguments in (("show", "\x1b[31mred"), ("\x1b[31mred",), ("list", "--\x9b2J")):
        ran = run(*arguments)
        assert ran.code == 2
        assert not {"\x1b", "\x9b"} & set(ran.err)


@pytest.mark.parametrize("error", [RuntimeError("boom"), ValueError("\x1b[31m"), KeyError("x")])
def test_mistake_of_our_own_is_a_sentence(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception that nobody foresaw is one sentence, exit 1, and no traceback."""
    monkeypatch.setattr(load, "load_catalogue", lambda *_: (_ for _ in ()).throw(error))
    ran = run("list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"Error: mlroles failed on a mistake of its own ({type(error).__name__}).\n"
        "Hint: Please report it, with what MLROLES_DEBUG=1 shows.\n"
    )


def test_debug_lets_a_mistake_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """With MLROLES_DEBUG the exception comes as it is."""
    monkeypatch.setattr(load, "load_catalogue", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("list", environment={"MLROLES_DEBUG": "1"})


@pytest.mark.parametrize("signal", [KeyboardInterrupt, typer.Abort])
def test_ctrl_c_is_130(signal: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the program without a word and with the code that shells expect."""

    def interrupt(*_: object) -> None:
        raise signal

    monkeypatch.setattr(load, "load_catalogue", interrupt)
    ran = run("list")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_ctrl_c_at_the_very_end_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the output is written ends the same way."""

    class Interrupted(io.StringIO):
        def flush(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdout", Interrupted())
    assert main(["data", "path"]) == 130


class Failing(io.StringIO):
    """A standard output that fails as ``error`` says, with a file behind it."""

    def __init__(self, descriptor: int) -> None:
        """Write to ``descriptor``, in theory."""
        super().__init__()
        self.descriptor = descriptor
        self.error = OSError(28, "No space left on device")

    def fileno(self) -> int:
        """Return what is behind it."""
        return self.descriptor

    def flush(self) -> None:
        """Fail."""
        raise self.error


@pytest.fixture
def failing(tmp_path: Path) -> Iterator[Failing]:
    """Return a standard output that fails; what was behind it is replaced when it is abandoned."""
    with (tmp_path / "stdout").open("wb") as behind:
        yield Failing(behind.fileno())


def test_reader_that_has_seen_enough_is_no_error(
    failing: Failing, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe closed by its reader ends the program quietly with 0."""
    failing.error = BrokenPipeError(32, "Broken pipe")
    monkeypatch.setattr(sys, "stdout", failing)
    assert main(["data", "path"]) == 0
    assert capsys.readouterr().err == ""
    assert os.path.samestat(os.fstat(failing.fileno()), Path(os.devnull).stat())


def test_output_that_cannot_be_written_is_told(
    failing: Failing, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is an error with the system's reason."""
    monkeypatch.setattr(sys, "stdout", failing)
    assert main(["data", "path"]) == 1
    assert capsys.readouterr().err == ("Error: Cannot write the result: no space left on device.\n")
    assert os.path.samestat(os.fstat(failing.fileno()), Path(os.devnull).stat())


def test_closed_stdout_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a standard output there is nothing to write to, and that is said."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["list"]) == 1
    assert capsys.readouterr().err == (
        "Error: Cannot write the result: standard output is closed.\n"
    )


def test_closed_stderr_keeps_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard error the exit code still says what happened."""
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["show", "nobody"]) == 2


def test_full_stderr_keeps_the_code(failing: Failing, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that cannot be told still has its exit code."""

    def refuse(_: str) -> int:
        raise failing.error

    monkeypatch.setattr(sys.stderr, "write", refuse)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(["show", "nobody"]) == 2


@pytest.mark.parametrize("command", ["compare", "sources --claims", "--json show mle", "--help"])
def test_closed_pipe_is_quiet(command: str) -> None:
    """``| head -1`` takes its line, and nobody complains."""
    ran = spawn(*command.split(), after="| head -1; exit ${PIPESTATUS[0]}")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.count(b"\n") == 1


@pytest.mark.parametrize("command", ["compare", "--version", "--help", "data schema"])
def test_full_device_is_one_sentence(command: str) -> None:
    """Output to a full device is one sentence and exit 1."""
    ran = spawn(*command.split(), after="> /dev/full")
    assert ran.returncode == 1
    assert ran.stderr == b"Error: Cannot write the result: no space left on device.\n"


def test_streams_closed_by_the_shell_do_no_harm() -> None:
    """``>&-`` is one sentence, and ``2>&-`` keeps the code."""
    ran = spawn("list", after=">&-")
    assert ran.returncode == 1
    assert ran.stderr == b"Error: Cannot write the result: standard output is closed.\n"
    assert spawn("show", "nobody", after="2>&-").returncode == 2


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("encoding", "sign"), [("ascii", b"##-"), ("latin-1", b"##-"), ("utf-8", "●●○".encode())]
)
@pytest.mark.parametrize("more", [(), ("--plain",), ("--format", "markdown"), ("--json",)])
def test_any_encoding_of_stdout_will_do(encoding: str, sign: bytes, more: tuple[str, ...]) -> None:
    """Every screen can be written in ASCII and in Latin-1, gauges too."""
    ran = spawn("compare", *more, environment={"PYTHONIOENCODING": encoding})
    assert (ran.returncode, ran.stderr) == (0, b"")
    ran.stdout.decode(encoding)
    assert (sign in ran.stdout) == (not more or (encoding == "utf-8" and more[0] == "--format"))


@pytest.mark.uncounted
@pytest.mark.parametrize("command", ["--help", "show --help", "quiz --help", "data --help"])
def test_help_needs_ascii_only(command: str) -> None:
    """Help pages can be written anywhere."""
    ran = spawn(*command.split(), environment={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": ""}, False),
    ],
)
def test_colour_is_as_the_environment_says(environment: dict[str, str], coloured: bool) -> None:
    """A pipe gets colour only where it is forced, and NO_COLOR has the last word."""
    ran = run("compare", environment=environment)
    assert ("\x1b[" in ran.out) == coloured
