"""Scoring rows: what comes out, and what is wrong."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from mlroles.batch import scorer as batch
from mlroles.batch.rows import Row, Table
from mlroles.batch.scorer import Scored, Scorer, template_columns, template_rows
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import judge
from mlroles.roles.catalogue import Catalogue
from tests.kitchen import ROLES, Json, questionnaire

COLUMNS = ("id", "heat", "hours", "tools", "bread", "gear", "shift")
EQUAL = (1 / 3,) * 3


def scored(
    whole: Questionnaire,
    *cells: Sequence[object],
    columns: tuple[str, ...] = COLUMNS,
    halves: tuple[str, ...] = (),
    by: str | None = None,
) -> list[Scored]:
    """Return the results of rows of these cells."""
    rows = (Row(number, each) for number, each in enumerate(cells, 2))  # type: ignore[arg-type]
    return list(Scorer(whole, halves, ROLES).score(Table(columns, rows), by))  # fmt: skip


def test_a_row(whole: Questionnaire, catalogue: Catalogue) -> None:
    """A row's result is that of the quiz, for each half and for both."""
    (found,) = scored(whole, ("a", "oven", "", "pan; tray;", "daily", ("knife", "rack"), " late "))
    given = {
        "heat": ("oven",),
        "tools": ("pan", "tray"),
        "bread": ("daily",),
        "gear": ("knife", "rack"),
        "shift": ("late",),
    }
    result = judge(whole, catalogue, given)
    assert found.combined == pytest.approx(tuple(result.shares.values()), abs=1e-12)
    assert [half.half for half in result.halves] == ["likes", "does"]
    for ours, theirs in zip(found.halves, result.halves, strict=True):
        assert ours == pytest.approx(tuple(theirs.shares.values()), abs=1e-12)
    assert (found.leaders, found.answered) == (result.leaders, 5)
    assert (found.line, found.name, found.group, found.problem) == (2, "a", "", "")


def test_nothing_answered(whole: Questionnaire) -> None:
    """Without an answer the shares are equal and nobody leads."""
    (found,) = scored(whole, ("a", "", " ", ";", (), "", ""))
    assert found.combined == pytest.approx(EQUAL)
    assert (found.leaders, found.answered) == ((), 0)


def test_one_half(whole: Questionnaire) -> None:
    """Of one half alone, the other's columns are not looked at."""
    (found,) = scored(whole, ("a", "oven", "", "", "rubbish", "", ""), halves=("likes",))
    assert (len(found.halves), found.answered, found.problem) == (1, 1, "")
    assert found.combined == found.halves[0]


@pytest.mark.parametrize("columns", [("heat", "id"), ("id", "heat", "shift"), ("gear", "id")])
def test_missing_columns(whole: Questionnaire, columns: tuple[str, ...]) -> None:
    """Columns may stand in any order, and those of questions may be missing."""
    cells = {"id": "a", "heat": "flame", "shift": "late", "gear": "rack"}
    (found,) = scored(whole, tuple(cells[each] for each in columns), columns=columns)
    full = tuple(cells[each] if each in columns else "" for each in COLUMNS if each in cells)
    (same,) = scored(whole, full, columns=tuple(each for each in COLUMNS if each in cells))
    assert found == same


def test_groups(whole: Questionnaire) -> None:
    """What stands in the column of groups comes with the result."""
    rows = [("x", "a", "oven"), ("", "b", "")]
    found = scored(whole, *rows, columns=("course", "id", "heat"), by="course")
    assert [(each.group, each.name) for each in found] == rows_of_names(rows)


def rows_of_names(rows: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return the group and the name of each row."""
    return [(group, name) for group, name, _ in rows]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"heat": "steam"}, "heat: there is no answer “steam”"),
        ({"heat": "oven;flame"}, "heat: 2 answers are given"),
        ({"tools": "pan;pan"}, "tools: the answer pan stands there twice"),
        ({"gear": "knife;nothing"},
         "gear: “nothing” goes with no other answer"),
        ({"heat": "\x1b[1m", "bread": "x" * 99},
         rf"heat: there is no answer '\x1b[1m'; bread: there is no answer “{'x' * 60}…”"),
        ({"tools": ("pan;tray",)}, "tools: there is no answer “pan;tray”"),
    ],
)  # fmt: skip
def test_a_wrong_row(whole: Questionnaire, cells: dict[str, object], problem: str) -> None:
    """A wrong row has no shares and every reason; the rows around it are what they would be."""
    right = ("a", "oven", "", "", "", "", "")
    wrong = tuple(cells.get(each, "b" if each == "id" else "") for each in COLUMNS)
    first, found, last = scored(whole, right, wrong, right)
    assert found == Scored(3, "b", "", (), (), (), 0, problem)
    assert first._replace(line=4) == last
    assert [first] == scored(whole, right)


def test_a_row_that_could_not_be_read(whole: Questionnaire) -> None:
    """What the reader found wrong is passed on, with the name where there is one."""
    rows = (Row(2, ("a", "oven"), "too few"), Row(3, (), "no JSON"))
    found = list(Scorer(whole, (), ROLES).score(Table(COLUMNS, iter(rows)), "shift"))
    assert [(each.name, each.group, each.problem) for each in found] == [
        ("a", "", "too few"),
        ("", "", "no JSON"),
    ]


def test_values(whole: Questionnaire) -> None:
    """The table of results has a column for each share, and rows that fit it, wrong or not."""
    scorer = Scorer(whole, (), ROLES)
    parts = ("likes", "does", "combined")
    shares = [f"{part}.{role}" for part in parts for role in ROLES]
    assert list(scorer.columns) == ["id", *shares, "verdict", "answered", "problem"]
    right, close, wrong = scored(
        whole,
        ("a", "oven", "morning", "", "", "", ""),
        ("b", "oven", "", "", "", "", ""),
        ("c", "?", "", "", "", "", ""),
    )
    values = scorer.values(right)
    assert list(values[-3:]) == ["baker", 2, ""]
    assert tuple(values[1:10]) == (*right.halves[0], *right.halves[1], *right.combined)
    assert scorer.values(close)[-3] == "baker;cook;waiter"
    assert list(scorer.values(wrong)) == ["c", *[None] * 9, "", None, wrong.problem]
    assert len(values) == len(scorer.values(wrong)) == len(scorer.columns)


def test_ties(whole_document: Json, catalogue: Catalogue) -> None:
    """Points that tie on paper tie here as they do in the quiz, also where thirds add up."""
    heat, hours, tools = whole_document["questions"][:3]
    heat["answers"][0]["points"] = {"baker": 0.1, "cook": 0.3, "waiter": -0.4}
    hours["answers"][0]["points"] = {"baker": 0.2, "cook": 0, "waiter": -0.2}
    tools["answers"][0]["points"] = {"baker": 1 / 3, "cook": 1 / 3, "waiter": -2 / 3}
    tools["answers"][1]["points"] = {"baker": 2 / 3, "cook": 2 / 3, "waiter": -4 / 3}
    whole_document["undecided_ratio"] = 1
    drawn = questionnaire(whole_document)
    (found,) = scored(drawn, ("a", "oven", "morning", "whisk;pan", "", "", ""))
    given = {"heat": ("oven",), "hours": ("morning",), "tools": ("whisk", "pan")}
    assert found.leaders == judge(drawn, catalogue, given).leaders == ("baker",)


def test_memory_is_bounded(whole: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different cells there are, so many are remembered, and none that is long."""
    monkeypatch.setattr(batch, "MOST_CELLS", 3)
    monkeypatch.setattr(batch, "LONGEST_CELL", 12)
    scorer = Scorer(whole, (), ROLES)
    cells = ["pan" + " " * number for number in range(20)]
    rows = (Row(number, ("a", cell)) for number, cell in enumerate(reversed(cells)))
    found = list(scorer.score(Table(("id", "tools"), rows)))
    assert all(one.combined == other.combined for one, other in pairwise(found))
    remembered = scorer._questions["tools"][1]
    assert sorted(map(len, remembered)) == [10, 11, 12]


def test_template(whole: Questionnaire) -> None:
    """The template's rows are right sheets, and hold every answer of every question."""
    columns = tuple(template_columns(whole, ()))
    rows = list(template_rows(whole, ()))
    assert columns == COLUMNS
    assert not any(each.problem for each in scored(whole, *rows))
    for question in whole.questions:
        held = [row[columns.index(question.id)] for row in rows]
        assert [each for each in held if each] == [answer.id for answer in question.answers]
    assert list(template_columns(whole, ("does",))) == ["id", "bread", "gear", "shift"]
    assert next(template_rows(whole, ("does",))) == ("example-1", "daily", "knife", "early")
