"""The published shapes: of each catalogue file, and of the JSON that each command writes."""

from typing import Any

from mlroles.batch.cohort import Cohort
from mlroles.datafile.model import Model
from mlroles.errors import Failure
from mlroles.parts import PARTS
from mlroles.pay.sensitivity import PaySensitivity
from mlroles.pay.summary import PaySummary
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import Result
from mlroles.render.machine import result_schema
from mlroles.roles.compare import Comparison
from mlroles.roles.lifecycle import Lifecycle
from mlroles.roles.profile import Overview, Profile
from mlroles.roles.responsibilities import ResponsibilityMatrix
from mlroles.roles.skills import SkillMatrix
from mlroles.roles.sources import ClaimReport, SourcesReport
from mlroles.validation import CheckReport

FILES: dict[str, type[Model]] = {part.file: part.model for part in PARTS}
"""The files of a catalogue."""

RESULTS: dict[str, type[object]] = {
    "overview": Overview,
    "profile": Profile,
    "comparison": Comparison,
    "skills": SkillMatrix,
    "responsibilities": ResponsibilityMatrix,
    "lifecycle": Lifecycle,
    "pay": PaySummary,
    "pay-sensitivity": PaySensitivity,
    "sources": SourcesReport,
    "claim": ClaimReport,
    "questionnaire": Questionnaire,
    "quiz": Result,
    "cohort": Cohort,
    "check": CheckReport,
    "error": Failure,
}
"""What stands in the envelope of each command's JSON."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of that name, one of ``FILES`` or ``RESULTS``."""
    if name in FILES:
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        return dialect | FILES[name].model_json_schema()
    return result_schema(name, RESULTS[name])
