"""Answer sheets: a small JSON file that holds one person's answers."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from mlroles.datafile.strictjson import JsonError, JsonObject, decode, loads
from mlroles.errors import Problem, SheetError
from mlroles.quiz.editions import Asked, editions, joined
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.text import LONGEST_QUOTE, counted, quoted

SCHEMA: Final = "mlroles/answers"
VERSION: Final = 1
LIMIT: Final = 1_000_000
"""The largest sheet that is read, in bytes."""


def parse_sheet(
    data: bytes,
    questionnaire: Questionnaire,
    name: str,
    note: Callable[[str], None] = lambda _: None,
) -> dict[str, tuple[str, ...]]:
    """Return the answers in ``data``, in the questionnaire's order.

    A sheet of an earlier edition is read as well; ``note`` takes the sentence about what of it no
    question of today takes. Anything wrong raises SheetError, and nothing else; it names every
    problem, each with ``name`` as its file.
    """
    root = _read_json(data, name)
    answers: dict[str, tuple[str, ...]] = {}
    problems = tuple(
        Problem(name, path, message, expected)
        for path, message, expected in _problems(root, questionnaire, answers)
    )
    if problems:
        raise _wrong(problems, "'mlroles quiz questions' lists the ids of questions and answers.")
    if gone := [each for each, given in answers.items() if not given]:
        note(f"Of an earlier edition, and not counted: {', '.join(gone)}.")
    return {q.id: answers[q.id] for q in questionnaire.questions if answers.get(q.id)}


def dump_sheet(questionnaire: Questionnaire, answers: Answers) -> bytes:
    """Return the sheet that holds ``answers``: the same answers always give the same bytes."""
    given: dict[str, str | list[str]] = {}
    for question in questionnaire.questions:
        chosen = answers.get(question.id, ())
        ids = [answer.id for answer in question.answers if answer.id in chosen]
        if ids:
            given[question.id] = ids[0] if question.pick == "one" else ids
    sheet = {
        "schema": SCHEMA,
        "version": VERSION,
        "questionnaire": questionnaire.id,
        "answers": given,
    }
    return (json.dumps(sheet, indent=2) + "\n").encode()


def _read_json(data: bytes, name: str) -> object:
    if len(data) > LIMIT:
        raise _unreadable(name, "the file is too large", f"at most {LIMIT:,} bytes")
    try:
        return loads(decode(data))
    except JsonError as error:
        raise _unreadable(name, error.message, error.expected) from None


def _unreadable(name: str, message: str, expected: str) -> SheetError:
    problem = Problem(name, "", message, expected)
    return _wrong((problem,), "'mlroles quiz --save sheet.json' writes a sheet in the right form.")


def _wrong(problems: tuple[Problem, ...], hint: str) -> SheetError:
    count = counted(len(problems), "problem")
    return SheetError(f"The answer sheet cannot be used: {count}.", hint, problems)


def _quoted(value: object) -> str:
    """Return a value from the sheet as short, printable text."""
    if isinstance(value, str):
        return quoted(value)
    kinds = {bool: "true or false", type(None): "null", list: "a list", JsonObject: "an object"}
    return kinds.get(type(value), "a number")


def _at(path: str, key: str) -> str:
    plain = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return f"{path}.{key}" if plain and len(key) <= LONGEST_QUOTE else f"{path}[{_quoted(key)}]"


_Found = tuple[str, str, str]
"""A JSON path, what is wrong there, and what would be right."""


def _problems(
    root: object, questionnaire: Questionnaire, answers: dict[str, tuple[str, ...]]
) -> Iterator[_Found]:
    """Yield everything wrong, and put what is right into ``answers``."""
    if not isinstance(root, JsonObject):
        yield "$", f"found {_quoted(root)}", "an object"
        return
    yield from _repeated_keys(root, "$")
    wanted = {"schema": SCHEMA, "version": VERSION, "questionnaire": questionnaire.id}
    for key, value in wanted.items():
        right = f"it should be {json.dumps(value)}"
        if key not in root:
            yield "$", f"the key {key} is missing", right
        elif type(root[key]) is not type(value):
            yield f"$.{key}", f"found {_quoted(root[key])}", right
        elif root[key] != value:
            found = root[key] if key == "version" else _quoted(root[key])
            yield f"$.{key}", f"found {found}", right
    for key in root:
        if key not in wanted and key != "answers":
            yield _at("$", key), "unknown key", f"{', '.join(wanted)} and answers"
    if "answers" not in root:
        yield "$", "the key answers is missing", "an object"
    elif not isinstance(root["answers"], JsonObject):
        yield "$.answers", f"found {_quoted(root['answers'])}", "an object"
    else:
        yield from _answers_problems(root["answers"], questionnaire, answers)


def _repeated_keys(found: JsonObject, path: str) -> Iterator[_Found]:
    for key in found.repeated:
        yield _at(path, key), "the key stands here more than once", "once"


def _answers_problems(
    found: JsonObject, questionnaire: Questionnaire, answers: dict[str, tuple[str, ...]]
) -> Iterator[_Found]:
    yield from _repeated_keys(found, "$.answers")
    asked = {each.id: each for each in editions(questionnaire)}
    known = f"one of {', '.join(question.id for question in questionnaire.questions)}"
    for key, value in found.items():
        path = _at("$.answers", key)
        if key not in asked:
            yield path, "unknown question", known
            continue
        problems = tuple(_answer_problems(asked[key], value, path))
        yield from problems
        if not problems:
            chosen = value if isinstance(value, list) else [value]
            given = asked[key].counted(chosen)
            if given and (question := asked[key].question):
                answers[question.id] = joined(question, [answers.get(question.id, ()), given])
            else:
                answers.setdefault(key, ())


def _answer_problems(asked: Asked, value: object, path: str) -> Iterator[_Found]:
    given: list[Any] = value if isinstance(value, list) else [value]
    places = [
        f"{path}[{place}]" if isinstance(value, list) else path for place in range(len(given))
    ]
    right = f"one of {', '.join(answer_id for answer_id, _ in asked.answers)}"
    if not given:
        yield path, "no answer in the list", "leave the question out to leave it unanswered"
    texts = [place for place, each in enumerate(given) if isinstance(each, str)]
    for place, each in enumerate(given):
        if place not in texts:
            yield places[place], f"found {_quoted(each)}", right
    # What is no longer offered is passed over; what never was, is wrong.
    texts = [place for place in texts if not asked.is_gone(given[place])]
    for fault in asked.faults([given[place] for place in texts]) if texts else ():
        where = path if fault.place is None else places[texts[fault.place]]
        yield where, fault.message, fault.expected
