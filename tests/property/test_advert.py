"""Drafts, postings and checks of whatever is typed or read."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.documents.markdown import markdown_text
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.hire.draft import OwnPay
from mlroles.hire.lines import Lines
from mlroles.hire.posting import json_ld, posting
from mlroles.hire.reading_ease import reading_ease, syllables
from mlroles.hire.tool_years import ToolYears
from mlroles.hire.wording import CodedFinder, PhraseFinder
from mlroles.locations import data_directory
from mlroles.render.html import to_html
from mlroles.render.markdown import to_markdown
from mlroles.views.advert_draft import view
from tests.unit.hire.test_posting import JOB_POSTING, NOTHING
from tests.unit.views.test_advert_draft import DRAFT

pytestmark = pytest.mark.uncounted

RULES = AdvertRulesFile.model_validate_json((data_directory() / "advert_rules.json").read_bytes())
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["</script><b>", "`a`\n# b", "[x](javascript:1)", "&lt;", "\x1b]8;;u\x07", "| a |", "<!--"]
    ),
)
AMOUNT = st.none() | st.floats(min_value=1, max_value=1e7)


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Keep the name of a tag."""
        self.tags.append(tag)


def tags(page: str) -> list[str]:
    """Return the tags of a page, in their order."""
    parser = Tags()
    parser.feed(page)
    return parser.tags


@given(company=HOSTILE, place=HOSTILE, title=HOSTILE)
def test_nothing_that_is_typed_becomes_markup(company: str, place: str, title: str) -> None:
    """A page of a draft has the same tags whatever is typed, and Markdown as many headings."""
    typed = replace(DRAFT, company=company or None, place=place or None, title=title or "Baker")
    assert tags(to_html(view(typed))) == tags(to_html(view(DRAFT)))
    headings = markdown_text(to_markdown(view(typed))).heading_lines
    plain = markdown_text(to_markdown(view(DRAFT))).heading_lines
    assert len(plain) - 1 <= len(headings) <= len(plain)


@given(company=HOSTILE, place=HOSTILE, title=HOSTILE, low=AMOUNT, high=AMOUNT)
def test_posting_is_valid(
    company: str, place: str, title: str, low: float | None, high: float | None
) -> None:
    """A posting fits its schema whatever is typed, and nothing in it ends a script."""
    pay = None if low is None and high is None else OwnPay(low, high, "EUR", "year")
    said: dict[str, Any] = {"company": company or None, "place": place or None, "pay": pay}
    posted = posting(replace(NOTHING, title=title, **said))
    shape = {**JOB_POSTING, "required": ["@context", "@type", "description"]}
    bare = {key: value for key, value in posted.items() if key not in said}
    jsonschema.validate({"title": "x", **bare}, shape)
    text = json_ld(posted)
    assert json.loads(text) == posted
    assert not set("<>&") & set(text)
    assert text.isascii()


@given(text=st.text(max_size=400))
def test_finders_find_what_stands_there(text: str) -> None:
    """What is found in a text stands in it, at its place."""
    found = [
        *PhraseFinder([*RULES.personas, *RULES.empty]).find(text),
        *CodedFinder(RULES.coded).leaning(text)[1],
    ]
    assert all(text[each.start :].startswith(each.words) for each in found)


@given(
    words=st.lists(
        st.sampled_from(
            ["10", "+", "years", "of", "experience", "with", "Docker", ",", "and", "(", "at least"]
        ),
        max_size=200,
    )
)
def test_years_are_found_soon(words: list[str]) -> None:
    """Whatever words come together, each tool is found once at most."""
    found = list(ToolYears(RULES.tools).find(" ".join(words), 2020))
    assert len(found) <= 1


@given(text=st.text(max_size=200), words=st.text(max_size=20), start=st.integers(0, 300))
def test_line_is_one_of_the_file(text: str, words: str, start: int) -> None:
    """A line that is told is one of those of the file."""
    line = Lines(text).of(text, start, words)
    assert line is None or 1 <= line <= text.count("\n") + 1


@given(rows=st.lists(st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789+#", min_size=1))))
def test_reading_ease_is_bounded(rows: list[list[str]]) -> None:
    """Each word has a syllable at least, and no text is easier than the formula's start."""
    assert all(syllables(word) >= 1 for row in rows for word in row)
    ease = reading_ease(rows)
    assert ease is None or ease <= 206.835
