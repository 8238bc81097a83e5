"""The profile of the person whose machine it is, in their state folder."""

from collections.abc import Callable
from pathlib import Path

from mlroles.datafile.read import parse
from mlroles.errors import DataError, MlrolesError
from mlroles.people.keeping import LIMIT, KeptFile
from mlroles.people.kept import FILE
from mlroles.people.models import Profile
from mlroles.text import counted, quoted

ADVICE = "“mlroles profile --export FILE” writes one; a resume.json or a CV is read with --from."


class ProfileStore(KeptFile[Profile]):
    """The profile in a state folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Take the folder; it is made when something is kept."""
        super().__init__(folder, FILE, Profile, "Your profile", "levels of your profile")

    def forget(self) -> Profile:
        """Delete the profile and return it; raises MlrolesError where that fails."""
        return self.delete()


def load_profile(tell: Callable[[str], None] = lambda _: None) -> Profile:
    """Return the profile that is kept, empty where none is; ``tell`` takes each mishap."""
    from mlroles.quiz.private import state_folder

    store = ProfileStore(state_folder())
    profile = store.load()
    for warning in store.warnings:
        tell(warning)
    return profile


def parse_profile(data: bytes | None, name: str) -> Profile:
    """Return the profile that was exported to a file of that name; None stands for one too large.

    Raises MlrolesError, with every problem in it, where it is none.
    """
    called = quoted(name)
    if data is None or len(data) > LIMIT:
        raise MlrolesError(f"{called} has more than {LIMIT:,} bytes.", ADVICE)
    try:
        return parse(data, Path(name), Profile)
    except DataError as error:
        found = counted(error.count, "problem")
        raise MlrolesError(
            f"{called} is no profile that can be read: {found}.",
            ADVICE,
            error.problems,
            error.count,
        ) from None
