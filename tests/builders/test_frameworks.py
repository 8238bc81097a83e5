"""What the builder of frameworks reads out of small tables."""

import csv
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from builders import frameworks as builder
from mlroles.frameworks.check import frameworks_problems
from mlroles.frameworks.models import FrameworksFile
from mlroles.locations import data_directory
from mlroles.roles.catalogue import Catalogue

LEVELS: list[dict[str, Any]] = [
    {"id": "trainee", "aliases": ["apprentice"]},
    {"id": "mid"},
    {"id": "lead", "aliases": []},
    {"id": "head"},
]


def uk_row(level: str, skill: str, step: str, *can: str, role: str = "Baker") -> dict[str, str]:
    """Return a row of the UK framework's table."""
    return {
        "Role Family": "Data",
        "Role": role,
        "Role Level": level,
        "Role Level Description": f"{level} bakes.\n\nAt this role level, you will:\n- rise\n- eat",
        "Skill Name": skill,
        "Skill Description": "MISSING" if skill == "Tasting" else f"{skill} is good.",
        "Skill Level": step,
        "Skill Level Description": "\n".join(["You can:", *(f"- {each}" for each in can)]),
    }


ROWS = [
    uk_row("Head of baking", "Kneading (dough)", "Expert", "teach"),
    uk_row("Apprentice baker", "Tasting", "Awareness", "sip"),
    uk_row("Apprentice baker", "Kneading (dough)", "Awareness", "touch"),
    uk_row("Baker", "Kneading (dough)", "Expert", "teach"),
    uk_row("Baker", "Tasting", "Expert"),
]


def test_rungs_ascend_and_hold_their_skills() -> None:
    """Rungs stand from the lowest to the highest, with duties and skills by id."""
    (role,) = builder.uk_rungs(ROWS, LEVELS).items()
    assert role[0] == "Baker"
    assert [(rung["id"], rung["level"]) for rung in role[1]] == [
        ("apprentice-baker", "trainee"),
        ("baker", "mid"),
        ("head-of-baking", "head"),
    ]
    lowest = role[1][0]
    assert (lowest["text"], lowest["duties"]) == ("Apprentice baker bakes.", ["rise", "eat"])
    assert lowest["skills"] == [
        {"skill": "kneading-dough", "step": "awareness"},
        {"skill": "tasting", "step": "awareness"},
    ]


def test_skills_hold_what_one_can_do() -> None:
    """Skills stand by title with their steps in order; an untold description is left out."""
    assert builder.uk_skills(ROWS, ["awareness", "working", "expert"]) == [
        {
            "id": "kneading-dough",
            "title": "Kneading (dough)",
            "text": "Kneading (dough) is good.",
            "steps": [
                {"step": "awareness", "can": ["touch"]},
                {"step": "expert", "can": ["teach"]},
            ],
        },
        {"id": "tasting", "title": "Tasting", "steps": [{"step": "awareness", "can": ["sip"]}]},
    ]


def test_a_skill_without_steps() -> None:
    """A skill of which no step is described has none."""
    (skill,) = builder.uk_skills([uk_row("Baker", "Tasting", "Expert")], ["expert"])
    assert skill["steps"] == []


def test_facts() -> None:
    """Facts of each framework stand by code or title, with thousands set apart."""
    code = "O*NET-SOC Code"
    onet = builder.onet_facts(
        [{code: "51-1.00", "Job Zone": "2"}],
        [{code: "51-1.00"}, {code: "51-1.00"}, {code: "41-1.00"}],
        [],
    )
    assert onet == {
        "51-1.00": [
            {"label": "Job zone, 1 to 5", "value": "2"},
            {"label": "Job titles listed", "value": "2"},
            {"label": "Tasks listed", "value": "0"},
        ]
    }
    assert builder.people(["Baker"] * 1200) == {"Baker": [{"label": "People", "value": "1,200"}]}
    assert builder.bls_facts([{"soc": "513011", "employment": "37200"}]) == {
        "51-3011": [{"label": "Employees", "value": "37,200"}]
    }


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("baker\nbakers\nkneader\nkneader\nkneaders", "kneader"),
        ("\n".join("abcdefgh"), "a, b, c, d, e, f and 2 more"),
        ("", None),
    ],
)
def test_other_names(names: str, said: str | None) -> None:
    """Other names stand once each and without the title; of many the first few, and how many."""
    row = {"CODE": "7", "PREFERREDLABEL": "baker", "ALTLABELS": names, "ORIGINURI": "uri:7"}
    facts = [(fact["label"], fact["value"]) for fact in builder.esco_facts([row])["7"]]
    assert facts == ([("Also called", said)] if said else [])
    assert builder.esco_uris([row]) == {"7": "uri:7"}


def written() -> dict[str, Any]:
    """Return what people wrote of two frameworks, with figures of an earlier build."""
    return {
        "schema_version": 1,
        "levels": LEVELS,
        "frameworks": [
            {
                "id": "uk",
                "steps": [{"id": "awareness"}, {"id": "expert"}],
                "boxes": [{"id": "b", "code": None, "title": "Baker", "rungs": ["old"]}],
                "skills": ["old"],
            },
            {
                "id": "kaggle",
                "steps": [],
                "boxes": [{"id": "b", "code": None, "title": "Baker", "facts": ["old"]}],
            },
        ],
    }


def test_build_keeps_what_people_wrote() -> None:
    """What people wrote is kept, what was counted is made anew; other families are left out."""
    others = [{**uk_row("Brewer", "Tasting", "Expert", "drink"), "Role Family": "Beer"}]
    read = {
        "uk": builder.Read(rungs=[*ROWS, *others]),
        "kaggle": builder.Read(builder.people(["Baker"]), {"Baker": "uri:7"}),
    }
    document = builder.build(written(), read)
    uk, kaggle = document["frameworks"]
    assert [rung["id"] for rung in uk["boxes"][0]["rungs"]] == [
        "apprentice-baker",
        "baker",
        "head-of-baking",
    ]
    assert [skill["id"] for skill in uk["skills"]] == ["kneading-dough", "tasting"]
    assert "facts" not in uk["boxes"][0]
    assert kaggle["boxes"][0]["facts"] == [{"label": "People", "value": "1"}]
    assert kaggle["boxes"][0]["uri"] == "uri:7"
    assert "skills" not in kaggle
    assert builder.build(document, read) == document


def write_table(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """Write a CSV file and return its path."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_main(tmp_path: Path) -> None:
    """The command writes the file, and then finds it up to date until an input changes."""
    code = "O*NET-SOC Code"
    for name in ("job-zones", "alternate-titles", "task-statements"):
        write_table(tmp_path / f"30.1-{name}.csv", [{code: "1", "Job Zone": "2"}])
    esco = [{"CODE": "7", "PREFERREDLABEL": "a", "ALTLABELS": "b", "ORIGINURI": "c"}]
    edison = [{"profile": "D1", **dict.fromkeys(builder.EDISON_GROUPS, "3")}]
    with zipfile.ZipFile(tmp_path / "kaggle.zip", "w") as archive:
        archive.writestr("answers.csv", "Q1,Q5\nAge,Title\n30,Baker\n")
        archive.writestr("read.me", "Hello.")
    file = tmp_path / "frameworks.json"
    file.write_text(json.dumps(written()), encoding="utf-8")
    arguments = [
        *("--uk", str(write_table(tmp_path / "uk.csv", ROWS))),
        *("--onet", str(tmp_path)),
        *("--esco", str(write_table(tmp_path / "esco.csv", esco))),
        *("--edison", str(write_table(tmp_path / "edison.csv", edison))),
        *("--kaggle", str(tmp_path / "kaggle.zip")),
        *("--stack-overflow", str(write_table(tmp_path / "so.csv", [{"PrimaryRole": "Baker"}]))),
        *("--bls", str(write_table(tmp_path / "b.csv", [{"soc": "513011", "employment": "1"}]))),
        *("--file", str(file)),
    ]
    assert builder.main([*arguments, "--check"]) == 1
    assert builder.main(arguments) == 0
    assert builder.main([*arguments, "--check"]) == 0
    write_table(tmp_path / "uk.csv", ROWS[1:])
    assert builder.main([*arguments, "--check"]) == 1


def test_the_shipped_file_holds_together(shipped: Catalogue) -> None:
    """The shipped file has no problem of its own, and each of its skills' steps is described."""
    data = (data_directory() / "frameworks.json").read_bytes()
    file = FrameworksFile.model_validate_json(data)
    problems = frameworks_problems(file, shipped)
    assert [each for each in problems if not each.path.endswith(".source")] == []
    named = {
        (each.skill, each.step)
        for framework in file.frameworks
        for box in framework.boxes
        for rung in box.rungs
        for each in rung.skills
    }
    described = {
        (skill.id, step.step)
        for framework in file.frameworks
        for skill in framework.skills
        for step in skill.steps
    }
    assert named <= described
    assert len(data) < 400_000
