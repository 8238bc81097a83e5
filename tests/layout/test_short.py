"""Short answers: what matters, and how to get all."""

from tests.layout.conftest import Screen

COMPARE, SHOW, LIST = ("compare",), ("show", "baker"), ("list",)


def test_compare_at_40(screen: Screen) -> None:
    """Where it is narrow, each aspect has a line for each role."""
    assert screen(*COMPARE, columns=40) == (
        """\
Baker · Seller

          Baker       Seller
───────────────────────────────
Rising ≠  At three ¹  not named
Heat      ●● hot ¹    ○○ cool ¹
Wage      Little ¹    little ¹

To move from Baker to Seller
  Raise  Counting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does
  not mean no
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles compare --full · mlroles
      plan bread-seller --from baker
"""
    )


def test_compare_at_80(screen: Screen) -> None:
    """Levels are a word beside their dots, and figures are left to the whole."""
    assert screen(*COMPARE, columns=80) == (
        """\
Baker · Seller

          Baker       Seller
───────────────────────────────
Rising ≠  At three ¹  not named
Heat      ●● hot ¹    ○○ cool ¹
Wage      Little ¹    little ¹

To move from Baker to Seller
  Raise  Counting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does not mean no
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare --full · mlroles plan bread-seller --from baker
"""
    )


def test_compare_at_120(screen: Screen) -> None:
    """A wider line folds less, and no more is said."""
    assert screen(*COMPARE, columns=120) == (
        """\
Baker · Seller

          Baker       Seller
───────────────────────────────
Rising ≠  At three ¹  not named
Heat      ●● hot ¹    ○○ cool ¹
Wage      Little ¹    little ¹

To move from Baker to Seller
  Raise  Counting

¹ Miller, Crumb
●○○ the level that a source names
not named: no source says, which does not mean no
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare --full · mlroles plan bread-seller --from baker
"""
    )


def test_show_at_40(screen: Screen) -> None:
    """Where it is narrow, what is said stands beside and below its label."""
    assert screen(*SHOW, columns=40) == (
        """\
Master Baker

Bakes bread. ¹

Leads: Mix the dough
Does not do: Sells bread. ¹
Skills: much: Kneading; some: Counting
Choose it if: you like the night ≠ ¹
Advertised pay: median 40,000 EUR;
  France, 2031; 40 adverts, 20 distinct
  bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles show baker --full ·
      mlroles compare bread-seller baker
      · mlroles plan baker
"""
    )


def test_show_at_80(screen: Screen) -> None:
    """What the job is, leads, leaves, takes and pays, and for whom it is, a line or two each."""
    assert screen(*SHOW, columns=80) == (
        """\
Master Baker

Bakes bread. ¹

Leads           Mix the dough
Does not do     Sells bread. ¹
Skills          much: Kneading; some: Counting
Choose it if    you like the night ≠ ¹
Advertised pay  median 40,000 EUR; France, 2031; 40 adverts, 20 distinct bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show baker --full · mlroles compare bread-seller baker ·
      mlroles plan baker
"""
    )


def test_show_at_120(screen: Screen) -> None:
    """A wider line folds less."""
    assert screen(*SHOW, columns=120) == (
        """\
Master Baker

Bakes bread. ¹

Leads           Mix the dough
Does not do     Sells bread. ¹
Skills          much: Kneading; some: Counting
Choose it if    you like the night ≠ ¹
Advertised pay  median 40,000 EUR; France, 2031; 40 adverts, 20 distinct bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show baker --full · mlroles compare bread-seller baker ·
      mlroles plan baker
"""
    )


def test_list_at_40(screen: Screen) -> None:
    """Where it is narrow, a role's names stand below its title."""
    assert screen(*LIST, columns=40) == (
        """\
Work in a bakery

Master Baker
  Id: baker
  Also called: Boulanger, Dough person

Bread Seller
  Id: bread-seller

With --full: what each is about, what
they share, and who does what in small
and in large teams.

Next: mlroles list --full ·
      mlroles list --all ·
      mlroles show baker ·
      mlroles compare
"""
    )


def test_list_at_80(screen: Screen) -> None:
    """A role has a line with its title, its id and its other names."""
    assert screen(*LIST, columns=80) == (
        """\
Work in a bakery

              Id            Also called
───────────────────────────────────────────────────
Master Baker  baker         Boulanger, Dough person
Bread Seller  bread-seller

With --full: what each is about, what they share, and who does what in small and
in large teams.

Next: mlroles list --full · mlroles list --all · mlroles show baker ·
      mlroles compare
"""
    )


def test_list_at_120(screen: Screen) -> None:
    """A wider line changes nothing where all has room."""
    assert screen(*LIST, columns=120) == (
        """\
Work in a bakery

              Id            Also called
───────────────────────────────────────────────────
Master Baker  baker         Boulanger, Dough person
Bread Seller  bread-seller

With --full: what each is about, what they share, and who does what in small and in
large teams.

Next: mlroles list --full · mlroles list --all · mlroles show baker · mlroles compare
"""
    )
