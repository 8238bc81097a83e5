"""Finding a role, or another thing, by any name that a person may type."""

import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from mlroles.errors import UnknownNameError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role
from mlroles.roles.names import Found, How, Job, all_names, own_names
from mlroles.roles.sections import SECTIONS, Section
from mlroles.suggest import MOST, closest, offer
from mlroles.text import normal_words, quoted

T = TypeVar("T")

BETWEEN = frozenset({"vs", "vs.", "versus", "v", "and", "or", "against", "&", "+", "/", "|"})
"""Words that stand between two names."""

SHORTEST_RUN = 6
"""Letters of the shortest name that is found where its words are written as one."""

_SPACES = re.compile(r"[\s_‐‑‒–—―−-]+")
_ENDS = " ,.;:!?"
_SEPARATORS = re.compile(r"\s*[,;/|]\s*|\s+(?:vs\.?|versus)\s+", re.IGNORECASE)


@lru_cache(4096)  # a screen asks again and again what its commands mean
def normal(name: str) -> str:
    """Return a name without what does not matter: case, dashes, spacing, width, a comma after."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _SPACES.sub(" ", folded).strip(_ENDS)


def find_job(catalogue: Catalogue, name: str) -> Found:
    """Return the role, or the job beside the roles, that ``name`` means, and how it was found.

    A name of its own wins over an alias, a whole name over the beginning of one, a role of the
    core over others; a beginning counts at the start of any word (``engineer``). What is no name
    is read as a job title. Raises UnknownNameError, with what to do, where nothing fits, or more
    than one thing.
    """
    how, found = named_jobs(catalogue, name)
    if len(found) > 1:
        raise UnknownNameError(
            f"{quoted(name)} fits more than one role.", offer(each.id for each in found)
        )
    if found:
        also = _others(catalogue, name, found[0]) if how == "part" else ()
        return Found(name, found[0], how, also)
    if titled := _by_title(catalogue, name):
        return titled
    raise _unknown(catalogue, name)


def find_role(catalogue: Catalogue, name: str) -> Role:
    """Return the role that ``name`` means, or to which what it means is nearest.

    Raises UnknownNameError as ``find_job``, and where nothing says which role is nearest.
    """
    return nearest_role(catalogue, find_job(catalogue, name).job)


def find_jobs(catalogue: Catalogue, words: Sequence[str]) -> tuple[Found, ...]:
    """Return what ``words`` mean, each job once, in the order given; none where there are none.

    A name of several words may stand in one word of ``words`` or in several: ``machine learning
    engineer``. Names may have a comma, a slash or ``vs`` between them. Raises as ``find_job``.
    """
    found = [each for run in _runs_of(words) for each in _in_run(catalogue, run)]
    return tuple({each.job.id: each for each in found}.values())


def named_roles(catalogue: Catalogue, words: Sequence[str]) -> tuple[tuple[Role, ...], list[str]]:
    """Return the roles that are named among ``words``, quietly, and the words that name none."""
    roles: list[Role] = []
    others: list[str] = []
    place = 0
    while place < len(words):
        for end in range(len(words), place, -1):
            found = _fitting(catalogue.roles, catalogue.core, " ".join(words[place:end]))[1]
            if len(found) == 1 and (end == place + 1 or not any(map(_is_option, words[place:end]))):
                roles.append(found[0])
                place = end
                break
        else:
            others.append(words[place])
            place += 1
    return tuple({role.id: role for role in roles}.values()), others


def _is_option(word: str) -> bool:
    return word.startswith("-")


def named_jobs(catalogue: Catalogue, name: str) -> tuple[How, Sequence[Job]]:
    """Return the jobs that have such a name, or one that begins so."""
    how, found = _fitting(catalogue.roles, catalogue.core, name)
    if found or not normal(name):
        return how, found
    beside: Sequence[Job] = catalogue.neighbours
    for fits in (_is, _is_alike, _begins):
        if jobs := _by(beside, all_names, fits, normal(name)):
            return ("part" if fits is _begins else "name"), jobs
    return "name", ()


def _fitting(roles: Sequence[Role], core: Sequence[Role], name: str) -> tuple[How, Sequence[Role]]:
    """Return the roles that ``name`` may mean by the first rule by which it means any."""
    wanted = normal(name)
    known = {role.id for role in core}  # to compare whole roles takes long where there are many
    rest = [role for role in roles if role.id not in known]
    for names, fits in (
        (own_names, _is),
        (all_names, _is),
        (own_names, _is_alike),
        (all_names, _is_alike),
        (own_names, _begins),
        (all_names, _begins),
    ):
        for group in (core, rest) if wanted else ():
            if found := _by(group, names, fits, wanted):
                return ("part" if fits is _begins else "name"), found
    return "name", ()


J = TypeVar("J", bound=Job)


def _by(
    jobs: Iterable[J],
    names: Callable[[Job], Iterable[str]],
    fits: Callable[[str, str], bool],
    wanted: str,
) -> Sequence[J]:
    return [job for job in jobs if any(fits(normal(own), wanted) for own in names(job))]


def _others(catalogue: Catalogue, name: str, taken: Job) -> tuple[Job, ...]:
    """Return the other roles of which a name has a word that begins so."""
    fitting = _by(catalogue.roles, all_names, _begins, normal(name))
    return tuple(role for role in fitting if role is not taken)


def _by_title(catalogue: Catalogue, name: str, beside: Iterable[str] = ()) -> Found | None:
    """Return what ``name`` means as a job title; None where it means nothing that is known.

    ``beside`` are words that must not be passed over as the name of a team or a product.
    """
    meaning = catalogue.title_meaning and catalogue.title_meaning(name)
    if not meaning:
        return None
    passed_over = {normal(word) for text in meaning.beside for word in text.split()}
    if not passed_over.isdisjoint(map(normal, beside)):
        return None
    known: tuple[Job, ...] = (*catalogue.roles, *catalogue.neighbours)
    jobs = {job.id: job for job in known}
    first, *others = (jobs[each] for each in meaning.means)
    return Found(name, first, "title", tuple(others), meaning.reason)


def _unknown(catalogue: Catalogue, name: str) -> UnknownNameError:
    if meant := _slips(catalogue, normal(name)):
        return UnknownNameError(f"There is no role {quoted(name)}.", meant)
    message = f"{quoted(name)} is none of the jobs that this catalogue knows."
    roles = f"The roles are: {', '.join(role.id for role in catalogue.core)}."
    if len(catalogue.roles) > len(catalogue.core) or catalogue.neighbours:
        roles += " “mlroles list --all” names all jobs."
    if not normal(name) or not catalogue.title_meaning:
        return UnknownNameError(message, roles)
    title = f"mlroles title {shlex.quote(name)}" if quoted(name) == f"“{name}”" else "mlroles title"
    return UnknownNameError(message, f"{roles} “{title}” says what its words tell.")


def _runs_of(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the words that belong together; what stands in one with spaces does, in any case."""
    run: list[str] = []
    for word in words:
        if normal(word) in BETWEEN and len(words) > 1:
            yield run
            run = []
        elif any(map(str.isspace, word.strip())):
            yield from (run, [word])
            run = []
        else:
            first, *others = [each for each in re.split(r"[,;]", word) if each] or [word]
            run.append(first)
            for each in others:
                yield run
                run = [each]
            if word.endswith((",", ";")):
                yield run
                run = []
    yield run


def _in_run(catalogue: Catalogue, run: Sequence[str]) -> Iterator[Found]:
    """Yield the jobs that are named by words that stand together."""
    if len(run) <= 1:
        for text in run:
            yield from _in_text(catalogue, text)
        return
    named = list(_named_in(catalogue, run))
    if any(job is None for _, job in named):
        named = [(words, job if job and job.how == "name" else None) for words, job in named]
    if not any(job for _, job in named):
        yield find_job(catalogue, " ".join(run))
        return
    before: list[str] = []
    last = max(place for place, (_, job) in enumerate(named) if job)
    after = [word for words, _ in named[last + 1 :] for word in words]
    for words, job in named[: last + 1]:
        if job is None:
            before += words
            continue
        strange = [*before, *(after if job is named[last][1] else ())]
        whole = " ".join([*before, *words, *strange[len(before) :]])
        before = []
        if not strange:
            yield job
        elif titled := _by_title(catalogue, whole, strange):
            yield titled
        else:
            raise _unknown(catalogue, " ".join(strange))


def _named_in(
    catalogue: Catalogue, run: Sequence[str]
) -> Iterator[tuple[Sequence[str], Found | None]]:
    """Yield the words of a run in groups, each with what it names, or None."""
    place = 0
    while place < len(run):
        for end in range(len(run), place, -1):
            text = " ".join(run[place:end])
            how, found = named_jobs(catalogue, text)
            if len(found) == 1 and (how == "name" or end == place + 1):
                also = _others(catalogue, text, found[0]) if how == "part" else ()
                yield run[place:end], Found(text, found[0], how, also)
                place = end
                break
        else:
            yield run[place : place + 1], None
            place += 1


def _in_text(catalogue: Catalogue, text: str) -> Iterator[Found]:
    """Yield the job that a text means, or those of its parts where each of them is a name."""
    if named_jobs(catalogue, text)[1]:
        yield find_job(catalogue, text)
        return
    parts = [part for part in _SEPARATORS.split(text) if normal(part)]
    if len(parts) > 1 and all(len(named_jobs(catalogue, part)[1]) == 1 for part in parts):
        yield from (find_job(catalogue, part) for part in parts)
        return
    yield find_job(catalogue, text)


def nearest_role(catalogue: Catalogue, job: Job) -> Role:
    """Return the role that a job is, or is nearest to.

    Raises UnknownNameError where nothing says which that is.
    """
    if isinstance(job, Role):
        return job
    meaning = catalogue.title_meaning and catalogue.title_meaning(job.title)
    near = [*(each.role for each in job.nearest), *(meaning.means if meaning else ())]
    for role in (role for each in near for role in catalogue.roles if role.id == each):
        return role
    raise UnknownNameError(
        f"{job.title} is a job beside the roles, and nothing says to which it is nearest.",
        f"The roles are: {', '.join(role.id for role in catalogue.core)}.",
    )


def find_by_title(things: Iterable[tuple[str, str]], name: str, what: str) -> str:
    """Return the id of the thing that ``name`` means; ``things`` are pairs of id and title.

    An id wins over a title, and a whole name over the beginning of one. Raises
    UnknownNameError.
    """
    known = [(key, normal(key), normal(title)) for key, title in things]
    wanted = normal(name)
    rules: tuple[Callable[[str, str], bool], ...] = (
        lambda own, _: own == wanted,
        lambda _, title: title == wanted,
        lambda own, title: own.startswith(wanted) or title.startswith(wanted),
    )
    for fits in rules if wanted else ():
        found = [key for key, own, title in known if fits(own, title)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownNameError(f"{quoted(name)} fits more than one {what}.", offer(found))
    choices = ", ".join(key for key, *_ in known)
    advice = f"There are: {choices}." if known else "This catalogue has none."
    raise UnknownNameError(f"There is no {what} {quoted(name)}.", advice)


def matching(things: Iterable[Sequence[str]], name: str) -> tuple[str, str] | None:
    """Return the id and the title of the thing that has this very name; None where none has.

    Each of ``things`` is an id, a title and any other names; case and hyphens do not matter.
    """
    wanted = normal(name)
    found = (each for each in things if wanted in map(normal, each))
    return next(((each[0], each[1]) for each in found), None)


def search(texts: Mapping[T, Iterable[str]], wanted: str) -> frozenset[T]:
    """Return the keys in whose texts ``wanted`` stands as whole words; all where it is empty.

    Where it stands so nowhere, those count in which a word begins with it. A word of one letter or
    two is too short for that: Go is not Google Cloud.
    """
    words = _words(wanted)
    if not words.strip():
        return frozenset() if wanted.strip() else frozenset(texts)
    ways = (words,) if len(words) <= len(" go ") else (words, words.rstrip())
    for way in ways:
        if found := {key for key, own in texts.items() if any(way in _words(each) for each in own)}:
            return frozenset(found)
    return frozenset()


def _words(text: str) -> str:
    """Return the words of a text, a space on either side of each."""
    return f" {normal_words(text)} "


def find_section(name: str) -> Section:
    """Return the section of a profile that ``name`` means; raises UnknownNameError."""
    found = find_by_title([(section, section) for section in SECTIONS], name, "section")
    return next(section for section in SECTIONS if section == found)


def _is(name: str, wanted: str) -> bool:
    return name == wanted


def _is_alike(name: str, wanted: str) -> bool:
    """Say whether one is the plural of the other, or both are the same written as one word."""
    if len(wanted) < SHORTEST_RUN:
        return wanted == f"{name}s"
    joined, own = wanted.replace(" ", ""), name.replace(" ", "")
    return joined in {own, f"{own}s"}


def _begins(name: str, wanted: str) -> bool:
    return f" {name}".find(f" {wanted}") >= 0


def _slips(catalogue: Catalogue, wanted: str) -> str:
    """Return the question whether one of the roles was meant of which ``wanted`` is a slip."""
    owners: dict[str, list[str]] = {}
    for names in (own_names, all_names):
        found: dict[str, list[str]] = {}
        for role in catalogue.roles:
            for words in (run for name in names(role) for run in _runs(normal(name).split())):
                found.setdefault(words, []).append(role.id)
        owners = {**found, **owners}  # a role's own name wins over the alias of another
    near = closest(wanted, owners, 2 * MOST)
    likely = dict.fromkeys(role for words in near for role in owners[words])
    return offer([*likely][:MOST])


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Yield every run of words: a slip may be in any that a role is found by."""
    for start in range(len(words)):
        for end in range(start, len(words)):
            yield " ".join(words[start : end + 1])
