"""A draft of an advert: what a role does and needs, in plain words, with blanks for the rest.

What only the employer knows is a blank, never a guess; what adverts of the role offer stands beside
the blank for pay, with what it rests on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mlroles.adverts.terms.models import Period
from mlroles.hire.advert_models import AdvertRulesFile, Blanks, DraftHeadings, DraftRules
from mlroles.pay.cells import MEDIAN, Cell
from mlroles.pay.models import PayFile
from mlroles.pay.places import Choice, Dimension, Place
from mlroles.pay.summary import summarise
from mlroles.plan.models import Way
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import RoleName, role_name
from mlroles.roles.evidence import Evidence
from mlroles.roles.models import Role
from mlroles.roles.skill_use import SkillUse, measured_skills, skill_uses
from mlroles.text import listed

UNIT: Final = "ads"
"""The unit of a share of adverts."""

LOW: Final = MEDIAN - 1
HIGH: Final = MEDIAN + 1
"""The places of the quartiles among the percentiles."""


@dataclass(frozen=True)
class DraftSkill:
    """A skill that the draft asks for, or tools of which one is enough."""

    ids: tuple[str, ...]
    """The ids of the skills."""
    text: str
    """How the draft says it."""
    share: float | None
    """The share of adverts of the role that name it; null where none were counted."""
    level: int | None
    """The level that a source names for the role; null where none names it."""


@dataclass(frozen=True)
class OfferedBand:
    """What adverts of the role offer: half of the bands' mid-points lie between the two ends."""

    low: int
    """The lower quartile."""
    high: int
    """The upper quartile."""
    currency: str
    """The currency, as three capital letters."""
    period: Period
    """For how long."""
    country: str | None
    """The name of the country; null for all together."""
    year: int | None
    """The year; null for all together."""
    level: str | None
    """The name of the level of experience; null for all together."""
    adverts: int
    """How many adverts there are."""
    bands: int
    """How many distinct bands they state."""
    widened: tuple[Dimension, ...]
    """What of the place asked for had too few adverts, and was given up."""
    source: str
    """The id of the source."""


@dataclass(frozen=True)
class OwnPay:
    """What the employer says that it pays."""

    low: float | None
    """The lowest amount; null where only the highest is named."""
    high: float | None
    """The highest amount; null where only the lowest is named."""
    currency: str
    """The currency, as three capital letters."""
    period: Period
    """For how long."""


@dataclass(frozen=True)
class Own:
    """What the employer says; empty or None where nothing is said."""

    title: str = ""
    company: str = ""
    place: str = ""
    country: str | None = None
    """The code of the country that the place names, as two capital letters."""
    pay: OwnPay | None = None
    posted: str = ""
    """The day on which it is posted, as 2027-01-31."""


@dataclass(frozen=True)
class AdvertDraft:
    """A draft of an advert."""

    role: RoleName
    """The role."""
    title: str
    """The title of the advert."""
    level: str | None
    """The name of the level of experience; null where none was asked for."""
    summary: str
    """The job in a few words."""
    duties: tuple[str, ...]
    """What somebody will do."""
    help: tuple[str, ...]
    """What somebody will help with."""
    musts: tuple[DraftSkill, ...]
    """The skills that must be, what most adverts ask for first."""
    helpful: tuple[DraftSkill, ...]
    """The skills that help."""
    adverts: int | None
    """How many adverts of the role the choice of skills rests on; null where none were counted, and
    it rests on what the sources name."""
    adverts_year: int | None
    """Of which year they are, the last of several; null where none were counted."""
    adverts_source: str | None
    """The id of their source; null where none were counted."""
    offered: OfferedBand | None
    """What adverts of the role offer; null where too few state it."""
    company: str | None
    """Who hires; null where it is a blank."""
    place: str | None
    """Where; null where it is a blank."""
    country: str | None
    """The code of the country that the place names; null where it names none."""
    pay: OwnPay | None
    """What the employer pays; null where it is a blank."""
    posted: str | None
    """The day on which it is posted; null where that is not known."""
    headings: dict[str, str]
    """What stands over the parts."""
    blanks: dict[str, str]
    """What only the employer knows and has not said, by what it is."""


def draft_advert(  # noqa: PLR0913, PLR0917 - each is another file, or what was asked
    catalogue: Catalogue,
    rules: AdvertRulesFile,
    ways: Sequence[Way],
    role: Role,
    offered: OfferedBand | None,
    level: tuple[str, str] | None,
    own: Own,
) -> AdvertDraft:
    """Return the draft of an advert for ``role``.

    ``ways`` are tools of which one is enough. ``level`` is the id and the name of a level of
    experience, None where none is asked for.
    """
    draft = rules.draft
    leads, helps = (tuple(_duties(catalogue, draft, role, part)) for part in ("leads", "helps"))
    uses = skill_uses(role, [*catalogue.skills], measured_skills(catalogue.quoted.evidence))
    figures = [each for use in uses.values() if (each := _figure(use))]
    musts, helpful = _chosen(catalogue, draft, uses, ways, measured=bool(figures))
    return AdvertDraft(
        role=role_name(role),
        title=own.title or _titled(draft, role, level[0] if level else None),
        level=level[1] if level else None,
        summary=_summary(draft, role),
        duties=leads,
        help=helps,
        musts=musts,
        helpful=helpful,
        adverts=max(each.counts[0].number for each in figures) if figures else None,
        adverts_year=max(each.year for each in figures) if figures else None,
        adverts_source=figures[0].source if figures else None,
        offered=offered,
        company=own.company or None,
        place=own.place or None,
        country=own.country,
        pay=own.pay,
        posted=own.posted or None,
        headings=_headings(draft.headings),
        blanks=_blanks(draft.blanks, own, offered),
    )


def _titled(draft: DraftRules, role: Role, level: str | None) -> str:
    words = next((each.before for each in draft.levels if each.level == level), "")
    return f"{words} {role.title}".strip()


def _summary(draft: DraftRules, role: Role) -> str:
    said = (each.text for each in draft.roles if each.role == role.id)
    return f"{draft.intro} {next(said, role.summary.text)}"


def _duties(catalogue: Catalogue, draft: DraftRules, role: Role, part: str) -> Iterator[str]:
    """Yield what the role leads, or helps with, in the order of the catalogue."""
    said = {each.responsibility: each.text for each in draft.duties}
    own = {each.responsibility for each in role.responsibilities if each.part == part}
    for each in catalogue.file.responsibilities:
        if each.id in own and (text := said.get(each.id, each.title)):
            yield text


def _figure(use: SkillUse) -> Evidence | None:
    return next((each for each in use.figures if each.unit == UNIT), None)


def _chosen(
    catalogue: Catalogue,
    draft: DraftRules,
    uses: Mapping[str, SkillUse],
    ways: Sequence[Way],
    *,
    measured: bool,
) -> tuple[tuple[DraftSkill, ...], tuple[DraftSkill, ...]]:
    """Return the skills that must be, and those that help.

    What most adverts name comes first; where none were counted, what a source names at the highest
    level. What a source names at the lowest level only is no must.
    """
    if measured:
        wanted = [skill for skill, use in uses.items() if use.standing == "common" and _figure(use)]
    else:
        wanted = [skill for skill, use in uses.items() if use.level is not None]

    def rank(skill: str) -> tuple[float, int]:
        figure = _figure(uses[skill])
        return -(figure.value if figure else 0.0), -(uses[skill].level or 0)

    entries = list(_entries(catalogue, draft, uses, ways, sorted(wanted, key=rank)))
    basic = [each for each in entries if each.level is not None and each.level <= draft.basic_level]
    fit = [each for each in entries if each not in basic]
    musts = fit[: draft.most_musts]
    others = [each for each in entries if each not in musts]
    return tuple(musts), tuple(others[: draft.most_helpful])


def _entries(
    catalogue: Catalogue,
    draft: DraftRules,
    uses: Mapping[str, SkillUse],
    ways: Sequence[Way],
    wanted: Sequence[str],
) -> Iterator[DraftSkill]:
    """Yield the skills in their order, those of which one is enough as one."""
    words = {each.skill: each.text for each in draft.skills}
    gone: set[str] = set()
    for skill in wanted:
        if skill in gone:
            continue
        way = next((each for each in ways if skill == each.of or skill in each.by), None)
        ids = _together(way, wanted) if way else (skill,)
        gone.update((*ids, *(way.by if way else ()), *((way.of,) if way and way.of else ())))
        figure = _figure(uses[skill])
        names = [words.get(each, catalogue.skills[each].title) for each in ids]
        text = f"{names[0]}, such as {listed(names[1:], 'or')}" if _is_whole(way, ids) else ""
        yield DraftSkill(
            ids,
            text or listed(names, "or"),
            round(figure.value, 3) if figure else None,
            max((level for each in ids if (level := uses[each].level) is not None), default=None),
        )


def _together(way: Way, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return what is said together: tools of which one is enough, after what they are ways of.

    The whole is said where adverts name it more often than any of the tools.
    """
    enough = way.enough or way.by
    tools = [each for each in wanted if each in enough]
    if way.of and way.of in wanted and (not tools or wanted.index(way.of) < wanted.index(tools[0])):
        return (way.of, *tools)
    return tuple(tools or [each for each in wanted if each in way.by])


def _is_whole(way: Way | None, ids: Sequence[str]) -> bool:
    return way is not None and len(ids) > 1 and ids[0] == way.of


def _headings(headings: DraftHeadings) -> dict[str, str]:
    return {name: getattr(headings, name) for name in type(headings).model_fields}


def _blanks(blanks: Blanks, own: Own, offered: OfferedBand | None) -> dict[str, str]:
    """Return the blanks that the employer has not filled in."""
    found = {
        "company": None if own.company else blanks.company,
        "about": blanks.about,
        "place": None if own.place else blanks.place,
        "pay": None if own.pay else (blanks.pay_band if offered else blanks.pay),
        "contract": blanks.contract,
        "offer": blanks.offer,
        "apply": blanks.apply,
    }
    return {name: text for name, text in found.items() if text}


def offered_band(
    catalogue: Catalogue, pay: PayFile, role: Role, choice: Choice
) -> OfferedBand | None:
    """Return what adverts of the role offer at the place that was asked for.

    Where that has too few bands it is the nearest that has enough; None where none has.
    """
    (row,) = summarise(catalogue, pay, [role], choice).rows
    nearest = row.nearest
    place = choice.place if row.mid else nearest.place if nearest else None
    cell = next((each for each in pay.cells if _is_at(each, role, place)), None)
    if place is None or cell is None or cell.mid is None:
        return None
    countries = {each.code: each.name for each in pay.countries}
    levels = {each.id: each.title for each in pay.levels}
    return OfferedBand(
        low=cell.mid[LOW],
        high=cell.mid[HIGH],
        currency=pay.currency,
        period="year",
        country=countries[place.country] if place.country else None,
        year=place.year,
        level=levels[place.experience] if place.experience else None,
        adverts=cell.adverts,
        bands=cell.bands,
        widened=nearest.widened if nearest and not row.mid else (),
        source=pay.source,
    )


def _is_at(cell: Cell, role: Role, place: Place | None) -> bool:
    return (
        place is not None
        and (cell.role, cell.sub_title) == (role.id, None)
        and (cell.country, cell.year, cell.experience)
        == (place.country, place.year, place.experience)
    )
