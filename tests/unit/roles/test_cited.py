"""What the catalogue says about something, with what it rests on."""

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import cite, findings_of, touched
from tests.measured import finding, quoting


def test_contradictions_come_first(bakehouse: Catalogue) -> None:
    """What figures find of each claim is there in the order of the claims, contradictions first."""
    supported = finding("crumb-1", "supported", "80 % do")
    wrong = finding("crumb-2", "contradicted")
    silent = finding("crumb-3", "silent")
    catalogue = quoting(bakehouse, findings=(supported, wrong, silent))
    assert findings_of(catalogue, ["crumb-1", "crumb-3", "crumb-2", "crumb-4"]) == (
        wrong,
        supported,
        silent,
    )


def test_statement_is_contradicted_where_figures_contradict_a_claim(bakehouse: Catalogue) -> None:
    """One claim that figures contradict marks the statement, others do not."""
    findings = finding("crumb-1", "partly", "8 %"), finding("crumb-2", "contradicted", "9 %")
    catalogue = quoting(bakehouse, findings=findings)
    assert cite(catalogue, "x", ["crumb-1", "crumb-2"]).contradicted
    assert cite(catalogue, "x", ["crumb-1"]).findings == findings[:1]
    assert not cite(catalogue, "x", ["crumb-1"]).contradicted
    assert cite(bakehouse, "x", ["crumb-1", "crumb-2"]).findings == ()


def test_a_row_is_disputed_by_what_is_shown_in_it(bakehouse: Catalogue) -> None:
    """A row's dispute touches those who cite one of its claims, and nobody else."""
    disputes = bakehouse.row_disputes("aspect", "rising")
    baker = cite(bakehouse, "At three", ("crumb-2", "crumb-3"), row=disputes)
    seller = cite(bakehouse, "Later", ("crumb-4",), row=disputes)
    assert touched(disputes, [None, baker, seller]) == ("rising",)
    assert touched(disputes, [None, seller]) == ()
