"""A form to print: one page of HTML that needs nothing from anywhere.

Answers stand behind letters; whoever types the papers in writes letters into the cells.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from mlroles.batch.cells import labels
from mlroles.quiz.editions import Asked, editions
from mlroles.quiz.models import Question, Questionnaire
from mlroles.text import clean

_STYLE: Final = """
body { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; max-width: 46rem;
  margin: 0 auto; padding: 1rem; }
fieldset { border: 0; border-top: 1px solid #999; margin: 1rem 0 0; padding: .6rem 0 0;
  break-inside: avoid; }
legend { font-weight: bold; padding: 0; } ol { list-style: none; margin: .3rem 0 0; padding: 0; }
li { margin: .25rem 0; padding-left: 3.2rem; text-indent: -3.2rem; }
.box { display: inline-block; width: 1rem; height: 1rem; border: 1px solid #000; text-indent: 0;
  vertical-align: -.15rem; margin-right: .5rem; } .one { border-radius: 50%; }
.label { display: inline-block; width: 1.4rem; text-indent: 0; font-weight: bold; }
.name { border-bottom: 1px solid #000; display: inline-block; width: 16rem; }
"""


def printed(questionnaire: Questionnaire) -> str:
    """Return the page."""
    asked = {each.id: each for each in editions(questionnaire)}
    title = _safe(questionnaire.title)
    body = "\n".join(_body(questionnaire, asked))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(questionnaire: Questionnaire, asked: dict[str, Asked]) -> Iterator[str]:
    yield '<p>Name or number: <span class="name">&nbsp;</span></p>'
    yield "<p>Leave out what you do not want to answer.</p>"
    number = 0
    for half in questionnaire.halves:
        yield f"<h2>{_safe(half.title)}</h2>"
        if half.note:
            yield f"<p>{_safe(half.note)}</p>"
        for question in questionnaire.questions:
            if question.half == half.id:
                number += 1
                yield from _question(number, question, labels(asked[question.id]))


def _question(number: int, question: Question, marks: tuple[str, ...]) -> Iterator[str]:
    several = "" if question.pick == "one" else " (several answers are possible)"
    kind = "box one" if question.pick == "one" else "box"
    yield f"<fieldset>\n<legend>{number}. {_safe(question.text)}{several}</legend>\n<ol>"
    for mark, answer in zip(marks, question.answers, strict=True):
        yield (
            f'<li><span class="{kind}"></span><span class="label">{mark}</span>'
            f"{_safe(answer.text)}</li>"
        )
    yield "</ol>\n</fieldset>"


def _safe(text: str) -> str:
    return escape(clean(text))
