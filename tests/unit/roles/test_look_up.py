"""Every id that a screen prints leads somewhere."""

import json

import pytest

from mlroles.errors import UnknownNameError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.ids import known_ids
from mlroles.roles.sources import ClaimReport, SourcesReport, look_up
from tests.running import output, run


def test_claims_disputes_and_sources_are_shown(shipped: Catalogue) -> None:
    """A claim, a dispute and a source are each told by their id alone."""
    file = shipped.sources
    for claim in file.claims[:3]:
        found = look_up(shipped, f" {claim.id.upper()} ")
        assert isinstance(found, ClaimReport)
        assert found.claim == claim
    for dispute in file.disputes:
        report = look_up(shipped, dispute.id)
        assert isinstance(report, SourcesReport)
        assert report.disputes == (dispute,)
        told = output("sources", dispute.id)
        assert told.startswith(f"{dispute.id}: ")
        assert all(claim in told for side in dispute.sides for claim in side.claims)
    for source in file.sources:
        report = look_up(shipped, source.id)
        assert isinstance(report, SourcesReport)
        assert [each.source for each in report.sources] == [source]
        assert report.claims == tuple(each for each in file.claims if each.source == source.id)
        assert output("sources", source.id).startswith(f"Source {source.id}\n")


def test_other_ids_are_told_with_the_command_that_shows_them(shipped: Catalogue) -> None:
    """An id of the roles' file is told with what it is; the command named runs."""
    own = {each.id for each in shipped.sources.sources}
    own |= set(shipped.claims) | {each.id for each in shipped.sources.disputes}
    seen: set[str] = set()
    for known in known_ids(shipped):
        if known.id in own or known.id in seen:
            continue
        seen.add(known.id)
        with pytest.raises(UnknownNameError) as caught:
            look_up(shipped, known.id)
        assert caught.value.message == f"“{known.id}” is the id of {known.what}."
        assert caught.value.hint == f"'mlroles {' '.join(known.shown_by)}' shows it."
    commands = {known.shown_by for known in known_ids(shipped) if known.id in seen}
    one_of_each = {command[:-1]: command for command in sorted(commands)}
    assert len(one_of_each) >= 6
    for command in one_of_each.values():
        assert "fits what was asked for" not in output(*command)


@pytest.mark.uncounted
def test_an_id_of_a_role_that_comes_when_named_leads_somewhere(shipped: Catalogue) -> None:
    """A responsibility or a skill of no core role is shown by the command that is told for it."""
    core = {
        key
        for role in shipped.core
        for key in (
            *(each.responsibility for each in role.responsibilities),
            *(each.skill for each in role.skills),
        )
    }
    others = [
        known
        for known in known_ids(shipped)
        if known.what in {"a responsibility", "a skill"} and known.id not in core
    ]
    assert {known.what for known in others} == {"a responsibility", "a skill"}
    for known in others:
        assert "fits what was asked for" not in output(*known.shown_by)


def test_unknown_id_is_told_with_the_likeliest() -> None:
    """What has no such id is refused, with what is nearly it."""
    ran = run("sources", "dispuet-4")
    assert ran.err.startswith("Error: There is no claim, dispute or source “dispuet-4”.\n")
    assert "Hint: Did you mean dispute-4?" in ran.err
    hint = "'mlroles sources --claims' and 'mlroles sources --disputes' list them."
    assert run("sources", "zzz").err.endswith(f"Hint: {hint}\n")
    assert run("sources", "qwak-1", "--claims").code == 2


def test_dispute_as_json_has_its_claims_and_sources() -> None:
    """A dispute's JSON is that of ``sources``, cut down to what belongs to it."""
    result = json.loads(output("sources", "dispute-4", "--json"))["result"]
    assert [each["id"] for each in result["disputes"]] == ["dispute-4"]
    ids = [claim for side in result["disputes"][0]["sides"] for claim in side["claims"]]
    assert [each["id"] for each in result["claims"]] == list(dict.fromkeys(ids))
