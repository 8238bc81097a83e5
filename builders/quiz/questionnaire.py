"""Writes the measured half into ``questionnaire.json``; the other half stays as it is."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from builders.quiz.evaluate import HeldOut, bands, confusion, measure
from builders.quiz.model import Scorecard, equal_prior
from builders.quiz.survey import Answers, Bools, Floats, Survey
from builders.quiz.wording import Measured

HALF = "does"
SOURCE = "kaggle-2021"
NONE = "none"
DIGITS = 4


def write_questionnaire(path: Path, survey: Survey, card: Scorecard, found: HeldOut) -> None:
    """Put the questions of the scorecard and what was measured into the file at ``path``."""
    file = json.loads(path.read_text(encoding="utf-8"))
    half = next(each for each in file["halves"] if each["id"] == HALF)
    half["measured"] = _measured(survey, card, found)
    kept = [question for question in file["questions"] if question["half"] != HALF]
    file["questions"] = kept + [_question(survey, card, place) for place in card.order]
    path.write_text(json.dumps(file, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _measured(survey: Survey, card: Scorecard, found: HeldOut) -> dict[str, Any]:
    title, shares = survey.title, found.shares
    weights = equal_prior(title)
    measures = measure(shares, title)
    names = measures.__dataclass_fields__
    last = len(card.order)
    left = [
        float(np.average(found.asked[found.asked > k] - k, weights=weights[found.asked > k]))
        for k in range(last)
    ]
    return {
        "source": SOURCE,
        "people": {role: int((title == place).sum()) for place, role in enumerate(survey.roles)},
        **{name: round(getattr(measures, name), DIGITS) for name in names},
        "mean_asked": round(float(weights @ found.asked), 2),
        "same_leader": round(float(weights @ (found.early == shares.argmax(axis=1))), DIGITS),
        "stop": [
            {"asked": asked, "top_share": top} for asked, top in card.thresholds.items() if top <= 1
        ],
        "likely_left": [round(each, 1) for each in left],
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
            role: {
                other: round(float(share), 3)
                for other, share in zip(survey.roles, row, strict=True)
            }
            for role, row in zip(survey.roles, confusion(shares, title), strict=True)
        },
    }


def _question(survey: Survey, card: Scorecard, place: int) -> dict[str, Any]:
    answers, points = survey.answers[place], card.points[place]
    question = answers.question
    options = [
        {
            "id": question.options[option].id,
            "text": question.options[option].text,
            "points": _points(survey, row),
            "claims": [],
            "counts": _counts(survey, answers, answers.ticked[:, option]),
            "survey": list(question.options[option].survey),
        }
        for option, row in zip(points.options, points.by_option, strict=True)
    ]
    written: dict[str, Any] = {
        "id": question.id,
        "half": HALF,
        "text": question.text,
        "why": question.why,
        "pick": question.pick,
    }
    if question.pick == "several":
        written["base"] = _points(survey, points.base)
        options.append(_none(survey, answers, points.options, question))
    written["survey"] = {
        "question": question.survey,
        "routed": [{"question": name, "answer": text} for name, text in question.routed],
    }
    return {**written, "answers": options}


def _none(
    survey: Survey, answers: Answers, options: tuple[int, ...], question: Measured
) -> dict[str, Any]:
    """Return "none of these": it adds nothing of its own, so that the base alone counts."""
    none = answers.asked & ~answers.ticked[:, options].any(axis=1)
    return {
        "id": NONE,
        "text": question.none,
        "points": dict.fromkeys(survey.roles, 0.0),
        "claims": [],
        "alone": True,
        "counts": _counts(survey, answers, none),
        "survey": [],
    }


def _points(survey: Survey, row: Floats) -> dict[str, float]:
    return {role: round(float(each), 2) for role, each in zip(survey.roles, row, strict=True)}


def _counts(survey: Survey, answers: Answers, ticked: Bools) -> dict[str, dict[str, int]]:
    counts = {}
    for place, role in enumerate(survey.roles):
        own = answers.asked & (survey.title == place)
        counts[role] = {"asked": int(own.sum()), "ticked": int((own & ticked).sum())}
    return counts
