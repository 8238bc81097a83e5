"""What must hold between the parts of ``adverts.json``, and between it and the catalogue."""

from collections.abc import Iterator, Sequence

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.points import stem
from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

FILE = "adverts.json"


def adverts_problems(file: AdvertsFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids, numbers of points, words that are never found."""
    refer = References(FILE)
    yield from refer.unknown("source", [("$.source", file.source)], catalogue.source)
    roles = [(f"$.roles[{n}]", each) for n, each in enumerate(file.roles)]
    yield from refer.unknown("role", roles, catalogue.role_index)
    jobs = {*catalogue.role_index, *(each.id for each in catalogue.neighbours)}
    named = [(f"$.jobs[{n}].job", each.job) for n, each in enumerate(file.jobs) if each.job]
    yield from refer.unknown("role or job beside the roles", named, jobs)
    yield from duplicates(FILE, roles)
    yield from duplicates(FILE, [(f"$.cues[{n}].id", each.id) for n, each in enumerate(file.cues)])
    yield from _lengths(file)
    for number, cue in enumerate(file.cues):
        words = (cue.words or "").split()
        if [stem(word) for word in words] != words:
            message = f"{quoted(cue.words or '')} is never found: plurals stand without s"
            yield Problem(FILE, f"$.cues[{number}].words", message, "leave the s out")


def _lengths(file: AdvertsFile) -> Iterator[Problem]:
    """Yield rows that do not have a number for each role or job."""
    roles, jobs = len(file.roles), len(file.jobs)
    rows: list[tuple[str, Sequence[int], int]] = [
        ("$.start", file.start, roles),
        ("$.jobs_start", file.jobs_start, jobs),
    ]
    for number, cue in enumerate(file.cues):
        if (len(cue.points), len(cue.jobs), len(cue.adverts)) != (roles, jobs, roles + 1):
            rows += [
                (f"$.cues[{number}].points", cue.points, roles),
                (f"$.cues[{number}].jobs", cue.jobs, jobs),
                (f"$.cues[{number}].adverts", cue.adverts, roles + 1),
            ]
    for path, row, length in rows:
        if len(row) != length:
            yield Problem(FILE, path, f"{len(row)} numbers", f"{length} of them")
