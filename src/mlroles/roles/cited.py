"""What the catalogue says about something, with what it rests on: the leaf of every result."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding
from mlroles.roles.models import Dispute, Role, Statement


@dataclass(frozen=True)
class Cited:
    """A text with the claims it rests on, the sources of these, and where they disagree about it.

    ``level`` counts from 0 on the scale of the aspect or skill, where there is one. ``findings``
    are what figures say of the claims, those that contradict one first.
    """

    text: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    disputes: tuple[str, ...]
    level: int | None = None
    findings: tuple[ClaimFinding, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether figures contradict a claim that this rests on."""
        return any(each.verdict == "contradicted" for each in self.findings)


@dataclass(frozen=True)
class RoleName:
    """What names a role: id, titles, and the letters that stand beside its colour."""

    id: str
    title: str
    short_title: str
    letter: str


def cite(
    catalogue: Catalogue,
    text: str,
    claims: Sequence[str],
    level: int | None = None,
    row: Sequence[Dispute] | None = None,
) -> Cited:
    """Return ``text`` with what can be looked up about its claims.

    ``row`` holds the disputes of the row in which the text stands; those that touch its claims
    count. A text that stands alone is disputed where sides meet among its own claims.
    """
    meeting = catalogue.disputes_within(claims) if row is None else row
    touching = frozenset(dispute.id for dispute in catalogue.disputes_of(claims))
    return Cited(
        text,
        tuple(claims),
        tuple(source.id for source in catalogue.sources_of(claims)),
        tuple(dispute.id for dispute in meeting if dispute.id in touching),
        level,
        findings_of(catalogue, claims),
    )


def findings_of(catalogue: Catalogue, claims: Sequence[str]) -> tuple[ClaimFinding, ...]:
    """Return what figures say of ``claims`` where they say something, contradictions first."""
    findings = catalogue.quoted.findings
    found = [findings[claim] for claim in claims if claim in findings]
    telling = [each for each in found if each.mark or each.verdict == "contradicted"]
    return tuple(sorted(telling, key=lambda each: each.verdict != "contradicted"))


def cite_all(catalogue: Catalogue, statements: Sequence[Statement]) -> tuple[Cited, ...]:
    """Return each statement as ``said`` does."""
    return tuple(cite(catalogue, each.text, each.claims) for each in statements)


def role_name(role: Role) -> RoleName:
    """Return what names a role."""
    return RoleName(role.id, role.title, role.short_title, role.letter)
