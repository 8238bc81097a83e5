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
from mlroles.quiz.prompts.menus import Menus, standing_tokens
from mlroles.roles.catalogue import Catalogue

ONE, SEVERAL = 0, 2
UP, DOWN, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04"
LEFT, HOME, END, PAGE_UP, PAGE_DOWN = "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"
PASTED = "\x1b[200~q 2\rs\x1b[201~"


class Desk:
    """Someone at a terminal, who presses the next keys when the screen has changed.

    ``screens`` are all the screens that were to be seen.
    """

    def __init__(self, keyboard: PipeInput, columns: int, encoding: str, rows: int) -> None:
        self.screens: list[str] = []
        self._keyboard = keyboard
        self._keys: list[str] = []
        self._screen = pyte.Screen(columns, rows)
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

        size = Size(rows=rows, columns=columns)
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
        standing: Standing | None = None,
    ) -> Reply:
        """Ask ``question`` while these keys are pressed."""
        self.press(*keys)
        return self.menus.ask(question, progress or Progress(2, 3), given, standing)

    def saw(self, text: str) -> bool:
        """Tell whether some screen showed ``text``, however it was wrapped."""
        return any(text in " ".join(screen.split()) for screen in self.screens)


@contextmanager
def sitting(columns: int = 80, encoding: str = "utf-8", rows: int = 24) -> Iterator[Desk]:
    """Seat someone at a terminal."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard):
        yield Desk(keyboard, columns, encoding, rows)


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
        (UP + ENTER, Answered(("shade",))),
        (END + ENTER, Answered(("shade",))),
        (END + HOME + ENTER, Answered(("oven",))),
        (PAGE_DOWN + ENTER, Answered(("shade",))),
        (PAGE_DOWN + PAGE_UP + ENTER, Answered(("oven",))),
        ("2" + ENTER, Answered(("flame",))),
        ("2" + "3" + ENTER, Answered(("shade",))),
        ("3" + "9" + "0" + ENTER, Answered(("shade",))),
        ("jjk" + ENTER, Answered(("flame",))),
        (" " + ENTER, Answered(("oven",))),
        (PASTED + ENTER, Answered(("oven",))),
        ("b", Back()),
        (LEFT, Back()),
        ("s", Skip()),
        ("q", Quit()),
        (CTRL_C, Quit()),
        (CTRL_D, Quit()),
    ],
)
def test_keys_choose(desk: Desk, questionnaire: Questionnaire, keys: str, reply: Reply) -> None:
    """Arrows, Home, End, pages and digits move the pointer, letters leave, a paste does nothing."""
    assert desk.ask(questionnaire.questions[ONE], keys) == reply


def test_the_end_of_the_input_quits(desk: Desk, questionnaire: Questionnaire) -> None:
    """A terminal that hangs up means quit."""
    desk.hang_up()
    assert desk.ask(questionnaire.questions[ONE]) == Quit()


def test_the_menu_shows_everything(
    desk: Desk, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Progress, question, answers, keys and how it stands are one screen, which goes after."""
    shares = tuple(zip(catalogue.roles, (1.0, 0.0, 0.0), strict=True))
    standing = Standing(catalogue.roles[:1], shares)
    desk.ask(questionnaire.questions[ONE], ENTER, standing=standing)
    assert desk.saw(
        "2 of 3 ▆▆▆▆▁▁▁▁▁▁▁▁ How hot? > I like oven I like flame I like shade "
        "Enter chooses; ← back, w why am I asked this, s skip, q quit "
        "So far B ▆▆▆▆▆▆▆▆▆▆▆▆ 100 % C ▁▁▁▁▁▁▁▁▁▁▁▁ 0 % W ▁▁▁▁▁▁▁▁▁▁▁▁ 0 %"
    )
    assert not desk.screens[-1].strip()


def test_nothing_tells_the_answer_while_it_is_being_asked(
    desk: Desk, questionnaire: Questionnaire
) -> None:
    """Without a wish for it there is no word of how it stands."""
    desk.ask(questionnaire.questions[ONE], ENTER)
    assert desk.saw("quit")
    assert not desk.saw("far")


@pytest.mark.parametrize("key", ["w", "?"])
def test_why_is_answered_and_asked_again(
    desk: Desk, questionnaire: Questionnaire, key: str
) -> None:
    """The reason for the question is shown with it, and a reply is still wanted."""
    assert desk.ask(questionnaire.questions[ONE], key, DOWN + ENTER) == Answered(("flame",))
    assert desk.saw("q quit It matters.")


def test_why_goes_as_it_came(desk: Desk, questionnaire: Questionnaire) -> None:
    """The same key takes the reason away."""
    desk.ask(questionnaire.questions[ONE], "w", "w", DOWN, ENTER)
    seen = ["It matters." in screen for screen in desk.screens if screen.strip()]
    assert seen == [False, True, False, False]


def test_ticks_survive_why(desk: Desk, questionnaire: Questionnaire) -> None:
    """What is ticked, and where the pointer is, stands when the reason has been read."""
    reply = desk.ask(questionnaire.questions[SEVERAL], DOWN, " ", "w", DOWN, " ", ENTER)
    assert reply == Answered(("pan", "tray"))
    assert desk.saw("○ I like whisk > ● I like pan ○ I like tray")


def test_there_is_no_way_back_from_the_first_question(
    desk: Desk, questionnaire: Questionnaire
) -> None:
    """At the first question "back" is not offered, and its key does nothing."""
    assert desk.ask(questionnaire.questions[ONE], "b" + ENTER, progress=Progress(1, 3)) == Answered(
        ("oven",)
    )
    assert desk.saw("Enter chooses; w why")
    assert not desk.saw("back")


def test_the_answer_given_before_is_pointed_at(desk: Desk, questionnaire: Questionnaire) -> None:
    """A question that has an answer opens with it."""
    assert desk.ask(questionnaire.questions[ONE], ENTER, given=("shade",)) == Answered(("shade",))


def test_several_answers_are_ticked(desk: Desk, questionnaire: Questionnaire) -> None:
    """Where several answers are allowed, space ticks them and Enter ends."""
    reply = desk.ask(questionnaire.questions[SEVERAL], " ", DOWN * 2, " ", ENTER)
    assert reply == Answered(("whisk", "tray"))
    assert desk.saw("● I like whisk ○ I like pan")
    assert desk.saw("space ticks, Enter goes on; ← back, w why am I asked this, s skip, q quit")


def test_ticks_given_before_stand(desk: Desk, questionnaire: Questionnaire) -> None:
    """A question that has several answers opens with them ticked, the pointer on the first."""
    reply = desk.ask(questionnaire.questions[SEVERAL], ENTER, given=("pan", "tray"))
    assert reply == Answered(("pan", "tray"))
    assert desk.saw("○ I like whisk > ● I like pan ● I like tray")


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
    standing = Standing(catalogue.roles[:2], shares)
    with sitting(encoding="ascii") as desk:
        desk.ask(questionnaire.questions[SEVERAL], " ", ENTER, standing=standing)
        assert desk.saw("# I like whisk - I like pan")
        assert desk.saw("<- back")
        assert desk.saw("So far B ######...... 50 % C ######...... 50 %")


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


def test_a_half_that_nothing_measures_stands_in_words(
    desk: Desk, questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Where there are no shares there is no bar, and the role ahead is named."""
    desk.ask(questionnaire.questions[ONE], ENTER, standing=Standing(catalogue.roles[:1]))
    assert desk.saw("q quit Ahead in this half so far: Baker.")


@pytest.mark.parametrize("width", [20, 40, 80])
def test_any_number_of_roles_is_drawn_within_the_width(width: int, catalogue: Catalogue) -> None:
    """Ten roles are drawn in as many lines as it takes, each bar in one piece."""
    roles = [catalogue.roles[0].model_copy(update={"letter": f"R{place}"}) for place in range(10)]
    shares = tuple((role, 0.1) for role in roles)
    tokens = standing_tokens(Standing((), shares), width)
    lines = "".join(text for _, text in tokens).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(lines).split()[2::4] == [f"R{place}" for place in range(10)]
    assert len({style for style, _ in tokens}) == 1 + len(PALETTE)


def test_roles_have_the_colours_of_the_results() -> None:
    """The number and the red-green-blue of a role's colour are the same colour."""
    for colour in PALETTE:
        assert Color.from_ansi(colour.number).get_truecolor().hex == colour.hex


def test_a_greatest_total_is_shown_as_such(desk: Desk, questionnaire: Questionnaire) -> None:
    """Where the quiz may end early, the number of questions is shown as an estimate."""
    desk.ask(questionnaire.questions[ONE], ENTER, progress=Progress(3, 7, at_most=True))
    assert desk.saw("3 of at most 7 ▆▆▆▁▁▁▁▁▁▁▁▁ How hot?")


def test_an_answer_given_alone_goes_with_no_other(desk: Desk, whole: Questionnaire) -> None:
    """Ticked beside others it is named, and the ticks stand until one of them is taken away."""
    gear = whole.question("gear")
    reply = desk.ask(gear, " ", DOWN * 2, " ", ENTER, HOME, " ", ENTER)  # at last no knife
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


ANSWERS = {"heat": ("oven",), "tools": ("whisk", "tray")}


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (ENTER, Finish()),
        ("r", Finish()),
        (UP + "r", Finish()),
        (HOME + ENTER, Change("heat")),
        ("2" + ENTER, Change("hours")),
        ("q", Quit()),
        (CTRL_C, Quit()),
    ],
)
def test_all_answers_are_shown_before_the_result(
    desk: Desk, questionnaire: Questionnaire, keys: str, reply: Finish | Change | Quit
) -> None:
    """The result is one key away, and each answer can be chosen to be changed."""
    desk.press(keys)
    assert desk.menus.review(questionnaire.questions, ANSWERS) == reply
    assert desk.saw(
        "Your answers 1. How hot? I like oven 2. Which hours? (no answer) "
        "3. Which tools? I like whisk; I like tray > show the result"
    )


def test_what_does_not_fit_is_marked(questionnaire: Questionnaire) -> None:
    """Where the terminal is low, marks say how many choices there are above and below."""
    many = [
        questionnaire.questions[0].model_copy(update={"id": f"q{n}", "text": f"Question {n}?"})
        for n in range(1, 20)
    ]
    with sitting(rows=12) as desk:
        desk.press(HOME, PAGE_DOWN, ENTER)
        assert desk.menus.review(many, {}) == Change("q6")
        assert desk.saw("> show the result Enter")
        assert desk.saw("Your answers > 1. Question 1? (no answer) 2. Question 2? (no answer)")
        assert desk.saw("↓ 17 more Enter changes an answer")
        assert desk.saw("Your answers ↑ 4 more 5. Question 5? (no answer)")
