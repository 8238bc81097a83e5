"""Years of experience that are asked for with a tool that is younger than that.

Only what is said in one breath counts: "ten years of Kubernetes", "Kubernetes (10+ years)". In "ten
years in software, including Kubernetes" the years are those of the work.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mlroles.hire.advert_models import Tool

_SMALL: Final = "one two three four five six seven eight nine ten eleven twelve fifteen twenty"
_WORDS: Final = dict(zip(_SMALL.split(), (*range(1, 13), 15, 20), strict=True))
"""Numbers that are written as words."""

_NUMBER: Final = rf"(?P<low>\d{{1,2}}|{'|'.join(_WORDS)})"
_YEARS: Final = (
    rf"(?<![\w.,]){_NUMBER}(?: ?\+| plus)?(?: ?(?:-|–|to) ?\d{{1,2}})?(?: ?\+)?"
    r"(?: ?\(\d{1,2}\+?\))? ?(?:or more |\+ ?)?(?:years?|yrs?)\b['’]?"
)
_BETWEEN: Final = (
    r"(?: of)?(?: (?:hands-on|practical|professional|proven|solid|strong|production|work|"
    r"working|industry|relevant|commercial|real-world))*(?: experience)?"
    r"(?: (?:with|in|of|using|on|building with|working with|developing with))? "
)
_OTHERS: Final = r"(?:[\w+#.-]{1,30}(?: [\w+#.-]{1,30})?(?:, ?(?:and |or )?|/| and | or | & )){0,4}"
"""Other things in the same list, before the tool."""

_AFTER: Final = r" ?[(:,–-] ?(?:(?:at least|minimum|min\.?|over) )?"


class TooManyYears(NamedTuple):
    """Years that are asked for with a tool, where they stand, and since when there is the tool."""

    tool: str
    start: int
    words: str
    years: int
    since: int


class ToolYears:
    """Finds them; compiled when it is made."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        self._tools = {words: each for each in tools for words in each.words}
        ways = sorted(self._tools, key=len, reverse=True)
        names = "|".join(map(re.escape, ways)) or "(?!)"
        tool = rf"(?<![\w-])(?P<tool>{names})(?![\w-])"
        self._before = re.compile(rf"(?i:{_YEARS}{_BETWEEN}{_OTHERS}){tool}")
        self._after = re.compile(rf"{tool}(?i:{_AFTER}{_YEARS})")

    def find(self, text: str, now: int) -> Iterator[TooManyYears]:
        """Yield what nobody can have in the year ``now``, each tool once."""
        seen: set[str] = set()
        for way in (self._before, self._after):
            for each in way.finditer(text):
                tool = self._tools[each["tool"]]
                low = each["low"].lower()
                years = _WORDS.get(low) or int(low)
                if years > now - tool.year and tool.id not in seen:
                    seen.add(tool.id)
                    words = " ".join(each[0].split())
                    yield TooManyYears(tool.id, each.start(), words, years, tool.year)
