"""Catalogues of other fields than the shipped one: a bakery, and whatever hypothesis draws."""

import json
import random
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

Files = dict[str, dict[str, Any]]
"""The JSON documents of a catalogue by file name."""


def write(directory: Path, files: Files) -> Path:
    """Write a catalogue into ``directory``, made where it is missing, and return it."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, document in files.items():
        (directory / name).write_text(json.dumps(document), encoding="utf-8")
    return directory


def statement(key: str, text: str, *claims: str) -> dict[str, Any]:
    """Return a statement that carries an id."""
    return {"id": key, "text": text, "claims": list(claims)}


def bakery() -> Files:
    """Return a small sound catalogue that uses every part of the format."""
    return {"sources.json": _bakery_sources(), "roles.json": _bakery_roles()}


def _bakery_sources() -> dict[str, Any]:
    texts = {
        "crumb-1": "Bakers bake bread.",
        "crumb-2": "Bakers rise at three.",
        "crumb-3": "Bakers sleep until noon.",
        "crumb-4": "Sellers sell bread.",
        "crumb-5": "The author owns a mill.",
    }
    return {
        "schema_version": 1,
        "sources": [
            {
                "id": "crumb",
                "title": "On bread",
                "author": "A. Miller",
                "publisher": "Crumb and Crust",
                "published": None,
                "cite": "Miller, Crumb",
                "kind": "a leaflet",
                "licence": "free to share",
                "caveats": ["It is short."],
                "sections": [{"id": "first", "title": "First page"}],
            }
        ],
        "claims": [
            {
                "id": key,
                "source": "crumb",
                "section": "first",
                "kind": "provenance" if key == "crumb-5" else "practice",
                "text": text,
            }
            for key, text in texts.items()
        ],
        "disputes": [
            {
                "id": "rising",
                "about": "When do bakers rise?",
                "sides": [
                    {"says": "At three.", "claims": ["crumb-2"]},
                    {"says": "At noon.", "claims": ["crumb-3"]},
                ],
                "reading": "At three.",
                "reason": "Bread is there at six.",
            }
        ],
    }


def _bakery_roles() -> dict[str, Any]:
    return {
        "schema_version": 1,
        "title": "Work in a bakery",
        "stages": [
            {"id": "dough", "title": "Dough", "text": "Dough is made.", "claims": ["crumb-1"]},
            {
                "id": "shop",
                "title": "Shop",
                "text": "Bread is sold.",
                "claims": ["crumb-4"],
                "gap": "Nobody says who sweeps.",
            },
            {"id": "oven", "title": "Oven", "text": "Bread is baked.", "claims": ["crumb-1"]},
        ],
        "aspects": [
            {"id": "rising", "title": "Rising", "question": "When do I rise?"},
            {
                "id": "heat",
                "title": "Heat",
                "question": "How hot is it?",
                "scale": ["cool", "warm", "hot"],
            },
            {"id": "pay", "title": "Wage", "question": "What does it pay?"},
        ],
        "categories": [{"id": "craft", "title": "Craft"}, {"id": "trade", "title": "Trade"}],
        "skill_scale": ["none", "some", "much"],
        "skills": [
            {"id": "kneading", "title": "Kneading", "category": "craft", "aliases": ["pounding"]},
            {"id": "counting", "title": "Counting", "category": "trade"},
            {"id": "greeting", "title": "Greeting", "category": "trade"},
        ],
        "responsibilities": [
            {"id": "mix", "title": "Mix the dough", "stage": "dough"},
            {"id": "sell", "title": "Sell bread", "stage": "shop"},
            {"id": "taste", "title": "Taste bread", "stage": None},
        ],
        "roles": [_baker(), _seller()],
        "overlap": [statement("both-work", "Both work with bread.", "crumb-1", "crumb-4")],
        "team_sizes": [statement("alone", "A small bakery is one person.", "crumb-1")],
    }


def _baker() -> dict[str, Any]:
    return {
        "id": "baker",
        "title": "Master Baker",
        "short_title": "Baker",
        "letter": "B",
        "summary": statement("baker-summary", "Bakes bread.", "crumb-1"),
        "aliases": [{"name": "Boulanger", "claims": ["crumb-1"]}, {"name": "Dough person"}],
        "aspects": [
            {"aspect": "rising", "text": "At three", "claims": ["crumb-2", "crumb-3"]},
            {"aspect": "heat", "text": "Hot", "level": 2, "claims": ["crumb-1"]},
            {
                "aspect": "pay",
                "text": "Little",
                "figure": {
                    "amount": 20,
                    "currency": "EUR",
                    "basis": "a day",
                    "region": "here",
                    "reported_by": "A. Miller",
                },
                "claims": ["crumb-1"],
            },
        ],
        "responsibilities": [
            {"responsibility": "mix", "part": "leads", "claims": ["crumb-1"]},
            {
                "responsibility": "taste",
                "part": "helps",
                "text": "Every loaf",
                "claims": ["crumb-1"],
            },
        ],
        "does_not": [statement("baker-not", "Sells bread.", "crumb-4")],
        "skills": [
            {"skill": "kneading", "level": 2, "text": "By hand", "claims": ["crumb-1"]},
            {"skill": "counting", "level": 1, "claims": ["crumb-1"]},
        ],
        "choose_if": [statement("baker-yes", "you like the night", "crumb-2", "crumb-3")],
        "think_twice_if": [statement("baker-no", "you like to sleep", "crumb-2")],
    }


def _seller() -> dict[str, Any]:
    return {
        "id": "bread-seller",
        "title": "Bread Seller",
        "short_title": "Seller",
        "letter": "S",
        "summary": statement("seller-summary", "Sells bread.", "crumb-4"),
        "aspects": [
            {"aspect": "heat", "text": "Cool", "level": 0, "claims": ["crumb-4"]},
            {"aspect": "pay", "text": "little", "claims": ["crumb-4"]},
        ],
        "responsibilities": [
            {"responsibility": "sell", "part": "helps", "claims": ["crumb-4"]},
            {"responsibility": "taste", "part": "helps", "claims": ["crumb-4"]},
        ],
        "skills": [
            {"skill": "counting", "level": 2, "claims": ["crumb-4"]},
            {"skill": "greeting", "level": 1, "claims": ["crumb-4"]},
        ],
    }


def bare(count: int = 1) -> Files:
    """Return ``count`` roles about which next to nothing is said."""
    files = bakery()
    files["sources.json"]["disputes"] = []
    files["roles.json"] = {
        "schema_version": 1,
        "title": "Bare",
        "skill_scale": ["no", "yes"],
        "roles": [
            {
                "id": f"job-{number}",
                "title": f"Job {number}",
                "short_title": f"J {number}",
                "letter": str(number),
                "summary": statement(f"job-{number}-summary", f"Work {number}.", "crumb-1"),
            }
            for number in range(count)
        ],
    }
    return files


HOSTILE = (
    "[bold]loud[/bold]",
    "[/]",
    "[link=https://example.org]here[/link]",
    ":smile:",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07text",
    "\x9b2Jgone",
    "\x00nul\x7fdel",
    "back\bspace\r\nover",
    "\u202eright to left\u202c",
    "zero\u200bwidth\ufeff",
    "x" * 321,
    "Donau" * 30,
    "| a | pipe |",
    "`code` and ```fence```",
    "<script>alert(1)</script> &amp; &#27;",
    "# heading",
    "1. first",
    "back\\slash\\",
    "$HOME $(reboot)",
    "日本語の長い文章がここにあります",
    "e\u0301te\u0301 nai\u0308ve",
    "👩‍💻 at work",
    "ends - + = here",
    "≠ ¹ ² ●●○",
    "two\nlines\u2028three\ttabs",
)
"""Texts that could do harm, or be lost, on their way to a screen."""

seeds = st.integers(0, 10**6)
"""Each stands for a catalogue: ``drawn(seed)``."""


class _Draw(random.Random):
    """Chance, with what a catalogue is made of."""

    def word(self) -> str:
        return "".join(self.choices("abcdefgh", k=self.randint(1, 9)))

    def text(self) -> str:
        """Return a few words, some of which are hostile."""
        count = self.randint(1, 4)
        return " ".join(self.choice((self.word(), self.choice(HOSTILE))) for _ in range(count))

    def some(self, things: list[str]) -> list[str]:
        return self.sample(things, self.randint(0, len(things)))

    def scale(self) -> list[str]:
        return [self.text() for _ in range(self.randint(2, 4))]

    def times(self) -> range:
        return range(self.randint(0, 3))


def drawn(seed: int) -> Files:
    """Return the sound catalogue of this seed: from a bare role to ten with everything."""
    draw = _Draw(seed)
    claims = [f"claim-{number}" for number in range(draw.randint(1, 4))]
    numbers = iter(range(10**6))

    def cited() -> list[str]:
        return draw.sample(claims, draw.randint(1, len(claims)))

    def cite() -> dict[str, Any]:
        return {"text": draw.text(), "claims": cited()}

    def statements() -> list[dict[str, Any]]:
        return [{"id": f"statement-{next(numbers)}", **cite()} for _ in draw.times()]

    def named(kind: str) -> list[dict[str, Any]]:
        return [{"id": f"{kind}-{number}", "title": draw.text()} for number in draw.times()]

    stages = [
        {**each, **cite(), "gap": draw.choice((None, draw.text()))} for each in named("stage")
    ]
    aspects = [
        {**each, "question": draw.text(), "scale": draw.choice((None, draw.scale()))}
        for each in named("aspect")
    ]
    categories = named("category")
    skills = [
        {**each, "category": draw.choice(categories)["id"], "aliases": [draw.text()]}
        for each in (named("skill") if categories else [])
    ]
    places = [None, *(each["id"] for each in stages)]
    duties = [{**each, "stage": draw.choice(places)} for each in named("duty")]
    skill_scale = draw.scale()

    def level(aspect: str) -> int | None:
        scale = next(each["scale"] for each in aspects if each["id"] == aspect)
        return draw.randrange(len(scale)) if scale else None

    def role(number: int) -> dict[str, Any]:
        return {
            "id": f"role-{number}",
            "title": f"{draw.text()} t{number}",
            "short_title": f"{draw.word()} s{number}",
            "letter": f"r{number}",
            "summary": {"id": f"summary-{number}", **cite()},
            "aliases": [{"name": draw.text()} for _ in draw.times()],
            "aspects": [
                {"aspect": key, "level": level(key), **cite()}
                for key in draw.some([each["id"] for each in aspects])
            ],
            "responsibilities": [
                {"responsibility": key, "part": draw.choice(("leads", "helps")), **cite()}
                for key in draw.some([each["id"] for each in duties])
            ],
            "does_not": statements(),
            "skills": [
                {"skill": key, "level": draw.randrange(1, len(skill_scale)), **cite()}
                for key in draw.some([each["id"] for each in skills])
            ],
            "choose_if": statements(),
            "think_twice_if": statements(),
        }

    roles: dict[str, Any] = {
        "schema_version": 1,
        "title": draw.text(),
        "stages": stages,
        "aspects": aspects,
        "categories": categories,
        "skill_scale": skill_scale,
        "skills": skills,
        "responsibilities": duties,
        "roles": [role(number) for number in range(draw.choice((1, 2, 3, 10)))],
        "overlap": statements(),
        "team_sizes": statements(),
    }
    sources = _drawn_sources(draw, claims)
    ids = [each["id"] for each in roles["roles"]]
    beside = [
        {
            "id": f"job-{number}",
            "title": draw.text(),
            "aliases": [{"name": draw.text()} for _ in draw.times()],
            "what": draw.choice((None, {"id": f"what-{number}", **cite()})),
            "nearest": [{"role": key, **cite()} for key in draw.some(ids)],
            "notes": statements(),
        }
        for number in range(draw.randint(1, 4))
    ]
    neighbours = {"schema_version": 1, "neighbours": beside}
    return {"sources.json": sources, "roles.json": roles, "neighbours.json": neighbours}


def _drawn_sources(draw: _Draw, claims: list[str]) -> dict[str, Any]:
    sources = [
        {
            "id": f"source-{number}",
            "title": draw.text(),
            "author": draw.text(),
            "publisher": draw.text(),
            "published": draw.choice((None, "2022", "2022-06-09")),
            "cite": draw.text(),
            "kind": draw.text(),
            "caveats": [draw.text() for _ in draw.times()],
            "sections": [{"id": "part", "title": draw.text()}],
        }
        for number in range(draw.randint(1, 3))
    ]

    def side() -> dict[str, Any]:
        return {"says": draw.text(), "claims": draw.sample(claims, 1)}

    return {
        "schema_version": 1,
        "sources": sources,
        "claims": [
            {
                "id": claim,
                "source": draw.choice(sources)["id"],
                "section": "part",
                "kind": "opinion",
                "text": draw.text(),
            }
            for claim in claims
        ],
        "disputes": [
            {
                "id": f"dispute-{number}",
                "about": draw.text(),
                "sides": [side() for _ in range(draw.randint(1, 2))],
                "reading": draw.text(),
                "reason": draw.text(),
            }
            for number in draw.times()
        ],
    }
