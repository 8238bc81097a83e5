"""Figures about skills, and a catalogue that quotes them."""

from dataclasses import replace

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding, Count, Evidence, Quoted, Standing, Verdict


def share(
    role: str,
    skill: str,
    value: float,
    standing: Standing | None,
    unit: str = "",
    *,
    about: str = "",
    year: int = 2031,
) -> Evidence:
    """Return the share of a role's people who use a skill, or with "ads" of its adverts."""
    return Evidence(
        about=about or f"{skill} {unit}".strip(),
        title=f"use {skill}",
        role=role,
        statistic="share",
        value=value,
        unit=unit,
        low=max(0.0, value - 0.05),
        high=min(1.0, value + 0.05),
        spread="95 % interval",
        counts=(Count(100, "advert" if unit else "person"),),
        population="France",
        year=year,
        source="crumb",
        skill=skill,
        standing=standing,
    )


BAKERY_SHARES = (
    share("baker", "kneading", 0.8, "common"),
    share("bread-seller", "kneading", 0.05, "rare"),
    share("baker", "greeting", 0.2, "some"),
    share("bread-seller", "greeting", 0.9, "common"),
)
"""Sellers hardly ever knead; a fifth of the bakers greet; nobody asked who counts."""


def finding(claim: str, verdict: Verdict, mark: str = "") -> ClaimFinding:
    """Return what figures say of a claim."""
    return ClaimFinding(claim, verdict, mark, "What figures say.")


def quoting(
    catalogue: Catalogue, *evidence: Evidence, findings: tuple[ClaimFinding, ...] = ()
) -> Catalogue:
    """Return the catalogue with figures about its roles and findings on its claims."""
    quoted = Quoted(evidence, {each.claim: each for each in findings})
    return replace(catalogue, quote=lambda _: quoted)
