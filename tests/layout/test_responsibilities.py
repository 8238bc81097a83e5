"""Who does what."""

from tests.layout.conftest import Screen

COMMAND = ("responsibilities", "--full")


def test_narrow(screen: Screen) -> None:
    """Groups stay above the rows that stand below one another."""
    assert screen(*COMMAND, columns=40) == (
        """\
Responsibilities by stage

Dough

Mix the dough
  Baker: leads · 80 % do ¹
  Seller: not named

Shop

Sell bread
  Baker: not named
  Seller: helps ¹

Outside the lifecycle

Taste bread
  Baker: helps: Every loaf · 80 % do ¹
  Seller: helps ¹

¹ Miller, Crumb
not named: no source says, which does
  not mean no

Next: mlroles lifecycle · mlroles
      responsibilities --shared ·
      mlroles skills
"""
    )


def test_usual(screen: Screen) -> None:
    """A group stands on a line of its own above its rows."""
    assert screen(*COMMAND) == (
        """\
Responsibilities by stage

               Baker                          Seller
───────────────────────────────────────────────────────
Dough
Mix the dough  leads · 80 % do ¹              not named

Shop
Sell bread     not named                      helps ¹

Outside the lifecycle
Taste bread    helps: Every loaf · 80 % do ¹  helps ¹

¹ Miller, Crumb
not named: no source says, which does not mean no

Next: mlroles lifecycle · mlroles responsibilities --shared · mlroles skills
"""
    )


def test_plain(screen: Screen) -> None:
    """A group is a line before its rows."""
    assert screen(*COMMAND, environment={"MLROLES_PLAIN": "1"}) == (
        """\
Responsibilities by stage

Dough

Mix the dough
Baker: leads · 80 % do [1]
Seller: not named

Shop

Sell bread
Baker: not named
Seller: helps [1]

Outside the lifecycle

Taste bread
Baker: helps: Every loaf · 80 % do [1]
Seller: helps [1]

[1] Miller, Crumb
not named: no source says, which does not mean no

Next: mlroles lifecycle
Next: mlroles responsibilities --shared
Next: mlroles skills
"""
    )


def test_markdown(screen: Screen) -> None:
    """A group is a bold row of the table."""
    assert screen("--format", "markdown", *COMMAND) == (
        """\
# Responsibilities by stage

|  | **Baker** | **Seller** |
| --- | --- | --- |
| **Dough** |  |  |
| Mix the dough | leads · 80 % do <sup>1</sup> | not named |
| **Shop** |  |  |
| Sell bread | not named | helps <sup>1</sup> |
| **Outside the lifecycle** |  |  |
| Taste bread | helps: Every loaf · 80 % do <sup>1</sup> | helps <sup>1</sup> |

<sup>1</sup> Miller, Crumb<br>
not named: no source says, which does not mean no

Next:

- `mlroles lifecycle`
- `mlroles responsibilities --shared`
- `mlroles skills`
"""
    )
