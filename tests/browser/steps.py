"""What people do on the page, step by step."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = (
    "",
    "#quiz",
    "#compare",
    "#role-ml-engineer",
    "#skills",
    "#pay",
    "#evidence",
    "#about-qwak",
)
"""Sections of each kind."""


def answer_all(page: Any, place: int = 0) -> None:
    """Answer every question with the answer at ``place``, or the last, by mouse."""
    page.get_by_role("button", name="Start", exact=True).click()
    while not page.get_by_role("button", name="See the result").count():
        begin = page.get_by_role("button", name="Answer these questions")
        if begin.count():
            begin.click()
            continue
        choices = page.locator(".choice")
        choices.nth(min(place, choices.count() - 1)).click()
        page.get_by_role("button", name="Next", exact=True).click()


def downloaded(page: Any, folder: Path) -> Path:
    """Return the sheet that the page gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the answers").click()
    path = folder / "answers.json"
    download.value.save_as(path)
    return path


def each_step(page: Any) -> Iterator[str]:
    """Go through the quiz with the first answer to each question; say at which step that is."""
    yield "start"
    page.get_by_role("button", name="Start", exact=True).click()
    while not page.get_by_role("button", name="See the result").count():
        begin = page.get_by_role("button", name="Answer these questions")
        if begin.count():
            yield "half"
            begin.click()
            continue
        yield "several" if page.locator(".choice [type=checkbox]").count() else "one"
        page.locator(".choice").first.click()
        page.get_by_role("button", name="Next", exact=True).click()
    yield "answers"
    page.get_by_role("button", name="See the result").click()
    yield "result"
