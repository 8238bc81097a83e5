"""``python -m builders.pay FILE [--check]``: a salary file comes in, ``data/pay.json`` goes out.

FILE is a CSV of aijobs.net, perhaps compressed. What people write in the pay file (the mapping of
titles with its reasons, levels, countries, words about the data) is kept; what can be counted
(from ``main`` on) is written anew. The same FILE and written half give the same bytes, and a
report says where every row went. Needs Polars: ``pip install -e '.[build]'``.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from builders.pay.document import COUNTED, build, dump
from builders.pay.rows import read_rows

PAY = Path(__file__).parents[2] / "data" / "pay.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file, or with ``--check`` say whether it is up to date; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m builders.pay", description="Summarise adverts' pay."
    )
    parser.add_argument("file", type=Path, help="the salary file, a CSV, perhaps compressed")
    parser.add_argument("--pay", type=Path, default=PAY, help="the pay file to write anew")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    before = given.pay.read_bytes()
    written = {key: each for key, each in json.loads(before).items() if key not in COUNTED}
    document, told = build(read_rows(given.file), written)
    print(told)
    after = dump(document)
    if given.check:
        print("up to date" if after == before else f"{given.pay} is not up to date")
        return int(after != before)
    given.pay.write_bytes(after)
    print(f"wrote {given.pay}: {len(after):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
