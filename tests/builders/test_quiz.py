"""The builder of the measured half, run end to end on a made-up survey."""

import csv
import io
import json
import random
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.test_docs import ROOT

for _library in ("matplotlib", "numpy", "polars", "sklearn", "tqdm"):
    pytest.importorskip(_library)

from builders.quiz import evaluate, wording  # noqa: E402 - skipped first where they are missing
from builders.quiz.__main__ import main  # noqa: E402
from builders.quiz.survey import read_survey  # noqa: E402

PEOPLE = 450


def ticks(question: wording.Measured, lean: int, chance: random.Random) -> dict[str, str]:
    """Return the cells of a person who leans to every third option from ``lean`` on."""
    texts = [option.survey[0] for option in question.options]
    weights = [3.0 if place % 3 == lean else 1.0 for place in range(len(texts))]
    if question.pick == "one":
        return {question.survey: chance.choices(texts, weights)[0]}
    return {
        f"{question.survey}_Part_{place}": f" {text} " if chance.random() < weight / 5 else ""
        for place, (text, weight) in enumerate(zip(texts, weights, strict=True), 1)
    }


def person(title: str, lean: int, chance: random.Random) -> dict[str, str]:
    """Return a person's row of the survey."""
    row = dict.fromkeys(wording.AUDITED.values(), "anyone") | {
        "Q5": title,
        "Q6": "1-3 years",
        "Q15": "",
    }
    for question in wording.QUESTIONS:
        row |= ticks(question, lean, chance)
    return row | {f"{name}_Part_1": chance.choice(["", "yes"]) for name in wording.MORE_QUESTIONS}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a made-up survey in the real one's format: people of each title, and students."""
    chance = random.Random(3)  # noqa: S311 - chance, not secrets
    titles = [*wording.TITLES.values(), wording.STUDENT]
    rows = []
    for place in range(PEOPLE):
        lean = place % 4 if chance.random() < 0.7 else chance.randrange(3)
        rows.append(person(titles[place % 4], lean % 3, chance))
    rows[0] |= dict.fromkeys((name for name in rows[0] if name.startswith("Q7_")), "")
    rows[0]["Q6"] = wording.NEVER_CODED[1]
    text = io.StringIO()
    sheet = csv.DictWriter(text, list(rows[0]))
    sheet.writeheader()
    sheet.writerow({name: f"the question {name}" for name in rows[0]})
    sheet.writerows(rows)
    path = tmp_path_factory.mktemp("survey") / "survey.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes/read.txt", "not the answers")
        archive.writestr("answers.csv", text.getvalue())
    return path


def test_survey_is_read_by_title(survey: Path) -> None:
    """People of the titles count, students stand apart, and "never coded" means "none of these"."""
    found = read_survey(survey)
    assert len(found.title) + len(found.students[0].asked) == PEOPLE
    languages = next(each for each in found.answers if each.question.id == "languages")
    assert languages.asked[0]
    assert not languages.ticked[0].any()
    assert languages.ticked[1:].any()


def test_run_twice_it_writes_the_same_bytes(
    survey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The measured half and its page are written anew, the other half stays, all reproducibly."""
    monkeypatch.setattr(evaluate, "OUTER_FOLDS", 2)
    monkeypatch.setattr(evaluate, "RESAMPLES", 3)
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
    assert sum(measured["people"].values()) == len(read_survey(survey).title)
    assert measured["balanced_accuracy"] > 0.5  # the answers were made to tell
