"""How old what is shipped is: ``mlroles data age``."""

from mlroles.render.document import (
    Block,
    Document,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    command,
)
from mlroles.roles.ages import Age, Ages

UNDATED = Phrase("no date is given", muted=True)
UNSET = Phrase("no day is set", muted=True)


def view(result: Ages) -> Document:
    """Return the screen of ``mlroles data age``."""
    rows = tuple(
        (row.title, row.date or UNDATED, row.review_by or UNSET, _left(row)) for row in result.rows
    )
    blocks: list[Block] = [
        Heading(f"How old the data are, on {result.on}"),
        Paragraph(_summary(result)),
        Table(("What", "Date", "Look again by", "Left"), rows),
        Next((command("sources"), command("data", "check"))),
    ]
    return Document(tuple(blocks))


def _summary(result: Ages) -> Phrase:
    count = len(result.past_due)
    if not count:
        return Phrase("Nothing is past the day by which somebody should look for a newer edition.")
    verb = "is" if count == 1 else "are"
    said = f"{count} of {len(result.rows)} {verb} past the day for a new look"
    return Phrase(f"{said}: {', '.join(result.past_due)}.", strong=True)


def _left(row: Age) -> Phrase:
    if row.days_left is None:
        return Phrase("not known", muted=True)
    days = abs(row.days_left)
    unit = "day" if days == 1 else "days"
    if row.past_due:
        return Phrase(f"{days} {unit} past", strong=True)
    return Phrase(f"{days} {unit}")
