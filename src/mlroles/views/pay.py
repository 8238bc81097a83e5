"""Advertised pay: ranges on one axis."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from mlroles.pay.cells import Percentiles
from mlroles.pay.summary import Nearest, PayRow, PaySummary, RoleDifference
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName
from mlroles.text import counted
from mlroles.views import wages
from mlroles.views.marks import Marks
from mlroles.views.named import named
from mlroles.views.pay_words import (
    ALL_COUNTRIES,
    ALL_LEVELS,
    ALL_YEARS,
    THOUSAND,
    about_figures,
    taken,
)
from mlroles.wages.summary import WageSummary

FEW = 4
"""So many roles leave room for what was paid on a screen of 24 rows."""

WIDENED = {"experience": ALL_LEVELS, "year": ALL_YEARS, "country": ALL_COUNTRIES}


def view(
    result: PaySummary,
    catalogue: Catalogue,
    paid: WageSummary | None = None,
    *,
    full: bool = False,
) -> Document:
    """Return the screen of ``mlroles pay``; ``paid`` is what was paid there, where it is known.

    ``full`` adds what other sources state, how the figures were made and how far they reach.
    """
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
    blocks += _differences(result, names, full=full)
    if full:
        blocks += _stated(result, names, marks)
        blocks += _about(result, marks, catalogue.source[result.source].published)
        blocks += wages.part(paid, marks) if paid else []
    else:
        blocks.append(Fields(tuple(_briefly(result, paid, marks))))
    blocks += [marks.footnotes(), Next(_next(result, catalogue, full=full))]
    return Document(tuple(blocks))


def _briefly(
    result: PaySummary, paid: WageSummary | None, marks: Marks
) -> Iterator[tuple[Text, Cell]]:
    """Yield what the figures are not and, beside all levels, what was paid."""
    yield "Limits", marks.phrase(Cited(result.limits, (), (result.source,), ()))
    if paid and not result.experience and len(result.roles) <= FEW:
        yield "Paid", wages.briefly(paid, marks)


def _where(result: PaySummary) -> str:
    divided = {
        "experience": "by level of experience",
        "year": "by year",
        "country": "by country",
    }
    parts = {
        "country": result.country or ALL_COUNTRIES,
        "year": str(result.place.year or ALL_YEARS),
        "experience": _level(result),
    }
    if result.by in divided:
        parts[result.by] = divided[result.by]
    return ", ".join([*parts.values(), *(["by title"] if result.by == "title" else [])])


def _level(result: PaySummary) -> str:
    """Return the level of experience, with the word that it was taken for."""
    if not result.experience:
        return ALL_LEVELS
    return f"level {result.experience}{taken(result.asked)}"


def _what(result: PaySummary) -> str:
    what = (
        f"Mid-points of advertised bands in thousand {result.currency}: the line holds four in "
        "five bands, the box half."
    )
    left = " and the ".join(result.defaults)
    if not left:
        return what
    those = "that" if len(result.defaults) == 1 else "those"
    verb = "is" if len(result.defaults) == 1 else "are"
    return f"{what} The {left} {verb} {those} with most adverts."


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
            )
        )
    return Ranges(tuple(items))


def _adverts_and_bands(adverts: int, bands: int) -> str:
    """Return the two counts that stand beside every figure of advertised pay."""
    return f"{counted(adverts, 'advert')}, {counted(bands, 'distinct band')}"


def _thousands(figures: Percentiles) -> tuple[float, float, float, float, float]:
    lowest, low, middle, high, highest = (each / THOUSAND for each in figures)
    return lowest, low, middle, high, highest


def _note(row: PayRow) -> str:
    note = _adverts_and_bands(row.adverts, row.bands)
    return note if row.counted else f"{note}; not counted as the role: {row.reason}"


def _stated(result: PaySummary, names: dict[str, RoleName], marks: Marks) -> list[Block]:
    """Return the figures of other sources, apart: they are of another basis."""
    if not result.stated:
        return []
    fields = tuple(
        (
            marks.role(names[each.role]),
            marks.phrase(each.cited, text=f"{each.cited.text}; another basis, not comparable"),
        )
        for each in result.stated
    )
    return [Heading("What other sources state", level=2), Fields(fields)]


def _too_few(result: PaySummary, names: dict[str, RoleName]) -> list[Block]:
    few = [row for row in result.rows if not row.mid]
    if not few:
        return []
    items: list[Cell] = []
    if result.by is None:
        for row in few:
            said = f"{names[row.role].short_title}: {_adverts_and_bands(row.adverts, row.bands)}."
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
    counts = _adverts_and_bands(row.adverts, row.bands)
    return counts if alone else f"{names[row.role].short_title} {counts}"


def _offer(row: PayRow) -> str:
    if row.nearest is None:
        return "Nothing wider has enough either."
    near = row.nearest
    wider = " and ".join(WIDENED[each] for each in near.widened)
    return (
        f"The nearest with enough is {wider}: median {near.median / THOUSAND:,.0f} "
        f"({_adverts_and_bands(near.adverts, near.bands)}), {_command(row.role, near)}"
    )


def _command(role: str, near: Nearest) -> Command:
    """Return the command that shows what is offered."""
    place = near.place
    words = ["pay", role, "--country", place.country or "all", "--year", str(place.year or "all")]
    return command(*words, *(("--experience", place.experience) if place.experience else ()))


def _differences(result: PaySummary, names: dict[str, RoleName], *, full: bool) -> list[Block]:
    """Return how far two roles lie apart; ``full`` says also why not, and what is left out."""
    if result.no_difference:
        return [Paragraph(Phrase(result.no_difference, muted=True))] if full else []
    if not result.differences:
        return []
    items = tuple(
        _difference(each, names, result.currency, full=full) for each in result.differences
    )
    apart: list[Block] = [
        Heading("Differences of the medians, with 95 % intervals", level=2),
        Items(items),
    ]
    covered = Phrase(
        "The intervals cover chance only: not who advertises a band, nor which titles "
        "are taken for the role.",
        muted=True,
    )
    return [*apart, Paragraph(covered)] if full else apart


def _difference(
    each: RoleDifference, names: dict[str, RoleName], currency: str, *, full: bool
) -> str:
    first, second = names[each.first].short_title, names[each.second].short_title
    amount, low, high = each.difference, each.low, each.high
    if amount < 0:
        first, second = second, first
        amount, low, high = -amount, -high, -low
    said = f"{first} above {second} by {amount:,} {currency}"
    ends = f"from {_signed(low)} to {_signed(high)}"
    if low > 0:
        return f"{said} ({ends})"
    return f"{said} ({ends}): chance alone could explain it" if full else f"{said} ({ends}: unsure)"


def _signed(amount: int) -> str:
    return f"{amount:,}".replace("-", "−")


def _about(result: PaySummary, marks: Marks, published: str | None) -> list[Block]:
    titles = f"{result.mapping.text} (“{result.mapping.title}”; mlroles pay --sensitivity)"
    rests = marks.phrase(Cited(result.basis, (), (result.source,), ()))
    countries = ", ".join(result.reach) or "none"
    reach = f"Enough adverts for figures: {countries}. Of other countries it cannot tell."
    age = f"Collected up to {published or 'a day that is not given'}: mlroles data age"
    return about_figures(rests, result.limits, (("Titles", titles), ("Reach", reach), ("Age", age)))


def _next(result: PaySummary, catalogue: Catalogue, *, full: bool) -> tuple[Command, ...]:
    offers = [_command(row.role, row.nearest) for row in result.rows if row.nearest]
    by = command("pay", *named(result.roles, catalogue), "--by", "experience")
    if result.by == "experience":
        roles = (role.id for role in result.roles[:2])
        drawn = [row.group for row in result.rows if row.mid and row.group]
        by = command("pay", *roles, "--experience", drawn[-1]) if drawn else command("pay")
    whose = named(result.roles, catalogue)
    last = command("pay", *whose, "--sensitivity") if full else _again(result, catalogue)
    return (*offers[:1], last, by)


def _again(result: PaySummary, catalogue: Catalogue) -> Command:
    """Return the command that shows all there is to say about what is shown."""
    place = result.place
    given = {"country": place.country, "year": place.year, "level": place.experience}
    words = ["pay", *named(result.roles, catalogue)]
    for name, value in given.items():
        if name == result.by or (name == "level" and value is None) or name in result.defaults:
            continue
        words += [f"--{name}", str(value or "all")]
    return command(*words, *(("--by", result.by) if result.by else ()), "--full")
