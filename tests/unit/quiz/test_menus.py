"""Asking with menus: real key presses in, a real screen out."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pyte
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from rich.color import Color

from mlroles.palette import PALETTE
from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.prompts import Answered, Back, Progress, Quit, Reply, Shares, Skip
from mlroles.quiz.prompts.menus import Menus, share_tokens
from mlroles.roles.catalogue import Catalogue

ONE, SEVERAL = 0, 2
UP, DOWN, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04"


class Desk:
    """Someone at a terminal of 24 lines, who presses the next keys when the screen has changed.

    ``screens`` are all the screens that were to be seen.
    """

    def __init__(self, keyboard: PipeInput, columns: int, encoding: str) -> None:
        self.screens: list[str] = []
        self._keyboard = keyboard
        self._keys: list[str] = []
        self._screen = pyte.Screen(columns, 24)
        self._stream = pyte.Stream(self._screen)
        written = io.BytesIO()
        out = io.TextIOWrapper(written, encoding=encoding, newline="")
        desk = self

        class Terminal(Vt100_Output):
            def flush(self) -> None:
                super().flush()
                desk._see(written.getvalue().decode(encoding))
                written.seek(0)
                written.truncate()

        size = Size(rows=24, columns=columns)
        self.menus = Menus(out, Terminal(out, lambda: size, term="xterm"))

    def _see(self, drawn: str) -> None:
        self._stream.feed(drawn)
        screen = "\n".join(line.rstrip() for line in self._screen.display)
        if self.screens[-1:] != [screen]:
            self.screens.append(screen)
            if self._keys and screen.strip():
                self._keyboard.send_text(self._keys.pop(0))

    def press(self, *keys: str) -> None:
        """Press each of these when the screen has changed."""
        self._keys = list(keys)

    def hang_up(self) -> None:
        """End the input."""
        self._keyboard.close()

    def ask(
        self,
        question: Question,
        *keys: str,
        progress: Progress | None = None,
        given: tuple[str, ...] = (),
        shares: Shares = (),
    ) -> Reply:
        """Ask ``question`` while these keys are pressed."""
        self.press(*keys)
        return self.menus.ask(question, progress or Progress(2, 3), given, shares)

    def saw(self, text: str) -> bool:
        """Tell whether some screen showed ``text``, however it was wrapped."""
        return any(text in " ".join(screen.split()) for screen in self.screens)


@contextmanager
def sitting(columns: int = 80, encoding: str = "utf-8") -> Iterator[Desk]:
    """Seat someone at a terminal."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard):
        yield Desk(keyboard, columns, encoding)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Return a desk with a terminal of 80 columns."""
    with sitting() as desk:
        yield desk


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (ENTER, Answered(("oven",))),
        (DOWN + ENTER, Answered(("flame",))),
        (DOWN * 2 + UP + ENTER, Answered(("flame",))),
        (DOWN * 3 + ENTER, Back()),
        (DOWN * 5 + ENTER, Skip()),
        (UP + ENTER, Quit()),
        ("b", Back()),
        ("s", Skip()),
        ("q", Quit()),
        (CTRL_C, Quit()),
        (CTRL_D, Quit()),
    ],
)
def test_keys_choose(desk: Desk, questionnaire: Questionnaire, keys: str, reply: Reply) -> None:
    """Arrow keys choose an answer or a way out; each way out has a key of its own as well."""
    assert desk.ask(questionnaire.questions[ONE], keys) == reply


def test_the_end_of_the_input_quits(desk: Desk, questionnaire: Questionnaire) -> None:
    """A terminal that hangs up means quit."""
    desk.hang_up()
    assert desk.ask(questionnaire.questions[ONE]) == Quit()


def test_the_menu_shows_everything(
    desk: Desk, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Progress, question, answers, ways out and shares stand on one screen, which goes after."""
    shares = tuple(zip(catalogue.roles, (1.0, 0.0, 0.0), strict=True))
    desk.ask(questionnaire.questions[ONE], ENTER, shares=shares)
    assert desk.saw(
        "2 of 3 How hot? > I like oven I like flame I like shade "
        "← back (b) why am I asked this (w) skip (s) quit (q) "
        "So far B ▆▆▆▆▆▆▆▆▆▆▆▆ C ▁▁▁▁▁▁▁▁▁▁▁▁ W ▁▁▁▁▁▁▁▁▁▁▁▁"
    )
    assert not desk.screens[-1].strip()


@pytest.mark.parametrize("keys", ["w", DOWN * 4 + ENTER])
def test_why_is_answered_and_asked_again(
    desk: Desk, questionnaire: Questionnaire, keys: str
) -> None:
    """The reason for the question is shown with it, and a reply is still wanted."""
    assert desk.ask(questionnaire.questions[ONE], keys, DOWN + ENTER) == Answered(("flame",))
    assert desk.saw("quit (q) It matters.")


def test_there_is_no_way_back_from_the_first_question(
    desk: Desk, questionnaire: Questionnaire
) -> None:
    """At the first question "back" is not offered, and its key does nothing."""
    assert desk.ask(questionnaire.questions[ONE], "b" + ENTER, progress=Progress(1, 3)) == Answered(
        ("oven",)
    )
    assert not desk.saw("back")


def test_the_answer_given_before_is_pointed_at(desk: Desk, questionnaire: Questionnaire) -> None:
    """A question that has an answer opens with it."""
    assert desk.ask(questionnaire.questions[ONE], ENTER, given=("shade",)) == Answered(("shade",))


def test_several_answers_are_ticked(desk: Desk, questionnaire: Questionnaire) -> None:
    """Where several answers are allowed, space ticks them and Enter ends."""
    reply = desk.ask(questionnaire.questions[SEVERAL], " ", DOWN * 2, " ", ENTER)
    assert reply == Answered(("whisk", "tray"))
    assert desk.saw("● I like whisk ○ I like pan")
    assert desk.saw(
        "choose one or more with space, then Enter; b ← back, w why am I asked this, s skip"
    )


def test_ticks_given_before_stand(desk: Desk, questionnaire: Questionnaire) -> None:
    """A question that has several answers opens with them ticked."""
    reply = desk.ask(questionnaire.questions[SEVERAL], ENTER, given=("pan", "tray"))
    assert reply == Answered(("pan", "tray"))


def test_no_tick_is_no_answer(desk: Desk, questionnaire: Questionnaire) -> None:
    """It is said that one answer at least is wanted, and Enter without a tick asks again."""
    assert desk.ask(questionnaire.questions[SEVERAL], ENTER + "s") == Skip()
    assert desk.saw("choose one or more with space, then Enter")


@pytest.mark.parametrize("columns", [20, 40])
def test_a_narrow_terminal_shows_every_word(columns: int, questionnaire: Questionnaire) -> None:
    """Question and answers wrap between words where the terminal is narrow."""
    first = questionnaire.questions[0]
    long = "one two three four five six seven eight nine ten eleven twelve"
    answers = (first.answers[0].model_copy(update={"text": long}), *first.answers[1:])
    changed = first.model_copy(update={"text": f"Which of {long}?", "answers": answers})
    with sitting(columns) as desk:
        assert desk.ask(changed, ENTER) == Answered(("oven",))
        assert desk.saw(f"Which of {long}? > {long}")


def test_a_terminal_without_unicode_gets_ascii(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Every sign has an ASCII form where the encoding lacks it."""
    shares = tuple(zip(catalogue.roles, (0.5, 0.5, 0.0), strict=True))
    with sitting(encoding="ascii") as desk:
        desk.ask(questionnaire.questions[SEVERAL], " ", ENTER, shares=shares)
        assert desk.saw("# I like whisk - I like pan")
        assert desk.saw("b <- back")
        assert desk.saw("So far B ######...... C ######......")


def test_no_control_sequence_is_drawn(desk: Desk, document: dict[str, object]) -> None:
    """What a data file smuggles into an answer is shown as text."""
    questions = document["questions"]
    assert isinstance(questions, list)
    questions[0]["answers"][0]["text"] = "I like \x1b[2J\x07<b>[red]oven"
    desk.ask(Questionnaire.model_validate(document, strict=False).questions[ONE], ENTER)
    assert desk.saw("How hot? > I like <b>[red]oven I like flame")


@pytest.mark.parametrize(
    ("keys", "reply"),
    [(ENTER, True), (DOWN + ENTER, False), (UP + ENTER, Quit()), (CTRL_C, Quit())],
)
def test_going_on_is_offered(desk: Desk, keys: str, reply: bool | Quit) -> None:
    """Saved answers are offered, going on being the first choice."""
    desk.press(keys)
    assert desk.menus.ask_to_go_on(2, 3) == reply
    assert desk.saw("You answered 2 of 3 questions. > go on from there start over quit")


def test_no_shares_are_drawn_before_the_first_answer() -> None:
    """Nothing stands below the menu while nothing is known."""
    assert share_tokens((), 80) == []


@pytest.mark.parametrize("width", [20, 40, 80])
def test_any_number_of_roles_is_drawn_within_the_width(width: int, catalogue: Catalogue) -> None:
    """Ten roles are drawn in as many lines as it takes, each bar in one piece."""
    roles = [catalogue.roles[0].model_copy(update={"letter": f"R{place}"}) for place in range(10)]
    tokens = share_tokens(tuple((role, 0.1) for role in roles), width)
    lines = "".join(text for _, text in tokens).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(lines).split()[2::2] == [f"R{place}" for place in range(10)]
    assert len({style for style, _ in tokens}) == 1 + len(PALETTE)


def test_roles_have_the_colours_of_the_results() -> None:
    """The number and the red-green-blue of a role's colour are the same colour."""
    for colour in PALETTE:
        assert Color.from_ansi(colour.number).get_truecolor().hex == colour.hex


def test_a_likely_total_is_shown_as_such(desk: Desk, questionnaire: Questionnaire) -> None:
    """Where the quiz may end early, the number of questions is shown as an estimate."""
    desk.ask(questionnaire.questions[ONE], ENTER, progress=Progress(3, 7, at_most=True))
    assert desk.saw("3 of at most 7 How hot?")


def test_an_answer_given_alone_goes_with_no_other(desk: Desk, whole: Questionnaire) -> None:
    """Ticked beside others it is named, and the ticks stand until one of them is taken away."""
    gear = whole.question("gear")
    reply = desk.ask(gear, " ", DOWN * 2, " ", ENTER, " ", ENTER)  # the last space: no knife
    assert reply == Answered(("nothing",))
    assert desk.saw("“I use nothing” goes with no other answer.")


def test_no_tick_is_told(desk: Desk, questionnaire: Questionnaire) -> None:
    """Enter without a tick says that one is wanted, or the key that skips."""
    assert desk.ask(questionnaire.questions[SEVERAL], ENTER, "s") == Skip()
    assert desk.saw("Choose one at least, or s to skip.")


def test_what_is_wrong_goes_when_it_is_right(desk: Desk, questionnaire: Questionnaire) -> None:
    """The sentence that one is wanted stands only until one is ticked."""
    reply = desk.ask(questionnaire.questions[SEVERAL], ENTER, " ", ENTER)
    assert reply == Answered(("whisk",))
    ticked = [screen for screen in desk.screens if "●" in screen]
    assert ticked
    assert not any("Choose one at least" in screen for screen in ticked)


def test_why_stays_beside_what_is_wrong(desk: Desk, questionnaire: Questionnaire) -> None:
    """The reason for the question stays when a tick is wanted as well."""
    assert desk.ask(questionnaire.questions[SEVERAL], "w", ENTER, "s") == Skip()
    assert desk.saw("Choose one at least, or s to skip. It matters.")


@pytest.mark.parametrize(
    ("keys", "reply"),
    [(ENTER, True), (DOWN + ENTER, False), (UP + ENTER, Quit()), (CTRL_D, Quit())],
)
def test_a_half_is_offered(desk: Desk, whole: Questionnaire, keys: str, reply: bool | Quit) -> None:
    """What one should know before a half is shown, answering it being the first choice."""
    desk.press(keys)
    assert desk.menus.ask_to_begin(whole.halves[1]) == reply
    assert desk.saw(
        "Leave it out if you are new. What you do > answer this half skip this half quit"
    )


def test_a_half_without_a_note_is_offered_plainly(desk: Desk, whole: Questionnaire) -> None:
    """Where there is nothing to know before a half, its title and the choices are enough."""
    desk.press(ENTER)
    assert desk.menus.ask_to_begin(whole.halves[0]) is True
    assert desk.saw("What you like > answer this half")
