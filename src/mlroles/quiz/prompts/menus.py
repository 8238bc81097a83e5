"""Asking with arrow-key menus in a terminal (questionary)."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from mlroles.palette import PALETTE
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Half, Question
from mlroles.quiz.prompts import Answered, Back, Progress, Quit, Reply, Shares, Skip
from mlroles.text import clean, counted, encodable

if TYPE_CHECKING:
    import questionary
    from prompt_toolkit.formatted_text import AnyFormattedText
    from prompt_toolkit.output import Output

Tokens = list[tuple[str, str]]
"""Runs of text, each after its style, as prompt_toolkit takes them."""

Ticks = frozenset[str]
"""The answers that are ticked."""

NARROWEST, WIDEST = 16, 100
"""Columns that text is set in: a longer line is hard to read, a shorter one is none."""

POINTER = ">"

SHORTEST_BAR, LONGEST_BAR = 4, 12


@dataclass(frozen=True, slots=True)
class Why:
    """The person wants to know why this is asked; answered here, never returned."""


class Menus:
    """Asks with menus drawn on ``out``, a terminal; each takes the place of the one before.

    ``output`` stands in for the terminal behind ``out`` where one is given.
    """

    def __init__(self, out: TextIO, output: "Output | None" = None) -> None:
        from prompt_toolkit.output import create_output

        self._encoding = out.encoding or "utf-8"
        self._output = output or create_output(out)

    def ask(
        self, question: Question, progress: Progress, given: tuple[str, ...], shares: Shares
    ) -> Reply:
        """Ask as ``Asker.ask`` says."""
        ways: dict[str, tuple[str, Reply | Why]] = {
            "b": ("← back", Back()),
            "w": ("why am I asked this", Why()),
            "s": ("skip", Skip()),
            "q": ("quit", Quit()),
        }
        if progress.number == 1:
            del ways["b"]
        footer = share_tokens(shares, self._width)
        menu = self._menu_of_one if question.pick == "one" else self._menu_of_several
        header: Tokens = [("", f" {progress}\n")]
        why: Tokens = []
        fault: Tokens = []
        while True:
            reply: Reply | Why = self._run(
                menu(question, given, ways), header, [*why, *footer], ways, fault
            )
            if isinstance(reply, Why):
                why = self._note(question.why)
            elif isinstance(reply, Answered) and (words := _fault(question, reply.ids)):
                given, fault = reply.ids, self._note(words)
            else:
                return reply

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask as ``Asker.ask_to_go_on`` says."""
        message = f"You answered {answered} of {counted(total, 'question')}."
        return self._ask_whether(message, [], "go on from there", "start over")

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Ask as ``Asker.ask_to_begin`` says."""
        note: Tokens = [("", self._wrap(half.note or "", " ") + "\n")]
        return self._ask_whether(half.title, note, "answer this half", "skip this half")

    def _ask_whether(self, message: str, above: Tokens, yes: str, no: str) -> bool | Quit:
        from questionary import Choice

        choices = [
            Choice(yes, value=True),
            Choice(no, value=False),
            Choice("quit", value=Quit()),
        ]
        reply: bool | Quit = self._run(self._select(message, choices), above, [], {})
        return reply

    def _menu_of_one(
        self, question: Question, given: tuple[str, ...], ways: Mapping[str, tuple[str, Any]]
    ) -> "questionary.Question":
        """Return a menu in which an answer, or a way out, is chosen."""
        from questionary import Choice, Separator

        choices = [
            *(
                Choice(self._title(each.text), value=Answered((each.id,)))
                for each in question.answers
            ),
            Separator(" "),
            *(Choice(f"{title} ({key})", value=reply) for key, (title, reply) in ways.items()),
        ]
        return self._select(question.text, choices, Answered(given) if given else None)

    def _menu_of_several(
        self, question: Question, given: tuple[str, ...], ways: Mapping[str, tuple[str, Any]]
    ) -> "questionary.Question":
        """Return a menu in which answers are ticked; the ways out are keys."""
        import questionary

        choices = [
            questionary.Choice(self._title(each.text, 2), value=each.id, checked=each.id in given)
            for each in question.answers
        ]
        keys = ", ".join(f"{key} {title}" for key, (title, _) in ways.items())
        return questionary.checkbox(
            self._wrap(question.text),
            choices,
            qmark="",
            pointer=POINTER,
            instruction="\n"
            + self._wrap(f"choose one or more with space, then Enter; {keys}", " "),
            style=_style(),
            output=self._output,
        )

    def _select(
        self, message: str, choices: Sequence[Any], default: Answered | None = None
    ) -> "questionary.Question":
        import questionary

        return questionary.select(
            self._wrap(message),
            choices,
            default=default,  # type: ignore[arg-type]  # any choice's value will do
            qmark="",
            pointer=POINTER,
            instruction=" ",
            style=_style(),
            output=self._output,
        )

    def _run(
        self,
        prompt: "questionary.Question",
        header: Tokens,
        footer: Tokens,
        ways: Mapping[str, tuple[str, Any]],
        fault: Sequence[tuple[str, str]] = (),
    ) -> Any:  # noqa: ANN401  # the value of whichever choice was made
        """Draw ``prompt`` between ``header`` and ``footer``; return what was chosen, or Quit.

        ``fault`` is what is wrong with the ticks: it stands there until they change.
        """
        from prompt_toolkit.filters import to_filter
        from prompt_toolkit.formatted_text import FormattedText
        from prompt_toolkit.key_binding import merge_key_bindings
        from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window

        application = prompt.application
        at_first = _ticked(prompt)
        above = Window(FormattedTextControl(FormattedText(header)))
        below = Window(
            FormattedTextControl(
                lambda: FormattedText([*(fault if _ticked(prompt) == at_first else ()), *footer])
            )
        )
        application.layout = Layout(
            HSplit([above, application.layout.container, below]),
            focused_element=application.layout.current_window,
        )
        for window in application.layout.find_all_windows():
            window.wrap_lines = to_filter(True)
            window.dont_extend_height = to_filter(window is not below)
            if isinstance(window.content, FormattedTextControl):
                window.content.text = self._encodable(window.content.text)
        application.key_bindings = merge_key_bindings(
            [*filter(None, [application.key_bindings]), _bindings(ways)]
        )
        application.erase_when_done = True
        try:
            chosen = prompt.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            return Quit()
        return Answered(tuple(chosen)) if isinstance(chosen, list) else chosen

    def _encodable(self, text: "AnyFormattedText") -> "Callable[[], AnyFormattedText]":
        """Return ``text`` in characters that the terminal's encoding has."""
        from prompt_toolkit.formatted_text import FormattedText, to_formatted_text

        return lambda: FormattedText(
            (style, encodable(run, self._encoding)) for style, run, *_ in to_formatted_text(text)
        )

    @property
    def _width(self) -> int:
        return max(NARROWEST, min(self._output.get_size().columns, WIDEST))

    def _wrap(self, text: str, first_indent: str = "", indent: str = " ") -> str:
        """Return ``text``, cleaned, in lines that fit."""
        return textwrap.fill(
            encodable(clean(text), self._encoding),
            self._width - 2,
            initial_indent=first_indent,
            subsequent_indent=indent,
        )

    def _note(self, words: str) -> Tokens:
        return [("italic", "\n" + self._wrap(words, " ") + "\n")]

    def _title(self, text: str, sign: int = 0) -> str:
        """Return an answer as a choice's title: it stands after the pointer and a sign."""
        return self._wrap(text, " " * (3 + sign), " " * (3 + sign)).lstrip()


def _ticked(prompt: "questionary.Question") -> Ticks:
    """Return what is ticked in a menu; nothing where there is nothing to tick."""
    windows = prompt.application.layout.find_all_windows()
    ticks = (getattr(window.content, "selected_options", ()) for window in windows)
    return frozenset(value for each in ticks for value in each)


def _fault(question: Question, ids: tuple[str, ...]) -> str:
    """Return what is wrong with these answers; empty where nothing is."""
    if not ids:
        return "Choose one at least, or s to skip."
    found = faults(question, ids, lambda answer: answer.text)
    return f"{found[0].message}." if found else ""


def share_tokens(shares: Shares, width: int) -> Tokens:
    """Return a bar per role after its letters, in as many lines of ``width`` as it takes."""
    if not shares:
        return []
    label, gap = " So far", "   "
    letters = sum(len(gap) + len(clean(role.letter)) + 1 for role, _ in shares)
    cells = (width - len(label) - letters) // len(shares)
    cells = max(SHORTEST_BAR, min(cells, LONGEST_BAR))
    tokens: Tokens = [("", "\n" + label)]
    column = len(label)
    for place, (role, share) in enumerate(shares):
        full = round(share * cells)
        bar = f"{clean(role.letter)} {'▆' * full}{'▁' * (cells - full)}"
        if column + len(gap) + len(bar) > width:
            tokens.append(("", "\n" + " " * len(label)))
            column = len(label)
        tokens += [("", gap), (PALETTE[place % len(PALETTE)].hex, bar)]
        column += len(gap) + len(bar)
    return tokens


def _bindings(ways: Mapping[str, tuple[str, Any]]) -> Any:  # noqa: ANN401
    """Return the keys that leave a menu without choosing: one per way out, and Ctrl-D."""
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    bindings = KeyBindings()

    @bindings.add("<sigint>", eager=True)
    def interrupted(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d", eager=True)
    def end_of_input(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    for key, (_, reply) in ways.items():

        def leave(event: KeyPressEvent, reply: object = reply) -> None:
            event.app.exit(result=reply)

        bindings.add(key, eager=True)(leave)
    return bindings


def _style() -> Any:  # noqa: ANN401
    from questionary import Style

    return Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold")])
