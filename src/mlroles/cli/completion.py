"""What the shell offers on TAB: plain JSON, no validation, never an error, never a word printed."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from string import ascii_lowercase, digits

import typer

Complete = Callable[[typer.Context, str], list[tuple[str, str]]]
"""Takes the context and what has been typed; returns pairs of a word and what it means."""


_ID = frozenset(ascii_lowercase + digits + "-")
_ACTIVE = frozenset("\\$`[]")


def _directory(ctx: typer.Context) -> Path:
    from mlroles.locations import data_directory

    given = ctx.params.get("data") or ctx.find_root().params.get("data")
    chosen = given or os.environ.get("MLROLES_DATA")
    return Path(chosen) if chosen else data_directory()


def _harmless(text: str) -> str:
    """Return ``text`` without what a shell, a terminal or Typer's markup could act on."""
    return "".join(sign for sign in text if sign.isprintable() and sign not in _ACTIVE)


def _offering(read: Callable[[Path], Iterable[tuple[str, str]]]) -> Complete:
    """Return what completes from the pairs that ``read`` finds in the catalogue's folder."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            return [
                (word, _harmless(meaning))
                for word, meaning in read(_directory(ctx))
                if word.startswith(incomplete) and _ID.issuperset(word)
            ]
        except Exception:  # noqa: BLE001 - whatever is wrong, TAB stays silent
            return []

    return complete


def _of(file: str, part: str, title: str, extra: Sequence[tuple[str, str]] = ()) -> Complete:
    def read(directory: Path) -> list[tuple[str, str]]:
        import json

        things = json.loads((directory / file).read_bytes())[part]
        return [*((each["id"], each[title]) for each in things), *extra]

    return _offering(read)


def _countries(directory: Path) -> list[tuple[str, str]]:
    import json

    found = json.loads((directory / "pay.json").read_bytes())["countries"]
    return [*((each["code"].lower(), each["name"]) for each in found), ("all", "all countries")]


def _years(directory: Path) -> list[tuple[str, str]]:
    import json

    cells = json.loads((directory / "pay.json").read_bytes())["cells"]
    found = sorted({cell["year"] for cell in cells} - {None})
    return [*((f"{year:d}", "") for year in found), ("all", "all years")]


roles = _of("roles.json", "roles", "title")
aspects = _of("roles.json", "aspects", "title")
categories = _of("roles.json", "categories", "title")
stages = _of("roles.json", "stages", "title", [("outside", "outside the lifecycle")])
claims = _of("sources.json", "claims", "text")
halves = _of("questionnaire.json", "halves", "title")
countries = _offering(_countries)
levels = _of("pay.json", "levels", "title", [("all", "all levels")])
years = _offering(_years)


def sections(incomplete: str) -> list[str]:
    """Return the sections of a profile that begin with what has been typed."""
    from mlroles.roles.sections import SECTIONS

    return [section for section in SECTIONS if section.startswith(incomplete)]


def schemas(incomplete: str) -> list[str]:
    """Return the names of the published schemas that begin with what has been typed."""
    from mlroles.schemas import FILES, RESULTS

    return [name for name in (*FILES, *RESULTS) if name.startswith(incomplete)]
