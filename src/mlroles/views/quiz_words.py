"""What the result of the quiz is said with, for whoever says it: the screens, and the page.

Braces hold what is filled in, which is text already. The page of ``mlroles page`` carries these
sentences with it, so that a browser says the same as a terminal.
"""

from enum import StrEnum

MOST_REASONS = 3
"""The strongest reasons tell the story; all stand on the full screen."""

SHORT = 54
"""Characters of an answer in a reason: with the name of a role they fill a row."""

SHORTER = 36
"""Characters of an answer in what would change it, which may name two."""

MOST_QUOTED = 2
"""Answers of a change that are quoted where there are many."""

NEAREST_JOBS = 2
"""Jobs beside the roles that are named where no role is."""

LEAST = 0.005
"""A share below this would round to nothing, and is said to be ``Say.FEW``."""


class Say(StrEnum):
    """A sentence, or a part of one."""

    # What the verdict is.
    UNANSWERED = "No question was answered, so there is no verdict yet."
    NONE = "None of these roles."
    CLOSER = "Closer to {job} than to any of these roles."
    DISAGREE = "The halves disagree: {roles}."
    UNDECIDED = "Undecided between {roles}{both}."
    LEAN = "You lean{clearly} towards {roles}{both}."
    CLEARLY = " clearly"
    BOTH_AGREE = ": both halves agree"
    ALL_AGREE = ": the halves agree"
    NOT_AGAINST = ": no half speaks against it"

    # What it means.
    OTHER_WORK = "One half fits no role here: what you want may be other work than what you do."
    NEITHER_WRONG = "Neither is wrong: one is where you would like to go, the other where you are."
    LITTLE = "Little in these answers speaks for {roles}.{nearest}"
    NEAREST = " Nearest: {jobs}."
    WITHOUT_POINTS = "No answer has points for {roles}."

    # What each half says.
    HALF_CLEARLY = "leans clearly to {roles}"
    HALF_LEANS = "leans to {roles}"
    HALF_MIXED = "mixed: {roles}"
    HALF_NONE = "none of these fits"
    HALF_CLOSER = "closer to {job} than to {role}"
    AS_NEAR = "as near, of all: {shares}"
    WITH_SHARE = "{name} ({share})"
    AND_SHARE = "{name} {share}"
    PERCENT = "{number} %"
    FEW = "under 1 %"
    IN_BRACKETS = "{said} ({how_many})"
    ANSWERED = "{answered} of {total}"
    QUESTION = "{number} question"
    QUESTIONS = "{number} questions"
    LITTLE_TO_GO_ON = "{said}: little to go on"
    ONE_LEFT = "the one left"
    MANY_LEFT = "the {number} left"
    CHANCE = "{answered}; chance that {left} would change this: {chance}"

    # Why.
    WHY = "Why"
    REASON = "{given}: {role}"
    GIVEN = "{question}: {answers}"

    # What would change it, and how sure it is.
    CHANGE = "What would change it, and how sure it is"
    NO_CHANGE = "No change to a single answer would change it."
    WITHOUT = "Without {old}"
    IN_PLACE = "With {new} in place of {old}"
    AS_WELL = "With {new} as well"
    WOULD = "{changed}, {subject} would {then}."
    IT = "it"
    QUOTED = "“{text}”"
    MORE = "{number} more"
    SAY = "say {role}"
    AHEAD = "be undecided, with {role} ahead"
    SURE = "“{half}”: of {people} people with such a share {right} in 100 held the title."
    TOLD = (
        "“{half}” says so to {held} in 100 of {people} people in {where}, and to {roles} in 100 "
        "in these roles."
    )
    OTHER = "other work"
    THAT_JOB = "that job"
    JUDGEMENT = "“{half}” is judgement, not measured."
    NOTHING_SURE = "“{half}” names no role: there is nothing to be sure of."
    NOBODY = "“{half}”: nobody measured gave answers like these."

    # Everything.
    POINTS = "Points"
    SHARE_OF_ALL = "Share of all"
    ODDS = "What moved the odds between {pair}, and by what factor:"
    FACTOR = "{given}: {role} × {factor}"
    SURENESS = (
        "Of {people} people not used to set the points whose leading role had a share from {low} "
        "to {high} %, {right} in 100 held its title. Of those for whom {leader} led, {held} in "
        "100 held that title{confused}. Every role counts alike here."
    )
    CONFUSED = " and {number} that of {other}"
    DISPUTED = "Answers on which the sources disagree"
    DISPUTED_ANSWER = "{answer} ({disputes})"

    # How things are listed.
    AND = "and"
    OR = "or"
