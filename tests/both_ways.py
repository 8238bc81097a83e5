"""A table scored row by row and in blocks, for tests of which the two must be the same."""

import io
from collections.abc import Iterable
from typing import Any, NamedTuple

from mlroles.batch.block_cohort import summarise_blocks
from mlroles.batch.block_results import write_blocks
from mlroles.batch.blocks import BlockScorer, Results
from mlroles.batch.cohort import Cohort, summarise
from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.results import write_table
from mlroles.batch.rows import TableFormat
from mlroles.batch.scorer import Scored, Scorer
from mlroles.batch.table import read_table
from mlroles.errors import SheetError
from mlroles.quiz.models import Questionnaire

FORMATS = (TableFormat.CSV, TableFormat.JSONL, TableFormat.PARQUET)


class Outcome(NamedTuple):
    """All that is made of a table: results in each format, a summary, what is nobody, an error."""

    tables: tuple[bytes, ...] = ()
    cohort: Cohort | None = None
    left_out: tuple[int, ...] = ()
    wrong: tuple[tuple[int, str], ...] = ()
    error: str = ""


def by_rows(
    data: bytes, questionnaire: Questionnaire, halves: tuple[str, ...] = (), by: int = 0
) -> Outcome:
    """Return what is made of a table row by row; ``by`` columns that are carried make groups."""
    try:
        reading = reading_of(data, questionnaire)
        scorer = Scorer(questionnaire, halves)
        places = reading.header.carried[:by]
        found = list(scorer.score(reading, places))
        names = [reading.header.columns[place] for place in places]
        cohort = summarise(found, questionnaire.only(halves), names)
    except SheetError as error:
        return Outcome(error=error.message)
    tables = tuple(_rows(format_, scorer, reading, found) for format_ in FORMATS)
    wrong = tuple((each.line, each.problem) for each in found if each.problem)
    return Outcome(tables, cohort, tuple(reading.left_out), wrong)


def by_blocks(
    data: bytes, questionnaire: Questionnaire, halves: tuple[str, ...] = (), by: int = 0
) -> Outcome:
    """Return what is made of a table in blocks."""
    try:
        reading = reading_of(data, questionnaire)
        scorer = Scorer(questionnaire, halves)
        places = reading.header.carried[:by]
        blocks = reading.blocks()
        assert blocks is not None
        found = list(BlockScorer(scorer, reading, places).score(blocks))
        names = [reading.header.columns[place] for place in places]
        cohort = summarise_blocks(found, questionnaire.only(halves), names)
    except SheetError as error:
        return Outcome(error=error.message)
    tables = tuple(_blocks(format_, scorer, reading, found) for format_ in FORMATS)
    wrong = tuple(
        (int(each.lines[place]), problem)
        for each in found
        for place, problem in sorted(each.problems.items())
    )
    return Outcome(tables, cohort, tuple(reading.left_out), wrong)


def reading_of(data: bytes, questionnaire: Questionnaire) -> Reading:
    """Return a table as it is understood."""
    ids = [question.id for question in questionnaire.questions]
    known = known_headings(questionnaire)
    return Reading(read_table(io.BytesIO(data), None, known, ids, name="sheet"), questionnaire)


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    """Return a table in Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, **options)
    return stream.getvalue()


def _rows(format_: TableFormat, scorer: Scorer, reading: Reading, found: Iterable[Scored]) -> bytes:
    stream = io.BytesIO()
    columns = scorer.columns(reading.understood.carried)
    write_table(stream, format_, columns, map(scorer.values, found))
    return stream.getvalue()


def _blocks(
    format_: TableFormat, scorer: Scorer, reading: Reading, found: Iterable[Results]
) -> bytes:
    stream = io.BytesIO()
    columns = scorer.columns(reading.understood.carried)
    write_blocks(stream, format_, columns, scorer, found)
    return stream.getvalue()
