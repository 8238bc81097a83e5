"""What adverts offer under the titles of a job that is no role."""

from collections.abc import Iterable
from pathlib import Path

from mlroles.datafile.read import read_part
from mlroles.pay.cells import Cell, PayHead
from mlroles.pay.headlines import offered
from mlroles.pay.models import SubTitle
from mlroles.roles.evidence import Evidence
from mlroles.roles.find import normal


class PayTitles(PayHead):
    """What of ``pay.json`` is looked up by title; the rest of the file is not looked at."""

    sub_titles: tuple[SubTitle, ...]
    cells: tuple[Cell, ...]


def read_titles(path: Path) -> PayTitles:
    """Return what is looked up by title; raises DataError where the pay file is wrong."""
    return read_part(path, PayTitles)


def pay_by_title(file: PayTitles, names: Iterable[str]) -> tuple[Evidence, ...]:
    """Return what adverts offer in the main country and year under titles with these ``names``.

    A figure's role is the one under which its titles are listed. Titles of which there are too
    few adverts are left out.
    """
    wanted = {normal(name) for name in names}
    main = (file.main.country, file.main.year, None)
    cells = {
        each.sub_title: each
        for each in file.cells
        if (each.country, each.year, each.experience) == main
    }
    told = (
        offered(file, cell, group.role, group.title)
        for group in file.sub_titles
        if not wanted.isdisjoint(map(normal, group.titles)) and (cell := cells.get(group.id))
    )
    return tuple(filter(None, told))
