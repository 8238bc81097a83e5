"""Read ``pay.json`` whole."""

import os
from pathlib import Path

from mlroles.errors import DataError, Problem
from mlroles.pay.cells import FILE
from mlroles.pay.check import pay_problems
from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import data_error, read_file


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
