"""The screens of ``mlroles advert --check``."""

from dataclasses import replace

from mlroles.hire.advert_check import AdvertCheck, Finding, Passage, PlaceLaw
from mlroles.render.document import Fields, Table
from mlroles.render.plain import to_plain
from mlroles.titles.report import NamedJob
from mlroles.views.advert_check import view
from tests.unit.views.blocks import all_of, headings, one_of, suggested

LAW = PlaceLaw("Crumbia", "Bread Act, 1", "every bakery", "2020", "https://example.org/bread")


def finding(kind: str, *passages: Passage, **more: object) -> Finding:
    """Return a finding of a kind."""
    found = Finding(
        id="persona",
        title=f"Found {kind}",
        why=f"Why {kind}.",
        better=f"Mend {kind}.",
        passages=passages,
        figure=None,
        limit=None,
        references=(),
    )
    return replace(found, id=kind, **more)  # type: ignore[arg-type]


FOUND = (
    finding("tool-years", Passage("20 years of Mixer", 3, years=20, since=2020)),
    finding("no-pay"),
    finding("rare-must", Passage("oats", 4, share=0.02), Passage("spelt", None, share=0.004)),
    finding("many-musts", figure=15, limit=14),
    finding("persona", Passage("ninja", 7, "the trade"), Passage("guru", 7)),
    finding("coded-words", Passage("bold", 9), figure=3, limit=3, references=("Miller",)),
)
CHECK = AdvertCheck(
    title="Baker",
    outcome="role",
    reads_like=(NamedJob("baker", "Baker", role=True),),
    findings=FOUND,
    looked_for=("no-pay", "persona"),
    words=1_234,
    reading_ease=31.4,
    musts=15,
    pay_laws=(LAW,),
    pay_law_places=("Crumbia", "Crust"),
    pay_laws_note="Ask the guild.",
    blanks=("the bakery", "the town"),
    coded_words_worth="Little.",
    not_for="It says nothing of bakers.",
)


def test_short() -> None:
    """The short answer has the five worst findings with their lines, words and what is better."""
    screen = view(CHECK, "a b.md", full=False)
    assert headings(screen) == ["6 things to mend, the worst first"]
    rows = one_of(screen, Table).rows
    assert rows == (
        ("3", "Found tool-years: “20 years of Mixer” (there since 2020)", "Mend tool-years."),
        ("", "Found no-pay (required in Crumbia)", "Mend no-pay."),
        (
            "4",
            "Found rare-must: “oats” (2 % of ads); “spelt” (under 1 % of ads)",
            "Mend rare-must.",
        ),
        ("", "Found many-musts (15, over 14)", "Mend many-musts."),
        ("7", "Found persona: “ninja”; “guru”", "Mend persona."),
    )
    assert one_of(screen, Fields).items == (
        ("And", "Found coded-words"),
        ("Reads like", "Baker"),
        ("Still blank", "[the bakery]; 1 more"),
    )
    assert suggested(screen) == (
        "mlroles advert --check 'a b.md' --full",
        "mlroles read 'a b.md'",
    )


def test_full() -> None:
    """With everything each finding has its reasons, its laws, its evidence, and what to say."""
    screen = view(CHECK, "advert.md", full=True)
    text = to_plain(screen)
    assert headings(screen)[1:] == [
        "Found tool-years",
        "Found no-pay",
        "Found rare-must",
        "Found many-musts (15, over 14)",
        "Found persona",
        "Found coded-words (3 more than of the other kind)",
        "The whole advert",
    ]
    for said in (
        "Why persona.",
        "- line 7: “ninja”; say the trade",
        "- “spelt” (under 1 % of ads)",
        "Crumbia: Bread Act, 1, since 2020: every bakery. https://example.org/bread",
        "Evidence: Little.",
        "Rests on: Miller",
        "Words: 1,234",
        "Reading ease: 31 (60 is plain English, 30 is for graduates)",
        "Musts: 15",
        "Still blank: [the bakery]; [the town]",
        "Required in: Crumbia and Crust",
        "Mind: Ask the guild.",
        "It says nothing of bakers.",
    ):
        assert said in text
    assert suggested(screen) == ("mlroles read advert.md",)


def test_nothing_found() -> None:
    """Where nothing is found it is said of how many things, and nothing is in a table."""
    screen = view(
        replace(CHECK, findings=(), blanks=(), reads_like=(), outcome="too-short"), "-", full=False
    )
    assert headings(screen) == ["Nothing to mend, of 2 things looked for."]
    assert all_of(screen, Table) == []
    assert one_of(screen, Fields).items == ()
    assert suggested(screen) == ()


def test_nothing_found_in_full() -> None:
    """In full the whole advert is described also where nothing is found and little is known."""
    bare = replace(CHECK, findings=(), blanks=(), reads_like=(), outcome="none", reading_ease=None)
    text = to_plain(view(bare, "-", full=True))
    assert "Reads like: none of these roles, nor a job that this catalogue knows" in text
    assert "Reading ease" not in text
    assert "Ask the guild." not in text


def test_no_law_is_known() -> None:
    """Where no law is known none is said to require pay."""
    bare = replace(CHECK, findings=(finding("no-pay"),), pay_laws=(), pay_law_places=())
    text = to_plain(view(bare, "-", full=True))
    assert "Required in" not in text
    assert "Found no-pay" in to_plain(view(bare, "-", full=False))


def test_one_thing() -> None:
    """A single finding is not called the worst, and a long passage is cut in the short answer."""
    long = finding("hard-to-read", Passage("x" * 60, 2), figure=-3.4, limit=0)
    screen = view(replace(CHECK, findings=(long,)), "-", full=False)
    assert headings(screen) == ["1 thing to mend"]
    ((_, found, _),) = [row for row in one_of(screen, Table).rows if isinstance(row, tuple)]
    assert found == f"Found hard-to-read (reading ease -3, under 0): “{'x' * 44}…”"
