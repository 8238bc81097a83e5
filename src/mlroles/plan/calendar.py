"""A plan as calendar entries: iCalendar, RFC 5545.

Our own few lines: the icalendar library takes six times a bare Python to import and brings 9 MB
with it, for entries of one shape. The tests read what is written here with that library.
"""

import datetime as dt
from collections.abc import Iterator

from mlroles.plan.plan import Plan, PlanStep
from mlroles.text import clean

LONGEST = 75
"""Bytes of a line; a longer one goes on in the next, after a space."""


def calendar(plan: Plan, start: dt.date, now: dt.datetime) -> bytes:
    """Return an entry of whole days for each step of ``plan`` that has hours.

    ``start`` is the first day; ``now``, with its zone, is when it is written.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mlroles//plan//EN",
        "CALSCALE:GREGORIAN",
    ]
    for step in plan.steps:
        lines += _event(plan, step, start, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(plan: Plan, step: PlanStep, start: dt.date, now: dt.datetime) -> Iterator[str]:
    if step.from_week is None or step.to_week is None:
        return
    first = start + dt.timedelta(weeks=step.from_week - 1)
    after = start + dt.timedelta(weeks=step.to_week)
    yield "BEGIN:VEVENT"
    yield f"UID:{step.skill}.{plan.to or 'advert'}@plan.mlroles"
    yield f"DTSTAMP:{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{step.number}. {step.title}, about {step.hours} h')}"
    if said := _said(step):
        yield f"DESCRIPTION:{_escaped(said)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _said(step: PlanStep) -> str:
    lines = [f"You can {step.can}."] if step.can else []
    lines += [step.make] if step.make else []
    lines += [f"{each.title}: {each.url}" for each in step.resources]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Return a text as a value: what means something there is escaped, what cannot be is gone."""
    lines = (clean(line) for line in text.split("\n"))
    marked = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return "\\n".join(marked)


def _folded(line: str) -> bytes:
    """Return a line in pieces of ``LONGEST`` bytes at most, none of which cuts a letter."""
    pieces: list[bytes] = [b""]
    for letter in line:
        data = letter.encode("utf-8", "replace")
        if len(pieces[-1]) + len(data) > LONGEST:
            pieces.append(b" ")
        pieces[-1] += data
    return b"\r\n".join(pieces) + b"\r\n"
