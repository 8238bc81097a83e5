"""What somebody says that they can do."""

import pytest

from mlroles.errors import UnknownNameError, UsageError
from mlroles.plan.models import PlanFile
from mlroles.plan.said import said
from mlroles.roles.catalogue import Catalogue


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ([], {}),
        (["", " , "], {}),
        (["docker"], {"docker": 2}),
        (["python=3,docker"], {"python": 3, "docker": 2}),
        (["python=3", "k8s = 0"], {"python": 3, "kubernetes": 0}),
        (["sklearn, C++"], {"scikit-learn": 2, "cpp": 2}),
        (["kube"], {"kubernetes": 2}),
        (["python=1,py=2"], {"python": 2}),
    ],
)
def test_skills_by_any_name(
    shipped: Catalogue, file: PlanFile, typed: list[str], found: dict[str, int]
) -> None:
    """A skill is found by its id, its name or another; without a number it can be used."""
    assert said(shipped, file, typed) == found


@pytest.mark.parametrize("typed", ["python=", "python=2"])
def test_no_number_is_no_fault(shipped: Catalogue, file: PlanFile, typed: str) -> None:
    """An equals sign with nothing after it says no more than none."""
    assert said(shipped, file, [typed]) == {"python": 2}


@pytest.mark.parametrize(
    "typed", ["python=4", "python=x", "python=-1", "python=²", "python=" + "9" * 99]
)
def test_a_wrong_number(shipped: Catalogue, file: PlanFile, typed: str) -> None:
    """What is no step of the file is refused, and the steps are told."""
    with pytest.raises(UsageError, match="has no number of a step") as error:
        said(shipped, file, [typed])
    assert error.value.hint == "0 not at all, 1 has seen it, 2 does it, 3 teaches it."


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("pyhton", "Did you mean python?"),
        ("baking", "“mlroles skills --all --full” lists them."),
        ("d", "Did you mean"),
    ],
)
def test_an_unknown_skill(shipped: Catalogue, file: PlanFile, typed: str, hint: str) -> None:
    """What is no skill is refused, with the likely ones or where they are listed."""
    with pytest.raises(UnknownNameError) as error:
        said(shipped, file, [typed])
    assert error.value.hint.startswith(hint)
