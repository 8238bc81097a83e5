"""Where frameworks put a job that may be no role of the catalogue."""

from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.place import place, titles_of
from mlroles.roles.neighbours import Placing


def placings(file: FrameworksFile, job: str) -> tuple[Placing, ...]:
    """Return where each framework puts the job with this id; empty where nobody looked."""
    titles = titles_of(file)
    if job not in titles:
        return ()
    return tuple(
        Placing(
            each.id,
            each.short_title,
            each.kind,
            tuple(box.title for box in place(each, job, titles).boxes),
        )
        for each in file.frameworks
    )
