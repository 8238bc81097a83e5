"""What must hold between the parts of a wages file, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.roles.catalogue import Catalogue
from mlroles.wages.models import FILE, PERCENTILES, Projections, WageCell, WagesFile


def wages_problems(file: WagesFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Sources, codes and places are known and unique; a role has one nearest code, or is said to
    have none; percentiles ascend, and a top-coded one is the top code; every occupation has a
    cell for the whole country.
    """
    refer = References(FILE)
    yield from refer.unknown("source", [("$.source", file.source)], catalogue.source)
    codes = [(f"$.occupations[{n}].soc", each.soc) for n, each in enumerate(file.occupations)]
    yield from duplicates(FILE, codes)
    for name in ("industries", "states"):
        things = enumerate(getattr(file, name))
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each.id) for n, each in things])
    wider = [(f"$.industries[{n}].within", i.within) for n, i in enumerate(file.industries)]
    known = [(path, within) for path, within in wider if within is not None]
    yield from refer.unknown("industry", known, [each.id for each in file.industries])
    yield from _roles(file)
    if file.projections:
        yield from _projections(refer, file.projections, file, catalogue)
    yield from _cells(refer, file)


def _roles(file: WagesFile) -> Iterator[Problem]:
    nearest = []
    for number, occupation in enumerate(file.occupations):
        paths = [
            (f"$.occupations[{number}].roles[{place}].role", counted)
            for place, counted in enumerate(occupation.roles)
        ]
        yield from duplicates(FILE, [(path, counted.role) for path, counted in paths])
        nearest += [(path, each.role) for path, each in paths if each.place == "nearest"]
    none = [(f"$.no_code[{n}].role", each.role) for n, each in enumerate(file.no_code)]
    yield from duplicates(FILE, [*nearest, *none])


def _projections(
    refer: References, projections: Projections, file: WagesFile, catalogue: Catalogue
) -> Iterator[Problem]:
    path = "$.projections"
    yield from refer.unknown("source", [(f"{path}.source", projections.source)], catalogue.source)
    if projections.first >= projections.last:
        yield Problem(FILE, f"{path}.last", "does not come after the first year", "a later year")
    codes = [(f"{path}.outlooks[{n}].soc", o.soc) for n, o in enumerate(projections.outlooks)]
    yield from duplicates(FILE, codes)
    yield from refer.unknown("occupation", codes, [each.soc for each in file.occupations])


def _cells(refer: References, file: WagesFile) -> Iterator[Problem]:
    named = [(f"$.cells[{number}]", cell) for number, cell in enumerate(file.cells)]
    codes = [each.soc for each in file.occupations]
    yield from refer.unknown("occupation", [(f"{p}.soc", cell.soc) for p, cell in named], codes)
    industries = [(f"{path}.industry", cell.industry) for path, cell in named if cell.industry]
    yield from refer.unknown("industry", industries, [each.id for each in file.industries])
    states = [(f"{path}.state", cell.state) for path, cell in named if cell.state]
    yield from refer.unknown("state", states, [each.id for each in file.states])
    keys = [(p, f"{c.soc} · {c.industry or 'all'} · {c.state or 'all'}") for p, c in named]
    yield from duplicates(FILE, keys)
    for path, cell in named:
        yield from _cell(path, cell, file.top_code)
    whole = {cell.soc for cell in file.cells if not cell.industry and not cell.state}
    for number, occupation in enumerate(file.occupations):
        if occupation.soc not in whole:
            message = "has no cell for the whole country"
            yield Problem(FILE, f"$.occupations[{number}]", message, "add one")


def _cell(path: str, cell: WageCell, top_code: int) -> Iterator[Problem]:
    amounts = [amount for amount in cell.amounts if amount is not None]
    if amounts != sorted(amounts):
        yield Problem(FILE, f"{path}.amounts", "the percentiles do not ascend", "sort them")
    of = dict(zip(PERCENTILES, cell.amounts, strict=True))
    for percentile in cell.at_least:
        if of[percentile] != top_code:
            message = f"the {percentile}th percentile is top-coded, and is not the top code"
            yield Problem(FILE, f"{path}.at_least", message, f"{top_code}")
