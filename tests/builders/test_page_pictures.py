"""The pictures of the page: what they show is what the page is."""

from pathlib import Path

import pytest
from PIL import Image

from builders import page_pictures
from mlroles.roles.catalogue import Catalogue
from mlroles.site.page import Page


def test_pictures_show_the_page_as_it_is(shipped: Catalogue) -> None:
    """No picture has drifted from the page, and each is small enough for a page of ours."""
    page = Page(shipped).whole()
    assert page_pictures.drifted(page) == []
    for each in page_pictures.TAKEN:
        path = page_pictures.PICTURES / f"{each.name}.png"
        assert path.stat().st_size <= 120_000
        with Image.open(path) as picture:
            assert picture.size == (each.width, each.height)


def test_a_drift_is_told(
    shipped: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A picture of another page, in words or in style, and one that is not there, are told."""
    page = Page(shipped).whole()
    compared = page_pictures.TAKEN[0]
    shown = page_pictures.shown(page, compared)
    for other in (page.replace("Compare roles", "Compare"), page.replace("76rem", "77rem", 1)):
        assert page_pictures.shown(other, compared) != shown
    assert page_pictures.shown(page.replace("Made by", "Made once by"), compared) == shown
    monkeypatch.setattr(page_pictures, "PICTURES", tmp_path)
    assert page_pictures.main(["--check"]) == 1
    assert "Not up to date: page.png, page-quiz.png" in capsys.readouterr().out
