"""What a check of a catalogue found."""

from mlroles.render.document import Block, Document, Heading, Items, Next, Paragraph, command
from mlroles.text import counted
from mlroles.validation import CheckReport


def check_view(report: CheckReport) -> Document:
    """Return the screen of ``mlroles data check``."""
    checked = f"Checked {', '.join(report.files)} in {report.directory}."
    if not report.problems:
        return Document((Heading("The catalogue is sound"), Paragraph(checked)))
    more = report.count - len(report.problems)
    blocks: list[Block] = [
        Heading(counted(report.count, "problem")),
        Paragraph(checked),
        Items(tuple(str(problem) for problem in report.problems)),
        *([Paragraph(f"And {more:,} more.")] if more else []),
        Next((command("data", "schema", "roles.json"), command("data", "check", report.directory))),
    ]
    return Document(tuple(blocks))
