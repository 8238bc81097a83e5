"""What must be, what would be good, and what is only named, are told apart."""

import pytest

from mlroles.adverts.requirements import NeedReader, Requirement
from mlroles.mentions.find import Mention, MentionFinder
from tests.mentions import mentions_file
from tests.terms import shipped_sentences, shipped_terms

FINDER = MentionFinder(mentions_file())
READER: NeedReader = shipped_terms().needs


def needs(text: str) -> dict[str, str]:
    """Return how much a text needs each skill."""
    found = READER.requirements(shipped_sentences(text), FINDER.find(text))
    return {each.id: each.need for each in found}


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("You must love kneading.", "must"),
        ("Kneading is required.", "must"),
        ("At least some kneading.", "must"),
        ("Kneading is a plus.", "helpful"),
        ("Ideally you know all about kneading and about much else in the bakery.", "helpful"),
        ("You must knead – dough.", "must"),
        ("Kneading preferred but not required.", "helpful"),
        ("Not required: kneading.", "helpful"),
        ("You know kneading.", "named"),
        ("There is no kneading here.", "not-needed"),
        ("Requirements:\n- kneading\n", "must"),
        ("Nice to have:\n- kneading\n", "helpful"),
        ("Preferred qualifications:\n- kneading\n", "helpful"),
        ("Responsibilities:\n- kneading\n", "named"),
        ("Requirements:\n- kneading is a bonus\n", "helpful"),
        ("Nice to have:\n- kneading, which is required\n", "must"),
    ],
)
def test_sentences_and_headings_say_what_must_be(text: str, need: str) -> None:
    """The words of the sentence decide, then the heading; without either a skill is named."""
    assert needs(text) == {"kneading": need}


def test_each_part_of_a_sentence_says_its_own() -> None:
    """The words nearest behind a skill count, and none from another part of the sentence."""
    assert needs("Kneading is required, counting a plus.") == {
        "kneading": "must",
        "counting": "helpful",
    }
    assert needs("You must love kneading; counting is new to you.") == {
        "kneading": "must",
        "counting": "named",
    }
    assert needs("Counting is new but kneading is a must, while a broom is a bonus.") == {
        "counting": "named",
        "kneading": "must",
        "sweeping": "helpful",
    }


def test_of_several_mentions_the_strongest_counts() -> None:
    """A skill that is named, helpful and required is required, with the words that say so."""
    text = "We love kneading. Kneading dough is a plus. You must knead dough. No kneading."
    found = READER.requirements(shipped_sentences(text), FINDER.find(text))
    place = text.index("knead dough")
    assert found == (
        Requirement("kneading", "skill", "must", "knead dough", place, place + len("knead dough")),
    )


def test_boilerplate_asks_for_nothing() -> None:
    """Cues, and skills in sentences that say nothing of the work, are no demand."""
    text = "Early. We are an equal opportunity employer of all who love kneading. Counting."
    assert needs(text) == {"counting": "named"}


def test_what_stands_in_a_heading_is_named() -> None:
    """A skill outside all sentences, before them or between, is named and no more."""
    sentences = shipped_sentences("You must love all bread. We do.")
    outside = [
        Mention("kneading", "skill", 0, 3, "You", negated=False),
        Mention("counting", "skill", 24, 26, " W", negated=False),
        Mention("sweeping", "further", 24, 26, " W", negated=True),
    ]
    found = READER.requirements(sentences[1:], outside)
    assert [(each.id, each.need) for each in found] == [
        ("kneading", "named"),
        ("counting", "named"),
        ("sweeping", "not-needed"),
    ]


def test_an_endless_sentence_is_read_near_the_skill() -> None:
    """In a sentence of a thousand words the words that are far away say nothing."""
    assert needs(f"It must be {'bread ' * 200} kneading {'bread ' * 200} a plus") == {
        "kneading": "named"
    }


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("A degree in kneading or similar", "named"),
        ("A degree in baking and strong kneading", "must"),
        ("Strong kneading", "must"),
    ],
)
def test_fields_of_study(text: str, need: str) -> None:
    """A degree in a field asks for the degree: the field is named, and no skill that must be."""
    assert needs(f"Requirements\n{text}") == {"kneading": need}
