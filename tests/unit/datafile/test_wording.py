"""Every fault of a value is told in our own words, none of them the library's."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    create_model,
)

from mlroles.datafile.read import read_part
from mlroles.datafile.wording import FORMS, expected
from mlroles.errors import DataError
from mlroles.schemas import FILES

UNUSUAL = r"^x+$"


def wording(kind: Any, json: str) -> str:
    """Return what is said to be right where ``json`` stands for a value of ``kind``."""
    config = ConfigDict(strict=True, frozen=True, extra="forbid")
    model: type[BaseModel] = create_model("Made", __config__=config, value=(kind, ...))
    with pytest.raises(ValidationError) as caught:
        model.model_validate_json(f'{{"value": {json}}}')
    return expected(caught.value.errors()[0])


class Inner(BaseModel):
    """An object."""


@pytest.mark.parametrize(
    ("kind", "json", "words"),
    [
        (str, "7", "it should be text"),
        (int, '"7"', "it should be a whole number"),
        (int, "7.5", "it should be a whole number"),
        (float, '"7"', "it should be a number"),
        (date, "7", "write a day as 2026-04-30"),
        (date, '"2026-04"', "write a day as 2026-04-30"),
        (bool, "7", "it should be true or false"),
        (tuple[str, ...], "7", "it should be a list"),
        (dict[str, str], "7", "it should be an object"),
        (Inner, "7", "it should be an object"),
        (None, "7", "it should be null"),
        (Annotated[float, Field(allow_inf_nan=False)], "1e999", "it should be a finite number"),
        (Annotated[int, Field(gt=3)], "3", "it should be more than 3"),
        (Annotated[int, Field(ge=3)], "2", "it should be 3 or more"),
        (Annotated[int, Field(lt=3)], "3", "it should be less than 3"),
        (Annotated[float, Field(le=1)], "2", "it should be 1.0 or less"),
        (Literal["one", "several"], '"two"', "it should be 'one' or 'several'"),
        (Literal[1], "2", "it should be 1"),
        (Annotated[str, StringConstraints(min_length=2)], '"a"', "its length should be 2 or more"),
        (Annotated[str, StringConstraints(max_length=1)], '"ab"', "its length should be 1 or less"),
        (Annotated[tuple[int, ...], Field(min_length=1)], "[]", "it should have 1 or more"),
        (Annotated[tuple[int, ...], Field(max_length=1)], "[1, 2]", "it should have 1 or fewer"),
        (Annotated[str, StringConstraints(pattern=UNUSUAL)], '"a"', "write it as ^x+$ demands"),
        (complex, '"a"', "see 'mlroles data schema'"),
    ],
)
def test_fault_is_worded(kind: Any, json: str, words: str) -> None:
    """What would be right is said, whatever is wrong."""
    assert wording(kind, json) == words


def test_own_sentence_of_a_model_stands_alone() -> None:
    """What a model of ours says of a value is told without a word before it."""

    def refuse(_: str) -> str:
        raise ValueError("write it twice")

    assert wording(Annotated[str, AfterValidator(refuse)], '"a"') == "write it twice"


def patterns(schema: Any) -> set[str]:
    """Return every pattern in a JSON Schema."""
    inner = schema.values() if isinstance(schema, dict) else schema
    own = schema.get("pattern") if isinstance(schema, dict) else None
    found = {own} if isinstance(own, str) else set()
    nested = (each for each in inner if isinstance(each, dict | list))
    return found.union(*map(patterns, nested))


def test_every_form_has_a_wording() -> None:
    """No text in a data file has a form that would be told as a regular expression."""
    used = set().union(*(patterns(model.model_json_schema()) for model in FILES.values()))
    assert used <= set(FORMS)


def test_broken_json_is_told_by_its_place(tmp_path: Path) -> None:
    """A file that is read in part and is no JSON is told with line and column, in our words."""
    path = tmp_path / "pay.json"
    path.write_text('{"a": ')
    with pytest.raises(DataError) as caught:
        read_part(path, Inner)
    (problem,) = caught.value.problems
    assert problem.message == "not JSON at line 1, column 7"
