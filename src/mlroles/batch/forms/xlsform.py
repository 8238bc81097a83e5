"""A form for ODK, KoboToolbox and whatever else takes XLSForm, as a spreadsheet.

See https://xlsform.org: a sheet of questions, one of choices, one of settings. Choices are named
by the ids of the answers, which is what the export holds, several of them set apart by spaces.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from mlroles.quiz.models import Questionnaire

_MADE: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""The date in the file: the same questionnaire gives the same bytes."""

Sheet = Sequence[Sequence[str]]


def xlsform(questionnaire: Questionnaire) -> bytes:
    """Return the spreadsheet."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(
        stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": questionnaire.title, "created": _MADE})
    sheets = {
        "survey": _survey(questionnaire),
        "choices": _choices(questionnaire),
        "settings": _settings(questionnaire),
    }
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    book.close()
    return stream.getvalue()


def _survey(questionnaire: Questionnaire) -> Iterator[Sequence[str]]:
    yield ("type", "name", "label", "hint", "constraint", "constraint_message")
    for half in questionnaire.halves:
        label = f"{half.title}. {half.note}" if half.note else half.title
        yield ("note", f"about-{half.id}", label)
        for question in questionnaire.questions:
            if question.half != half.id:
                continue
            kind = "select_one" if question.pick == "one" else "select_multiple"
            row = (f"{kind} {question.id}", question.id, question.text, question.why)
            alone = [answer for answer in question.answers if answer.alone]
            if alone:
                yield (
                    *row,
                    f"not(selected(., '{alone[0].id}')) or count-selected(.) = 1",
                    f"“{alone[0].text}” goes with no other answer.",
                )
            else:
                yield row


def _choices(questionnaire: Questionnaire) -> Iterator[Sequence[str]]:
    yield ("list_name", "name", "label")
    for question in questionnaire.questions:
        yield from ((question.id, answer.id, answer.text) for answer in question.answers)


def _settings(questionnaire: Questionnaire) -> Iterator[Sequence[str]]:
    yield ("form_title", "form_id", "version")
    form_id = f"{questionnaire.id}-{questionnaire.fingerprint}"
    yield (questionnaire.title, form_id, questionnaire.fingerprint)
