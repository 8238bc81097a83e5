"""Writes ``docs/validity.md`` and its pictures: what the measured half is worth, and for whom."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np

from builders.quiz.evaluate import (
    OUTER_FOLDS,
    Group,
    HeldOut,
    Measures,
    audit,
    bands,
    chance_ece,
    confusion,
    intervals,
    measure,
)
from builders.quiz.model import (
    COPIES,
    DROPOUT,
    LEADER_KEPT,
    LEAST_INFORMATION,
    Scorecard,
    equal_prior,
)
from builders.quiz.survey import Floats, Survey
from builders.quiz.wording import TITLES

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "mlroles"  # the same picture is the same bytes
mpl.rcParams["font.family"] = "DejaVu Sans"

from matplotlib import pyplot as plt  # noqa: E402 - the backend is chosen first
from matplotlib.figure import Figure  # noqa: E402

TARGETS = {"balanced_accuracy": "≥ 0.625", "auc": "≥ 0.805", "log_loss": "≤ 0.84", "ece": "≤ 0.03"}
LABELS = {
    "balanced_accuracy": "Balanced accuracy",
    "auc": "AUC (one against one, macro)",
    "log_loss": "Log loss, nats (chance: 1.099)",
    "ece": "Calibration error (ECE, 15 bins)",
}
FEWEST_DRAWN = 20
"""People in a tenth of the shares below which no dot is drawn."""

COLOURS = ("#0087ff", "#d75f00", "#af0087")
"""The roles' colours, as on the terminal."""


def write_report(folder: Path, survey: Survey, card: Scorecard, found: HeldOut) -> None:
    """Write the page and its pictures into ``folder``."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    _draw_calibration(pictures / "calibration.svg", survey, found)
    _draw_comparison(pictures / "comparison.svg", survey, found)
    page = "\n\n".join(_page(survey, card, found)) + "\n"
    (folder / "validity.md").write_text(page, encoding="utf-8")


def _page(survey: Survey, card: Scorecard, found: HeldOut) -> Iterable[str]:
    title, shares = survey.title, found.shares
    weights = equal_prior(title)
    yield "# What the quiz is worth"
    yield (
        "This page is written by `python -m builders.quiz SURVEY`, and so are its figures and the "
        "points in `data/questionnaire.json`."
    )
    yield "## For what, and for what not"
    yield (
        "The quiz is for exploring: for a person who wants to see which of three jobs their wishes "
        "and their present work resemble, and why. **It is not for selecting candidates.** It was "
        "never tested on who does a job well, and nobody should be hired, admitted or refused "
        "because of it."
    )
    yield (
        'The first half, "What you want", is editorial judgement drawn from two articles. Nothing '
        'measures it. Everything below is about the second half, "What you do today".'
    )
    yield "## Who answered"
    yield _people(survey)
    yield "## How the points were set"
    yield _method(survey, card)
    yield "## How well it tells the roles apart"
    yield (
        f"Nested cross-validation with {OUTER_FOLDS} folds: points, options, the order of the "
        "questions and the stopping thresholds were all set on nine tenths of the people and "
        "looked at on the other tenth. Every role counts alike (equal prior). The intervals are "
        "95 % bootstrap intervals over people."
    )
    yield _measures_table(survey, found)
    yield "![Three ways of scoring the same answers](pictures/comparison.svg)"
    yield (
        'The quiz "of equal weights" is what blogs offer: every answer counts one for the role '
        "whose people give it most often. The boosted trees see every question of the survey that "
        "does not describe the person, pay, spending or employer; they are a ceiling, not a quiz "
        "that anyone could take."
    )
    yield "## Is a share what it says?"
    yield _table(
        ("Share of the leader", "People", "Held that title"),
        [
            (f"{band.low:.0%} to {band.high:.0%}", f"{band.people:,}", f"{band.right:.0%}")
            for band in bands(shares, title)
        ],
    )
    yield "![How often the leader is right, by its share](pictures/calibration.svg)"
    yield "## Who is taken for whom"
    yield _confusion(survey, shares)
    yield "## How many questions"
    yield _stopping(card, found, weights, shares)
    yield "## Is everyone served alike?"
    yield from _audit(survey, found)
    yield "## Students"
    yield _students(survey, card)
    yield "## A title is not an aptitude"
    yield (
        "The half measures which title people with such answers hold. It does not measure what "
        "they are good at or happy in. In meta-analyses the fit of interests explains between 1 % "
        "and 10 % of later satisfaction or performance. Titles also overlap: two people with the "
        "same week of work may be called data scientist and ML engineer."
    )
    yield "## The points and the counts"
    yield (
        "Points are natural-log units. A question that is answered adds its *base*, and each "
        "answer ticked adds its own; the shares are the softmax of the sums. Behind each answer "
        "stands how many of the people who were asked ticked it."
    )
    yield from _points_tables(survey, card)
    yield "## Changes"
    yield (
        "- 0.1.0: first measured half, on the 2021 survey. The figures above are within that "
        "year; a later year has not been looked at."
    )


def _people(survey: Survey) -> str:
    rows = [
        (role, TITLES[role], f"{int((survey.title == place).sum()):,}")
        for place, role in enumerate(survey.roles)
    ]
    table = _table(("Role", "Title in the survey", "People"), rows)
    return (
        f"{table}\n\nThe 2021 Kaggle Machine Learning & Data Science Survey (CC BY 2.0) was "
        "answered by 25,973 people who chose to: users of one site, in September 2021, before "
        "today's language-model tools. They are not a sample of all practitioners. Research "
        "Scientist is the nearest title to ML researcher; some of these people do research in "
        "other fields."
    )


def _method(survey: Survey, card: Scorecard) -> str:
    order = ", ".join(survey.answers[place].question.id for place in card.order)
    return (
        "One multinomial logistic regression on the options of seven questions, with an L2 "
        f"penalty (C = {card.strength:g}), every title weighing the same and no intercept. Each "
        f"person is seen {COPIES + 1} times, {COPIES} of them with every question hidden at a "
        f"chance of {DROPOUT:.0%}, so that one table of points serves any subset of answers. "
        "An option's column is centred on those who were asked, titles counting alike, so that "
        "an unanswered question adds nothing. Options that tell less than "
        f"{LEAST_INFORMATION} nats about the title are left out, and a screen holds ten at most. "
        "Points are rounded to 0.01: rounding to 0.1 would cost about 0.004 of AUC and 0.009 "
        "nats.\n\n"
        '"None of these" was rebuilt: who was not shown a question because they had said that '
        "they never write code, or use no machine learning, counts as having answered none of "
        "these. Every other empty answer counts as unanswered. Age, gender, country, pay, "
        "spending and the employer's size and industry are never evidence; questions shown only "
        "to people who had spent money are left out.\n\n"
        f"Order of asking: {order}."
    )


def _students(survey: Survey, card: Scorecard) -> str:
    """Say where the answers of students lean; nobody knows what they became."""
    total = np.sum(
        [
            points.of(answers, np.arange(len(answers.asked)))
            for points, answers in zip(card.points, survey.students, strict=True)
        ],
        axis=0,
    )
    answered = np.any([each.asked for each in survey.students], axis=0)
    lean = np.bincount(total[answered].argmax(axis=1), minlength=len(survey.roles))
    leaning = ", ".join(
        f"{count / lean.sum():.0%} to {role}"
        for role, count in zip(survey.roles, lean, strict=True)
    )
    return (
        "The people behind the points work, or have worked. A student can answer with what they "
        "plan, and should know what that does: lack of experience is itself an answer, and it "
        "looks like the ML engineers of the survey. "
        f"The answers of the {lean.sum():,} students in the survey (who were not asked about an "
        f"employer) lean {leaning}; nobody knows what became of them. The quiz says so before it "
        "asks, and the half can be skipped. The audit above shows how poorly the youngest are "
        "served."
    )


def _measures_table(survey: Survey, found: HeldOut) -> str:
    title = survey.title
    ranges = intervals(found.shares, title)
    columns: list[Measures] = [
        measure(each, title) for each in (found.shares, found.blog, found.trees)
    ]
    rows = []
    for name, label in LABELS.items():
        own, blog, trees = (f"{getattr(each, name):.3f}" for each in columns)
        low, high = ranges[name]
        rows.append((label, f"{own} ({low:.3f} to {high:.3f})", TARGETS[name], blog, trees))
    return _table(
        ("Measure", "Seven questions", "Target", "Quiz of equal weights", "Boosted trees"), rows
    )


def _confusion(survey: Survey, shares: Floats) -> str:
    table = confusion(shares, survey.title)
    rows = [
        (f"**{role}**", *(f"{share:.0%}" for share in row))
        for role, row in zip(survey.roles, table, strict=True)
    ]
    return (
        _table(("Holds the title of", *(f"{role} leads" for role in survey.roles)), rows)
        + "\n\nData scientist and ML engineer are the hard pair: where one of them leads by "
        "little, read both."
    )


def _stopping(card: Scorecard, found: HeldOut, weights: Floats, shares: Floats) -> str:
    same = float(weights @ (found.early == shares.argmax(axis=1)))
    rows = [
        (
            str(asked),
            f"{top:.3f}" if top <= 1 else "never",
            f"{float(weights @ (found.asked == asked)):.0%}",
        )
        for asked, top in card.thresholds.items()
    ]
    last = len(card.order)
    rows.append((str(last), "all asked", f"{float(weights @ (found.asked == last)):.0%}"))
    return (
        "The half stops when the role that leads would have stayed in the lead after all "
        f"questions for at least {LEADER_KEPT:.0%} of the people with such a top share after so "
        "many questions, at least three. "
        f"That asks {float(weights @ found.asked):.2f} of {last} questions on average and gives "
        f"the same answer as all of them for {round(same, 4):.1%} of people "
        "(targets: ≤ 4.7 and ≥ 97 %). "
        "Whoever wants to can answer all.\n\n"
        + _table(("After", "Stop from a top share of", "People who stop here"), rows)
    )


def _audit(survey: Survey, found: HeldOut) -> Iterable[str]:
    groups = audit(survey, found.shares)
    whole = measure(found.shares, survey.title)
    yield (
        "Gender, age band and country of at least 100 people (and ten of each title) were looked "
        "at for this audit alone. In a small group the calibration error is high by chance: a "
        f"model whose shares were exact would show about {chance_ece(found.shares, 200):.2f} on "
        f"200 people and {chance_ece(found.shares, 1000):.2f} on 1,000."
    )
    rows = [
        (
            group.kind,
            group.name,
            f"{group.people:,}",
            *(f"{getattr(group.measures, name):.3f}" for name in LABELS),
        )
        for group in groups
    ]
    yield _table(("Group", "", "People", *LABELS.values()), rows)
    worse = [
        each for each in groups if each.measures.balanced_accuracy < whole.balanced_accuracy - 0.05
    ]
    yield (
        "**Served worse** (balanced accuracy more than 0.05 below the whole): "
        + "; ".join(_served(group) for group in worse)
        + ". For people in these groups the second half tells less than its share says."
    )


def _served(group: Group) -> str:
    return f"{group.kind} {group.name} ({group.measures.balanced_accuracy:.2f})"


def _points_tables(survey: Survey, card: Scorecard) -> Iterable[str]:
    for place in card.order:
        answers, points = survey.answers[place], card.points[place]
        question = answers.question
        yield f"### {question.text}\n\nSurvey question {question.survey}."
        own = [answers.asked & (survey.title == role) for role in range(len(survey.roles))]
        header = ("Answer", *survey.roles, *(f"{role}: ticked of asked" for role in survey.roles))
        rows = [
            (
                question.options[option].text,
                *(f"{each:+.2f}" for each in row),
                *(
                    f"{int((who & answers.ticked[:, option]).sum()):,} of {int(who.sum()):,}"
                    for who in own
                ),
            )
            for option, row in zip(points.options, points.by_option, strict=True)
        ]
        if question.pick == "several":
            none = answers.asked & ~answers.ticked[:, points.options].any(axis=1)
            counts = (f"{int((who & none).sum()):,} of {int(who.sum()):,}" for who in own)
            rows.append((f"*{question.none}*", *["+0.00"] * len(survey.roles), *counts))
            base = (f"{each:+.2f}" for each in points.base)
            rows.append(("*base, once answered*", *base, *[""] * len(survey.roles)))
        yield _table(header, rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _draw_calibration(path: Path, survey: Survey, found: HeldOut) -> None:
    figure, axes = plt.subplots(figsize=(6, 4))
    axes.plot([1 / 3, 1], [1 / 3, 1], color="#888888", linewidth=1, label="if shares were exact")
    for role, name in enumerate(survey.roles):
        share = found.shares[:, role]
        weights = equal_prior(survey.title)
        edges = np.linspace(0, 1, 11)
        place = np.minimum((share * 10).astype(int), 9)
        there = [each for each in range(10) if (place == each).sum() >= FEWEST_DRAWN]
        said = [np.average(share[place == each], weights=weights[place == each]) for each in there]
        held = [
            np.average((survey.title == role)[place == each], weights=weights[place == each])
            for each in there
        ]
        axes.plot(said, held, marker="o", color=COLOURS[role % len(COLOURS)], label=name)
        axes.set_xticks(edges)
    axes.set(xlabel="share of the role", ylabel="people who held the title")
    axes.legend(frameon=False)
    _save(figure, path)


def _draw_comparison(path: Path, survey: Survey, found: HeldOut) -> None:
    ways = {
        "quiz of equal weights": found.blog,
        "the seven questions": found.shares,
        "boosted trees, all questions": found.trees,
    }
    values = [measure(each, survey.title).balanced_accuracy for each in ways.values()]
    figure, axes = plt.subplots(figsize=(6, 2.2))
    axes.barh(list(ways), values, color=["#888888", COLOURS[0], "#bbbbbb"])
    axes.axvline(1 / len(survey.roles), color="#333333", linewidth=1, linestyle=":")
    for place, value in enumerate(values):
        axes.text(value + 0.005, place, f"{value:.3f}", va="center")
    axes.set(xlabel="balanced accuracy (dotted: by chance)", xlim=(0, 0.75))
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
