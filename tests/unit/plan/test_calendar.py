"""A plan as calendar entries, read by the icalendar library."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mlroles.plan.calendar import LONGEST, calendar
from mlroles.plan.plan import Plan
from mlroles.text import clean
from tests.unit.plan.conftest import Asks

START = dt.date(2031, 5, 1)
NOW = dt.datetime(2031, 4, 30, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-3)))


@pytest.fixture(scope="module")
def plan(asks: Asks) -> Plan:
    """Return a plan of the shipped facts."""
    return asks("", "data-scientist", "ml-engineer")


def test_each_step_is_an_entry(plan: Plan) -> None:
    """Each step is an entry of whole days in its weeks, with an id that stays."""
    found = Calendar.from_ical(calendar(plan, START, NOW))
    events = found.walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in events] == [
        f"{step.number}. {step.title}, about {step.hours} h" for step in plan.steps
    ]
    for event, step in zip(events, plan.steps, strict=True):
        assert step.from_week
        assert step.to_week
        assert event.decoded("DTSTART") == START + dt.timedelta(weeks=step.from_week - 1)
        assert event.decoded("DTEND") == START + dt.timedelta(weeks=step.to_week)
        assert event.decoded("DTSTAMP") == NOW
        assert str(event["UID"]) == f"{step.skill}.ml-engineer@plan.mlroles"
        assert step.make in str(event["DESCRIPTION"])
        assert all(each.url in str(event["DESCRIPTION"]) for each in step.resources)
    assert not found.errors


def test_lines_are_as_the_standard_wants(plan: Plan) -> None:
    """Every line ends with CR and LF and holds no more than 75 bytes."""
    data = calendar(plan, START, NOW)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= LONGEST
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_step_without_hours_has_no_entry(plan: Plan) -> None:
    """What nobody knows the hours of stands in no week."""
    step = replace(plan.steps[0], hours=None, from_week=None, to_week=None)
    assert not Calendar.from_ical(calendar(replace(plan, steps=(step,)), START, NOW)).walk("VEVENT")


def test_an_entry_without_words(plan: Plan) -> None:
    """A step of which the file says nothing is an entry without a description; so is an advert."""
    step = replace(plan.steps[0], can="", make="", resources=())
    (event,) = Calendar.from_ical(calendar(replace(plan, to="", steps=(step,)), START, NOW)).walk(
        "VEVENT"
    )
    assert "DESCRIPTION" not in event
    assert str(event["UID"]) == "linux.advert@plan.mlroles"


@given(text=st.text(max_size=200))
def test_whatever_stands_in_a_step_is_read_again(plan: Plan, text: str) -> None:
    """Signs that mean something in a calendar, long lines and foreign letters come back whole."""
    step = replace(plan.steps[0], can="go", make=text, resources=())
    data = calendar(replace(plan, steps=(step,)), START, NOW)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    wanted = "\n".join(map(clean, f"You can go.\n{text}".rstrip("\n").split("\n")))
    said = str(event.get("DESCRIPTION", ""))
    assert said.split() == wanted.encode("utf-8", "replace").decode().split()
    assert max(map(len, data.split(b"\r\n"))) <= LONGEST
