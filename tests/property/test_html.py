"""No text becomes markup, and none is lost."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from mlroles.render.document import (
    Bar,
    Bars,
    Command,
    Document,
    Fields,
    Footnote,
    Footnotes,
    Group,
    Heading,
    Interval,
    Intervals,
    Items,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Sign,
    Table,
)  # fmt: skip
from mlroles.render.html import to_html
from mlroles.text import clean

NASTY = [
    "<script>alert(1)</script>", "</style>", "</title><img src=x onerror=y>", "javascript:x",
    '" onload="x', "'", "&amp;", "&#106;", "\u202e\u2066", "\x1b[2J", "\x00", "-->", "<!--", "a",
    "]]>", "\u2028", "é",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=4), max_size=4).map("".join)
PHRASES = TEXTS | st.builds(
    Phrase,
    TEXTS,
    role=st.none() | st.integers(0, 20),
    strong=st.booleans(),
    muted=st.booleans(),
    gauge=st.none() | st.just((1, 3)),
    notes=st.lists(st.integers(0, 9), max_size=2).map(tuple),
)
CELLS = PHRASES | st.lists(PHRASES, max_size=2).map(tuple)
FIVE = st.tuples(*[st.floats(0, 1e6)] * 5)
SHARE = st.floats(0, 1)
BLOCKS = st.one_of(
    st.builds(Heading, PHRASES, st.integers(1, 2)),
    st.builds(Paragraph, PHRASES),
    st.lists(st.tuples(PHRASES, CELLS), max_size=2).map(lambda each: Fields(tuple(each))),
    st.tuples(PHRASES, PHRASES, CELLS, CELLS, PHRASES).map(
        lambda each: Table(each[:2], ((each[2], each[3]), Group(each[4])))
    ),
    st.lists(st.builds(Bar, PHRASES, SHARE), max_size=2).map(lambda each: Bars(tuple(each))),
    st.lists(st.builds(Range, PHRASES, FIVE, PHRASES) | st.builds(Group, PHRASES), max_size=2).map(
        lambda each: Ranges(tuple(each))
    ),
    st.lists(st.builds(Interval, PHRASES, SHARE, SHARE, SHARE, PHRASES), max_size=2).map(
        lambda each: Intervals(tuple(each))
    ),
    st.lists(CELLS, max_size=2).map(lambda each: Items(tuple(each))),
    st.tuples(TEXTS, TEXTS, TEXTS).map(
        lambda each: Footnotes((Footnote(1, each[0], "a"),), (Sign(each[1], each[2]),))
    ),
    st.lists(TEXTS, min_size=1, max_size=2).map(lambda each: Next((Command(tuple(each)),))),
)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "dl", "dt", "dd",
    "caption", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "ul", "li", "footer",
    "ol", "code", "nav", "span", "strong", "sup", "a", "br",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "name", "content", "http-equiv", "class", "scope", "colspan", "data-of",
    "viewbox", "preserveaspectratio", "aria-label", "x", "y", "width", "height",
    "id", "value", "role", "href",
}  # fmt: skip


class Reader(HTMLParser):
    """Takes the words of a page, and looks at what its markup is."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hold a tag to those that the walker writes."""
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        assert dict(attrs).get("href", "#note").startswith("#note")  # type: ignore[union-attr]
        if tag not in {"meta", "br"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold it to the tag that was opened last."""
        assert self._open.pop() == tag if tag != "rect" else True

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what is closed at once."""
        assert tag == "rect"
        assert {name for name, _ in attrs} <= ATTRIBUTES

    def handle_data(self, data: str) -> None:
        """Keep the words that are shown."""
        if "main" in self._open:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse a comment: the walker writes none."""
        raise AssertionError(data)


def texts(value: object) -> list[str]:
    """Return every text in a document."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Phrase):
        return [value.text]
    if isinstance(value, Group):
        return texts(value.text)
    if isinstance(value, Command):
        return [str(value)]
    return [text for each in value for text in texts(each)] if isinstance(value, tuple) else []


@given(st.lists(BLOCKS, max_size=4))
def test_every_text_is_whole_and_none_is_markup(blocks: list[object]) -> None:
    """A browser finds every text whole, no tag from a text, and nothing that turns words round."""
    written = to_html(Document(tuple(blocks)))  # type: ignore[arg-type]
    reader = Reader()
    reader.feed(written)
    reader.close()
    shown = "".join(reader.words)
    for text in texts(tuple(blocks)):
        assert "".join(clean(text).split()) in "".join(shown.split())
    assert not {"\u202e", "\u2066", "\x1b", "\x00"} & {*written}
