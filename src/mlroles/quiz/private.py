"""The folder that only the person whose it is can look into, and taking turns in it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from mlroles.datafile.files import PRIVATE

PATIENCE = 10.0
"""Seconds that one waits for the others who write into the folder; each takes a moment."""


def state_folder() -> Path | None:
    """Return the folder of what is kept: ``MLROLES_STATE``, else the platform's own.

    None where there is neither, as for an account without a home.
    """
    if named := os.environ.get("MLROLES_STATE"):
        return Path(named)
    from platformdirs import user_state_path

    try:
        return user_state_path("mlroles", appauthor=False)
    except RuntimeError:
        return None


@contextmanager
def turn_in(folder: Path) -> Iterator[None]:
    """Make ``folder`` private, and let nobody else who calls this write there meanwhile.

    Raises OSError where the folder cannot be made or locked.
    """
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    make_private(folder)
    with FileLock(folder / ".lock", timeout=PATIENCE, mode=PRIVATE):
        yield


def make_private(folder: Path) -> None:
    """Take from everybody else what they may do to the folder and to what lies in it.

    What is somebody else's, or a folder for everybody such as ``/tmp``, stays as it is. Nothing is
    raised: where rights cannot be changed, as on some file systems, there are none to take.
    """
    if os.name == "nt":  # rights are kept in another way, and a person's folders are their own
        return
    with suppress(OSError):
        own = folder.stat()
        if own.st_uid != os.getuid() or own.st_mode & stat.S_ISVTX:
            return
        folder.chmod(stat.S_IRWXU)
        for each in folder.iterdir():
            if each.is_file() and not each.is_symlink():
                each.chmod(PRIVATE)


def set_aside(path: Path) -> Path:
    """Rename ``path`` to a free name that ends in ``.broken``, and return that name."""
    names = (path.with_name(f"{path.name}.{number}.broken") for number in count(1))
    aside = next(name for name in names if not os.path.lexists(name))
    return path.rename(aside)
