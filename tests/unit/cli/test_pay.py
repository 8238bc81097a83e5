"""``mlroles pay`` on the command line."""

from pathlib import Path

import pytest

from tests.catalogues import bakery, write
from tests.frameworks import bakery_frameworks
from tests.pay import bakery_pay
from tests.running import output, run


@pytest.mark.parametrize("country", ["US", "us", "usa", "United States", "united-s", "america"])
def test_countries_are_forgiven_their_spelling(country: str) -> None:
    """A country is found by whatever it is called."""
    assert run("pay", "--country", country, "--json").result["country"] == "United States"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--country", "Atlantis"), "pay --by country"),
        (("--country", "Germny"), "Did you mean Germany?"),
        (("--experience", "wizard"), "There are: entry, mid, senior, executive."),
        (("--year", "1999"), "There are: 2021, 2022, 2023, 2024, 2025."),
        (("wizard",), "The roles are"),
        (("--by", "country", "--country", "us"), "Leave one of the two out."),
        (("--by", "experience", "--experience", "mid"), "Leave one of the two out."),
        (("--by", "year", "--year", "2024"), "Leave one of the two out."),
        (("--sensitivity", "--country", "us"), "Leave out"),
        (("--sensitivity", "--year", "2024"), "Leave out"),
        (("--sensitivity", "--by", "title"), "Leave out"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], hint: str) -> None:
    """An unknown name and options that contradict one another exit 2 and say what would do."""
    ran = run("pay", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


def test_main_place_is_the_default() -> None:
    """Without a word the country and the year with most adverts are shown, and named."""
    result = run("pay", "--json").result
    assert (result["place"], result["defaults"]) == (
        {"country": "US", "year": 2024, "experience": None},
        ["country", "year"],
    )
    assert len(result["rows"]) == len(result["roles"]) == 3
    assert "United States, 2024" in output("pay")


def test_difference_needs_one_place() -> None:
    """Two roles in one country, year and level have a difference with its interval."""
    result = run("pay", "ds", "mle", "--experience", "senior", "--json").result
    (found,) = result["differences"]
    assert found["low"] <= found["difference"] <= found["high"]
    mixed = run("pay", "ds", "mle", "--json").result
    assert mixed["differences"] == []
    assert mixed["no_difference"]


@pytest.mark.parametrize(
    ("word", "level", "asked"),
    [
        ("senior", "senior", None),
        ("exec", "executive", None),
        ("junior", "entry", "junior"),
        ("Jr.", "entry", "Jr."),
        ("principal", "senior", "principal"),
        ("head", "executive", "head"),
        ("all", None, None),
    ],
)
def test_levels_go_by_the_words_of_frameworks(
    word: str, level: str | None, asked: str | None
) -> None:
    """A level is found by the words of adverts and of frameworks, and what was taken is said."""
    result = run("pay", "--level", word, "--json").result
    assert (result["place"]["experience"], result["asked"]) == (level, asked)
    ranks = run("pay", "--sensitivity", "--level", word, "--json").result
    assert (ranks["levels"][0]["experience"], ranks["asked"]) == (level, asked)


def test_a_level_that_the_adverts_do_not_know(tmp_path: Path) -> None:
    """A word of frameworks that stands for no level of the adverts is none of theirs."""
    whole = {**bakery(), "pay.json": bakery_pay(), "frameworks.json": bakery_frameworks()}
    data = ("--data", str(write(tmp_path, whole)))
    assert run("pay", "--level", "grown", "--json", *data).result["asked"] == "grown"
    ran = run("pay", "--level", "wise", *data)
    assert (ran.code, ran.out) == (2, "")
    assert "There are: new, old." in ran.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--level", "junior"),
        ("--level", "senior"),
        ("mle", "--country", "de", "--level", "entry"),
        ("--official",),
        ("--sensitivity",),
    ],
    ids=" ".join,
)
def test_a_screen_is_enough(words: tuple[str, ...]) -> None:
    """Pay opens within one screen of 24 lines, whichever of its questions is asked."""
    assert len(output("pay", *words).splitlines()) <= 24


def test_what_is_offered_has_enough() -> None:
    """The command that is offered where there are too few adverts shows figures."""
    ran = run("pay", "mle", "--country", "de", "--experience", "entry")
    assert "Too few for figures" in ran.out
    command = " ".join(ran.out.partition("Next:")[2].partition("·")[0].split())
    assert "median" in output(*command.split()[1:])


def test_catalogue_without_pay_data(bakery_directory: Path) -> None:
    """Without pay data the command says so and exits 1, and the other screens are as ever."""
    data = ("--data", str(bakery_directory))
    ran = run("pay", *data)
    assert (ran.code, ran.out) == (1, "")
    assert "no pay data" in ran.err
    assert "Advertised pay" not in output("show", "baker", *data) + output(
        "compare", *data, "--full"
    )
    assert run("show", "baker", *data, "--json").result["measured"] == []
    assert run("compare", *data, "--json").result["measured"] == []


@pytest.mark.parametrize("options", [(), ("--plain",), ("--format", "markdown"), ("--json",)])
@pytest.mark.parametrize(
    "command",
    [
        ("pay",),
        ("pay", "baker"),
        ("pay", "--by", "title"),
        ("pay", "--by", "country"),
        ("pay", "--country", "uk"),
        ("pay", "--experience", "old"),
        ("pay", "--sensitivity", "--full"),
        ("pay", "--full"),
        ("show", "baker"),
        ("compare", "--full"),
    ],
    ids=" ".join,
)
def test_other_pay_data_are_served(
    command: tuple[str, ...], options: tuple[str, ...], tmp_path: Path
) -> None:
    """Another catalogue's pay data are shown in every format, and nothing of the shipped ones."""
    directory = write(tmp_path, {**bakery(), "pay.json": bakery_pay()})
    out = output(*command, *options, "--data", str(directory))
    assert "EUR" in out
    assert "USD" not in out


def test_pay_stands_with_what_is_about_pay(tmp_path: Path) -> None:
    """The line of pay stands in the whole comparison, and beside the aspect that states amounts."""
    directory = write(tmp_path, {**bakery(), "pay.json": bakery_pay()})
    data = ("--data", str(directory))
    line = "median 40,000 EUR; France, 2031; 40 adverts, 20 distinct bands"
    assert line in output("compare", *data, "--plain", "--full")
    assert line in output("compare", *data, "--plain", "--aspect", "pay")
    assert line not in output("compare", *data, "--plain", "--aspect", "heat")
    shown = output("show", "baker", *data, "--plain", "--full")
    assert "not comparable with the other sources' figures" in shown
    seller = output("show", "seller", *data, "--plain", "--full")
    assert "half of the bands from 20,000 to 40,000" in seller
    assert "not comparable" not in seller
    assert "Advertised pay" not in output("show", "baker", *data, "--section", "skills")


def test_a_role_may_have_no_pay(tmp_path: Path) -> None:
    """A role without figures says "not measured" in the comparison, and no line of its own."""
    pay = bakery_pay()
    pay["headlines"].pop()
    data = ("--data", str(write(tmp_path, {**bakery(), "pay.json": pay})))
    assert run("compare", *data, "--json").result["measured"][0]["cells"][1] is None
    row = output("compare", *data, "--plain", "--full").partition("Advertised pay\n")[2]
    assert row.splitlines()[1] == "Seller: not measured"
    assert "Advertised pay" not in output("show", "seller", *data)
