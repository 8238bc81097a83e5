"""Footnote numbers and dispute marks: how a screen says where a statement comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mlroles.render.document import Block, Cell, Fields, Footnote, Footnotes, Heading, Phrase, Sign
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName
from mlroles.roles.evidence import ClaimFinding, Evidence, Verdict
from mlroles.roles.skill_use import SkillUse
from mlroles.roles.skills import SkillCell
from mlroles.text import counted
from mlroles.views.figures import percent, way

DISPUTED = Sign("≠", "the sources disagree: mlroles sources --disputes")
CONTRADICTED = Sign("✗", "figures contradict it: mlroles evidence --verdict contradicted")
LEVELS = Sign("●○○", "the level that a source names")
SHARES = Sign(
    "80 %:", "of the role's people use it; “ads”: of its adverts name it: mlroles evidence"
)
SILENCE = Sign("not named:", "no source says, which does not mean no")

LEGEND = (LEVELS, SHARES, SILENCE, DISPUTED, CONTRADICTED)
"""The marks of a screen in the order in which they are explained."""

TELLING: tuple[Verdict, ...] = ("contradicted", "mixed", "partly", "supported")
"""The verdicts that say something of a claim, those first that tell a reader most."""

TOLD: dict[Verdict, str] = {each: each for each in TELLING} | {"partly": "partly supported"}
"""These verdicts in words."""

OUTSIDE_TITLE = "Outside the lifecycle"
"""Heads what belongs to no stage."""


class Marks:
    """Marks the phrases of one screen, and remembers which marks it used.

    A source is numbered when it is first cited, so that the marks of a screen run from 1.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Start with no mark used."""
        self._catalogue = catalogue
        self._numbers: dict[str, int] = {}
        self._signs: set[Sign] = set()
        self._findings: dict[str, ClaimFinding] = {}

    def phrase(
        self,
        cited: Cited,
        *,
        scale: tuple[str, ...] | None = None,
        text: str | None = None,
        row_disputed: bool = False,
        figure: bool = False,
    ) -> Phrase:
        """Return what is said with its sources' numbers and, on a ``scale``, its gauge.

        ``row_disputed`` says that the row is marked, so that its cells need no mark of their own.
        With ``figure`` the figure that decides about it stands behind it, where there is one.
        """
        self._findings.update((each.claim, each) for each in cited.findings)
        notes = (
            self._numbers.setdefault(source, len(self._numbers) + 1) for source in cited.sources
        )
        disputed = bool(cited.disputes) and not row_disputed
        self._use(DISPUTED, disputed)
        self._use(CONTRADICTED, cited.contradicted)
        gauge = None
        if scale is not None and cited.level is not None:
            gauge = (cited.level, len(scale) - 1)
            self._use(LEVELS)
        return Phrase(
            f"{cited.text if text is None else text}{_figure(cited) if figure else ''}",
            gauge=gauge,
            notes=tuple(sorted(notes)),
            disputed=disputed,
            contradicted=cited.contradicted,
        )

    def label(self, text: str, disputes: Iterable[str]) -> Phrase:
        """Return the label of a row, marked where the sources disagree about the row."""
        disputed = bool(tuple(disputes))
        self._use(DISPUTED, disputed)
        return Phrase(text, disputed=disputed)

    def not_named(self) -> Phrase:
        """Return what stands where no source says anything: nothing follows from that."""
        self._use(SILENCE)
        return Phrase(SILENCE.sign.rstrip(":"), muted=True)

    def level(self, words: str, level: int, highest: int) -> Phrase:
        """Return a level with its gauge."""
        self._use(LEVELS)
        return Phrase(words, gauge=(level, highest))

    def _use(self, sign: Sign, used: bool = True) -> None:
        if used:
            self._signs.add(sign)

    def role(self, role: RoleName, *, text: str | None = None) -> Phrase:
        """Return a role's short title in its colour."""
        index = self._catalogue.role_index[role.id]
        return Phrase(text or role.short_title, role=index, strong=True)

    def skill(
        self, cell: SkillCell | None, scale: tuple[str, ...], title: str | None = None
    ) -> Cell:
        """Return the level that is named, the share that is measured, or that neither is known.

        With a ``title`` the words of the source are told where they say more than that.
        """
        if cell is None:
            return self.not_named()
        figures = tuple(percent(each) for each in cell.use.figures[:1])
        self._use(SHARES, bool(figures))
        if cell.cited is None:
            return figures
        word, text = scale[cell.cited.level or 0], cell.cited.text
        named = self.phrase(
            cell.cited,
            scale=scale,
            text=f"{word}: {text}" if title not in {None, text} else word,
            row_disputed=title is None,
        )
        return (named, *figures)

    def scaled(self, cited: Cited, scale: tuple[str, ...] | None) -> Phrase:
        """Return what is said in as few words as there are: on a scale the word of its level."""
        word = None if scale is None or cited.level is None else scale[cited.level]
        return self.phrase(cited, scale=scale, text=word, row_disputed=True)

    def way(self, here: SkillUse, there: SkillUse) -> str:
        """Return how many use a skill in one role and in another, as it stands behind its name."""
        words = way(here, there)
        self._use(SHARES, bool(words))
        return words

    def aliases(self, aliases: Sequence[Cited]) -> tuple[Phrase, ...]:
        """Return a role's other names in a line, those that a dispute is about in another."""
        agreed = [each.text for each in aliases if not each.disputes]
        disputed = [each for each in aliases if each.disputes]
        lines = [Phrase(f"Also called: {', '.join(agreed)}", muted=True)] if agreed else []
        if disputed:
            claims = tuple(claim for each in disputed for claim in each.claims)
            names = f"Also called by some: {', '.join(each.text for each in disputed)}"
            by = self._catalogue.sources_of(claims)
            ids = disputed[0].disputes
            cited = Cited(names, claims, tuple(source.id for source in by), ids)
            lines.append(replace(self.phrase(cited), muted=True))
        return tuple(lines)

    def measured(self, evidence: Evidence, *, brief: bool = False) -> Phrase:
        """Return a figure in a line, what it rests on always beside it.

        ``brief`` leaves out the spread, where room is short.
        """
        each = evidence
        spread = f", {each.spread} from {each.low:,.0f} to {each.high:,.0f}"
        counts = ", ".join(counted(count.number, count.of) for count in each.counts)
        text = (
            f"{each.statistic} {each.value:,.0f} {each.unit}{'' if brief else spread}; "
            f"{each.population}, {each.year}; {counts}"
        )
        return self.phrase(Cited(text, (), (each.source,), ()))

    def offer(self, evidence: Evidence) -> Phrase:
        """Return a figure in the fewest words, with the count that it rests on."""
        each = evidence
        counts = counted(each.counts[-1].number, each.counts[-1].of)
        text = f"{each.statistic} {each.value:,.0f} {each.unit}, {each.population} {each.year}"
        return self.phrase(Cited(f"{text}; {counts}", (), (each.source,), ()))

    def findings(self) -> list[Block]:
        """Return what figures say of each claim that the screen cites, where they say something."""
        telling = [each for each in self._findings.values() if each.verdict in TELLING]
        telling.sort(key=lambda each: TELLING.index(each.verdict))
        fields = tuple(
            (Phrase(f"{each.claim}, {TOLD[each.verdict]}"), each.text) for each in telling
        )
        return [Heading("What the figures say", level=2), Fields(fields)] if fields else []

    def footnotes(self) -> Footnotes:
        """Return what the marks used so far mean."""
        source = self._catalogue.source
        return Footnotes(
            tuple(Footnote(number, source[id_].cite, id_) for id_, number in self._numbers.items()),
            tuple(each for each in LEGEND if each in self._signs),
        )


def _figure(cited: Cited) -> str:
    """Return the figure that decides about what is said, where there is one."""
    marks = [each.mark for each in cited.findings if each.mark]
    return f" · {marks[0]}" if marks else ""
