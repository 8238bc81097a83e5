"""Frames of Spark, scored in its workers as ``mlroles score`` scores a file."""

import io
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlroles.batch import spark
from mlroles.batch.spark import score_frame
from mlroles.errors import SheetError
from mlroles.quiz.models import Questionnaire
from tests.both_ways import by_rows, parquet

NAMES = {"string": "string", "list<item: string>": "array", "list<element: string>": "array"}


class Frame:
    """What of a frame of Spark is asked for, over a table of Arrow."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        self.schema = [
            SimpleNamespace(
                name=each.name,
                dataType=SimpleNamespace(typeName=partial(NAMES.__getitem__, str(each.type))),
            )
            for each in table.schema
        ]

    def select(self, *names: str) -> "Frame":
        """Return the frame with these columns alone."""
        return Frame(self._table.select([each.strip("`").replace("``", "`") for each in names]))

    def toDF(self, *names: str) -> "Frame":  # noqa: N802
        """Return the frame with other names."""
        return Frame(self._table.rename_columns([*names]))

    def mapInArrow(self, work: Callable[[Iterator[Any]], Iterator[Any]], schema: str) -> pa.Table:  # noqa: N802
        """Return what the work makes of blocks of a few rows."""
        found = pa.Table.from_batches(work(iter(self._table.to_batches(max_chunksize=3))))
        kinds = {"string": "string", "double": "double", "int64": "bigint"}
        own = (f"`{each.name.replace('`', '``')}` {kinds[str(each.type)]}" for each in found.schema)
        assert ", ".join(own) == schema
        return found


PEOPLE: dict[str, list[Any]] = {
    "id": ["a", "b", "c", "d", "e"],
    "the `course` no. 1": ["A", "B", "A", None, "B"],
    "heat": ["oven", "flame", "nonsense", None, "oven"],
    "tools": [["pan"], ["whisk", "pan"], [], None, ["no such"]],
    "bread": ["daily", "daily", "daily", "", None],
}


def _results(data: bytes) -> list[dict[str, Any]]:
    return list(pq.read_table(io.BytesIO(data)).to_pylist())


def test_results(whole: Questionnaire) -> None:
    """A frame has the results of the same people in a file, wrong ones and other columns too."""
    made = parquet(PEOPLE)
    found = score_frame(Frame(pq.read_table(io.BytesIO(made))), whole)
    assert found.to_pylist() == _results(by_rows(made, whole).tables[2])
    assert [bool(each) for each in found["problem"].to_pylist()] == [
        False,
        False,
        True,
        False,
        True,
    ]


def test_some_halves(whole: Questionnaire) -> None:
    """The halves that count may be chosen, and a column that is no cell is left out."""
    made = parquet({**PEOPLE, "other": [["x"]] * 5})
    found = score_frame(Frame(pq.read_table(io.BytesIO(made))), whole, ("does",))
    assert found.to_pylist() == _results(by_rows(made, whole, ("does",)).tables[2])


def test_nobody_is_named(whole: Questionnaire) -> None:
    """A frame without a column that names the people is refused: its rows have no order."""
    with pytest.raises(SheetError, match="No column names the people"):
        score_frame(Frame(pa.table({"heat": ["oven"]})), whole)


def test_many_roles(whole: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> None:
    """More roles than fit into a number are refused."""
    monkeypatch.setattr(spark, "MOST_ROLES", 2)
    with pytest.raises(SheetError, match="at most 2 roles"):
        score_frame(Frame(pa.table({"id": ["a"], "heat": ["oven"]})), whole)


@pytest.mark.skipif(
    not (find_spec("pyspark") and which("java")), reason="pyspark or Java is not installed"
)
@pytest.mark.filterwarnings("ignore")
def test_in_spark(whole: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark itself, on this machine, gives the results of the file that it reads."""
    from pyspark.sql import SparkSession

    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    made = parquet(PEOPLE)
    (tmp_path / "people.parquet").write_bytes(made)
    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.warehouse.dir", str(tmp_path)).getOrCreate()
    try:
        frame = session.read.parquet(str(tmp_path / "people.parquet"))
        found = [each.asDict() for each in score_frame(frame, whole).collect()]
    finally:
        session.stop()
    assert found == _results(by_rows(made, whole).tables[2])
