"""How texts, Markdown and HTML become lines."""

import pytest

from mlroles.documents.html import html_text
from mlroles.documents.markdown import markdown_text
from mlroles.documents.plain import plain_text
from mlroles.documents.text import Line, text_from

WRAPPED = """Data Scientist

We are looking for somebody who likes to work with data of all kinds and
who wants to find out why customers come back, or why they do not, in a
small team.
Requirements
- Experience with Python, SQL and whatever else is needed to under-
stand what happened
- Some statistics
"""


def test_broken_lines_are_joined() -> None:
    """Lines that were broken at a margin are one again; headings and items stay on their own."""
    assert plain_text(WRAPPED).text.split("\n") == [
        "Data Scientist",
        "",
        (
            "We are looking for somebody who likes to work with data of all kinds and who wants to "
            "find out why customers come back, or why they do not, in a small team."
        ),
        "Requirements",
        "- Experience with Python, SQL and whatever else is needed to understand what happened",
        "- Some statistics",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Python\nSQL\nand more",
        (
            "A line that is far too long to have been broken at a margin by anybody, since it goes "
            "on and on and on until nobody reads it, which is why it is no wrapped line at all, "
            "is it.\nand the next"
        ),
    ],
)
def test_other_lines_stay(text: str) -> None:
    """Short lines, and lines without a margin, stay as they are."""
    assert plain_text(text).text == text


def test_empty_lines() -> None:
    """One empty line at most stands between two others, and none at the ends."""
    found = text_from([Line(""), Line("a"), Line(""), Line(" "), Line("b", heading=True)], "text")
    assert (found.text, found.heading_lines) == ("a\n\nb", (2,))
    assert text_from([Line("a"), Line("", heading=True)], "text").heading_lines == ()


def test_markdown() -> None:
    """Marks go, headings are known, and a sign that is escaped is no mark."""
    found = markdown_text(
        "## What you do ##\n**Your profile:**\n* use *dbt* and [SQL](http://a.example)\n"
        "---\n```\ncode\n```\n+ 3\\+ years \\*\n"
    )
    assert found.text.split("\n") == [
        "What you do",
        "Your profile:",
        "- use dbt and SQL",
        "",
        "code",
        "",
        "- 3+ years *",
    ]
    assert found.heading_lines == (0, 1)


def test_page() -> None:
    """A page is what a person sees of it, each block and list item on a line of its own."""
    found = html_text(
        "<html><head><title>no</title><style>p{}</style></head><body><nav>menu</nav>"
        "<h2>What you do</h2><p>Clean &amp; model<br/>data</p><script>alert(1)</script>"
        "<ul><li>use <b>SQL</b><li>use dbt<li></ul><p><strong>Profile</strong>:</p>"
        "<p hidden>no</p><div style='display: none'><div>no</div>no</div><br>"
        "<span aria-hidden='true'>no</span><img src=x hidden><p></b>end"
    )
    assert found.text.split("\n") == [
        "What you do",
        "Clean & model",
        "data",
        "- use SQL",
        "- use dbt",
        "Profile:",
        "end",
    ]
    assert found.heading_lines == (0, 5)


def test_break_in_what_is_hidden() -> None:
    """What is hidden breaks no line."""
    assert html_text("<p>a<button>x<br/>y<i>z</i></button> b</p><p>c</p>").text == "a\nb\nc"


def test_escaped_page() -> None:
    """A page that was escaped once more, as feeds do, is read as well."""
    assert html_text("&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b &amp;amp; c&lt;/p&gt;").text == "a\nb & c"


def test_deep_page() -> None:
    """However deep a page is, it is read."""
    assert html_text("<div>" * 50_000 + "deep").text == "deep"
