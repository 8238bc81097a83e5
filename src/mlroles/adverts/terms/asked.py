"""Years of experience, degrees and languages: what an advert asks of a person."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from mlroles.adverts.requirements import NeedReader
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Degree, Language, Need, Years
from mlroles.adverts.terms.models import DegreeLevel, TermsFile
from mlroles.adverts.terms.patterns import (
    Anchors,
    Near,
    Phrases,
    any_of,
    begun,
    groups_of,
    holding,
    tree_of,
    whole_words,
)

_MOST_YEARS = 30
_REACH = 90
"""Signs behind years in which it is said that they are of experience."""
_REACH_BACK = 60
_OTHER = 25
"""Signs on both sides in which it would be said that they are other years."""
_OF = (" of ", " in ", " with ", " as ")
"""Behind years with which a line begins: what they are of."""
_ORDER = ("must", "named", "helpful", "not-needed")
"""Which of several demands is told: what must be, before what is only named."""
_YEARS = ("year", "yr")
_FEWER = r"(?:up to|less than|maximum(?: of)?)\s"
_LESS = re.compile(f"{_FEWER}$")
_LONGEST_LESS = 12
"""Signs of words that say that it may be less."""
_DIGIT = re.compile(r"\d")


def _years(number: str) -> "re.Pattern[str]":
    """Return an expression for years whose numbers are written so."""
    return re.compile(
        rf"(?<![\d$€£/])(?<!\d[.,–-])(?P<less>{_FEWER})?(?P<low>{number})"
        rf"(?:\s?\(\d{{1,2}}\))?\s?(?P<plus>\+|plus\b|or more\b)?"
        rf"(?:\s?(?:-|‐|–|—|to|or)\s?(?P<high>{number})\s?\+?)?"
        r"\s?(?:or more\s|plus\s)?-?\s?(?:years?|yrs?)\b['’]?(?!\s?-?\s?(?:ago|old)\b)"
    )


_DIGITS = _years(r"\d{1,2}")
_GAP = 100
"""Signs between two degrees that are named together."""
_BEGIN = r"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))"
"""Where a degree may begin: some adverts have lost the blank before it."""


class YearsReader:
    """Finds how many years of experience are asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._numbers = {word: place for place, word in enumerate(file.years.numbers, 1)}
        self._words = Phrases(self._numbers)
        self._about = Phrases(file.years.about)
        self._other = Phrases(file.years.other)
        self._whose = tuple(f" {each} " for each in file.years.whose)

    @cached_property
    def _spelt(self) -> "re.Pattern[str]":
        return _years(rf"(?:\d{{1,2}}|{any_of(self._numbers)})")

    def years(self, sentences: Sequence[Sentence], small: str) -> Years | None:
        """Return the first demand for years that must be, else the first; None without.

        ``sentences`` are parts of ``small``, a text in small letters.
        """
        places = holding(sentences, small, _YEARS)
        found = [each for place in places for each in self._in(sentences[place], small)]
        return min(found, key=lambda each: _ORDER.index(each.need), default=None)

    def _in(self, sentence: Sentence, small: str) -> Iterator[Years]:
        text = small[sentence.start : sentence.end]
        for match in self._matches(text):
            before = text[max(0, match.start() - _REACH_BACK) : match.start()]
            behind = text[match.end() : match.end() + _REACH]
            if self._other.search(before[-_OTHER:] + match.group() + behind[:_OTHER]):
                continue
            if f" {before}".endswith(self._whose):
                continue
            listed = match.start() == 0 and behind.startswith(_OF)
            if not listed and not self._about.search(behind) and not self._about.search(before):
                continue
            low = self._number(match["low"])
            high = self._number(match["high"]) if match["high"] else None
            if max(low, high or 0) > _MOST_YEARS or (high is not None and high < low):
                continue
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Years(
                start=start,
                end=end,
                words=sentence.text[match.start() : match.end()],
                low=None if match["less"] else low,
                high=low if match["less"] else high,
                need=self._needs.need(sentence, start, end),
            )

    def _matches(self, text: str) -> Iterator["re.Match[str]"]:
        """Yield years; in most sentences they begin with a digit, or with words before it."""
        if self._words.anchors.among({*whole_words(text)}):
            yield from self._spelt.finditer(text)
            return
        end = 0
        for digit in _DIGIT.finditer(text):
            place = digit.start()
            if place < end:
                continue
            less = _LESS.search(text, max(end, place - _LONGEST_LESS), place)
            match = less and _DIGITS.match(text, less.start())
            if match := match or _DIGITS.match(text, place):
                end = match.end()
                yield match

    def _number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self._numbers[word]


class DegreeReader:
    """Finds which degree is asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._levels = tuple(each.level for each in file.degrees)
        # Where several fit, the highest counts, and the words before the short forms.
        forms = [
            (each.level, short, group)
            for each in reversed(file.degrees)
            for short in (False, True)
            for group in groups_of(each.short if short else each.words, _short if short else _spelt)
        ]
        self._forms = [(level, group) for level, _, group in forms]
        words, shorts = (
            [(number, group) for number, (_, short, group) in enumerate(forms) if short is wanted]
            for wanted in (False, True)
        )
        self._words = Anchors(words)
        self._short = Anchors(shorts)
        self.words = self._words.words | self._short.words
        self._hiding = Phrases(each for rank in file.degrees for each in rank.unless)
        self._equivalent = Phrases(file.equivalent)
        self._no = tuple(f" {each} " for each in file.no_degree)

    def degree(
        self, sentences: Sequence[Sentence], text: str, small: str, words: AbstractSet[str]
    ) -> Degree | None:
        """Return the first degree that must be, else the first that is named; None without.

        ``sentences`` are parts of ``text``, which ``small`` is in small letters with ``words``.
        """
        spelt, short = self._words.among(words), self._short.among(words)
        places = {
            *holding(sentences, small, {each.letters for each in spelt}),
            *holding(sentences, text, {each.letters for each in short}),
        }
        found = [
            degree
            for place in sorted(places)
            if (degree := self._in(sentences[place], small, spelt, short))
        ]
        return min(found, key=lambda each: _ORDER.index(each.need), default=None)

    def _in(
        self, sentence: Sentence, text: str, spelt: Sequence[Near], short: Sequence[Near]
    ) -> Degree | None:
        small = text[sentence.start : sentence.end]
        matches: list[re.Match[str]] = []
        need: Need = "named"
        named: set[DegreeLevel] = set()
        for level, match in self._matches(sentence.text, small, spelt, short):
            before = f" {small[: match.start()]}"
            if self._is_hidden(small, match.start()) or before.endswith(self._no):
                continue
            own = self._needs.need(sentence, *(sentence.start + each for each in match.span()))
            if not matches:
                need = own
            elif match.start() - matches[-1].end() > _GAP or (own != need and own == "helpful"):
                break
            matches.append(match)
            named.add(level)
        if not matches:
            return None
        # Of a degree that would help only the height may be what would help.
        if need != "helpful" and named != {"any"}:
            named.discard("any")
        first, last = matches[0].start(), matches[-1].end()
        start, end = sentence.start + first, sentence.start + last
        return Degree(
            start=start,
            end=end,
            words=sentence.text[first:last],
            levels=tuple(each for each in self._levels if each in named),
            need=need,
            equivalent=bool(self._equivalent.search(small, last)),
        )

    def _matches(
        self, text: str, small: str, spelt: Sequence[Near], short: Sequence[Near]
    ) -> Iterator[tuple[DegreeLevel, "re.Match[str]"]]:
        """Yield the degrees of which one of the words or of the short forms stands in a text."""
        places = begun(spelt, small, 0, len(small)) | begun(short, text, 0, len(text))
        end = 0
        for place, number in sorted(places):
            level, group = self._forms[number]
            if place >= end and (match := group.expression.match(text, place)):
                end = match.end()
                yield level, match

    def _is_hidden(self, text: str, place: int) -> bool:
        """Say whether longer words that mean something else stand over ``place``."""
        longer = self._hiding.finditer(text, max(0, place - _GAP), place + _GAP)
        return any(each.start() <= place < each.end() for each in longer)


def _spelt(phrases: Iterable[str]) -> str:
    """Return the source of an expression for words in letters of any size."""
    return rf"{_BEGIN}(?i:{tree_of(phrases)})"


def _short(phrases: Iterable[str]) -> str:
    """Return the source of an expression for short forms."""
    return f"{_BEGIN}{tree_of(phrases)}"


class LanguageReader:
    """Finds which languages of people are asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._codes = {word: each.code for each in file.languages.names for word in each.words}
        self._before = file.languages.before
        self._after = file.languages.after
        self._no = tuple(f" {each} " for each in file.languages.no)
        self._names = Phrases(self._codes)
        self.words = self._names.anchors.words

    @cached_property
    def _list(self) -> "re.Pattern[str]":
        name = any_of(self._codes)
        joins = r"(?:\s?[,/&+]\s?|\s(?:and|or)\s(?:in\s)?)"
        names = rf"{name}(?:{joins}{name}){{0,5}}"
        return re.compile(
            rf"{any_of(self._before)}[\s:]{{1,3}}(?:the\s|in\s|both\s){{0,2}}(?P<a>{names})"
            rf"|(?P<b>{names})\s?[:(–-]{{0,2}}\s?{any_of(self._after)}"
        )

    def languages(
        self, sentences: Sequence[Sentence], small: str, words: AbstractSet[str]
    ) -> tuple[Language, ...] | None:
        """Return the languages that are asked for, each once; None without.

        ``sentences`` are parts of ``small``, a text in small letters with these ``words``.
        """
        found: dict[str, Language] = {}
        letters = {each.letters for each in self._names.anchors.among(words)}
        for place in holding(sentences, small, letters):
            sentence = sentences[place]
            text = small[sentence.start : sentence.end]
            for match in self._list.finditer(text):
                group = "a" if match["a"] else "b"
                for each in self._names.finditer(text, *match.span(group)):
                    start, end = sentence.start + each.start(), sentence.start + each.end()
                    need: Need = self._needs.need(sentence, start, end)
                    if f" {text[: each.start()]}".endswith(self._no):
                        need = "not-needed"
                    code = self._codes[each.group()]
                    named = sentence.text[each.start() : each.end()]
                    found.setdefault(
                        code, Language(start=start, end=end, words=named, code=code, need=need)
                    )
        return tuple(found.values()) or None
