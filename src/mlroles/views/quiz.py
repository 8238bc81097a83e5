"""The quiz: its verdict, and the questionnaire behind it."""

from collections.abc import Iterable

from mlroles.quiz.models import Answer, Questionnaire
from mlroles.quiz.verdict import Change, Result
from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Cell,
    Document,
    Footnotes,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.views.marks import DISPUTED

MOST_REASONS = 5
"""The strongest reasons tell the story; the result as JSON holds every one."""


def view(result: Result, questionnaire: Questionnaire, catalogue: Catalogue) -> Document:
    """Return the screen of a finished quiz."""
    return _ResultScreen(result, questionnaire, catalogue).document()


def questions_view(questionnaire: Questionnaire, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles quiz questions``."""
    blocks: list[Block] = [
        Heading(questionnaire.title),
        Paragraph(questionnaire.basis),
        Paragraph(
            "An answer's points are added to each role's sum; a role's share is e to the power of "
            "its sum, divided by the total of these over the roles. An unanswered question adds "
            "nothing."
        ),
    ]
    headers: tuple[Text, ...] = (
        "Answer",
        *(Phrase(role.letter, role=index) for index, role in enumerate(catalogue.roles)),
        "Claims",
    )
    for number, question in enumerate(questionnaire.questions, start=1):
        rows = tuple(_answer_row(answer, catalogue) for answer in question.answers)
        several = " Several answers may be chosen." if question.pick == "several" else ""
        blocks += [
            Heading(f"{number}. {question.text}", level=2),
            Paragraph(Phrase(f"{question.id}: {question.why}{several}", muted=True)),
            Table(headers, rows),
        ]
    disputed = any(
        catalogue.disputes_of(answer.claims)
        for question in questionnaire.questions
        for answer in question.answers
    )
    blocks += [
        Footnotes((), DISPUTED if disputed else ""),
        Next(("mlroles quiz", "mlroles sources CLAIM-ID")),
    ]
    return Document(tuple(blocks))


def _answer_row(answer: Answer, catalogue: Catalogue) -> tuple[Cell, ...]:
    disputed = bool(catalogue.disputes_of(answer.claims))
    return (
        (Phrase(answer.text, disputed=disputed), Phrase(answer.id, muted=True)),
        *(_signed(answer.points[role.id]) for role in catalogue.roles),
        ", ".join(answer.claims),
    )


def _signed(points: float) -> str:
    return f"{points:+.2f}".replace("-", "−")


class _ResultScreen:
    """The result in words: looks up what its ids stand for."""

    def __init__(self, result: Result, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._result = result
        self._catalogue = catalogue
        self._roles = {role.id: role for role in catalogue.roles}
        self._answers = {
            (question.id, answer.id): answer.text
            for question in questionnaire.questions
            for answer in question.answers
        }

    def document(self) -> Document:
        result = self._result
        ranked = sorted(result.shares.items(), key=lambda each: -each[1])
        blocks: list[Block] = [Heading(self._verdict())]
        if result.undecided:
            blocks.append(Paragraph(result.rule))
        blocks += [
            Bars(tuple(Bar(self._name(role), share) for role, share in ranked)),
            Paragraph(self._how_many()),
            *self._why(),
            *self._what_would_change_it(),
            *self._disputed(),
            Heading("How sure is this", level=2),
            Paragraph(result.basis),
            Next(self._next()),
        ]
        return Document(tuple(blocks))

    def _verdict(self) -> str:
        if not self._result.leaders:
            return "No question was answered, so there is no verdict yet."
        titles = self._titles(self._result.leaders)
        if self._result.undecided:
            return f"Undecided between {titles}."
        return f"You lean towards {titles}."

    def _how_many(self) -> str:
        answered, total = self._result.answered, self._result.total
        few = ": little to go on" if 0 < answered < total / 2 else ""
        return f"From your answers to {answered} of {total} questions{few}."

    def _why(self) -> list[Block]:
        reasons = self._result.reasons[:MOST_REASONS]
        if not reasons:
            return []
        odds = self._titles((self._result.leaders[0], str(self._result.runner_up)))
        return [
            Heading("Why", level=2),
            Paragraph(f"What moved the odds between {odds} most, and by what factor:"),
            Items(
                tuple(
                    f"{self._answers[each.question, each.answer]}: "
                    f"{self._roles[each.role].short_title} × {each.factor:.1f}"
                    for each in reasons
                ),
                signs=tuple("+" if each.for_leader else "−" for each in reasons),
            ),
        ]

    def _what_would_change_it(self) -> list[Block]:
        if not self._result.answered or not self._result.runner_up:
            return []
        change = self._result.change
        said = (
            "No change to a single answer puts another role in the lead."
            if change is None
            else f"{self._changed(change)}, {self._then(change)}."
        )
        return [Heading("What would change it", level=2), Paragraph(said)]

    def _changed(self, change: Change) -> str:
        removed = [each for each in change.before if each not in change.after]
        added = [each for each in change.after if each not in change.before]
        old, new = (
            " and ".join(f"“{self._answers[change.question, each]}”" for each in ids)
            for ids in (removed, added)
        )
        if not added:
            return f"Without {old}"
        return f"With {new} in place of {old}" if removed else f"With {new} as well"

    def _then(self, change: Change) -> str:
        titles = self._titles(change.leaders)
        if len(change.leaders) > 1:
            first = self._roles[change.leaders[0]].short_title
            return f"it would be undecided between {titles}, with {first} ahead"
        return f"the answer would be {titles}"

    def _disputed(self) -> list[Block]:
        if not self._result.disputed:
            return []
        about = {dispute.id: dispute.about for dispute in self._catalogue.sources.disputes}
        return [
            Heading("Answers on which the sources disagree", level=2),
            Items(
                tuple(
                    (
                        self._answers[each.question, each.answer],
                        *(Phrase(about[dispute], muted=True) for dispute in each.disputes),
                    )
                    for each in self._result.disputed
                )
            ),
        ]

    def _next(self) -> tuple[str, ...]:
        result = self._result
        if not result.leaders:
            return ("mlroles quiz", "mlroles compare")
        together = result.leaders
        if not result.undecided and result.runner_up:
            together = (*result.leaders, result.runner_up)
        compare = " ".join(("mlroles compare", *together))
        disputes = ("mlroles sources --disputes",) if result.disputed else ()
        show = f"mlroles show {result.leaders[0]}"
        return (compare, show, *disputes, "mlroles quiz questions")

    def _name(self, role_id: str) -> Phrase:
        return Phrase(self._roles[role_id].short_title, role=self._catalogue.role_index[role_id])

    def _titles(self, role_ids: Iterable[str]) -> str:
        *first, last = (self._roles[each].short_title for each in role_ids)
        return f"{', '.join(first)} and {last}" if first else last
