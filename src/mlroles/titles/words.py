"""A title as words and signs: folded, and what stands for genders taken away."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

LONGEST = 300
"""Characters of a title that are read: no employer writes a longer one."""

Sign = Literal["", "join", "open", "close", "part"]

Token = tuple[str, str, Sign]
"""As it stands in the title; in small letters, empty for a sign; which sign, empty for a word."""

_DASHES = re.compile("[‐‑‒–—―−﹣－]")
_TOKEN = re.compile(
    r"([^\W_]+(?:[.'’][^\W_]+)*[+#]*)"
    r"|([/&+()\[\]{}<>,;:|•·@*\\!?]|(?<=\s)-|-(?=\s))"
)
_SIGNS: dict[str, Sign] = {
    **dict.fromkeys("/&+", "join"),
    **dict.fromkeys("([{<", "open"),
    **dict.fromkeys(")]}>", "close"),
    **dict.fromkeys(",;:|•·@*\\!?-", "part"),
}
_ENDINGS = re.compile(r"(?<=\w\w)(?:[:*/·]|\()(?:innen|in|ne|euse|rice|e|a|s)\b\)?", re.IGNORECASE)
"""What makes a word of one gender or number one of several: Ingenieur:in, engineer(s)."""
_MAY_END_SO = frozenset("(:*/·")
_KEPT = 50_000
"""Words whose folded form is remembered."""


@lru_cache(_KEPT)
def bare(text: str) -> str:
    """Return ``text`` in small letters, without accents, hyphens and dots, and of one width."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(text.casefold().replace("-", " ").replace(".", "").split())


def tokens(title: str, genders: "re.Pattern[str]") -> tuple[list[Token], list[str]]:
    """Return the words and signs of a title, and the forms for genders that were taken away."""
    text = title[:LONGEST]
    if not text.isascii():
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    text = text.replace("_", " ")
    taken: list[str] = []
    if not _MAY_END_SO.isdisjoint(text) or "|" in text:
        taken = [each.group().strip(" ()[]") for each in genders.finditer(text)]
        text = _ENDINGS.sub("", genders.sub(" ", text))
    return [
        (word, bare(word), "") if word else (sign, "", _SIGNS[sign])
        for word, sign in _TOKEN.findall(text)
    ], taken


def gender_pattern(letters: str) -> "re.Pattern[str]":
    """Return what finds forms such as ``(m/f/d)`` that are made of ``letters``."""
    one = f"[{re.escape(letters)}]"
    form = rf"[(\[]?(?<!\w){one}(?:\s*[/|*]\s*{one})+(?!\w)[)\]]?"
    return re.compile(form, re.IGNORECASE)
