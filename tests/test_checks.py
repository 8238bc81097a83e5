"""The house rules, held by the tools that know them."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def passes(*command: str) -> None:
    """Run a tool of this environment in the checkout; its complaint becomes the failure."""
    program, *arguments = command
    path = shutil.which(program, path=str(Path(sys.executable).parent))
    assert path, f"{program} is not installed: pip install -e '.[test,build]'"
    done = subprocess.run(
        [path, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_format() -> None:
    """Every file stands as the formatter would leave it."""
    passes("ruff", "format", "--check", ".")


def test_lint() -> None:
    """The linter finds nothing."""
    passes("ruff", "check", ".")


def test_types() -> None:
    """Every file is fully typed, and the types fit."""
    passes("mypy")


def test_layers() -> None:
    """A module imports only what its layer may."""
    passes("lint-imports", "--no-cache")
