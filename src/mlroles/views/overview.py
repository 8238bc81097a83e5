"""All roles in a few lines: ``mlroles`` alone and ``mlroles list``."""

from mlroles.render.document import (
    Block,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
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


def brief(result: Overview, catalogue: Catalogue) -> Document:
    """Return the names of each role, and of the jobs beside them where they were asked for."""
    marks = Marks(catalogue)
    names = [
        ", ".join(alias.text for alias in each.aliases if not alias.disputes)
        for each in result.roles
    ]
    headers: tuple[Text, ...] = ("", "Id", "Also called") if any(names) else ("", "Id")
    rows = tuple(
        (marks.role(each.role, text=each.role.title), each.role.id, own)[: len(headers)]
        for each, own in zip(result.roles, names, strict=True)
    )
    blocks: list[Block] = [
        Heading(result.title),
        Table(headers, rows),
        *_others(result, catalogue),
    ]
    if result.team_sizes:
        blocks.append(
            Paragraph(
                "With --full: what each is about, what they share, and who does what in small and "
                "in large teams."
            )
        )
    more = len(catalogue.roles) > len(result.roles) or catalogue.neighbours
    commands = (
        command("list", "--full"),
        *((command("list", "--all"),) if more else ()),
        command("show", result.roles[0].role.id),
        command("compare"),
    )
    return Document((*blocks, Next(commands)))


def _others(result: Overview, catalogue: Catalogue) -> list[Block]:
    """Return the jobs beside the roles, or the roles that are not shown."""
    shown = {each.role.id for each in result.roles}
    others = [(each.title, each.id) for each in result.beside] or [
        (role.title, role.id) for role in catalogue.roles if role.id not in shown
    ]
    if not others:
        return []
    names = "; ".join(f"{title} ({key})" for title, key in others)
    return [Paragraph(f"Beside these: {names}.")]


def listing(result: Overview, catalogue: Catalogue) -> Document:
    """Return each role with its names, then what is said of all of them together."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(result.title)]
    for brief in result.roles:
        blocks.append(Heading(marks.role(brief.role, text=brief.role.title), level=2))
        names = [("Id", Phrase(brief.role.id)), ("Summary", marks.phrase(brief.summary))]
        blocks += [Fields(tuple(names)), *map(Paragraph, marks.aliases(brief.aliases))]
    if result.beside:
        near = (
            (
                each.title,
                each.id,
                ", ".join(role.short_title for role in each.nearest)
                or Phrase("not known", muted=True),
            )
            for each in result.beside
        )
        blocks += [
            Heading("Jobs beside the roles", level=2),
            Table(("", "Id", "Near to"), tuple(near)),
        ]
    else:
        blocks += _others(result, catalogue)
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
