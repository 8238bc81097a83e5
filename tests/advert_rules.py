"""Rules for the adverts of the bakery of ``tests.catalogues``."""

import json
from typing import Any

from mlroles.hire.advert_models import AdvertRulesFile

Json = dict[str, Any]

KINDS = (
    "title-duties",
    "several-roles",
    "tool-years",
    "no-pay",
    "rare-must",
    "many-musts",
    "persona",
    "empty-phrases",
    "hard-to-read",
    "too-long",
    "too-short",
    "coded-words",
)


def bakery_advert_rules() -> Json:
    """Return sound rules for the bakery, made anew."""
    return {
        "schema_version": 1,
        "title": "Adverts for bakers",
        "not_for": "It says nothing of bakers.",
        "draft": {
            "most_musts": 1,
            "most_musts_reason": "One is enough.",
            "most_helpful": 1,
            "basic_level": 1,
            "intro": "We are hiring.",
            "headings": {
                "duties": "Your work",
                "help": "You help to",
                "musts": "Requirements",
                "helpful": "Nice to have",
                "offer": "Benefits",
                "apply": "Apply",
            },
            "blanks": {
                "company": "the bakery",
                "about": "what it bakes",
                "place": "the town",
                "pay": "pay",
                "pay_band": "pay, and not theirs",
                "contract": "hours",
                "offer": "bread",
                "apply": "the door",
            },
            "levels": [{"level": "old", "before": "Old"}],
            "roles": [{"role": "baker", "text": "You will bake before dawn."}],
            "duties": [
                {"responsibility": "mix", "text": "Knead dough by hand"},
                {"responsibility": "taste", "text": None},
            ],
            "skills": [{"skill": "kneading", "text": "Strong arms"}],
        },
        "references": [{"id": "leaflet", "cite": "Miller, On wording", "url": None}],
        "kinds": [
            {
                "id": name,
                "title": f"Found {name}",
                "why": "It matters.",
                "better": "Mend it.",
                "references": ["leaflet"] if name == "coded-words" else [],
            }
            for name in KINDS
        ],
        "limits": {
            name: {"value": value, "reason": "So it is."}
            for name, value in {
                "lead_share": 0.8,
                "several_share": 0.1,
                "several_points": 10,
                "rare": 0.1,
                "many_musts": 2,
                "empty_phrases": 2,
                "reading_ease": 0,
                "longest": 200,
                "shortest": 10,
                "coded": 2,
            }.items()
        },
        "pay_laws": {
            "looked": "2026-01-01",
            "note": "Ask the guild.",
            "laws": [
                {
                    "id": "crumbia",
                    "place": "Crumbia",
                    "names": ["Crumbia", "Crust"],
                    "codes": ["CB"],
                    "since": "2020",
                    "who": "every bakery",
                    "law": "Bread Act, 1",
                    "url": "https://example.org/bread",
                }
            ],
        },
        "pay_words": ["pay"],
        "tools": [{"id": "mixer", "words": ["Mixer"], "year": 2020, "source": "The shop."}],
        "personas": [{"words": "dough ninja", "better": "the trade"}],
        "empty": [
            {"words": "fast-paced", "better": "how many loaves"},
            {"words": "baker's dozen", "better": "thirteen"},
        ],
        "coded": {
            "masculine": ["bold*", "strong", "rise*"],
            "feminine": ["warm*"],
            "left_out": ["rise*"],
            "left_out_reason": "Dough rises.",
            "worth": "Little.",
            "instead": [{"words": "bold", "better": "quick"}],
        },
        "measured_on": 0,
    }


def advert_rules(**changes: object) -> AdvertRulesFile:
    """Return the rules as the file that is read from them, some parts changed."""
    return AdvertRulesFile.model_validate_json(json.dumps({**bakery_advert_rules(), **changes}))
