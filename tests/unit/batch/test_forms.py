"""Forms that are handed out: what comes back from each is read as it is."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from mlroles.batch.forms.google import google_script
from mlroles.batch.forms.printed import printed
from mlroles.batch.forms.xlsform import xlsform
from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.table import read_table
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.models import Question, Questionnaire
from mlroles.roles.load import load_catalogue
from tests.kitchen import Json, questionnaire

SHIPPED = QUESTIONNAIRE.load(load_catalogue(data_directory()))
Given = Mapping[str, tuple[str, ...]]


def people(whole: Questionnaire) -> list[Given]:
    """Return people who between them give every answer, alone and beside others."""
    most = max(len(question.answers) for question in whole.questions)
    found: list[Given] = []
    for place in range(most):
        one = {
            question.id: (question.answers[place].id,)
            for question in whole.questions
            if place < len(question.answers)
        }
        several = {
            question.id: tuple(each.id for each in question.answers[: place + 2] if not each.alone)
            for question in whole.questions
            if question.pick == "several"
        }
        found += [one, several]
    return [*found, {}]


PEOPLE = people(SHIPPED)


def read(data: str | bytes, whole: Questionnaire = SHIPPED) -> list[Given]:
    """Return the answers of each person in a table that came back."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    ids = [question.id for question in whole.questions]
    reading = Reading(read_table(stream, None, known_headings(whole), ids, name=""), whole)
    found: list[Given] = []
    for person in reading.people():
        assert not person.problem
        answers = ((each.id, reading.given(each, person.cells)) for each in whole.questions)
        found.append({question: given for question, given in answers if given})
    return found


def written(
    lines: Sequence[Sequence[str]], *, separator: str = ",", everything: bool = False
) -> str:
    """Return a table as CSV."""
    stream = io.StringIO()
    kind = csv.unix_dialect if everything else csv.excel
    csv.writer(stream, kind, delimiter=separator).writerows(lines)
    return stream.getvalue()


def google(whole: Questionnaire) -> list[tuple[str, list[str]]]:
    """Return the items of a Google form, each with its choices, as its script makes them."""
    script = google_script(whole)
    items = re.findall(
        r'Item\(\)\.setTitle\((".*")\)\.setChoiceValues\(\[\n((?:    .*\n)*)', script
    )
    return [
        (json.loads(title), json.loads(f"[{choices.strip().removesuffix(',')}]"))
        for title, choices in items
    ]


@pytest.mark.parametrize(("joint", "everything"), [(", ", False), (";", True)])
def test_a_google_form(joint: str, *, everything: bool) -> None:
    """Responses joined by ", " (from the sheet) and by ";" (downloaded) are read back."""
    items = google(SHIPPED)
    assert [title for title, _ in items] == [each.text for each in SHIPPED.questions]
    lines = [["Timestamp", "Email Address", *(title for title, _ in items), "Your course"]]
    for given in PEOPLE:
        cells = []
        for question, (_, choices) in zip(SHIPPED.questions, items, strict=True):
            own = given.get(question.id, ())
            texts = [each.text for each in question.answers if each.id in own]
            assert {*texts} <= {*choices}
            cells.append(joint.join(texts))
        lines.append(["2026/03/01 9:30:00 am GMT+1", "a@example.org", *cells, "data"])
    assert read(written(lines, everything=everything)) == PEOPLE


def sheets(whole: Questionnaire) -> dict[str, list[list[Any]]]:
    """Return the sheets of a form for ODK and KoboToolbox."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsform(whole)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_an_xlsform() -> None:
    """Every question is asked once, with its answers; one that stands alone is held to that."""
    made = sheets(SHIPPED)
    kinds = {name: kind for kind, name, *_ in made["survey"][1:] if not kind.startswith("note")}
    assert [*kinds] == [question.id for question in SHIPPED.questions]
    for question in SHIPPED.questions:
        assert kinds[question.id] == (
            f"select_{'one' if question.pick == 'one' else 'multiple'} {question.id}"
        )
        choices = [line[1:] for line in made["choices"] if line[0] == question.id]
        assert choices == [[answer.id, answer.text] for answer in question.answers]
    held = [line for line in made["survey"] if "count-selected" in line[4]]
    assert len(held) == sum(any(a.alone for a in each.answers) for each in SHIPPED.questions)
    assert made["settings"][1][0] == SHIPPED.title
    assert xlsform(SHIPPED) == xlsform(SHIPPED)


def odk(*, split: bool, labels: bool, separator: str, joint: str) -> str:
    """Return the answers as ODK Central and KoboToolbox export them."""
    head = ["SubmissionDate", "start", "about-wants"]
    columns: list[tuple[Question, str | None, str]] = []
    for question in SHIPPED.questions:
        name = question.text if labels else question.id
        columns.append((question, None, name))
        if split and question.pick == "several":
            columns += [
                (question, answer.id, f"{name}/{answer.text if labels else answer.id}")
                for answer in question.answers
            ]
    lines = [[*head, *(name for *_, name in columns), "_id", "_uuid", "meta-instanceID"]]
    for given in PEOPLE:
        cells = []
        for question, option, _ in columns:
            own = given.get(question.id, ())
            if option is not None:
                cells.append(str(int(option in own)) if own else "")
                continue
            named = [a.text if labels else a.id for a in question.answers if a.id in own]
            cells.append(joint.join(named))
        lines.append(["2026-03-01T09:30:00.000Z", "2026-03-01", "", *cells, "7", "u", "uuid:1"])
    return written(lines, separator=separator, everything=separator == ";")


@pytest.mark.parametrize("split", [True, False])
@pytest.mark.parametrize(("separator", "labels"), [(",", False), (";", False), (";", True)])
def test_an_export_of_odk_and_kobotoolbox(separator: str, *, split: bool, labels: bool) -> None:
    """Ids or labels set apart by spaces, with a column for each choice or not, are read back."""
    assert read(odk(split=split, labels=labels, separator=separator, joint=" ")) == PEOPLE


class Page(HTMLParser):
    """Takes the questions of a printed form, and the signs and texts of their answers."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: list[str] = []
        self.answers: list[list[tuple[str, str]]] = []
        self._place = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where in the page what follows stands."""
        self._place = dict(attrs).get("class") or tag
        assert tag not in {"script", "img", "link", "iframe"}
        if tag == "legend":
            self.answers.append([])

    def handle_endtag(self, tag: str) -> None:
        """Note that a sign is over."""
        self._place = "text" if tag == "span" and self._place == "label" else ""

    def handle_data(self, data: str) -> None:
        """Keep the words of a question, a sign and an answer."""
        if self._place == "legend":
            self.questions.append(data)
        elif self._place == "label":
            self.answers[-1].append((data, ""))
        elif self._place == "text":
            self.answers[-1][-1] = (self.answers[-1][-1][0], data)


@pytest.mark.parametrize("joint", [";", ", ", " "])
def test_a_printed_form(joint: str) -> None:
    """What is typed in from paper, by sign and number of the question, is read back."""
    page = Page()
    page.feed(printed(SHIPPED))
    assert len(page.questions) == len(SHIPPED.questions)
    lines = [
        ["id", *(each.removesuffix(" (several answers are possible)") for each in page.questions)]
    ]
    for number, given in enumerate(PEOPLE):
        cells = []
        for question, own in zip(SHIPPED.questions, page.answers, strict=True):
            signs = {text: sign for sign, text in own}
            texts = [a.text for a in question.answers if a.id in given.get(question.id, ())]
            cells.append(joint.join(signs[text] for text in texts))
        lines.append([f"sheet {number}", *cells])
    assert read(written(lines)) == PEOPLE


def test_a_table_by_hand() -> None:
    """A table under the questions' ids is read, with ids of answers or a column for each."""
    lines = [["id", *(each.id for each in SHIPPED.questions)]]
    options = [(each, answer.id) for each in SHIPPED.questions for answer in each.answers]
    wide = [["id", *(f"{each.id} [{answer}]" for each, answer in options)]]
    for number, given in enumerate(PEOPLE):
        lines.append([str(number), *(";".join(given.get(q.id, ())) for q in SHIPPED.questions)])
        wide.append([str(number), *("x" * (a in given.get(q.id, ())) for q, a in options)])
    assert read(written(lines)) == PEOPLE
    assert read(written(wide)) == PEOPLE


def test_texts_that_are_no_words(whole_document: Json) -> None:
    """What stands in a questionnaire becomes text in every form, and nothing else."""
    whole_document["title"] = "</script><script>alert(1)</script>"
    whole_document["questions"][0]["text"] = 'Quote " and \\ and \u2028?'
    whole_document["questions"][2]["answers"][0]["text"] = "=HYPERLINK(A1) <b>"
    whole = questionnaire(whole_document)
    page = Page()
    page.feed(printed(whole))
    assert page.questions[0].startswith('1. Quote " and \\ and')
    assert page.answers[2][0] == ("A", "=HYPERLINK(A1) <b>")
    assert "\u2028" not in google_script(whole)
    assert google(whole)[0][0] == 'Quote " and \\ and \u2028?'
    assert sheets(whole)["choices"][6] == ["tools", "whisk", "=HYPERLINK(A1) <b>"]


def test_a_form_of_one_half(whole: Questionnaire) -> None:
    """A form of one half asks that alone, without a page for each."""
    only = whole.only(("likes",))
    assert "addPageBreakItem" not in google_script(only)
    assert "addPageBreakItem" in google_script(whole)
    assert "Leave it out if you are new." in google_script(whole)
    assert "Which gear?" not in printed(only)
