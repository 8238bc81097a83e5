"""A draft of an advert, and what is said beside it: what it rests on, and what to do next."""

from collections.abc import Iterator
from typing import Final

from mlroles.hire.draft import AdvertDraft, DraftSkill, OfferedBand, OwnPay
from mlroles.render.document import Block, Document, Fields, Heading, Items, Paragraph, command
from mlroles.text import counted, listed, whole

PERIODS: Final = {
    "year": "a year",
    "month": "a month",
    "week": "a week",
    "day": "a day",
    "hour": "an hour",
}

GIVEN_UP: Final = {
    "experience": "all levels together",
    "year": "all years together",
    "country": "all countries together",
}
"""What a band is of where what was asked for has too few adverts."""

ROUNDED: Final = -3
"""To thousands: nobody pays a band of other people's quartiles to the unit."""

REQUIRED: Final = "Search engines want more than is said here; add "
NOT_FOR: Final = "It is a draft: read it as somebody would who looks for work."


def view(draft: AdvertDraft) -> Document:
    """Return the draft, and nothing beside it: it is to be copied as it stands."""
    heads = draft.headings
    blocks: list[Block] = [Heading(draft.title), Paragraph(draft.summary)]
    blocks.append(Fields(tuple(_fields(draft))))
    blocks.append(Paragraph(_blank(draft.blanks["about"])))
    parts = (
        ("duties", draft.duties),
        ("help", draft.help),
        ("musts", _words(draft.musts)),
        ("helpful", _words(draft.helpful)),
    )
    for name, items in parts:
        if items:
            blocks += [Heading(heads[name], level=2), Items(items)]
    blocks += [
        Heading(heads["offer"], level=2),
        Items((f"Pay: {_pay(draft)}", _blank(draft.blanks["offer"]))),
        Heading(heads["apply"], level=2),
        Paragraph(_blank(draft.blanks["apply"])),
    ]
    return Document(tuple(blocks))


def _words(skills: tuple[DraftSkill, ...]) -> tuple[str, ...]:
    return tuple(each.text for each in skills)


def _blank(text: str) -> str:
    return f"[{text}]"


def _fields(draft: AdvertDraft) -> Iterator[tuple[str, str]]:
    blanks = draft.blanks
    yield "Employer", draft.company or _blank(blanks["company"])
    yield "Place", draft.place or _blank(blanks["place"])
    if draft.level:
        yield "Level", draft.level
    yield "Hours", _blank(blanks["contract"])


def _pay(draft: AdvertDraft) -> str:
    if draft.pay:
        return _own(draft.pay)
    if draft.offered:
        return _blank(f"{_band(draft.offered)}; {draft.blanks['pay']}")
    return _blank(draft.blanks["pay"])


def _own(pay: OwnPay) -> str:
    ends = [whole(each) for each in (pay.low, pay.high) if each is not None]
    amount = listed(list(dict.fromkeys(ends)), "to")
    open_end = "" if pay.low is not None and pay.high is not None else _open(pay)
    return f"{pay.currency} {open_end}{amount} {PERIODS[pay.period]}"


def _open(pay: OwnPay) -> str:
    return "from " if pay.high is None else "up to "


def _band(band: OfferedBand) -> str:
    ends = f"{whole(round(band.low, ROUNDED))} to {whole(round(band.high, ROUNDED))}"
    return f"{band.currency} {ends} {PERIODS[band.period]}"


def notes(draft: AdvertDraft, then: tuple[str, ...], wanted: tuple[str, ...] = ()) -> list[str]:
    """Return what is said beside the draft, a line each.

    ``then`` is what to type next, in words; ``wanted`` are the options that say what search
    engines want and nobody has said.
    """
    blanks = f"{counted(len(draft.blanks), 'blank')} in [brackets], which only you can fill in."
    lines = [blanks, _skills(draft), _offered(draft), NOT_FOR]
    if wanted:
        lines.append(f"{REQUIRED}{listed(wanted)}.")
    return [*lines, f"Next: {command(*then)}"]


def _skills(draft: AdvertDraft) -> str:
    if draft.adverts is None:
        return (
            f"Skills: what the sources name for {draft.role.title}, the highest level first; "
            "no adverts of it were counted."
        )
    return (
        f"Skills: what most of {draft.adverts:,} adverts for {draft.role.title} name, counted to "
        f"{draft.adverts_year} (mlroles skills {draft.role.id})."
    )


def _offered(draft: AdvertDraft) -> str:
    band = draft.offered
    if band is None:
        return f"Pay: too few adverts for {draft.role.title} state it; it is a blank."
    place = ", ".join(str(each) for each in (band.country, band.year, band.level) if each)
    given_up = [GIVEN_UP[each] for each in band.widened]
    widened = f" Too few where you asked: {listed(given_up)}." if given_up else ""
    return (
        f"Pay: half of {band.bands:,} bands in {band.adverts:,} adverts have their middle there"
        f"{f' ({place})' if place else ''}.{widened} mlroles pay {draft.role.id}"
    )
