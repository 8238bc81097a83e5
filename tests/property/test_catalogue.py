"""What holds for every sound catalogue, every command, every width and every format."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from unicodedata import category
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.cli.request import Request
from mlroles.errors import UnknownNameError
from mlroles.render.document import Command, Document, Footnote, Group, Phrase
from mlroles.roles.find import find_by_title, find_job, normal
from mlroles.roles.load import load_catalogue
from mlroles.roles.names import all_names, own_names
from mlroles.text import clean
from mlroles.validation import check_directory
from tests.catalogues import drawn, seeds, write
from tests.running import Ran, run

JOINERS = "\u200c\u200d"
COMMANDS = (
    (),
    ("list",),
    ("show", "role-0"),
    ("compare",),
    ("compare", "role-0"),
    ("show", "job-0"),
    ("compare", "job-0", "role-0"),
    ("compare", "job-0"),
    ("skills",),
    ("responsibilities",),
    ("lifecycle",),
    ("sources",),
    ("sources", "--claims", "--disputes"),
    ("sources", "claim-0"),
)
SAID_IN_WORDS = {"+", "−", "≠", "✗", "●○○"}
"""Signs for which linear text has words."""

WIDTHS = (20, 33, 47, 60, 80, 133, 300)
quick = settings(max_examples=40, deadline=None)


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in a document, in whatever block it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Phrase | Group):
        yield from texts_of(value.text)
    elif isinstance(value, Footnote):
        yield value.text
    elif isinstance(value, Command):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)


def shown(directory: Path, *arguments: str, columns: int = 80) -> tuple[Ran, Document | None]:
    """Run a command on a catalogue; return what came of it and the document it wrote, if any."""
    seen: list[Document] = []
    suggesting = Request._from_here

    def spy(request: Request, document: Document) -> Document:
        seen.append(suggesting(request, document))
        return seen[-1]

    with mock.patch.object(Request, "_from_here", spy):
        ran = run("--data", str(directory), *arguments, columns=columns)
    return ran, seen[0] if seen else None


def assert_harmless(text: str) -> None:
    """Fail where a character could steer a terminal."""
    for character in set(text) - {"\n", *JOINERS}:
        assert category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}, repr(character)


def characters(text: str) -> Counter[str]:
    """Count the characters that leave a mark."""
    return Counter(character for character in text if not character.isspace())


@quick
@given(seeds, st.sampled_from(COMMANDS), st.sampled_from(WIDTHS))
def test_no_screen_loses_anything(seed: int, command: tuple[str, ...], width: int) -> None:
    """At every width each character of each text is on the screen, and short words are whole."""
    with tempfile.TemporaryDirectory() as folder:
        ran, document = shown(write(Path(folder), drawn(seed)), *command, columns=width)
    assert (ran.code, ran.err) == (0, "")
    assert document is not None
    assert_harmless(ran.out)
    said = [clean(text) for text in texts_of(document.blocks)]
    assert not characters("".join(said)) - characters(ran.out)
    short = {word for text in said for word in text.split() if word.isascii() and len(word) <= 5}
    assert not {word for word in short if word not in ran.out}


@quick
@given(seeds, st.sampled_from(COMMANDS))
def test_plain_text_holds_every_text_whole(seed: int, command: tuple[str, ...]) -> None:
    """Linear text holds each text of the document on one line."""
    with tempfile.TemporaryDirectory() as folder:
        ran, document = shown(write(Path(folder), drawn(seed)), "--plain", *command)
    assert (ran.code, ran.err) == (0, "")
    assert document is not None
    assert_harmless(ran.out)
    lines = ran.out.splitlines()
    for text in texts_of(document.blocks):
        wanted = clean(text).strip()
        if wanted not in SAID_IN_WORDS:
            assert any(wanted in line for line in lines), wanted


@quick
@given(seeds, st.sampled_from(COMMANDS))
def test_markdown_holds_every_text_whole(seed: int, command: tuple[str, ...]) -> None:
    """But for its escapes, Markdown holds each text of the document on one line."""
    with tempfile.TemporaryDirectory() as folder:
        ran, document = shown(write(Path(folder), drawn(seed)), "--format", "markdown", *command)
    assert (ran.code, ran.err) == (0, "")
    assert document is not None
    assert_harmless(ran.out)
    lines = ran.out.replace("\\", "").splitlines()
    for text in texts_of(document.blocks):
        wanted = clean(text).replace("\\", "").strip()
        assert any(wanted in line for line in lines), wanted


@quick
@given(seeds, st.sampled_from(COMMANDS))
def test_json_is_ascii_and_keeps_the_texts(seed: int, command: tuple[str, ...]) -> None:
    """JSON carries the texts as they stand in the file, in characters that harm no stream."""
    with tempfile.TemporaryDirectory() as folder:
        ran, document = shown(write(Path(folder), drawn(seed)), "--json", *command)
    assert (ran.code, ran.err, document) == (0, "", None)
    assert ran.out.isascii()
    assert_harmless(ran.out)
    if command in {(), ("list",)}:
        file = drawn(seed)["roles.json"]
        assert ran.result["title"] == file["title"]
        assert [each["summary"]["text"] for each in ran.result["roles"]] == [
            role["summary"]["text"] for role in file["roles"]
        ]


@quick
@given(seeds)
def test_a_sound_catalogue_passes_its_check(seed: int) -> None:
    """What the strategy draws has no problem but claims that nothing cites."""
    with tempfile.TemporaryDirectory() as folder:
        report = check_directory(write(Path(folder), drawn(seed)))
    assert {problem.expected for problem in report.problems} <= {
        "cite it, or give it the kind 'provenance'"
    }


@quick
@given(seeds, st.data())
def test_own_names_find_their_role(seed: int, data: st.DataObject) -> None:
    """Each of a role's own names finds it, in any case, with hyphens or with spaces."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = load_catalogue(write(Path(folder), drawn(seed)))
    role = data.draw(st.sampled_from(catalogue.roles))
    change = data.draw(
        st.sampled_from((str, str.upper, str.casefold, lambda name: name.replace("-", " ")))
    )
    for name in own_names(role):
        assert find_job(catalogue, change(name)).job == role


@quick
@given(seeds, st.text(max_size=8) | st.sampled_from(("r", "role", "s0", "t1", "a", "B")))
def test_any_word_finds_a_role_or_says_why_not(seed: int, word: str) -> None:
    """Whatever is typed either means a role, in one of whose names it stands, or is refused."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = load_catalogue(write(Path(folder), drawn(seed)))
    joined = normal(word).replace(" ", "").removesuffix("s")
    fits = [
        role
        for role in catalogue.roles
        if any(joined in normal(name).replace(" ", "") for name in all_names(role))
    ]
    with suppress(UnknownNameError):
        assert find_job(catalogue, word).job in fits


@quick
@given(seeds)
def test_every_id_finds_its_thing(seed: int) -> None:
    """The id of an aspect finds this aspect, whatever the titles of the others are."""
    aspects = drawn(seed)["roles.json"]["aspects"]
    named = [(each["id"], each["title"]) for each in aspects]
    named += [("aspect-9", named[0][0])] if named else []
    for key, _ in named:
        assert find_by_title(named, key, "aspect") == key


@pytest.mark.parametrize("width", WIDTHS)
def test_shipped_words_are_whole_at_every_width(width: int) -> None:
    """No word of up to ten letters of the shipped comparison is broken at any width."""
    from mlroles.locations import data_directory

    ran, document = shown(data_directory(), "compare", columns=width)
    assert document is not None
    said = " ".join(texts_of(document.blocks)).split()
    assert not [word for word in said if len(word) <= 10 and word not in ran.out]
