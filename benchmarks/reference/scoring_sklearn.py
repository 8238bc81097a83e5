"""The yardstick for ``mlroles score``: scikit-learn and pandas, from one CSV file to another.

    python scoring_sklearn.py fit LAYOUT MODEL             fit models on invented people, keep them
    python scoring_sklearn.py plain MODEL SHEETS OUTPUT    score the sheets; print the seconds
    python scoring_sklearn.py tuned MODEL SHEETS OUTPUT    the same, each different cell seen once

LAYOUT is a JSON file: the roles, each question with its answers, and the parts that are scored,
each with its questions. The seconds printed are those of reading, encoding, predicting and
writing, without the imports.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

PEOPLE = 5000


def plain(cells: pd.Series, answers: list[str]) -> np.ndarray:
    """Return a column of 0 and 1 for each answer, as pandas offers it."""
    dummies = cells.str.get_dummies(sep=";").reindex(columns=answers, fill_value=0)
    found: np.ndarray = dummies.to_numpy(np.float32)
    return found


def tuned(cells: pd.Series, answers: list[str]) -> np.ndarray:
    """Return the same; each different cell is taken apart once only."""
    codes, different = pd.factorize(cells)
    found: np.ndarray = plain(pd.Series(different), answers)[codes]
    return found


def fit(layout: Path, model: Path) -> None:
    """Fit a model for each part; what it predicts does not matter here."""
    described = json.loads(layout.read_text("utf-8"))
    random = np.random.default_rng(1)
    titles = random.choice(described["roles"], PEOPLE)
    models = {}
    for part, questions in described["parts"].items():
        columns = sum(len(described["questions"][question]) for question in questions)
        people = random.integers(0, 2, (PEOPLE, columns)).astype(np.float32)
        models[part] = (questions, LogisticRegression(max_iter=1000).fit(people, titles))
    model.write_bytes(pickle.dumps((described["questions"], models)))


Encode = Callable[[pd.Series, list[str]], np.ndarray]


def predict(encode: Encode, model: Path, sheets: Path, output: Path) -> None:
    """Score the sheets, and print the seconds that it took."""
    start = time.perf_counter()
    asked, models = pickle.loads(model.read_bytes())  # noqa: S301 - written by ``fit``
    frame = pd.read_csv(sheets, dtype=str, keep_default_na=False)
    encoded = {question: encode(frame[question], answers) for question, answers in asked.items()}
    result = {"id": frame["id"]}
    for part, (questions, regression) in models.items():
        shares = regression.predict_proba(np.hstack([encoded[each] for each in questions]))
        for place, role in enumerate(regression.classes_):
            result[f"{part}.{role}"] = shares[:, place]
        result["verdict"] = regression.classes_[shares.argmax(axis=1)]
    pd.DataFrame(result).to_csv(output, index=False, float_format="%.6f")
    print(time.perf_counter() - start)


if __name__ == "__main__":
    action, *files = sys.argv[1:]
    if action == "fit":
        fit(*map(Path, files))
    else:
        predict({"plain": plain, "tuned": tuned}[action], *map(Path, files))
