"""``mlroles advert``."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.documents import advert_bytes, typed_title
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Format, Request, requests

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mlroles.documents.text import Text
    from mlroles.hire.draft import AdvertDraft, OfferedBand, Own, OwnPay
    from mlroles.plan.models import Way
    from mlroles.roles.models import Role

app = new_app()

WRITTEN_AS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json-ld",
    ".jsonld": "json-ld",
}
"""What a file is written as, by the end of its name."""


@app.command(
    epilog=examples(
        "mlroles advert mle --level senior --country us",
        "mlroles advert ds --company 'Acme' --place 'Leeds, UK' --output advert.md",
        "mlroles advert ds --company 'Acme' --place 'Leeds, UK' --posted 2027-01-31 --json-ld",
        "mlroles advert --check advert.md",
        "mlroles advert --check - --title 'Data Scientist' --full",
    )
)
@requests
def advert(
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ROLE]",
            help="The role to draft an advert for, by any name.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ] = None,
    check: Annotated[
        str,
        typer.Option(
            "--check",
            metavar="FILE",
            help="Check this advert: text, Markdown, HTML, DOCX or PDF; - for standard input.",
            show_default=False,
        ),
    ] = "",
    strict: Annotated[
        bool,
        typer.Option("--strict", help="End with 1 where the check finds something, for scripts."),
    ] = False,
    level: Annotated[
        str,
        typer.Option(
            "--level",
            metavar="LEVEL",
            help="The level of experience, in the words of adverts or of frameworks.",
            show_default=False,
            autocompletion=completion.levels,
        ),
    ] = "",
    country: Annotated[
        str,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="The country whose adverts say what is offered, or 'all'. Default: that of "
            "--place, else the one with most adverts.",
            show_default=False,
            autocompletion=completion.countries,
        ),
    ] = "",
    title: Annotated[
        str,
        typer.Option(
            "--title",
            metavar="TITLE",
            help="The title of the advert. Default: that of the role; in a check its first line.",
            show_default=False,
        ),
    ] = "",
    company: Annotated[
        str, typer.Option("--company", metavar="NAME", help="Who hires.", show_default=False)
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            "--place", metavar="PLACE", help="Where, as in 'Leeds, UK'.", show_default=False
        ),
    ] = "",
    pay: Annotated[
        str,
        typer.Option(
            "--pay",
            metavar="PAY",
            help="What you pay, as in 'GBP 50,000 to 60,000 a year'.",
            show_default=False,
        ),
    ] = "",
    posted: Annotated[
        dt.datetime | None,
        typer.Option(
            "--posted",
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The day on which it is posted, as 2027-01-31, for --json-ld.",
            show_default=False,
        ),
    ] = None,
    json_ld: Annotated[
        bool,
        typer.Option(
            "--json-ld",
            help="Write a JobPosting of schema.org as JSON-LD, which search engines read; what "
            "you have not said is left out.",
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write the draft to FILE: .md, .html, .txt, or .jsonld for JSON-LD.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Draft an advert for a role, or check one before it is posted.

    A draft has blanks for what only you know. A check says where, why, and what would be better;
    it ends with 0 whether or not it finds something. Neither is for choosing between candidates.
    """
    from mlroles.errors import UsageError

    drafting = {
        "a role": role,
        "--level": level,
        "--country": country,
        "--company": company,
        "--place": place,
        "--pay": pay,
        "--posted": posted,
        "--json-ld": json_ld,
        "--output": output,
        "--force": force,
    }
    checking = {"--strict": strict, "--full": full}
    if check:
        _alone("--check", drafting)
        _check(
            check, typed_title(title, "Give the title alone."), request, full=full, strict=strict
        )
        return
    if not role:
        raise UsageError(
            "Say for which role, or which advert to check.",
            f"mlroles advert {request.catalogue.core[-1].id}, or mlroles advert --check FILE.",
        )
    _alone("a draft", checking)
    if json_ld and request.format is not Format.TERMINAL:
        raise UsageError(f"--json-ld contradicts --format {request.format}.", "Leave one out.")
    if output:
        _writable(output, json_ld=json_ld, force=force)
    own = _own(request, typed_title(title, "Give the title alone."), company, place, pay, posted)
    result = _draft(request, role, level, country or own.country or "", own)
    _write(result, request, output, json_ld=json_ld)


def _alone(what: str, others: "Mapping[str, object]") -> None:
    """Raise UsageError where something is given that ``what`` does not go with."""
    from mlroles.errors import UsageError

    for name, given in others.items():
        if given:
            raise UsageError(f"{name} does not go with {what}.", "Leave one of the two out.")


# the check -----------------------------------------------------------------------------------


def _check(file: str, title: str, request: Request, *, full: bool, strict: bool) -> None:
    from mlroles.errors import ExitCode
    from mlroles.hire.advert_check import AdvertChecker
    from mlroles.parts import ADVERT_RULES, advert_tools
    from mlroles.views.advert_check import view

    catalogue = request.catalogue
    rules = ADVERT_RULES.load(catalogue)
    checker = AdvertChecker(catalogue, advert_tools(catalogue), rules)
    text, raw = _text(file)
    result = checker.check(text, raw, title or None, year=dt.datetime.now().astimezone().year)
    request.emit("advert-check", result, lambda: view(result, file, full=full))
    if strict and result.findings:
        raise typer.Exit(ExitCode.COULD_NOT)


def _text(file: str) -> "tuple[Text, str | None]":
    """Return what a file, or standard input, says, and its lines where it is one of text."""
    from mlroles.documents.read import text_of, written

    data = advert_bytes(file)
    text = text_of(data, Path(file).name)
    return text, written(data) if text.kind in {"text", "markdown"} else None


# the draft -----------------------------------------------------------------------------------


def _own(
    request: Request,
    title: str,
    company: str,
    place: str,
    pay: str,
    posted: dt.datetime | None,
) -> "Own":
    from mlroles.hire.draft import Own
    from mlroles.text import clean

    return Own(
        title,
        clean(company).strip(),
        clean(place).strip(),
        _country(request, place),
        _pay(request, pay) if pay else None,
        f"{posted:%Y-%m-%d}" if posted else "",
    )


def _country(request: Request, place: str) -> str | None:
    """Return the code of the country that the last part of a place names; None where none is."""
    from mlroles.errors import UnknownNameError
    from mlroles.parts import PAY, works
    from mlroles.pay.places import find_country

    last = place.rpartition(",")[2].strip()
    if not last or not works("pay", request.directory):
        return None
    try:
        return find_country(PAY.load(request.catalogue).countries, last).code
    except UnknownNameError:
        return None


def _pay(request: Request, words: str) -> "OwnPay":
    """Return the pay that ``words`` say, read as those of an advert; raises UsageError."""
    from mlroles.adverts.terms.patterns import lowered
    from mlroles.adverts.terms.pay import PayReader
    from mlroles.errors import UsageError
    from mlroles.hire.draft import OwnPay
    from mlroles.parts import TERMS
    from mlroles.text import quoted

    text = f"Salary: {words}"
    found = PayReader(TERMS.load(request.catalogue).pay).pay(text, lowered(text))
    if found is None or found.currency is None or found.period is None:
        raise UsageError(
            f"{quoted(words)} is not read as pay with a currency and a period.",
            "Write it as in 'GBP 50,000 to 60,000 a year'.",
        )
    return OwnPay(found.low, found.high, found.currency, found.period)


def _draft(
    request: Request, words: "Sequence[str]", level: str, country: str, own: "Own"
) -> "AdvertDraft":
    from mlroles.hire.draft import draft_advert
    from mlroles.parts import ADVERT_RULES

    catalogue = request.catalogue
    rules = ADVERT_RULES.load(catalogue)
    role = request.role(words)
    offered, known = _offered(request, role, level, country)
    return draft_advert(catalogue, rules, _ways(request), role, offered, known, own)


def _ways(request: Request) -> "tuple[Way, ...]":
    """Return the tools of which one is enough; none where the catalogue does not say."""
    from mlroles.parts import PLAN, works

    return PLAN.load(request.catalogue).ways if works("plan", request.directory) else ()


def _offered(
    request: Request, role: "Role", word: str, country: str
) -> "tuple[OfferedBand | None, tuple[str, str] | None]":
    """Return what adverts offer, and the id and the name of the level that ``word`` means."""
    from mlroles.cli.pay import level_of
    from mlroles.hire.draft import offered_band
    from mlroles.parts import PAY, works
    from mlroles.pay.places import choose

    if not works("pay", request.directory):
        return None, (word, word) if word else None
    file = PAY.load(request.catalogue)
    level, asked = level_of(file, word, request)
    choice = choose(file, country, "", level, None)
    names = {each.id: each.title for each in file.levels}
    experience = choice.place.experience
    known = (experience, names[experience]) if experience else None
    if asked:
        known = (asked, asked.capitalize())
    return offered_band(request.catalogue, file, role, choice), known


def _writable(path: Path, *, json_ld: bool, force: bool) -> None:
    """Refuse a file that cannot be written, should not, or has no known ending."""
    from mlroles.cli.streams import check_target
    from mlroles.errors import UsageError

    kind = WRITTEN_AS.get(path.suffix.lower())
    if kind is None and str(path) != "-":
        raise UsageError(
            f"What {path} should be written as is not clear.",
            "End its name in .md, .html, .txt or .jsonld.",
        )
    if json_ld and kind != "json-ld":
        raise UsageError(f"--json-ld contradicts {path}.", "End its name in .jsonld.")
    check_target(path, "--output", force=force)


def _write(result: "AdvertDraft", request: Request, output: Path | None, *, json_ld: bool) -> None:
    """Write the draft, and tell on stderr what it rests on and what to do next."""
    from mlroles.console import tell, write
    from mlroles.datafile.files import telling, write_atomic
    from mlroles.hire.posting import json_ld as as_json_ld
    from mlroles.hire.posting import missing, posting
    from mlroles.render.files import file_text
    from mlroles.views.advert_draft import notes, view

    kind = WRITTEN_AS[output.suffix.lower()] if output else ""
    wanted: tuple[str, ...] = ()
    if json_ld or kind == "json-ld":
        posted = posting(result)
        wanted = missing(posted)
        text = as_json_ld(posted)
    else:
        text = file_text(view(result), kind) if output else ""
    if output:
        with telling(output, "Choose another file."):
            write_atomic(output, text.encode())
        tell(f"Written to {output}.")
    elif json_ld:
        write(text)
    else:
        request.emit("advert-draft", result, lambda: view(result))
    if request.format is Format.JSON and not output:
        return
    for line in notes(result, _then(result, request, output, kind), wanted):
        tell(line)


def _then(
    result: "AdvertDraft", request: Request, output: Path | None, kind: str
) -> tuple[str, ...]:
    """Return what to type next, in words: a check of what was written, else a way to write it."""
    if output and kind != "json-ld":
        return (*request.led_here, "advert", "--check", str(output))
    return (*request.led_here, "advert", result.role.id, "--output", "advert.md")
