"""Counting rows by group: what every reader of a survey or of adverts shares."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

Row = Mapping[str, str]
"""A line of a table, by the names of its columns."""

Json = dict[str, object]
"""An object of the file that is written."""


@dataclass(frozen=True)
class Spec:
    """What is counted: how the measure is worded, who was asked, and of whom it is true.

    ``asked`` and ``true`` take a row; a row that was not asked is in no base. ``groups`` names
    the groups that get a cell; where ``parts`` is set the measure is also counted by part.
    """

    id: str
    title: str
    question: str
    columns: tuple[str, ...]
    asked: Callable[[Row], bool]
    true: Callable[[Row], bool]
    groups: tuple[str, ...]
    skill: str | None = None
    parts: bool = False


def cells(
    spec: Spec, rows: Iterable[Row], groups_of: Callable[[Row], Iterable[str]], least: int = 1
) -> list[Json]:
    """Return the count and the base of each of the spec's groups with ``least`` rows or more."""
    counts = {group: [0, 0] for group in spec.groups}
    for row in rows:
        if spec.asked(row):
            true = spec.true(row)
            for group in groups_of(row):
                if group in counts:
                    counts[group][0] += true
                    counts[group][1] += 1
    return [
        {"group": group, "count": count, "base": base}
        for group, (count, base) in counts.items()
        if base >= least
    ]


def measure(
    spec: Spec,
    dataset: str,
    rows: Sequence[Row],
    groups_of: Callable[[Row], Iterable[str]],
    parts: Mapping[str, Callable[[Row], bool]],
) -> Json:
    """Return one measure of the file; ``parts`` are named tests of which rows a reading takes.

    A reading has the first three groups, where they have 30 rows or more.
    """
    found: Json = {"id": spec.id, "dataset": dataset, "title": spec.title}
    found |= {"question": spec.question, "columns": list(spec.columns)}
    if spec.skill:
        found["skill"] = spec.skill
    found["cells"] = cells(spec, rows, groups_of)
    if spec.parts:
        three = replace(spec, groups=spec.groups[:3])
        readings = (
            {"title": title, "cells": cells(three, filter(within, rows), groups_of, 30)}
            for title, within in parts.items()
        )
        found["readings"] = [each for each in readings if each["cells"]]
    return found
