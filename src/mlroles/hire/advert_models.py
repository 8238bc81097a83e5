"""The shapes of ``advert_rules.json``: what an advert is drafted from, and checked by.

Shapes only; what must hold between their parts, and with the catalogue, is in ``advert_problems``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Count, Dated, Day, Id, Level, Model, Sentence, Year

FindingKind = Literal[
    "title-duties",
    "several-roles",
    "tool-years",
    "no-pay",
    "rare-must",
    "many-musts",
    "persona",
    "empty-phrases",
    "hard-to-read",
    "too-long",
    "too-short",
    "coded-words",
]
"""What an advert can be found to be."""

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
"""Where something is found."""

# the draft -----------------------------------------------------------------------------------


class Duty(Model):
    """How a responsibility is said to somebody who looks for work."""

    responsibility: Id
    """The id of the responsibility."""
    text: Sentence | None
    """What one will do, after "you will"; None where an advert should not say it."""


class SkillWords(Model):
    """How a skill is said in an advert."""

    skill: Id
    """The id of the skill."""
    text: Sentence
    """The words."""


class RoleWords(Model):
    """How a role is said to somebody who looks for work."""

    role: Id
    """The id of the role."""
    text: Sentence
    """The job in a sentence or two."""


class LevelPhrases(Model):
    """How the title says a level of experience."""

    level: Id
    """The id of the level in the pay data."""
    before: Annotated[str, StringConstraints(max_length=40)]
    """What stands before the title of the role; nothing where the title says it."""


class DraftHeadings(Model):
    """What stands over the parts of an advert."""

    duties: Sentence
    """Over what one will do."""
    help: Sentence
    """Over what one will help with."""
    musts: Sentence
    """Over what must be."""
    helpful: Sentence
    """Over what helps."""
    offer: Sentence
    """Over what is offered."""
    apply: Sentence
    """Over how to apply."""


class Blanks(Model):
    """What only the employer knows, as it stands between brackets."""

    company: Sentence
    """Who hires."""
    about: Sentence
    """What the employer does."""
    place: Sentence
    """Where the work is done."""
    pay: Sentence
    """What is paid, where no figure is known."""
    pay_band: Sentence
    """What to do with the figure, where one is known."""
    contract: Sentence
    """Hours and contract."""
    offer: Sentence
    """What else is offered."""
    apply: Sentence
    """How to apply, and until when."""


class DraftRules(Model):
    """What an advert is drafted from, beside the catalogue."""

    most_musts: Annotated[int, Field(ge=1, le=20)]
    """So many skills must be, at most."""
    most_musts_reason: Sentence
    """Why."""
    most_helpful: Annotated[int, Field(ge=0, le=20)]
    """So many more help, at most."""
    basic_level: Level
    """A skill that a source names at this level, or a lower one, helps and is no must."""
    intro: Sentence
    """The sentence with which it begins."""
    headings: DraftHeadings
    """What stands over the parts."""
    blanks: Blanks
    """What only the employer knows."""
    levels: tuple[LevelPhrases, ...] = ()
    """How the title says a level."""
    roles: tuple[RoleWords, ...] = ()
    """How roles are said; the others by their summary."""
    duties: tuple[Duty, ...] = ()
    """How responsibilities are said; the others stand under their titles."""
    skills: tuple[SkillWords, ...] = ()
    """How skills are said; the others stand under their titles."""


# the check -----------------------------------------------------------------------------------


class Reference(Model):
    """Something that was published, on which a rule rests."""

    id: Id
    """Its id, by which kinds of findings name it."""
    cite: Sentence
    """Author, title, where it appeared, and the year."""
    url: Address | None = None
    """Where it is found; None where that is not known."""


class Kind(Model):
    """A kind of finding: what it is called, why it matters, and what would be better."""

    id: FindingKind
    """Its id."""
    title: Sentence
    """What is found."""
    why: Sentence
    """Why it matters."""
    better: Sentence
    """What to do instead."""
    references: tuple[Id, ...] = ()
    """The ids of what it rests on; none where it is our own judgement."""


class Limit(Model):
    """From where on something is found."""

    value: Annotated[float, Field(ge=-1000, le=10_000)]
    """The number."""
    reason: Sentence
    """Why this one."""


class CheckLimits(Model):
    """From where on something is found."""

    lead_share: Limit
    """The text reads so clearly, at least, where it is said not to fit its title."""
    several_share: Limit
    """Each of three roles has this share, at least, where several jobs are made one."""
    several_points: Limit
    """And a sentence that speaks for it by this many points, at least."""
    rare: Limit
    """Adverts of a role hardly ever name what a smaller share of them names."""
    many_musts: Limit
    """More musts than this are many."""
    empty_phrases: Limit
    """So many different phrases that say nothing are too many."""
    reading_ease: Limit
    """Below this reading ease a text is hard to read."""
    longest: Limit
    """More words than this are long."""
    shortest: Limit
    """Fewer words than this are short."""
    coded: Limit
    """By so many masculine words more than feminine ones a text leans."""


class PayLaw(Model):
    """A place that requires adverts to state pay."""

    id: Id
    """Its id."""
    place: Sentence
    """The place."""
    names: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """Names of the place in adverts."""
    codes: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}$")], ...] = ()
    """Its code in capital letters, as it stands after a town."""
    since: Dated
    """Since when."""
    who: Sentence
    """Which employers have to."""
    law: Sentence
    """The law and the place in it."""
    url: Address
    """Where it, or what the authority says of it, is found."""


class PayLaws(Model):
    """Where adverts have to state pay, as far as is known here."""

    looked: Day
    """The day on which the list was last looked through."""
    note: Sentence
    """What the list is not."""
    laws: tuple[PayLaw, ...]
    """The places."""


class Tool(Model):
    """A tool that is young enough for years of experience to be impossible."""

    id: Id
    """Its id."""
    words: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """Its names, in the letters in which they are written."""
    year: Year
    """The year in which it was first to be had."""
    source: Sentence
    """Who says so, or what was published then."""


class Phrase(Model):
    """Words to be said otherwise."""

    words: Annotated[str, StringConstraints(pattern=r"^[a-z0-9'’, -]+$", max_length=60)]
    """The words, in small letters; a hyphen may be a space."""
    better: Sentence
    """What says more."""


Root = Annotated[str, StringConstraints(pattern=r"^[a-z-]+\*?$", max_length=30)]
"""A word in small letters; an asterisk stands for any ending."""


class CodedWords(Model):
    """Words that go with stereotypes of men and of women, as a study lists them."""

    masculine: tuple[Root, ...]
    """Those of men."""
    feminine: tuple[Root, ...]
    """Those of women."""
    left_out: tuple[Root, ...]
    """Those of the list that name the work itself here, or mostly mean something else."""
    left_out_reason: Sentence
    """Why."""
    worth: Sentence
    """What the evidence for them is worth."""
    instead: tuple[Phrase, ...] = ()
    """What can be written instead, by the beginning of a word."""


class AdvertRulesFile(Model):
    """The whole of ``advert_rules.json``."""

    schema_version: Literal[1]
    """The version of the file's shape."""
    title: Sentence
    """What it is about."""
    not_for: Sentence
    """What the check is not for, said with every result."""
    draft: DraftRules
    """What an advert is drafted from."""
    references: tuple[Reference, ...] = ()
    """What was published, on which rules rest."""
    kinds: tuple[Kind, ...]
    """The kinds of findings, the worst first."""
    limits: CheckLimits
    """From where on something is found."""
    pay_laws: PayLaws
    """Where adverts have to state pay."""
    pay_words: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """Words of a blank that is for pay, in small letters."""
    tools: tuple[Tool, ...] = ()
    """Young tools."""
    personas: tuple[Phrase, ...] = ()
    """Words that call people something they are not; one is enough."""
    empty: tuple[Phrase, ...] = ()
    """Phrases that say nothing of the job."""
    coded: CodedWords
    """Words that go with stereotypes."""
    measured_on: Count
    """How many adverts the limits were tried on."""

    def kind(self, name: FindingKind) -> Kind | None:
        """Return the kind of this id; None where the file does not look for it."""
        return next((each for each in self.kinds if each.id == name), None)
