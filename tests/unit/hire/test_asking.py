"""Asking who hires: what is put to a person, and what becomes of the replies."""

import io

from mlroles.hire.asking import answered, ask, to_ask
from mlroles.hire.models import HireFile
from mlroles.hire.situation import Given
from mlroles.quiz.prompts.lines import Lines
from mlroles.roles.catalogue import Catalogue
from tests.hiring import bakery_hire, hire_file


def asker(text: str) -> Lines:
    """Return what reads the replies in ``text``, a line each."""
    return Lines(io.StringIO(text), io.StringIO())


def test_every_question_is_put(shipped: Catalogue, advice: HireFile) -> None:
    """Jobs and stages are offered with an answer that there is none, which excludes the others."""
    questions = to_ask(shipped, advice, {})
    assert questions
    assert [each.id for each in questions.questions] == [each.id for each in advice.questions]
    team = questions.question("team")
    assert team.pick == "several"
    assert [each.id for each in team.answers] == [*(r.id for r in shipped.roles), "none"]
    assert team.answers[-1].alone


def test_what_is_answered_is_not_asked(bakehouse: Catalogue, bakers: HireFile) -> None:
    """Only what is not known is asked; where all is known, nothing."""
    known = {each.id: Given(frozenset()) for each in bakers.questions}
    light = known.pop("light")
    questions = to_ask(bakehouse, bakers, known)
    assert questions
    assert [each.id for each in questions.questions] == ["light"]
    assert to_ask(bakehouse, bakers, {**known, "light": light}) is None


def test_too_much_to_choose_from_is_left_out(bakehouse: Catalogue) -> None:
    """A question with more answers than can be chosen from is left to the options."""
    document = bakery_hire()["questions"][:1]
    document[0]["answers"] = [
        {"id": f"loaf-{n}", "text": f"Loaf {n}", "when": "so"} for n in range(13)
    ]
    rules = [{"id": "rest", "when": [], "advice": "nobody", "why": "So."}]
    assert to_ask(bakehouse, hire_file(questions=document, rules=rules), {}) is None


def test_replies_become_a_situation(bakehouse: Catalogue, bakers: HireFile) -> None:
    """What is skipped is not known; that there is none is an answer."""
    questions = to_ask(bakehouse, bakers, {})
    assert questions
    answers, finished = ask(questions, asker("1\ns\n3\n1 3\ns\n\n"))
    assert finished
    assert answered(answers) == {
        "goal": Given(frozenset(["bread"])),
        "there": Given(frozenset()),
        "done": Given(frozenset(["dough", "oven"])),
    }


def test_whoever_leaves_loses_nothing(bakehouse: Catalogue, bakers: HireFile) -> None:
    """What was answered before the end of the input stays."""
    questions = to_ask(bakehouse, bakers, {})
    assert questions
    answers, finished = ask(questions, asker("2\n"))
    assert not finished
    assert answered(answers) == {"goal": Given(frozenset(["cake"]))}
