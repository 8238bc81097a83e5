"""Tables stored as JSON: an object a line, objects one after the other, a list, an answer sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO, Final, TypeGuard

from mlroles.batch.rows import Fact, Fits, Row, Table, joined, part_of, typed_row
from mlroles.batch.text_lines import MOST_LINES, Lines, TextLines, wrong_text
from mlroles.datafile.strictjson import JsonError, JsonObject, loads, values
from mlroles.encoding import encoding_of
from mlroles.errors import SheetError
from mlroles.quiz.sheets import SCHEMA
from mlroles.text import quoted

if TYPE_CHECKING:
    from mlroles.batch.blocks import Block

LIMIT: Final = 64_000_000
"""Characters of a file that has to be read whole, as a list has."""

DEEPEST: Final = 3
"""Objects in which an answer may stand, one in the other."""

ANSWERS: Final = "answers"
"""The key of an object that holds nothing but answers."""

Named = tuple[int, str, object]
"""A value that stands for a row: its line or number, what is wrong with it, and itself."""


def read_json(stream: BinaryIO, questions: Sequence[str], name: str) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does.

    ``questions`` are ids that may stand in any object, also where the first ones lack them.
    ``name`` names the person of an answer sheet that stands alone.
    """
    encoding, stream = encoding_of(stream)
    lines = TextLines(stream, encoding.codec)
    first = next((each.strip() for each in lines.ahead() if each.strip()), "")
    if not first:
        raise SheetError("The table is empty.", "It needs an object for each person.")
    by_line = _is_object(first, questions)
    found = _by_line(lines) if by_line else _whole(lines, questions)
    ahead = list(islice(found, MOST_LINES) if by_line else found)
    alone = name if len(ahead) == 1 else ""
    ahead = [(number, problem, _answers(value, alone)) for number, problem, value in ahead]
    rest = _unnamed(found)
    keys = dict.fromkeys(key for *_, each in ahead for key in _keys(each))
    columns = tuple(keys | dict.fromkeys(questions)) if by_line else tuple(keys)
    how = "JSON Lines" if by_line else "JSON"
    facts = (Fact("format", how), Fact("encoding", encoding.name))

    def rows(_: Fits) -> Iterator[Row]:
        return _rows(chain(ahead, rest), columns)

    def blocks(_: Fits) -> "Iterator[Block]":
        from mlroles.batch.blocks import Block
        from mlroles.batch.typed_blocks import JsonBlocks

        yield Block.of([*_rows(ahead, columns)], len(columns))
        yield from JsonBlocks(columns, lambda own: _rows(_unnamed(_by_line(own)), columns)).blocks(
            lines
        )

    if by_line:
        return Table(columns, rows, facts, blocks)
    return Table(columns, rows, facts, part=part_of(len(ahead)))


def _is_object(line: str, questions: Sequence[str]) -> bool:
    """Say whether a line holds an object that is a person."""
    try:
        value = loads(line)
    except JsonError:
        return False
    return isinstance(value, JsonObject) and _people(value, questions) is None


def _people(value: object, questions: Sequence[str]) -> Sequence[object] | None:
    """Return the people that one value holds; None where it is no list of people.

    They are a list, the only list of objects in an object (``{"responses": [...]}``), or the
    objects in an object, by their names.
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, JsonObject) or not set(questions).isdisjoint(value):
        return None
    lists = [each for each in value.values() if _is_of_objects(each)]
    if len(lists) == 1:
        return lists[0]
    if len(value) > 1 and _is_of_objects([*value.values()]):
        return [JsonObject([("id", key), *_without_id(each)]) for key, each in value.items()]
    return None


def _is_of_objects(value: object) -> TypeGuard[list[JsonObject]]:
    return isinstance(value, list) and bool(value) and all(isinstance(e, JsonObject) for e in value)


def _without_id(value: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    return ((key, each) for key, each in value.items() if key != "id")


def _by_line(lines: Lines) -> Iterator[Named]:
    for number, line in lines:
        if not line.strip():
            continue
        if problem := wrong_text(line):
            yield number, problem, None
            continue
        try:
            yield number, "", loads(line.strip())
        except JsonError as error:
            yield number, error.message.replace("at line 1, column", "at column"), None


def _whole(lines: Lines, questions: Sequence[str]) -> Iterator[Named]:
    """Yield the objects of a file that is one list, one sheet, or objects over several lines."""
    parts: list[str] = []
    held = 0
    for _, line in lines:
        parts.append(line)
        held += len(line)
        if held > LIMIT:
            raise SheetError(
                f"The file holds more than {LIMIT:,} characters in one list.",
                "Write it as JSON Lines: an object a line.",
            )
    text = "".join(parts)
    if problem := wrong_text(text[: 10**6]):
        raise SheetError(f"The file cannot be read as JSON: {problem}.", "Save it in UTF-8.")
    try:
        found = list(values(text))
    except JsonError as error:
        raise SheetError(
            f"The file cannot be read as JSON: {error.message}.", "Write an object for each person."
        ) from None
    people = _people(found[0], questions) if len(found) == 1 else None
    for number, each in enumerate(found if people is None else people, start=1):
        yield number, "", each


def _unnamed(found: Iterable[Named]) -> Iterator[Named]:
    """Yield the values as they are, and of sheets the answers."""
    return ((number, problem, _answers(value, "")) for number, problem, value in found)


def _answers(value: object, name: str) -> object:
    """Return the answers of a sheet, or an object in which others stand, as the row that it is.

    Any other value is returned as it is.
    """
    if not (isinstance(value, Mapping) and value.get("schema") == SCHEMA):
        if not isinstance(value, JsonObject) or value.repeated or not _has_objects(value):
            return value
        return JsonObject(_flat(value))
    answers = value.get("answers")
    if not isinstance(answers, JsonObject):
        return value
    return answers if "id" in answers or not name else JsonObject([("id", name), *answers.items()])


def _has_objects(value: Mapping[str, object]) -> bool:
    return any(isinstance(each, JsonObject) and each for each in value.values())


def _flat(
    value: Mapping[str, object], before: str = "", depth: int = 0
) -> list[tuple[str, object]]:
    """Return what an object and those in it hold, under the keys that lead there."""
    found: list[tuple[str, object]] = []
    for key, each in value.items():
        if isinstance(each, JsonObject) and each and depth < DEEPEST:
            found += _flat(each, before if key == ANSWERS else f"{before}{key}.", depth + 1)
        else:
            found.append((before + key, each))
    return found


def _keys(value: object) -> Iterable[str]:
    return value if isinstance(value, JsonObject) else ()


def _rows(found: Iterable[Named], columns: Sequence[str]) -> Iterator[Row]:
    known = frozenset(columns)
    for number, problem, value in found:
        if problem or not isinstance(value, JsonObject):
            yield Row(number, (), problem or "not a JSON object")
            continue
        problems = [f"the key {quoted(key)} stands there twice" for key in value.repeated]
        problems += [
            f"the key {quoted(key)} stands in no row before" for key in value if key not in known
        ]
        row = typed_row(number, (value.get(key) for key in columns), columns)
        yield row._replace(problem=joined([*problems, *filter(None, [row.problem])]))
