"""What a framework asks of a role at one level: a part of ``show --level``."""

from collections.abc import Sequence

from mlroles.frameworks.rungs import AtLevel, RungReport
from mlroles.render.document import Block, Heading, Items, Paragraph, Phrase
from mlroles.roles.cited import Cited
from mlroles.views.marks import Marks

NO_LEVELS = "No framework in these data has levels for this role."


def level_blocks(answers: Sequence[AtLevel], marks: Marks) -> list[Block]:
    """Return what each framework says of a role at a level; a sentence where none has levels.

    Texts of the framework are quoted, and its credit stands below them.
    """
    if not answers:
        return [Paragraph(NO_LEVELS)]
    return [block for answer in answers for block in _answer(answer, marks)]


def _answer(answer: AtLevel, marks: Marks) -> list[Block]:
    about = answer.framework
    blocks: list[Block] = []
    if not answer.exact:
        rungs = ", ".join(answer.all_titles)
        said = (
            f"{about.short_title} has no level “{answer.title}” of {answer.box}. "
            f"It has: {rungs}. The nearest follow."
        )
        blocks.append(Paragraph(marks.phrase(Cited(said, (), (about.source,), ()))))
    for rung in answer.rungs:
        blocks += _rung(rung, answer, marks)
    blocks.append(Paragraph(Phrase(about.credit, muted=True)))
    return blocks


def _rung(rung: RungReport, answer: AtLevel, marks: Marks) -> list[Block]:
    about = answer.framework
    blocks: list[Block] = [
        Heading(f"{rung.title} ({about.short_title})", level=2),
        Paragraph(marks.phrase(Cited(f"“{rung.text}”", (), (about.source,), ()))),
    ]
    if rung.duties:
        blocks += [Paragraph(Phrase("At this level you will", strong=True)), Items(rung.duties)]
    if rung.skills:
        blocks.append(
            Paragraph(Phrase("The skills, how far they go, and what you can", strong=True))
        )
    for skill in rung.skills:
        gauge = (skill.place, len(answer.steps))
        blocks.append(Paragraph(Phrase(f"{skill.step}: {skill.title}", gauge=gauge)))
        blocks.append(Items(skill.can or (Phrase("not described", muted=True),)))
    return blocks
