"""``mlroles pay``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mlroles.cli import completion
from mlroles.cli.options import AllOption, FullOption, RolesArgument, examples, new_app
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.pay.models import PayFile
    from mlroles.roles.models import Role
    from mlroles.wages.summary import WageSummary

app = new_app()


By = Literal["title", "experience", "country", "year", "industry", "state"]
"""What figures can be divided by: those of adverts by the first four, official ones by the rest."""


@app.command(
    epilog=examples(
        "mlroles pay",
        "mlroles pay scientist engineer --level senior",
        "mlroles pay --country uk --by experience",
        "mlroles pay researcher --by title",
        "mlroles pay --sensitivity",
        "mlroles pay --official --by industry",
    )
)
@requests
def pay(
    roles: RolesArgument = None,
    country: Annotated[
        str,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="The country of the job by its name or code, or 'all'. Default: the one with "
            "most adverts.",
            show_default=False,
            autocompletion=completion.countries,
        ),
    ] = "",
    experience: Annotated[
        str,
        typer.Option(
            "--level",
            "--experience",
            metavar="LEVEL",
            help="The level of experience, in the words of adverts or of frameworks (junior, "
            "lead, principal), or 'all'. Default: all.",
            show_default=False,
            autocompletion=completion.levels,
        ),
    ] = "",
    year: Annotated[
        str,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="The year, or 'all'. Default: the one with most adverts.",
            show_default=False,
            autocompletion=completion.years,
        ),
    ] = "",
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="Divide each role by title, experience, country or year; with --official by "
            "industry or state.",
            show_default=False,
        ),
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity",
            help="Say whether the order of the roles holds, whichever titles are taken for them "
            "and whether repeated adverts count or not.",
        ),
    ] = False,
    official: Annotated[
        bool,
        typer.Option(
            "--official",
            help="Show what was paid, as official statistics count it, not what adverts offer.",
        ),
    ] = False,
    full: FullOption = False,
    all_: AllOption = False,
    *,
    request: Request,
) -> None:
    """Show what job adverts offer, with the number of adverts beside every figure."""
    from mlroles.errors import UsageError
    from mlroles.parts import PAY

    given = {"country": country, "experience": experience, "year": year}
    if by and given.get(by):
        raise UsageError(f"--by {by} contradicts --{by}.", "Leave one of the two out.")
    if sensitivity and (country or year or by):
        raise UsageError(
            "--sensitivity is computed for one country and one year.",
            "Leave out --country, --year and --by.",
        )
    if official and (country or year or experience or sensitivity):
        raise UsageError(
            "Official wages are of one country and one year, and know no level.",
            "Leave out --country, --year, --level and --sensitivity.",
        )
    catalogue = request.catalogue
    found = request.roles(roles, everyone=all_)
    if official:
        _official(by, found, request, full=full)
        return
    if by == "industry" or by == "state":  # noqa: PLR1714 - so that mypy sees what is left
        raise UsageError(f"--by {by} is for official wages.", "Add --official.")
    file = PAY.load(catalogue)
    level, asked = level_of(file, experience, request)
    if sensitivity:
        from mlroles.pay.sensitivity import rank
        from mlroles.views import pay_sensitivity

        ranks = replace(rank(file, found, level), asked=asked)
        request.emit(
            "pay-sensitivity", ranks, lambda: pay_sensitivity.view(ranks, catalogue, full=full)
        )
        return
    from mlroles.pay.places import choose
    from mlroles.pay.summary import summarise
    from mlroles.views import pay as summary

    choice = replace(choose(file, country, year, level, by), asked=asked)
    result = summarise(catalogue, file, found, choice)
    paid = None if by else _paid(result.country, found, request)
    request.emit("pay", result, lambda: summary.view(result, catalogue, paid, full=full))


def level_of(file: "PayFile", word: str, request: Request) -> tuple[str, str | None]:
    """Return the level of the adverts that ``word`` means, and the word where it is not theirs.

    A word that neither the adverts nor the frameworks know is returned as it is.
    """
    from mlroles.parts import FRAMEWORKS, works
    from mlroles.pay.places import knows_level

    if knows_level(file.levels, word) or not works("frameworks", request.directory):
        return word, None
    from mlroles.frameworks.place import known_level

    level = known_level(FRAMEWORKS.load(request.catalogue), word)
    known = {each.id for each in file.levels}
    if level is None or level.experience is None or level.experience not in known:
        return word, None
    return level.experience, word


def _paid(country: str | None, roles: "Sequence[Role]", request: Request) -> "WageSummary | None":
    """Return the official wages where there are some of the country that is shown."""
    from mlroles.parts import WAGES, works
    from mlroles.wages.summary import summarise_wages

    if not works("pay --official", request.directory):
        return None
    file = WAGES.load(request.catalogue)
    return summarise_wages(file, roles) if country and country in file.country else None


def _official(by: By | None, roles: "Sequence[Role]", request: Request, *, full: bool) -> None:
    """Show what was paid to employees, as official statistics count it."""
    from mlroles.errors import UsageError
    from mlroles.parts import WAGES
    from mlroles.views import wages
    from mlroles.wages.summary import summarise_wages

    if by and by != "industry" and by != "state":  # noqa: PLR1714 - as above
        raise UsageError(f"--by {by} is for adverts.", "Official wages are by industry or state.")
    result = summarise_wages(WAGES.load(request.catalogue), roles, by=by)
    request.emit("wages", result, lambda: wages.view(result, request.catalogue, full=full))
