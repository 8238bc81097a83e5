"""``mlroles read``."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.documents import STDIN, advert_text, typed_title
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Format, Request, requests

if TYPE_CHECKING:
    from mlroles.adverts.bands import BandsBeside
    from mlroles.adverts.reading import AdvertReading, YouBeside
    from mlroles.adverts.telling import AdvertTools, Told
    from mlroles.adverts.terms.found import Terms
    from mlroles.batch.adverts import Advert, Adverts

app = new_app()

MOST_TOLD = 20
"""Adverts that cannot be read of which each is told; the others are counted."""


@app.command(
    epilog=examples(
        "mlroles read advert.txt",
        "mlroles read advert.pdf --full",
        "mlroles read - --title 'Data Scientist'",
        "mlroles read adverts.csv > read.csv",
        "mlroles read adverts.csv --summary",
    )
)
@requests
def read(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]",
            help="A job advert as text, Markdown, HTML, DOCX or PDF; several of them, a folder, or "
            "a table with an advert a row; - for standard input. Default: paste the text.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str,
        typer.Option(
            "--title",
            metavar="TITLE",
            help="Its title. Default: its first line, where that is one.",
            show_default=False,
        ),
    ] = "",
    evidence: Annotated[
        bool,
        typer.Option("--evidence", help="Show the text, with what each sentence speaks for."),
    ] = False,
    column: Annotated[
        str,
        typer.Option(
            "--column",
            metavar="COLUMN",
            help="The column of a table that holds the adverts. Default: found by its name, or by "
            "its long texts.",
            show_default=False,
        ),
    ] = "",
    summary: Annotated[
        bool,
        typer.Option(
            "--summary",
            help="Of several adverts: what they are, ask for and pay together, not a row each.",
        ),
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say what the job of an advert really is, what it asks for, and what it offers.

    Of several adverts a table is written, a row each: CSV, or JSON Lines with --json.
    """
    from mlroles.batch.several import is_several
    from mlroles.errors import UsageError

    hint = "Give the title alone; the text of the advert stands in the file."
    title = typed_title(title, hint)
    names = files or [STDIN]
    if not (summary or column or is_several(names)):
        _one(names[0], title, request, full=full, evidence=evidence)
        return
    if title or evidence:
        option = "--title" if title else "--evidence"
        raise UsageError(f"{option} is for one advert.", "Give a single file.")
    if summary:
        _together(names, column, request, full=full)
    else:
        _rows(names, column, request)


def _one(file: str, title: str, request: Request, *, full: bool, evidence: bool) -> None:
    """Write what one advert says."""
    from mlroles.adverts.reading import read_advert
    from mlroles.parts import advert_tools
    from mlroles.views.advert import view

    catalogue = request.catalogue
    tools = advert_tools(catalogue)
    found = advert_text(file)

    def beside(role: str | None, terms: "Terms") -> "BandsBeside | None":
        return _beside(role, terms, request)

    result = read_advert(
        catalogue, tools, found.text, found.heading_lines, title or None, beside=beside
    )
    result = replace(result, you=_you(request, result))
    request.emit(
        "advert", result, lambda: view(result, catalogue, file, full=full, evidence=evidence)
    )


def _you(request: Request, result: "AdvertReading") -> "YouBeside | None":
    """Return what the person has of what the advert asks for; None where they keep no profile."""
    from mlroles.people.kept import may_be_kept

    if not may_be_kept():
        return None
    from mlroles.console import tell
    from mlroles.parts import PLAN, works
    from mlroles.people.store import load_profile

    levels = load_profile(tell).levels
    if not (levels and result.skills and works("plan", request.directory)):
        return None
    from mlroles.plan.beside import you_beside
    from mlroles.plan.target import advert_target

    catalogue = request.catalogue
    title = result.title.title if result.title else ""
    own = {skill: level for skill, level in levels.items() if skill in catalogue.skills}
    target = advert_target(catalogue, title, None, result.skills)
    return you_beside(PLAN.load(catalogue), own, target)


def _beside(role: str | None, terms: "Terms", request: Request) -> "BandsBeside | None":
    """Return where the pay of an advert stands; None where it names none, or there are no bands."""
    from mlroles.adverts.bands import beside
    from mlroles.parts import FRAMEWORKS, PAY, works
    from mlroles.pay.headlines import pay_bands

    if terms.pay is None or not works("pay", request.directory):
        return None
    file = pay_bands(request.directory / PAY.file, request.catalogue)
    known = {each.id for each in file.levels}

    def level_of(level: str) -> str | None:
        if level in known or not works("frameworks", request.directory):
            return level if level in known else None
        from mlroles.frameworks.place import known_level

        found = known_level(FRAMEWORKS.load(request.catalogue), level)
        return found.experience if found and found.experience in known else None

    return beside(file, role, terms, level_of)


def _rows(names: Sequence[str], column: str, request: Request) -> None:
    """Write a row for each of several adverts."""
    from mlroles.batch.adverts import adverts, columns, row
    from mlroles.batch.rows import TableFormat
    from mlroles.cli.tables import write_to_stdout
    from mlroles.errors import UsageError
    from mlroles.parts import ADVERTS

    if request.format not in {Format.TERMINAL, Format.JSON}:
        raise UsageError(
            "A table of adverts is CSV, or JSON Lines with --json.",
            "Leave --format out, or ask for --summary.",
        )
    tools = _tools(request)
    roles = ADVERTS.load(request.catalogue).roles
    found = adverts(names, column)
    reading = _Reading(found, tools)
    format_ = TableFormat.JSONL if request.format is Format.JSON else TableFormat.CSV
    rows = (row(advert, told, roles) for advert, told in reading)
    write_to_stdout(format_, columns(roles, found.carried), rows)
    reading.judge()


def _together(names: Sequence[str], column: str, request: Request, *, full: bool) -> None:
    """Write what several adverts say together."""
    from mlroles.adverts.summary import Summing
    from mlroles.batch.adverts import adverts
    from mlroles.views.adverts import view

    catalogue = request.catalogue
    tools = _tools(request)
    summing = Summing(catalogue, tools)
    reading = _Reading(adverts(names, column), tools)
    for _, told in reading:
        if told:
            summing.add(told)
    reading.judge()
    result = summing.result(reading.adverts, reading.wrong)
    file = names[0] if len(names) == 1 else ""
    request.emit("adverts", result, lambda: view(result, catalogue, file, full=full))


def _tools(request: Request) -> "AdvertTools":
    """Return what reads many adverts."""
    from mlroles.parts import advert_tools

    tools = advert_tools(request.catalogue)
    gc.freeze()  # what is loaded stays, and is not looked through again and again
    gc.enable()  # it rests in a short run, but a table may be long
    return tools


class _Reading:
    """Reads adverts one by one, tells on stderr which cannot be read, and counts."""

    def __init__(self, adverts: "Adverts", tools: "AdvertTools") -> None:
        self._adverts = adverts.rows
        self._left_out = adverts.left_out
        self._tools = tools
        self.adverts = 0
        self.wrong = 0

    def __iter__(self) -> "Iterator[tuple[Advert, Told | None]]":
        from mlroles.adverts.telling import tell_advert
        from mlroles.console import tell

        for advert in self._adverts:
            self.adverts += 1
            text = advert.text
            if text is None:
                self.wrong += 1
                if self.wrong <= MOST_TOLD:
                    tell(f"{advert.name}: {advert.problem}")
                yield advert, None
            else:
                yield (
                    advert,
                    tell_advert(
                        self._tools,
                        text.text,
                        text.heading_lines,
                        advert.title or None,
                        speaking=False,
                    ),
                )

    def judge(self) -> None:
        """Tell how many could not be read; raise DocumentError where that is all of them."""
        from mlroles.console import tell
        from mlroles.errors import DocumentError

        if self._left_out:
            tell(f"Folders within the folder, which are left out: {self._left_out:,}.")
        if self.wrong:
            tell(f"Adverts that could not be read: {self.wrong:,} of {self.adverts:,}.")
        if self.wrong == self.adverts:
            reason = "No advert could be read." if self.adverts else "There is no advert in it."
            raise DocumentError(reason, "Give adverts, a folder of them, or a table with a text.")
