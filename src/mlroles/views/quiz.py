"""The quiz: its verdict, and the questionnaire behind it."""

from collections.abc import Iterable, Mapping

from mlroles.quiz.models import Answer, Count, Question, Questionnaire
from mlroles.quiz.verdict import Change, Reason, Result, Sureness
from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Cell,
    Command,
    Document,
    Footnotes,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import counted, percentages
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
        Paragraph(
            "An answer's points are added to each role's sum; a role's share is e to the power of "
            "its sum, divided by the total of these over the roles. An unanswered question adds "
            "nothing."
        ),
    ]
    numbers = {question.id: n for n, question in enumerate(questionnaire.questions, start=1)}
    for half in questionnaire.halves:
        blocks += [Heading(half.title, level=2), Paragraph(half.basis)]
        for question in questionnaire.only((half.id,)).questions:
            title = f"{numbers[question.id]}. {question.text}"
            blocks += _question_blocks(title, question, catalogue)
    claims = [c for each in questionnaire.questions for a in each.answers for c in a.claims]
    disputed = catalogue.disputes_of(claims)
    blocks += [
        Footnotes((), DISPUTED if disputed else ""),
        Next(
            (
                command("quiz"),
                *(command("sources", claim) for claim in claims[:1]),
                command("score", "--template"),
            )
        ),
    ]
    return Document(tuple(blocks))


def _question_blocks(title: str, question: Question, catalogue: Catalogue) -> list[Block]:
    several = " Several answers may be chosen." if question.pick == "several" else ""
    has_counts = any(answer.counts for answer in question.answers)
    headers: tuple[Text, ...] = (
        "Answer",
        *(Phrase(role.letter, role=index) for index, role in enumerate(catalogue.roles)),
        "Gave it, of those asked" if has_counts else "Claims",
    )
    rows = [_answer_row(answer, catalogue) for answer in question.answers]
    if question.base:
        points = (_signed(question.base[role.id]) for role in catalogue.roles)
        rows.append((Phrase("added once, for answering", muted=True), *points, ""))
    return [
        Heading(title, level=2),
        Paragraph(Phrase(f"{question.id}: {question.why}{several}", muted=True)),
        Table(headers, tuple(rows)),
    ]


def _answer_row(answer: Answer, catalogue: Catalogue) -> tuple[Cell, ...]:
    disputed = bool(catalogue.disputes_of(answer.claims))
    return (
        (Phrase(answer.text, disputed=disputed), Phrase(answer.id, muted=True)),
        *(_signed(answer.points[role.id]) for role in catalogue.roles),
        ", ".join(answer.claims) if answer.counts is None else _ticked_by(answer.counts, catalogue),
    )


def _ticked_by(counts: Mapping[str, Count], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(
        f"{role.letter} {counts[role.id].ticked:,} of {counts[role.id].asked:,}"
        for role in catalogue.roles
    )


def _signed(points: float) -> str:
    return f"{points:+.2f}".replace("-", "−")


class _ResultScreen:
    """The result in words: looks up what its ids stand for."""

    def __init__(self, result: Result, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._result = result
        self._catalogue = catalogue
        self._roles = {role.id: role for role in catalogue.roles}
        self._questions = {question.id: question for question in questionnaire.questions}
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
        if result.answered:  # else the shares are merely equal
            blocks.append(Bars(tuple(Bar(self._name(role), share) for role, share in ranked)))
        blocks += [
            Paragraph(self._how_many()),
            *self._halves(),
            *self._why(),
            *self._what_would_change_it(),
            *self._disputed(),
            *self._how_sure(),
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
        return f"From your answers to {answered} of {counted(total, 'question')}{few}."

    def _halves(self) -> list[Block]:
        """Set the halves side by side, and say what it means where they disagree."""
        answered = [half for half in self._result.halves if half.answered]
        if len(answered) == 1 or not answered:
            return []
        percents = [percentages(tuple(half.shares.values())) for half in answered]
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (self._name(role), *(f"{column[place]} %" for column in percents))
            for place, role in enumerate(self._result.shares)
        )
        blocks: list[Block] = [Table(("", *(half.title for half in answered)), rows)]
        if self._result.agree is False:
            said = "; ".join(f"{half.title}: {self._titles(half.leaders)}" for half in answered)
            blocks.append(
                Paragraph(
                    f"The halves disagree. {said}. Neither is wrong: one is where you would like "
                    "to go, the other where you are. Read both roles, see what you would have to "
                    "learn on the way from one to the other, and talk to someone who does the "
                    "work, before you trust the sum above."
                )
            )
        return blocks

    def _how_sure(self) -> list[Block]:
        blocks: list[Block] = [Heading("How sure is this", level=2)]
        for half in self._result.halves:
            if not half.answered:
                continue
            blocks.append(Paragraph(f"{half.title}: {half.basis}"))
            if half.sureness:
                leader = max(half.shares, key=lambda role: half.shares[role])
                blocks.append(Paragraph(self._sureness(half.sureness, leader)))
        return blocks if len(blocks) > 1 else []

    def _sureness(self, sure: Sureness, leader: str) -> str:
        said = (
            f"Of {sure.people:,} people not used to set the points whose leading role had a share "
            f"from {sure.low * 100:.0f} to {sure.high * 100:.0f} %, "
            f"{sure.right * 100:.0f} in 100 held its title."
        )
        name = self._roles[leader].short_title
        said += f" Of those for whom {name} led, {sure.held * 100:.0f} in 100 held that title"
        if sure.confused_with:
            other = self._roles[sure.confused_with].short_title
            said += f" and {sure.confused * 100:.0f} that of {other}"
        return f"{said}. Every role counts alike here."

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
                    f"{self._said(each)}: {self._roles[each.role].short_title} × {each.factor:.1f}"
                    for each in reasons
                ),
                signs=tuple("+" if each.for_leader else "−" for each in reasons),
            ),
        ]

    def _said(self, reason: Reason) -> str:
        """Return the answers behind a reason; where they are mere names, say what of."""
        given = ", ".join(self._answers[reason.question, each] for each in reason.answers)
        measured = self._questions[reason.question].survey is not None
        return f"{reason.question}: {given}" if measured else given

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
        return [
            Heading("Answers on which the sources disagree", level=2),
            Items(
                tuple(
                    f"{self._answers[each.question, each.answer]} ({', '.join(each.disputes)})"
                    for each in self._result.disputed
                )
            ),
        ]

    def _next(self) -> tuple[Command, ...]:
        result = self._result
        if not result.leaders:
            return (command("quiz"), command("compare"))
        together = result.leaders
        if not result.undecided and result.runner_up:
            together = (*result.leaders, result.runner_up)
        if result.agree is False:
            leaders = (half.leaders[0] for half in result.halves if half.leaders)
            together = tuple(dict.fromkeys((*leaders, *together)))
        compare = command("compare", *together)
        disputes = (command("sources", "--disputes"),) if result.disputed else ()
        show = command("show", result.leaders[0])
        return (compare, show, *disputes, command("quiz", "questions"))

    def _name(self, role_id: str) -> Phrase:
        return Phrase(self._roles[role_id].short_title, role=self._catalogue.role_index[role_id])

    def _titles(self, role_ids: Iterable[str]) -> str:
        *first, last = (self._roles[each].short_title for each in role_ids)
        return f"{', '.join(first)} and {last}" if first else last
