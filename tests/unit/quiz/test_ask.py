"""The walk through a questionnaire with a person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mlroles.quiz.ask import Outcome, hold_quiz
from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.prompts import Answered, Back, Quit, Reply, Shares, Skip
from mlroles.quiz.sheets import dump_sheet
from mlroles.quiz.state import UnfinishedQuiz
from mlroles.roles.catalogue import Catalogue

OVEN, SHADE, EVENING, PAN = (Answered((each,)) for each in ("oven", "shade", "evening", "pan"))
ALL = {"heat": ("oven",), "hours": ("evening",), "tools": ("pan",)}


@dataclass
class Person:
    """An asker that replies by rote, and remembers what it was asked."""

    replies: list[Reply]
    goes_on: bool | Quit = True
    asked: list[tuple[str, int, int, tuple[str, ...]]] = field(default_factory=list)
    offered: list[tuple[int, int]] = field(default_factory=list)
    shares: list[Shares] = field(default_factory=list)

    def ask(
        self, question: Question, number: int, total: int, given: tuple[str, ...], shares: Shares
    ) -> Reply:
        """Give the next reply."""
        self.asked.append((question.id, number, total, given))
        self.shares.append(shares)
        return self.replies.pop(0)

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Say whether to go on."""
        self.offered.append((answered, total))
        return self.goes_on


Hold = Callable[..., Outcome]


@pytest.fixture
def told() -> list[str]:
    """Return the sentences told to the person."""
    return []


@pytest.fixture
def hold(
    questionnaire: Questionnaire, catalogue: Catalogue, tmp_path: Path, told: list[str]
) -> Hold:
    """Return what holds a quiz with a person, keeping answers in ``tmp_path / "state"``."""

    def hold(person: Person, *, fresh: bool = False) -> Outcome:
        unfinished = UnfinishedQuiz(questionnaire, tmp_path / "state")
        return hold_quiz(
            questionnaire, catalogue.roles, person, unfinished, fresh=fresh, tell=told.append
        )

    return hold


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return where the answers are kept."""
    return tmp_path / "state" / "kitchen.json"


def test_every_question_is_asked(hold: Hold, told: list[str]) -> None:
    """A quiz ends after the last question, and nothing needs to be said about keeping."""
    person = Person([OVEN, EVENING, PAN])
    assert hold(person) == Outcome(ALL, finished=True)
    assert person.asked == [("heat", 1, 3, ()), ("hours", 2, 3, ()), ("tools", 3, 3, ())]
    assert not person.offered
    assert not told


def test_shares_are_shown_from_the_first_answer(hold: Hold, catalogue: Catalogue) -> None:
    """Each question comes with every role's share so far, once something is answered."""
    person = Person([Skip(), EVENING, PAN])
    hold(person)
    before, skipped, answered = person.shares
    assert before == skipped == ()
    assert [role for role, _ in answered] == list(catalogue.roles)
    assert sum(share for _, share in answered) == pytest.approx(1)


def test_a_skipped_question_has_no_answer(hold: Hold) -> None:
    """Skipping leaves a question out, also one that was answered before."""
    person = Person([Skip(), EVENING, PAN])
    assert hold(person) == Outcome({"hours": ("evening",), "tools": ("pan",)}, finished=True)


def test_back_undoes_the_last_answer(hold: Hold) -> None:
    """Going back asks the question again as it stood, and at the first question stays."""
    person = Person([Back(), OVEN, Back(), SHADE, EVENING, PAN])
    assert hold(person).answers == {**ALL, "heat": ("shade",)}
    assert [name for name, *_ in person.asked] == [
        "heat",
        "heat",
        "hours",
        "heat",
        "hours",
        "tools",
    ]


def test_every_answer_is_kept_at_once(
    hold: Hold, sheet: Path, questionnaire: Questionnaire
) -> None:
    """When a question is asked, every answer before it is in the saved sheet."""
    seen: list[bytes | None] = []

    class Watching(Person):
        def ask(self, *args: object) -> Reply:
            seen.append(sheet.read_bytes() if sheet.exists() else None)
            return super().ask(*args)  # type: ignore[arg-type]

    hold(Watching([OVEN, Back(), SHADE, EVENING, PAN]))
    stands: list[dict[str, tuple[str, ...]]] = [
        {"heat": ("oven",)},
        {},
        {"heat": ("shade",)},
        {"heat": ("shade",), "hours": ("evening",)},
    ]
    assert seen == [None, *(dump_sheet(questionnaire, answers) for answers in stands)]


def test_who_quits_is_told_how_to_go_on(hold: Hold, told: list[str], sheet: Path) -> None:
    """Quitting keeps the answers, says where they lie, and how to go on."""
    assert hold(Person([OVEN, Quit()])) == Outcome({"heat": ("oven",)}, finished=False)
    assert told == [
        "Your answers to 1 of 3 questions are kept. To go on: mlroles quiz",
        f"They lie in {sheet}",
    ]


def test_who_answered_nothing_is_told_nothing(hold: Hold, told: list[str], sheet: Path) -> None:
    """Quitting before the first answer keeps nothing and says nothing."""
    assert hold(Person([Skip(), Quit()])) == Outcome({}, finished=False)
    assert not told
    assert not sheet.exists()


def test_a_quiz_goes_on_where_it_was_left(hold: Hold) -> None:
    """The next quiz offers the saved answers and goes on after them."""
    hold(Person([OVEN, Quit()]))
    person = Person([EVENING, PAN])
    assert hold(person) == Outcome(ALL, finished=True)
    assert person.offered == [(1, 3)]
    assert person.asked[0] == ("hours", 2, 3, ())


def test_back_in_a_resumed_quiz_shows_the_saved_answer(hold: Hold) -> None:
    """Going back behind the place where a quiz was left shows the answer given then."""
    hold(Person([OVEN, Quit()]))
    person = Person([Back(), SHADE, EVENING, PAN])
    assert hold(person).answers == {**ALL, "heat": ("shade",)}
    assert person.asked[1] == ("heat", 1, 3, ("oven",))


@pytest.mark.parametrize("fresh", [False, True])
def test_starting_over_destroys_nothing_before_the_first_answer(
    hold: Hold, sheet: Path, questionnaire: Questionnaire, fresh: bool
) -> None:
    """Who starts over loses the saved sheet to the first new answer, not before."""
    hold(Person([OVEN, Quit()]))
    before = sheet.read_bytes()
    hold(Person([Quit()], goes_on=False), fresh=fresh)
    assert sheet.read_bytes() == before
    person = Person([SHADE, Quit()], goes_on=False)
    hold(person, fresh=fresh)
    assert bool(person.offered) is not fresh  # --fresh does not even ask
    assert sheet.read_bytes() == dump_sheet(questionnaire, {"heat": ("shade",)})


def test_quitting_at_the_offer_keeps_the_answers(hold: Hold, told: list[str], sheet: Path) -> None:
    """Who quits when asked whether to go on keeps what was saved, and is told so."""
    hold(Person([OVEN, Quit()]))
    before, sentences = sheet.read_bytes(), list(told)
    told.clear()
    assert hold(Person([], Quit())) == Outcome({"heat": ("oven",)}, finished=False)
    assert told == sentences
    assert sheet.read_bytes() == before


def test_a_folder_that_keeps_nothing_is_told_once(hold: Hold, told: list[str], sheet: Path) -> None:
    """Where nothing can be kept that is said once, and the quiz goes on to its end."""
    sheet.parent.write_text("a file")
    assert hold(Person([OVEN, EVENING, PAN])) == Outcome(ALL, finished=True)
    (sentence,) = told
    assert sentence.startswith(f"Your answers cannot be kept in {sheet.parent}: file exists.")
    assert "MLROLES_STATE" in sentence


def test_who_quits_is_not_told_that_lost_answers_are_kept(
    hold: Hold, told: list[str], sheet: Path
) -> None:
    """Where nothing can be kept, quitting says that again."""
    sheet.parent.write_text("a file")
    hold(Person([OVEN, Quit()]))
    assert told[1:] == [f"Your answers cannot be kept in {sheet.parent}: file exists."]


def test_a_folder_that_recovers_keeps_the_answers(hold: Hold, told: list[str], sheet: Path) -> None:
    """A later answer that can be kept brings the earlier ones with it."""
    sheet.parent.write_text("a file")

    class Mending(Person):
        def ask(self, *args: object) -> Reply:
            if len(self.replies) == 2:
                sheet.parent.unlink()
            return super().ask(*args)  # type: ignore[arg-type]

    hold(Mending([OVEN, EVENING, Quit()]))
    assert told[1] == "Your answers to 2 of 3 questions are kept. To go on: mlroles quiz"


def test_a_broken_sheet_is_told(hold: Hold, told: list[str], sheet: Path) -> None:
    """A saved sheet that cannot be read is told of, and the quiz starts at the beginning."""
    sheet.parent.mkdir()
    sheet.write_text("{")
    person = Person([OVEN, EVENING, PAN])
    assert hold(person).finished
    assert not person.offered
    assert [sentence[:32] for sentence in told] == ["The saved answers could not be r"]
