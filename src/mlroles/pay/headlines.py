"""Read of ``pay.json`` what other screens quote."""

from pathlib import Path

from mlroles.datafile.read import read_part, refuse
from mlroles.datafile.references import References
from mlroles.pay.cells import FILE, MEDIAN, Cell, PayBands, PayHead
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Count, Evidence, Quoted


def advertised_pay(path: Path, catalogue: Catalogue) -> Quoted:
    """Return what the pay file at ``path`` says of each role.

    Only what is quoted is read and checked. Raises DataError where that is wrong.
    """
    head = read_part(path, PayHead)
    _refuse_source(path, head.source, catalogue)
    # The figures stand beside the amounts that sources state, and are of another basis.
    aspects = {each.aspect for role in catalogue.roles for each in role.aspects if each.figure}
    told = (
        offered(head, cell, cell.role, "Advertised pay", tuple(sorted(aspects)))
        for cell in head.headlines
    )
    return Quoted(tuple(filter(None, told)))


def pay_bands(path: Path, catalogue: Catalogue) -> PayBands:
    """Return what the pay of an advert is laid beside, of the pay file at ``path``.

    Only that is read and checked. Raises DataError where it is wrong.
    """
    bands = read_part(path, PayBands)
    _refuse_source(path, bands.source, catalogue)
    return bands


def _refuse_source(path: Path, name: str, catalogue: Catalogue) -> None:
    source = [("$.source", name)]
    refuse(path.parent, References(FILE).unknown("source", source, catalogue.source))


def offered(
    head: PayHead, cell: Cell, role: str, title: str, aspects: tuple[str, ...] = ()
) -> Evidence | None:
    """Return the median that the adverts of ``cell`` offer, in the main country and year.

    None where they state too few bands.
    """
    if cell.mid is None:
        return None
    names = {country.code: country.name for country in head.countries}
    return Evidence(
        about="advertised-pay",
        title=title,
        role=role,
        statistic="median",
        value=cell.mid[MEDIAN],
        unit=head.currency,
        low=cell.mid[MEDIAN - 1],
        high=cell.mid[MEDIAN + 1],
        spread="half of the bands",
        counts=(Count(cell.adverts, "advert"), Count(cell.bands, "distinct band")),
        population=names.get(head.main.country, head.main.country),
        year=head.main.year,
        source=head.source,
        aspects=aspects,
    )
