"""Job titles of the bakery of ``tests.catalogues``."""

from typing import Any

from mlroles.titles.models import TitlesFile


def bakery_titles() -> dict[str, Any]:
    """Return a sound file of the bakery's titles, made anew."""
    return {
        "schema_version": 1,
        "genders": "mfd",
        "grades": ["l"],
        "joins": ["and"],
        "skipped": ["of"],
        "kinds": [
            {"id": "rank", "title": "rank", "away": "level", "words": ["senior", "head"]},
            {"id": "bread", "title": "bread", "rank": 2, "words": ["bread", "rye bread"]},
            {"id": "cake", "title": "cake", "rank": 1, "words": ["cake", "pastry"]},
            {"id": "baker", "title": "a baker", "words": ["baker", "backer"]},
            {"id": "seller", "title": "a seller", "words": ["seller"]},
            {"id": "maker", "title": "a maker", "words": ["maker"]},
            {"id": "chief", "title": "in charge", "words": ["manager"]},
            {"id": "iron", "title": "iron", "words": ["iron"]},
        ],
        "rules": [
            {
                "id": "manager",
                "title": "Manager of Bakers",
                "words": [["chief", "baker?"], ["baker", "chief"]],
                "over": True,
                "near": ["baker"],
                "sure": "near",
                "reason": "Whoever leads bakers bakes little.",
                "open": "Whether the person bakes.",
            },
            {
                "id": "baker",
                "title": "Baker",
                "words": [["bread|cake", "baker"], ["baker"]],
                "unless": ["iron"],
                "means": ["baker"],
                "sure": "named",
                "reason": "The title names the role.",
                "counted": [
                    {"source": "crumb", "what": "adverts", "count": 1, "of": 9},
                    {"source": "crumb", "what": "learning", "count": 2, "of": 3},
                    {"source": "crumb", "what": "occupations", "count": 1, "of": 2},
                ],
            },
            {
                "id": "seller",
                "title": "Bread Seller",
                "words": [["bread", "seller"]],
                "means": ["bread-seller"],
                "sure": "usual",
                "reason": "Sells bread.",
            },
            {
                "id": "maker-of-bread",
                "title": "Maker, Bread",
                "words": [["maker"]],
                "about": ["bread"],
                "whole": True,
                "means": ["baker"],
                "sure": "usual",
                "reason": "Whoever makes bread bakes.",
            },
            {
                "id": "maker",
                "title": "Maker",
                "words": [["maker"], ["seller"]],
                "sure": "other",
                "reason": "Makes or sells something.",
            },
        ],
    }


def titles_file(document: dict[str, Any] | None = None) -> TitlesFile:
    """Return the file as a value."""
    return TitlesFile.model_validate(_tuples(document or bakery_titles()))


def _tuples(value: Any) -> Any:
    """Return what stands in JSON with tuples for lists, as a strict model takes them."""
    if isinstance(value, dict):
        return {key: _tuples(each) for key, each in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
