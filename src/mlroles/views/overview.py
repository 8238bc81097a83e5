"""All roles in a few lines: ``mlroles`` alone and ``mlroles list``."""

from mlroles.render.document import (
    Block,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.profile import Overview
from mlroles.views.marks import Marks


def glance(result: Overview, catalogue: Catalogue) -> Document:
    """Return the first screen: what each role is, for whom, and what to try next."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(result.title)]
    fields = []
    for brief in result.roles:
        about: list[Text] = [marks.phrase(brief.summary)]
        if brief.choose_if:
            chosen = brief.choose_if[0]
            about.append(marks.phrase(chosen, text=f"Choose it if {chosen.text}."))
        fields.append((marks.role(brief.role), tuple(about)))
    blocks.append(Fields(tuple(fields)))
    first = result.roles[0].role.id
    blocks += [
        marks.footnotes(),
        Next((command("compare"), command("show", first), command("quiz"), command("--help"))),
    ]
    return Document(tuple(blocks))


def listing(result: Overview, catalogue: Catalogue) -> Document:
    """Return each role with its names, then what is said of all of them together."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(result.title)]
    for brief in result.roles:
        blocks.append(Heading(marks.role(brief.role, text=brief.role.title), level=2))
        names = [("Id", Phrase(brief.role.id)), ("Summary", marks.phrase(brief.summary))]
        blocks += [Fields(tuple(names)), *map(Paragraph, marks.aliases(brief.aliases))]
    for title, statements in (
        ("What they have in common", result.overlap),
        ("In small and in large organisations", result.team_sizes),
    ):
        if statements:
            blocks.append(Heading(title, level=2))
            blocks.extend(Paragraph(marks.phrase(each)) for each in statements)
    blocks += [
        marks.footnotes(),
        Next((command("show", result.roles[0].role.id), command("compare"), command("quiz"))),
    ]
    return Document(tuple(blocks))
