"""The sections of the page: which screens stand in it, in which order, under which names."""

from collections.abc import Iterator
from itertools import permutations
from typing import Literal, NamedTuple

from mlroles.parts import EVIDENCE, FRAMEWORKS, PAY, PLAN, QUESTIONNAIRE, WAGES, job_entries, works
from mlroles.render.document import Document, Heading
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role

COMPARE = "Compare"
"""The group of the menu that the comparison stands in."""

MOST_COMPARED = 6
"""So many roles are set side by side in pairs, and at once, at the most."""


class Section(NamedTuple):
    """A screen with its place in the page.

    ``id`` is its address; ``title`` what links to it say; ``group`` the word under which the menu
    lists it, empty where links alone lead to it. What it lists has ``anchor`` before its ids.
    """

    id: str
    title: str
    document: Document
    group: str = ""
    anchor: str = ""


def sections(catalogue: Catalogue) -> Iterator[Section]:
    """Yield the sections, those of the files that the catalogue has."""
    yield from _roles(catalogue)
    yield from _sides(catalogue)
    yield from _work(catalogue)
    yield from _pay(catalogue)
    yield from _plans(catalogue)
    yield from _grounds(catalogue)


def compared(catalogue: Catalogue) -> tuple[Role, ...]:
    """Return the roles that are set side by side: all, or those that the catalogue is about."""
    few = len(catalogue.roles) <= MOST_COMPARED
    return catalogue.roles if few else catalogue.core[:MOST_COMPARED]


def _roles(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.roles.profile import overview, profile
    from mlroles.views import neighbour, show
    from mlroles.views.overview import listing

    everyone = overview(catalogue, catalogue.roles, beside=True)
    yield Section("list", "All roles and jobs", listing(everyone, catalogue), "Roles")
    for role in catalogue.roles:
        screen = show.view(profile(catalogue, role, []), catalogue, evidence=True)
        yield Section(f"role-{role.id}", role.title, screen, "Roles")
    entries = job_entries(catalogue, catalogue.neighbours)
    for job, entry in zip(catalogue.neighbours, entries, strict=True):
        screen = neighbour.view(entry, catalogue, evidence=True)
        yield Section(f"role-{job.id}", job.title, screen, "Jobs beside the roles")


def _sides(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.roles.compare import among, compare
    from mlroles.views.compare import view

    roles = compared(catalogue)
    whole = compare(catalogue, roles)
    yield Section("compare", "Compare roles", view(whole, catalogue), COMPARE)
    for pair in permutations(roles, 2) if len(roles) > 2 else ():  # noqa: PLR2004 - else it is whole
        one, other = pair
        screen = view(among(whole, catalogue, pair), catalogue)
        title = f"{one.short_title} and {other.short_title} compared"
        yield Section(f"compare-{one.id}-{other.id}", title, screen)


def _work(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.roles.lifecycle import lifecycle
    from mlroles.roles.responsibilities import responsibility_matrix
    from mlroles.roles.skills import skill_matrix
    from mlroles.views import lifecycle as stages
    from mlroles.views import responsibilities, skills

    roles = compared(catalogue)
    matrix = skill_matrix(catalogue, roles)
    yield Section("skills", "Skills", skills.view(matrix, catalogue), "Work")
    tasks = responsibility_matrix(catalogue, roles)
    screen = responsibilities.view(tasks, catalogue)
    yield Section("responsibilities", "Responsibilities", screen, "Work")
    screen = stages.view(lifecycle(catalogue, roles), catalogue)
    yield Section("lifecycle", "Life of a project", screen, "Work")


def _pay(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.pay.places import choose
    from mlroles.pay.summary import summarise
    from mlroles.views import pay, wages
    from mlroles.wages.summary import summarise_wages

    if works("pay", catalogue.directory):
        file = PAY.load(catalogue)
        divided: tuple[tuple[Literal["experience"] | None, str], ...] = (
            (None, "Advertised pay"),
            ("experience", "Pay by experience"),
        )
        for by, title in divided:
            choice = choose(file, "", "", "", by)
            found = summarise(catalogue, file, catalogue.core, choice)
            screen = pay.view(found, catalogue, None, full=True)
            yield Section(f"pay-{by}" if by else "pay", title, screen, "Pay")
    if works("pay --official", catalogue.directory):
        official = summarise_wages(WAGES.load(catalogue), catalogue.core)
        screen = wages.view(official, catalogue, full=True)
        yield Section("pay-official", "Official wages", screen, "Pay")


def _plans(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.plan.plan import Facts, Person, make_plan
    from mlroles.plan.resources import load_resources
    from mlroles.plan.target import role_target, role_uses
    from mlroles.views.plan import view

    if not works("plan", catalogue.directory):
        return
    facts = Facts(catalogue, PLAN.load(catalogue), load_resources(catalogue))
    roles = catalogue.core[:MOST_COMPARED]

    def plan(to: Role, start: Role | None) -> Document:
        left = (start.id, start.title) if start else None
        uses = role_uses(catalogue, start) if start else None
        made = make_plan(facts, Person({}, {}, left, uses), role_target(catalogue, to))
        words = ("plan", to.id, *(("--from", start.id) if start else ()))
        return view(made, catalogue, words, full=True)

    for to in roles:
        yield Section(f"plan-{to.id}", f"Plan for {to.title}", plan(to, None), "Plans")
    for to, start in permutations(roles, 2):
        title = f"Plan: from {start.short_title} to {to.short_title}"
        yield Section(f"plan-{start.id}-{to.id}", title, plan(to, start))


def _grounds(catalogue: Catalogue) -> Iterator[Section]:
    from mlroles.evidence.report import overview
    from mlroles.frameworks.overview import frameworks
    from mlroles.roles.sources import source_report, sources_report
    from mlroles.views import evidence, sources
    from mlroles.views import frameworks as frames
    from mlroles.views.quiz import questions_view

    group = "How it knows"
    if works("evidence", catalogue.directory):
        found = overview(EVIDENCE.load(catalogue), catalogue, None, None)
        screen = evidence.view(found, catalogue)
        yield Section("evidence", "What figures say", screen, group, "figures")
    if works("frameworks", catalogue.directory):
        result = frameworks(FRAMEWORKS.load(catalogue), catalogue, catalogue.roles)
        screen = frames.view(result, catalogue, full=True)
        yield Section("frameworks", "How others divide it", screen, group)
    if works("quiz", catalogue.directory):
        screen = questions_view(QUESTIONNAIRE.load(catalogue), catalogue)
        yield Section("quiz-questions", "How the quiz counts", screen, group)
    title = "Where sources disagree"
    _, *blocks = sources.view(sources_report(catalogue, disputes=True), catalogue).blocks
    screen = Document((Heading(title), *blocks))
    yield Section("sources-disputes", title, screen, group, "about")
    for source in catalogue.sources.sources:
        screen = sources.source_view(source_report(catalogue, source), catalogue)
        yield Section(f"about-{source.id}", source.cite, screen, "Sources", "about")
