"""Words that could be said otherwise."""

from mlroles.hire.advert_models import CodedWords, Phrase
from mlroles.hire.wording import CodedFinder, PhraseFinder
from tests.advert_rules import advert_rules


def phrases(*words: str) -> PhraseFinder:
    """Return what finds these words."""
    return PhraseFinder([Phrase(words=each, better=f"not {each}") for each in words])


def test_phrases_are_found_once_where_they_stand_first() -> None:
    """A phrase is found in capitals, with a hyphen or without, and once."""
    found = phrases("fast-paced").find("A Fast-paced day, fast paced nights")
    assert [(each.start, each.words, each.better) for each in found] == [
        (2, "Fast-paced", "not fast-paced")
    ]


def test_longest_phrase_wins() -> None:
    """Of two phrases that begin alike the longer one is found."""
    found = phrases("fast-paced", "fast-paced place").find("A fast-paced place")
    assert [each.words for each in found] == ["fast-paced place"]


def test_part_of_a_word_is_none() -> None:
    """A phrase inside a longer word is not found, nor anything where nothing is looked for."""
    assert phrases("guru").find("gurus and non-guru") == ()
    assert phrases().find("guru") == ()


def test_apostrophes_are_alike() -> None:
    """A typographic apostrophe is the same as a plain one."""
    found = phrases("baker's dozen").find("A baker’s dozen")
    assert [each.words for each in found] == ["baker’s dozen"]


def test_each_coded_root_counts_once() -> None:
    """Words of one root count once; those that were left out of the list do not count."""
    more, said = CodedFinder(advert_rules().coded).leaning(
        "Bold and boldly, bolder; strong arms; dough that rises in a place"
    )
    assert more == 2
    assert [(each.words, each.better) for each in said] == [("Bold", "quick"), ("strong", "")]


def test_the_other_kind_is_taken_off() -> None:
    """Feminine words make up for masculine ones."""
    more, said = CodedFinder(advert_rules().coded).leaning("Bold and strong, warm and warmly")
    assert (more, len(said)) == (1, 2)


def test_no_list_finds_nothing() -> None:
    """Without a list no text leans."""
    empty = CodedWords(masculine=(), feminine=(), left_out=(), left_out_reason="None.", worth="No.")
    assert CodedFinder(empty).leaning("Bold") == (0, ())
