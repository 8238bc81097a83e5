"""The published shapes fit what the program reads and writes."""

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mlroles.locations import data_directory
from mlroles.results import RESULTS
from mlroles.roles.catalogue import Catalogue
from mlroles.schemas import FILES, schema
from tests.catalogues import bakery, bare, write
from tests.running import output, run

PAY = (
    ("pay",),
    ("pay", "{role}", "--by", "title"),
    ("pay", "--experience", "senior"),
    ("pay", "--level", "junior"),
    ("show", "{role}", "--level", "lead"),
    ("pay", "--country", "nl", "--year", "all"),
    ("pay", "--sensitivity"),
)
COMMANDS = (
    (),
    ("list",),
    ("show", "{role}"),
    ("show", "{role}", "--section", "facts"),
    ("compare",),
    ("compare", "{role}"),
    ("compare", "--only-differences"),
    ("skills",),
    ("skills", "--unique"),
    ("responsibilities",),
    ("responsibilities", "--shared"),
    ("lifecycle",),
    *PAY,
    ("sources",),
    ("sources", "--claims", "--disputes"),
    ("sources", "{claim}"),
    ("data", "check"),
)
NUMBERS = {"level", "levels", "amount", "claims", "disputes", "version"}
NUMBERS |= {"year", "median", "low", "high", "mid", "adverts", "bands"}  # of advertised pay
NUMBERS |= {"percentiles", "least_bands", "difference", "first_higher", "second_higher", "readings"}
NUMBERS |= {"number"}  # of a count
NUMBERS |= {"place"}  # of a step on its scale
"""Keys under which numbers may stand."""
MEASURED = {"value", "low", "high"}
"""Keys under which a number may have a fraction."""


@functools.cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    """Return what ``mlroles data schema NAME`` publishes, ready to validate."""
    return jsonschema.Draft202012Validator(json.loads(output("data", "schema", name)))


def assert_valid(text: str) -> Any:
    """Fail where a JSON output does not fit the schema that it names; return its result."""
    document = json.loads(text)
    family, _, name = document["schema"].partition("/")
    assert (family, document["version"]) == ("mlroles", 3)
    validator(name).validate(document)
    return document["result"]


def walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value in a JSON document with the key that it stands under."""
    yield key, value
    if isinstance(value, dict):
        for inner, each in value.items():
            yield from walk(each, inner)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each, key)


@pytest.mark.uncounted
@pytest.mark.parametrize("name", [*FILES, *RESULTS])
def test_schema_is_a_json_schema(name: str) -> None:
    """Each published schema is one itself, of the draft that it names."""
    published = schema(name)
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.uncounted
@pytest.mark.parametrize("name", FILES)
def test_shipped_file_fits_its_schema(name: str) -> None:
    """Each file that comes along is valid under its schema."""
    validator(name).validate(json.loads((data_directory() / name).read_text()))


def test_schema_refuses_what_the_loader_refuses() -> None:
    """An unknown key, a missing key and a wrong type are invalid under the schema too."""
    document = bakery()["roles.json"]
    validator("roles.json").validate(document)
    changes: tuple[dict[str, Any], ...] = (
        {"shoes": 1},
        {"title": 2},
        {"roles": []},
        {"schema_version": 2},
    )
    for change in changes:
        with pytest.raises(jsonschema.ValidationError):
            validator("roles.json").validate(document | change)


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("command", "kind"),
    [
        pytest.param(command, kind, id=f"{' '.join(command)}-{kind}")
        for kind in ("shipped", "bakery", "one", "ten")
        for command in COMMANDS
        if kind == "shipped" or command not in PAY  # only the shipped one has data for those
    ],
)
def test_json_fits_the_published_schema(
    command: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    """Whatever the catalogue, JSON output is valid under the schema that its envelope names."""
    data: tuple[str, ...] = ()
    role, claim = "ml-engineer", "qwak-1"
    if kind != "shipped":
        files = {"bakery": bakery(), "one": bare(1), "ten": bare(10)}[kind]
        data = ("--data", str(write(tmp_path, files)))
        role, claim = files["roles.json"]["roles"][0]["id"], "crumb-1"
    arguments = (each.format(role=role, claim=claim) for each in command)
    ran = run(*data, "--json", *arguments)
    assert ran.err == ""
    assert_valid(ran.out)


def test_json_of_a_check_fits_with_problems_too(bakery_directory: Path) -> None:
    """A list of problems is valid under the schema as well, and exits 1."""
    (bakery_directory / "roles.json").write_text("{}")
    ran = run("data", "check", str(bakery_directory), "--json")
    assert (ran.code, ran.err) == (1, "")
    assert [each["file"] for each in assert_valid(ran.out)["problems"]] == ["roles.json"] * 4


@pytest.mark.uncounted
@pytest.mark.parametrize("command", COMMANDS[:-1], ids=" ".join)
def test_json_has_numbers_ids_and_claims(command: tuple[str, ...], shipped: Catalogue) -> None:
    """Numbers are numbers, every claim and source is one of the catalogue, every text cites."""
    arguments = (each.format(role="ml-engineer", claim="qwak-1") for each in command)
    values = list(walk(assert_valid(output("--json", *arguments))))
    said = [(key, value) for key, value in values if isinstance(value, dict) and "text" in value]
    for key, value in said:
        if "claims" in value:
            assert value["claims"] or key == "aliases"
            assert set(value["claims"]) <= set(shipped.claims)
            assert set(value.get("sources", ())) <= set(shipped.source)
    for key, value in values:
        if isinstance(value, int) and not isinstance(value, bool):
            assert key in NUMBERS
        assert not isinstance(value, float) or key in MEASURED
        if key in {"level", "amount"}:
            assert value is None or isinstance(value, int)


def test_every_statement_of_a_comparison_cites(shipped: Catalogue) -> None:
    """Each cell that the data file holds stands in the JSON, word for word, with its claims."""
    result = json.loads(output("compare", "--json"))["result"]
    cells = {
        (row["aspect"], role["id"]): (cell["text"], cell["level"], cell["claims"])
        for row in result["rows"]
        for role, cell in zip(result["roles"], row["cells"], strict=True)
        if cell
    }
    assert cells == {
        (each.aspect, role.id): (each.text, each.level, list(each.claims))
        for role in shipped.core
        for each in role.aspects
    }
