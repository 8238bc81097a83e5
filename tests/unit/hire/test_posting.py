"""A draft as ``JobPosting`` of schema.org."""

import json
from typing import Any

import jsonschema
import pytest

from mlroles.hire.draft import AdvertDraft, DraftSkill, OwnPay
from mlroles.hire.posting import json_ld, missing, posting
from mlroles.roles.cited import RoleName

TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "number", "exclusiveMinimum": 0}
JOB_POSTING: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "@type", "title", "description"],
    "properties": {
        "@context": {"enum": ["https://schema.org/", "https://schema.org"]},
        "@type": {"const": "JobPosting"},
        "title": TEXT,
        "description": {"type": "string", "pattern": "^<p>"},
        "responsibilities": TEXT,
        "skills": TEXT,
        "datePosted": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$", "format": "date"},
        "hiringOrganization": {
            "type": "object",
            "required": ["@type", "name"],
            "properties": {"@type": {"const": "Organization"}, "name": TEXT},
            "additionalProperties": False,
        },
        "jobLocation": {
            "type": "object",
            "required": ["@type", "address"],
            "properties": {
                "@type": {"const": "Place"},
                "address": {
                    "type": "object",
                    "required": ["@type"],
                    "minProperties": 2,
                    "properties": {
                        "@type": {"const": "PostalAddress"},
                        "addressLocality": TEXT,
                        "addressRegion": TEXT,
                        "addressCountry": {"type": "string", "pattern": "^[A-Z]{2}$"},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
        "baseSalary": {
            "type": "object",
            "required": ["@type", "currency", "value"],
            "properties": {
                "@type": {"const": "MonetaryAmount"},
                "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                "value": {
                    "type": "object",
                    "required": ["@type", "unitText"],
                    "minProperties": 3,
                    "properties": {
                        "@type": {"const": "QuantitativeValue"},
                        "unitText": {"enum": ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]},
                        "value": NUMBER,
                        "minValue": NUMBER,
                        "maxValue": NUMBER,
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
"""What schema.org, and Google's page on structured data for job postings, say of these properties.

The page requires datePosted, hiringOrganization and jobLocation too, which only the employer knows.
"""

FULL = [*JOB_POSTING["required"], "datePosted", "hiringOrganization", "jobLocation", "baseSalary"]

NOTHING = AdvertDraft(
    role=RoleName("baker", "Baker", "Baker", "B"),
    title="Baker",
    level=None,
    summary="You will bake.",
    duties=("Bake", "Taste & tell"),
    help=(),
    musts=(DraftSkill(("kneading",), "Kneading", None, 2),),
    helpful=(),
    adverts=None,
    adverts_year=None,
    adverts_source=None,
    offered=None,
    company=None,
    place=None,
    country=None,
    pay=None,
    posted=None,
    headings={"duties": "Your work", "help": "Help", "musts": "You need", "helpful": "Helps"},
    blanks={"company": "the bakery"},
)


def with_(**said: Any) -> AdvertDraft:
    """Return the draft with what the employer says."""
    return AdvertDraft(**{**NOTHING.__dict__, **said})


def valid(posted: object, *required: str) -> None:
    """Check a posting against the schema."""
    shape = {**JOB_POSTING, "required": list(required) or JOB_POSTING["required"]}
    jsonschema.validate(posted, shape, format_checker=jsonschema.FormatChecker())


def test_blanks_are_left_out() -> None:
    """What nobody said is no fact: no employer, no place, no pay, no date, and no bracket."""
    posted = posting(NOTHING)
    valid(posted)
    assert posted.keys() == {
        "@context",
        "@type",
        "title",
        "description",
        "responsibilities",
        "skills",
    }
    assert "[" not in json.dumps(posted["description"])
    assert missing(posted) == ("--company", "--place", "--posted")


def test_all_that_is_said() -> None:
    """A posting with everything has what search engines want."""
    pay = OwnPay(30_000, 40_000, "EUR", "year")
    said = with_(
        company="Crumb", place="Lyon, Rhône, France", country="FR", pay=pay, posted="2027-01-31"
    )
    posted = posting(said)
    valid(posted, *FULL)
    assert missing(posted) == ()
    assert posted["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "FR",
        "addressRegion": "Rhône",
        "addressLocality": "Lyon",
    }
    assert posted["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "YEAR",
        "minValue": 30_000,
        "maxValue": 40_000,
    }


@pytest.mark.parametrize(
    ("place", "country", "address"),
    [
        ("Atlantis", None, {"addressLocality": "Atlantis"}),
        (
            "Leeds, West Yorkshire",
            None,
            {"addressLocality": "Leeds", "addressRegion": "West Yorkshire"},
        ),
        ("France", "FR", {"addressCountry": "FR"}),
        (" , Leeds,", None, {"addressLocality": "Leeds"}),
    ],
)
def test_place(place: str, country: str | None, address: dict[str, str]) -> None:
    """A place is a town, a region and a country as far as it says them."""
    posted = posting(with_(place=place, country=country))
    valid(posted)
    assert posted["jobLocation"]["address"] == {"@type": "PostalAddress", **address}


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        (20, 20, {"value": 20}),
        (20, None, {"minValue": 20}),
        (None, 20, {"maxValue": 20}),
    ],
)
def test_pay(low: float | None, high: float | None, value: dict[str, float]) -> None:
    """One amount is a value, an open band has the end that is known."""
    posted = posting(with_(pay=OwnPay(low, high, "EUR", "hour")))
    valid(posted)
    assert posted["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "HOUR",
        **value,
    }


def test_nothing_breaks_out_of_a_page() -> None:
    """Markup in what is typed stays text: in the description, and in a script of a page."""
    evil = "</script><img src=x onerror=alert(1)> & \x1b[31m“x”"
    posted = posting(with_(company=evil, title=evil, summary=evil))
    assert "<img" not in posted["description"]
    text = json_ld(posted)
    assert not set("<>&\x1b") & set(text)
    assert json.loads(text)["hiringOrganization"]["name"] == posted["hiringOrganization"]["name"]


def test_empty_parts_are_left_out() -> None:
    """A role of which no skill and no duty is known has a posting without them."""
    posted = posting(with_(duties=(), musts=()))
    valid(posted)
    assert not {"skills", "responsibilities"} & posted.keys()
    assert posted["description"] == "<p>You will bake.</p>"
