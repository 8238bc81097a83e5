"""Writes a catalogue as large as ESCO's: 200 roles, 5,000 skills, 16,200 statements of roles.

    python benchmarks/large.py FOLDER [--times N]

``--times`` halves it, doubles it and so on (0.5, 2). Nothing is drawn at random: what is the n-th
of its kind says everything about it.
"""

import argparse
import json
from pathlib import Path
from typing import Any

SKILLS_OF_A_ROLE, DUTIES_OF_A_ROLE, ASPECTS, OTHERS = 60, 8, 6, 7
"""Statements of each role; the others are its summary, what it does not do, and for whom it is."""

PLACES = "abcdefghij"

Json = dict[str, Any]


def named(prefix: str, number: int) -> str:
    """Return a title that no other has: words, as a reader would meet them."""
    letters = " ".join(f"{PLACES[int(digit)]}o" for digit in str(number))
    return f"{prefix} {letters}"


def sources(times: float) -> Json:
    """Return ``sources.json``: 200 sources with 20 claims each, and 1,000 disputes."""
    count, each = int(200 * times), 20
    return {
        "schema_version": 1,
        "sources": [
            {
                "id": f"s-{n}",
                "title": named("A report on jobs", n),
                "author": named("Author", n),
                "publisher": "A publisher",
                "published": "2024",
                "cite": f"Report {n}",
                "kind": "report",
                "sections": [{"id": f"part-{n}-{part}", "title": "A part"} for part in range(2)],
            }
            for n in range(count)
        ],
        "claims": [
            {
                "id": f"s-{n}-{number}",
                "source": f"s-{n}",
                "section": f"part-{n}-{number % 2}",
                "kind": "fact",
                "text": f"{named('People of the job do', n)} and {named('what is asked', number)}.",
            }
            for n in range(count)
            for number in range(each)
        ],
        "disputes": [
            {
                "id": f"dispute-{n}",
                "about": f"{named('Who does', n)}?",
                "sides": [
                    {"says": "These do.", "claims": [claim(4 * n, times)]},
                    {"says": "Those do.", "claims": [claim(4 * n + 1, times)]},
                ],
                "reading": "Both do.",
                "reason": "Each speaks of another time.",
            }
            for n in range(int(1000 * times))
        ],
    }


def claim(number: int, times: float) -> str:
    """Return the id of a claim, whatever the number."""
    number %= 20 * int(200 * times)
    return f"s-{number // 20}-{number % 20}"


def roles(times: float) -> Json:
    """Return ``roles.json``."""
    skills, duties, categories = int(5000 * times), int(500 * times), int(100 * times)
    return {
        "schema_version": 1,
        "title": "Many jobs",
        "stages": [
            {"id": f"stage-{n}", "title": named("Stage", n), "text": "Work is done.",
             "claims": [claim(n, times)]}
            for n in range(8)
        ],
        "aspects": [
            {"id": f"aspect-{n}", "title": named("Aspect", n), "question": "How is it?",
             "scale": ["none", "some", "much", "most"]}
            for n in range(ASPECTS)
        ],
        "categories": [
            {"id": f"category-{n}", "title": named("Category", n)} for n in range(categories)
        ],
        "skill_scale": ["not named", "basic", "solid", "expert"],
        "skills": [
            {"id": f"skill-{n}", "title": named("Skill", n),
             "category": f"category-{n % categories}"}
            for n in range(skills)
        ],
        "responsibilities": [
            {"id": f"duty-{n}", "title": named("Duty", n), "stage": f"stage-{n % 8}"}
            for n in range(duties)
        ],
        "roles": [role(n, times, skills, duties) for n in range(int(200 * times))],
    }  # fmt: skip


def role(number: int, times: float, skills: int, duties: int) -> Json:
    """Return one role; its skills and duties are those after the last role's, and some shared."""
    start = 81 * number

    def statement(kind: str, place: int) -> Json:
        return {
            "id": f"{kind}-{number}",
            "text": f"{named('The job is', number)} in {named('many a way', place)}.",
            "claims": [claim(start + place, times), claim(start + place + 1, times)],
        }

    own = range(25 * number, 25 * number + SKILLS_OF_A_ROLE)
    return {
        "id": f"role-{number}",
        "title": named("Maker of", number),
        "short_title": named("Maker", number),
        "letter": f"{number:X}",
        "summary": statement("summary", 0),
        "aliases": [{"name": named("Builder", number)}],
        "aspects": [
            {"aspect": f"aspect-{n}", "text": f"It matters in {n} ways.", "level": (number + n) % 4,
             "claims": [claim(start + n, times)]}
            for n in range(ASPECTS)
        ],
        "responsibilities": [
            {"responsibility": f"duty-{(number * 3 + n) % duties}",
             "part": "leads" if n % 2 else "helps", "claims": [claim(start + 10 + n, times)]}
            for n in range(DUTIES_OF_A_ROLE)
        ],
        "does_not": [statement(f"not-{n}", 20 + n) for n in range(2)],
        "skills": [
            {"skill": f"skill-{n % skills}", "level": 1 + n % 3,
             "claims": [claim(start + place, times)]}
            for place, n in enumerate(own)
        ],
        "choose_if": [statement(f"choose-{n}", 30 + n) for n in range(2)],
        "think_twice_if": [statement(f"think-{n}", 40 + n) for n in range(2)],
    }  # fmt: skip


def write(folder: Path, times: float = 1) -> None:
    """Write the catalogue into a folder."""
    for name, document in {"sources": sources(times), "roles": roles(times)}.items():
        text = json.dumps(document, ensure_ascii=False)
        (folder / f"{name}.json").write_text(f"{text}\n", "utf-8")


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=float, default=1, help="so many times as large (1)")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    write(given.folder, given.times)


if __name__ == "__main__":
    main()
