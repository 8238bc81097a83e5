"""How two made-up guilds divide the roles of the bakery."""

from typing import Any

Json = dict[str, Any]


def bakery_frameworks() -> Json:
    """Return a frameworks file that uses every part of the format; one role is not the bakery's."""
    return {
        "schema_version": 1,
        "title": "How guilds divide the bakery",
        "roles": [
            {"id": "baker", "title": "Master Baker"},
            {"id": "bread-seller", "title": "Bread Seller"},
            {"id": "miller", "title": "Miller"},
        ],
        "levels": [
            {"id": "young", "title": "Young", "text": "Learns.", "aliases": ["apprentice"]},
            {"id": "grown", "title": "Grown", "text": "Works.", "experience": "old"},
            {"id": "wise", "title": "Wise", "text": "Teaches."},
            {"id": "retired", "title": "Retired", "text": "Rests."},
        ],
        "frameworks": [_guild(), _census()],
    }


def cover(role: str, fit: str) -> Json:
    """Return how a box covers a role."""
    return {"role": role, "fit": fit, "reason": f"It holds the {role}."}


def second_ladder(document: Json) -> None:
    """Give the baker a second ladder, in a box that is only part of the role."""
    document["frameworks"][0]["boxes"][1]["rungs"] = [
        {"id": "stoker", "title": "Stoker", "level": "young", "text": "Feeds the fire."}
    ]


def _guild() -> Json:
    return {
        "id": "guild",
        "title": "The guild of bakers",
        "short_title": "Guild",
        "kind": "framework",
        "source": "crumb",
        "edition": "copy of 2030",
        "date": "2030-01",
        "review_by": "2031-12-31",
        "credit": "By courtesy of the guild.",
        "about": "It knows those who bake.",
        "limits": ["It forgets the sellers."],
        "steps": [{"id": "seen", "title": "Seen"}, {"id": "done", "title": "Done"}],
        "boxes": [
            {
                "id": "bakers",
                "title": "Bakers",
                "text": "Those who bake.",
                "covers": [cover("baker", "exactly")],
                "facts": [{"label": "Hats", "value": "white"}],
                "rungs": [
                    {
                        "id": "young-baker",
                        "title": "Young baker",
                        "level": "young",
                        "text": "Looks on.",
                        "duties": ["sweep the floor"],
                        "skills": [{"skill": "kneading", "step": "seen"}],
                    },
                    {
                        "id": "wise-baker",
                        "title": "Wise baker",
                        "level": "wise",
                        "text": "Bakes.",
                        "skills": [
                            {"skill": "kneading", "step": "done"},
                            {"skill": "tasting", "step": "done"},
                        ],
                    },
                ],
            },
            {
                "id": "oven-keepers",
                "title": "Oven keepers",
                "text": "Those who heat.",
                "covers": [cover("baker", "partly")],
                "facts": [{"label": "Hats", "value": "black"}],
            },
            {"id": "guests", "title": "Guests", "text": "Those who eat."},
        ],
        "no_box": [
            {"role": "bread-seller", "text": "None; the market has them."},
            {"role": "miller", "text": "None."},
        ],
        "skills": [
            {
                "id": "kneading",
                "title": "Kneading",
                "text": "About dough.",
                "steps": [
                    {"step": "seen", "can": ["tell dough from stone"]},
                    {"step": "done", "can": ["knead", "fold"]},
                ],
            },
            {"id": "tasting", "title": "Tasting"},
        ],
    }


def _census() -> Json:
    return {
        "id": "census",
        "title": "The census of trades",
        "short_title": "Town census",
        "kind": "statistics",
        "source": "crumb",
        "edition": "2029",
        "date": "2029",
        "review_by": "2030-06-30",
        "credit": "The town.",
        "about": "It counts heads.",
        "boxes": [
            {
                "id": "trades",
                "code": "7",
                "uri": "https://town.example/7",
                "title": "Food trades",
                "text": "All who make or sell food.",
                "covers": [cover("bread-seller", "mixed"), cover("miller", "mixed")],
                "facts": [{"label": "Heads", "value": "12"}],
            },
            {
                "id": "hands",
                "code": "8",
                "title": "Hands",
                "text": "All who work by hand.",
                "covers": [cover("baker", "partly"), cover("bread-seller", "partly")],
                "facts": [{"label": "Heads", "value": "5"}],
            },
        ],
        "no_box": [],
    }
