"""Whatever stands in the texts of a catalogue, the page shows it as text and nothing else."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.roles.load import load_catalogue
from mlroles.site.page import Page
from mlroles.text import clean
from tests import kitchen
from tests.catalogues import write

NASTY = [
    "<script>window.ran = 1</script>", "</script><img src=x onerror='window.ran = 1'>", "</style>",
    "</title><svg onload=alert(1)>", "javascript:alert(1)", '" onmouseover="window.ran = 1', "'>",
    "&lt;b&gt;", "&#106;", "<!--", "-->", "]]>", "<![CDATA[", "\u202eevil\u2066", "\x1b[2J", "\x07",
    "\u2028", "{roles}", "{{x}}", "${x}", "%s", "</section></main>", "<base href=//x>"
]  # fmt: skip
"""What somebody would write into a catalogue who wants to break the page, or run something."""

WORDS = {"text", "title", "about", "says", "reading", "reason", "why", "basis", "note", "caveats",
         "cite", "author", "publisher", "short_title"}  # fmt: skip
"""The keys of a catalogue's files that hold free text."""


def spoiled(value: Any, words: Iterator[str], key: str = "") -> Any:
    """Return a file of a catalogue with something nasty in each of its texts."""
    match value:
        case dict():
            return {name: spoiled(each, words, name) for name, each in value.items()}
        case list():
            return [spoiled(each, words, key) for each in value]
        case str() if key in WORDS:
            return f"{value} {next(words)} end"
        case _:
            return value


def texts(value: Any, key: str = "") -> Iterator[str]:
    """Yield the texts of a file."""
    match value:
        case dict():
            for name, each in value.items():
                yield from texts(each, name)
        case list():
            for each in value:
                yield from texts(each, key)
        case str() if key in WORDS:
            yield value
        case _:
            return


def tags(page: str) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    """Return each tag of a page with the names of its attributes, and the words that are shown."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = [(str(each.tag), tuple(sorted(map(str, each.attrib)))) for each in tree.iter()]
    hidden = {"script", "style", "title"}
    shown = "".join(
        text
        for each in tree.iter()
        for text in ((each.text if each.tag not in hidden else "") or "", each.tail or "")
    )
    return found, shown


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, tuple[str, ...]]]:
    """Return the tags of the page of a catalogue in which nothing is nasty."""
    folder = tmp_path_factory.mktemp("plain")
    write(folder, kitchen.open_kitchen_files())
    return tags(Page(load_catalogue(folder)).whole())[0]


@settings(max_examples=15)
@given(drawn=st.lists(st.sampled_from(NASTY), min_size=1, max_size=30))
def test_texts_stay_text(
    tmp_path_factory: pytest.TempPathFactory,
    plain: list[tuple[str, tuple[str, ...]]],
    drawn: list[str],
) -> None:
    """A browser finds every text whole, and the same tags and attributes as without it."""
    words = itertools.cycle(drawn)
    files = {name: spoiled(file, words) for name, file in kitchen.open_kitchen_files().items()}
    folder = tmp_path_factory.mktemp("nasty")
    write(folder, files)
    catalogue = load_catalogue(folder)
    page = Page(catalogue).whole()
    found, shown = tags(page)
    assert found == plain
    shown = " ".join(shown.split())
    for text in texts(files["sources.json"]):
        assert " ".join(clean(text).split()) in shown
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    asked = {each["id"]: each["text"] for each in data["quiz"]["questions"]}
    for question in files["questionnaire.json"]["questions"]:
        assert asked[question["id"]] == clean(question["text"])
    assert not {"\u202e", "\u2066", "\x1b", "\x07"} & {*page}
