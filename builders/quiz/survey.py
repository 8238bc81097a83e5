"""Reads the survey file into arrays: who holds which title, and what each person ticked."""

import zipfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from builders.quiz.wording import (
    ADVANCES_ML,
    AUDITED,
    BESIDE,
    MORE_QUESTIONS,
    NONE,
    NONE_OF_THESE,
    ROLES,
    SCREENS,
    THE_WORK,
    TOLD_ONLY,
    Part,
    Screen,
)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TITLE_COLUMN = "Q5"
COLUMNS = ROLES | BESIDE
"""The survey's titles by column of the points: the roles first."""

OUTSIDE = -1
"""The column of people whose title nothing is fitted to."""


@dataclass(frozen=True)
class Answers:
    """What people answered on one screen.

    ``ticked`` has a row a person and a column an option; ``asked`` says who answered it at all:
    any of the survey's questions behind it is enough, as one tick is on our screen.
    """

    screen: Screen
    ticked: Bools
    asked: Bools


@dataclass(frozen=True)
class Survey:
    """Everybody whose title is fitted or told; rows are people.

    ``title`` and ``column`` are positions in ``COLUMNS`` or ``OUTSIDE``; the first are the roles.
    """

    titles: NDArray[np.str_]
    title: Ints
    """What people hold by the words of the survey."""
    column: Ints
    """What they are fitted as: their title, or other work where nothing shows that of a role."""
    answers: tuple[Answers, ...]
    more: Floats
    """Every other question that does not describe the person, a column an option."""
    groups: dict[str, NDArray[np.str_]]
    advances_ml: Bools
    """Who does research that moves machine learning itself forward."""

    @property
    def fitted(self) -> Ints:
        """The people of every column."""
        return np.flatnonzero(self.column != OUTSIDE)

    @property
    def core(self) -> Ints:
        """The people who hold the title of a role."""
        return np.flatnonzero((self.title >= 0) & (self.title < len(ROLES)))


def read_survey(path: Path) -> Survey:
    """Read the survey's zip file, or the CSV file inside it."""
    places = {title: place for place, own in enumerate(COLUMNS.values()) for title in own}
    titles = pl.col(TITLE_COLUMN).is_in([*places, *TOLD_ONLY])
    rows = _rows(path).filter(titles)
    held = rows[TITLE_COLUMN].to_numpy().astype(str)
    title = np.array([places.get(each, OUTSIDE) for each in held])
    answers = tuple(_answers(rows, screen) for screen in SCREENS)
    more = [_ticks(rows, name)[1] for name in MORE_QUESTIONS]
    return Survey(
        held,
        title,
        _by_work(title, next(each for each in answers if each.screen.id == THE_WORK)),
        answers,
        np.hstack(more).astype(float),
        {name: rows[column].to_numpy().astype(str) for name, column in AUDITED.items()},
        _known(rows, (Part(ADVANCES_ML[0]),))[ADVANCES_ML],
    )


def _by_work(title: Ints, work: Answers) -> Ints:
    """Return the columns: who holds the title of a role, and does none of the work, has another.

    A research scientist of another science would else teach the points that a doctorate alone
    makes a researcher of machine learning.
    """
    idle = work.ticked[:, [each.id for each in work.screen.options].index(NONE)]
    role = (title >= 0) & (title < len(ROLES))
    return np.where(role & idle, list(COLUMNS).index(NONE_OF_THESE), title)


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


def _known(rows: pl.DataFrame, parts: tuple[Part, ...]) -> defaultdict[tuple[str, str], Bools]:
    """Return who gave which answer, by question and text; nobody where nobody did."""
    nobody = np.zeros(len(rows), dtype=bool)
    found: defaultdict[tuple[str, str], Bools] = defaultdict(lambda: nobody)
    for part in parts:
        texts, ticks = _ticks(rows, part.question)
        found |= {(part.question, text): own for text, own in zip(texts, ticks.T, strict=True)}
    return found


def _answers(rows: pl.DataFrame, screen: Screen) -> Answers:
    """Return the answers on a screen, with "none of these" rebuilt from the routing.

    Who was not shown a question because of an earlier answer that implies "none of these"
    counts as having given it. Every other empty answer stays unanswered.
    """
    known = _known(rows, screen.parts)
    asked = np.zeros(len(rows), dtype=bool)
    for part in screen.parts:
        for (question, text), own in known.items():
            if question == part.question and text not in part.unanswered:
                asked |= own
        for column, text in part.routed:
            asked |= (rows[column] == text).to_numpy()
    nobody = np.zeros(len(rows), dtype=bool)
    ticked = np.array(
        [
            np.any([nobody, *(known[each] for each in option.survey)], axis=0)
            for option in screen.options
        ]
    ).T
    for place, option in enumerate(screen.options):
        if not option.survey:
            ticked[:, place] = ~ticked.any(axis=1)
    return Answers(screen, ticked & asked[:, None], asked)
