"""The bakery with every file that a catalogue may have."""

from typing import Any

from tests import kitchen
from tests.advert_rules import bakery_advert_rules
from tests.adverts import bakery_mentions, bakery_terms, whole_bakery_adverts
from tests.catalogues import Files, bakery, statement
from tests.evidence import bakery_evidence
from tests.frameworks import bakery_frameworks
from tests.hiring import bakery_hire
from tests.pay import bakery_pay
from tests.plans import bakery_plan, bakery_resources
from tests.titles import bakery_titles
from tests.wages import bakery_wages


def bakery_questionnaire() -> dict[str, Any]:
    """Return a sound questionnaire for the bakery, made anew."""
    document = kitchen.one_half()
    document["roles"] = ["baker", "bread-seller"]
    for question in document["questions"]:
        for answer in question["answers"]:
            points = answer["points"]["baker"]
            answer.update(points={"baker": points, "bread-seller": -points}, claims=["crumb-1"])
    return document


def bakery_neighbours() -> dict[str, Any]:
    """Return three jobs beside those of the bakery: much, a little, and nothing known of them."""
    return {
        "schema_version": 1,
        "neighbours": [
            {
                "id": "miller",
                "title": "Miller",
                "aliases": [{"name": "Grinder", "claims": ["crumb-1"]}, {"name": "Mill hand"}],
                "what": statement("miller-what", "Grinds corn for bread.", "crumb-1"),
                "nearest": [
                    {"role": "baker", "text": "Rises later.", "claims": ["crumb-2", "crumb-3"]},
                    {"role": "bread-seller", "text": "Sells flour.", "claims": ["crumb-4"]},
                ],
                "notes": [
                    statement("miller-note", "Owns a mill.", "crumb-4"),
                    statement("miller-rest", "Sleeps well.", "crumb-3"),
                ],
            },
            {
                "id": "bread-artist",
                "title": "Bread Artist",
                "nearest": [{"role": "baker", "text": "Paints loaves.", "claims": ["crumb-1"]}],
            },
            {"id": "sweeper", "title": "Sweeper"},
        ],
    }


def whole_bakery() -> Files:
    """Return the bakery with its questionnaire and everything that is measured of it."""
    return {
        **bakery(),
        "neighbours.json": bakery_neighbours(),
        "questionnaire.json": bakery_questionnaire(),
        "pay.json": bakery_pay(),
        "evidence.json": bakery_evidence(),
        "frameworks.json": bakery_frameworks(),
        "wages.json": bakery_wages(),
        "titles.json": bakery_titles(),
        "mentions.json": bakery_mentions(),
        "adverts.json": whole_bakery_adverts(),
        "terms.json": bakery_terms(),
        "plan.json": bakery_plan(),
        "resources.json": bakery_resources(),
        "hire.json": bakery_hire(),
        "advert_rules.json": bakery_advert_rules(),
    }
