"""Whom to hire first: ten situations with the answer that is expected, and what follows from it."""

import pytest

from mlroles.hire.models import HireFile
from mlroles.hire.situation import Given, Situation
from mlroles.hire.whom import Whom, whom
from mlroles.roles.catalogue import Catalogue
from tests.hiring import hire_file

NOBODY = ""


def said(**answers: str) -> Situation:
    """Return a situation; several answers have blanks between them, NOBODY is that there is none.

    An underscore in the name of a question stands for its hyphen.
    """
    return {key.replace("_", "-"): Given(frozenset(ids.split())) for key, ids in answers.items()}


SITUATIONS = {
    "a start-up of five with spreadsheets": (
        said(people="under-10", team=NOBODY, goal="product", data_in="files", production="none"),
        "generalist",
        ["data-engineer", "ml-engineer"],
    ),
    "a bank with forty models": (
        said(people="large", team="data-scientist data-analyst", production="many"),
        "ml-engineer",
        ["mlops-engineer"],
    ),
    "a hospital that wants to foresee admissions": (
        said(
            people="large",
            team=NOBODY,
            goal="predictions",
            data_in="systems",
            production="none",
            known_methods="untried",
        ),
        "data-engineer",
        ["data-scientist", "ml-engineer"],
    ),
    "a research laboratory": (
        said(people="under-1000", team=NOBODY, goal="method", known_methods="fail"),
        "researcher",
        ["research-engineer"],
    ),
    "a shop with one analyst and three systems": (
        said(people="under-50", team="data-analyst", goal="questions", data_in="systems"),
        "consultant",
        ["data-engineer"],
    ),
    "a company that needs reports only": (
        said(people="under-1000", team=NOBODY, goal="reports", data_in="one-place"),
        "analyst",
        ["data-engineer", "data-scientist"],
    ),
    "a company for which there is a product": (
        said(people="under-50", goal="predictions", data_in="files", buy="yes"),
        "product",
        ["analyst"],
    ),
    "a company whose models never reach production": (
        said(people="under-1000", team="data-scientist", goal="product", production="stuck"),
        "ml-engineer",
        ["data-scientist"],
    ),
    "a company whose known methods fail on good data": (
        said(
            people="large", team="data-scientist", goal="product", data_in="one-place",
            production="none", known_methods="fail",
        ),
        "researcher",
        ["ml-engineer"],
    ),
    "a company of which nothing is known": (said(), "find-out", []),
}  # fmt: skip


@pytest.mark.parametrize("name", SITUATIONS)
def test_situation(shipped: Catalogue, advice: HireFile, name: str) -> None:
    """Each of ten situations has the answer that was expected, and what pays after it."""
    situation, wanted, later = SITUATIONS[name]
    found = whom(shipped, advice, situation)
    assert found.advised.id == wanted
    assert [each.advised.id for each in found.then] == later


@pytest.mark.parametrize(
    ("situation", "wanted"),
    [
        (said(goal="method", team="ml-researcher"), "research-engineer"),
        (said(data_in="nowhere"), "record"),
        (said(production="stuck", team="data-scientist ml-engineer"), "owner"),
        (said(production="few", covers="model-building deployment"), "ml-engineer"),
        (said(production="many", team="data-scientist ml-engineer"), "mlops-engineer"),
        (said(production="many", team="ml-engineer"), "data-scientist"),
        (said(goal="product", covers="model-building"), "ml-engineer"),
        (said(goal="reports", team="data-analyst", data_in="systems"), "data-engineer"),
        (said(goal="reports", team="data-analyst", data_in="files"), "nobody-new"),
        (said(known_methods="fail", data_in="one-place", people="under-10"), "consultant"),
        (said(known_methods="fail", data_in="systems"), "data-engineer"),
        (said(known_methods="fail", data_in="systems", team="data-engineer"), "consultant"),
        (said(goal="questions", team="data-scientist", data_in="files"), "nobody-new"),
        (said(goal="questions", team="data-analyst", data_in="one-place"), "data-scientist"),
        (said(goal="questions"), "analyst"),
        (said(goal="product", data_in="files", team="data-scientist"), "data-engineer"),
        (said(goal="predictions", data_in="systems", team="data-engineer"), "data-scientist"),
        (said(goal="product", data_in="one-place", team="data-scientist"), "ml-engineer"),
        (said(goal="predictions", data_in="one-place", team="data-scientist"), "nobody-new"),
        (said(goal="predictions", data_in="one-place", team=NOBODY), "data-scientist"),
        (said(people="under-10"), "generalist"),
        (said(people="under-10", team="data-scientist"), "find-out"),
        (said(people="large"), "find-out"),
    ],
)
def test_other_situations(
    shipped: Catalogue, advice: HireFile, situation: Situation, wanted: str
) -> None:
    """Who is there, how many there are, and where the data lie lead elsewhere."""
    assert whom(shipped, advice, situation).advised.id == wanted


def test_what_is_not_known_is_never_a_no(shipped: Catalogue, advice: HireFile) -> None:
    """A rule of which a part is not known does not hold, and is told as what would change it."""
    found = whom(shipped, advice, said(people="large", goal="predictions", data_in="systems"))
    (product,) = [each for each in found.changes if each.advised.id == "product"]
    assert product.when == ("a product does it",)
    assert product.questions == ("buy",)
    assert {each.question for each in found.unknown} == {
        "team", "covers", "production", "known-methods", "buy",
    }  # fmt: skip


def test_what_is_known_to_be_otherwise_is_not_told(shipped: Catalogue, advice: HireFile) -> None:
    """Once it is known that there is no product, buying one changes nothing."""
    situation = said(people="large", goal="predictions", data_in="systems", buy="no")
    changes = whom(shipped, advice, situation).changes
    assert "product" not in {each.advised.id for each in changes}


def test_each_advice_is_told_once(shipped: Catalogue, advice: HireFile) -> None:
    """What would change it stands once, by the fewest things that have to be so, first of all."""
    changes = whom(shipped, advice, {}).changes
    ids = [each.advised.id for each in changes]
    assert len(set(ids)) == len(ids)
    lengths = [len(each.when) for each in changes]
    assert lengths == sorted(lengths)


def test_stages_then(shipped: Catalogue, advice: HireFile) -> None:
    """A stage is led by who is there or hired, covered as was said, or open."""
    situation = said(goal="product", covers="model-building data-collection evaluation")
    states = {each.stage: each.state for each in whom(shipped, advice, situation).stages}
    assert states == {
        "data-collection": "covered",
        "feature-engineering": "open",
        "feature-selection": "open",
        "model-building": "covered",
        "evaluation": "covered",
        "deployment": "led",
        "monitoring": "led",
    }


def test_where_no_model_is_built_no_stage_is_open(shipped: Catalogue, advice: HireFile) -> None:
    """Reports need no lifecycle of models: what stays open is what the rule says, and no stage."""
    found = whom(shipped, advice, said(goal="reports"))
    assert found.stages == ()
    assert found.open


def test_figures_stand_beside_what_sources_say(shipped: Catalogue, advice: HireFile) -> None:
    """The reason brings what figures say of the claims that it rests on."""
    found = whom(shipped, advice, said(people="under-10", data_in="files", goal="product"))
    (finding,) = found.why.findings
    assert "64 %" in finding.text


def test_public_advice_that_contradicts_itself_is_shown(
    shipped: Catalogue, advice: HireFile
) -> None:
    """The answer brings every view of the dispute, each with its claims, and the reading."""
    (first, *_) = whom(shipped, advice, said(people="under-10")).disputes
    assert len(first.sides) == 6
    assert all(side.claims for side in first.sides)
    assert first.reading


def bakes(catalogue: Catalogue, file: HireFile, **answers: str) -> Whom:
    """Return whom the bakery hires."""
    return whom(catalogue, file, said(**answers))


def test_what_is_said_is_told_in_words(bakehouse: Catalogue, bakers: HireFile) -> None:
    """Each question has the words that go on after "if": of answers, jobs, stages, and of none."""
    given = {"goal": "bread", "heads": "few", "there": "miller bread-seller", "done": "dough"}
    found = bakes(bakehouse, bakers, **given)
    assert [each.when for each in found.situation] == [
        "you want bread",
        "you are few",
        "you have a Bread Seller and a Miller",
        "somebody covers Dough",
        "",
    ]
    assert found.rests_on == ("you want bread", "you have a Bread Seller and a Miller")
    assert found.rule == "bread"
    none = bakes(bakehouse, bakers, there=NOBODY, done=NOBODY)
    assert [each.when for each in none.situation[2:4]] == [
        "nobody is there yet",
        "nobody covers a stage",
    ]


def test_stages_that_no_source_gives_to_anybody(bakehouse: Catalogue, bakers: HireFile) -> None:
    """Where no role leads a stage it is not named, rather than open."""
    states = [each.state for each in bakes(bakehouse, bakers).stages]
    assert states == ["open", "not named", "not named"]
    there = bakes(bakehouse, bakers, there="baker")
    assert [each.state for each in there.stages] == ["led", "not named", "not named"]


def test_what_would_change_it_in_words(bakehouse: Catalogue) -> None:
    """Conditions are told in words: with or between answers, and what must not be there."""
    rules = [
        {
            "id": "one",
            "when": [
                {"question": "goal", "any": ["bread", "cake"]},
                {"question": "there", "any": ["baker", "miller"], "none": ["bread-seller"]},
                {"question": "done", "any": ["shop"], "none": ["dough", "oven"]},
            ],
            "advice": "a-baker",
            "why": "So.",
        },
        {"id": "rest", "when": [], "advice": "nobody", "why": "Nothing decides."},
    ]
    (change,) = whom(bakehouse, hire_file(rules=rules), {}).changes
    assert change.when == (
        "you want bread, or you want cake",
        "you have a Master Baker or a Miller and you have no Bread Seller",
        "somebody covers Shop and nobody covers Dough or Oven",
    )


def test_a_shorter_way_to_the_same_advice_wins(bakehouse: Catalogue) -> None:
    """Of two rules with one advice that is told which asks for less."""
    rules = [
        {
            "id": "long",
            "when": [
                {"question": "goal", "any": ["bread"]},
                {"question": "light", "any": ["day"]},
            ],
            "advice": "a-baker",
            "why": "So.",
        },
        {
            "id": "short",
            "when": [{"question": "light", "any": ["night"]}],
            "advice": "a-baker",
            "why": "So.",
        },
        {
            "id": "same",
            "when": [{"question": "goal", "any": ["cake"]}],
            "advice": "nobody",
            "why": "So.",
        },
        {"id": "rest", "when": [], "advice": "nobody", "why": "Nothing decides."},
    ]
    found = whom(bakehouse, hire_file(rules=rules), {})
    assert [each.rule for each in found.changes] == ["short"]


def test_a_job_beside_the_roles_is_advised(bakehouse: Catalogue) -> None:
    """A job beside the roles is advised as such, and is no role."""
    advice = [{"id": "nobody", "title": "hire a painter", "job": "bread-artist", "text": "Paints."}]
    rules = [{"id": "rest", "when": [], "advice": "nobody", "why": "So."}]
    found = whom(bakehouse, hire_file(advice=advice, rules=rules), {})
    assert (found.advised.job_title, found.advised.role) == ("Bread Artist", False)


def test_without_stages_and_jobs(bakehouse: Catalogue) -> None:
    """Where nothing is asked about stages and jobs, the stages are as the hire leaves them."""
    questions = [each.model_dump(mode="json") for each in hire_file().questions[:1]]
    rules = [{"id": "rest", "when": [], "advice": "a-baker", "why": "So."}]
    found = whom(bakehouse, hire_file(questions=questions, rules=rules), {})
    assert [each.state for each in found.stages] == ["led", "not named", "not named"]
