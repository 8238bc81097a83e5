"""What the 2021 Kaggle survey asked, and who counts as asked.

Questions are given in short, in our words.
"""

from collections.abc import Iterable

from builders.evidence.counting import Row, Spec
from builders.evidence.kaggle_people import ALL, NEVER_CODED, NO_ML, NO_MONEY, UNKNOWN

ACTIVITIES = "Which activities make up an important part of your role at work? (several)"
LANGUAGES = "Which programming languages do you use on a regular basis? (several)"
METHODS = "Which machine-learning methods do you use on a regular basis? (several)"
FRAMEWORKS = "Which machine-learning frameworks do you use on a regular basis? (several)"
EDITORS = "Which development environments do you use on a regular basis? (several)"
PLOTS = "Which visualisation libraries do you use on a regular basis? (several)"
CLOUDS = "Which cloud platforms do you use on a regular basis? (several)"
STORES = "Which databases, warehouses or lakes do you use on a regular basis? (several)"
MANAGED = "Which managed machine-learning products do you use on a regular basis? (several)"
BUSINESS = "Which business-intelligence tools do you use on a regular basis? (several)"
TRACKING = "Which tools help you manage machine-learning experiments? (several)"
SCHOOLING = "What is the highest level of education that you have, or plan within two years?"
INDUSTRY = "In what industry is your employer?"
SIZE = "What is the size of the company where you are employed?"
CODING = "For how many years have you been writing code?"

CODED = (NEVER_CODED,)
MODELLED = (NEVER_CODED, NO_ML)
PAID = (NO_MONEY,)


def several(
    id_: str,
    title: str,
    question: str,
    number: str,
    parts: Iterable[int],
    *,
    other: bool = False,
    least: int = 1,
    routed: tuple[tuple[str, str], ...] = (),
    groups: tuple[str, ...] = ALL,
    skill: str | None = None,
    by_country: bool = False,
) -> Spec:
    """Return a spec for a question where several boxes may be ticked; at least ``least`` are.

    ``other`` counts the box for anything else as one of the parts.
    """
    columns = (*(f"{number}_Part_{part}" for part in parts), *([f"{number}_OTHER"] * other))
    boxes: list[str] = []

    def asked(row: Row) -> bool:
        if not boxes:
            boxes.extend(key for key in row if key.startswith((f"{number}_Part_", f"{number}_O")))
        return any(row[key] for key in boxes) or any(row[key] == text for key, text in routed)

    def true(row: Row) -> bool:
        return sum(bool(row[column]) for column in columns) >= least

    return Spec(id_, title, question, columns, asked, true, groups, skill, by_country)


def one(
    id_: str,
    title: str,
    question: str,
    answers: dict[str, tuple[str, ...]],
    *,
    groups: tuple[str, ...] = ALL,
    by_country: bool = False,
) -> Spec:
    """Return a spec for questions with one answer each; true where every one is among these."""

    def asked(row: Row) -> bool:
        return all(row[column] not in UNKNOWN for column in answers)

    def true(row: Row) -> bool:
        return all(row[column] in texts for column, texts in answers.items())

    return Spec(id_, title, question, tuple(answers), asked, true, groups, parts=by_country)
