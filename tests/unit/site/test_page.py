"""The page: sections, links between them, the menu, what comes with it."""

import json
import re
from pathlib import Path

import pytest

from mlroles.render.document import command
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.site.page import Page
from mlroles.site.places import Places
from mlroles.site.sections import sections
from tests import kitchen
from tests.catalogues import write


@pytest.fixture(scope="module")
def whole(shipped: Catalogue) -> str:
    """Return the page of the catalogue that comes along."""
    return Page(shipped).whole()


def test_every_link_leads_somewhere(whole: str) -> None:
    """Each link of the page leads to a place in it, and no two places have one name."""
    places = re.findall(r' id="([^"]*)"', whole)
    assert len(places) == len(set(places))
    links = re.findall(r'href="([^"]*)"', whole)
    assert {each[1:] for each in links} <= {*places}
    assert all(each.startswith("#") for each in links)
    data = json.loads(re.findall(r'id="data">(.*?)</script>', whole, re.DOTALL)[0])
    assert {address[1:] for address, _ in data["links"].values()} <= {*places}
    assert "about-qwak-61" in places
    assert '<a href="#sources-disputes">Where sources disagree</a>' in whole


def test_what_the_page_may_do(whole: str) -> None:
    """The page loads nothing, and is smaller than a million and a half bytes."""
    assert "default-src 'none'; style-src 'sha256-" in whole
    assert not re.search(r"<(?:img|link|iframe|object|embed)\b|\ssrc=|url\(", whole)
    assert len(whole.encode()) < 1_500_000


def test_every_file_of_a_site_is_linked_rightly(shipped: Catalogue) -> None:
    """As several files, each link leads to a place in a file that is there; one file is now."""
    files = dict(Page(shipped).several())
    places = {name: {*re.findall(r' id="([^"]*)"', text)} for name, text in files.items()}
    for name, text in files.items():
        for link in re.findall(r'href="([^"]*)"', text):
            file, _, place = link.partition("#")
            assert place in places[file or name]
        assert text.count('aria-current="page"') <= 1
    assert '<a href="quiz.html#quiz">Take the quiz</a>' in files["index.html"]
    assert "<script" not in files["skills.html"]
    assert "scorecard" not in files["compare.html"].partition('id="data"')[2].partition("<")[0]


def test_a_catalogue_of_its_own(tmp_path: Path) -> None:
    """A catalogue without most files has a page of what it has, with or without a quiz."""
    for files, has_quiz in (
        (kitchen.open_kitchen_files(), True),
        (kitchen.catalogue_files("baker"), False),
    ):
        folder = tmp_path / str(has_quiz)
        write(folder, files)
        page = Page(load_catalogue(folder))
        text = page.whole()
        assert ('<section id="quiz">' in text) is has_quiz
        assert ("Take the quiz" in text) is has_quiz
        assert "pay" not in {each.id for each in sections(load_catalogue(folder))}
        assert ("quiz.html" in dict(page.several())) is has_quiz


PLACES = Places(
    {
        each: each.upper()
        for each in (
            "role-a", "compare", "compare-a-b", "plan-a", "plan-b-a", "plan", "sources-disputes",
            "about-x-1", "quiz", "quiz-questions", "skills",
        )
    },
    {},
    {"about-x-1": "about-x"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("show", "a", "--full"), "role-a"),
        (("show", "b"), None),
        (("compare", "a", "b"), "compare-a-b"),
        (("compare", "b", "a"), "compare"),
        (("compare",), "compare"),
        (("plan", "a"), "plan-a"),
        (("plan", "a", "--from", "b"), "plan-b-a"),
        (("plan", "c", "--from", "b", "--hours-per-week", "9"), "plan"),
        (("sources", "--disputes"), "sources-disputes"),
        (("sources", "x-1"), "about-x-1"),
        (("quiz", "questions"), "quiz-questions"),
        (("quiz",), "quiz"),
        (("skills", "--shared"), "skills"),
    ],
)
def test_what_a_command_shows(words: tuple[str, ...], place: str | None) -> None:
    """A command leads to the place where what it shows stands, or the nearest to it."""
    link = PLACES.find(command(*words))
    assert (link and link.address) == (place and f"#{place}")


def test_a_place_in_another_file() -> None:
    """The address of a place begins with the file of its section."""
    places = Places(PLACES.titles, {"about-x": "about-x.html"}, PLACES.sections)
    assert places.link("about-x-1").address == "about-x.html#about-x-1"
    assert places.link("skills").address == "#skills"
