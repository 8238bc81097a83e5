"""Official wages: a screen of their own, and a part for the screen of advertised pay.

They stand in tables and in words, never on the axis of what adverts offer: the basis is another.
"""

from collections.abc import Iterable

from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Group,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.views.marks import Marks
from mlroles.views.named import named
from mlroles.wages.models import MEDIAN, PERCENTILES, Outlook
from mlroles.wages.summary import RoleCodes, WageRow, WageSummary

NOT_RELEASED = Phrase("not released", muted=True)
NOT_PUBLISHED = Phrase("not published", muted=True)
"""Stands where the source has no figures of a place at all."""

NO_CODE = Phrase("no code", muted=True)
"""Stands where people of a role are counted under other names."""

NOT_HELD = Phrase("not in these data", muted=True)
"""Stands where the data do not name a role."""

ENDS_AND_MEDIAN = (0, MEDIAN, len(PERCENTILES) - 1)
"""The places of the percentiles that are shown where room is short."""

WHOLE_COUNTRY = "the whole country"


def view(result: WageSummary, catalogue: Catalogue, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles pay --official``.

    It has a line for each role; ``full`` has the occupations instead, why people of a role are
    counted there, and what is projected. By industry or state it has the occupations always.
    """
    marks = Marks(catalogue)
    place = result.place or (f"by {result.by}" if result.by else WHOLE_COUNTRY)
    blocks: list[Block] = [
        Heading(f"{result.title}: {place}, {result.edition}"),
        Paragraph(_cite(marks, result, f"{result.basis} In {result.currency}.")),
    ]
    divided = bool(result.place or result.by)
    if full or divided:
        if result.occupations:
            blocks.append(_table(result))
        blocks.append(Fields(tuple((marks.role(each.role), _codes(each)) for each in result.roles)))
        blocks += _outlook(result, marks)
    else:
        blocks.append(_roles(result, marks))
    more = () if full or divided else (_again(result, catalogue),)
    blocks += [
        Paragraph(Phrase(result.limits, muted=True)),
        marks.footnotes(),
        Next((*more, *_next(result))),
    ]
    return Document(tuple(blocks))


def _roles(result: WageSummary, marks: Marks) -> Table:
    """Return a row for each role: what the people of its nearest occupation are paid."""
    rows = {each.soc: each.rows[0] for each in result.occupations}
    headers = (*_percentiles(ENDS_AND_MEDIAN), "Employees", "Counted as")
    body: list[tuple[Cell, ...]] = []
    for each in result.roles:
        if each.nearest:
            row = rows[each.nearest.soc]
            amounts = (_amount(row, place) for place in ENDS_AND_MEDIAN)
            counted_as = f"{each.nearest.soc} {each.nearest.title}"
            body.append((marks.role(each.role), *amounts, _people(row), counted_as))
        else:
            nothing = NO_CODE if each.no_code else NOT_HELD
            others = f"codes of others: {len(each.also)}" if each.also else nothing
            body.append((marks.role(each.role), *[nothing] * (len(headers) - 1), others))
    return Table(("", *headers), tuple(body))


def _percentiles(places: Iterable[int]) -> tuple[str, ...]:
    return tuple("Median" if place == MEDIAN else f"{PERCENTILES[place]} %" for place in places)


def _again(result: WageSummary, catalogue: Catalogue) -> Command:
    """Return the command that shows all there is to say about what is shown."""
    roles = named([each.role for each in result.roles], catalogue)
    return command("pay", *roles, "--official", "--full")


def part(result: WageSummary, marks: Marks) -> list[Block]:
    """Return a short part for another screen: a line for each role, with its basis below."""
    occupations = {each.soc: each for each in result.occupations}
    fields = []
    for each in result.roles:
        if each.nearest:
            row = occupations[each.nearest.soc].rows[0]
            text = f"{_line(row, result.currency)} ({each.nearest.soc} {each.nearest.title})"
        else:
            text = each.no_code or NOT_HELD.text
        fields.append((marks.role(each.role), _cite(marks, result, text)))
    return [
        Heading(f"{result.title}, {result.edition}", level=2),
        Fields(tuple(fields)),
        Paragraph(Phrase(f"{result.basis} {result.limits}", muted=True)),
    ]


def briefly(result: WageSummary, marks: Marks) -> Phrase:
    """Return the medians in a sentence, for another screen; roles without a code are left out."""
    rows = {each.soc: each.rows[0] for each in result.occupations}
    said = [
        f"{each.role.short_title} {_amount(rows[each.nearest.soc], MEDIAN).text}"
        for each in result.roles
        if each.nearest
    ]
    medians = ", ".join(said) or "no role has a code of its own"
    text = (
        f"{result.title}, {result.edition}, in {result.currency}, medians: {medians}. Another "
        "basis: mlroles pay --official"
    )
    return _cite(marks, result, text)


def _cite(marks: Marks, result: WageSummary, text: str) -> Phrase:
    return marks.phrase(Cited(text, (), (result.source,), ()))


def _line(row: WageRow, currency: str) -> str:
    """Return a row in words: the median, what four in five have, and how many employees."""
    if not row.published:
        return NOT_PUBLISHED.text
    low, middle, high = (_amount(row, place).text for place in ENDS_AND_MEDIAN)
    return (
        f"median {middle} {currency} a year; four in five from {low} to {high}; "
        f"employees: {_people(row).text}"
    )


def _codes(role: RoleCodes) -> Cell:
    """Return under which codes a role's people are counted, and why."""
    if role.nearest:
        near = role.nearest
        also = f" Some also under {', '.join(c.soc for c in role.also)}." if role.also else ""
        return f"{near.soc} {near.title}. {near.reason}{also}"
    if role.no_code:
        below = [f"{code.soc} {code.title}: {code.reason}" for code in role.also]
        return (role.no_code, *below)
    return NOT_HELD


def _table(result: WageSummary) -> Table:
    whole = result.place is None and result.by is None
    shown = tuple(range(len(PERCENTILES))) if whole else ENDS_AND_MEDIAN
    headers: tuple[Text, ...] = (
        result.by.capitalize() if result.by else "Occupation",
        "Employees",
        *_percentiles(shown),
    )
    rows: list[tuple[Cell, ...] | Group] = []
    for each in result.occupations:
        named = f"{each.soc} {each.title}"
        if result.by is not None:
            rows.append(Group(named))
        rows += [
            (row.place or named, _people(row), *(_amount(row, place) for place in shown))
            for row in each.rows
        ]
    return Table(headers, tuple(rows))


def _people(row: WageRow) -> Phrase:
    if row.employees is None:
        return NOT_RELEASED if row.published else NOT_PUBLISHED
    return Phrase(f"{row.employees:,}")


def _amount(row: WageRow, place: int) -> Phrase:
    """Return a percentile; of a top-coded one the source says only that it is reached."""
    amount = row.amounts[place]
    if amount is None:
        return NOT_RELEASED if row.published else NOT_PUBLISHED
    return Phrase(f"{amount:,} or more" if PERCENTILES[place] in row.at_least else f"{amount:,}")


def _outlook(result: WageSummary, marks: Marks) -> list[Block]:
    """Return what is projected for the occupations, on the screen of the whole country."""
    if not result.projections or result.place or result.by:
        return []
    fields = [
        (each.title, _projected(each.outlook, marks, result.projections))
        for each in result.occupations
        if each.outlook
    ]
    if not fields:
        return []
    title = f"Projected employment, {result.first} to {result.last}"
    return [Heading(title, level=2), Fields(tuple(fields))]


def _projected(outlook: Outlook, marks: Marks, source: str) -> Cell:
    change = f"{outlook.change:+.1f} %".replace("-", "−")
    text = (
        f"{change}, from {outlook.employment:,} to {outlook.projected:,} jobs; "
        f"about {outlook.openings:,} openings a year; usual to enter: {outlook.entry}"
    )
    said = marks.phrase(Cited(text, (), (source,), ()))
    return (said, _education(outlook)) if outlook.education else said


def _education(outlook: Outlook) -> str:
    """Return the three most common degrees of the workers."""
    most = [
        f"{each.level} {each.percent:.0f} %"
        for each in sorted(outlook.education, key=lambda each: -each.percent)[:3]
    ]
    whose = "workers have" if outlook.education_exact else "workers of a wider group have"
    return f"{whose}: {', '.join(most)}"


def _next(result: WageSummary) -> tuple[Command, ...]:
    first = result.roles[0].role.id
    other = "state" if result.by == "industry" else "industry"
    return command("pay", first, "--official", "--by", other), command("pay")
