"""Scoring rows: what comes out, and what is wrong."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from mlroles.batch import scorer as batch
from mlroles.batch.reading import Reading
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
    groups: Sequence[int] = (),
) -> list[Scored]:
    """Return the results of rows of these cells."""
    return list(Scorer(whole, halves).score(reading(whole, columns, *cells), groups))


def reading(whole: Questionnaire, columns: tuple[str, ...], *cells: Sequence[object]) -> Reading:
    """Return a table of these cells as it is understood."""
    rows = [Row(number, each) for number, each in enumerate(cells, 2)]  # type: ignore[arg-type]
    return Reading(Table(columns, lambda _: iter(rows)), whole)


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
    assert (found.line, found.name, found.groups, found.problem) == (2, "a", (), "")


def test_nothing_answered(whole: Questionnaire) -> None:
    """Without an answer there are no shares, no words, and nothing is named."""
    (found,) = scored(whole, ("a", "", " ", ";", (), "", ""))
    assert found._replace(cells=()) == Scored(2, "a", (), (), [ScoredHalf()] * 2, (), None, 0, "")


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
    assert found.halves == same.halves
    assert found.answered == sum(each in columns for each in cells) - 1


def test_groups(whole: Questionnaire) -> None:
    """What stands in the columns of groups, and in all that are no question, comes along."""
    columns = ("course", "id", "heat", "year")
    found = scored(whole, ("x", "a", "oven", "1"), ("", "b", "", ("1", "2")), columns=columns,
                   groups=(3, 0))  # fmt: skip
    assert [(each.groups, each.carried) for each in found] == [
        (("1", "x"), ("x", "1")),
        (("1; 2", ""), ("", "1; 2")),
    ]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"heat": "steam"}, "heat: there is no answer “steam”; the nearest is “shade”"),
        ({"heat": "oven;flame"}, "heat: 2 answers are given"),
        ({"tools": "pan;pan;steam"}, "tools: there is no answer “steam”; the nearest is “tray”"),
        ({"gear": "knife;nothing"},
         "gear: “nothing” goes with no other answer"),
        ({"heat": "\x1b[1m", "bread": "x" * 99},
         rf"heat: there is no answer '\x1b[1m'; bread: there is no answer “{'x' * 60}…”"),
    ],
)  # fmt: skip
def test_a_wrong_row(whole: Questionnaire, cells: dict[str, object], problem: str) -> None:
    """A wrong row has no shares and every reason; the rows around it are what they would be."""
    right = ("a", "oven", "", "", "", "", "")
    wrong = tuple(cells.get(each, "b" if each == "id" else "") for each in COLUMNS)
    first, found, last = scored(whole, right, wrong, right)
    assert found == Scored(3, "b", (), (), (), (), None, 0, problem)
    assert first._replace(line=4) == last
    assert [first] == scored(whole, right)


def test_answers_given_twice(whole: Questionnaire) -> None:
    """An answer that stands in a cell twice was given once."""
    once, twice = scored(
        whole, ("a", "", "", "pan", "", "", ""), ("a", "", "", "pan;pan", "", "", "")
    )
    assert once.halves == twice.halves


def test_a_column_for_each_answer(whole: Questionnaire) -> None:
    """Columns of single answers are taken together, and what is wrong in one is told once."""
    columns = ("id", "tools/pan", "tools/tray", "gear [nothing]", "gear [knife]")
    right, wrong = scored(
        whole, ("a", "1", "x", "0", ""), ("b", "1", "!!", "1", "1"), columns=columns
    )
    (same,) = scored(whole, ("a", "", "", "pan;tray", "", "", ""))
    assert (right.halves[0], right.problem) == (same.halves[0], "")
    assert wrong.problem == (
        "tools: “!!” does not say whether “tray” was chosen; "
        "gear: “nothing” goes with no other answer"
    )


def test_a_row_that_could_not_be_read(whole: Questionnaire) -> None:
    """What the reader found wrong is passed on, with what there is of the row."""
    rows = [Row(2, ("a", "oven"), "too few"), Row(3, (), "no JSON")]
    table = Table((*COLUMNS, "course"), lambda _: iter(rows))
    found = list(Scorer(whole, ()).score(Reading(table, whole), (7,)))
    assert [(each.name, each.groups, each.carried, each.problem) for each in found] == [
        ("a", ("",), ("",), "too few"),
        ("3", ("",), ("",), "no JSON"),
    ]


def test_values(opened: Questionnaire) -> None:
    """Results have columns for each half, and rows that fit them, wrong or not."""
    scorer = Scorer(opened, ())
    assert list(scorer.columns()) == [
        *("id", "likes.lean", "likes.leaders"),
        *(f"does.{role}" for role in ROLES),
        *(f"does.wide.{column}" for column in (*ROLES, *BESIDE)),
        *("verdict", "agree", "answered", "problem"),
    ]
    both, close, wrong = scored(
        opened,
        ("a", "oven", "morning", "", "daily", "", ""),
        ("b", "oven", "", "", "", "", ""),
        ("c", "!!", "", "", "", "", ""),
    )
    values = scorer.values(both)
    does = both.halves[1]
    assert list(values[:3]) == ["a", "clearly", "baker"]
    assert tuple(values[3:11]) == (*does.shares, *does.wide)
    assert list(values[11:]) == ["baker", "yes", 3, ""]
    mixed = "baker;cook;waiter"
    assert scorer.values(close) == ["b", "mixed", mixed, *[None] * 8, mixed, "", 1, ""]
    assert scorer.values(wrong) == ["c", "", "", *[None] * 8, "", "", None, wrong.problem]
    assert len(values) == len(scorer.columns())


def test_columns_carried_along(whole: Questionnaire) -> None:
    """A column carried along whose heading is taken gets a number."""
    columns = list(Scorer(whole, ()).columns(["course", "id", "course", "verdict", "course 2"]))
    assert columns[:6] == ["id", "course", "id 2", "course 2", "verdict 2", "course 2 2"]
    (found,) = scored(whole, ("a", "oven", "x"), columns=("id", "heat", "course"))
    assert Scorer(whole, ()).values(found)[:2] == ["a", "x"]


def test_without_jobs_beside_the_roles_there_is_one_share(whole: Questionnaire) -> None:
    """A measured half of roles alone has no second share of each."""
    assert not any("wide" in column for column in Scorer(whole, ()).columns())


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
    read = reading(whole, ("id", "tools"), *(("a", cell) for cell in reversed(cells)))
    found = list(scorer.score(read))
    assert all(one.halves == other.halves for one, other in pairwise(found))
    column = batch.CellPoints(whole.question("tools"), whole.roles, read)
    assert len({column[cell] for cell in reversed(cells)}) == 1
    assert sorted(map(len, column)) == [10, 11, 12]


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
