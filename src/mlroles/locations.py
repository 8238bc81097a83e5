"""Where the data lie."""

from pathlib import Path

from mlroles.errors import DataError


def data_directory() -> Path:
    """Return the folder of the catalogue that mlroles ships.

    In an installed package it lies inside the package; an editable install reads the
    checkout's own ``data/``. Raises DataError where neither is there.
    """
    package = Path(__file__).parent
    places = (package / "data", package.parents[1] / "data")
    for place in places:
        if (place / "roles.json").is_file():
            return place
    raise DataError(
        f"The catalogue is in neither {places[0]} nor {places[1]}.",
        "Install mlroles again, or name a catalogue with --data DIR.",
    )
