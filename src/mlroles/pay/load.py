"""Read ``pay.json``: whole, or only what other screens quote of it."""

import os
from pathlib import Path

from mlroles.errors import DataError, Problem
from mlroles.pay.check import FILE, pay_problems
from mlroles.pay.models import MEDIAN, PayFile, PayHead
from mlroles.roles.advertised import NO_PAY, AdvertisedPay, PayByRole
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import data_error, read_file, read_part


def load_pay(directory: Path, catalogue: Catalogue) -> PayFile:
    """Return the pay file that lies in ``directory``, checked against ``catalogue``.

    DataError where it is missing, unreadable, or wrong; every problem is named.
    """
    path = directory / FILE
    if not os.path.lexists(path):
        raise DataError(
            f"This catalogue has no pay data: there is no {path}.",
            f"Put a {FILE} there, or leave out --data and MLROLES_DATA to use the built-in one.",
            (Problem(FILE, "", "is missing"),),
        )
    pay = read_file(path, PayFile)
    if problems := pay_problems(pay, catalogue):
        raise data_error(problems)
    return pay


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
