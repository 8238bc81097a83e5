"""Writes ``docs/titles.md``: how titles are read, and how well."""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]

HEAD = """# What job titles mean, and how surely

`mlroles title` reads a title by kinds of words and by rules over them, not by a list of titles:
so it reads titles that nobody has listed. Rank, terms, place, gender and team are taken away.
What is left is a row of kinds, such as *machine learning* + *engineer*; of the rules that fit,
the longest counts. A rule says what such titles usually mean, how surely, and why.

| How surely | When |
| --- | --- |
| named | the title is the role's name |
| usual | its words are usually meant so |
| near | it is another job, or says too little; the roles near to it are named |
| other | the words are known, and mean other work |
| unknown | no word of it says what is done |

All names that a person types for a role are read so too, once they are no name of a role: `show`,
`compare`, `pay` and the others say for what they took it.

## How well

A title of the family is *right* where its role is the first or second that is named, *near* where
the title is only told to be near to it. An other title is *placed* where a role of the family is
named for it, which is wrong. The rules were written with the titles of some sources in view;
those *held out* were labelled first and read afterwards, and the figures are of that first
reading.

"""

TAIL = """
## What it is blind to

- Labels of the adverts are by title alone: they say what a title names, not what is done. That is
  the same limit that a title has.
- Of the salary index, titles count as other that the mapping of `data/pay.json` does not name.
  Those that are placed are so by their words, such as *Machine Vision Engineer*.
- *Research Scientist*, *Applied Scientist*, *Research Engineer* and *AI Engineer* name no role of
  the family: they are told to be near, which the figures count as not placed.
- Titles are mostly English, of the United States and of technology companies. Other languages
  have the names of the roles and little more.
- A name of a team or a product that is a word of the field, or of another science, can mislead.
- *Member of Technical Staff* and its like say nothing, and that is said.

## What is counted of the titles

Adverts: distinct rows of a salary index. Learning: adverts whose text names machine or deep
learning, among those under such titles. Occupations: those of O\\*NET that list the title, and
how many of them hold the roles of this family.

"""


def page(document: Json) -> str:
    """Return the page."""
    return HEAD + _measured(document["measured"]) + TAIL + _counted(document["rules"])


def _measured(figures: Sequence[Json]) -> str:
    lines = [
        "| Titles | held out | of the family | right | near | others | placed |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for each in figures:
        cells = (
            each["source"],
            "yes" if each["held_out"] else "no",
            f"{each['family']:,}",
            _share(each["right"], each["family"]),
            _share(each["near"], each["family"]),
            f"{each['others']:,}",
            _share(each["placed"], each["others"]),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(count: int, of: int) -> str:
    return f"{count:,} ({100 * count / of:.1f} %)" if of else "–"


def _counted(rules: Sequence[Json]) -> str:
    lines = ["| Titles such as | adverts | learning | occupations |", "| --- | --- | --- | --- |"]
    for rule in rules:
        found = {each["what"]: each for each in rule.get("counted", ())}
        if found:
            cells = [
                f"{found[what]['count']:,} of {found[what]['of']:,}" if what in found else "–"
                for what in ("adverts", "learning", "occupations")
            ]
            lines.append(f"| {rule['title']} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
