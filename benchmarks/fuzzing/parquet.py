"""Parquet files: columns of every type, files that unpack to much more, spoilt bytes."""

import io
import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from fuzzing.catalogues import questionnaire
from fuzzing.sheets import draw_rows
from fuzzing.spoil import TEXTS, spoil_bytes

BIG = 2**62
"""Near the end of what 64 bits hold."""


def _numbers(kind: Any, low: int, high: int) -> Callable[[int, random.Random], Any]:  # noqa: ANN401
    def draw(rows: int, chance: random.Random) -> Any:  # noqa: ANN401
        values = [chance.choice((low, high, 0, 1, None)) for _ in range(rows)]
        return pa.array(values, pa.int64() if abs(high) > 2**31 else pa.int32()).view(kind)

    return draw


def _texts(kind: Any) -> Callable[[int, random.Random], Any]:  # noqa: ANN401
    def draw(rows: int, chance: random.Random) -> Any:  # noqa: ANN401
        spare = [each for each in TEXTS if "\ud800" not in each]
        return pa.array(
            [chance.choice((*spare, "p", None)) for _ in range(rows)], pa.string()
        ).cast(kind)

    return draw


def _list(kind: Any) -> Callable[[int, random.Random], Any]:  # noqa: ANN401
    def draw(rows: int, chance: random.Random) -> Any:  # noqa: ANN401
        ids = [each.id for each in questionnaire().questions[0].answers]
        lists = [
            chance.choice(([], None, chance.sample(ids, 2), [None], ids[:1] * 3000))
            for _ in range(rows)
        ]
        return pa.array(lists, kind)

    return draw


def _odd(values: tuple[Any, ...], kind: Any = None) -> Callable[[int, random.Random], Any]:  # noqa: ANN401
    return lambda rows, chance: pa.array([chance.choice(values) for _ in range(rows)], kind)


KINDS: tuple[Callable[[int, random.Random], Any], ...] = (
    _texts(pa.string()),
    _texts(pa.large_string()),
    _texts(pa.binary()),
    _texts(pa.large_binary()),
    _texts(pa.dictionary(pa.int32(), pa.string())),
    _list(pa.list_(pa.string())),
    _list(pa.large_list(pa.string())),
    _list(pa.list_(pa.dictionary(pa.int32(), pa.string()))),
    _odd(([["a"]], None, [[]]), pa.list_(pa.list_(pa.string()))),
    _odd(([1], None, []), pa.list_(pa.int64())),
    _odd((["a", "b"], None), pa.list_(pa.string(), 2)),
    *(_numbers(pa.timestamp(unit), -BIG, BIG) for unit in ("s", "ms", "us", "ns")),
    *(_numbers(pa.timestamp(unit, "Europe/Paris"), -BIG, BIG) for unit in ("us", "ns")),
    *(_numbers(pa.duration(unit), -BIG, BIG) for unit in ("s", "ms", "us", "ns")),
    *(_numbers(pa.time64(unit), -BIG, BIG) for unit in ("us", "ns")),
    *(_numbers(kind, -(2**31), 2**31 - 1) for kind in (pa.date32(), pa.time32("ms"))),
    _numbers(pa.date64(), -BIG, BIG),
    _numbers(pa.int64(), -BIG, BIG),
    _numbers(pa.uint64(), 0, BIG),
    _odd((0, 127, None), pa.int8()),
    _odd((1.5, float("nan"), float("inf"), -0.0, None)),
    _odd((True, False, None)),
    _odd((None,)),
    _odd((Decimal("1.5"), Decimal(-99999999999999999999), None), pa.decimal128(38, 5)),
    _odd((b"ab", b"\xff\xfe", None), pa.binary(2)),
    _odd((b"\xff", b"\xed\xa0\x80", None), pa.binary()),
    _odd(({"a": 1}, None)),
    _odd(({"a": {"id": "x"}}, None)),
    _odd(([("a", 1)], None), pa.map_(pa.string(), pa.int64())),
    _odd((timedelta(days=1), None)),
)
"""What draws a column of some type."""


def draw_parquet(chance: random.Random) -> bytes:
    """Return a Parquet file of odd columns; one in three has spoilt bytes."""
    right = draw_rows(chance) or [{"id": "ann"}]
    texts = {
        name.replace("\ud800", "?"): [row[name].replace("\ud800", "?") for row in right]
        for name in right[0]
    }
    columns = [
        chance.choice(KINDS)(len(right), chance) if chance.random() < 1 / 4 else pa.array(cells)
        for cells in texts.values()
    ]
    try:
        data = _write(pa.Table.from_arrays(columns, [*texts]), chance)
    except pa.ArrowException:  # some version of Parquet has no such type
        data = _write(pa.table(texts), chance)
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        data = spoil_bytes(data, chance)
    return data


def draw_bomb(chance: random.Random) -> bytes:
    """Return a small Parquet file that stands for very much."""
    rows = chance.choice((1, 30, 3000))
    letters = chance.choice((1000, 1_000_001, 30_000_000)) // (1 + rows // 30)
    question = questionnaire().questions[0]
    text = chance.choice(("x", "é", "\x1b")) * letters
    match chance.randrange(4):
        case 0:
            columns: dict[str, Any] = {"id": [text + str(row) for row in range(min(rows, 30))]}
        case 1:
            columns = {"id": [text] * rows}
        case 2:
            answers = [question.answers[0].id] * min(letters, 3_000_000)
            columns = {"id": ["a"] * 3, question.id: [answers] * 3}
        case _:
            columns = {"id": [str(row) for row in range(rows)], question.id: [text] * rows}
    return _write(pa.table(columns), chance)


def _write(table: Any, chance: random.Random) -> bytes:  # noqa: ANN401
    stream = io.BytesIO()
    pq.write_table(
        table,
        stream,
        compression=chance.choice(("zstd", "snappy", "gzip", "none")),
        use_dictionary=chance.random() < 1 / 2,
        data_page_version=chance.choice(("1.0", "2.0")),
        data_page_size=chance.choice((100, 1_000_000)),
        row_group_size=chance.choice((1, 7, 100_000)),
        store_schema=chance.random() < 3 / 4,
        write_statistics=chance.random() < 1 / 2,
    )
    return stream.getvalue()
