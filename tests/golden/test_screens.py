"""The screens of the shipped facts, each whole and once: 80 columns of a terminal.

How screens are laid out in other widths and formats is held by ``tests/layout``, on facts made up
for it. ``pytest --update-golden`` writes these anew; whoever does that reads what has changed.
"""

from pathlib import Path

import pytest

from mlroles.locations import data_directory
from tests.running import output

SCREENS = Path(__file__).with_name("screens")

COMMANDS = {
    "home": (),
    "list": ("list",),
    "list-full": ("list", "--full"),
    "show": ("show", "mle"),
    "show-full": ("show", "mle", "--full"),
    "compare": ("compare",),
    "compare-full": ("compare", "--full"),
    "compare-two": ("compare", "ds", "mle"),
    "compare-two-full": ("compare", "ds", "mle", "--full"),
    "skills": ("skills",),
    "skills-full": ("skills", "--full"),
    "responsibilities": ("responsibilities",),
    "responsibilities-full": ("responsibilities", "--full"),
    "lifecycle": ("lifecycle",),
    "lifecycle-full": ("lifecycle", "--full"),
    "pay": ("pay",),
    "pay-two": ("pay", "scientist", "mle", "--experience", "senior"),
    "pay-title": ("pay", "researcher", "--by", "title"),
    "pay-experience": ("pay", "--by", "experience"),
    "pay-country": ("pay", "--by", "country", "--year", "all"),
    "pay-too-few": ("pay", "--country", "germany", "--experience", "senior"),
    "pay-sensitivity": ("pay", "--sensitivity"),
    "plan": ("plan", "mle", "--from", "ds"),
    "plan-have": ("plan", "mle", "--have", "python=3,sql,statistics,scikit-learn=3"),
    "plan-full": ("plan", "mlr", "--from", "ds", "--full"),
    "profile": ("profile",),
    "profile-have": ("profile", "--have", "python=3,sql,statistics=3,docker=1,kubernetes=none"),
    "hire": (
        "hire",
        "--people",
        "5",
        "--have",
        "nobody",
        "--goal",
        "product",
        "--data-in",
        "files",
    ),
    "hire-bank": ("hire", "--people", "9000", "--have", "12 ds", "--production", "many"),
    "hire-full": (
        "hire",
        "--people",
        "800",
        "--goal",
        "predictions",
        "--data-in",
        "systems",
        "--full",
    ),
    "team": ("team", "--have", "2 ds, 1 mle"),
    "team-full": ("team", "--have", "2 ds, 1 mle, 1 software engineer", "--full"),
    "quiz": ("quiz", "--answers", "docs/example-answers.json"),
    "read": ("read", "docs/example-advert.txt"),
    "read-40": ("read", "docs/example-advert.txt"),
    "read-120": ("read", "docs/example-advert.txt"),
    "read-full": ("read", "docs/example-advert.txt", "--full"),
    "read-evidence": ("read", "docs/example-advert.txt", "--evidence"),
    "plan-advert": ("plan", "--advert", "docs/example-advert.txt"),
    "advert": ("advert", "mle", "--level", "senior", "--country", "us"),
    "advert-check": ("advert", "--check", "tests/unit/adverts/examples/unicorn.txt"),
    "advert-check-full": ("advert", "--check", "tests/unit/adverts/examples/unicorn.txt", "--full"),
    "cohort": ("cohort", "docs/example-course.csv"),
    "cohort-full": ("cohort", "docs/example-course.csv", "--by", "course"),
    "sources": ("sources",),
    "sources-full": ("sources", "--full"),
    "sources-claims": ("sources", "--claims"),
    "sources-disputes": ("sources", "--disputes"),
    "sources-claim": ("sources", "qwak-61"),
    "data-check": ("data", "check", data_directory().name),
}
"""Each expected screen's file and the command that writes it."""

COLUMNS = {"read-40": 40, "read-120": 120}
"""How wide the terminal is, where that is not 80 columns."""


@pytest.mark.parametrize("name", COMMANDS)
def test_screen_is_as_reviewed(
    name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """A command writes exactly what its file holds, wherever the checkout lies."""
    monkeypatch.chdir(data_directory().parent)
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    written = output(*COMMANDS[name], columns=COLUMNS.get(name, 80)).encode()
    path = SCREENS / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_bytes(written)
    assert path.read_bytes() == written


def test_every_file_is_in_use() -> None:
    """No expected screen lies about that no command writes."""
    assert {path.stem for path in SCREENS.iterdir()} == set(COMMANDS)
