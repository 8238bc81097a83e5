"""Advice for who hires in the bakery of ``tests.catalogues``, and ways to ask for it."""

import json
from typing import Any

from mlroles.hire.models import HireFile

Json = dict[str, Any]


def bakery_hire() -> Json:
    """Return sound advice for the bakery, made anew."""
    return {
        "schema_version": 1,
        "title": "Whom a bakery hires",
        "rests_on": "Nobody counted it.",
        "not_for": "choosing between bakers",
        "questions": [
            {
                "id": "goal",
                "of": "choice",
                "title": "Goal",
                "text": "What do you want?",
                "why": "It decides.",
                "answers": [
                    {"id": "bread", "text": "Bread", "when": "you want bread"},
                    {"id": "cake", "text": "Cake", "when": "you want cake"},
                ],
            },
            {
                "id": "heads",
                "of": "size",
                "title": "Heads",
                "text": "How many are you?",
                "why": "Few do everything.",
                "answers": [
                    {"id": "few", "text": "1 to 4", "when": "you are few", "least": 1},
                    {"id": "some", "text": "5 or more", "when": "you are some", "least": 5},
                ],
            },
            {
                "id": "there",
                "of": "jobs",
                "title": "There",
                "text": "Who is there?",
                "why": "They are there.",
            },
            {
                "id": "done",
                "of": "stages",
                "title": "Done",
                "text": "What is done?",
                "why": "It is done.",
            },
            {
                "id": "light",
                "of": "choice",
                "title": "Light",
                "text": "Is it night?",
                "why": "Bakers rise early.",
                "answers": [
                    {"id": "night", "text": "Yes", "when": "it is night"},
                    {"id": "day", "text": "No", "when": "it is day"},
                ],
            },
        ],
        "advice": [
            {
                "id": "a-baker",
                "title": "hire a baker",
                "job": "baker",
                "text": "Bakes bread.",
                "claims": ["crumb-1"],
            },
            {"id": "a-miller", "title": "find a miller", "text": "Grinds."},
            {"id": "nobody", "title": "hire nobody", "text": "Sleep."},
        ],
        "rules": [
            {
                "id": "at-night",
                "when": [{"question": "light", "any": ["night"]}],
                "advice": "nobody",
                "why": "Nobody is awake.",
                "open": ["The oven."],
            },
            {
                "id": "no-dough",
                "when": [{"question": "done", "any": ["shop"], "none": ["dough", "oven"]}],
                "advice": "a-miller",
                "why": "There is no flour.",
            },
            {
                "id": "bread",
                "when": [
                    {"question": "goal", "any": ["bread"]},
                    {"question": "there", "none": ["baker"]},
                ],
                "advice": "a-baker",
                "why": "Bakers bake bread.",
                "claims": ["crumb-1"],
                "open": ["Who sells it."],
                "then": [
                    {"advice": "a-miller", "when": "once flour is dear", "claims": ["crumb-4"]},
                    {"advice": "nobody", "when": "once you are tired"},
                ],
                "disputes": ["rising"],
            },
            {
                "id": "baker-there",
                "when": [
                    {"question": "there", "any": ["baker"]},
                    {"question": "heads", "any": ["few", "some"]},
                ],
                "advice": "nobody",
                "why": "A baker is there.",
            },
            {"id": "rest", "when": [], "advice": "nobody", "why": "Nothing decides."},
        ],
        "handovers": [
            {
                "to": "shop",
                "text": "Bread goes to the shop.",
                "settle": "Who carries it.",
                "claims": ["crumb-4"],
            }
        ],
        "headings": {"job": ["job", "work"], "count": ["how many"]},
    }


def hire_file(**changes: Any) -> HireFile:
    """Return the advice of the bakery with other parts."""
    return HireFile.model_validate_json(json.dumps({**bakery_hire(), **changes}))
