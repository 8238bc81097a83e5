"""The screens of the shipped catalogue, letter for letter.

``pytest --update-golden`` writes them anew; whoever does that reads what has changed.
"""

from pathlib import Path

import pytest

from mlroles.locations import data_directory
from tests.running import output

GOLDEN = Path(__file__).parents[2] / "golden"
COURSE = Path(__file__).parents[3] / "docs" / "example-course.csv"
"""The answers of an invented course."""
WIDTHS = ("40", "80", "120")

MAIN = {
    "home": (),
    "list": ("list",),
    "show": ("show", "mle"),
    "compare": ("compare",),
    "skills": ("skills",),
    "responsibilities": ("responsibilities",),
    "lifecycle": ("lifecycle",),
    "pay": ("pay",),
    "pay-sensitivity": ("pay", "--sensitivity"),
    "sources": ("sources",),
}
"""Each in every width and format."""

MORE = {
    "show-section": ("show", "data-scientist", "--section", "does-not", "--section", "sources"),
    "compare-one": ("compare", "researcher"),
    "compare-two": ("compare", "ds", "mle"),
    "compare-aspect": ("compare", "--aspect", "mathematics", "--aspect", "education"),
    "compare-differences": ("compare", "--only-differences", "ds", "mlr"),
    "skills-shared": ("skills", "--shared"),
    "skills-unique": ("skills", "--unique", "engineer", "researcher"),
    "skills-category": ("skills", "--category", "research"),
    "skills-search": ("skills", "--search", "kubernetes"),
    "skills-none": ("skills", "--search", "lion taming"),
    "responsibilities-stage": ("responsibilities", "--stage", "deployment", "--stage", "outside"),
    "responsibilities-shared": ("responsibilities", "--shared"),
    "responsibilities-search": ("responsibilities", "mle", "--search", "monitor"),
    "pay-two": ("pay", "scientist", "mle", "--experience", "senior"),
    "pay-title": ("pay", "researcher", "--by", "title"),
    "pay-experience": ("pay", "--by", "experience"),
    "pay-country": ("pay", "--by", "country", "--year", "all"),
    "pay-too-few": ("pay", "--country", "germany", "--experience", "senior"),
    "pay-sensitivity-level": ("pay", "--sensitivity", "--experience", "senior"),
    "sources-claims": ("sources", "--claims"),
    "sources-disputes": ("sources", "--disputes"),
    "sources-claim": ("sources", "qwak-61"),
    "cohort": ("cohort", str(COURSE), "--by", "course"),
    "data-check": ("data", "check", data_directory().name),
}
"""Each at 80 columns."""

JSON = {
    "home": (),
    "show-section": ("show", "mle", "--section", "facts"),
    "compare-aspect": ("compare", "ds", "mle", "--aspect", "mathematics"),
    "skills-search": ("skills", "--search", "kubernetes"),
    "responsibilities-stage": ("responsibilities", "--stage", "evaluation"),
    "pay": ("pay", "mle", "--country", "canada"),
    "pay-sensitivity": ("pay", "mle", "ds", "--sensitivity", "--experience", "senior"),
    "sources": ("sources",),
    "sources-claim": ("sources", "dev-61"),
    "data-check": ("data", "check", data_directory().name),
}
"""Each as JSON: a short one for every schema."""

CASES = {
    **{
        f"{name}.{width}": (arguments, width)
        for name, arguments in MAIN.items()
        for width in WIDTHS
    },
    **{f"{name}.plain": (("--plain", *arguments), "80") for name, arguments in MAIN.items()},
    **{
        f"{name}.markdown": (("--format", "markdown", *arguments), "80")
        for name, arguments in MAIN.items()
    },
    **{f"{name}.80": (arguments, "80") for name, arguments in MORE.items()},
    **{f"{name}.json": (("--json", *arguments), "80") for name, arguments in JSON.items()},
}


@pytest.mark.parametrize("name", CASES)
def test_screen_is_as_reviewed(
    name: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command writes exactly what its golden file holds, wherever the checkout lies."""
    monkeypatch.chdir(data_directory().parent)
    arguments, columns = CASES[name]
    written = output(*arguments, columns=int(columns)).encode()
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_bytes(written)
    assert path.read_bytes() == written


def test_every_golden_file_is_in_use() -> None:
    """No expected screen lies about that no command writes."""
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)
