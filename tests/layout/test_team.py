"""What the bakery has in its team, on a screen."""

from tests.layout.conftest import Screen


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, each label stands before what it says."""
    assert screen("team", "--have", "2 bakers, miller", columns=40) == (
        """\
2 × Baker; 1 × Miller: no task without a
lead

Stage: Dough
  Now: led
  Who leads: Baker

Stage: Shop
  Now: not named

Stage: Oven
  Now: not named

Not known: what they do at which stage:
  Miller
Not for: choosing between bakers

not named: no source says, which does
  not mean no

Next: mlroles team --have '2 bakers,
      miller' --full · mlroles hire
      --have '2 baker, 1 miller'
"""
    )


def test_usual(screen: Screen) -> None:
    """Each stage has what becomes of it, who leads it and what nobody leads."""
    assert screen("team", "--have", "2 bakers, miller") == (
        """\
2 × Baker; 1 × Miller: no task without a lead

Stage  Now        Who leads  Nobody leads
─────────────────────────────────────────
Dough  led        Baker
Shop   not named
Oven   not named

Not known  what they do at which stage: Miller
Not for    choosing between bakers

not named: no source says, which does not mean no

Next: mlroles team --have '2 bakers, miller' --full ·
      mlroles hire --have '2 baker, 1 miller'
"""
    )


def test_wide(screen: Screen) -> None:
    """Where it is wide, the lines are no longer than they need to be."""
    assert screen("team", "--have", "2 bakers, miller", columns=120) == (
        """\
2 × Baker; 1 × Miller: no task without a lead

Stage  Now        Who leads  Nobody leads
─────────────────────────────────────────
Dough  led        Baker
Shop   not named
Oven   not named

Not known  what they do at which stage: Miller
Not for    choosing between bakers

not named: no source says, which does not mean no

Next: mlroles team --have '2 bakers, miller' --full ·
      mlroles hire --have '2 baker, 1 miller'
"""
    )


def test_whole(screen: Screen) -> None:
    """In full each responsibility has who leads it, and each hand-over what to settle."""
    assert screen("team", "--have", "baker, seller, Bread Artist", "--full") == (
        """\
1 × Baker; 1 × Seller; 1 × Bread Artist: no task without a lead

Stage  Now        Who leads  Nobody leads
─────────────────────────────────────────
Dough  led        Baker
Shop   helped
Oven   not named

Task by task
                 Now     Leads  Helps             Would lead
  ──────────────────────────────────────────────────────────
  Dough
  Mix the dough  led     Baker

  Shop
  Sell bread     helped         Seller

  Outside the lifecycle
  Taste bread    helped         Baker and Seller

  What is open outside the lifecycle is no lack: hardly any team needs all of
  it.

What happens in between
  Dough → Shop  No source says who leads both.
                Bread goes to the shop. ¹
                Settle: Who carries it.
  Shop → Oven   No source says who leads both.

Of whom nothing is known stage by stage
  • Bread Artist

  Not for choosing between bakers.

¹ Miller, Crumb
not named: no source says, which does not mean no

Next: mlroles hire --have '1 baker, 1 bread-seller, 1 bread-artist' ·
      mlroles lifecycle
"""
    )


def test_whole_open(screen: Screen) -> None:
    """Of jobs beside the roles it says that what they do is not known."""
    assert screen("team", "--have", "miller", "--full") == (
        """\
1 × Miller: 1 task without a lead

Stage  Now        Who leads  Nobody leads
──────────────────────────────────────────
Dough  open       nobody     Mix the dough
Shop   not named
Oven   not named

Task by task
                 Now        Leads  Helps  Would lead
  ──────────────────────────────────────────────────
  Dough
  Mix the dough  open                     Baker

  Shop
  Sell bread     not named

  Outside the lifecycle
  Taste bread    not named

  What is open outside the lifecycle is no lack: hardly any team needs all of
  it.

What happens in between
  Dough → Shop  No source says who leads both.
                Bread goes to the shop. ¹
                Settle: Who carries it.
  Shop → Oven   No source says who leads both.

Who would lead what nobody does
  • Master Baker: 1 of 1

Of whom nothing is known stage by stage
  • Miller

  Not for choosing between bakers.

¹ Miller, Crumb
not named: no source says, which does not mean no

Next: mlroles hire --have '1 miller' · mlroles show baker · mlroles lifecycle
"""
    )
