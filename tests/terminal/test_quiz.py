"""The quiz on a real pseudo-terminal: keys in, a screen out."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from mlroles.locations import data_directory
from mlroles.quiz.models import Answer, Question, Questionnaire
from mlroles.quiz.session import Session
from tests import kitchen
from tests.catalogues import write

pytestmark = pytest.mark.filterwarnings(
    # Python 3.12 and later say so of every pseudo-terminal that a test runner's worker opens.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

UP, DOWN, HOME, END, ENTER = "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F", "\r"
PATIENCE = 60
"""Seconds until a screen that does not come is given up; one that comes is waited for no longer."""

SHIPPED = Questionnaire.model_validate_json((data_directory() / "questionnaire.json").read_bytes())
QUESTIONNAIRE = kitchen.questionnaire(kitchen.open_kitchen())
"""What is asked wherever the words of the shipped one are not the point."""

FIRST, SECOND = QUESTIONNAIRE.questions[:2]
TOTAL = len(QUESTIONNAIRE.questions)
SHEET = f"{QUESTIONNAIRE.id}.{QUESTIONNAIRE.fingerprint}.json"
NOTED, SHIPPED_NOTED = (
    next(half for half in each.halves if half.note) for each in (QUESTIONNAIRE, SHIPPED)
)
"""The half that is offered with a note."""


def by_half(questionnaire: Questionnaire) -> tuple[list[Question], list[Question]]:
    """Return the questions of the half without a note, and those of the half with one."""
    noted = {half.id for half in questionnaire.halves if half.note}
    questions = questionnaire.questions
    others = [each for each in questions if each.half not in noted]
    return others, [each for each in questions if each.half in noted]


WANTED, DONE = by_half(QUESTIONNAIRE)
SHIPPED_WANTED, SHIPPED_DONE = by_half(SHIPPED)


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
    """A terminal in which ``mlroles quiz`` runs, or a shell that has ``$PYTHON`` to run it."""

    def __init__(
        self, state: Path, arguments: list[str], columns: int, script: str, **environment: str
    ) -> None:
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name not in {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "MLROLES_PLAIN"}
        }
        own = {
            "TERM": "xterm-256color",
            "MLROLES_STATE": str(state),
            "PYTHONIOENCODING": "utf-8",
            "PYTHON": sys.executable,
        }
        program, words = sys.executable, ["-m", "mlroles", "quiz", *arguments]
        if script:
            program, words = "bash", ["--norc", "--noprofile", *arguments, "-c", script]
        self._process: pexpect.spawn[bytes] = pexpect.spawn(
            program,
            words,
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

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self._screen.resize(lines, columns)
        self._screen.reset()
        self._process.setwinsize(lines, columns)

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
def terminal(state: Path, tmp_path: Path) -> Iterator[Open]:
    """Return what runs the quiz of the kitchen in a new terminal; all end with the test."""
    yield from _terminals(
        state, MLROLES_DATA=str(write(tmp_path / "kitchen", kitchen.open_kitchen_files()))
    )


@pytest.fixture
def shipped_terminal(state: Path) -> Iterator[Open]:
    """Return what runs the shipped quiz in a new terminal; all end with the test."""
    yield from _terminals(state)


def _terminals(state: Path, **shared: str) -> Iterator[Open]:
    terminals: list[Terminal] = []

    def open_terminal(
        *arguments: str, columns: int = 80, script: str = "", **environment: str
    ) -> Terminal:
        terminals.append(Terminal(state, list(arguments), columns, script, **shared, **environment))
        return terminals[-1]

    yield open_terminal
    for each in terminals:
        each.kill()


def saved(state: Path) -> dict[str, str]:
    """Return the answers in the saved sheet."""
    answers: dict[str, str] = json.loads((state / SHEET).read_text("utf-8"))["answers"]
    return answers


def unfinished(state: Path) -> list[str]:
    """Return the names of the sheets of unfinished quizzes."""
    return [path.name for path in state.glob("*.json") if not path.name.startswith("finished.")]


def results(state: Path) -> int:
    """Return how many finished quizzes are kept."""
    return len(list(state.glob("finished.*.json")))


def best(question: Question, role: str) -> Answer:
    """Return the answer that speaks most for a role."""
    return max(question.answers, key=lambda answer: answer.points.get(role, 0))


def none_of_them(question: Question) -> Answer:
    """Return the answer that none fits; the last one where nothing says so."""
    return next((each for each in question.answers if each.none), question.answers[-1])


def answer(quiz: Terminal, question: Question, chosen: Answer) -> None:
    """Wait for a question that has no answer, and give one to it, by whatever keys it takes."""
    quiz.see(question.text[:30], "q quit")
    tick = " " if question.pick == "several" else ""
    quiz.press(HOME + DOWN * question.answers.index(chosen) + tick + ENTER)


def test_a_quiz_is_answered_with_arrow_keys(terminal: Open, state: Path) -> None:
    """Arrow keys, why, back and skip lead past a half to a verdict, which is kept."""
    quiz = terminal()
    quiz.see(progress(0), FIRST.text, "q quit")
    quiz.press("w")
    quiz.see(FIRST.why)
    quiz.press(DOWN + ENTER)
    quiz.see(progress(1), SECOND.text, "▆▁")
    assert saved(state) == {FIRST.id: FIRST.answers[1].id}
    quiz.press("b")
    quiz.see(progress(0), FIRST.text, f"> {FIRST.answers[1].text[:20]}")
    quiz.press(UP + ENTER)
    quiz.see(progress(1))
    assert saved(state) == {FIRST.id: FIRST.answers[0].id}
    quiz.press("s")
    for number, question in enumerate(WANTED[2:], start=3):
        quiz.see(f"{number} of at most")
        answer(quiz, question, question.answers[0])
    quiz.see(NOTED.title, "answer this half", "skip this half", str(NOTED.note)[:40])
    quiz.press(DOWN + ENTER)
    quiz.see("> show the result")
    quiz.press("r")
    assert quiz.leave() == 0
    assert "mlroles quiz --last" in quiz.text()
    assert (unfinished(state), results(state)) == ([], 1)
    again = terminal("--last", "--json")
    assert again.leave() == 0
    assert f'"answered": {len(WANTED) - 1},' in again.output.decode()


def test_a_student_answers_what_they_want(shipped_terminal: Open, state: Path) -> None:
    """Somebody new to the field leaves out the half about work, and is told what they want."""
    quiz = shipped_terminal()
    for question in SHIPPED_WANTED:
        answer(quiz, question, best(question, SHIPPED.roles[-1]))
    quiz.see(SHIPPED_NOTED.title)
    quiz.press(DOWN + ENTER)
    quiz.see("> show the result")
    quiz.press(ENTER)
    assert quiz.leave() == 0
    (half,) = [each for each in last(shipped_terminal)["halves"] if each["answered"]]
    assert half["leaders"][0] == SHIPPED.roles[-1]
    assert results(state) == 1


def test_a_mover_is_told_that_the_halves_disagree(shipped_terminal: Open, state: Path) -> None:
    """Somebody who wants other work than they do gets there, and the result says so."""
    quiz = shipped_terminal("--all")
    for question in SHIPPED_WANTED:
        answer(quiz, question, best(question, SHIPPED.roles[1]))
    quiz.see(SHIPPED_NOTED.title)
    quiz.press(ENTER)
    for question in SHIPPED_DONE:
        answer(quiz, question, best(question, SHIPPED.roles[0]))
    quiz.see("> show the result")
    quiz.press(ENTER)
    assert quiz.leave() == 0
    found = last(shipped_terminal)
    assert found["agree"] is False
    assert [each["leaders"][0] for each in found["halves"]] == [SHIPPED.roles[1], SHIPPED.roles[0]]
    assert results(state) == 1


def test_somebody_whom_nothing_fits_is_named_no_role(shipped_terminal: Open) -> None:
    """Who answers "none of these" wherever that can be said is not told one of the roles."""
    quiz = shipped_terminal("--only", SHIPPED_WANTED[0].half)
    for question in SHIPPED_WANTED:
        answer(quiz, question, none_of_them(question))
    quiz.see("> show the result")
    quiz.press(ENTER)
    assert quiz.leave() == 0
    found = last(shipped_terminal)
    assert found["answered"] == len(SHIPPED_WANTED)
    assert (found["none"], found["leaders"]) == (True, [])


def test_an_undecided_person_changes_their_mind(terminal: Open, state: Path) -> None:
    """Somebody goes to and fro, changes an answer in the list, and comes back another day."""
    quiz = terminal("--only", QUESTIONNAIRE.halves[0].id)
    roles = QUESTIONNAIRE.roles
    for place, question in enumerate(WANTED):
        answer(quiz, question, best(question, roles[place % len(roles)]))
        if place == len(WANTED) // 2:
            quiz.see(WANTED[place + 1].text[:30])
            for key, step in (("b", 0), ("b", -1), (ENTER, 0)):  # together they may be a paste
                quiz.press(key)
                quiz.see(WANTED[place + step].text[:30])
            quiz.press(ENTER)
    quiz.see("> show the result")
    quiz.press(HOME + ENTER)
    quiz.see(FIRST.text, "q quit")
    quiz.press(HOME + ENTER)
    quiz.see("> show the result")
    quiz.press("q")
    assert quiz.leave() == 130
    assert len(saved(state)) == len(WANTED)

    quiz = terminal("--edit", "--only", QUESTIONNAIRE.halves[0].id)
    quiz.see("> show the result")
    quiz.press("2" + ENTER)
    quiz.see(*(each.text[:15] for each in SECOND.answers))  # the list has the question too
    answer(quiz, SECOND, SECOND.answers[-1])
    quiz.see("> show the result")
    quiz.press(ENTER)
    assert quiz.leave() == 0
    assert (unfinished(state), results(state)) == ([], 1)


def last(terminal: Open) -> dict[str, Any]:
    """Return the result of the last quiz as JSON."""
    again = terminal("--last", "--json", columns=200)
    assert again.leave() == 0
    found: dict[str, Any] = json.loads(again.output.decode().rpartition("}")[0] + "}")["result"]
    return found


def test_going_back_deletes_nothing(terminal: Open, state: Path) -> None:
    """Ticks are there again after going back, one Enter gives them again, and more steps lose none.

    So the answers are kept, too, while the person looks at earlier ones.
    """
    several = next(each for each in DONE if each.pick == "several")
    place = DONE.index(several)
    quiz = terminal("--only", NOTED.id, "--all")
    for question in DONE[:place]:
        answer(quiz, question, question.answers[0])
    quiz.see(several.text[:30], "q quit")
    quiz.press(" " + DOWN + " " + ENTER)
    quiz.see(f"{place + 2} of {len(DONE)}")
    quiz.press("b")
    quiz.see(several.text[:30], f"> ● {several.answers[0].text[:20]}")
    before = saved(state)
    assert len(before) == place + 1
    quiz.press("b")
    quiz.see(f"{place} of {len(DONE)}")
    assert saved(state) == before
    quiz.press(ENTER + ENTER)
    quiz.see(f"{place + 2} of {len(DONE)}")
    assert saved(state) == before
    quiz.press("q")
    assert quiz.leave() == 130


def test_a_terminal_that_menus_cannot_be_made_for_gets_lines(
    terminal: Open, tmp_path: Path
) -> None:
    """Where there is no screen buffer that is said in one line, and numbered lines ask."""
    (tmp_path / "sitecustomize.py").write_text(
        "import prompt_toolkit.output as o\n"
        "def boom(*a, **k):\n"
        "    raise RuntimeError('no screen buffer here')\n"
        "o.create_output = boom\n"
    )
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    quiz = terminal(PYTHONPATH=path)
    quiz.see("(RuntimeError): numbered lines take their place.", f"1. {FIRST.answers[0].text[:20]}")
    quiz.press("1\n")
    quiz.see(f"Question {progress(1)}")
    quiz.press("q\n")
    assert quiz.leave() == 130
    assert "mistake" not in quiz.text()


def test_questions_are_seen_and_the_result_goes_into_a_file(terminal: Open, tmp_path: Path) -> None:
    """With stdout in a file, menus are on the terminal and the file has the result alone."""
    target = tmp_path / "result.txt"
    only = QUESTIONNAIRE.halves[0].id
    quiz = terminal(script=f'"$PYTHON" -m mlroles quiz --only {only} > {target}')
    for question in WANTED:
        answer(quiz, question, question.answers[0])
    quiz.see("> show the result")
    quiz.press("r")
    assert quiz.leave() == 0
    result = target.read_text("utf-8")
    assert "Next: mlroles" in result
    assert "\x1b" not in result
    assert WANTED[0].text not in result
    assert "mlroles quiz --last" in quiz.text()


def test_a_result_can_be_piped_on(terminal: Open) -> None:
    """With stdout in a pipe, menus are on the terminal and the reader gets the result."""
    only = QUESTIONNAIRE.halves[0].id
    quiz = terminal(script=f'"$PYTHON" -m mlroles quiz --only {only} | sed s/^/piped:/')
    for question in WANTED:
        answer(quiz, question, question.answers[0])
    quiz.see("> show the result")
    quiz.press("r")
    assert quiz.leave() == 0
    assert "piped:" in quiz.text()
    assert "piped:" in quiz.text()[quiz.text().index("Next: mlroles") - 20 :]


def test_a_resize_draws_the_menu_anew(terminal: Open) -> None:
    """Narrower and lower, the question still stands there whole, with what does not fit marked."""
    quiz = terminal()
    quiz.see(FIRST.text, "q quit")
    quiz.resize(40, 24)
    quiz.see(FIRST.text, FIRST.answers[-1].text, "q quit")
    quiz.resize(60, 9)
    quiz.see("more", "q quit", f"> {FIRST.answers[0].text[:20]}")
    quiz.press(ENTER)
    quiz.see(progress(1))
    quiz.press("q")
    assert quiz.leave() == 130


def test_a_quiz_is_put_aside_and_taken_up_again(terminal: Open, state: Path) -> None:
    """Ctrl-Z stops the quiz as it stops any program, and fg draws the menu again."""
    quiz = terminal("-i", script='set -m; "$PYTHON" -m mlroles quiz; echo aside; fg')
    quiz.see(FIRST.text, "q quit")
    quiz.press("\x1a")
    quiz.see("aside", FIRST.text)
    quiz.press(DOWN + ENTER)
    quiz.see(progress(1), SECOND.text)
    assert saved(state) == {FIRST.id: FIRST.answers[1].id}
    quiz.press("q")
    assert quiz.leave() == 130


def test_what_is_pasted_answers_nothing(terminal: Open, state: Path) -> None:
    """A paste is not so many keys: neither an answer nor a way out comes of it."""
    quiz = terminal()
    quiz.see(FIRST.text, "q quit")
    quiz.press("\x1b[200~q\r2\rs\x1b[201~" + END)
    quiz.see(f"> {FIRST.answers[-1].text[:20]}")
    quiz.press(ENTER)
    quiz.see(progress(1))
    assert saved(state) == {FIRST.id: FIRST.answers[-1].id}
    quiz.press("q")
    assert quiz.leave() == 130


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
    quiz.see(progress(1), SECOND.text)
    quiz.press("q")
    assert quiz.leave() == 130


def test_a_narrow_terminal_shows_every_word(terminal: Open) -> None:
    """At 40 columns question, answers, ways out and standing are whole and wrap between words."""
    quiz = terminal("--live", columns=40)
    quiz.see(FIRST.text, *(answer.text for answer in FIRST.answers), "q quit")
    quiz.press(ENTER)
    quiz.see(SECOND.text, *(answer.text for answer in SECOND.answers), "Ahead in this half so far")
    quiz.press("q")
    assert quiz.leave() == 130


def test_no_colour_is_drawn_where_none_is_wanted(terminal: Open) -> None:
    """With NO_COLOR the menus, shares included, set no colour."""
    quiz = terminal("--live", "--only", NOTED.id, NO_COLOR="1")
    quiz.see(DONE[0].text[:40])
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
    quiz = terminal("--only", NOTED.id, "--all")
    tried = False
    for number, question in enumerate(DONE, start=1):
        quiz.see(f"{number} of {len(DONE)}", question.text[:40])
        alone = next((each for each in question.answers if each.alone), None)
        if alone and question.pick == "several" and not tried:
            tried = True
            quiz.press(" " + DOWN * question.answers.index(alone) + " " + ENTER)
            quiz.see("goes with no other answer.")
            quiz.press(HOME + " ")
        else:
            quiz.press(" " if question.pick == "several" else "")
        quiz.press(ENTER)
    quiz.see("> show the result")
    quiz.press("r")
    assert quiz.leave() == 0
    assert tried
    assert last(terminal)["answered"] == len(DONE)
    assert (unfinished(state), results(state)) == ([], 1)
