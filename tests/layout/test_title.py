"""What a job title means, on a screen."""

from tests.layout.conftest import Screen

TITLE = "Senior Rye Bread Baker L4 (m/f/d), Night"


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, each label stands before what it says."""
    assert screen("title", TITLE, columns=40) == (
        """\
“Senior Rye Bread Baker L4 (m/f/d),
Night”

Taken away: rank: Senior, L4; for whom:
  m/f/d; team, product or field: Night
Left: Rye Bread Baker
Means: Master Baker (baker)
How surely: by its name
Why: The title names the role.
Counted:
  such titles: 1 of 9 advertised bands ¹
  2 of 3 adverts under such titles name
    machine learning ¹
  of 2 occupations that list it, of this
    family: 1 ¹
Not said: What is done day by day:
  employers give one title to different
  work.

¹ Miller, Crumb

Next: mlroles show baker
"""
    )


def test_usual(screen: Screen) -> None:
    """It says what was taken away, what is left, what that means and why, and what is not said."""
    assert screen("title", TITLE) == (
        """\
“Senior Rye Bread Baker L4 (m/f/d), Night”

Taken away  rank: Senior, L4; for whom: m/f/d; team, product or field: Night
Left        Rye Bread Baker
Means       Master Baker (baker)
How surely  by its name
Why         The title names the role.
Counted     such titles: 1 of 9 advertised bands ¹
            2 of 3 adverts under such titles name machine learning ¹
            of 2 occupations that list it, of this family: 1 ¹
Not said    What is done day by day: employers give one title to different work.

¹ Miller, Crumb

Next: mlroles show baker
"""
    )


def test_wide(screen: Screen) -> None:
    """Where it is wide, the lines are no longer than they need to be."""
    assert screen("title", TITLE, columns=120) == (
        """\
“Senior Rye Bread Baker L4 (m/f/d), Night”

Taken away  rank: Senior, L4; for whom: m/f/d; team, product or field: Night
Left        Rye Bread Baker
Means       Master Baker (baker)
How surely  by its name
Why         The title names the role.
Counted     such titles: 1 of 9 advertised bands ¹
            2 of 3 adverts under such titles name machine learning ¹
            of 2 occupations that list it, of this family: 1 ¹
Not said    What is done day by day: employers give one title to different work.

¹ Miller, Crumb

Next: mlroles show baker
"""
    )


def test_near(screen: Screen) -> None:
    """A title beside the roles names the roles that it is near to, and what it does not say."""
    assert screen("title", "Manager") == (
        """\
“Manager”

Left        Manager
Near to     Master Baker (baker)
How surely  near to it, not the same
Why         Whoever leads bakers bakes little.
Not said    Whether the person bakes. What is done day by day: employers give
            one title to different work.

Next: mlroles show baker
"""
    )


def test_other(screen: Screen) -> None:
    """A title of other work is none of the jobs, and leads on."""
    assert screen("title", "Seller / Miller") == (
        """\
“Seller / Miller”

Taken away  team, product or field: Miller
Left        Seller
Means       none of the jobs that this catalogue knows
How surely  other work
Why         Makes or sells something.
Not said    What is done day by day: employers give one title to different work.

Next: mlroles list · mlroles quiz
"""
    )


def test_two(screen: Screen) -> None:
    """A title of two jobs has both, and sets them side by side next."""
    assert screen("title", "Bread Seller / Baker") == (
        """\
“Bread Seller / Baker”

Left        Bread Seller / Baker
Means       Bread Seller (bread-seller)
            Master Baker (baker)
How surely  by its name
Why         Sells bread. The title names the role.
Not said    What is done day by day: employers give one title to different work.

Next: mlroles compare bread-seller baker · mlroles show bread-seller
"""
    )


def test_nothing_left(screen: Screen) -> None:
    """A title of which nothing is left means nothing, which is said."""
    assert screen("title", "Senior") == (
        """\
“Senior”

Taken away  rank: Senior
Left        nothing
Means       none of the jobs that this catalogue knows
How surely  not known
Why         No word of it is one that says what is done.
Not said    What is done day by day: employers give one title to different work.

Next: mlroles list · mlroles quiz
"""
    )


def test_fits_a_screen(screen: Screen) -> None:
    """However much is said, it is no more than a terminal's 24 lines."""
    for columns in (60, 80, 120):
        assert len(screen("title", TITLE, columns=columns).splitlines()) <= 24
