"""What leads to the skills of the bakery of ``tests.catalogues``, and what to learn them from."""

from typing import Any

Json = dict[str, Any]


def bakery_plan() -> Json:
    """Return sound learning paths for the bakery, made anew."""
    return {
        "schema_version": 1,
        "title": "How one learns to bake",
        "able": [
            {"title": "has seen it", "text": "Once."},
            {"title": "does it", "text": "Alone."},
            {"title": "teaches it", "text": "Others."},
        ],
        "wanted": {"by_level": [0, 1, 3], "unnamed": 2, "reason": "So the guild says."},
        "worth": {
            "by_level": [
                {"times": 1, "least": 0},
                {"times": 0.5, "least": 0.1},
                {"times": 2, "least": 0.2},
            ],
            "must": 1,
            "named": 0.5,
            "helpful": 0.25,
            "reason": "A guess.",
        },
        "hours_rest_on": "A guess of the miller.",
        "hours_per_week": 5,
        "cannot_know": ["how warm your hands are"],
        "framework": None,
        "ways": [],
        "skills": [
            {
                "skill": "kneading",
                "hours": [2, 10, 40],
                "after": [
                    {"skill": "counting", "reason": "Flour is weighed.", "claims": ["crumb-1"]}
                ],
                "can": "make dough that rises",
                "make": "A loaf.",
            },
            {
                "skill": "counting",
                "hours": [1, 3],
                "can": "count loaves",
                "make": "A list of what was sold.",
            },
        ],
    }


def bakery_resources() -> Json:
    """Return sound resources for the bakery, made anew."""

    def resource(key: str, *, free: bool, level: str, **more: Any) -> Json:
        return {
            "id": key,
            "title": f"The {key} of bread",
            "url": f"https://bread.example/{key}",
            "publisher": "The guild",
            "kind": "book",
            "cost": "free" if free else "10 loaves",
            "free": free,
            "licence": "link only",
            "language": "en",
            "level": level,
            "skills": ["kneading"],
            "seen_in": "guild/lists/README.md",
            "seen": "2026-01-01",
            **more,
        }

    return {
        "schema_version": 1,
        "title": "Books about bread",
        "chosen_by": "By the guild.",
        "open_by": "2099-01-01",
        "open_every_days": 3_000,
        "source": "crumb",
        "resources": [
            resource("dear", free=False, level="first"),
            resource("deep", free=True, level="deep"),
            resource("first", free=True, level="first", opened="2026-06-01", answer="200"),
            resource("further", free=True, level="further"),
            resource("last", free=True, level="further"),
        ],
    }
