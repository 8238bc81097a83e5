"""Writes the measured half into ``questionnaire.json``; the other half stays as it is."""

import json
from pathlib import Path
from typing import Any

from builders.quiz.evaluate import (
    BESIDE_RATIO,
    UNDECIDED_RATIO,
    HeldOut,
    Measures,
    audit,
    bands,
    confusion,
    measure,
)
from builders.quiz.model import (
    LEAST_ANSWERED,
    Scorecard,
    Stop,
    columns,
    equal_prior,
)
from builders.quiz.survey import Answers, Bools, Floats, Survey
from builders.quiz.wording import AGE, BESIDE_TITLES, NONE, NONE_OF_THESE, ROLES, Screen
from mlroles.datafile.format import formatted

SCHEMA_VERSION = 2
HALF = "does"
SOURCE = "kaggle-2021"
DIGITS = 4


def write_questionnaire(path: Path, survey: Survey, card: Scorecard, found: HeldOut) -> None:
    """Put the questions of the scorecard and what was measured into the file at ``path``."""
    file = json.loads(path.read_text(encoding="utf-8"))
    half = next(each for each in file["halves"] if each["id"] == HALF)
    half["measured"] = _measured(survey, card, found)
    kept = [question for question in file["questions"] if question["half"] != HALF]
    questions = kept + [_question(survey, card, place) for place in card.order]
    whole = {
        "schema_version": SCHEMA_VERSION,
        "id": file["id"],
        "title": file["title"],
        "roles": list(ROLES),
        "undecided_ratio": UNDECIDED_RATIO,
        "halves": file["halves"],
        "questions": questions,
        "earlier": file.get("earlier", []),  # written by hand when a question is asked otherwise
    }
    path.write_text(formatted(whole), encoding="utf-8")


def _measured(survey: Survey, card: Scorecard, found: HeldOut) -> dict[str, Any]:
    title, shares = found.title, found.shares
    weights = equal_prior(title)
    return {
        "source": SOURCE,
        "people": {
            column: int((survey.column == place).sum()) for place, column in enumerate(columns())
        },
        **_measures(measure(shares, title)),
        "mean_asked": round(float(weights @ found.asked), 2),
        "same_leader": round(float(weights @ found.same_leader), DIGITS),
        "stop": _stop(survey, card.stop),
        "bands": [
            {
                "low": round(band.low, 2),
                "high": band.high,
                "people": band.people,
                "right": round(band.right, 2),
            }
            for band in bands(shares, title)
        ],
        "confusion": {
            role: {other: round(float(share), 3) for other, share in zip(ROLES, row, strict=True)}
            for role, row in zip(ROLES, confusion(shares, title), strict=True)
        },
        "beside": [
            {"id": column, "title": text} | ({"none": True} if column == NONE_OF_THESE else {})
            for column, text in BESIDE_TITLES.items()
        ],
        "beside_ratio": BESIDE_RATIO,
        "wide": _measures(measure(found.wide_shares, found.column)),
        "told": [
            {
                "title": told.title,
                "people": told.people,
                "role": told.column,
                "told": {name: round(share, 3) for name, share in told.shares.items()},
            }
            for told in found.told
        ],
        "ages": [
            {
                "ages": group.name,
                "people": group.people,
                "balanced_accuracy": round(group.measures.balanced_accuracy, 3),
                "low": round(float(group.range[0]), 3),
                "high": round(float(group.range[1]), 3),
            }
            for group in audit(survey, found)
            if group.kind == AGE
        ],
    }


def _measures(measures: Measures) -> dict[str, float]:
    names = measures.__dataclass_fields__
    return {name: round(getattr(measures, name), DIGITS) for name in names}


def _stop(survey: Survey, stop: Stop) -> dict[str, Any]:
    roles = list(enumerate(ROLES))

    def moves(screen: int) -> dict[str, Any]:
        return {
            title: {
                ahead: {
                    behind: [
                        round(float(table[screen, held, first, second]), DIGITS)
                        for table in (stop.mean, stop.variance)
                    ]
                    for second, behind in roles
                    if second != first
                }
                for first, ahead in roles
            }
            for held, title in roles
        }

    return {
        "least": LEAST_ANSWERED,
        "risk": stop.risk,
        "moves": {answers.screen.id: moves(place) for place, answers in enumerate(survey.answers)},
    }


def _question(survey: Survey, card: Scorecard, place: int) -> dict[str, Any]:
    answers, points = survey.answers[place], card.points[place]
    screen = answers.screen
    options: list[dict[str, Any]] = [
        {
            "id": screen.options[option].id,
            "text": screen.options[option].text,
            "points": _points(row),
            "claims": [],
            **({} if screen.options[option].survey else {"alone": True, "none": True}),
            "counts": _counts(survey, answers, answers.ticked[:, option]),
            "survey": [
                {"question": question, "text": text}
                for question, text in screen.options[option].survey
            ],
        }
        for option, row in zip(points.options, points.by_option, strict=True)
    ]
    written: dict[str, Any] = {
        "id": screen.id,
        "half": HALF,
        "text": screen.text,
        "why": screen.why,
        "pick": screen.pick,
    }
    if screen.pick == "several":
        written["base"] = _points(points.base)
    if screen.none:
        options.append(_none(survey, answers, points.options, screen))
    written["survey"] = [
        {
            "question": part.question,
            "routed": [{"question": name, "answer": text} for name, text in part.routed],
        }
        for part in screen.parts
    ]
    return {**written, "answers": options}


def _none(
    survey: Survey, answers: Answers, options: tuple[int, ...], screen: Screen
) -> dict[str, Any]:
    """Return "none of these": it adds nothing of its own, so that the base alone counts."""
    none = answers.asked & ~answers.ticked[:, options].any(axis=1)
    return {
        "id": NONE,
        "text": screen.none,
        "points": dict.fromkeys(columns(), 0.0),
        "claims": [],
        "alone": True,
        "none": True,
        "counts": _counts(survey, answers, none),
        "survey": [],
    }


def _points(row: Floats) -> dict[str, float]:
    return {column: round(float(each), 2) for column, each in zip(columns(), row, strict=True)}


def _counts(survey: Survey, answers: Answers, ticked: Bools) -> dict[str, dict[str, int]]:
    counts = {}
    for place, column in enumerate(columns()):
        own = answers.asked & (survey.column == place)
        counts[column] = {"asked": int(own.sum()), "ticked": int((own & ticked).sum())}
    return counts
