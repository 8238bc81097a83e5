"""python -m calibration SURVEY: sets the points anew, measures them, writes what mlroles ships."""

import argparse
from pathlib import Path

import numpy as np

from calibration.evaluate import held_out
from calibration.model import calibrate
from calibration.questionnaire import write_questionnaire
from calibration.report import write_report
from calibration.survey import read_survey

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Read the survey, calibrate on all of it, measure on held-out tenths, and write both."""
    parser = argparse.ArgumentParser(prog="python -m calibration", description=__doc__)
    parser.add_argument("survey", type=Path, help="the survey's zip file, or the CSV inside it")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to write into")
    arguments = parser.parse_args()
    survey = read_survey(arguments.survey)
    found = held_out(survey)
    card = calibrate(survey, np.arange(len(survey.title)))
    write_questionnaire(arguments.root / "data" / "questionnaire.json", survey, card, found)
    write_report(arguments.root / "docs", survey, card, found)


if __name__ == "__main__":
    main()
