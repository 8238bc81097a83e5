"""A Google form, as the script that builds it (Google Apps Script, FormApp).

The script runs in the adviser's own account; nothing is sent to it from here. Its export heads
columns by the questions' texts and joins several answers by ", ".
"""

import json
from collections.abc import Iterator

from mlroles.quiz.models import Question, Questionnaire


def google_script(questionnaire: Questionnaire) -> str:
    """Return the script; to be pasted at script.google.com and run once."""
    return "\n".join(_lines(questionnaire)) + "\n"


def _lines(questionnaire: Questionnaire) -> Iterator[str]:
    yield "// Builds the form. Paste this at script.google.com, press Run, and open the form that"
    yield "// the log names. Responses: in the form, Responses, Download responses (.csv)."
    yield "function buildForm() {"
    yield f"  var form = FormApp.create({_quoted(questionnaire.title)});"
    yield "  form.setCollectEmail(false).setProgressBar(true);"
    several = len(questionnaire.halves) > 1
    for half in questionnaire.halves:
        if several:
            note = f".setHelpText({_quoted(half.note)})" if half.note else ""
            yield f"  form.addPageBreakItem().setTitle({_quoted(half.title)}){note};"
        for question in questionnaire.questions:
            if question.half == half.id:
                yield from _item(question)
    yield "  Logger.log('Edit: ' + form.getEditUrl());"
    yield "  Logger.log('Send: ' + form.getPublishedUrl());"
    yield "}"


def _item(question: Question) -> Iterator[str]:
    kind = "addMultipleChoiceItem" if question.pick == "one" else "addCheckboxItem"
    yield f"  form.{kind}().setTitle({_quoted(question.text)}).setChoiceValues(["
    for answer in question.answers:
        yield f"    {_quoted(answer.text)},"
    yield "  ]);"


def _quoted(text: str) -> str:
    """Return a text as a string of JavaScript, which no line or page separator breaks."""
    return json.dumps(text)
