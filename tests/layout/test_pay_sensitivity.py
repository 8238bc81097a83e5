"""Several items in a cell."""

from tests.layout.conftest import Screen

COMMAND = ("pay", "--sensitivity", "--full")


def test_narrow(screen: Screen) -> None:
    """A table that is too wide becomes a list, each cell's items below its header."""
    assert screen(*COMMAND, columns=40) == (
        """\
Who is offered more? France, 2031

The order of the roles does not hold
throughout: it depends on which titles
are taken for a role and on whether
repeated adverts count.

How often each order was found
  All levels of experience: Baker above
    Seller, 1 of 3: varies
  New: Baker and Seller: too few bands
  Old hand: Baker and Seller: too few
    bands

All levels of experience: medians in
thousand EUR
  Mapping: Usual
    Each band once:
      Baker 40 (20 bands)
      Seller 30 (12 bands)
    With repeats:
      Baker 40 (40 adverts)
      Seller 40 (24 adverts)

  Mapping: Wide
    Each band once:
      Seller 50 (12 bands)
      Baker 40 (20 bands)
    With repeats:
      Baker 40 (40 adverts)
      Seller too few (24 adverts)

The mappings of titles
  Usual  What people say.
  Wide   And what some say.

What these figures are
  Basis: What bakeries write in the
    window. ¹
  Limits: Not what they pay.

¹ Miller, Crumb

Next: mlroles pay --sensitivity
      --experience old ·
      mlroles pay --by title
"""
    )


def test_usual(screen: Screen) -> None:
    """The items of a cell stand below one another in it."""
    assert screen(*COMMAND) == (
        """\
Who is offered more? France, 2031

The order of the roles does not hold throughout: it depends on which titles are
taken for a role and on whether repeated adverts count.

How often each order was found
  All levels of experience  Baker above Seller, 1 of 3: varies
  New                       Baker and Seller: too few bands
  Old hand                  Baker and Seller: too few bands

All levels of experience: medians in thousand EUR
  Mapping  Each band once        With repeats
  ──────────────────────────────────────────────────────────
  Usual    Baker 40 (20 bands)   Baker 40 (40 adverts)
           Seller 30 (12 bands)  Seller 40 (24 adverts)
  Wide     Seller 50 (12 bands)  Baker 40 (40 adverts)
           Baker 40 (20 bands)   Seller too few (24 adverts)

The mappings of titles
  Usual  What people say.
  Wide   And what some say.

What these figures are
  Basis   What bakeries write in the window. ¹
  Limits  Not what they pay.

¹ Miller, Crumb

Next: mlroles pay --sensitivity --experience old · mlroles pay --by title
"""
    )
