"""The one walk over everything that cites claims."""

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import RolesFile
from mlroles.roles.statements import Citation, citations


def test_every_citation_has_its_path(bakehouse: Catalogue) -> None:
    """Each place that cites claims comes once, in the order of the files."""
    paths = [each.path for each in citations(bakehouse.sources, bakehouse.file)]
    assert len(set(paths)) == len(paths)
    assert [path for path in paths if "roles[1]" not in path] == [
        "$.disputes[0]",
        "$.stages[0]",
        "$.stages[1]",
        "$.stages[2]",
        "$.overlap[0]",
        "$.team_sizes[0]",
        "$.roles[0].summary",
        "$.roles[0].aliases[0]",
        "$.roles[0].aliases[1]",
        "$.roles[0].aspects[0]",
        "$.roles[0].aspects[1]",
        "$.roles[0].aspects[2]",
        "$.roles[0].responsibilities[0]",
        "$.roles[0].responsibilities[1]",
        "$.roles[0].skills[0]",
        "$.roles[0].skills[1]",
        "$.roles[0].does_not[0]",
        "$.roles[0].choose_if[0]",
        "$.roles[0].think_twice_if[0]",
    ]


def test_a_citation_says_what_and_of_whom(bakehouse: Catalogue) -> None:
    """It has its words, its claims, its own id, and the role and the row that it stands in."""
    by_path = {each.path: each for each in citations(bakehouse.sources, bakehouse.file)}
    assert by_path["$.disputes[0]"] == Citation(
        "sources.json",
        "$.disputes[0]",
        "dispute",
        "rising: When do bakers rise?",
        ("crumb-2", "crumb-3"),
    )
    assert by_path["$.overlap[0]"] == Citation(
        "roles.json",
        "$.overlap[0]",
        "overlap",
        "Both work with bread.",
        ("crumb-1", "crumb-4"),
        id="both-work",
    )
    assert by_path["$.roles[0].skills[0]"] == Citation(
        "roles.json",
        "$.roles[0].skills[0]",
        "Baker: skill",
        "By hand",
        ("crumb-1",),
        role="baker",
        row=("skill", "kneading"),
    )
    assert by_path["$.roles[0].responsibilities[0]"].row == ("duty", "mix")
    assert by_path["$.roles[0].aspects[0]"].place == "Baker: Rising"
    assert by_path["$.roles[0].summary"].id == "baker-summary"


def test_references_need_not_be_known(bakehouse: Catalogue) -> None:
    """A row that nobody knows goes by its id, so that a wrong file can be walked too."""
    gone: RolesFile = bakehouse.file.model_copy(update={"aspects": (), "skills": ()})
    by_path = {each.path: each for each in citations(bakehouse.sources, gone)}
    assert by_path["$.roles[0].aspects[0]"].place == "Baker: rising"
    assert by_path["$.roles[0].skills[1]"].text == "counting"
