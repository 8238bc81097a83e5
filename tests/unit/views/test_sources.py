"""Who says what."""

from dataclasses import replace

from mlroles.render.document import Fields, Group, Items, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.sources import claim_report, sources_report
from mlroles.views.sources import claim_view, view
from tests.unit.views.blocks import all_of, headings, one_of, suggested, words


def test_source_is_told_with_its_caveats(bakehouse: Catalogue) -> None:
    """A source says who, where, when (or that no date is given), and what to keep in mind."""
    document = view(sources_report(bakehouse), bakehouse)
    fields = {words(label): words(text) for label, text in one_of(document, Fields).items}
    assert fields["Published"] == "no date is given"
    assert fields["Licence"] == "free to share"
    assert fields["Claims"] == "5, in 1 dispute"
    assert one_of(document, Items).items == ("It is short.",)


def test_source_without_licence_and_caveats_has_no_such_lines(bakehouse: Catalogue) -> None:
    """What a source does not have is left out."""
    report = sources_report(bakehouse)
    (summary,) = report.sources
    source = summary.source.model_copy(update={"licence": None, "caveats": ()})
    document = view(replace(report, sources=(replace(summary, source=source),)), bakehouse)
    assert "Licence" not in {words(label) for label, _ in one_of(document, Fields).items}
    assert not all_of(document, Items)


def test_claims_stand_by_section_and_disputed_ones_are_marked(bakehouse: Catalogue) -> None:
    """Claims are listed under source and section; one in dispute is marked."""
    document = view(sources_report(bakehouse, claims=True), bakehouse)
    rows = one_of(document, Table).rows
    assert rows[:3] == (
        Group("Miller, Crumb: First page"),
        (Phrase("crumb-1"), "practice", "Bakers bake bread."),
        (Phrase("crumb-2", disputed=True), "practice", "Bakers rise at three."),
    )
    assert headings(document) == ["Sources", "5 claims"]


def test_section_without_claims_is_left_out(bakehouse: Catalogue) -> None:
    """Where there is no claim there is no table."""
    report = replace(sources_report(bakehouse, claims=True), claims=())
    document = view(report, bakehouse)
    assert headings(document) == ["Sources", "0 claims"]
    assert not all_of(document, Table)


def test_disputes_are_told_with_sides_and_reading(bakehouse: Catalogue) -> None:
    """A dispute says what each side says, our reading, and why."""
    document = view(sources_report(bakehouse, disputes=True), bakehouse)
    assert headings(document) == ["Sources", "rising: When do bakers rise?"]
    assert [(words(label), words(text)) for label, text in one_of(document, Fields).items] == [
        ("Side 1", "At three. (crumb-2)"),
        ("Side 2", "At noon. (crumb-3)"),
        ("Our reading", "At three."),
        ("Because", "Bread is there at six."),
    ]


def test_no_dispute_is_said(bakehouse: Catalogue) -> None:
    """Sources that agree are said to."""
    report = replace(sources_report(bakehouse, disputes=True), disputes=())
    document = view(report, bakehouse)
    assert one_of(document, Paragraph).text == "The sources do not contradict one another."


def test_claim_says_where_it_is_used(bakehouse: Catalogue) -> None:
    """Each use is a row with its place in words and in the file; the next claim is offered."""
    document = claim_view(claim_report(bakehouse, "crumb-2"), bakehouse)
    assert len(one_of(document, Table).rows) == 4
    assert one_of(document, Table).rows[1] == (
        "Baker: Rising",
        "At three",
        "roles.json $.roles[0].aspects[0]",
    )
    assert suggested(document)[:2] == ("mlroles evidence crumb-2", "mlroles sources crumb-3")


def test_claim_without_use_says_so_and_the_last_leads_to_the_first(bakehouse: Catalogue) -> None:
    """A claim that nothing cites is told as such."""
    document = claim_view(claim_report(bakehouse, "crumb-5"), bakehouse)
    assert [words(each.text) for each in all_of(document, Paragraph)] == [
        "The author owns a mill.",
        "No statement uses it.",
    ]
    assert suggested(document)[:2] == ("mlroles evidence crumb-5", "mlroles sources crumb-1")


def test_source_without_claims_counts_none(bakehouse: Catalogue) -> None:
    """A source that makes no claim, such as a data set, has no line that counts them."""
    report = sources_report(bakehouse)
    (summary,) = report.sources
    document = view(replace(report, sources=(replace(summary, claims=0),)), bakehouse)
    assert "Claims" not in {words(label) for label, _ in one_of(document, Fields).items}
    several = view(replace(report, sources=(replace(summary, disputes=2),)), bakehouse)
    fields = {words(label): words(text) for label, text in one_of(several, Fields).items}
    assert fields["Claims"] == "5, in 2 disputes"
