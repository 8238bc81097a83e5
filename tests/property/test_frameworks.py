"""What holds of frameworks, wages and ages whatever they hold."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.place import RoleTitle
from mlroles.frameworks.rungs import at_level, rungs
from mlroles.roles.ages import Dated, ages
from tests.frameworks import bakery_frameworks

LADDER = [f"level-{number}" for number in range(6)]

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
shipped = st.lists(
    st.builds(Dated, st.text("abc", min_size=1), st.text(), st.none(), st.none() | days)
)


@given(st.sets(st.sampled_from(LADDER), min_size=1), st.sampled_from(LADDER))
def test_a_level_gives_its_rung_or_its_neighbours(there: set[str], asked: str) -> None:
    """A level gives its rung, or at most one below and one above with no rung between them."""
    document = bakery_frameworks()
    document["levels"] = [{"id": each, "title": each, "text": "So."} for each in LADDER]
    document["frameworks"][0]["boxes"][0]["rungs"] = [
        {"id": each, "title": each, "level": each, "text": "So."} for each in sorted(there)
    ]
    file = FrameworksFile.model_validate_json(json.dumps(document))
    baker = RoleTitle("baker", "Baker", here=True)
    (answer,) = at_level(file, baker, asked).ladders
    found = [rung.level_id for rung in answer.rungs]
    if asked in there:
        assert (answer.exact, found) == (True, [asked])
    else:
        below = [each for each in sorted(there) if each < asked]
        above = [each for each in sorted(there) if each > asked]
        assert (answer.exact, found) == (False, [*below[-1:], *above[:1]])
    assert [rung.level_id for rung in rungs(file, "baker")[0].rungs] == sorted(there)


@given(shipped, days)
def test_ages_lose_nothing_and_come_by_urgency(things: list[Dated], on: date) -> None:
    """Everything stands once, by its day; past due is what has a day before that of asking."""
    result = ages(things, on)
    assert sorted(row.id for row in result.rows) == sorted(each.id for each in things)
    left = [row.days_left for row in result.rows if row.days_left is not None]
    assert left == sorted(left)
    late = [each.id for each in things if each.review_by and each.review_by < on]
    assert sorted(result.past_due) == sorted(late)
