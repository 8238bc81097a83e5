"""Where each claim is used: in which statement, under which JSON path of which file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role


@dataclass(frozen=True)
class Use:
    """One place that cites a claim; ``place`` says it in words, ``path`` for a machine."""

    file: str
    path: str
    place: str
    text: str


def uses_of_claims(catalogue: Catalogue) -> Mapping[str, tuple[Use, ...]]:
    """Return for each cited claim the places that cite it, in the order of the files."""
    found: dict[str, tuple[Use, ...]] = {}
    for claims, use in _cited(catalogue):
        for claim in dict.fromkeys(claims):
            found[claim] = (*found.get(claim, ()), use)
    return found


Cited = tuple[tuple[str, ...], Use]


def _cited(catalogue: Catalogue) -> Iterator[Cited]:
    for index, dispute in enumerate(catalogue.sources.disputes):
        claims = tuple(claim for side in dispute.sides for claim in side.claims)
        path = f"$.disputes[{index}]"
        yield claims, Use("sources.json", path, "dispute", f"{dispute.id}: {dispute.about}")
    file = catalogue.file
    for index, stage in enumerate(file.stages):
        yield stage.claims, _use(f"$.stages[{index}]", f"stage {stage.title}", stage.text)
    for position, role in enumerate(file.roles):
        yield from _cited_by(catalogue, role, f"$.roles[{position}]")
    for name, place in (("overlap", "overlap"), ("team_sizes", "team sizes")):
        for index, statement in enumerate(getattr(file, name)):
            yield statement.claims, _use(f"$.{name}[{index}]", place, statement.text)


def _cited_by(catalogue: Catalogue, role: Role, path: str) -> Iterator[Cited]:
    title = role.short_title
    yield role.summary.claims, _use(f"{path}.summary", f"{title}: summary", role.summary.text)
    for index, alias in enumerate(role.aliases):
        yield alias.claims, _use(f"{path}.aliases[{index}]", f"{title}: alias", alias.name)
    for index, each in enumerate(role.aspects):
        place = f"{title}: {catalogue.aspects[each.aspect].title}"
        yield each.claims, _use(f"{path}.aspects[{index}]", place, each.text)
    for index, duty in enumerate(role.responsibilities):
        text = duty.text or catalogue.responsibilities[duty.responsibility].title
        place = f"{title}: responsibility"
        yield duty.claims, _use(f"{path}.responsibilities[{index}]", place, text)
    for index, skill in enumerate(role.skills):
        text = skill.text or catalogue.skills[skill.skill].title
        yield skill.claims, _use(f"{path}.skills[{index}]", f"{title}: skill", text)
    parts = {
        "does_not": "does not do",
        "choose_if": "choose it if",
        "think_twice_if": "think twice if",
    }
    for name, words in parts.items():
        for index, statement in enumerate(getattr(role, name)):
            place = f"{title}: {words}"
            yield statement.claims, _use(f"{path}.{name}[{index}]", place, statement.text)


def _use(path: str, place: str, text: str) -> Use:
    return Use("roles.json", path, place, text)
