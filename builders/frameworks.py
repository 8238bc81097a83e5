"""Adds to ``data/frameworks.json`` what can be read from the frameworks' own files.

    python -m builders.frameworks --uk roles.csv --onet FOLDER --esco occupations.csv \
        --edison profiles.csv --kaggle survey.zip --stack-overflow roles.csv --bls national.csv

People write which boxes there are, what they hold and which roles they cover: that is kept. From
the files come the UK framework's rungs, skills and "you can" lines (quoted), and the facts that
stand beside the boxes. With ``--check`` nothing is written: it says whether the file is up to
date.
"""

import argparse
import csv
import io
import json
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builders.writing import deliver

FILE = Path(__file__).parents[1] / "data" / "frameworks.json"

Json = dict[str, Any]
Row = Mapping[str, str]
Facts = list[Json]
FactsByBox = Mapping[str, Facts]
"""Facts by what a box is known as: its code, or its title where there are no codes."""

FAMILY = "Data"
"""The UK framework's family of roles whose rungs are shipped."""

UNTOLD = "MISSING"
"""What stands in the UK framework's table where a skill has no description."""

MID = "mid"
"""The level of a job title with no word before it."""

BUILT = frozenset({"uri", "facts", "rungs"})
"""The keys of a box that are built; all others are written by people."""

MOST_NAMES = 6
"""How many other names of an occupation are quoted."""

EDISON_GROUPS = {
    "data_analytics": "Data analytics, 0 to 5",
    "data_management": "Data management, 0 to 5",
    "data_science_engineering": "Data science engineering, 0 to 5",
    "research_methods_and_project_management": "Research methods and projects, 0 to 5",
    "domain": "Knowledge of the field, 0 to 5",
}
"""The columns of the profiles' table, and the labels that we give them."""


def slug(text: str) -> str:
    """Return ``text`` as an id."""
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))


def listed(text: str) -> list[str]:
    """Return the lines of ``text`` that begin with a hyphen, without it."""
    return [line[1:].strip() for line in text.splitlines() if line.startswith("-")]


def level_of(title: str, levels: Sequence[Json]) -> str:
    """Return the level that the first word of a job title names, by id or alias; else mid."""
    first = title.split(maxsplit=1)[0].casefold()
    for level in levels:
        if first in {level["id"], *level.get("aliases", ())}:
            return str(level["id"])
    return MID


# The UK framework ----------------------------------------------------------------------------


def uk_rungs(rows: Iterable[Row], levels: Sequence[Json]) -> dict[str, list[Json]]:
    """Return the rungs of each role by its title, each role's from the lowest to the highest.

    ``rows`` are those of the framework's own table: one for each role, level and skill.
    """
    rungs: dict[tuple[str, str], Json] = {}
    for row in rows:
        title = row["Role Level"].strip()
        rung = rungs.setdefault(
            (row["Role"], title),
            {
                "id": slug(title),
                "title": title,
                "level": level_of(title, levels),
                "text": row["Role Level Description"].split("\n\n")[0].strip(),
                "duties": listed(row["Role Level Description"]),
                "skills": {},
            },
        )
        rung["skills"][slug(row["Skill Name"])] = slug(row["Skill Level"])
    order = [level["id"] for level in levels]
    roles: dict[str, list[Json]] = {}
    for (role, _), rung in rungs.items():
        skills = [{"skill": skill, "step": step} for skill, step in sorted(rung["skills"].items())]
        roles.setdefault(role, []).append({**rung, "skills": skills})
    return {
        role: sorted(own, key=lambda rung: order.index(rung["level"]))
        for role, own in roles.items()
    }


def uk_skills(rows: Iterable[Row], steps: Sequence[str]) -> list[Json]:
    """Return the skills that ``rows`` name, by title, with what one can do at each of ``steps``."""
    skills: dict[str, Json] = {}
    for row in rows:
        title = row["Skill Name"].strip()
        text = row["Skill Description"].strip()
        skill = skills.setdefault(slug(title), {"id": slug(title), "title": title})
        if text not in {"", UNTOLD}:
            skill.setdefault("text", text)
        can = listed(row["Skill Level Description"])
        if can:
            skill.setdefault("steps", {}).setdefault(slug(row["Skill Level"]), can)
    return [
        {
            **skill,
            "steps": [
                {"step": step, "can": skill["steps"][step]}
                for step in steps
                if step in skill.get("steps", {})
            ],
        }
        for _, skill in sorted(skills.items())
    ]


# Facts beside boxes --------------------------------------------------------------------------


def fact(label: str, value: object) -> Json:
    """Return a fact; a whole number is written with its thousands set apart."""
    return {"label": label, "value": f"{value:,}" if isinstance(value, int) else str(value)}


def onet_facts(
    zones: Iterable[Row], titles: Iterable[Row], tasks: Iterable[Row]
) -> dict[str, Facts]:
    """Return of each occupation its job zone, and how many titles and tasks are listed."""
    code = "O*NET-SOC Code"
    counts = {
        "Job titles listed": Counter(row[code] for row in titles),
        "Tasks listed": Counter(row[code] for row in tasks),
    }
    return {
        row[code]: [
            fact("Job zone, 1 to 5", row["Job Zone"]),
            *(fact(label, count[row[code]]) for label, count in counts.items()),
        ]
        for row in zones
    }


def esco_facts(rows: Iterable[Row]) -> dict[str, Facts]:
    """Return the other names of each occupation that has any, the first few of them.

    Plurals are left out: they stand there for searching.
    """
    facts: dict[str, Facts] = {}
    for row in rows:
        given = dict.fromkeys(name for name in row["ALTLABELS"].splitlines() if name)
        title = row["PREFERREDLABEL"]
        names = [name for name in given if name != title and name[:-1] not in {title, *given}]
        said = ", ".join(names[:MOST_NAMES])
        if len(names) > MOST_NAMES:
            said += f" and {len(names) - MOST_NAMES} more"
        facts[row["CODE"]] = [fact("Also called", said)] if said else []
    return facts


def esco_uris(rows: Iterable[Row]) -> dict[str, str]:
    """Return the URI of each occupation by its code."""
    return {row["CODE"]: row["ORIGINURI"] for row in rows}


def edison_facts(rows: Iterable[Row]) -> dict[str, Facts]:
    """Return of each profile how much it needs of each group of competences."""
    return {
        row["profile"]: [fact(label, row[column]) for column, label in EDISON_GROUPS.items()]
        for row in rows
    }


def people(titles: Iterable[str]) -> dict[str, Facts]:
    """Return how many people gave each title."""
    return {title: [fact("People", count)] for title, count in Counter(titles).items()}


def bls_facts(rows: Iterable[Row]) -> dict[str, Facts]:
    """Return how many employees each occupation code counts."""
    return {
        f"{row['soc'][:2]}-{row['soc'][2:]}": [fact("Employees", int(row["employment"]))]
        for row in rows
    }


# The file ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    """What was read of one framework: facts and addresses by box, rows with its rungs."""

    facts: FactsByBox = field(default_factory=dict)
    uris: Mapping[str, str] = field(default_factory=dict)
    rungs: Sequence[Row] = ()


def build(written: Json, read: Mapping[str, Read]) -> Json:
    """Return the whole file: what people wrote, with what was read of frameworks added anew.

    ``read`` holds it by the framework's id.
    """
    nothing = Read()
    return {
        **written,
        "frameworks": [
            _framework(each, read.get(each["id"], nothing), written["levels"])
            for each in written["frameworks"]
        ],
    }


def _framework(framework: Json, read: Read, levels: Sequence[Json]) -> Json:
    titles = {box["title"] for box in framework["boxes"]}
    rows = [row for row in read.rungs if row["Role"] in titles and row["Role Family"] == FAMILY]
    rungs = uk_rungs(rows, levels)
    boxes = []
    for box in framework["boxes"]:
        name = box["code"] or box["title"]
        kept = {key: value for key, value in box.items() if key not in BUILT}
        added = {
            "uri": read.uris.get(name),
            "facts": read.facts.get(name),
            "rungs": rungs.get(box["title"]),
        }
        boxes.append({**kept, **{key: value for key, value in added.items() if value}})
    kept = {key: value for key, value in framework.items() if key != "skills"}
    steps = [step["id"] for step in framework["steps"]]
    skills = uk_skills(rows, steps)
    return {**kept, "boxes": boxes, **({"skills": skills} if skills else {})}


# Reading -------------------------------------------------------------------------------------


def table(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def kaggle_titles(path: Path) -> list[str]:
    """Return the titles that people gave in the survey, an archive with one table in it."""
    with zipfile.ZipFile(path) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".csv"))
        with archive.open(name) as stream:
            rows = csv.reader(io.TextIOWrapper(stream, encoding="utf-8"))
            place = next(rows).index("Q5")
            next(rows)  # the questions in words
            return [row[place] for row in rows]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file, or with ``--check`` say whether it is up to date; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--uk", type=Path, required=True, help="the UK framework's table, a CSV")
    parser.add_argument("--onet", type=Path, required=True, help="a folder of O*NET tables, CSV")
    parser.add_argument("--esco", type=Path, required=True, help="ESCO's occupations, a CSV")
    parser.add_argument("--edison", type=Path, required=True, help="EDISON's profiles, a CSV")
    parser.add_argument("--kaggle", type=Path, required=True, help="the Kaggle survey's archive")
    parser.add_argument("--stack-overflow", type=Path, required=True, help="people's roles, a CSV")
    parser.add_argument("--bls", type=Path, required=True, help="national wages, a CSV")
    parser.add_argument("--file", type=Path, default=FILE, help="the file to write anew")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    onet = [
        table(given.onet / f"30.1-{name}.csv")
        for name in ("job-zones", "alternate-titles", "task-statements")
    ]
    esco = table(given.esco)
    read = {
        "uk": Read(rungs=table(given.uk)),
        "onet": Read(onet_facts(*onet)),
        "esco": Read(esco_facts(esco), esco_uris(esco)),
        "edison": Read(edison_facts(table(given.edison))),
        "kaggle": Read(people(kaggle_titles(given.kaggle))),
        "stack-overflow": Read(people(row["PrimaryRole"] for row in table(given.stack_overflow))),
        "bls": Read(bls_facts(table(given.bls))),
    }
    written = json.loads(given.file.read_bytes())
    return deliver(given.file, build(written, read), check=given.check)


if __name__ == "__main__":
    sys.exit(main())
