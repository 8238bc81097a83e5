"""What must hold between the parts of ``titles.json``, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted
from mlroles.titles.models import JOIN, Rule, TitlesFile
from mlroles.titles.words import bare

FILE = "titles.json"


def titles_problems(file: TitlesFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids, words of two kinds, meanings, counts."""
    refer = References(FILE)
    kinds = [(f"$.kinds[{n}].id", each.id) for n, each in enumerate(file.kinds)]
    yield from duplicates(FILE, kinds)
    yield from duplicates(
        FILE, [(f"$.rules[{n}].id", each.id) for n, each in enumerate(file.rules)]
    )
    words = [
        (f"$.kinds[{number}].words[{place}]", word)
        for number, kind in enumerate(file.kinds)
        for place, word in enumerate(kind.words)
    ]
    yield from duplicates(FILE, words)
    for path, word in words:
        if bare(word) != word:
            expected = f"write {quoted(bare(word))}"
            yield Problem(FILE, path, f"{quoted(word)} is never found in a title", expected)
    known = {JOIN, *(each.id for each in file.kinds)}
    jobs = {*catalogue.role_index, *(each.id for each in catalogue.neighbours)}
    for number, rule in enumerate(file.rules):
        path = f"$.rules[{number}]"
        named = [
            (f"{path}.words[{row}][{place}]", kind)
            for row, slots in enumerate(rule.words)
            for place, slot in enumerate(slots)
            for kind in slot.rstrip("?").split("|")
        ]
        named += [(f"{path}.about[{place}]", kind) for place, kind in enumerate(rule.about)]
        named += [(f"{path}.unless[{place}]", kind) for place, kind in enumerate(rule.unless)]
        yield from refer.unknown("kind of words", named, known)
        means = [(f"{path}.means[{place}]", job) for place, job in enumerate(rule.means)]
        yield from refer.unknown("role or job beside the roles", means, jobs)
        near = [(f"{path}.near[{place}]", role) for place, role in enumerate(rule.near)]
        yield from refer.unknown("role", near, catalogue.role_index)
        yield from _meaning(path, rule)
        sources = [(f"{path}.counted[{n}].source", e.source) for n, e in enumerate(rule.counted)]
        yield from refer.unknown("source", sources, catalogue.source)
        for place, counted in enumerate(rule.counted):
            if counted.count > counted.of:
                message = f"{counted.count} of {counted.of}"
                yield Problem(FILE, f"{path}.counted[{place}]", message, "no more than there are")


def _meaning(path: str, rule: Rule) -> Iterator[Problem]:
    """Yield what contradicts itself in what a rule says."""
    if rule.sure in {"named", "usual"} and not rule.means:
        yield Problem(FILE, f"{path}.means", f"{rule.sure}, but nothing is meant", "name what is")
    if rule.sure == "other" and (rule.means or rule.near):
        yield Problem(FILE, f"{path}.sure", "other work, but something is meant", "say 'near'")
    if any(all(slot.endswith("?") for slot in slots) for slots in rule.words):
        yield Problem(
            FILE, f"{path}.words", "every word of a row may be absent", "need one of them"
        )
