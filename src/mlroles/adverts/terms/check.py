"""What must hold between the parts of ``terms.json``."""

from collections.abc import Iterator

from mlroles.adverts.terms.models import TermsFile
from mlroles.datafile.references import duplicates
from mlroles.errors import Problem
from mlroles.roles.catalogue import Catalogue

FILE = "terms.json"


def terms_problems(file: TermsFile, _catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what stands twice, and would mean two things."""
    yield from duplicates(
        FILE,
        [
            (f"$.pay.currencies[{number}].signs[{place}]", sign)
            for number, each in enumerate(file.pay.currencies)
            for place, sign in enumerate(each.signs)
        ],
    )
    yield from duplicates(
        FILE, [(f"$.levels[{number}].id", each.id) for number, each in enumerate(file.levels)]
    )
    yield from duplicates(
        FILE,
        [(f"$.degrees[{number}].level", each.level) for number, each in enumerate(file.degrees)],
    )
    yield from duplicates(
        FILE,
        [
            (f"$.languages.names[{number}].words[{place}]", word)
            for number, each in enumerate(file.languages.names)
            for place, word in enumerate(each.words)
        ],
    )
