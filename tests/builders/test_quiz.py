"""The builder of the measured half, run end to end on a made-up survey."""

import csv
import io
import json
import math
import random
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.test_docs import ROOT

np = pytest.importorskip("numpy")
for _library in ("matplotlib", "polars", "sklearn", "tqdm"):
    pytest.importorskip(_library)

from builders.quiz import evaluate, model, wording  # noqa: E402 - skipped first where they are missing
from builders.quiz.__main__ import main  # noqa: E402
from builders.quiz.model import Stop, rounded  # noqa: E402
from builders.quiz.survey import COLUMNS, OUTSIDE, read_survey  # noqa: E402

PEOPLE = 480


def texts_of(question: str) -> list[str]:
    """Return the texts of a survey question that any screen takes."""
    return sorted(
        {
            text
            for screen in wording.SCREENS
            for option in screen.options
            for named, text in option.survey
            if named == question
        }
    )


def ticks(question: str, pick: str, lean: int, chance: random.Random) -> dict[str, str]:
    """Return the cells of a person who leans to every seventh option from ``lean`` on."""
    texts = texts_of(question)
    weights = [3.0 if place % len(COLUMNS) == lean else 0.7 for place in range(len(texts))]
    if pick == "one":
        return {question: chance.choices(texts, weights)[0]}
    return {
        f"{question}_Part_{place}": f" {text} " if chance.random() < weight / 4 else ""
        for place, (text, weight) in enumerate(zip(texts, weights, strict=True), 1)
    }


def person(title: str, lean: int, chance: random.Random) -> dict[str, str]:
    """Return a person's row of the survey."""
    row = dict.fromkeys(wording.AUDITED.values(), "18-21") | {
        "Q5": title,
        "Q6": "1-3 years",
        "Q15": "",
    }
    for screen in wording.SCREENS:
        for part in screen.parts:
            row |= ticks(part.question, screen.pick, lean, chance)
    return row | {f"{name}_Part_1": chance.choice(["", "yes"]) for name in wording.MORE_QUESTIONS}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a made-up survey in the real one's format: people of each column, and students."""
    chance = random.Random(3)  # noqa: S311 - chance, not secrets
    titles = [*(own[0] for own in COLUMNS.values()), wording.STUDENT]
    rows = []
    for place in range(PEOPLE):
        own = place % len(titles)
        lean = own if chance.random() < 0.8 else chance.randrange(len(COLUMNS))
        rows.append(person(titles[own], lean % len(COLUMNS), chance))
    for name in rows[0]:
        if name.startswith(("Q7_", "Q9_")):
            rows[0][name] = ""
    rows[0]["Q6"] = wording.NEVER_CODED[1]
    for name in rows[len(titles)]:
        if name.startswith("Q24_"):
            rows[len(titles)][name] = ""
    rows[len(titles)]["Q24_OTHER"] = "Other"
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    sheet = csv.DictWriter(text, columns)
    sheet.writeheader()
    sheet.writerow({name: f"the question {name}" for name in columns})
    sheet.writerows(rows)
    path = tmp_path_factory.mktemp("survey") / "survey.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes/read.txt", "not the answers")
        archive.writestr("answers.csv", text.getvalue())
    return path


def test_survey_is_read_by_title(survey: Path) -> None:
    """People of the titles count, students are fitted to nothing, "never coded" means "none"."""
    found = read_survey(survey)
    assert len(found.titles) == PEOPLE
    assert set(found.titles[found.column == OUTSIDE]) == {wording.STUDENT}
    software = next(each for each in found.answers if each.screen.id == "software")
    assert software.asked[0]
    assert not software.ticked[0].any()
    assert software.ticked[1:].any()


def test_a_title_without_the_work_is_fitted_as_other_work(survey: Path) -> None:
    """Who holds a role's title and does none of the activities keeps the title, not the column."""
    found = read_survey(survey)
    (moved,) = np.flatnonzero(found.title != found.column)
    assert found.title[moved] == 0
    assert list(COLUMNS)[found.column[moved]] == wording.NONE_OF_THESE


def test_a_mixed_screen_is_answered_by_any_of_its_questions(survey: Path, tmp_path: Path) -> None:
    """Who was shown one of the survey's questions behind a screen has answered the screen."""
    with zipfile.ZipFile(survey) as archive:
        rows = list(csv.DictReader(io.TextIOWrapper(archive.open("answers.csv"), "utf-8")))
    for name in rows[2]:
        if name.startswith(("Q40_", "Q42_")):
            rows[2][name] = "" if name.startswith("Q42_") else rows[2][name]
            rows[3][name] = ""
    rows[2]["Q40_Part_1"] = texts_of("Q40")[0]
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.DictWriter(stream, list(rows[0]))
        sheet.writeheader()
        sheet.writerows(rows)
    reading = next(each for each in read_survey(path).answers if each.screen.id == "reading")
    assert reading.asked[1]
    assert not reading.asked[2]


def test_the_chance_of_a_change_is_that_of_the_session() -> None:
    """The rule counts a normal tail for each role behind, by the share of each title."""
    mean = np.array([[[[0.0, -1.0], [1.0, 0.0]]] * 2])
    variance = np.array([[[[0.0, 4.0], [4.0, 0.0]]] * 2])
    (chance,) = Stop(0.1, mean, variance).chance(np.array([[2.0, 0.0]]), [0])
    assert chance == pytest.approx(0.5 * math.erfc((2.0 - 1.0) / 2 / math.sqrt(2)))
    still = Stop(0.1, np.zeros((1, 2, 2, 2)), np.zeros((1, 2, 2, 2)))
    assert still.chance(np.array([[2.0, 0.0]]), [0]) == pytest.approx([0.0])


def test_a_column_beside_is_named_only_where_it_is_far_ahead() -> None:
    """A neighbour needs twice the best role's share, a role half as much again as the next."""
    points = np.zeros((4, len(COLUMNS)))
    points[0, 3] = math.log(2.1)
    points[1, 3] = math.log(1.9)
    points[2, 1] = math.log(1.6)
    points[3, 1] = math.log(1.4)
    names = list(COLUMNS)
    undecided = evaluate.UNDECIDED
    assert evaluate.verdicts(points) == [names[3], undecided, names[1], undecided]


def test_rounded_points_still_sum_to_zero() -> None:
    """What rounding leaves over goes to the point that it hurts least."""
    row = rounded(np.array([0.014, 0.014, -0.028]))
    assert row.sum() == pytest.approx(0, abs=1e-9)
    assert np.abs(row - [0.014, 0.014, -0.028]).max() < 0.01


def test_run_twice_it_writes_the_same_bytes(
    survey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The measured half and its page are written anew, the other half stays, all reproducibly."""
    monkeypatch.setattr(evaluate, "OUTER_FOLDS", 2)
    monkeypatch.setattr(evaluate, "RESAMPLES", 3)
    monkeypatch.setattr(evaluate, "TREES", 3)
    monkeypatch.setattr(model, "INNER_FOLDS", 2)
    monkeypatch.setattr(model, "COPIES", 1)
    monkeypatch.setattr(evaluate, "BANDS", (1 / 3, 0.7, 1.0))
    written = []
    for name in ("one", "two"):
        root = tmp_path / name
        (root / "data").mkdir(parents=True)
        shutil.copy(ROOT / "data" / "questionnaire.json", root / "data")
        main([str(survey), "--root", str(root)])
        written.append(
            {
                path.relative_to(root): path.read_bytes()
                for path in sorted(root.rglob("*"))
                if path.is_file()
            }
        )
    assert written[0] == written[1]
    assert {path.name for path in written[0]} == {
        "questionnaire.json", "validity.md", "calibration.svg", "comparison.svg"
    }  # fmt: skip
    before = json.loads((ROOT / "data" / "questionnaire.json").read_text("utf-8"))
    after = json.loads(written[0][Path("data/questionnaire.json")])
    kept, again = (
        [each for each in file["questions"] if each["half"] != "does"] for file in (before, after)
    )
    assert kept == again
    measured = next(half["measured"] for half in after["halves"] if half["id"] == "does")
    assert sum(measured["people"].values()) == len(read_survey(survey).fitted)
    for question in after["questions"]:
        if question["half"] == "does":
            assert list(question["answers"][0]["points"]) == list(COLUMNS)
            assert sum(not each.get("none") for each in question["answers"]) <= 11
    assert measured["balanced_accuracy"] > 0.5  # the answers were made to tell
