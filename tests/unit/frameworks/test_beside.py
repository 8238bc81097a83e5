"""Where frameworks put a job that may be no role."""

import json

from mlroles.frameworks.beside import placings
from mlroles.frameworks.models import FrameworksFile
from mlroles.roles.neighbours import Placing
from tests.frameworks import bakery_frameworks

FILE = FrameworksFile.model_validate_json(json.dumps(bakery_frameworks()))


def test_each_framework_says_where_a_job_is() -> None:
    """Every framework is there, with its boxes for the job, the nearest first, or none."""
    assert placings(FILE, "miller") == (
        Placing("guild", "Guild", "framework", ()),
        Placing("census", "Town census", "statistics", ("Food trades",)),
    )
    assert placings(FILE, "baker")[0].boxes == ("Bakers", "Oven keepers")


def test_what_nobody_looked_up_has_no_placing() -> None:
    """Of a job that the file does not name, nothing follows."""
    assert placings(FILE, "sweeper") == ()
