"""Chromium of the system, driven by Playwright; nothing is downloaded."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import run

sync_api = pytest.importorskip("playwright.sync_api", reason="There is no Playwright here.")

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""The names under which systems have the browser."""


Starts = Callable[..., Any]


@pytest.fixture(scope="package")  # while it runs, no other test can start a loop of events
def starts() -> Iterator[Starts]:
    """Return what starts the browser of the system with these flags; where there is none, say so.

    With the same flags it is started once.
    """
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("There is no Chromium here: install it to test the page in a browser.")
    with sync_api.sync_playwright() as playwright:
        started: dict[tuple[str, ...], Any] = {}

        def start(*flags: str) -> Any:
            if flags not in started:
                started[flags] = playwright.chromium.launch(
                    executable_path=path, args=["--no-sandbox", "--disable-gpu", *flags]
                )
            return started[flags]

        yield start
        for each in started.values():
            each.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the catalogue that comes along."""
    path = tmp_path_factory.mktemp("page") / "roles.html"
    assert run("page", "--output", str(path)).code == 0
    return path


Opens = Callable[..., Any]


@pytest.fixture
def opened(starts: Starts, file: Path) -> Iterator[Opens]:
    """Return what opens the page at a place, in a browser with these flags and settings.

    Whatever the page asks of a network, and every error in it, fails the test.
    """
    contexts: list[Any] = []
    wrong: list[str] = []

    def opens(
        place: str = "", path: Path = file, *, flags: tuple[str, ...] = (), **settings: Any
    ) -> Any:
        context = starts(*flags).new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda each: wrong.extend([each.url] * (each.url[:5] != "file:")))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.extend([said.text] * (said.type == "error")))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield opens
    for context in contexts:
        context.close()
    assert wrong == []
