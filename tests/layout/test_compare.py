"""Roles side by side."""

# ruff: noqa: E501 - a screen is as wide as it is

from tests.layout.conftest import Screen

COMMAND = ("compare", "--full")


def test_narrow(screen: Screen) -> None:
    """Where the columns are too narrow to read, roles stand below one another."""
    assert screen(*COMMAND, columns=40) == (
        """\
Baker · Seller

Rising ≠
  Baker: At three ¹
  Seller: not named

Heat
  Baker: ●● Hot · 80 % do ¹
  Seller: ○○ Cool ¹

Wage
  Baker: Little · 80 % do ¹
  Seller: little ¹

Advertised pay
  Baker: median 40,000 EUR; France,
    2031; 40 adverts, 20 distinct
    bands ¹
  Seller: median 30,000 EUR; France,
    2031; 24 adverts, 12 distinct
    bands ¹

Skills
  Both  Counting

Responsibilities
  Both              Taste bread
  Named for Baker   Mix the dough
  Named for Seller  Sell bread

From Baker to Seller
  Raise      Counting
  Not known  Greeting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does
  not mean no
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles plan bread-seller --from
      baker ·
      mlroles show bread-seller ·
      mlroles skills baker bread-seller
"""
    )


def test_usual(screen: Screen) -> None:
    """Roles stand side by side, in columns of one width."""
    assert screen(*COMMAND) == (
        """\
Baker · Seller

                Baker                            Seller
────────────────────────────────────────────────────────────────────────────────
Rising ≠        At three ¹                       not named
Heat            ●● Hot · 80 % do ¹               ○○ Cool ¹
Wage            Little · 80 % do ¹               little ¹
Advertised pay  median 40,000 EUR; France,       median 30,000 EUR; France,
                2031; 40 adverts, 20 distinct    2031; 24 adverts, 12 distinct
                bands ¹                          bands ¹

Skills
  Both  Counting

Responsibilities
  Both              Taste bread
  Named for Baker   Mix the dough
  Named for Seller  Sell bread

From Baker to Seller
  Raise      Counting
  Not known  Greeting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does not mean no
≠ the sources disagree: mlroles sources --disputes

Next: mlroles plan bread-seller --from baker · mlroles show bread-seller ·
      mlroles skills baker bread-seller
"""
    )


def test_wide(screen: Screen) -> None:
    """Columns take the room that there is."""
    assert screen(*COMMAND, columns=120) == (
        """\
Baker · Seller

                Baker                                                Seller
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Rising ≠        At three ¹                                           not named
Heat            ●● Hot · 80 % do ¹                                   ○○ Cool ¹
Wage            Little · 80 % do ¹                                   little ¹
Advertised pay  median 40,000 EUR; France, 2031; 40 adverts, 20      median 30,000 EUR; France, 2031; 24 adverts, 12
                distinct bands ¹                                     distinct bands ¹

Skills
  Both  Counting

Responsibilities
  Both              Taste bread
  Named for Baker   Mix the dough
  Named for Seller  Sell bread

From Baker to Seller
  Raise      Counting
  Not known  Greeting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does not mean no
≠ the sources disagree: mlroles sources --disputes

Next: mlroles plan bread-seller --from baker · mlroles show bread-seller ·
      mlroles skills baker bread-seller
"""
    )


def test_plain(screen: Screen) -> None:
    """Each row is a heading with a line for each role."""
    assert screen(*COMMAND, environment={"MLROLES_PLAIN": "1"}) == (
        """\
Baker · Seller

Rising (sources disagree)
Baker: At three [1]
Seller: not named

Heat
Baker: Hot · 80 % do (level 2 of 2) [1]
Seller: Cool (level 0 of 2) [1]

Wage
Baker: Little · 80 % do [1]
Seller: little [1]

Advertised pay
Baker: median 40,000 EUR; France, 2031; 40 adverts, 20 distinct bands [1]
Seller: median 30,000 EUR; France, 2031; 24 adverts, 12 distinct bands [1]

Skills

Both: Counting

Responsibilities

Both: Taste bread
Named for Baker: Mix the dough
Named for Seller: Sell bread

From Baker to Seller

Raise: Counting
Not known: Greeting

[1] Miller, Crumb
Level: the level that a source names
not named: no source says, which does not mean no
the sources disagree: mlroles sources --disputes

Next: mlroles plan bread-seller --from baker
Next: mlroles show bread-seller
Next: mlroles skills baker bread-seller
"""
    )


def test_markdown(screen: Screen) -> None:
    """Rows are the rows of a table."""
    assert screen("--format", "markdown", *COMMAND) == (
        """\
# Baker · Seller

|  | **Baker** | **Seller** |
| --- | --- | --- |
| Rising ≠ | At three <sup>1</sup> | not named |
| Heat | ●● Hot · 80 % do <sup>1</sup> | ○○ Cool <sup>1</sup> |
| Wage | Little · 80 % do <sup>1</sup> | little <sup>1</sup> |
| Advertised pay | median 40,000 EUR; France, 2031; 40 adverts, 20 distinct bands <sup>1</sup> | median 30,000 EUR; France, 2031; 24 adverts, 12 distinct bands <sup>1</sup> |

## Skills

* **Both:** Counting

## Responsibilities

* **Both:** Taste bread
* **Named for Baker:** Mix the dough
* **Named for Seller:** Sell bread

## From Baker to Seller

* **Raise:** Counting
* **Not known:** Greeting

<sup>1</sup> Miller, Crumb<br>
●○○ the level that a source names<br>
not named: no source says, which does not mean no<br>
≠ the sources disagree: mlroles sources --disputes

Next:

- `mlroles plan bread-seller --from baker`
- `mlroles show bread-seller`
- `mlroles skills baker bread-seller`
"""
    )
