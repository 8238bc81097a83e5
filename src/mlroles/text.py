"""Text for people: clean, in signs that a stream can carry, quoted, rounded."""

import codecs
import math
import re
from collections.abc import Sequence
from functools import lru_cache

SIGNS_TO_ASCII = "mlroles-signs"
"""The name of the codec error handler that writes typographic signs in ASCII."""

LONGEST_QUOTE = 60
"""Characters of a quotation; what is longer is cut, and the cut is shown."""

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movements
    r"|(?:\x1b[PX\]^_]|[\x90\x98\x9d\x9e\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x1b\\|[\x07\x9c])"  # OSC …
    r"|\x1b[ -/]*[0-~]"  # the other escapes, such as a reset
)
_PERHAPS = re.compile("[^ -~]")
"""What may have to be cleaned away; every other sign is seen as it is."""
_JOINERS = "\u200c\u200d"  # part of how some scripts and emoji are written

_ASCII = {
    "●": "#", "○": "-", "◉": "(*)", "•": "*", "·": "|",
    "█": "#", "▆": "#", "▓": "=", "░": ".", "▁": ".",
    "─": "-", "│": "|", "┃": "|", "├": "+", "┤": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+",
    "≠": "!=", "✗": "x", "≤": "<=", "≥": ">=", "≈": "~", "×": "x", "−": "-", "±": "+/-",
    "→": "->", "←": "<-", "↑": "^", "↓": "v",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "…": "...",
    "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"',
    "€": "EUR", "£": "GBP",
    "⁰": "^0", "¹": "^1", "²": "^2", "³": "^3", "⁴": "^4",
    "⁵": "^5", "⁶": "^6", "⁷": "^7", "⁸": "^8", "⁹": "^9",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def clean(text: str) -> str:
    """Return ``text`` as one line that is safe to write: no control, no escape sequence.

    Line breaks, tabs and spaces of every kind become plain spaces; bidirectional controls and
    other invisible format characters go, save the joiners; a lone surrogate becomes U+FFFD.
    """
    if text.isprintable():
        return text
    return _PERHAPS.sub(_clean_character, _SEQUENCE.sub("", text))


def _clean_character(found: re.Match[str]) -> str:
    from unicodedata import category

    character = found.group()
    if character.isspace():
        return " "
    match category(character):
        case "Cc":
            return ""
        case "Cf":
            return character if character in _JOINERS else ""
        case "Cs":
            return "\ufffd"
        case _:
            return character


def quoted(text: str) -> str:
    """Return ``text`` from a file or a person, short and printable, in quotation marks."""
    short = text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
    return f"“{short}”" if short.isprintable() else ascii(short)


def encodable(text: str, encoding: str) -> str:
    """Return ``text`` with what ``encoding`` cannot carry written in ASCII, so that it can.

    A known sign becomes its nearest ASCII spelling, anything else a backslash escape.
    """
    if text.isascii():
        return text
    return text.encode(encoding, SIGNS_TO_ASCII).decode(encoding)


def _spell_in_ascii(error: UnicodeError) -> tuple[str, int]:
    """Replace the characters that could not be encoded: a codec error handler."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_ascii, lost)), error.end


def _ascii(character: str) -> str:
    return _ASCII.get(character) or character.encode("ascii", "backslashreplace").decode("ascii")


codecs.register_error(SIGNS_TO_ASCII, _spell_in_ascii)


@lru_cache
def superscript(number: int, encoding: str) -> str:
    """Return a footnote's number as its mark: ``¹²``, or ``[12]`` where that cannot be written."""
    digits = "".join(map(chr, _SUPERSCRIPTS.values()))
    if encodable(digits, encoding) != digits:
        return f"[{number}]"
    return str(number).translate(_SUPERSCRIPTS)


def counted(number: int, thing: str) -> str:
    """Return how many of a thing there are: "1 claim", "1,204 claims"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(names: Sequence[str], word: str = "and") -> str:
    """Return names as a sentence lists them: "a", "a and b", "a, b and c"; none gives nothing."""
    *first, last = names or ("",)
    return f"{', '.join(first)} {word} {last}" if first else last


def whole(value: float) -> str:
    """Return a number rounded to a whole one, its thousands set apart."""
    return f"{value:,.0f}"


def percentages(shares: Sequence[float]) -> tuple[int, ...]:
    """Return the shares of one whole as whole percentages that sum to 100.

    Each is rounded down and the largest remainders are rounded up, the earlier of two equal
    ones first. Shares that are not parts of one whole are each rounded for themselves.
    """
    exact = [round(100 * share, 9) for share in shares]
    if not math.isclose(sum(exact), 100, abs_tol=1e-6):
        return tuple(map(round, exact))
    whole = [math.floor(percent) for percent in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def few(things: Sequence[str], most: int = 6) -> str:
    """Return so many things in one line, and how many more there are."""
    more = [f"{len(things) - most:,} more"] if len(things) > most else []
    return "; ".join([*things[:most], *more])


_WORD = re.compile(r"[^\W_]+[+#]*")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, whatever stands between them.

    Width and case do not matter; C++ and C# are words of their own.
    """
    from unicodedata import normalize

    return tuple(_WORD.findall(normalize("NFKC", text).casefold()))


def normal_words(text: str) -> str:
    """Return the words of a text with a space between each."""
    return " ".join(words(text))
