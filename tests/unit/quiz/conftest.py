"""A small catalogue and questionnaire, with roles and questions of their own."""

import json
from pathlib import Path

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import RolesFile, SourcesFile

ROLES = ("baker", "cook", "waiter")
CLAIMS = ("book-1", "book-2", "book-3")


def _points(*values: float) -> dict[str, float]:
    return dict(zip(ROLES, values, strict=True))


def _answer(name: str, claim: str, *values: float) -> dict[str, object]:
    return {"id": name, "text": f"I like {name}", "points": _points(*values), "claims": [claim]}


@pytest.fixture
def catalogue() -> Catalogue:
    """Return three roles, three claims, and a dispute about the second claim."""
    sources = {
        "schema_version": 1,
        "sources": [],
        "claims": [
            {"id": claim, "source": "book", "section": "one", "kind": "focus", "text": claim}
            for claim in CLAIMS
        ],
        "disputes": [
            {
                "id": "salt",
                "about": "salt",
                "sides": [{"says": "more", "claims": ["book-2"]}],
                "reading": "less",
                "reason": "taste",
            }
        ],
    }
    roles = {
        "schema_version": 1,
        "title": "A kitchen",
        "skill_scale": ["no", "yes"],
        "roles": [
            {
                "id": role,
                "title": role.title(),
                "short_title": role.title(),
                "letter": role[0].upper(),
                "summary": {"id": f"{role}-summary", "text": role, "claims": ["book-1"]},
            }
            for role in ROLES
        ],
    }
    return Catalogue(
        Path("kitchen"),
        SourcesFile.model_validate_json(json.dumps(sources)),
        RolesFile.model_validate_json(json.dumps(roles)),
    )


@pytest.fixture
def document() -> dict[str, object]:
    """Return a right questionnaire as JSON data: two questions with one answer, one with several.

    Written anew for each test, which may spoil it.
    """
    return {
        "schema_version": 1,
        "id": "kitchen",
        "title": "A kitchen",
        "basis": "Guesswork.",
        "undecided_ratio": 2,
        "questions": [
            {
                "id": "heat",
                "text": "How hot?",
                "why": "It matters.",
                "answers": [
                    _answer("oven", "book-1", 0.4, -0.2, -0.2),
                    _answer("flame", "book-1", -0.2, 0.4, -0.2),
                    _answer("shade", "book-2", -0.2, -0.2, 0.4),
                ],
            },
            {
                "id": "hours",
                "text": "Which hours?",
                "why": "It matters.",
                "answers": [
                    _answer("morning", "book-3", 0.8, -0.4, -0.4),
                    _answer("evening", "book-2", -0.8, 0.4, 0.4),
                ],
            },
            {
                "id": "tools",
                "text": "Which tools?",
                "why": "It matters.",
                "pick": "several",
                "answers": [
                    _answer("whisk", "book-1", 0.2, -0.2, 0),
                    _answer("pan", "book-1", -0.3, 0.6, -0.3),
                    _answer("tray", "book-2", 0, -0.6, 0.6),
                ],
            },
        ],
    }


@pytest.fixture
def questionnaire(document: dict[str, object]) -> Questionnaire:
    """Return the questionnaire that ``document`` describes."""
    return Questionnaire.model_validate_json(json.dumps(document))
