"""What Typer is given to build commands of: help pages that fit, and faults in our own words."""

import re
import textwrap
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from mlroles.cli.misplaced import misplaced
from mlroles.errors import UnknownNameError, UsageError
from mlroles.suggest import closest, offer
from mlroles.text import quoted

F = TypeVar("F", bound=Callable[..., Any])

WIDEST = 78
"""Columns of a help page at the most: a longer line is hard to read."""

FIRST_COLUMN = 30
"""Columns that an option stands in; a longer one stands on a line of its own."""

NARROWEST = 30
"""Columns that are still enough for the text beside the options; else it stands below them."""

WHOLE = 1000
"""Characters that a summary may have: so many that none is cut."""

Rows = list[tuple[str, str]]
"""What is explained, each with its explanation."""


_WORDS = re.compile(r"(?:--\S+|[<>]) (?!-)(?:'[^']*'|\S+)|'[^']*'|\S+")
"""The words of a command line, an option together with its value."""


class _Page:
    """Writes the help page of a command in as many columns as there are."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer's own
        from mlroles.console import stdout_width

        formatter.write("\n".join(page(self, ctx, min(stdout_width(), WIDEST))))

    def get_short_help_str(self, limit: int = WHOLE) -> str:  # noqa: ARG002
        """Return the summary whole, for the list of commands and for the shell's."""
        return super().get_short_help_str(WHOLE)  # type: ignore[misc,no-any-return]


class Command(_Page, TyperCommand):
    """One command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Say of an argument too many that names of several words need quotation marks."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            hint = "Put a name of several words in quotation marks. " if self._arguments else ""
            page_of = f"Try '{ctx.command_path} --help'."
            error = UsageError(f"{quoted(rest[0])} is one argument too many.", hint + page_of)
            raise misplaced(ctx.info_name, [] if self._reads else rest[:1]) or error
        return rest

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Run it; of a file where a name is wanted, say what reads it."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            if found := misplaced(ctx.info_name, self._names(ctx)):
                raise found from error
            raise

    @property
    def _arguments(self) -> list[Any]:
        return [each for each in self.params if each.param_type_name == "argument"]

    @property
    def _reads(self) -> bool:
        """Whether its arguments are files."""
        return any(
            each.metavar in {"FILE", "[FILE]", "SHEETS", "[SHEETS]"} for each in self._arguments
        )

    def _names(self, ctx: Any) -> list[str]:  # noqa: ANN401
        given = () if self._reads else (ctx.params.get(each.name) for each in self._arguments)
        return [
            str(name)
            for each in given
            if each
            for name in ([each] if isinstance(each, str) else each)
        ]


class Group(_Page, TyperGroup):
    """A command with commands of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Name the commands where none is given and one is needed."""
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            names = ", ".join(self.list_commands(ctx))
            raise UsageError(f"'{ctx.command_path}' needs a command.", f"There are: {names}.")
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Return the command that is meant; raises UnknownNameError where there is none."""
        names = self.list_commands(ctx)
        if args[0] not in names and not ctx.resilient_parsing:
            hint = f"{offer(closest(args[0], names))} Try '{ctx.command_path} --help'."
            error = UnknownNameError(f"There is no command {quoted(args[0])}.", hint.lstrip())
            raise misplaced(ctx.info_name, args[:1]) or error
        return super().resolve_command(ctx, args)


class App(typer.Typer):
    """A Typer application whose commands are those of this module."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[F], F]:  # noqa: ANN401
        """Register a command, as Typer does."""
        return super().command(name, cls=Command, **settings)


def worded(error: typer.TyperException) -> UsageError:
    """Return in our words what Typer's parser found."""
    context = getattr(error, "ctx", None)
    hint = f"Try '{context.command_path} --help'." if context else ""
    option = quoted(getattr(error, "option_name", "")).strip("“”")
    match type(error).__name__:
        case "NoSuchOption" if context:
            known = [name for each in context.command.get_params(context) for name in each.opts]
            likely = offer(closest(option, [name for name in known if name.startswith("--")]))
            return UsageError(f"There is no option {option} here.", f"{likely} {hint}".lstrip())
        case "BadOptionUsage":
            too_much = "does not take" in str(error)
            return UsageError(f"{option} {'takes no' if too_much else 'needs a'} value.", hint)
        case "MissingParameter":
            return UsageError(f"{_name(getattr(error, 'param', None))} is missing.", hint)
        case "BadParameter":
            return _wrong_choice(error, context, hint)
        case _:
            return UsageError(error.format_message(), hint)


def _wrong_choice(error: Any, context: Any, hint: str) -> UsageError:  # noqa: ANN401
    """Return what is wrong with a value that is none of an option's choices."""
    given = str(error.__cause__.errors()[0]["input"])
    wanted = error.param.type_descriptor
    if not wanted.is_choice:
        return UsageError(f"{error.param.opts[0]} is {_sort(wanted)}, not {quoted(given)}.", hint)
    choices = error.param.display_type(context).strip("<>").split("|")
    folded = given.casefold()
    letters = re.compile(".*".join(map(re.escape, folded)))  # md means markdown
    likely = [each for each in choices if folded and letters.match(each)]
    advice = offer(likely or closest(folded, choices)) or hint
    others = f"{', '.join(choices[:-1])} or {choices[-1]}"
    return UsageError(f"{error.param.opts[0]} is {others}, not {quoted(given)}.", advice)


def _sort(wanted: Any) -> str:  # noqa: ANN401
    """Return in words what an option takes that has no list of choices."""
    if wanted.is_datetime:
        return "a date as 2026-11-30"
    low, high = wanted.parameter_info.min, wanted.parameter_info.max
    return f"a whole number from {low} {'upwards' if high is None else f'to {high}'}"


def page(command: Any, ctx: Any, width: int) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines of a command's help page, none wider than ``width``."""
    records = [(each, each.get_help_record(ctx)) for each in command.get_params(ctx)]
    arguments = [each for each, _ in records if each.param_type_name == "argument"]
    commands = command.list_commands(ctx) if isinstance(command, TyperGroup) else []
    usage = ["[OPTIONS]", *map(_usage, arguments), *(["COMMAND [ARGS]..."] if commands else [])]
    yield from _wrapped(f"Usage: {ctx.command_path} {' '.join(usage)}", width, 0, 4)
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        yield ""
        yield from _wrapped(paragraph, width, 2, 2)
    sections: dict[str, Rows] = {
        "Arguments": [(_name(each), told) for each, (_, told) in records if each in arguments],
        "Options": [record for each, record in records if each not in arguments],
        "Commands": [
            (name, command.get_command(ctx, name).get_short_help_str()) for name in commands
        ],
    }
    for heading, rows in sections.items():
        if rows:
            yield from ("", f"{heading}:", *_explained(rows, width))
    for line in (command.epilog or "").splitlines():
        yield from _example(line, width) if line.startswith(" ") else ("", f"  {line}")


def _name(argument: Any) -> str:  # noqa: ANN401
    return str(argument.metavar or argument.name).strip("[]")


def _usage(argument: Any) -> str:  # noqa: ANN401
    name = _name(argument) if argument.required else f"[{_name(argument)}]"
    return f"{name}..." if argument.nargs == -1 else name


def _explained(rows: Rows, width: int) -> Iterator[str]:
    """Yield each row, side by side where there is room, else the text below what it explains."""
    column = min(max(len(term) for term, _ in rows), FIRST_COLUMN)
    beside = width - column - 4 >= NARROWEST
    indent = column + 4 if beside else 6
    for term, text in rows:
        lines = _wrapped(text, width, indent, indent)
        if beside and len(term) <= column:
            lines[0] = f"  {term:{column}}  {lines[0].lstrip()}"
            yield from lines
        else:
            yield from (*_wrapped(term, width, 2, 4), *lines)


def _example(line: str, width: int) -> Iterator[str]:
    """Yield a command line, continued as a shell reads it where it is too long."""
    line = f"  {line}"
    if len(line) <= width:
        yield line
        return
    so_far = "   "
    for word in _WORDS.findall(line):
        if len(f"{so_far} {word} \\") > width and so_far.strip():
            yield f"{so_far} \\"
            so_far = "     "
        so_far += f" {word}"
    yield so_far


def _wrapped(text: str, width: int, first: int, others: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=" " * first,
        subsequent_indent=" " * others,
        break_on_hyphens=False,
    )
