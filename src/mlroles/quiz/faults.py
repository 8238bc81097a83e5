"""Why some ids do not answer a question: found in one place and worded in one place."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mlroles.quiz.models import Answer, Question
from mlroles.text import quoted


class Fault(NamedTuple):
    """One thing wrong with the answers given to a question.

    ``message`` says what, without naming the question; ``expected`` what would be right. ``place``
    is the place of the id at fault among those given, None where they do not go together.
    """

    message: str
    expected: str
    place: int | None = None


def faults(
    question: Question, given: Sequence[str], name: Callable[[Answer], str] | None = None
) -> tuple[Fault, ...]:
    """Return why the ids ``given`` do not answer ``question``; nothing where they do.

    ``name`` is how an answer is called: by its id where it is left out.
    """
    call = name or _id
    known = {answer.id: call(answer) for answer in question.answers}
    if not given:
        return (Fault("there is no answer", f"one of {', '.join(known.values())}"),)
    found = [
        Fault(f"there is no answer {quoted(each)}", f"one of {', '.join(known.values())}", place)
        if each not in known
        else Fault(f"the answer {known[each]} stands there twice", "once", place)
        for place, each in enumerate(given)
        if each not in known or each in given[:place]
    ]
    if len(given) > 1 and not found and not question.allows(given):
        alone = [answer.id for answer in question.answers if answer.alone]
        if question.pick == "one":
            message, expected = f"{len(given)} answers are given", "one answer"
        else:
            message = f"{quoted(known[alone[0]])} goes with no other answer"
            expected = f"{known[alone[0]]} alone, or the others"
        found.append(Fault(message, expected))
    return tuple(found)


def _id(answer: Answer) -> str:
    return answer.id
