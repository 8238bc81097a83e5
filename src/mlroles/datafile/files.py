"""Reading a file with a bound on its size, and writing one whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def read_limited(path: Path, limit: int) -> bytes | None:
    """Return the file's bytes, or None where it holds more than ``limit`` bytes.

    Raises OSError as ``open`` does: a missing file, a directory, no permission.
    """
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    return None if len(data) > limit else data


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader sees the old file or the new one, never half.

    Raises OSError where the folder cannot be written; the old file is then untouched.
    """
    with replacing(path) as stream:
        stream.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file at ``path`` once the block has ended well.

    Where the block raises, or the file cannot be written (OSError), the old file is untouched.
    """
    target = Path(os.path.realpath(path))  # a symbolic link keeps pointing where it pointed
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Return why the system refused, in a few words."""
    return (error.strerror or type(error).__name__).lower()
