"""People whose plans were read, and found right: movers in every direction, and who begins.

Where a figure or an estimate changes, a plan may change with it: read the new one whole before you
write it down here. A skill with ``^`` is to be raised, with ``?`` nobody says whether it is there.
"""

from dataclasses import dataclass

import pytest

from mlroles.plan.plan import PlanStep
from tests.unit.plan.conftest import Asks


@dataclass(frozen=True)
class Expected:
    """Somebody, and what they should be told."""

    can: str
    """What they say that they can do."""
    start: str
    """The role that they leave; empty for none."""
    to: str
    """The role that they want."""
    keep: str
    """What they keep, what is asked for most first."""
    first: str
    """Their first ten steps."""
    never: str
    """What would be nonsense to send them to learn."""


PEOPLE = {
    "data-worker-of-three-years": Expected(
        "python=3,sql,statistics,scikit-learn=3",
        "",
        "ml-engineer",
        keep="python known-algorithms programming model-building data-stores sql scikit-learn",
        first=(
            "linux? docker? production-environments? aws? api-development? model-deployment? "
            "git? repeatable-work? pipelines? automated-testing?"
        ),
        never="python sql statistics scikit-learn model-building tensorflow",
    ),
    "data-scientist-to-engineer": Expected(
        "",
        "data-scientist",
        "ml-engineer",
        keep=(
            "python cloud known-algorithms model-building pipelines pytorch tensorflow "
            "business-knowledge repeatable-work research-experiments monitoring data-stores sql "
            "scikit-learn data-understanding visualisation mathematics notebooks"
        ),
        first=(
            "linux docker production-environments git api-development model-deployment^ "
            "automated-testing ci-cd mlops aws"
        ),
        never="python pytorch tensorflow sql notebooks scikit-learn",
    ),
    "engineer-to-data-scientist": Expected(
        "",
        "ml-engineer",
        "data-scientist",
        keep=(
            "python business-knowledge r visualisation model-building known-algorithms sql "
            "programming data-stores scikit-learn tensorflow pytorch data-understanding cloud "
            "research-experiments pipelines repeatable-work monitoring model-deployment "
            "software-engineering notebooks"
        ),
        first=(
            "exploratory-analysis probability statistics data-cleaning recommenders-ranking "
            "model-evaluation feature-engineering mathematics^"
        ),
        never="python sql docker r",
    ),
    "data-scientist-to-researcher": Expected(
        "",
        "data-scientist",
        "ml-researcher",
        keep=(
            "visualisation known-algorithms python notebooks scikit-learn statistics "
            "programming model-building data-understanding data-cleaning software-engineering "
            "model-deployment repeatable-work"
        ),
        first=(
            "learning-theory research-experiments^ analysis-of-algorithms paper-writing "
            "mathematics^ algorithm-design"
        ),
        never="python docker statistics",
    ),
    "engineer-to-researcher": Expected(
        "",
        "ml-engineer",
        "ml-researcher",
        keep=(
            "visualisation known-algorithms python notebooks scikit-learn programming "
            "model-building data-understanding software-engineering model-deployment "
            "repeatable-work"
        ),
        first=(
            "probability statistics data-cleaning mathematics^ learning-theory model-evaluation "
            "research-experiments^ analysis-of-algorithms paper-writing algorithm-design"
        ),
        never="python docker",
    ),
    "researcher-to-engineer": Expected(
        "",
        "ml-researcher",
        "ml-engineer",
        keep=(
            "python known-algorithms model-building research-experiments scikit-learn "
            "data-understanding visualisation mathematics notebooks"
        ),
        first=(
            "linux? docker? production-environments? aws pipelines? git? api-development? "
            "model-deployment^ automated-testing? ci-cd?"
        ),
        never="python research-experiments mathematics",
    ),
    "student-who-begins": Expected(
        "",
        "",
        "data-scientist",
        keep="",
        first=(
            "sql? python? visualisation? exploratory-analysis? probability? statistics? "
            "data-understanding? business-knowledge? research-experiments? pipelines?"
        ),
        never="r tensorflow programming",
    ),
    "student-of-computing": Expected(
        "programming,python,git,linux=1,mathematics,analysis-of-algorithms=1",
        "",
        "ml-engineer",
        keep="python mathematics",
        first=(
            "repeatable-work? linux^ docker? production-environments? aws? pipelines? "
            "known-algorithms? api-development? model-deployment? automated-testing?"
        ),
        never="python git mathematics",
    ),
    "physicist": Expected(
        "mathematics=4,probability=3,statistics=3,python,linux,data-understanding=3,"
        "research-experiments=4,paper-writing=4,sql=0",
        "",
        "data-scientist",
        keep=(
            "statistics programming probability data-understanding research-experiments mathematics"
        ),
        first=(
            "visualisation? sql exploratory-analysis? business-knowledge? pipelines? "
            "known-algorithms? scikit-learn? model-building? git? repeatable-work?"
        ),
        never="mathematics statistics probability r research-experiments",
    ),
    "web-developer": Expected(
        "programming=3,software-engineering=3,java=2,git=3,api-development=3,docker,"
        "linux,ci-cd,automated-testing=3,sql,python=0",
        "",
        "ml-engineer",
        keep=(
            "software-engineering programming api-development data-stores containers sql docker "
            "automated-testing"
        ),
        first=(
            "python production-environments? aws? repeatable-work? known-algorithms? "
            "model-deployment? mlops? pipelines? monitoring? model-building?"
        ),
        never="docker git software-engineering sql java",
    ),
    "analyst-to-data-scientist": Expected(
        "",
        "data-analyst",
        "data-scientist",
        keep=(
            "python r visualisation model-building exploratory-analysis known-algorithms sql "
            "programming data-stores scikit-learn data-understanding cloud data-cleaning "
            "model-evaluation notebooks"
        ),
        first=(
            "research-experiments? pipelines? git? repeatable-work? model-deployment? "
            "monitoring? recommenders-ranking? pytorch software-engineering? "
            "feature-engineering?"
        ),
        never="sql exploratory-analysis visualisation",
    ),
    "analyst-to-engineer": Expected(
        "sql=3,bi-tools=3,visualisation=3,business-knowledge=3,exploratory-"
        "analysis=3,data-cleaning=3,python=1",
        "",
        "ml-engineer",
        keep="business-knowledge data-stores sql visualisation",
        first=(
            "linux? docker? production-environments? aws? git? repeatable-work? python^ "
            "known-algorithms? api-development? model-deployment?"
        ),
        never="sql visualisation business-knowledge",
    ),
    "statistician": Expected(
        "r=4,statistics=4,probability=4,mathematics=3,causal-inference=3,research-"
        "experiments=3,python=1",
        "",
        "data-scientist",
        keep="statistics r programming probability research-experiments mathematics",
        first=(
            "visualisation? python^ sql? exploratory-analysis? data-understanding? "
            "business-knowledge? pipelines? known-algorithms? scikit-learn? model-building?"
        ),
        never="statistics probability r mathematics",
    ),
    "data-engineer-to-engineer": Expected(
        "",
        "data-engineer",
        "ml-engineer",
        keep=(
            "python cloud known-algorithms model-building api-development aws repeatable-work "
            "data-stores containers sql google-cloud azure scikit-learn docker visualisation "
            "automated-testing notebooks"
        ),
        first=(
            "model-deployment? linux? production-environments? git? ci-cd? mlops? pipelines? "
            "software-engineering? monitoring? research-experiments?"
        ),
        never="docker python sql aws",
    ),
}


def _sign(step: PlanStep) -> str:
    return {"raise": "^", "learn": "", "unknown": "?"}.get(step.part, "!")


@pytest.mark.parametrize("name", PEOPLE)
def test_plan_is_as_it_was_read(asks: Asks, name: str) -> None:
    """Each keeps what they have, and begins with what a reader found right."""
    expected = PEOPLE[name]
    plan = asks(expected.can, expected.start, expected.to)
    first = [f"{step.skill}{_sign(step)}" for step in plan.steps[:10]]
    assert " ".join(first) == expected.first
    assert " ".join(each.skill for each in plan.keep) == expected.keep


@pytest.mark.parametrize("name", PEOPLE)
def test_plan_holds_no_nonsense(asks: Asks, name: str) -> None:
    """Nobody is sent to begin with what they can do, or with a tool like one that they use."""
    expected = PEOPLE[name]
    plan = asks(expected.can, expected.start, expected.to)
    begun = {step.skill for step in plan.steps if step.part != "raise"}
    assert not begun & set(expected.never.split())


@pytest.mark.parametrize("name", PEOPLE)
def test_everything_comes_after_what_it_rests_on(asks: Asks, name: str) -> None:
    """Each step says why it is there, and comes after those that it rests on."""
    expected = PEOPLE[name]
    plan = asks(expected.can, expected.start, expected.to)
    for step in plan.steps:
        assert all(ground.step < step.number for ground in step.after if ground.step)
        assert step.wanted or step.opens
        assert step.hours
        assert step.can
        assert step.make
        assert any(wish.figure or wish.cited for wish in step.wishes) or not step.wanted


def test_the_mover_of_the_issue(asks: Asks) -> None:
    """Python, SQL, statistics and scikit-learn lead to Docker, cloud, serving, CI/CD, software."""
    plan = asks("python=3,sql,statistics,scikit-learn=3", "", "ml-engineer")
    places = {step.skill: step for step in plan.steps}
    way = ["docker", "aws", "model-deployment", "ci-cd", "software-engineering"]
    assert sorted(way, key=lambda skill: places[skill].number) == way
    assert max(places[skill].number for skill in way) <= len(plan.steps) / 2
    figures = [wish.figure for skill in way for wish in places[skill].wishes]
    assert all(figure and figure.unit == "ads" and figure.counts for figure in figures)
