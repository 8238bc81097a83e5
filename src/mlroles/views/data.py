"""What a check of a catalogue found."""

from mlroles.render.document import Block, Document, Heading, Items, Next, Paragraph
from mlroles.validation import CheckReport


def check_view(report: CheckReport) -> Document:
    """Return the screen of ``mlroles data check``."""
    checked = f"Checked {', '.join(report.files)} in {report.directory}."
    if not report.problems:
        return Document((Heading("The catalogue is sound"), Paragraph(checked)))
    count = len(report.problems)
    blocks: list[Block] = [
        Heading("1 problem" if count == 1 else f"{count} problems"),
        Paragraph(checked),
        Items(tuple(str(problem) for problem in report.problems)),
        Next(("mlroles data schema roles.json", "mlroles data check DIR")),
    ]
    return Document(tuple(blocks))
