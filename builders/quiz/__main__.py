"""``python -m builders.quiz SURVEY``: a survey comes in, the measured half of the quiz goes out.

It sets the points anew, measures them, and writes ``questionnaire.json`` and ``validity.md``.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from builders.quiz.evaluate import held_out
from builders.quiz.model import calibrate
from builders.quiz.questionnaire import write_questionnaire
from builders.quiz.report import write_report
from builders.quiz.survey import read_survey

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the survey, calibrate on all of it, measure on held-out tenths, and write both."""
    parser = argparse.ArgumentParser(
        prog="python -m builders.quiz", description="Set the points anew."
    )
    parser.add_argument("survey", type=Path, help="the survey's zip file, or the CSV inside it")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to write into")
    given = parser.parse_args(arguments)
    survey = read_survey(given.survey)
    card = calibrate(survey, survey.fitted)
    found = held_out(survey, card)
    write_questionnaire(given.root / "data" / "questionnaire.json", survey, card, found)
    write_report(given.root / "docs", survey, card, found)


if __name__ == "__main__":
    main()
