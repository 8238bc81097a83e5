"""Who does what."""

from tests.layout.conftest import Screen

COMMAND = ("responsibilities",)


def test_narrow(screen: Screen) -> None:
    """Groups stay above the rows that stand below one another."""
    assert screen(*COMMAND, columns=40) == (
        """\
Responsibilities by stage

Dough

Mix the dough
  Baker: leads ¹
  Seller: –

Shop

Sell bread
  Baker: –
  Seller: helps ¹

Outside the lifecycle

Taste bread
  Baker: helps: Every loaf ¹
  Seller: helps ¹

¹ Miller, Crumb

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

               Baker                Seller
───────────────────────────────────────────
Dough
Mix the dough  leads ¹              –

Shop
Sell bread     –                    helps ¹

Outside the lifecycle
Taste bread    helps: Every loaf ¹  helps ¹

¹ Miller, Crumb

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
Baker: leads [1]
Seller: –

Shop

Sell bread
Baker: –
Seller: helps [1]

Outside the lifecycle

Taste bread
Baker: helps: Every loaf [1]
Seller: helps [1]

[1] Miller, Crumb

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
| Mix the dough | leads <sup>1</sup> | – |
| **Shop** |  |  |
| Sell bread | – | helps <sup>1</sup> |
| **Outside the lifecycle** |  |  |
| Taste bread | helps: Every loaf <sup>1</sup> | helps <sup>1</sup> |

<sup>1</sup> Miller, Crumb

Next:

- `mlroles lifecycle`
- `mlroles responsibilities --shared`
- `mlroles skills`
"""
    )
