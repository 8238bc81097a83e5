"""The page's script in a JavaScript engine, for tests that hold it against Python."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from py_mini_racer import MiniRacer

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.render.document import (
    Bars,
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Table,
    Text,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.site.quiz_data import quiz_data, words_data
from mlroles.site.script import CARD, script

_HARNESS = """
const asJson = (key, value) => (value instanceof Map ? [...value] : value);
const answersOf = (given) => new Map(Object.entries(given));
let quiz, words;
function take(data) { ({ quiz, words } = data); quiz = prepared(quiz); }
const doing = {
  judge: ({ halves, answers }) => judge(only(quiz, halves), answersOf(answers)),
  everything: ({ answers }) => {
    const result = judge(quiz, answersOf(answers));
    const screens = [false, true].map((full) => resultBlocks(result, quiz, words, full));
    const bars = (block) => block.items.map(([, ...bar]) => bar);
    const blocks = screens.map((screen) =>
      screen.map((each) => (each.kind === "bars" ? { ...each, items: bars(each) } : each)),
    );
    const text = dumpSheet(quiz, answersOf(answers));
    return { result, blocks, text, read: parseSheet(quiz, text) };
  },
  walk: ({ halves, all, answers, steps }) => {
    const asked = only(quiz, halves);
    let session = answers ? resumed(asked, answersOf(answers), all) : started(asked, all);
    const seen = [];
    const tell = () => seen.push([
      questionOf(session)?.id ?? null, opensHalf(session), mayStopEarly(session), session.position,
    ]);
    tell();
    for (const step of steps) {
      if (step === "skip") session = skip(session);
      else if (step === "skip-half") session = skipHalf(session);
      else if (step === "back") session = back(session);
      else session = answer(session, step);
      tell();
    }
    return { seen, answers: session.answers };
  },
  faults: ({ question: id, given }) => faults(quiz.questions.find((each) => each.id === id), given),
  parse: ({ text }) => parseSheet(quiz, text),
  sum: ({ numbers }) => sum(numbers),
  fixed: ({ number, digits }) => fixed(number, digits),
  percentages: ({ shares }) => percentages(shares),
  belowZero: ({ mean, spread }) => belowZero(mean, spread),
};
function call(name, text) {
  return JSON.stringify({ value: doing[name](JSON.parse(text)) }, asJson);
}
"""


class Engine:
    """The rules of the quiz as a browser runs them."""

    def __init__(self) -> None:
        self._context = MiniRacer()
        self._context.eval(f'"use strict";\n{script(CARD)}\n{_HARNESS}')

    def close(self) -> None:
        """End the engine: its threads outlive a program that forgets this."""
        self._context.close()

    def take(self, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        """Work with this questionnaire from here on."""
        data = {
            "quiz": quiz_data(questionnaire, catalogue),
            "words": words_data(questionnaire, catalogue),
        }
        self._context.eval(f"take({json.dumps(data)})")

    def call(self, name: str, **values: Any) -> Any:
        """Return what the script makes of these values."""
        text = json.dumps(json.dumps(values))
        return json.loads(str(self._context.eval(f"call({json.dumps(name)}, {text})")))["value"]

    def judge(self, answers: Answers, halves: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return the result of these answers."""
        found: dict[str, Any] = self.call("judge", answers=answers, halves=halves)
        return found


@contextmanager
def running() -> Iterator[Engine]:
    """Run an engine, and end it."""
    engine = Engine()
    try:
        yield engine
    finally:
        engine.close()


def blocks_of(document: Document) -> list[dict[str, Any]]:
    """Return a screen as the script writes it, block by block."""
    return [_block(block) for block in document.blocks]


def _block(block: Block) -> dict[str, Any]:  # noqa: PLR0911 - a case for each block
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": _text(text), "level": level}
        case Paragraph(text):
            return {"kind": "paragraph", "text": _text(text)}
        case Fields(items):
            cells = [[_text(label), _cell(value)] for label, value in items]
            return {"kind": "fields", "items": cells}
        case Bars(items):
            return {"kind": "bars", "items": [[_text(bar.label), bar.share] for bar in items]}
        case Table(headers, rows):
            cells = [
                [" ".join(_cell(each)) for each in row] for row in rows if isinstance(row, tuple)
            ]
            return {"kind": "table", "headers": [*map(_text, headers)], "rows": cells}
        case Items(items, signs):
            return {
                "kind": "items",
                "items": [" ".join(_cell(each)) for each in items],
                "signs": list(signs),
            }
        case Next(commands):
            return {"kind": "next", "commands": [list(each.words) for each in commands]}
        case _:
            raise AssertionError(block)


def _text(text: Text) -> str:
    return text if isinstance(text, str) else text.text


def _cell(cell: Cell) -> list[str]:
    return [_text(each) for each in cell] if isinstance(cell, tuple) else [_text(cell)]
