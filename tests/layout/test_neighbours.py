"""A job beside the roles, alone and side by side with roles."""

# ruff: noqa: E501 - a screen is as wide as it is

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.layout.conftest import Screen
from tests.running import output


def test_show_narrow(screen: Screen) -> None:
    """Where it is narrow, what is known of a job runs on below its label."""
    assert screen("show", "miller", columns=40) == (
        """\
Miller

Grinds corn for bread. ¹

Nearest roles, and how it differs
  Baker   Rises later. ≠ ¹
  Seller  Sells flour. ¹

  Known:
    Owns a mill. ¹
    Sleeps well. ¹
  Frameworks:
    A title without a framework
    Placed by Town census
  Advertised pay: not known
  Also called: Grinder, Mill hand

¹ Miller, Crumb
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles compare miller baker ·
      mlroles sources crumb-2
"""
    )


def test_show_usual(screen: Screen) -> None:
    """A job says what it is, how it differs from the nearest roles, and what else is known."""
    assert screen("show", "miller", columns=80) == (
        """\
Miller

Grinds corn for bread. ¹

Nearest roles, and how it differs
  Baker   Rises later. ≠ ¹
  Seller  Sells flour. ¹

  Known           Owns a mill. ¹
                  Sleeps well. ¹
  Frameworks      A title without a framework
                  Placed by Town census
  Advertised pay  not known
  Also called     Grinder, Mill hand

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare miller baker · mlroles sources crumb-2
"""
    )


def test_show_wide(screen: Screen) -> None:
    """Where it is wide, each thing stands on a line."""
    assert screen("show", "miller", columns=120) == (
        """\
Miller

Grinds corn for bread. ¹

Nearest roles, and how it differs
  Baker   Rises later. ≠ ¹
  Seller  Sells flour. ¹

  Known           Owns a mill. ¹
                  Sleeps well. ¹
  Frameworks      A title without a framework
                  Placed by Town census
  Advertised pay  not known
  Also called     Grinder, Mill hand

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles compare miller baker · mlroles sources crumb-2
"""
    )


def test_pair_narrow(screen: Screen) -> None:
    """Where it is narrow, what is said of two jobs runs on below each."""
    assert screen("compare", "miller", "baker", columns=40) == (
        """\
Miller · Baker

Miller:
  Grinds corn for bread. ¹
  Beside Baker: Rises later. ≠ ¹
  Owns a mill. ¹
  A title without a framework
  Adverts: not known
Baker:
  Bakes bread. ¹
  Adverts: median 40,000 EUR, France
    2031; 20 distinct bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles show miller ·
      mlroles show baker
"""
    )


def test_pair_usual(screen: Screen) -> None:
    """A job stands beside a role with how it differs from that role."""
    assert screen("compare", "miller", "baker", columns=80) == (
        """\
Miller · Baker

Miller  Grinds corn for bread. ¹
        Beside Baker: Rises later. ≠ ¹
        Owns a mill. ¹
        A title without a framework
        Adverts: not known
Baker   Bakes bread. ¹
        Adverts: median 40,000 EUR, France 2031; 20 distinct bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show miller · mlroles show baker
"""
    )


def test_pair_wide(screen: Screen) -> None:
    """Where it is wide, what is said of each stands on a line."""
    assert screen("compare", "miller", "baker", columns=120) == (
        """\
Miller · Baker

Miller  Grinds corn for bread. ¹
        Beside Baker: Rises later. ≠ ¹
        Owns a mill. ¹
        A title without a framework
        Adverts: not known
Baker   Bakes bread. ¹
        Adverts: median 40,000 EUR, France 2031; 20 distinct bands ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show miller · mlroles show baker
"""
    )


def test_many_narrow(screen: Screen) -> None:
    """Where it is narrow, many jobs have a few lines each."""
    assert screen("compare", "bread-artist", "miller", "sweeper", "baker", columns=40) == (
        """\
Bread Artist · Miller · Sweeper · Baker

Bread Artist:
  What it is no source says.
  Beside Baker: Paints loaves. ¹
Miller:
  Grinds corn for bread. ¹
  Beside Baker: Rises later. ≠ ¹
Sweeper: What it is no source says.
Baker: Bakes bread. ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources
  --disputes

Next: mlroles show bread-artist ·
      mlroles show miller ·
      mlroles compare bread-artist baker
"""
    )


def test_many_usual(screen: Screen) -> None:
    """Of many jobs less is said of each; what is not known is not made up."""
    assert screen("compare", "bread-artist", "miller", "sweeper", "baker", columns=80) == (
        """\
Bread Artist · Miller · Sweeper · Baker

Bread Artist  What it is no source says.
              Beside Baker: Paints loaves. ¹
Miller        Grinds corn for bread. ¹
              Beside Baker: Rises later. ≠ ¹
Sweeper       What it is no source says.
Baker         Bakes bread. ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show bread-artist · mlroles show miller ·
      mlroles compare bread-artist baker
"""
    )


def test_many_wide(screen: Screen) -> None:
    """Where it is wide, many jobs take one line for each thing."""
    assert screen("compare", "bread-artist", "miller", "sweeper", "baker", columns=120) == (
        """\
Bread Artist · Miller · Sweeper · Baker

Bread Artist  What it is no source says.
              Beside Baker: Paints loaves. ¹
Miller        Grinds corn for bread. ¹
              Beside Baker: Rises later. ≠ ¹
Sweeper       What it is no source says.
Baker         Bakes bread. ¹

¹ Miller, Crumb
≠ the sources disagree: mlroles sources --disputes

Next: mlroles show bread-artist · mlroles show miller ·
      mlroles compare bread-artist baker
"""
    )


@pytest.mark.uncounted
def test_each_shipped_job_fits_a_screen(shipped: Catalogue) -> None:
    """Every job beside the roles, alone and beside its nearest role, takes 24 rows of 80 columns."""
    for job in shipped.neighbours:
        for words in (("show", job.id), ("compare", job.id, job.nearest[0].role)):
            assert len(output(*words).splitlines()) <= 24, words


@pytest.mark.parametrize(
    "jobs",
    [
        ("research-engineer", "research-scientist"),
        ("ai-engineer", "ml-engineer"),
        ("mlops-engineer", "ml-engineer", "data-scientist"),
        ("applied-scientist", "research-scientist", "data-scientist", "ml-engineer"),
    ],
    ids=" ".join,
)
def test_what_people_ask_fits_a_screen(jobs: tuple[str, ...]) -> None:
    """Jobs that people ask about side by side take 24 rows of 80 columns, and each is named."""
    screen = output("compare", *jobs)
    assert len(screen.splitlines()) <= 24
    assert screen.splitlines()[0].count("·") == len(jobs) - 1
