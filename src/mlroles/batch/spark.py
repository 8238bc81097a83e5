"""Scoring a table that outgrows one machine: Spark carries the blocks, the scorer is the same.

Nothing of Spark is imported here: a frame brings what is needed along.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.results import Kind
from mlroles.batch.rows import Table
from mlroles.batch.scorer import MOST_ROLES, Scorer
from mlroles.errors import SheetError
from mlroles.quiz.models import Questionnaire

_KINDS: Final[dict[Kind, str]] = {str: "string", float: "double", int: "bigint"}
"""What Spark calls what stands in a column."""

_NO_CELLS: Final = frozenset({"array", "map", "struct", "binary", "variant", "void"})
"""What stands in no column that is carried along."""


def score_frame(
    frame: Any,  # noqa: ANN401 - Spark need not be there
    questionnaire: Questionnaire,
    halves: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401
    """Return the results of a frame of Spark, with the columns that ``mlroles score`` writes.

    ``halves`` are ids of the questionnaire's halves, all of them where empty. Where a row stands
    among the others Spark does not say: a column has to name the people. Raises SheetError where
    none does, or no column answers a question.
    """
    known = known_headings(questionnaire)
    kinds = {each.name: each.dataType.typeName() for each in frame.schema}
    taken = [name for name, kind in kinds.items() if kind not in _NO_CELLS or known([name])]
    reading = _reading(taken, questionnaire)
    if reading.header.name is None:
        raise SheetError("No column names the people.", "Add a column id.")
    if len(questionnaire.roles) > MOST_ROLES:
        raise SheetError(
            f"Spark scores for at most {MOST_ROLES} roles.", "“mlroles score” has no such bound."
        )
    columns = Scorer(questionnaire, halves).columns(reading.understood.carried)
    schema = ", ".join(f"{_quoted(name)} {_KINDS[kind]}" for name, kind in columns.items())
    own = frame.select(*map(_quoted, taken))
    # Spark looks its columns up by name, and stumbles over dots and quotation marks there.
    plain = own.toDF(*(f"column{place}" for place in range(len(taken))))
    return plain.mapInArrow(_scoring(taken, questionnaire, halves), schema)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _reading(columns: Sequence[str], questionnaire: Questionnaire) -> Reading:
    return Reading(Table(tuple(columns), lambda _: iter(())), questionnaire)


def _scoring(
    columns: Sequence[str], questionnaire: Questionnaire, halves: tuple[str, ...]
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return what a worker does with its part of the rows; the questionnaire goes there as text."""
    text = questionnaire.model_dump_json()

    def score(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        from mlroles.batch.block_results import table_of
        from mlroles.batch.blocks import BlockScorer
        from mlroles.batch.parquet_rows import block_of
        from mlroles.batch.typed_blocks import Shared

        own = Questionnaire.model_validate_json(text)
        reading = _reading(columns, own)
        scorer = Scorer(own, halves)
        found = scorer.columns(reading.understood.carried)
        named = (pa.RecordBatch.from_arrays(each.columns, names=columns) for each in batches)
        shared = {name: Shared() for name in columns}
        blocks = (block_of(1, each, shared) for each in named)
        for results in BlockScorer(scorer, reading).score(blocks):
            yield from table_of(found, scorer, results).to_batches()

    return score
