"""The matrix of skills."""

from mlroles.render.document import Fields, Group, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.skills import skill_matrix
from mlroles.views.skills import view
from tests.measured import BAKERY_SHARES, finding, quoting
from tests.unit.views.blocks import all_of, headings, one_of


def test_cell_is_the_word_for_the_level(bakehouse: Catalogue) -> None:
    """A cell has a gauge and the scale's word for it; where none is named, it says so."""
    table = one_of(view(skill_matrix(bakehouse, bakehouse.roles), bakehouse), Table)
    assert table.rows[:2] == (
        Group("Craft"),
        (
            Phrase("Kneading"),
            (Phrase("much", gauge=(2, 2), notes=(1,)),),
            Phrase("not named", muted=True),
        ),
    )


def test_figure_stands_beside_the_level_or_alone(bakehouse: Catalogue) -> None:
    """The share of people stands with the level that is named; where none is, it stands alone."""
    catalogue = quoting(bakehouse, *BAKERY_SHARES)
    table = one_of(view(skill_matrix(catalogue, catalogue.roles), catalogue), Table)
    assert table.rows[1] == (
        Phrase("Kneading"),
        (Phrase("much", gauge=(2, 2), notes=(1,)), "80 %"),
        ("5 %",),
    )


def test_nothing_found_is_said(bakehouse: Catalogue) -> None:
    """An empty matrix is a sentence."""
    document = view(skill_matrix(bakehouse, bakehouse.roles, search="zzz"), bakehouse)
    assert one_of(document, Paragraph).text == "No skill fits what was asked for."
    assert not all_of(document, Table)


def test_what_figures_say_is_opened_up(bakehouse: Catalogue) -> None:
    """With evidence the screen ends with what figures say of the claims that it cites."""
    catalogue = quoting(bakehouse, findings=(finding("crumb-1", "partly", "80 % do"),))
    result = skill_matrix(catalogue, catalogue.roles)
    assert "What the figures say" not in headings(view(result, catalogue))
    opened = view(result, catalogue, evidence=True)
    assert headings(opened)[-1] == "What the figures say"
    assert all_of(opened, Fields)[-1].items == (
        (Phrase("crumb-1, partly supported"), "What figures say."),
    )
