"""The parts of a role's profile; apart from the rest so that TAB can name them at once."""

from typing import Literal

Section = Literal[
    "summary", "facts", "responsibilities", "does-not", "skills", "choose-if", "sources"
]
SECTIONS: tuple[Section, ...] = (
    "summary",
    "facts",
    "responsibilities",
    "does-not",
    "skills",
    "choose-if",
    "sources",
)
