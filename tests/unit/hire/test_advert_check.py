"""An advert before it is posted: what in it could be better."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.documents.read import text_in
from mlroles.errors import DocumentError
from mlroles.hire.advert_check import AdvertCheck, AdvertChecker, Finding
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.locations import data_directory
from mlroles.parts import ADVERT_RULES, advert_tools, neighbours, quoted, title_reader
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import write

Check = Callable[..., AdvertCheck]

EXAMPLES = Path(__file__).parents[1] / "adverts" / "examples"

GOOD = """Machine Learning Engineer

Harbour Lane makes timetables for ferries. We are looking for a colleague in a team of six.

What you will do
- Deploy models as services on Kubernetes, and keep them running
- Build pipelines that train and test models every night
- Bring down the latency and the cost of our models in production
- Help our data scientists to turn notebooks into tested packages
- Measure how fast each service answers, and find out why when one gets slow
- Write down how each part is run, so that somebody else can mend it at night
- Talk with the people who plan the ferries about what they need next
- Watch models in production, and be on call one week in six

What you need
- Python, and code that others can read
- Docker, and one of the large clouds
- Experience with models in production

Nice to have
- PyTorch or TensorFlow
- Terraform

What we offer
- Salary: £60,000 to £72,000 a year
- 30 days of leave, and 36 hours a week
- Place: Leeds, UK, two days a week in the office

How to apply
Send your CV and a few lines to the team by the end of March. We answer within two weeks.
"""
"""An advert in which nothing is to be mended."""


@pytest.fixture(scope="module")
def shop() -> Catalogue:
    """Return the shipped catalogue with what it quotes."""
    return replace(
        load_catalogue(data_directory()),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )


@pytest.fixture(scope="module")
def rules(shop: Catalogue) -> AdvertRulesFile:
    """Return the shipped rules."""
    return ADVERT_RULES.load(shop)


@pytest.fixture(scope="module")
def check(shop: Catalogue, rules: AdvertRulesFile) -> Check:
    """Return what checks a text in the year 2026."""
    checker = AdvertChecker(shop, advert_tools(shop), rules)

    def checked(text: str, title: str | None = None) -> AdvertCheck:
        return checker.check(text_in(text), text, title, year=2026)

    return checked


def kinds(result: AdvertCheck) -> list[str]:
    """Return the ids of the findings, in their order."""
    return [each.id for each in result.findings]


def one(result: AdvertCheck, kind: str) -> Finding:
    """Return the finding of a kind."""
    return next(each for each in result.findings if each.id == kind)


def test_good_advert(check: Check) -> None:
    """In an advert that says what it means nothing is found, and what it is made of is told."""
    result = check(GOOD)
    assert kinds(result) == []
    assert result.title == "Machine Learning Engineer"
    assert [each.id for each in result.reads_like] == ["ml-engineer"]
    assert (len(result.looked_for), result.blanks, result.pay_laws) == (12, (), ())
    assert result.musts == 4
    assert result.reading_ease is not None
    assert result.words > 150


def test_title_against_duties(check: Check) -> None:
    """A title that means another job than the duties is found, with the line of the title."""
    found = one(check(GOOD.replace("Machine Learning Engineer", "Data Scientist")), "title-duties")
    assert [(each.words, each.line) for each in found.passages] == [("Data Scientist", 1)]
    assert found.figure is not None
    assert found.limit is not None
    assert found.figure >= found.limit


def test_dashboards(check: Check) -> None:
    """Dashboards under the title of a data scientist are found to be another job."""
    result = check((EXAMPLES / "dashboards.txt").read_text(encoding="utf-8"))
    assert "title-duties" in kinds(result)
    assert [each.id for each in result.reads_like] == ["data-analyst"]


def test_title_of_another_job_is_let_be(check: Check) -> None:
    """The reader knows too little of other jobs to contradict a title of one."""
    text = GOOD.replace("Machine Learning Engineer", "Data Engineer")
    assert "title-duties" not in kinds(check(text))


def test_unsure_reading_is_let_be(check: Check) -> None:
    """A mixed advert contradicts no title, and one that reads like the other a little neither."""
    unicorn = (EXAMPLES / "unicorn.txt").read_text(encoding="utf-8")
    assert "title-duties" not in kinds(check(unicorn, "Research Scientist"))


def test_unicorn(check: Check) -> None:
    """Three roles in one advert are found, with the duty that speaks most for each."""
    found = one(check((EXAMPLES / "unicorn.txt").read_text(encoding="utf-8")), "several-roles")
    assert [each.line for each in found.passages] == [4, 6, 8]
    assert found.figure == 3


def test_two_roles_are_no_unicorn(shop: Catalogue, rules: AdvertRulesFile) -> None:
    """Where one of three roles has too little of the points, it is not several jobs."""
    most = rules.limits.several_points.model_copy(update={"value": 1000})
    limits = rules.limits.model_copy(update={"several_points": most})
    checker = AdvertChecker(shop, advert_tools(shop), rules.model_copy(update={"limits": limits}))
    text = text_in((EXAMPLES / "unicorn.txt").read_text(encoding="utf-8"))
    assert "several-roles" not in kinds(checker.check(text, year=2026))


def test_impossible_years(check: Check) -> None:
    """More years than the tool has existed are found, with the year since when it exists."""
    text = GOOD.replace("- Terraform", "- 15 years of experience with Terraform")
    (words,) = one(check(text), "tool-years").passages
    assert (words.years, words.since, words.line) == (15, 2014, 22)


def test_no_pay(check: Check) -> None:
    """An advert without pay is found, with the law of its place; a blank for pay is enough."""
    line = "Salary: £60,000 to £72,000 a year"
    place = "Place: Leeds, UK"
    result = check(GOOD.replace(line, "Good pay").replace(place, "Location: Denver, CO"))
    assert kinds(result) == ["no-pay"]
    assert [each.place for each in result.pay_laws] == ["Colorado"]
    waiting = check(GOOD.replace(line, "[pay: from and to]"))
    assert (kinds(waiting), waiting.blanks) == ([], ("pay: from and to",))
    nowhere = check(GOOD.replace(line, "Good pay").replace(place, "Near the sea"))
    assert (kinds(nowhere), nowhere.pay_laws) == (["no-pay"], ())


def test_rare_must(check: Check) -> None:
    """A must that hardly any advert of the role names is found, with that share."""
    (words,) = one(check(GOOD.replace("- Docker,", "- dbt, Docker,")), "rare-must").passages
    assert words.words == "dbt"
    assert words.share is not None
    assert words.share < 0.04


def test_what_people_use_anyway_is_no_rare_must(check: Check) -> None:
    """What many people of a role use is no finding, however few adverts name it."""
    text = (EXAMPLES / "data_scientist.txt").read_text(encoding="utf-8")
    result = check(f"{text}\nRequirements\n- Jupyter notebooks\n")
    assert "rare-must" not in kinds(result)


def test_many_musts(check: Check) -> None:
    """A long list of musts is counted."""
    many = "SQL, Spark, Kafka, Airflow, dbt, Java, Scala, C++, Go, Rust, R, Linux, Git, NLP"
    found = one(check(GOOD.replace("- Docker,", f"- {many}, Docker,")), "many-musts")
    assert found.figure is not None
    assert found.figure > 14
    assert found.limit == 14


def test_persona(check: Check) -> None:
    """One word for a person that is none is enough, with what to say instead."""
    (words,) = one(check(GOOD.replace("a colleague", "a coding ninja")), "persona").passages
    assert (words.words, words.instead, words.line) == ("ninja", "the title of the job", 3)


def test_empty_phrases(check: Check) -> None:
    """Phrases that say nothing are found where several come together."""
    three = "We are a world-class team with cutting-edge tools, and you are a self-starter."
    assert kinds(check(GOOD + three)) == []
    found = one(check(f"{GOOD}{three}\nYou are a team player.\n"), "empty-phrases")
    assert [each.words for each in found.passages] == [
        "world-class",
        "cutting-edge",
        "self-starter",
        "team player",
    ]


def test_hard_to_read(check: Check) -> None:
    """Long sentences of long words are found, with the longest; set phrases do not count."""
    heavy = (
        "Responsibilities include the operationalisation of organisational capabilities, the "
        "institutionalisation of interdisciplinary collaboration opportunities, and continuous "
        "prioritisation of transformational initiatives internationally. "
    )
    text = f"Machine Learning Engineer\n\n{heavy * 5}\nSalary: £60,000 a year\n"
    found = one(check(text), "hard-to-read")
    assert found.figure is not None
    assert found.figure < 0
    assert len(found.passages) == 1


def test_length(check: Check) -> None:
    """A text of more than two pages is long, one of a few lines short."""
    assert "too-long" in kinds(check(GOOD + "We sail on.\n" * 400))
    short = check(GOOD[: GOOD.index("- Write")] + "\nSalary: £60,000 a year\n")
    assert kinds(short) == ["too-short"]
    assert short.reading_ease is None


def test_coded_words(check: Check) -> None:
    """Masculine words are found where they are many, with what they rest on."""
    text = GOOD + "You are assertive, ambitious, outspoken and confident."
    found = one(check(text), "coded-words")
    assert [each.words for each in found.passages] == [
        "assertive",
        "ambitious",
        "outspoken",
        "confident",
    ]
    assert [each.split(",")[0] for each in found.references] == [
        "Gaucher",
        "Castilla and Rho",
    ]


def test_worst_comes_first(check: Check) -> None:
    """Findings stand in the order of the file of rules."""
    text = GOOD.replace("a colleague", "a ninja").replace("Salary: £60,000 to £72,000 a year", "")
    result = check(text.replace("Machine Learning Engineer", "Data Scientist"))
    assert kinds(result) == ["title-duties", "no-pay", "persona"]


def test_what_is_no_advert(check: Check) -> None:
    """A text that is no advert, or not in English, is refused."""
    with pytest.raises(DocumentError, match="does not read like a job advert"):
        check("The cat sat on the mat and the dog ran to the sea with the other dogs. " * 30)
    with pytest.raises(DocumentError, match="like English"):
        check("Wir suchen eine Kollegin oder einen Kollegen zur Pflege von Modellen. " * 10)


def test_other_catalogue(tmp_path: Path) -> None:
    """The rules of another catalogue find what they look for in its own adverts."""
    bakery = load_catalogue(write(tmp_path, whole_bakery()))
    checker = AdvertChecker(bakery, advert_tools(bakery), ADVERT_RULES.load(bakery))
    text = (
        "You will knead and knead the dough before dawn, and sell bread in the shop. "
        "We need a dough ninja with 12 years of Mixer, in a fast-paced trade: a baker's dozen."
    )
    result = checker.check(text_in(text), year=2026)
    assert kinds(result) == ["tool-years", "no-pay", "persona", "empty-phrases"]
    assert all(each.line is None for found in result.findings for each in found.passages)


def test_no_role_and_no_neighbour(check: Check) -> None:
    """An advert for none of the roles reads like nothing that is known."""
    result = check((EXAMPLES / "sales.txt").read_text(encoding="utf-8"))
    assert (result.outcome, result.reads_like) == ("none", ())


def test_few_kinds(shop: Catalogue, rules: AdvertRulesFile) -> None:
    """A file of rules that has few kinds finds those alone."""
    few = rules.model_copy(update={"kinds": tuple(k for k in rules.kinds if k.id == "persona")})
    checker = AdvertChecker(shop, advert_tools(shop), few)
    result = checker.check(
        text_in("Data Scientist\n\nWe are hiring a ninja. You will apply."), year=2026
    )
    assert kinds(result) == ["persona"]
    assert few.kind("persona") is not None
    assert few.kind("no-pay") is None
