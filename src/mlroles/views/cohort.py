"""Many answer sheets together."""

from collections.abc import Callable, Iterator

from mlroles.batch.cohort import Cohort, Group, Grouping, HalfGroup, Lean
from mlroles.quiz.check import UNDECIDED
from mlroles.quiz.models import Half, Measured, Questionnaire, Served
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
from mlroles.roles.models import Role
from mlroles.text import counted, listed, quoted, whole

TOO_FEW = "too few"
"""Stands where a figure is left out."""


def view(
    cohort: Cohort, questionnaire: Questionnaire, catalogue: Catalogue, sheets: str
) -> Document:
    """Return the report of ``mlroles cohort``; ``sheets`` is the table's file, empty for none.

    ``questionnaire`` has the halves that were scored.
    """
    names = _Names(questionnaire, catalogue)
    everybody = cohort.everybody
    title = f"About {everybody.people:,} people" if everybody.people else "Too few people to tell"
    blocks: list[Block] = [Heading(title), _numbers(cohort, questionnaire)]
    for half in everybody.halves:
        if half.answered:
            blocks += [*_leans(half, names), *_spread(half)]
    for grouping in cohort.groupings:
        blocks += _groups(cohort, grouping, names)
    if any(half.answered for half in everybody.halves):
        blocks += _trust(questionnaire, names)
    blocks += [
        Heading("How the figures are rounded", level=2),
        Items(_rules(cohort)),
        Next(_next(cohort, sheets)),
    ]
    return Document(tuple(blocks))


def brief(
    cohort: Cohort, questionnaire: Questionnaire, catalogue: Catalogue, sheets: str
) -> Document:
    """Return the short answer of ``mlroles cohort``: where the people lean, and what it is worth.

    Takes what ``view`` takes.
    """
    names = _Names(questionnaire, catalogue)
    everybody = cohort.everybody
    title = f"About {everybody.people:,} people" if everybody.people else "Too few people to tell"
    most = cohort.rules.counts_to_nearest // 2
    few = f"at most {most}, which count as 0 so that nobody can be picked out"
    asked = f"{everybody.answered:,}" if everybody.answered else few
    fields: list[tuple[Text, Cell]] = [
        ("Answered", f"{asked}; {counted(cohort.questions, 'question')} asked")
    ]
    if len(everybody.halves) > 1 and everybody.answered:
        fields.append(("The halves", _agreement(everybody)))
    if cohort.wrong_rows:
        fields.append(("Wrong rows", f"{cohort.wrong_rows:,}"))
    blocks: list[Block] = [Heading(title), Fields(tuple(fields))]
    for half in everybody.halves:
        if half.answered:
            blocks += [
                Heading(half.title, level=2),
                *(_picture(half, names, MOST_BESIDE) or [_few(half)]),
            ]
    if any(half.answered for half in everybody.halves):
        worth = " ".join(_worth(half) for half in questionnaire.halves)
        blocks.append(Paragraph(f"How far to trust it: {worth}"))
    # Of a few people it is each one's own result that says something.
    own = ("cohort", sheets, "--full") if everybody.answered else ("score", sheets)
    led = [command(*own)] if sheets else []
    return Document((*blocks, Next((*led, command("quiz", "questions")))))


def _few(half: HalfGroup) -> Block:
    return Paragraph(f"About {half.answered:,} people: too few for percentages.")


def _worth(half: Half) -> str:
    """Say in a sentence how far to trust a half."""
    if half.measured is None:
        return f"{quoted(half.title)} was not measured."
    held = whole(100 * half.measured.balanced_accuracy)
    said = f"{quoted(half.title)} names the title that {held} % of people hold"
    worse = next(_worse(half.measured), None)
    if worse is None:
        return f"{said}."
    return f"{said} ({whole(100 * worse.balanced_accuracy)} % of those aged {worse.ages})."


def _worse(measured: Measured) -> Iterator[Served]:
    """Yield the ages for which a half is surely worse than for all."""
    return (each for each in measured.ages if each.high < measured.balanced_accuracy)


def _agreement(everybody: Group) -> str:
    differ = _both(everybody.differ, everybody.differ_percent)
    who = "both" if len(everybody.halves) == BOTH else "more than one"
    return f"agree for {everybody.agree:,} who answered {who}, differ for {differ}"


BOTH = 2
MOST_BESIDE = 2
"""Bars beside those of the roles in a short answer."""


class _Names:
    """What the roles, and the jobs beside them, are called."""

    def __init__(self, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._questionnaire = questionnaire
        self._beside = {
            each.id: each.title for half in questionnaire.halves for each in half.beside
        }

    def of(self, half: Half) -> tuple[str, ...]:
        """Return the ids of a half's columns."""
        return self._questionnaire.columns(half)

    def short(self, name: str) -> Phrase:
        """Return the name of a column."""
        return self._phrase(name, lambda role: role.short_title)

    def letter(self, name: str) -> Phrase:
        """Return the letters of a role, or the name of a job beside the roles."""
        return self._phrase(name, lambda role: role.letter)

    def _phrase(self, name: str, called: Callable[[Role], str]) -> Phrase:
        if name in self._beside:
            return Phrase(self._beside[name])
        index = self._catalogue.role_index[name]
        return Phrase(called(self._catalogue.roles[index]), role=index)


def _next(cohort: Cohort, sheets: str) -> tuple[Command, ...]:
    own = (command("score", sheets), command("cohort", sheets)) if sheets else ()
    return (*own[: 2 if cohort.groupings else 1], command("quiz", "questions"))


def _numbers(cohort: Cohort, questionnaire: Questionnaire) -> Fields:
    everybody = cohort.everybody
    parts = listed([quoted(half.title) for half in questionnaire.halves])
    fields: list[tuple[Text, Cell]] = [
        ("Asked", f"{counted(cohort.questions, 'question')}: {parts}"),
        ("People", f"{everybody.people:,}"),
        ("Answered", f"{everybody.answered:,} answered at least one question"),
        ("Little to go on", f"{everybody.few_answers:,} answered fewer than half of the questions"),
        ("Wrong rows", f"{cohort.wrong_rows:,} could not be read, and count nowhere else"),
    ]
    if len(everybody.halves) > 1:
        fields.insert(4, ("The halves", _agreement(everybody)))
    return Fields(tuple(fields))


def _leans(half: HalfGroup, names: _Names) -> list[Block]:
    """Return how many people a half names each thing to."""
    last = "Mean share" if half.measured else "Of them clearly"
    rows: list[tuple[Cell, ...]] = [
        (names.short(each.id), f"{each.people:,}", _percent(each.percent), _last(half, each))
        for each in (*half.leans, *half.beside)
    ]
    undecided = "Undecided" if half.measured else "Mixed"
    rows += [
        (undecided, f"{half.undecided:,}", _percent(half.undecided_percent), ""),
        ("None of these", f"{half.none:,}", _percent(half.none_percent), ""),
    ]
    return [
        Heading(half.title, level=2),
        Table(("", "People", f"Of {half.answered:,} who answered", last), tuple(rows)),
        *_picture(half, names),
    ]


def _picture(half: HalfGroup, names: _Names, most: int | None = None) -> list[Block]:
    """Return the percentages as bars, where there are any; ``most`` beside those of the roles.

    The largest are then shown.
    """
    told = [(names.short(each.id), each.percent) for each in half.leans]
    beside = [(names.short(each.id), each.percent) for each in half.beside]
    undecided = Phrase("Undecided" if half.measured else "Mixed")
    beside += [(undecided, half.undecided_percent), (Phrase("None of these"), half.none_percent)]
    largest = sorted(beside, key=lambda each: -(each[1] or 0))[:most]
    told += [each for each in beside if each in largest]
    bars = tuple(Bar(name, percent / 100) for name, percent in told if percent is not None)
    return [Bars(bars)] if bars else []


def _last(half: HalfGroup, lean: Lean) -> Cell:
    return _percent(lean.mean_share) if half.measured else f"{lean.clearly:,}"


def _spread(half: HalfGroup) -> list[Block]:
    """Return how clear the lead is, where a half has shares."""
    if not half.measured:
        return []
    if not half.spread:
        return [Paragraph(f"How clear the lead is: for this there are {TOO_FEW} people.")]
    headers = ("", *(f"{each.percent} %" for each in half.spread))
    shares = (f"{each.share} %" for each in half.spread)
    return [
        Paragraph("Of those told a role, this part has a leader with so much or less:"),
        Table(headers, (("The leader's share is at most", *shares),)),
    ]


def _groups(cohort: Cohort, grouping: Grouping, names: _Names) -> list[Block]:
    """Return a table for each half, with a row for each group."""
    blocks: list[Block] = [Heading(f"By {grouping.column}", level=2)]
    if grouping.groups:
        for place, half in enumerate(cohort.everybody.halves):
            blocks += [Paragraph(half.title), _by_group(half, grouping, place, names)]
    if grouping.left_out:
        blocks.append(Paragraph("Groups whose number of people rounds to 0 are not named."))
    return blocks


def _by_group(everybody: HalfGroup, grouping: Grouping, place: int, names: _Names) -> Table:
    headers: tuple[Text, ...] = (
        grouping.column,
        "Answered",
        *(names.letter(each.id) for each in (*everybody.leans, *everybody.beside)),
        "Undecided" if everybody.measured else "Mixed",
        "None",
    )
    rows: list[tuple[Cell, ...]] = []
    for group in grouping.groups:
        half = group.halves[place]
        leans = (_both(each.people, each.percent) for each in (*half.leans, *half.beside))
        undecided = _both(half.undecided, half.undecided_percent)
        none = _both(half.none, half.none_percent)
        answered = f"{half.answered:,} of {group.people:,}"
        rows.append((group.name or "(nothing)", answered, *leans, undecided, none))
    return Table(headers, tuple(rows))


def _trust(questionnaire: Questionnaire, names: _Names) -> list[Block]:
    """Say what each half rests on, and how well it does for people of some age and stage."""
    blocks: list[Block] = [Heading("How far to trust it", level=2)]
    for half in questionnaire.halves:
        blocks.append(Paragraph(" ".join(filter(None, (f"{half.title}:", half.basis, half.note)))))
        if half.measured is not None:
            blocks += _measured(half, half.measured, names)
    return blocks


def _measured(half: Half, measured: Measured, names: _Names) -> list[Block]:
    everybody = whole(100 * measured.balanced_accuracy)
    said = f"The role in the lead is the title that they hold for {everybody} % of people"
    worse = [
        f"{whole(100 * each.balanced_accuracy)} % ({whole(100 * each.low)} to "
        f"{whole(100 * each.high)}) of those aged {each.ages}"
        for each in _worse(measured)
    ]
    blocks: list[Block] = [Paragraph(f"{said}{'; for ' if worse else ''}{listed(worse)}.")]
    others = [told for told in measured.told if told.role is None]
    if others:
        columns = {each: names.short(each) for each in names.of(half)}
        columns[UNDECIDED] = Phrase("Undecided")
        rows: list[tuple[Cell, ...]] = [("People", *(f"{each.people:,}" for each in others))] + [
            (name, *(f"{whole(100 * each.told.get(key, 0))} %" for each in others))
            for key, name in columns.items()
        ]
        blocks += [
            Paragraph(
                "People of the survey on whom the points do not rest would be told this. Nobody "
                "knows what became of them:"
            ),
            Table(("", *(each.title for each in others)), tuple(rows)),
        ]
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


def _percent(percent: int | None) -> Cell:
    return Phrase(TOO_FEW, muted=True) if percent is None else f"{percent} %"


def _both(people: int, percent: int | None) -> str:
    return f"{people:,}" if percent is None else f"{people:,} · {percent} %"
