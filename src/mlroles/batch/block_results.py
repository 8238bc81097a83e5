"""Writing the results of whole blocks: the bytes that ``results`` writes of them row by row."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Final, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from mlroles.batch.blocks import Flags, Numbers, Results, Texts, different, wrong_row
from mlroles.batch.results import (
    BATCH,
    LARGE,
    MILLION,
    NEEDS_QUOTES,
    Kind,
    Value,
    arrow_schema,
    csv_cell,
    csv_header,
)
from mlroles.batch.rows import TableFormat
from mlroles.batch.scorer import Scorer

THOUSAND: Final = 1000

_DIGITS: Final = [np.frombuffer(f"{n:03}".encode(), "u1").astype("<u8") for n in range(THOUSAND)]
_LOW: Final = np.array([one << 40 | two << 48 | three << 56 for one, two, three in _DIGITS], "<u8")
"""The last three decimals of a share, where they stand among the eight characters of "0.123456"."""

_HIGH: Final = np.array(
    [int.from_bytes(f"{n / THOUSAND:.3f}".encode(), "little") for n in range(THOUSAND + 1)], "<u8"
)
"""What stands before them."""

_SHORT: Final = 100
"""Python writes fewer millionths than this as a number with an exponent."""

Pieces = Iterator[Texts]


class _Format(Protocol):
    """How a row is written: its pieces, what stands between, before and after them."""

    between: str
    before: str
    after: str

    def words(self, values: Mapping[str, Value]) -> str:
        """Return some columns of one row."""

    def texts(self, column: str, texts: Texts) -> Texts:
        """Return a column."""

    def shares(self, columns: Sequence[str], shares: Numbers, there: Flags) -> Pieces:
        """Return columns of shares, in millionths, where they are ``there``."""


class _Csv:
    between, before, after = ",", "", "\n"

    def words(self, values: Mapping[str, Value]) -> str:
        return ",".join("" if each is None else csv_cell(str(each)) for each in values.values())

    def texts(self, _: str, texts: Texts) -> Texts:
        return _rewritten(texts, NEEDS_QUOTES, csv_cell)

    def shares(self, columns: Sequence[str], shares: Numbers, there: Flags) -> Pieces:
        yield pc.if_else(there, _decimals(shares), "," * (len(columns) - 1))


class _Json:
    between, before, after = ", ", "{", "}\n"

    def words(self, values: Mapping[str, Value]) -> str:
        return json.dumps(values)[1:-1]

    def texts(self, column: str, texts: Texts) -> Texts:
        inner = _rewritten(texts, r"[^ !#-\[\]-~]", lambda text: json.dumps(text)[1:-1])
        return pc.binary_join_element_wise(f'{json.dumps(column)}: "', inner, '"', "")

    def shares(self, columns: Sequence[str], shares: Numbers, there: Flags) -> Pieces:
        short = pa.array([*(repr(n / MILLION) for n in range(_SHORT)), "1.0"])
        for column, own in zip(columns, shares, strict=True):
            is_short = (own < _SHORT) | (own == MILLION)
            found = short.take(pa.array(np.minimum(own, _SHORT), mask=~is_short))
            value = pc.coalesce(found, pc.ascii_rtrim(_decimals(own[np.newaxis]), "0"))
            value = pc.if_else(there, value, "null")
            yield pc.binary_join_element_wise(f"{json.dumps(column)}: ", value, "")


def write_blocks(
    stream: BinaryIO,
    format_: TableFormat,
    columns: Mapping[str, Kind],
    scorer: Scorer,
    blocks: Iterable[Results],
) -> None:
    """Write results to ``stream`` as they come: the bytes of ``results.write_table``.

    ``columns`` are those of ``scorer``, with the columns that are carried along. Raises OSError
    where the stream fails.
    """
    if format_ is TableFormat.PARQUET:
        _write_parquet(stream, columns, scorer, blocks)
        return
    if format_ is TableFormat.CSV:
        stream.write(csv_header(columns).encode())
    form: _Format = _Csv() if format_ is TableFormat.CSV else _Json()
    for results in blocks:
        row = pc.binary_join_element_wise(*_pieces(form, columns, scorer, results), form.between)
        lines = pc.binary_join_element_wise(form.before, row, form.after, "")
        _, offsets, data = lines.buffers()
        end = np.frombuffer(offsets, np.int32)[len(lines)]
        stream.write(memoryview(data)[:end])


def _pieces(form: _Format, columns: Mapping[str, Kind], scorer: Scorer, results: Results) -> Pieces:
    """Yield the pieces of the rows, from left to right."""
    for column, texts in zip(columns, (results.names, *results.carried), strict=False):
        yield form.texts(column, texts)
    for place, (half, said) in enumerate(zip(scorer.halves, results.halves, strict=True)):
        if said.millionths is not None:
            yield from form.shares(half.headings, said.millionths, said.answered)
        else:
            leans = [scorer.lean(case, place) for case in results.cases]
            words = {
                each: form.words(dict(zip(half.headings, each, strict=True))) for each in {*leans}
            }
            yield pa.array([words[each] for each in leans], pa.string()).take(results.said)
    yield _ends(form, scorer, results)


def _ends(form: _Format, scorer: Scorer, results: Results) -> Texts:
    """Return the last columns, from the verdict on: once for each case, number and problem."""
    alike: dict[tuple[tuple[str, ...], bool | None], int] = {}
    own = [alike.setdefault((each.named, each.agree), n) for n, each in enumerate(results.cases)]
    most = int(results.answered.max()) + 1
    codes, keys = different(np.array(own, np.int64)[results.said] * most + results.answered)
    cases = (divmod(key, most) for key in keys.tolist())
    ends = [
        form.words(scorer.end(results.cases[said]._replace(answered=number)))
        for said, number in cases
    ]
    codes = codes.copy()
    wrong: dict[str, int] = {}
    for place, problem in results.problems.items():
        codes[place] = len(ends) + wrong.setdefault(problem, len(wrong))
    ends += [form.words(scorer.end(wrong_row(each))) for each in wrong]
    return pa.array(ends, pa.string()).take(codes)


def _decimals(millionths: Numbers) -> Texts:
    """Return millionths, at most a million each, with six decimals and commas between."""
    count, rows = millionths.shape
    width = 9 * count - 1
    kinds = {f"n{n}": ("<u8", 9 * n) for n in range(count)}
    commas = {f"c{n}": ("S1", 9 * n - 1) for n in range(1, count)}
    fields = {**kinds, **commas}
    names, formats, offsets = (
        [*fields],
        [each for each, _ in fields.values()],
        [n for _, n in fields.values()],
    )
    out = np.empty(
        rows, np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": width})
    )
    for n, own in enumerate(millionths):
        high, low = np.divmod(own.astype(np.uint32), np.uint32(THOUSAND))  # quicker than of 64 bits
        out[f"n{n}"] = _HIGH[high] | _LOW[low]
    for comma in commas:
        out[comma] = b","
    starts = np.arange(rows + 1, dtype=np.int32) * width
    return pa.StringArray.from_buffers(rows, pa.py_buffer(starts), pa.py_buffer(out))


def _rewritten(texts: Texts, pattern: str, rewrite: Callable[[str], str]) -> Texts:
    """Return the texts, those rewritten in which the pattern is found."""
    found = pc.match_substring_regex(texts, pattern)
    some = texts.filter(found)
    if not len(some):
        return texts
    return pc.replace_with_mask(texts, found, pa.array(map(rewrite, some.to_pylist()), pa.string()))


def _write_parquet(
    stream: BinaryIO, columns: Mapping[str, Kind], scorer: Scorer, blocks: Iterable[Results]
) -> None:
    schema = arrow_schema(columns)
    with pa.parquet.ParquetWriter(stream, schema) as writer:
        rest = schema.empty_table()
        for results in blocks:
            rest = pa.concat_tables([rest, table_of(columns, scorer, results)])
            while size := _next(rest):
                writer.write_table(rest.slice(0, size).combine_chunks())
                rest = rest.slice(size)
        if len(rest):
            writer.write_table(rest.combine_chunks())


def table_of(columns: Mapping[str, Kind], scorer: Scorer, results: Results) -> Any:  # noqa: ANN401
    """Return results as a table of Arrow, its columns as ``write_blocks`` has them."""
    return pa.Table.from_arrays([*_arrays(scorer, results)], schema=arrow_schema(columns))


def _next(table: Any) -> int:  # noqa: ANN401 - Arrow has no types
    """Return how many rows ``results`` would write next; 0 where it would wait for more."""
    some = table.slice(0, BATCH)
    letters = np.zeros(len(some), np.int64)
    for column in some.columns:
        if pa.types.is_string(column.type):
            letters += pc.utf8_length(column).to_numpy()
    many = np.flatnonzero(np.cumsum(letters) > LARGE)
    if len(many):
        return int(many[0]) + 1
    return BATCH if len(some) == BATCH else 0


def _arrays(scorer: Scorer, results: Results) -> Iterator[Any]:
    """Yield the columns of a table in Parquet."""
    yield from (results.names, *results.carried)
    for place, said in enumerate(results.halves):
        if said.millionths is not None:
            for own in said.millionths:
                yield pa.array(own / MILLION, mask=~said.answered)
        else:
            words = [scorer.lean(case, place) for case in results.cases]
            for column in zip(*words, strict=True):
                yield pa.array(column, pa.string()).take(results.said)
    ends = [[*scorer.end(case).values()] for case in results.cases]
    bad = np.zeros(len(results.lines), bool)
    bad[[*results.problems]] = True
    for column in list(zip(*ends, strict=True))[:2]:
        yield pa.array(column, pa.string()).take(results.said)
    yield pa.array(results.answered, mask=bad)
    problems = pa.nulls(len(bad), pa.string()).fill_null("")
    places = sorted(results.problems)
    yield pc.replace_with_mask(
        problems, bad, pa.array([results.problems[n] for n in places], pa.string())
    )
