"""Answer sheets and tables of them, right and wrong, in every format."""

import csv
import io
import json
import math
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

from fuzzing.catalogues import questionnaire
from fuzzing.spoil import NUMBERS, ODD, TEXTS, spoil, spoil_bytes
from mlroles.batch.cohort import summarise
from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.rows import TableFormat
from mlroles.batch.scorer import Scored, Scorer
from mlroles.batch.table import read_table
from mlroles.quiz.models import Question
from mlroles.quiz.sheets import dump_sheet, parse_sheet

ROLES = tuple(next(iter(questionnaire().questions)).answers[0].points)


@cache
def _scorer() -> Scorer:
    return Scorer(questionnaire(), ())


def _answer(question: Question, chance: random.Random) -> str:
    """Return a cell of answers to a question, mostly right."""
    ids = [each.id for each in question.answers]
    if chance.random() < 1 / 15:
        return chance.choice((*TEXTS, "no-answer", ids[0] * 2, ";;", f"{ids[0]};{ids[0]}", " "))
    given = chance.sample(ids, chance.choice((0, 1, 1, 1, 2)))
    return ";".join(given)


def draw_sheet(chance: random.Random) -> bytes:
    """Return an answer sheet, mostly spoilt."""
    answers = {
        each.id: (chance.choice(each.answers).id,)
        for each in questionnaire().questions
        if chance.random() < 2 / 3
    }
    sheet = dump_sheet(questionnaire(), answers)
    return spoil(sheet, chance) if chance.random() < 14 / 15 else sheet


def read_sheet(data: bytes) -> bool:
    """Read a sheet; what is accepted is written and read again."""
    answers = parse_sheet(data, questionnaire(), "sheet.json")
    again = dump_sheet(questionnaire(), answers)
    if parse_sheet(again, questionnaire(), "again") != answers:
        raise AssertionError("a sheet that is written is not read as it was")
    return True


def draw_rows(chance: random.Random) -> list[dict[str, str]]:
    """Return people's rows by column, with a few columns too many or too few."""
    questions = chance.sample(questionnaire().questions, chance.randint(0, 8))
    columns = ["id", *(each.id for each in questions)]
    for _ in range(chance.choice((0, 0, 0, 0, 1, 3))):
        columns.append(chance.choice(("course", "", *TEXTS, columns[-1], columns[-1][:-1])))
    if chance.random() < 1 / 20:
        columns.remove("id")
    chance.shuffle(columns)
    by_id = {each.id: each for each in questions}
    return [
        {
            column: _answer(by_id[column], chance)
            if column in by_id
            else chance.choice((f"p{row}", *TEXTS[:3], chance.choice(TEXTS)))
            for column in columns
        }
        for row in range(chance.choice((0, 1, 2, 5, 20)))
    ]


def draw_csv(chance: random.Random) -> bytes:
    """Return a CSV file that may be spoilt in its form, its encoding or its bytes."""
    rows = draw_rows(chance) or [{"id": ""}]
    stream = io.StringIO()
    writer = csv.writer(
        stream,
        delimiter=";" if chance.random() < 1 / 20 else ",",
        lineterminator=chance.choice(("\n", "\r\n", "\r")),
        quoting=csv.QUOTE_ALL if chance.random() < 1 / 2 else csv.QUOTE_MINIMAL,
    )
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    text = stream.getvalue()
    encoding = "utf-8"
    if chance.random() < 1 / 5:
        encoding = chance.choice(("utf-8-sig", "utf-16", "latin-1"))
    return _spoilt(text.encode(encoding, "replace"), chance)


def draw_jsonl(chance: random.Random) -> bytes:
    """Return a JSON Lines file that may be spoilt in its values or its bytes."""
    rows: list[dict[str, Any]] = [
        {
            key: chance.choice((*ODD, *NUMBERS, [value], value.split(";")))
            if chance.random() < 1 / 8
            else value
            for key, value in row.items()
        }
        for row in draw_rows(chance)
    ]
    lines = "".join(
        json.dumps(row, ensure_ascii=chance.random() < 1 / 2) + chance.choice(("\n", "\n", "\r\n"))
        for row in rows
    )
    return _spoilt(lines.encode(errors="surrogatepass"), chance)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        data = spoil_bytes(data, chance)
    return data


def draw_wide(chance: random.Random) -> bytes:
    """Return a CSV or JSON Lines file with very many columns."""
    names = [
        chance.choice(("c{}", "q-{}", "deliverable{}", "{}" + "x" * 40)).format(place)
        for place in range(chance.choice((100, 1000, 20_000)))
    ]
    return ",".join(["id", *names]).encode() + b"\nann" + b"," * len(names) + b"\n"


def read_rows(data: bytes, format_: TableFormat, chance: random.Random) -> bool:
    """Score a table; return whether any row was scored."""
    ids = [question.id for question in questionnaire().questions]
    known = known_headings(questionnaire())
    table = read_table(io.BytesIO(data), format_, known, ids, name="")
    reading = Reading(table, questionnaire())
    by = [0] if chance.random() < 1 / 20 else []
    scored = 0

    def judged() -> Iterator[Scored]:  # none is kept, as the program keeps none
        nonlocal scored
        for each in _scorer().score(reading, by):
            _judge(each)
            scored += not each.problem
            yield each

    summarise(judged(), questionnaire(), ["course"] * len(by))
    return scored > 0


def _judge(result: Scored) -> None:
    """Raise AssertionError where a result says what cannot be."""
    result.name.encode()  # as it is written
    if result.problem:
        result.problem.encode()
        if len(result.problem) > 20_000:  # noqa: PLR2004 - a line of text, if a long one
            raise AssertionError("a row's problem is told at too great length")
        return
    for half in result.halves:
        for shares in (half.shares, half.wide):
            if shares and not math.isclose(sum(shares), 1, abs_tol=1e-9):
                raise AssertionError("shares do not sum to one")
