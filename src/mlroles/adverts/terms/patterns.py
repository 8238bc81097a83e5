"""Lists of words as expressions, which look for all of them at once.

The phrases become a tree of letters, so that a place in the text is left at the first letter that
none of them has. A list is not looked for where the text has none of its longest words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_GAP = r"(?:[\s\-‐‑–—/:*|]{1,4}|['\"],\s?['\"])"
"""What may stand between two words of a phrase."""
_END = ""


def lowered(text: str) -> str:
    """Return ``text`` in small letters, as long as it was."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


class Phrases:
    """Phrases in small letters, to be found in a text in small letters."""

    def __init__(self, phrases: Iterable[str], unless: Iterable[str] = ()) -> None:
        """Take in the phrases, and longer ones in which they do not count."""
        found = tuple(phrases)
        self._expression = re.compile(any_of(found))
        self._unless = re.compile(any_of(unless))
        self._needed = tuple(dict.fromkeys(max(each.split(), key=len) for each in found))

    def search(self, text: str, start: int = 0) -> "re.Match[str] | None":
        """Return where the first of the phrases stands."""
        return next(self.finditer(text, start, len(text)), None)

    def finditer(self, text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
        """Yield all places of the phrases between two places."""
        if self._may_hold(text):
            for match in self._expression.finditer(text, start, end):
                if not self._unless.match(text, match.start()):
                    yield match

    def _may_hold(self, text: str) -> bool:
        return any(map(text.__contains__, self._needed))


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of an expression for any of the phrases, as whole words.

    A space between two words stands for a hyphen, a slash or a colon as well.
    """
    written = tuple(phrases)
    signs = tree_of(each for each in written if not _is_letter(each[0]))
    letters = tree_of(each for each in written if _is_letter(each[0]))
    return rf"(?:(?<!\w){letters}|{signs})"


def tree_of(phrases: Iterable[str]) -> str:
    """Return the source of such an expression without a bound at the start of the words."""
    tree: _Tree = {}
    for written in phrases:
        node = tree
        for sign in written:
            node = node.setdefault(sign, {})
        node[_END] = {}
    return f"(?:{_source(tree, '')})" if tree else "(?!)"


def _source(tree: _Tree, before: str) -> str:
    """Return the source of an expression for a tree of letters, longer words first."""
    parts = [_sign(sign) + _source(node, sign) for sign, node in tree.items() if sign]
    if _END in tree:
        parts.append(r"(?!\w)" if _is_letter(before) else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _sign(sign: str) -> str:
    if sign == " ":
        return _GAP
    return "['’]" if sign == "'" else re.escape(sign)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
