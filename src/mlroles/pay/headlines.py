"""Read of ``pay.json`` what other screens quote."""

import os
from pathlib import Path

from mlroles.errors import Problem
from mlroles.pay.cells import FILE, MEDIAN, PayHead
from mlroles.roles.advertised import NO_PAY, AdvertisedPay, PayByRole
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import data_error, read_part


def load_headlines(directory: Path, catalogue: Catalogue) -> PayByRole:
    """Return what other screens say of each role's pay; nothing where the catalogue has no data.

    Only what is quoted is read and checked. Raises DataError where that is wrong.
    """
    path = directory / FILE
    if not os.path.lexists(path):
        return NO_PAY
    head = read_part(path, PayHead)
    if head.source not in catalogue.source:
        problem = Problem(FILE, "$.source", f"there is no source {head.source!r}", "add the source")
        raise data_error((problem,))
    names = {country.code: country.name for country in head.countries}
    code, year = head.main.country, head.main.year
    return {
        cell.role: AdvertisedPay(
            names.get(code, code),
            year,
            head.currency,
            cell.mid[MEDIAN],
            cell.mid[MEDIAN - 1],
            cell.mid[MEDIAN + 1],
            cell.adverts,
            cell.bands,
            head.source,
        )
        for cell in head.headlines
        if cell.mid
    }
