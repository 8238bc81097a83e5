"""Names on the command line are forgiving, and a wrong one is told with the likeliest."""

import json
import shlex

import pytest

from tests.running import output, run


def roles_of(*arguments: str) -> list[str]:
    """Return the ids of the roles in a command's JSON."""
    result = json.loads(output(*arguments, "--json"))["result"]
    return [role["id"] for role in result.get("roles", [result.get("role")])]


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "typed",
    [
        "ml-engineer",
        "ML ENGINEER",
        "mle",
        "engineer",
        "Computer vision engineer",
        "machine-learning e",
    ],
)
@pytest.mark.parametrize("command", ["show", "compare", "skills", "responsibilities"])
def test_every_command_takes_any_name_of_a_role(command: str, typed: str) -> None:
    """A role is found by whatever it is called, on every command that takes one."""
    assert roles_of(command, typed) == ["ml-engineer"]


@pytest.mark.parametrize("command", ["compare", "skills", "responsibilities"])
def test_several_roles_come_in_the_order_given(command: str) -> None:
    """Roles stand in the order in which they were named, and each once."""
    assert roles_of(command, "mlr", "ds", "researcher") == ["ml-researcher", "data-scientist"]
    assert len(roles_of(command)) == 3


@pytest.mark.parametrize(
    ("arguments", "key", "ids"),
    [
        (
            ("compare", "--aspect", "MATH", "--aspect", "time horizon"),
            "rows",
            {"mathematics", "horizon"},
        ),
        (("skills", "--category", "Research"), "groups", {"research"}),
        (("responsibilities", "--stage", "model building"), "groups", {"model-building"}),
        (
            ("responsibilities", "--stage", "feature-s", "--stage", "OUT"),
            "groups",
            {"feature-selection", None},
        ),
    ],
)
def test_aspects_categories_and_stages_are_found(
    arguments: tuple[str, ...], key: str, ids: set[str | None]
) -> None:
    """An aspect, a category or a stage is found by id, title or the beginning of either."""
    result = json.loads(output(*arguments, "--json"))["result"]
    names = {"rows": "aspect", "groups": "category" if "skills" in arguments else "stage"}
    assert {each[names[key]] for each in result[key]} == ids


def test_sections_are_found() -> None:
    """A section is found by its beginning, with a space for a hyphen."""
    result = json.loads(output("show", "ds", "--section", "does not", "--section", "SK", "--json"))
    assert result["result"]["sections"] == ["does-not", "skills"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("show", "ml"), "Did you mean ml-engineer or ml-researcher?"),
        (("compare", "ds", "enginear"), "Did you mean ml-engineer or data-engineer?"),
        (("skills", "reseacher"), "Did you mean ml-researcher?"),
        (
            ("responsibilities", "cook"),
            "The roles are: data-scientist, ml-engineer, ml-researcher.",
        ),
        (
            ("compare", "--aspect", "d"),
            "Did you mean deliverable or deployment or data or driver or demand?",
        ),
        (("compare", "--aspect", "colour"), "There are: focus, deliverable, mathematics, "),
        (("skills", "--category", "cooking"), "There are: mathematics-statistics, "),
        (
            ("responsibilities", "--stage", "feature"),
            "Did you mean feature-engineering or feature-selection?",
        ),
        (("responsibilities", "--stage", "party"), "There are: data-collection, "),
        (("show", "ds", "--section", "pay"), "There are: summary, facts, "),
        (("sources", "dispuet-4"), "Did you mean dispute-4?"),
        (
            ("data", "schema", "compare"),
            "There are: sources.json, roles.json, neighbours.json, questionnaire.json, ",
        ),
    ],
)
def test_wrong_name_exits_2_and_names_the_likeliest(arguments: tuple[str, ...], hint: str) -> None:
    """An unknown or ambiguous name is wrong use, with advice and without output."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert f"\nHint: {hint}" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("show Engineer", "“Engineer” is taken for Machine Learning Engineer; it could also be "),
        ("show Scientist", "“Scientist” is taken for Data Scientist; it could also be Machine"),
        ("show d", "“d” is taken for Data Scientist; it could also be Machine Learning"),
        ("show Senior Data Scientist", "is taken for Data Scientist. The title names the role."),
        ("skills deep learning engineer", "“deep learning engineer” is taken for Machine"),
        ("pay AI Engineer", "AI Engineer is a job beside the roles: this is Machine Learning"),
        ("pay Decision Scientist", "Decision Scientist is a job beside the roles: this is Data"),
        ("compare data engineering manager vs mle", "none of the jobs"),
        ("evidence Sr. Data Scientist", "“Sr. Data Scientist” is taken for Data Scientist."),
    ],
)
def test_guess_is_told(words: str, told: str) -> None:
    """What is no name is taken for a role only with a word about it, or refused."""
    ran = run(*words.split(), "--json")
    assert told in ran.err
    assert (ran.code == 0) == ("none of the jobs" not in told)


@pytest.mark.parametrize(
    "words",
    [
        "show machine learning engineer",
        "show data scientist",
        "show ML engineers",
        "show datascientist",
        "show data–scientist",
        "compare mle vs ds",
        "compare data scientist, ml engineer",
        "skills machine learning engineer data scientist",
        "responsibilities ＤＳ",
        "pay ml researcher versus ds",
    ],
)
def test_name_is_no_guess(words: str) -> None:
    """A role's own name needs no quotation marks, and nothing is told of it."""
    ran = run(*words.split(), "--json")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("words", ["Manager", "Security Engineer", "vs", "Sales Engineer", "cook"])
def test_nothing_is_offered_by_letters_alone(words: str) -> None:
    """What is no job is told, and what leads on runs as it is printed."""
    ran = run("show", *words.split())
    assert ran.code == 2
    assert "Did you mean" not in ran.err
    suggested = ran.err.split("“mlroles ")[1].split("”")[0]
    assert run(*shlex.split(suggested)).code == 0
