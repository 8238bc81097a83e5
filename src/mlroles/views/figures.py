"""Figures in a few words: how many use a skill, and how that differs between two roles."""

from mlroles.roles.evidence import Evidence
from mlroles.roles.skill_use import SkillUse

LEAST = 0.5
"""Per cent, below which a share that is not 0 would be rounded to it."""

STANDINGS = {
    "common": "common",
    "some": "used by some",
    "rare": "rare",
    "rarely-asked": "rarely asked for; who uses it is not known",
}
"""What the figures say of a skill, in words."""


def percent(figure: Evidence) -> str:
    """Return a share in whole percent, "93 %" of people or "31 % ads"."""
    share = 100 * figure.value
    whole = "under 1" if 0 < share < LEAST else f"{share:.0f}"
    return f"{whole} % {figure.unit}".strip()


def short_figure(use: SkillUse) -> str:
    """Return the first figure about a skill in a role; empty where nothing is measured."""
    return percent(use.figures[0]) if use.figures else ""


def way(here: SkillUse, there: SkillUse) -> str:
    """Return two figures of one measure, such as " (9 → 41 % ads)".

    Only the second where the two roles were not measured alike; empty where neither was.
    """
    for mine in here.figures:
        for theirs in there.figures:
            if (mine.about, mine.source, mine.year) == (theirs.about, theirs.source, theirs.year):
                return f" ({100 * mine.value:.0f} → {percent(theirs)})"
    figure = short_figure(there)
    return f" ({figure})" if figure else ""
