"""The commands that screens suggest: each runs, and none leads back to where it is suggested."""

import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import pytest

from mlroles.cli.app import COMMANDS as NAMES
from mlroles.cli.request import Request
from mlroles.locations import data_directory
from mlroles.render.document import Command, Document, Footnote, Group, Next, Phrase
from tests.bakehouse import whole_bakery
from tests.catalogues import bare, write
from tests.golden.test_screens import COMMANDS as SHIPPED
from tests.running import Ran, run, untold

Words = tuple[str, ...]

pytestmark = pytest.mark.uncounted  # hundreds of screens

ANY: tuple[Words, ...] = (
    (),
    ("list",),
    ("show", "{first}"),
    ("show", "{LAST}"),
    ("show", "{first}", "--section", "summary"),
    ("show", "{LAST}", "--section", "facts", "--section", "sources"),
    ("compare",),
    ("compare", "{LAST}"),
    ("compare", "{FIRST}", "{last}"),
    ("compare", "{all}"),
    ("compare", "--only-differences"),
    ("skills",),
    ("skills", "{LAST}"),
    ("skills", "--shared"),
    ("skills", "{ALL}", "--shared"),
    ("skills", "--unique"),
    ("skills", "--search", "nothing like it"),
    ("responsibilities",),
    ("responsibilities", "{FIRST}"),
    ("responsibilities", "--shared"),
    ("responsibilities", "--shared", "{ALL}"),
    ("responsibilities", "--stage", "outside"),
    ("lifecycle",),
    ("sources",),
    ("sources", "--claims"),
    ("sources", "--disputes"),
    ("sources", "--disputes", "--claims"),
    ("sources", "{claim}"),
    ("sources", "{CLAIM}"),
    ("data", "check"),
)
"""Commands for any catalogue: {first} and {last} are roles by id, {all} all of them; in capitals
they are typed by another name.
"""
QUIZ: tuple[Words, ...] = (
    ("quiz", "questions"),
    ("quiz", "--answers", "{empty}"),
    ("quiz", "--answers", "{sheet}"),
    ("quiz", "--answers", "{tie}"),
    ("quiz", "--history"),
    ("quiz", "--forget"),
    ("cohort", "{table}"),
)
"""Commands for a catalogue with a questionnaire."""
PAY: tuple[Words, ...] = (
    ("pay",),
    ("pay", "{LAST}"),
    ("pay", "--by", "experience"),
    ("pay", "{ALL}", "--by", "experience"),
    ("pay", "--by", "title"),
    ("pay", "--by", "country"),
    ("pay", "--by", "year"),
    ("pay", "--country", "{country}"),
    ("pay", "{FIRST}", "--country", "{country}", "--experience", "{level}"),
    ("pay", "--year", "all", "--country", "all"),
    ("pay", "--sensitivity"),
    ("pay", "--sensitivity", "{ALL}"),
    ("pay", "--sensitivity", "--experience", "{level}"),
)
"""Commands for a catalogue with pay data."""

MEASURED: tuple[Words, ...] = (
    ("evidence",),
    ("evidence", "{LAST}"),
    ("evidence", "{claim}"),
    ("evidence", "--verdict", "supported"),
    ("frameworks",),
    ("frameworks", "{framework}"),
    ("compare", "--lens", "{framework}"),
    ("pay", "--official"),
    ("show", "{LAST}", "--evidence"),
    ("compare", "{FIRST}", "{last}", "--evidence"),
    ("skills", "--evidence"),
    ("lifecycle", "--evidence"),
    ("data", "age"),
    ("pay", "--official", "--by", "industry", "{ALL}"),
)
"""Commands for a catalogue with evidence, frameworks and official wages."""

TYPED = re.compile(rf"mlroles ((?:{'|'.join(NAMES)})\b(?: [\w./-]*\w)*)")
"""A command in a sentence."""


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of a document but the commands that it suggests."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Phrase | Group | Footnote):
        yield from texts_of(value.text)
    elif isinstance(value, tuple) and not isinstance(value, Next):
        for part in value:
            yield from texts_of(part)


@dataclass
class Walk:
    """Runs commands on one catalogue, each once; ``before`` are options that stand first."""

    before: Words
    names: dict[str, Words]
    cases: tuple[Words, ...]
    _seen: dict[Words, tuple[Ran, Document | None]] = field(default_factory=dict)

    def words(self, case: Words) -> Words:
        """Return a command with this catalogue's names in the places of those in braces."""
        filled = (self.names.get(word, (word,)) for word in case)
        return (*self.before, *(word for words in filled for word in words))

    def screen(self, words: Words) -> tuple[Ran, Document | None]:
        """Return what came of a command, and the screen that it wrote, if any."""
        if words not in self._seen:
            screens: list[Document] = []
            suggesting = Request._from_here

            def spy(request: Request, document: Document) -> Document:
                screens.append(suggesting(request, document))
                return screens[-1]

            with mock.patch.object(Request, "_from_here", spy):
                ran = run(*words)
            self._seen[words] = (ran, screens[-1] if screens else None)
        return self._seen[words]


def suggested(document: Document) -> list[Command]:
    """Return the commands at the foot of a screen."""
    return [each for block in document.blocks if isinstance(block, Next) for each in block.commands]


def in_sentences(document: Document) -> list[Words]:
    """Return the commands that a screen's sentences name, as words."""
    return [
        tuple(shlex.split(found[1]))
        for text in texts_of(document.blocks)
        for found in TYPED.finditer(text)
    ]


def said(document: Document | None) -> tuple[object, ...] | None:
    """Return what a screen says, without what it suggests."""
    if document is None:
        return None
    return tuple(block for block in document.blocks if not isinstance(block, Next))


def names_of(folder: Path, files: Path) -> dict[str, Words]:
    """Return what the names in braces stand for, of the catalogue in ``folder``."""
    from mlroles.parts import FRAMEWORKS, QUESTIONNAIRE
    from mlroles.parts import PAY as PAY_FILE
    from mlroles.quiz.sheets import dump_sheet
    from mlroles.roles.load import load_catalogue

    catalogue = load_catalogue(folder)
    roles, claims = catalogue.roles, catalogue.sources.claims
    names: dict[str, Words] = {
        "{first}": (roles[0].id,),
        "{FIRST}": (roles[0].title.upper(),),
        "{last}": (roles[-1].id,),
        "{LAST}": (roles[-1].short_title.lower(),),
        "{all}": tuple(role.id for role in roles),
        "{ALL}": tuple(role.letter for role in roles),
        "{claim}": (claims[0].id,),
        "{CLAIM}": (claims[-1].id.upper(),),
    }
    if (folder / PAY_FILE.file).exists():
        pay = PAY_FILE.load(catalogue)
        names["{country}"] = (pay.countries[-1].name,)
        names["{level}"] = (pay.levels[0].title,)
    if (folder / FRAMEWORKS.file).exists():
        names["{framework}"] = (FRAMEWORKS.load(catalogue).frameworks[0].id,)
    if (folder / QUESTIONNAIRE.file).exists():
        questionnaire = QUESTIONNAIRE.load(catalogue)
        first, second, *_ = questionnaire.questions
        given = {
            "empty": {},
            "sheet": {first.id: (first.answers[0].id,)},
            "tie": {each.id: (each.answers[-1].id,) for each in (first, second)},
        }
        for name, answers in given.items():
            path = files / f"{name}.json"
            path.write_bytes(dump_sheet(questionnaire, answers))
            names[f"{{{name}}}"] = (str(path),)
        table = files / "people.csv"
        table.write_text(f"id,{first.id}\n" + f"a,{first.answers[0].id}\n" * 9, encoding="utf-8")
        names["{table}"] = (str(table),)
    return names


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Walk]:
    """Return a walk through each catalogue: shipped, also elsewhere, made up, and of one role."""
    home = tmp_path_factory.mktemp("walks")
    elsewhere = home / "at another place"
    elsewhere.symlink_to(data_directory())
    bakery = write(home / "bakery", whole_bakery())
    one = bare(1)
    del one["sources.json"]["claims"][1:]
    single = write(home / "single", one)
    everything = (*ANY, *QUIZ, *PAY, *MEASURED, *SHIPPED.values())

    def walk(folder: Path, before: Words, cases: tuple[Words, ...]) -> Walk:
        files = home / f"files{len(list(home.iterdir()))}"
        files.mkdir()
        return Walk(before, names_of(folder, files), cases)

    return {
        "shipped": walk(data_directory(), (), everything),
        "elsewhere": walk(elsewhere, ("--data", str(elsewhere)), everything),
        "bakery": walk(bakery, ("--data", str(bakery), "--plain"), (*ANY, *QUIZ, *PAY, *MEASURED)),
        "single": walk(single, ("--data", str(single)), ANY),
    }


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in the checkout, with nothing typed and no quiz left from before."""
    monkeypatch.chdir(data_directory().parent)
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))


@pytest.fixture(params=["shipped", "elsewhere", "bakery", "single"])
def walk(request: pytest.FixtureRequest, walks: dict[str, Walk]) -> Walk:
    """Return one walk after the other."""
    found: Walk = walks[request.param]
    return found


def test_every_suggested_command_runs(walk: Walk) -> None:
    """Whatever a screen suggests, at its foot or in a sentence, is a command that works."""
    failed = []
    count = 0
    for case in walk.cases:
        words = walk.words(case)
        ran, document = walk.screen(words)
        assert (ran.code, untold(ran.err)) == (0, []), words
        if document is None:
            continue
        for each in suggested(document):
            assert shlex.split(str(each)) == ["mlroles", *each.words]
            assert each.words[: len(walk.before)] == walk.before
        following = [each.words for each in suggested(document)]
        following += [(*walk.before, *each) for each in in_sentences(document)]
        for typed in following:
            count += 1
            found, _ = walk.screen(typed)
            asks = "quiz" in typed or "--ask" in typed
            interrupted = asks and found.code == 130
            if not interrupted and found.code != 0:
                failed.append((words, typed, found.code, found.err))
    assert failed == []
    assert count > len(walk.cases)


@pytest.mark.parametrize("name", ["shipped", "elsewhere"])
def test_no_screen_suggests_itself(name: str, walks: dict[str, Walk]) -> None:
    """No suggested command shows what is on the screen already, however that was asked for."""
    walk = walks[name]
    same = []
    for case in walk.cases:
        words = walk.words(case)
        _, document = walk.screen(words)
        same += [
            (words, each.words)
            for each in (suggested(document) if document else ())
            if said(walk.screen(each.words)[1]) == said(document)
        ]
    assert same == []


@pytest.mark.parametrize(
    ("case", "left"),
    [
        (("compare", "{LAST}"), ["show"]),
        (("compare", "{FIRST}", "{last}"), ["show"]),
        (("sources", "{CLAIM}"), ["sources --claims"]),
        (("skills", "--shared", "{ALL}"), ["skills", "list"]),
    ],
)
def test_what_leads_nowhere_is_left_out(
    case: Words, left: list[str], walks: dict[str, Walk]
) -> None:
    """Where one role or one claim is all there is, a screen does not lead back to it.

    Nor is the quiz offered by a catalogue that has none.
    """
    walk = walks["single"]
    _, document = walk.screen(walk.words(case))
    assert document
    role = walk.names["{first}"][0]
    assert [
        " ".join(word for word in each.words[len(walk.before) :] if word != role)
        for each in suggested(document)
    ] == left


def test_sentences_name_commands(walks: dict[str, Walk]) -> None:
    """Commands stand in sentences too, and those are among what is run."""
    walk = walks["shipped"]
    screens = (walk.screen(walk.words(case))[1] for case in walk.cases)
    found = {each for screen in screens if screen for each in in_sentences(screen)}
    assert {("sources", "--disputes"), ("pay", "--sensitivity")} < found
    assert any(each[:1] == ("pay",) and "--country" in each for each in found)
