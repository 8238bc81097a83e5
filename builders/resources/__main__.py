"""Opens each address of ``data/resources.json``, and writes the day and the answer beside it.

    python -m builders.resources --check

People choose and describe the resources: that is kept as it is. Where no address can be reached
at all there is no network, and nothing is written: what was never opened goes on saying so. Exits
1 then, and where an answer is no success; those are listed, for somebody to look at.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from mlroles.datafile.files import write_atomic
from mlroles.datafile.format import formatted
from mlroles.datafile.read import read_file
from mlroles.plan.models import Resource, ResourcesFile

FILE = Path(__file__).parents[2] / "data" / "resources.json"
AT_ONCE = 8
"""Addresses that are opened at the same time."""

PATIENCE = 20.0
"""Seconds to wait for one."""

UNREACHABLE = "not reached"
"""Begins the answer where nobody answered."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the addresses, or say what is never opened; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m builders.resources", description=__doc__)
    parser.add_argument("--check", action="store_true", help="open each address, and date it")
    parser.add_argument("--file", type=Path, default=FILE, help="the file")
    given = parser.parse_args(arguments)
    file = read_file(given.file, ResourcesFile)
    if not given.check:
        never = sum(each.opened is None for each in file.resources)
        print(f"{len(file.resources)} resources, {never} never opened")
        return 0
    today = dt.datetime.now(tz=dt.UTC).date()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = tuple(pool.map(opened, (each.url for each in file.resources)))
    if all(answer.startswith(UNREACHABLE) for answer in answers):
        print("No address was reached: there is no network. Nothing is written.")
        return 1
    checked = tuple(
        each.model_copy(update={"opened": today, "answer": answer})
        for each, answer in zip(file.resources, answers, strict=True)
    )
    document = file.model_copy(update={"resources": checked})
    text = formatted(document.model_dump(mode="json", exclude_none=True))
    write_atomic(given.file, text.encode())
    return told(checked)


def opened(url: str) -> str:
    """Return what comes where an address is opened: a number of HTTP, or why nothing did."""
    asked = Request(url, headers={"User-Agent": "mlroles link check"})  # noqa: S310 - http alone
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - the model allows http alone
            return str(answer.status)
    except HTTPError as error:
        return str(error.code)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return f"{UNREACHABLE}: {type(reason).__name__}"


def told(checked: Sequence[Resource]) -> int:
    """Say which answers are no success; return the exit code."""
    wrong = [each for each in checked if not (each.answer or "").startswith("2")]
    for each in wrong:
        print(f"{each.id}: {each.answer}: {each.url}")
    print(f"{len(checked) - len(wrong)} of {len(checked)} answered with success")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
