"""Footnotes and dispute marks."""

from mlroles.render.document import Fields, Footnote, Footnotes, Heading, Phrase
from mlroles.render.phrases import phrases
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import cite, role_name
from mlroles.roles.evidence import Count, Evidence
from mlroles.roles.skill_use import SkillUse
from mlroles.roles.skills import SkillCell
from mlroles.views.marks import CONTRADICTED, DISPUTED, LEVELS, SHARES, SILENCE, Marks
from tests.measured import BAKERY_SHARES, finding, quoting, share


def test_screen_without_marks_has_no_footnotes(bakehouse: Catalogue) -> None:
    """Where nothing was marked, nothing is explained."""
    assert Marks(bakehouse).footnotes() == Footnotes((), ())


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
    assert marks.footnotes().legend == ()
    assert marks.aliases([disputed, agreed, disputed]) == (
        Phrase("Also called: Boulanger", muted=True),
        Phrase(
            "Also called by some: Early bird, Early bird", muted=True, notes=(1,), disputed=True
        ),
    )
    assert marks.aliases([disputed])[0].disputed
    assert marks.footnotes().legend == (DISPUTED,)


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
    assert marks.footnotes().legend == (LEVELS,)


def test_gauge_is_explained_only_where_one_is_drawn(bakehouse: Catalogue) -> None:
    """A text without a level needs no legend; a level without a claim has one."""
    marks = Marks(bakehouse)
    marks.phrase(cite(bakehouse, "Hot", ["crumb-1"], 2))
    assert marks.footnotes().legend == ()
    assert marks.level("leads", 2, 2) == Phrase("leads", gauge=(2, 2))
    assert marks.footnotes().legend == (LEVELS,)


def test_silence_is_words_and_explained(bakehouse: Catalogue) -> None:
    """What nobody says is not a dash: the words say it, and the legend that it is no "no"."""
    marks = Marks(bakehouse)
    assert marks.not_named() == Phrase("not named", muted=True)
    assert marks.footnotes().legend == (SILENCE,)
    assert "does not mean no" in SILENCE.meaning


def test_signs_are_explained_in_one_order(bakehouse: Catalogue) -> None:
    """Whatever is used first, the legend has one order."""
    marks = Marks(bakehouse)
    marks.label("Rising", ("rising",))
    marks.not_named()
    marks.level("leads", 2, 2)
    assert marks.footnotes().legend == (LEVELS, SILENCE, DISPUTED)


def test_contradicted_statement_bears_the_figure_and_a_mark(bakehouse: Catalogue) -> None:
    """The figure that decides stands after the words; where it contradicts, a mark says so."""
    catalogue = quoting(
        bakehouse,
        findings=(
            finding("crumb-1", "supported", "80 % do"),
            finding("crumb-2", "contradicted", "9 % do"),
            finding("crumb-3", "contradicted"),
        ),
    )
    marks = Marks(catalogue)
    supported = marks.phrase(cite(catalogue, "Bakes", ["crumb-1"]), figure=True)
    assert (supported.text, supported.contradicted) == ("Bakes · 80 % do", False)
    assert marks.footnotes().legend == ()
    both = marks.phrase(cite(catalogue, "Rises", ["crumb-1", "crumb-2"]), text="early", figure=True)
    assert (both.text, both.contradicted) == ("early · 9 % do", True)
    silent = marks.phrase(cite(catalogue, "Sleeps", ["crumb-3"]), figure=True)
    assert (silent.text, silent.contradicted) == ("Sleeps", True)
    assert marks.footnotes().legend == (CONTRADICTED,)


def test_figure_stands_only_where_it_is_asked_for(bakehouse: Catalogue) -> None:
    """In running text a statement stands without its figure; that figures contradict it is told."""
    catalogue = quoting(bakehouse, findings=(finding("crumb-1", "contradicted", "9 % do"),))
    said = Marks(catalogue).phrase(cite(catalogue, "Bakes", ["crumb-1"]))
    assert (said.text, said.contradicted) == ("Bakes", True)


def test_findings_of_what_was_cited_are_opened_up(bakehouse: Catalogue) -> None:
    """Each claim cited of which figures say something is told once, contradictions first."""
    catalogue = quoting(
        bakehouse,
        findings=(
            finding("crumb-1", "supported", "80 % do"),
            finding("crumb-2", "contradicted", "9 % do"),
            finding("crumb-3", "silent"),
            finding("crumb-4", "partly"),
            finding("crumb-5", "mixed"),
        ),
    )
    marks = Marks(catalogue)
    assert marks.findings() == []
    for claims in (["crumb-1", "crumb-3"], ["crumb-4", "crumb-1"], ["crumb-2"]):
        marks.phrase(cite(catalogue, "x", claims))
    heading, fields = marks.findings()
    assert heading == Heading("What the figures say", level=2)
    assert isinstance(fields, Fields)
    assert [(label, text) for label, text in fields.items] == [
        (Phrase("crumb-2, contradicted"), "What figures say."),
        (Phrase("crumb-4, partly supported"), "What figures say."),
        (Phrase("crumb-1, supported"), "What figures say."),
    ]


def test_way_between_two_shares_is_explained(bakehouse: Catalogue) -> None:
    """Two shares behind a skill's name need the legend of shares; no figure needs none."""
    here, there = (SkillUse(None, (each,)) for each in BAKERY_SHARES[2:])
    marks = Marks(bakehouse)
    nothing = SkillUse(None, ())
    assert (marks.way(nothing, nothing), marks.footnotes().legend) == ("", ())
    assert marks.way(here, there) == " (20 → 90 %)"
    assert marks.footnotes().legend == (SHARES,)


SCALE = ("none", "some", "much")


def test_skill_is_its_level_its_share_or_not_named(bakehouse: Catalogue) -> None:
    """A cell says the level a source names, the first share measured, both, or neither."""
    named = cite(bakehouse, "By hand", ["crumb-1"], 2)
    shares = (BAKERY_SHARES[0], share("baker", "kneading", 0.3, "common", "ads"))
    level = Phrase("much", gauge=(2, 2), notes=(1,))
    marks = Marks(bakehouse)
    assert marks.skill(None, SCALE) == marks.not_named()
    assert marks.skill(SkillCell(named, SkillUse(2, ())), SCALE) == (level,)
    assert marks.footnotes().legend == (LEVELS, SILENCE)
    assert marks.skill(SkillCell(None, SkillUse(None, shares)), SCALE) == ("80 %",)
    assert marks.footnotes().legend == (LEVELS, SHARES, SILENCE)
    assert marks.skill(SkillCell(named, SkillUse(2, shares)), SCALE) == (level, "80 %")


def test_words_of_the_source_follow_the_level_beside_a_title(bakehouse: Catalogue) -> None:
    """Where the skill has its title beside it, what is said in particular is told, once."""
    named = SkillCell(cite(bakehouse, "By hand", ["crumb-1"], 2), SkillUse(2, ()))
    (said,) = phrases(Marks(bakehouse).skill(named, SCALE, "Kneading"))
    assert said.text == "much: By hand"
    (same,) = phrases(Marks(bakehouse).skill(named, SCALE, "By hand"))
    assert same.text == "much"


def test_skill_has_the_mark_of_its_dispute_where_its_row_has_none(bakehouse: Catalogue) -> None:
    """In a matrix the row is marked, in a profile the cell; what figures contradict, in both.

    The share of people stands beside it, so that the claim's own figure is left out.
    """
    catalogue = quoting(bakehouse, findings=(finding("crumb-2", "contradicted", "9 %"),))
    cited = cite(catalogue, "Kneading", ["crumb-2", "crumb-3"], 1)
    cell = SkillCell(cited, SkillUse(1, ()))
    marks = Marks(catalogue)
    (in_matrix,) = phrases(marks.skill(cell, SCALE))
    (in_profile,) = phrases(marks.skill(cell, SCALE, "Kneading"))
    assert (in_matrix.disputed, in_profile.disputed) == (False, True)
    assert in_profile.text == "some"
    assert in_matrix.contradicted
    assert in_profile.contradicted


def test_disputed_statement_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """A statement in dispute is marked, unless its row is."""
    marks = Marks(bakehouse)
    rising = cite(bakehouse, "At three", ["crumb-2", "crumb-3"])
    assert marks.phrase(rising, row_disputed=True).disputed is False
    assert marks.footnotes().legend == ()
    assert marks.phrase(rising).disputed is True
    assert marks.footnotes().legend == (DISPUTED,)


def test_disputed_row_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """The label of a row bears the mark of its disputes."""
    marks = Marks(bakehouse)
    assert marks.label("Heat", ()) == Phrase("Heat")
    assert marks.footnotes().legend == ()
    assert marks.label("Rising", ("rising",)) == Phrase("Rising", disputed=True)
    assert marks.footnotes().legend == (DISPUTED,)


def test_role_has_its_place_as_colour(bakehouse: Catalogue) -> None:
    """A role's name bears its position, which chooses the colour on every screen."""
    seller = role_name(bakehouse.roles[1])
    assert Marks(bakehouse).role(seller) == Phrase("Seller", role=1, strong=True)
    assert Marks(bakehouse).role(seller, text="Only").text == "Only"
