"""Writes ``docs/adverts.md``: what the reading of adverts is worth, and what it is blind to."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from builders.adverts.evaluate import (
    HeldOut,
    Measures,
    even,
    intervals,
    measure,
    measured,
    none_auroc,
)
from builders.adverts.model import (
    AGREEING,
    INNER,
    KEPT,
    STRENGTH,
    WEAK_WEIGHT,
    WORDS,
    Card,
    frequencies,
)
from builders.adverts.reading import Adverts

SHOWN = 12
"""Cues shown for each role."""

MARKED = Path(__file__).with_name("marked.json")
"""What no run counts: what was marked by hand in samples, and which settings were tried."""


def page(adverts: Adverts, card: Card, found: HeldOut) -> str:
    """Return the page."""
    return "\n\n".join(_page(adverts, card, found)) + "\n"


def _page(adverts: Adverts, card: Card, found: HeldOut) -> Iterator[str]:
    rows = measured(adverts, np.arange(len(adverts.role)))
    right = adverts.role[rows]
    own = measure(found.shares[rows], right)
    ranges = intervals(found.shares[rows], right)
    marked = json.loads(MARKED.read_text(encoding="utf-8"))
    yield "# What the reading of adverts is worth"
    yield (
        "This page is written by `python -m builders.adverts ADVERTS`, and so are its figures and "
        "the points in `data/adverts.json`."
    )
    yield "## For what, and for what not"
    yield (
        "`mlroles read` tells what the job of an advert is by what it says about duties and skills. "
        "**It is not for choosing candidates**: it reads adverts, not people, and nobody should be "
        "hired, admitted or refused because of it. A reading is no verdict on an employer either: "
        "what a text says is not what somebody does all week."
    )
    yield "## The figures in one table"
    yield (
        f"{len(rows):,} adverts of {len(set(adverts.source))} collections. Each collection is read by "
        "points set on all others; words, points, temperature and limits are set anew each time, the "
        f"temperature and the limits from {INNER} parts of the others, whole collections each. What is "
        "called right is the employer's title, and titles are left out of the text. In brackets "
        "stand 95 % bootstrap intervals over adverts. The targets are for two further sets of other "
        "sources, which have not been looked at."
    )
    yield _figures(adverts, found, rows, own, ranges)
    yield _frequent(adverts, right)
    yield marked["settings"]
    yield "The title as a keyword is no method to compare with: it is the label itself."
    yield "## Who is taken for whom"
    yield _confusion(adverts, own)
    yield "## Is a share what it says?"
    yield _calibration(found, adverts, rows)
    yield "## How sure, and how many"
    yield _coverage(adverts, found, rows)
    yield "## None of these roles"
    yield from _none(adverts, found)
    yield "## How many cues it rests on"
    yield _by_cues(adverts, found, rows)
    yield "## By year"
    yield (
        "Years also mix job boards and countries: a difference between years is no development.\n\n"
        + _groups(
            adverts,
            found,
            rows,
            [(str(y), adverts.year[rows] == y) for y in sorted(set(adverts.year))],
        )
    )
    yield "## By source, from the largest"
    names, sizes = np.unique(adverts.source, return_counts=True)
    order = np.argsort(-sizes, kind="stable")
    yield _groups(
        adverts, found, rows, [(str(names[n]), adverts.source[rows] == names[n]) for n in order]
    )
    yield "## Skills and terms, marked by hand"
    yield from _marked(marked)
    yield "## How the points were set"
    yield _method(card)
    yield "## What speaks for whom"
    yield _cues(adverts, card)
    yield "## What it is blind to"
    yield BLIND


BLIND = """- Titles are the only labels there are. Many contradict their text; whoever agrees with all of them has learnt titles.
- Few adverts are for researchers, and their collections disagree about them most.
- Data scientists mostly come from 2018 to 2021, engineers from 2024 and 2025: words of an era can pass for words of a role, although words count only where the collections agree.
- Almost all adverts are English, and of the United States, Canada and the United Kingdom.
- An advert can be written for one role and the job be another: it reads the advert.
- Other jobs are those near by (analysts, data and software engineers, product managers, some business). Jobs further off are told by having few cues, and were not counted.
- Several collections may hold the same advert of one employer; that makes figures look better than they are."""


def _frequent(adverts: Adverts, right: np.ndarray) -> str:
    """Return how frequent the roles are, and what shares take them for."""
    real = np.bincount(right, minlength=len(adverts.roles)) / len(right)
    taken = frequencies(adverts, np.arange(len(adverts.role)))
    each = "; ".join(
        f"{_title(role)} {own:.0%} of these adverts, taken for {of:.0%}"
        for role, own, of in zip(adverts.roles, real, taken, strict=True)
    )
    return (
        "Shares take the roles for more alike in number than these adverts are, since nobody knows "
        f"from where the next advert comes: {each}. So macro-F1 over the adverts as they are, which "
        "suffers from every advert of the many that is read as one of the few, is lower than with as "
        "many of each; to take roles for as frequent as they are here would leave out the few."
    )


def _figures(
    adverts: Adverts,
    found: HeldOut,
    rows: np.ndarray,
    own: Measures,
    ranges: dict[str, tuple[float, float]],
) -> str:
    right = adverts.role[rows]
    most = np.zeros((len(rows), len(adverts.roles)))
    most[:, np.bincount(right).argmax()] = 1
    others = [most, found.skills[rows], found.tfidf[rows]]
    beside = [measure(each, right) for each in others]
    balanced = even(adverts, found.shares, rows)
    auroc = none_auroc(adverts, found.none)
    head = (
        "Measure",
        "Points",
        "Target",
        "Majority",
        "The articles' skill lists",
        "TF-IDF and logistic regression",
    )

    def row(name: str, field: str, target: str) -> tuple[str, ...]:
        low, high = ranges.get(field, (None, None))
        span = f" ({low:.3f} to {high:.3f})" if low is not None else ""
        return (
            name,
            f"{getattr(own, field):.3f}{span}",
            target,
            *(f"{getattr(each, field):.3f}" for each in beside),
        )

    return _table(
        head,
        [
            row("Macro-F1, adverts as they are", "macro_f1", "≥ 0.79"),
            row("Macro-F1, as many of each role", "equal_f1", "≥ 0.80"),
            row("Balanced accuracy", "balanced", ""),
            row("Calibration error (ECE), adverts as they are", "ece", "≤ 0.06"),
            row("Calibration error (ECE), as many of each role", "equal_ece", "≤ 0.06"),
            row("Macro-F1 of the surest 80 %, as they are", "at_80", "≥ 0.86"),
            row("Macro-F1 of the surest 60 %, as they are", "at_60", ""),
            (
                "Macro-F1 of the surest 80 %, as many of each",
                f"{balanced[1]:.3f}",
                "≥ 0.86",
                "",
                "",
                "",
            ),
            ("Macro-F1 of the surest 60 %, as many of each", f"{balanced[2]:.3f}", "", "", "", ""),
            ("None of these roles, AUROC", f"{auroc:.3f}", "≥ 0.94", "", "", ""),
        ],
    )


def _confusion(adverts: Adverts, own: Measures) -> str:
    rows = [
        (_title(role), *(f"{count:,.0f} ({count / of.sum():.0%})" for count in of))
        for role, of in zip(adverts.roles, own.confusion, strict=True)
    ]
    return _table(("Titled", *(f"reads like {_title(role)}" for role in adverts.roles)), rows)


def _calibration(found: HeldOut, adverts: Adverts, rows: np.ndarray) -> str:
    shares, right = found.shares[rows], adverts.role[rows]
    sure, hit = shares.max(axis=1), shares.argmax(axis=1) == right
    lines = []
    for low in np.arange(0.3, 1.0, 0.1):
        here = (sure >= low) & (sure < low + 0.1 + (low > 0.85))  # noqa: PLR2004 - 1 is in the last
        if here.any():
            lines.append(
                (
                    f"{low:.0%} to {low + 0.1:.0%}",
                    f"{here.sum():,}",
                    f"{sure[here].mean():.0%}",
                    f"{hit[here].mean():.0%}",
                )
            )
    return _table(("Share of the leader", "Adverts", "Mean share", "So titled"), lines)


def _coverage(adverts: Adverts, found: HeldOut, rows: np.ndarray) -> str:
    shares, right = found.shares[rows], adverts.role[rows]
    order = np.argsort(-shares.max(axis=1), kind="stable")
    lines = []
    for part in range(100, 30, -10):
        kept = order[: round(len(order) * part / 100)]
        one = measure(shares[kept], right[kept])
        lines.append(
            (f"{part} %", f"{one.macro_f1:.3f}", f"{np.trace(one.confusion) / len(kept):.1%}")
        )
    gap = np.sort(shares, axis=1)
    decided = gap[:, -1] - gap[:, -2] > found.mixed[rows]
    wrong = shares.argmax(axis=1) != right
    return (
        _table(("The surest", "Macro-F1, as they are", "Right"), lines)
        + f"\n\nOne role is named for {decided.mean():.0%}; the others are called mixed, and with them "
        f"{np.mean(~decided[wrong]):.0%} of the errors."
    )


def _none(adverts: Adverts, found: HeldOut) -> Iterator[str]:
    others = adverts.role == len(adverts.roles)
    said = found.none >= found.none_from
    family = ~others & ~adverts.weak
    lines = [
        (
            _title(job),
            f"{here.sum():,}",
            f"{none_auroc(adverts, found.none, np.flatnonzero(family | here)):.3f}",
            f"{said[here].mean():.0%}",
            f"{np.mean(found.job[here] == place):.0%}",
        )
        for place, job in enumerate(adverts.jobs)
        for here in [adverts.job == place]
    ]
    lines += [
        (_title(role), f"{here.sum():,}", "", f"{said[here].mean():.0%}", "")
        for place, role in enumerate(adverts.roles)
        for here in [family & (adverts.role == place)]
    ]
    yield (
        "A second table of points over the same cues. The chance that it gives takes half of all "
        f"adverts for other jobs. The limit lets {KEPT:.0%} of the adverts of the roles through, "
        "each role alike."
    )
    yield _table(("Titled", "Adverts", "AUROC", "Called none of these", "Nearest job right"), lines)


def _by_cues(adverts: Adverts, found: HeldOut, rows: np.ndarray) -> str:
    cues = found.cues[rows]
    edges = (0, 20, 40, 60, 80, 100, 10_000)
    groups = [
        (
            f"{low} to {high - 1}" if high < edges[-1] else f"{low} and more",
            (cues >= low) & (cues < high),
        )
        for low, high in pairwise(edges)
    ]
    return _groups(adverts, found, rows, groups)


def _groups(
    adverts: Adverts, found: HeldOut, rows: np.ndarray, groups: Iterable[tuple[str, np.ndarray]]
) -> str:
    lines = []
    for name, here in groups:
        if not here.any():
            continue
        right, shares = adverts.role[rows][here], found.shares[rows][here]
        hit = shares.argmax(axis=1) == right
        lines.append(
            (
                name,
                *(f"{np.sum(right == place):,}" for place in range(len(adverts.roles))),
                f"{hit.mean():.1%}",
                f"{shares.max(axis=1).mean():.1%}",
            )
        )
    return _table(
        ("", *(_title(role) for role in adverts.roles), "Right", "Mean share of the leader"), lines
    )


def _marked(marked: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was counted by hand: right of what was found, and found of what is there."""
    yield marked["how"]
    yield _table(
        ("What", "Adverts", "Precision", "Recall", ""),
        [
            (
                each["what"],
                f"{each['adverts']:,}" if "adverts" in each else "",
                _of(each["right"], each.get("found")),
                _of(each["right"], each.get("there")),
                each.get("note", ""),
            )
            for each in (*marked["mentions"], *marked["terms"])
        ],
    )


def _of(right: int, all_: int | None) -> str:
    """Return a share with what it is of; empty where nobody counted that."""
    return f"{right / all_:.2f} ({right} of {all_})" if all_ else ""


def _method(card: Card) -> str:
    return (
        f"{len(card.columns)} cues count: skills and cues of work of `data/mentions.json`, and words or "
        f"pairs of words, at most {WORDS}. Words are chosen by how surely they speak for a role or for other jobs: "
        "log odds ratios of the collections, each weighing by its precision, summed; at least "
        f"{AGREEING:.0%} of that weight must be on one side. One multinomial logistic regression (C = "
        f"{STRENGTH:g}) sets the points; roles weigh the same, collections by the square root of their "
        f"size, research engineers as researchers with {WEAK_WEIGHT:g} of the weight. Points are whole "
        f"numbers and are divided by {card.temperature:g}. What stands in n sentences counts "
        "log2(1 + n) times. Sentences of boilerplate (equal opportunity, pay, benefits, the firm) are "
        "left out before, and so are the titles of jobs: of the roles always, of other jobs where one "
        "person is meant."
    )


def _cues(adverts: Adverts, card: Card) -> str:
    lines = []
    for place, role in enumerate(adverts.roles):
        rest = np.delete(card.roles, place, axis=1).max(axis=1)
        best = np.argsort(rest - card.roles[:, place], kind="stable")[:SHOWN]
        names = [adverts.cues[card.columns[n]].removeprefix("#") for n in best]
        lines.append((_title(role), ", ".join(names)))
    best = np.argsort(-card.none, kind="stable")[:SHOWN]
    lines.append(
        ("None of these", ", ".join(adverts.cues[card.columns[n]].removeprefix("#") for n in best))
    )
    return _table(("For", "What speaks for it most"), lines)


def _title(name: str) -> str:
    return name.replace("-", " ")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
