"""How frameworks divide the family: all of them, one of them, and roles seen through one."""

from collections.abc import Iterator, Sequence

from mlroles.frameworks.framework import BoxReport, FrameworkReport
from mlroles.frameworks.lens import Lens
from mlroles.frameworks.overview import FrameworksOverview
from mlroles.frameworks.place import FrameworkHead, Place, RoleTitle
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.text import counted
from mlroles.views.marks import Marks

FITS = {"exactly": "own box", "mixed": "among others", "partly": "in part"}
"""The words for how a box covers a role."""

LEGEND = "Own box: this role alone. Among others: with other jobs. In part: some of its people."
BRIEF_LEGEND = "Own box: this role alone. Within: among other jobs. Spread: some in each box."

NO_BOX = "no box"
NOT_HELD = "not looked at"
"""Stands where the data do not say how the framework treats a role."""

NOT_NAMED = Phrase("not named", muted=True)
"""Stands where a framework does not name a skill for a role: that says nothing about the job."""


def view(result: FrameworksOverview, catalogue: Catalogue, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles frameworks``; ``full`` says that every role is there."""
    marks = Marks(catalogue)
    rows = tuple(
        (
            _cite(marks, row.framework, row.framework.short_title),
            *(_brief(place) for place in row.places),
        )
        for row in result.rows
    )
    headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
    name = result.rows[0].framework.id
    left_out = not full and len(result.roles) < len(catalogue.roles)
    more = (command("frameworks", "--full"),) if left_out else ()
    blocks: list[Block] = [
        Heading(result.title),
        Table(headers, rows),
        _muted(BRIEF_LEGEND),
        marks.footnotes(),
        Next((*more, command("frameworks", name), command("compare", "--lens", name))),
    ]
    return Document(tuple(blocks))


def _cite(marks: Marks, framework: FrameworkHead, text: str) -> Phrase:
    return marks.phrase(Cited(text, (), (framework.source,), ()))


def _muted(text: str) -> Paragraph:
    return Paragraph(Phrase(text, muted=True))


def _brief(place: Place) -> Cell:
    """Return where a role stands in as few words as can be."""
    if not place.boxes:
        return _absent(place)
    first = place.boxes[0]
    if first.fit == "exactly":
        return f"{first.code}, own box" if first.code else "own box"
    if first.fit == "mixed":
        return f"within {first.code or first.title}"
    count = len(place.boxes)
    return f"spread over {count}" if count > 1 else f"part: {first.code or first.title}"


def _absent(place: Place) -> Phrase:
    """Return what is said of a role that has no box."""
    return Phrase(NO_BOX if place.no_box else NOT_HELD, muted=True)


# One framework -------------------------------------------------------------------------------


def framework_view(
    result: FrameworkReport, catalogue: Catalogue, *, full: bool = False
) -> Document:
    """Return the screen of ``mlroles frameworks NAME``.

    It says where each core role stands, a line each; ``full`` shows every box, what
    the framework states of it, its levels, and what to keep in mind.
    """
    marks = Marks(catalogue)
    about = result.framework
    blocks: list[Block] = [
        Heading(about.title),
        Paragraph(_cite(marks, about, result.about)),
    ]
    blocks += _every_box(result, catalogue) if full else _standing(result, catalogue)
    more = () if full else (command("frameworks", about.id, "--full"),)
    lens = command("compare", "--lens", about.id)
    blocks += [marks.footnotes(), Next((*more, *_climb(result), lens))]
    return Document(tuple(blocks))


def _standing(result: FrameworkReport, catalogue: Catalogue) -> list[Block]:
    """Return for each core role its boxes with how many levels they have, or why not."""
    found: dict[str, list[str]] = {role.id: [] for role in catalogue.core}
    for box in result.boxes:
        levels = f"; {counted(len(box.levels), 'level')}" if box.levels else ""
        for each in box.roles:
            if each.role.id in found:
                said = f"{_named(box.code, box.title)}: {FITS[each.fit]}{levels}"
                found[each.role.id].append(said)
    none = {role.id: text for role, text in result.without}
    fields = tuple(
        (
            Phrase(role.short_title, role=catalogue.role_index[role.id], strong=True),
            tuple(found[role.id]) or Phrase(none.get(role.id, NOT_HELD), muted=True),
        )
        for role in catalogue.core
    )
    return [Fields(fields), _muted(f"Boxes in all: {len(result.boxes)}. {LEGEND}")]


def _climb(result: FrameworkReport) -> tuple[Command, ...]:
    """Return the command that shows a role halfway up its levels here; without levels, the role."""
    placed = [(each.role, box) for box in result.boxes for each in box.roles if each.role.here]
    for role, box in placed:
        if box.level_ids:
            return (command("show", role.id, "--level", box.level_ids[len(box.level_ids) // 2]),)
    return tuple(command("show", role.id) for role, _ in placed[:1])


def _every_box(result: FrameworkReport, catalogue: Catalogue) -> list[Block]:
    about = result.framework
    rows = tuple(
        (
            _named(box.code, box.title),
            box.text,
            tuple(
                _role(catalogue, each.role, f"{each.role.title}: {FITS[each.fit]}")
                for each in box.roles
            )
            or Phrase("none of these roles", muted=True),
        )
        for box in result.boxes
    )
    blocks: list[Block] = [Table(("Box", "What it holds", "Roles in it"), rows), _muted(LEGEND)]
    blocks += _levels(result.boxes)
    if result.without:
        fields = tuple((_role(catalogue, role, role.title), text) for role, text in result.without)
        blocks += [Heading("Roles without a box", level=2), Fields(fields)]
    blocks += _facts(result.boxes)
    addresses = tuple((_named(box.code, box.title), box.uri) for box in result.boxes if box.uri)
    if addresses:
        blocks += [Heading("Addresses for machines", level=2), Fields(addresses)]
    return blocks + _edition(about, result.limits)


def _named(code: str | None, title: str) -> str:
    return f"{code} {title}" if code else title


def _role(catalogue: Catalogue, role: RoleTitle, text: str) -> Phrase:
    """Return a role in its colour, where the catalogue has it."""
    if not role.here:
        return Phrase(text, muted=True)
    return Phrase(text, role=catalogue.role_index[role.id])


def _levels(boxes: Sequence[BoxReport]) -> list[Block]:
    fields = tuple((box.title, ", ".join(box.levels)) for box in boxes if box.levels)
    return [Heading("Levels", level=2), Fields(fields)] if fields else []


def _facts(boxes: Sequence[BoxReport]) -> list[Block]:
    """Return what the framework states of its boxes, each label once with all its values."""
    labels = dict.fromkeys(label for box in boxes for label, _ in box.facts)
    rows: list[tuple[Cell, ...] | Group] = []
    for label in labels:
        rows.append(Group(label))
        rows += [
            (_named(box.code, box.title), value)
            for box in boxes
            for own, value in box.facts
            if own == label
        ]
    return (
        [Heading("What it states", level=2), Table(("Box", "Value"), tuple(rows))] if rows else []
    )


def _edition(framework: FrameworkHead, limits: Sequence[str]) -> list[Block]:
    fields: tuple[tuple[Text, Cell], ...] = (
        ("Edition", framework.edition),
        ("Look again by", framework.review_by),
        ("Credit", framework.credit),
    )
    kept = [Items(tuple(limits))] if limits else []
    return [Heading("To keep in mind", level=2), *kept, Fields(fields)]


# A lens --------------------------------------------------------------------------------------


def lens_view(result: Lens, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles compare --lens NAME``."""
    marks = Marks(catalogue)
    about = result.framework
    rows: list[tuple[Cell, ...] | Group] = [
        ("Box", *(_boxes(place) for place in result.places)),
        ("Holds", *(_texts(place) for place in result.places)),
        ("Also in it", *(_others(place) for place in result.places)),
    ]
    if any(box.levels for place in result.places for box in place.boxes):
        rows.append(("Levels", *(_ladder(place) for place in result.places)))
    rows += [
        (row.label, *_cells(result.places, [cell or NOT_NAMED for cell in row.cells]))
        for row in result.facts
    ]
    if result.skills:
        rows.append(Group(f"Skills over all levels: from {result.steps[0]} to {result.steps[-1]}"))
        rows += [
            (row.title, *_cells(result.places, [_reach(cell, result.steps) for cell in row.cells]))
            for row in result.skills
        ]
    headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
    blocks: list[Block] = [
        Heading(f"{' · '.join(role.short_title for role in result.roles)}: {about.short_title}"),
        Paragraph(_cite(marks, about, result.about)),
        Table(headers, tuple(rows)),
        _muted(LEGEND),
    ]
    if any(NOT_NAMED in row for row in rows if isinstance(row, tuple)):
        blocks.append(_muted("Not named: the framework says nothing of it for this role."))
    blocks += [
        _muted(about.credit),
        marks.footnotes(),
        Next((command("frameworks", about.id), command("frameworks"), command("compare"))),
    ]
    return Document(tuple(blocks))


def _boxes(place: Place) -> Cell:
    if not place.boxes:
        return _absent(place)
    return tuple(f"{_named(box.code, box.title)}: {FITS[box.fit]}" for box in place.boxes)


def _texts(place: Place) -> Cell:
    """Return what the boxes hold, the title before each where there are several."""
    if not place.boxes:
        return place.no_box or NOT_HELD
    if len(place.boxes) == 1:
        return place.boxes[0].text
    return tuple(f"{box.title}: {box.text}" for box in place.boxes)


def _others(place: Place) -> Cell:
    if not place.boxes:
        return _absent(place)
    others = dict.fromkeys(other for box in place.boxes for other in box.others)
    return ", ".join(others) or "none of these roles"


def _ladder(place: Place) -> Cell:
    """Return how many levels each box has, and the ends."""
    if not place.boxes:
        return _absent(place)
    ladders = [box.levels for box in place.boxes if box.levels]
    return tuple(f"{len(each)}: {each[0]} to {each[-1]}" for each in ladders) or NOT_NAMED


def _cells(places: Sequence[Place], cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells of a row; where a role has no box, that is what stands there."""
    for place, cell in zip(places, cells, strict=True):
        yield cell if place.boxes else _absent(place)


def _reach(cell: tuple[int, int] | None, steps: Sequence[str]) -> Cell:
    """Return the steps from the lowest to the highest rung, with the highest as a gauge."""
    if cell is None:
        return NOT_NAMED
    lowest, highest = (steps[place - 1] for place in cell)
    text = highest if lowest == highest else f"{lowest} to {highest}"
    return Phrase(text, gauge=(cell[1], len(steps)))
