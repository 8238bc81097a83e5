"""What an advert could say better, the worst first."""

from collections.abc import Iterator
from typing import Final

from mlroles.hire.advert_check import AdvertCheck, Finding, Passage
from mlroles.render.document import (
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
from mlroles.text import counted, few, listed, whole

SHORT: Final = 5
"""Findings in the short answer."""

WORDS: Final = 3
"""Passages of a finding in the short answer."""

LONGEST: Final = 44
"""Letters of a passage in the short answer."""

COUNTED: Final = {
    "title-duties": "",
    "several-roles": "{figure} roles",
    "many-musts": "{figure}, over {limit}",
    "empty-phrases": "{figure} of them",
    "hard-to-read": "reading ease {figure}, under {limit}",
    "too-long": "{figure} words, over {limit}",
    "too-short": "{figure} words, under {limit}",
    "coded-words": "{figure} more than of the other kind",
}
"""What was counted, in a few words."""

EASE: Final = "{ease} (60 is plain English, 30 is for graduates)"


def view(result: AdvertCheck, file: str, *, full: bool) -> Document:
    """Return the screen of ``mlroles advert --check``; ``file`` is what was checked."""
    blocks: list[Block] = [Heading(_answer(result))]
    if full:
        for each in result.findings:
            blocks += _whole(each, result)
    elif result.findings:
        blocks.append(_table(result))
    if full:
        blocks.append(Heading("The whole advert", level=2))
    blocks.append(Fields(tuple(_fields(result, full=full))))
    blocks.append(Paragraph(Phrase(result.not_for, muted=True)))
    blocks.append(Next(tuple(_next(file, full=full))))
    return Document(tuple(blocks))


def _answer(result: AdvertCheck) -> str:
    number = len(result.findings)
    if not number:
        return f"Nothing to mend, of {counted(len(result.looked_for), 'thing')} looked for."
    return f"{counted(number, 'thing')} to mend{', the worst first' if number > 1 else ''}"


def _table(result: AdvertCheck) -> Table:
    rows = tuple(
        (_lines(each), _found(each, result), each.better) for each in result.findings[:SHORT]
    )
    return Table(("Line", "Found", "Better"), rows)


def _lines(finding: Finding) -> str:
    lines = [str(each.line) for each in finding.passages if each.line is not None]
    return ", ".join(dict.fromkeys(lines[:WORDS]))


def _found(finding: Finding, result: AdvertCheck) -> str:
    """Return what is found, what was counted, and the words."""
    details = [each for each in (_figure(finding), _required(finding, result)) if each]
    words = [_passage(each) for each in finding.passages]
    said = f"{finding.title}{f' ({listed(details)})' if details else ''}"
    return f"{said}: {few(words, WORDS)}" if words else said


def _figure(finding: Finding) -> str:
    if finding.figure is None or finding.limit is None:
        return ""
    return COUNTED[finding.id].format(figure=whole(finding.figure), limit=whole(finding.limit))


def _required(finding: Finding, result: AdvertCheck) -> str:
    if finding.id != "no-pay" or not result.pay_laws:
        return ""
    return f"required in {listed([each.place for each in result.pay_laws])}"


def _passage(passage: Passage, longest: int = LONGEST) -> str:
    words = passage.words if len(passage.words) <= longest else f"{passage.words[:longest]}…"
    return f"“{words}”{_beside(passage)}"


def _beside(passage: Passage) -> str:
    """Return what is known of words: how many name them, or since when there is such a thing."""
    if passage.share is not None:
        share = 100 * passage.share
        return f" ({'under 1' if share < 1 else whole(share)} % of ads)"
    return f" (there since {passage.since})" if passage.since is not None else ""


def _whole(finding: Finding, result: AdvertCheck) -> Iterator[Block]:
    figure = _figure(finding)
    yield Heading(f"{finding.title}{f' ({figure})' if figure else ''}", level=2)
    yield Paragraph(finding.why)
    if finding.passages:
        yield Items(tuple(_item(each) for each in finding.passages))
    fields: list[tuple[Text, Cell]] = [("Better", finding.better)]
    if finding.id == "no-pay":
        fields += [
            (each.place, f"{each.law}, since {each.since}: {each.who}. {each.url}")
            for each in result.pay_laws
        ]
        if result.pay_law_places:
            fields.append(("Required in", listed(result.pay_law_places)))
        fields.append(("Mind", result.pay_laws_note))
    if finding.id == "coded-words":
        fields.append(("Evidence", result.coded_words_worth))
    if finding.references:
        fields.append(("Rests on", finding.references))
    yield Fields(tuple(fields))


def _item(passage: Passage) -> str:
    line = f"line {passage.line}: " if passage.line is not None else ""
    instead = f"; say {passage.instead}" if passage.instead else ""
    return f"{line}{_passage(passage, 10 * LONGEST)}{instead}"


def _fields(result: AdvertCheck, *, full: bool) -> Iterator[tuple[Text, Cell]]:
    if not full and (later := [each.title for each in result.findings[SHORT:]]):
        yield "And", "; ".join(later)
    if result.reads_like:
        yield "Reads like", listed([each.title for each in result.reads_like])
    elif result.outcome == "none":
        yield "Reads like", "none of these roles, nor a job that this catalogue knows"
    if result.blanks:
        yield (
            "Still blank",
            few([f"[{each}]" for each in result.blanks], len(result.blanks) if full else 1),
        )
    if full:
        yield "Words", f"{result.words:,}"
        if result.reading_ease is not None:
            yield "Reading ease", EASE.format(ease=whole(result.reading_ease))
        yield "Musts", f"{result.musts}"


def _next(file: str, *, full: bool) -> Iterator[Command]:
    if file == "-":
        return
    if not full:
        yield command("advert", "--check", file, "--full")
    yield command("read", file)
