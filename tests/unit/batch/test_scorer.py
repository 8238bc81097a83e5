"""Scoring rows: what comes out, and what is wrong."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from mlroles.batch import scorer as batch
from mlroles.batch.rows import Row, Table
from mlroles.batch.scorer import Scored, ScoredHalf, Scorer, template_columns, template_rows
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import NONE, judge
from mlroles.roles.catalogue import Catalogue
from tests.kitchen import BESIDE, ROLES, Json, questionnaire

COLUMNS = ("id", "heat", "hours", "tools", "bread", "gear", "shift")


def scored(
    whole: Questionnaire,
    *cells: Sequence[object],
    columns: tuple[str, ...] = COLUMNS,
    halves: tuple[str, ...] = (),
    by: str | None = None,
) -> list[Scored]:
    """Return the results of rows of these cells."""
    rows = (Row(number, each) for number, each in enumerate(cells, 2))  # type: ignore[arg-type]
    return list(Scorer(whole, halves).score(Table(columns, rows), by))  # fmt: skip


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
    assert [half.half for half in result.halves] == ["likes", "does"]
    likes, does = found.halves
    assert (likes.lean, likes.leaders, likes.shares) == ("mixed", result.halves[0].leaders, ())
    assert (does.lean, does.leaders, does.wide) == (None, result.halves[1].leaders, ())
    assert does.shares == pytest.approx(tuple((result.halves[1].shares or {}).values()), abs=1e-12)
    assert (found.named, found.agree, found.answered) == (result.leaders, result.agree, 5)
    assert (found.line, found.name, found.group, found.problem) == (2, "a", "", "")


def test_nothing_answered(whole: Questionnaire) -> None:
    """Without an answer there are no shares, no words, and nothing is named."""
    (found,) = scored(whole, ("a", "", " ", ";", (), "", ""))
    assert found == Scored(2, "a", "", [ScoredHalf()] * 2, (), None, 0, "")


def test_one_half(whole: Questionnaire) -> None:
    """Of one half alone, the other's columns are not looked at."""
    (found,) = scored(whole, ("a", "oven", "", "", "rubbish", "", ""), halves=("likes",))
    assert (len(found.halves), found.answered, found.problem) == (1, 1, "")
    assert found.named == found.halves[0].leaders


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
    assert found == Scored(3, "b", "", (), (), None, 0, problem)
    assert first._replace(line=4) == last
    assert [first] == scored(whole, right)


def test_a_row_that_could_not_be_read(whole: Questionnaire) -> None:
    """What the reader found wrong is passed on, with the name where there is one."""
    rows = (Row(2, ("a", "oven"), "too few"), Row(3, (), "no JSON"))
    found = list(Scorer(whole, ()).score(Table(COLUMNS, iter(rows)), "shift"))
    assert [(each.name, each.group, each.problem) for each in found] == [
        ("a", "", "too few"),
        ("", "", "no JSON"),
    ]


def test_values(opened: Questionnaire) -> None:
    """Results have columns for each half, and rows that fit them, wrong or not."""
    scorer = Scorer(opened, ())
    assert list(scorer.columns) == [
        *("id", "likes.lean", "likes.leaders"),
        *(f"does.{role}" for role in ROLES),
        *(f"does.wide.{column}" for column in (*ROLES, *BESIDE)),
        *("verdict", "agree", "answered", "problem"),
    ]
    both, close, wrong = scored(
        opened,
        ("a", "oven", "morning", "", "daily", "", ""),
        ("b", "oven", "", "", "", "", ""),
        ("c", "?", "", "", "", "", ""),
    )
    values = scorer.values(both)
    does = both.halves[1]
    assert list(values[:3]) == ["a", "clearly", "baker"]
    assert tuple(values[3:11]) == (*does.shares, *does.wide)
    assert list(values[11:]) == ["baker", "yes", 3, ""]
    mixed = "baker;cook;waiter"
    assert scorer.values(close) == ["b", "mixed", mixed, *[None] * 8, mixed, "", 1, ""]
    assert scorer.values(wrong) == ["c", "", "", *[None] * 8, "", "", None, wrong.problem]
    assert len(values) == len(scorer.columns)


def test_without_jobs_beside_the_roles_there_is_one_share(whole: Questionnaire) -> None:
    """A measured half of roles alone has no second share of each."""
    assert not any("wide" in column for column in Scorer(whole, ()).columns)


@pytest.mark.parametrize(
    ("cells", "named", "agree"),
    [
        (("none", "", "", "", "", ""), (NONE,), None),
        (("none", "", "", "", "nothing", ""), (NONE,), True),
        (("", "morning", "", "", "nothing", ""), ("baker",), False),
        (("", "", "", "", "knife", ""), ("butcher",), None),
        (("none", "", "", "", "knife", ""), ("butcher",), True),
        (("", "morning", "", "", "knife", ""), ("baker",), False),
        (("", "", "", "seldom", "nothing", "late"), (NONE,), None),
        (("", "morning", "", "", "", "late"), ("cook", "waiter", "baker"), False),
    ],
)
def test_what_is_named(
    open_document: Json, cells: tuple[str, ...], named: tuple[str, ...], agree: bool | None
) -> None:
    """None of these, jobs beside the roles and disagreement are those of the quiz."""
    open_document["halves"][1]["measured"]["beside_ratio"] = 1.2
    (found,) = scored(questionnaire(open_document), ("a", *cells))
    assert (found.named, found.agree) == (named, agree)


def test_ties(whole_document: Json, catalogue: Catalogue) -> None:
    """Points that tie on paper tie here as they do in the quiz, also where thirds add up."""
    heat, hours, tools = whole_document["questions"][:3]
    heat["answers"][0]["points"] = {"baker": 0.1, "cook": 0.3, "waiter": -0.4}
    hours["answers"][0]["points"] = {"baker": 0.2, "cook": 0, "waiter": -0.2}
    tools["answers"][0]["points"] = {"baker": 1 / 3, "cook": 1 / 3, "waiter": -2 / 3}
    tools["answers"][1]["points"] = {"baker": 2 / 3, "cook": 2 / 3, "waiter": -4 / 3}
    whole_document["halves"][0]["lean"]["leans"] = 0
    drawn = questionnaire(whole_document)
    (found,) = scored(drawn, ("a", "oven", "morning", "whisk;pan", "", "", ""))
    given = {"heat": ("oven",), "hours": ("morning",), "tools": ("whisk", "pan")}
    assert found.named == judge(drawn, catalogue, given).leaders == ("baker",)


def test_memory_is_bounded(whole: Questionnaire, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different cells there are, so many are remembered, and none that is long."""
    monkeypatch.setattr(batch, "MOST_CELLS", 3)
    monkeypatch.setattr(batch, "LONGEST_CELL", 12)
    scorer = Scorer(whole, ())
    cells = ["pan" + " " * number for number in range(20)]
    rows = (Row(number, ("a", cell)) for number, cell in enumerate(reversed(cells)))
    found = list(scorer.score(Table(("id", "tools"), rows)))
    assert all(one.halves == other.halves for one, other in pairwise(found))
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


def test_roles_far_behind_keep_their_shares(
    opened: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the roles have hardly a part of the whole, their shares are worked out apart."""
    row = ("a", "", "", "", "daily", "knife;rack", "late")
    (usual,) = scored(opened, row)
    monkeypatch.setattr(batch, "TINY", 2)
    (apart,) = scored(opened, row)
    assert apart.halves[1].wide == usual.halves[1].wide
    assert apart.halves[1].shares == pytest.approx(usual.halves[1].shares, abs=1e-12)
