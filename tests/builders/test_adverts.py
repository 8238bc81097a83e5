"""The builder of the points for adverts, run end to end on made-up adverts."""

import csv
import gzip
import json
import random
import shutil
from pathlib import Path

import pytest

from mlroles.adverts.models import AdvertsFile
from tests.test_docs import ROOT

np = pytest.importorskip("numpy")
for _library in ("scipy", "sklearn"):
    pytest.importorskip(_library)

from builders.adverts import model  # noqa: E402 - skipped first where they are missing
from builders.adverts.__main__ import main  # noqa: E402
from builders.adverts.evaluate import measure  # noqa: E402
from builders.adverts.reading import phrases  # noqa: E402

KINDS = {
    "data-scientist": "You explain trends to managers. You compare prices in SQL.",
    "ml-engineer": "You deploy services on Kubernetes. You stay on call at night.",
    "ml-researcher": "You prove theorems. You publish papers with colleagues.",
    "ml-researcher?": "You prove theorems. You publish code with colleagues.",
    "none:data-analyst": "You fill spreadsheets. You draw charts in Tableau.",
    "none:product-manager": "You plan products. You talk to buyers of shoes.",
}
EACH = 9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a checkout with the catalogue and a table of adverts of four sources."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()
    for name in ("roles.json", "mentions.json"):
        shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
    chance = random.Random(7)  # noqa: S311 - made-up adverts
    with gzip.open(tmp_path / "adverts.csv.gz", "wt", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("source", "year", "title", "role", "description"))
        for number in range(4 * EACH * len(KINDS)):
            role = [*KINDS][number % len(KINDS)]
            text = KINDS[role if chance.random() < 0.9 else chance.choice([*KINDS])]
            title = f"Head of {role.split(':')[-1].strip('?')}"
            source = f"source {number // len(KINDS) % 4}"
            table.writerow(
                (source, 2020 + number % 3, title, role, f"{title}. {text} Dental care.")
            )
    return tmp_path


def test_same_bytes_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs give the same file and page; --check tells whether the file is up to date."""
    monkeypatch.setattr("builders.adverts.evaluate.DRAWS", 20)
    monkeypatch.setattr(model, "INNER", 2)
    arguments = [str(root / "adverts.csv.gz"), "--root", str(root)]
    written = [root / "data" / "adverts.json", root / "docs" / "adverts.md"]
    assert main([*arguments, "--check"]) == 1
    assert main(arguments) == 0
    first = [each.read_bytes() for each in written]
    assert main(arguments) == 0
    assert [each.read_bytes() for each in written] == first
    assert main([*arguments, "--check"]) == 0
    file = AdvertsFile.model_validate_json(first[0])
    assert file.roles == tuple(json.loads((root / "data" / "roles.json").read_bytes())["core"])
    best = {cue.words: cue.points.index(max(cue.points)) for cue in file.cues if cue.words}
    assert best["theorem"] == 2
    assert "dental" not in best
    assert "for choosing candidates" in first[1].decode()


def test_measures_by_hand() -> None:
    """Macro-F1, balanced accuracy and the calibration error are what they are by hand."""
    shares = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.7, 0.3]])
    found = measure(shares, np.array([0, 0, 1, 1]))
    assert found.macro_f1 == pytest.approx((0.8 + 2 / 3) / 2)
    assert found.balanced == pytest.approx(0.75)
    assert found.ece == pytest.approx((0.1 + 0.4 + 0.2 + 0.7) / 4)


def test_phrases_do_not_cross_a_mask() -> None:
    """Pairs of words are found without the s of plurals, and not across a mask."""
    assert [*phrases(("build", "models", "###", "well"))] == [
        "build",
        "model",
        "build model",
        "well",
    ]


def test_softmax_of_rows() -> None:
    """Shares sum to one, and equal points give equal shares."""
    assert model.softmax(np.array([[3.0, 3.0]])).tolist() == [[0.5, 0.5]]
