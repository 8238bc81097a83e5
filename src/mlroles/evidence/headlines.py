"""Read of ``evidence.json`` what other screens quote: figures about roles, and what is found.

Most screens quote a little of it, so only that is read and checked; ``mlroles evidence`` and ``data
check`` read the file whole.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from mlroles.datafile.model import Model, Share, Year
from mlroles.datafile.read import read_part, refuse
from mlroles.datafile.references import References
from mlroles.errors import Problem
from mlroles.evidence.rules import Figure, standing
from mlroles.roles.ages import Review
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding, Count, Evidence, Quoted, Standing, Verdict

if TYPE_CHECKING:
    from mlroles.evidence.models import EvidenceFile

FILE = "evidence.json"
"""The file's name in a catalogue's directory."""

UNITS: Mapping[str, tuple[str, str]] = {
    "people": ("", "person"),
    "adverts": ("ads", "advert"),
}
"""What a share of each basis is said of, and the word for one that is counted."""

Number = Annotated[int, Field(ge=0, le=10_000_000)]

Text = Annotated[str, Field(max_length=4000)]
"""Text, and ids, which ``_problems`` looks up."""


class _Part(Model):
    """What is looked at of an object; the rest of it is not."""

    model_config = ConfigDict(extra="ignore")


class _Threshold(_Part):
    share: Share


class _Rules(_Part):
    common_people: _Threshold
    common_adverts: _Threshold
    rare: _Threshold
    least_base: Annotated[int, Field(ge=2, le=10_000)]


class _Dataset(TypedDict):
    id: Text
    source: Text
    basis: Literal["people", "adverts", "framework", "official"]
    population: Text
    year: Year


class _Group(TypedDict):
    id: Text
    role: NotRequired[Text | None]
    within: NotRequired[Text | None]


class _Cell(TypedDict):
    group: Text
    count: Number
    base: Annotated[int, Field(ge=1, le=10_000_000)]


class _Measure(TypedDict):
    id: Text
    dataset: Text
    title: Text
    skill: NotRequired[Text | None]
    cells: tuple[_Cell, ...]


class _Finding(TypedDict):
    claim: Text
    verdict: Verdict
    text: Text
    mark: NotRequired[Text | None]


class _Head(_Part):
    rules: _Rules
    datasets: tuple[_Dataset, ...]
    groups: tuple[_Group, ...]
    measures: tuple[_Measure, ...]
    findings: tuple[_Finding, ...]


def quoted_evidence(path: Path, catalogue: Catalogue) -> Quoted:
    """Return the figures of skills in roles of the catalogue, and what is found of each claim.

    Of one role and skill the highest share comes first. Raises DataError where what is read of
    the file is wrong.
    """
    head = read_part(path, _Head)
    refuse(path.parent, _problems(head, catalogue))
    return Quoted(
        tuple(_skill_evidence(head, catalogue)),
        {
            each["claim"]: ClaimFinding(
                each["claim"], each["verdict"], each.get("mark") or "", each["text"]
            )
            for each in head.findings
        },
    )


def _problems(head: _Head, catalogue: Catalogue) -> Iterator[Problem]:
    refer = References(FILE)
    sources = ((f"$.datasets[{n}].source", each["source"]) for n, each in enumerate(head.datasets))
    yield from refer.unknown("source", sources, catalogue.source)
    measures = list(enumerate(head.measures))
    datasets = ((f"$.measures[{n}].dataset", each["dataset"]) for n, each in measures)
    yield from refer.unknown("data set", datasets, {each["id"] for each in head.datasets})
    groups = (
        (f"$.measures[{n}].cells[{place}].group", cell["group"])
        for n, each in measures
        for place, cell in enumerate(each["cells"])
    )
    yield from refer.unknown("group", groups, {each["id"] for each in head.groups})
    for n, each in measures:
        for place, cell in enumerate(each["cells"]):
            if cell["count"] > cell["base"]:
                path = f"$.measures[{n}].cells[{place}]"
                yield Problem(
                    FILE, path, f"{cell['count']} of {cell['base']}", "no more than the base"
                )


def _skill_evidence(head: _Head, catalogue: Catalogue) -> Iterator[Evidence]:
    datasets = {each["id"]: each for each in head.datasets}
    roles = {each["id"]: each.get("role") for each in head.groups if each.get("within") is None}
    found: dict[tuple[str, str], list[tuple[Figure, _Measure]]] = {}
    for measure in head.measures:
        for cell in measure["cells"]:
            role, skill = roles.get(cell["group"]), measure.get("skill")
            if cell["base"] < head.rules.least_base:  # of so few it says nothing
                continue
            if skill and role and skill in catalogue.skills and role in catalogue.role_index:
                figure = Figure(datasets[measure["dataset"]]["basis"], cell["count"], cell["base"])
                found.setdefault((role, skill), []).append((figure, measure))
    for (role, skill), figures in found.items():
        word = standing((figure for figure, _ in figures), head.rules)
        own: Standing | None = None if word == "unknown" else word
        ordered = sorted(figures, key=lambda each: -each[0].count / each[0].base)
        for figure, measure in ordered:
            yield _evidence(figure, measure, datasets[measure["dataset"]], (role, skill, own))


def _evidence(
    figure: Figure,
    measure: _Measure,
    dataset: _Dataset,
    of: tuple[str, str, Standing | None],
) -> Evidence:
    unit, counted = UNITS.get(dataset["basis"], ("", "entry"))
    share = figure.share
    role, skill, word = of
    return Evidence(
        about=measure["id"],
        title=measure["title"],
        role=role,
        statistic="share",
        value=share.value,
        unit=unit,
        low=share.low,
        high=share.high,
        spread="95 % interval",
        counts=(Count(figure.base, counted),),
        population=dataset["population"],
        year=dataset["year"],
        source=dataset["source"],
        skill=skill,
        standing=word,
    )


def reviews(file: "EvidenceFile") -> tuple[Review, ...]:
    """Return when somebody should look at the source of each data set again."""
    return tuple((each.source, each.review_by) for each in file.datasets)
