"""The screen of how much the order of the roles depends on titles and repeats."""

from dataclasses import replace

from mlroles.pay.models import PayFile
from mlroles.pay.sensitivity import rank
from mlroles.render.document import Fields, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.views.pay_sensitivity import view
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested


def test_sensitivity_answers_first(bakehouse: Catalogue, wages: PayFile) -> None:
    """The first sentence says whether the order holds; then each pair, then the medians."""
    document = view(rank(wages, bakehouse.roles), bakehouse, full=True)
    assert "does not hold throughout" in paragraphs(document)
    verdicts = all_of(document, Fields)[0].items
    assert verdicts == (
        ("All levels of experience", ("Baker above Seller, 1 of 3: varies",)),
        ("New", ("Baker and Seller: too few bands",)),
        ("Old hand", ("Baker and Seller: too few bands",)),
    )
    table = one_of(document, Table)
    assert table.headers == ("Mapping", "Each band once", "With repeats")
    baker, seller = Phrase("", role=0, strong=True), Phrase("", role=1, strong=True)
    assert table.rows[1] == (
        "Wide",
        (
            replace(seller, text="Seller 50 (12 bands)"),
            replace(baker, text="Baker 40 (20 bands)"),
        ),
        (
            replace(baker, text="Baker 40 (40 adverts)"),
            replace(seller, text="Seller too few (24 adverts)"),
        ),
    )
    assert suggested(document)[0] == "mlroles pay --sensitivity --experience old"


def test_sensitivity_that_holds(bakehouse: Catalogue, wages: PayFile) -> None:
    """Where the same role is higher in every reading, the screen says so."""
    kept = wages.model_copy(update={"sensitivity": wages.sensitivity[2:3]})
    result = rank(kept, bakehouse.roles, "all")
    document = view(result, bakehouse)
    assert "The order of the roles holds" in paragraphs(document)
    ((_, said),) = all_of(document, Fields)[0].items
    assert said == ("Seller above Baker, 1 of 1: holds",)
    assert suggested(document) == (
        "mlroles pay --sensitivity --level all --full",
        "mlroles pay --by title",
    )
    partly = view(rank(kept, bakehouse.roles), bakehouse)
    assert "does not hold throughout" in paragraphs(partly)


def test_sensitivity_of_one_role(bakehouse: Catalogue, wages: PayFile) -> None:
    """One role has no order, which the screen says."""
    result = rank(wages, bakehouse.roles[:1])
    document = view(result, bakehouse)
    assert "Two roles with enough distinct bands are needed" in paragraphs(document)
    assert "How often each order was found" not in headings(document)


def test_the_first_screen_is_short(bakehouse: Catalogue, wages: PayFile) -> None:
    """First stand the answer and each pair; every reading comes by asking."""
    short = view(rank(wages, bakehouse.roles), bakehouse)
    assert headings(short)[1:] == ["How often each order was found"]
    assert suggested(short)[0] == "mlroles pay --sensitivity --full"
    named = view(rank(wages, bakehouse.roles[::-1], "old"), bakehouse)
    assert suggested(named)[0] == (
        "mlroles pay bread-seller baker --sensitivity --level old --full"
    )


def test_what_a_word_was_taken_for(bakehouse: Catalogue, wages: PayFile) -> None:
    """A word that stands for a level of the adverts is said beside that level."""
    result = replace(rank(wages, bakehouse.roles, "old"), asked="lead")
    title = "Who is offered more? France, 2031, level Old hand (taken for “lead”)"
    assert headings(view(result, bakehouse))[0] == title
