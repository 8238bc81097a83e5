"""Who does what."""

from mlroles.render.document import Footnotes, Group, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.responsibilities import responsibility_matrix
from mlroles.views.marks import SILENCE
from mlroles.views.responsibilities import view
from tests.unit.views.blocks import all_of, one_of


def test_cell_says_the_part_and_what_exactly(bakehouse: Catalogue) -> None:
    """A cell says the part, and the wording where it is more than the title."""
    table = one_of(view(responsibility_matrix(bakehouse, bakehouse.roles), bakehouse), Table)
    assert table.rows[:2] == (
        Group("Dough"),
        (Phrase("Mix the dough"), Phrase("leads", notes=(1,)), Phrase("not named", muted=True)),
    )
    assert table.rows[-2:] == (
        Group("Outside the lifecycle"),
        (
            Phrase("Taste bread"),
            Phrase("helps: Every loaf", notes=(1,)),
            Phrase("helps", notes=(1,)),
        ),
    )


def test_silence_is_explained(bakehouse: Catalogue) -> None:
    """The legend says what "not named" means, where a cell says it."""
    both = view(responsibility_matrix(bakehouse, bakehouse.roles), bakehouse)
    assert one_of(both, Footnotes).legend == (SILENCE,)
    one = view(responsibility_matrix(bakehouse, bakehouse.roles[:1]), bakehouse)
    assert one_of(one, Footnotes).legend == ()


def test_nothing_found_is_said(bakehouse: Catalogue) -> None:
    """An empty matrix is a sentence."""
    document = view(responsibility_matrix(bakehouse, bakehouse.roles, search="zzz"), bakehouse)
    assert one_of(document, Paragraph).text == "No responsibility fits what was asked for."
    assert not all_of(document, Table)
