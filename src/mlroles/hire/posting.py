"""A draft as a job posting that search engines read: ``JobPosting`` of schema.org, as JSON-LD.

What is a blank in the draft is left out here, so that nothing stands in it that nobody said: what
adverts of a role offer is not what this employer pays, and a draft has no date. Google wants a
title, a description, a date, who hires and where (its page on structured data for job postings).
"""

import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from mlroles.hire.draft import AdvertDraft, OwnPay
from mlroles.text import clean

WANTED: Final = {
    "hiringOrganization": "--company",
    "jobLocation": "--place",
    "datePosted": "--posted",
}
"""What search engines want beside title and description, and the option that says it."""

_UNITS: Final = {"year": "YEAR", "month": "MONTH", "week": "WEEK", "day": "DAY", "hour": "HOUR"}

Json = dict[str, Any]


def posting(draft: AdvertDraft) -> Json:
    """Return the draft as ``JobPosting``; what was not said is left out."""
    found: Json = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": clean(draft.title).strip(),
        "description": "".join(_description(draft)),
        "responsibilities": "; ".join(map(clean, draft.duties)),
        "skills": "; ".join(clean(each.text) for each in draft.musts),
    }
    if company := clean(draft.company or "").strip():
        found["hiringOrganization"] = {"@type": "Organization", "name": company}
    if address := _address(draft):
        address = {"@type": "PostalAddress", **address}
        found["jobLocation"] = {"@type": "Place", "address": address}
    if draft.pay:
        found["baseSalary"] = _salary(draft.pay)
    if draft.posted:
        found["datePosted"] = draft.posted
    return {key: value for key, value in found.items() if value}


def missing(posted: Json) -> tuple[str, ...]:
    """Return the options that say what search engines want and the posting does not have."""
    return tuple(option for key, option in WANTED.items() if key not in posted)


def json_ld(posted: Json) -> str:
    """Return the posting as text that may stand in a page: no sign in it ends a script."""
    text = json.dumps(posted, indent=2, ensure_ascii=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"{text}\n"


def _description(draft: AdvertDraft) -> Iterator[str]:
    """Yield the draft as the HTML that a description may have, without its blanks."""
    yield f"<p>{_said(draft.summary)}</p>"
    skills = {"musts": draft.musts, "helpful": draft.helpful}
    parts = {
        "duties": draft.duties,
        "help": draft.help,
        **{name: tuple(each.text for each in own) for name, own in skills.items()},
    }
    for name, items in parts.items():
        if items:
            yield f"<p><strong>{_said(draft.headings[name])}</strong></p>"
            yield f"<ul>{''.join(f'<li>{_said(each)}</li>' for each in items)}</ul>"


def _said(text: str) -> str:
    return escape(clean(text))


def _address(draft: AdvertDraft) -> Json:
    """Return the place; its last part is the country where that is known to be one."""
    parts = [part for each in clean(draft.place or "").split(",") if (part := each.strip())]
    address: Json = {}
    if draft.country:
        address["addressCountry"] = draft.country
        parts = parts[:-1]
    if len(parts) > 1:
        address["addressRegion"] = parts.pop()
    if parts:
        address["addressLocality"] = ", ".join(parts)
    return address


def _salary(pay: OwnPay) -> Json:
    value: Json = {"@type": "QuantitativeValue", "unitText": _UNITS[pay.period]}
    if pay.low is not None and pay.low == pay.high:
        value["value"] = pay.low
    else:
        ends = {"minValue": pay.low, "maxValue": pay.high}
        value |= {key: end for key, end in ends.items() if end is not None}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}
