"""Years, degrees, level, place, contract and languages are read where they are named."""

import pytest

from mlroles.adverts.terms.found import Terms
from mlroles.adverts.terms.patterns import Phrases, any_of, lowered
from mlroles.adverts.terms.read import TermsReader
from tests.terms import shipped_sentences, shipped_terms, terms_file


def read(text: str, title: str | None = None) -> Terms:
    """Return the terms of a text by the shipped words."""
    return shipped_terms().terms(text, shipped_sentences(text), title)


def test_a_reader_makes_its_expressions_when_it_needs_them() -> None:
    """The first advert that names terms is read by a new reader as by any other."""
    text = (
        "We pay $100,000 to $120,000 a year. You have a bachelor's degree, 3+ years of experience "
        "and French language skills. The job is remote and permanent."
    )
    sentences = shipped_sentences(text)
    new = shipped_terms.__wrapped__()
    assert new is not shipped_terms()
    found = new.terms(text, sentences, "Senior Baker")
    assert found == shipped_terms().terms(text, sentences, "Senior Baker")
    assert found.languages is not None
    assert found.pay is not None


@pytest.mark.parametrize("text", ["", "We bake bread.", "Bread for all, and a warm oven."])
def test_silence_is_not_an_answer(text: str) -> None:
    """What an advert does not name is None."""
    assert read(text) == Terms(
        pay=None,
        years=None,
        degree=None,
        level=None,
        remote=None,
        place=None,
        contract=None,
        languages=None,
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3+ years of experience", 3, None),
        ("Three to five years of experience", 3, 5),
        ("5 - 7 yrs experience in baking", 5, 7),
        ("At least two (2) years' experience", 2, None),
        ("ten or more years of experience", 10, None),
        ("up to 2 years of experience", None, 2),
        ("RequirementsKneading3+ years of experience", 3, None),
    ],
)
def test_years_of_experience(text: str, low: int | None, high: int | None) -> None:
    """Years are read in digits and in words, as a band where there is one."""
    found = read(text).years
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "A bakery with 10 years of company history and experience",
        "We were founded 40 years ago by people with experience",
        "Our oven is 5 years old, an experience",
        "60 years of experience",
        "5 to 3 years of experience",
        "Stay for 3 years",
        "All year round",
        "Experience is for yr",
    ],
)
def test_other_years_are_no_experience(text: str) -> None:
    """The age of a firm, impossible bands, and years of something else are left out."""
    assert read(text).years is None


def test_years_that_must_be_win() -> None:
    """Of several demands the first that must be is told, whatever stands before it."""
    found = read("Ideally 9 years of experience. You must have 4 years of experience.").years
    assert found is not None
    assert (found.low, found.need) == (4, "must")


@pytest.mark.parametrize(
    ("text", "levels", "need", "equivalent"),
    [
        ("A Bachelor's or Master's degree is required", ("bachelor", "master"), "must", False),
        ("PhD preferred", ("doctorate",), "helpful", False),
        ("BS, MS or PhD in baking", ("bachelor", "master", "doctorate"), "named", False),
        ("A degree in baking or equivalent experience", ("any",), "named", True),
        ("A bachelor's degree or equivalent; no PhD needed", ("bachelor",), "named", True),
        ("QualificationsBachelor's degree", ("bachelor",), "named", False),
        ("An advanced degree (Master's)", ("master",), "named", False),
        ("High school diploma", ("secondary",), "named", False),
        ("A degree in baking; a Master's is a plus", ("any",), "named", False),
        ("Ideally a degree in baking (Master's)", ("any", "master"), "helpful", False),
    ],
)
def test_degrees(text: str, levels: tuple[str, ...], need: str, *, equivalent: bool) -> None:
    """A degree is told with its levels, whether it must be, and whether other things will do."""
    found = read(text).degree
    assert found is not None
    assert (found.levels, found.need, found.equivalent) == (levels, need, equivalent)
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "Skilled in MS Office and MS Excel",
        "A high degree of care",
        "We host PhD students",
        "You are a Scrum Master",
        "Bake with Ph.D. level bakers",
    ],
)
def test_what_only_looks_like_a_degree(text: str) -> None:
    """Microsoft's programs, degrees of something, and other people's studies are none."""
    assert read(text).degree is None


def test_degrees_that_are_far_apart_are_not_named_together() -> None:
    """Only what stands close by in one sentence is one demand."""
    found = read(f"A Bachelor's degree {'and much bread ' * 8} with a PhD").degree
    assert found is not None
    assert found.levels == ("bachelor",)


@pytest.mark.parametrize(
    ("title", "text", "level", "where"),
    [
        ("Senior Baker", "", "senior", "title"),
        ("Sr. Baker", "", "senior", "title"),
        ("Lead Baker (Senior)", "", "lead", "title"),
        ("Baker II", "This is an entry-level position", "mid", "title"),
        ("Baker", "This is an entry-level position", "junior", "text"),
        (None, "Seniority level: Mid-Senior level", "senior", "text"),
        ("Bakery Manager", "", "manager", "title"),
        ("Product Manager", "This senior role", "senior", "text"),
    ],
)
def test_levels(title: str | None, text: str, level: str, where: str) -> None:
    """The title says the level before the text does, and of several words the highest counts."""
    found = read(text, title).level
    assert found is not None
    assert (found.level, found.where) == (level, where)
    assert (title if where == "title" else text or "")[found.start : found.end] == found.words  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "where", "days"),
    [
        ("This is a fully remote position", "remote", None),
        ("Hybrid work, three days a week in the office", "hybrid", 3),
        ("A hybrid role: 2-3 days in the bakery", "hybrid", 2),
        ("A hybrid schedule", "hybrid", None),
        ("This is not a remote job", "on-site", None),
        ("On-site role, 5 days a week", "on-site", 5),
        ("Telecommuting not allowed", "on-site", None),
        ("Our oven is in Rome (no telecommuting)", "on-site", None),
        ("Not open to 100% remote bakers", "on-site", None),
        ("You are in the bakery: 5 days a week in the office", "on-site", 5),
        ("A combination of working from home and baking", "hybrid", None),
        ("Regular telework, and work onsite", "hybrid", None),
        ("A fully remote interview. Then work remotely.", "remote", None),
        (
            f"Because of the pandemic all work from home. {'We bake bread. ' * 9}A remote position",
            "remote",
            None,
        ),
    ],
)
def test_where_people_work(text: str, where: str, days: int | None) -> None:
    """Remote, hybrid and on-site are told, with the days in the office."""
    found = read(text).remote
    assert found is not None
    assert (found.where, found.days) == (where, days)


@pytest.mark.parametrize(
    "text",
    [
        "We sense ovens with remote sensing",
        "A hybrid cloud of flour",
        "An on-site gym",
        "A work from home stipend",
        "All of our bakers work from home at this time",
    ],
)
def test_other_things_are_remote_too(text: str) -> None:
    """Remote sensing, hybrid clouds and gyms say nothing of where people work."""
    assert read(text).remote is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Location: Berlin, Germany. We bake.", "Berlin, Germany"),
        ("Location: Rye Lane, Upper Mill / Yeastford Springs", "Rye Lane, Upper Mill"),
        ("Location:\nRye Lane, Mill to Springs\nWe bake.", "Rye Lane"),
        ("Location:\nBerlin\nWe bake.", "Berlin"),
        ("This role is based in New York, with us", "New York"),
        ("Location: we say later. Job location: Lyon", "Lyon"),
        ("Location: Remote", None),
        ("Location:\nYou will love it here", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    """The place is what stands behind a label with capitals, and is a name."""
    found = read(text).place
    assert (found and found.words) == place


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A permanent position, full-time", ("permanent", "full-time")),
        ("6-month contract, part-time", ("fixed-term", "part-time")),
        ("This internship is for you", ("internship",)),
        ("Freelance", ("freelance",)),
        ("Bread for full-time employees, and for permanent residents", None),
        ("It may convert to a full-time position", None),
        ("Job type: full-time. Benefits: bread", ("full-time",)),
        ("This is not a contract position", None),
    ],
)
def test_contracts(text: str, kinds: tuple[str, ...] | None) -> None:
    """Kinds of contract are told in the order of the text; other people's are left out."""
    found = read(text).contract
    assert (None if found is None else tuple(each.kind for each in found)) == kinds


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("You must be fluent in German and English.", {"de": "must", "en": "must"}),
        ("French language skills are a plus.", {"fr": "helpful"}),
        ("Fluent English. Good command of English.", {"en": "named"}),
        ("German (C1)", {"de": "named"}),
        ("We sell German bread, French wine and plain English breakfasts.", None),
        ("You are fluent in Python.", None),
    ],
)
def test_languages(text: str, codes: dict[str, str] | None) -> None:
    """Languages of people are told where they are asked for, each once."""
    found = read(text).languages
    assert (None if found is None else {each.code: each.need for each in found}) == codes


def test_a_reader_needs_few_words() -> None:
    """With a few words of another field everything is read that these name."""
    reader = TermsReader(terms_file())
    terms = reader.terms("Salary: €9.000 a year gross. Remote villages, and remote.", ())
    assert (terms.pay and terms.pay.basis, terms.remote and terms.remote.start) == ("gross", 50)


def test_phrases_fit_whole_words_and_their_dividers() -> None:
    """A blank in a phrase is a hyphen, a slash or a colon as well; signs bound nothing."""
    phrases = Phrases(["full time", "(remote)", "c++", "café"], unless=["full time bread"])
    for text in ("a full-time job", "full/time", "x(remote)y", "c++", "le café"):
        assert phrases.search(text)
    for text in ("fullertime", "awful timely", "full time bread", "cafés", "full  -  -  time"):
        assert not phrases.search(text)
    assert any_of([]) == "(?:(?<!\\w)(?!)|(?!))"
    assert not Phrases([]).search("anything")


def test_phrases_are_found_in_long_texts_alike() -> None:
    """In a long text they are looked for in another way, with the same result."""
    phrases = Phrases(["rye", "rye bread", "loaf"], unless=["rye bread crumbs"])
    text = f"{'oats ' * 100}rye bread, rye, rye bread crumbs, rye loaf, ryes, a loaf"
    found = [each.group() for each in phrases.finditer(text, 5, len(text))]
    assert found == ["rye bread", "rye", "rye", "loaf", "loaf"]
    assert phrases.search(text[:500]) is None
    assert phrases.search(text[:510]) is not None


def test_small_letters_keep_the_length() -> None:
    """A letter that would become two stays as it is."""
    assert lowered("İSTANBUL ÄÖ") == "İstanbul äö"
    assert lowered("ABC") == "abc"
