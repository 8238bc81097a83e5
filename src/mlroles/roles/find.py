"""Finding a role, or another thing, by any name that a person may type."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from mlroles.errors import UnknownNameError
from mlroles.roles.models import Role
from mlroles.roles.sections import SECTIONS, Section
from mlroles.suggest import MOST, closest, offer
from mlroles.text import quoted

T = TypeVar("T")


@lru_cache(4096)  # a screen asks again and again what its commands mean
def normal(name: str) -> str:
    """Return a name without what does not matter: case, hyphens, spacing, width of letters."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(folded.replace("-", " ").replace("_", " ").split())


def own_names(role: Role) -> tuple[str, ...]:
    """Return the names that belong to the role alone."""
    return tuple(dict.fromkeys((role.id, role.title, role.short_title, role.letter)))


def all_names(role: Role) -> tuple[str, ...]:
    """Return every name under which the role is found, its own first."""
    return (*own_names(role), *(alias.name for alias in role.aliases))


def find_role(roles: Sequence[Role], name: str) -> Role:
    """Return the role that ``name`` means.

    A role's own name wins over an alias, a whole name over the beginning of one; a beginning
    counts at the start of any word (``engineer``). Raises UnknownNameError, with the
    likeliest names, where nothing or more than one role fits.
    """
    found = fitting_roles(roles, name)
    if len(found) == 1:
        return found[0]
    if found:
        advice = offer(role.id for role in found)
        raise UnknownNameError(f"{quoted(name)} fits more than one role.", advice)
    raise UnknownNameError(f"There is no role {quoted(name)}.", _advice(roles, normal(name)))


def fitting_roles(roles: Sequence[Role], name: str) -> Sequence[Role]:
    """Return the roles that ``name`` may mean by the rules of ``find_role``."""
    wanted = normal(name)
    rules: tuple[tuple[Callable[[Role], Iterable[str]], Callable[[str, str], bool]], ...] = (
        (own_names, str.__eq__),
        (all_names, str.__eq__),
        (own_names, _begins),
        (all_names, _begins),
    )
    for names, fits in rules if wanted else ():
        found = [role for role in roles if any(fits(normal(own), wanted) for own in names(role))]
        if found:
            return found
    return ()


def find_roles(roles: Sequence[Role], names: Sequence[str]) -> tuple[Role, ...]:
    """Return the roles that ``names`` mean, each once, in the order given; all where none is."""
    found = [find_role(roles, name) for name in names] or roles
    return tuple({role.id: role for role in found}.values())


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
    """Return the words of a text, a space on either side of each; C++ and C# are words too."""
    words = re.findall(r"[^\W_]+[+#]*", normal(text))
    return f" {' '.join(words)} "


def find_section(name: str) -> Section:
    """Return the section of a profile that ``name`` means; raises UnknownNameError."""
    found = find_by_title([(section, section) for section in SECTIONS], name, "section")
    return next(section for section in SECTIONS if section == found)


def _begins(name: str, wanted: str) -> bool:
    return f" {name}".find(f" {wanted}") >= 0


def _advice(roles: Sequence[Role], wanted: str) -> str:
    owners: dict[str, list[str]] = {}
    for names in (own_names, all_names):
        found: dict[str, list[str]] = {}
        for role in roles:
            for words in (run for name in names(role) for run in _runs(normal(name).split())):
                found.setdefault(words, []).append(role.id)
        owners = {**found, **owners}  # a role's own name wins over the alias of another
    near = closest(wanted, owners, 2 * MOST)
    likely = dict.fromkeys(role for words in near for role in owners[words])
    return offer([*likely][:MOST]) or f"The roles are: {', '.join(role.id for role in roles)}."


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Yield every run of words: a slip may be in any that a role is found by."""
    for start in range(len(words)):
        for end in range(start, len(words)):
            yield " ".join(words[start : end + 1])
