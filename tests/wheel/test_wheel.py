"""What is shipped: the sdist, the wheel built from it, and an installation of that wheel."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from mlroles import __version__
from mlroles.locations import data_directory
from mlroles.parts import PARTS

ROOT = Path(__file__).parents[2]
DATA = {part.file for part in PARTS}


def run(*command: str | Path, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program that knows nothing of this process's Python settings; it must succeed."""
    own = ("COV", "PYTHON", "MLROLES")
    settings = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**settings, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@dataclass(frozen=True)
class Built:
    """The two files that are published."""

    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return an sdist of the checkout and the wheel built from that sdist."""
    target = tmp_path_factory.mktemp("dist")
    # No isolation: the build backend is part of the test extra, so nothing is downloaded.
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    [sdist], [wheel] = target.glob("*.tar.gz"), target.glob("*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="module")
def scripts(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a new environment that holds the wheel."""
    home = tmp_path_factory.mktemp("installed") / "env"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--no-deps", "--no-index", built.wheel, cwd=home)
    # What mlroles depends on is taken from the environment of the tests.
    [library] = home.glob("lib/python*/site-packages")
    (library / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def test_wheel_holds_the_package_and_its_data(built: Built) -> None:
    """The wheel holds the package, its data, the mark of typed code and the licence; no more."""
    names = set(zipfile.ZipFile(built.wheel).namelist())
    info = f"mlroles-{__version__}.dist-info"
    assert {f"mlroles/data/{name}" for name in DATA} <= names
    assert {"mlroles/py.typed", f"{info}/licenses/LICENSE", f"{info}/entry_points.txt"} <= names
    modules = {
        f"mlroles/{path.relative_to(ROOT / 'src/mlroles').as_posix()}"
        for path in (ROOT / "src/mlroles").rglob("*.py")
    }
    assert {name for name in names if name.endswith(".py")} == modules
    assert {name.split("/")[0] for name in names} == {"mlroles", info}


def test_sdist_holds_what_builds_and_tests(built: Built) -> None:
    """The sdist holds the sources, the data, the tests and the pages, and no leftovers."""
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md", "Makefile"} <= names
    assert {f"data/{name}" for name in DATA} <= names
    assert {"src/mlroles/__main__.py", "tests/conftest.py", "docs/data.md"} <= names
    assert [name for name in names if "__pycache__" in name or name.startswith(".venv")] == []


def test_installed_package_is_the_one_in_use(scripts: Path, tmp_path: Path) -> None:
    """The installed program reads the data inside the installed package."""
    found = Path(run(scripts / "mlroles", "data", "path", cwd=tmp_path).stdout.strip())
    assert found.is_relative_to(scripts.parent)
    assert {path.name for path in found.iterdir()} >= DATA


def test_installed_program_accepts_its_data(scripts: Path, tmp_path: Path) -> None:
    """The installed program finds nothing wrong with the data that it came with."""
    report = json.loads(run(scripts / "mlroles", "data", "check", "--json", cwd=tmp_path).stdout)
    assert set(report["result"]["files"]) == DATA
    assert report["result"]["problems"] == []


@pytest.mark.parametrize("arguments", [("compare",), ("show", "ml-engineer")])
def test_installed_program_works_anywhere(
    scripts: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """The installed program writes in any folder what the checkout's writes."""
    done = run(scripts / "mlroles", *arguments, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout == run(sys.executable, "-m", "mlroles", *arguments, cwd=ROOT).stdout


def test_installed_quiz_scores_a_sheet(scripts: Path, tmp_path: Path) -> None:
    """The installed quiz scores a sheet from standard input, as ``python -m mlroles`` does too."""
    sheet = (ROOT / "docs/example-answers.json").read_text("utf-8")
    arguments = ("quiz", "--answers", "-", "--json")
    first = run(scripts / "mlroles", *arguments, cwd=tmp_path, stdin=sheet).stdout
    second = run(scripts / "python", "-m", "mlroles", *arguments, cwd=tmp_path, stdin=sheet).stdout
    assert first == second
    assert json.loads(first)["schema"] == "mlroles/quiz"


def test_editable_install_reads_the_checkout() -> None:
    """An editable install reads the checkout's own data, so that a change shows at once."""
    assert data_directory() == ROOT / "data"
