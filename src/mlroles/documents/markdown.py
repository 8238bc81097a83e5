"""Markdown as lines: without its marks, with its headings known."""

import re
from collections.abc import Iterator
from typing import Final

from mlroles.documents.text import Line, Text, paragraphs, text_from

_HEADING: Final = re.compile(r" {0,3}#{1,6} +(.*?)#* *")
_BOLD_LINE: Final = re.compile(r"\s*\*\*([^*]{1,200})\*\*:?\s*")
_RULE: Final = re.compile(r"\s*(?:[-*_=] *){3,}")
_LINK: Final = re.compile(r"!?\[([^\]]{0,200})\]\([^)]{0,400}\)")
_STRONG: Final = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~&<>|$])")
_BULLET: Final = re.compile(r"(\s*)[*+] ")


def markdown_text(text: str) -> Text:
    """Return what a Markdown text says."""
    return text_from(_lines(text), "markdown")


def _lines(text: str) -> Iterator[Line]:
    for line in paragraphs(text.splitlines()):
        if found := _HEADING.fullmatch(line) or _BOLD_LINE.fullmatch(line):
            yield Line(_plain(found[1]), heading=True)
        elif _RULE.fullmatch(line) or line.startswith("```"):
            yield Line("")
        else:
            yield Line(_plain(_BULLET.sub(r"\1- ", line, count=1)))


def _plain(line: str) -> str:
    held = _ESCAPE.sub(lambda each: chr(0xE000 + ord(each[1])), line)  # a sign, and no mark
    bare = _STRONG.sub("", _LINK.sub(r"\1", held))
    return "".join(
        chr(ord(each) - 0xE000) if "\ue000" <= each < "\ue080" else each for each in bare
    )
