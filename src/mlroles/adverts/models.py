"""The shape of ``adverts.json``: the points by which the text of an advert is read.

``builders/adverts`` writes the file from counts over adverts; no sentence of an advert stands in
it. What must hold between the parts is in ``adverts.check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Count, Id, Model, Sentence, Share

Words = Annotated[str, StringConstraints(pattern=r"^[a-z0-9+#]+( [a-z0-9+#]+){0,5}$")]
"""Up to six words as ``adverts.sentences`` takes a text apart: small letters and digits."""

Points = Annotated[int, Field(ge=-1000, le=1000)]
"""Whole points; they add, and are divided by a temperature before the softmax."""

Temperature = Annotated[float, Field(ge=0.01, le=10_000)]
"""By how many points a share grows e-fold beside another."""

Least = Annotated[int, Field(ge=0, le=1000)]
"""The least number of something."""


class Cue(Model):
    """Something that an advert may say, and what it speaks for."""

    id: Id
    """The id of a skill or of a cue of `mentions.json`; for words, these with hyphens."""
    words: Words | None = None
    """The words to be found; None where it is a skill or a cue of `mentions.json`."""
    points: tuple[Points, ...]
    """Points for each of `roles`, in their order; what stands in n sentences counts log2(1 + n)
    times."""
    none: Points
    """Points for “none of these roles”."""
    jobs: tuple[Points, ...]
    """Points for each of `jobs`, in their order, which count once it is none of the roles."""
    adverts: tuple[Count, ...]
    """In how many adverts of each of `roles`, and last of other jobs, it stands."""
    sources: Count
    """In how many collections of adverts it stands."""


class OtherJob(Model):
    """A kind of job that is none of the roles."""

    title: Sentence
    """Its name."""
    job: Id | None = None
    """The id of the role or the job beside the roles that it is; None where there is none."""
    adverts: Count
    """From how many adverts its points were set."""


class Boilerplate(Model):
    """What tells sentences that say nothing about the work."""

    words: tuple[Words, ...]
    """Words of which one is enough: equal opportunity, pay, benefits, the firm, how to apply."""
    headings: tuple[Words, ...]
    """Beginnings of headings under which nothing is said about the work."""
    other_headings: tuple[Words, ...]
    """Beginnings of all other usual headings."""


class Masks(Model):
    """The words of titles, which are left out, however a text writes them."""

    last: tuple[Words, ...]
    """Words with which the titles of jobs end."""
    before: tuple[Words, ...]
    """Words that stand before these in titles, and are left out with them."""
    whole: tuple[Words, ...]
    """Titles that are left out as they stand, such as those of the roles for several people."""


class Limits(Model):
    """From where on something is said."""

    least_cues: Least
    """With fewer cues a text is too short."""
    least_words: Least
    """With fewer words a text is too short."""
    least_english: Share
    """With a smaller share of small English words a text is in another language."""
    english: tuple[Words, ...]
    """Small English words that other languages do not have."""
    least_advert: Least
    """With fewer of the words of adverts a text of some length is none."""
    advert: tuple[Words, ...]
    """Words of adverts, whatever the job."""
    none: Share
    """From this share on it is none of the roles."""
    mixed: Share
    """Roles whose shares differ by less than this are mixed."""


class AdvertsFile(Model):
    """What the text of an advert says about the job: cues with points for each role."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    source: Id
    """The id in `sources.json` of the adverts from which the points were set."""
    roles: Annotated[tuple[Id, ...], Field(min_length=2)]
    """The ids of the roles between which shares are given."""
    start: tuple[Points, ...]
    """Points of each of `roles` before anything is read."""
    temperature: Temperature
    """By how many points the share of a role grows e-fold."""
    none_start: Points
    """Points for “none of these roles” before anything is read."""
    none_temperature: Temperature
    """By how many points the odds of “none of these roles” grow e-fold."""
    jobs: tuple[OtherJob, ...]
    """The other jobs, of which the nearest is named."""
    jobs_start: tuple[Points, ...]
    """Points of each of `jobs` before anything is read."""
    limits: Limits
    """From where on something is said."""
    boilerplate: Boilerplate
    """What is left out."""
    masks: Masks
    """The words of titles."""
    cues: Annotated[tuple[Cue, ...], Field(min_length=1)]
    """What counts."""
