"""How much the order of the roles' pay depends on what is counted."""

from mlroles.pay.sensitivity import LevelReadings, PairOrder, PaySensitivity, RankedReading
from mlroles.render.document import (
    Block,
    Command,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName
from mlroles.text import counted
from mlroles.views.marks import Marks
from mlroles.views.named import named
from mlroles.views.pay_words import ALL_LEVELS, THOUSAND, about_figures, taken


def view(result: PaySensitivity, catalogue: Catalogue, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles pay --sensitivity``; ``full`` adds every reading."""
    marks = Marks(catalogue)
    names = {role.id: role for role in result.roles}
    blocks: list[Block] = [
        Heading(f"Who is offered more? {_where(result)}"),
        Paragraph(_answer(result)),
    ]
    verdicts = tuple((_level_title(each), _verdict(each, names)) for each in result.levels)
    if any(each.pairs for each in result.levels):
        blocks += [Heading("How often each order was found", level=2), Fields(verdicts)]
    blocks += _readings_and_basis(result, names, marks) if full else []
    blocks += [marks.footnotes(), Next(_next_readings(result, catalogue, full=full))]
    return Document(tuple(blocks))


def _readings_and_basis(
    result: PaySensitivity, names: dict[str, RoleName], marks: Marks
) -> list[Block]:
    """Return the readings of the first level, which titles each takes, and what the figures are."""
    blocks: list[Block] = []
    for level in result.levels[:1]:
        title = f"{_level_title(level)}: medians in thousand {result.currency}"
        blocks += [Heading(title, level=2), _readings(level, result, names, marks)]
    counted = tuple((each.title, each.text) for each in result.mappings)
    blocks += [Heading("The mappings of titles", level=2), Fields(counted)]
    basis = marks.phrase(Cited(result.basis, (), (result.source,), ()))
    return blocks + about_figures(basis, result.limits)


def _where(result: PaySensitivity) -> str:
    where = f"{result.country}, {result.year}"
    if result.asked is None:
        return where
    return f"{where}, level {_level_title(result.levels[0])}{taken(result.asked)}"


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
        return f"{first} and {second}: too few bands"
    times = pair.first_higher
    if pair.second_higher > times:
        first, second, times = second, first, pair.second_higher
    said = f"{first} above {second}, {times} of {pair.readings}"
    return f"{said}: holds" if pair.holds else f"{said}: varies"


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
        number, of = (each.adverts, "advert") if reading.repeats else (each.bands, "band")
        median = "too few" if each.median is None else f"{each.median / THOUSAND:,.0f}"
        said.append(marks.role(role, text=f"{role.short_title} {median} ({counted(number, of)})"))
    return tuple(said)


def _next_readings(
    result: PaySensitivity, catalogue: Catalogue, *, full: bool
) -> tuple[Command, ...]:
    levels = [level.experience for level in result.levels if level.experience]
    narrower = (
        (command("pay", "--sensitivity", "--experience", levels[-1]),) if len(levels) > 1 else ()
    )
    return (*_again(result, catalogue, full=full), *narrower, command("pay", "--by", "title"))


def _again(result: PaySensitivity, catalogue: Catalogue, *, full: bool) -> tuple[Command, ...]:
    """Return the command that shows every reading; none where they are shown."""
    if full:
        return ()
    alone = result.levels[0].experience or "all" if len(result.levels) == 1 else None
    level = ("--level", alone) if alone else ()
    return (command("pay", *named(result.roles, catalogue), "--sensitivity", *level, "--full"),)
