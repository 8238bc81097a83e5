"""The quiz: its verdict, and the questionnaire behind it."""

from collections.abc import Iterable, Mapping, Sequence

from mlroles.quiz.models import Answer, Count, Half, Points, Question, Questionnaire
from mlroles.quiz.verdict import (
    NONE,
    Change,
    HalfResult,
    Reason,
    Result,
    Sureness,
    naming_rule,
    without_points,
)
from mlroles.render.document import (
    Bar,
    Bars,
    Block,
    Cell,
    Command,
    Document,
    Fields,
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
from mlroles.text import listed, percentages, whole
from mlroles.views.marks import DISPUTED
from mlroles.views.quiz_words import (
    LEAST,
    MOST_QUOTED,
    MOST_REASONS,
    NEAREST_JOBS,
    SHORT,
    SHORTER,
    Say,
)


def view(
    result: Result,
    questionnaire: Questionnaire,
    catalogue: Catalogue,
    *,
    full: bool = False,
    more: Command | None = None,
) -> Document:
    """Return the screen of a finished quiz: what matters, or with ``full`` everything.

    ``more`` is the command that shows everything, where there is one.
    """
    return _ResultScreen(result, questionnaire, catalogue).document(full=full, more=more)


def questions_view(questionnaire: Questionnaire, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles quiz questions``."""
    blocks: list[Block] = [
        Heading(questionnaire.title),
        Paragraph(
            "An answer's points are added to each role's sum, for each half apart. In a half that "
            "is measured a role's share is e to the power of its sum, divided by the total of "
            "these over the roles; the other speaks in words. An unanswered question adds nothing."
        ),
        *_without_points(questionnaire, catalogue),
    ]
    numbers = {question.id: n for n, question in enumerate(questionnaire.questions, start=1)}
    for half in questionnaire.halves:
        rule = naming_rule(questionnaire, half)
        blocks += [Heading(half.title, level=2), Paragraph(half.basis), Paragraph(rule)]
        columns = _Columns(questionnaire, half, catalogue)
        for question in questionnaire.only((half.id,)).questions:
            title = f"{numbers[question.id]}. {question.text}"
            blocks += _question_blocks(title, question, columns)
    claims = [c for each in questionnaire.questions for a in each.answers for c in a.claims]
    disputed = catalogue.disputes_of(claims)
    blocks += [
        Footnotes((), (DISPUTED,) if disputed else ()),
        Next(
            (
                command("quiz"),
                *(command("sources", claim) for claim in claims[:1]),
                command("score", "--template"),
            )
        ),
    ]
    return Document(tuple(blocks))


def column_names(questionnaire: Questionnaire, catalogue: Catalogue) -> dict[str, str]:
    """Return what roles, and jobs beside them, are called in a result, by id."""
    beside = [each for half in questionnaire.halves for each in half.beside]
    names = {each.id: each.title for each in beside} | {NONE: "none of these"}
    return names | {role.id: role.short_title for role in catalogue.roles}


def without_points_sentence(questionnaire: Questionnaire, catalogue: Catalogue) -> str:
    """Say which roles of the catalogue no answer can speak for; nothing where there are none."""
    ids = without_points(questionnaire, catalogue)
    names = [role.title for role in catalogue.roles if role.id in ids]
    return Say.WITHOUT_POINTS.format(roles=listed(names)) if names else ""


def _without_points(questionnaire: Questionnaire, catalogue: Catalogue) -> list[Block]:
    said = without_points_sentence(questionnaire, catalogue)
    return [Paragraph(said)] if said else []


class _Columns:
    """The columns of a half: the roles with their letters, and the jobs beside them by name."""

    def __init__(self, questionnaire: Questionnaire, half: Half, catalogue: Catalogue) -> None:
        places = [catalogue.role_index[role] for role in questionnaire.roles]
        self.catalogue = catalogue
        self.roles = {
            catalogue.roles[n].id: Phrase(catalogue.roles[n].letter, role=n) for n in places
        }
        self.beside = {each.id: each.title for each in half.beside}
        self.names = {role: phrase.text for role, phrase in self.roles.items()} | self.beside

    def points(self, points: Points) -> tuple[Cell, ...]:
        """Return the cells of these points."""
        roles = (_signed(points[role]) for role in self.roles)
        beside = tuple(f"{name} {_signed(points[each])}" for each, name in self.beside.items())
        return (*roles, beside) if beside else tuple(roles)


def _question_blocks(title: str, question: Question, columns: _Columns) -> list[Block]:
    several = " Several answers may be chosen." if question.pick == "several" else ""
    has_counts = any(answer.counts for answer in question.answers)
    headers: tuple[Text, ...] = (
        "Answer",
        *columns.roles.values(),
        *(["Beside the roles"] if columns.beside else []),
        "Gave it, of those asked" if has_counts else "Claims",
    )
    rows = [_answer_row(answer, columns) for answer in question.answers]
    if question.base:
        points = columns.points(question.base)
        rows.append((Phrase("added once, for answering", muted=True), *points, ""))
    return [
        Heading(title, level=2),
        Paragraph(Phrase(f"{question.id}: {question.why}{several}", muted=True)),
        Table(headers, tuple(rows)),
    ]


def _answer_row(answer: Answer, columns: _Columns) -> tuple[Cell, ...]:
    disputed = bool(columns.catalogue.disputes_of(answer.claims))
    return (
        (Phrase(answer.text, disputed=disputed), Phrase(answer.id, muted=True)),
        *columns.points(answer.points),
        ", ".join(answer.claims) if answer.counts is None else _ticked_by(answer.counts, columns),
    )


def _ticked_by(counts: Mapping[str, Count], columns: _Columns) -> tuple[str, ...]:
    return tuple(
        f"{name} {counts[each].ticked:,} of {counts[each].asked:,}"
        for each, name in columns.names.items()
    )


def _signed(points: float) -> str:
    return f"{points:+.2f}".replace("-", "−")


class _ResultScreen:
    """The result in words: looks up what its ids stand for."""

    def __init__(self, result: Result, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._result = result
        self._catalogue = catalogue
        self._questions = {question.id: question for question in questionnaire.questions}
        self._answers = {
            (question.id, answer.id): answer.text
            for question in questionnaire.questions
            for answer in question.answers
        }
        beside = [each for half in questionnaire.halves for each in half.beside]
        self._names = column_names(questionnaire, catalogue)
        self._other_work = {each.id for each in beside if each.none}
        self._roles = questionnaire.roles
        self._without_points = _without_points(questionnaire, catalogue)
        measured = {half.id for half in questionnaire.halves if half.measured}
        self._told = [half for half in result.halves if half.answered]
        # From what somebody does to what they want: the measured half comes first.
        self._way = sorted(self._told, key=lambda half: half.half not in measured)

    def document(self, *, full: bool, more: Command | None) -> Document:
        blocks: list[Block] = [Heading(self._verdict()), *self._meaning()]
        if self._told:
            blocks.append(Fields(tuple((half.title, self._said(half)) for half in self._told)))
        if full:
            blocks += self._everything()
        else:
            blocks += [*self._why(), *self._what_would_change_it()]
        blocks += self._without_points
        first = (more,) if more and self._result.answered and not full else ()
        blocks.append(Next(first + self._next(full=full)))
        return Document(tuple(blocks))

    # The verdict ----------------------------------------------------------------------------

    def _verdict(self) -> str:
        result = self._result
        if not result.answered:
            return Say.UNANSWERED
        if result.none:
            return Say.NONE
        if result.beside:
            return Say.CLOSER.format(job=self._names[result.beside])
        if result.agree is False:
            named = dict.fromkeys(each for half in self._way for each in self._named(half))
            return Say.DISAGREE.format(roles=self._list(named))
        both = ""
        if result.agree:
            both = Say.BOTH_AGREE if len(self._told) == 2 else Say.ALL_AGREE  # noqa: PLR2004
            if not result.undecided and any(len(half.leaders) > 1 for half in self._told):
                both = Say.NOT_AGAINST
        roles = self._list(result.leaders)
        if result.undecided:
            return Say.UNDECIDED.format(roles=roles, both=both)
        clearly = Say.CLEARLY if all(half.lean == "clearly" for half in self._told) else ""
        return Say.LEAN.format(clearly=clearly, roles=roles, both=both)

    def _named(self, half: HalfResult) -> tuple[str, ...]:
        return half.leaders or (half.beside or NONE,)

    def _meaning(self) -> list[Block]:
        """Say what a disagreement means, or what it means that no role is named."""
        result = self._result
        if result.agree is False:
            return [Paragraph(self._disagreement())]
        if result.none or result.beside:
            roles = listed([self._names[role] for role in self._roles], Say.OR)
            near = self._nearest()
            nearest = Say.NEAREST.format(jobs=near) if near and result.none else ""
            return [Paragraph(Say.LITTLE.format(roles=roles, nearest=nearest))]
        return []

    def _disagreement(self) -> str:
        """Return in one row of the usual width how two halves can both be right."""
        if self._fits_none_in_a_half():
            return Say.OTHER_WORK
        return Say.NEITHER_WRONG

    def _fits_none_in_a_half(self) -> bool:
        return any(self._named(half) == (NONE,) for half in self._told)

    def _nearest(self) -> str:
        """Return the jobs beside the roles that come nearest, with their shares."""
        return ", ".join(
            Say.AND_SHARE.format(name=self._names[column], share=self._percent(share))
            for column, share in self._jobs()
        )

    def _jobs(self) -> list[tuple[str, float]]:
        shares = next((half.wide for half in self._way if half.wide), {}) or {}
        apart = {*self._roles, *self._other_work}
        jobs = [(column, share) for column, share in shares.items() if column not in apart]
        return sorted(jobs, key=lambda each: -each[1])[:NEAREST_JOBS]

    def _said(self, half: HalfResult) -> Cell:
        """Return what a half says, and from how many answers where that is not all of them."""
        all_answered = half.answered == half.total
        if half.lean:
            said = self._leaning(half)
            how = self._how_many(half)
            return said if all_answered else Say.IN_BRACKETS.format(said=said, how_many=how)
        how_many = [] if all_answered else [Phrase(self._how_many(half), muted=True)]
        return (*self._in_shares(half), *how_many)

    def _leaning(self, half: HalfResult) -> str:
        roles = self._list(half.leaders or (NONE,))
        match half.lean:
            case "clearly":
                return Say.HALF_CLEARLY.format(roles=roles)
            case "leans":
                return Say.HALF_LEANS.format(roles=roles)
            case "mixed":
                return Say.HALF_MIXED.format(roles=roles)
            case _:
                return Say.HALF_NONE

    def _in_shares(self, half: HalfResult) -> tuple[str, ...]:
        if half.beside:
            pair = (half.beside, str(half.runner_up))
            shares = half.wide or {}
            job, role = (
                Say.WITH_SHARE.format(name=self._names[each], share=self._percent(shares[each]))
                for each in pair
            )
            return (Say.HALF_CLOSER.format(job=job, role=role),)
        if half.none:
            return (self._all_shares(half) if half.wide else Say.HALF_NONE,)
        near = () if self._result.agree is False else self._as_near(half)
        return (self._shares(half.shares or {}), *near)

    def _as_near(self, half: HalfResult) -> tuple[str, ...]:
        """Say which job beside the roles is as near as the role that leads, where one is."""
        shares = half.wide or {}
        best = max((share for each, share in shares.items() if each in self._roles), default=0)
        near = {each: share for each, share in shares.items() if each not in self._roles}
        first = max(near, key=lambda each: near[each], default="")
        if not first or near[first] < best:
            return ()
        both = {half.leaders[0]: shares[half.leaders[0]], first: near[first]}
        return (Say.AS_NEAR.format(shares=self._shares(both)),)

    def _all_shares(self, half: HalfResult) -> str:
        """Return the two highest of all shares and the best role's, for what is no role."""
        shares = half.wide or {}
        ranked = sorted(shares, key=lambda each: -shares[each])
        best = next((each for each in ranked if each in self._roles), "")
        return self._shares({each: shares[each] for each in (*ranked[:2], best) if each})

    def _shares(self, shares: Mapping[str, float]) -> str:
        ranked = sorted(shares.items(), key=lambda each: -each[1])
        percents = percentages(tuple(share for _, share in ranked))
        return ", ".join(
            Say.AND_SHARE.format(name=self._names[column], share=Say.PERCENT.format(number=percent))
            for (column, _), percent in zip(ranked, percents, strict=True)
        )

    def _how_many(self, half: HalfResult) -> str:
        """Say from how many answers, and what the questions left could still do."""
        if half.left and half.chance_of_change is not None:
            return Say.CHANCE.format(
                answered=Say.ANSWERED.format(answered=half.answered, total=half.total),
                left=Say.ONE_LEFT if half.left == 1 else Say.MANY_LEFT.format(number=half.left),
                chance=self._percent(half.chance_of_change),
            )
        questions = Say.QUESTION if half.total == 1 else Say.QUESTIONS
        total = questions.format(number=whole(half.total))
        said = Say.ANSWERED.format(answered=half.answered, total=total)
        few = 2 * half.answered < half.total
        return Say.LITTLE_TO_GO_ON.format(said=said) if few else said

    # Why, what would change it, how sure ------------------------------------------------------

    def _why(self) -> list[Block]:
        """Return the strongest reason of each half, and the strongest of the rest."""
        by_half = [half.reasons for half in self._way if half.reasons]
        first = [reasons[0] for reasons in by_half]
        rest = [each for reasons in by_half for each in reasons[1:]]
        reasons = [*first, *sorted(rest, key=lambda each: -each.factor)][:MOST_REASONS]
        if not reasons:
            return []
        items = tuple(
            Say.REASON.format(given=_cut(self._given(each), SHORT), role=self._names[each.role])
            for each in reasons
        )
        signs = tuple("+" if each.for_leader else "−" for each in reasons)
        return [Heading(Say.WHY, level=2), Items(items, signs=signs)]

    def _given(self, reason: Reason) -> str:
        """Return the answers behind a reason; where they are mere names, say what of."""
        given = ", ".join(self._answers[reason.question, each] for each in reason.answers)
        measured = bool(self._questions[reason.question].survey)
        return Say.GIVEN.format(question=reason.question, answers=given) if measured else given

    def _what_would_change_it(self) -> list[Block]:
        """Return the smallest change to any half, or that there is none, and how sure all is."""
        if not self._told:
            return []
        said: str = Say.NO_CHANGE
        changes = [(half.change, half) for half in self._told if half.change]
        if changes:
            change, half = min(changes, key=lambda each: each[0].movement)
            said = Say.WOULD.format(
                changed=self._changed(change, SHORTER),
                subject=Say.QUOTED.format(text=half.title) if len(self._told) > 1 else Say.IT,
                then=self._then(change),
            )
        sure = " ".join(self._sure(half) for half in self._told)
        return [Heading(Say.CHANGE, level=2), Items((said, sure))]

    def _changed(self, change: Change, most: int | None = None) -> str:
        removed = [each for each in change.before if each not in change.after]
        added = [each for each in change.after if each not in change.before]
        old, new = (self._quoted(change.question, ids, most) for ids in (removed, added))
        if not added:
            return Say.WITHOUT.format(old=old)
        return Say.IN_PLACE.format(new=new, old=old) if removed else Say.AS_WELL.format(new=new)

    def _quoted(self, question: str, ids: Sequence[str], most: int | None) -> str:
        """Return the texts of these answers; where each is cut, only the first two of many."""
        texts = [_cut(self._answers[question, each].strip("“”"), most) for each in ids]
        named = [Say.QUOTED.format(text=text) for text in texts]
        if most is not None and len(named) > MOST_QUOTED + 1:
            named[MOST_QUOTED:] = [Say.MORE.format(number=len(named) - MOST_QUOTED)]
        return listed(named)

    def _then(self, change: Change) -> str:
        first = self._names[change.named[0]]
        if len(change.named) > 1:
            return Say.AHEAD.format(role=first)
        return Say.SAY.format(role=first)

    def _sure(self, half: HalfResult) -> str:
        """Say in a sentence what a half rests on."""
        if half.sureness:
            sure = half.sureness
            return Say.SURE.format(
                half=half.title, people=whole(sure.people), right=whole(sure.right * 100)
            )
        if half.told:
            return Say.TOLD.format(
                half=half.title,
                held=whole(half.told.held * 100),
                people=whole(half.told.people),
                where=Say.OTHER if half.none else Say.THAT_JOB,
                roles=whole(half.told.roles * 100),
            )
        if half.lean:
            return Say.JUDGEMENT.format(half=half.title)
        if half.none:
            return Say.NOTHING_SURE.format(half=half.title)
        return Say.NOBODY.format(half=half.title)

    # Everything -------------------------------------------------------------------------------

    def _everything(self) -> list[Block]:
        blocks: list[Block] = []
        for half in self._told:
            blocks.append(Heading(half.title, level=2))
            if half.shares:
                ranked = sorted(half.shares.items(), key=lambda each: -each[1])
                blocks.append(Bars(tuple(Bar(self._name(role), share) for role, share in ranked)))
            blocks += [
                self._sums(half),
                *self._all_reasons(half),
                *self._change(half),
                Paragraph(half.rule),
                Paragraph(half.basis),
            ]
            if half.sureness:
                blocks.append(Paragraph(self._sureness(half.sureness, half.leaders[0])))
        return [*blocks, *self._disputed()]

    def _change(self, half: HalfResult) -> list[Block]:
        if half.change is None:
            return []
        changed, then = self._changed(half.change), self._then(half.change)
        return [Paragraph(Say.WOULD.format(changed=changed, subject=Say.IT, then=then))]

    def _sums(self, half: HalfResult) -> Block:
        """Return the points of each column, and its share of all where there are shares."""
        headers = ("", Say.POINTS, Say.SHARE_OF_ALL) if half.wide else ("", Say.POINTS)
        return Table(
            headers,
            tuple(
                (
                    self._name(column),
                    _signed(points),
                    *((self._percent(half.wide[column]),) if half.wide else ()),
                )
                for column, points in half.points.items()
            ),
        )

    def _all_reasons(self, half: HalfResult) -> list[Block]:
        if not half.reasons:
            return []
        first = half.leaders[0] if half.leaders else half.beside or NONE
        odds = self._list((first, str(half.runner_up)))
        return [
            Paragraph(Say.ODDS.format(pair=odds)),
            Items(
                tuple(
                    Say.FACTOR.format(
                        given=self._given(each),
                        role=self._names[each.role],
                        factor=f"{each.factor:.1f}",
                    )
                    for each in half.reasons
                ),
                signs=tuple("+" if each.for_leader else "−" for each in half.reasons),
            ),
        ]

    def _sureness(self, sure: Sureness, leader: str) -> str:
        confused = ""
        if sure.confused_with:
            number, other = whole(sure.confused * 100), self._names[sure.confused_with]
            confused = Say.CONFUSED.format(number=number, other=other)
        return Say.SURENESS.format(
            people=whole(sure.people),
            low=whole(sure.low * 100),
            high=whole(sure.high * 100),
            right=whole(sure.right * 100),
            leader=self._names[leader],
            held=whole(sure.held * 100),
            confused=confused,
        )

    def _disputed(self) -> list[Block]:
        if not self._result.disputed:
            return []
        return [
            Heading(Say.DISPUTED, level=2),
            Items(
                tuple(
                    Say.DISPUTED_ANSWER.format(
                        answer=self._answers[each.question, each.answer],
                        disputes=", ".join(each.disputes),
                    )
                    for each in self._result.disputed
                )
            ),
        ]

    # What is next -----------------------------------------------------------------------------

    def _next(self, *, full: bool) -> tuple[Command, ...]:
        """Return commands that lead on, by names that the catalogue knows."""
        result = self._result
        if not result.answered:
            return (command("quiz"), command("compare"))
        known = {role.id for role in self._catalogue.roles}
        known |= {job.id for job in self._catalogue.neighbours}
        named = [each for each in self._most_telling() if each in known]
        others = [each for half in self._way for each in (*half.leaders, half.runner_up)]
        next_to_it = [each for each in others if each and each not in named]
        both = named if len(named) > 1 else [*named, *next_to_it[:1]]
        commands = [command("show", named[-1 if result.agree is False else 0])] if named else []
        commands += [command("compare", *both)] if len(both) > 1 else []
        commands += self._plan(named)
        elsewhere = result.beside or self._fits_none_in_a_half()
        commands += [command("list", "--all")] if elsewhere else []
        commands += [command("sources", "--disputes")] if result.disputed and full else []
        # Whoever is led to other jobs has more use for these than for the points.
        commands += [command("quiz", "questions")] if full or not elsewhere else []
        return tuple(commands)

    def _plan(self, named: Sequence[str]) -> list[Command]:
        """Return the plan for what is named; a mover's goes from what they do to what they want."""
        roles = [each for each in named if each in self._catalogue.role_index]
        if self._result.none or not roles:
            return []
        if self._result.agree is False and len(roles) > 1:
            return [command("plan", roles[-1], "--from", roles[0])]
        return [command("plan", roles[0])]

    def _most_telling(self) -> tuple[str, ...]:
        """Return what is named, from what somebody does to what they want, or what is nearest."""
        if self._result.agree is False:
            return tuple(dict.fromkeys(self._named(half)[0] for half in self._way))
        if self._result.none:
            return tuple(column for column, _ in self._jobs())
        return self._result.leaders or (str(self._result.beside),)

    def _name(self, column: str) -> Phrase:
        return Phrase(self._names[column], role=self._catalogue.role_index.get(column))

    def _list(self, columns: Iterable[str]) -> str:
        return listed([self._names[each] for each in columns])

    def _percent(self, share: float) -> str:
        return Say.FEW if share < LEAST else Say.PERCENT.format(number=whole(100 * share))


def _cut(text: str, most: int | None) -> str:
    """Return a text up to a word before ``most`` characters, and a sign that it goes on."""
    if most is None or len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:')}…"
