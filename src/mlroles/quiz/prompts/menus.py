"""Asking with menus in a terminal: arrow keys, digits and a letter for each way out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TextIO

from mlroles.palette import PALETTE
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Half, Question
from mlroles.quiz.prompts import (
    Answered,
    Back,
    Change,
    Finish,
    Progress,
    Quit,
    Reply,
    Shares,
    Skip,
    Standing,
)
from mlroles.quiz.prompts.menu import Menu, Row, Tokens
from mlroles.quiz.prompts.words import answered, standing_words
from mlroles.quiz.scorecard import Answers
from mlroles.signals import ending_by
from mlroles.text import clean, counted, percentages

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.output import Output

SHORTEST_BAR, LONGEST_BAR = 2, 12

PAGE = 5
"""Rows that Page Up and Page Down move by."""

Do = Callable[[], object]
"""What a key does; None keeps the menu, anything else is the reply that ends it."""


class Menus:
    """Asks with menus drawn on ``out``, a terminal; each takes the place of the one before.

    ``output`` stands in for the terminal behind ``out`` where one is given.
    """

    def __init__(self, out: TextIO, output: "Output | None" = None, part: str = "half") -> None:
        """Take the terminal, and what a half of the questionnaire is called."""
        from prompt_toolkit.output import create_output

        self._encoding = out.encoding or "utf-8"
        self._part = part
        self._output = output or create_output(out)

    def ask(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> Reply:
        """Ask as ``Asker.ask`` says."""
        several = question.pick == "several"
        places = [place for place, each in enumerate(question.answers) if each.id in given]
        menu = Menu(
            question.text,
            [Row(each.text, each.id) for each in question.answers],
            pointer=places[0] if places else 0,
            ticks=set(places) if several else None,
            above=(f"{progress}  {_progress_bar(progress)}", ""),
            below=("", _keys(progress, several=several)),
            picture=[] if standing is None else standing_tokens(standing, self._columns),
            encoding=self._encoding,
        )

        def why() -> None:
            menu.note = "" if menu.note else question.why

        def take() -> Answered | None:
            menu.fault = _fault(question, menu.chosen)
            return None if menu.fault else Answered(menu.chosen)

        ways: dict[str, Do] = {"w": why, "?": why, "s": Skip, "q": Quit}
        if progress.number > 1:
            ways |= {"b": Back, "left": Back}
        reply: Reply = self._run(menu, take, ways)
        return reply

    def review(self, questions: Sequence[Question], answers: Answers) -> Finish | Change | Quit:
        """Ask as ``Asker.review`` says; the result is one key away."""
        rows: list[Row[Finish | Change]] = [
            Row(each.text, Change(each.id), answered(each, answers), f"{place:2}. ")
            for place, each in enumerate(questions, start=1)
        ]
        rows.append(Row("show the result", Finish()))
        menu = Menu(
            "Your answers",
            rows,
            pointer=len(questions),
            below=("", "Enter changes an answer, r result, q quit"),
            encoding=self._encoding,
        )
        reply: Finish | Change | Quit = self._run(
            menu, lambda: menu.chosen[0], {"r": Finish, "q": Quit}
        )
        return reply

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask as ``Asker.ask_to_go_on`` says."""
        message = f"You answered {answered} of {counted(total, 'question')}."
        return self._ask_whether(message, (), "go on from there", "start over")

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Ask as ``Asker.ask_to_begin`` says."""
        note = (half.note, "") if half.note else ()
        yes, no = f"answer this {self._part}", f"skip this {self._part}"
        return self._ask_whether(half.title, note, yes, no)

    def _ask_whether(self, message: str, above: Sequence[str], yes: str, no: str) -> bool | Quit:
        menu = Menu[bool | Quit](
            message,
            (Row(yes, value=True), Row(no, value=False), Row("quit", Quit())),
            above=above,
            encoding=self._encoding,
        )
        reply: bool | Quit = self._run(menu, lambda: menu.chosen[0], {"q": Quit})
        return reply

    def _run(self, menu: Menu[Any], take: Do, ways: Mapping[str, Do]) -> Any:  # noqa: ANN401
        """Draw ``menu`` until a key ends it, and return the reply; ``take`` is what Enter does."""
        from prompt_toolkit.application import Application
        from prompt_toolkit.formatted_text import FormattedText
        from prompt_toolkit.layout import FormattedTextControl, Layout, Window

        def draw() -> FormattedText:
            size = self._output.get_size()
            return FormattedText(menu.draw(size.columns, size.rows))

        application: Application[Any] = Application(
            Layout(Window(FormattedTextControl(draw), wrap_lines=True, always_hide_cursor=True)),
            key_bindings=_bindings(menu, take, ways),
            output=self._output,
            erase_when_done=True,
        )
        application.ttimeoutlen = 0.05  # Escape alone does nothing, so nobody waits for it
        try:
            with ending_by(partial(_leave, application)):
                return application.run()
        except (KeyboardInterrupt, EOFError):
            return Quit()

    @property
    def _columns(self) -> int:
        return self._output.get_size().columns


def _keys(progress: Progress, *, several: bool) -> str:
    """Return the line that says what keys do."""
    how = "space ticks, Enter goes on" if several else "Enter chooses"
    back = "← back, " if progress.number > 1 else ""
    return f"{how}; {back}w why am I asked this, s skip, q quit"


def _progress_bar(progress: Progress) -> str:
    full = round((progress.number - 1) / progress.total * LONGEST_BAR)
    return "▆" * full + "▁" * (LONGEST_BAR - full)


def _fault(question: Question, ids: tuple[str, ...]) -> str:
    """Return what is wrong with these answers; empty where nothing is."""
    if not ids:
        return "Choose one at least, or s to skip."
    found = faults(question, ids, lambda answer: answer.text)
    return f"{found[0].message}." if found else ""


def standing_tokens(standing: Standing, width: int) -> Tokens:
    """Return how a half stands: a bar per role where it is measured, else a sentence."""
    if standing.shares:
        return _share_tokens(standing.shares, width)
    return [("", f"\n\n {standing_words(standing)}")]


def _share_tokens(shares: Shares, width: int) -> Tokens:
    """Return a bar per role after its letters, in as many lines of ``width`` as it takes."""
    label, gap = " So far", "   "
    named = [
        (clean(role.letter), f"{percent} %", share)
        for (role, share), percent in zip(
            shares, percentages([share for _, share in shares]), strict=True
        )
    ]
    letters = sum(len(f"{gap}{letter}  {percent}") for letter, percent, _ in named)
    cells = (width - len(label) - letters) // len(shares)
    cells = max(SHORTEST_BAR, min(cells, LONGEST_BAR))
    tokens: Tokens = [("", "\n\n" + label)]
    column = len(label)
    for place, (letter, percent, share) in enumerate(named):
        full = round(share * cells)
        bar = f"{letter} {'▆' * full}{'▁' * (cells - full)} {percent}"
        if column + len(gap) + len(bar) > width:
            tokens.append(("", "\n" + " " * len(label)))
            column = len(label)
        tokens += [("", gap), (PALETTE[place % len(PALETTE)].hex, bar)]
        column += len(gap) + len(bar)
    return tokens


def _bindings(menu: Menu[Any], take: Do, ways: Mapping[str, Do]) -> "KeyBindings":
    """Return what each key does. What is pasted does nothing: nobody means it as so many keys."""
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    bindings = KeyBindings()

    def bind(do: Do, *keys: str) -> None:
        def pressed(event: KeyPressEvent) -> None:
            reply = do()
            if reply is not None:
                event.app.exit(result=reply)

        for key in keys:
            bindings.add(key, eager=True)(pressed)

    bind(lambda: menu.move(-1), "up", "k", "c-p")
    bind(lambda: menu.move(1), "down", "j", "c-n")
    bind(lambda: menu.go(0), "home", "c-a")
    bind(lambda: menu.go(-1), "end", "c-e")
    bind(lambda: menu.go(max(menu.pointer - PAGE, 0)), "pageup")
    bind(lambda: menu.go(min(menu.pointer + PAGE, len(menu.rows) - 1)), "pagedown")
    for digit in "0123456789":
        bind(partial(menu.type, digit), digit)
    bind(menu.tick, " ")
    bind(take, "enter")
    bind(lambda: None, "<bracketed-paste>")
    for key, do in ways.items():
        bind(do, key)

    @bindings.add("c-c", eager=True)
    @bindings.add("<sigint>", eager=True)
    def interrupted(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d", eager=True)
    def end_of_input(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @bindings.add("c-z", eager=True)
    def suspended(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings


def _leave(application: "Application[Any]") -> bool:
    """Ask a menu to end as soon as it can; return False where it is not there yet, or gone."""
    loop, future = application.loop, application.future
    if loop is None or future is None:
        return False
    loop.call_soon_threadsafe(lambda: None if future.done() else application.exit())
    return True
