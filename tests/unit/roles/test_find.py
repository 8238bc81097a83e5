"""Finding a role, or another named thing, by what a person types."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.errors import UnknownNameError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import (
    find_by_title,
    find_job,
    find_jobs,
    find_role,
    find_section,
    named_roles,
    nearest_role,
    normal,
)
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import Neighbour
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
        (
            "enginer",
            "There is no role “enginer”.",
            "Did you mean ml-engineer or data-engineer?",
        ),
        ("data sientist", "There is no role “data sientist”.", "Did you mean data-scientist?"),
        (
            "zookeeper",
            "“zookeeper” is none of the jobs that this catalogue knows.",
            (
                "The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs. "
                "“mlroles title zookeeper” says what its words tell."
            ),
        ),
        (
            "Security Engineer",
            "“Security Engineer” is none of the jobs that this catalogue knows.",
            (
                "The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs. "
                "“mlroles title 'Security Engineer'” says what its words tell."
            ),
        ),
        (
            "x" * 99,
            f"“{'x' * 60}…” is none of the jobs that this catalogue knows.",
            (
                "The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs. "
                "“mlroles title” says what its words tell."
            ),
        ),
        (
            "",
            "“” is none of the jobs that this catalogue knows.",
            (
                "The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs."
            ),
        ),
        (
            " - ",
            "“ - ” is none of the jobs that this catalogue knows.",
            (
                "The roles are: data-scientist, ml-engineer, ml-researcher. "
                "“mlroles list --all” names all jobs."
            ),
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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["machine", "learning", "engineer"], ["ml-engineer"]),
        (["data", "scientist"], ["data-scientist"]),
        (["mle", "vs", "ds"], ["ml-engineer", "data-scientist"]),
        (["mle", "vs.", "data", "scientist"], ["ml-engineer", "data-scientist"]),
        (["engineer,scientist"], ["ml-engineer", "data-scientist"]),
        (["engineer,", "scientist"], ["ml-engineer", "data-scientist"]),
        (["scientist", "engineer"], ["data-scientist", "ml-engineer"]),
        (["ML Engineer", "mlr"], ["ml-engineer", "ml-researcher"]),
        (["mle versus ds"], ["ml-engineer", "data-scientist"]),
        (["ds/mle"], ["data-scientist", "ml-engineer"]),
        (
            ["ds", "and", "mle", "or", "researcher"],
            ["data-scientist", "ml-engineer", "ml-researcher"],
        ),
        (["data", "scientists", "ml", "engineers"], ["data-scientist", "ml-engineer"]),
        (["datascientist", "mlengineer"], ["data-scientist", "ml-engineer"]),
        (["data–scientist"], ["data-scientist"]),
        (["data—scientist;", "ml‑engineer"], ["data-scientist", "ml-engineer"]),
        (["Data Scientist,"], ["data-scientist"]),
        (["DATA", "SCIENTIST,", "ＭＬＥ"], ["data-scientist", "ml-engineer"]),
        (["senior", "data", "scientist", "mlr"], ["data-scientist", "ml-researcher"]),
        (["mle", "intern"], ["ml-engineer"]),
        (["ai", "engineer", "vs", "ml", "engineer"], ["ai-engineer", "ml-engineer"]),
        (["research", "scientist", "data", "scientist"], ["research-scientist", "data-scientist"]),
        (["deep", "learning", "engineer"], ["ml-engineer"]),
        (["Sr. ML Engineer II (m/f/d), Ads"], ["ml-engineer"]),
        (["machine", "learning", "e"], ["ml-engineer"]),
        (["natural language processing e"], ["ml-engineer"]),
        (["analytics engineers"], ["analytics-engineer"]),
        (["prompt"], ["prompt-engineer"]),
    ],
)
def test_words_mean_jobs_as_people_type_them(
    shipped: Catalogue, words: list[str], found: list[str]
) -> None:
    """Several words, lists, vs, dashes, plurals and titles of employers are understood."""
    assert [each.job.id for each in find_jobs(shipped, words)] == found


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["ds", "zookeeper"], "“zookeeper” is none of the jobs that this catalogue knows."),
        (["ds", "enginear"], "There is no role “enginear”."),
        (["machine", "lerning", "engineer"], "There is no role “machine lerning engineer”."),
        (["vs"], "“vs” is none of the jobs that this catalogue knows."),
        (["Security", "Engineer"], "“Security Engineer” is none of the jobs that this"),
        (["Manager"], "“Manager” is none of the jobs that this catalogue knows."),
        (["senior", "engineer"], "“senior engineer” is none of the jobs that this catalogue"),
        (["machine", "learning"], "“machine learning” fits more than one role."),
        (["ml,ds"], "“ml” fits more than one role."),
        ([","], "“,” is none of the jobs that this catalogue knows."),
    ],
)
def test_words_that_mean_nothing_are_refused(
    shipped: Catalogue, words: list[str], message: str
) -> None:
    """What is no job is told, in the words that are strange, and never taken for one."""
    with pytest.raises(UnknownNameError) as caught:
        find_jobs(shipped, words)
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    ("typed", "how", "also"),
    [
        ("ml engineer", "name", []),
        ("Engineer", "part", []),
        ("Scientist", "part", ["ml-researcher"]),
        ("Senior Data Scientist", "title", []),
        ("Applied Scientist, Ads", "title", ["ml-researcher", "data-scientist"]),
    ],
)
def test_guess_is_told_apart_from_a_name(
    shipped: Catalogue, typed: str, how: str, also: list[str]
) -> None:
    """A job that was guessed says how, and what else may be meant."""
    found = find_job(shipped, typed)
    assert (found.how, [job.id for job in found.also][: len(also)]) == (how, also)
    assert bool(found.reason) == (how == "title")


def test_nearest_role_of_a_job_beside_the_roles(shipped: Catalogue) -> None:
    """A job beside the roles leads to its nearest role, by its entry or by its title."""
    job = find_job(shipped, "AI Engineer").job
    assert nearest_role(shipped, job).id == "ml-engineer"
    assert find_role(shipped, "decision scientist").id == "data-scientist"
    assert find_role(shipped, "mlr").id == "ml-researcher"


def test_job_without_a_nearest_role_is_told(tmp_path: Path) -> None:
    """Where nothing says which role is nearest, none is shown in place of the job."""
    catalogue = replace(
        load_catalogue(write(tmp_path, bakery())),
        read_neighbours=lambda _: (Neighbour(id="miller", title="Miller"),),
    )
    assert find_job(catalogue, "millers").job.id == "miller"
    with pytest.raises(UnknownNameError, match="Miller is a job beside the roles, and nothing"):
        find_role(catalogue, "miller")


def test_without_titles_names_are_all(tmp_path: Path) -> None:
    """A catalogue without titles knows names only, and says which roles there are."""
    catalogue = load_catalogue(write(tmp_path, bakery()))
    with pytest.raises(UnknownNameError) as caught:
        find_job(catalogue, "Senior Smith")
    assert caught.value.hint == "The roles are: baker, bread-seller."


def test_command_line_is_read_for_the_roles_in_it(shipped: Catalogue) -> None:
    """Roles are found among the words of a command, in one word or in several."""
    found, others = named_roles(shipped, ("compare", "ml", "engineer", "--only-differences", "ds"))
    assert [role.id for role in found] == ["ml-engineer", "data-scientist"]
    assert others == ["compare", "--only-differences"]
