"""Makes what stands in ``adverts.json`` of a card of points and of the word lists."""

from typing import Any

import numpy as np

from builders.adverts import wording
from builders.adverts.model import Card
from builders.adverts.reading import BOILERPLATE, MASKS, Adverts

SOURCE = "adverts-2025"
"""The id of the adverts in ``sources.json``."""

LEAST_CUES = 4
LEAST_WORDS = 15
LEAST_ENGLISH = 0.05
LEAST_ADVERT = 3
"""Limits that people set: below them a text says too little to be read."""

JOBS = {
    "data-analyst": ("Data Analyst", "data-analyst"),
    "data-engineer": ("Data Engineer", "data-engineer"),
    "software-engineer": ("Software Engineer", "software-engineer"),
    "product-manager": ("Product Manager", None),
    "other-business": ("Other work in a business", None),
}
"""What the labels of other jobs are called, and their ids in the catalogue."""


def document(adverts: Adverts, card: Card) -> dict[str, Any]:
    """Return the file."""
    return {
        "schema_version": 1,
        "source": SOURCE,
        "roles": list(adverts.roles),
        "start": _whole(card.roles_start),
        "temperature": card.temperature,
        "none_start": int(card.none_start),
        "none_temperature": card.none_temperature,
        "jobs": [
            {
                "title": JOBS[name][0],
                **({"job": JOBS[name][1]} if JOBS[name][1] else {}),
                "adverts": int((adverts.job == place).sum()),
            }
            for place, name in enumerate(adverts.jobs)
        ],
        "jobs_start": _whole(card.jobs_start),
        "limits": {
            "least_cues": LEAST_CUES,
            "least_words": LEAST_WORDS,
            "least_english": LEAST_ENGLISH,
            "english": list(wording.ENGLISH),
            "least_advert": LEAST_ADVERT,
            "advert": list(wording.ADVERT),
            "none": card.none_from,
            "mixed": card.mixed,
        },
        "boilerplate": BOILERPLATE.model_dump(mode="json"),
        "masks": MASKS.model_dump(mode="json"),
        "cues": [_cue(adverts, card, place) for place in range(len(card.columns))],
    }


def _cue(adverts: Adverts, card: Card, place: int) -> dict[str, Any]:
    """Return one cue: what it is, its points, and in how many adverts and sources it stands."""
    column = card.columns[place]
    name = adverts.cues[column]
    rows = adverts.counts[:, [column]].nonzero()[0]
    counts = np.bincount(adverts.role[rows], minlength=len(adverts.roles) + 1)
    words = {} if name.startswith("#") else {"words": name}
    return {
        "id": name.removeprefix("#") if not words else f"says-{_slug(name)}",
        **words,
        "points": _whole(card.roles[place]),
        "none": int(card.none[place]),
        "jobs": _whole(card.jobs[place]),
        "adverts": _whole(counts),
        "sources": len(set(adverts.source[rows])),
    }


def _slug(words: str) -> str:
    return words.replace("+", "plus").replace("#", "sharp").replace(" ", "-")


def _whole(values: np.ndarray) -> list[int]:
    return [int(value) for value in values]
