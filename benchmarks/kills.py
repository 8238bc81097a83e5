"""Kill the quiz at random moments, and count what it had confirmed and lost.

    python benchmarks/kills.py --times 300

An answer is confirmed when the next question, or the list of all answers, is asked; a result when
it stands on standard output. After each kill the state folder is read anew: every confirmed answer
has to be in the unfinished quiz or in the newest result, and every result that was ever kept has
to be there still, whole. Numbered lines are asked through pipes: what is kept is the same.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from mlroles.locations import data_directory
from mlroles.quiz.kept import MOST, FinishedQuizzes
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.state import UnfinishedQuiz

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Most often the one that no program can answer."""

LONGEST = 0.8
"""Seconds that a quiz runs at the most, from its first line on, before it is killed."""

Given = dict[str, tuple[str, ...]]


@dataclass
class Tally:
    """What was confirmed, and what of it was lost."""

    kills: int = 0
    ended: int = 0
    """Quizzes that were over before they were killed."""
    answers: int = 0
    results: int = 0
    lost: list[str] = field(default_factory=list)


@dataclass
class Person:
    """Somebody who answers at random, and knows what has been confirmed to them."""

    questionnaire: Questionnaire
    chance: random.Random
    confirmed: Given = field(default_factory=dict)
    given: Given = field(default_factory=dict)
    """Answers that are not confirmed yet."""
    seen: int = 0
    """Answers that have been confirmed."""

    def answer(self, line: str, asked: str) -> str | None:
        """Return what to type when ``line`` has been written, the question being ``asked``."""
        if line.startswith("You answered"):
            return "y"
        if line.startswith("Answer this half?"):
            return "y"
        if line.startswith("Type a number from 1 to"):
            self._confirm()
            return "" if self.chance.random() < 0.7 else str(self.chance.randint(1, 5))  # noqa: PLR2004
        if line.startswith(("Type a number, or", "Type one or more")):
            self._confirm()
            question = next(each for each in self.questionnaire.questions if each.text == asked)
            if "b back" in line and self.chance.random() < 0.1:  # noqa: PLR2004
                return "b"
            place = self.chance.randrange(len(question.answers))
            self.given = {question.id: (question.answers[place].id,)}
            return str(place + 1)
        return None

    def _confirm(self) -> None:
        self.confirmed |= self.given
        self.seen += len(self.given)
        self.given = {}


def main() -> int:
    """Kill, look, and say what was lost; exit 1 where anything was."""
    parser = argparse.ArgumentParser(description="Kill the quiz at random moments.")
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill(Path(folder), given.times, given.seed)
    print(
        f"{tally.kills} kills, {tally.ended} ends; {tally.answers} answers and {tally.results} "
        f"results were confirmed, {len(tally.lost)} lost"
    )
    print("\n".join(tally.lost))
    return 1 if tally.lost else 0


def kill(folder: Path, times: int, seed: int) -> Tally:
    """Run the quiz again and again in one state folder, killing it ``times`` times."""
    path = data_directory() / "questionnaire.json"
    person = Person(
        Questionnaire.model_validate_json(path.read_bytes()),
        random.Random(seed),  # noqa: S311
    )
    tally, known = Tally(), set[str]()
    while tally.kills < times:
        shown = _run_and_kill(folder, person, tally)
        _look(folder, person, tally, known, shown=shown)
    tally.answers = person.seen
    return tally


def _run_and_kill(folder: Path, person: Person, tally: Tally) -> bool:
    """Answer a quiz until it is killed; return whether a result stood on its standard output."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mlroles", "quiz", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "MLROLES_STATE": str(folder)},
    )
    timer = threading.Timer(
        person.chance.uniform(0, LONGEST), process.send_signal, [person.chance.choice(SIGNALS)]
    )
    stdin, stdout, stderr = process.stdin, process.stdout, process.stderr
    if stdin is None or stdout is None or stderr is None:
        raise RuntimeError
    out: list[str] = []
    reader = threading.Thread(target=lambda: out.append(stdout.read()))
    reader.start()
    before = ""
    numbered: dict[str, str] = {}
    for written in stderr:
        if timer.ident is None:
            timer.start()
        line = written.rstrip("\n")
        if before.startswith("Question "):
            numbered["asked"] = line
        typed = person.answer(line, numbered.get("asked", ""))
        before = line
        if typed is not None:
            try:
                stdin.write(f"{typed}\n")
                stdin.flush()
            except BrokenPipeError:
                break
    process.wait()
    reader.join()
    timer.cancel()
    if process.returncode == 0:
        tally.ended += 1
    else:
        tally.kills += 1
    for stream in (stdin, stdout, stderr):
        with suppress(BrokenPipeError):
            stream.close()
    return bool(out[0].strip())


def _look(folder: Path, person: Person, tally: Tally, known: set[str], *, shown: bool) -> None:
    """Read what is kept, and note what was confirmed and is not there."""
    results, warnings = FinishedQuizzes(folder).load()
    tally.lost += warnings
    names = {path.name for path in folder.glob("finished.*.json")}
    oldest = min(names, default="")  # beyond the most that are kept, older ones go
    tally.lost += [
        f"the result {name}" for name in sorted(known - names) if len(names) < MOST or name > oldest
    ]
    added = names - known
    known.update(names)
    loaded = UnfinishedQuiz(person.questionnaire, folder).load()
    tally.lost += loaded.warnings
    newest = {each.question: each.answers for each in results[0].answers} if added else {}
    if shown and not added:
        tally.lost.append("a result that was shown")
    tally.results += len(added)
    for name, ids in person.confirmed.items():
        kept = loaded.answers.get(name, newest.get(name))
        if kept != ids and kept != person.given.get(name):
            tally.lost.append(
                f"the answer to {name}: {json.dumps(ids)}, kept is {json.dumps(kept)}"
            )
    # What was on its way may have been kept or not; what is kept counts from now on.
    person.given = {}
    person.confirmed = dict(loaded.answers)


if __name__ == "__main__":
    started = time.monotonic()
    code = main()
    print(f"{time.monotonic() - started:.0f} s")
    sys.exit(code)
