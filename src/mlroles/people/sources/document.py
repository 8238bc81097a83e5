"""A CV as text: only the words for skills in it are looked for.

A line that says who somebody is, how old or from where is not looked at, nor is the first line,
which is mostly the name: nobody can do R because a street is called so.
"""

import re

from mlroles.people.sources.collect import Collector

MOST_WORDS_OF_A_NAME = 5
"""A first line with more words, or with a comma, is no name."""

_PERSONAL = re.compile(
    r"[\s*#•·-]*(?:(?:full |first |last |family |given )?name|surname|born|age|gender|sex|"
    r"(?:date|place|day) of birth|birth(?:day|place| date)|nationality|citizenship|ethnicity|race|"
    r"religion|marital status|family status|children|(?:home )?address|location|residence|city|"
    r"country|e-?mail|phone|telephone|mobile|photo(?:graph)?|picture|visa|work permit)"
    r"[\s*]*(?:[:|\t]|$).*",
    re.IGNORECASE,
)
"""Lines with the headings of the fields that are not read."""


def read_document(text: str, collector: Collector) -> None:
    """Collect the skills that a CV names, each with the line in which it stands first."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    kept = [
        "" if _PERSONAL.fullmatch(line) or (number == first and _is_name(line, lines)) else line
        for number, line in enumerate(lines)
    ]
    collector.document("\n".join(kept))


def _is_name(line: str, lines: list[str]) -> bool:
    """Say whether the first line is the name of somebody: a few words over the rest."""
    alone = sum(bool(each.strip()) for each in lines) == 1
    return not alone and "," not in line and len(line.split()) <= MOST_WORDS_OF_A_NAME
