"""What can be asked of frameworks: all, one, roles through one, rungs."""

import json

import pytest

from mlroles.errors import UnknownNameError
from mlroles.frameworks.framework import framework
from mlroles.frameworks.lens import FactRow, SkillRow, lens
from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.overview import frameworks, reviews
from mlroles.frameworks.place import RoleTitle, find_framework, find_level, known_level
from mlroles.frameworks.rungs import at_level, rungs
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role
from tests.frameworks import Json


def titled(role: Role) -> RoleTitle:
    """Return what frameworks call a role of the catalogue."""
    return RoleTitle(role.id, role.title, here=True)


def test_overview_places_each_role(file: FrameworksFile, catalogue: Catalogue) -> None:
    """The overview puts each role of the catalogue into the boxes of each framework."""
    result = frameworks(file, catalogue, catalogue.roles)
    assert [role.id for role in result.roles] == ["baker", "bread-seller"]
    guild, census = (row.places for row in result.rows)
    assert [(box.title, box.fit) for box in guild[0].boxes] == [
        ("Bakers", "exactly"),
        ("Oven keepers", "partly"),
    ]
    assert guild[1].boxes == ()
    assert guild[1].no_box == "None; the market has them."
    assert [box.others for box in census[1].boxes] == [("Miller",), ("Master Baker",)]
    assert result.elsewhere == ("Miller",)


def test_whole_boxes_come_before_parts(document: Json, catalogue: Catalogue) -> None:
    """Of several boxes that one which holds all of a role comes first, wherever it stands."""
    document["frameworks"][0]["boxes"].reverse()
    file = FrameworksFile.model_validate_json(json.dumps(document))
    place = frameworks(file, catalogue, catalogue.roles).rows[0].places[0]
    assert [box.fit for box in place.boxes] == ["exactly", "partly"]


def test_a_role_that_the_file_does_not_name_has_no_place(
    document: Json, catalogue: Catalogue
) -> None:
    """A role of the catalogue that the file does not name has neither a box nor a reason."""
    document["roles"][1]["id"] = "other-seller"
    text = json.dumps(document).replace('"role": "bread-seller"', '"role": "other-seller"')
    result = frameworks(FrameworksFile.model_validate_json(text), catalogue, catalogue.roles)
    assert (result.rows[0].places[1].boxes, result.rows[0].places[1].no_box) == ((), None)


def test_one_framework(file: FrameworksFile, catalogue: Catalogue) -> None:
    """A framework tells its boxes, the roles in each, and those that it does not know."""
    result = framework(file, catalogue, "town census")
    assert result.framework.id == "census"
    assert result.framework.review_by == "2030-06-30"
    roles = [(each.role.id, each.role.here, each.fit) for each in result.boxes[0].roles]
    assert roles == [("bread-seller", True, "mixed"), ("miller", False, "mixed")]
    assert result.boxes[0].facts == (("Heads", "12"),)
    guild = framework(file, catalogue, "guild")
    assert guild.boxes[0].levels == ("Young baker", "Wise baker")
    assert guild.boxes[0].level_ids == ("young", "wise")
    assert [(role.id, text) for role, text in guild.without] == [
        ("bread-seller", "None; the market has them."),
        ("miller", "None."),
    ]


@pytest.mark.parametrize("name", ["census", "CENSUS", "Town census", "The census of trades"])
def test_a_framework_is_found_by_id_and_titles(name: str, file: FrameworksFile) -> None:
    """A framework is found by its id, its short title and its title, in any case."""
    assert find_framework(file, name).id == "census"


def test_an_unknown_framework_is_told(file: FrameworksFile) -> None:
    """An unknown framework is an error that lists those there are."""
    with pytest.raises(UnknownNameError) as error:
        find_framework(file, "union")
    assert "guild, census" in error.value.hint


def test_lens(file: FrameworksFile, catalogue: Catalogue) -> None:
    """A lens gives each role's boxes and facts, each value with its box where there are several."""
    result = lens(file, "census", catalogue.roles)
    assert result.facts == (FactRow("Heads", (("5",), ("12 (7)", "5 (8)"))),)
    assert result.skills == ()
    guild = lens(file, "guild", catalogue.roles)
    assert guild.facts == (FactRow("Hats", (("white (Bakers)", "black (Oven keepers)"), ())),)


def test_lens_spans_steps_over_rungs(file: FrameworksFile, catalogue: Catalogue) -> None:
    """A skill reaches from the lowest to the highest step over the rungs; unnamed is None."""
    result = lens(file, "guild", catalogue.roles)
    assert result.steps == ("Seen", "Done")
    assert result.skills == (
        SkillRow("kneading", "Kneading", ((1, 2), None)),
        SkillRow("tasting", "Tasting", ((2, 2), None)),
    )


def test_rungs(file: FrameworksFile) -> None:
    """A ladder holds the rungs of a box with what one can do at each."""
    (ladder,) = rungs(file, "baker")
    assert (ladder.framework.id, ladder.box, ladder.fit) == ("guild", "Bakers", "exactly")
    assert [rung.level_id for rung in ladder.rungs] == ["young", "wise"]
    kneading, tasting = ladder.rungs[1].skills
    assert (kneading.step, kneading.place, kneading.can) == ("Done", 2, ("knead", "fold"))
    assert tasting.can == ()
    assert rungs(file, "bread-seller") == ()


@pytest.mark.parametrize(
    ("name", "exact", "found"),
    [
        ("apprentice", True, ["young"]),
        ("Apprentice.", True, ["young"]),
        ("Wise", True, ["wise"]),
        ("grown", False, ["young", "wise"]),
        ("retired", False, ["wise"]),
    ],
)
def test_at_level(
    name: str, exact: bool, found: list[str], file: FrameworksFile, catalogue: Catalogue
) -> None:
    """A level gives its own rung, or the nearest below and above."""
    (answer,) = at_level(file, titled(catalogue.roles[0]), name).ladders
    assert answer.exact is exact
    assert [rung.level_id for rung in answer.rungs] == found


def test_a_level_names_that_of_the_pay_data(file: FrameworksFile, catalogue: Catalogue) -> None:
    """A level says which level of experience in the pay data comes closest, where one does."""
    baker = titled(catalogue.roles[0])
    assert at_level(file, baker, "grown").experience == "old"
    assert at_level(file, baker, "wise").experience is None


@pytest.mark.parametrize(
    ("name", "taken"), [("young", False), ("Young", False), ("apprentice", True)]
)
def test_another_name_is_noticed(
    name: str, taken: bool, file: FrameworksFile, catalogue: Catalogue
) -> None:
    """An alias of a level is noticed, so that a screen can say what it was taken for."""
    assert at_level(file, titled(catalogue.roles[0]), name).taken is taken


def test_a_role_without_levels(file: FrameworksFile, catalogue: Catalogue) -> None:
    """Of a role without levels it is told what the frameworks that have levels say of it."""
    result = at_level(file, titled(catalogue.roles[1]), "wise")
    assert result.ladders == ()
    assert [(about.id, text) for about, text in result.without] == [
        ("guild", "None; the market has them.")
    ]


def test_an_unknown_level_is_told(
    document: Json, file: FrameworksFile, catalogue: Catalogue
) -> None:
    """An unknown level is an error that lists those there are, if there are any."""
    with pytest.raises(UnknownNameError) as error:
        at_level(file, titled(catalogue.roles[0]), "dead")
    assert "young, grown, wise, retired" in error.value.hint
    assert known_level(file, "dead") is None
    document["levels"] = []
    without = FrameworksFile.model_validate_json(json.dumps(document))
    with pytest.raises(UnknownNameError) as error:
        find_level(without, "young")
    assert "has none" in error.value.hint


def test_how_old_frameworks_are(file: FrameworksFile) -> None:
    """The source of each framework has a day for a new look."""
    days = [str(day) for _, day in reviews(file)]
    assert days == ["2031-12-31", "2030-06-30"]
    assert [source for source, _ in reviews(file)] == [each.source for each in file.frameworks]
