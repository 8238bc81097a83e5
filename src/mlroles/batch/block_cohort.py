"""What many answer sheets say together, from the results of whole blocks."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from mlroles.batch.blocks import Results, Texts
from mlroles.batch.cohort import Cohort, Tallies, Tally, percent
from mlroles.quiz.models import Questionnaire

Places = NDArray[np.intp]


def summarise_blocks(
    blocks: Iterable[Results], questionnaire: Questionnaire, by: Sequence[str] = ()
) -> Cohort:
    """Return what ``cohort.summarise`` returns of the same results, and raise as it does."""
    tallies = Tallies(questionnaire, by)
    for results in blocks:
        right = np.ones(len(results.lines), bool)
        right[[*results.problems]] = False
        places = np.flatnonzero(right)
        tallies.wrong += len(results.problems)
        _add(tallies.everybody, results, places)
        for column, texts in enumerate(results.groups):
            for name, own in _groups(texts.take(places)):
                _add(tallies.group(column, name), results, places[own])
    return tallies.cohort()


def _groups(texts: Texts) -> Iterator[tuple[str, Places]]:
    """Yield each different text, and where it stands."""
    found = texts.dictionary_encode()
    codes = found.indices.to_numpy()
    order = np.argsort(codes, kind="stable")
    names = found.dictionary.to_pylist()
    ends = np.cumsum(np.bincount(codes, minlength=len(names)))
    start = 0
    for name, end in zip(names, ends.tolist(), strict=True):
        yield name, order[start:end]
        start = end


def _add(tally: Tally, results: Results, places: Places) -> None:
    """Add the people at some places of a block."""
    said = results.said[places]
    for case, people in enumerate(np.bincount(said).tolist()):
        if people:
            tally.count(results.cases[case], people)
    answered = results.answered[places]
    tally.few_answers += int(((answered > 0) & (2 * answered < tally.questions)).sum())
    for number, (own, half) in enumerate(zip(tally.halves, results.halves, strict=True)):
        if half.millionths is None:
            continue
        there = half.answered[places]
        shares = half.millionths[:, places[there]]
        own.add_shares(shares.sum(1).tolist())
        leads = [bool(case.halves and case.halves[number].leaders) for case in results.cases]
        led = shares[: len(own.roles), np.array(leads)[said[there]]]
        percents = np.bincount(percent(led.max(0)), minlength=len(own.leading))
        own.leading = [
            each + more for each, more in zip(own.leading, percents.tolist(), strict=True)
        ]
