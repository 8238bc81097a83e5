"""A result."""

import json
from pathlib import Path

import pytest

from tests.layout.conftest import Screen


@pytest.fixture
def command(tmp_path: Path) -> tuple[str, ...]:
    """Return the command that scores a sheet of two answers."""
    sheet = tmp_path / "sheet.json"
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": "kitchen"}
    answers = {"heat": "oven", "tools": ["whisk"]}
    sheet.write_text(json.dumps({**head, "answers": answers}), encoding="utf-8")
    return ("quiz", "--answers", str(sheet))


def test_narrow(screen: Screen, command: tuple[str, ...]) -> None:
    """Bars shrink to the width."""
    assert screen(*command, columns=40) == (
        """\
You lean towards Baker.

Baker   ███████████████████░░░░░░   77 %
Seller  ██████░░░░░░░░░░░░░░░░░░░   23 %

From your answers to 2 of 3 questions.

Why
  What moved the odds between Baker and
  Seller most, and by what factor:

  + I like oven: Baker × 2.2
  + I like whisk: Baker × 1.5

What would change it
  No change to a single answer puts
  another role in the lead.

How sure is this
  What you like: Guesswork.

Next: mlroles compare baker bread-seller
      · mlroles show baker ·
      mlroles quiz questions
"""
    )


def test_usual(screen: Screen, command: tuple[str, ...]) -> None:
    """Shares are drawn to one scale, reasons have a sign, and the result comes first."""
    assert screen(*command) == (
        """\
You lean towards Baker.

Baker   ███████████████████████████████░░░░░░░░░   77 %
Seller  █████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   23 %

From your answers to 2 of 3 questions.

Why
  What moved the odds between Baker and Seller most, and by what factor:

  + I like oven: Baker × 2.2
  + I like whisk: Baker × 1.5

What would change it
  No change to a single answer puts another role in the lead.

How sure is this
  What you like: Guesswork.

Next: mlroles compare baker bread-seller · mlroles show baker ·
      mlroles quiz questions
"""
    )


def test_plain(screen: Screen, command: tuple[str, ...]) -> None:
    """A share is said in percent, a sign as a word."""
    assert screen(*command, environment={"MLROLES_PLAIN": "1"}) == (
        """\
You lean towards Baker.

Baker: 77 percent
Seller: 23 percent

From your answers to 2 of 3 questions.

Why

What moved the odds between Baker and Seller most, and by what factor:

for: I like oven: Baker × 2.2
for: I like whisk: Baker × 1.5

What would change it

No change to a single answer puts another role in the lead.

How sure is this

What you like: Guesswork.

Next: mlroles compare baker bread-seller
Next: mlroles show baker
Next: mlroles quiz questions
"""
    )


def test_markdown(screen: Screen, command: tuple[str, ...]) -> None:
    """Bars stand in a table."""
    assert screen("--format", "markdown", *command) == (
        r"""# You lean towards Baker.

|  |  |  |
| --- | --- | --: |
| Baker | ███████████████░░░░░ | 77 % |
| Seller | █████░░░░░░░░░░░░░░░ | 23 % |

From your answers to 2 of 3 questions.

## Why

What moved the odds between Baker and Seller most, and by what factor:

- \+ I like oven: Baker × 2.2
- \+ I like whisk: Baker × 1.5

## What would change it

No change to a single answer puts another role in the lead.

## How sure is this

What you like: Guesswork.

Next:

- `mlroles compare baker bread-seller`
- `mlroles show baker`
- `mlroles quiz questions`
"""
    )
