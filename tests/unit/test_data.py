"""The shipped facts: all of the articles' claims, all cited, and none of them in the code."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import mlroles
from mlroles.parts import EVIDENCE
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import uncited_problems
from mlroles.roles.find import find_job
from mlroles.roles.statements import citations_of_neighbours

PACKAGE = Path(mlroles.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
SAME_WORD = {"data", "overlap", "pay", "r", "statistics", "team", "tools"}
"""Ids that are also a command, a key of a file or of the keyboard, or a kind of something."""


def test_counts_are_those_of_the_articles(shipped: Catalogue) -> None:
    """There are 156 claims of two articles, 20 disputes of theirs, seven stages, three roles."""
    articles = [each for each in shipped.sources.claims if each.source in {"qwak", "dev"}]
    assert len(articles) == 156
    own = {each.id for each in articles}
    sides = [
        {claim for side in each.sides for claim in side.claims} for each in shipped.sources.disputes
    ]
    assert sum(claims <= own for claims in sides) == 20
    assert [stage.id for stage in shipped.file.stages] == [
        "data-collection",
        "feature-engineering",
        "feature-selection",
        "model-building",
        "evaluation",
        "deployment",
        "monitoring",
    ]
    assert [role.id for role in shipped.core] == ["data-scientist", "ml-engineer", "ml-researcher"]


def test_every_claim_is_cited(shipped: Catalogue) -> None:
    """Every claim but those about the articles themselves stands under a statement or a dispute."""
    assert not list(uncited_problems(shipped))


def test_every_claim_stands_in_a_section(shipped: Catalogue) -> None:
    """Every section that a source names holds a claim."""
    used = {(claim.source, claim.section) for claim in shipped.sources.claims}
    assert used == {
        (source.id, section.id) for source in shipped.sources.sources for section in source.sections
    }


def test_every_statement_cites_claims_that_exist(shipped: Catalogue) -> None:
    """Summary, facts, responsibilities, skills and advice of each role rest on claims.

    Other names alone may stand without.
    """
    counts = Counter(each.role for each in shipped.citations)
    for role in shipped.roles:
        assert counts[role.id] > (50 if role in shipped.core else 30)
    for each in shipped.citations:
        assert each.claims or each.place.endswith(": alias")
        assert set(each.claims) <= set(shipped.claims)


def test_every_job_beside_the_roles_is_near_to_one(shipped: Catalogue) -> None:
    """Each says to which role it is near and what is known; what it says rests on claims."""
    assert len(shipped.neighbours) == 16
    assert all(each.nearest and each.notes for each in shipped.neighbours)
    for each in citations_of_neighbours(shipped.neighbours):
        assert each.claims or each.place.endswith(": alias")


def test_no_job_has_a_name_of_its_own_that_means_a_role(shipped: Catalogue) -> None:
    """The title of a job beside the roles finds that job."""
    for each in shipped.neighbours:
        assert find_job(shipped, each.title).job is each
        assert find_job(shipped, each.id).job is each


def test_every_role_says_something_in_every_aspect(shipped: Catalogue) -> None:
    """No cell of the comparison is empty: where the articles are silent, the cell says so."""
    aspects = [aspect.id for aspect in shipped.file.aspects]
    for role in shipped.core:
        assert [each.aspect for each in role.aspects] == aspects


def test_everything_named_is_used(shipped: Catalogue) -> None:
    """Every category has a skill; skills belong to a role or are measured; duties to a role."""
    skills = {each.skill for role in shipped.roles for each in role.skills}
    skills |= {each.skill for each in EVIDENCE.load(shipped).measures if each.skill}
    duties = {each.responsibility for role in shipped.roles for each in role.responsibilities}
    assert skills == set(shipped.skills)
    assert duties == set(shipped.responsibilities)
    assert {skill.category for skill in shipped.file.skills} == {
        category.id for category in shipped.file.categories
    }


def test_pay_is_given_with_its_basis(shipped: Catalogue) -> None:
    """Figures are numbers with currency, basis, region and the site that reported them."""
    figures = {
        role.id: each.figure.amount
        for role in shipped.roles
        for each in role.aspects
        if each.figure
    }
    assert figures == {"ml-engineer": 145296, "ml-researcher": 133871}


def test_titles_are_unlike_one_another(shipped: Catalogue) -> None:
    """No two things of one sort have the same title, so that a title finds its thing."""
    for things in (
        shipped.file.stages,
        shipped.file.aspects,
        shipped.file.categories,
        shipped.file.skills,
        shipped.file.responsibilities,
    ):
        titles = [thing.title.casefold() for thing in things]
        assert len(set(titles)) == len(titles)


def literals(module: Path) -> Iterator[str]:
    """Yield every text in a module's code: no docstring, no help, no example of one."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    if module.parent.name == "cli":
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "examples":
                told |= {id(each) for each in ast.walk(node)}
            if isinstance(node, ast.keyword) and node.arg == "help":
                told |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


@pytest.mark.uncounted
@pytest.mark.parametrize("module", MODULES, ids=[str(m.relative_to(PACKAGE)) for m in MODULES])
def test_no_fact_stands_in_code(module: Path, shipped: Catalogue) -> None:
    """No role, aspect, stage, skill or claim is named by the code, but in examples of the help."""
    file = shipped.file
    names = {name for role in shipped.roles for name in (role.id, role.title, role.short_title)}
    ids = {
        each.id
        for things in (file.aspects, file.stages, file.skills, shipped.sources.claims)
        for each in things
    } - SAME_WORD
    for text in literals(module):
        assert text not in ids
        assert not [name for name in names if name.casefold() in text.casefold()]


def test_literals_are_found(tmp_path: Path) -> None:
    """The search for facts in code sees constants and pieces of f-strings, and no docstring."""
    module = tmp_path / "module.py"
    module.write_text('"""A docstring."""\nx = "one"\ny = f"two {x}"\n')
    assert sorted(literals(module)) == ["one", "two "]
