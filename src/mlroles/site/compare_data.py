"""What choosing roles and rows in a browser works with: what is said of which role, row by row."""

from mlroles.render.html import MANY
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.roles.compare import Comparison
from mlroles.site.quiz_data import Json
from mlroles.text import clean


def compare_data(found: Comparison, catalogue: Catalogue) -> Json:
    """Return what the table of ``found`` holds, as ``Comparison`` of ``js/data.js`` has it.

    The roles chosen at first are those that ``mlroles compare`` shows where none is named.
    """
    core = {role.id for role in catalogue.core}
    rows = [(row.title, [_said(cell) for cell in row.cells]) for row in found.rows]
    rows += [
        (row.title, ["said" if cell else "nothing" for cell in row.cells]) for row in found.measured
    ]
    return {
        "roles": [
            {"id": role.id, "title": clean(role.short_title), "chosen": role.id in core}
            for role in found.roles
        ],
        "rows": [{"title": clean(title), "cells": cells} for title, cells in rows],
        "many": MANY,
    }


def _said(cell: Cited | None) -> str:
    if cell is None:
        return "nothing"
    return "disputed" if cell.disputes else "said"
