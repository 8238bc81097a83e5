"""Counts adverts by role, place, year and level: adverts come in, the file's entries go out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

from builders.pay.adverts import Advert
from builders.pay.quantiles import difference, percentiles


class Key(NamedTuple):
    """What a cell is about; None stands for all."""

    role: str
    sub_title: str | None
    country: str | None
    year: int | None
    experience: str | None


def grouped(adverts: Sequence[Advert], written: dict[str, Any]) -> dict[Key, list[Advert]]:
    """Return the adverts of every cell, in the order of the file."""
    default = written["default_mapping"]
    owner = {each["id"]: each for each in written["sub_titles"]}
    cells: dict[Key, list[Advert]] = {}
    for advert in adverts:
        mapped = owner[advert.sub_title]
        names: list[tuple[str, str | None]] = [(mapped["role"], advert.sub_title)]
        if role := mapped["counts_as"].get(default):
            names.append((role, None))
        places = product(
            names, (None, advert.country), (None, advert.year), (None, advert.experience)
        )
        for (role, sub_title), country, year, experience in places:
            key = Key(role, sub_title, country, year, experience)
            cells.setdefault(key, []).append(advert)
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    orders = (
        roles,
        [None, *owner],
        [None, *(country["code"] for country in written["countries"])],
        [None, *range(1900, 2200)],
        [None, *(level["id"] for level in written["levels"])],
    )
    ranks = [{value: place for place, value in enumerate(order)} for order in orders]

    def rank(key: Key) -> list[int]:
        return [places[part] for places, part in zip(ranks, key, strict=True)]

    return {key: cells[key] for key in sorted(cells, key=rank)}


def main_place(adverts: Sequence[Advert], written: dict[str, Any]) -> dict[str, Any]:
    """Return the country and year with most adverts among those that have figures for all roles."""
    owner = {each["id"]: each["counts_as"] for each in written["sub_titles"]}
    roles = {each["role"] for each in written["sub_titles"]}
    bands: Counter[tuple[str, int, str]] = Counter()
    stated: Counter[tuple[str, int]] = Counter()
    for each in adverts:
        if role := owner[each.sub_title].get(written["default_mapping"]):
            bands[each.country, each.year, role] += 1
            stated[each.country, each.year] += each.adverts
    whole = [
        place
        for place in stated
        if min(bands[*place, role] for role in roles) >= written["least_bands"]
    ]
    if not whole:
        raise SystemExit("No country and year has enough bands of every role.")
    country, year = max(whole, key=lambda place: (stated[place], place))
    return {"country": country, "year": year}


def cell(key: Key, adverts: Sequence[Advert], written: dict[str, Any]) -> dict[str, Any]:
    """Return a cell of the file: counts, and figures where there are enough distinct bands."""
    wanted = written["percentiles"]
    enough = len(adverts) >= written["least_bands"]
    return {
        **key._asdict(),
        "adverts": sum(each.adverts for each in adverts),
        "bands": len(adverts),
        "low": percentiles([each.low for each in adverts], wanted) if enough else None,
        "mid": percentiles([each.middle for each in adverts], wanted) if enough else None,
        "high": percentiles([each.high for each in adverts], wanted) if enough else None,
    }


def is_useful(key: Key, adverts: Sequence[Advert], written: dict[str, Any]) -> bool:
    """Return whether a cell earns its place: a small one of a sub-title abroad does not.

    Nor does one of a sub-title that counts as no role, but in the main country and year.
    """
    main = written["main"]
    if any(each["id"] == key.sub_title and not each["counts_as"] for each in written["sub_titles"]):
        return (key.country, key.year) == (main["country"], main["year"])
    at_home = key.country in {None, main["country"]}
    return key.sub_title is None or at_home or len(adverts) >= written["least_bands"]


def differences(
    cells: dict[Key, list[Advert]], written: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the differences of two roles within one country, year and experience level."""
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    places = dict.fromkeys(
        key[2:] for key in cells if key.sub_title is None and None not in key[2:]
    )
    for country, year, experience in places:
        for pair_of_roles in combinations(roles, 2):
            keys = [Key(role, None, country, year, experience) for role in pair_of_roles]
            first, second = ([each.middle for each in cells.get(key, ())] for key in keys)
            if min(len(first), len(second)) < written["least_bands"]:
                continue
            seed = f"{country} {year} {experience} {' '.join(pair_of_roles)}"
            yield {
                "country": country,
                "year": year,
                "experience": experience,
                "roles": list(pair_of_roles),
                **difference(first, second, seed),
            }


def sensitivity(adverts: Sequence[Advert], written: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the roles' medians under each mapping, with and without repeats, level by level."""
    main = written["main"]
    here = [
        each for each in adverts if (each.country, each.year) == (main["country"], main["year"])
    ]
    owner = {each["id"]: each["counts_as"] for each in written["sub_titles"]}
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    levels = [None, *(level["id"] for level in written["levels"])]
    for level, mapping, repeats in product(levels, written["mappings"], (False, True)):
        medians = []
        for role in roles:
            own = [
                each
                for each in here
                if level in {None, each.experience}
                and owner[each.sub_title].get(mapping["id"]) == role
            ]
            values = [each.middle for each in own for _ in range(each.adverts if repeats else 1)]
            enough = len(own) >= written["least_bands"]
            medians.append(
                {
                    "role": role,
                    "adverts": sum(each.adverts for each in own),
                    "bands": len(own),
                    "median": percentiles(values, [50])[0] if enough else None,
                }
            )
        yield {
            "experience": level,
            "mapping": mapping["id"],
            "repeats": repeats,
            "medians": medians,
        }
