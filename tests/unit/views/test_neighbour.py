"""Jobs beside the roles in a list."""

from dataclasses import replace

import pytest

from mlroles.parts import neighbours
from mlroles.render.document import Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.roles.neighbours import all_neighbours
from mlroles.views.neighbour import NOT_KNOWN, neighbour_list
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.unit.views.blocks import headings, one_of, paragraphs, suggested


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the bakery with the jobs beside it."""
    folder = write(tmp_path_factory.mktemp("village"), whole_bakery())
    return replace(load_catalogue(folder), read_neighbours=neighbours)


def test_each_job_has_a_line(village: Catalogue) -> None:
    """A job's id stands with the roles that it is near to, and a job of them is suggested."""
    document = neighbour_list(all_neighbours(village))
    assert headings(document) == ["Jobs beside the roles"]
    assert one_of(document, Table).rows == (
        ("miller", "Baker, Seller"),
        ("bread-artist", "Baker"),
        ("sweeper", NOT_KNOWN),
    )
    assert suggested(document) == ("mlroles show miller", "mlroles compare miller baker")


def test_no_job_is_said(bakehouse: Catalogue) -> None:
    """A catalogue without such jobs says so, and leads on to its roles."""
    document = neighbour_list(all_neighbours(bakehouse))
    assert paragraphs(document) == "This catalogue has no jobs beside its roles."
    assert suggested(document) == ("mlroles list",)
