"""What is put into a cell comes out of it, whatever form it came back from."""

import csv
import io
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from mlroles.batch.cells import labels
from mlroles.batch.reading import Reading, known_headings
from mlroles.batch.rows import ID
from mlroles.batch.table import read_table
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.editions import editions
from mlroles.quiz.models import Question
from mlroles.roles.load import load_catalogue

SHIPPED = QUESTIONNAIRE.load(load_catalogue(data_directory()))
SIGNS = {each.id: labels(each) for each in editions(SHIPPED)}
IDS = [question.id for question in SHIPPED.questions]
KNOWN = known_headings(SHIPPED)
JOINTS = st.sampled_from([", ", ";", "; ", "\n", "\r\n", " ", " | ", ","])
CASE: tuple[Callable[[str], str], ...] = (str.lower, str.upper, str.title, str)
CASES = st.sampled_from(CASE)


@st.composite
def cells(draw: st.DrawFn, question: Question) -> tuple[str, tuple[str, ...]]:
    """Draw a cell under a question, and the ids of the answers that are meant by it."""
    places = draw(
        st.lists(
            st.sampled_from(range(len(question.answers))),
            unique=True,
            max_size=1 if question.pick == "one" else 4,
        )
    )
    chosen = [question.answers[place] for place in places]
    if any(answer.alone for answer in chosen):
        chosen, places = chosen[:1], places[:1]
    how = draw(st.sampled_from(["id", "text", "sign", "number"]))
    said = {
        "id": [answer.id for answer in chosen],
        "text": [answer.text for answer in chosen],
        "sign": [SIGNS[question.id][place] for place in places],
        "number": [str(place + 1) for place in places],
    }[how]
    cell = draw(CASES)(draw(JOINTS).join(said)) or draw(st.sampled_from(["", " ", "n/a", "-"]))
    return cell, tuple(answer.id for answer in chosen)


QUESTIONS = st.sampled_from(SHIPPED.questions)


@given(
    QUESTIONS.flatmap(
        lambda question: st.tuples(st.just(question), st.lists(cells(question), min_size=1))
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.booleans(),
)
def test_what_is_meant_is_read(
    drawn: tuple[Question, list[tuple[str, tuple[str, ...]]]], sign: str, codec: str, text: bool
) -> None:
    """Ids, texts, signs and numbers in any case and joined in any way are the answers meant."""
    question, people = drawn
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=sign)
    writer.writerow([ID, question.text if text else question.id, "course"])
    writer.writerows([f"Zoë {number}", cell, "data"] for number, (cell, _) in enumerate(people))
    data = io.BytesIO(stream.getvalue().encode(codec, "xmlcharrefreplace"))
    reading = Reading(read_table(data, None, KNOWN, IDS, name=""), SHIPPED)
    found = list(reading.people())
    assert [person.problem for person in found] == [""] * len(people)
    assert [person.name for person in found] == [f"Zoë {n}" for n in range(len(people))]
    for person, (_, meant) in zip(found, people, strict=True):
        assert sorted(reading.given(question, person.cells)) == sorted(meant)
