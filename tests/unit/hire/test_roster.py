"""Who is in a team, as somebody types it or keeps it in a table."""

from dataclasses import replace

import pytest

from mlroles.errors import SheetError, UnknownNameError, UsageError
from mlroles.hire.models import HireFile
from mlroles.hire.roster import Line, Listed, Roster, listed_roster, typed_roster
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.names import Found


def typed(catalogue: Catalogue, *texts: str) -> dict[str, int]:
    """Return how many people have each job or title, where nothing is a guess."""
    told: list[Found] = []
    return counts(typed_roster(catalogue, texts, told.append))


def counts(roster: Roster) -> dict[str, int]:
    """Return how many people have each job or title."""
    jobs = {each.job: each.people for each in roster.members}
    return {**jobs, **{each.title: each.people for each in roster.others}}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 ds, 1 mle", {"data-scientist": 2, "ml-engineer": 1}),
        ("ds", {"data-scientist": 1}),
        ("2x ds; ds x3", {"data-scientist": 5}),
        ("2 × ds and 1 x mle", {"data-scientist": 2, "ml-engineer": 1}),
        ("3 Data Scientists\n1 ML researcher", {"data-scientist": 3, "ml-researcher": 1}),
        ("1 data analyst + 2 data engineers", {"data-engineer": 2, "data-analyst": 1}),
        ("Senior Machine Learning Engineer", {"ml-engineer": 1}),
        ("4 software engineers", {"software-engineer": 4}),
        ("nobody", {}),
        ("None", {}),
    ],
)
def test_typed(shipped: Catalogue, text: str, wanted: dict[str, int]) -> None:
    """Counts stand before or behind; names, abbreviations, plurals and titles are known."""
    assert typed(shipped, text) == wanted


def test_jobs_beside_the_roles_are_known_as_such(shipped: Catalogue) -> None:
    """A job beside the roles is none of the roles, and the roles come first."""
    members = typed_roster(shipped, ["1 software engineer, 1 mle"], print).members
    assert [(each.job, each.role) for each in members] == [
        ("ml-engineer", True),
        ("software-engineer", False),
    ]


def test_other_titles_are_forced_into_nothing(shipped: Catalogue) -> None:
    """A title that is only near to a job stays what it is, and what it is near to is said."""
    (other,) = typed_roster(shipped, ["2 ML Consultant"], print).others
    assert other.people == 2
    assert other.near


def test_guesses_are_told(shipped: Catalogue) -> None:
    """What only fits by a part of a name is taken, and told."""
    told: list[Found] = []
    assert typed_roster(shipped, ["2 analysts, 1 analyst"], told.append).people == 3
    assert [each.how for each in told] == ["part", "part"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("0 ds", "“0 ds” has no number of people"),
        ("-1 ds", "“-1 ds” has no number of people"),
        ("1.5 ds", "“1.5 ds” has no number of people"),
        ("999999999 ds", "has no number of people"),
        ("ds x0", "has no number of people"),
        ("2", "“2” says how many, and not who."),
        ("", "Nobody is named."),
        (" , ;", "Nobody is named."),
    ],
)
def test_numbers_that_no_team_has(shipped: Catalogue, text: str, message: str) -> None:
    """Nobody, a part of somebody and more than there are people are refused in a sentence."""
    with pytest.raises(UsageError, match=message):
        typed(shipped, text)


def test_unknown_names_are_refused(shipped: Catalogue) -> None:
    """A name that means nothing is refused, with what was likely meant."""
    with pytest.raises(UnknownNameError) as caught:
        typed(shipped, "2 data scientsts")
    assert "Did you mean data-scientist" in caught.value.hint


# tables -------------------------------------------------------------------------------------


def listed(
    catalogue: Catalogue, file: HireFile, columns: str, *rows: str, problem: str = ""
) -> Listed:
    """Return the team of a table of which cells are separated by bars."""
    lines = [Line(n, row.split("|"), problem) for n, row in enumerate(rows, start=2)]
    return listed_roster(catalogue, file.headings, columns.split("|"), lines)


def test_a_column_is_known_by_its_heading(shipped: Catalogue, advice: HireFile) -> None:
    """A row is a person, and the heading says where their job stands."""
    found = listed(shipped, advice, "Name|Job Title", "A|Data Scientist", "B|MLE", "C|Nurse", "D|")
    assert counts(found.roster) == {"data-scientist": 1, "ml-engineer": 1, "Nurse": 1}
    assert (found.column, found.left_out) == ("Job Title", ())


def test_rows_may_be_jobs_with_a_number(shipped: Catalogue, advice: HireFile) -> None:
    """Where a column says how many, a row is as many people; 0 is nobody, nothing is one."""
    rows = ("Data Scientist|3", "MLE|", "Data Analyst|0", "Nurse|2")
    found = listed(shipped, advice, "role|count", *rows)
    assert counts(found.roster) == {"data-scientist": 3, "ml-engineer": 1, "Nurse": 2}


def test_titles_alone_need_no_heading(shipped: Catalogue, advice: HireFile) -> None:
    """A list of titles is read from its first line on."""
    found = listed(shipped, advice, "Data Scientist", "MLE", "Nurse")
    assert counts(found.roster) == {"data-scientist": 1, "ml-engineer": 1, "Nurse": 1}
    assert found.column == ""


def test_a_column_is_known_by_what_stands_in_it(shipped: Catalogue, advice: HireFile) -> None:
    """Under a heading that nobody knows, most jobs decide."""
    found = listed(shipped, advice, "wer|was", "A|Data Scientist", "B|ML Engineer")
    assert found.column == "was"


def test_wrong_rows_are_left_out_and_told(shipped: Catalogue, advice: HireFile) -> None:
    """A row that cannot be read, a title without an end, and no number leave the others alone."""
    rows = ("Data Scientist|many", f"{'x' * 300}|1", "MLE|1")
    found = listed(shipped, advice, "role|count", *rows)
    assert counts(found.roster) == {"ml-engineer": 1}
    assert found.left_out == (
        "row 2: “many” has no number of people that a team can have",
        "row 3: a title has no more than 200 characters",
    )
    with pytest.raises(SheetError, match="There is nobody in the table"):
        listed(shipped, advice, "role", "MLE", problem="broken")


def test_short_rows_are_nobody(shipped: Catalogue, advice: HireFile) -> None:
    """A row without a cell for the job is nobody; without one for the number it is one."""
    lines = [Line(2, ["A"]), Line(3, ["B", "MLE"])]
    columns = ["name", "role", "count"]
    found = listed_roster(shipped, advice.headings, columns, lines)
    assert counts(found.roster) == {"ml-engineer": 1}


@pytest.mark.parametrize(
    ("columns", "rows", "message"),
    [
        ("person|Python|SQL", ("a|3|2",), "No column says what people’s jobs are"),
        ("a|b|c|d|e|f", ("1|2|3|4|5|6",), "“d” and 2 columns more"),
        ("role", (), "There is nobody in the table."),
        ("role", ("",), "There is nobody in the table."),
    ],
)
def test_tables_that_are_no_team(
    shipped: Catalogue, advice: HireFile, columns: str, rows: tuple[str, ...], message: str
) -> None:
    """A table without jobs, or without anybody, is refused with what it should be."""
    with pytest.raises(SheetError, match=message):
        listed(shipped, advice, columns, *rows)


def test_endless_tables_are_refused(
    shipped: Catalogue, advice: HireFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More rows than any team has people are no team."""
    monkeypatch.setattr("mlroles.hire.roster.MOST_ROWS", 1)
    with pytest.raises(SheetError, match="more than 1 rows"):
        listed(shipped, advice, "role", "MLE", "MLE")


def test_without_titles(bakers: HireFile, bakehouse: Catalogue) -> None:
    """A catalogue without titles knows its own names, and says of others only that they are."""
    bare = replace(bakehouse, title_reader=lambda _: None)
    found = listed(bare, bakers, "job|how many", "Baker|2", "Night Baker|1", "Grinder|1")
    assert counts(found.roster) == {"baker": 2, "miller": 1, "Night Baker": 1}
    assert [each.near for each in found.roster.others] == [()]
