"""The screen of a cohort."""

from dataclasses import replace

import pytest

from mlroles.batch.cohort import Cohort, summarise
from mlroles.batch.scorer import Scored
from mlroles.render.document import Bars, Fields, Items, Paragraph, Table
from mlroles.render.plain import to_plain
from mlroles.views.cohort import TOO_FEW, view
from tests.kitchen import ROLES, kitchen
from tests.unit.views.blocks import all_of, headings, one_of, suggested, words

CATALOGUE = kitchen(*ROLES)


def cohort(count: int, by: str | None = None) -> Cohort:
    """Return the summary of so many cooks, half of them in no group."""
    shares = (0.2, 0.6, 0.2)
    people = [
        Scored(2, "a", "north" if number % 2 else "", (), shares, ("cook",), 3, "")
        for number in range(count)
    ]
    return summarise(people, ROLES, "kitchen", 3, by)


def test_leans() -> None:
    """Every role and the undecided have a row; where percentages may be told they are drawn."""
    document = view(cohort(1_004), CATALOGUE, "sheets.csv")
    leans, spread = all_of(document, Table)
    assert headings(document)[:3] == [
        "About 1,005 people",
        "Who leans where",
        "How clear the lead is",
    ]
    assert [words(row[0]) for row in leans.rows if isinstance(row, tuple)] == [
        *("Baker", "Cook", "Waiter"),
        "Undecided",
    ]
    assert leans.rows[1][1:] == ("1,005", "100 %", "60 %")  # type: ignore[index]
    assert [(words(bar.label), bar.share) for bar in one_of(document, Bars).items] == [("Cook", 1)]
    assert spread.rows[0][1:] == ("60 %",) * 5  # type: ignore[index]
    assert one_of(document, Fields).items[0] == ("People", "1,005")


@pytest.mark.parametrize("count", [5, 20])
def test_few(count: int) -> None:
    """Of few people the counts are told, and for the rest that they are too few."""
    document = view(cohort(count), CATALOGUE, "sheets.csv")
    leans = one_of(document, Table)
    assert words(leans.rows[1][2]) == TOO_FEW  # type: ignore[index]
    assert not all_of(document, Bars)
    assert Paragraph(f"For this there are {TOO_FEW} people.") in document.blocks


def test_nobody() -> None:
    """Of nobody nothing is told but the counts and the rules."""
    document = view(cohort(2), CATALOGUE, "sheets.csv")
    assert headings(document) == ["Too few people to tell", "How the figures are rounded"]


def test_groups() -> None:
    """Each group has a row; one without a name is told as such."""
    document = view(cohort(60, "region"), CATALOGUE, "sheets.csv")
    groups = all_of(document, Table)[2]
    assert "By region" in headings(document)
    assert [words(each) for each in groups.headers] == [
        *("region", "People", "Answered"),
        *("B", "C", "W"),
        "Undecided",
    ]
    assert groups.rows == (
        ("(nothing)", "30", "30", "0", "30 · 100 %", "0", "0"),
        ("north", "30", "30", "0", "30 · 100 %", "0", "0"),
    )


def test_groups_left_out() -> None:
    """Where groups are too small to be named, that is said, and no empty table stands there."""
    document = view(cohort(4, "region"), CATALOGUE, "sheets.csv")
    said = "Groups whose number of people rounds to 0 are not named."
    assert Paragraph(said) in document.blocks
    assert len(all_of(document, Table)) == 1
    named = replace(cohort(60, "region"), groups_left_out=True)
    assert Paragraph(said) in view(named, CATALOGUE, "sheets.csv").blocks


def test_rules() -> None:
    """The rules of rounding stand on the screen in words."""
    document = view(cohort(60), CATALOGUE, "sheets.csv")
    rules = " ".join(words(each) for each in one_of(document, Items).items)
    for said in ("HESA", "nearest multiple of 5", "may not add up", "22.5 people", "7 people"):
        assert said in rules
    assert "22.5" in to_plain(document)


def test_next_steps() -> None:
    """The same table can be scored, after groups looked at whole; without a file neither is said.

    A table from standard input cannot be read again.
    """
    assert suggested(view(cohort(60), CATALOGUE, "sheets.csv")) == (
        "mlroles score sheets.csv",
        "mlroles quiz questions",
    )
    assert suggested(view(cohort(60, "region"), CATALOGUE, "a b.csv")) == (
        "mlroles score 'a b.csv'",
        "mlroles cohort 'a b.csv'",
        "mlroles quiz questions",
    )
    assert suggested(view(cohort(60, "region"), CATALOGUE, "")) == ("mlroles quiz questions",)
