"""Whatever is answered there is advice; more answers never open what was ruled out."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.errors import MlrolesError
from mlroles.hire.models import HireFile, HireRule
from mlroles.hire.roster import typed_roster
from mlroles.hire.situation import Given, Situation, completed, led_by, rule_holds
from mlroles.hire.team import team
from mlroles.hire.whom import whom
from mlroles.parts import HIRE
from mlroles.roles.catalogue import Catalogue


@pytest.fixture(scope="module")
def advice(shipped: Catalogue) -> HireFile:
    """Return the advice that is shipped."""
    return HIRE.load(shipped)


def possible(file: HireFile, catalogue: Catalogue, situation: Situation) -> list[str]:
    """Return the rules of which none is known not to be the one that counts."""
    found = []
    for rule in file.rules:
        state = rule_holds(rule, completed(file, catalogue, situation))
        found += [] if state is False else [rule.id]
        if state:
            break
    return found


def situations(file: HireFile, catalogue: Catalogue) -> st.SearchStrategy[dict[str, Given]]:
    """Return situations: any answers to any of the questions."""
    ids = {
        "stages": list(catalogue.stages),
        "jobs": [*catalogue.role_index, *(each.id for each in catalogue.neighbours)],
    }
    answers = {}
    for each in file.questions:
        own = ids.get(each.of)
        answers[each.id] = (
            st.frozensets(st.sampled_from(own))
            if own
            else st.sampled_from([frozenset([answer.id]) for answer in each.answers])
        ).map(Given)
    return st.fixed_dictionaries({}, optional=answers)


@given(st.data())
def test_any_answers_have_advice(shipped: Catalogue, advice: HireFile, data: st.DataObject) -> None:
    """Whatever is said and whatever is not, one rule counts, and its advice is no other's."""
    situation = data.draw(situations(advice, shipped))
    found = whom(shipped, advice, situation)
    assert found.rule == possible(advice, shipped, situation)[-1]
    assert found.advised.id not in {each.advised.id for each in found.changes}
    assert {each.question for each in found.unknown} == {
        each.id for each in advice.questions
    } - completed(advice, shipped, situation).keys()
    assert all(
        set(each.questions) <= {q.question for q in found.situation} for each in found.changes
    )


@given(st.data())
def test_more_answers_open_nothing(
    shipped: Catalogue, advice: HireFile, data: st.DataObject
) -> None:
    """With an answer more what may count is what could before, or less of it.

    An answer about stages that denies what follows from who is there takes that back, so only one
    that does not is drawn.
    """
    before = data.draw(situations(advice, shipped))
    more = data.draw(situations(advice, shipped))
    after = {**more, **before}
    jobs = after.get("team")
    if jobs and "covers" in after and "covers" not in before:
        led = led_by(shipped, jobs.ids)
        after["covers"] = Given(after["covers"].ids | led)
    elif "covers" in before:
        after["covers"] = before["covers"]
    assert set(possible(advice, shipped, after)) <= set(possible(advice, shipped, before))


def witnesses(rule: HireRule, file: HireFile) -> list[dict[str, Given]]:
    """Return situations in which everything holds that a rule asks for."""
    questions = {each.id: each for each in file.questions}
    ways: dict[str, list[frozenset[str]]] = {}
    for each in rule.when:
        question = questions[each.question]
        own = [frozenset([one]) for one in each.any] or [frozenset()]
        if question.of in {"stages", "jobs"} and question.id in ways:
            own = [here | there for here in own for there in ways[question.id]]
        ways[question.id] = own
    return [
        {key: Given(ids) for key, ids in zip(ways, chosen, strict=True)}
        for chosen in product(*ways.values())
    ]


def test_every_rule_counts_somewhere(shipped: Catalogue, advice: HireFile) -> None:
    """No rule is shadowed by those before it: each counts where just what it asks for is known."""
    for rule in advice.rules:
        found = [whom(shipped, advice, each).rule for each in witnesses(rule, advice)]
        assert rule.id in found, rule.id


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 100)), min_size=1, max_size=6))
def test_any_team_is_laid_out(
    shipped: Catalogue, advice: HireFile, drawn: list[tuple[int, int]]
) -> None:
    """Whoever is in a team, every responsibility has one state, and what is missing adds up."""
    jobs = [*(each.id for each in shipped.roles), *(each.id for each in shipped.neighbours)]
    text = ", ".join(f"{people} {jobs[place % len(jobs)]}" for people, place in drawn)
    found = team(shipped, advice, typed_roster(shipped, [text], print))
    assert found.people == sum(people for people, _ in drawn)
    duties = [duty for stage in (*found.stages, found.outside) for duty in stage.duties]
    assert len(duties) == len(shipped.file.responsibilities)
    for duty in duties:
        assert bool(duty.leads) == (duty.state in {"led", "doubled"})
        assert set(duty.leads) <= set(duty.would_lead)
    assert found.missing == sum(len(stage.missing) for stage in found.stages)


@given(st.text(max_size=60))
def test_any_text_is_a_team_or_refused(shipped: Catalogue, text: str) -> None:
    """Whatever is typed is a team, or is refused with an error of ours."""
    said = ""
    try:
        people = typed_roster(shipped, [text], lambda _: None).people
    except MlrolesError as error:
        people, said = -1, error.message
    assert people >= 0 or said.isprintable()
