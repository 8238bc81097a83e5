"""Help pages at every width, and the parser's faults in our own words."""

import re

import pytest
import typer

from mlroles.cli.app import COMMANDS
from mlroles.cli.help import worded
from tests.running import run

LISTS = re.compile(r"\[(ARGS|ROLE|NAME|TITLE|FILE)\]\.\.\.|ROLE\.\.\.")
"""Arguments that may be given several times."""

PAGES = ("", *COMMANDS, "quiz questions", "data path", "data schema", "data age", "data check")


@pytest.mark.uncounted
@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("command", PAGES)
def test_help_fits_and_is_whole(command: str, columns: int) -> None:
    """From 40 columns on, no line of a help page is too wide; at no width is anything cut."""
    told = run(*command.split(), "--help", columns=columns).out
    page, _, examples = told.partition("\n  Examples:\n")
    checked = page if columns < 40 else f"{page}{examples}"
    assert max(map(len, checked.splitlines())) <= columns
    assert "..." not in LISTS.sub("", told)
    assert "…" not in told


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_help_says_the_same_at_every_width(columns: int) -> None:
    """A narrower page has the same words in the same order."""
    for command in PAGES:
        pages = [run(*command.split(), "--help", columns=each).out for each in (columns, 1000)]
        narrow, wide = (page.replace(" \\\n", "").split() for page in pages)
        assert narrow == wide


@pytest.mark.parametrize(
    ("line", "sentence", "hint"),
    [
        (
            "list --format pdf",
            "--format is terminal, json, markdown or html, not “pdf”.",
            "Try 'mlroles list --help'.",
        ),
        (
            "list --format md",
            "--format is terminal, json, markdown or html, not “md”.",
            "Did you mean markdown?",
        ),
        (
            "list --format Json",
            "--format is terminal, json, markdown or html, not “Json”.",
            "Did you mean json?",
        ),
        (
            "pay --by role",
            "--by is title, experience, country, year, industry or state, not “role”.",
            "Try 'mlroles pay --help'.",
        ),
        ("list --nonsense", "There is no option --nonsense here.", "Try 'mlroles list --help'."),
        (
            "list --formt",
            "There is no option --formt here.",
            "Did you mean --format? Try 'mlroles list --help'.",
        ),
        ("list -jx", "There is no option -j here.", "Try 'mlroles list --help'."),
        ("list --json=3", "--json takes no value.", ""),
        ("list --data", "--data needs a value.", ""),
        (
            "plan mle --start tomorrow",
            "--start is a date as 2026-11-30, not “tomorrow”.",
            "Try 'mlroles plan --help'.",
        ),
        (
            "plan mle --top 0",
            "--top is a whole number from 1 upwards, not “0”.",
            "Try 'mlroles plan --help'.",
        ),
        (
            "plan mle --hours-per-week x",
            "--hours-per-week is a whole number from 1 to 168, not “x”.",
            "Try 'mlroles plan --help'.",
        ),
        ("show", "ROLE is missing.", "Try 'mlroles show --help'."),
        (
            "frameworks uk government",
            "“government” is one argument too many.",
            "Put a name of several words in quotation marks. Try 'mlroles frameworks --help'.",
        ),
        ("list x", "“x” is one argument too many.", "Try 'mlroles list --help'."),
        ("data", "'mlroles data' needs a command.", "There are: path, schema, age, check."),
        (
            "data chekc",
            "There is no command “chekc”.",
            "Did you mean check? Try 'mlroles data --help'.",
        ),
        ("nothing-near", "There is no command “nothing-near”.", "Try 'mlroles --help'."),
    ],
)
def test_faults_are_told_in_our_own_words(line: str, sentence: str, hint: str) -> None:
    """What the parser finds is told without a word of the parser's."""
    ran = run(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"Error: {sentence}\n" + (f"Hint: {hint}\n" if hint else "")


def test_fault_that_nobody_foresaw_keeps_its_sentence() -> None:
    """A fault of a kind that is new to us is told as the parser tells it."""
    assert worded(typer.TyperException("It is odd.")).message == "It is odd."
