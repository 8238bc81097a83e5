"""``python -m builders.page_pictures [--check]``: the page comes in, pictures of it go out.

They are taken with the Chromium of the system. Each picture holds a digest of what it shows, so
that ``--check`` needs no browser: it says which pictures show another page, and exits with 1.
"""

import argparse
import hashlib
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from mlroles.__main__ import main as mlroles
from mlroles.site.script import script

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"

SHOWS = "shows"
"""The name under which a picture holds the digest of what it shows."""

COLOURS = 64
"""So many are enough for letters on a ground, and keep a picture small."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True)
class Picture:
    """What is taken: a section, as wide and as large, in these colours."""

    name: str
    section: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    button: str = ""
    """The button that is pressed before."""


TAKEN = (
    Picture("page", "compare", 1200, 900, "light"),
    Picture("page-quiz", "quiz", 390, 780, "dark", button="Start"),
)


def shown(page: str, picture: Picture) -> str:
    """Return a digest of what ``page`` shows there: the menu, the section, style, script, data."""
    section = page.partition(f'<section id="{picture.section}">')[2].partition("</section>")[0]
    head = page.partition("<header>")[2].partition("</header>")[0]
    style = page.partition("<style>")[2].partition("</style>")[0]
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    own = [data["labels"], data["compare"]]
    if picture.section == "quiz":
        own = [data["labels"], len(data["quiz"]["questions"]), data["quiz"]["questions"][0]]
    parts = (head, section, style, script(("page", picture.section)), json.dumps(own))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def taken(page: Path) -> Iterator[tuple[Picture, bytes]]:
    """Yield each picture as a browser shows it; raises SystemExit where there is no browser."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise SystemExit("There is no Chromium here, with which pictures are taken.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for each in TAKEN:
            tab = browser.new_page(
                viewport={"width": each.width, "height": each.height}, color_scheme=each.scheme
            )
            tab.goto(f"{page.as_uri()}#{each.section}")
            if each.button:
                tab.get_by_role("button", name=each.button, exact=True).click()
            yield each, tab.screenshot()
        browser.close()


def small(picture: bytes, digest: str) -> bytes:
    """Return a picture in few colours, with the digest of what it shows."""
    told = PngInfo()
    told.add_text(SHOWS, digest)
    written = io.BytesIO()
    few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(written, "PNG", optimize=True, pnginfo=told)
    return written.getvalue()


def drifted(page: str) -> list[str]:
    """Return the names of the pictures that are not there, or show another page."""
    found = []
    for each in TAKEN:
        path = PICTURES / f"{each.name}.png"
        held = path.read_bytes() if path.exists() else b""
        if not held or Image.open(io.BytesIO(held)).info.get(SHOWS) != shown(page, each):
            found.append(path.name)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that have drifted, or with ``--check`` say which; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m builders.page_pictures", description="Take pictures of the page."
    )
    parser.add_argument("--check", action="store_true", help="take none, say what has drifted")
    check = parser.parse_args(arguments).check
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        mlroles(["page", "--output", str(path)])
        page = path.read_text("utf-8")
        wrong = drifted(page)
        if check or not wrong:
            if wrong:
                print(f"Not up to date: {', '.join(wrong)}. Run: python -m builders.page_pictures")
            return int(bool(wrong))
        for each, picture in taken(path):
            (PICTURES / f"{each.name}.png").write_bytes(small(picture, shown(page, each)))
            print(f"wrote docs/pictures/{each.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
