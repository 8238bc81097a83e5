"""What a title means, in the few words that finding a role by name needs."""

from mlroles.roles.names import TitleMeaning
from mlroles.titles.read import TitleReader


def meaning(reader: TitleReader, title: str) -> TitleMeaning | None:
    """Return what ``title`` means or is near to; None where that is none of the known jobs."""
    found = reader.read(title)
    means = tuple(dict.fromkeys((*found.means, *found.near)))
    if not means:
        return None
    beside = tuple(each.text for each in found.taken if each.kind == "team")
    exact = found.sure in {"named", "usual"}
    return TitleMeaning(means, exact, beside, reader.rules[found.rules[0]].reason)
