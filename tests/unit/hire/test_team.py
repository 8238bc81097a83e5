"""A team held against the lifecycle."""

from mlroles.hire.models import HireFile
from mlroles.hire.roster import typed_roster
from mlroles.hire.team import Team, TeamDuty, team
from mlroles.roles.catalogue import Catalogue


def lay_out(catalogue: Catalogue, file: HireFile, text: str) -> Team:
    """Return what a team that is typed leads and leaves open."""
    return team(catalogue, file, typed_roster(catalogue, [text], print))


def states(found: Team) -> dict[str, str]:
    """Return what becomes of each stage."""
    return {each.stage or "": each.state for each in found.stages}


def duty(found: Team, name: str) -> TeamDuty:
    """Return a responsibility."""
    own = [each for stage in (*found.stages, found.outside) for each in stage.duties]
    return next(each for each in own if each.responsibility == name)


def test_led_helped_and_doubled(shipped: Catalogue, advice: HireFile) -> None:
    """Two scientists and an engineer lead most stages, one twice, and only help at one."""
    found = lay_out(shipped, advice, "2 ds, 1 mle")
    assert found.people == 3
    assert states(found) == {
        "data-collection": "helped",
        "feature-engineering": "led",
        "feature-selection": "led",
        "model-building": "led",
        "evaluation": "led",
        "deployment": "led",
        "monitoring": "doubled",
    }
    assert duty(found, "monitor-and-retrain").leads == ("data-scientist", "ml-engineer")
    assert duty(found, "bring-data-in").would_lead == ("data-engineer",)
    assert duty(found, "invent-algorithms").state == "open"


def test_two_of_one_job_are_not_doubled(shipped: Catalogue, advice: HireFile) -> None:
    """Several people of one job share its work; doubled is what two jobs lead."""
    found = lay_out(shipped, advice, "5 mle")
    assert "doubled" not in set(states(found).values())


def test_open(shipped: Catalogue, advice: HireFile) -> None:
    """A researcher alone leads no stage: each is helped with, or open, and somebody would lead."""
    found = lay_out(shipped, advice, "mlr")
    assert states(found)["deployment"] == "open"
    assert states(found)["model-building"] == "helped"
    assert found.closing[0].role == "ml-engineer"
    assert found.missing == sum(len(stage.missing) for stage in found.stages)


def test_who_is_beside_the_roles_fills_no_stage(shipped: Catalogue, advice: HireFile) -> None:
    """What a job beside the roles does stage by stage is not known, and is said to be unknown."""
    found = lay_out(shipped, advice, "3 software engineers, 1 ML Consultant")
    assert found.unknown == ("Software Engineer", "ML Consultant")
    assert set(states(found).values()) == {"open"}


def test_hand_overs(shipped: Catalogue, advice: HireFile) -> None:
    """Work stays, passes on, goes to nobody, comes from nobody, or nobody is on either side."""
    both = lay_out(shipped, advice, "ds, mle").handovers
    assert [each.passing for each in both] == [
        "from nobody", "same", "same", "same", "passed on", "same",
    ]  # fmt: skip
    last = both[-2]
    assert (last.gives, last.takes) == (("data-scientist",), ("ml-engineer",))
    assert last.cited
    assert last.cited.claims
    assert last.settle
    analyst = lay_out(shipped, advice, "analyst").handovers
    assert [each.passing for each in analyst][:3] == ["from nobody", "to nobody", "nobody"]


def test_not_named_is_apart_from_open(bakehouse: Catalogue, bakers: HireFile) -> None:
    """What no role leads in the sources is not named, whoever helps; nobody is missed there."""
    baker = lay_out(bakehouse, bakers, "baker")
    assert states(baker) == {"dough": "led", "shop": "not named", "oven": "not named"}
    seller = lay_out(bakehouse, bakers, "2 bread sellers")
    assert states(seller) == {"dough": "open", "shop": "helped", "oven": "not named"}
    assert [each.role for each in seller.closing] == ["baker"]
    assert seller.missing == 1
    assert seller.outside.state == "helped"


def test_hand_overs_that_nothing_is_said_of(bakehouse: Catalogue, bakers: HireFile) -> None:
    """Where the catalogue says nothing of a hand-over there is nothing, and no error."""
    first, second = lay_out(bakehouse, bakers, "baker").handovers
    assert first.settle == "Who carries it."
    assert first.passing == second.passing == "not named"
    assert (second.cited, second.settle) == (None, "")
