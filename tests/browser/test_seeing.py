"""The page as people see it: narrow, large, in other colours, without any, read by a machine."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from mlroles.locations import data_directory
from tests.browser.conftest import Opens
from tests.browser.steps import PLACES, each_step
from tests.golden.test_screens import COMMANDS
from tests.running import output

WIDTHS = (320, 768, 1440)

ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
"""A window of 1280 by 1024 pixels at 400 %, as browsers zoom."""

CIRCUMSTANCES: dict[str, dict[str, Any]] = {
    "zoomed": ZOOMED,
    "zoomed, in the colours of the system": ZOOMED | {"forced_colors": "active"},
    "without images": {"flags": ("--blink-settings=imagesEnabled=false",)},
    "without styles": {},
}

SCREENS = {
    **{words[0]: words for words in COMMANDS.values() if words},
    "evidence": ("evidence",),
    "frameworks": ("frameworks",),
    "pay": ("pay", "--by", "experience"),
    "official": ("pay", "--official"),
    "questions": ("quiz", "questions"),
    "title": ("title", "MLOps Engineer"),
}
"""A screen of each command that shows something."""

UNREADABLE = """() => {
  const wrong = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) wrong.push("scrolls to the side");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const own = node.parentElement;
    if (!node.data.trim() || own.closest("script, style, title, caption, .unseen, .skip")) continue;
    if (!own.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      if (!width) continue;
      if (left < -1 || right > wide + 1) wrong.push(`cut off: ${node.data}`);
      const rim = (bottom - top) / 4;
      boxes.push({ left: left + 2, right: right - 2, top: top + rim, bottom: bottom - rim, node });
    }
    for (let each = own; each; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      if (each === document.body || each === document.documentElement) break;
      const hides = (flow) => flow === "hidden" || flow === "clip";
      const isCut = (hides(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
        (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
      if (isCut) wrong.push(`hidden: ${node.data}`);
    }
  }
  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, place) => {
    for (const other of boxes.slice(place + 1)) {
      if (other.top >= one.bottom) break;
      if (other.left < one.right && one.left < other.right && one.node !== other.node) {
        wrong.push(`one on the other: ${one.node.data} / ${other.node.data}`);
      }
    }
  });
  return wrong;
}"""
"""What of the text shown cannot be read: cut off, hidden, or one on the other."""


LOOKING = """async () => {
  const aside = [...document.querySelectorAll("main > section[hidden]")].map((section) => {
    const mark = document.createComment("");
    section.replaceWith(mark);
    return [mark, section];
  });
  const { violations } = await axe.run(document, %s);
  for (const [mark, section] of aside) mark.replaceWith(section);
  return violations;
}"""
"""Looks at what is shown; the rest is put aside, for axe-core walks over a large page for long."""


def assert_readable(page: Any) -> None:
    """Hold that everything that is shown can be read without scrolling to the side."""
    assert page.evaluate(UNREADABLE) == []


def assert_open_to_all(page: Any, where: str, *, rules: str = "{}") -> None:
    """Hold that axe-core finds nothing that keeps people out."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    page.evaluate(f"if (!window.axe) {{ {axe} }}")
    found = page.evaluate(LOOKING % rules)
    told = [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found]
    assert told == [], where


def assert_open_in_light_and_dark(page: Any, where: str) -> None:
    """Hold the same in both schemes, of which colours alone are different."""
    assert_open_to_all(page, where)
    page.emulate_media(color_scheme="dark")
    assert_open_to_all(page, f"{where}, dark", rules='{runOnly: ["color-contrast"]}')
    page.emulate_media(color_scheme="light")


def test_text_that_cannot_be_read_is_found(opened: Opens) -> None:
    """What is cut off, hidden, or one on the other is told."""
    page = opened(viewport={"width": 320, "height": 256})
    for style, told in (
        ("white-space: nowrap", "cut off"),
        ("white-space: nowrap; overflow: hidden", "hidden"),
        ("height: 1rem; overflow: clip", "hidden"),
        ("height: 0", "one on the other"),
    ):
        page.evaluate(f"document.querySelector('main p').style = '{style}'")
        assert any(each.startswith(told) for each in page.evaluate(UNREADABLE)), style


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut(opened: Opens, width: int) -> None:
    """At any width every section can be read without scrolling to the side."""
    page = opened(viewport={"width": width, "height": 800})
    for place in PLACES:
        page.evaluate(f"location.hash = '{place}'")
        page.locator(place or "#home").wait_for()
        assert_readable(page)


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_the_quiz_can_be_finished(opened: Opens, name: str) -> None:
    """However the page is looked at, each step of the quiz can be read, to the result."""
    page = opened("#quiz", **CIRCUMSTANCES[name])
    if name == "without styles":
        page.evaluate("document.querySelectorAll('style').forEach((each) => each.remove())")
    for _ in each_step(page):
        if name != "without styles":  # the browser's own leave its width to tables
            assert_readable(page)
    assert page.locator("#quiz h3").is_visible()
    assert page.get_by_role("button", name="Download the answers").is_visible()


@pytest.mark.parametrize("place", ["#compare", "#pay", "#role-ml-engineer"])
def test_sections_at_400_percent(opened: Opens, place: str) -> None:
    """At 400 % a section can be read without scrolling to the side, in any colours."""
    page = opened(place, **ZOOMED)
    assert_readable(page)
    page.emulate_media(forced_colors="active")
    assert_readable(page)


def test_nothing_that_keeps_people_out(opened: Opens) -> None:
    """axe-core finds nothing on the page, nor in any step of the quiz, in light and dark."""
    page = opened("#quiz")
    seen = set()
    for step in each_step(page):
        if step not in seen:
            assert_open_in_light_and_dark(page, step)
        seen.add(step)
    page.get_by_text("Everything about this result").click()
    assert_open_in_light_and_dark(page, "everything")
    for place in ("#home", *PLACES[2:], "#pay-official", "#plan-ml-engineer", "#sources-disputes"):
        page.evaluate(f"location.hash = '{place}'")
        page.locator(place).wait_for()
        assert_open_in_light_and_dark(page, place)


def test_screens_as_pages(opened: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of each command, as a page by itself, can be read by all: narrow, light, dark."""
    monkeypatch.chdir(data_directory().parent)
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    path = tmp_path / "screen.html"
    path.write_text(output("list", "--format", "html"), "utf-8")
    page = opened(path=path, viewport={"width": 320, "height": 256})
    for name, words in SCREENS.items():
        path.write_text(output(*words, "--format", "html"), "utf-8")
        page.reload()
        assert_readable(page)
        assert_open_in_light_and_dark(page, name)
