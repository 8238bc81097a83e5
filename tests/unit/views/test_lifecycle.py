"""Who is there at each stage."""

from dataclasses import replace

from mlroles.render.document import Fields, Footnotes, Items, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.lifecycle import lifecycle
from mlroles.views.lifecycle import view
from mlroles.views.marks import LEVELS, SILENCE
from tests.measured import finding, quoting
from tests.unit.views.blocks import all_of, headings, one_of, words


def test_presence_is_a_word_and_a_gauge(bakehouse: Catalogue) -> None:
    """Leading and helping are told apart in words, not by a sign alone; silence is no level."""
    table = one_of(view(lifecycle(bakehouse, bakehouse.roles), bakehouse), Table)
    assert table.rows[0] == (
        Phrase("Dough", notes=(1,)),
        Phrase("leads", gauge=(2, 2)),
        Phrase("not named", muted=True),
    )
    assert table.rows[1][2] == Phrase("helps", gauge=(1, 2))  # type: ignore[index]


def test_marks_of_the_table_are_explained(bakehouse: Catalogue) -> None:
    """A legend says what the gauge means, and that what is not named is no “no”."""
    result = lifecycle(bakehouse, bakehouse.roles)
    footnotes = one_of(view(result, bakehouse), Footnotes)
    assert footnotes.legend == (LEVELS, SILENCE)
    none = replace(result, stages=())
    assert one_of(view(none, bakehouse), Footnotes).legend == ()


def test_gaps_are_named_as_gaps(bakehouse: Catalogue) -> None:
    """A stage with a gap says it, and one that nobody leads says that."""
    document = view(lifecycle(bakehouse, bakehouse.roles), bakehouse)
    assert [(words(label), words(text)) for label, text in one_of(document, Fields).items] == [
        ("Shop", "Nobody says who sweeps."),
        ("Oven", "No role leads this stage in the sources."),
    ]
    assert one_of(document, Items).items == ("Taste bread",)


def test_lifecycle_without_gaps_has_no_such_part(bakehouse: Catalogue) -> None:
    """Where every stage is led and nothing stands outside, only the table is left."""
    result = lifecycle(bakehouse, bakehouse.roles)
    result = replace(result, stages=result.stages[:1], outside=())
    assert headings(view(result, bakehouse)) == ["The life of a project, stage by stage"]


def test_catalogue_without_stages_says_so(bakehouse: Catalogue) -> None:
    """No stage is a sentence and not an empty table."""
    document = view(replace(lifecycle(bakehouse, bakehouse.roles), stages=()), bakehouse)
    assert not all_of(document, Table)
    assert one_of(document, Paragraph).text == "This catalogue names no stage."


def test_what_figures_say_is_opened_up(bakehouse: Catalogue) -> None:
    """With evidence the screen ends with what figures say of the claims that it cites."""
    catalogue = quoting(bakehouse, findings=(finding("crumb-1", "partly", "80 % do"),))
    result = lifecycle(catalogue, catalogue.roles)
    assert "What the figures say" not in headings(view(result, catalogue))
    opened = view(result, catalogue, evidence=True)
    assert headings(opened)[-1] == "What the figures say"
    assert all_of(opened, Fields)[-1].items == (
        (Phrase("crumb-1, partly supported"), "What figures say."),
    )
