"""Words for the terms of adverts, few and sound."""

import json
from functools import cache
from typing import Any

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.sentences import Sentence, SentenceReader
from mlroles.adverts.terms.models import TermsFile
from mlroles.adverts.terms.read import TermsReader
from mlroles.locations import data_directory


def bakery_terms() -> dict[str, Any]:
    """Return a sound file of words, made anew."""
    return {
        "schema_version": 1,
        "needs": {
            "must": ["must"],
            "helpful": ["a plus"],
            "must_headings": ["needed"],
            "helpful_headings": ["nice"],
            "apart": ["but"],
        },
        "pay": {
            "currencies": [{"code": "EUR", "signs": ["€"]}],
            "periods": [{"period": "year", "words": ["a year"]}],
            "bases": [{"basis": "base", "words": ["base"]}],
            "lakhs": ["lpa"],
            "about": ["wage"],
            "other": ["mill"],
        },
        "years": {"numbers": ["one", "two"], "about": ["experience"], "other": ["ago"]},
        "degrees": [{"level": "bachelor", "words": ["bachelor"]}],
        "equivalent": ["or equivalent"],
        "levels": [{"id": "junior", "title": ["junior"]}],
        "work_places": [{"where": "remote", "words": ["from home"]}],
        "contracts": [{"kind": "permanent", "words": ["permanent"]}],
        "places": ["place"],
        "languages": {
            "names": [{"code": "de", "words": ["german"]}],
            "before": ["fluent"],
            "after": ["speaker"],
        },
    }


def terms_file(document: dict[str, Any] | None = None) -> TermsFile:
    """Return a document as the file that is read from it."""
    return TermsFile.model_validate_json(json.dumps(document or bakery_terms()))


@cache
def shipped_terms() -> TermsReader:
    """Return what reads terms with the shipped words."""
    return TermsReader(
        TermsFile.model_validate_json((data_directory() / "terms.json").read_bytes())
    )


@cache
def _sentence_reader() -> SentenceReader:
    data = (data_directory() / "adverts.json").read_bytes()
    return SentenceReader(AdvertsFile.model_validate_json(data).boilerplate)


def shipped_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``, with the shipped words of headings and boilerplate."""
    return _sentence_reader().sentences(text)
