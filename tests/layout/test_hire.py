"""What the bakery is advised to hire, on a screen."""

from tests.layout.conftest import Screen


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, each label stands before what it says."""
    assert screen("hire", "--goal", "bread", "--people", "3", "--have", "seller", columns=40) == (
        """\
First, hire a baker

Bakers bake bread. · 80 % do ¹

Because: you want bread; you have a
  Bread Seller
Stays open: Who sells it.
Pays next: find a miller, once flour is
  dear ¹
Otherwise:
  if it is night: hire nobody
  if somebody covers Shop and nobody
    covers Dough or Oven: find a miller
Disputed: When do bakers rise? 2 views:
  rising
Not known: done and light: not taken for
  a no
Not for: choosing between bakers

¹ Miller, Crumb

Next: mlroles hire --people 3 --have
      seller --goal bread --full ·
      mlroles show baker ·
      mlroles advert baker
"""
    )


def test_usual(screen: Screen) -> None:
    """The answer comes first, then what it rests on, leaves open and would change."""
    assert screen("hire", "--goal", "bread", "--people", "3", "--have", "seller") == (
        """\
First, hire a baker

Bakers bake bread. · 80 % do ¹

Because     you want bread; you have a Bread Seller
Stays open  Who sells it.
Pays next   find a miller, once flour is dear ¹
Otherwise   if it is night: hire nobody
            if somebody covers Shop and nobody covers Dough or Oven: find a
              miller
Disputed    When do bakers rise? 2 views: rising
Not known   done and light: not taken for a no
Not for     choosing between bakers

¹ Miller, Crumb

Next: mlroles hire --people 3 --have seller --goal bread --full ·
      mlroles show baker · mlroles advert baker
"""
    )


def test_wide(screen: Screen) -> None:
    """Where it is wide, the lines are no longer than they need to be."""
    assert screen("hire", "--goal", "bread", "--people", "3", "--have", "seller", columns=120) == (
        """\
First, hire a baker

Bakers bake bread. · 80 % do ¹

Because     you want bread; you have a Bread Seller
Stays open  Who sells it.
Pays next   find a miller, once flour is dear ¹
Otherwise   if it is night: hire nobody
            if somebody covers Shop and nobody covers Dough or Oven: find a miller
Disputed    When do bakers rise? 2 views: rising
Not known   done and light: not taken for a no
Not for     choosing between bakers

¹ Miller, Crumb

Next: mlroles hire --people 3 --have seller --goal bread --full · mlroles show baker ·
      mlroles advert baker
"""
    )


def test_whole(screen: Screen) -> None:
    """In full stands everything that is known of the answer, each view of a dispute too."""
    assert screen("hire", "--goal", "bread", "--people", "3", "--have", "seller", "--full") == (
        """\
First, hire a baker

Bakers bake bread. · 80 % do ¹

What that is
  Bakes bread. ¹

What you said
  Goal   you want bread
  Heads  you are few
  There  you have a Bread Seller
  Done   not known, which is not a no
  Light  not known, which is not a no

The stages then
  Dough  led by who is there or hired
  Shop   not named: no source says who leads it
  Oven   not named: no source says who leads it

What else stays open
  • Who sells it.

What pays next
  • find a miller, once flour is dear ¹
  • hire nobody, once you are tired

What would change it
  • if it is night: hire nobody
  • if somebody covers Shop and nobody covers Dough or Oven: find a miller

Where public advice contradicts itself
  When do bakers rise? (rising)

  • At three. (crumb-2)
  • At noon. (crumb-3)

  mlroles goes by: At three.

What the figures say
  crumb-1, supported  80 % do.

  Nobody counted it. Not for choosing between bakers.

¹ Miller, Crumb

Next: mlroles hire --people 3 --have seller --goal bread --ask ·
      mlroles show baker · mlroles advert baker ·
      mlroles team --have 'seller, baker' · mlroles sources rising
"""
    )


def test_nothing(screen: Screen) -> None:
    """Where little is said, what is not known is told, and asking is suggested."""
    assert screen("hire", "--people", "3") == (
        """\
First, hire nobody

Nothing decides.

Stays open  Dough
Otherwise   if somebody covers Shop and nobody covers Dough or Oven: find a
              miller
            if you want bread and you have no Master Baker: hire a baker
Not known   goal, there, done and light: not taken for a no
Not for     choosing between bakers

Next: mlroles hire --people 3 --full · mlroles hire --people 3 --ask
"""
    )


def test_night(screen: Screen) -> None:
    """A part of which there is nothing to say is left out."""
    assert screen("hire", "--answer", "light=night", "--full") == (
        """\
First, hire nobody

Nobody is awake.

What that is
  Sleep.

What you said
  Goal   not known, which is not a no
  Heads  not known, which is not a no
  There  not known, which is not a no
  Done   not known, which is not a no
  Light  it is night

The stages then
  Dough  open
  Shop   not named: no source says who leads it
  Oven   not named: no source says who leads it

What else stays open
  • The oven.

  Nobody counted it. Not for choosing between bakers.

Next: mlroles hire --answer light=night --ask
"""
    )
