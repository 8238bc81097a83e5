"""A short run of ``benchmarks/fuzz.py``."""

import importlib.util
from collections import Counter
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"


def test_spoilt_files_are_loaded_or_refused() -> None:
    """Whatever is done to a file, it is read or refused with an error of our own."""
    spec = importlib.util.spec_from_file_location("fuzz", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    fuzzer = module.Fuzzer()
    counts = Counter(outcome for _, outcome in (fuzzer.round(f"suite-{n}") for n in range(300)))
    assert set(counts) == {"loaded", "refused"}
