"""Asking with numbered lines."""

import io

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.prompts import (
    Answered,
    Back,
    Change,
    Finish,
    Progress,
    Quit,
    Reply,
    Skip,
    Standing,
)
from mlroles.quiz.prompts.lines import PATIENCE, Lines
from mlroles.roles.catalogue import Catalogue

ONE, SEVERAL = 0, 2
"""Places of a question with one answer and of one with several."""


def ask(
    questionnaire: Questionnaire,
    typed: str,
    *,
    place: int = ONE,
    number: int = 2,
    given: tuple[str, ...] = (),
    standing: Standing | None = None,
) -> tuple[Reply, str]:
    """Ask the question at ``place`` of a person who types this; return the reply and the text."""
    out = io.StringIO()
    question = questionnaire.questions[place]
    reply = Lines(io.StringIO(typed), out).ask(question, Progress(number, 3), given, standing)
    return reply, out.getvalue()


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("2\n", Answered(("flame",))),
        (" 3 \n", Answered(("shade",))),
        ("2", Answered(("flame",))),
        ("2 2\n", Answered(("flame",))),
        ("s\n", Skip()),
        ("SKIP\n", Skip()),
        ("b\n", Back()),
        ("back\n", Back()),
        ("q\n", Quit()),
        ("quit\n", Quit()),
        ("", Quit()),
    ],
)
def test_a_line_is_a_reply(questionnaire: Questionnaire, typed: str, reply: Reply) -> None:
    """A number, a letter or the end of the input each say what to do."""
    assert ask(questionnaire, typed)[0] == reply


@pytest.mark.parametrize("typed", ["3 1\n", "1,3\n", "1, 3, 3\n"])
def test_several_numbers_are_several_answers(questionnaire: Questionnaire, typed: str) -> None:
    """Where several answers are allowed they are taken in the question's order."""
    assert ask(questionnaire, typed, place=SEVERAL)[0] == Answered(("whisk", "tray"))


@pytest.mark.parametrize("typed", ["", "0", "4", "-1", "1.5", "x", "1 2", "1 x", "9" * 900])
def test_a_line_that_is_no_answer_is_told_and_asked_again(
    questionnaire: Questionnaire, typed: str
) -> None:
    """What is no answer is named as such with what can be typed, and the next line is read."""
    reply, out = ask(questionnaire, f"{typed}\n2\n")
    assert reply == Answered(("flame",))
    assert out.endswith(
        "That is not an answer here. Type one number from 1 to 3, "
        "or b back, w why, s skip, q quit.\n"
    )


def test_several_numbers_are_offered_where_they_are_allowed(questionnaire: Questionnaire) -> None:
    """The way to type several answers is told before and after a mistake."""
    reply, out = ask(questionnaire, "x\n", place=SEVERAL)
    assert reply == Quit()
    assert "Type one or more numbers with spaces, or b back" in out
    assert "Type one or more numbers from 1 to 3, or b back" in out


def test_endless_nonsense_ends(questionnaire: Questionnaire) -> None:
    """Input that never says anything is taken to have ended."""
    assert ask(questionnaire, "x\n" * PATIENCE + "1\n")[0] == Quit()


def test_the_question_is_written_as_lines(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """The question, its answers, the one given before, how it stands and the keys are lines."""
    shares = tuple(zip(catalogue.roles, (0.5, 0.3, 0.2), strict=True))
    standing = Standing(catalogue.roles[:1], shares)
    _, out = ask(questionnaire, "q\n", given=("flame",), standing=standing)
    assert out.splitlines() == [
        "",
        "Question 2 of 3",
        "How hot?",
        "1. I like oven",
        "2. I like flame (your answer)",
        "3. I like shade",
        "This half so far: Baker 50 %, Cook 30 %, Waiter 20 %.",
        "Type a number, or Enter to keep your answer, b back, w why, s skip, q quit.",
    ]


@pytest.mark.parametrize("typed", ["w", "why", "?"])
def test_why_is_answered_and_asked_again(questionnaire: Questionnaire, typed: str) -> None:
    """The reason for the question is told, and a reply is still wanted."""
    reply, out = ask(questionnaire, f"{typed}\n1\n")
    assert reply == Answered(("oven",))
    assert out.endswith("It matters.\n")


def test_there_is_no_way_back_from_the_first_question(questionnaire: Questionnaire) -> None:
    """At the first question "back" is not offered, and typing it only says why."""
    reply, out = ask(questionnaire, "b\n1\n", number=1)
    assert reply == Answered(("oven",))
    assert "b back" not in out
    assert out.endswith("This is the first question.\n")


def test_ctrl_c_quits(questionnaire: Questionnaire) -> None:
    """Ctrl-C while a line is read means quit."""

    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            raise KeyboardInterrupt(size)

    reply = Lines(Interrupted(), io.StringIO()).ask(
        questionnaire.questions[0], Progress(1, 3), (), None
    )
    assert reply == Quit()


def test_no_control_sequence_is_written(document: dict[str, object]) -> None:
    """What a data file smuggles into a question does not reach the terminal."""
    questions = document["questions"]
    assert isinstance(questions, list)
    questions[0]["text"] = "How \x1b[31mhot\x07?\u202e"
    questionnaire = Questionnaire.model_validate(document, strict=False)
    _, out = ask(questionnaire, "q\n")
    assert "How hot?\n" in out


def test_a_stream_without_unicode_is_written_to_in_ascii(document: dict[str, object]) -> None:
    """Signs that the stream's encoding lacks are spelt in ASCII."""
    questions = document["questions"]
    assert isinstance(questions, list)
    questions[0]["text"] = "Hot — “how”?"
    questionnaire = Questionnaire.model_validate(document, strict=False)
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding="ascii")
    Lines(io.StringIO("q\n"), out).ask(questionnaire.questions[0], Progress(1, 3), (), None)
    assert b'Hot - "how"?\n' in written.getvalue()


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("\n", True),
        ("Y\n", True),
        ("yes\n", True),
        ("n\n", False),
        ("no\n", False),
        ("q\n", Quit()),
        ("", Quit()),
        ("x\nn\n", False),
        ("x\n" * PATIENCE + "n\n", Quit()),
    ],
)
def test_going_on_is_offered(typed: str, reply: bool | Quit) -> None:
    """Saved answers are offered, yes being the default, until there is a reply."""
    out = io.StringIO()
    assert Lines(io.StringIO(typed), out).ask_to_go_on(2, 3) == reply
    assert out.getvalue().startswith("You answered 2 of 3 questions. Go on from there? [Y/n]\n")


def test_a_greatest_total_is_told_as_such(questionnaire: Questionnaire) -> None:
    """Where the quiz may end early, the number of questions is told as an estimate."""
    out = io.StringIO()
    progress = Progress(3, 7, at_most=True)
    Lines(io.StringIO(), out).ask(questionnaire.questions[0], progress, (), None)
    assert out.getvalue().startswith("\nQuestion 3 of at most 7\n")


@pytest.mark.parametrize("typed", ["1 3", "3 2"])
def test_an_answer_given_alone_goes_with_no_other(whole: Questionnaire, typed: str) -> None:
    """The number of an answer that excludes the others is no answer beside them."""
    reply, out = ask(whole, f"{typed}\n3\n", place=4)
    assert reply == Answered(("nothing",))
    assert "That is not an answer here." in out


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("\n", True), ("yes\n", True), ("n\n", False), ("q\n", Quit()), ("", Quit())],
)
def test_a_half_is_offered(whole: Questionnaire, typed: str, reply: bool | Quit) -> None:
    """What one should know before a half is told, and answering it is the default."""
    out = io.StringIO()
    assert Lines(io.StringIO(typed), out).ask_to_begin(whole.halves[1]) == reply
    assert out.getvalue() == (
        "\nWhat you do\nLeave it out if you are new.\nAnswer this half? [Y/n]\n"
    )


def test_the_ways_to_reply_to_an_offer_are_told(whole: Questionnaire) -> None:
    """What is no reply is told with what each letter does."""
    out = io.StringIO()
    assert Lines(io.StringIO("x\nn\n"), out).ask_to_begin(whole.halves[1]) is False
    assert out.getvalue().endswith("Type y to answer it, n to skip it, or q to quit.\n")


@pytest.mark.parametrize(("place", "given"), [(ONE, ("flame",)), (SEVERAL, ("whisk", "tray"))])
def test_enter_keeps_the_answers_given_before(
    questionnaire: Questionnaire, place: int, given: tuple[str, ...]
) -> None:
    """An empty line gives the answers again that a question has."""
    assert ask(questionnaire, "\n", place=place, given=given)[0] == Answered(given)


@pytest.mark.parametrize(
    ("ahead", "words"), [(1, "Baker."), (2, "Baker and Cook."), (3, "Baker, Cook and Waiter.")]
)
def test_a_half_that_nothing_measures_stands_in_words(
    questionnaire: Questionnaire, catalogue: Catalogue, ahead: int, words: str
) -> None:
    """Where there are no shares, the roles that are ahead are named without a number."""
    _, out = ask(questionnaire, "q\n", standing=Standing(catalogue.roles[:ahead]))
    assert f"\nAhead in this half so far: {words}\n" in out


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("\n", Finish()),
        ("", Finish()),
        ("2\n", Change("hours")),
        ("q\n", Quit()),
        ("4\n0\nx\n3\n", Change("tools")),
        ("x\n" * PATIENCE + "1\n", Quit()),
    ],
)
def test_all_answers_are_shown_before_the_result(
    questionnaire: Questionnaire, typed: str, reply: Finish | Change | Quit
) -> None:
    """Enter or the end of the input wants the result, and a number that question again."""
    out = io.StringIO()
    answers = {"heat": ("oven",), "tools": ("whisk", "tray")}
    assert Lines(io.StringIO(typed), out).review(questionnaire.questions, answers) == reply
    assert out.getvalue().startswith(
        "\nYour answers\n1. How hot? I like oven\n2. Which hours? (no answer)\n"
        "3. Which tools? I like whisk; I like tray\n"
        "Type a number from 1 to 3 to change that answer, Enter to see the result, or q to quit.\n"
    )
    assert ("That is none of them." in out.getvalue()) is ("x" in typed)


def test_ctrl_c_leaves_the_answers_shown(questionnaire: Questionnaire) -> None:
    """Ctrl-C there is no wish for the result."""

    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            raise KeyboardInterrupt(size)

    assert Lines(Interrupted(), io.StringIO()).review(questionnaire.questions, {}) == Quit()


@pytest.mark.parametrize(
    ("typed", "reply"), [("y\n", True), ("n\n", False), ("\n", False), ("q\n", False), ("", False)]
)
def test_a_file_is_written_over_only_on_request(typed: str, reply: bool) -> None:
    """Whoever does not say yes leaves the file as it is."""
    out = io.StringIO()
    assert Lines(io.StringIO(typed), out).ask_to_overwrite("a.json") is reply
    assert out.getvalue().startswith("a.json is there already. Write over it? [y/N]\n")
