"""A kitchen: a small catalogue and questionnaire, with roles and questions of their own."""

import json
from pathlib import Path
from typing import Any

from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import RolesFile, SourcesFile

ROLES = ("baker", "cook", "waiter")
CLAIMS = ("book-1", "book-2", "book-3")
ASKED = 100
"""How many people of each role the measured half asked."""

Json = dict[str, Any]


def points(*values: float) -> dict[str, float]:
    """Return points by role."""
    return dict(zip(ROLES, values, strict=True))


def claimed(name: str, claim: str, *values: float) -> Json:
    """Return an answer whose points rest on a claim."""
    return {"id": name, "text": f"I like {name}", "points": points(*values), "claims": [claim]}


def counted(name: str, ticked: tuple[int, ...], *values: float) -> Json:
    """Return an answer whose points rest on how many of each role gave it."""
    counts = {
        role: {"asked": ASKED, "ticked": number} for role, number in zip(ROLES, ticked, strict=True)
    }
    return {"id": name, "text": f"I use {name}", "points": points(*values), "counts": counts}


def lean(clearly: float = 1.5, leans: float = 0.7) -> Json:
    """Return the limits of the words of a half that nothing measures."""
    chances = {"random_clearly": 0.04, "slip_clearly": 0.6, "people": 1000}
    return {"clearly": clearly, "leans": leans, **chances}


def moves(question: Json) -> Json:
    """Return what a question does to a lead, as its counts have it: one answer or several."""

    def move(held: str, ahead: str, behind: str) -> list[float]:
        base = question.get("base") or points(0, 0, 0)
        parts = [
            (each["counts"][held]["ticked"] / ASKED, each["points"][ahead] - each["points"][behind])
            for each in question["answers"]
        ]
        mean = sum(share * by for share, by in parts)
        if question.get("pick") == "several":
            spread = sum(share * (1 - share) * by * by for share, by in parts)
        else:
            spread = sum(share * by * by for share, by in parts) - mean * mean
        return [round(mean + base[ahead] - base[behind], 4), round(spread, 4)]

    return {
        held: {
            ahead: {behind: move(held, ahead, behind) for behind in ROLES if behind != ahead}
            for ahead in ROLES
        }
        for held in ROLES
    }


def kitchen(*roles: str) -> Catalogue:
    """Return a catalogue with these roles, three claims, and a dispute about the second claim."""
    files = catalogue_files(*roles)
    return Catalogue(
        Path("kitchen"),
        SourcesFile.model_validate_json(json.dumps(files["sources.json"])),
        RolesFile.model_validate_json(json.dumps(files["roles.json"])),
    )


def catalogue_files(*roles: str) -> dict[str, Json]:
    """Return the documents of ``kitchen`` by the names of their files."""
    sources = {
        "schema_version": 1,
        "sources": [
            {
                "id": "census",
                "title": "A census of kitchens",
                "author": "A. Counter",
                "publisher": "The guild",
                "published": None,
                "cite": "Counter",
                "kind": "a survey",
                "licence": "free",
                "caveats": ["It is short."],
            },
            {
                "id": "book",
                "title": "A book of kitchens",
                "author": "A. Cook",
                "publisher": "The guild",
                "published": None,
                "cite": "Cook",
                "kind": "a book",
                "sections": [{"id": "one", "title": "First part"}],
            },
        ],
        "claims": [
            {"id": claim, "source": "book", "section": "one", "kind": "focus", "text": claim}
            for claim in CLAIMS
        ],
        "disputes": [
            {
                "id": "salt",
                "about": "How much salt?",
                "sides": [{"says": "more", "claims": ["book-2"]}],
                "reading": "less",
                "reason": "taste",
            }
        ],
    }
    file = {
        "schema_version": 1,
        "title": "A kitchen",
        "skill_scale": ["no", "yes"],
        "roles": [
            {
                "id": role,
                "title": f"Master {role.title()}",
                "short_title": role.title(),
                "letter": role[0].upper(),
                "summary": {"id": f"{role}-summary", "text": role, "claims": ["book-1"]},
            }
            for role in roles
        ],
    }
    return {"sources.json": sources, "roles.json": file}


def questionnaire(document: Json) -> Questionnaire:
    """Return the questionnaire that ``document`` describes."""
    return Questionnaire.model_validate_json(json.dumps(document))


def one_half() -> Json:
    """Return a right questionnaire: two questions with one answer, one with several.

    Nothing measures its only half. Written anew each time, so that a test may spoil it.
    """
    return {
        "schema_version": 2,
        "id": "kitchen",
        "title": "A kitchen",
        "roles": list(ROLES),
        "undecided_ratio": 2,
        "halves": [
            {"id": "likes", "title": "What you like", "basis": "Guesswork.", "lean": lean()}
        ],
        "questions": [
            {
                "id": "heat",
                "half": "likes",
                "text": "How hot?",
                "why": "It matters.",
                "answers": [
                    claimed("oven", "book-1", 0.4, -0.2, -0.2),
                    claimed("flame", "book-1", -0.2, 0.4, -0.2),
                    claimed("shade", "book-2", -0.2, -0.2, 0.4),
                ],
            },
            {
                "id": "hours",
                "half": "likes",
                "text": "Which hours?",
                "why": "It matters.",
                "answers": [
                    claimed("morning", "book-3", 0.8, -0.4, -0.4),
                    claimed("evening", "book-2", -0.8, 0.4, 0.4),
                ],
            },
            {
                "id": "tools",
                "half": "likes",
                "text": "Which tools?",
                "why": "It matters.",
                "pick": "several",
                "answers": [
                    claimed("whisk", "book-1", 0.2, -0.2, 0),
                    claimed("pan", "book-1", -0.3, 0.6, -0.3),
                    claimed("tray", "book-2", 0, -0.6, 0.6),
                ],
            },
        ],
    }


def two_halves() -> Json:
    """Return ``one_half`` and a measured half after it, with a note before it.

    It stops early after two answers where the chance of another leader is at most a tenth: daily
    bread without gear is enough, daily bread with a knife is not.
    """
    document = one_half()
    document["halves"].append(
        {
            "id": "does",
            "title": "What you do",
            "basis": "Counted.",
            "note": "Leave it out if you are new.",
            "measured": {
                "source": "census",
                "people": dict.fromkeys(ROLES, ASKED),
                "balanced_accuracy": 0.6,
                "auc": 0.8,
                "log_loss": 0.9,
                "ece": 0.02,
                "mean_asked": 2.4,
                "same_leader": 0.98,
                "stop": {"least": 2, "risk": 0.1},
                "bands": [
                    {"low": 0.45, "high": 0.6, "people": 200, "right": 0.5},
                    {"low": 0.6, "high": 1, "people": 1100, "right": 0.75},
                ],
                "confusion": {
                    "baker": points(0.6, 0.2, 0.2),
                    "cook": points(0.3, 0.7, 0),
                    "waiter": points(0.1, 0.3, 0.6),
                },
            },
        }
    )
    document["questions"] += [
        {
            "id": "bread",
            "half": "does",
            "text": "How often bread?",
            "why": "It tells.",
            "survey": [{"question": "B1"}],
            "answers": [
                counted("daily", (60, 20, 10), 1, -0.4, -0.6),
                counted("seldom", (40, 80, 90), -0.43, 0.17, 0.26),
            ],
        },
        {
            "id": "gear",
            "half": "does",
            "text": "Which gear?",
            "why": "It tells.",
            "pick": "several",
            "base": points(0.2, -0.2, 0),
            "survey": [{"question": "B2"}],
            "answers": [
                counted("knife", (40, 80, 30), -0.2, 0.6, -0.4),
                counted("rack", (10, 10, 40), -0.5, -0.5, 1),
                {
                    **counted("nothing", (50, 10, 30), 0, 0, 0),
                    "alone": True,
                    "none": True,
                },
            ],
        },
        {
            "id": "shift",
            "half": "does",
            "text": "Which shift?",
            "why": "It tells.",
            "survey": [{"question": "B3"}],
            "answers": [
                counted("early", (90, 30, 30), 0.8, -0.4, -0.4),
                counted("late", (10, 70, 70), -0.8, 0.4, 0.4),
            ],
        },
    ]
    measured = document["halves"][1]["measured"]
    own = [each for each in document["questions"] if each["half"] == "does"]
    measured["stop"]["moves"] = {each["id"]: moves(each) for each in own}
    return document


BESIDE = ("butcher", "none-of-these")
"""The columns beside the roles of ``open_kitchen``; a guest is of other work."""


def open_kitchen() -> Json:
    """Return ``two_halves`` with columns beside the roles, and with "none of these" everywhere."""
    document = two_halves()
    for question in document["questions"][:3]:
        none = {"id": "none", "text": "None of these", "points": points(0, 0, 0), "none": True}
        question["answers"].append({**none, "alone": question.get("pick") == "several"})
    measured = document["halves"][1]["measured"]
    measured["beside"] = [
        {"id": "butcher", "title": "Butcher"},
        {"id": "none-of-these", "title": "none of these", "none": True},
    ]
    measured["people"].update(dict.fromkeys(BESIDE, ASKED))
    measured["beside_ratio"] = 1.5
    measured["wide"] = {"balanced_accuracy": 0.4, "auc": 0.7, "log_loss": 1.4, "ece": 0.03}
    roles = dict.fromkeys(ROLES, 0.2)
    measured["told"] = [
        {
            "title": "Baker",
            "people": ASKED,
            "role": "baker",
            "told": {**roles, "butcher": 0.1, "none-of-these": 0.1, "undecided": 0.2},
        },
        {
            "title": "Butcher",
            "people": ASKED,
            "role": "butcher",
            "told": {"butcher": 0.5, "none-of-these": 0.1, "undecided": 0.4},
        },
        {"title": "Painter", "people": 30, "role": None, "told": {"none-of-these": 1}},
    ]
    # What a butcher gains a guest loses, and both together give each answer as often as the roles.
    gives = {
        ("bread", "daily"): (50, 10, 0.7),
        ("bread", "seldom"): (50, 90, -0.3),
        ("gear", "knife"): (90, 10, 1.2),
        ("gear", "rack"): (20, 20, 0),
        ("gear", "nothing"): (10, 50, 0),
        ("shift", "early"): (60, 40, 0.2),
        ("shift", "late"): (40, 60, -0.2),
    }
    for question in document["questions"][3:]:
        if "base" in question:
            question["base"] |= {"butcher": -0.6, "none-of-these": 0.6}
        for answer in question["answers"]:
            butchers, guests, gain = gives[question["id"], answer["id"]]
            for column, ticked, given in zip(
                BESIDE, (butchers, guests), (gain, -gain), strict=True
            ):
                answer["counts"][column] = {"asked": ASKED, "ticked": ticked}
                answer["points"][column] = given
    return document


def open_kitchen_files() -> dict[str, Json]:
    """Return the documents of a catalogue with ``open_kitchen`` by the names of their files."""
    return {**catalogue_files(*ROLES), "questionnaire.json": open_kitchen()}
