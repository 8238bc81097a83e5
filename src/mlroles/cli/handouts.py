"""A hand-out for each person of a table: what ``mlroles quiz`` would have shown them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

if TYPE_CHECKING:
    from mlroles.batch.reading import Reading
    from mlroles.batch.scorer import Scored
    from mlroles.cli.tables import Scoring
    from mlroles.render.document import Document

LONGEST: Final = 60
"""Letters of a person's id that stand in the name of a file."""


DEVICES: Final = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{each}{n}" for each in ("COM", "LPT") for n in range(10))]
)
"""Names that Windows keeps for devices, whatever stands after a point."""


class Paper(StrEnum):
    """What a hand-out is written as."""

    HTML = "html"
    MARKDOWN = "markdown"


def new_folder(folder: Path) -> None:
    """Make the folder for hand-outs; raises MlrolesError where there is something in it already."""
    from mlroles.datafile.files import reason
    from mlroles.errors import MlrolesError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = any(folder.iterdir())
    except OSError as error:
        hint = "Choose another folder."
        raise MlrolesError(f"Cannot write into {folder}: {reason(error)}.", hint) from error
    if taken:
        raise MlrolesError(
            f"The folder {folder} is not empty.", "Name a new one for the hand-outs."
        )


def handing_out(
    results: Iterator["Scored"], reading: "Reading", scoring: "Scoring", folder: Path, paper: Paper
) -> Iterator["Scored"]:
    """Yield the results as they are, and write a hand-out for each that could be scored.

    Raises MlrolesError where one cannot be written; those before it stay.
    """
    from mlroles.datafile.files import telling, write_atomic
    from mlroles.render.files import file_text

    names: dict[str, int] = {}
    for scored in results:
        if scored.answered:
            text = file_text(_document(scored, reading, scoring), paper)
            path = (
                folder / f"{_free(names, scored.name)}.{'md' if paper is Paper.MARKDOWN else paper}"
            )
            with telling(path, "Choose another folder."):
                write_atomic(path, text.encode("utf-8", "xmlcharrefreplace"))
        yield scored


def _document(scored: "Scored", reading: "Reading", scoring: "Scoring") -> "Document":
    from mlroles.quiz.verdict import judge
    from mlroles.render.document import Document, Paragraph
    from mlroles.views.quiz import view

    asked = scoring.questionnaire.only(scoring.halves)
    answers = {
        question.id: given
        for question in asked.questions
        if (given := reading.given(question, scored.cells))
    }
    found = view(judge(asked, scoring.catalogue, answers), asked, scoring.catalogue, full=True)
    return Document((Paragraph(f"For: {scored.name}"), *found.blocks))


def _free(names: dict[str, int], person: str) -> str:
    """Return a name for a person's file that none has yet, of letters that every system takes.

    ``names`` holds those that are taken, each with the last number put after it.
    """
    latin = normalize("NFKD", person).encode("ascii", "ignore").decode()
    safe = re.sub(r"[^\w.-]+", "-", latin).strip("-.")[:LONGEST].rstrip("-.")
    base = f"person-{safe}" if safe.split(".")[0].upper() in DEVICES else safe or "person"
    name = base
    while name.casefold() in names:
        names[base.casefold()] += 1
        name = f"{base}-{names[base.casefold()]}"
    names[name.casefold()] = 1
    return name
