"""Roles side by side."""

from dataclasses import replace

from mlroles.render.document import Fields, Footnotes, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import compare
from mlroles.views.compare import view
from mlroles.views.marks import LEVELS, SILENCE
from tests.measured import BAKERY_SHARES, finding, quoting
from tests.unit.views.blocks import all_of, headings, suggested, words


def test_row_has_a_cell_per_role(bakehouse: Catalogue) -> None:
    """A row is its title and a cell for each role, "not named" where nothing is said."""
    table = all_of(view(compare(bakehouse, bakehouse.roles), bakehouse), Table)[0]
    rising, heat, _ = table.rows
    assert isinstance(rising, tuple)
    assert isinstance(heat, tuple)
    assert rising == (
        Phrase("Rising", disputed=True),
        Phrase("At three", notes=(1,)),
        Phrase("not named", muted=True),
    )
    assert heat[1] == Phrase("Hot", gauge=(2, 2), notes=(1,))


def test_pair_has_parts_of_its_own(bakehouse: Catalogue) -> None:
    """Two roles are also told apart by skills and responsibilities."""
    assert headings(view(compare(bakehouse, bakehouse.roles), bakehouse)) == [
        "Baker · Seller",
        "Skills",
        "Responsibilities",
        "From Baker to Seller",
    ]


def parts(catalogue: Catalogue) -> list[list[tuple[str, str]]]:
    """Return the lists below the table: what stands before each line, and the line."""
    document = view(compare(catalogue, catalogue.roles), catalogue)
    return [
        [(words(label), words(text)) for label, text in block.items]
        for block in all_of(document, Fields)
    ]


def test_what_nobody_says_is_called_not_known(bakehouse: Catalogue) -> None:
    """Without figures no skill is of one role alone, and none is to be learnt."""
    assert parts(bakehouse) == [
        [("Both", "Counting")],
        [
            ("Both", "Taste bread"),
            ("Named for Baker", "Mix the dough"),
            ("Named for Seller", "Sell bread"),
        ],
        [("Raise", "Counting"), ("Not known", "Greeting")],
    ]


def test_figures_stand_with_what_follows_from_them(bakehouse: Catalogue) -> None:
    """What is to be learnt says how many use it in either role."""
    skills, _, way = parts(quoting(bakehouse, *BAKERY_SHARES))
    assert skills == [("Both", "Counting"), ("Only Baker", "Kneading")]
    assert way == [("Raise", "Counting"), ("Learn", "Greeting (20 → 90 %)")]


def test_measured_row_says_where_nothing_is_measured(bakehouse: Catalogue) -> None:
    """A figure stands below the aspects; a role of which none is known has the words for it."""
    nights = replace(
        BAKERY_SHARES[0], skill=None, title="Work at night", statistic="median", value=6, unit="h"
    )
    catalogue = quoting(bakehouse, nights)
    document = view(compare(catalogue, catalogue.roles), catalogue)
    title, baker, seller = all_of(document, Table)[0].rows[-1]  # type: ignore[misc]
    assert (title, words(seller)) == ("Work at night", "not measured")
    assert words(baker) == "median 6 h; France, 2031; 100 persons"


def test_marks_of_the_screen_are_explained(bakehouse: Catalogue) -> None:
    """The legend names the gauge and what "not named" means, where they were used."""
    document = view(compare(bakehouse, bakehouse.roles), bakehouse)
    (footnotes,) = all_of(document, Footnotes)
    assert {LEVELS, SILENCE} <= set(footnotes.legend)
    pay = view(compare(bakehouse, bakehouse.roles, ["pay"]), bakehouse)
    assert all_of(pay, Footnotes)[0].legend == ()


def test_nothing_to_compare_is_said(bakehouse: Catalogue) -> None:
    """Where no row is left, a sentence says so."""
    document = view(compare(bakehouse, bakehouse.roles[:1], only_differences=True), bakehouse)
    assert [words(each.text) for each in all_of(document, Paragraph)] == [
        "In the rows asked for, the sources name no difference."
    ]
    assert not all_of(document, Table)


def test_next_steps_fit_the_number_of_roles(bakehouse: Catalogue, shipped: Catalogue) -> None:
    """After one role all, after several a pair, after a pair a closer look."""
    one = view(compare(bakehouse, bakehouse.roles[:1]), bakehouse)
    two = view(compare(bakehouse, bakehouse.roles), bakehouse)
    three = view(compare(shipped, shipped.core), shipped)
    assert suggested(one) == ("mlroles show baker", "mlroles compare")
    assert suggested(two)[0] == "mlroles plan bread-seller --from baker"
    assert suggested(three)[1] == "mlroles compare data-scientist ml-researcher"


def test_what_figures_say_is_opened_up(bakehouse: Catalogue) -> None:
    """With evidence the screen ends with what figures say of the claims that it cites."""
    catalogue = quoting(bakehouse, findings=(finding("crumb-1", "partly", "80 % do"),))
    result = compare(catalogue, catalogue.roles)
    assert "What the figures say" not in headings(view(result, catalogue))
    opened = view(result, catalogue, evidence=True)
    assert headings(opened)[-1] == "What the figures say"
    assert all_of(opened, Fields)[-1].items == (
        (Phrase("crumb-1, partly supported"), "What figures say."),
    )
