"""Pay data of the bakery of ``tests.catalogues``."""

import json
from typing import Any, cast

Pay = dict[str, Any]
"""The JSON document of a pay file."""


def cell(
    role: str,
    bands: int,
    *place: str | int | None,
    median: int = 40_000,
    sub_title: str | None = None,
) -> dict[str, Any]:
    """Return a cell at a place (country, year, level): two adverts to each distinct band."""
    country, year, experience = (*place, None, None, None)[:3]
    enough = bands >= 10
    spread = (-20_000, -10_000, 0, 10_000, 20_000)
    return {
        "role": role,
        "sub_title": sub_title,
        "country": country,
        "year": year,
        "experience": experience,
        "adverts": 2 * bands,
        "bands": bands,
        **{
            name: [median + shift + each for each in spread] if enough else None
            for name, shift in (("low", -5_000), ("mid", 0), ("high", 5_000))
        },
    }


def bakery_pay() -> Pay:
    """Return a sound pay file for the bakery, made anew."""
    return cast("Pay", json.loads(json.dumps(_PAY)))


def reading(mapping: str, repeats: bool, baker: int, seller: int | None) -> dict[str, Any]:
    """Return the medians of both roles at all levels under one mapping."""
    few = seller is None
    return {
        "experience": None,
        "mapping": mapping,
        "repeats": repeats,
        "medians": [
            {"role": "baker", "adverts": 40, "bands": 20, "median": baker},
            {"role": "bread-seller", "adverts": 24, "bands": 2 if few else 12, "median": seller},
        ],
    }


_MAIN = [
    cell("baker", 20, "FR", 2031),
    cell("bread-seller", 12, "FR", 2031, median=30_000),
]
_PAY: Pay = {
    "schema_version": 1,
    "title": "Wages in adverts",
    "source": "crumb",
    "currency": "EUR",
    "basis": "What bakeries write in the window.",
    "limits": "Not what they pay.",
    "method": ["Read on a walk."],
    "least_bands": 10,
    "percentiles": [10, 25, 50, 75, 90],
    "default_mapping": "usual",
    "mappings": [
        {"id": "usual", "title": "Usual", "text": "What people say."},
        {"id": "wide", "title": "Wide", "text": "And what some say."},
    ],
    "sub_titles": [
        {
            "id": "baker",
            "title": "Baker",
            "role": "baker",
            "titles": ["Baker", "Night Baker"],
            "reason": "The name.",
            "counts_as": {"usual": "baker", "wide": "baker"},
        },
        {
            "id": "bread-artist",
            "title": "Bread Artist",
            "role": "baker",
            "titles": ["Bread Artist"],
            "reason": "Some bake, some sell.",
            "counts_as": {"wide": "bread-seller"},
        },
        {
            "id": "seller",
            "title": "Seller",
            "role": "bread-seller",
            "titles": ["Seller"],
            "reason": "The name.",
            "counts_as": {"usual": "bread-seller", "wide": "bread-seller"},
        },
    ],
    "levels": [
        {"id": "new", "title": "New", "code": "N"},
        {"id": "old", "title": "Old hand", "code": "O"},
    ],
    "countries": [
        {"code": "FR", "name": "France", "aliases": ["L'Hexagone"]},
        {"code": "GB", "name": "United Kingdom", "aliases": ["UK"]},
        {"code": "US", "name": "United States", "aliases": ["USA"]},
    ],
    "main": {"country": "FR", "year": 2031},
    "rows": {
        "read": 200,
        "single": 10,
        "not_full_time": 20,
        "other_titles": 30,
        "repeats": 70,
        "used": 70,
    },
    "headlines": _MAIN,
    "cells": [
        *_MAIN,
        cell("baker", 60, median=45_000),
        cell("baker", 50, None, 2031, median=44_000),
        cell("baker", 12, "FR", 2031, "old", median=50_000),
        cell("baker", 8, "FR", 2031, "new"),
        cell("baker", 11, "FR", 2030, median=38_000),
        cell("baker", 1, "GB", 2031),
        cell("baker", 15, "FR", 2031, sub_title="baker"),
        cell("baker", 11, "FR", 2031, sub_title="bread-artist"),
        cell("bread-seller", 11, "FR", 2031, "old", median=41_000),
        cell("bread-seller", 1, "FR", 2031, "new"),
        cell("bread-seller", 12, "FR", 2031, sub_title="seller", median=30_000),
    ],
    "differences": [
        {
            "country": "FR",
            "year": 2031,
            "experience": "old",
            "roles": ["baker", "bread-seller"],
            "difference": 9_000,
            "low": -1_000,
            "high": 19_000,
        }
    ],
    "sensitivity": [
        reading("usual", False, 40_000, 30_000),
        reading("usual", True, 40_000, 40_000),
        reading("wide", False, 40_000, 50_000),
        reading("wide", True, 40_000, None),
    ],
}
