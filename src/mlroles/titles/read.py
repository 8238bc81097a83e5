"""What a title means: its words are named by kind, and the rules are laid over the kinds."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import Literal, NamedTuple

from mlroles.roles.catalogue import Catalogue
from mlroles.titles.models import JOIN, Rule, TitlesFile, WordKind
from mlroles.titles.words import gender_pattern, tokens

Sure = Literal["named", "usual", "near", "other", "unknown"]
"""How surely a title means something; ``unknown`` where no rule fits."""

Kind = Literal["level", "contract", "place", "mode", "gender", "number", "team"]
"""What words that were taken away say."""

SUREST: tuple[Sure, ...] = ("named", "usual", "near", "other", "unknown")

MOST = 4
"""How many jobs a title is said to mean at the most."""

GRADE_DIGITS = 2
"""A number of more digits is no grade but a reference or a year."""

_OTHER = ""
_NUMBER = re.compile(r"(?=\w*\d{3})\w+")


@dataclass(frozen=True)
class Taken:
    """Words that say nothing of what the job is."""

    kind: Kind
    """What they say instead: rank, terms, place and so on."""
    text: str
    """As they stand in the title."""


class Reading(NamedTuple):
    """What a title means."""

    title: str
    """The title."""
    means: tuple[str, ...]
    """The ids of the roles, or of jobs beside them, that it means, the likeliest first."""
    near: tuple[str, ...]
    """The ids of the roles that it is near to without meaning them."""
    sure: Sure
    """How surely."""
    rules: tuple[str, ...]
    """The ids of the rules that say so."""
    taken: tuple[Taken, ...]
    """What was taken away."""
    left: str
    """What is left: the words that decide."""

    @property
    def level(self) -> str:
        """The rank that the title names, in its own words; empty where it names none."""
        return " ".join(each.text for each in self.taken if each.kind == "level")


class _Item:  # two of them are never equal
    """A run of words of one kind, or a join, or a word of no kind."""

    __slots__ = ("kind", "rank", "text")

    def __init__(self, kind: str, text: str, rank: int = 0) -> None:
        self.kind = kind
        self.text = text
        self.rank = rank


class _Match:
    """A rule that fits, and where."""

    __slots__ = ("about", "items", "part", "rule")

    def __init__(self, rule: Rule, items: list[_Item], about: list[_Item], part: int) -> None:
        self.rule = rule
        self.items = items
        self.about = about
        self.part = part

    @property
    def text(self) -> str:
        """The words that decide."""
        return ", ".join(filter(None, (_text(self.items), _text(self.about))))


class _Cut:
    """Cuts a title into parts: at commas, dashes and the like, and at brackets."""

    def __init__(self) -> None:
        self.parts: list[list[_Item]] = []
        self.asides: list[list[_Item]] = []
        self.now: list[_Item] = []
        self._outside = self.now
        self._depth = 0

    def at(self, sign: str) -> None:
        """Go on in another part; what stands before a bracket goes on behind it."""
        if sign == "open":
            self._depth += 1
            if self._depth == 1:
                self._outside, self.now = self.now, []
        elif sign == "close" and self._depth:
            self._depth -= 1
            if not self._depth:
                self.asides.append(self.now)
                self.now = self._outside
        elif self._depth:
            self.asides.append(self.now)
            self.now = []
        else:
            self.parts.append(self.now)
            self.now = []

    def end(self) -> None:
        """Take up what is left; a bracket that nobody closed is one all the same."""
        if self._depth:
            self.asides.append(self.now)
            self.now = self._outside
        self.parts.append(self.now)


class TitleReader:
    """Reads titles by a file's words and rules; meanings that are not ``known`` are left out."""

    def __init__(self, file: TitlesFile, known: Collection[str]) -> None:
        self.rules: Mapping[str, Rule] = {each.id: each for each in file.rules}
        self._known = frozenset(known)
        self._genders = gender_pattern(file.genders)
        self._joins = frozenset(file.joins)
        self._skipped = frozenset(file.skipped)
        self._grade = re.compile(rf"(?:{'|'.join(map(re.escape, file.grades)) or 'l'})?\d{{1,2}}")
        self._kinds: dict[str, WordKind] = {}
        self._longest: dict[str, int] = {}
        for kind in file.kinds:
            for phrase in kind.words:
                self._kinds[phrase] = kind
                first, *others = phrase.split()
                if others:
                    self._longest[first] = max(self._longest.get(first, 1), 1 + len(others))
        self._rows: dict[tuple[str, ...], list[Rule]] = {}
        for rule in file.rules:
            for row in dict.fromkeys(each for slots in rule.words for each in _rows(slots)):
                self._rows.setdefault(row, []).append(rule)
        self._firsts = frozenset(row[0] for row in self._rows)
        self._most = max(map(len, self._rows))

    def read(self, title: str) -> Reading:
        """Return what ``title`` means; any text has an answer, be it ``unknown``."""
        found, genders = tokens(title, self._genders)
        taken = [Taken("gender", each) for each in genders]
        parts, asides = self._parts(found, taken)
        everything = [item for part in (*parts, *asides) for item in part]
        matches = [each for part in parts for each in self._matches(part, everything)]
        if asides:  # in brackets a job's name counts, and nothing else, unless it stands alone
            inside = [each for part in asides for each in self._matches(part, everything)]
            plain = not any(each.rule.means or each.rule.near for each in matches)
            matches += [each for each in inside if plain or each.rule.sure == "named"]
        deciding = _deciding(matches)
        used = {item for each in deciding for item in (*each.items, *each.about)}
        if deciding:
            for part in (*parts, *asides):
                taken += _teams(part, used)
        main = [each.text for each in deciding] or [_text(part) for part in parts[:1]]
        left = " / ".join(dict.fromkeys(main))
        means, near, sure = self._meaning(deciding)
        rules = tuple(dict.fromkeys([each.rule.id for each in deciding]))
        return Reading(title, means, near, sure, rules, tuple(taken), left)

    def _meaning(self, deciding: Sequence[_Match]) -> tuple[tuple[str, ...], tuple[str, ...], Sure]:
        means = _distinct((e for each in deciding for e in each.rule.means), self._known)[:MOST]
        near = _distinct((e for each in deciding for e in each.rule.near), self._known)
        sure: Sure = min((each.rule.sure for each in deciding), key=SUREST.index, default="unknown")
        if not means and sure in {"named", "usual"}:
            sure = "near" if near else "other"  # the catalogue does not have what it means
        return means, tuple(each for each in near if each not in means), sure

    def _parts(
        self, found: Sequence[tuple[str, str, str]], taken: list[Taken]
    ) -> tuple[list[list[_Item]], list[list[_Item]]]:
        """Return the parts of the title, and those in brackets, without what is taken away."""
        cut = _Cut()
        place = 0
        while place < len(found):
            text, word, sign = found[place]
            place += 1
            if sign == "join" or word in self._joins:
                cut.now.append(_Item(JOIN, text))
            elif sign:
                cut.at(sign)
            elif word not in self._skipped:
                place = self._word(found, place - 1, cut.now, taken)
        cut.end()
        merged = [_merged(part) for part in cut.parts], [_merged(part) for part in cut.asides]
        return [each for each in merged[0] if each], [each for each in merged[1] if each]

    def _word(
        self,
        found: Sequence[tuple[str, str, str]],
        place: int,
        now: list[_Item],
        taken: list[Taken],
    ) -> int:
        """Name the words from ``place`` on; return where the next ones stand."""
        text, word, _ = found[place]
        if word in self._longest:
            for length in range(self._longest[word], 1, -1):
                run = found[place : place + length]
                if kind := self._kind(" ".join([each[1] for each in run])):
                    _name(kind, " ".join([each[0] for each in run]), now, taken)
                    return place + length
        if kind := self._kind(word):
            _name(kind, text, now, taken)
        elif word.isalpha():  # most words, of which none is a number
            now.append(_Item(_OTHER, text))
        elif self._grade.fullmatch(word):
            taken.append(Taken("level", text))
        elif _NUMBER.fullmatch(word):
            taken.append(Taken("number", text))
        else:
            now.append(_Item(_OTHER, text))
        return place + 1

    def _kind(self, phrase: str) -> WordKind | None:
        """Return the kind of a phrase, be it a plural; None where it has none."""
        kind = self._kinds.get(phrase)
        return kind or (self._kinds.get(phrase[:-1]) if phrase[-1:] == "s" else None)

    def _matches(self, part: list[_Item], everything: list[_Item]) -> list[_Match]:
        """Return the rules that fit in a part, from left to right, the longest first."""
        found: list[_Match] = []
        kinds = tuple([item.kind for item in part])
        count = len(part)
        place = 0
        while place < count:
            if kinds[place] in self._firsts:
                for length in range(min(self._most, count - place), 0, -1):
                    row = kinds[place : place + length]
                    if row in self._rows and (
                        match := self._fits(row, part[place : place + length], part, everything)
                    ):
                        found.append(match)
                        place += length - 1
                        found += self._shared(row, part, place + 1, everything)
                        break
            place += 1
        return found

    def _shared(
        self, row: tuple[str, ...], part: list[_Item], place: int, everything: list[_Item]
    ) -> list[_Match]:
        """Return what “Research Scientist / Engineer” means by its second noun."""
        if place + 1 >= len(part) or part[place].kind != JOIN:
            return []
        for length in range(len(row) - 1, 0, -1):
            both = (*row[:length], part[place + 1].kind)
            if match := self._fits(both, part[place + 1 : place + 2], part, everything):
                return [match]
        return []

    def _fits(
        self, row: tuple[str, ...], own: list[_Item], part: list[_Item], everything: list[_Item]
    ) -> _Match | None:
        for rule in self._rows.get(row, ()):
            if rule.whole and len(own) < sum([item.kind != JOIN for item in part]):
                continue
            if rule.about or rule.unless:
                others = [item for item in everything if item not in own]
                about = [item for item in others if item.kind in rule.about]
                if rule.about and not about:
                    continue
                if any(item.kind in rule.unless for item in others):
                    continue
                return _Match(rule, own, about[:1], everything.index(part[0]))
            return _Match(rule, own, [], everything.index(part[0]))
        return None


def _deciding(matches: Sequence[_Match]) -> Sequence[_Match]:
    """Return the matches that say what the title means."""
    sure = [each for each in matches if each.rule.sure in {"named", "usual"}]
    for each in matches:
        if each.rule.over and (not sure or each.part <= sure[0].part):
            return [each]
    if sure:
        return sure
    surest = min((SUREST.index(each.rule.sure) for each in matches), default=0)
    return [each for each in matches if SUREST.index(each.rule.sure) == surest]


def _name(kind: WordKind, text: str, now: list[_Item], taken: list[Taken]) -> None:
    """Put words of a kind where they belong."""
    if kind.away:
        taken.append(Taken(kind.away, text))
    else:
        now.append(_Item(kind.id, text, kind.rank))


def _rows(slots: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every row of kinds that the slots stand for."""
    choices = [
        [*slot.rstrip("?").split("|"), *([""] if slot.endswith("?") else [])] for slot in slots
    ]
    for row in product(*choices):
        if kinds := tuple(filter(None, row)):
            yield kinds


def _merged(part: list[_Item]) -> list[_Item]:
    """Return the part with fields that stand side by side as one: the one of the highest rank."""
    result: list[_Item] = []
    for item in part:
        before = result[-1] if result else None
        joined = before is not None and before.kind == JOIN
        last = (result[-2] if len(result) > 1 else None) if joined else before
        if (
            last
            and item.kind != _OTHER
            and ((item.rank and last.rank) or (item.kind == last.kind != JOIN))
        ):
            if joined:
                result.pop()
            top = max(last, item, key=lambda each: each.rank)
            text = f"{last.text}{' / ' if joined else ' '}{item.text}"
            result[-1] = _Item(top.kind, text, top.rank)
        elif item.kind != JOIN or (result and not joined):
            result.append(item)
    while result and result[-1].kind == JOIN:
        result.pop()
    return result


def _teams(part: list[_Item], used: Collection[_Item]) -> Iterator[Taken]:
    """Yield the words that say for what, or for whom, the work is."""
    for mine, run in groupby(part, key=used.__contains__):
        words = [item for item in run if not mine and item.kind != JOIN]
        if words:
            yield Taken("team", _text(words))


def _text(items: Iterable[_Item]) -> str:
    return " ".join(item.text for item in items)


def _distinct(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(ids) if each in known)


def jobs(catalogue: Catalogue) -> Collection[str]:
    """Return the ids that a title may mean in this catalogue."""
    return {*catalogue.role_index, *(each.id for each in catalogue.neighbours)}
