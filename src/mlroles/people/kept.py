"""Whether a profile is kept, asked without what reads one: most people keep none."""

import os
from typing import Final

FILE: Final = "profile.json"
"""The name in the state folder of the file with the profile."""


def may_be_kept() -> bool:
    """Say whether there is a profile, or something that keeps it from being seen."""
    from mlroles.quiz.private import state_folder

    folder = state_folder()
    if folder is None:
        return False
    try:
        os.stat(folder / FILE)  # noqa: PTH116 - whatever else goes wrong is told on loading
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True
