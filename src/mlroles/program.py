"""Runs the command line and turns every error, and every signal, into a sentence and a code."""

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from mlroles.errors import ExitCode, InternalError, MlrolesError
from mlroles.signals import Terminated, end_in_order


def run() -> int:
    """Run as a process of its own, for the ``mlroles`` script; return the exit code.

    So short a run leaves no garbage behind. Looking for it, meanwhile and at the end, would take
    a sixth of the time of ``mlroles show``.
    """
    gc.disable()
    try:
        return main()
    finally:
        gc.freeze()  # what there is now, the interpreter need not search when it ends


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line on ``arguments`` (by default the process's own); return its exit code.

    No traceback reaches a person; MLROLES_DEBUG=1 lets it through, for whoever mends mlroles.
    """
    # No plug-in of Pydantic's is used, and looking for them reads the metadata of every package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    end_in_order()
    if sys.stderr is None:  # closed by the caller, who wants to hear nothing
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        return _tell(MlrolesError("Cannot write the result: standard output is closed."))
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except Terminated as ending:
        code = ending.code
    except SystemExit as leaving:  # Typer's way out, also where the reader has gone
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        code = _leave_the_reader()
    except BrokenPipeError:  # the reader, such as ``head``, has seen enough
        code = _leave_the_reader()
    except OSError as error:
        from mlroles.datafile.files import reason

        _abandon_stdout()
        code = _tell(MlrolesError(f"Cannot write the result: {reason(error)}."))
    return code


def _leave_the_reader() -> int:
    _abandon_stdout()
    return ExitCode.DONE


def _run(arguments: Sequence[str] | None) -> int:
    if "_MLROLES_COMPLETE" in os.environ:  # a shell asks what it may complete
        from mlroles.cli.tab import offered

        if told := offered(os.environ):
            sys.stdout.write(told[0])
            return told[1]
    import typer

    from mlroles.cli.app import app
    from mlroles.cli.help import worded
    from mlroles.cli.request import wants_json

    as_json = wants_json(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=arguments, prog_name="mlroles", standalone_mode=False)
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except MlrolesError as error:
        return _tell(error, as_json=as_json)
    except typer.TyperException as error:
        return _tell(worded(error), as_json=as_json)
    except OSError:
        raise
    except Exception as error:
        if os.environ.get("MLROLES_DEBUG"):
            raise
        message = f"mlroles failed on a mistake of its own ({type(error).__name__})."
        hint = "Please report it, with what MLROLES_DEBUG=1 shows."
        return _tell(InternalError(message, hint), as_json=as_json)
    return code if isinstance(code, int) else ExitCode.DONE


def _tell(error: MlrolesError, *, as_json: bool = False) -> int:
    """Tell a person on stderr, and where JSON is asked for a program on stdout as well."""
    from mlroles.console import write, write_error

    with suppress(OSError):  # the exit code says it as well
        write_error(error)
    if as_json:
        from mlroles.render.machine import ERROR, to_json

        write(to_json(ERROR, error.failure))
    return error.exit_code


def _abandon_stdout() -> None:
    """Point stdout at nothing, so that closing it at exit cannot fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
