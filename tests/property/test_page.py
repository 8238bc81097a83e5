"""Whatever stands in the texts of a catalogue, the page shows it as text and nothing else."""

import json
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.roles.load import load_catalogue
from mlroles.site.page import Page
from mlroles.text import clean
from tests import kitchen
from tests.bakehouse import whole_bakery
from tests.catalogues import Files, write

NASTY = [
    "<script>window.ran = 1</script>", "</script><img src=x onerror='window.ran = 1'>", "</style>",
    "</title><svg onload=alert(1)>", "javascript:alert(1)", '" onmouseover="window.ran = 1', "'>",
    "&lt;b&gt;", "&#106;", "<!--", "-->", "]]>", "<![CDATA[", "\u202eevil\u2066", "\x1b[2J", "\x07",
    "\u2028", "{roles}", "{{x}}", "${x}", "%s", "</section></main>", "<base href=//x>"
]  # fmt: skip
"""What somebody would write into a catalogue who wants to break the page, or run something."""

WORDS = {"text", "title", "about", "reading", "reason", "why", "caveats", "cite", "author",
         "publisher", "short_title", "question", "skill_scale", "licence"}  # fmt: skip
"""The keys of any catalogue's files that hold free text."""

KITCHEN = WORDS | {"says", "basis", "note"}
"""Those of the kitchen, whose files are a few."""

BAKERY = WORDS | {
    "answer", "can", "cannot_know", "chosen_by", "columns", "cost", "credit", "duties", "edition",
    "entry", "gap", "hours_rest_on", "label", "least_base_reason", "limits", "make",
    "method", "name", "of", "population", "region", "reported_by", "scale", "seen_in", "titles",
    "unit", "uri", "value",
}  # fmt: skip
"""Those of the bakery, which has every file."""

CATALOGUES: dict[str, tuple[Callable[[], Files], set[str]]] = {
    "kitchen": (kitchen.open_kitchen_files, KITCHEN),
    "bakery": (whole_bakery, BAKERY),
}

READ = {
    f"{name}.json"
    for name in (
        "sources", "roles", "neighbours", "questionnaire", "pay", "wages", "evidence", "frameworks",
        "plan", "resources",
    )
}  # fmt: skip
"""The files that the page is made of."""


def spoiled(value: Any, keys: set[str], words: Iterator[str], key: str = "") -> Any:
    """Return a file of a catalogue with a word in each of its texts."""
    match value:
        case dict():
            return {name: spoiled(each, keys, words, name) for name, each in value.items()}
        case list():
            return [spoiled(each, keys, words, key) for each in value]
        case str() if key in keys:
            return f"{value} {next(words)} end"
        case _:
            return value


def texts(value: Any, keys: set[str], key: str = "") -> Iterator[str]:
    """Yield the texts of files, always in one order."""
    match value:
        case dict():
            for name, each in value.items():
                yield from texts(each, keys, name)
        case list():
            for each in value:
                yield from texts(each, keys, key)
        case str() if key in keys:
            yield " ".join(clean(value).split())
        case _:
            return


def made(folder: Path, name: str, words: Iterator[str]) -> tuple[str, list[str]]:
    """Return the page of a catalogue with a word in each text, and these texts."""
    made_up, keys = CATALOGUES[name]
    own = {file: spoiled(each, keys, words) for file, each in made_up().items() if file in READ}
    page = Page(load_catalogue(write(folder, own))).whole()
    return page, list(texts(own, keys))


Tags = list[tuple[str, tuple[str, ...]]]


def tags(page: str) -> tuple[Tags, str]:
    """Return each tag of a page with the names of its attributes, and the words that are shown."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    found = [(str(each.tag), tuple(sorted(map(str, each.attrib)))) for each in tree.iter()]
    hidden = {"script", "style", "title"}
    shown = "".join(
        text
        for each in tree.iter()
        for text in ((each.text if each.tag not in hidden else "") or "", each.tail or "")
    )
    return found, " ".join(shown.split())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Tags, list[bool]]]:
    """Return by catalogue the tags of its page with nothing nasty, and which texts it shows."""
    found = {}
    for name in CATALOGUES:
        page, own = made(tmp_path_factory.mktemp("plain"), name, map("w{}".format, count()))
        every, shown = tags(page)
        found[name] = (every, [each in shown for each in own])
    return found


@settings(max_examples=8)
@given(drawn=st.lists(st.sampled_from(NASTY), min_size=1, max_size=30))
@pytest.mark.parametrize("name", CATALOGUES)
def test_texts_stay_text(
    tmp_path_factory: pytest.TempPathFactory,
    plain: dict[str, tuple[Tags, list[bool]]],
    name: str,
    drawn: list[str],
) -> None:
    """A browser finds every text whole, and the same tags and attributes as without it."""
    page, own = made(tmp_path_factory.mktemp("nasty"), name, cycle(drawn))
    found, shown = tags(page)
    without, is_shown = plain[name]
    assert found == without
    assert sum(is_shown) > 60
    missing = [text for text, here in zip(own, is_shown, strict=True) if here and text not in shown]
    assert missing == []
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    asked = {" ".join(each["text"].split()) for each in data["quiz"]["questions"]}
    assert asked <= {*own}
    assert not {"\u202e", "\u2066", "\x1b", "\x07"} & {*page}
