"""Reads the survey file into arrays: who holds which title, and what each person ticked."""

import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from builders.quiz.wording import AUDITED, MORE_QUESTIONS, QUESTIONS, STUDENT, TITLES, Measured

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TITLE_COLUMN = "Q5"


@dataclass(frozen=True)
class Answers:
    """What people answered to one question.

    ``ticked`` has a row a person and a column an option; ``asked`` says who answered it at all.
    """

    question: Measured
    ticked: Bools
    asked: Bools


@dataclass(frozen=True)
class Survey:
    """The people who hold one of the titles; ``title`` is a position in ``roles``."""

    roles: tuple[str, ...]
    title: Ints
    answers: tuple[Answers, ...]
    more: Floats
    """Every other question that does not describe the person, a column an option."""
    groups: dict[str, NDArray[np.str_]]
    students: tuple[Answers, ...]
    """What students answered; they hold no title and are used for nothing but a warning."""


def read_survey(path: Path) -> Survey:
    """Read the survey's zip file, or the CSV file inside it."""
    every = _rows(path)
    titles = list(TITLES.values())
    rows = every.filter(pl.col(TITLE_COLUMN).is_in(titles))
    title = np.array([titles.index(each) for each in rows[TITLE_COLUMN]])
    answers = tuple(_answers(rows, question) for question in QUESTIONS)
    students = every.filter(pl.col(TITLE_COLUMN) == STUDENT)
    more = [_ticks(rows, name)[1] for name in MORE_QUESTIONS]
    groups = {name: rows[column].to_numpy().astype(str) for name, column in AUDITED.items()}
    return Survey(
        tuple(TITLES),
        title,
        answers,
        np.hstack(more).astype(float),
        groups,
        tuple(_answers(students, question) for question in QUESTIONS),
    )


def _rows(path: Path) -> pl.DataFrame:
    """Return the answers as stripped text, empty where there is none."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            name = next(each for each in archive.namelist() if each.endswith(".csv"))
            rows = pl.read_csv(archive.read(name), infer_schema=False)
    else:
        rows = pl.read_csv(path, infer_schema=False)
    text = pl.all().fill_null("").str.strip_chars()
    return rows.slice(1).select(text)  # the first row repeats the questions


def _ticks(rows: pl.DataFrame, name: str) -> tuple[list[str], Bools]:
    """Return the texts of a question's options and who ticked which."""
    if name in rows.columns:
        texts = sorted(set(rows[name]) - {""})
        return texts, np.array([(rows[name] == text).to_numpy() for text in texts]).reshape(
            -1, len(rows)
        ).T
    columns = [
        column for column in rows.columns if column.startswith((f"{name}_Part_", f"{name}_OTHER"))
    ]
    texts = [max(rows[column]) for column in columns]
    return texts, np.array([(rows[column] != "").to_numpy() for column in columns]).T


def _answers(rows: pl.DataFrame, question: Measured) -> Answers:
    """Return the answers to a question, with "none of these" rebuilt from the routing.

    Who was not shown the question because of an earlier answer that implies "none of these"
    counts as having given it. Every other empty answer stays unanswered.
    """
    texts, ticks = _ticks(rows, question.survey)
    nobody = np.zeros(len(rows), dtype=bool)
    known = defaultdict(lambda: nobody, zip(texts, ticks.T, strict=True))
    silent = nobody.copy()
    for text in question.unanswered:
        silent |= known[text]
    routed = nobody.copy()
    for column, text in question.routed:
        routed |= (rows[column] == text).to_numpy()
    asked = (ticks.any(axis=1) & ~silent) | routed
    ticked = np.array(
        [np.any([known[text] for text in option.survey], axis=0) for option in question.options]
    ).T
    return Answers(question, ticked & asked[:, None], asked)
