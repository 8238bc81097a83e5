"""What must hold between the parts of a pay file, and between it and the catalogue."""

from collections.abc import Iterator, Sequence

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.pay.cells import FILE, Cell
from mlroles.pay.models import PayFile, RoleMedian
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted


def pay_problems(pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Ids are unique and known; no job title is mapped twice; percentiles ascend; counts agree;
    a cell has figures where, and only where, it has enough bands; headlines quote their cells.
    """
    return _problems(pay, catalogue)


def _problems(pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    refer = References(FILE)
    yield from refer.unknown("source", [("$.source", pay.source)], catalogue.source)
    for name in ("mappings", "sub_titles", "levels"):
        things = enumerate(getattr(pay, name))
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each.id) for n, each in things])
    codes = [(f"$.countries[{n}].code", each.code) for n, each in enumerate(pay.countries)]
    yield from duplicates(FILE, codes)
    yield from _mapping(refer, pay, catalogue)
    yield from _counts(pay)
    for name, cells in (("headlines", pay.headlines), ("cells", pay.cells)):
        for number, cell in enumerate(cells):
            yield from _cell(f"$.{name}[{number}]", cell, pay.least_bands)
    yield from _cell_names(refer, pay, catalogue)
    yield from _headlines(refer, pay)
    yield from _differences(refer, pay, catalogue)
    yield from _sensitivity(refer, pay, catalogue)


def _mapping(refer: References, pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    mappings = [each.id for each in pay.mappings]
    main = [("$.default_mapping", pay.default_mapping)]
    yield from refer.unknown("mapping", main, mappings)
    yield from duplicates(
        FILE,
        [
            (f"$.sub_titles[{number}].titles[{place}]", title)
            for number, each in enumerate(pay.sub_titles)
            for place, title in enumerate(each.titles)
        ],
    )
    for number, each in enumerate(pay.sub_titles):
        path = f"$.sub_titles[{number}]"
        roles = [(f"{path}.role", each.role)]
        roles += [(f"{path}.counts_as.{key}", role) for key, role in each.counts_as.items()]
        yield from refer.unknown("role", roles, catalogue.role_index)
        named = [(f"{path}.counts_as.{key}", key) for key in each.counts_as]
        yield from refer.unknown("mapping", named, mappings)


def _counts(pay: PayFile) -> Iterator[Problem]:
    rows = pay.rows
    parts = rows.single + rows.not_full_time + rows.other_titles + rows.repeats + rows.used
    if parts != rows.read:
        message = f"{parts} rows are accounted for, {rows.read} were read"
        yield Problem(FILE, "$.rows", message, "the other counts sum to read")


def _cell(path: str, cell: Cell, least: int) -> Iterator[Problem]:
    if cell.bands > cell.adverts:
        message = f"{cell.bands} distinct bands in {cell.adverts} adverts"
        yield Problem(FILE, f"{path}.bands", message, "no more bands than adverts")
    enough = cell.bands >= least
    for name, figures in (("low", cell.low), ("mid", cell.mid), ("high", cell.high)):
        if (figures is not None) != enough:
            message = f"{cell.bands} distinct bands {'without' if enough else 'with'} figures"
            expected = f"figures from {least} distinct bands on, and null below"
            yield Problem(FILE, f"{path}.{name}", message, expected)
        elif figures is not None and list(figures) != sorted(figures):
            yield Problem(FILE, f"{path}.{name}", "the percentiles do not ascend", "sort them")
    if cell.low and cell.mid and cell.high:
        ends = zip(cell.low, cell.mid, cell.high, strict=True)
        if any(not low <= mid <= high for low, mid, high in ends):
            message = "the mid-points do not lie between the ends"
            yield Problem(FILE, path, message, "low, mid and high ascend")


def _cell_names(refer: References, pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each unknown name in a cell, and for each cell that stands twice."""
    role_of = {each.id: each.role for each in pay.sub_titles}
    for name, cells in (("headlines", pay.headlines), ("cells", pay.cells)):
        paths = [f"$.{name}[{number}]" for number in range(len(cells))]
        named = list(zip(paths, cells, strict=True))
        roles = [(f"{path}.role", cell.role) for path, cell in named]
        yield from refer.unknown("role", roles, catalogue.role_index)
        yield from _places(
            refer,
            pay,
            [(path, cell.country, cell.experience) for path, cell in named],
        )
        own = [(f"{path}.sub_title", cell.sub_title) for path, cell in named if cell.sub_title]
        yield from refer.unknown("sub-title", own, role_of)
        for path, cell in named:
            if cell.sub_title in role_of and role_of[cell.sub_title] != cell.role:
                message = f"{quoted(cell.sub_title)} is not listed under {quoted(cell.role)}"
                expected = f"it is listed under {quoted(role_of[cell.sub_title])}"
                yield Problem(FILE, f"{path}.role", message, expected)
        keys = [(path, " · ".join(map(str, key(cell)))) for path, cell in named]
        yield from duplicates(FILE, keys)


def key(cell: Cell) -> tuple[str, str | None, str | None, int | None, str | None]:
    """Return what a cell is about: role, sub-title, country, year and level; None is all."""
    return cell.role, cell.sub_title, cell.country, cell.year, cell.experience


def _places(
    refer: References, pay: PayFile, places: Sequence[tuple[str, str | None, str | None]]
) -> Iterator[Problem]:
    countries = [(f"{path}.country", code) for path, code, _ in places if code is not None]
    yield from refer.unknown("country", countries, {each.code for each in pay.countries})
    levels = [(f"{path}.experience", level) for path, _, level in places if level is not None]
    yield from refer.unknown("level", levels, {each.id for each in pay.levels})


def _headlines(refer: References, pay: PayFile) -> Iterator[Problem]:
    yield from _places(refer, pay, [("$.main", pay.main.country, None)])
    cells = {key(cell): cell for cell in pay.cells}
    for number, cell in enumerate(pay.headlines):
        main = (cell.role, None, pay.main.country, pay.main.year, None)
        if cells.get(main) != cell:
            message = "is not the cell of its role in the main country and year"
            yield Problem(FILE, f"$.headlines[{number}]", message, "quote that cell")


def _differences(refer: References, pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    cells = {key(cell): cell for cell in pay.cells}
    named = [(f"$.differences[{number}]", each) for number, each in enumerate(pay.differences)]
    yield from _places(refer, pay, [(path, each.country, each.experience) for path, each in named])
    for path, each in named:
        roles = [(f"{path}.roles[{place}]", role) for place, role in enumerate(each.roles)]
        yield from refer.unknown("role", roles, catalogue.role_index)
        if not each.low <= each.difference <= each.high:
            message = "the difference lies outside its interval"
            yield Problem(FILE, path, message, "low, difference and high ascend")
        keys = [(role, None, each.country, each.year, each.experience) for role in each.roles]
        mids = [cells[key].mid if key in cells else None for key in keys]
        if mids[0] is None or mids[1] is None:
            yield Problem(FILE, path, "a role has no figures here", "leave the difference out")
        elif mids[0][2] - mids[1][2] != each.difference:
            message = "is not the difference of the two medians"
            expected = f"{mids[0][2] - mids[1][2]}"
            yield Problem(FILE, f"{path}.difference", message, expected)


def _sensitivity(refer: References, pay: PayFile, catalogue: Catalogue) -> Iterator[Problem]:
    mappings = {each.id for each in pay.mappings}
    named = [(f"$.sensitivity[{number}]", each) for number, each in enumerate(pay.sensitivity)]
    yield from _places(refer, pay, [(path, None, each.experience) for path, each in named])
    yield from refer.unknown("mapping", [(f"{p}.mapping", e.mapping) for p, e in named], mappings)
    for path, each in named:
        for place, median in enumerate(each.medians):
            where = f"{path}.medians[{place}]"
            yield from refer.unknown("role", [(f"{where}.role", median.role)], catalogue.role_index)
            yield from _median(where, median, pay.least_bands)


def _median(path: str, median: RoleMedian, least: int) -> Iterator[Problem]:
    enough = median.bands >= least
    if (median.median is not None) != enough:
        message = f"{median.bands} distinct bands {'without' if enough else 'with'} a median"
        yield Problem(FILE, path, message, f"a median from {least} distinct bands on")
