"""What the catalogue says about something, with what it rests on: the leaf of every result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding
from mlroles.roles.models import Dispute, Role, Statement


@dataclass(frozen=True)
class Cited:
    """What the catalogue says, with what it rests on."""

    text: str
    """What is said."""
    claims: tuple[str, ...]
    """The ids of the claims that it rests on."""
    sources: tuple[str, ...]
    """The ids of the sources that make these claims."""
    disputes: tuple[str, ...]
    """The ids of the disputes in which the sources contradict one another about it."""
    level: int | None = None
    """The level on the scale of the aspect or skill, from 0; None where there is none."""
    findings: tuple[ClaimFinding, ...] = ()
    """What figures say of the claims, those that contradict one first."""

    @property
    def contradicted(self) -> bool:
        """Whether figures contradict a claim that this rests on."""
        return any(each.verdict == "contradicted" for each in self.findings)


@dataclass(frozen=True)
class RoleName:
    """What names a role."""

    id: str
    """Its id."""
    title: str
    """Its name on the screen."""
    short_title: str
    """Its name where room is short."""
    letter: str
    """One to three letters that stand beside the role's colour."""


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
    # Of hardly a row is anything in dispute; what touches a claim is not looked for in vain.
    touching = {dispute.id for dispute in catalogue.disputes_of(claims)} if meeting else ()
    return Cited(
        text,
        tuple(claims),
        tuple(source.id for source in catalogue.sources_of(claims)),
        tuple(dispute.id for dispute in meeting if dispute.id in touching),
        level,
        findings_of(catalogue, claims),
    )


def touched(disputes: Sequence[Dispute], said: Iterable[Cited | None]) -> tuple[str, ...]:
    """Return the ids of those of a row's ``disputes`` that touch what is ``said`` in it.

    A row may be disputed for the sake of a role that is not shown.
    """
    there = {dispute for each in said if each for dispute in each.disputes}
    return tuple(each.id for each in disputes if each.id in there)


def findings_of(catalogue: Catalogue, claims: Sequence[str]) -> tuple[ClaimFinding, ...]:
    """Return what figures say of ``claims``, contradictions first."""
    findings = catalogue.quoted.findings
    found = [findings[claim] for claim in claims if claim in findings]
    return tuple(sorted(found, key=lambda each: each.verdict != "contradicted"))


def cite_all(catalogue: Catalogue, statements: Sequence[Statement]) -> tuple[Cited, ...]:
    """Return each statement as ``said`` does."""
    return tuple(cite(catalogue, each.text, each.claims) for each in statements)


def role_name(role: Role) -> RoleName:
    """Return what names a role."""
    return RoleName(role.id, role.title, role.short_title, role.letter)
