"""Titles are left out of adverts, and what is named is told by sentence."""

import pytest

from mlroles.adverts.points import Masker, said, stem
from mlroles.adverts.sentences import sentences
from tests.adverts import SmallFinder, adverts_file


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("A master baker bakes", None, "a ############ bakes"),
        ("A master; baker bakes", None, "a master; ##### bakes"),
        ("Our bread bakers bake", None, "our ############ bake"),
        ("Bakers bake", None, "###### bake"),
        ("Head of Rye, baker or not", "head of rye", "###########, ##### or not"),
        ("Head of Rye it is", "Head of Rye ", "########### it is"),
        ("Rye it is", "Rye", "rye it is"),
        ("A master baker, baker or no", None, "a ############ ##### or no"),
        ("İİİİ baker it is", None, "i i i i ##### it is"),
        ("We bake rye", None, "we bake rye"),
    ],
)
def test_titles_are_masked(text: str, title: str | None, expected: str) -> None:
    """Titles of one person, those of the roles for several, and the advert's own are masked."""
    [(_, words, _)] = said(Masker(adverts_file().masks), sentences(text), (), title)
    assert " ".join(words) == expected.replace(",", "").replace(";", "")


def test_whole_titles_alone() -> None:
    """Of several people only the titles that are listed are masked."""
    masks = adverts_file().masks.model_copy(update={"whole": ("bread bakers",)})
    [(_, words, _)] = said(Masker(masks), sentences("Cake bakers"), (), None)
    assert words == ("cake", "bakers")


def test_what_is_named_counts_in_its_sentence() -> None:
    """A skill counts where it is named, not where it is negated, nor within a title."""
    text = "You bake rye\nno rye\nThe rye baker\nSell rye\nBenefits: rye"
    file = adverts_file()
    masks = file.masks.model_copy(update={"before": ("rye",)})
    found = said(
        Masker(masks), sentences(text, (), file.boilerplate), SmallFinder().find(text), None
    )
    assert [sorted(ids) for _, _, ids in found] == [
        ["rye-bread"],
        [],
        [],
        ["rye-bread"],
    ]


def test_what_boilerplate_names_does_not_count() -> None:
    """A skill that is named in boilerplate does not count, and what follows still does."""
    text = "Dental rye.\nSell rye"
    cues = adverts_file().boilerplate
    found = said(
        Masker(adverts_file().masks), sentences(text, (), cues), SmallFinder().find(text), None
    )
    assert [(each.text, ids) for each, _, ids in found] == [("Sell rye", {"rye-bread"})]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rolls", "roll"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("analysis", "analysis"),
        ("its", "its"),
    ],
)
def test_stems(word: str, expected: str) -> None:
    """Only the s of a plural is left out."""
    assert stem(word) == expected
