"""Years of experience, degrees and languages: what an advert asks of a person."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeAlias

from mlroles.adverts.requirements import NeedReader
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Degree, Language, Need, Years
from mlroles.adverts.terms.models import DegreeLevel, TermsFile
from mlroles.adverts.terms.patterns import Phrases, any_of, holding, longest_words, tree_of

_MOST_YEARS = 30
_REACH = 90
"""Signs behind years in which it is said that they are of experience."""
_REACH_BACK = 60
_OTHER = 25
"""Signs on both sides in which it would be said that they are other years."""
_ORDER = ("must", "named", "helpful", "not-needed")
"""Which of several demands is told: what must be, before what is only named."""
_YEARS = ("year", "yr")
_EXPRESSIONS = 1000
"""Expressions for degrees that are remembered: sentences name few of them at once."""
_GAP = 100
"""Signs between two degrees that are named together."""


_Near: TypeAlias = tuple[DegreeLevel, tuple[str, ...], tuple[str, ...]]
"""A degree, and the words and short forms of it that a sentence has."""


class YearsReader:
    """Finds how many years of experience are asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._numbers = {word: place for place, word in enumerate(file.years.numbers, 1)}
        number = rf"(?:\d{{1,2}}|{any_of(self._numbers)})"
        self._years = re.compile(
            r"(?<![\d$€£/])(?<!\d[.,–-])(?P<less>(?:up to|less than|maximum(?: of)?)\s)?"
            rf"(?P<low>{number})"
            rf"(?:\s?\(\d{{1,2}}\))?\s?(?P<plus>\+|plus\b|or more\b)?"
            rf"(?:\s?(?:-|‐|–|—|to|or)\s?(?P<high>{number})\s?\+?)?"
            r"\s?(?:or more\s|plus\s)?-?\s?(?:years?|yrs?)\b['’]?(?!\s?-?\s?(?:ago|old)\b)",
        )
        self._about = Phrases(file.years.about)
        self._other = Phrases(file.years.other)

    def years(self, sentences: Sequence[Sentence], small: str) -> Years | None:
        """Return the first demand for years that must be, else the first; None without.

        ``sentences`` are parts of ``small``, a text in small letters.
        """
        places = holding(sentences, small, _YEARS)
        found = [each for place in places for each in self._in(sentences[place], small)]
        return min(found, key=lambda each: _ORDER.index(each.need), default=None)

    def _in(self, sentence: Sentence, small: str) -> Iterator[Years]:
        text = small[sentence.start : sentence.end]
        for match in self._years.finditer(text):
            before = text[max(0, match.start() - _REACH_BACK) : match.start()]
            behind = text[match.end() : match.end() + _REACH]
            if self._other.search(before[-_OTHER:] + match.group() + behind[:_OTHER]):
                continue
            if not self._about.search(behind) and not self._about.search(before):
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

    def _number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self._numbers[word]


class DegreeReader:
    """Finds which degree is asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._levels = {each.level: each for each in file.degrees}
        self._words = {each.level: longest_words(each.words) for each in file.degrees}
        self._short = {each.level: longest_words(each.short) for each in file.degrees}
        self._of = lru_cache(_EXPRESSIONS)(self._expression)
        self._hiding = Phrases(each for rank in file.degrees for each in rank.unless)
        self._equivalent = Phrases(file.equivalent)
        self._no = tuple(f" {each} " for each in file.no_degree)

    def degree(self, sentences: Sequence[Sentence], text: str, small: str) -> Degree | None:
        """Return the first degree that must be, else the first that is named; None without.

        ``sentences`` are parts of ``text``, which ``small`` is in small letters.
        """
        places = {
            *holding(sentences, small, chain.from_iterable(self._words.values())),
            *holding(sentences, text, chain.from_iterable(self._short.values())),
        }
        found = [each for place in sorted(places) if (each := self._in(sentences[place], small))]
        return min(found, key=lambda each: _ORDER.index(each.need), default=None)

    def _in(self, sentence: Sentence, text: str) -> Degree | None:
        small = text[sentence.start : sentence.end]
        near = tuple(
            (level, words, short)
            for level in self._levels
            for words in [tuple(filter(small.__contains__, self._words[level]))]
            for short in [tuple(filter(sentence.text.__contains__, self._short[level]))]
            if words or short
        )
        matches: list[re.Match[str]] = []
        need: Need = "named"
        for match in self._of(near).finditer(sentence.text):
            if self._is_hidden(small, match.start()) or f" {small[: match.start()]}".endswith(
                self._no
            ):
                continue
            own = self._needs.need(sentence, *(sentence.start + each for each in match.span()))
            if not matches:
                need = own
            elif match.start() - matches[-1].end() > _GAP or (own != need and own == "helpful"):
                break
            matches.append(match)
        if not matches:
            return None
        named = {str(each.lastgroup) for each in matches}
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

    def _expression(self, near: Sequence[_Near]) -> "re.Pattern[str]":
        """Return an expression for what may stand in a sentence: the degrees with these words.

        To make one for all degrees takes longer than to read an advert.
        """
        spelt = "|".join(
            rf"(?P<{level}>(?i:{_tree(own.words, words)})|{_tree(own.short, short)})"
            for level, words, short in reversed(near)
            for own in [self._levels[level]]
        )
        return re.compile(rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))(?:{spelt})")

    def _is_hidden(self, text: str, place: int) -> bool:
        """Say whether longer words that mean something else stand over ``place``."""
        longer = self._hiding.finditer(text, max(0, place - _GAP), place + _GAP)
        return any(each.start() <= place < each.end() for each in longer)


def _tree(phrases: Iterable[str], words: Collection[str]) -> str:
    """Return the source of an expression for those phrases whose longest word is named."""
    return tree_of(each for each in phrases if longest_words([each])[0] in words)


class LanguageReader:
    """Finds which languages of people are asked for."""

    def __init__(self, file: TermsFile, needs: NeedReader) -> None:
        """Take in the words."""
        self._needs = needs
        self._codes = {word: each.code for each in file.languages.names for word in each.words}
        self._before = file.languages.before
        self._after = file.languages.after
        self._names = Phrases(self._codes)
        self._longest = longest_words(self._codes)

    @cached_property
    def _list(self) -> "re.Pattern[str]":
        name = any_of(self._codes)
        joins = r"(?:\s?[,/&+]\s?|\s(?:and|or)\s(?:in\s)?)"
        names = rf"{name}(?:{joins}{name}){{0,5}}"
        return re.compile(
            rf"{any_of(self._before)}[\s:]{{1,3}}(?:the\s|in\s|both\s){{0,2}}(?P<a>{names})"
            rf"|(?P<b>{names})\s?[:(–-]{{0,2}}\s?{any_of(self._after)}"
        )

    def languages(self, sentences: Sequence[Sentence], small: str) -> tuple[Language, ...] | None:
        """Return the languages that are asked for, each once; None without.

        ``sentences`` are parts of ``small``, a text in small letters.
        """
        found: dict[str, Language] = {}
        for place in holding(sentences, small, self._longest):
            sentence = sentences[place]
            text = small[sentence.start : sentence.end]
            for match in self._list.finditer(text):
                group = "a" if match["a"] else "b"
                for each in self._names.finditer(text, *match.span(group)):
                    start, end = sentence.start + each.start(), sentence.start + each.end()
                    need: Need = self._needs.need(sentence, start, end)
                    code = self._codes[each.group()]
                    words = sentence.text[each.start() : each.end()]
                    found.setdefault(
                        code, Language(start=start, end=end, words=words, code=code, need=need)
                    )
        return tuple(found.values()) or None
