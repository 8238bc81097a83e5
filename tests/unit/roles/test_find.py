"""Finding a role, or another named thing, by what a person types."""

import pytest

from mlroles.errors import UnknownNameError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_by_title, find_job, find_jobs, find_section, normal
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write

ASPECTS = [("heat", "Heat"), ("heating", "Warmth"), ("crumb", "Heat of the crumb")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("data-scientist", "data-scientist"),
        ("Data Scientist", "data-scientist"),
        ("DATA_SCIENTIST", "data-scientist"),
        ("  data   scientist ", "data-scientist"),
        ("ds", "data-scientist"),
        ("DS", "data-scientist"),
        ("scientist", "data-scientist"),
        ("data", "data-scientist"),
        ("ml-engineer", "ml-engineer"),
        ("ML Engineer", "ml-engineer"),
        ("machine learning engineer", "ml-engineer"),
        ("Machine-Learning-Engineer", "ml-engineer"),
        ("mle", "ml-engineer"),
        ("engineer", "ml-engineer"),
        ("eng", "ml-engineer"),
        ("computer vision engineer", "ml-engineer"),
        ("Computer-Vision-Engineer", "ml-engineer"),
        ("NLP engineer", "ml-engineer"),
        ("natural language processing e", "ml-engineer"),
        ("ml-researcher", "ml-researcher"),
        ("researcher", "ml-researcher"),
        ("mlr", "ml-researcher"),
        ("r", "ml-researcher"),
        ("cv researcher", "ml-researcher"),
        ("ｍｌｅ", "ml-engineer"),  # full-width letters
    ],
)
def test_role_is_found_by_any_name(shipped: Catalogue, typed: str, found: str) -> None:
    """An id, a title, an alias or the beginning of a word in one of them means its role."""
    assert find_job(shipped, typed).job.id == found


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (
            "ml",
            "“ml” fits more than one role.",
            "Did you mean ml-engineer or ml-researcher?",
        ),
        (
            "machine learning",
            "“machine learning” fits more than one role.",
            "Did you mean ml-engineer or ml-researcher?",
        ),
        (
            "computer vision",
            "“computer vision” fits more than one role.",
            "Did you mean ml-engineer or ml-researcher?",
        ),
        ("enginer", "There is no role “enginer”.", "Did you mean ml-engineer?"),
        ("data sientist", "There is no role “data sientist”.", "Did you mean data-scientist?"),
        (
            "zookeeper",
            "“zookeeper” is none of the jobs that this catalogue knows.",
            ("The roles are: data-scientist, ml-engineer, ml-researcher. "
            "“mlroles title zookeeper” says what its words tell."),
        ),
        (
            "Security Engineer",
            "“Security Engineer” is none of the jobs that this catalogue knows.",
            ("The roles are: data-scientist, ml-engineer, ml-researcher. "
            "“mlroles title 'Security Engineer'” says what its words tell."),
        ),
        (
            "x" * 99,
            f"“{'x' * 60}…” is none of the jobs that this catalogue knows.",
            ("The roles are: data-scientist, ml-engineer, ml-researcher. "
            "“mlroles title” says what its words tell."),
        ),
        (
            "",
            "“” is none of the jobs that this catalogue knows.",
            "The roles are: data-scientist, ml-engineer, ml-researcher.",
        ),
        (
            " - ",
            "“ - ” is none of the jobs that this catalogue knows.",
            "The roles are: data-scientist, ml-engineer, ml-researcher.",
        ),
    ],
)
def test_unknown_or_ambiguous_role_is_refused_with_the_likeliest(
    shipped: Catalogue, typed: str, message: str, hint: str
) -> None:
    """A name that means no role, or several, is refused, and the likeliest are named."""
    with pytest.raises(UnknownNameError) as caught:
        find_job(shipped, typed)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_own_name_wins_over_the_alias_of_another(shipped: Catalogue) -> None:
    """A title that is an alias of another role means the role whose title it is."""
    aliases = {alias.name.casefold() for alias in shipped.roles[2].aliases}
    assert "data scientist" in aliases
    assert find_job(shipped, "data scientist").job.id == "data-scientist"


def test_roles_come_in_the_order_asked_for_and_once(shipped: Catalogue) -> None:
    """Several names give their roles in the order given, each role once."""
    found = find_jobs(shipped, ["mlr", "ds", "researcher"])
    assert [each.job.id for each in found] == ["ml-researcher", "data-scientist"]


def test_no_name_means_nothing(shipped: Catalogue) -> None:
    """Without a name nothing is found, and a screen is about what it is about by itself."""
    assert find_jobs(shipped, []) == ()


def test_few_suggestions_are_made(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of many roles with alike names, at most three are suggested."""
    files = bakery()
    seller = files["roles.json"]["roles"][1]
    for number in range(9):
        name = f"cooker-{number}"
        summary = {**seller["summary"], "id": f"{name}-summary"}
        own = {"id": name, "title": f"{name} t", "short_title": f"{name} s", "letter": f"C{number}"}
        files["roles.json"]["roles"].append({**seller, **own, "summary": summary})
    catalogue = load_catalogue(write(tmp_path_factory.mktemp("cooks"), files))
    with pytest.raises(UnknownNameError) as caught:
        find_job(catalogue, "cookker")
    assert caught.value.hint.count("cooker-") == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heat", "heat"),
        ("HEAT", "heat"),
        ("heating", "heating"),
        ("warmth", "heating"),
        ("War", "heating"),
        ("heat-of", "crumb"),
        ("cru", "crumb"),
    ],
)
def test_thing_is_found_by_id_or_title(typed: str, found: str) -> None:
    """An id wins over a title, and a whole name over the beginning of one."""
    assert find_by_title(ASPECTS, typed, "aspect") == found


@pytest.mark.parametrize(
    ("typed", "things", "message", "hint"),
    [
        (
            "hea",
            ASPECTS,
            "“hea” fits more than one aspect.",
            "Did you mean heat or heating or crumb?",
        ),
        ("x", ASPECTS, "There is no aspect “x”.", "There are: heat, heating, crumb."),
        ("", ASPECTS, "There is no aspect “”.", "There are: heat, heating, crumb."),
        ("x", [], "There is no aspect “x”.", "This catalogue has none."),
        ("a", [("b", "A"), ("c", "a")], "“a” fits more than one aspect.", "Did you mean b or c?"),
    ],
)
def test_unknown_or_ambiguous_thing_is_refused(
    typed: str, things: list[tuple[str, str]], message: str, hint: str
) -> None:
    """A name that means nothing, or several things, is refused, and what there is is named."""
    with pytest.raises(UnknownNameError) as caught:
        find_by_title(things, typed, "aspect")
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("facts", "facts"), ("Choose if", "choose-if"), ("doe", "does-not"), ("su", "summary")],
)
def test_section_is_found_by_its_beginning(typed: str, found: str) -> None:
    """A section is found in any case, with hyphens or spaces, or by its beginning."""
    assert find_section(typed) == found


def test_ambiguous_section_is_refused() -> None:
    """A beginning of two sections means neither."""
    with pytest.raises(UnknownNameError, match="“s” fits more than one section"):
        find_section("s")


def test_normal_name_forgets_what_does_not_matter() -> None:
    """Case, hyphens, underscores, runs of spaces and the width of letters do not matter."""
    assert normal("  ＭＬ--Engineer_ II ") == "ml engineer ii"
