"""What must hold between the parts of ``hire.json`` and the catalogue."""

from collections.abc import Collection, Iterator, Mapping

from mlroles.datafile.references import Named, References, duplicates
from mlroles.errors import Problem
from mlroles.hire.models import Condition, HireFile, HireQuestion
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

FILE = "hire.json"
"""The name of the file."""

AT_ONCE = ("size", "stages", "jobs")
"""Kinds of questions of which there is one at the most: each has an option of its own."""


def hire_problems(file: HireFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids, answers, claims, a rule that always holds."""
    refer = References(FILE)
    ids = {
        "questions": [each.id for each in file.questions],
        "advice": [each.id for each in file.advice],
        "rules": [each.id for each in file.rules],
    }
    for name, own in ids.items():
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each) for n, each in enumerate(own)])
    jobs = {*catalogue.role_index, *(each.id for each in catalogue.neighbours)}
    yield from _questions(file)
    yield from _rules(file, refer, catalogue, jobs)
    named = [(f"$.advice[{n}].job", each.job) for n, each in enumerate(file.advice) if each.job]
    yield from refer.unknown("job", named, jobs)
    stages = [(f"$.handovers[{n}].to", each.to) for n, each in enumerate(file.handovers)]
    yield from duplicates(FILE, stages)
    yield from refer.unknown("stage", stages, catalogue.stages)
    yield from refer.unknown("claim", _claims(file), catalogue.claims)


def _questions(file: HireFile) -> Iterator[Problem]:
    kinds: dict[str, str] = {}
    for n, each in enumerate(file.questions):
        path = f"$.questions[{n}]"
        yield from duplicates(
            FILE, [(f"{path}.answers[{at}].id", own.id) for at, own in enumerate(each.answers)]
        )
        if each.of in AT_ONCE and kinds.setdefault(each.of, each.id) != each.id:
            yield Problem(FILE, f"{path}.of", f"two questions are of {each.of}", "keep one")
        yield from _answers(each, path)


def _answers(question: HireQuestion, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the answers of one question."""
    own = question.of in {"choice", "size"}
    if own != bool(question.answers):
        expected = "give it answers" if own else "leave its answers out"
        yield Problem(FILE, f"{path}.answers", f"a question of {question.of}", expected)
    for at, each in enumerate(question.answers):
        if (each.least is not None) != (question.of == "size"):
            place = f"{path}.answers[{at}].least"
            yield Problem(FILE, place, f"an answer of {question.of}", "a least where it is a size")
    if question.of == "size" and question.answers:
        if 1 not in {each.least for each in question.answers}:
            yield Problem(FILE, f"{path}.answers", "nothing is the answer of one", "begin at 1")
        yield from duplicates(
            FILE,
            [
                (f"{path}.answers[{at}].least", str(own.least))
                for at, own in enumerate(question.answers)
            ],
        )


def _rules(
    file: HireFile, refer: References, catalogue: Catalogue, jobs: Collection[str]
) -> Iterator[Problem]:
    advice = {each.id for each in file.advice}
    questions = {each.id: each for each in file.questions}
    for n, rule in enumerate(file.rules):
        path = f"$.rules[{n}]"
        last = n == len(file.rules) - 1
        if bool(rule.when) == last:
            what = "the last rule must always hold" if last else "a rule that always holds is last"
            yield Problem(FILE, f"{path}.when", what, "the last alone has no condition")
        named = [(f"{path}.advice", rule.advice)]
        named += [(f"{path}.then[{at}].advice", each.advice) for at, each in enumerate(rule.then)]
        yield from refer.unknown("advice", named, advice)
        disputes = [(f"{path}.disputes[{at}]", each) for at, each in enumerate(rule.disputes)]
        yield from refer.unknown(
            "dispute", disputes, {each.id for each in catalogue.sources.disputes}
        )
        for at, condition in enumerate(rule.when):
            yield from _condition(
                f"{path}.when[{at}]", condition, refer, questions, (catalogue.stages, jobs)
            )


def _condition(
    path: str,
    condition: Condition,
    refer: References,
    questions: Mapping[str, HireQuestion],
    known: tuple[Collection[str], Collection[str]],
) -> Iterator[Problem]:
    stages, jobs = known
    question = questions.get(condition.question)
    if question is None:
        place: Named = [(f"{path}.question", condition.question)]
        yield from refer.unknown("question", place, questions)
        return
    if not condition.any and not condition.none:
        yield Problem(
            FILE, path, f"nothing of {quoted(question.id)} is asked for", "name an answer"
        )
    answers: Collection[str] = [each.id for each in question.answers]
    if question.of == "stages":
        answers = stages
    elif question.of == "jobs":
        answers = jobs
    elif condition.none:
        yield Problem(FILE, f"{path}.none", "is for stages and jobs", "name the other answers")
    ids = [(f"{path}.any[{at}]", each) for at, each in enumerate(condition.any)]
    ids += [(f"{path}.none[{at}]", each) for at, each in enumerate(condition.none)]
    yield from refer.unknown(f"answer to {question.id}", ids, answers)


def _claims(file: HireFile) -> Named:
    cited = [(f"$.advice[{n}]", each.claims) for n, each in enumerate(file.advice)]
    cited += [(f"$.rules[{n}]", each.claims) for n, each in enumerate(file.rules)]
    cited += [
        (f"$.rules[{n}].then[{at}]", each.claims)
        for n, rule in enumerate(file.rules)
        for at, each in enumerate(rule.then)
    ]
    cited += [(f"$.handovers[{n}]", each.claims) for n, each in enumerate(file.handovers)]
    return [(f"{path}.claims[{at}]", claim) for path, own in cited for at, claim in enumerate(own)]
