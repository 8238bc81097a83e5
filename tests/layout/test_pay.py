"""Figures drawn to scale."""

# ruff: noqa: E501 - a screen is as wide as it is

from tests.layout.conftest import Screen

COMMAND = ("pay", "--full")


def test_narrow(screen: Screen) -> None:
    """Where it is narrow, a range takes the whole width below its label."""
    assert screen(*COMMAND, columns=40) == (
        """\
Wages in adverts: France, 2031, all
levels of experience

Mid-points of advertised bands in
thousand EUR: the line holds four in
five bands, the box half. The country
and the year are those with most
adverts.

0           20           40           60
Baker
             ├──────▓▓▓▓▓▓┃▓▓▓▓▓▓──────┤
median 40
40 adverts, 20 distinct bands
Seller
      ├──────▓▓▓▓▓▓▓┃▓▓▓▓▓▓─────┤
median 30
24 adverts, 12 distinct bands

A difference of two roles is given only
within one country, one year and one
level of experience, so that like is
compared with like.

What other sources state
  Baker: Little; another basis, not
    comparable ¹

What these figures are
  Basis: What bakeries write in the
    window. ¹
  Limits: Not what they pay.
  Titles: What people say. (“Usual”;
    mlroles pay --sensitivity)
  Reach: Enough adverts for figures:
    France. Of other countries it cannot
    tell.
  Age: Collected up to a day that is not
    given: mlroles data age

¹ Miller, Crumb

Next: mlroles pay --sensitivity ·
      mlroles pay --by experience
"""
    )


def test_usual(screen: Screen) -> None:
    """Ranges stand on one axis beside their labels, each with its counts below it."""
    assert screen(*COMMAND) == (
        """\
Wages in adverts: France, 2031, all levels of experience

Mid-points of advertised bands in thousand EUR: the line holds four in five
bands, the box half. The country and the year are those with most adverts.

        10         20          30          40          50          60
Baker               ├───────────▓▓▓▓▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓▓▓▓▓───────────┤  median 40
        40 adverts, 20 distinct bands
Seller  ├───────────▓▓▓▓▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓▓▓▓▓───────────┤              median 30
        24 adverts, 12 distinct bands

A difference of two roles is given only within one country, one year and one
level of experience, so that like is compared with like.

What other sources state
  Baker  Little; another basis, not comparable ¹

What these figures are
  Basis   What bakeries write in the window. ¹
  Limits  Not what they pay.
  Titles  What people say. (“Usual”; mlroles pay --sensitivity)
  Reach   Enough adverts for figures: France. Of other countries it cannot tell.
  Age     Collected up to a day that is not given: mlroles data age

¹ Miller, Crumb

Next: mlroles pay --sensitivity · mlroles pay --by experience
"""
    )


def test_wide(screen: Screen) -> None:
    """The axis takes the room that there is."""
    assert screen(*COMMAND, columns=120) == (
        """\
Wages in adverts: France, 2031, all levels of experience

Mid-points of advertised bands in thousand EUR: the line holds four in five bands, the
box half. The country and the year are those with most adverts.

        10       15        20        25        30        35        40        45        50        55        60
Baker                       ├───────────────────▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓───────────────────┤  median 40
        40 adverts, 20 distinct bands
Seller  ├───────────────────▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓┃▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓───────────────────┤                      median 30
        24 adverts, 12 distinct bands

A difference of two roles is given only within one country, one year and one level of
experience, so that like is compared with like.

What other sources state
  Baker  Little; another basis, not comparable ¹

What these figures are
  Basis   What bakeries write in the window. ¹
  Limits  Not what they pay.
  Titles  What people say. (“Usual”; mlroles pay --sensitivity)
  Reach   Enough adverts for figures: France. Of other countries it cannot tell.
  Age     Collected up to a day that is not given: mlroles data age

¹ Miller, Crumb

Next: mlroles pay --sensitivity · mlroles pay --by experience
"""
    )


def test_plain(screen: Screen) -> None:
    """A range is said in words."""
    assert screen(*COMMAND, environment={"MLROLES_PLAIN": "1"}) == (
        """\
Wages in adverts: France, 2031, all levels of experience

Mid-points of advertised bands in thousand EUR: the line holds four in five bands, the box half. The country and the year are those with most adverts.

Baker: median 40, half from 30 to 50, four in five from 20 to 60; 40 adverts, 20 distinct bands
Seller: median 30, half from 20 to 40, four in five from 10 to 50; 24 adverts, 12 distinct bands

A difference of two roles is given only within one country, one year and one level of experience, so that like is compared with like.

What other sources state

Baker: Little; another basis, not comparable [1]

What these figures are

Basis: What bakeries write in the window. [1]
Limits: Not what they pay.
Titles: What people say. (“Usual”; mlroles pay --sensitivity)
Reach: Enough adverts for figures: France. Of other countries it cannot tell.
Age: Collected up to a day that is not given: mlroles data age

[1] Miller, Crumb

Next: mlroles pay --sensitivity
Next: mlroles pay --by experience
"""
    )


def test_markdown(screen: Screen) -> None:
    """A range is a row of its percentiles."""
    assert screen("--format", "markdown", *COMMAND) == (
        """\
# Wages in adverts: France, 2031, all levels of experience

Mid-points of advertised bands in thousand EUR: the line holds four in five bands, the box half. The country and the year are those with most adverts.

|  | 10 % | 25 % | median | 75 % | 90 % |  |
| --- | --: | --: | --: | --: | --: | --- |
| **Baker** | 20 | 30 | 40 | 50 | 60 | 40 adverts, 20 distinct bands |
| **Seller** | 10 | 20 | 30 | 40 | 50 | 24 adverts, 12 distinct bands |

A difference of two roles is given only within one country, one year and one level of experience, so that like is compared with like.

## What other sources state

* **Baker:** Little; another basis, not comparable <sup>1</sup>

## What these figures are

* **Basis:** What bakeries write in the window. <sup>1</sup>
* **Limits:** Not what they pay.
* **Titles:** What people say. (“Usual”; mlroles pay --sensitivity)
* **Reach:** Enough adverts for figures: France. Of other countries it cannot tell.
* **Age:** Collected up to a day that is not given: mlroles data age

<sup>1</sup> Miller, Crumb

Next:

- `mlroles pay --sensitivity`
- `mlroles pay --by experience`
"""
    )
