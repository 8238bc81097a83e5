"""The page as people use it: mouse, keyboard, narrow, large, printed, without JavaScript."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import html5lib
import pytest

from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.sheets import parse_sheet
from mlroles.quiz.verdict import judge
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import Role
from mlroles.views.quiz import view
from tests.browser.conftest import Opens
from tests.browser.steps import PLACES, answer_all, downloaded
from tests.running import run
from tests.script_engine import blocks_of


@pytest.mark.parametrize("place", [0, 9])
def test_the_result_is_that_of_python(opened: Opens, tmp_path: Path, place: int) -> None:
    """Taken with the mouse, the quiz says what Python says of the sheet that it gives."""
    page = opened("#quiz")
    answer_all(page, place)
    page.get_by_role("button", name="See the result").click()
    path = downloaded(page, tmp_path)
    catalogue = load_catalogue(data_directory())
    questionnaire = QUESTIONNAIRE.load(catalogue)
    answers = parse_sheet(path.read_bytes(), questionnaire, "answers.json")
    assert answers
    screen = view(judge(questionnaire, catalogue, answers), questionnaire, catalogue)
    shown = " ".join(page.locator("#quiz").inner_text().split())
    for block in blocks_of(screen):
        if block["kind"] in {"heading", "paragraph"}:
            assert " ".join(block["text"].split()) in shown
        if block["kind"] == "items":
            for item in block["items"]:
                assert " ".join(item.split()) in shown
    for command in (
        ("score", str(path)),
        ("cohort", str(tmp_path)),
        ("quiz", "--answers", str(path)),
    ):
        done = run(*command)
        assert done.code == 0, done.err


def test_by_keyboard_alone(opened: Opens) -> None:
    """With the keyboard alone a person reaches the quiz, answers, skips, goes back and ends."""
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Take the quiz":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'H2'")
    press_to(page, "Start")
    page.wait_for_function("document.activeElement.tagName === 'LEGEND'")
    first = page.locator("#quiz legend").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"document.querySelector('#quiz legend').textContent !== {json.dumps(first)}"
    )
    press_to(page, "Skip")
    press_to(page, "Back")
    press_to(page, "Back")
    assert page.locator("#quiz legend").inner_text() == first
    assert page.locator("#quiz .choice input:checked").count() == 1
    press_to(page, "To the result")
    press_to(page, "See the result")
    assert "Undecided between" in page.locator("#quiz h3").inner_text()


def press_to(page: Any, label: str) -> None:
    """Go on with Tab to what has this label, and press it."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == label:
            page.keyboard.press("Enter")
            return
    raise AssertionError(label)


def test_nothing_chosen(opened: Opens) -> None:
    """Going on without an answer is told in a sentence, and nothing is lost."""
    page = opened("#quiz")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Next", exact=True).click()
    assert "Choose an answer" in page.get_by_role("alert").inner_text()


def test_back_reload_and_what_is_kept(opened: Opens) -> None:
    """The browser's way back leads to the question before; only what is asked for is kept."""
    page = opened("#quiz")
    page.get_by_role("button", name="Start", exact=True).click()
    first = page.locator("#quiz legend").inner_text()
    page.locator(".choice").first.click()
    page.get_by_role("button", name="Next", exact=True).click()
    page.go_back()
    assert page.locator("#quiz legend").inner_text() == first
    assert page.locator("#quiz .choice input:checked").count() == 1
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="To the result").click()
    page.get_by_role("button", name="See the result").click()
    page.get_by_role("button", name="Keep my answers").click()
    page.reload()
    page.get_by_role("button", name="Go on from the answers kept here").click()
    assert page.locator("#quiz legend").inner_text() != first
    page.reload()
    page.get_by_role("button", name="Delete the answers").click()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert not page.get_by_role("button", name="Go on from the answers kept here").count()


def test_a_sheet_is_opened_again(opened: Opens, tmp_path: Path) -> None:
    """A person goes on from the file that they downloaded; any other is refused."""
    other = tmp_path / "other.json"
    other.write_text("{}")
    page = opened("#quiz")
    page.get_by_text("Go on from a file of answers").click()
    page.locator("input[type=file]").set_input_files(other)
    page.get_by_text("Choose another").wait_for()
    answer_all(page)
    page.get_by_role("button", name="See the result").click()
    sheet = downloaded(page, tmp_path)
    again = opened("#quiz")
    again.get_by_text("Go on from a file of answers").click()
    again.locator("input[type=file]").set_input_files(sheet)
    again.get_by_role("button", name="See the result").wait_for()


def test_choosing_what_is_compared(opened: Opens) -> None:
    """Of the roles that a person chooses, rows and marks are those that the program prints."""
    page = opened("#compare")
    catalogue = load_catalogue(data_directory())
    heads = page.locator("#compare thead th:visible")
    rows = page.locator("#compare tbody th:visible")
    assert heads.all_inner_texts() == [role.short_title for role in catalogue.core]
    assert rows.all_inner_texts() == labels(catalogue.core)
    chosen = page.locator("#compare .chosen").first
    for name in ("ML Researcher", "Data Scientist"):
        chosen.get_by_label(name).uncheck()
    chosen.get_by_label("Data Engineer").check()
    two = [each for each in catalogue.roles if each.id in {"ml-engineer", "data-engineer"}]
    assert heads.all_inner_texts() == [role.short_title for role in two]
    assert rows.all_inner_texts() == labels(two)
    assert page.locator("#compare h2").inner_text() == "ML Engineer · Data Engineer"
    page.get_by_text("Choose rows").click()
    page.get_by_label("Mathematics").uncheck()
    assert not rows.filter(has_text="Mathematics").count()
    for role in two:
        chosen.get_by_label(role.short_title).uncheck()
    assert page.get_by_role("status").inner_text() == "Choose a role."
    chosen.get_by_label("Data Engineer").check()
    assert "≠" not in page.locator("#compare").inner_text()
    chosen.get_by_label("Data Scientist").check()
    page.get_by_role("link", name="Data Scientist and Data Engineer compared").first.click()
    assert page.locator("#compare-data-scientist-data-engineer").is_visible()


def labels(roles: Sequence[Role]) -> list[str]:
    """Return the labels of the rows in which the program sets these roles side by side."""
    shown = run("compare", *(role.id for role in roles), "--full", "--format", "html").out
    cells = html5lib.parse(shown, namespaceHTMLElements=False).findall(".//table//th[@scope='row']")
    return ["".join(cell.itertext()) for cell in cells]


def test_without_javascript(opened: Opens) -> None:
    """Without JavaScript every section can be read, and the quiz says what it needs."""
    page = opened(java_script_enabled=False)
    for place in PLACES:
        assert page.locator(place or "#home").is_visible()
    assert "need JavaScript" in page.locator("#quiz").inner_text()


def test_printed(opened: Opens) -> None:
    """On paper there is what is shown, without menus and buttons."""
    page = opened("#role-ml-engineer")
    page.emulate_media(media="print")
    assert not page.locator("nav.menu").is_visible()
    assert page.locator("#role-ml-engineer table").first.is_visible()


def test_several_files(opened: Opens, tmp_path: Path) -> None:
    """As several files every link leads to a file and a place in it."""
    assert run("page", "--site", str(tmp_path)).code == 0
    page = opened(path=tmp_path / "index.html")
    page.get_by_role("link", name="Compare roles").first.click()
    page.locator("#compare .chosen").first.get_by_label("ML Researcher").uncheck()
    page.get_by_role("link", name="Take the quiz").click()
    answer_all(page)
    page.get_by_role("button", name="See the result").click()
    page.locator("#quiz ul.next a").first.click()
    assert page.locator("main table").first.is_visible()
