"""Headings that take two rows: questions above, and below them the answers, a column each."""

from collections.abc import Callable, Sequence


def joined_headings(
    above: Sequence[str], below: Sequence[str], known: Callable[[Sequence[str]], int]
) -> tuple[str, ...] | None:
    """Return two rows of headings as one; None where the second is no row of headings.

    ``known`` says how many of some headings are known. A question stands in the first of its
    columns only, as in a merged cell. In such a row nothing stands below what is no question.
    """
    if all(each.strip() for each in above):
        return None
    found: list[str] = []
    question = ""
    for top, own in zip(above, [*below, *[""] * len(above)], strict=False):
        question = top if top.strip() else question
        if not own.strip():
            found.append(top)
            if not top.strip():  # a gap, where each answer has a column
                question = ""
            continue
        if not known([question]):
            return None
        both = f"{question} {own}"
        found.append(both if known([both]) else top)
    return tuple(found) if known(found) > known(above) else None
