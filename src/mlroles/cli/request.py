"""The options that every command shares, declared once, and what a command makes of them.

``@requests`` puts the four options in the place of a command's parameter ``request`` and hands
the command a ``Request``. An option given before the command (``mlroles --json compare``) holds
for it too.
"""

import inspect
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, assert_never

import typer

from mlroles.cli import completion
from mlroles.errors import UsageError

if TYPE_CHECKING:
    from mlroles.render.document import Document
    from mlroles.roles.catalogue import Catalogue
    from mlroles.roles.models import Role
    from mlroles.roles.names import Found, Job


class Format(StrEnum):
    """What a result is written as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Read the catalogue in DIR instead of the one that comes along.  [env: MLROLES_DATA]",
        show_default=False,
        autocompletion=completion.folders,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="Write the result as this.  [default: terminal]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
PlainOption = Annotated[
    bool,
    typer.Option(
        "--plain",
        help="Write linear text that a screen reader reads well.  [env: MLROLES_PLAIN]",
    ),
]

NoPagerOption = Annotated[
    bool,
    typer.Option(
        "--no-pager",
        help="Write a long screen at once, not page by page.",
        show_default=False,
    ),
]

SHARED: dict[str, tuple[Any, object]] = {
    "data": (DataOption, None),
    "format_": (FormatOption, None),
    "json": (JsonOption, False),
    "plain": (PlainOption, False),
    "no_pager": (NoPagerOption, False),
}
"""The shared options by the name of their parameter: each with its annotation and its default."""

CONTEXT = "ctx"
"""The name of the parameter in which Typer hands over its context."""


@dataclass(frozen=True)
class Request:
    """What was asked for beside a command's own parameters: of which catalogue, written how."""

    context: typer.Context
    data: Path | None
    format: Format
    plain: bool
    paged: bool = True

    @classmethod
    def of(cls, context: typer.Context, own: dict[str, Any]) -> "Request":
        """Return what ``own``, the command's shared options, and those before it ask for.

        Raises UsageError where they contradict one another.
        """
        given = {name: _nearest(context, name, value) for name, value in own.items()}
        if given["json"] and given["format_"] not in {None, Format.JSON}:
            message = f"--json contradicts --format {given['format_']}."
            raise UsageError(message, "Leave one of the two out.")
        chosen = Format.JSON if given["json"] else given["format_"] or Format.TERMINAL
        plain = given["plain"] or _wants_plain()
        return cls(context, given["data"], chosen, plain, paged=not given["no_pager"])

    @property
    def directory(self) -> Path:
        """The folder of the catalogue: the option's, the environment's, or our own."""
        if self.data is not None:
            return self.data
        if chosen := os.environ.get("MLROLES_DATA"):
            return Path(chosen)
        from mlroles.locations import data_directory

        return data_directory()

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The catalogue; raises DataError where anything in it is wrong."""
        from mlroles.parts import neighbours, quoted, title_reader
        from mlroles.roles.catalogue import Catalogue
        from mlroles.roles.load import load_catalogue

        make = partial(
            Catalogue, quote=quoted, read_neighbours=neighbours, title_reader=title_reader
        )
        return load_catalogue(self.directory, make)

    def job(self, words: Sequence[str]) -> "Job":
        """Return the role, or the job beside the roles, that ``words`` mean; a guess is told.

        Raises UnknownNameError.
        """
        from mlroles.roles.find import find_job

        return self._told(find_job(self.catalogue, " ".join(words)))

    def role(self, words: Sequence[str]) -> "Role":
        """Return the role that ``words`` mean, or to which what they mean is nearest.

        A guess is told. Raises UnknownNameError.
        """
        return self._nearest_role(self.job(words))

    def jobs(self, names: Sequence[str] | None, *, everyone: bool = False) -> "Sequence[Job]":
        """Return the roles, and jobs beside them, that ``names`` mean; guesses are told.

        Where none is given, those that the catalogue is about; ``everyone`` asks for every role
        of it. Raises UsageError where roles are named as well, UnknownNameError.
        """
        from mlroles.roles.find import find_jobs

        if names and everyone:
            raise UsageError("--all contradicts the names of roles.", "Leave one of the two out.")
        if names:
            found = [self._told(each) for each in find_jobs(self.catalogue, names)]
            return tuple({job.id: job for job in found}.values())
        return self.catalogue.roles if everyone else self.catalogue.core

    def roles(self, names: Sequence[str] | None, *, everyone: bool = False) -> "Sequence[Role]":
        """Return the roles that ``names`` mean, or to which what they mean is nearest.

        Where none is given as ``jobs`` does, and raises as that.
        """
        found = [self._nearest_role(each) for each in self.jobs(names, everyone=everyone)]
        return tuple({role.id: role for role in found}.values())

    def _told(self, found: "Found") -> "Job":
        """Say for what a name was taken, where that is a guess."""
        from mlroles.console import tell
        from mlroles.views.names import taken_for

        if found.how != "name":
            tell(taken_for(found))
        return found.job

    def _nearest_role(self, job: "Job") -> "Role":
        from mlroles.console import tell
        from mlroles.roles.find import nearest_role
        from mlroles.views.names import not_whole

        role = nearest_role(self.catalogue, job)
        if role is not job:
            tell(not_whole(job, role))
        return role

    @property
    def led_here(self) -> tuple[str, ...]:
        """The options that a command suggested from here repeats, as they are typed."""
        data = () if self.data is None else ("--data", str(self.data))
        return (*data, "--plain") if self.plain and not _wants_plain() else data

    def emit(self, name: str, result: object, view: "Callable[[], Document]") -> None:
        """Write ``result`` to stdout; ``name`` is that of its published schema."""
        from mlroles.console import write

        match self.format:
            case Format.JSON:
                from mlroles.render.machine import to_json

                write(to_json(name, result))
            case Format.MARKDOWN:
                from mlroles.render.markdown import to_markdown

                write(to_markdown(self._from_here(view())), "xmlcharrefreplace")
            case Format.HTML:
                from mlroles.render.html import to_html

                write(to_html(self._from_here(view())), "xmlcharrefreplace")
            case Format.TERMINAL if self.plain:
                from mlroles.render.plain import to_plain

                write(to_plain(self._from_here(view())))
            case Format.TERMINAL:
                self._show(self._from_here(view()))
            case _:
                assert_never(self.format)

    def _show(self, document: "Document") -> None:
        """Write a screen; one that is longer than the terminal goes through the person's pager."""
        from mlroles.console import stdout_console, write
        from mlroles.pager import find_pager
        from mlroles.render.terminal import render

        console = stdout_console()
        pager = find_pager() if self.paged else None
        if pager is None:
            render(document, console)
            return
        with console.capture() as captured:
            render(document, console)
        text = captured.get()
        if not pager.show(text):
            write(text)

    def _from_here(self, document: "Document") -> "Document":
        return document.suggesting(self.led_here, lambda each: self._leads_on(each.words))

    def _leads_on(self, suggested: tuple[str, ...]) -> bool:
        """Say whether a command works on this catalogue and is another than the one typed."""
        from mlroles.parts import works

        return works(suggested[0], self.directory) and self._meant(suggested) != self._typed

    @cached_property
    def _typed(self) -> tuple[list[str], list[str]]:
        """What was typed, as ``_meant``."""
        return self._meant(_own_words(self.context.find_root().obj or ()))

    def _meant(self, words: tuple[str, ...]) -> tuple[list[str], list[str]]:
        """Return the ids of the roles that a command names (none is all), and its other words."""
        from mlroles.roles.find import named_roles

        found, others = named_roles(self.catalogue, words)
        named = [role.id for role in found]
        everybody = [role.id for role in self.catalogue.core]
        return ([] if named == everybody else named), sorted(map(str.casefold, others))


def wants_json(arguments: Sequence[str]) -> bool:
    """Say whether a command line asks for JSON, also where the rest of it is wrong."""
    words = list(takewhile(lambda word: word != "--", arguments))
    asked = "--json" in words or f"--format={Format.JSON}" in words
    return asked or ("--format", Format.JSON) in pairwise(words)


_FLAGS = {"--json", "--plain", "--no-pager"}
"""The shared options that stand alone."""


def _own_words(arguments: Iterable[str]) -> tuple[str, ...]:
    """Return what was typed on the command line without the shared options."""
    words: list[str] = []
    arguments = iter(arguments)
    for word in arguments:
        if word in {"--data", "--format"}:
            next(arguments, None)
        elif not word.startswith(("--data=", "--format=")) and word not in _FLAGS:
            words.append(word)
    return tuple(words)


def _wants_plain() -> bool:
    """Say whether the environment asks for linear text."""
    return os.environ.get("MLROLES_PLAIN", "") not in {"", "0"}


def _nearest(context: typer.Context, name: str, own: object) -> Any:  # noqa: ANN401 - any option
    """Return an option of the command, or where it was not given that of what stands before it."""
    above = context.parent
    while not own and above is not None:
        own, above = above.params.get(name), above.parent
    return own


Command = Callable[..., None]


def requesting(*names: str) -> Callable[[Command], Command]:
    """Return what puts the shared options ``names`` in the place of a command's ``request``.

    The signature is set by hand: Typer reads it, and loses positional arguments where it comes
    from ``functools.wraps`` (Typer issue 1898).
    """

    def decorate(command: Command) -> Command:
        keyword = inspect.Parameter.KEYWORD_ONLY
        parameters = [inspect.Parameter(CONTEXT, keyword, annotation=typer.Context)]
        for name, own in inspect.signature(command).parameters.items():
            if name != "request":
                parameters.append(own.replace(kind=keyword))
                continue
            for shared in names:
                annotation, default = SHARED[shared]
                parameters.append(
                    inspect.Parameter(shared, keyword, annotation=annotation, default=default)
                )

        def run(**given: Any) -> None:  # noqa: ANN401 - whatever the command takes
            context = given.pop(CONTEXT)
            own = {name: given.pop(name, default) for name, (_, default) in SHARED.items()}
            command(request=Request.of(context, own), **given)

        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return decorate


requests = requesting(*SHARED)
"""Gives a command all the shared options."""
