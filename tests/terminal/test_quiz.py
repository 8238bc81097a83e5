"""The quiz on a real pseudo-terminal: keys in, a screen out."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from mlroles.locations import data_directory
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.session import Session

pytestmark = pytest.mark.filterwarnings(
    # Python 3.12 and later say so of every pseudo-terminal that a test runner's worker opens.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

UP, DOWN, ENTER = "\x1b[A", "\x1b[B", "\r"
PATIENCE = 120
"""Seconds until a screen that does not come is given up; one that comes is waited for no longer."""

QUESTIONNAIRE = Questionnaire.model_validate_json(
    (data_directory() / "questionnaire.json").read_bytes()
)
FIRST, SECOND = QUESTIONNAIRE.questions[:2]
TOTAL = len(QUESTIONNAIRE.questions)
SHEET = f"{QUESTIONNAIRE.id}.{QUESTIONNAIRE.fingerprint}.json"
NOTED = next(half for half in QUESTIONNAIRE.halves if half.note)
"""The half that is offered with a note."""


def progress(answered: int) -> str:
    """Return where one stands after so many first answers, the rest being skipped or not yet."""
    session = Session(QUESTIONNAIRE)
    while session.number <= answered and session.question is not None:
        session = session.answer((session.question.answers[0].id,))
    return f"{session.number} of at most {session.total}"


class AnsweringScreen(pyte.Screen):
    """A screen that tells where its cursor stands when a program asks."""

    def __init__(self, columns: int, answer: Callable[[str], object]) -> None:
        super().__init__(columns, 24)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        """Pass on what the screen answers."""
        self._answer(data)


class Terminal:
    """A terminal in which ``mlroles quiz`` runs."""

    def __init__(self, state: Path, arguments: list[str], columns: int, **environment: str) -> None:
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name not in {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "MLROLES_PLAIN"}
        }
        own = {"TERM": "xterm-256color", "MLROLES_STATE": str(state), "PYTHONIOENCODING": "utf-8"}
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "mlroles", "quiz", *arguments],
            env={**inherited, **own, **environment},
            dimensions=(24, columns),
            timeout=PATIENCE,
        )
        self._screen = AnsweringScreen(columns, self._process.send)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""

    def text(self) -> str:
        """Return the words on the screen, however they are wrapped."""
        return " ".join(" ".join(self._screen.display).split())

    def see(self, *texts: str) -> None:
        """Wait until all of ``texts`` stand on the screen."""
        while not all(text in self.text() for text in texts):
            try:
                self._read()
            except (pexpect.TIMEOUT, pexpect.EOF):
                pytest.fail(f"{texts} did not come; the screen says: {self.text()}")

    def press(self, keys: str) -> None:
        """Press ``keys``."""
        self._process.send(keys)

    def leave(self) -> int | None:
        """Wait for the end and return the exit code."""
        try:
            while True:
                self._read()
        except pexpect.EOF:
            self._process.close()
            return self._process.exitstatus

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.close(force=True)

    def _read(self) -> None:
        drawn = self._process.read_nonblocking(65536, PATIENCE)
        self.output += drawn
        self._stream.feed(drawn)


Open = Callable[..., Terminal]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Return the folder in which unfinished quizzes are kept."""
    return tmp_path / "state"


@pytest.fixture
def terminal(state: Path) -> Iterator[Open]:
    """Return what runs the quiz in a new terminal; all end with the test."""
    terminals: list[Terminal] = []

    def open_terminal(*arguments: str, columns: int = 80, **environment: str) -> Terminal:
        terminals.append(Terminal(state, list(arguments), columns, **environment))
        return terminals[-1]

    yield open_terminal
    for each in terminals:
        each.kill()


def saved(state: Path) -> dict[str, str]:
    """Return the answers in the saved sheet."""
    answers: dict[str, str] = json.loads((state / SHEET).read_text("utf-8"))["answers"]
    return answers


def test_a_quiz_is_answered_with_arrow_keys(terminal: Open, state: Path) -> None:
    """Arrow keys, why, back and skip lead past a half to a verdict, and nothing is left."""
    quiz = terminal()
    quiz.see(progress(0), FIRST.text, "quit (q)")
    quiz.press("w")
    quiz.see(FIRST.why)
    quiz.press(DOWN + ENTER)
    quiz.see(progress(1), SECOND.text, "So far", "▆▁")
    assert saved(state) == {FIRST.id: FIRST.answers[1].id}
    quiz.press("b")
    quiz.see(progress(0), FIRST.text)
    quiz.press(ENTER)
    quiz.see(progress(1), "So far")
    assert saved(state) == {FIRST.id: FIRST.answers[0].id}
    quiz.press(UP + UP + ENTER)  # from the first answer up past "quit" to "skip"
    unnoted = [each for each in QUESTIONNAIRE.questions if each.half != NOTED.id]
    for number, question in enumerate(unnoted[2:], start=3):
        quiz.see(f"{number} of at most", question.text[:40])
        quiz.press(ENTER)
    quiz.see(NOTED.title, "answer this half", "skip this half", str(NOTED.note)[:40])
    quiz.press(DOWN + ENTER)
    assert quiz.leave() == 0
    assert "how sure it is" in quiz.output.decode()
    assert f"({len(unnoted) - 1} of {len(unnoted)}" in quiz.output.decode()
    assert [path.name for path in state.iterdir()] == [".lock"]


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_an_interrupted_quiz_goes_on(terminal: Open, state: Path, key: str) -> None:
    """Ctrl-C and Ctrl-D leave with 130 and lose no answer; the next quiz goes on from there."""
    quiz = terminal()
    quiz.see(FIRST.text)
    quiz.press(ENTER)
    quiz.see(SECOND.text)
    quiz.press(key)
    assert quiz.leave() == 130
    assert f"Your answers to 1 of {TOTAL} questions are kept." in quiz.text()
    assert "Traceback" not in quiz.text()
    assert saved(state) == {FIRST.id: FIRST.answers[0].id}

    quiz = terminal()
    quiz.see(f"You answered 1 of {TOTAL} questions.", "start over")
    quiz.press(ENTER)
    quiz.see(progress(1), SECOND.text, "So far")
    quiz.press("q")
    assert quiz.leave() == 130


def test_a_narrow_terminal_shows_every_word(terminal: Open) -> None:
    """At 40 columns question, answers, ways out and shares are whole and wrap between words."""
    quiz = terminal(columns=40)
    quiz.see(FIRST.text, *(answer.text for answer in FIRST.answers), "quit (q)")
    quiz.press(ENTER)
    quiz.see(SECOND.text, *(answer.text for answer in SECOND.answers), "So far")
    quiz.press("q")
    assert quiz.leave() == 130


def test_no_colour_is_drawn_where_none_is_wanted(terminal: Open) -> None:
    """With NO_COLOR the menus, shares included, set no colour."""
    quiz = terminal(NO_COLOR="1")
    quiz.see(FIRST.text)
    quiz.press(ENTER)
    quiz.see("So far", "▆▁")
    quiz.press("q")
    assert quiz.leave() == 130
    assert b"[38;" not in quiz.output
    assert b";38;" not in quiz.output


def test_a_dumb_terminal_gets_lines(terminal: Open, state: Path) -> None:
    """With TERM=dumb the quiz asks in numbered lines, and Ctrl-C and Ctrl-D keep the answers."""
    for key in ("\x03", "\x04"):
        quiz = terminal("--fresh", TERM="dumb")
        quiz.see(f"Question {progress(0)}", "s skip, q quit.")
        quiz.press("2\n")
        quiz.see(f"Question {progress(1)}", "b back, w why, s skip, q quit.")
        quiz.press(key)
        assert quiz.leave() == 130
        assert "To go on: mlroles quiz" in quiz.text()
        assert b"\x1b" not in quiz.output
        assert saved(state) == {FIRST.id: FIRST.answers[1].id}


def test_a_half_is_answered_by_ticks(terminal: Open, state: Path) -> None:
    """Spaces tick several answers, which one given alone does not join, until all is answered."""
    questions = [each for each in QUESTIONNAIRE.questions if each.half == NOTED.id]
    quiz = terminal("--only", NOTED.id, "--all")
    tried = False
    for number, question in enumerate(questions, start=1):
        quiz.see(f"{number} of {len(questions)}", question.text[:40])
        alone = next((each for each in question.answers if each.alone), None)
        if alone and not tried:
            tried = True
            ticks = " " + DOWN * question.answers.index(alone) + " "
            quiz.press(ticks + ENTER)
            quiz.see("goes with no other answer.")
            quiz.press(DOWN * question.answers.index(alone))
        quiz.press(ENTER if question.pick == "one" else " " + ENTER)
    assert quiz.leave() == 0
    assert tried
    assert "how sure it is" in quiz.output.decode()
    assert [path.name for path in state.iterdir()] == [".lock"]
