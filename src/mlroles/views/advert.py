"""What a job advert says: the answer first, then what it asks for and what it offers."""

from collections.abc import Iterator, Sequence
from typing import Final

from mlroles.adverts.bands import Bands, BandsBeside, Why
from mlroles.adverts.reading import AdvertReading, AskedSkill, YouBeside
from mlroles.adverts.terms.found import Need, Pay, Remote, Terms, Years
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import counted, few, listed, quoted, whole

UNREAD: Final = {
    "too-short": "Too short to tell: it says too little of what is done and needed.",
    "not-an-advert": "This does not read like a job advert.",
    "other-language": "This is not in English, and only English is read.",
}
NEEDS: Final = {
    "must": "Must",
    "helpful": "Would help",
    "named": "Named",
    "not-needed": "Not needed",
}
NEEDED: Final[dict[Need, str]] = {"helpful": "would help", "not-needed": "not needed"}
"""What is said behind years, a degree or a language that need not be."""
DEGREES: Final = {
    "any": "a degree",
    "secondary": "secondary school",
    "bachelor": "bachelor",
    "master": "master",
    "doctorate": "doctorate",
}
NOT_NAMED: Final = Phrase("not named", muted=True)
WHY_NOT: Final[dict[Why, str]] = {
    "not-one-role": "not said: the advert is not one role",
    "not-a-year": "not said: it is not named as pay for a year",
    "other-currency": "not said: the bands are in another currency",
    "no-place": "not said: no country is named of which there are bands",
    "no-level": "not said: no level is named",
    "too-few-adverts": "not said: too few adverts of that country and level",
}
"""Why pay is not laid beside the bands of adverts."""

SHORT: Final = 3
"""Things of a kind in the short answer."""

SHORT_USUAL: Final = 2
"""So many skills that are usual and not there are in the short answer."""

SUREST: Final = 0.95
"""The surest share that is shown as a number."""

LONGEST: Final = 52
"""Letters of a sentence in the short answer, where it takes one row of 80 columns."""


def view(
    result: AdvertReading, catalogue: Catalogue, file: str, *, full: bool, evidence: bool
) -> Document:
    """Return the screen of ``mlroles read``; ``file`` is what was read, to be read again."""
    blocks: list[Block] = [Heading(_answer(result, catalogue))]
    if evidence:
        blocks.append(_evidence(result, catalogue))
    else:
        rows = (*_shares(result, catalogue), *_fields(result, catalogue, full=full))
        blocks.append(Fields(rows))
        if full and result.reasons:
            blocks += _reasons(result, catalogue)
    blocks.append(Next(tuple(_next(result, file, full=full, evidence=evidence))))
    return Document(tuple(blocks))


def _answer(result: AdvertReading, catalogue: Catalogue) -> str:
    """Return what the job is, in a sentence."""
    if result.outcome in UNREAD:
        return UNREAD[result.outcome]
    names = [_role(catalogue, each).text for each in result.roles]
    if result.outcome == "mixed":
        reads = f"mixed, {listed(names)}"
    elif names:
        reads = names[0]
    elif result.nearest:
        reads = f"none of these roles; nearest to {result.nearest.title}"
    else:
        reads = "none of these roles, nor a job that this catalogue knows"
    title = result.title
    if title is None:
        return f"Reads like: {reads}"
    but = ", but reads like" if title.agrees is False else ": reads like"
    return f"Titled {quoted(title.title)}{but} {reads}"


def _shares(result: AdvertReading, catalogue: Catalogue) -> Iterator[tuple[Text, Cell]]:
    """Yield the shares of the roles and, apart, the chance that it is none of them."""
    for each in sorted(result.shares, key=lambda each: -each.share):
        yield _role(catalogue, each.role), _percent(each.share)
    if result.shares:
        apart = f"{_percent(result.none_share or 0)}; the shares take it for one of the roles"
        yield Phrase("None of these", muted=True), apart


def _percent(share: float) -> str:
    """Return a share in words that are no surer than what was measured.

    Of the adverts that were given 90 % or more, 97 % bore that title.
    """
    if share > SUREST:
        return f"more than {whole(100 * SUREST)} %"
    if share < 1 - SUREST:
        return f"less than {whole(100 - 100 * SUREST)} %"
    return f"{whole(100 * share)} %"


def _role(catalogue: Catalogue, role: str) -> Phrase:
    place = catalogue.role_index[role]
    return Phrase(catalogue.roles[place].title, role=place)


def _fields(
    result: AdvertReading, catalogue: Catalogue, *, full: bool
) -> Iterator[tuple[Text, Cell]]:
    if result.shares and full:
        yield "Rests on", f"{counted(result.cues, 'cue')} in its text, the title left out"
    if result.reasons and not (full or result.you):
        yield "Says", quoted(_cut(result.reasons[0].words))
    for need, label in NEEDS.items():
        skills = [each for each in result.skills if each.need == need]
        told = full or need != "named" or not result.you  # what you have of them stands below
        if skills and told:
            yield label, _skills(skills, full=full)
    if not result.skills:
        yield "Skills", NOT_NAMED
    if result.usual and (full or not result.you):
        words = [f"{each.title} ({whole(100 * each.share)} % of ads)" for each in result.usual]
        yield "Usual, not here", "; ".join(words if full else words[:SHORT_USUAL])
    yield from _terms(result.terms, full=full)
    if result.pay_beside:
        yield "Pay beside", _beside(result.pay_beside, full=full)
    if result.you:
        yield from _you(result.you, catalogue, full=full)


def _you(you: YouBeside, catalogue: Catalogue, *, full: bool) -> Iterator[tuple[Text, Cell]]:
    """Yield what the person has of what is asked for, and what is not known of them."""
    parts = {
        "You have": you.have,
        "Perhaps too little": you.have_less,
        "You lack": you.lack,
        "Not known of you": you.not_known,
    }
    for label, skills in parts.items():
        if skills:
            titles = [catalogue.skills[each].title for each in skills]
            yield label, few(titles, len(titles) if full else SHORT)


def _skills(skills: Sequence[AskedSkill], *, full: bool) -> Cell:
    if not full:
        return few([each.title for each in skills], SHORT)
    return tuple(
        f"{each.title}: {quoted(each.words)}"
        + (f", in {whole(100 * each.share)} % of such ads" if each.share is not None else "")
        for each in skills
    )


def _terms(terms: Terms, *, full: bool) -> Iterator[tuple[Text, Cell]]:
    """Yield the terms; those that are not named stand together, because silence is not a no."""
    languages = [_needed(each.words, each.need) for each in terms.languages or ()]
    degree = terms.degree
    rows: dict[str, str] = {
        "Pay": _pay(terms.pay) if terms.pay else "",
        "Years": _years(terms.years, "" if full else " years") if terms.years else "",
        "Degree": _needed(
            " or ".join(DEGREES[each] for each in degree.levels)
            + (" or equivalent" if degree.equivalent else ""),
            degree.need,
        )
        if degree
        else "",
        "Level": terms.level.level if terms.level else "",
        "Where": ", ".join(
            each
            for each in (
                terms.place.words if terms.place else "",
                _remote(terms.remote) if terms.remote else "",
            )
            if each
        ),
        "Contract": ", ".join(each.kind for each in terms.contract or ()),
        "Languages": ", ".join(languages),
    }
    named = {label: words for label, words in rows.items() if words}
    silent = [label.lower() for label in rows if label not in named]
    if full:
        yield from named.items()
    elif named:
        yield "Terms", "; ".join(named.values())
    if silent:
        yield "Not named", ", ".join(silent)


def _needed(words: str, need: Need) -> str:
    """Return what is asked for, and where it need not be, that."""
    return f"{words} ({NEEDED[need]})" if need in NEEDED else words


def _pay(pay: Pay) -> str:
    ends = [f"{each:,.0f}" for each in dict.fromkeys((pay.low, pay.high)) if each is not None]
    if pay.low is None:
        ends = ["up to", *ends]
    if pay.high is None:
        ends = ["from", *ends]
    amount = " ".join(ends) if pay.low is None or pay.high is None else "–".join(ends)
    parts = [
        amount,
        (pay.currency or "") + ("" if pay.currency_named or not pay.currency else " (likely)"),
        f"a {pay.period}" if pay.period else "",
        pay.basis or "",
    ]
    return " ".join(each for each in parts if each)


def _beside(beside: BandsBeside, *, full: bool) -> str:
    """Return where the pay stands among the bands, or why that is not said."""
    if beside.bands:
        return _bands(beside.bands, full=full)
    return WHY_NOT[beside.why_not or "no-place"]


def _bands(bands: Bands, *, full: bool) -> str:
    place = f"over the {bands.above}th percentile" if bands.above else "under the 10th percentile"
    year = f" of {bands.year}" if bands.year else ""
    of = f"{counted(bands.bands, 'band')}{year} ({bands.country}, {bands.level})"
    if not full:
        return f"{place} of {of}"
    return (
        f"{whole(bands.middle)}, its middle, is {place} of {of}: half lie under "
        f"{whole(bands.median)} {bands.currency}"
    )


def _years(years: Years, unit: str) -> str:
    if years.low is None:
        words = f"up to {years.high}"
    else:
        words = f"{years.low} or more" if years.high is None else f"{years.low} to {years.high}"
    return _needed(words + unit, years.need)


def _remote(remote: Remote) -> str:
    days = f", {counted(remote.days, 'day')} in the office" if remote.days is not None else ""
    return f"{remote.where}{days}"


def _cut(words: str) -> str:
    """Return a sentence that fits the short answer; all of it stands under --full."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _reasons(result: AdvertReading, catalogue: Catalogue) -> Iterator[Block]:
    for role in result.roles:
        own = tuple(each.words for each in result.reasons if each.role == role)
        if own:
            yield Heading(Phrase(f"Speaks for {_role(catalogue, role).text}"), 2)
            yield Items(own)


def _evidence(result: AdvertReading, catalogue: Catalogue) -> Block:
    """Return the text, a row a sentence, with what it speaks for."""
    if not result.passages:
        return Paragraph("There is no sentence in it.")
    rows: list[tuple[Cell, ...]] = []
    for each in result.passages:
        if each.left_out:
            says: Cell = Phrase("left out: not about the work", muted=True)
        elif each.role:
            says = (_role(catalogue, each.role), f"+{each.points} points")
        else:
            says = Phrase("nothing", muted=True)
        rows.append((each.words, says))
    return Table(("Sentence", "Speaks for"), tuple(rows))


def _next(result: AdvertReading, file: str, *, full: bool, evidence: bool) -> Iterator[Command]:
    again = file != "-"
    if again and not (full or evidence):
        yield command("read", file, "--full")
    if again and full and not evidence and result.shares:
        yield command("read", file, "--evidence")
    plan = bool(result.skills) and again
    if len(result.roles) > 1:
        yield command("compare", *result.roles[:2])
    elif result.nearest:
        yield command("show", result.nearest.id)
    elif result.roles and not plan:
        yield command("plan", result.roles[0])
    elif not (result.roles or plan):
        yield command("title", result.title.title) if result.title else command("list", "--all")
    if plan:
        if result.you is None:
            yield command("profile", "--ask")
        yield command("plan", "--advert", file)
