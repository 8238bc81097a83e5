"""Why some ids do not answer a question."""

import pytest

from mlroles.quiz.faults import Fault, faults
from mlroles.quiz.models import Questionnaire

CHOICE = "one of oven, flame, shade"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ((), [Fault("there is no answer", CHOICE)]),
        (("oven",), []),
        (("steam",), [Fault("there is no answer “steam”", CHOICE, 0)]),
        (("oven", "oven"), [Fault("the answer oven stands there twice", "once", 1)]),
        (("oven", "flame"), [Fault("2 answers are given", "one answer")]),
        (
            ("oven", "oven", "steam"),
            [
                Fault("the answer oven stands there twice", "once", 1),
                Fault("there is no answer “steam”", CHOICE, 2),
            ],
        ),
    ],
)
def test_one_answer(whole: Questionnaire, given: tuple[str, ...], found: list[Fault]) -> None:
    """A question with one answer takes one that it has; each id that is wrong has its place."""
    assert list(faults(whole.questions[0], given)) == found


def test_several_answers(whole: Questionnaire) -> None:
    """Several may be given together, save one that stands alone."""
    gear = next(each for each in whole.questions if each.id == "gear")
    assert faults(gear, ("rack", "knife")) == faults(gear, ("nothing",)) == ()
    assert faults(gear, ("knife", "nothing")) == (
        Fault("“nothing” goes with no other answer", "nothing alone, or the others"),
    )


def test_answers_are_called_as_the_caller_calls_them(whole: Questionnaire) -> None:
    """A menu calls answers by their number or their text, and the sentences are the same."""
    heat, gear = (each for each in whole.questions if each.id in {"heat", "gear"})
    (twice,) = faults(heat, ("oven", "oven"), lambda answer: answer.text)
    assert twice.message == "the answer I like oven stands there twice"
    (none,) = faults(heat, (), lambda answer: answer.text)
    assert none.expected == "one of I like oven, I like flame, I like shade"
    (alone,) = faults(gear, ("knife", "nothing"), lambda answer: answer.text)
    assert alone == Fault(
        "“I use nothing” goes with no other answer", "I use nothing alone, or the others"
    )
