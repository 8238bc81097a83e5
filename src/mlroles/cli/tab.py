"""Completes a name on TAB before Typer is loaded, which takes most of the time of a key press.

Only on the lines that are typed most: a command and names, without any option. All others are
left to Typer, and what is offered here is what Typer would offer; but it breaks a long meaning
into lines as wide as the terminal, and here each stays whole.
"""

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mlroles.cli import completion
from mlroles.errors import ExitCode

NAMES: Mapping[str, tuple[completion.Complete, bool]] = {
    "show": (completion.roles, False),
    "compare": (completion.roles, True),
    "skills": (completion.roles, True),
    "responsibilities": (completion.roles, True),
    "pay": (completion.roles, True),
    "profile": (completion.roles, False),
    "plan": (completion.roles, False),
    "advert": (completion.roles, False),
    "evidence": (completion.evidence, False),
    "frameworks": (completion.frameworks, False),
    "sources": (completion.ids, False),
}
"""The commands that take names: what completes them, and whether there may be several."""

Offers = Sequence[tuple[str, str]]
"""Words, each with what it means."""

_ZSH = str.maketrans({'"': '""', "'": "''", ":": r"\\:"})
"""What Typer's script for zsh wants to be written otherwise."""


@dataclass(frozen=True)
class _NoOptions:
    """What completion asks of Typer's context, for a line without options."""

    params: Mapping[str, Any] = field(default_factory=dict)

    def find_root(self) -> "_NoOptions":
        return self


def offered(environment: Mapping[str, str]) -> tuple[str, ExitCode] | None:
    """Return what to print for the shell that asks in ``environment``, and the exit code.

    None where Typer has to find it: this is another line, or another shell.
    """
    shell = environment.get("_MLROLES_COMPLETE", "").removeprefix("complete_")
    try:
        words = _typed(shell, environment)
    except (LookupError, ValueError):  # half a protocol, or a quotation mark that is still open
        return None
    if len(words) < len(("command", "begun")) or any(map(_is_no_name, words)):
        return None
    command, *before, begun = words
    complete, several = NAMES.get(command, (None, False))
    if complete is None or (before and not several):
        return None
    return _told(shell, complete(_NoOptions(), begun), environment)


def _told(shell: str, found: Offers, environment: Mapping[str, str]) -> tuple[str, ExitCode]:
    """Return what Typer's script for the shell is told, and the exit code."""
    if shell == "zsh":
        return _for_zsh(found), ExitCode.DONE
    if shell == "bash":
        return _lines(word for word, _ in found), ExitCode.DONE
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return "", ExitCode.DONE if found else ExitCode.COULD_NOT
    told = (f"{word}\t{meaning}" if meaning else word for word, meaning in found)
    return _lines(told), ExitCode.DONE


def _typed(shell: str, environment: Mapping[str, str]) -> list[str]:
    """Return the words after the program's name up to the one that is being typed.

    Empty for a shell whose protocol is not spoken here.
    """
    if shell == "bash":
        words = shlex.split(environment["COMP_WORDS"])
        place = int(environment["COMP_CWORD"])
        return [*words, ""][1 : place + 1]
    if shell in {"zsh", "fish"}:
        line = environment["_TYPER_COMPLETE_ARGS"]
        return shlex.split(line)[1:] + [""] * line.endswith(" ")
    return []


def _is_no_name(word: str) -> bool:
    return word.startswith("-") or "=" in word


def _lines(words: Iterable[str]) -> str:
    return "\n".join(words) + "\n"


def _for_zsh(found: Offers) -> str:
    """Return what Typer's script for zsh evaluates."""
    if not found:
        return "_files\n"
    told = (
        f'"{word.translate(_ZSH)}"' + (f':"{meaning.translate(_ZSH)}"' if meaning else "")
        for word, meaning in found
    )
    words = "\n".join(told)
    return f"_arguments '*: :(({words}))'\n"
