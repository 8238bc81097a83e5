"""The profile of the person whose machine it is, in their state folder."""

from collections.abc import Callable
from pathlib import Path

from mlroles.people.keeping import KeptFile
from mlroles.people.models import Profile

FILE = "profile.json"
"""The file's name in the state folder."""


class ProfileStore(KeptFile[Profile]):
    """The profile in a state folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Take the folder; it is made when something is kept."""
        super().__init__(folder, FILE, Profile, "Your profile", "levels of your profile")


def load_profile(tell: Callable[[str], None] = lambda _: None) -> Profile:
    """Return the profile that is kept, empty where none is; ``tell`` takes each mishap."""
    from mlroles.quiz.private import state_folder

    store = ProfileStore(state_folder())
    profile = store.load()
    for warning in store.warnings:
        tell(warning)
    return profile
