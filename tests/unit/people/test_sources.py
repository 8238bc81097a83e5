"""What files of a person name."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from mlroles.errors import MlrolesError
from mlroles.people.models import HeldJob
from mlroles.people.sources import collect, linkedin
from mlroles.people.sources.collect import Collector
from mlroles.people.sources.dates import read_date
from mlroles.people.sources.read import LIMIT, read_path
from mlroles.roles.catalogue import Catalogue
from tests.unit.people.conftest import Reads

SKILLS = "Name\nPython\n\nCooking\nCI/CD\n"
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Docker Inc,Data Analyst,"Dashboards in Tableau,\nand SQL",R-Town,Jan 2019,Mar 2021\n'
    "Spark Ltd,ML Engineer,,,May 2021\n"
)


def test_a_resume(reads: Reads) -> None:
    """Skills, keywords, jobs and what is told of work are read, each with its place."""
    resume = {
        "basics": {"name": "Julia Docker", "image": "r.png", "location": {"city": "Kafka"}},
        "skills": [
            {"name": "Python", "level": "Master", "keywords": ["PyTorch; scikit-learn", "Cooking"]},
        ],
        "work": [
            {
                "name": "Spark Ltd",
                "position": "Data Analyst",
                "startDate": "2019-03-01",
                "endDate": "2022",
                "summary": "Reports in SQL, no Kubernetes.",
                "highlights": ["Built images with Docker"],
            }
        ],
        "projects": [{"keywords": ["Git"], "description": "A model served with FastAPI"}],
        "languages": [{"language": "R"}],
    }
    found = reads("resume.json", resume)
    assert found.kind == "resume"
    places = {key: each.place for key, each in found.skills.items()}
    expected = {
        "python": "skills[0]",
        "pytorch": "skills[0].keywords[0]",
        "scikit-learn": "skills[0].keywords[0]",
        "sql": "work[0].summary",
        "docker": "work[0].highlights[0]",
        "git": "projects[0].keywords[0]",
    }
    assert {key: places.get(key) for key in expected} == expected
    assert not {"r", "kafka", "spark", "kubernetes"} & {*places}
    assert found.skills["python"].stated == "Master"
    assert found.jobs == (HeldJob(title="Data Analyst", start="2019-03-01", end="2022"),)
    assert found.others == ("Cooking",)


@pytest.mark.parametrize(
    ("resume", "places"),
    [
        ({"skills": ["Python", {"keywords": [3]}, None, {"skill": "Docker"}]},
         ["skills[0]", "skills[3]"]),
        ({"skills": "Python, Docker"}, ["skills", "skills"]),
        ({"Skills": {"Tools": ["Python"], "more": "Docker"}}, ["skills.Tools[0]", "skills.more"]),
        ({"resume": {"technical_skills": [{"name": "Python", "keywords": "Docker"}]}},
         ["skills[0]", "skills[0].keywords"]),
        ({"experience": [{"company": "X", "positions": [
            {"title": "Cook", "technologies": ["Python"], "positions": [{"title": "no"}]},
            {"Description": "Docker", "roles": [{"title": "no"}]}]}]},
         ["work[0].positions[0].keywords[0]", "work[0].positions[1].description"]),
        ({"work": {"jobTitle": "Baker", "tools": ["Python", {"name": "Docker"}]}},
         ["work.keywords[0]", "work.keywords[1]"]),
        ({"skills": [{"name": "Python", "level": 5, "keywords": {"name": "Docker"}}]},
         ["skills[0]", "skills[0].keywords"]),
    ],
)  # fmt: skip
def test_variants_of_a_resume(reads: Reads, resume: object, places: list[str]) -> None:
    """The common ways in which people write it otherwise are read as well."""
    found = reads("resume.json", resume).skills
    assert [each.place for key, each in found.items() if key in {"python", "docker"}] == places


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "cannot be read: not JSON"),
        ("[1]", "no skills and no work"),
        ({"basics": {"name": "Python"}}, "no skills and no work"),
        ({"skills": 3, "resume": {"skills": []}, "data": 1}, "no skills and no work"),
        ({"format": "mlroles/profile"}, "is a profile that mlroles exported"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_resume(reads: Reads, content: object, said: str) -> None:
    """JSON that is no resume is refused with what to do."""
    with pytest.raises(MlrolesError, match=said):
        reads("resume.json", content)


def packed(**files: str | bytes) -> bytes:
    """Return a zip file with these files in a folder, the dots of their names as underscores."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"Export/{name.replace('_', '.')}", content)
    return data.getvalue()


def test_an_export_of_linkedin(reads: Reads, shipped: Catalogue, tmp_path: Path) -> None:
    """The same is found in the zip file, in its folder and in single files."""
    (tmp_path / "Skills.csv").write_text(SKILLS)
    (tmp_path / "positions.csv").write_text(POSITIONS)
    (tmp_path / "Profile.csv").write_text("First Name\nScala\n")
    data = packed(Skills_csv=SKILLS, Positions_csv=POSITIONS, Profile_csv="First Name\nScala\n")
    (tmp_path / "export.zip").write_bytes(data)
    finder = None
    whole = reads("export.zip", data)
    folder = read_path(tmp_path, shipped, finder, lambda *_: "")
    archive = read_path(tmp_path / "export.zip", shipped, finder, lambda *_: "")
    assert whole.kind == folder.kind == archive.kind == "linkedin"
    assert {"python", "sql", "visualisation"} <= {*whole.skills}
    assert whole.skills["python"].place == "Skills.csv, row 2"
    assert whole.skills["sql"].place == "Positions.csv, row 2"
    assert not {"docker", "r", "spark"} & {*whole.skills}
    assert whole.others == ("Cooking",)
    assert {*folder.skills} == {*archive.skills}
    jobs = (
        HeldJob(title="Data Analyst", start="2019-01", end="2021-03"),
        HeldJob(title="ML Engineer", start="2021-05"),
    )
    assert (whole.jobs, folder.jobs, reads("p.csv", POSITIONS).jobs) == (jobs, jobs, jobs)
    assert {*reads("Skills.csv", "\ufeff" + SKILLS).skills} >= {"python"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("people.csv", "Age\n3\n", "no column"),
        ("people.csv", "", "no column"),
        ("people.csv", "x" * (linkedin.LIMIT + 1), "more than 5,000,000 bytes"),
        ("a.zip", packed(Skills_csv=b"Name\n" + b"\0" * (linkedin.LIMIT + 1)), "more than 5,000"),
        ("a.zip", packed(Skills_csv=SKILLS).replace(b"Python", b"PYTHON"), "names"),
    ],
)
def test_what_is_no_export(reads: Reads, name: str, content: object, said: str) -> None:
    """A file that is no part of an export, too large or broken is refused."""
    if said == "names":  # what is packed is not spoilt by other letters
        assert reads(name, content).kind == "linkedin"
        return
    with pytest.raises(MlrolesError, match=said):
        reads(name, content)


def test_an_endless_cell_is_no_csv(reads: Reads) -> None:
    """A cell that is longer than the CSV reader takes is told, not read."""
    limit = csv.field_size_limit(100)
    try:
        with pytest.raises(MlrolesError, match="is no CSV"):
            reads("people.csv", "Name\n" + "x" * 101)
    finally:
        csv.field_size_limit(limit)


def test_an_empty_export_names_nothing(reads: Reads) -> None:
    """Headings without rows are no mistake: there is nothing in them."""
    assert reads("Skills.csv", "Name\n").skills == {}


def test_a_long_export_is_read_in_part(reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many rows are read, and only so much is told of what is no skill."""
    monkeypatch.setattr(linkedin, "MOST_ROWS", 3)
    monkeypatch.setattr(collect, "MOST_OTHERS", 1)
    found = reads("Skills.csv", "Name\nCooking\nSinging\nPython\n")
    assert (found.others, {*found.skills}) == (("Cooking",), set())


def test_a_broken_zip(reads: Reads) -> None:
    """A zip file whose members are damaged, or locked, is refused with what to do."""
    data = bytearray(packed(Skills_csv=SKILLS))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # says that it is encrypted
    data[6] |= 1
    with pytest.raises(MlrolesError, match="cannot be unpacked"):
        reads("export.zip", bytes(data))


def test_a_zip_of_something_else_is_a_document(reads: Reads) -> None:
    """A zip file without these files is left to what reads documents."""
    with pytest.raises(UnicodeDecodeError):  # the reader of documents of this test takes text only
        reads("cv.docx", packed(word="\x00") + b"\xff")


def test_files_that_cannot_be_read(shipped: Catalogue, tmp_path: Path) -> None:
    """A path that is not there, too large or a folder of something else is told of."""

    def read(path: Path) -> None:
        read_path(path, shipped, None, lambda *_: "")

    with pytest.raises(MlrolesError, match="Cannot read"):
        read(tmp_path / "none.json")
    with pytest.raises(MlrolesError, match="There is no Skills"):
        read(tmp_path)
    (tmp_path / "Skills.csv").mkdir()
    with pytest.raises(MlrolesError, match="Cannot read"):
        read(tmp_path)
    large = tmp_path / "large"
    with large.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    with pytest.raises(MlrolesError, match="more than 20 MB"):
        read(large)


CV = """\
Julia Scala Docker

Nationality: Rust, Git
Date of birth: 2001
GitHub: github.com/spark  kafka@airflow.org
ML engineer: Python and Kubernetes, no Terraform.
Python again, MATLAB
"""


def test_a_cv(reads: Reads) -> None:
    """Each skill is found with the line in which it stands first; who somebody is, is not read."""
    found = reads("cv.txt", CV)
    assert found.kind == "document"
    places = {key: each.place for key, each in found.skills.items()}
    assert (places["python"], places["kubernetes"]) == ("line 6", "line 6")
    assert places["git"] == "line 5"  # the name of a tool, and not the nationality
    assert not {"docker", "spark", "kafka", "terraform", "airflow"} & {*places}
    assert "MATLAB" in found.others
    assert not {"Julia", "Scala", "Rust"} & {*found.others}


@pytest.mark.parametrize("text", ["Python", "Python, Docker\nand more", "\n"])
def test_a_first_line_that_is_no_name(reads: Reads, text: str) -> None:
    """A line alone, or with commas, is read: it is no name."""
    assert ("python" in reads("cv.txt", text).skills) == ("Python" in text)


def test_a_long_word_takes_no_longer_than_others(reads: Reads) -> None:
    """What looks for addresses does no more work in one word than in many."""
    word = "y" * 100_000
    assert {*reads("cv.txt", f"CV\n{word} Python\n{word}@x").skills} == {"python"}


def test_only_so_much_is_looked_through(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands behind the first half a million letters is left out, and so are many jobs."""
    monkeypatch.setattr(collect, "MOST_JOBS", 1)
    collector.text("x " * (collect.MOST_LETTERS // 2) + "Python", "here")
    collector.names("Python", "there")
    for title in ("Baker", "", "Cook"):
        collector.job(title, None, None)
    found = collector.result("document")
    assert (found.skills, found.jobs) == ({}, (HeldJob(title="Baker"),))


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2021", "2021"), ("2021-05", "2021-05"), ("2021-05-31", "2021-05-31"), (2021, "2021"),
        ("2021-05-31T00:00:00Z", "2021-05-31"), ("May 2021", "2021-05"),
        ("1 Sept. 2021", "2021-09"),
        ("Mai 2021", "2021"), ("2021-13", "2021"), ("2021-05-99", "2021-05"), ("Present", None),
        ("0000", None), ("9999", None), (True, None), (10**9, None), (None, None), ([], None),
        ("05/2021", "2021"), ("٢٠٢١", None), ("", None),
    ],
)  # fmt: skip
def test_dates(value: object, date: str | None) -> None:
    """A date is read as far as it is sure."""
    assert read_date(value) == date
