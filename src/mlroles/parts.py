"""The files of a catalogue, a row each: a new data file is one row more.

Everything that goes through the files reads this list: loading, ``data check``, ``data schema``,
completion, and the screens that quote what a file says of a role. A row names code by
``module:name`` and imports it when it is used, so that a command pays for the files it reads.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from mlroles.errors import DataError, Problem

if TYPE_CHECKING:
    import datetime as dt

    from mlroles.adverts.models import AdvertsFile
    from mlroles.adverts.telling import AdvertTools
    from mlroles.adverts.terms.models import TermsFile
    from mlroles.adverts.terms.read import TermsReader
    from mlroles.datafile.model import Model
    from mlroles.evidence.models import EvidenceFile
    from mlroles.frameworks.models import FrameworksFile
    from mlroles.hire.advert_models import AdvertRulesFile
    from mlroles.hire.models import HireFile
    from mlroles.mentions.find import MentionFinder
    from mlroles.mentions.models import MentionsFile
    from mlroles.pay.models import PayFile
    from mlroles.plan.models import PlanFile, ResourcesFile
    from mlroles.quiz.models import Questionnaire
    from mlroles.roles.ages import Dated, Review
    from mlroles.roles.catalogue import Catalogue
    from mlroles.roles.evidence import Quoted
    from mlroles.roles.models import Neighbour, NeighboursFile, Role, RolesFile, SourcesFile
    from mlroles.roles.names import Reads
    from mlroles.roles.neighbours import Job
    from mlroles.titles.models import TitlesFile
    from mlroles.titles.read import TitleReader
    from mlroles.wages.models import WagesFile

M_co = TypeVar("M_co", bound="Model", covariant=True)


@dataclass(frozen=True)
class Part(Generic[M_co]):
    """One file of a catalogue.

    ``holds`` says in words what is in it. ``check`` finds what does not hold between the file and
    the catalogue, ``quoted`` what other screens say of it, ``reviews`` when somebody should look
    at its sources again, ``dated`` what else in it ages. A file that is not ``needed`` may be
    absent, and then ``commands`` do not work. One that people edit ``by_hand`` has the layout
    of ``datafile.format``; the others are as their builder writes them.
    """

    file: str
    holds: str
    model_at: str
    check_at: str = ""
    quoted_at: str = ""
    reviews_at: str = ""
    dated_at: str = ""
    needed: bool = False
    by_hand: bool = False
    commands: tuple[str, ...] = ()

    @property
    def model(self) -> type[M_co]:
        """The shape of the file."""
        return cast("type[M_co]", named(self.model_at))

    def problems(self, value: object, catalogue: "Catalogue") -> Iterable[Problem]:
        """Return what does not hold between ``value``, of this file, and the catalogue."""
        if not self.check_at:
            return ()
        check = cast("Callable[[Any, Catalogue], Iterable[Problem]]", named(self.check_at))
        return check(value, catalogue)

    def quoted(self, catalogue: "Catalogue") -> "Quoted | None":
        """Return what other screens quote of the file; None where it is absent or says nothing.

        Raises DataError where what is read of it is wrong.
        """
        path = catalogue.directory / self.file
        if not self.quoted_at or not os.path.lexists(path):
            return None
        read = cast("Callable[[Path, Catalogue], Quoted]", named(self.quoted_at))
        return read(path, catalogue)

    def reviews(self, catalogue: "Catalogue") -> "tuple[Review, ...]":
        """Return when somebody should look at the sources of the file again."""
        if not self.reviews_at or not os.path.lexists(catalogue.directory / self.file):
            return ()
        read = cast("Callable[[Any], tuple[Review, ...]]", named(self.reviews_at))
        return read(self.load(catalogue))

    def dated(self, catalogue: "Catalogue", on: "dt.date") -> "Iterable[Dated]":
        """Return what else in the file somebody should look at again, as it is on that day."""
        if not self.dated_at or not os.path.lexists(catalogue.directory / self.file):
            return ()
        read = cast("Callable[[Any, dt.date], Iterable[Dated]]", named(self.dated_at))
        return read(self.load(catalogue), on)

    def load(self, catalogue: "Catalogue") -> M_co:
        """Return the file, checked; raises DataError where it is absent or wrong."""
        from mlroles.datafile.read import read_file, refuse

        self.needs_to_be_there(catalogue)
        value = read_file(catalogue.directory / self.file, self.model)
        refuse(catalogue.directory, self.problems(value, catalogue))
        return value

    def needs_to_be_there(self, catalogue: "Catalogue") -> None:
        """Raise DataError where the catalogue does not have the file."""
        path = catalogue.directory / self.file
        if not os.path.lexists(path):
            raise DataError(
                f"This catalogue has no {self.holds}: there is no {path}.",
                f"Put a {self.file} there, or leave out --data and MLROLES_DATA to use the "
                "built-in one.",
                (Problem(self.file, "", "is missing"),),
            )


def named(place: str) -> object:
    """Return what ``place`` names as ``module:name``, the module within this package."""
    module, name = place.split(":")
    return getattr(import_module(f"mlroles.{module}"), name)


SOURCES: "Part[SourcesFile]" = Part(
    "sources.json", "sources", "roles.models:SourcesFile", needed=True, by_hand=True
)
ROLES: "Part[RolesFile]" = Part(
    "roles.json", "roles", "roles.models:RolesFile", needed=True, by_hand=True
)
NEIGHBOURS: "Part[NeighboursFile]" = Part(
    "neighbours.json",
    "jobs beside the roles",
    "roles.models:NeighboursFile",
    check_at="roles.check:neighbours_problems",
    by_hand=True,
)
QUESTIONNAIRE: "Part[Questionnaire]" = Part(
    "questionnaire.json",
    "questionnaire",
    "quiz.models:Questionnaire",
    check_at="quiz.check:questionnaire_problems",
    by_hand=True,
    commands=("quiz", "score", "cohort"),
)
PAY: "Part[PayFile]" = Part(
    "pay.json",
    "pay data",
    "pay.models:PayFile",
    check_at="pay.check:pay_problems",
    quoted_at="pay.headlines:advertised_pay",
    commands=("pay",),
)
EVIDENCE: "Part[EvidenceFile]" = Part(
    "evidence.json",
    "evidence",
    "evidence.models:EvidenceFile",
    check_at="evidence.check:evidence_problems",
    quoted_at="evidence.headlines:quoted_evidence",
    reviews_at="evidence.headlines:reviews",
    commands=("evidence",),
)
FRAMEWORKS: "Part[FrameworksFile]" = Part(
    "frameworks.json",
    "frameworks",
    "frameworks.models:FrameworksFile",
    check_at="frameworks.check:frameworks_problems",
    reviews_at="frameworks.overview:reviews",
    commands=("frameworks",),
)
WAGES: "Part[WagesFile]" = Part(
    "wages.json",
    "official wages",
    "wages.models:WagesFile",
    check_at="wages.check:wages_problems",
    commands=("pay --official",),
    reviews_at="wages.summary:reviews",
)
TITLES: "Part[TitlesFile]" = Part(
    "titles.json",
    "job titles",
    "titles.models:TitlesFile",
    check_at="titles.check:titles_problems",
    commands=("title",),
)
MENTIONS: "Part[MentionsFile]" = Part(
    "mentions.json",
    "words for skills",
    "mentions.models:MentionsFile",
    check_at="mentions.check:mentions_problems",
    by_hand=True,
    commands=("read",),
)
ADVERTS: "Part[AdvertsFile]" = Part(
    "adverts.json",
    "points for reading adverts",
    "adverts.models:AdvertsFile",
    check_at="adverts.check:adverts_problems",
    commands=("read",),
)
TERMS: "Part[TermsFile]" = Part(
    "terms.json",
    "words for the terms of adverts",
    "adverts.terms.models:TermsFile",
    check_at="adverts.terms.check:terms_problems",
    by_hand=True,
    commands=("read",),
)
PLAN: "Part[PlanFile]" = Part(
    "plan.json",
    "learning paths",
    "plan.models:PlanFile",
    check_at="plan.check:plan_problems",
    by_hand=True,
    commands=("plan",),
)
RESOURCES: "Part[ResourcesFile]" = Part(
    "resources.json",
    "learning resources",
    "plan.models:ResourcesFile",
    check_at="plan.check:resources_problems",
    dated_at="plan.resources:dated_resources",
    by_hand=True,
)
HIRE: "Part[HireFile]" = Part(
    "hire.json",
    "advice for who hires",
    "hire.models:HireFile",
    check_at="hire.rules_check:hire_problems",
    by_hand=True,
    commands=("hire", "team"),
)
ADVERT_RULES: "Part[AdvertRulesFile]" = Part(
    "advert_rules.json",
    "rules for writing adverts",
    "hire.advert_models:AdvertRulesFile",
    check_at="hire.advert_problems:advert_rules_problems",
    by_hand=True,
    commands=("advert",),
)

PARTS: "tuple[Part[Model], ...]" = (
    SOURCES,
    ROLES,
    NEIGHBOURS,
    QUESTIONNAIRE,
    PAY,
    EVIDENCE,
    FRAMEWORKS,
    WAGES,
    TITLES,
    MENTIONS,
    ADVERTS,
    TERMS,
    PLAN,
    RESOURCES,
    HIRE,
    ADVERT_RULES,
)
"""Every file, in the order in which it is read and listed."""


def works(command: str, directory: Path) -> bool:
    """Say whether the catalogue in ``directory`` has the files that a command needs."""
    return all(os.path.lexists(directory / part.file) for part in PARTS if command in part.commands)


def quoted(catalogue: "Catalogue") -> "Quoted":
    """Return what the files of the catalogue measure, in the order of the files."""
    from mlroles.roles.evidence import Quoted

    found = [each for part in PARTS if (each := part.quoted(catalogue))]
    return Quoted(
        tuple(figure for each in found for figure in each.evidence),
        {claim: finding for each in found for claim, finding in each.findings.items()},
    )


def neighbours(catalogue: "Catalogue") -> "tuple[Neighbour, ...]":
    """Return the jobs beside the roles; none where the catalogue has no file of them."""
    if not os.path.lexists(catalogue.directory / NEIGHBOURS.file):
        return ()
    return NEIGHBOURS.load(catalogue).neighbours


def titles(catalogue: "Catalogue") -> "TitleReader":
    """Return what reads job titles; raises DataError where the catalogue has no file of them.

    A meaning that the catalogue does not have is left out: ``data check`` tells of it.
    """
    from mlroles.datafile.read import read_file
    from mlroles.titles.read import TitleReader, jobs

    TITLES.needs_to_be_there(catalogue)
    return TitleReader(read_file(catalogue.directory / TITLES.file, TITLES.model), jobs(catalogue))


def title_reader(catalogue: "Catalogue") -> "Reads | None":
    """Return what says what a title means; None where the catalogue has no titles."""
    if not os.path.lexists(catalogue.directory / TITLES.file):
        return None
    from mlroles.titles.meaning import meaning

    reader = titles(catalogue)
    return lambda title: meaning(reader, title)


def mention_finder(catalogue: "Catalogue") -> "MentionFinder":
    """Return what finds skills in text; raises DataError where the catalogue has no words for them.

    A skill that the catalogue does not have is left out: ``data check`` tells of it.
    """
    from mlroles.datafile.read import read_file
    from mlroles.mentions.find import MentionFinder

    MENTIONS.needs_to_be_there(catalogue)
    file = read_file(catalogue.directory / MENTIONS.file, MENTIONS.model)
    return MentionFinder(file, (each.id for each in catalogue.file.skills))


def terms_reader(catalogue: "Catalogue") -> "TermsReader":
    """Return what reads terms and needs; raises DataError where the catalogue has no words."""
    from mlroles.adverts.terms.read import TermsReader

    return TermsReader(TERMS.load(catalogue))


def advert_tools(catalogue: "Catalogue") -> "AdvertTools":
    """Return what reads adverts; raises DataError where the catalogue lacks a file for that."""
    from mlroles.adverts.mix import MixReader
    from mlroles.adverts.telling import AdvertTools
    from mlroles.mentions.find import MentionFinder

    mentions = MENTIONS.load(catalogue)
    finder = MentionFinder(mentions)
    return AdvertTools(
        finder,
        MixReader(ADVERTS.load(catalogue), finder),
        terms_reader(catalogue),
        {each.id: each.title for each in mentions.further},
        titles(catalogue) if os.path.lexists(catalogue.directory / TITLES.file) else None,
    )


def job_entries(catalogue: "Catalogue", jobs: "Iterable[Role | Neighbour]") -> "tuple[Job, ...]":
    """Return what is known of roles and jobs beside them, from whatever files there are."""
    from mlroles.frameworks.beside import placings
    from mlroles.pay.beside import pay_by_title, read_titles
    from mlroles.roles.models import Role
    from mlroles.roles.neighbours import Beside, entry, role_entry

    folder = catalogue.directory
    frameworks = FRAMEWORKS.load(catalogue) if works("frameworks", folder) else None
    paid = read_titles(folder / PAY.file) if works("pay", folder) else None

    def job(found: "Role | Neighbour") -> "Job":
        where = placings(frameworks, found.id) if frameworks else ()
        if isinstance(found, Role):
            figures = catalogue.quoted.evidence
            own = tuple(each for each in figures if each.role == found.id and each.skill is None)
            return role_entry(catalogue, found, Beside(where, own))
        names = (found.title, *(alias.name for alias in found.aliases))
        return entry(catalogue, found, Beside(where, pay_by_title(paid, names) if paid else ()))

    return tuple(map(job, jobs))
