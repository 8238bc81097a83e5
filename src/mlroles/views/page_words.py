"""What the quiz and the comparison in the page say, beside the sentences of a result.

Braces hold what is filled in. The script of the page holds no words of its own.
"""

from enum import StrEnum


class Label(StrEnum):
    """A button, a heading, a message, or a part of one."""

    # Before the questions.
    HOW_MANY = "There are {most}{count} questions, a few minutes. Skip what you like."
    AT_MOST = "at most "
    PRIVATE = (
        "Your answers stay in this page: they are sent nowhere, and kept only if you ask for it."
    )
    ASK_ALL = "Ask every question, also where fewer would do"
    START = "Start"
    GO_ON = "Go on from the answers kept here"
    FROM_FILE = "Go on from a file of answers"
    SHEET = "Answer sheet:"
    NO_SHEET = "This file holds no answers to these questions. Choose another."

    # A question.
    PLACE = "Question {number} of {most}{count}"
    SEVERAL = "Several answers may be chosen."
    NO_ANSWER = "Choose an answer, or skip the question."
    NEXT = "Next"
    SKIP = "Skip"
    BACK = "Back"
    TO_RESULT = "To the result"
    WHY_ASKED = "Why is this asked?"
    BEGIN_HALF = "Answer these questions"
    SKIP_HALF = "Leave them out"

    # The answers.
    ANSWERS = "Your answers"
    SEE_RESULT = "See the result"
    CHANGE_IT = "Change"
    CHANGE_THAT = "Change: {question}"
    NOT_ANSWERED = "Not answered"

    # The result.
    EVERYTHING = "Everything about this result"
    SHARE = "share"
    DOWNLOAD = "Download the answers"
    CHANGE_ANSWERS = "Change answers"
    START_OVER = "Start over"
    KEEP = "Keep my answers in this browser"
    DELETE = "Delete the answers that this browser keeps"
    READ_BY = (
        "The file of answers is read by “mlroles quiz --answers”, “score” and “cohort”, and here."
    )

    # What is compared.
    ROLES = "Roles"
    ROWS = "Rows"
    CHOOSE_ROWS = "Choose rows"
    DISPUTED_ROW = "{row} ≠"
    NO_ROLE = "Choose a role."
