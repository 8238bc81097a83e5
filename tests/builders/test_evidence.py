"""The builder of the evidence, on small inputs that are made here."""

import csv
import gzip
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from builders.evidence import adverts, kaggle, kaggle_people, official, stackoverflow
from builders.evidence.__main__ import INPUTS, build, main
from builders.evidence.editorial import faults, mark, shares, stated
from builders.evidence.write import pretty
from mlroles.evidence.models import EvidenceFile, Measure

Rows = Iterable[Mapping[str, object]]


def table(rows: Rows) -> str:
    """Return rows as CSV; a column that a row lacks is empty."""
    import io

    listed = list(rows)
    names = list(dict.fromkeys(key for row in listed for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue()


BOXES = {"Q7": 12, "Q9": 12, "Q14": 11, "Q16": 17, "Q17": 11, "Q18": 6, "Q19": 5, "Q24": 7}
PAID = {"Q27_A": 11, "Q31_A": 9, "Q32_A": 20, "Q34_A": 16, "Q38_A": 11}


def person(title: str, **answers: str) -> dict[str, str]:
    """Return somebody's answers: nothing but a title, a country and what is given."""
    blank = {f"Q{number}": "" for number in (1, 3, 4, 5, 6, 15, 20, 21, 22, 23, 26)}
    for question, count in {**BOXES, **PAID, "Q42": 11}.items():
        blank |= {f"{question}_Part_{part}": "" for part in range(1, count + 1)}
        blank[f"{question}_OTHER"] = ""
    return {**blank, "Q5": title, "Q3": "India", **answers}


PEOPLE = [
    person("Data Scientist", Q7_Part_1="Python", Q26="$0 ($USD)", Q24_Part_4="service"),
    person("Data Scientist", Q7_Part_12="None", Q24_Part_1="decisions", Q27_A_Part_1="AWS"),
    person("Machine Learning Engineer", Q6="I have never written code", Q23=kaggle_people.LIVE[0]),
    person(
        "Research Scientist",
        Q24_Part_6="research",
        Q20="Computers/Technology",
        Q21="10,000 or more employees",
        Q23="No (we do not use ML methods)",
        Q19_Part_1="Word embeddings",
        Q17_Part_10="Transformer Networks",
    ),
    person("Student", Q7_Part_1="Python"),
]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Return the zip file of a survey of five people, one without a title that counts."""
    path = tmp_path / "survey.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("answers.csv", table(PEOPLE))
    return path


def cells(measures: list[dict[str, object]], name: str) -> dict[str, tuple[int, int]]:
    """Return count and base by group of one measure."""
    found: Any = next(each for each in measures if each["id"] == name)
    return {cell["group"]: (cell["count"], cell["base"]) for cell in found["cells"]}


def test_who_was_not_shown_a_question_counts_as_using_none(survey: Path) -> None:
    """Who never wrote code uses no language, who spent nothing no cloud; others have no base."""
    found = kaggle.measures(survey)
    assert cells(found, "uses-python")["data-scientist"] == (1, 2)
    assert cells(found, "uses-python")["ml-engineer"] == (0, 1)
    assert "ml-researcher" not in cells(found, "uses-python")
    assert cells(found, "uses-cloud")["data-scientist"] == (1, 2)
    assert cells(found, "cvnlp")["ml-researcher"] == (1, 1)


def test_parts_of_a_title_are_counted_on_their_own(survey: Path) -> None:
    """Research scientists who advance ML, and those outside academia, are groups of their own."""
    found = cells(kaggle.measures(survey), "emp-bigtech")
    assert found["researchers-advancing-ml-outside-academia"] == (1, 1)
    assert "data-scientist" not in found


def test_na_is_no_answer(tmp_path: Path) -> None:
    """An answer of NA is in no base, and one tool of several is found among them."""
    base = dict.fromkeys(
        (f"{each}HaveWorkedWith" for each in ("Database", "Platform", "Webframe", "MiscTech",
                                              "ToolsTech", "NEWCollabTools", "Language")), "NA"
    )  # fmt: skip
    rows = [
        {**base, "DevType": "Data engineer", "ToolsTechHaveWorkedWith": "Docker;Pip"},
        {**base, "DevType": "Data engineer", "ToolsTechHaveWorkedWith": "Pip"},
        {**base, "DevType": "Data engineer"},
        {**base, "DevType": "Cook", "ToolsTechHaveWorkedWith": "Docker"},
    ]
    path = tmp_path / "before.csv"
    path.write_text(table(rows), encoding="utf-8")
    assert cells(stackoverflow.measures_2024(path), "so24-docker") == {"data-engineer": (1, 2)}


LATER = [
    {"PrimaryRole": role, "languages": "Python; R", "EdLevel": stackoverflow.DOCTOR,
     "YearsCode": "10.0", "Country": "United States of America", "salary": salary}
    for role, salary in (("Data scientist", "100000"), ("Data scientist", "200000"))
]  # fmt: skip


def test_pay_is_the_median_of_those_in_the_united_states(tmp_path: Path) -> None:
    """Stated pay is a median by title, with how many stated it; languages are counted too."""
    path = tmp_path / "later.csv"
    path.write_text(table(LATER), encoding="utf-8")
    assert stackoverflow.pay_2025(path)["values"] == [
        {"of": "Data scientist (2 people)", "value": 150000.0}
    ]
    assert cells(stackoverflow.measures_2025(path), "so25-pyr")["data-scientist"] == (2, 2)


def test_adverts_are_counted_by_term_and_role(tmp_path: Path) -> None:
    """A term counts once an advert, in any case; R counts only as a capital by itself."""
    path = tmp_path / "adverts.csv.gz"
    rows = [
        {"role": "data-scientist", "year": "2024", "description": "Docker and DOCKER, R"},
        {"role": "data-scientist", "year": "2020", "description": "r&d"},
        {"role": "none:other", "year": "2024", "description": "docker"},
    ]
    path.write_bytes(gzip.compress(table(rows).encode()))
    found = adverts.term_measures(path)
    assert cells(found, "ads-docker") == {"data-scientist": (1, 2)}
    assert cells(found, "ads-pyr") == {"data-scientist": (1, 2)}


def demand(skill: str, years: str, k: int, n: int) -> dict[str, object]:
    """Return one row of the table of skills."""
    row = {"skill": skill, "title": skill, "in_catalogue": False, "role": "ml-engineer"}
    return {**row, "years": years, "k": k, "n": n}


def test_late_years_are_added_up_and_others_stand_beside(tmp_path: Path) -> None:
    """The bands from 2022 on make one count; each with thirty adverts is a reading too."""
    rows = [
        demand("sql", "2022-2023", 1, 10),
        demand("sql", "2024-2026", 10, 40),
        demand("sql", "2020-2021", 9, 29),
        demand("juggling", "2024-2026", 1, 40),
    ]
    path = tmp_path / "demand.json"
    path.write_text(json.dumps({"rows": rows}), encoding="utf-8")
    (found,) = adverts.skill_measures(path)
    assert found["cells"] == [{"group": "ml-engineer", "count": 11, "base": 50}]
    assert [each["title"] for each in found["readings"]] == [  # type: ignore[attr-defined]
        "in adverts of 2024 to 2026"
    ]


MEASURE = Measure.model_validate_json(
    json.dumps(
        {
            "id": "m",
            "dataset": "adverts-x",
            "title": "t",
            "question": "q",
            "columns": ["c"],
            "cells": [
                {"group": "a", "count": 80, "base": 100},
                {"group": "b", "count": 20, "base": 100},
            ],
            "readings": [
                {"title": "in later years", "cells": [{"group": "a", "count": 7, "base": 10}]}
            ],
        }
    )
)


def test_every_share_in_a_sentence_must_be_counted() -> None:
    """A share that no measure of the sentence has is a fault, and so is a verdict ruled out."""
    assert stated("80 and 20 % of 100; 7 against 3 %") == {80, 20, 7, 3}
    assert shares(MEASURE) == {80, 20}
    assert shares(MEASURE, "in later years") == {80, 20, 70}
    right = {"claim": "x", "text": "80 %", "verdict": "supported", "measures": ["m"],
             "tests": [{"measure": "m", "group": "a", "says": "most"}]}  # fmt: skip
    assert list(faults(right, {"m": MEASURE})) == []
    wrong = {**right, "text": "81 %", "verdict": "contradicted"}
    assert len(list(faults(wrong, {"m": MEASURE}))) == 2
    assert list(faults({"dispute": "d", "text": "5 %", "given": [5]}, {})) == []


def test_a_mark_is_filled_from_the_counts() -> None:
    """Each place of a mark becomes the share of its group; a finding may have no mark."""
    written = {"mark": "{m/a} against {m/b} % of adverts"}
    assert mark(written, {"m": MEASURE}) == "80 against 20 % of adverts"
    assert mark({}, {"m": MEASURE}) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{m/a} % do", []),
        ("{m/a} %" + "x" * 36, []),
        ("{m/a} %" + "x" * 37, ["has 41 characters"]),
        ("{m/c} % do", ["{m/c} is none of its measures"]),
        ("{n/a} % do, {m/a} % do not", ["{n/a} is none of its measures"]),
        ("{m/a} % for 10 years", ["each number of the mark"]),
        ("Most do", ["each number of the mark"]),
    ],
)
def test_a_mark_is_short_and_made_of_counts(text: str, expected: list[str]) -> None:
    """A mark of over forty characters, or with a number that its measures lack, is a fault."""
    written = {"claim": "x", "text": "Some do.", "measures": ["m"], "mark": text}
    found = list(faults(written, {"m": MEASURE, "n": MEASURE}))
    assert len(found) == len(expected)
    assert all(part in fault for part, fault in zip(expected, found, strict=True))


def test_json_is_short_where_it_fits() -> None:
    """What fits a line stands on one; the rest has a line a part, and reads back the same."""
    value = {"a": [1, 2], "b": [{"long": "x" * 60}, {"long": "y" * 60}], "c": []}
    text = pretty(value)
    assert '"a": [1, 2]' in text
    assert json.loads(text) == value


def inputs(folder: Path, survey: Path) -> dict[str, Path]:
    """Write every other input, each as small as it can be, and return their paths."""
    occupations = [
        {"soc": soc, "industry": "000000", "employment": "10", "a50": "5", "a90": "#"}
        for soc in ("152051", "151221")
    ]
    projections = [
        {"table": name, "code": code, "measure": what, "value": "1.5"}
        for code in official.OCCUPATIONS
        for name, what in (
            ("Table 1.2", "Employment change, percent, 2024–34"),
            ("Table 1.2", "Occupational openings, 2024–34 annual average"),
            ("Table 5.3", "Doctoral or professional degree"),
            ("Table 5.3", "Master's degree"),
        )
    ]
    advert = {"role": "data-scientist", "year": "2024", "description": "Docker"}
    salary = {"job_title": "Data Scientist", "work_year": "2024", "employment_type": "FT"}
    level = {"Role Level": "Data scientist", "Skill Name": "Systems integration"}
    task = {"O*NET-SOC Code": "15-2051.00", "Task": "Clean data"}
    before = {"DevType": "Cook"} | dict.fromkeys(
        (f"{each}HaveWorkedWith" for each in ("Database", "Platform", "Webframe", "MiscTech",
                                              "ToolsTech", "NEWCollabTools", "Language")), "NA"
    )  # fmt: skip
    plain: dict[str, Rows] = {
        "stack-overflow-2024": [{**before, "DevType": "Data engineer",
                                 "ToolsTechHaveWorkedWith": "Docker"}],
        "stack-overflow-2025": LATER,
        "oews-national": occupations,
        "oews-industries": [],
        "projections": projections,
        "onet-titles": [{"title": "Data Scientist", "codes": "1"}],
        "onet-tasks": [task],
        "uk-framework": [{**level, "Skill Level": "Expert"}],
    }  # fmt: skip
    paths = {"kaggle": survey}
    for name, rows in plain.items():
        paths[name] = folder / f"{name}.csv"
        paths[name].write_text(table(rows), encoding="utf-8")
    for name, row in (("adverts", advert), ("salaries", salary)):
        paths[name] = folder / f"{name}.csv.gz"
        paths[name].write_bytes(gzip.compress(table([row]).encode()))
    paths["skill-demand"] = folder / "demand.json"
    paths["skill-demand"].write_text(json.dumps({"rows": []}), encoding="utf-8")
    return paths


EDITORIAL: dict[str, Any] = {
    "title": "Evidence",
    "method": [],
    "rules": {
        **{name: {"share": 0.5, "reason": "Half."}
           for name in ("common_people", "common_adverts", "rare")},
        "least_base": 30,
        "least_base_reason": "Few say little.",
    },
    "datasets": [
        {"id": "kaggle-2021", "source": "kaggle", "input": "kaggle", "title": "A survey",
         "basis": "people", "population": "All", "date": "2021", "year": 2021,
         "review_by": "2027-01-01"}
    ],
    "groups": [{"id": "data-scientist", "title": "data scientists"}],
    "aspects": {"act-service": ["deployment"]},
    "findings": [
        {"claim": "c", "verdict": "partly", "strength": "weak", "text": "50 % do.",
         "mark": "{act-service/data-scientist} % run a service",
         "measures": ["act-service", "oews-median"],
         "tests": [{"measure": "act-service", "group": "data-scientist", "says": "most"}]}
    ],
    "disputes": [],
}  # fmt: skip


def test_the_file_is_built_from_its_inputs(tmp_path: Path, survey: Path) -> None:
    """The command writes a valid file, the same bytes each time, with only what is needed."""
    paths = inputs(tmp_path, survey)
    written = tmp_path / "editorial.json"
    written.write_text(json.dumps(EDITORIAL), encoding="utf-8")
    arguments = [part for name in INPUTS for part in (f"--{name}", str(paths[name]))]
    outputs = [tmp_path / "one.json", tmp_path / "two.json"]
    for output in outputs:
        whole = [*arguments, "--editorial", str(written), "--output", str(output)]
        assert main(whole) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    found = EvidenceFile.model_validate_json(outputs[0].read_text(encoding="utf-8"))
    assert found.findings[0].mark == "50 % run a service"
    assert [each.id for each in found.quantities] == ["oews-median"]
    assert all(each.skill or each.id == "act-service" for each in found.measures)


def test_a_verdict_that_the_counts_rule_out_stops_it(
    tmp_path: Path, survey: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A written share or verdict that the counts contradict is told, and nothing is written."""
    paths = inputs(tmp_path, survey)
    finding = {**EDITORIAL["findings"][0], "text": "51 % do.", "verdict": "contradicted"}
    wrong = {**EDITORIAL, "findings": [finding]}
    with pytest.raises(ValueError, match="contradicted is ruled out by unclear"):
        build(paths, wrong)
    written = tmp_path / "editorial.json"
    written.write_text(json.dumps(wrong), encoding="utf-8")
    arguments = [part for name in INPUTS for part in (f"--{name}", str(paths[name]))]
    output = tmp_path / "none.json"
    assert main([*arguments, "--editorial", str(written), "--output", str(output)]) == 1
    assert "[51] %" in capsys.readouterr().err
    assert not output.exists()
