"""Nothing follows from silence: no screen says that a role lacks what its people use.

Every pair of roles is walked in every format and held against the files themselves, which are read
here without the code that reads them for the screens.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from mlroles.locations import data_directory
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import output, run

pytestmark = pytest.mark.uncounted  # hundreds of screens

HALF, QUARTER = 0.5, 0.25
"""Of the people who use a skill, and of the adverts that name it: from there on it is common."""

FORMATS: dict[str, tuple[tuple[str, ...], int]] = {
    "narrow terminal": ((), 80),
    "wide terminal": ((), 200),
    "plain": (("--plain",), 80),
    "markdown": (("--format", "markdown"), 80),
}
"""By name, the options of each format for people, and the columns of the screen."""
PART = re.compile(r"\s*(?:\* \*\*)?(Keep|Raise|Learn|Not known|Both|Only .+?)(?::\*\*|:|  )\s*(.*)")
"""The label of a list, and the beginning of what is listed: in a terminal, plain or in Markdown."""


@dataclass(frozen=True)
class Facts:
    """What the files of a catalogue say."""

    folder: Path
    roles: tuple[str, ...]
    titles: dict[str, str]
    """The skills' titles by id."""
    named: frozenset[tuple[str, str]]
    """The roles and skills of which a source names a level."""
    shares: dict[tuple[str, str], list[tuple[str, float]]]
    """By role and skill, the basis and the share of each measure that was taken of enough."""

    def common(self, role: str, skill: str) -> bool:
        """Say whether half of the people use the skill, or a quarter of the adverts name it."""
        least = {"people": HALF, "adverts": QUARTER}
        return any(share >= least[basis] for basis, share in self.shares.get((role, skill), []))

    def has(self, role: str, skill: str) -> bool:
        """Say whether the skill is the role's: a source names it, or it is common."""
        return (role, skill) in self.named or self.common(role, skill)

    def may_lack(self, role: str, skill: str) -> bool:
        """Say whether it may be said that the role's people lack the skill.

        Something has to be known of it, and neither a source nor a figure may speak against it.
        """
        return (role, skill) in self.shares and not self.has(role, skill)


def facts_of(folder: Path) -> Facts:
    """Read what the files of a catalogue say."""
    roles, evidence = (
        json.loads((folder / name).read_bytes()) for name in ("roles.json", "evidence.json")
    )
    basis = {each["id"]: each["basis"] for each in evidence["datasets"]}
    shares: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for measure in evidence["measures"]:
        for cell in measure["cells"]:
            if measure.get("skill") and cell["base"] >= evidence["rules"]["least_base"]:
                share = (basis[measure["dataset"]], cell["count"] / cell["base"])
                shares.setdefault((cell["group"], measure["skill"]), []).append(share)
    return Facts(
        folder,
        tuple(role["id"] for role in roles["roles"]),
        {each["id"]: each["title"] for each in roles["skills"]},
        frozenset(
            (role["id"], each["skill"]) for role in roles["roles"] for each in role["skills"]
        ),
        shares,
    )


@pytest.fixture(scope="module", params=["shipped", "bakery"])
def facts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Return the facts that are shipped, then those of a bakery where sellers hardly ever knead."""
    if request.param == "shipped":
        return facts_of(data_directory())
    files = whole_bakery()
    files["evidence.json"]["measures"][0]["cells"][1]["count"] = 2
    return facts_of(write(tmp_path_factory.mktemp("bakery"), files))


def told(facts: Facts, *words: str) -> Iterator[tuple[str, str]]:
    """Yield what a command writes in each format for people, with the name of the format."""
    for name, (options, columns) in FORMATS.items():
        yield name, output("--data", str(facts.folder), *options, *words, columns=columns)


def parts(text: str) -> dict[str, list[str]]:
    """Return the skills that stand under each label of a comparison, without blanks."""
    found: dict[str, str] = {}
    label = ""
    below = text.partition("Skills\n")[2]
    for line in below.splitlines():
        if begun := PART.fullmatch(line):
            label = begun[1].strip()
            found.setdefault(label, begun[2])
        elif not line.strip():
            label = ""
        elif label:
            found[label] += f" {line.strip()}"
    return {
        label: [re.sub(r" \([^()]*\)$", "", each).replace(" ", "") for each in listed.split("; ")]
        for label, listed in found.items()
    }


def squeezed(title: str) -> str:
    """Return a title without blanks, as it can be found whatever line it is broken over."""
    return title.replace(" ", "")


def test_no_skill_is_said_to_be_lacking_that_people_may_have(facts: Facts) -> None:
    """What stands under "learn" and "only" is measured, and rarer than half, in every pair."""
    seen = 0
    for first, second in permutations(facts.roles, 2):
        pair = run("--data", str(facts.folder), "compare", first, second, "--json").result["pair"]
        learn = [each["skill"] for each in pair["move"]["learn"]]
        only = [[each["id"] for each in own] for own in pair["distinct_skills"]]
        lacking = [(first, each) for each in (*learn, *only[1])]
        lacking += [(second, each) for each in only[0]]
        assert [each for each in lacking if not facts.may_lack(*each)] == []
        seen += len(lacking)
        for name, text in told(facts, "compare", first, second, "--full"):
            found = parts(text)
            titles = [[squeezed(facts.titles[each]) for each in own] for own in (learn, *only)]
            alone = [found[each] for each in found if each.startswith("Only ")]
            assert found.get("Learn", []) == titles[0], name
            assert alone == [each for each in titles[1:] if each], name
    assert seen


def test_no_skill_is_unique_that_others_may_have(facts: Facts) -> None:
    """A skill of one role alone is measured as rare in each other role, in every choice of them."""
    choices: list[tuple[str, ...]] = [facts.roles, *permutations(facts.roles, 2)]
    for roles in choices:
        command = ("skills", "--unique", *roles)
        result = run("--data", str(facts.folder), *command, "--json").result
        rows = [row for group in result["groups"] for row in group["rows"]]
        for row in rows:
            have = [role for role in roles if not facts.may_lack(role, row["skill"])]
            assert len(have) == 1, row["skill"]
            assert facts.has(have[0], row["skill"])
        unique = {row["title"] for row in rows}
        for name, text in told(facts, *command):
            assert set(rows_of(text)) & {*facts.titles.values()} == unique, name


def rows_of(text: str) -> list[str]:
    """Return the first cell of each row of a table, in whatever format."""
    first = (re.split(r"  | \| | ≠| \(sources", line.lstrip("| "))[0] for line in text.splitlines())
    return [each.removeprefix("Skill: ").strip() for each in first]


@pytest.mark.parametrize("command", ["show", "compare", "skills", "responsibilities", "lifecycle"])
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_nobody_is_called_absent(command: str, full: tuple[str, ...], facts: Facts) -> None:
    """No screen draws silence as a level, a dash or a "no"; the legend says what the words mean."""
    words = (command, facts.roles[0], *full) if command == "show" else (command, *full)
    for name, text in told(facts, *words):
        assert not re.search(r"\babsent\b|(?:^|[:|] |  )–(?: \||  |$)|○○ not|not needed", text), (
            name
        )
        if "not named" in text:
            assert re.search(r"not named:?\s+no\s+source\s+says,\s+which\s+does\s+not\s+mean", text)
    result: Any = run("--data", str(facts.folder), *words, "--json").out
    assert '"absent"' not in result
