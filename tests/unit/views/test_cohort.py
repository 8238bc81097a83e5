"""The screen of a cohort."""

from dataclasses import replace

import pytest

from mlroles.batch.cohort import Cohort, summarise
from mlroles.batch.scorer import Scored, ScoredHalf
from mlroles.render.document import Bars, Cell, Document, Fields, Group, Items, Paragraph, Table
from mlroles.render.plain import to_plain
from mlroles.views.cohort import TOO_FEW, brief, view
from tests import kitchen as kitchens
from tests.kitchen import ROLES, kitchen
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested, words

CATALOGUE = kitchen(*ROLES)


def served() -> kitchens.Json:
    """Return the kitchen with what is known of ages, and of people of no role."""
    document = kitchens.open_kitchen()
    document["halves"][1]["measured"] |= {
        "ages": [
            {"ages": "18-21", "people": 90, "balanced_accuracy": 0.42, "low": 0.34, "high": 0.5},
            {"ages": "22-24", "people": 90, "balanced_accuracy": 0.5, "low": 0.4, "high": 0.6},
        ],
        "told": [
            {"title": "Baker", "people": 9, "role": "baker", "told": {"baker": 1}},
            {
                "title": "Apprentice",
                "people": 1200,
                "role": None,
                "told": {"baker": 0.5, "cook": 0.2, "undecided": 0.3},
            },
        ],
    }
    return document


QUESTIONNAIRE = kitchens.questionnaire(served())

WISH = ScoredHalf(3, ("baker",), lean="clearly")
WORK = ScoredHalf(3, ("cook",), shares=(0.2, 0.6, 0.2), wide=(0.1, 0.3, 0.1, 0.3, 0.2))


def cohort(count: int, *by: str, wish: ScoredHalf = WISH) -> Cohort:
    """Return the summary of so many cooks who want to bake, half of them in no group."""

    def groups(number: int) -> tuple[str, ...]:
        return ("north" if number % 2 else "",) * len(by)

    people = [
        Scored(2, "a", groups(number), (), (wish, WORK), ("cook",), False, 6, "")
        for number in range(count)
    ]
    return summarise(people, QUESTIONNAIRE, by)


def screen(found: Cohort, sheets: str = "sheets.csv") -> Document:
    """Return the screen of a cohort."""
    return view(found, QUESTIONNAIRE, CATALOGUE, sheets)


def texts(row: tuple[Cell, ...] | Group) -> list[str]:
    """Return the words in the cells of a row."""
    assert isinstance(row, tuple)
    return [words(cell) for cell in row]


def test_halves() -> None:
    """Each half has a table: what it names, who is told nothing alone, and whom none fits."""
    document = screen(cohort(1_004))
    likes, does, spread, _ = all_of(document, Table)
    assert headings(document)[:3] == ["About 1,005 people", "What you like", "What you do"]
    assert texts(likes.headers) == ["", "People", "Of 1,005 who answered", "Of them clearly"]
    assert [texts(row) for row in likes.rows] == [
        ["Baker", "1,005", "100 %", "1,005"],
        ["Cook", "0", TOO_FEW, "0"],
        ["Waiter", "0", TOO_FEW, "0"],
        ["Mixed", "0", TOO_FEW, ""],
        ["None of these", "0", TOO_FEW, ""],
    ]
    assert texts(does.headers)[-1] == "Mean share"
    assert [texts(row) for row in does.rows] == [
        ["Baker", "0", TOO_FEW, "20 %"],
        ["Cook", "1,005", "100 %", "60 %"],
        ["Waiter", "0", TOO_FEW, "20 %"],
        ["Butcher", "0", TOO_FEW, "30 %"],
        ["Undecided", "0", TOO_FEW, ""],
        ["None of these", "0", TOO_FEW, ""],
    ]
    assert texts(spread.rows[0])[1:] == ["60 %"] * 5
    said = dict(one_of(document, Fields).items)
    assert said["People"] == "1,005"
    assert said["The halves"] == ("agree for 0 who answered both, differ for 1,005 · 100 %")


def test_pictures() -> None:
    """Each percentage that is told is drawn, and no other."""
    likes, does = all_of(screen(cohort(1_004)), Bars)
    assert [(words(bar.label), bar.share) for bar in likes.items] == [("Baker", 1.0)]
    assert [(words(bar.label), bar.share) for bar in does.items] == [("Cook", 1.0)]
    assert all_of(screen(cohort(20)), Bars) == []


def test_what_was_asked() -> None:
    """How many questions there were, and of which halves, is said."""
    said = dict(one_of(screen(cohort(60)), Fields).items)
    assert said["Asked"] == "6 questions: “What you like” and “What you do”"


def test_how_far_to_trust_it() -> None:
    """What each half rests on is said, which ages it serves worse, and what others are told."""
    document = screen(cohort(60))
    said = paragraphs(document)
    assert "What you like: Guesswork." in said
    assert "What you do: Counted. Leave it out if you are new." in said
    assert "the title that they hold for 60 % of people; for 42 % (34 to 50) of those aged" in said
    assert "of those aged 18-21." in said
    *_, told = all_of(document, Table)
    assert texts(told.headers) == ["", "Apprentice"]
    assert [texts(row) for row in told.rows] == [
        ["People", "1,200"],
        ["Baker", "50 %"],
        ["Cook", "20 %"],
        ["Waiter", "0 %"],
        ["Butcher", "0 %"],
        ["none of these", "0 %"],
        ["Undecided", "30 %"],
    ]


def test_no_more_than_is_known() -> None:
    """Where nothing is known of ages or of others, nothing is said of them."""
    plain = kitchens.questionnaire(kitchens.two_halves())
    person = Scored(2, "a", (), (), (WISH, WORK._replace(wide=())), ("cook",), False, 6, "")
    document = view(summarise([person] * 60, plain), plain, CATALOGUE, "")
    assert "hold for 60 % of people." in paragraphs(document)
    assert len(all_of(document, Table)) == 3


def test_one_half() -> None:
    """Of one half alone nothing is said of agreement."""
    only = QUESTIONNAIRE.only(("does",))
    person = Scored(2, "a", (), (), (WORK,), ("cook",), None, 3, "")
    document = view(summarise([person] * 30, only), only, CATALOGUE, "")
    assert "The halves" not in dict(one_of(document, Fields).items)
    assert headings(document)[1] == "What you do"


@pytest.mark.parametrize("count", [5, 20])
def test_few(count: int) -> None:
    """Of few people the counts are told, and for the rest that they are too few."""
    document = screen(cohort(count))
    _, does, _ = all_of(document, Table)
    assert texts(does.rows[1])[2] == TOO_FEW
    said = f"How clear the lead is: for this there are {TOO_FEW} people."
    assert Paragraph(said) in document.blocks


def test_nobody() -> None:
    """Of nobody nothing is told but the counts and the rules."""
    assert headings(screen(cohort(2))) == ["Too few people to tell", "How the figures are rounded"]


def test_a_half_that_nobody_answered_is_left_out() -> None:
    """Where all skipped a half, it has no table."""
    assert "What you like" not in headings(screen(cohort(60, wish=ScoredHalf())))


def test_groups() -> None:
    """Each group has a row for each half; one without a name is told as such."""
    document = screen(cohort(60, "region"))
    likes, does = all_of(document, Table)[3:5]
    assert "By region" in headings(document)
    assert texts(likes.headers) == ["region", "Answered", "B", "C", "W", "Mixed", "None"]
    assert texts(does.headers) == [
        *("region", "Answered", "B", "C", "W"),
        *("Butcher", "Undecided", "None"),
    ]
    assert [texts(row) for row in likes.rows] == [
        ["(nothing)", "30 of 30", "30 · 100 %", "0", "0", "0", "0"],
        ["north", "30 of 30", "30 · 100 %", "0", "0", "0", "0"],
    ]
    assert texts(does.rows[0]) == ["(nothing)", "30 of 30", "0", "30 · 100 %", *"0000"]


def test_groups_left_out() -> None:
    """Where groups are too small to be named, that is said, and no empty table stands there."""
    document = screen(cohort(4, "region"))
    said = "Groups whose number of people rounds to 0 are not named."
    assert Paragraph(said) in document.blocks
    assert len(all_of(document, Table)) == 3
    found = cohort(60, "region")
    named = replace(found, groupings=(replace(found.groupings[0], left_out=True),))
    assert Paragraph(said) in screen(named).blocks


def test_rules() -> None:
    """The rules of rounding stand on the screen in words."""
    document = screen(cohort(60))
    rules = " ".join(words(each) for each in one_of(document, Items).items)
    for said in ("HESA", "nearest multiple of 5", "may not add up", "22.5 people", "7 people"):
        assert said in rules
    assert "22.5" in to_plain(document)


def test_next_steps() -> None:
    """The same table can be scored, after groups looked at whole; without a file neither is said.

    A table from standard input cannot be read again.
    """
    assert suggested(screen(cohort(60))) == (
        "mlroles score sheets.csv",
        "mlroles quiz questions",
    )
    assert suggested(screen(cohort(60, "region"), "a b.csv")) == (
        "mlroles score 'a b.csv'",
        "mlroles cohort 'a b.csv'",
        "mlroles quiz questions",
    )
    assert suggested(screen(cohort(60, "region"), "")) == ("mlroles quiz questions",)


def short(found: Cohort, sheets: str = "sheets.csv") -> Document:
    """Return the short answer about a cohort."""
    return brief(found, QUESTIONNAIRE, CATALOGUE, sheets)


def test_the_short_answer() -> None:
    """First comes where the people lean, in pictures, and how far to trust it."""
    document = short(cohort(1000))
    assert dict(one_of(document, Fields).items) == {
        "Answered": "1,000; 6 questions asked",
        "The halves": "agree for 0 who answered both, differ for 1,000 · 100 %",
    }
    assert len(all_of(document, Bars)) == 2
    worth = paragraphs(document)
    assert "How far to trust it: “What you like” was not measured. “What you do” names" in worth
    assert "names the title that 60 % of people hold (42 % of those aged 18-21)." in worth
    assert suggested(document) == ("mlroles cohort sheets.csv --full", "mlroles quiz questions")


def test_the_short_answer_about_few() -> None:
    """Of few people there are no percentages, and of nobody there is nothing but that."""
    document = short(cohort(10), sheets="")
    assert not all_of(document, Bars)
    assert "About 10 people: too few for percentages." in paragraphs(document)
    assert suggested(document) == ("mlroles quiz questions",)
    document = short(cohort(0))
    assert headings(document) == ["Too few people to tell"]
    assert paragraphs(document) == ""


def test_the_short_answer_of_one_half() -> None:
    """Rows that are wrong are counted; a half that does as well at any age says so of all."""
    plain = kitchens.questionnaire(kitchens.open_kitchen()).only((QUESTIONNAIRE.halves[1].id,))
    wrong = [Scored(2, "a", (), (), (), (), None, 0, "wrong")] * 10
    right = [Scored(2, "a", (), (), (WORK,), ("cook",), None, 3, "")] * 30
    document = brief(summarise([*wrong, *right], plain), plain, CATALOGUE, "")
    assert dict(one_of(document, Fields).items)["Wrong rows"] == "10"
    assert "The halves" not in dict(one_of(document, Fields).items)
    assert paragraphs(document).endswith("% of people hold.")
