"""Advertised pay: ranges on one axis, and how much the order depends on what is counted."""

from collections.abc import Iterable
from itertools import groupby

from mlroles.pay.cells import Percentiles
from mlroles.pay.summary import (
    LevelReadings,
    Nearest,
    PairOrder,
    PayRow,
    PaySensitivity,
    PaySummary,
    RankedReading,
    RoleDifference,
    StatedFigure,
)
from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Mark,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Table,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.said import RoleName, Said
from mlroles.views.marks import Marks, adverts_and_bands

THOUSAND = 1000
ALL_COUNTRIES, ALL_YEARS, ALL_LEVELS = "all countries", "all years", "all levels of experience"
WIDENED = {"experience": ALL_LEVELS, "year": ALL_YEARS, "country": ALL_COUNTRIES}


def view(result: PaySummary, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles pay``."""
    marks = Marks(catalogue)
    names = {role.id: role for role in result.roles}
    drawn = [row for row in result.rows if row.mid]
    blocks: list[Block] = [
        Heading(f"{result.title}: {_where(result)}"),
        Paragraph(_what(result)),
    ]
    if drawn:
        blocks.append(_ranges(result, drawn, names, marks))
    else:
        blocks.append(Paragraph("Nothing can be drawn: there are too few distinct bands."))
    blocks += _too_few(result, names)
    blocks += _differences(result, names)
    plotted = {row.role for row in drawn} if result.by is None else set()
    blocks += _stated_in_words(result, names, plotted, marks)
    blocks += _about(result, marks)
    blocks += [marks.footnotes(), Next(_next(result))]
    return Document(tuple(blocks))


def _where(result: PaySummary) -> str:
    divided = {
        "experience": "by level of experience",
        "year": "by year",
        "country": "by country",
    }
    parts = {
        "country": result.country or ALL_COUNTRIES,
        "year": str(result.place.year or ALL_YEARS),
        "experience": f"level {result.experience}" if result.experience else ALL_LEVELS,
    }
    if result.by in divided:
        parts[result.by] = divided[result.by]
    return ", ".join([*parts.values(), *(["by title"] if result.by == "title" else [])])


def _what(result: PaySummary) -> str:
    what = (
        f"Mid-points of advertised bands in thousand {result.currency}: the line holds four in "
        "five of the distinct bands, the box half of them."
    )
    if result.defaults:
        named = " and ".join(f"the {each}" for each in result.defaults)
        what += f" You left {named} open: shown is where most adverts are."
    return what


def _ranges(
    result: PaySummary, rows: Iterable[PayRow], names: dict[str, RoleName], marks: Marks
) -> Ranges:
    items: list[Range | Group] = []
    above: str | None = None
    single = len(names) == 1
    for row in rows:
        heading = row.role if result.by == "title" else row.group
        if heading is not None and heading != above and not single:
            above = heading
            by_title = result.by == "title"
            items.append(Group(marks.role(names[row.role]) if by_title else row.title or heading))
        title = row.title if result.by == "title" or single else None
        items.append(
            Range(
                marks.role(names[row.role], text=title),
                _thousands(row.mid) if row.mid else (0, 0, 0, 0, 0),
                _note(row),
                _points(result, row, marks),
            )
        )
    return Ranges(tuple(items))


def _thousands(figures: Percentiles) -> tuple[float, float, float, float, float]:
    lowest, low, middle, high, highest = (each / THOUSAND for each in figures)
    return lowest, low, middle, high, highest


def _note(row: PayRow) -> str:
    note = adverts_and_bands(row.adverts, row.bands)
    return note if row.counted else f"{note}; not counted as the role: {row.reason}"


def _points(result: PaySummary, row: PayRow, marks: Marks) -> tuple[Mark, ...]:
    if result.by is not None:
        return ()
    return tuple(
        Mark(each.amount / THOUSAND, _stated(each, marks))
        for each in result.stated
        if each.role == row.role and each.currency == result.currency
    )


def _stated(figure: StatedFigure, marks: Marks) -> Phrase:
    text = (
        f"{figure.reported_by} (basis: {figure.basis}; region: {figure.region}): "
        "another basis, not comparable"
    )
    return marks.phrase(figure.said, text=text)


def _stated_in_words(
    result: PaySummary, names: dict[str, RoleName], plotted: set[str], marks: Marks
) -> list[Block]:
    """Return the figures of other sources that stand at no range."""
    left = [
        each
        for each in result.stated
        if each.role not in plotted or each.currency != result.currency
    ]
    if not left:
        return []
    fields = tuple(
        (
            marks.role(names[each.role]),
            marks.phrase(each.said, text=f"{each.said.text}; another basis, not comparable"),
        )
        for each in left
    )
    return [Heading("What other sources state", level=2), Fields(fields)]


def _too_few(result: PaySummary, names: dict[str, RoleName]) -> list[Block]:
    few = [row for row in result.rows if not row.mid]
    if not few:
        return []
    items: list[Cell] = []
    if result.by is None:
        for row in few:
            said = f"{names[row.role].short_title}: {adverts_and_bands(row.adverts, row.bands)}."
            items.append((said, _offer(row)))
    else:
        for title, rows in groupby(few, key=lambda row: row.title or ""):
            counts = (_counted(row, names, alone=_alone(result)) for row in rows)
            items.append(f"{title}: {'; '.join(counts)}")
    title = f"Too few for figures: {result.least_bands} distinct bands are needed"
    return [Heading(title, level=2), Items(tuple(items))]


def _alone(result: PaySummary) -> bool:
    """Return whether a row's title says enough without its role."""
    return result.by == "title" or len(result.roles) == 1


def _counted(row: PayRow, names: dict[str, RoleName], *, alone: bool) -> str:
    counts = adverts_and_bands(row.adverts, row.bands)
    return counts if alone else f"{names[row.role].short_title} {counts}"


def _offer(row: PayRow) -> str:
    if row.nearest is None:
        return "Nothing wider has enough either."
    near = row.nearest
    wider = " and ".join(WIDENED[each] for each in near.widened)
    return (
        f"The nearest with enough is {wider}: median {near.median / THOUSAND:,.0f} "
        f"({adverts_and_bands(near.adverts, near.bands)}), {_command(row.role, near)}"
    )


def _command(role: str, near: Nearest) -> str:
    """Return the command that shows what is offered."""
    place = near.place
    words = [f"mlroles pay {role} --country {place.country or 'all'} --year {place.year or 'all'}"]
    if place.experience:
        words.append(f"--experience {place.experience}")
    return " ".join(words)


def _differences(result: PaySummary, names: dict[str, RoleName]) -> list[Block]:
    if result.no_difference:
        return [Paragraph(Phrase(result.no_difference, muted=True))]
    if not result.differences:
        return []
    items = tuple(_difference(each, names, result.currency) for each in result.differences)
    return [
        Heading("Differences of the medians, with 95 % intervals", level=2),
        Items(items),
        Paragraph(
            Phrase(
                "The intervals cover chance only: not who advertises a band, nor which titles "
                "are taken for the role.",
                muted=True,
            )
        ),
    ]


def _difference(each: RoleDifference, names: dict[str, RoleName], currency: str) -> str:
    first, second = names[each.first].short_title, names[each.second].short_title
    amount, low, high = each.difference, each.low, each.high
    if amount < 0:
        first, second = second, first
        amount, low, high = -amount, -high, -low
    said = (
        f"{first} above {second} by {amount:,} {currency} (from {_signed(low)} to {_signed(high)})"
    )
    return said if low > 0 else f"{said}: chance alone could explain it"


def _signed(amount: int) -> str:
    return f"{amount:,}".replace("-", "−")


def _about(result: PaySummary | PaySensitivity, marks: Marks) -> list[Block]:
    rests = Said(result.basis, (), (result.source,), ())
    fields: list[tuple[str, Cell]] = [("Basis", marks.phrase(rests)), ("Limits", result.limits)]
    if isinstance(result, PaySummary):
        said = f"{result.mapping.text} (“{result.mapping.title}”; mlroles pay --sensitivity)"
        fields.append(("Titles", said))
    return [Heading("What these figures are", level=2), Fields(tuple(fields))]


def _next(result: PaySummary) -> tuple[str, ...]:
    offers = [_command(row.role, row.nearest) for row in result.rows if row.nearest]
    by = "mlroles pay --by experience"
    if result.by == "experience":
        roles = " ".join(role.id for role in result.roles[:2])
        drawn = [row.group for row in result.rows if row.mid]
        by = f"mlroles pay {roles} --experience {drawn[-1]}" if drawn else "mlroles pay"
    return (*offers[:1], by, "mlroles pay --sensitivity")


# Sensitivity ---------------------------------------------------------------------------------


def sensitivity_view(result: PaySensitivity, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles pay --sensitivity``."""
    marks = Marks(catalogue)
    names = {role.id: role for role in result.roles}
    blocks: list[Block] = [
        Heading(f"Who is offered more? {result.country}, {result.year}"),
        Paragraph(_answer(result)),
    ]
    verdicts = tuple((_level_title(each), _verdict(each, names)) for each in result.levels)
    if any(each.pairs for each in result.levels):
        blocks += [Heading("How often each order was found", level=2), Fields(verdicts)]
    for level in result.levels[:1]:
        title = f"{_level_title(level)}: medians in thousand {result.currency}"
        blocks += [Heading(title, level=2), _readings(level, result, names, marks)]
    counted = tuple((each.title, each.text) for each in result.mappings)
    blocks += [Heading("The mappings of titles", level=2), Fields(counted)]
    blocks += _about(result, marks)
    blocks += [marks.footnotes(), Next(_next_readings(result))]
    return Document(tuple(blocks))


def _answer(result: PaySensitivity) -> str:
    asked = [level for level in result.levels if any(pair.readings for pair in level.pairs)]
    how = "whichever mapping is taken, with repeats or without"
    if not asked:
        return "Two roles with enough distinct bands are needed for an order."
    if all(level.holds for level in asked) and len(asked) == len(result.levels):
        return f"The order of the roles holds {how}."
    return (
        "The order of the roles does not hold throughout: it depends on which titles are taken "
        "for a role and on whether repeated adverts count."
    )


def _level_title(level: LevelReadings) -> str:
    return level.title or ALL_LEVELS.capitalize()


def _verdict(level: LevelReadings, names: dict[str, RoleName]) -> tuple[str, ...]:
    return tuple(_order(pair, names) for pair in level.pairs)


def _order(pair: PairOrder, names: dict[str, RoleName]) -> str:
    first, second = names[pair.first].short_title, names[pair.second].short_title
    if not pair.readings:
        return f"{first} and {second}: too few distinct bands"
    times = pair.first_higher
    if pair.second_higher > times:
        first, second, times = second, first, pair.second_higher
    said = f"{first} above {second} in {times} of {pair.readings}"
    return f"{said}: holds" if pair.holds else f"{said}: does not hold"


def _readings(
    level: LevelReadings, result: PaySensitivity, names: dict[str, RoleName], marks: Marks
) -> Table:
    rows = []
    for mapping in result.mappings:
        own = [each for each in level.readings if each.mapping == mapping.id]
        cells = {each.repeats: _ranking(each, names, marks) for each in own}
        rows.append((mapping.title, cells.get(False, ()), cells.get(True, ())))
    return Table(("Mapping", "Each band once", "With repeats"), tuple(rows))


def _ranking(
    reading: RankedReading, names: dict[str, RoleName], marks: Marks
) -> tuple[Phrase, ...]:
    said = []
    for each in reading.ranking:
        role = names[each.role]
        count = f"{each.adverts:,} adverts" if reading.repeats else f"{each.bands:,} bands"
        median = "too few" if each.median is None else f"{each.median / THOUSAND:,.0f}"
        said.append(marks.role(role, text=f"{role.short_title} {median} ({count})"))
    return tuple(said)


def _next_readings(result: PaySensitivity) -> tuple[str, ...]:
    levels = [level.experience for level in result.levels if level.experience]
    narrower = (f"mlroles pay --sensitivity --experience {levels[-1]}",) if len(levels) > 1 else ()
    return (*narrower, "mlroles pay --by title", "mlroles pay")
