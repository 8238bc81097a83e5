"""Questions that people ask in public, and the commands that answer them: docs/questions.md.

The questions are in our own words. What is said besides the quoted output must follow from the
catalogue, and names no figure, so that it stays true when the data are renewed.
``python -m builders.docs`` writes the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import fill

WIDTH = 100
"""Letters on a line of the page."""


@dataclass(frozen=True)
class Question:
    """A question and its answer."""

    asked: str
    """The question."""
    shown: tuple[str, ...]
    """The commands that answer it, whose output is quoted; ``| head -N`` keeps the first lines."""
    reading: str
    """How to read what they say."""
    more: tuple[str, ...] = ()
    """Commands to go on with."""


WHICH = (
    Question(
        "How do a data scientist and an ML engineer differ?",
        ("mlroles compare data-scientist ml-engineer | head -20",),
        "The scientist answers a question of the business with a model; the engineer makes a "
        "model run for others. With `--full` the share of each who really do so stands beside a "
        "statement.",
        ("mlroles compare data-scientist ml-engineer --full", "mlroles skills ds mle --unique"),
    ),
    Question(
        "Applied scientist, research scientist, data scientist, ML engineer: which is which?",
        ("mlroles show applied-scientist | head -24",),
        "An applied scientist stands between the researcher and the data scientist. Research "
        "Scientist is the more common title for what is called ML researcher here, but it names "
        "no field.",
        (
            "mlroles compare applied-scientist ml-researcher",
            "mlroles show research-scientist",
            "mlroles compare",
        ),
    ),
    Question(
        "Research engineer or research scientist?",
        ("mlroles compare research-engineer research-scientist | head -24",),
        "Adverts for the engineer name deploying more often; those for the scientist name "
        "papers and a doctorate.",
        ("mlroles show research-engineer", "mlroles show research-scientist"),
    ),
    Question(
        "AI engineer or ML engineer?",
        ("mlroles compare ai-engineer ml-engineer | head -24",),
        "AI engineer is a title without a box of its own in most frameworks, and one survey "
        "counts it together with the ML engineer. Whether the two are one job is open: read the "
        "advert rather than the title.",
        ("mlroles show ai-engineer", "mlroles title 'AI Engineer'"),
    ),
    Question(
        "MLOps engineer, ML engineer, data scientist: who is who?",
        ("mlroles show mlops-engineer | head -24",),
        "MLOps is part of what sources name for the ML engineer. No framework in these data has "
        "a box for the title.",
        ("mlroles compare mlops-engineer ml-engineer", "mlroles evidence mlops"),
    ),
    Question(
        "Quant, data scientist, ML engineer or researcher, and which of them need a degree?",
        (
            "mlroles show quant | head -16",
            "mlroles compare --aspect education",
        ),
        "“Need” is more than any source shows: the shares say what people hold or plan, not "
        "what they would be turned away without.",
        ("mlroles evidence education",),
    ),
    Question(
        "What is an ML engineer really? I have the title and do none of it.",
        (
            "mlroles show ml-engineer --section does-not --section summary",
            "mlroles responsibilities ml-engineer --stage deployment | head -22",
        ),
        "Fewer than half of those who bear the title say that they run a service that rests on "
        "machine learning, so you are in company. The quiz asks about the work itself, whatever "
        "the title.",
        ("mlroles quiz --only does", "mlroles evidence ml-engineer"),
    ),
    Question(
        "I am called a data scientist, and I make dashboards.",
        ("mlroles compare data-scientist data-analyst | head -24",),
        "What you describe is what sources name for a data analyst. The quiz asks about the "
        "work itself, whatever the title.",
        ("mlroles quiz --only does", "mlroles show data-analyst"),
    ),
    Question(
        "I am called an ML engineer, and I write wrappers around other people's models.",
        ("mlroles show ai-engineer | head -20",),
        "That is nearer to what is called AI engineer, who often builds on models that others "
        "offer. Whether that is the same job as the ML engineer's is open.",
        ("mlroles compare ai-engineer ml-engineer", "mlroles quiz --only does"),
    ),
    Question(
        "I like algorithms and I like production: which role is it?",
        ("mlroles compare --aspect suits --aspect methods --aspect production-duties",),
        "Between the two: the ML engineer puts models of others to work, the researcher looks "
        "for new ones. The quiz asks what you would rather do, and says so where the answer is "
        "mixed.",
        ("mlroles quiz --only wants", "mlroles compare ml-engineer ml-researcher"),
    ),
)

DEGREES = (
    Question(
        "Do I need a PhD to work at an AI lab? I have a master's degree and work as a consultant.",
        (
            "mlroles evidence education | head -24",
            "mlroles compare ml-researcher research-engineer | head -20",
        ),
        "Many researchers have none, most of all outside universities. The data do not tell "
        "labs apart from other employers, and say nothing of consultants.",
        ("mlroles show ml-researcher --section facts", "mlroles show research-engineer"),
    ),
    Question(
        "PhD or experience for a job in machine learning?",
        ("mlroles compare --aspect education --aspect background",),
        "It depends on which job: a doctorate is common among researchers only. Nobody has "
        "counted who was hired for which of the two.",
        ("mlroles evidence education", "mlroles evidence background"),
    ),
    Question(
        "PhD or master's degree for data science?",
        ("mlroles evidence education | head -38",),
        "A master's degree is the most common among data scientists, and a doctorate is the "
        "exception. What a degree adds to pay is not in these data.",
        ("mlroles pay --official --full", "mlroles compare --aspect education"),
    ),
    Question(
        "I have a PhD in physics and want into data science: what do I lack?",
        ("mlroles plan data-scientist --have python,linux,mathematics=4,statistics=3",),
        "Say what you can do, and the plan says what is missing, what helps most in the fewest "
        "hours first. What physicists in particular lack, no source says.",
        ("mlroles plan data-scientist --full", "mlroles compare ml-researcher data-scientist"),
    ),
)

MOVING = (
    Question(
        "From software engineer to ML: how?",
        ("mlroles plan ml-engineer --have programming=3,software-engineering=3,git,docker",),
        "What is new to most of them is models: few software engineers run a service that rests "
        "on machine learning. Put in what you really can do.",
        (
            "mlroles show software-engineer",
            "mlroles compare software-engineer ml-engineer",
        ),
    ),
    Question(
        "From data science to platform or software engineering?",
        ("mlroles plan ml-engineer --from data-scientist",),
        "The ML engineer is the bridge: the plan has what to add, in an order that helps. "
        "Platform teams as such are not described by any source here.",
        ("mlroles show software-engineer", "mlroles show mlops-engineer"),
    ),
    Question(
        "I am an analyst without a degree and want to become an AI engineer: what first?",
        ("mlroles plan ml-engineer --from data-analyst", "mlroles show ai-engineer | head -19"),
        "ML engineer is the role nearest to it that is known well enough for a plan: the order is "
        "ours, from what adverts ask for, what rests on what, and rough hours. "
        "That a degree is a bar, the data do not show; that most in these jobs hold one, they do.",
        ("mlroles compare data-analyst ai-engineer", "mlroles evidence education"),
    ),
    Question(
        "Are data scientist, ML engineer and researcher steps of one ladder?",
        ("mlroles show data-scientist --level senior", "mlroles pay --by experience | head -30"),
        "No: a framework that has levels gives each job levels of its own, and puts the three "
        "in no row. That many begin as data scientists is said, and figures contradict it.",
        ("mlroles frameworks uk --full", "mlroles show ml-engineer --level lead"),
    ),
)

WORK = (
    Question(
        "How do they work together, on an example?",
        ("mlroles lifecycle | head -11",),
        "Follow a model from its data to its watch in production: whoever leads a stage hands "
        "over to whoever leads the next.",
        ("mlroles responsibilities --shared", "mlroles compare --aspect lifecycle-part"),
    ),
    Question(
        "Who owns deployment and monitoring?",
        ("mlroles responsibilities --stage monitoring",),
        "Deployment is led by the engineer. Monitoring is led by two, and the sources disagree "
        "about it: agree on it before the first model goes live.",
        ("mlroles responsibilities --stage deployment", "mlroles sources --disputes"),
    ),
    Question(
        "Which of these roles first in a start-up?",
        ("mlroles hire --people 5 --have nobody --goal product --data-in files",),
        "Public advice contradicts itself, so mlroles asks what the data are for and where they "
        "are: in a small company somebody broad, where systems have to be joined a data engineer, "
        "for reports an analyst. What is not known is not taken for a no.",
        ("mlroles hire", "mlroles hire --people 5 --full", "mlroles lifecycle"),
    ),
    Question(
        "What does an ML engineer do early in a start-up?",
        ("mlroles show ml-engineer --section responsibilities | head -24",),
        "In a small company all three jobs often fall to one person. An engineer is needed once "
        "models go live: before there is one, most of this has nothing to work on.",
        ("mlroles hire --people 5 --production stuck", "mlroles compare --aspect when-needed"),
    ),
)

PAY = (
    Question(
        "Who is paid more?",
        ("mlroles pay --level senior",),
        "Adverts offer the engineer more than the scientist whichever way titles are read; for "
        "the researcher it depends on which titles are taken.",
        ("mlroles pay --sensitivity", "mlroles pay --official"),
    ),
    Question(
        "Research engineer or research scientist: pay, and who needs a PhD?",
        ("mlroles pay ml-researcher --by title | head -25",),
        "Look at how far the bands overlap before you look at the medians. A doctorate is named "
        "more often in adverts for the scientist.",
        ("mlroles compare research-engineer research-scientist", "mlroles evidence education"),
    ),
)

PARTS: tuple[tuple[str, tuple[Question, ...]], ...] = (
    ("Which is which?", WHICH),
    ("Degrees", DEGREES),
    ("Moving", MOVING),
    ("Work", WORK),
    ("Pay", PAY),
)
"""The parts of the page, each with its questions."""

HEAD = """\
# Questions that people ask

In our words, each with the commands that answer it and what mlroles says. Written by
`python -m builders.docs`, so that it is what your mlroles says too.
"""


def questions_page() -> str:
    """Return the page, its quoted blocks still empty."""
    return "\n".join([HEAD, *_index(), *(part for each in PARTS for part in _part(*each))])


def _index() -> Iterator[str]:
    for title, questions in PARTS:
        yield f"**{title}**\n"
        yield "\n".join(f"- [{each.asked}](#{_anchor(each.asked)})" for each in questions) + "\n"


def _anchor(heading: str) -> str:
    """Return the address that a heading gets on a page."""
    kept = "".join(sign for sign in heading.casefold() if sign.isalnum() or sign in " -")
    return kept.replace(" ", "-")


def _part(title: str, questions: tuple[Question, ...]) -> Iterator[str]:
    yield f"## {title}\n"
    for each in questions:
        yield f"### {each.asked}\n"
        yield f"{fill(each.reading, WIDTH)}\n"
        for command in each.shown:
            yield f"<!-- begin: {command} -->\n<!-- end -->\n"
        yield f"Go on: {' · '.join(f'`{command}`' for command in each.more)}\n"
