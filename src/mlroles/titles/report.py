"""What one title means, whole: for the screen of ``mlroles title``."""

from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.titles.models import Counting
from mlroles.titles.read import Sure, Taken, TitleReader


@dataclass(frozen=True)
class NamedJob:
    """A role, or a job beside the roles."""

    id: str
    """Its id."""
    title: str
    """Its name."""
    role: bool
    """Whether it is a role, rather than a job beside the roles."""


@dataclass(frozen=True)
class CountedTitles:
    """What a source counts about such titles."""

    source: str
    """The id of the source."""
    what: Counting
    """What was counted."""
    count: int
    """How many there are of what was counted."""
    of: int
    """Among how many."""


@dataclass(frozen=True)
class TitleReport:
    """What a title means, how surely, why, and what it does not say."""

    title: str
    """The title."""
    taken: tuple[Taken, ...]
    """What was taken away: rank, terms, place, team and so on."""
    level: str
    """The rank that it names, in its own words; empty where it names none."""
    left: str
    """What is left: the words that decide."""
    sure: Sure
    """How surely it means something."""
    means: tuple[NamedJob, ...]
    """What it means, the likeliest first."""
    near: tuple[NamedJob, ...]
    """The roles that it is near to without meaning them."""
    reasons: tuple[str, ...]
    """Why."""
    open: tuple[str, ...]
    """What the title alone does not say."""
    counted: tuple[CountedTitles, ...]
    """What sources count about such titles."""


def title_report(catalogue: Catalogue, reader: TitleReader, title: str) -> TitleReport:
    """Return what ``title`` means in this catalogue."""
    found = reader.read(title)
    roles = {each.id: each.title for each in catalogue.roles}
    jobs = {**roles, **{each.id: each.title for each in catalogue.neighbours}}
    rules = [reader.rules[each] for each in found.rules]
    return TitleReport(
        title,
        found.taken,
        found.level,
        found.left,
        found.sure,
        tuple(NamedJob(each, jobs[each], each in roles) for each in found.means),
        tuple(NamedJob(each, jobs[each], each in roles) for each in found.near),
        tuple(dict.fromkeys(rule.reason for rule in rules)),
        tuple(dict.fromkeys(rule.open for rule in rules if rule.open)),
        tuple(
            CountedTitles(each.source, each.what, each.count, each.of)
            for rule in rules[:1]
            for each in rule.counted
        ),
    )
