"""Searching: whole words first, then beginnings of words, never letters within them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import search
from mlroles.roles.responsibilities import responsibility_matrix
from mlroles.roles.skills import skill_matrix
from mlroles.views import responsibilities, skills
from tests.running import output

TEXTS = {
    "r": ["R"],
    "research": ["Research and experiments"],
    "cloud": ["Google Cloud"],
    "c++": ["C++"],
    "ci": ["CI/CD"],
    "monitor": ["Monitoring and retraining"],
}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("R", {"r"}),
        ("Go", set()),
        ("C", set()),
        ("c++", {"c++"}),
        ("CI CD", {"ci"}),
        (" ci-cd ", {"ci"}),
        ("moni", {"monitor"}),
        ("RETRAINING", {"monitor"}),
        ("onitor", set()),
        ("research and exp", {"research"}),
        ("and", {"research", "monitor"}),
        ("", set(TEXTS)),
        ("  ", set(TEXTS)),
        ("..", set()),
    ],
)
def test_words_are_found(wanted: str, found: set[str]) -> None:
    """A word is found whole, else by its beginning where that has three letters and more."""
    assert search(TEXTS, wanted) == found


@given(st.text(), st.text())
def test_what_is_found_holds_the_letters(wanted: str, text: str) -> None:
    """Nothing is found in which what was wanted does not stand; a text is found by itself."""
    own = search({"text": [text]}, text)
    assert own == {"text"} or not any(sign.isalnum() for sign in text)
    assert search({}, wanted) == frozenset()


def skills_found(catalogue: Catalogue, wanted: str) -> set[str]:
    """Return the ids of the skills that a search keeps."""
    matrix = skill_matrix(catalogue, catalogue.roles, search=wanted)
    return {row.skill for group in matrix.groups for row in group.rows}


def test_skills_are_found_by_category_and_whole_words(shipped: Catalogue) -> None:
    """One letter finds the language of that name alone; a category finds its skills."""
    (r,) = (each.id for each in shipped.file.skills if each.title == "R")
    assert skills_found(shipped, "R") == {r}
    assert skills_found(shipped, "Go") == set()
    category = shipped.file.categories[0]
    own = {each.id for each in shipped.file.skills if each.category == category.id}
    assert own <= skills_found(shipped, category.title)


def test_stages_are_found_with_their_duties(shipped: Catalogue) -> None:
    """The title of a stage finds everything that is done at it."""
    for stage in shipped.file.stages:
        whole = responsibility_matrix(shipped, shipped.roles, stages=[stage.id])
        found = responsibility_matrix(shipped, shipped.roles, search=stage.title)
        wanted = {row.responsibility for group in whole.groups for row in group.rows}
        assert wanted <= {row.responsibility for group in found.groups for row in group.rows}


def test_nothing_found_says_what_is_covered(shipped: Catalogue) -> None:
    """Where nothing is found, the screen says what there is, and that silence is no "no"."""
    told = output("skills", "--search", "cobol", "--format", "markdown")
    assert "No skill named “cobol” fits what was asked for." in told
    covered = (
        f"This catalogue covers {len(shipped.file.skills)} skills: Mathematics and statistics;"
    )
    assert f"{covered} Programming;" in told
    assert "neither that it is needed nor that it is not" in told
    assert "mlroles skills" in told.partition("Next")[2]
    told = output("responsibilities", "--search", "juggling")
    assert "No responsibility named “juggling” fits what was asked for." in told
    none = responsibility_matrix(shipped, [])
    assert "covers" not in str(responsibilities.view(none, shipped))
    matrix = skill_matrix(shipped, shipped.roles, search="cobol")
    assert "fits what was asked for" in str(skills.view(matrix, shipped))
