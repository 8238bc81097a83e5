"""All terms of one advert."""

from collections.abc import Sequence

from mlroles.adverts.requirements import NeedReader
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.asked import DegreeReader, LanguageReader, YearsReader
from mlroles.adverts.terms.found import Terms
from mlroles.adverts.terms.models import TermsFile
from mlroles.adverts.terms.offered import ContractReader, LevelReader, PlaceReader
from mlroles.adverts.terms.patterns import inner_words, lowered, whole_words
from mlroles.adverts.terms.pay import PayReader


class TermsReader:
    """Reads terms and needs; made once, it may be used from many threads."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self.needs = NeedReader(file.needs)
        """Tells what must be from what would be good."""
        self._pay = PayReader(file.pay)
        self._years = YearsReader(file, self.needs)
        self._degree = DegreeReader(file, self.needs)
        self._languages = LanguageReader(file, self.needs)
        self._level = LevelReader(file)
        self._places = PlaceReader(file)
        self._contract = ContractReader(file)
        readers = (self._degree, self._languages, self._level, self._places, self._contract)
        self._words = frozenset().union(*(each.words for each in readers))

    def terms(self, text: str, sentences: Sequence[Sentence], title: str | None = None) -> Terms:
        """Return the terms that ``text`` names; ``sentences`` are its own, ``title`` its title."""
        small = lowered(text)
        words = self._words.intersection(whole_words(small) + inner_words(text))
        return Terms(
            pay=self._pay.pay(text, small),
            years=self._years.years(sentences, small),
            degree=self._degree.degree(sentences, text, small, words),
            level=self._level.level(text, small, words, title),
            remote=self._places.remote(text, small, words),
            place=self._places.place(text, small, words),
            contract=self._contract.contract(text, small, words),
            languages=self._languages.languages(sentences, small, words),
        )
