"""What must hold between the parts of ``mentions.json``, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.mentions.models import MentionsFile
from mlroles.mentions.words import LETTERS, phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

FILE = "mentions.json"

_CUE = "cue-"


def mentions_problems(file: MentionsFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: skills and groups, ids, aliases that find nothing."""
    refer = References(FILE)
    skills = [(f"$.skills[{n}].id", each.id) for n, each in enumerate(file.skills)]
    further = [(f"$.further[{n}].id", more.id) for n, more in enumerate(file.further)]
    cues = [(f"$.cues[{n}].id", cue.id) for n, cue in enumerate(file.cues)]
    known = {each.id for each in catalogue.file.skills}
    yield from refer.unknown("skill", skills, known)
    yield from duplicates(FILE, [*skills, *further, *cues])
    for path, name in further:
        if name in known:
            message = f"{quoted(name)} is a skill of the catalogue"
            yield Problem(FILE, path, message, "put its aliases under skills")
    for path, name in cues:
        if not name.startswith(_CUE):
            yield Problem(FILE, path, f"{quoted(name)} is no name of a cue", f"begin with {_CUE}")
    groups = {each.id for each in catalogue.file.categories}
    groups.update(each.id for each in file.categories)
    named = [(f"$.further[{n}].category", each.category) for n, each in enumerate(file.further)]
    yield from refer.unknown("category", named, groups)
    for path, aliases in _lists(file):
        places = [(f"{path}[{n}]", alias) for n, alias in enumerate(aliases)]
        yield from duplicates(FILE, places)
        for place, alias in places:
            if not (alias[0] in LETTERS or phrase(alias)):
                yield Problem(
                    FILE, place, f"{quoted(alias)} has no word", "write letters or digits"
                )


def _lists(file: MentionsFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every list of aliases with its place."""
    for number, each in enumerate(file.skills):
        yield f"$.skills[{number}].aliases", each.aliases
    for number, further in enumerate(file.further):
        yield f"$.further[{number}].aliases", further.aliases
    for number, cue in enumerate(file.cues):
        yield f"$.cues[{number}].phrases", cue.phrases
    yield "$.hidden", file.hidden
