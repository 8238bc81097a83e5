"""Points and words by which the adverts of a bakery are read, and a finder of one word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mlroles.adverts.models import AdvertsFile

Json = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """Something named in a text."""

    id: str
    start: int
    negated: bool = False


@dataclass(frozen=True)
class SmallFinder:
    """Finds one word, as the skill that it stands for."""

    word: str = "rye"
    id: str = "rye-bread"

    def find(self, text: str) -> Sequence[Known]:
        """Return where the word stands; “no” before it negates it."""
        found, at = [], text.find(self.word)
        while at >= 0:
            found.append(Known(self.id, at, text[:at].endswith("no ")))
            at = text.find(self.word, at + 1)
        return found


def bakery_adverts() -> dict[str, Any]:
    """Return the file as it stands in JSON."""
    return {
        "schema_version": 1,
        "source": "handbook",
        "roles": ["baker", "seller"],
        "start": [0, 0],
        "temperature": 10.0,
        "none_start": -10,
        "none_temperature": 10.0,
        "jobs": [
            {"title": "Accountant", "adverts": 3},
            {"title": "Miller", "job": "baker", "adverts": 4},
        ],
        "jobs_start": [1, 0],
        "limits": {
            "least_cues": 2,
            "least_words": 4,
            "least_english": 0.1,
            "english": ["the", "and", "you", "to"],
            "least_advert": 2,
            "advert": ["you will", "apply", "our team"],
            "none": 0.8,
            "mixed": 0.2,
        },
        "boilerplate": {
            "words": ["equal opportunity", "dental", "paid time off"],
            "headings": ["benefits", "about us"],
            "other_headings": ["your work"],
        },
        "masks": {"last": ["baker"], "before": ["master"], "whole": ["bread bakers", "bakers"]},
        "cues": [
            _cue("rye-bread", None, [20, -20], 0, [0, 0]),
            _cue("says-oven", "oven", [30, 0], -10, [0, 0]),
            _cue("says-till", "till", [0, 30], -10, [0, 0]),
            _cue("says-sell-cake", "sell cake", [-5, 15], 0, [0, 0]),
            _cue("says-tax", "tax", [0, 0], 60, [5, 0]),
            _cue("says-mill", "mill", [0, 0], 60, [0, 9]),
            _cue("says-clean", "clean", [5, 5], 0, [0, 0]),
        ],
    }


def adverts_file(**changes: object) -> AdvertsFile:
    """Return the file, some of its parts changed."""
    return AdvertsFile.model_validate({**bakery_adverts(), **changes}, strict=False)


def _cue(
    name: str, words: str | None, points: list[int], none: int, jobs: list[int]
) -> dict[str, Any]:
    return {
        "id": name,
        **({"words": words} if words else {}),
        "points": points,
        "none": none,
        "jobs": jobs,
        "adverts": [1, 2, 3],
        "sources": 2,
    }


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


def whole_bakery_adverts() -> Json:
    """Return points for the bakery's two trades and for one job that is neither."""
    return {
        "schema_version": 1,
        "source": "crumb",
        "roles": ["baker", "bread-seller"],
        "start": [0, 0],
        "temperature": 10.0,
        "none_start": -10,
        "none_temperature": 10.0,
        "jobs": [{"title": "Miller", "job": None, "adverts": 20}],
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
