"""Evidence about the bakery of ``tests.catalogues``."""

import json
from typing import Any

from tests.catalogues import bakery

Evidence = dict[str, Any]
"""The JSON document of an evidence file."""


def bakery_evidence() -> Evidence:
    """Return a sound evidence file for the bakery, made anew: one finding a claim."""
    files = bakery()
    sources, roles = files["sources.json"], files["roles.json"]
    first, second = (role["id"] for role in roles["roles"][:2])
    skills = [skill["id"] for skill in roles["skills"]]
    claims = [claim["id"] for claim in sources["claims"]]
    cells = [
        {"group": first, "count": 80, "base": 100},
        {"group": second, "count": 20, "base": 100},
        {"group": "night-shift", "count": 5, "base": 10},
    ]
    found = {
        "schema_version": 1,
        "title": "What bakers say",
        "rules": {
            "common_people": {"share": 0.5, "reason": "Half."},
            "common_adverts": {"share": 0.25, "reason": "A quarter."},
            "rare": {"share": 0.1, "reason": "A tenth."},
            "least_base": 30,
            "least_base_reason": "Fewer say little.",
        },
        "datasets": [
            {
                "id": "census",
                "source": sources["sources"][0]["id"],
                "title": "A census",
                "file": "census.csv",
                "sha256": "0" * 64,
                "basis": "people",
                "population": "All who bake",
                "date": "2021-09",
                "year": 2021,
                "review_by": "2027-01-01",
            }
        ],
        "groups": [
            {"id": first, "title": "the first", "role": first},
            {"id": second, "title": "the second", "role": second},
            {"id": "night-shift", "title": "the first at night", "role": first, "within": first},
        ],
        "measures": [
            {
                "id": "kneading",
                "dataset": "census",
                "title": "knead by hand",
                "question": "Do you knead by hand?",
                "columns": ["Q1"],
                "skill": skills[0],
                "aspects": [roles["aspects"][0]["id"]],
                "cells": cells,
                "readings": [{"title": "in towns", "cells": cells[:1]}],
            },
            {
                "id": "age",
                "dataset": "census",
                "title": "are young",
                "question": "How old are you?",
                "columns": ["Q2"],
                "cells": cells[:1],
            },
        ],
        "quantities": [
            {
                "id": "loaves",
                "dataset": "census",
                "title": "loaves",
                "unit": "loaves",
                "columns": ["Q3"],
                "aspects": [roles["aspects"][0]["id"]],
                "values": [{"of": "all", "value": 3.0}],
            }
        ],
        "findings": [
            {
                "claim": claims[0],
                "verdict": "supported",
                "strength": "strong",
                "text": "80 % do.",
                "mark": "80 % do",
                "measures": ["kneading", "loaves"],
                "tests": [
                    {"measure": "kneading", "group": first, "says": "most"},
                    {"measure": "kneading", "group": first, "says": "above", "than": second},
                ],
            },
            *(
                {"claim": claim, "verdict": "silent", "strength": "none", "text": "Nobody asked."}
                for claim in claims[1:]
            ),
        ],
        "disputes": [
            {
                "dispute": sources["disputes"][0]["id"],
                "effect": "settled",
                "text": "By count.",
                "measures": ["kneading"],
            }
        ],
    }
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]
