"""From a result to the person: chooses the walker and writes to stdout."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from mlroles.cli.options import Format
from mlroles.errors import UsageError
from mlroles.render.document import Document


@dataclass(frozen=True)
class Output:
    """How a result is to be written."""

    format: Format
    plain: bool

    @classmethod
    def of(cls, format_: Format | None, *, json: bool, plain: bool) -> "Output":
        """Return what the options ask for; raises UsageError where they contradict one another."""
        if json and format_ not in {None, Format.JSON}:
            raise UsageError(f"--json contradicts --format {format_}.", "Leave one of the two out.")
        chosen = Format.JSON if json else format_ or Format.TERMINAL
        return cls(chosen, plain or os.environ.get("MLROLES_PLAIN", "") not in {"", "0"})

    @staticmethod
    def directory(data: Path | None) -> Path:
        """Return the folder of the catalogue: the option's, the environment's, or our own."""
        if data is not None:
            return data
        if chosen := os.environ.get("MLROLES_DATA"):
            return Path(chosen)
        from mlroles.locations import data_directory

        return data_directory()


def emit(name: str, result: object, view: Callable[[], Document], output: Output) -> None:
    """Write ``result`` to stdout; ``name`` is that of its published schema."""
    from mlroles.console import stdout_console, write

    match output.format:
        case Format.JSON:
            from mlroles.render.machine import to_json

            write(to_json(name, result))
        case Format.MARKDOWN:
            from mlroles.render.markdown import to_markdown

            write(to_markdown(view()), "xmlcharrefreplace")
        case Format.TERMINAL if output.plain:
            from mlroles.render.plain import to_plain

            write(to_plain(view()))
        case Format.TERMINAL:
            from mlroles.render.terminal import render

            render(view(), stdout_console())
        case _:
            assert_never(output.format)
