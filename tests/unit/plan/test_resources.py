"""What to learn from, and how old that is."""

import datetime as dt
from pathlib import Path

from mlroles.plan.models import ResourcesFile
from mlroles.plan.resources import dated_resources, load_resources, to_learn
from mlroles.roles.load import load_catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import write


def test_free_ones_come_first(resources: ResourcesFile) -> None:
    """Free ones come before paid ones, and those that fit who begins, or goes on, before others."""
    begins = [each.id for each in to_learn(resources, "kneading", begins=True)]
    goes_on = [each.id for each in to_learn(resources, "kneading", begins=False)]
    assert begins == ["first", "further", "last", "deep"]
    assert goes_on == ["further", "last", "deep", "first"]


def test_nothing_is_offered_where_nothing_is_known(resources: ResourcesFile) -> None:
    """A skill without resources, and a catalogue without the file, offer none."""
    assert to_learn(resources, "counting", begins=True) == ()
    assert to_learn(None, "kneading", begins=True) == ()


def test_the_day_of_opening_is_told(resources: ResourcesFile) -> None:
    """What was opened says when and what came; what never was says neither."""
    found = {each.id: each for each in to_learn(resources, "kneading", begins=True)}
    assert (found["first"].opened, found["first"].answer) == ("2026-06-01", "200")
    assert (found["deep"].opened, found["deep"].answer) == (None, None)


def test_ages_in_one_line(resources: ResourcesFile) -> None:
    """While nothing is due, the addresses stand in a line with the first day."""
    (line,) = dated_resources(resources, dt.date(2026, 7, 1))
    assert line.title == "Addresses of 5 learning resources, 4 never opened"
    assert (line.date, line.review_by) == ("2026-06-01", dt.date(2034, 8, 18))


def test_what_is_due_has_a_line_of_its_own(resources: ResourcesFile) -> None:
    """Each address past its day is named, and when all are, no line is left for the others."""
    some = [each.id for each in dated_resources(resources, dt.date(2034, 9, 1))]
    assert some == ["first", "learning-resources"]
    everything = [each.id for each in dated_resources(resources, dt.date(2099, 2, 1))]
    assert everything == ["dear", "deep", "first", "further", "last"]


def test_resources_of_a_catalogue(tmp_path: Path, bakery_directory: Path) -> None:
    """A catalogue has resources where it has the file."""
    whole = load_catalogue(write(tmp_path / "whole", whole_bakery()))
    assert load_resources(whole) is not None
    assert load_resources(load_catalogue(bakery_directory)) is None
