"""Where each claim is used."""

from mlroles.roles.backlinks import Backlink, backlinks
from mlroles.roles.catalogue import Catalogue


def test_claims_know_what_cites_them(bakehouse: Catalogue) -> None:
    """Each claim has the places that cite it in the order of the files; an uncited one has none."""
    found = backlinks(bakehouse)
    assert found["crumb-3"] == (
        Backlink("sources.json", "$.disputes[0]", "dispute", "rising: When do bakers rise?"),
        Backlink("roles.json", "$.roles[0].aspects[0]", "Baker: Rising", "At three"),
        Backlink(
            "roles.json", "$.roles[0].choose_if[0]", "Baker: choose it if", "you like the night"
        ),
    )
    assert "crumb-5" not in found


BACKLINKED_TEXTS = {
    "$.disputes[0]": ("dispute", "rising: When do bakers rise?"),
    "$.stages[0]": ("stage Dough", "Dough is made."),
    "$.stages[1]": ("stage Shop", "Bread is sold."),
    "$.stages[2]": ("stage Oven", "Bread is baked."),
    "$.roles[0].summary": ("Baker: summary", "Bakes bread."),
    "$.roles[0].aliases[0]": ("Baker: alias", "Boulanger"),
    "$.roles[0].aspects[0]": ("Baker: Rising", "At three"),
    "$.roles[0].aspects[1]": ("Baker: Heat", "Hot"),
    "$.roles[0].aspects[2]": ("Baker: Wage", "Little"),
    "$.roles[0].responsibilities[0]": ("Baker: responsibility", "Mix the dough"),
    "$.roles[0].responsibilities[1]": ("Baker: responsibility", "Every loaf"),
    "$.roles[0].skills[0]": ("Baker: skill", "By hand"),
    "$.roles[0].skills[1]": ("Baker: skill", "Counting"),
    "$.roles[0].does_not[0]": ("Baker: does not do", "Sells bread."),
    "$.roles[0].choose_if[0]": ("Baker: choose it if", "you like the night"),
    "$.roles[0].think_twice_if[0]": ("Baker: think twice if", "you like to sleep"),
    "$.overlap[0]": ("overlap", "Both work with bread."),
    "$.team_sizes[0]": ("team sizes", "A small bakery is one person."),
}


def test_every_part_that_cites_is_a_use(bakehouse: Catalogue) -> None:
    """Every kind of statement is told as a use, with the text that stands there."""
    uses = {use.path: use for found in backlinks(bakehouse).values() for use in found}
    assert {
        path: (use.place, use.text) for path, use in uses.items() if "roles[1]" not in path
    } == BACKLINKED_TEXTS
