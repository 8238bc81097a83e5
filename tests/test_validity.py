"""docs/validity.md says of the measured half what questionnaire.json holds."""

from pathlib import Path

import pytest

from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.models import Answer, Measured, Question
from mlroles.roles.load import load_catalogue

PAGE = (Path(__file__).parents[1] / "docs" / "validity.md").read_text("utf-8")
CATALOGUE = load_catalogue(data_directory())
WHOLE = QUESTIONNAIRE.load(CATALOGUE)
ROLES = [role.id for role in CATALOGUE.roles]
MEASURED = {half.id: half.measured for half in WHOLE.halves if half.measured}
QUESTIONS = [each for each in WHOLE.questions if each.half in MEASURED]


@pytest.fixture
def measured() -> Measured:
    """Return what is known of the one half that is measured."""
    (found,) = MEASURED.values()
    return found


def row(answer: Answer) -> str:
    """Return the row of the page that an answer must have."""
    points = (f"{answer.points[role]:+.2f}" for role in ROLES)
    counts = answer.counts or {}
    people = (f"{counts[role].ticked:,} of {counts[role].asked:,}" for role in ROLES)
    text = f"*{answer.text}*" if answer.alone else answer.text
    return f"| {' | '.join((text, *points, *people))} |"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_points_and_counts_are_published(question: Question) -> None:
    """Every answer stands on the page with its points and counts, under its question."""
    part = PAGE.split(f"### {question.text}\n")[1].split("\n### ")[0]
    for answer in question.answers:
        assert row(answer) in part
    if question.base:
        assert " | ".join(f"{question.base[role]:+.2f}" for role in ROLES) in part


def test_measures_are_published(measured: Measured) -> None:
    """The page and the file give the same measures."""
    for name in ("balanced_accuracy", "auc", "log_loss", "ece"):
        assert f"| {getattr(measured, name):.3f} (" in PAGE
    assert f"asks {measured.mean_asked:.2f} of {len(QUESTIONS)} questions" in PAGE
    assert f"for {measured.same_leader:.1%} of people" in PAGE


def test_bands_are_published(measured: Measured) -> None:
    """The page and the file say alike how often the leader is right."""
    for band in measured.bands:
        right = f"| {band.low:.0%} to {band.high:.0%} | {band.people:,} | {band.right:.0%} |"
        assert right in PAGE


def test_people_are_published(measured: Measured) -> None:
    """The page says how many people of each title the points rest on."""
    for role, people in measured.people.items():
        assert f"| {role} | " in PAGE
        assert f"| {people:,} |" in PAGE


def test_a_screen_is_short() -> None:
    """No measured question shows more than ten answers beside "none of these"."""
    assert all(sum(not answer.alone for answer in question.answers) <= 10 for question in QUESTIONS)
