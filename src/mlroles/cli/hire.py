"""``mlroles hire``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.cli.streams import dialogue, typed_input

if TYPE_CHECKING:
    from mlroles.hire.models import HireFile, HireQuestion
    from mlroles.hire.situation import Given

app = new_app()

OWN = ("goal", "data-in", "production", "known-methods", "buy")
"""The questions that have an option of their own; --answer takes any."""


@app.command(
    epilog=examples(
        "mlroles hire",
        "mlroles hire --people 5 --have nobody --goal product --data-in files",
        "mlroles hire --people 4000 --production many --have '12 ds'",
        "mlroles hire --people 30 --goal reports --have '1 analyst' --ask",
    )
)
@requests
def hire(
    people: Annotated[
        int | None,
        typer.Option(
            "--people", metavar="N", help="How many people there are.", show_default=False
        ),
    ] = None,
    have: Annotated[
        list[str] | None,
        typer.Option(
            "--have",
            metavar="TEAM",
            help="Who works with data already, as '1 ds, 2 analysts'; nobody for nobody.",
            show_default=False,
        ),
    ] = None,
    covers: Annotated[
        list[str] | None,
        typer.Option(
            "--covers",
            metavar="STAGES",
            help="Stages of the lifecycle at which somebody does the work already; none for none.",
            show_default=False,
            autocompletion=completion.stages,
        ),
    ] = None,
    goal: Annotated[
        str,
        typer.Option(
            "--goal",
            metavar="GOAL",
            help="What the data are to do: reports, questions, predictions, product, method.",
            show_default=False,
            autocompletion=completion.hire_answers("goal"),
        ),
    ] = "",
    data_in: Annotated[
        str,
        typer.Option(
            "--data-in",
            metavar="PLACE",
            help="Where the data are: nowhere, files, systems, one-place.",
            show_default=False,
            autocompletion=completion.hire_answers("data-in"),
        ),
    ] = "",
    production: Annotated[
        str,
        typer.Option(
            "--production",
            metavar="STATE",
            help="Whether models run in production: none, stuck, few, many.",
            show_default=False,
            autocompletion=completion.hire_answers("production"),
        ),
    ] = "",
    known_methods: Annotated[
        str,
        typer.Option(
            "--known-methods",
            metavar="STATE",
            help="Whether known methods do: untried, work, fail.",
            show_default=False,
            autocompletion=completion.hire_answers("known-methods"),
        ),
    ] = "",
    buy: Annotated[
        str,
        typer.Option(
            "--buy",
            metavar="STATE",
            help="Whether a product does it: yes, no.",
            show_default=False,
            autocompletion=completion.hire_answers("buy"),
        ),
    ] = "",
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--answer",
            metavar="QUESTION=ANSWER",
            help="The answer to any question of the catalogue, by its id.",
            show_default=False,
        ),
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask for what the options leave open.")
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say whom to hire first and why, what stays open then, and what would change it.

    Without options it asks. What is not answered is not known, and never a no. Not for choosing
    between candidates: nothing here reads an application.
    """
    from mlroles.hire.whom import whom
    from mlroles.parts import HIRE
    from mlroles.views.hire import view

    catalogue = request.catalogue
    file = HIRE.load(catalogue)
    choices = {
        "goal": goal,
        "data-in": data_in,
        "production": production,
        "known-methods": known_methods,
        "buy": buy,
    }
    given = _Options(request, file)
    given.take_people(people)
    given.take_team(have)
    given.take_stages(covers)
    given.take_choices({name: typed for name, typed in choices.items() if typed})
    given.take_answers(answer or ())
    if ask or not given.words:
        given.take_asked()
    result = whom(catalogue, file, given.situation)
    asked = tuple(given.words)
    request.emit("hire", result, lambda: view(result, catalogue, asked, full=full))


class _Options:
    """What the options say, and how they are typed so that a suggested command repeats them."""

    def __init__(self, request: Request, file: "HireFile") -> None:
        self._request = request
        self._file = file
        self.situation: dict[str, Given] = {}
        self.words: list[str] = []

    def take_people(self, people: int | None) -> None:
        from mlroles.hire.situation import size

        if people is not None:
            question = self._of("size", "--people")
            self._take(question, size(question, people), "--people", str(people))

    def take_team(self, have: list[str] | None) -> None:
        from mlroles.cli.team import roster
        from mlroles.hire.situation import Given

        if have:
            question = self._of("jobs", "--have")
            jobs = frozenset(each.job for each in roster(self._request, have).members)
            self._take(question, Given(jobs), "--have", ", ".join(have))

    def take_stages(self, covers: list[str] | None) -> None:
        from mlroles.hire.situation import stages

        if covers:
            question = self._of("stages", "--covers")
            found = stages(self._request.catalogue, covers)
            self._take(question, found, "--covers", ",".join(covers))

    def take_choices(self, typed: Mapping[str, str]) -> None:
        for name, text in typed.items():
            self._choose(self._named(name, f"--{name}"), f"--{name}", text)

    def take_answers(self, typed: "list[str] | tuple[()]") -> None:
        from mlroles.errors import UsageError
        from mlroles.text import quoted

        for text in typed:
            name, sign, value = text.partition("=")
            if not (name.strip() and sign and value.strip()):
                raise UsageError(
                    f"{quoted(text)} is no question with its answer.",
                    "Write both, as in --answer goal=reports.",
                )
            self._answer(self._named(name.strip(), name.strip()), value.strip())

    def take_asked(self) -> None:
        """Ask what is not answered; whoever leaves in a terminal is told how to go on."""
        from mlroles.console import tell
        from mlroles.errors import ExitCode
        from mlroles.hire.asking import answered, ask, to_ask
        from mlroles.quiz.prompts import choose_asker
        from mlroles.render.document import command

        questions = to_ask(self._request.catalogue, self._file, self.situation)
        if questions is None:
            return
        stdin = typed_input()
        asker = choose_asker(stdin, dialogue(), plain=self._request.plain, tell=tell)
        answers, finished = ask(questions, asker)
        for name, found in answered(answers).items():
            self.situation[name] = found
            self.words += self._typed(self._named(name, name), found)
        if not finished and stdin.isatty():
            tell(f"To go on: {command('hire', *self.words, '--ask')}")
            raise typer.Exit(ExitCode.INTERRUPTED)

    def _typed(self, question: "HireQuestion", given: "Given") -> tuple[str, ...]:
        """Return how an answer that was chosen is typed."""
        ids = ",".join(sorted(given.ids))
        if question.of == "jobs":
            return ("--have", ids.replace(",", ", ") or "nobody")
        if question.of == "stages":
            return ("--covers", ids or "none")
        if question.of == "size":
            least = next(each.least for each in question.answers if each.id in given.ids)
            return ("--people", str(least))
        return (
            (f"--{question.id}", ids)
            if question.id in OWN
            else ("--answer", f"{question.id}={ids}")
        )

    def _answer(self, question: "HireQuestion", text: str) -> None:
        from mlroles.errors import UsageError
        from mlroles.text import quoted

        if question.of == "choice":
            self._choose(question, "--answer", text)
            return
        if question.of == "size":
            if not text.isdecimal() or len(text) > len("10000000"):
                raise UsageError(
                    f"{quoted(text)} is no number of people.", "Give a whole number from 1 on."
                )
            self.take_people(int(text))
        elif question.of == "jobs":
            self.take_team([text])
        else:
            self.take_stages([text])

    def _choose(self, question: "HireQuestion", option: str, text: str) -> None:
        from mlroles.hire.situation import choice

        typed = f"{question.id}={text}" if option == "--answer" else text
        self._take(question, choice(question, text), option, typed)

    def _take(self, question: "HireQuestion", given: "Given", *words: str) -> None:
        self.situation[question.id] = given
        self.words += words

    def _of(self, kind: str, option: str) -> "HireQuestion":
        question = self._file.question_of(kind)
        if question is None:
            raise self._unasked(option)
        return question

    def _named(self, name: str, option: str) -> "HireQuestion":
        from mlroles.roles.find import normal

        for question in self._file.questions:
            if normal(question.id) == normal(name):
                return question
        raise self._unasked(option)

    def _unasked(self, option: str) -> Exception:
        from mlroles.errors import UsageError
        from mlroles.text import quoted

        ids = ", ".join(each.id for each in self._file.questions)
        return UsageError(
            f"This catalogue does not ask about {quoted(option)}.", f"It asks: {ids}."
        )
