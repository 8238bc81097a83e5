"""The shapes of ``evidence.json``, which ``builders/evidence`` writes.

Counts only: shares and intervals are worked out from them (``evidence.intervals``), and so is
what follows from them (``evidence.rules``). What must hold between the parts is in
``evidence.check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import MOST, Count, Dated, Day, Id, Model, Sentence, Share, Year

FILE = "evidence.json"
"""The file's name in the catalogue's folder."""

Base = Annotated[int, Field(ge=1, le=MOST)]
"""Of how many people, adverts or entries."""

Basis = Literal["people", "adverts", "framework", "official"]
"""People who answered; adverts counted; a framework described; official figures."""

Verdict = Literal["supported", "partly", "mixed", "contradicted", "silent", "not-testable"]
"""What the figures say of a claim.

Mixed: sources disagree. Silent: nobody asked. Not testable: advice, a list, or about the text.
"""

Strength = Literal["strong", "moderate", "weak", "none"]
"""Strong: asked directly, or two sources agree, and no subset tried turns it round.

Weak: something near it was asked. None: there is no figure.
"""

Effect = Literal["settled", "confirmed", "sharpened", "overturned", "unchanged"]
"""What the figures do to the reading of a dispute."""

Says = Literal["most", "often", "minority", "few", "hardly", "above"]
"""A word of a claim that figures can hold or not; ``evidence.rules`` says where its limit is."""


class Dataset(Model):
    """One file of figures that somebody published."""

    id: Id
    """The name by which measures call it."""
    source: Id
    """The id of the source that published it."""
    title: Sentence
    """What it is, in a few words."""
    file: Sentence
    """The name of the file that was read."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The fingerprint of that file, so that it can be recognised."""
    basis: Basis
    """Whether people were asked, adverts counted, or something official was read."""
    population: Sentence
    """Who or what is counted in it, in words."""
    date: Dated
    """When it was collected, as far as that is known."""
    year: Year
    """The year in which its figures are true."""
    review_by: Day
    """The day from which the figures are too old to be shown without a new look."""
    caveats: tuple[Sentence, ...] = ()
    """What the figures cannot say."""


class Group(Model):
    """Some people, or some adverts, whose figures stand together."""

    id: Id
    """The name by which cells call it."""
    title: Sentence
    """Who they are, in words, as they stand in a sentence."""
    role: Id | None = None
    """The id of the role that they are taken for; None where there is none."""
    within: Id | None = None
    """The group of which this is a part; None for a whole one."""


class GroupCount(Model):
    """How many of a group, of how many."""

    group: Id
    """The group that is counted."""
    count: Count
    """How many of them it is true of."""
    base: Base
    """How many answered, or were read."""


class Subset(Model):
    """The same count in one part of the data: it tells how robust a figure is."""

    title: Sentence
    """Which part, in words."""
    cells: tuple[GroupCount, ...]
    """The counts there."""


class Measure(Model):
    """One thing that was asked or counted."""

    id: Id
    """The name by which findings call it."""
    dataset: Id
    """The data set that it is counted in."""
    title: Sentence
    """What is true of those who are counted, after "so many per cent …"."""
    question: Sentence
    """What was asked, or what was counted, in words."""
    columns: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """The columns, rows or terms of the file from which it is counted."""
    skill: Id | None = None
    """The id of the skill that it measures; None where it measures none."""
    aspects: tuple[Id, ...] = ()
    """The rows of the comparison beside which it belongs."""
    cells: Annotated[tuple[GroupCount, ...], Field(min_length=1)]
    """The counts, a group each."""
    readings: tuple[Subset, ...] = ()
    """The counts again in parts of the data."""


class Value(Model):
    """One number of an official table."""

    of: Sentence
    """Whom or what it is about, in words."""
    value: Annotated[float, Field(ge=-100, le=1_000_000_000)]
    """The number, in the unit of its quantity."""


class Quantity(Model):
    """Numbers that are no shares: people in work, dollars, levels."""

    id: Id
    """The name by which findings call it."""
    dataset: Id
    """The data set that it is read from."""
    title: Sentence
    """What the numbers are."""
    unit: Sentence
    """What one of them is."""
    columns: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """The columns or rows of the file in which they stand."""
    aspects: tuple[Id, ...] = ()
    """The rows of the comparison beside which it belongs."""
    values: Annotated[tuple[Value, ...], Field(min_length=1)]
    """The numbers."""


class WordTest(Model):
    """A word of a claim, held against a measure: "most ML engineers", "above data scientists"."""

    measure: Id
    """The measure that decides."""
    group: Id
    """Whom the claim is about."""
    says: Says
    """What the claim says of them."""
    than: Id | None = None
    """The group that they are above; None for every other word."""


class Finding(Model):
    """What the figures say of one claim."""

    claim: Id
    """The claim."""
    verdict: Verdict
    """What the figures say of it."""
    strength: Strength
    """How far that can be relied on."""
    text: Sentence
    """The finding in one sentence, with the figures that decide."""
    mark: Annotated[str, StringConstraints(pattern=r"\S", max_length=40)] | None = None
    """The decisive figure in a few letters, for a cell of a table; None where there is none."""
    measures: tuple[Id, ...] = ()
    """The measures and quantities that it rests on."""
    tests: tuple[WordTest, ...] = ()
    """The words of the claim that figures decide; the verdict must agree with them."""


class DisputeFinding(Model):
    """What the figures say of one dispute."""

    dispute: Id
    """The dispute."""
    effect: Effect
    """What they do to the reading that mlroles takes."""
    text: Sentence
    """The finding in one or two sentences."""
    measures: tuple[Id, ...] = ()
    """The measures and quantities that it rests on."""


class Threshold(Model):
    """A share at which a word begins to hold, and why there."""

    share: Share
    """The share."""
    reason: Sentence
    """Why it is this one."""


class Rules(Model):
    """When a skill is called common or rare in a role."""

    common_people: Threshold
    """From this share of a role's people on, a skill is common."""
    common_adverts: Threshold
    """From this share of a role's adverts on, a skill is common."""
    rare: Threshold
    """Where every figure is surely below this share, a skill is rare, or rarely asked for."""
    least_base: Annotated[int, Field(ge=2, le=10_000)]
    """A figure of fewer people or adverts says nothing."""
    least_base_reason: Sentence
    """Why it takes that many."""


class EvidenceFile(Model):
    """What is measured of the roles, and what it says of the claims."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    title: Sentence
    """What the file is."""
    method: tuple[Sentence, ...] = ()
    """How verdicts were reached, and by whom."""
    rules: Rules
    """When a skill is called common or rare."""
    datasets: tuple[Dataset, ...]
    """The files that figures come from."""
    groups: tuple[Group, ...]
    """Those who are counted."""
    measures: tuple[Measure, ...]
    """The counts."""
    quantities: tuple[Quantity, ...] = ()
    """The numbers that are no shares."""
    findings: tuple[Finding, ...]
    """What the figures say, a claim each."""
    disputes: tuple[DisputeFinding, ...] = ()
    """What the figures say, a dispute each."""
