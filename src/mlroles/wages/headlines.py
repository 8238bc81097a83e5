"""Read of ``wages.json`` what other screens quote: the wage in the code nearest to each role."""

from pathlib import Path

from mlroles.datafile.read import read_part, refuse
from mlroles.datafile.references import References
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Count, Evidence, Quoted
from mlroles.wages.models import FILE, MEDIAN, PERCENTILES, WageCell, WagesHead


def official_wages(path: Path, catalogue: Catalogue) -> Quoted:
    """Return what the wages file at ``path`` says of each role that has a code near it.

    A role without one has no figure, nor has one whose quartiles are not released or top-coded.
    Only what is quoted is read and checked. Raises DataError where that is wrong.
    """
    head = read_part(path, WagesHead)
    refuse(References(FILE).unknown("source", [("$.source", head.source)], catalogue.source))
    whole = {cell.soc: cell for cell in head.cells if not cell.industry and not cell.state}
    # The figures stand beside the amounts that sources state, and are of another basis.
    aspects = {each.aspect for role in catalogue.roles for each in role.aspects if each.figure}
    found = []
    for occupation in head.occupations:
        quartiles = _quartiles(whole.get(occupation.soc))
        for counted in occupation.roles:
            if quartiles is None or counted.place != "nearest":
                continue
            low, middle, high, employees = quartiles
            found.append(
                Evidence(
                    about="official-wage",
                    title="Wage paid (official)",
                    role=counted.role,
                    statistic="median",
                    value=middle,
                    unit=head.currency,
                    low=low,
                    high=high,
                    spread="half of the employees",
                    counts=(Count(employees, "employee"),),
                    population=f"{head.country}, {occupation.soc} {occupation.title}",
                    year=head.year,
                    source=head.source,
                    aspects=tuple(sorted(aspects)),
                )
            )
    return Quoted(tuple(found))


def _quartiles(cell: WageCell | None) -> tuple[int, int, int, int] | None:
    """Return the quartiles and the number of employees, where all are known as they are."""
    if cell is None or cell.employees is None:
        return None
    low, middle, high = cell.amounts[MEDIAN - 1 : MEDIAN + 2]
    if low is None or middle is None or high is None:
        return None
    if not set(PERCENTILES[MEDIAN - 1 : MEDIAN + 2]).isdisjoint(cell.at_least):
        return None
    return low, middle, high, cell.employees
