"""The bakery with every file that a catalogue may have."""

from typing import Any

from tests import kitchen
from tests.catalogues import Files, bakery
from tests.evidence import bakery_evidence
from tests.frameworks import bakery_frameworks
from tests.pay import bakery_pay
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


def whole_bakery() -> Files:
    """Return the bakery with its questionnaire and everything that is measured of it."""
    return {
        **bakery(),
        "questionnaire.json": bakery_questionnaire(),
        "pay.json": bakery_pay(),
        "evidence.json": bakery_evidence(),
        "frameworks.json": bakery_frameworks(),
        "wages.json": bakery_wages(),
    }
