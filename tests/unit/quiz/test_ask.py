"""The walk through a questionnaire with a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mlroles.errors import MlrolesError
from mlroles.quiz.ask import Manner, Outcome, hold_quiz
from mlroles.quiz.models import Half, Question, Questionnaire
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
from mlroles.quiz.scorecard import Answers
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
    begins: bool | Quit = True
    asked: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    offered: list[tuple[int, int]] = field(default_factory=list)
    standings: list[Standing | None] = field(default_factory=list)
    choices: list[Change | Quit] = field(default_factory=list)
    reviewed: list[Answers] = field(default_factory=list)

    def ask(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> Reply:
        """Give the next reply."""
        self.asked.append((question.id, str(progress), given))
        self.standings.append(standing)
        return self.replies.pop(0)

    def review(self, questions: Sequence[Question], answers: Answers) -> Finish | Change | Quit:
        """Choose what to change, and then the result."""
        assert {question.id for question in questions} >= set(answers)
        self.reviewed.append(answers)
        return self.choices.pop(0) if self.choices else Finish()

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Say whether to answer ``half``."""
        self.noted.append(half.id)
        return self.begins

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
def hold(questionnaire: Questionnaire, tmp_path: Path, told: list[str]) -> Hold:
    """Return what holds a quiz with a person, keeping answers in ``tmp_path / "state"``."""

    def hold(
        person: Person,
        *,
        questionnaire: Questionnaire = questionnaire,
        halves: tuple[str, ...] = (),
        **manner: Any,
    ) -> Outcome:
        unfinished = UnfinishedQuiz(questionnaire, tmp_path / "state")
        asked = questionnaire.only(halves)
        return hold_quiz(asked, person, unfinished, Manner(**manner), told.append)

    return hold


@pytest.fixture
def sheet(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Return where the answers are kept."""
    return tmp_path / "state" / f"kitchen.{questionnaire.fingerprint}.json"


def test_every_question_is_asked(hold: Hold, told: list[str]) -> None:
    """A quiz ends after the last question, and nothing needs to be said about keeping."""
    person = Person([OVEN, EVENING, PAN])
    assert hold(person) == Outcome(ALL, finished=True)
    assert person.asked == [
        ("heat", "1 of 3", ()),
        ("hours", "2 of 3", ()),
        ("tools", "3 of 3", ()),
    ]
    assert not person.offered
    assert not told


def test_nothing_tells_the_answer_while_it_is_being_asked(hold: Hold) -> None:
    """How it stands is shown to nobody who does not ask for it."""
    person = Person([OVEN, EVENING, PAN])
    hold(person)
    assert person.standings == [None, None, None]


def test_how_it_stands_is_shown_on_request(
    hold: Hold, catalogue: Catalogue, whole: Questionnaire
) -> None:
    """From the first answer to a half on, it is told in words where nothing measures it."""
    person = Person([Skip(), EVENING, PAN, DAILY, KNIFE, EARLY])
    hold(person, questionnaire=whole, live=catalogue.roles)
    before, skipped, words, opening, shares, _ = person.standings
    assert before is skipped is opening is None
    assert words == Standing(catalogue.roles[1:])  # the evening speaks for both alike
    assert shares is not None
    assert shares.ahead == catalogue.roles[:1]
    assert [role for role, _ in shares.shares] == list(catalogue.roles)
    assert sum(share for _, share in shares.shares) == pytest.approx(1)


def test_a_skipped_question_has_no_answer(hold: Hold) -> None:
    """Skipping leaves a question out, also one that was answered before."""
    person = Person([Skip(), EVENING, PAN])
    assert hold(person) == Outcome({"hours": ("evening",), "tools": ("pan",)}, finished=True)


def test_back_asks_again_and_shows_the_answer(hold: Hold) -> None:
    """Going back asks the question again with its answer, and at the first question stays."""
    person = Person([Back(), OVEN, Back(), SHADE, EVENING, PAN])
    assert hold(person).answers == {**ALL, "heat": ("shade",)}
    assert [(name, given) for name, _, given in person.asked] == [
        ("heat", ()),
        ("heat", ()),
        ("hours", ()),
        ("heat", ("oven",)),
        ("hours", ()),
        ("tools", ()),
    ]


def test_going_back_loses_nothing_further_on(hold: Hold, sheet: Path) -> None:
    """Whoever steps back twice and leaves keeps every answer, and goes on after the last."""
    hold(Person([OVEN, EVENING, Back(), Back(), Quit()]))
    assert '"hours": "evening"' in sheet.read_text()
    person = Person([PAN])
    assert hold(person) == Outcome(ALL, finished=True)


def test_any_answer_is_changed_before_the_result(hold: Hold, sheet: Path) -> None:
    """Before the result all answers are shown, and one that is changed there is kept at once."""
    person = Person([OVEN, Skip(), PAN, SHADE], choices=[Change("heat"), Quit()])
    changed: Answers = {"heat": ("shade",), "tools": ("pan",)}
    assert hold(person) == Outcome(changed, finished=False)
    assert person.reviewed == [{"heat": ("oven",), "tools": ("pan",)}, changed]
    assert person.asked[-1] == ("heat", "1 of 3", ("oven",))
    assert '"heat": "shade"' in sheet.read_text()

    person = Person([EVENING, Back()], choices=[Change("hours"), Change("tools")])
    outcome = hold(person)
    assert outcome == Outcome({**changed, "hours": ("evening",)}, finished=True)
    assert [name for name, *_ in person.asked] == ["hours", "tools"]


def test_leaving_while_an_answer_is_changed_leaves_the_quiz(hold: Hold, told: list[str]) -> None:
    """Quitting at a question that was opened again keeps all answers as they were."""
    person = Person([OVEN, EVENING, PAN, Quit()], choices=[Change("heat")])
    assert hold(person) == Outcome(ALL, finished=False)
    assert told[0] == "Your answers to 3 of 3 questions are kept. To go on: mlroles quiz"


def test_what_was_finished_is_edited(hold: Hold, sheet: Path) -> None:
    """The answers of a finished quiz are opened, and a change to them is kept."""
    person = Person([SHADE], choices=[Change("heat")])
    outcome = hold(person, edit=True, finished={**ALL, "gone": ("x",)})
    assert outcome == Outcome({**ALL, "heat": ("shade",)}, finished=True)
    assert (person.offered, person.reviewed[0]) == ([], ALL)
    assert '"heat": "shade"' in sheet.read_text()


def test_what_is_unfinished_is_edited_first(hold: Hold) -> None:
    """Answers of an unfinished quiz are newer than those of a finished one."""
    hold(Person([SHADE, Quit()]))
    person = Person([])
    assert hold(person, edit=True, finished=ALL) == Outcome({"heat": ("shade",)}, finished=True)


@pytest.mark.parametrize("finished", [None, {}, {"gone": ("x",)}])
def test_where_nothing_is_kept_nothing_is_edited(hold: Hold, finished: Answers | None) -> None:
    """Without answers there is an error that says what to do."""
    with pytest.raises(MlrolesError, match="no answers to edit") as caught:
        hold(Person([]), edit=True, finished=finished)
    assert "mlroles quiz" in caught.value.hint


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
        {"heat": ("oven",)},
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
    assert person.asked[0] == ("hours", "2 of 3", ())


def test_back_in_a_resumed_quiz_shows_the_saved_answer(hold: Hold) -> None:
    """Going back behind the place where a quiz was left shows the answer given then."""
    hold(Person([OVEN, Quit()]))
    person = Person([Back(), SHADE, EVENING, PAN])
    assert hold(person).answers == {**ALL, "heat": ("shade",)}
    assert person.asked[1] == ("heat", "1 of 3", ("oven",))


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


DAILY, KNIFE, NOTHING, EARLY = (
    Answered((each,)) for each in ("daily", "knife", "nothing", "early")
)


def test_a_half_with_a_note_is_offered_first(hold: Hold, whole: Questionnaire) -> None:
    """Before the first question of a half that has a note, it is asked whether to answer it."""
    person = Person([OVEN, EVENING, PAN, DAILY, KNIFE, EARLY])
    outcome = hold(person, questionnaire=whole)
    assert outcome.answers == {
        **ALL,
        "bread": ("daily",),
        "gear": ("knife",),
        "shift": ("early",),
    }
    assert outcome.finished
    assert person.noted == ["does"]
    assert [progress for _, progress, _ in person.asked] == [
        "1 of at most 6",
        "2 of at most 6",
        "3 of at most 6",
        "4 of at most 6",
        "5 of at most 6",
        "6 of at most 6",
    ]


def test_a_half_that_is_not_wanted_is_skipped(hold: Hold, whole: Questionnaire) -> None:
    """Who does not want to answer a half is asked none of it, and has finished."""
    person = Person([OVEN, EVENING, PAN], begins=False)
    assert hold(person, questionnaire=whole) == Outcome(ALL, finished=True)
    assert len(person.asked) == 3


def test_the_offer_of_a_half_can_be_left(hold: Hold, whole: Questionnaire, told: list[str]) -> None:
    """Quitting there keeps the answers, and the next quiz makes the offer again."""
    person = Person([OVEN, EVENING, PAN], begins=Quit())
    assert hold(person, questionnaire=whole) == Outcome(ALL, finished=False)
    assert told[0] == "Your answers to 3 of 6 questions are kept. To go on: mlroles quiz"
    person = Person([Skip(), Skip(), Skip()])
    assert hold(person, questionnaire=whole) == Outcome(ALL, finished=True)
    assert (person.offered, person.noted) == ([(3, 6)], ["does"])


def test_the_offer_is_not_made_again_within_the_half(hold: Hold, whole: Questionnaire) -> None:
    """Who left amid a half goes on in it without a word about it."""
    hold(Person([OVEN, EVENING, PAN, DAILY, Quit()]), questionnaire=whole)
    person = Person([NOTHING])
    assert hold(person, questionnaire=whole).finished
    assert person.noted == []


def test_a_half_stops_early(hold: Hold, whole: Questionnaire) -> None:
    """Once the leader would stay the leader the quiz ends, with the answers so far."""
    person = Person([DAILY, NOTHING])
    outcome = hold(person, questionnaire=whole, halves=("does",))
    assert outcome == Outcome({"bread": ("daily",), "gear": ("nothing",)}, finished=True)
    assert [progress for _, progress, _ in person.asked] == ["1 of at most 3", "2 of at most 3"]
    assert person.noted == []  # who asked for one half is not asked whether to skip it


def test_every_question_is_asked_on_request(hold: Hold, whole: Questionnaire) -> None:
    """With ``answer_all`` the quiz does not stop early, and the total is no estimate."""
    person = Person([DAILY, NOTHING, EARLY])
    outcome = hold(person, questionnaire=whole, halves=("does",), answer_all=True)
    assert len(outcome.answers) == 3
    assert [progress for _, progress, _ in person.asked] == ["1 of 3", "2 of 3", "3 of 3"]


@pytest.mark.parametrize("fresh", [False, True])
def test_one_half_leaves_the_answers_to_the_other(
    hold: Hold, whole: Questionnaire, tmp_path: Path, told: list[str], fresh: bool
) -> None:
    """Answers kept for another half are neither offered, counted nor lost, also starting over."""
    sheet = tmp_path / "state" / f"kitchen.{whole.fingerprint}.json"
    hold(Person([OVEN, Quit()]), questionnaire=whole)
    told.clear()
    person = Person([DAILY, Quit()])
    outcome = hold(person, questionnaire=whole, halves=("does",), fresh=fresh)
    assert outcome == Outcome({"bread": ("daily",)}, finished=False)
    assert person.offered == []
    assert told[0] == "Your answers to 1 of 3 questions are kept. To go on: mlroles quiz"
    both: Answers = {"heat": ("oven",), "bread": ("daily",)}
    assert sheet.read_bytes() == dump_sheet(whole, both)

    hold(Person([Quit()], goes_on=False), questionnaire=whole, halves=("does",))
    assert sheet.read_bytes() == dump_sheet(whole, both)
