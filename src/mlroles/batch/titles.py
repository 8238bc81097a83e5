"""A file of job titles, one a line: lines come in, a row of what each means goes out."""

from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from mlroles.batch.text_lines import TextLines, wrong_text
from mlroles.text import clean
from mlroles.titles.read import TitleReader
from mlroles.titles.words import LONGEST

COLUMNS = dict.fromkeys(("title", "meaning", "also", "sureness", "level", "left"), str)
"""The columns of the table; several ids in a cell are separated by semicolons."""

UNREAD = "unread"
"""Stands for how surely a title means something where its line could not be read."""

REMEMBERED = 20_000
"""Titles whose row is remembered, as most stand in a file many times."""


class TitleRow(NamedTuple):
    """A line of the file and the row that it becomes."""

    line: int
    """The number of the line."""
    cells: tuple[str, ...]
    """The cells in the order of ``COLUMNS``."""
    problem: str
    """What is wrong with the line; empty where nothing is."""


def title_rows(stream: BinaryIO, reader: TitleReader) -> Iterator[TitleRow]:
    """Yield a row for each line of ``stream`` that is not blank; a wrong one has its problem."""

    @lru_cache(REMEMBERED)
    def cells(title: str) -> tuple[str, ...]:
        found = reader.read(clean(title))
        means, near = ";".join(found.means), ";".join(found.near)
        return title, means, near, found.sure, found.level, found.left

    for number, line in TextLines(stream):
        title = line.strip()
        if not title:
            continue
        if problem := wrong_text(line) or (
            f"a title has no more than {LONGEST} characters" if len(title) > LONGEST else ""
        ):
            text = title[:LONGEST].encode("utf-8", "replace").decode()
            yield TitleRow(number, (text, "", "", UNREAD, "", ""), problem)
        else:
            yield TitleRow(number, cells(title), "")
