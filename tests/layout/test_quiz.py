"""A result."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.roles.load import load_catalogue
from tests.layout.conftest import Screen
from tests.running import run


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Return the command that scores a sheet of two answers, in the folder where it lies."""
    monkeypatch.chdir(tmp_path)
    sheet = tmp_path / "sheet.json"
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": "kitchen"}
    answers = {"heat": "oven", "tools": ["whisk"]}
    sheet.write_text(json.dumps({**head, "answers": answers}), encoding="utf-8")
    return ("quiz", "--answers", sheet.name)


def test_narrow(screen: Screen, command: tuple[str, ...]) -> None:
    """Sentences wrap at the width."""
    assert screen(*command, columns=40) == (
        """\
You lean towards Baker.

What you like: leans to Baker (2 of 3
  questions)

Why
  + I like oven: Baker
  + I like whisk: Baker

What would change it, and how sure it is
  • No change to a single answer would
    change it.
  • “What you like” is judgement, not
    measured.

Next: mlroles quiz --answers sheet.json
      --full · mlroles show baker ·
      mlroles compare baker bread-seller
      · mlroles plan baker ·
      mlroles quiz questions
"""
    )


def test_usual(screen: Screen, command: tuple[str, ...]) -> None:
    """The verdict comes first, how far it leans next, and reasons have a sign."""
    assert screen(*command) == (
        """\
You lean towards Baker.

What you like  leans to Baker (2 of 3 questions)

Why
  + I like oven: Baker
  + I like whisk: Baker

What would change it, and how sure it is
  • No change to a single answer would change it.
  • “What you like” is judgement, not measured.

Next: mlroles quiz --answers sheet.json --full · mlroles show baker ·
      mlroles compare baker bread-seller · mlroles plan baker ·
      mlroles quiz questions
"""
    )


def test_plain(screen: Screen, command: tuple[str, ...]) -> None:
    """A sign is said as a word."""
    assert screen(*command, environment={"MLROLES_PLAIN": "1"}) == (
        """\
You lean towards Baker.

What you like: leans to Baker (2 of 3 questions)

Why

for: I like oven: Baker
for: I like whisk: Baker

What would change it, and how sure it is

- No change to a single answer would change it.
- “What you like” is judgement, not measured.

Next: mlroles quiz --answers sheet.json --full
Next: mlroles show baker
Next: mlroles compare baker bread-seller
Next: mlroles plan baker
Next: mlroles quiz questions
"""
    )


def test_markdown(screen: Screen, command: tuple[str, ...]) -> None:
    """Headings, items and commands are marked up."""
    assert screen("--format", "markdown", *command) == (
        r"""# You lean towards Baker.

* **What you like:** leans to Baker (2 of 3 questions)

## Why

- \+ I like oven: Baker
- \+ I like whisk: Baker

## What would change it, and how sure it is

- No change to a single answer would change it.
- “What you like” is judgement, not measured.

Next:

- `mlroles quiz --answers sheet.json --full`
- `mlroles show baker`
- `mlroles compare baker bread-seller`
- `mlroles plan baker`
- `mlroles quiz questions`
"""
    )


ROWS = 24 - 2
"""The rows of a terminal of the usual size, without the line about keeping and the prompt."""


def answer_sheets() -> Iterator[dict[str, str | list[str]]]:
    """Yield sheets of the shipped quiz: many answers, one of each place, and none of these."""
    questions = QUESTIONNAIRE.load(load_catalogue(data_directory())).questions
    halves = dict.fromkeys(each.half for each in questions)
    for place in (0, 1, 2, -1):
        full: dict[str, str | list[str]] = {}
        for each in questions:
            ids = [answer.id for answer in each.answers if not answer.alone] or [""]
            full[each.id] = ids[place % len(ids)] if each.pick == "one" else ids[: 4 - place]
        yield full
        for half in halves:
            yield {each.id: full[each.id] for each in questions if each.half == half}
    none = {each.id: [*each.none] for each in questions if each.none and each.pick == "several"}
    yield dict(none)


def test_a_result_is_one_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is answered, the result of the shipped quiz stands in 24 rows of 80 columns."""
    monkeypatch.chdir(tmp_path)
    sheet = Path("sheet.json")
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": "fit"}
    for answers in answer_sheets():
        sheet.write_text(json.dumps({**head, "answers": answers}), encoding="utf-8")
        ran = run("quiz", "--answers", str(sheet))
        assert ran.code == 0
        assert ran.out.count("\n") <= ROWS, ran.out
