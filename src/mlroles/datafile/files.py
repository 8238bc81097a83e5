"""Reading a file with a bound on its size, and writing one whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import BinaryIO

from mlroles.errors import MlrolesError

PRIVATE = 0o600
"""The mode of a file that is for nobody but the person whose it is."""


def open_regular(path: Path) -> BinaryIO:
    """Return the file at ``path``, open for reading.

    Raises OSError as ``open`` does, and where it is a pipe, a device or a socket: these may hang,
    or never end.
    """
    stream = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - the caller closes it
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, "not a regular file")
    return stream


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to is opened as well, and does not hang."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_limited(path: Path, limit: int) -> bytes | None:
    """Return the file's bytes, or None where it holds more than ``limit`` bytes.

    Raises OSError as ``open_regular`` does.
    """
    with open_regular(path) as stream:
        data = stream.read(limit + 1)
    return None if len(data) > limit else data


def write_atomic(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write ``data`` to ``path`` so that a reader sees the old file or the new one, never half.

    ``mode`` is as in ``replacing``. Raises OSError where the folder cannot be written; the old
    file is then untouched.
    """
    with replacing(path, mode) as stream:
        stream.write(data)


@contextmanager
def replacing(path: Path, mode: int | None = None) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file at ``path`` once the block has ended well.

    The file gets ``mode``, else that of the file it replaces, else what the umask leaves. Where
    the block raises, or the file cannot be written (OSError), the old file is untouched. What a
    writer left that was killed is cleared away.
    """
    target = Path(os.path.realpath(path))  # a symbolic link keeps pointing where it pointed
    prefix = f".{target.name[:40]}.{_host()}-"
    _clear_what_was_left(target.parent, prefix)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f"{prefix}{os.getpid()}-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if mode is None:
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _host() -> str:
    """Return a short name for this machine, as nobody can ask another's processes for life."""
    from platform import node
    from zlib import crc32

    return f"{crc32(node().encode()):08x}"


def _clear_what_was_left(folder: Path, prefix: str) -> None:
    """Remove the unfinished files in ``folder`` whose writer on this machine has ended."""
    for left in folder.glob(f"{escape(prefix)}*"):
        process = left.name.removeprefix(prefix).split("-")[0]
        if process.isdecimal() and not _lives(int(process)):
            left.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    if os.name == "nt":  # where such a question would end the process
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's, or the system cannot tell
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def telling(path: Path, hint: str = "") -> Iterator[None]:
    """Tell that ``path`` cannot be written, and why, where the system refuses within the block.

    OSError becomes MlrolesError; ``hint`` says what to do.
    """
    try:
        yield
    except OSError as error:
        raise MlrolesError(f"Cannot write {path}: {reason(error)}.", hint) from error


def reason(error: OSError) -> str:
    """Return why the system refused, in a few words."""
    return (error.strerror or type(error).__name__).lower()
