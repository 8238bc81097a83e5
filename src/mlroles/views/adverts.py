"""Many adverts together: what they read like, what they ask for, what they pay."""

from mlroles.adverts.summary import AdvertGroup, AdvertsSummary, TitleGroup
from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import counted, few, whole

MOST_SKILLS = 8
"""Skills of a group in the short answer."""


def view(
    result: AdvertsSummary, catalogue: Catalogue, file: str, *, full: bool = False
) -> Document:
    """Return the screen of ``mlroles read --summary``; ``file`` is what was read, else empty."""
    blocks: list[Block] = [
        Heading(f"{counted(result.adverts, 'advert')}, read by what they say"),
        Paragraph(_left_out(result)),
    ]
    if result.groups:
        rows = tuple(_group(each, result, catalogue) for each in result.groups)
        blocks.append(Table(("Reads like", "Adverts", "Share (95 %)"), rows))
    told = [each for each in result.groups if each.skills]
    if told:
        most = None if full else MOST_SKILLS
        rows = tuple((each.title, _skills(each, most), _pay(each)) for each in told)
        blocks += [
            Heading("What they ask for, and pay", level=2),
            Table(("Reads like", "Skills, share that names them", "Pay, quartiles"), rows),
        ]
    if result.titles:
        rows = tuple(_title(each, result) for each in result.titles)
        blocks += [
            Heading("Titles against duties", level=2),
            Table(("Titled", "Adverts", "Reads like it (95 %)"), rows),
        ]
    roles = [each.id for each in result.groups if each.id in catalogue.role_index]
    more = [command("read", file, "--summary", "--full")] if file not in {"", "-"} else []
    leads = [command("show", roles[0])] if roles else [command("list", "--all")]
    blocks.append(Next((*([] if full else more), *leads)))
    return Document(tuple(blocks))


def _left_out(result: AdvertsSummary) -> str:
    parts = [
        f"{number:,} {what}"
        for number, what in (
            (result.mixed, "are a mix of roles"),
            (result.untold, "say too little to be told, or are no adverts in English"),
            (result.unread, "could not be read"),
        )
        if number
    ]
    start = "; ".join(parts)
    rule = f"Of fewer than {result.least} adverts nothing is said but how many there are."
    return f"In no group: {start}. {rule}" if start else rule


def _group(group: AdvertGroup, result: AdvertsSummary, catalogue: Catalogue) -> tuple[Cell, ...]:
    name = Phrase(group.title, role=catalogue.role_index.get(group.id))
    return name, _count(group.count, result), _share(group)


def _title(title: TitleGroup, result: AdvertsSummary) -> tuple[Cell, ...]:
    return title.title, _count(title.count, result), _share(title)


def _count(count: int, result: AdvertsSummary) -> str:
    return f"{count:,}" if count >= result.least else f"under {result.least}"


def _share(of: AdvertGroup | TitleGroup) -> Phrase:
    if of.share is None or of.low is None or of.high is None:
        return Phrase("too few", muted=True)
    return Phrase(f"{100 * of.share:.0f} % ({100 * of.low:.0f}–{100 * of.high:.0f})")


def _skills(group: AdvertGroup, most: int | None) -> str:
    shown = group.skills[:most]
    return "; ".join(f"{each.title} {100 * each.share:.0f} %" for each in shown)


def _pay(group: AdvertGroup) -> Cell:
    spans = [
        f"{each.currency} a {each.period}: {whole(each.low)}, {whole(each.median)}, "
        f"{whole(each.high)} ({counted(each.count, 'advert')})"
        for each in group.pay
    ]
    return few(spans, 3) if spans else Phrase("too few name it", muted=True)
