"""Who is in a team: jobs, with how many people have each, as somebody types or keeps them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mlroles.errors import SheetError, UnknownNameError, UsageError
from mlroles.hire.models import Headings
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_job, named_jobs
from mlroles.roles.models import Role
from mlroles.roles.names import Found, Job
from mlroles.text import clean, counted, listed, normal_words, quoted

MOST = 100_000
"""People of one job: no team has more."""

LONGEST = 200
"""Characters of the longest job title that is read."""

MOST_ROWS = 100_000
"""Rows of a table: no team has more people."""

NOBODY = "nobody"
"""Says that there is nobody, which is more than saying nothing."""

_BETWEEN = re.compile(r"\s*(?:[,;+&\n]|\band\b)\s*")
_NUMBERED = re.compile(r"^([-+−]?[\d.]+)\s*(?:[x×]\s+|\s|$)(.*)$|^([-+−]?\d+)[x×](\D.*)$")
_AFTER = re.compile(r"^(.*\S)\s*[x×]\s*([-+−]?\d+)$")


@dataclass(frozen=True)
class Member:
    """A job that is in the team."""

    job: str
    """The id of the job."""
    title: str
    """Its name."""
    role: bool
    """Whether it is a role, rather than a job beside the roles."""
    people: int
    """How many people have it."""


@dataclass(frozen=True)
class Other:
    """A job title that is none of the jobs of the catalogue."""

    title: str
    """The title, as it stands."""
    people: int
    """How many people bear it."""
    near: tuple[str, ...]
    """The names of jobs that it is near to; empty where nothing says so."""


@dataclass(frozen=True)
class Roster:
    """Who is in a team."""

    members: tuple[Member, ...] = ()
    """The jobs, the roles first, in the catalogue's order."""
    others: tuple[Other, ...] = ()
    """The titles that are none of the catalogue's jobs, as they came."""

    @property
    def people(self) -> int:
        """How many people there are."""
        return sum(each.people for each in self.members) + sum(each.people for each in self.others)


@dataclass
class _Counts:
    catalogue: Catalogue
    jobs: dict[str, int] = field(default_factory=dict)
    others: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    _meant: dict[str, "tuple[Job | None, tuple[str, ...]]"] = field(default_factory=dict)
    """What titles mean, as most stand in a table many times."""

    def add(self, job: Job, people: int) -> None:
        self.jobs[job.id] = self.jobs.get(job.id, 0) + people

    def add_other(self, title: str, people: int, near: tuple[str, ...]) -> None:
        before, _ = self.others.get(title, (0, ()))
        self.others[title] = (before + people, near)

    def add_title(self, title: str, people: int) -> None:
        """Count a title under the job that it surely means, else as what it is."""
        if title not in self._meant:
            job = _certain(self.catalogue, title)
            self._meant[title] = (job, () if job else _near(self.catalogue, title))
        job, near = self._meant[title]
        if job:
            self.add(job, people)
        else:
            self.add_other(title, people, near)

    @property
    def roster(self) -> Roster:
        known: tuple[Job, ...] = (*self.catalogue.roles, *self.catalogue.neighbours)
        return Roster(
            tuple(
                Member(job.id, job.title, isinstance(job, Role), self.jobs[job.id])
                for job in known
                if job.id in self.jobs
            ),
            tuple(Other(title, people, near) for title, (people, near) in self.others.items()),
        )


def typed_roster(
    catalogue: Catalogue, texts: Iterable[str], tell: Callable[[Found], None]
) -> Roster:
    """Return the team of such texts as "2 ds, 1 mle, analyst"; nobody where they say so.

    ``tell`` is given what is a guess. Raises UsageError, UnknownNameError.
    """
    parts = [part for text in texts for part in _BETWEEN.split(clean_lines(text)) if part]
    if not parts:
        raise UsageError("Nobody is named.", "Name jobs and how many: --have '2 ds, 1 mle'")
    if [normal_words(part) for part in parts] in ([NOBODY], ["none"]):
        return Roster()
    counts = _Counts(catalogue)
    for part in parts:
        people, name = _numbered(part)
        meant = _certain(catalogue, name)
        if meant is None and (near := _near(catalogue, name)):
            counts.add_other(name, people, near)
            continue
        if meant is None:
            found = _guessed(catalogue, name)
            tell(found)
            meant = found.job
        counts.add(meant, people)
    return counts.roster


def _guessed(catalogue: Catalogue, name: str) -> Found:
    """Return the job that is meant by a part of a name, of one or of several people."""
    try:
        return find_job(catalogue, name)
    except UnknownNameError:
        if not name.endswith("s") or not named_jobs(catalogue, name[:-1])[1]:
            raise
        return find_job(catalogue, name[:-1])


def clean_lines(text: str) -> str:
    """Return a text that is safe to quote, with commas in place of its line breaks."""
    return clean(",".join(text.splitlines()))


def _numbered(part: str) -> tuple[int, str]:
    """Return how many people and the name in "2 ds", "2x ds" or "ds x2"; one without a number."""
    before, after = _NUMBERED.match(part), _AFTER.match(part)
    if before:
        number, name = (before[1], before[2]) if before[1] else (before[3], before[4])
    elif after:
        name, number = after[1], after[2]
    else:
        number, name = "1", part
    if not name.strip():
        raise UsageError(
            f"{quoted(part)} says how many, and not who.", "Write both, as in '2 ds, 1 mle'."
        )
    return _people(number, part), name.strip()


def _people(number: str, where: str) -> int:
    """Return the number that is written; raises UsageError where no team has so many."""
    if not number.isdecimal() or not 1 <= int(number[:10]) <= MOST or len(number) > len(str(MOST)):
        raise UsageError(
            f"{quoted(where)} has no number of people that a team can have.",
            f"Give a whole number from 1 to {MOST:,}, or leave the job out.",
        )
    return int(number)


def _certain(catalogue: Catalogue, title: str) -> Job | None:
    """Return the job that a title surely means: by a name of its own, or by what it usually is."""
    how, found = named_jobs(catalogue, title)
    if len(found) == 1 and how == "name":
        return found[0]
    meaning = catalogue.title_meaning and catalogue.title_meaning(title)
    if not meaning or not meaning.exact or len(found) > 1:
        return None
    return _jobs(catalogue)[meaning.means[0]]


def _near(catalogue: Catalogue, title: str) -> tuple[str, ...]:
    """Return the names of what a title is near to; none where it is itself a part of a name."""
    meaning = catalogue.title_meaning and catalogue.title_meaning(title)
    if not meaning or named_jobs(catalogue, title)[1]:
        return ()
    return tuple(_jobs(catalogue)[each].title for each in meaning.means)


def _jobs(catalogue: Catalogue) -> dict[str, Job]:
    known: tuple[Job, ...] = (*catalogue.roles, *catalogue.neighbours)
    return {job.id: job for job in known}


# tables -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """A row of a table of people: where it stands, its cells, and what is wrong with it."""

    number: int
    cells: Sequence[str]
    problem: str = ""


@dataclass(frozen=True)
class Listed:
    """A team that was read from a table."""

    roster: Roster
    column: str
    """The heading of the column that says what people's jobs are; empty where none is headed."""
    left_out: tuple[str, ...]
    """What is wrong with rows that could not be read, a sentence each."""


def listed_roster(
    catalogue: Catalogue, headings: Headings, columns: Sequence[str], lines: Iterable[Line]
) -> Listed:
    """Return the team of a table, a row a person or a job with its number.

    A column is known by its heading; where none is, it is that which names the most jobs. A list of
    titles needs no heading. Raises SheetError where there is no such column, or nobody in it.
    """
    rows: list[Line] = []
    for line in lines:
        if len(rows) == MOST_ROWS:
            raise SheetError(
                f"The table has more than {MOST_ROWS:,} rows.", "No team has so many people."
            )
        rows.append(line)
    place, headed = _column(catalogue, headings, columns, rows)
    if not headed:
        rows.insert(0, Line(1, columns))
    number = _headed(headings.count, columns) if headed else None
    counts, wrong = _Counts(catalogue), []
    for line in rows:
        title = clean(line.cells[place]).strip() if len(line.cells) > place else ""
        if problem := line.problem or _wrong(title):
            wrong.append(f"row {line.number}: {problem}")
            continue
        try:
            people = _counted(line, number)
        except UsageError as error:
            wrong.append(f"row {line.number}: {error.message.rstrip('.')}")
            continue
        if title and people:
            counts.add_title(title, people)
    if not (counts.jobs or counts.others):
        raise SheetError("There is nobody in the table.", "It needs a row for each person.")
    return Listed(counts.roster, columns[place] if headed else "", tuple(wrong))


def _wrong(title: str) -> str:
    return f"a title has no more than {LONGEST} characters" if len(title) > LONGEST else ""


def _counted(line: Line, place: int | None) -> int:
    """Return how many people a row stands for: one where it does not say, none where it says 0."""
    cell = line.cells[place] if place is not None and len(line.cells) > place else ""
    text = clean(cell).strip()
    return int(text or "1") if text in {"", "0"} else _people(text, text)


def _headed(names: Sequence[str], columns: Sequence[str]) -> int | None:
    """Return the place of the column that has one of these headings, the first name first."""
    said = [normal_words(each) for each in columns]
    return next((said.index(name) for name in map(normal_words, names) if name in said), None)


def _column(
    catalogue: Catalogue, headings: Headings, columns: Sequence[str], rows: Sequence[Line]
) -> tuple[int, bool]:
    """Return the place of the column of jobs, and whether the first row are headings."""
    place = _headed(headings.job, columns)
    if place is not None:
        return place, True
    if len(columns) == 1 and _means(catalogue, columns[0]):
        return 0, False
    hits = [
        sum(_means(catalogue, line.cells[at]) for line in rows[:LOOKED] if len(line.cells) > at)
        for at in range(len(columns))
    ]
    best = max(range(len(columns)), key=lambda at: hits[at])
    if not hits[best]:
        raise SheetError(
            f"No column says what people’s jobs are; there are {listed(list(_said(columns)))}.",
            f"Call the one that does “{headings.job[0]}”, a row a person or a job a row with "
            f"“{(*headings.count, 'count')[0]}”.",
        )
    return best, True


LOOKED = 200
"""So many rows are looked at to find the column of jobs."""

SAID = 4
"""So many headings are told where none is known."""


def _means(catalogue: Catalogue, cell: str) -> bool:
    title = clean(cell).strip()
    return bool(title) and len(title) <= LONGEST and _certain(catalogue, title) is not None


def _said(columns: Sequence[str]) -> Iterator[str]:
    yield from (quoted(clean(each)) for each in columns[:SAID])
    if len(columns) > SAID:
        yield f"{counted(len(columns) - SAID, 'column')} more"
