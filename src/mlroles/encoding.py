"""In which encoding a text is written: told by its mark, proved, or else recognised.

UTF-8 is proved: no other text of some length happens to be right UTF-8. What is neither marked nor
UTF-8 goes to charset-normalizer, and the result says so, because recognising is not knowing.
"""

import codecs
import io
import re
from typing import BinaryIO, Final, NamedTuple

HEAD: Final = 1_000_000
"""Bytes of a stream that cannot be read twice which are looked at first."""

SAMPLE: Final = 100_000
"""Bytes from which an encoding is recognised."""

_USUAL: Final = "cp1252"
_APOSTROPHES: Final = re.compile(rb"[A-Za-z]\x92(?:s|t|d|ll|re|ve|m)\b")
"""It’s, don’t, I’d, as Windows writes them."""

_WORDS: Final = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")

_BROKEN: Final = re.compile("[\udc80-\udcff]")
"""A byte that is no part of a letter in UTF-8."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)

_LIKELY: Final = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "shift_jis", "gb18030", "big5",
    "euc_kr",
]  # fmt: skip
"""The encodings in which spreadsheets save where they do not save Unicode."""

_NAMES: Final = {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251"}


class Encoding(NamedTuple):
    """How a text is decoded; ``name`` is for people. ``sure``: it is marked, or proved."""

    codec: str
    name: str
    sure: bool = True


UTF8: Final = Encoding("utf-8-sig", "UTF-8")


def encoding_of(stream: BinaryIO) -> tuple[Encoding, BinaryIO]:
    """Return the encoding of a text, and a stream that holds the whole of it.

    A file is looked through to its end, so that the one name with an accent in line 400 counts; of
    a pipe the beginning is. Raises OSError where the stream cannot be read.
    """
    if stream.seekable():
        start = stream.tell()
        found = _encoding(stream)
        stream.seek(start)
        return found, stream
    # Whoever writes row by row is not waited for: what has come so far is enough.
    head = getattr(stream, "read1", stream.read)(HEAD)
    whole = io.BufferedReader(_Chained(head, stream))  # type: ignore[type-var]
    return _encoding(io.BytesIO(head)), whole


def _encoding(stream: BinaryIO) -> Encoding:
    head = stream.read(HEAD)
    for mark, codec, name in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, name)
    if wide := _unmarked_utf16(head):
        return wide
    return _proved(head, stream) or UTF8


def _unmarked_utf16(head: bytes) -> Encoding | None:
    """Return UTF-16 where every second byte of the first line is 0, as in Latin letters."""
    start = head[:200]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = start[first::2].count(0)
        if zeros > len(start) // 3 and not start[1 - first :: 2].count(0):
            return Encoding(codec, "UTF-16")
    return None


def _proved(head: bytes, stream: BinaryIO) -> Encoding | None:
    """Return another encoding than UTF-8 where the text is not that; None where it is."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    right = wrong = 0
    sample, piece = b"", head
    while piece:
        following = stream.read(HEAD)
        if not piece.isascii():
            text = decoder.decode(piece, final=not following)
            letters = len(text) - len(text.encode("ascii", "ignore"))
            bad = len(_BROKEN.findall(text))
            right, wrong = right + letters - bad, wrong + bad
            sample = sample or piece if bad else sample
        piece = following
    # A few broken letters in a text that is UTF-8 elsewhere are told line by line.
    return _recognised(sample) if wrong > right else None


def _recognised(sample: bytes) -> Encoding:
    """Return the encoding in which the words with letters beyond ASCII make the most sense."""
    from charset_normalizer import from_bytes

    if _APOSTROPHES.search(sample):
        return Encoding(_USUAL, _NAMES[_USUAL], sure=False)
    found = [*from_bytes(b" ".join(_WORDS.findall(sample))[:SAMPLE], cp_isolation=_LIKELY)]
    # In few words many encodings make sense: then it is the one in which most such files are.
    best = [(each.chaos, -each.coherence) for each in found]
    likely = (each for each, sense in zip(found, best, strict=True) if sense == min(best))
    names = [name for each in likely for name in (each.encoding, *each.could_be_from_charset)]
    codec = names[0] if names and _USUAL not in names else _USUAL
    return Encoding(codec, _NAMES.get(codec, codec.replace("_", "-")), sure=False)


class _Chained(io.RawIOBase):
    """What was read of a stream already, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
