"""One advert, read whole: what the job is, what it asks for, what it offers, and what is left open.

Nothing of the person who reads it comes in here: what somebody has of it is laid beside it by
``mlroles.plan``.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mlroles.adverts.bands import BandsBeside
from mlroles.adverts.mix import Mix, Outcome
from mlroles.adverts.requirements import Requirement
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.telling import AdvertTools, Told, tell_advert
from mlroles.adverts.terms.found import Need, Terms
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role
from mlroles.roles.skill_use import SkillUse, measured_skills, skill_uses
from mlroles.titles.read import TitleReader
from mlroles.titles.report import NamedJob, title_report

UNIT: Final = "ads"
"""The unit of a share of adverts."""


@dataclass(frozen=True)
class AdvertTitle:
    """The title of the advert, beside what its text says."""

    title: str
    """The title."""
    means: tuple[NamedJob, ...]
    """What such a title usually means; empty where that is not known."""
    agrees: bool | None
    """Whether the text says the same; null where one of the two says nothing."""


@dataclass(frozen=True)
class RoleShare:
    """How much an advert reads like a role."""

    role: str
    """The id of the role."""
    share: float
    """Its share from 0 to 1; all add up to 1. It takes for granted that it is one of them."""


@dataclass(frozen=True)
class Reason:
    """A sentence of the advert that speaks for a role."""

    role: str
    """The id of the role."""
    words: str
    """The sentence."""
    points: int
    """By how many points it speaks more for this role than for the next."""
    cues: tuple[str, ...]
    """The ids of what counts in it."""


@dataclass(frozen=True)
class AskedSkill:
    """A skill that the advert names."""

    id: str
    """The id of the skill, of the catalogue or a further one."""
    title: str
    """Its name."""
    need: Need
    """Whether it must be, would help, is only named, or is said not to be needed."""
    words: str
    """The words of the advert."""
    share: float | None
    """The share of adverts of the role it reads like that name it; null where not counted."""


@dataclass(frozen=True)
class UsualSkill:
    """A skill that most adverts of the role name, and this one does not."""

    id: str
    """The id of the skill."""
    title: str
    """Its name."""
    share: float
    """The share of adverts of the role that name it."""


@dataclass(frozen=True)
class Passage:
    """A sentence of the advert, and what is made of it."""

    words: str
    """The sentence."""
    left_out: bool
    """Whether it says nothing of the work, as pay, benefits and the firm do."""
    role: str | None
    """The id of the role that it speaks for; null where it speaks for none."""
    points: int
    """By how many points; 0 where it speaks for none."""


@dataclass(frozen=True)
class YouBeside:
    """What the person whose profile is kept can do of what an advert asks for, by skill.

    Of tools of which one is enough, one is named.
    """

    have: tuple[str, ...]
    """The ids of skills that they have."""
    have_less: tuple[str, ...]
    """The ids of those that they have, but perhaps less well than is wanted."""
    lack: tuple[str, ...]
    """The ids of those of which they said that they do not have them."""
    not_known: tuple[str, ...]
    """The ids of those of which nobody says whether they have them, which is not a no."""


@dataclass(frozen=True)
class AdvertReading:
    """What one advert says."""

    outcome: Outcome
    """What comes out: a role, mixed, none of the roles, or why nothing can be told."""
    roles: tuple[str, ...]
    """The ids of the roles it reads like, the likeliest first; empty where it is none."""
    shares: tuple[RoleShare, ...]
    """The share of each role; empty where nothing can be told."""
    none_share: float | None
    """The chance that it is none of the roles; null where nothing can be told."""
    nearest: NamedJob | None
    """The job that it is most like, where it is none of the roles; null where none is known."""
    cues: int
    """How many skills and words it rests on."""
    title: AdvertTitle | None
    """Its title; null where none was given and the first line is none."""
    reasons: tuple[Reason, ...]
    """The sentences that speak for the roles it reads like, the strongest first."""
    skills: tuple[AskedSkill, ...]
    """The skills that it names, in its order."""
    usual: tuple[UsualSkill, ...]
    """What most adverts of the role name and this one does not, the most usual first."""
    terms: Terms
    """Its terms; null where it does not name them, which is not a no."""
    pay_beside: BandsBeside | None
    """Where its pay stands among the bands of such adverts, or why that is not said; null where it
    names no pay, or the catalogue has no bands."""
    passages: tuple[Passage, ...]
    """All its sentences in their order."""
    you: YouBeside | None = None
    """What the person can do of what it asks for; null where they keep no profile."""


Beside = Callable[[str | None, Terms], BandsBeside | None]
"""Lays the pay of an advert beside bands: the one role that it is, else None, and its terms."""


def read_advert(  # noqa: PLR0913, PLR0917
    catalogue: Catalogue,
    tools: AdvertTools,
    text: str,
    heading_lines: Collection[int] = (),
    title: str | None = None,
    beside: Beside = lambda *_: None,
) -> AdvertReading:
    """Return what ``text`` says; without a ``title`` the first sentence may be one.

    ``beside`` lays its pay beside bands.
    """
    return lay_out(catalogue, tools, tell_advert(tools, text, heading_lines, title), text, beside)


def lay_out(
    catalogue: Catalogue,
    tools: AdvertTools,
    said: Told,
    text: str,
    beside: Beside = lambda *_: None,
) -> AdvertReading:
    """Return what is said in ``text``, laid beside what is known of the roles."""
    title, sentences, mix, asked, terms = said
    told = said.told
    uses = _uses(catalogue, mix)
    nearest = _job(catalogue, mix.nearest) if mix.nearest else None
    return AdvertReading(
        outcome=mix.outcome,
        roles=mix.roles,
        shares=tuple(RoleShare(*each) for each in mix.shares) if told else (),
        none_share=mix.none_share if told else None,
        nearest=nearest,
        cues=mix.cues,
        title=_titled(catalogue, tools.titles, title, mix) if title else None,
        reasons=_reasons(mix, text),
        skills=tuple(_skill(catalogue, tools.further, uses, each) for each in asked),
        usual=tuple(_usual(catalogue, uses, {each.id for each in asked})),
        terms=terms,
        pay_beside=beside(mix.roles[0] if len(mix.roles) == 1 else None, terms),
        passages=tuple(_passages(mix, sentences)),
    )


def _titled(catalogue: Catalogue, titles: TitleReader | None, title: str, mix: Mix) -> AdvertTitle:
    """Return the title beside what the text says."""
    report = title_report(catalogue, titles, title) if titles else None
    means, near = (report.means, report.near) if report else ((), ())
    said = {*mix.roles, *((mix.nearest,) if mix.nearest else ())}
    meant = {each.id for each in (*means, *near)}
    known = bool(said and meant)
    return AdvertTitle(title, means, bool(said & meant) if known else None)


def _job(catalogue: Catalogue, name: str) -> NamedJob | None:
    """Return a role or a job beside the roles by its id; None where the catalogue has none."""
    if name in catalogue.role_index:
        return NamedJob(name, _role(catalogue, name).title, role=True)
    beside = (each for each in catalogue.neighbours if each.id == name)
    return next((NamedJob(name, each.title, role=False) for each in beside), None)


def _role(catalogue: Catalogue, name: str) -> Role:
    return catalogue.roles[catalogue.role_index[name]]


def _uses(catalogue: Catalogue, mix: Mix) -> dict[str, SkillUse]:
    """Return what is known of each skill in the one role that an advert reads like."""
    if len(mix.roles) != 1:
        return {}
    measured = measured_skills(catalogue.quoted.evidence)
    return skill_uses(_role(catalogue, mix.roles[0]), [*catalogue.skills], measured)


def _share(uses: dict[str, SkillUse], skill: str) -> float | None:
    """Return the share of adverts that name a skill; None where they were not counted."""
    figures = uses[skill].figures if skill in uses else ()
    return next((each.value for each in figures if each.unit == UNIT), None)


def _skill(
    catalogue: Catalogue, further: dict[str, str], uses: dict[str, SkillUse], asked: Requirement
) -> AskedSkill:
    known = catalogue.skills.get(asked.id)
    title = known.title if known else further[asked.id]
    return AskedSkill(asked.id, title, asked.need, asked.words, _share(uses, asked.id))


def _usual(
    catalogue: Catalogue, uses: dict[str, SkillUse], asked: Collection[str]
) -> Iterator[UsualSkill]:
    """Yield what the figures call common for the role and the advert does not name."""
    found = [
        UsualSkill(skill, catalogue.skills[skill].title, share)
        for skill, use in uses.items()
        if skill not in asked
        and use.standing == "common"
        and (share := _share(uses, skill)) is not None
    ]
    yield from sorted(found, key=lambda each: -each.share)


def _reasons(mix: Mix, text: str) -> tuple[Reason, ...]:
    found = [
        Reason(each.role, text[each.start : each.end], each.points, each.cues)
        for each in mix.speaking
        if each.role in mix.roles
    ]
    return tuple(sorted(found, key=lambda each: -each.points))


def _passages(mix: Mix, sentences: Sequence[Sentence]) -> Iterator[Passage]:
    speaking = {each.start: each for each in mix.speaking}
    for sentence in sentences:
        said = speaking.get(sentence.start)
        yield Passage(
            sentence.text,
            sentence.boilerplate,
            said.role if said else None,
            said.points if said else 0,
        )
