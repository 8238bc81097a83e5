"""What titles mean: words named by kind, rules laid over the kinds."""

from typing import Any

import pytest

from mlroles.locations import data_directory
from mlroles.parts import titles
from mlroles.roles.catalogue import Catalogue
from mlroles.titles.models import TitlesFile
from mlroles.titles.read import Taken, TitleReader
from tests.titles import bakery_titles, titles_file

CORE = ("data-scientist", "ml-engineer", "ml-researcher")


@pytest.fixture(scope="module")
def baker() -> TitleReader:
    """Return what reads the bakery's titles."""
    return TitleReader(titles_file(), {"baker", "bread-seller"})


@pytest.fixture(scope="module")
def reader(shipped: Catalogue) -> TitleReader:
    """Return what reads the titles that mlroles ships."""
    return titles(shipped)


@pytest.mark.parametrize(
    "case",
    [
        ("Baker", ("baker",), (), "named", "Baker"),
        ("BÄCKER:IN", ("baker",), (), "named", "BÄCKER"),
        ("Senior Rye Bread Baker L4 (m/f/d), Night", ("baker",), (), "named", "Rye Bread Baker"),
        ("Bakers", ("baker",), (), "named", "Bakers"),
        ("Pastry and Bread Seller", ("bread-seller",), (), "usual", "Pastry / Bread Seller"),
        ("Bread Seller / Baker", ("bread-seller", "baker"), (), "named", "Bread Seller / Baker"),
        ("Bread Baker / Seller", ("baker", "bread-seller"), (), "named", "Bread Baker / Seller"),
        ("Cake Seller / Bread Seller", ("bread-seller",), (), "usual", "Bread Seller"),
        ("Maker, Rye Bread", ("baker",), (), "usual", "Maker, Rye Bread"),
        ("Iron Maker, Bread", (), (), "other", "Maker"),
        ("Iron Baker", (), (), "unknown", "Iron Baker"),
        ("Manager", (), ("baker",), "near", "Manager"),
        ("Manager of Bakers", (), ("baker",), "near", "Manager Bakers"),
        ("Baker, Manager's table", ("baker",), (), "named", "Baker"),
        ("Miller (Baker)", ("baker",), (), "named", "Baker"),
        ("Manager (Baker)", (), ("baker",), "near", "Manager"),
        ("Baker (Maker)", ("baker",), (), "named", "Baker"),
        ("Baker ((x, y) z", ("baker",), (), "named", "Baker"),
        ("Baker)", ("baker",), (), "named", "Baker"),
        ("/ Baker / / Senior /", ("baker",), (), "named", "Baker"),
        ("Miller", (), (), "unknown", "Miller"),
        ("", (), (), "unknown", ""),
    ],
)
def test_title_is_read_by_kinds_of_words(
    baker: TitleReader, case: tuple[str, tuple[str, ...], tuple[str, ...], str, str]
) -> None:
    """Rank, place and team go; of the rules that fit what is left, the longest row counts."""
    title, *expected = case
    found = baker.read(title)
    assert [found.means, found.near, found.sure, found.left] == expected


def test_what_is_taken_away_is_said(baker: TitleReader) -> None:
    """Each thing that was taken away is named with what it says, in the title's own words."""
    found = baker.read("Sénior Baker L4 (m/f/d) JR0071210 - Night")
    assert found.taken == (
        Taken("gender", "m/f/d"),
        Taken("level", "Sénior"),
        Taken("level", "L4"),
        Taken("number", "JR0071210"),
        Taken("team", "Night"),
    )
    assert found.level == "Sénior L4"


def test_meaning_that_the_catalogue_lacks_is_left_out() -> None:
    """A title of a job that the catalogue does not have means nothing, or what it is near to."""
    reader = TitleReader(titles_file(), {"baker"})
    found = reader.read("Bread Seller")
    assert (found.means, found.near, found.sure) == ((), (), "other")
    document: dict[str, Any] = bakery_titles()
    document["rules"][2]["near"] = ["baker"]
    found = TitleReader(titles_file(document), {"baker"}).read("Bread Seller")
    assert (found.means, found.near, found.sure) == ((), ("baker",), "near")


def test_row_of_words_that_may_all_be_absent_is_no_row() -> None:
    """A rule whose words may all be absent needs one of them: it does not fit every title."""
    document: dict[str, Any] = bakery_titles()
    document["rules"][4]["words"] = [["maker?", "seller?"]]
    reader = TitleReader(titles_file(document), {"baker", "bread-seller"})
    assert reader.read("Maker").sure == "other"
    assert reader.read("Miller").sure == "unknown"


def test_a_second_noun_shares_the_first_words() -> None:
    """Two nouns with a slash between them both belong to the words before them."""
    document: dict[str, Any] = bakery_titles()
    document["rules"][2]["words"] = [["bread", "seller"], ["bread", "maker"]]
    document["rules"][2]["sure"] = "named"
    found = TitleReader(titles_file(document), {"baker", "bread-seller"})
    assert found.read("Bread Baker / Seller").means == ("baker", "bread-seller")
    assert found.read("Bread Baker / Night").means == ("baker",)


RIGHT = [
    ("Senior Data Scientist", "data-scientist"),
    ("Data Scientist II", "data-scientist"),
    ("Lead Data Scientist", "data-scientist"),
    ("Data Scientist (m/f/d)", "data-scientist"),
    ("Data Scientist, Product Analytics", "data-scientist"),
    ("Sr. Machine Learning Engineer", "ml-engineer"),
    ("Staff Machine Learning Engineer, Search", "ml-engineer"),
    ("Software Engineer, Machine Learning", "ml-engineer"),
    ("MLOps Engineer", "ml-engineer"),
    ("Deep Learning Engineer", "ml-engineer"),
    ("AI Researcher", "ml-researcher"),
    ("AI Scientist", "ml-researcher"),
    ("Machine Learning Scientist", "ml-researcher"),
    # ten and more of our own
    ("Datenwissenschaftler:in (m/w/d)", "data-scientist"),
    ("ＤＡＴＡ　ＳＣＩＥＮＴＩＳＴ", "data-scientist"),
    ("Chief Data Scientist", "data-scientist"),
    ("Scientifique des données (H/F)", "data-scientist"),
    ("Data Scientist, Recruiting", "data-scientist"),
    ("Clinical Data Scientist – Remote, Berlin", "data-scientist"),
    ("Ingénieure machine learning", "ml-engineer"),
    ("Engineer, ML Platform", "ml-engineer"),
    ("AI/ML Engineer L5", "ml-engineer"),
    ("Machine-Learning Infrastructure Engineer", "ml-engineer"),
    ("NLP Engineer (Contract)", "ml-engineer"),
    ("PhD Machine Learning Engineer, Intern", "ml-engineer"),
    ("Research Scientist, Reinforcement Learning", "ml-researcher"),
    ("Computer Vision Researcher", "ml-researcher"),
    ("Scientist II, Machine Learning", "ml-researcher"),
]
NEAR = [
    ("Research Scientist", {"ml-researcher"}),
    ("Applied Scientist", {"ml-researcher", "data-scientist"}),
    ("Research Engineer", {"ml-researcher", "ml-engineer"}),
    ("AI Engineer", {"ml-engineer"}),
    ("Decision Scientist", {"data-scientist"}),
    ("Head of Data Science", {"data-scientist"}),
    ("Manager, Data Science", {"data-scientist"}),
    ("Data Science Consultant", {"data-scientist"}),
    ("Working Student Data Science", {"data-scientist"}),
    ("Director of Machine Learning", {"ml-engineer", "ml-researcher"}),
    ("LLM Engineer", {"ml-engineer"}),
    ("GenAI Developer", {"ml-engineer"}),
    ("Software Engineer, AI", {"ml-engineer"}),
    ("ML PhD intern", {"ml-engineer", "ml-researcher"}),
    ("Member of Technical Staff, Machine Learning", {"ml-engineer", "ml-researcher"}),
]
OTHERS = [
    "Data Analyst",
    "Data Engineer",
    "Analytics Engineer",
    "Manager",
    "Security Engineer",
    "Research Assistant",
    "Data Architect",
    "Engineer",
    "Scientist",
    "Data Science Recruiter",
    "Data Scientist Instructor",
    "Sales Engineer, Machine Learning",
    "Product Manager, Data Science",
    "Member of Technical Staff",
    "Research Scientist, Immunology",
    "Quantitative Researcher",
    "Head of Business Intelligence",
    "Data Annotator",
    "Account Executive, AI",
    "Professor of Machine Learning",
    "Nurse",
]


@pytest.mark.parametrize(("title", "role"), RIGHT)
def test_title_of_the_family_has_its_role(reader: TitleReader, title: str, role: str) -> None:
    """A title of a role means it, first of all that it may mean."""
    assert reader.read(title).means[:1] == (role,)


@pytest.mark.parametrize(("title", "near"), NEAR)
def test_title_beside_the_family_is_near(reader: TitleReader, title: str, near: set[str]) -> None:
    """A title of a job beside the roles, or that says too little, is near to them and none."""
    found = reader.read(title)
    assert set(found.near) == near
    assert found.sure == "near"
    assert not {*found.means} & {*CORE}


@pytest.mark.parametrize("title", OTHERS)
def test_other_title_is_no_role_of_the_family(reader: TitleReader, title: str) -> None:
    """A title of other work means none of the family, and is near to none."""
    found = reader.read(title)
    assert not {*found.means, *found.near} & {*CORE}


def test_two_jobs_in_one_title_are_two(reader: TitleReader) -> None:
    """A title of two roles means both, in its order."""
    assert reader.read("Data Scientist / Machine Learning Engineer").means == CORE[:2]
    assert reader.read("Machine Learning Scientist / Engineer").means == (
        "ml-researcher",
        "ml-engineer",
    )


def test_pay_and_titles_agree(shipped: Catalogue, reader: TitleReader) -> None:
    """What the pay file usually counts as a role means it; the rest is near to it, or a mapping."""
    from mlroles.parts import PAY

    pay = PAY.load(shipped)
    for group in pay.sub_titles:
        usual = group.counts_as.get(pay.default_mapping)
        possible = set(group.counts_as.values())
        for title in group.titles:
            found = reader.read(title)
            if usual and group.id != "research-scientist":
                assert usual in found.means, title
            elif possible:
                assert possible & {*found.near, *found.means}, title
            else:
                assert not {role.id for role in shipped.core} & {*found.means}, title


def test_shipped_file_has_no_word_of_two_kinds() -> None:
    """Each word of the shipped file is of one kind, and of the form in which it is found."""
    from mlroles.titles.words import bare

    file = TitlesFile.model_validate_json((data_directory() / "titles.json").read_bytes())
    words = [word for kind in file.kinds for word in kind.words]
    assert len(words) == len(set(words))
    assert words == [bare(word) for word in words]
