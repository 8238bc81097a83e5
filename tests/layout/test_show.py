"""One role."""

# ruff: noqa: E501 - a screen is as wide as it is

from tests.layout.conftest import Screen

COMMAND = (
    "show",
    "baker",
    "--section",
    "facts",
    "--section",
    "responsibilities",
    "--section",
    "choose-if",
)


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, a long value runs on below its label."""
    assert screen(*COMMAND, columns=40) == (
        """\
Master Baker

Facts
  Rising ≠: At three ¹
  Heat: ●● Hot · 80 % do ¹
  Wage: Little · 80 % do ¹
  Advertised pay: median 40,000 EUR,
    half of the bands from 30,000 to
    50,000; France, 2031; 40 adverts, 20
    distinct bands; not comparable with
    the other sources' figures ¹

Responsibilities by stage
  Dough

  Part: leads
    Responsibility: Mix the dough · 80 %
      do ¹

  Outside the lifecycle

  Part: helps
    Responsibility: Taste bread: Every
      loaf · 80 % do ¹

Choose it if
  • you like the night ≠ ¹

Think twice if
  • you like to sleep ¹

¹ Miller, Crumb
●○○ the level that a source names
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles compare bread-seller baker
      · mlroles pay baker ·
      mlroles plan baker · mlroles quiz
"""
    )


def test_usual(screen: Screen) -> None:
    """Values stand in a column beside their labels, gauges before them, marks behind them."""
    assert screen(*COMMAND) == (
        """\
Master Baker

Facts
  Rising ≠        At three ¹
  Heat            ●● Hot · 80 % do ¹
  Wage            Little · 80 % do ¹
  Advertised pay  median 40,000 EUR, half of the bands from 30,000 to 50,000;
                  France, 2031; 40 adverts, 20 distinct bands; not comparable
                  with the other sources' figures ¹

Responsibilities by stage
  Part   Responsibility
  ──────────────────────────────────────────
  Dough
  leads  Mix the dough · 80 % do ¹

  Outside the lifecycle
  helps  Taste bread: Every loaf · 80 % do ¹

Choose it if
  • you like the night ≠ ¹

Think twice if
  • you like to sleep ¹

¹ Miller, Crumb
●○○ the level that a source names
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare bread-seller baker · mlroles pay baker ·
      mlroles plan baker · mlroles quiz
"""
    )


def test_wide(screen: Screen) -> None:
    """Running text is never wider than can be read with ease."""
    assert screen(*COMMAND, columns=120) == (
        """\
Master Baker

Facts
  Rising ≠        At three ¹
  Heat            ●● Hot · 80 % do ¹
  Wage            Little · 80 % do ¹
  Advertised pay  median 40,000 EUR, half of the bands from 30,000 to 50,000; France,
                  2031; 40 adverts, 20 distinct bands; not comparable with the other
                  sources' figures ¹

Responsibilities by stage
  Part   Responsibility
  ──────────────────────────────────────────
  Dough
  leads  Mix the dough · 80 % do ¹

  Outside the lifecycle
  helps  Taste bread: Every loaf · 80 % do ¹

Choose it if
  • you like the night ≠ ¹

Think twice if
  • you like to sleep ¹

¹ Miller, Crumb
●○○ the level that a source names
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare bread-seller baker · mlroles pay baker · mlroles plan baker ·
      mlroles quiz
"""
    )


def test_plain(screen: Screen) -> None:
    """A gauge is said as a level, a row as a line for each cell."""
    assert screen(*COMMAND, environment={"MLROLES_PLAIN": "1"}) == (
        """\
Master Baker

Facts

Rising (sources disagree): At three [1]
Heat: Hot · 80 % do (level 2 of 2) [1]
Wage: Little · 80 % do [1]
Advertised pay: median 40,000 EUR, half of the bands from 30,000 to 50,000; France, 2031; 40 adverts, 20 distinct bands; not comparable with the other sources' figures [1]

Responsibilities by stage

Dough

Part: leads
Responsibility: Mix the dough · 80 % do [1]

Outside the lifecycle

Part: helps
Responsibility: Taste bread: Every loaf · 80 % do [1]

Choose it if

- you like the night (sources disagree) [1]

Think twice if

- you like to sleep [1]

[1] Miller, Crumb
Level: the level that a source names
the sources disagree: mlroles sources --disputes

Next: mlroles compare bread-seller baker
Next: mlroles pay baker
Next: mlroles plan baker
Next: mlroles quiz
"""
    )


def test_markdown(screen: Screen) -> None:
    """Parts are headings, tables are tables, and the rows' groups are bold."""
    assert screen("--format", "markdown", *COMMAND) == (
        """\
# **Master Baker**

## Facts

* **Rising ≠:** At three <sup>1</sup>
* **Heat:** ●● Hot · 80 % do <sup>1</sup>
* **Wage:** Little · 80 % do <sup>1</sup>
* **Advertised pay:** median 40,000 EUR, half of the bands from 30,000 to 50,000; France, 2031; 40 adverts, 20 distinct bands; not comparable with the other sources' figures <sup>1</sup>

## Responsibilities by stage

| Part | Responsibility |
| --- | --- |
| **Dough** |  |
| leads | Mix the dough · 80 % do <sup>1</sup> |
| **Outside the lifecycle** |  |
| helps | Taste bread: Every loaf · 80 % do <sup>1</sup> |

## Choose it if

- you like the night ≠ <sup>1</sup>

## Think twice if

- you like to sleep <sup>1</sup>

<sup>1</sup> Miller, Crumb<br>
●○○ the level that a source names<br>
≠ the sources disagree: mlroles sources --disputes

Next:

- `mlroles compare bread-seller baker`
- `mlroles pay baker`
- `mlroles plan baker`
- `mlroles quiz`
"""
    )
