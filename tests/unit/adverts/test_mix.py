"""What a job is, by small points of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.adverts.mix import Mix, MixReader, Speaking, softmax
from tests.adverts import SmallFinder, adverts_file

FILLER = " and so on and on to you" * 30


def read(text: str, **changes: object) -> Mix:
    """Return what the bakery's points say of ``text``."""
    return MixReader(adverts_file(**changes), SmallFinder()).read(text)


@pytest.mark.parametrize(
    ("text", "outcome", "roles", "nearest"),
    [
        ("You tend the oven and bake the rye", "role", ("baker",), None),
        ("You mind the till and sell cakes", "role", ("seller",), None),
        ("You mind the till and tend the oven", "mixed", ("baker", "seller"), None),
        ("You do the tax and clean it", "none", (), None),
        ("You run the mill and clean it", "none", (), "baker"),
        ("You tend the house", "too-short", (), None),
        ("Bake", "too-short", (), None),
        ("Vous tenez le four avec du pain oven rye", "other-language", (), None),
        (
            "我们需要一位经验丰富的面包师负责每天早上的烘焙工作以及商店的日常管理和销售",
            "other-language",
            (),
            None,
        ),
        (f"The oven and rye{FILLER}", "not-an-advert", (), None),
        (f"You will apply to the oven and rye{FILLER}", "role", ("baker",), None),
    ],
)
def test_outcomes(text: str, outcome: str, roles: tuple[str, ...], nearest: str | None) -> None:
    """One role, several, none with the nearest job, or why nothing can be told."""
    mix = read(text)
    assert (mix.outcome, mix.roles, mix.nearest) == (outcome, roles, nearest)


def test_likelier_none_where_roles_are_mixed() -> None:
    """Where no role leads, other work is told once it is likelier than any of them."""
    assert read("You mind the till and the oven", none_start=22).outcome == "none"
    assert read("You mind the till and the oven", none_start=8).outcome == "mixed"


def test_no_other_jobs() -> None:
    """Without other jobs in the file none is the nearest."""
    cues = [{**each.model_dump(), "jobs": ()} for each in adverts_file().cues]
    mix = read("You do the tax and clean it", jobs=[], jobs_start=[], cues=cues)
    assert (mix.outcome, mix.nearest) == ("none", None)


def test_shares_are_the_softmax_of_points() -> None:
    """Points add, what is said in three sentences counts twice, and the temperature divides."""
    mix = read("You tend the oven. You mind the oven. The oven is hot")
    assert dict(mix.shares)["baker"] == pytest.approx(softmax((6.0, 0.0))[0])
    assert mix.none_share == pytest.approx(softmax((-3.0, 0.0))[0])
    assert mix.cues == 1


def test_sentences_that_speak_for_a_role() -> None:
    """Sentences come with the role for which they speak, by how much, and by which cues."""
    text = "You tend ovens with rye. You clean. Then the till. Nothing."
    speaking = read(text).speaking
    assert speaking == (
        Speaking("baker", 0, 24, 70, ("rye-bread", "says-oven")),
        Speaking("seller", 36, 50, 30, ("says-till",)),
    )


def test_speaking_may_be_left_out() -> None:
    """Without the sentences all else is the same."""
    reader = MixReader(adverts_file(), SmallFinder())
    sentences = reader.sentences("You tend the oven")
    assert reader.mix(sentences, (), speaking=False).speaking == ()


def test_title_is_left_out() -> None:
    """The shares are the same whatever title the text holds."""
    plain, titled = (
        read("You mind the till and clean"),
        read("Master baker. You mind the till and clean"),
    )
    assert titled.shares == plain.shares


@given(
    st.text(alphabet=st.sampled_from("bakertil oven.<>/'\"\\n\n:•İ你")),
    st.sampled_from([None, "oven baker"]),
)
def test_any_text(text: str, title: str | None) -> None:
    """Whatever the text: shares sum to one, and sentences stand where they say."""
    reader = MixReader(adverts_file(), SmallFinder())
    sentences = reader.sentences(text)
    mix = reader.mix(sentences, SmallFinder().find(text), title)
    assert sum(share for _, share in mix.shares) == pytest.approx(1)
    assert all(text[each.start : each.end] == each.text for each in sentences)
    assert all(0 <= each.start < each.end <= len(text) for each in mix.speaking)
