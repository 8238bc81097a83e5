"""Other catalogues than the shipped one: every command serves them, whatever is in them."""

import shlex
import time
from pathlib import Path
from unicodedata import category

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.catalogues import HOSTILE, Files, bakery, bare, write
from tests.running import output, run

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
COMMANDS = (
    (),
    ("list",),
    ("show", "{0}"),
    ("compare",),
    ("compare", "{0}"),
    ("compare", "{0}", "{-1}"),
    ("compare", "--only-differences"),
    ("skills",),
    ("skills", "--shared"),
    ("responsibilities",),
    ("responsibilities", "--shared"),
    ("lifecycle",),
    ("sources",),
    ("sources", "--claims"),
    ("sources", "--disputes"),
    ("sources", "crumb-1"),
    ("data", "check"),
)


def told(files: Files, directory: Path, command: tuple[str, ...], *options: str) -> str:
    """Return what a command says of a catalogue; {0} and {-1} are its first and last role."""
    roles = [role["id"] for role in files["roles.json"]["roles"]]
    names = {"{0}": roles[0], "{-1}": roles[-1]}
    data = ("--data", str(write(directory, files)))
    ran = run(*data, *options, *(names.get(each, each) for each in command))
    assert ran.err == ""
    return ran.out


@pytest.mark.uncounted
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("kind", ["bakery", "one", "ten"])
def test_command_serves_any_catalogue(
    command: tuple[str, ...],
    options: tuple[str, ...],
    kind: str,
    tmp_path: Path,
    shipped: Catalogue,
) -> None:
    """Every command in every format serves it, and nothing of the shipped catalogue appears."""
    files = {"bakery": bakery(), "one": bare(1), "ten": bare(10)}[kind]
    out = told(files, tmp_path, command, *options)
    assert out.strip()
    for role in shipped.roles:
        for name in (role.id, role.title, role.short_title):
            assert name.casefold() not in out.casefold()
    assert not [source.author for source in shipped.sources.sources if source.author in out]


@pytest.mark.parametrize("columns", [20, 40, 80, 300])
@pytest.mark.parametrize("command", [("compare",), ("list",), ("skills",), ()], ids=" ".join)
def test_ten_roles_are_all_there(command: tuple[str, ...], columns: int, tmp_path: Path) -> None:
    """Ten roles stand side by side or below one another, and none is lost."""
    files = bare(10)
    file = files["roles.json"]
    file["aspects"] = [{"id": "heat", "title": "Heat", "question": "How hot?"}]
    file["categories"] = [{"id": "craft", "title": "Craft"}]
    file["skills"] = [{"id": "kneading", "title": "Kneading", "category": "craft"}]
    for number, role in enumerate(file["roles"]):
        role["aspects"] = [{"aspect": "heat", "text": f"Hot{number}", "claims": ["crumb-1"]}]
        role["skills"] = [{"skill": "kneading", "level": 1, "claims": ["crumb-1"]}]
    data = ("--data", str(write(tmp_path, files)))
    out = " ".join(output(*data, *command, columns=columns).split())
    for number in range(10):
        assert ("J " if command in {(), ("compare",), ("skills",)} else "Job ") + str(number) in out
        assert command != ("compare",) or f"Hot{number}" in out


def test_nothing_said_is_said_so(tmp_path: Path) -> None:
    """A catalogue that says next to nothing has sentences in place of empty tables."""
    files = bare(2)
    assert "the sources name no difference" in told(files, tmp_path, ("compare",))
    assert "No skill fits" in told(files, tmp_path, ("skills",))
    assert "No responsibility fits" in told(files, tmp_path, ("responsibilities",))
    assert "This catalogue names no stage." in told(files, tmp_path, ("lifecycle",))
    assert "do not contradict one another" in told(files, tmp_path, ("sources", "--disputes"))
    ran = run("--data", str(tmp_path), "compare", "--aspect", "heat")
    assert (ran.code, ran.err.splitlines()[1]) == (2, "Hint: This catalogue has none.")


def test_a_single_claim_does_not_lead_to_itself(tmp_path: Path) -> None:
    """A catalogue with one claim lists it, and its screen leads on to the list alone."""
    files = bare(1)
    del files["sources.json"]["claims"][1:]
    assert "\n1 claim\n" in told(files, tmp_path, ("sources", "--claims"))
    out = told(files, tmp_path, ("sources", "crumb-1"), "--plain")
    data = shlex.join(("--data", str(tmp_path)))
    assert out.partition("Next: ")[2] == f"mlroles {data} --plain sources --claims\n"


def hostile(text: str) -> Files:
    """Return the bakery with ``text`` wherever text can stand."""
    files = bakery()

    def spoil(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: spoil(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [spoil(each, key) for each in value]
        spoilt = {
            "title",
            "text",
            "says",
            "about",
            "reading",
            "reason",
            "question",
            "gap",
            "cite",
            "author",
            "publisher",
            "caveats",
            "scale",
            "skill_scale",
            "name",
            "aliases",
        }
        return f"{value} {text}" if isinstance(value, str) and key in spoilt else value

    return {name: spoil(document) for name, document in files.items()}  # type: ignore[misc]


@pytest.mark.uncounted
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(text: str, tmp_path: Path) -> None:
    """Markup, escape sequences and odd characters neither act nor hide what stands beside them."""
    files = hostile(text)
    for command in COMMANDS[:-1]:
        for options in FORMATS:
            out = told(files, tmp_path, command, *options)
            harmful = {each for each in out if category(each) in {"Cc", "Cf", "Cs"}} - {"\n"}
            assert harmful <= {"\u200d"}
    assert "Bakes bread." in told(files, tmp_path, ("list", "--full"))


def test_markup_is_shown_as_it_stands(tmp_path: Path) -> None:
    """Square brackets and colons are neither markup nor emoji."""
    out = told(hostile("[bold]loud[/bold] [/] :smile:"), tmp_path, ("list", "--full"), "--plain")
    assert "Bakes bread. [bold]loud[/bold] [/] :smile:" in out


def test_forced_colour_is_the_program_s_own_only(tmp_path: Path) -> None:
    """With colour, the escape sequences on the screen are those of the program alone."""
    files = hostile("\x1b[5mblink \x1b]0;title\x07 \x9b2J")
    data = ("--data", str(write(tmp_path, files)))
    out = output(*data, "compare", environment={"FORCE_COLOR": "1"})
    assert "\x1b[5m" not in out
    assert not {"\x07", "\x9b"} & set(out)
    assert "\x1b]" not in out


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "baker", "--full"), ("sources", "--claims"), ("compare",)],
    ids=" ".join,
)
def test_ten_thousand_statements_are_no_burden(command: tuple[str, ...], tmp_path: Path) -> None:
    """Ten thousand claims and statements are read and written in seconds."""
    files = bakery()
    claim = files["sources.json"]["claims"][0]
    files["sources.json"]["claims"] += [{**claim, "id": f"more-{n}"} for n in range(10_000)]
    files["roles.json"]["roles"][0]["choose_if"] = [
        {"id": f"yes-{n}", "text": f"reason {n}", "claims": [f"more-{n}"]} for n in range(10_000)
    ]
    started = time.process_time()
    out = told(files, tmp_path, command)
    assert time.process_time() - started < 20
    assert command[0] != "show" or "reason 9999" in out
