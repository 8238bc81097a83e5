"""The screens of ``mlroles read``."""

from dataclasses import replace
from typing import Any

import pytest

from mlroles.adverts.bands import Bands, BandsBeside
from mlroles.adverts.reading import (
    AdvertReading,
    AdvertTitle,
    AskedSkill,
    Passage,
    Reason,
    RoleShare,
    UsualSkill,
    YouBeside,
)
from mlroles.adverts.terms.found import (
    Contract,
    Degree,
    Language,
    Level,
    Pay,
    Place,
    Remote,
    Terms,
    Years,
)
from mlroles.render.document import Document, Fields, Paragraph, Phrase, Table
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.titles.report import NamedJob
from mlroles.views.advert import view
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.unit.views.blocks import all_of, headings, suggested

AT: dict[str, Any] = {"start": 0, "end": 1, "words": "as it stands"}
SILENT = Terms(
    pay=None,
    years=None,
    degree=None,
    level=None,
    remote=None,
    place=None,
    contract=None,
    languages=None,
)
FULL = Terms(
    pay=Pay(
        **AT,
        low=50000,
        high=60000,
        currency="EUR",
        currency_named=True,
        period="year",
        basis="gross",
    ),
    years=Years(**AT, low=3, high=None, need="must"),
    degree=Degree(**AT, levels=("bachelor", "master"), need="must", equivalent=True),
    level=Level(**{**AT, "words": "Senior"}, level="senior", where="title"),
    remote=Remote(**AT, where="hybrid", days=2),
    place=Place(**{**AT, "words": "Rye"}),
    contract=(Contract(**AT, kind="permanent"), Contract(**AT, kind="full-time")),
    languages=(Language(**{**AT, "words": "German"}, code="de", need="must"),),
)
BAKER = AdvertReading(
    outcome="role",
    roles=("baker",),
    shares=(RoleShare("baker", 0.98), RoleShare("bread-seller", 0.02)),
    none_share=0.3,
    nearest=None,
    cues=7,
    title=AdvertTitle("Baker", (NamedJob("baker", "Baker", role=True),), agrees=True),
    reasons=(Reason("baker", "You knead dough.", 20, ("kneading",)),),
    skills=(
        AskedSkill("kneading", "Kneading", "must", "knead", 0.4),
        AskedSkill("mixers", "Mixers", "helpful", "mixer", None),
    ),
    usual=tuple(UsualSkill(f"s{n}", f"Skill {n}", 0.5) for n in range(4)),
    terms=FULL,
    pay_beside=None,
    passages=(
        Passage("We are nice.", left_out=True, role=None, points=0),
        Passage("You knead dough.", left_out=False, role="baker", points=20),
        Passage("You like it.", left_out=False, role=None, points=0),
    ),
)
MILLER = NamedJob("miller", "Miller", role=False)
NONE = replace(
    BAKER, outcome="none", roles=(), nearest=MILLER, reasons=(), usual=(), terms=SILENT, skills=()
)
UNREAD = replace(NONE, outcome="too-short", nearest=None, shares=(), none_share=None, title=None)


@pytest.fixture
def bakers(tmp_path: Any) -> Catalogue:
    """Return the bakery."""
    return load_catalogue(write(tmp_path, whole_bakery()))


def text(document: Document) -> str:
    """Return a screen as running words."""
    return " ".join(to_plain(document).split())


def screen(
    result: AdvertReading, catalogue: Catalogue, *, full: bool = False, evidence: bool = False
) -> Document:
    """Return the screen of an advert in a file."""
    return view(result, catalogue, "ad.txt", full=full, evidence=evidence)


def test_answer_comes_first(bakers: Catalogue) -> None:
    """The first line says what the job is; no share is surer than what was measured."""
    document = screen(BAKER, bakers)
    assert headings(document) == ["Titled “Baker”: reads like Master Baker"]
    written = text(document)
    assert "more than 95 %" in written
    assert "less than 5 %" in written
    assert "None of these: 30 %; the shares take it for one of the roles" in written
    assert "You knead dough." in written
    assert "Skill 1 (50 % of ads)" in written
    assert "Skill 2" not in written
    assert suggested(document) == (
        "mlroles read ad.txt --full",
        "mlroles profile --ask",
        "mlroles plan --advert ad.txt",
    )


def test_you_and_it(bakers: Catalogue) -> None:
    """What the person has, lacks and did not say is told apart, all of it with --full."""
    you = YouBeside(("kneading",), ("counting",), ("greeting",), ("greeting",))
    named = (*BAKER.skills, AskedSkill("greeting", "Greeting", "named", "greet", None))
    result = replace(BAKER, you=you, skills=named)
    short = screen(result, bakers)
    written = text(short)
    for label, skill in (
        ("You have", "kneading"),
        ("Perhaps too little", "counting"),
        ("You lack", "greeting"),
        ("Not known of you", "greeting"),
    ):
        assert f"{label}: {bakers.skills[skill].title}" in written
    assert "Named:" not in written
    assert "Usual, not here" not in written
    assert suggested(short)[-1] == "mlroles plan --advert ad.txt"
    assert "mlroles profile --ask" not in suggested(short)
    full = text(screen(result, bakers, full=True))
    assert "Named: Greeting" in full
    assert "You lack" in full
    assert "Usual, not here" in full
    only = text(screen(replace(result, you=YouBeside((), (), (), ("greeting",))), bakers))
    assert "You have" not in only


@pytest.mark.parametrize(
    ("result", "answer", "leads"),
    [
        (
            replace(BAKER, outcome="mixed", roles=("baker", "bread-seller"), title=None),
            "Reads like: mixed, Master Baker and Bread Seller",
            "mlroles plan --advert ad.txt",
        ),
        (
            replace(NONE, title=AdvertTitle("Baker", (), agrees=False)),
            "Titled “Baker”, but reads like none of these roles; nearest to Miller",
            "mlroles show miller",
        ),
        (
            replace(NONE, nearest=None),
            "Titled “Baker”: reads like none of these roles, nor a job that this catalogue knows",
            "mlroles title Baker",
        ),
        (
            UNREAD,
            "Too short to tell: it says too little of what is done and needed.",
            "mlroles list --all",
        ),
        (
            replace(UNREAD, outcome="not-an-advert"),
            "This does not read like a job advert.",
            "mlroles list --all",
        ),
    ],
)
def test_every_answer_leads_on(
    result: AdvertReading, answer: str, leads: str, bakers: Catalogue
) -> None:
    """Whatever comes out is said in a sentence and leads to another command."""
    document = screen(result, bakers)
    assert headings(document) == [answer]
    assert suggested(document)[-1] == leads


def test_pipe_is_not_read_again(bakers: Catalogue) -> None:
    """What came through a pipe is not suggested to be read again."""
    assert suggested(view(BAKER, bakers, "-", full=False, evidence=False)) == (
        "mlroles plan baker",
    )
    nearest = replace(NONE, skills=BAKER.skills)
    assert suggested(screen(nearest, bakers))[-2:] == (
        "mlroles profile --ask",
        "mlroles plan --advert ad.txt",
    )
    assert "mlroles show miller" in suggested(screen(nearest, bakers))


def test_terms(bakers: Catalogue) -> None:
    """What is named is shown; what is not stands together as not named."""
    written = text(screen(BAKER, bakers))
    assert (
        "Terms: 50,000–60,000 EUR a year gross; 3 or more years; bachelor or master or "
        "equivalent; senior; Rye, hybrid, 2 days in the office; permanent, full-time; German"
        in written
    )
    assert "Not named:" not in written
    silent = text(screen(NONE, bakers))
    assert "Not named: pay, years, degree, level, where, contract, languages" in silent
    assert "Skills: not named" in silent
    assert "Terms:" not in silent


def test_full_answer(bakers: Catalogue) -> None:
    """The whole answer has the words found, each term on its own, and every sentence."""
    document = screen(BAKER, bakers, full=True)
    assert headings(document)[1:] == ["Speaks for Master Baker"]
    written = text(document)
    assert "Kneading: “knead”, in 40 % of such ads" in written
    assert "Mixers: “mixer”" in written
    assert "Skill 3" in written
    assert "Where: Rye, hybrid" in written
    assert "Rests on: 7 cues in its text, the title left out" in written
    assert suggested(document)[0] == "mlroles read ad.txt --evidence"
    mixed = replace(BAKER, outcome="mixed", roles=("baker", "bread-seller"))
    assert headings(screen(mixed, bakers, full=True))[1:] == ["Speaks for Master Baker"]
    assert headings(screen(NONE, bakers, full=True))[1:] == []


def test_evidence(bakers: Catalogue) -> None:
    """The text is shown sentence by sentence, with what each speaks for."""
    document = screen(BAKER, bakers, evidence=True)
    (table,) = all_of(document, Table)
    assert table.rows == (
        ("We are nice.", Phrase("left out: not about the work", muted=True)),
        ("You knead dough.", (Phrase("Master Baker", role=0), "+20 points")),
        ("You like it.", Phrase("nothing", muted=True)),
    )
    assert not all_of(document, Fields)
    nothing = screen(replace(BAKER, passages=()), bakers, evidence=True)
    assert all_of(nothing, Paragraph) == [Paragraph("There is no sentence in it.")]


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({"low": None}, "up to 60,000 EUR a year gross"),
        ({"high": None}, "from 50,000 EUR a year gross"),
        ({"high": 50000}, "50,000 EUR a year gross"),
        ({"currency_named": False}, "50,000–60,000 EUR (likely) a year gross"),
        ({"currency": None, "period": None, "basis": None}, "50,000–60,000"),
    ],
)
def test_pay(changes: dict[str, Any], written: str, bakers: Catalogue) -> None:
    """Pay is written as it is named, with what is only likely said so."""
    assert FULL.pay is not None
    pay = replace(FULL.pay, **changes)
    result = replace(BAKER, terms=replace(SILENT, pay=pay))
    assert f"Pay: {written} Not named" in text(screen(result, bakers, full=True))


@pytest.mark.parametrize(
    ("years", "written"),
    [((None, 5), "up to 5"), ((2, 5), "2 to 5"), ((2, None), "2 or more")],
)
def test_years(years: tuple[int | None, int | None], written: str, bakers: Catalogue) -> None:
    """Years are written with the bounds that are named."""
    own = Years(**AT, low=years[0], high=years[1], need="must")
    result = replace(BAKER, terms=replace(SILENT, years=own))
    assert f"Years: {written} Not named" in text(screen(result, bakers, full=True))


def test_parts_of_terms(bakers: Catalogue) -> None:
    """A degree without another way, and work from anywhere without days, are written plainly."""
    terms = replace(
        SILENT,
        degree=Degree(**AT, levels=("doctorate",), need="must", equivalent=False),
        remote=Remote(**AT, where="remote", days=None),
    )
    written = text(screen(replace(BAKER, terms=terms), bakers))
    assert "Terms: doctorate; remote" in written
    placed = replace(BAKER, terms=replace(SILENT, place=FULL.place))
    assert "Terms: Rye" in text(screen(placed, bakers))


@pytest.mark.parametrize(
    ("need", "says"), [("helpful", "would help"), ("not-needed", "not needed")]
)
def test_what_need_not_be(need: Any, says: str, bakers: Catalogue) -> None:
    """Years, a degree and a language that need not be say so."""
    terms = replace(
        SILENT,
        years=Years(**AT, low=2, high=None, need=need),
        degree=Degree(**AT, levels=("doctorate",), need=need, equivalent=False),
        languages=(Language(**{**AT, "words": "German"}, code="de", need=need),),
    )
    written = text(screen(replace(BAKER, terms=terms), bakers))
    assert f"2 or more years ({says}); doctorate ({says}); German ({says})" in written


def test_pay_beside_the_bands(bakers: Catalogue) -> None:
    """The pay stands among the bands of such adverts, or it is said why not."""
    bands = Bands(
        "baker", "FR", "old", 2031, 12, 30000, 50000, 70000, "EUR", "crumb", 55000, above=50
    )
    for own, says in (
        (bands, "over the 50th percentile of 12 bands of 2031 (FR, old)"),
        (replace(bands, above=0, year=None), "under the 10th percentile of 12 bands (FR, old)"),
    ):
        result = replace(BAKER, pay_beside=BandsBeside(own, None))
        assert f"Pay beside: {says}" in text(screen(result, bakers))
        full = text(screen(result, bakers, full=True))
        assert f"55,000, its middle, is {says}: half lie under 50,000 EUR" in full
    result = replace(BAKER, pay_beside=BandsBeside(None, "no-level"))
    assert "Pay beside: not said: no level is named" in text(screen(result, bakers))


def test_long_sentence_is_cut(bakers: Catalogue) -> None:
    """A long sentence is cut between words in the short answer, and the cut is shown."""
    long = replace(BAKER, reasons=(Reason("baker", "You knead " * 20, 20, ()),))
    assert "knead …”" in text(screen(long, bakers))


def test_chances_between(bakers: Catalogue) -> None:
    """A share that is not extreme stands as a number."""
    shares = (RoleShare("baker", 0.6), RoleShare("bread-seller", 0.4))
    assert "Bread Seller: 40 %" in text(screen(replace(BAKER, shares=shares), bakers))
