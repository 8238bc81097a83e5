"""What the models of every data file are made of: frozen values, ids, and text for people."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name: lower-case letters and digits in groups joined by hyphens."""

Sentence = Annotated[str, StringConstraints(pattern=r"\S", max_length=4000)]
"""Text for people; never empty."""


class Model(BaseModel):
    """Frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, defer_build=True
    )
