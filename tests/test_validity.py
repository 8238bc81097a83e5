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
MEASURED = {half.id: half.measured for half in WHOLE.halves if half.measured}
COLUMNS = {each.id: WHOLE.columns(each) for each in WHOLE.halves}
QUESTIONS = [each for each in WHOLE.questions if each.half in MEASURED]


@pytest.fixture
def measured() -> Measured:
    """Return what is known of the one half that is measured."""
    (found,) = MEASURED.values()
    return found


def row(question: Question, answer: Answer) -> str:
    """Return the row of the page that an answer's points must have."""
    points = (f"{answer.points[column]:+.2f}" for column in COLUMNS[question.half])
    text = f"*{answer.text}*" if answer.alone else answer.text
    return f"| {' | '.join((text, *points))} |"


def rates(question: Question, answer: Answer) -> str:
    """Return the row of the page that says which part of the people gave an answer."""
    counts = answer.counts or {}
    parts = (counts[column].ticked / counts[column].asked for column in COLUMNS[question.half])
    text = f"*{answer.text}*" if answer.alone else answer.text
    return f"| {' | '.join((text, *(f'{part:.1%}' for part in parts)))} |"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_points_and_rates_are_published(question: Question) -> None:
    """Every answer stands on the page with its points and how many gave it, by question."""
    part = PAGE.split(f"### {question.text}\n")[1].split("\n### ")[0]
    for answer in question.answers:
        assert row(question, answer) in part
        assert rates(question, answer) in part
    if question.base:
        base = (f"{question.base[column]:+.2f}" for column in COLUMNS[question.half])
        assert " | ".join(base) in part


def test_measures_are_published(measured: Measured) -> None:
    """The page and the file give the same measures."""
    for name in ("balanced_accuracy", "auc", "log_loss", "ece"):
        assert f"| {getattr(measured, name):.3f} (" in PAGE
        assert measured.wide is not None
        assert f"| {getattr(measured.wide, name):.3f} |" in PAGE
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


def test_what_titles_are_told_is_published(measured: Measured) -> None:
    """The page says of each title what its people are told, as the file does."""
    assert measured.told
    for each in measured.told:
        start = f"| {each.title} | {each.people:,} | "
        (line,) = [line for line in PAGE.splitlines() if line.startswith(start)]
        shown = [int(cell.strip(" %")) for cell in line.split("|")[3:-1]]
        assert shown == pytest.approx([100 * share for share in each.told.values()], abs=0.56)


def test_a_screen_is_short() -> None:
    """No measured question shows more than eleven answers beside "none of these"."""
    assert all(sum(not answer.alone for answer in question.answers) <= 11 for question in QUESTIONS)


def test_the_neighbours_have_their_signs() -> None:
    """JavaScript and Notepad++, by which engineers and analysts show, stand on a screen."""
    ids = {answer.id for question in QUESTIONS for answer in question.answers}
    assert {"javascript", "notepad"} <= ids
