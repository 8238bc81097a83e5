"""The page of questions is made of commands that work."""

import re
import shlex

import pytest

from builders.docs import PART
from builders.questions import PARTS, Question, questions_page
from tests.running import run

QUESTIONS = [each for _, questions in PARTS for each in questions]
COMMANDS = sorted(
    {PART.sub("", each) for question in QUESTIONS for each in (*question.shown, *question.more)}
)
ASKS = [each for each in COMMANDS if each.startswith("mlroles quiz") or each == "mlroles hire"]


@pytest.mark.parametrize("command", [each for each in COMMANDS if each not in ASKS])
def test_every_answer_is_there(command: str) -> None:
    """Every command that the page names is carried out, and says nothing on stderr."""
    ran = run(*shlex.split(command)[1:])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("command", [each for each in ASKS if each != "mlroles hire"])
def test_every_half_that_is_asked_is_there(command: str) -> None:
    """The halves of the quiz that the page names are halves of the questionnaire."""
    halves = [half["id"] for half in run("quiz", "questions", "--json").result["halves"]]
    assert command.rsplit(maxsplit=1)[-1] in halves


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.asked)
def test_every_question_is_answered(question: Question) -> None:
    """Every question ends in a question mark or a full stop, and has an answer and more to try."""
    assert question.asked[-1] in "?."
    assert question.shown
    assert question.more
    assert question.reading.endswith(".")
    assert not re.search(r"\d", question.reading)


def test_the_index_leads_to_every_question() -> None:
    """Every entry of the index leads to a heading, and every heading has an entry."""
    page = questions_page()
    links = re.findall(r"\]\(#(.+?)\)", page)
    headings = [
        re.sub(r"[^\w -]", "", each.casefold()).replace(" ", "-")
        for each in re.findall(r"^### (.+)$", page, re.MULTILINE)
    ]
    assert links == headings
