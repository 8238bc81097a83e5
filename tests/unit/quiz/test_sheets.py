"""Reading and writing answer sheets."""

import json
from typing import Any

import pytest

from mlroles.errors import SheetError
from mlroles.quiz.models import Earlier, EarlierAnswer, Questionnaire
from mlroles.quiz.sheets import LIMIT, dump_sheet, parse_sheet

RIGHT: dict[str, Any] = {
    "schema": "mlroles/answers",
    "version": 1,
    "questionnaire": "kitchen",
    "answers": {"tools": ["tray", "whisk"], "heat": "oven"},
}


def problems(data: bytes, questionnaire: Questionnaire) -> list[str]:
    """Return every problem that reading ``data`` names, without the file's name."""
    with pytest.raises(SheetError) as caught:
        parse_sheet(data, questionnaire, "sheet.json")
    assert caught.value.hint
    return [str(problem).removeprefix("sheet.json: ") for problem in caught.value.problems]


def sheet(**changes: object) -> bytes:
    """Return a right sheet with some keys changed."""
    return json.dumps({**RIGHT, **changes}).encode()


def test_a_right_sheet_is_read(questionnaire: Questionnaire) -> None:
    """The answers come in the questionnaire's order, one or several per question."""
    answers = parse_sheet(sheet(), questionnaire, "sheet.json")

    assert list(answers.items()) == [("heat", ("oven",)), ("tools", ("whisk", "tray"))]


@pytest.mark.parametrize("value", ["oven", ["oven"]])
def test_one_answer_may_stand_alone_or_in_a_list(
    questionnaire: Questionnaire, value: object
) -> None:
    """One answer is the same with and without a list around it."""
    data = sheet(answers={"heat": value})

    assert parse_sheet(data, questionnaire, "sheet.json") == {"heat": ("oven",)}


def test_a_byte_order_mark_is_passed_over(questionnaire: Questionnaire) -> None:
    """A sheet saved with a byte order mark is read."""
    assert parse_sheet(b"\xef\xbb\xbf" + sheet(), questionnaire, "sheet.json")


def test_a_sheet_is_written_in_one_form(questionnaire: Questionnaire) -> None:
    """The same answers give the same bytes, whatever order they were given in."""
    answers = {"tools": ("tray", "whisk"), "heat": ("oven",), "hours": ()}

    assert dump_sheet(questionnaire, answers).decode() == (
        "{\n"
        '  "schema": "mlroles/answers",\n'
        '  "version": 1,\n'
        '  "questionnaire": "kitchen",\n'
        '  "answers": {\n'
        '    "heat": "oven",\n'
        '    "tools": [\n'
        '      "whisk",\n'
        '      "tray"\n'
        "    ]\n"
        "  }\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not JSON at line 1, column 1"),
        (b"\xff{}", "byte 0 is not UTF-8 (save the file as UTF-8)"),
        (b'{"answers": NaN}', "a number that cannot be read (a plain number)"),
        (b'{"version": -Infinity}', "a number that cannot be read (a plain number)"),
        (b'{"version": ' + b"9" * 5000 + b"}", "a number that cannot be read (a plain number)"),
        (b"[" * 400_000, "the JSON is nested too deeply (a few levels)"),
        (b" " * (LIMIT + 1), "the file is too large (at most 1,000,000 bytes)"),
        (b"[]", "$: found a list (an object)"),
        (b"null", "$: found null (an object)"),
    ],
)
def test_what_is_no_sheet_at_all_is_refused(
    questionnaire: Questionnaire, data: bytes, problem: str
) -> None:
    """What cannot be read as a JSON object is one problem, told in plain words."""
    assert problems(data, questionnaire) == [problem]


def test_a_sheet_of_exactly_the_limit_is_read(questionnaire: Questionnaire) -> None:
    """The limit itself is not too large."""
    assert parse_sheet(sheet().ljust(LIMIT), questionnaire, "sheet.json")


def test_missing_keys_are_all_named(questionnaire: Questionnaire) -> None:
    """Every key that a sheet lacks is named."""
    assert problems(b"{}", questionnaire) == [
        '$: the key schema is missing (it should be "mlroles/answers")',
        "$: the key version is missing (it should be 1)",
        '$: the key questionnaire is missing (it should be "kitchen")',
        "$: the key answers is missing (an object)",
    ]


def test_wrong_keys_are_all_named(questionnaire: Questionnaire) -> None:
    """Every key with a wrong type or value, and every unknown one, is named."""
    data = sheet(schema="other", version=2, questionnaire=None, answers=[], extra=1)

    assert problems(data, questionnaire) == [
        '$.schema: found “other” (it should be "mlroles/answers")',
        "$.version: found 2 (it should be 1)",
        '$.questionnaire: found null (it should be "kitchen")',
        "$.extra: unknown key (schema, version, questionnaire and answers)",
        "$.answers: found a list (an object)",
    ]


@pytest.mark.parametrize("version", [True, 1.0, "1"])
def test_a_version_is_a_whole_number(questionnaire: Questionnaire, version: object) -> None:
    """What merely equals the version, or looks like it, is not the version."""
    assert len(problems(sheet(version=version), questionnaire)) == 1


def test_wrong_answers_are_all_named(questionnaire: Questionnaire) -> None:
    """Every unknown question, unknown answer, repetition and wrong type is named."""
    data = sheet(
        answers={
            "music": "loud",
            "heat": ["oven", "flame"],
            "hours": "noon",
            "tools": ["pan", "pan", "spoon", 7, {}],
        }
    )

    assert problems(data, questionnaire) == [
        "$.answers.music: unknown question (one of heat, hours, tools)",
        "$.answers.heat: 2 answers are given (one answer)",
        "$.answers.hours: there is no answer “noon” (one of morning, evening)",
        "$.answers.tools[3]: found a number (one of whisk, pan, tray)",
        "$.answers.tools[4]: found an object (one of whisk, pan, tray)",
        "$.answers.tools[1]: the answer pan stands there twice (once)",
        "$.answers.tools[2]: there is no answer “spoon” (one of whisk, pan, tray)",
    ]


@pytest.mark.parametrize(
    ("value", "kind"),
    [(True, "true or false"), (None, "null"), (2.5, "a number"), ({}, "an object")],
)
def test_an_answer_is_text_or_a_list(
    questionnaire: Questionnaire, value: object, kind: str
) -> None:
    """An answer of another type is named with what it is."""
    assert problems(sheet(answers={"heat": value}), questionnaire) == [
        f"$.answers.heat: found {kind} (one of oven, flame, shade)"
    ]


def test_an_empty_list_is_no_answer(questionnaire: Questionnaire) -> None:
    """A list without an answer is a problem: an unanswered question is left out."""
    assert problems(sheet(answers={"tools": []}), questionnaire) == [
        "$.answers.tools: no answer in the list (leave the question out to leave it unanswered)"
    ]


def test_repeated_keys_are_all_named(questionnaire: Questionnaire) -> None:
    """A key that stands more than once in an object is named, once, where it stands."""
    data = (
        b'{"schema": "mlroles/answers", "version": 1, "version": 1, "version": 1,'
        b' "questionnaire": "kitchen", "answers": {"heat": "oven", "heat": "oven"}}'
    )

    assert problems(data, questionnaire) == [
        "$.version: the key stands here more than once (once)",
        "$.answers.heat: the key stands here more than once (once)",
    ]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("a b", "$.answers[“a b”]"),
        ("\x1b[31m", r"$.answers['\x1b[31m']"),
        ("\ud800", r"$.answers['\ud800']"),
        ("\u202e", r"$.answers['\u202e']"),
        ("x" * 100_000, f"$.answers[“{'x' * 60}…”]"),
        ("", "$.answers[“”]"),
    ],
)
def test_hostile_text_is_quoted_short_and_printable(
    questionnaire: Questionnaire, key: str, place: str
) -> None:
    """Control sequences, lone surrogates and endless words are told in short, printable form."""
    assert problems(sheet(answers={key: "oven"}), questionnaire) == [
        f"{place}: unknown question (one of heat, hours, tools)"
    ]


def test_every_problem_is_kept(questionnaire: Questionnaire) -> None:
    """The sentence counts the problems, and the error holds each of them."""
    data = sheet(answers={f"q{number}": "a" for number in range(57)})

    with pytest.raises(SheetError) as caught:
        parse_sheet(data, questionnaire, "sheet.json")

    assert caught.value.message == "The answer sheet cannot be used: 57 problems."
    assert len(caught.value.problems) == 57


def test_one_problem_is_told_as_one(questionnaire: Questionnaire) -> None:
    """A sheet with one problem says so, and names where it stands and what would be right."""
    with pytest.raises(SheetError) as caught:
        parse_sheet(sheet(version=3), questionnaire, "sheet.json")

    assert caught.value.message == "The answer sheet cannot be used: 1 problem."
    assert [str(each) for each in caught.value.problems] == [
        "sheet.json: $.version: found 3 (it should be 1)"
    ]


def test_an_answer_given_alone_stands_alone(whole: Questionnaire) -> None:
    """An answer that excludes the others is read alone, and refused beside another."""
    alone, beside = (
        sheet(answers={"gear": given}) for given in (["nothing"], ["knife", "nothing"])
    )

    assert parse_sheet(alone, whole, "sheet.json") == {"gear": ("nothing",)}
    assert problems(beside, whole) == [
        "$.answers.gear: “nothing” goes with no other answer (nothing alone, or the others)"
    ]


def test_a_sheet_holds_both_halves(whole: Questionnaire) -> None:
    """Answers to one half are read with those to the other, and a part of them is enough."""
    answers = {"shift": "late", "heat": "oven"}

    assert parse_sheet(sheet(answers=answers), whole, "sheet.json") == {
        "heat": ("oven",),
        "shift": ("late",),
    }


@pytest.fixture
def later(questionnaire: Questionnaire) -> Questionnaire:
    """Return the questionnaire as an edition after one that asked for pans, and for a mixer."""
    earlier = (
        Earlier(id="pans", texts=(), now="tools", answers=(_was("tray"), _was("lid"))),
        Earlier(id="mixer", texts=(), answers=(_was("yes"),)),
    )
    return questionnaire.model_copy(update={"earlier": earlier})


def _was(answer: str) -> EarlierAnswer:
    return EarlierAnswer(id=answer, texts=())


def test_a_sheet_of_an_earlier_edition_counts_where_a_question_takes_it(
    later: Questionnaire,
) -> None:
    """Its answers join those of today's question; what no question takes is told, not wrong."""
    told: list[str] = []
    answers = {"tools": "whisk", "pans": ["tray", "lid"], "mixer": "yes"}
    read = parse_sheet(sheet(answers=answers), later, "sheet.json", told.append)
    assert read == {"tools": ("whisk", "tray")}
    assert told == ["Of an earlier edition, and not counted: mixer."]


def test_an_answer_that_no_edition_had_is_wrong(later: Questionnaire) -> None:
    """An earlier question is checked as any other: by the answers that it had."""
    assert problems(sheet(answers={"pans": ["tray", "spoon"]}), later) == [
        "$.answers.pans[1]: there is no answer “spoon” (one of tray, lid)"
    ]
