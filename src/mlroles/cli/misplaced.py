"""A file where a name is wanted: says so, and which command reads such a file."""

import shlex
from collections.abc import Iterable
from typing import Final

from mlroles.errors import UsageError
from mlroles.text import quoted

READERS: Final = {
    "plan": "plan --advert",
    "profile": "profile --from",
    "quiz": "quiz --answers",
    "title": "title --file",
    "advert": "advert --check",
    "hire": "team",
}
"""What reads a file, by the command that got one; what any other command got may be an advert."""


def misplaced(command: str, names: Iterable[str]) -> UsageError | None:
    """Return what says that one of ``names`` is a file, and which command reads it; else None."""
    from pathlib import Path

    for name in names:
        try:
            found = Path(name).is_file()
        except (OSError, ValueError):  # too long for a path, or with a sign that none may have
            continue
        if found:
            reader = shlex.join(["mlroles", *READERS.get(command, "read").split(), name])
            message = f"{quoted(name)} is a file, and no name that {command} knows."
            return UsageError(message, f"“{reader}” reads it.")
    return None
