"""The screen of a draft, and what is said beside it."""

from dataclasses import replace

import pytest

from mlroles.hire.draft import AdvertDraft, DraftSkill, OfferedBand, OwnPay
from mlroles.render.document import Fields, Items
from mlroles.render.plain import to_plain
from mlroles.roles.cited import RoleName
from mlroles.views.advert_draft import notes, view
from tests.unit.views.blocks import all_of, headings

BAND = OfferedBand(
    low=41_499,
    high=60_500,
    currency="EUR",
    period="year",
    country="France",
    year=2031,
    level="Senior",
    adverts=40,
    bands=20,
    widened=(),
    source="crumb",
)
DRAFT = AdvertDraft(
    role=RoleName("baker", "Baker", "Baker", "B"),
    title="Old Baker",
    level="Senior",
    summary="You will bake.",
    duties=("Bake",),
    help=("Sweep",),
    musts=(DraftSkill(("kneading",), "Kneading", 0.5, None),),
    helpful=(DraftSkill(("counting",), "Counting", None, 1),),
    adverts=1_200,
    adverts_year=2031,
    adverts_source="crumb",
    offered=BAND,
    company=None,
    place=None,
    country=None,
    pay=None,
    posted=None,
    headings={
        "duties": "Your work",
        "help": "You help to",
        "musts": "Requirements",
        "helpful": "Nice to have",
        "offer": "Benefits",
        "apply": "Apply",
    },
    blanks={
        "company": "the bakery",
        "about": "what it bakes",
        "place": "the town",
        "pay": "not theirs",
        "contract": "hours",
        "offer": "bread",
        "apply": "the door",
    },
)


def test_draft() -> None:
    """A draft has its title, its parts in their order, and a blank for what is not known."""
    text = to_plain(view(DRAFT))
    assert text == (
        "Old Baker\n\nYou will bake.\n\n"
        "Employer: [the bakery]\nPlace: [the town]\nLevel: Senior\nHours: [hours]\n\n"
        "[what it bakes]\n\nYour work\n\n- Bake\n\nYou help to\n\n- Sweep\n\n"
        "Requirements\n\n- Kneading\n\nNice to have\n\n- Counting\n\nBenefits\n\n"
        "- Pay: [EUR 41,000 to 60,000 a year; not theirs]\n- [bread]\n\nApply\n\n[the door]\n"
    )


def test_parts_of_which_nothing_is_known_are_left_out() -> None:
    """A part without anything in it has no heading, and no level no line."""
    bare = replace(DRAFT, help=(), helpful=(), level=None, offered=None)
    assert headings(view(bare)) == ["Old Baker", "Your work", "Requirements", "Benefits", "Apply"]
    (fields,) = all_of(view(bare), Fields)
    assert [label for label, _ in fields.items] == ["Employer", "Place", "Hours"]
    assert all_of(view(bare), Items)[-1].items == ("Pay: [not theirs]", "[bread]")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (50_000, 60_000, "EUR 50,000 to 60,000 a month"),
        (50_000, 50_000, "EUR 50,000 a month"),
        (50_000, None, "EUR from 50,000 a month"),
        (None, 60_000, "EUR up to 60,000 a month"),
    ],
)
def test_own_pay(low: float | None, high: float | None, said: str) -> None:
    """What the employer says that it pays stands without brackets."""
    blanks = {name: text for name, text in DRAFT.blanks.items() if name != "pay"}
    own = replace(
        DRAFT, company="Crumb", place="Lyon", pay=OwnPay(low, high, "EUR", "month"), blanks=blanks
    )
    assert all_of(view(own), Items)[-1].items[0] == f"Pay: {said}"
    (fields,) = all_of(view(own), Fields)
    assert fields.items[:2] == (("Employer", "Crumb"), ("Place", "Lyon"))


def test_notes() -> None:
    """Beside a draft is said what is blank, what it rests on, and what to type next."""
    blanks, skills, pay, draft, then = notes(DRAFT, ("advert", "--check", "a b.md"))
    assert blanks == "7 blanks in [brackets], which only you can fill in."
    assert skills == (
        "Skills: what most of 1,200 adverts for Baker name, counted to 2031 (mlroles skills baker)."
    )
    assert pay == (
        "Pay: half of 20 bands in 40 adverts have their middle there (France, 2031, Senior). "
        "mlroles pay baker"
    )
    assert draft == "It is a draft: read it as somebody would who looks for work."
    assert then == "Next: mlroles advert --check 'a b.md'"


def test_notes_where_little_is_known() -> None:
    """What was not counted, given up or not stated is said to be so."""
    widened = replace(BAND, country=None, year=None, level=None, widened=("experience", "year"))
    lines = notes(replace(DRAFT, adverts=None, offered=widened), ("advert",), ("--company",))
    assert lines[1].endswith("no adverts of it were counted.")
    assert lines[2] == (
        "Pay: half of 20 bands in 40 adverts have their middle there. Too few where you asked: "
        "all levels together and all years together. mlroles pay baker"
    )
    assert lines[4] == "Search engines want more than is said here; add --company."
    blank = notes(replace(DRAFT, offered=None), ("advert",))[2]
    assert blank == "Pay: too few adverts for Baker state it; it is a blank."
