"""Footnotes and dispute marks."""

from mlroles.render.document import Footnote, Footnotes, Phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import cite, role_name
from mlroles.roles.evidence import Count, Evidence
from mlroles.views.marks import DISPUTED, Marks


def test_screen_without_marks_has_no_footnotes(bakehouse: Catalogue) -> None:
    """Where nothing was marked, nothing is explained."""
    assert Marks(bakehouse).footnotes() == Footnotes((), "")


def test_sources_are_numbered_by_first_use(shipped: Catalogue) -> None:
    """The source that is cited first is 1, whatever its place in the file, and stays 1."""
    marks = Marks(shipped)
    assert marks.phrase(cite(shipped, "x", ["dev-1"])).notes == (1,)
    assert marks.footnotes().items == (Footnote(1, shipped.source["dev"].cite, "dev"),)
    assert marks.phrase(cite(shipped, "x", ["qwak-1"])).notes == (2,)
    assert marks.phrase(cite(shipped, "x", ["dev-1", "qwak-1"])).notes == (1, 2)
    assert [(each.number, each.address) for each in marks.footnotes().items] == [
        (1, "dev"),
        (2, "qwak"),
    ]


def test_names_in_dispute_stand_in_a_line_of_their_own(bakehouse: Catalogue) -> None:
    """A role's other names are told in a line; those that a dispute is about bear its mark."""
    agreed = cite(bakehouse, "Boulanger", ["crumb-1"])
    disputed = cite(bakehouse, "Early bird", ["crumb-2", "crumb-3"])
    marks = Marks(bakehouse)
    assert marks.aliases([]) == ()
    assert marks.aliases([agreed]) == (Phrase("Also called: Boulanger", muted=True),)
    assert marks.footnotes().disputed == ""
    assert marks.aliases([disputed, agreed, disputed]) == (
        Phrase("Also called: Boulanger", muted=True),
        Phrase(
            "Also called by some: Early bird, Early bird", muted=True, notes=(1,), disputed=True
        ),
    )
    assert marks.aliases([disputed])[0].disputed
    assert marks.footnotes().disputed == DISPUTED


def test_measured_figure_stands_with_what_it_rests_on(bakehouse: Catalogue) -> None:
    """A figure is told with its statistic, unit, population, year and counts, and its source."""
    evidence = Evidence(
        about="wages",
        title="Wages",
        role="baker",
        statistic="median",
        value=40_000,
        unit="EUR",
        low=30_000,
        high=50_000,
        spread="half of the bands",
        counts=(Count(1, "advert"), Count(1_200, "band")),
        population="France",
        year=2031,
        source="crumb",
    )
    marks = Marks(bakehouse)
    assert marks.measured(evidence) == Phrase(
        "median 40,000 EUR, half of the bands from 30,000 to 50,000; France, 2031; 1 advert, "
        "1,200 bands",
        notes=(1,),
    )
    assert marks.measured(evidence, brief=True).text == (
        "median 40,000 EUR; France, 2031; 1 advert, 1,200 bands"
    )
    assert marks.footnotes().items == (Footnote(1, "Miller, Crumb", "crumb"),)


def test_level_is_a_gauge_on_its_scale(bakehouse: Catalogue) -> None:
    """A level is drawn only where a scale is given."""
    marks = Marks(bakehouse)
    hot = cite(bakehouse, "Hot", ["crumb-1"], 2)
    assert marks.phrase(hot, scale=("a", "b", "c")).gauge == (2, 2)
    assert marks.phrase(hot).gauge is None
    assert marks.phrase(cite(bakehouse, "x", ["crumb-1"]), scale=("a", "b")).gauge is None


def test_disputed_statement_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """A statement in dispute is marked, unless its row is."""
    marks = Marks(bakehouse)
    rising = cite(bakehouse, "At three", ["crumb-2", "crumb-3"])
    assert marks.phrase(rising, row_disputed=True).disputed is False
    assert marks.footnotes().disputed == ""
    assert marks.phrase(rising).disputed is True
    assert marks.footnotes().disputed == DISPUTED


def test_disputed_row_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """The label of a row bears the mark of its disputes."""
    marks = Marks(bakehouse)
    assert marks.label("Heat", ()) == Phrase("Heat")
    assert marks.footnotes().disputed == ""
    assert marks.label("Rising", ("rising",)) == Phrase("Rising", disputed=True)
    assert marks.footnotes().disputed == DISPUTED


def test_role_has_its_place_as_colour(bakehouse: Catalogue) -> None:
    """A role's name bears its position, which chooses the colour on every screen."""
    seller = role_name(bakehouse.roles[1])
    assert Marks(bakehouse).role(seller) == Phrase("Seller", role=1, strong=True)
    assert Marks(bakehouse).role(seller, text="Only").text == "Only"
