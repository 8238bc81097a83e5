"""What a job title means: what was taken away, what is left, and what it does not say."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Next,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.text import quoted
from mlroles.titles.read import Taken
from mlroles.titles.report import CountedTitles, NamedJob, TitleReport
from mlroles.views.marks import Marks

KINDS = {
    "level": "rank",
    "contract": "terms",
    "place": "place",
    "mode": "where from",
    "gender": "for whom",
    "number": "number",
    "team": "team, product or field",
}
"""What words that were taken away say."""

SURE = {
    "named": "by its name",
    "usual": "by its words, as they are usually meant",
    "near": "near to it, not the same",
    "other": "other work",
    "unknown": "not known",
}
"""How surely a title means something."""

NONE = "none of the jobs that this catalogue knows"
ALWAYS = "What is done day by day: employers give one title to different work."
NO_WORD = "No word of it is one that says what is done."


def view(result: TitleReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles title``."""
    marks = Marks(catalogue)
    fields: list[tuple[Text, Cell]] = []
    if result.taken:
        fields.append(("Taken away", _taken(result.taken)))
    fields.append(("Left", result.left or Phrase("nothing", muted=True)))
    if result.means:
        fields.append(
            ("Means" if result.sure != "near" else "A job", _jobs(catalogue, result.means))
        )
    if result.near:
        fields.append(("Near to", _jobs(catalogue, result.near)))
    if not (result.means or result.near):
        fields.append(("Means", NONE))
    fields.append(("How surely", SURE[result.sure]))
    fields.append(("Why", " ".join(result.reasons) or NO_WORD))
    if result.counted:
        fields.append(("Counted", tuple(_counted(marks, each) for each in result.counted)))
    fields.append(("Not said", " ".join((*result.open, ALWAYS))))
    blocks: list[Block] = [
        Heading(quoted(result.title)),
        Fields(tuple(fields)),
        marks.footnotes(),
        Next(tuple(_next(result))),
    ]
    return Document(tuple(blocks))


def _taken(taken: Sequence[Taken]) -> str:
    """Return what was taken away, those of one kind together."""
    ordered = sorted(taken, key=lambda each: [*KINDS].index(each.kind))
    return "; ".join(
        f"{KINDS[kind]}: {', '.join(each.text for each in run)}"
        for kind, run in groupby(ordered, key=lambda each: each.kind)
    )


def _jobs(catalogue: Catalogue, jobs: Sequence[NamedJob]) -> Cell:
    return tuple(
        Phrase(f"{job.title} ({job.id})", role=catalogue.role_index.get(job.id)) for job in jobs
    )


def _counted(marks: Marks, counted: CountedTitles) -> Phrase:
    """Return what a source counts about such titles."""
    count, of = f"{counted.count:,}", f"{counted.of:,}"
    text = {
        "adverts": f"such titles: {count} of {of} advertised bands",
        "learning": f"{count} of {of} adverts under such titles name machine learning",
        "occupations": f"of {of} occupations that list it, of this family: {count}",
    }[counted.what]
    return marks.phrase(Cited(text, (), (counted.source,), ()))


def _next(result: TitleReport) -> Iterator[Command]:
    roles = [job.id for job in (*result.means, *result.near) if job.role]
    if len(roles) > 1:
        yield command("compare", *roles[:2])
    for job in (*result.means, *result.near)[:1]:
        yield command("show", job.id)
    if not (result.means or result.near):
        yield command("list")
        yield command("quiz")
