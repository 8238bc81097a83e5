"""The first screen."""

from tests.layout.conftest import Screen


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, what is said of a role stands below its name."""
    assert screen(columns=40) == (
        """\
Work in a bakery

Baker:
  Bakes bread. ¹
  Choose it if you like the night. ≠ ¹
Seller: Sells bread. ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles compare ·
      mlroles show baker ·
      mlroles quiz · mlroles --help
"""
    )


def test_usual(screen: Screen) -> None:
    """Beside its name each role has its summary and the first reason to choose it."""
    assert screen() == (
        """\
Work in a bakery

Baker   Bakes bread. ¹
        Choose it if you like the night. ≠ ¹
Seller  Sells bread. ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare · mlroles show baker · mlroles quiz · mlroles --help
"""
    )


def test_wide(screen: Screen) -> None:
    """A wider line changes nothing where all has room."""
    assert screen(columns=120) == screen()


def test_plain(screen: Screen) -> None:
    """A screen reader gets a line a thing, and marks as words."""
    assert screen(environment={"MLROLES_PLAIN": "1"}) == (
        """\
Work in a bakery

Baker:
- Bakes bread. [1]
- Choose it if you like the night. (sources disagree) [1]
Seller: Sells bread. [1]

[1] Miller, Crumb
the sources disagree: mlroles sources --disputes

Next: mlroles compare
Next: mlroles show baker
Next: mlroles quiz
Next: mlroles --help
"""
    )


def test_markdown(screen: Screen) -> None:
    """A document gets a list of roles and commands as code."""
    assert screen("--format", "markdown") == (
        """\
# Work in a bakery

* **Baker:** Bakes bread. <sup>1</sup><br>Choose it if you like the night. ≠ <sup>1</sup>
* **Seller:** Sells bread. <sup>1</sup>

<sup>1</sup> Miller, Crumb<br>
≠ the sources disagree: mlroles sources --disputes

Next:

- `mlroles compare`
- `mlroles show baker`
- `mlroles quiz`
- `mlroles --help`
"""
    )
