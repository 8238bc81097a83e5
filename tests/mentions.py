"""Words by which the skills of the bakery of ``tests.catalogues`` are found."""

import json
from typing import Any

from mlroles.mentions.models import MentionsFile


def baking_words() -> dict[str, Any]:
    """Return a sound file of the bakery's words, made anew."""
    return {
        "schema_version": 1,
        "near": 20,
        "categories": [{"id": "manners", "title": "Manners"}],
        "skills": [
            {"id": "kneading", "aliases": ["kneading", "knead dough", "dough work"]},
            {"id": "counting", "aliases": ["counting", "=TILL", "=Cash Desk", "~c"]},
        ],
        "further": [
            {
                "id": "sweeping",
                "title": "Sweeping",
                "category": "manners",
                "aliases": ["sweeping", "broom", "work"],
            },
            {"id": "cakes", "title": "Cakes", "category": "craft", "aliases": ["~cake", "=Cake"]},
        ],
        "cues": [{"id": "cue-early", "shows": "rises early", "phrases": ["before dawn", "early"]}],
        "hidden": ["early bird", "broom closet"],
        "negation": {
            "before": ["no", "do not need"],
            "between": ["experience", "with", "is"],
            "after": ["not required"],
            "unless": ["but"],
            "joins": ["or", "and"],
        },
    }


def mentions_file(document: dict[str, Any] | None = None) -> MentionsFile:
    """Return a document as the file that is read from it."""
    return MentionsFile.model_validate_json(json.dumps(document or baking_words()))
