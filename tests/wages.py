"""What the made-up country of the bakery pays."""

from typing import Any

Json = dict[str, Any]


def bakery_wages() -> Json:
    """Return a wages file that uses every part of the format."""
    return {
        "schema_version": 1,
        "title": "Wages in Breadland",
        "source": "crumb",
        "edition": "May 2030",
        "year": 2030,
        "country": "Breadland",
        "date": "2030-09",
        "review_by": "2031-12-31",
        "credit": "The office.",
        "currency": "EUR",
        "basis": "Wages paid.",
        "limits": "Without bread.",
        "top_code": 90000,
        "occupations": [
            {
                "soc": "51-3011",
                "title": "Bakers",
                "text": "Those who bake.",
                "roles": [
                    {"role": "baker", "place": "nearest", "reason": "It bakes."},
                    {"role": "miller", "place": "also", "reason": "Some mill."},
                ],
            },
            {
                "soc": "41-2031",
                "title": "Sellers",
                "text": "Those who sell.",
                "roles": [
                    {"role": "baker", "place": "also", "reason": "Some sell."},
                    {"role": "bread-seller", "place": "also", "reason": "Some sell bread."},
                ],
            },
            {"soc": "11-1011", "title": "Heads", "text": "Those who lead."},
        ],
        "no_code": [{"role": "bread-seller", "text": "No code of its own."}],
        "industries": [
            {"id": "food", "code": "31", "title": "Food"},
            {"id": "bread", "code": "311", "title": "Bread makers", "within": "food"},
        ],
        "states": [
            {"id": "ri", "code": "0100000", "title": "Rise"},
            {"id": "fa", "code": "0200000", "title": "Fall"},
            {"id": "fl", "code": "0300000", "title": "Flat"},
        ],
        "projections": {
            "source": "crumb",
            "edition": "2030",
            "date": "2030",
            "review_by": "2031-12-31",
            "credit": "The office.",
            "first": 2030,
            "last": 2040,
            "limits": "If all goes on.",
            "outlooks": [outlook("51-3011"), outlook("41-2031", exact=True)],
        },
        "cells": [
            cell("51-3011", [10000, 20000, 30000, 40000, 50000], employees=700),
            cell("41-2031", [11000, 21000, 31000, 41000, 51000], employees=800),
            cell("11-1011", [50000, 60000, 70000, 80000, 90000], at_least=[90]),
            cell("51-3011", [12000, 22000, 32000, 42000, 52000], industry="food", employees=300),
            cell("51-3011", [13000, 23000, 33000, 43000, 53000], state="ri", employees=100),
            cell("51-3011", [None] * 5, state="fa", employees=200, mean=None),
            cell("51-3011", [14000, 24000, 34000, 44000, 90000], state="fl", at_least=[90]),
        ],
    }


def cell(
    soc: str,
    amounts: list[int] | list[None],
    *,
    industry: str | None = None,
    state: str | None = None,
    employees: int | None = None,
    mean: int | None = 30000,
    at_least: list[int] | None = None,
) -> Json:
    """Return a cell of the file; without ``employees`` their number is not released."""
    return {
        "soc": soc,
        "industry": industry,
        "state": state,
        "employees": employees,
        "error": None if employees is None else 1.5,
        "mean": mean,
        "amounts": amounts,
        "at_least": at_least or [],
    }


def outlook(soc: str, *, exact: bool = False) -> Json:
    """Return what is projected for an occupation; its education is known where ``exact``."""
    return {
        "soc": soc,
        "employment": 1000,
        "projected": 900,
        "change": -10.0,
        "openings": 50,
        "entry": "None",
        "education": [
            {"level": "School", "percent": 60.0},
            {"level": "More school", "percent": 40.0},
        ]
        if exact
        else [],
        "education_exact": exact,
    }
