"""The page's script, held by tools that know JavaScript: types, mistakes, format."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mlroles.roles.load import load_catalogue
from mlroles.site.page import Page
from tests import kitchen
from tests.bakehouse import whole_bakery
from tests.catalogues import Files, write

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "src" / "mlroles" / "site" / "js"


def deno(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Deno of this environment with the checkout's settings; it keeps its own in ``folder``."""
    program = Path(sys.executable).with_name("deno")
    settings = {"DENO_DIR": str(folder), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [program, *arguments, "--quiet", "--config", ROOT / "deno.json"],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def written(folder: Path, files: Files) -> str:
    """Return a module that holds what Python writes into the page of a catalogue."""
    page = Page(load_catalogue(write(folder, files))).whole()
    data = page.partition('id="data">')[2].partition("</script>")[0]
    types = f'import("{MODULES.as_uri()}/data.js")'
    return f"/** @type {{{types}.Written<{types}.Data>}} */\nexport const data = {data};\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return a module of data for a quiz with measured halves, and for one without."""
    folder = tmp_path_factory.mktemp("catalogues")
    catalogues = {"kitchen": kitchen.open_kitchen_files(), "bakery": whole_bakery()}
    return [written(folder / name, files) for name, files in catalogues.items()]


def test_types(tmp_path: Path, data: list[str]) -> None:
    """Every module is fully typed, and the types fit: each other, and what Python writes."""
    for place, module in enumerate(data):
        (tmp_path / f"data{place}.js").write_text(module, "utf-8")
    done = deno(tmp_path / "deno", "check", MODULES, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_type_that_does_not_fit(tmp_path: Path, data: list[str]) -> None:
    """A wrong type is found, a field too many or too few, and words that are not from Python."""
    page = f'import {{ make }} from "{MODULES.as_uri()}/page.js";'
    sheets = (MODULES / "sheets.js").read_text("utf-8").replace("./", f"{MODULES.as_uri()}/")
    planted = {
        "sheets": sheets.replace("question.several ? ids", "question.severed ? ids"),
        "kind": data[0].replace('"several":false', '"several":0', 1),
        "more": data[0].replace('"several":false', '"several":false,"severe":1', 1),
        "less": re.sub(r'"several":false,', "", data[0], count=1),
        "shown": f"{page}\nmake('p', {{}}, 'Here you are.');\n",
        "label": f"{page}\nmake('a', {{ 'aria-label': 'Here' }});\n",
        "sentence": data[0].replace('"FEW":', '"NONE_AT_ALL":', 1),
    }
    for name, module in planted.items():
        (tmp_path / f"{name}.js").write_text(module, "utf-8")
    done = deno(tmp_path / "deno", "check", tmp_path)
    assert done.returncode == 1
    found = re.findall(r"/(\w+)\.js:\d", done.stderr)
    assert {*found} - {"data"} == {*planted}, done.stderr  # which is named for what it declares


def test_mistakes(tmp_path: Path) -> None:
    """The linter of JavaScript finds nothing."""
    done = deno(tmp_path, "lint", MODULES)
    assert done.returncode == 0, done.stderr


def test_format(tmp_path: Path) -> None:
    """Every module stands as the formatter of JavaScript would leave it."""
    done = deno(tmp_path, "fmt", "--check", MODULES)
    assert done.returncode == 0, done.stderr


def test_all_words_come_from_python() -> None:
    """What a person sees is made in one module alone, whose types let in words of Python's only."""
    shows = re.compile(
        r"textContent =|innerText|innerHTML|outerHTML|insertAdjacent|createTextNode|document\.write"
        r"|new (?:Text|Option)\(|\b(?:alert|confirm|prompt)\("
        r"|\.(?:title|label|placeholder|value|alt|ariaLabel) ="
        r"|\.(?:append|prepend|before|after|replaceWith|replaceChildren)\(\s*[\"'`]"
        r"|setAttribute\(\s*[\"'`](?:aria-label|title|alt|placeholder|value)"
    )
    for module in MODULES.glob("*.js"):
        assert not shows.findall(module.read_text("utf-8")), module.name
