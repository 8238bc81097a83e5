"""Writes ``docs/validity.md`` and its pictures: what the measured half is worth, and for whom."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np

from builders.quiz.evaluate import (
    BESIDE_RATIO,
    OUTER_FOLDS,
    UNDECIDED,
    UNDECIDED_RATIO,
    Group,
    HeldOut,
    Measures,
    Researchers,
    accuracy_range,
    audit,
    bands,
    chance_ece,
    confusion,
    intervals,
    measure,
    researchers,
)
from builders.quiz.model import (
    COPIES,
    DROPOUT,
    LEADER_KEPT,
    LEAST_ANSWERED,
    MOST_LEVEL,
    MOST_OPTIONS,
    STRENGTH,
    Scorecard,
    columns,
    equal_prior,
)
from builders.quiz.survey import COLUMNS, OUTSIDE, Survey
from builders.quiz.wording import AGE, BESIDE_TITLES, RESEARCHER, ROLES, STUDENT

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "mlroles"  # the same picture is the same bytes
mpl.rcParams["font.family"] = "DejaVu Sans"

from matplotlib import pyplot as plt  # noqa: E402 - the backend is chosen first
from matplotlib.figure import Figure  # noqa: E402

TARGETS = {
    "balanced_accuracy": "later year ≥ 0.635",
    "auc": "≥ 0.806; later year ≥ 0.814",
    "log_loss": "≤ 0.825; later year ≤ 0.81",
    "ece": "later year ≤ 0.025",
}
MOST_ASKED = "≤ 4.1"
SAME_LEADER = "≥ 99 %"
FORMER = {"balanced_accuracy": 0.634, "auc": 0.810, "log_loss": 0.817, "ece": 0.018}
"""What the first edition measured: seven screens of one survey question each, ten folds."""
FORMER_ASKED, FORMER_KEPT = 4.54, 0.979
FORMER_COUNTRIES = {"balanced_accuracy": 0.629, "auc": 0.804}
"""Its means over the countries of the audit, when no screen asked for courses."""
YOUNGEST = (AGE, "18-21")
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
    _draw_calibration(pictures / "calibration.svg", found)
    _draw_comparison(pictures / "comparison.svg", found)
    page = "\n\n".join(_page(survey, card, found)) + "\n"
    (folder / "validity.md").write_text(page, encoding="utf-8")


def _page(survey: Survey, card: Scorecard, found: HeldOut) -> Iterable[str]:
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
    yield "## The figures in one table"
    yield (
        f"Nested cross-validation with {OUTER_FOLDS} folds: options, points, order and stopping "
        "rule were all set on the people of the other folds. Every role counts alike (equal "
        "prior). In brackets stand 95 % bootstrap intervals over people. The targets are those "
        "of the design. A later year of the survey has not been looked at."
    )
    yield _measures_table(found)
    yield (
        "The same table of points serves all columns. Fitted to the three roles alone, the same "
        f"screens would give: {_in_line(measure(found.three, found.title))}; "
        "the difference is what the columns beside cost. The first edition asked seven screens of "
        "one survey question each."
    )
    yield "![Three ways of scoring the same answers](pictures/comparison.svg)"
    yield (
        'The quiz "of equal weights" is what blogs offer: every answer counts one for the role '
        "whose people give it most often. The boosted trees see every question of the survey that "
        "does not describe the person, pay, spending or employer; they are a ceiling, not a quiz "
        "that anyone could take."
    )
    yield "## Who answered"
    yield _people(survey)
    yield "## How the points were set"
    yield _method(survey, card)
    yield "## What a mixed screen means"
    yield _mixed(survey, card)
    yield "## Is a share what it says?"
    yield _table(
        ("Share of the leader", "People", "Held that title"),
        [
            (f"{band.low:.0%} to {band.high:.0%}", f"{band.people:,}", f"{band.right:.0%}")
            for band in bands(found.shares, found.title)
        ],
    )
    yield "![How often the leader is right, by its share](pictures/calibration.svg)"
    yield "## Who is taken for whom"
    yield _confusion(found)
    yield "## What people of each title are told"
    yield _told(found)
    yield '## What "Research Scientist" means here'
    yield _researchers(researchers(survey, card, found))
    yield "## How many questions"
    yield _stopping(card, found)
    yield "## Is everyone served alike?"
    yield from _audit(survey, found)
    yield "## Students, and ages 18 to 21"
    yield _students(survey, found)
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
        "answer ticked adds its own; the shares are the softmax of the sums. Under the points of "
        "each screen stands which part of the people who answered it gave each answer; "
        "`data/questionnaire.json` has the counts."
    )
    yield from _points_tables(survey, card)
    yield "## Changes"
    yield (
        "- Second edition: six mixed screens, jobs beside the roles, another stopping rule.\n"
        "- 0.1.0: first measured half, seven screens, on the same survey."
    )


def _people(survey: Survey) -> str:
    rows = []
    for place, (column, titles) in enumerate(COLUMNS.items()):
        held = int((survey.title == place).sum())
        fitted = int((survey.column == place).sum())
        rows.append((column, ", ".join(titles), f"{held:,}", f"{fitted:,}"))
    table = _table(("Column", "Titles in the survey", "People", "Fitted as this"), rows)
    moved = int(((survey.title != survey.column) & (survey.column != OUTSIDE)).sum())
    return (
        f"{table}\n\nThe 2021 Kaggle Machine Learning & Data Science Survey (CC BY 2.0) was "
        "answered by 25,973 people who chose to: users of one site, in September 2021, before "
        "today's language-model tools. They are not a sample of all practitioners.\n\n"
        f"{moved:,} people hold the title of a role and say that *none* of the six activities is "
        "an important part of their work. They are fitted as other work, so that a doctorate or a "
        "journal alone does not make anybody a researcher of machine learning; all measures of "
        "the three roles keep them under the title that they hold. Statisticians (313) are too "
        "few for a column; students and people without a job were not asked about their work."
    )


def _method(survey: Survey, card: Scorecard) -> str:
    order = ", ".join(survey.answers[place].screen.id for place in card.order)
    return (
        "One multinomial logistic regression on the answers of six screens, with an L2 "
        f"penalty (C = {STRENGTH:g}, not tuned: from 0.03 to 0.3 it makes no difference), every "
        f"column weighing the same. Each person is seen {COPIES + 1} times, {COPIES} of them with "
        f"every screen hidden at a chance of {DROPOUT:.0%}, so that one table of points serves "
        "any subset of answers. An option is centred on those who were asked, columns counting "
        "alike, so that an unanswered question adds nothing. A small level by column, at most "
        f"{MOST_LEVEL} points a screen, makes the shares right on average; an empty sheet has "
        "none of it. Points are rounded to 0.01.\n\n"
        f"A screen shows at most {MOST_OPTIONS} options. Of all options that one was left out "
        "again and again whose loss costs least log loss, over all columns and over the three "
        "roles, as far as the curvature around the fit with all options tells. Plotting libraries "
        "and hosted notebooks were candidates at first: none was kept, and they may stand for a "
        "country, so they are not candidates any more.\n\n"
        '"None of these" was rebuilt: who was not shown a question because they had said that '
        "they never write code, or use no machine learning, counts as having answered none of "
        "these. Every other empty answer counts as unanswered. Age, gender, country, pay, "
        "spending and the employer's size and industry are never evidence; questions shown only "
        "to people who had spent money are left out.\n\n"
        f"Order of asking: {order}."
    )


def _mixed(survey: Survey, card: Scorecard) -> str:
    rows = [
        (
            survey.answers[place].screen.id,
            ", ".join(part.question for part in survey.answers[place].screen.parts),
            str(
                sum(
                    bool(survey.answers[place].screen.options[option].survey)
                    for option in card.points[place].options
                )
            ),
        )
        for place in card.order
    ]
    return (
        _table(("Screen", "Survey questions", "Options"), rows)
        + "\n\nPeople in the survey saw these options on **separate screens**, beside others that "
        "are left out here. Whoever answered any of a screen's survey questions counts as having "
        'answered the screen, and "none of these" means none of those shown. Somebody who sees '
        "the options side by side may tick fewer of them; how many fewer, nobody has measured."
    )


def _measures_table(found: HeldOut) -> str:
    title, weights = found.title, equal_prior(found.title)
    ranges = intervals(found.shares, title)
    own, early, blog, trees = (
        measure(each, title) for each in (found.shares, found.early, found.blog, found.trees)
    )
    wide = measure(found.wide_shares, found.column)
    rows: list[tuple[str, ...]] = [
        (
            "Screens asked", "6", f"{float(weights @ found.asked):.2f}", MOST_ASKED,
            f"{FORMER_ASKED} of 7", "6", "all", "",
        ),
        (
            "Same leader as all", "", f"{round(float(weights @ found.same_leader), 4):.1%}",
            SAME_LEADER, f"{FORMER_KEPT:.1%}", "", "", "",
        ),
    ]  # fmt: skip
    for name, label in LABELS.items():
        low, high = ranges[name]
        rest = (f"{round(getattr(each, name), 4):.3f}" for each in (blog, trees, wide))
        rows.append(
            (
                label,
                f"{round(getattr(own, name), 4):.3f} ({low:.3f} to {high:.3f})",
                f"{getattr(early, name):.3f}",
                TARGETS[name],
                f"{FORMER[name]:.3f}",
                *rest,
            )
        )
    header = (
        "Measure", "All six screens", "At the stop", "Target", "First edition, all seven",
        "Quiz of equal weights", "Boosted trees", "All columns, six screens",
    )  # fmt: skip
    return (
        _table(header, rows)
        + f"\n\nOver all {len(COLUMNS)} columns chance gives a balanced accuracy of "
        f"{1 / len(COLUMNS):.3f} and a log loss of {np.log(len(COLUMNS)):.3f}."
    )


def _in_line(measures: Measures) -> str:
    return ", ".join(
        f"{label[0].lower() + label[1:] if label[:3] != 'AUC' else label} "
        f"{getattr(measures, name):.3f}"
        for name, label in LABELS.items()
    )


def _confusion(found: HeldOut) -> str:
    table = confusion(found.shares, found.title)
    rows = [
        (f"**{role}**", *(f"{share:.0%}" for share in row))
        for role, row in zip(ROLES, table, strict=True)
    ]
    return (
        _table(("Holds the title of", *(f"{role} leads" for role in ROLES)), rows)
        + "\n\nData scientist and ML engineer are the hard pair: where one of them leads by "
        "little, read both."
    )


def _told(found: HeldOut) -> str:
    names = (*columns(), UNDECIDED)
    rows = [
        (each.title, f"{each.people:,}", *(f"{each.shares[name]:.0%}" for name in names))
        for each in found.told
    ]
    headings = [*ROLES, *BESIDE_TITLES.values(), UNDECIDED]
    return (
        "After all screens. A column beside the roles is named where its share is at least "
        f"{BESIDE_RATIO:g} times that of the best role; one role alone where its share is at least "
        f"{UNDECIDED_RATIO:g} times that of the next role; else the result is undecided between "
        "roles. Nothing is fitted to the last three titles; all others were scored by points that "
        "were set without them.\n\n" + _table(("Title held", "People", *headings), rows)
    )


def _researchers(found: dict[str, Researchers]) -> str:
    labels = {
        "all": "all",
        "advance": "who advance machine learning",
        "other": "who do not say so",
    }
    rows = [
        (
            labels[name],
            f"{each.people:,}",
            f"{each.measures.balanced_accuracy:.3f}",
            f"{each.measures.auc:.3f}",
            *(f"{each.told[column]:.0%}" for column in (*columns(), UNDECIDED)),
        )
        for name, each in found.items()
    ]
    return (
        "The title is that of scientists in any field: biologists and physicists hold it too. "
        '"Research that moves machine learning itself forward" is a part of the work of only '
        "some of them. Left: the three roles told apart when only these stand for ML researcher, "
        "without the answer by which they were picked. Right: what they are told by the points in "
        "use.\n\n"
        + _table(
            ("Research scientists", "People", "Balanced accuracy", "AUC",
             *(f"told {name}" for name in (*ROLES, *BESIDE_TITLES.values(), UNDECIDED))),
            rows,
        )
        + "\n\nOf those who advance machine learning "
        f"{found['advance'].told[RESEARCHER]:.0%} are told ML researcher, of the others "
        f"{found['other'].told[RESEARCHER]:.0%}. So read ML researcher here as work like that of "
        "these scientists: mostly, but not only, on machine learning."
    )  # fmt: skip


def _stopping(card: Scorecard, found: HeldOut) -> str:
    weights, last = equal_prior(found.title), len(card.order)
    rows = [
        (str(count), f"{float(weights @ (found.asked == count)):.0%}")
        for count in range(LEAST_ANSWERED, last + 1)
    ]
    return (
        "For each screen it is known how far its answers moved the lead of one role over another, "
        "on average and in spread, among people of each title. After "
        f"{LEAST_ANSWERED} answered questions or more these give the chance that the questions "
        "left would change who leads; every title counts with its share so far. The half stops "
        f"where that chance is at most {card.stop.risk:.1%}, which is set so that "
        f"{LEADER_KEPT:.0%} of people keep their leader. "
        f"That asks {float(weights @ found.asked):.2f} of {last} questions on average and gives "
        f"the same answer as all of them for {round(float(weights @ found.same_leader), 4):.1%} "
        "of people. Whoever wants to can answer all.\n\n"
        + _table(("Questions asked", "People who stop here"), rows)
    )


def _audit(survey: Survey, found: HeldOut) -> Iterable[str]:
    groups = audit(survey, found)
    whole = measure(found.shares, found.title)
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
            f"{group.measures.balanced_accuracy:.3f} ({_range(group.range)})",
            *(f"{getattr(group.measures, name):.3f}" for name in list(LABELS)[1:]),
        )
        for group in groups
    ]
    yield _table(("Group", "", "People", *LABELS.values()), rows)
    if countries := [each.measures for each in groups if each.kind == "country"]:
        means = {
            name: (before, float(np.mean([getattr(each, name) for each in countries])))
            for name, before in FORMER_COUNTRIES.items()
        }
        yield (
            "Courses may stand for a country, and the first edition did not ask for them. On "
            "average over these countries "
            + " and ".join(
                f"{LABELS[name].split(' (')[0]} was {before:.3f} then and is {now:.3f} now"
                for name, (before, now) in means.items()
            )
            + "."
        )
    worse = [each for each in groups if each.range[1] < whole.balanced_accuracy]
    yield (
        "**Served worse** (the whole interval of the balanced accuracy lies below "
        f"{whole.balanced_accuracy:.3f}, that of everybody): "
        + ("; ".join(_served(group) for group in worse) or "nobody")
        + ". For people in these groups the second half tells less than its share says. Among so "
        "many groups one or two are below by chance."
    )


def _range(bounds: tuple[float, float]) -> str:
    return f"{bounds[0]:.3f} to {bounds[1]:.3f}"


def _served(group: Group) -> str:
    return f"{group.kind} {group.name} ({group.measures.balanced_accuracy:.2f})"


def _students(survey: Survey, found: HeldOut) -> str:
    """Say where the answers of students lean; nobody knows what they became."""
    own = next((each for each in found.told if each.title == STUDENT), None)
    kind, band = YOUNGEST
    young = survey.groups[kind][found.core] == band
    served = ""
    if len(set(found.title[young])) == len(ROLES):
        accuracy = measure(found.shares[young], found.title[young]).balanced_accuracy
        low, high = accuracy_range(found.shares[young], found.title[young])
        early = float(np.average(found.asked[young]))
        served = (
            f"\n\nOf the {int(young.sum()):,} people aged 18 to 21 with the title of a role, the "
            f"leader is the title held for {accuracy:.0%} ({low:.0%} to {high:.0%}; a guess among "
            f"three is 33%), after {early:.1f} questions on average. At that age the half is "
            "little more than a hint."
        )
    lean = (
        ""
        if own is None
        else f"The {own.people:,} students of the survey (who were not asked about an employer) "
        "would be told: "
        + ", ".join(
            f"{own.shares[name]:.0%} {title}"
            for name, title in zip(
                (*columns(), UNDECIDED), (*ROLES, *BESIDE_TITLES.values(), UNDECIDED), strict=True
            )
        )
        + "; nobody knows what became of them. "
    )
    return (
        "The people behind the points work, or have worked. A student can answer with what they "
        "plan, and should know what that does: lack of experience is itself an answer, and it "
        f"looks like the engineers of the survey. {lean}"
        "The quiz says so before it asks, and the half can be skipped." + served
    )


def _points_tables(survey: Survey, card: Scorecard) -> Iterable[str]:
    names = columns()
    headings = [*ROLES, *BESIDE_TITLES.values()]
    for place in card.order:
        answers, points = survey.answers[place], card.points[place]
        screen = answers.screen
        parts = ", ".join(part.question for part in screen.parts)
        yield f"### {screen.text}\n\nSurvey: {parts}."
        ticked = [answers.ticked[:, option] for option in points.options]
        kept = [screen.options[option] for option in points.options]
        texts = [each.text if each.survey else f"*{each.text}*" for each in kept]
        rows = list(points.by_option)
        if screen.none:
            texts.append(f"*{screen.none}*")
            rows.append(np.zeros(len(names)))
            ticked.append(answers.asked & ~answers.ticked[:, points.options].any(axis=1))
        table = [
            (text, *(f"{each:+.2f}" for each in row)) for text, row in zip(texts, rows, strict=True)
        ]
        if screen.pick == "several":
            table.append(("*base, once answered*", *(f"{each:+.2f}" for each in points.base)))
        yield _table(("Points", *headings), table)
        own = [answers.asked & (survey.column == column) for column in range(len(names))]
        yield _table(
            (
                "Given by",
                *(f"{name} ({int(who.sum()):,})" for name, who in zip(headings, own, strict=True)),
            ),
            [
                (text, *(f"{gave[who].mean() if who.any() else 0:.1%}" for who in own))
                for text, gave in zip(texts, ticked, strict=True)
            ],
        )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _draw_calibration(path: Path, found: HeldOut) -> None:
    figure, axes = plt.subplots(figsize=(6, 4))
    axes.plot([1 / 3, 1], [1 / 3, 1], color="#888888", linewidth=1, label="if shares were exact")
    for role, name in enumerate(ROLES):
        share = found.shares[:, role]
        weights = equal_prior(found.title)
        edges = np.linspace(0, 1, 11)
        place = np.minimum((share * 10).astype(int), 9)
        there = [each for each in range(10) if (place == each).sum() >= FEWEST_DRAWN]
        said = [np.average(share[place == each], weights=weights[place == each]) for each in there]
        held = [
            np.average((found.title == role)[place == each], weights=weights[place == each])
            for each in there
        ]
        axes.plot(said, held, marker="o", color=COLOURS[role % len(COLOURS)], label=name)
        axes.set_xticks(edges)
    axes.set(xlabel="share of the role", ylabel="people who held the title")
    axes.legend(frameon=False)
    _save(figure, path)


def _draw_comparison(path: Path, found: HeldOut) -> None:
    ways = {
        "quiz of equal weights": found.blog,
        "the six screens": found.shares,
        "boosted trees, all questions": found.trees,
    }
    values = [measure(each, found.title).balanced_accuracy for each in ways.values()]
    figure, axes = plt.subplots(figsize=(6, 2.2))
    axes.barh(list(ways), values, color=["#888888", COLOURS[0], "#bbbbbb"])
    axes.axvline(1 / len(ROLES), color="#333333", linewidth=1, linestyle=":")
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
