"""Makes ``evidence.json`` from raw files: ``python -m builders.evidence --help``."""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from builders.evidence import adverts, kaggle, official, stackoverflow
from builders.evidence.counting import Json
from builders.evidence.editorial import faults, mark
from builders.evidence.write import pretty
from mlroles.evidence.models import EvidenceFile, Measure

EDITORIAL = Path(__file__).with_name("editorial.json")

INPUTS = {
    "kaggle": "the zip file of the 2021 Kaggle survey",
    "stack-overflow-2024": "the slice of the 2024 Stack Overflow survey (CSV)",
    "stack-overflow-2025": "the slice of the 2025 Stack Overflow survey (CSV)",
    "adverts": "the table of adverts (gzipped CSV)",
    "skill-demand": "the counts of skills in adverts (JSON)",
    "oews-national": "wages by occupation (CSV)",
    "oews-industries": "wages by occupation and industry (CSV)",
    "projections": "the employment projections (CSV)",
    "onet-titles": "O*NET's titles and how many codes list them (CSV)",
    "onet-tasks": "O*NET's task statements (CSV)",
    "uk-framework": "the UK framework's roles and skill levels (CSV)",
    "salaries": "the rows of advertised pay (gzipped CSV)",
}


def build(paths: Mapping[str, Path], editorial: Mapping[str, Any]) -> Json:
    """Return the file's content; ValueError where the written part contradicts the counts."""
    counted = [
        *kaggle.measures(paths["kaggle"]),
        *stackoverflow.measures_2024(paths["stack-overflow-2024"]),
        *stackoverflow.measures_2025(paths["stack-overflow-2025"]),
        *adverts.term_measures(paths["adverts"]),
        *adverts.skill_measures(paths["skill-demand"]),
    ]
    numbers = [
        *official.wages(paths["oews-national"], paths["oews-industries"]),
        *official.projections(paths["projections"]),
        *official.onet(paths["onet-titles"], paths["onet-tasks"]),
        official.framework(paths["uk-framework"]),
        official.advertised(paths["salaries"]),
        stackoverflow.pay_2025(paths["stack-overflow-2025"]),
    ]
    for each in counted:
        if named := editorial["aspects"].get(each["id"]):
            each["aspects"] = named
    written = [*editorial["findings"], *editorial["disputes"]]
    cited = {measure for each in written for measure in each.get("measures", ())}
    kept = [each for each in counted if each["cells"] and (each["id"] in cited or "skill" in each)]
    measures = {str(each["id"]): Measure.model_validate_json(json.dumps(each)) for each in kept}
    if wrong := [fault for each in written for fault in faults(each, measures)]:
        raise ValueError("\n".join(wrong))
    return {
        "schema_version": 1,
        "title": editorial["title"],
        "method": editorial["method"],
        "rules": editorial["rules"],
        "datasets": [_dataset(each, paths) for each in editorial["datasets"]],
        "groups": editorial["groups"],
        "measures": kept,
        "quantities": [each for each in numbers if each["id"] in cited],
        "findings": [_finding(each, measures) for each in editorial["findings"]],
        "disputes": [_without(each, "given") for each in editorial["disputes"]],
    }


def _dataset(written: Mapping[str, Any], paths: Mapping[str, Path]) -> Json:
    path = paths[written["input"]]
    found = _without(written, "input")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {**found, "file": path.name, "sha256": digest}


def _finding(written: Mapping[str, Any], measures: Mapping[str, Measure]) -> Json:
    found = _without(written, "given")
    return {**found, "mark": mark(written, measures)} if "mark" in written else found


def _without(written: Mapping[str, Any], key: str) -> Json:
    return {name: value for name, value in written.items() if name != key}


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, write the file, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m builders.evidence", description=__doc__)
    for name, holds in INPUTS.items():
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="FILE", help=holds)
    parser.add_argument("--editorial", type=Path, default=EDITORIAL, metavar="FILE")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE")
    given = parser.parse_args(arguments)
    paths = {name: getattr(given, name.replace("-", "_")) for name in INPUTS}
    try:
        found = build(paths, json.loads(given.editorial.read_text(encoding="utf-8")))
    except ValueError as error:
        sys.stderr.write(f"The written part contradicts the counts:\n{error}\n")
        return 1
    text = pretty(found) + "\n"
    EvidenceFile.model_validate_json(text)
    given.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
