"""``python -m builders.adverts ADVERTS.csv.gz``: adverts come in, points and a page go out.

It sets the points anew, measures them on each source without it, and writes ``data/adverts.json``
and ``docs/adverts.md``. With ``--check`` nothing is measured or written: it says whether the file
is up to date.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from builders.adverts.evaluate import held_out
from builders.adverts.file import document
from builders.adverts.model import calibrate
from builders.adverts.page import page
from builders.adverts.reading import read_adverts
from builders.writing import deliver

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file and the page, or say whether the file is up to date; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m builders.adverts", description=__doc__)
    parser.add_argument("adverts", type=Path, help="the table of adverts, compressed")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to write into")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    data = given.root / "data"
    roles = json.loads((data / "roles.json").read_bytes())
    core = tuple(roles["core"])
    adverts = read_adverts(given.adverts, data / "mentions.json", core)
    card = calibrate(adverts, np.arange(len(adverts.role)))
    file = document(adverts, card)
    if given.check:
        return deliver(data / "adverts.json", file, check=True)
    deliver(data / "adverts.json", file, check=False)
    skills = {
        each["id"]: frozenset(skill["skill"] for skill in each["skills"])
        for each in roles["roles"]
        if each["id"] in core
    }
    found = held_out(adverts, skills)
    text = page(adverts, card, found)
    (given.root / "docs" / "adverts.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
