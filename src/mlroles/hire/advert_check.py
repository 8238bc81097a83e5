"""An advert before it is posted: what in it will keep the right people away, where, and why.

Nothing here reads an application, and nothing says anything of a person.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mlroles.adverts.mix import Outcome
from mlroles.adverts.reading import AdvertReading, lay_out
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.telling import AdvertTools, Told, tell_advert
from mlroles.documents.text import Text
from mlroles.errors import DocumentError
from mlroles.hire.advert_models import AdvertRulesFile, FindingKind, PayLaw
from mlroles.hire.lines import Lines
from mlroles.hire.pay_laws import laws_at
from mlroles.hire.reading_ease import reading_ease
from mlroles.hire.tool_years import ToolYears
from mlroles.hire.wording import CodedFinder, PhraseFinder, Said
from mlroles.roles.catalogue import Catalogue
from mlroles.titles.report import NamedJob

SEVERAL: Final = 3
"""So many roles in one advert are several jobs."""

ENOUGH_WORDS: Final = 100
"""Words from which on reading ease says something; Flesch took samples of a hundred."""

LONGEST_SENTENCE: Final = 60
"""Words of a sentence that is one, and no list that has lost its lines."""

_BLANK: Final = re.compile(r"\[([^\[\]\n]*[^\W\d_]{2}[^\[\]\n]*)\]")
"""What is still to be filled in."""


@dataclass(frozen=True)
class Passage:
    """Words of the advert that a finding is about."""

    words: str
    """The words, as they stand."""
    line: int | None
    """The line in the file, from 1; null where the file has no lines of text, or it has no one."""
    instead: str = ""
    """What says more; empty where that is for the whole finding to say."""
    share: float | None = None
    """The share of adverts of the role that name it; null where that is not what is found."""
    years: int | None = None
    """The years that are asked for; null where that is not what is found."""
    since: int | None = None
    """The year since when there is such a tool; null where that is not what is found."""


@dataclass(frozen=True)
class Finding:
    """Something in an advert that could be better."""

    id: FindingKind
    """What is found; each once in an advert."""
    title: str
    """What is found, in words."""
    why: str
    """Why it matters."""
    better: str
    """What to do instead."""
    passages: tuple[Passage, ...]
    """The words that it is about; empty where it is about the whole advert."""
    figure: float | None
    """What was counted; null where nothing was."""
    limit: float | None
    """From where on it is found; null where nothing was counted."""
    references: tuple[str, ...]
    """What was published on it; empty where it is our own judgement."""


@dataclass(frozen=True)
class PlaceLaw:
    """A law that requires the advert to state pay."""

    place: str
    """Where."""
    law: str
    """The law, and the place in it."""
    who: str
    """Which employers have to."""
    since: str
    """Since when."""
    url: str
    """Where it is found."""


@dataclass(frozen=True)
class AdvertCheck:
    """What an advert could say better."""

    title: str | None
    """Its title; null where the first line is none."""
    outcome: Outcome
    """What the reader of adverts makes of it: a role, mixed, none of the roles, or too short."""
    reads_like: tuple[NamedJob, ...]
    """The roles that its duties are, or the job beside them; empty where that cannot be told."""
    findings: tuple[Finding, ...]
    """What is found, the worst first; empty where nothing is."""
    looked_for: tuple[FindingKind, ...]
    """What was looked for."""
    words: int
    """How many words it has."""
    reading_ease: float | None
    """Its reading ease after Flesch: 60 is plain, 30 for graduates; null for few words."""
    musts: int
    """How many skills must be."""
    pay_laws: tuple[PlaceLaw, ...]
    """The laws that require pay at the place of the job, where it states none."""
    pay_law_places: tuple[str, ...]
    """Every place of which such a law is known here."""
    pay_laws_note: str
    """What that list is not."""
    blanks: tuple[str, ...]
    """What is still to be filled in."""
    coded_words_worth: str
    """What the evidence for coded words is worth."""
    not_for: str
    """What the check is not for."""


@dataclass(frozen=True)
class Look:
    """An advert that is being checked."""

    rules: AdvertRulesFile
    text: str
    told: Told
    reading: AdvertReading
    lines: Lines
    year: int
    blanks: tuple[str, ...]
    widely_used: frozenset[str]
    """The ids of skills of the role that many people or adverts have, whatever else is counted."""

    def passage(self, start: int, words: str, instead: str = "") -> Passage:
        """Return words of the text with the line on which they stand."""
        return Passage(words, self.lines.of(self.text, start, words), instead)

    def said(self, found: Sequence[Said]) -> tuple[Passage, ...]:
        """Return words that could be said otherwise."""
        return tuple(self.passage(each.start, each.words, each.better) for each in found)


@dataclass(frozen=True)
class Found:
    """What one rule finds: words, and the figure with its limit where it counts something."""

    passages: tuple[Passage, ...] = ()
    figure: float | None = None
    limit: float | None = None


class AdvertChecker:
    """Checks adverts; made once, it may check many."""

    def __init__(self, catalogue: Catalogue, tools: AdvertTools, rules: AdvertRulesFile) -> None:
        self._catalogue = catalogue
        self._tools = tools
        self._rules = rules
        self._years = ToolYears(rules.tools)
        self._personas = PhraseFinder(rules.personas)
        self._empty = PhraseFinder(rules.empty)
        self._coded = CodedFinder(rules.coded)
        self._cites = {each.id: each.cite for each in rules.references}

    def check(
        self, advert: Text, raw: str | None = None, title: str | None = None, *, year: int
    ) -> AdvertCheck:
        """Return what an advert could say better in the year ``year``.

        ``raw`` is the file as it is written, by which lines are told; None where it has none.
        Raises DocumentError as ``_refuse`` says.
        """
        text = advert.text
        told = tell_advert(self._tools, text, advert.heading_lines, title)
        reading = lay_out(self._catalogue, self._tools, told, text)
        _refuse(reading)
        blanks = tuple(each[1] for each in _BLANK.finditer(text))
        used = self._widely_used(reading)
        look = Look(self._rules, text, told, reading, Lines(raw), year, blanks, used)
        ease = _ease(look)
        return AdvertCheck(
            title=reading.title.title if reading.title else None,
            outcome=reading.outcome,
            reads_like=self._reads_like(reading),
            findings=tuple(self._findings(look, ease)),
            looked_for=tuple(each.id for each in self._rules.kinds),
            words=len(text.split()),
            reading_ease=None if ease is None else round(ease, 1),
            musts=_number_of_musts(look),
            pay_laws=tuple(map(_law, self._laws(look))) if _no_pay(look) else (),
            pay_law_places=tuple(each.place for each in self._rules.pay_laws.laws),
            pay_laws_note=self._rules.pay_laws.note,
            blanks=blanks,
            coded_words_worth=self._rules.coded.worth,
            not_for=self._rules.not_for,
        )

    def _findings(self, look: Look, ease: float | None) -> Iterator[Finding]:
        found: Mapping[FindingKind, Found | None] = {
            "title-duties": _title(look),
            "several-roles": _several(look),
            "tool-years": self._tool_years(look),
            "no-pay": Found() if _no_pay(look) else None,
            "rare-must": _rare(look),
            "many-musts": _many(look),
            "persona": _few(look, self._personas, 1),
            "empty-phrases": _few(look, self._empty, look.rules.limits.empty_phrases.value),
            "hard-to-read": _hard(look, ease),
            "too-long": _long(look),
            "too-short": _short(look),
            "coded-words": self._leaning(look),
        }
        for kind in look.rules.kinds:
            if each := found[kind.id]:
                yield Finding(
                    kind.id,
                    kind.title,
                    kind.why,
                    kind.better,
                    each.passages,
                    each.figure,
                    each.limit,
                    tuple(self._cites[name] for name in kind.references),
                )

    def _reads_like(self, reading: AdvertReading) -> tuple[NamedJob, ...]:
        roles = self._catalogue.role_index
        named = [self._catalogue.roles[roles[each]] for each in reading.roles]
        found = tuple(NamedJob(each.id, each.title, role=True) for each in named)
        return found or ((reading.nearest,) if reading.nearest else ())

    def _widely_used(self, reading: AdvertReading) -> frozenset[str]:
        """Return the skills of the role that are common, or of some of its people."""
        roles = frozenset(reading.roles)
        return frozenset(
            each.skill
            for each in self._catalogue.quoted.evidence
            if each.skill and each.role in roles and each.standing in {"common", "some"}
        )

    def _tool_years(self, look: Look) -> Found | None:
        passages = tuple(
            Passage(
                each.words,
                look.lines.of(look.text, each.start, each.words),
                years=each.years,
                since=each.since,
            )
            for each in self._years.find(look.text, look.year)
        )
        return Found(passages) if passages else None

    def _laws(self, look: Look) -> tuple[PayLaw, ...]:
        place = look.reading.terms.place
        return laws_at(look.rules.pay_laws.laws, place.words) if place else ()

    def _leaning(self, look: Look) -> Found | None:
        more, words = self._coded.leaning(look.text)
        limit = look.rules.limits.coded.value
        return Found(look.said(words), more, limit) if more >= limit else None


def _refuse(reading: AdvertReading) -> None:
    """Raise DocumentError where a text is not in English, or is no advert and bears no title."""
    if reading.outcome == "other-language":
        raise DocumentError("This does not read like English.", "Only English adverts are checked.")
    if reading.outcome == "not-an-advert" and reading.title is None:
        raise DocumentError(
            "This does not read like a job advert.",
            "Give the whole text of one advert; where it is one, say its title with --title.",
        )


def _title(look: Look) -> Found | None:
    """Find a title that means another job than the duties, where these are clear."""
    reading, limit = look.reading, look.rules.limits.lead_share.value
    if reading.title is None or reading.title.agrees is not False:
        return None
    known = {each.role for each in reading.shares}
    if known.isdisjoint(each.id for each in reading.title.means):
        return None  # of other jobs the reader of adverts knows too little to contradict a title
    if reading.outcome == "role":
        sure = max(each.share for each in reading.shares)
    else:
        sure = (reading.none_share or 0) if reading.outcome == "none" else 0
    if sure < limit:
        return None
    return Found((look.passage(0, reading.title.title),), sure, limit)


def _several(look: Look) -> Found | None:
    """Find an advert that is three jobs: each has a share, and sentences that speak for it."""
    limits = look.rules.limits
    if look.reading.outcome != "mixed":
        return None
    points: Counter[str] = Counter()
    strongest: dict[str, Passage] = {}
    for each in sorted(look.told.mix.speaking, key=lambda own: -own.points):
        points[each.role] += each.points
        words = look.text[each.start : each.end]
        strongest.setdefault(each.role, look.passage(each.start, words))
    roles = [
        each.role
        for each in look.reading.shares
        if each.share >= limits.several_share.value
        and points[each.role] >= limits.several_points.value
    ]
    if len(roles) < SEVERAL:
        return None
    return Found(tuple(strongest[each] for each in roles), len(roles), SEVERAL)


def _no_pay(look: Look) -> bool:
    """Say whether no pay is stated, and no blank waits for it."""
    waits = any(word in each.casefold() for each in look.blanks for word in look.rules.pay_words)
    return look.reading.terms.pay is None and not waits


def _musts(look: Look) -> list[int]:
    """Return the places of the skills that must be among those that are asked for."""
    return [place for place, each in enumerate(look.told.asked) if each.need == "must"]


def _number_of_musts(look: Look) -> int:
    """Return how many musts there are; a word that names two skills, as Tableau does, is one."""
    return len({look.told.asked[place].start for place in _musts(look)})


def _rare(look: Look) -> Found | None:
    """Find what must be, though hardly any such advert names it, nor many people use it."""
    limit = look.rules.limits.rare.value
    passages = []
    for place in _musts(look):
        asked, skill = look.told.asked[place], look.reading.skills[place]
        known = skill.id in look.widely_used
        if skill.share is not None and skill.share < limit and not known:
            line = look.lines.of(look.text, asked.start, asked.words)
            passages.append(Passage(asked.words, line, share=skill.share))
    return Found(tuple(passages), limit=limit) if passages else None


def _many(look: Look) -> Found | None:
    number, limit = _number_of_musts(look), look.rules.limits.many_musts.value
    return Found((), number, limit) if number > limit else None


def _few(look: Look, finder: PhraseFinder, least: float) -> Found | None:
    """Find phrases where there are enough of them; those that one answer mends count once."""
    found = finder.find(look.text)
    number = len({each.better for each in found})
    return Found(look.said(found), number, least) if number >= least else None


def _ease(look: Look) -> float | None:
    """Return how easy the advert is to read, without set phrases, which nobody may change.

    A sentence without an end is a list that has lost its lines, and says nothing.
    """
    rows = [each.words for each in _sentences(look)]
    return reading_ease(rows) if sum(map(len, rows)) >= ENOUGH_WORDS else None


def _sentences(look: Look) -> list[Sentence]:
    return [
        each
        for each in look.told.sentences
        if not each.boilerplate and len(each.words) <= LONGEST_SENTENCE
    ]


def _hard(look: Look, ease: float | None) -> Found | None:
    limit = look.rules.limits.reading_ease.value
    if ease is None or ease >= limit:
        return None
    longest = max(_sentences(look), key=lambda each: len(each.words))
    return Found((look.passage(longest.start, longest.text),), round(ease, 1), limit)


def _long(look: Look) -> Found | None:
    number, limit = len(look.text.split()), look.rules.limits.longest.value
    return Found((), number, limit) if number > limit else None


def _short(look: Look) -> Found | None:
    number, limit = len(look.text.split()), look.rules.limits.shortest.value
    return Found((), number, limit) if number < limit else None


def _law(law: PayLaw) -> PlaceLaw:
    return PlaceLaw(law.place, law.law, law.who, law.since, law.url)
