"""Reads the table of adverts and takes each apart exactly as the program does.

Only counts leave this module: a cue is an id of ``mentions.json``, or one or two words.
"""

import csv
import gzip
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from builders.adverts import wording
from mlroles.adverts.models import Boilerplate, Masks
from mlroles.adverts.points import Masker, said, stem
from mlroles.adverts.sentences import SentenceReader
from mlroles.mentions.find import MentionFinder
from mlroles.mentions.models import MentionsFile

WEAK = "?"
"""Ends the label of a role of which its collector was not sure."""

NONE = "none:"
"""Begins the label of another job."""

FEWEST = 30
"""Adverts in which words stand that may become a cue."""

MOST = 0.9
"""The largest share of adverts in which words stand that may become a cue."""

BOILERPLATE = Boilerplate(
    words=wording.BOILERPLATE,
    headings=wording.IDLE_HEADINGS,
    other_headings=wording.BUSY_HEADINGS,
)
MASKS = Masks(last=wording.MASKED_LAST, before=wording.MASKED_BEFORE, whole=wording.MASKED_WHOLE)


@dataclass(frozen=True)
class Adverts:
    """What stands in each advert.

    ``counts``: adverts × cues, log2(1 + number of sentences). ``role``: place in ``roles``, or
    their number for another job; ``job``: place in ``jobs``, −1 for a role. ``plain``: the words
    of whole texts with titles left out, for the methods to compare with. ``named``: the skills
    named, by advert.
    """

    roles: tuple[str, ...]
    jobs: tuple[str, ...]
    cues: tuple[str, ...]
    counts: sparse.csr_matrix
    role: np.ndarray
    job: np.ndarray
    weak: np.ndarray
    source: np.ndarray
    year: np.ndarray
    plain: tuple[str, ...]
    named: tuple[frozenset[str], ...]


def read_adverts(path: Path, mentions: Path, roles: tuple[str, ...]) -> Adverts:
    """Return the adverts of a table with the columns source, year, title, role, description."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(io.StringIO(file.read()))]
    finder = MentionFinder(MentionsFile.model_validate_json(mentions.read_bytes()))
    ids = {each for part in ("skills", "further", "cues") for each in _ids(mentions, part)}
    reader, masker = SentenceReader(BOILERPLATE), Masker(MASKS)
    bare = SentenceReader()
    found: list[Counter[str]] = []
    plain, named = [], []
    for row in rows:
        text = row["description"]
        mentioned = finder.find(text)
        times: Counter[str] = Counter()
        for _, words, named_here in said(masker, reader.sentences(text), mentioned, row["title"]):
            times.update(f"#{each}" for each in named_here)
            times.update(set(phrases(words)))
        found.append(times)
        every = said(masker, bare.sentences(text), mentioned, row["title"])
        plain.append(" ".join(word for _, words, _ in every for word in words))
        named.append(frozenset(each.id for each in mentioned if each.id in ids))
    labels = [row["role"] for row in rows]
    jobs = tuple(sorted({each for each in labels if each.startswith(NONE)}))
    cues, counts = _matrix(found)
    return Adverts(
        roles=roles,
        jobs=tuple(each.removeprefix(NONE) for each in jobs),
        cues=cues,
        counts=counts,
        role=np.array(
            [
                len(roles) if each in jobs else roles.index(each.removesuffix(WEAK))
                for each in labels
            ]
        ),
        job=np.array([jobs.index(each) if each in jobs else -1 for each in labels]),
        weak=np.array([each.endswith(WEAK) for each in labels]),
        source=np.array([row["source"] for row in rows]),
        year=np.array([int(row["year"]) for row in rows]),
        plain=tuple(plain),
        named=tuple(named),
    )


def phrases(words: tuple[str, ...]) -> Iterator[str]:
    """Yield single words and pairs, without the s of plurals; none across a mask."""
    stems = [stem(word) for word in words]
    for place, word in enumerate(stems):
        if word[0].isalpha():
            yield word
            if place and stems[place - 1][0].isalpha():
                yield f"{stems[place - 1]} {word}"


def _ids(mentions: Path, part: str) -> list[str]:
    return [each["id"] for each in json.loads(mentions.read_bytes())[part]]


def _matrix(found: list[Counter[str]]) -> tuple[tuple[str, ...], sparse.csr_matrix]:
    """Return the cues that are neither rare nor everywhere, and how often each is said."""
    adverts = Counter(cue for times in found for cue in times)
    cues = sorted(
        cue
        for cue, count in adverts.items()
        if count >= FEWEST and (cue[0] == "#" or count < MOST * len(found))
    )
    places = {cue: place for place, cue in enumerate(cues)}
    rows, columns, values = [], [], []
    for row, times in enumerate(found):
        for cue in sorted(times.keys() & places.keys()):
            rows.append(row)
            columns.append(places[cue])
            values.append(np.log2(1 + times[cue]))
    shape = (len(found), len(cues))
    return tuple(cues), sparse.csr_matrix((values, (rows, columns)), shape=shape)
