"""The script of the page, put together, and what it works with."""

import json
import re

from mlroles.roles.catalogue import Catalogue
from mlroles.site.quiz_data import quiz_data, words_data
from mlroles.site.script import CARD, script
from tests import kitchen


def test_one_script() -> None:
    """The modules become one script, which imports nothing and gives no name twice."""
    text = script(CARD)
    assert "import {" not in text
    assert "\nexport " not in text
    assert text.index("function sum(") < text.index("function score(")
    whole = script((*CARD, "page", "compare", "quiz", "start"))
    assert "</" not in whole
    names = re.findall(r"^(?:async )?(?:function|const|class) (\w+)", whole, re.MULTILINE)
    assert len(names) == len({*names})


def test_points_are_by_column() -> None:
    """Points stand in the order of roles and of jobs beside them, what people are told beside."""
    catalogue: Catalogue = kitchen.kitchen(*kitchen.ROLES, "guest")
    questionnaire = kitchen.questionnaire(kitchen.open_kitchen())
    data = quiz_data(questionnaire, catalogue)
    likes, does = data["halves"]
    assert (likes["measured"], likes["bands"], likes["far"]) == (False, [], 0)
    assert does["beside"][0] == {"id": "butcher", "title": "Butcher", "none": False}
    assert [told and told["people"] for told in does["told"]] == [100, None]
    assert does["led"][0]["confused_with"] == "cook"
    bread = next(each for each in data["questions"] if each["id"] == "bread")
    assert bread["answers"][0]["points"] == [1, -0.4, -0.6, 0.7, -0.7]
    assert len(bread["moves"]) == 3
    assert data["questions"][0]["moves"] is None
    assert data["withoutPoints"] == ["guest"]
    words = words_data(questionnaire, catalogue)
    assert words["without"] == "No answer has points for Master Guest."
    assert ["butcher", "Butcher"] in words["names"]
    assert json.dumps(data)


def test_a_half_that_leads_to_nobody() -> None:
    """Where a role led for nobody, nothing is said of people for whom it did."""
    document = kitchen.two_halves()
    measured = document["halves"][1]["measured"]
    measured["confusion"] = {each: {"baker": 1, "cook": 0, "waiter": 0} for each in kitchen.ROLES}
    del measured["stop"]
    data = quiz_data(kitchen.questionnaire(document), kitchen.kitchen(*kitchen.ROLES))
    half = data["halves"][1]
    assert (half["led"][1], half["stop"]) == (None, None)
    assert half["led"][0]["held"] > 0
