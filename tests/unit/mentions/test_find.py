"""Skills and cues are found in sentences, and nothing that only looks like them."""

from functools import cache

import pytest

from mlroles.locations import data_directory
from mlroles.mentions.find import Mention, MentionFinder
from mlroles.mentions.models import MentionsFile
from tests.mentions import mentions_file


@cache
def shipped() -> MentionFinder:
    """Return what finds the shipped words."""
    data = (data_directory() / "mentions.json").read_bytes()
    return MentionFinder(MentionsFile.model_validate_json(data))


def found(text: str) -> dict[str, set[str]]:
    """Return the skills that the shipped words find, and their words."""
    result: dict[str, set[str]] = {}
    for each in shipped().find(text):
        if each.kind != "cue":
            result.setdefault(each.id, set()).add(each.words)
    return result


def ids(text: str) -> list[str]:
    """Return what the bakery's words find, in order."""
    return [each.id for each in MentionFinder(mentions_file()).find(text)]


def test_a_mention_says_what_where_and_in_which_words() -> None:
    """A skill is told with its kind, its place and its words as they stand."""
    assert MentionFinder(mentions_file()).find("We love Dough-Work.") == (
        Mention("kneading", "skill", 8, 18, "Dough-Work", negated=False),
        Mention("sweeping", "further", 14, 18, "Work", negated=False),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kneading",
        "KNEADING",
        "kneadings",
        "knead dough",
        "knead/dough",
        "knead - dough",
        "knead\ndough",
        "knead  doughs",
    ],
)
def test_case_plural_and_divider_do_not_matter(text: str) -> None:
    """Large letters, a final s, and how words are divided make no difference."""
    assert ids(text) == ["kneading"]


@pytest.mark.parametrize(
    "text",
    [
        "unkneading",
        "kneadingly",
        "knead, dough",
        "knead. Dough",
        "knead (dough)",
        "knead\n\ndough",
        "knead -   - dough",
        "knead",
        "knead bread",
        "",
        "   ",
    ],
)
def test_other_words_and_phrases_are_not_taken(text: str) -> None:
    """A part of a word, and words on two sides of a sign that parts them, are no mention."""
    assert ids(text) == []


def test_letters_count_where_the_list_says_so() -> None:
    """With an equals sign large and small letters must be the same, and the s as well."""
    assert ids("TILL") == ["counting"]
    assert ids("Cash-Desk") == ["counting"]
    assert ids("cash desk") == []
    assert ids("until the till is full of TILLS") == []


def test_some_words_need_a_skill_near_them() -> None:
    """With a tilde a word counts near another skill, or where it is all there is."""
    assert ids("c and kneading") == ["counting", "kneading"]
    assert ids("kneading and then, much later, c") == ["kneading"]
    assert ids("early c") == ["cue-early"]
    assert ids(" C ") == ["counting"]
    assert ids(f"c{' ' * 300}") == []


def test_what_may_stand_alone_wins() -> None:
    """Where a word fits an alias that needs a neighbour and one that does not, it counts."""
    assert ids("Cake for all") == ["cakes"]
    assert ids("cake for all") == []


def test_hidden_phrases_hide_what_lies_in_them() -> None:
    """In a hidden phrase nothing is looked for; beside it everything is."""
    assert ids("an early bird, early") == ["cue-early"]
    assert ids("the broom closet and the broom") == ["sweeping"]
    assert ids("early bird") == []
    assert ids("early, and later an early bird") == ["cue-early"]


def test_the_longest_alias_of_a_skill_counts_once() -> None:
    """Aliases of one skill that lie in one another are one mention."""
    assert found("Spark SQL and PySpark") == {"spark": {"Spark SQL", "PySpark"}, "sql": {"SQL"}}


def test_only_the_skills_of_a_catalogue_are_found() -> None:
    """Skills that are not named when the finder is made are left out; further ones stay."""
    finder = MentionFinder(mentions_file(), ["counting"])
    assert [each.id for each in finder.find("kneading, counting, sweeping")] == [
        "counting",
        "sweeping",
    ]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("no kneading", ["kneading"]),
        ("No experience with kneading, counting or a broom.", ["kneading", "counting"]),
        ("You do not need kneading/counting.", ["kneading", "counting"]),
        ("kneading and counting is not required", ["kneading", "counting"]),
        ("kneading is not required, but sweeping", []),
        ("no bread, kneading", []),
        ("kneading. That is not required", []),
        ("no", []),
    ],
)
def test_what_is_not_needed_is_negated(text: str, negated: list[str]) -> None:
    """Words such as no, and not required, negate a skill and those that are joined to it."""
    mentions = MentionFinder(mentions_file()).find(text)
    assert [each.id for each in mentions if each.negated] == negated


def test_without_words_that_take_back_a_negation_holds() -> None:
    """A file needs neither words between, nor such as take a negation back."""
    document = mentions_file().model_dump(mode="json")
    document["negation"] |= {"unless": [], "between": [], "joins": []}
    finder = MentionFinder(mentions_file(document))
    assert [each.negated for each in finder.find("kneading not required, but")] == [True]


@pytest.mark.parametrize(
    ("text", "skill", "expected"),
    [
        ("Python, R and SQL", "r", True),
        ("R", "r", True),
        ("Talk to R. Miller about it", "r", False),
        ("We do R&D here with Python", "r", False),
        ("Write services in Python or Go", "go", True),
        ("Python helps, and we go to market", "go", False),
        ("Java, C++, C", "cpp", True),
        ("Report to the C-level with Python", "cpp", False),
        ("Batch jobs on Spark", "spark", True),
        ("You spark joy", "spark", False),
        ("Reports in Excel", "spreadsheets", True),
        ("You will excel at work", "spreadsheets", False),
        ("Excel in your role", "spreadsheets", False),
        ("Hive and Pig on Hadoop", "hadoop", True),
        ("A REST API", "api-development", True),
        ("Take a rest", "api-development", False),
        ("A dashboard in React", "javascript", True),
        ("How we react to it", "javascript", False),
        ("CI/CD pipelines", "ci-cd", True),
        ("Node.js", "javascript", True),
        ("scikit-learn", "scikit-learn", True),
        ("operations research", "optimisation", True),
        ("operations research", "research-experiments", False),
    ],
)
def test_shipped_words_know_their_context(text: str, skill: str, *, expected: bool) -> None:
    """Short and common words are skills in the company of skills, and not elsewhere."""
    assert (skill in found(text)) is expected


def test_signs_outside_latin_letters_keep_offsets() -> None:
    """Emoji, long dashes and letters that grow in small type move no place."""
    text = "🚀 İstanbul — “Python”… naïve Bayes\ud800 SQL"
    assert {each.words for each in shipped().find(text)} >= {"Python", "naïve Bayes", "SQL"}
