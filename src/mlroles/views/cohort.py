"""Many answer sheets together."""

from mlroles.batch.cohort import Cohort, Group
from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue

TOO_FEW = "too few"
"""Stands where a figure is left out."""


def view(cohort: Cohort, catalogue: Catalogue, sheets: str) -> Document:
    """Return the screen of ``mlroles cohort``; ``sheets`` is the table's file, empty for none."""
    everybody = cohort.everybody
    title = f"About {everybody.people:,} people" if everybody.people else "Too few people to tell"
    blocks: list[Block] = [Heading(title), _numbers(cohort)]
    if everybody.answered:
        blocks += _leans(everybody, catalogue)
        blocks += _spread(everybody)
    if cohort.grouped_by is not None:
        blocks += _groups(cohort, catalogue)
    blocks += [
        Heading("How the figures are rounded", level=2),
        Items(_rules(cohort)),
        Next(_next(cohort, sheets)),
    ]
    return Document(tuple(blocks))


def _next(cohort: Cohort, sheets: str) -> tuple[Command, ...]:
    own = (command("score", sheets), command("cohort", sheets)) if sheets else ()
    return (*own[: 2 if cohort.grouped_by else 1], command("quiz", "questions"))


def _numbers(cohort: Cohort) -> Fields:
    everybody = cohort.everybody
    fields: list[tuple[Text, Cell]] = [
        ("People", f"{everybody.people:,}"),
        ("Answered", f"{everybody.answered:,} answered at least one question, and so lean"),
        ("Little to go on", f"{everybody.few_answers:,} answered fewer than half of the questions"),
        ("Wrong rows", f"{cohort.wrong_rows:,} could not be read, and count nowhere else"),
    ]
    return Fields(tuple(fields))


def _leans(group: Group, catalogue: Catalogue) -> list[Block]:
    rows: list[tuple[Cell, ...]] = [
        (_role(each.role, catalogue), f"{each.people:,}", _percent(each.percent),
         _percent(each.mean_share))
        for each in group.leans
    ]  # fmt: skip
    rows.append(("Undecided", f"{group.undecided:,}", _percent(group.undecided_percent), ""))
    blocks: list[Block] = [
        Heading("Who leans where", level=2),
        Table(("", "People", "Of those who answered", "Mean share"), tuple(rows)),
    ]
    bars = tuple(
        Bar(_role(each.role, catalogue), each.percent / 100)
        for each in group.leans
        if each.percent is not None
    )
    return [*blocks, Bars(bars)] if bars else blocks


def _spread(group: Group) -> list[Block]:
    said: Block = Paragraph(f"For this there are {TOO_FEW} people.")
    if group.spread:
        headers = ("", *(f"{each.percent} %" for each in group.spread))
        shares = (f"{each.share} %" for each in group.spread)
        said = Table(headers, (("The leader's share is at most", *shares),))
    about = Paragraph("Of the people who answered, this part has a leader with so much or less:")
    return [Heading("How clear the lead is", level=2), *([about] if group.spread else []), said]


def _groups(cohort: Cohort, catalogue: Catalogue) -> list[Block]:
    headers: tuple[Text, ...] = (
        str(cohort.grouped_by),
        "People",
        "Answered",
        *(_letter(each.role, catalogue) for each in cohort.everybody.leans),
        "Undecided",
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            group.name or "(nothing)",
            f"{group.people:,}",
            f"{group.answered:,}",
            *(_both(each.people, each.percent) for each in group.leans),
            _both(group.undecided, group.undecided_percent),
        )
        for group in cohort.groups
    )
    blocks: list[Block] = [Heading(f"By {cohort.grouped_by}", level=2)]
    if rows:
        blocks.append(Table(headers, rows))
    if cohort.groups_left_out:
        blocks.append(Paragraph("Groups whose number of people rounds to 0 are not named."))
    return blocks


def _rules(cohort: Cohort) -> tuple[str, ...]:
    rules = cohort.rules
    counts = (
        f"Counts of people are rounded to the nearest multiple of {rules.counts_to_nearest}: 0, 1 "
        "and 2 become 0. Totals are rounded from the true total, so the parts may not add up."
    )
    percentages = (
        "Percentages are whole, and left out where they are of fewer than "
        f"{rules.percentages_from:g} people or their count rounds to 0."
    )
    return (
        "The figures follow the rounding rules of HESA, so that nobody can be picked out.",
        counts,
        percentages,
        f"Averages are left out where they are of {rules.averages_from - 1} people or fewer.",
    )


def _role(role_id: str, catalogue: Catalogue) -> Phrase:
    index = catalogue.role_index[role_id]
    return Phrase(catalogue.roles[index].short_title, role=index)


def _letter(role_id: str, catalogue: Catalogue) -> Phrase:
    index = catalogue.role_index[role_id]
    return Phrase(catalogue.roles[index].letter, role=index)


def _percent(percent: int | None) -> Cell:
    return Phrase(TOO_FEW, muted=True) if percent is None else f"{percent} %"


def _both(people: int, percent: int | None) -> str:
    return f"{people:,}" if percent is None else f"{people:,} · {percent} %"
