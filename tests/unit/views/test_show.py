"""One role whole."""

from mlroles.render.document import Fields, Group, Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.profile import profile
from mlroles.views.show import view
from tests.measured import finding, quoting, share
from tests.unit.views.blocks import all_of, headings, items, one_of, suggested, words


def test_parts_come_in_the_order_of_reading(bakehouse: Catalogue) -> None:
    """A whole profile reads from what the job is to where it is known from."""
    assert headings(view(profile(bakehouse, bakehouse.roles[0]), bakehouse)) == [
        "Master Baker",
        "Facts",
        "Responsibilities by stage",
        "What it does not do",
        "Skills",
        "Choose it if",
        "Think twice if",
        "Sources",
    ]


def test_parts_of_which_nothing_is_said_have_no_heading(bakehouse: Catalogue) -> None:
    """An empty part, or one that was not asked for, is left out."""
    seller = bakehouse.roles[1]
    assert headings(view(profile(bakehouse, seller), bakehouse)) == [
        "Bread Seller",
        "Facts",
        "Responsibilities by stage",
        "Skills",
        "Sources",
    ]
    chosen = view(profile(bakehouse, seller, ["does-not", "summary"]), bakehouse)
    assert headings(chosen) == ["Bread Seller"]
    assert [words(each.text) for each in all_of(chosen, Paragraph)] == ["Sells bread."]
    assert headings(view(profile(bakehouse, seller, ["sources"]), bakehouse))[1:] == ["Sources"]


def test_wording_of_the_role_stands_beside_the_title(bakehouse: Catalogue) -> None:
    """What a role does or knows in particular is shown, and a title is not said twice."""
    document = view(profile(bakehouse, bakehouse.roles[0]), bakehouse)
    duties, skills = all_of(document, Table)
    assert [words(row[1]) for row in duties.rows if not isinstance(row, Group)] == [
        "Mix the dough",
        "Taste bread: Every loaf",
    ]
    assert [
        [words(each) for each in items(row[1])] for row in skills.rows if not isinstance(row, Group)
    ] == [["much: By hand"], ["some"]]


def test_share_stands_beside_the_level(bakehouse: Catalogue) -> None:
    """A skill says how many of the role's people use it; a common one is there without a level."""
    baker, seller = (
        share("baker", "kneading", 0.8, "common"),
        share("bread-seller", "kneading", 0.6, "common"),
    )
    catalogue = quoting(bakehouse, baker, seller)
    told = [
        [
            [words(each) for each in items(row[1])]
            for row in table.rows
            if not isinstance(row, Group)
        ]
        for table in (
            one_of(view(profile(catalogue, role, ["skills"]), catalogue), Table)
            for role in catalogue.roles
        )
    ]
    assert told == [[["much: By hand", "80 %"], ["some"]], [["60 %"], ["much"], ["some"]]]


def test_stages_stand_above_their_duties(bakehouse: Catalogue) -> None:
    """Duties are grouped by stage; what belongs to none comes last under a title of its own."""
    duties, _ = all_of(view(profile(bakehouse, bakehouse.roles[0]), bakehouse), Table)
    assert [words(row.text) for row in duties.rows if isinstance(row, Group)] == [
        "Dough",
        "Outside the lifecycle",
    ]


def test_next_steps_lead_to_another_role_and_a_claim(bakehouse: Catalogue) -> None:
    """The last line names another role to compare with, and a claim where claims were shown."""
    whole = view(profile(bakehouse, bakehouse.roles[0]), bakehouse)
    assert suggested(whole) == (
        "mlroles compare bread-seller baker",
        "mlroles sources crumb-1",
        "mlroles plan baker",
        "mlroles quiz",
    )
    part = view(profile(bakehouse, bakehouse.roles[0], ["summary"]), bakehouse)
    assert suggested(part)[1:] == ("mlroles plan baker", "mlroles quiz")


def test_what_figures_say_is_opened_up(bakehouse: Catalogue) -> None:
    """With evidence the screen ends with what figures say of the claims that it cites."""
    catalogue = quoting(bakehouse, findings=(finding("crumb-1", "partly", "80 % do"),))
    result = profile(catalogue, catalogue.roles[0])
    assert "What the figures say" not in headings(view(result, catalogue))
    opened = view(result, catalogue, evidence=True)
    assert headings(opened)[-1] == "What the figures say"
    assert all_of(opened, Fields)[-1].items == (
        (Phrase("crumb-1, partly supported"), "What figures say."),
    )
