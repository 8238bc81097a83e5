"""The page: every section, a menu, the quiz, in one file or in several.

A section is a screen of the program, written by the walker of HTML, with links in place of
commands. Without JavaScript everything can be read; the quiz, and choosing what is compared, need
it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import groupby

from mlroles import __version__
from mlroles.parts import QUESTIONNAIRE, works
from mlroles.render.document import Command
from mlroles.render.html import Link, Place, openings, to_part
from mlroles.render.html_page import html_page
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import compare
from mlroles.roles.profile import overview
from mlroles.site.compare_data import compare_data
from mlroles.site.places import Places
from mlroles.site.quiz_data import Json, quiz_data, words_data
from mlroles.site.script import CARD, script
from mlroles.site.sections import COMPARE, Section, compared, sections
from mlroles.text import clean
from mlroles.views.overview import glance
from mlroles.views.page_words import Label

START = "Start"
"""The group of the menu that comes first."""

HOME, QUIZ = "home", "quiz"
"""The ids of the two sections that are no screen of a command's."""

INDEX = "index.html"
"""The file that holds the first section, where the page is several."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What begins the words of a place that links lead to: the id of a claim, or of a dispute."""


class Page:
    """What is known of a catalogue, as a page."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Make every screen of the page; raises DataError where a file is wrong."""
        self._catalogue = catalogue
        self._title = clean(catalogue.file.title)
        first = glance(overview(catalogue, catalogue.core), catalogue)
        self._sections = (Section(HOME, "At a glance", first, START), *sections(catalogue))
        self._asks = works("quiz", catalogue.directory)

    def whole(self) -> str:
        """Return the page as one file."""
        places = self._places({})
        parts = [self._part(each, places) for each in self._sections]
        if self._asks:
            parts.insert(1, self._quiz())
        return self._file(places, parts, self._data(places))

    def several(self) -> Iterator[tuple[str, str]]:
        """Yield the page as several files: the name of each, and what stands in it."""
        ids = [*(each.id for each in self._sections), QUIZ]
        files_ = {id_: f"{id_}.html" for id_ in ids} | {HOME: INDEX}
        places = self._places(files_)
        data = self._data(places)
        for section in self._sections:
            compares = {each: data[each] for each in ("links", "colours", "labels", "compare")}
            own = compares if section.id == "compare" else {}
            part = self._part(section, places)
            yield files_[section.id], self._file(places, [part], own, here=section.id)
        if self._asks:
            yield files_[QUIZ], self._file(places, [self._quiz()], data, here=QUIZ)

    def _places(self, files_: dict[str, str]) -> Places:
        links = {each.id: clean(each.title) for each in self._sections}
        links |= {QUIZ: "Take the quiz"} if self._asks else {}
        holds: dict[str, str] = {}
        for section in self._sections:
            own = [id_ for id_ in _anchored(section) if id_ not in links]
            links |= {id_: id_.removeprefix(f"{section.anchor}-") for id_ in own}
            holds |= dict.fromkeys(own, section.id)
        return Places(links, files_, holds)

    def _part(self, section: Section, places: Places) -> str:
        """Return a section as HTML."""
        given: set[str] = set()

        def anchor(words: str) -> str:
            id_ = _anchor(section, words)
            if places.sections.get(id_) != section.id or id_ in given:
                return ""
            given.add(id_)
            return id_

        def find(command: Command) -> Link | None:
            link = places.find(command)
            return None if link == places.link(section.id) else link

        body = to_part(section.document, Place(f"{section.id}-", 1, find, anchor))
        return _section(section.id, body)

    def _quiz(self) -> str:
        title = clean(QUESTIONNAIRE.load(self._catalogue).title)
        return _section(
            QUIZ,
            f"<h2>{escape(title)}</h2>\n"
            '<p class="noscript">The questions need JavaScript, which is off here. Without it you '
            "can read everything else.</p>",
        )

    def _file(
        self,
        places: Places,
        parts: Iterable[str],
        data: Json,
        *,
        here: str = "",
    ) -> str:
        link = places.link(here) if here else None
        title = self._title if link is None else f"{link.title} – {self._title}"
        own = script((*CARD, "page", "compare", "quiz", "start")) if data else ""
        holder = f'<script type="application/json" id="data">{_embedded(data)}</script>\n'
        body = (
            f'<a class="skip" href="#main">Skip the menu</a>\n<header><p class="name">'
            f"{escape(self._title)}</p>\n{self._menu(places, link)}</header>\n"
            f'<main id="main" tabindex="-1">\n<h1 class="unseen">{escape(self._title)}</h1>\n'
            f"{chr(10).join(parts)}\n</main>\n"
            f'<footer class="page">Made by mlroles {escape(__version__)}. This page asks nothing '
            "of any other computer and sends nothing anywhere.</footer>\n"
            f"{holder if data else ''}"
        )
        style = (files("mlroles.site") / "page.css").read_text("utf-8")
        return html_page(title, body, own, style)

    def _menu(self, places: Places, link: Link | None) -> str:
        lines = ['<nav class="menu" aria-label="Sections">']
        for group, own in groupby(self._sections, key=lambda each: each.group):
            links = [places.link(each.id) for each in own]
            items = "".join(_item(each, current=each == link) for each in links)
            if group == "":
                continue
            if group == START and self._asks:
                quiz = places.link(QUIZ)
                items += _item(quiz, current=quiz == link)
            if group in {START, COMPARE}:
                lines.append(f"<ul>{items}</ul>")
            else:
                is_open = " open" if link in links else ""
                name = f"<summary>{escape(group)}</summary>"
                lines.append(f"<details{is_open}>{name}<ul>{items}</ul></details>")
        return "\n".join([*lines, "</nav>"])

    def _data(self, places: Places) -> Json:
        """Return what the script works with."""
        catalogue = self._catalogue
        data: Json = {
            "links": {
                id_: [places.link(id_).address, title]
                for id_, title in places.titles.items()
                if id_ not in places.sections
            },
            "colours": dict(catalogue.role_index),
            "labels": {each.name: each.value for each in Label},
            "compare": compare_data(compare(catalogue, compared(catalogue)), catalogue),
        }
        if self._asks:
            questionnaire = QUESTIONNAIRE.load(catalogue)
            data["quiz"] = quiz_data(questionnaire, catalogue)
            data["words"] = words_data(questionnaire, catalogue)
        return data


def _section(id_: str, body: str) -> str:
    return f'<section id="{escape(id_)}">\n{body}\n</section>'


def _item(link: Link, *, current: bool) -> str:
    mark = ' aria-current="page"' if current else ""
    return f'<li><a href="{escape(link.address)}"{mark}>{escape(link.title)}</a></li>'


def _anchor(section: Section, words: str) -> str:
    """Return the id of a place in a section that begins with these words; nothing for none."""
    begun = _ID.match(words) if section.anchor else None
    if begun is None or words[begun.end() : begun.end() + 1] not in {"", ":", ","}:
        return ""
    return f"{section.anchor}-{begun[0]}"


def _anchored(section: Section) -> list[str]:
    """Return the ids of the places in a section that links may lead to."""
    begun = openings(section.document) if section.anchor else ()
    return [*filter(None, dict.fromkeys(_anchor(section, words) for words in begun))]


def _embedded(data: Json) -> str:
    """Return JSON that no text in it can end, or begin a comment in."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
