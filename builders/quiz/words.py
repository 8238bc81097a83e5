"""``python -m builders.quiz.words [--check]``: where a half that nobody measured may say "clearly".

No survey has the answers to such a half, so it speaks in words: *leans clearly*, *leans*, *mixed*.
How far a role has to lead for each word is found by simulating people who answer at random, and
people who answer for one role and slip now and then. What is found goes into the half of
``data/questionnaire.json`` as ``lean``. The same questions give the same limits.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mlroles.datafile.format import formatted

FILE = Path(__file__).parents[2] / "data" / "questionnaire.json"

PEOPLE = 100_000
"""How many people of each kind are simulated."""

SEED = 11
"""Where the chance of the simulation starts, so that it comes out the same each time."""

CLEARLY = 0.05
"""The largest part of random answerers who may be told that they lean clearly."""

LEANS = 0.2
"""The largest part of random answerers who may be told that they lean, clearly or not."""

SLIP = 0.25
"""How often a person who answers for one role gives another answer instead."""

DIGITS = 4
"""Decimals of the shares that are written."""

Json = dict[str, Any]
Ints = npt.NDArray[np.int64]
Chance = np.random.Generator


@dataclass(frozen=True)
class Asked:
    """A question as the simulation needs it."""

    points: Ints
    """Hundredths of points: a row for each answer, a column for each role.

    Whole numbers, so that no rounding of a sum decides on a word. Where several may be picked, an
    answer that is given alone has no row: it means that none is ticked.
    """
    several: bool
    """Whether several answers may be picked."""

    def at_random(self, people: int, chance: Chance) -> Ints:
        """Return the points of people who pick any answer, or tick each with a chance of a half."""
        rows = len(self.points)
        if self.several:
            return (chance.random((people, rows)) < 1 / 2).astype(np.int64) @ self.points
        return self.points[chance.integers(rows, size=people)]

    def for_role(self, role: int, people: int, chance: Chance) -> Ints:
        """Return the points of people who answer for ``role``, with slips.

        They pick an answer with the most points for it, or tick all that have points for it. A
        slip is any other answer of the question, or one tick put wrong.
        """
        own = self.points[:, role]
        if self.several:
            wrong = chance.random((people, len(own))) < SLIP
            return ((own > 0) ^ wrong).astype(np.int64) @ self.points
        best = chance.choice(np.flatnonzero(own == own.max()), size=people)
        other = (best + chance.integers(1, len(own), size=people)) % len(own)
        return self.points[np.where(chance.random(people) < SLIP, other, best)]


@dataclass(frozen=True)
class Told:
    """Which parts of simulated people are told what."""

    clearly: float
    """Told that they lean clearly; to their own role, where they answer for one."""
    leans: float
    """Told that they lean, in the same way."""
    mixed: float
    """Told that their answers are mixed."""
    other: float
    """Told that they lean to another role than the one they answer for, clearly or not."""


def questions_of(file: Json, half: str) -> tuple[tuple[str, ...], list[Asked]]:
    """Return the roles that a half gives points to, and its questions; ``half`` is its id."""
    own = [question for question in file["questions"] if question["half"] == half]
    roles = tuple(own[0]["answers"][0]["points"])
    return roles, [_asked(question, roles) for question in own]


def _asked(question: Json, roles: Sequence[str]) -> Asked:
    answers = [answer for answer in question["answers"] if not answer.get("alone", False)]
    points = [[round(100 * answer["points"][role]) for role in roles] for answer in answers]
    return Asked(np.array(points, np.int64), question["pick"] == "several")


def random_sums(questions: Sequence[Asked], people: int, chance: Chance) -> Ints:
    """Return the sums of random answerers, by how many questions they answered: 1, 2 … all.

    The shape is questions, people, roles. Which questions are skipped is chance, too.
    """
    each = np.stack([question.at_random(people, chance) for question in questions])
    order = chance.permuted(np.tile(np.arange(len(questions))[:, None], people), axis=0)
    shuffled: Ints = np.take_along_axis(each, order[:, :, None], axis=0)
    sums: Ints = shuffled.cumsum(axis=0)
    return sums


def role_sums(questions: Sequence[Asked], role: int, people: int, chance: Chance) -> Ints:
    """Return the sums of people who answer all questions for ``role``, a row for each person."""
    each = [question.for_role(role, people, chance) for question in questions]
    sums: Ints = np.sum(each, axis=0)
    return sums


def leads(sums: Ints) -> Ints:
    """Return how far the first role is ahead of the second, in hundredths, for each person."""
    ranked = np.sort(sums, axis=-1)
    lead: Ints = ranked[..., -1] - ranked[..., -2]
    return lead


def limit(lead: Ints, most: float) -> float:
    """Return the lowest limit that at most the part ``most`` of people reach, in points.

    ``lead`` has a row for each number of questions answered; the limit holds in every row. It lies
    in the middle between two leads that occur, so that no rounding of a sum decides on a word.
    """
    values = np.unique(lead)
    values = np.append(values, values[-1] + 1)  # which nobody reaches
    reached = np.array([(lead >= value).mean(axis=1).max() for value in values])
    first = int(np.argmax(reached <= most))
    return float(values[first - 1] + values[first]) / 200


def told(sums: Ints, lean: Mapping[str, Any], role: int | None = None) -> Told:
    """Return what people with these sums are told; ``role`` is the one that they answer for."""
    lead = leads(sums) / 100
    own = np.full(len(sums), fill_value=True) if role is None else sums.argmax(axis=1) == role
    clearly, leaning = lead >= lean["clearly"], lead >= lean["leans"]
    return Told(
        clearly=float((clearly & own).mean()),
        leans=float((leaning & ~clearly & own).mean()),
        mixed=float((~leaning).mean()),
        other=float((leaning & ~own).mean()),
    )


def measured(
    questions: Sequence[Asked], roles: Sequence[str], people: int = PEOPLE
) -> tuple[Json, dict[str, Told]]:
    """Return the ``lean`` of a half, and by kind of people what they are told.

    The limits hold for all who answer at least half of the questions.
    """
    chance = np.random.default_rng(SEED)
    half = (len(questions) + 1) // 2
    sums = random_sums(questions, people, chance)
    counted = leads(sums[half - 1 :])
    limits = {
        "clearly": limit(counted, _surely(CLEARLY, people)),
        "leans": limit(counted, _surely(LEANS, people)),
    }
    kinds = {
        "at random": told(sums[-1], limits),
        "at random, half skipped": told(sums[half - 1], limits),
    }
    slips = [
        told(role_sums(questions, place, people, chance), limits, place)
        for place in range(len(roles))
    ]
    kinds |= {f"for {role}": each for role, each in zip(roles, slips, strict=True)}
    reached = (counted / 100 >= limits["clearly"]).mean(axis=1)
    figures = {
        "random_clearly": round(float(reached.max()), DIGITS),
        "slip_clearly": round(sum(each.clearly for each in slips) / len(slips), DIGITS),
    }
    return {**limits, **figures, "people": people}, kinds


def _surely(most: float, people: int) -> float:
    """Return a part so far below ``most`` that other chance does not find more than that."""
    return most - 3 * math.sqrt(most * (1 - most) / people)


def rule_text(half: Json) -> str:
    """Return the rule of a half's words as a paragraph for a page; ``half`` as in the file."""
    lean = half["lean"]
    clearly, leans = f"{lean['clearly']:g}", f"{lean['leans']:g}"
    chance, own = f"{lean['random_clearly']:.1%}", f"{lean['slip_clearly']:.0%}"
    return (
        f"“{half['title']}” was not measured on people, so it speaks in words and never in percent."
        " The answers give points to each role; what counts is how far the first role is ahead of"
        f" the second. From {clearly} points on it says *leans clearly*, from {leans} on *leans*,"
        " and below that *mixed*. “None of these fits” gives no points. Both limits come from"
        f" {lean['people']:,} simulated people who answer at random, each answer being as likely as"
        f" any other. At most one in {1 / CLEARLY:.0f} of them may be told *leans clearly*"
        f" ({chance} are), and at most one in {1 / LEANS:.0f} that they lean at all. That holds for"
        " people who skip up to half of the questions, too. Then as many were simulated for each"
        f" role who answer for it, but in one choice of {1 / SLIP:.0f} give another answer: {own}"
        " of them are told that they lean clearly to it. So *leans clearly* means that chance alone"
        " seldom looks like this. It does not mean that the job would suit you."
    )


def table(kinds: Mapping[str, Told]) -> Iterator[str]:
    """Yield the lines of a table of what each kind of people is told, in percent."""
    yield f"{'who answers':26}{'clearly':>9}{'leans':>9}{'mixed':>9}{'other role':>12}"
    for kind, each in kinds.items():
        parts = f"{each.clearly:9.1%}{each.leans:9.1%}{each.mixed:9.1%}{each.other:12.1%}"
        yield f"{kind:26}{parts}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Set the limits of every half that is not measured, or check them; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m builders.quiz.words", description="Set the limits of the words."
    )
    parser.add_argument(
        "--file", type=Path, default=FILE, help="the questionnaire to read and write"
    )
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    before = given.file.read_text(encoding="utf-8")
    file = json.loads(before)
    for half in file["halves"]:
        if "measured" not in half:
            roles, questions = questions_of(file, half["id"])
            half["lean"], kinds = measured(questions, roles)
            print(f"{half['title']}:", *table(kinds), "", rule_text(half), sep="\n")
    after = formatted(file)
    if given.check:
        print("up to date" if after == before else f"{given.file} is not up to date")
        return int(after != before)
    given.file.write_text(after, encoding="utf-8")
    print(f"wrote {given.file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
