"""Words and points with which the adverts of a made-up bakery are read."""

from typing import Any

Json = dict[str, Any]


def bakery_mentions() -> Json:
    """Return the words for the bakery's skills, for one more, and for one cue."""
    return {
        "schema_version": 1,
        "near": 40,
        "categories": [{"id": "machines", "title": "Machines"}],
        "skills": [
            {"id": "kneading", "aliases": ["kneading", "knead", "=Dough"]},
            {"id": "counting", "aliases": ["counting", "~till"]},
        ],
        "further": [
            {
                "id": "mixers",
                "title": "Mixers",
                "category": "machines",
                "aliases": ["dough mixer", "mixer"],
            }
        ],
        "cues": [{"id": "cue-early", "shows": "begins before dawn", "phrases": ["before dawn"]}],
        "hidden": ["till dawn"],
        "negation": {
            "before": ["no"],
            "between": ["experience with"],
            "after": ["is not needed"],
            "unless": ["but a plus"],
            "joins": ["or"],
        },
    }


def bakery_adverts() -> Json:
    """Return points for the bakery's two trades and for one job that is neither."""
    return {
        "schema_version": 1,
        "source": "crumb",
        "roles": ["baker", "bread-seller"],
        "start": [0, 0],
        "temperature": 10.0,
        "none_start": -10,
        "none_temperature": 10.0,
        "jobs": [{"title": "Miller", "job": "miller", "adverts": 20}],
        "jobs_start": [0],
        "limits": {
            "least_cues": 1,
            "least_words": 5,
            "least_english": 0.05,
            "english": ["the", "and"],
            "least_advert": 1,
            "advert": ["you will"],
            "none": 0.5,
            "mixed": 0.2,
        },
        "boilerplate": {
            "words": ["equal opportunity"],
            "headings": ["benefits"],
            "other_headings": ["duties"],
        },
        "masks": {"last": ["baker"], "before": ["master"], "whole": ["bakers"]},
        "cues": [
            {
                "id": "kneading",
                "points": [20, -20],
                "none": -10,
                "jobs": [-5],
                "adverts": [30, 2, 1],
                "sources": 3,
            },
            {
                "id": "sell-bread",
                "words": "sell bread",
                "points": [-20, 20],
                "none": -10,
                "jobs": [-5],
                "adverts": [2, 30, 1],
                "sources": 3,
            },
        ],
    }


def bakery_terms() -> Json:
    """Return a few words for what an advert offers and asks."""
    return {
        "schema_version": 1,
        "needs": {
            "must": ["must"],
            "helpful": ["a plus"],
            "must_headings": ["requirements"],
            "helpful_headings": ["nice to have"],
            "apart": ["but"],
        },
        "pay": {
            "currencies": [{"code": "EUR", "signs": ["€", "eur"]}],
            "periods": [{"period": "year", "words": ["a year"]}],
            "bases": [{"basis": "gross", "words": ["gross"]}],
            "lakhs": ["lpa"],
            "about": ["salary"],
            "other": ["revenue"],
        },
        "years": {"numbers": ["one", "two"], "about": ["experience"], "other": ["history"]},
        "degrees": [{"level": "bachelor", "words": ["bachelor"], "short": ["BSc"]}],
        "equivalent": ["or equivalent"],
        "levels": [{"id": "senior", "title": ["senior"], "text": ["senior position"]}],
        "work_places": [{"where": "remote", "words": ["remote"], "unless": ["remote villages"]}],
        "contracts": [{"kind": "part-time", "words": ["part-time"]}],
        "places": ["location"],
        "languages": {
            "names": [{"code": "de", "words": ["german"]}],
            "before": ["fluent"],
            "after": ["language"],
        },
    }
