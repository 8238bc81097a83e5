"""A plan: what to keep, raise and learn, in which order, and why."""

from collections.abc import Iterator, Sequence

from mlroles.plan.kept import PlansForgotten
from mlroles.plan.plan import Ground, Plan, PlanStep, There
from mlroles.plan.resources import Learning
from mlroles.plan.target import Want
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
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
from mlroles.roles.evidence import Evidence
from mlroles.text import counted, few, listed, quoted
from mlroles.views.figures import LEAST
from mlroles.views.marks import Marks

STEPS, THEN = 5, 8
"""So many steps are in the table of the short answer, and so many more by name."""

KEPT = 3
"""So much of what is there is named in the short answer."""

PARTS = {"raise": "raise", "learn": "learn", "unknown": "learn?"}
"""What a step is, in a word."""

NOT_SAID = "“learn?”: perhaps you know it; then add it to --have."
NOBODY_SAYS = "What you can do already goes into --have, as in --have python,sql=3."
FOLLOWED = "nobody has followed people who used such a plan."
NO_FIGURE = Phrase("no figure", muted=True)
BASES = {"said": "", "done": "ticked off", "role": "people of your role use it"}
"""How it is known that something is there, where that is not by what the person said."""

LEVELS = {"first": "to begin with", "further": "to go on", "deep": "for the thorough"}
"""For whom a resource is."""


def view(
    result: Plan, catalogue: Catalogue, asked: tuple[str, ...], *, full: bool = False
) -> Document:
    """Return the screen of ``mlroles plan``; ``asked`` is the command that it answers, in words.

    It is empty where that cannot be run again, as an advert was read from standard input.
    """
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(_title(result))]
    shown = result.steps if full else result.steps[:STEPS]
    if shown:
        blocks.append(_table(result, shown, marks))
    else:
        blocks.append(Paragraph("Nothing that is known to be asked for is missing."))
    blocks += _fields(result, catalogue, full=full)
    if full:
        for step in result.steps:
            blocks += _step(result, step, marks)
        blocks += [
            Heading("What no plan can know", level=2),
            Items((*result.cannot_know, result.hours_rest_on)),
        ]
    else:
        blocks.append(Paragraph(Phrase(_limits(result), muted=True)))
    blocks += [marks.footnotes(), Next(tuple(_next(result, asked, full=full)))]
    return Document(tuple(blocks))


def _title(result: Plan) -> str:
    start = f"From {result.start_title} to" if result.start_title else "To"
    steps = len(result.steps) + result.more
    name = quoted(result.title) if result.kind == "advert" else result.title
    return f"{start} {name}" + (f": {counted(steps, 'step')}" if steps else "")


def _table(result: Plan, steps: Sequence[PlanStep], marks: Marks) -> Table:
    rows = tuple(
        (
            f"{step.number} {_what(result, step)} {step.title}",
            _asked(step, marks),
            f"{step.hours}" if step.hours else Phrase("not known", muted=True),
            _place(step),
        )
        for step in steps
    )
    return Table(("Step", "Asked for", "Hours", "Place"), rows)


def _place(step: PlanStep) -> str:
    """Return after which steps a step comes, else how many rest on it."""
    if before := [str(ground.step) for ground in step.after if ground.step]:
        return f"after {listed(before)}"
    return f"{counted(len(step.opens), 'step')} on it" if step.opens else ""


def _what(result: Plan, step: PlanStep) -> str:
    """Return the word for a step; where nothing is known of the person, each is learnt."""
    return PARTS[step.part] if result.known else PARTS["learn"]


def _asked(step: PlanStep, marks: Marks) -> Phrase:
    """Return who asks for a step: what the advert says, else the highest figure."""
    if needs := [wish.need for wish in step.wishes if wish.need]:
        return Phrase(needs[0])
    figures = [wish.figure for wish in step.wishes if wish.figure]
    if not figures:
        return NO_FIGURE
    return _share(max(figures, key=lambda each: each.value), marks)


def _share(figure: Evidence, marks: Marks) -> Phrase:
    share = 100 * figure.value
    whole = "under 1" if 0 < share < LEAST else f"{share:.0f}"
    text = f"{whole} % of {figure.unit or 'people'}"
    return marks.phrase(Cited(text, (), (figure.source,), ()))


def _fields(result: Plan, catalogue: Catalogue, *, full: bool) -> list[Block]:
    fields: list[tuple[Text, Cell]] = []
    if result.kind == "advert" and result.to:
        place = catalogue.role_index[result.to]
        fields.append(("Reads like", Phrase(catalogue.roles[place].title, role=place)))
    if not full:
        if later := [step.title for step in result.steps[STEPS:]]:
            fields.append(("Then", few(later, THEN)))
        for step in result.steps[:1]:
            own = [f"{each.title}, {each.publisher}" for each in step.resources[:1]]
            fields += [(f"For step {step.number}", text) for text in own]
    if result.keep:
        kept = tuple(map(_kept, result.keep)) if full else few([k.title for k in result.keep], KEPT)
        fields.append(("Keep", kept))
    if result.done:
        done = [f"{each.title} ({each.on})" if full else each.title for each in result.done]
        fields.append(("Done", "; ".join(done)))
    if result.beyond:
        fields.append(("Also asked", "; ".join(result.beyond)))
    return [Fields(tuple(fields))] if fields else []


def _kept(there: There) -> str:
    why = f"{there.of} is enough" if there.of else BASES.get(there.basis, "")
    return f"{there.title} ({why})" if why else there.title


def _limits(result: Plan) -> str:
    parts = []
    if not result.known:
        parts.append(NOBODY_SAYS)
    elif any(step.part == "unknown" for step in result.steps):
        parts.append(NOT_SAID)
    if result.hours:
        weeks = f"{counted(result.weeks, 'week')} at {result.hours_per_week}"
        parts.append(f"About {result.hours:,} hours, {weeks}: our estimate; {FOLLOWED}")
    else:
        parts.append(FOLLOWED.capitalize())
    return " ".join(parts)


def _step(result: Plan, step: PlanStep, marks: Marks) -> Iterator[Block]:
    """Yield one step whole."""
    yield Heading(f"{step.number} {step.title}", level=2)
    fields: list[tuple[Text, Cell]] = [
        ("What", _how_far(result, step)),
        ("Why", tuple(_why(result, step, marks))),
    ]
    if step.after:
        fields.append(("Rests on", tuple(map(_ground, step.after))))
    if step.can:
        fields.append(("You can then", f"{step.can}."))
    if step.official:
        fields.append(("Officially", step.official))
    if step.make:
        fields.append(("Make", step.make))
    if step.resources:
        fields.append(("Learn from", tuple(map(_resource, step.resources))))
    yield Fields(tuple(fields))


def _how_far(result: Plan, step: PlanStep) -> str:
    have = f"from “{result.able[step.have - 1]}” " if step.have else ""
    text = f"{_what(result, step)}: {have}to “{result.able[step.first - 1]}”"
    if step.hours:
        weeks = (
            f"{step.from_week}"
            if step.from_week == step.to_week
            else (f"{step.from_week} to {step.to_week}")
        )
        text += f", about {step.hours} hours, week {weeks}"
    if step.hours_more:
        text += (
            f"; later, mostly at work, to “{result.able[step.want - 1]}”, "
            f"about {step.hours_more} hours more"
        )
    return text


def _why(result: Plan, step: PlanStep, marks: Marks) -> Iterator[Text]:
    for wish in step.wishes:
        yield from _wish(result, wish, marks, named=len(step.wishes) > 1)
    if not step.wanted:
        yield "Not asked for by itself: other steps rest on it."
    if step.opens:
        yield f"Rest on it: {listed(step.opens)}."
    if step.instead:
        yield f"Instead of it, as you like: {listed(step.instead, 'or')}."


def _wish(result: Plan, wish: Want, marks: Marks, *, named: bool) -> Iterator[Text]:
    before = f"{wish.title}: " if named else ""
    if wish.need:
        yield f"{before}the advert says “{wish.words}” ({wish.need})"
    if wish.figure:
        base = wish.figure.counts[-1]
        share = _share(wish.figure, marks)
        yield Phrase(
            f"{before}{share.text} ({counted(base.number, base.of)}, {wish.figure.year})"
            if base.of != "person"
            else f"{before}{share.text} ({base.number:,} asked, {wish.figure.year})",
            notes=share.notes,
        )
    if wish.cited:
        level = result.skill_scale[wish.named or 0]
        text = f"{before}a source calls it {level}"
        yield marks.phrase(wish.cited, text=text)
    if not (wish.need or wish.figure or wish.cited):
        yield f"{before}no figure rests on enough adverts or people"


def _ground(ground: Ground) -> str:
    place = f"step {ground.step}" if ground.step else "there already"
    claims = f" ({', '.join(ground.claims)})" if ground.claims else ""
    return f"{ground.title}, {place}: {ground.reason}{claims}"


def _resource(each: Learning) -> str:
    opened = f"opened {each.opened}: {each.answer}" if each.opened else "address never opened by us"
    parts = (each.kind, each.cost, each.licence, LEVELS[each.level], opened)
    return f"{each.title}, {each.publisher} ({'; '.join(dict.fromkeys(parts))}): {each.url}"


def _next(result: Plan, asked: tuple[str, ...], *, full: bool) -> Iterator[Command]:
    if asked and not full and result.steps:
        yield command(*asked, "--full")
    if asked and full and result.steps:
        yield command(*asked, "--done", result.steps[0].skill)
    if result.start and result.to:
        yield command("compare", result.start, result.to)
    elif result.to:
        yield command("show", result.to)
    elif not asked:
        yield command("list")
    if asked and result.done and full:
        yield command(*asked, "--undo", result.done[-1].skill)


def forgotten_view(gone: PlansForgotten) -> Document:
    """Return the screen of ``mlroles plan --forget``."""
    parts = [
        text
        for number, text in (
            (gone.plans, counted(gone.plans, "plan")),
            (gone.done, f"{counted(gone.done, 'skill')} ticked off"),
        )
        if number
    ]
    said = f"Deleted: {' and '.join(parts)}." if parts else "Nothing was kept."
    return Document((Heading(said), Next((command("list"), command("quiz")))))
