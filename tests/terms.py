"""Words for the terms of adverts, few and sound."""

import json
from functools import cache
from typing import Any

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.sentences import Sentence, SentenceReader
from mlroles.adverts.terms.models import TermsFile
from mlroles.adverts.terms.read import TermsReader
from mlroles.locations import data_directory
from tests.adverts import bakery_terms


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
