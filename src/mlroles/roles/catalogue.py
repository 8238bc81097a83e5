"""The catalogue in memory: one frozen value, with the look-ups that its readers share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mlroles.roles.evidence import Quoted
from mlroles.roles.models import (
    Aspect,
    Claim,
    Dispute,
    Neighbour,
    Responsibility,
    Role,
    RolesFile,
    Skill,
    Source,
    SourcesFile,
    Stage,
)
from mlroles.roles.names import Reads
from mlroles.roles.statements import Citation, RowKind, citations

OUTSIDE = "outside"
"""The name under which one asks for what stands outside the lifecycle; no stage's id."""

FEW = 6
"""So many aspects are in a short answer where the file marks none as a headline."""


@dataclass(frozen=True)
class Catalogue:
    """What ``directory`` holds: the sources with their claims, and the roles built on them."""

    directory: Path
    sources: SourcesFile
    file: RolesFile
    quote: "Callable[[Catalogue], Quoted]" = field(
        default=lambda _: Quoted(), repr=False, compare=False
    )
    """Reads what the other files measure; called when a screen first asks for it."""
    read_neighbours: "Callable[[Catalogue], tuple[Neighbour, ...]]" = field(
        default=lambda _: (), repr=False, compare=False
    )
    """Reads the jobs beside the roles; called when a name or a screen first asks for them."""
    title_reader: "Callable[[Catalogue], Reads | None]" = field(
        default=lambda _: None, repr=False, compare=False
    )
    """Reads what job titles mean; called when a name is none of the roles' own."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles in the file's order, which is the order of every screen."""
        return self.file.roles

    @cached_property
    def core(self) -> tuple[Role, ...]:
        """The roles that a screen is about where none is named, in the file's order."""
        chosen = self.file.core or tuple(role.id for role in self.roles)
        return tuple(role for role in self.roles if role.id in chosen)

    @cached_property
    def neighbours(self) -> tuple[Neighbour, ...]:
        """The jobs beside the roles; none where the catalogue has no file of them."""
        return self.read_neighbours(self)

    @cached_property
    def title_meaning(self) -> Reads | None:
        """Says what a job title means; None where the catalogue has no file of titles."""
        return self.title_reader(self)

    @cached_property
    def quoted(self) -> Quoted:
        """What is measured of the roles and found of the claims."""
        return self.quote(self)

    @cached_property
    def role_index(self) -> Mapping[str, int]:
        """The position of each role by id; it chooses the role's colour."""
        return {role.id: index for index, role in enumerate(self.roles)}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim by id."""
        return {claim.id: claim for claim in self.sources.claims}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Every source by id."""
        return {source.id: source for source in self.sources.sources}

    @cached_property
    def _claims_by_source(self) -> Mapping[str, Sequence[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.sources.claims:
            found.setdefault(claim.source, []).append(claim)
        return found

    def claims_of(self, source: str) -> Sequence[Claim]:
        """Return the claims that the source of this id makes, in the file's order."""
        return self._claims_by_source.get(source, ())

    @cached_property
    def _source_index(self) -> Mapping[str, int]:
        return {each.id: index for index, each in enumerate(self.sources.sources)}

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """Every lifecycle stage by id."""
        return {stage.id: stage for stage in self.file.stages}

    @cached_property
    def aspects(self) -> Mapping[str, Aspect]:
        """Every aspect by id."""
        return {aspect.id: aspect for aspect in self.file.aspects}

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """The ids of the aspects that a short answer shows; where none is marked, the first."""
        aspects = self.file.aspects
        return tuple(each.id for each in [own for own in aspects if own.headline] or aspects[:FEW])

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        """Every skill by id."""
        return {skill.id: skill for skill in self.file.skills}

    @cached_property
    def responsibilities(self) -> Mapping[str, Responsibility]:
        """Every responsibility by id."""
        return {each.id: each for each in self.file.responsibilities}

    @cached_property
    def _disputes_by_claim(self) -> Mapping[str, Sequence[Dispute]]:
        found: dict[str, list[Dispute]] = {}
        for dispute in self.sources.disputes:
            for claim in dict.fromkeys(claim for side in dispute.sides for claim in side.claims):
                found.setdefault(claim, []).append(dispute)
        return found

    @cached_property
    def _dispute_index(self) -> Mapping[str, int]:
        return {each.id: index for index, each in enumerate(self.sources.disputes)}

    def disputes_of(self, claims: Iterable[str]) -> tuple[Dispute, ...]:
        """Return the disputes in which any of ``claims`` stands, in the file's order."""
        found = {
            dispute.id: dispute
            for claim in claims
            for dispute in self._disputes_by_claim.get(claim, ())
        }
        return tuple(sorted(found.values(), key=lambda each: self._dispute_index[each.id]))

    def disputes_within(self, claims: Iterable[str]) -> tuple[Dispute, ...]:
        """Return the disputes of which two sides meet among ``claims`` (or the only side stands).

        This is what a screen marks: a statement is not in doubt because a claim that it cites
        is contradicted about something else.
        """
        cited = frozenset(claims)
        return tuple(
            dispute
            for dispute in self.disputes_of(cited)
            if sum(not cited.isdisjoint(side.claims) for side in dispute.sides)
            >= min(2, len(dispute.sides))
        )

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Everything that cites claims."""
        return tuple(citations(self.sources, self.file))

    @cached_property
    def _row_claims(self) -> Mapping[tuple[RowKind, str], list[str]]:
        """The claims cited under one aspect, responsibility or skill by all roles together."""
        found: dict[tuple[RowKind, str], list[str]] = {}
        for each in self.citations:
            if each.row:
                found.setdefault(each.row, []).extend(each.claims)
        return found

    def row_disputes(self, kind: RowKind, key: str) -> tuple[Dispute, ...]:
        """Return the disputes within what all roles together cite under one row."""
        return self.disputes_within(self._row_claims.get((kind, key), ()))

    def sources_of(self, claims: Iterable[str]) -> tuple[Source, ...]:
        """Return the sources that make any of ``claims``, in the file's order."""
        found = {self.claims[claim].source for claim in claims}
        order = self._source_index
        return tuple(self.source[each] for each in sorted(found, key=order.__getitem__))
