"""What must hold between the parts of ``advert_rules.json`` and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.roles.catalogue import Catalogue

FILE = "advert_rules.json"
"""The file's name in a catalogue's directory."""


def advert_rules_problems(file: AdvertRulesFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold: ids that stand twice, and ids that are unknown."""
    refer = References(FILE)
    duties = [
        (f"$.draft.duties[{n}].responsibility", each.responsibility)
        for n, each in enumerate(file.draft.duties)
    ]
    roles = [(f"$.draft.roles[{n}].role", each.role) for n, each in enumerate(file.draft.roles)]
    skills = [
        (f"$.draft.skills[{n}].skill", each.skill) for n, each in enumerate(file.draft.skills)
    ]
    references = [(f"$.references[{n}].id", each.id) for n, each in enumerate(file.references)]
    kinds = [(f"$.kinds[{n}].id", str(each.id)) for n, each in enumerate(file.kinds)]
    laws = [(f"$.pay_laws.laws[{n}].id", each.id) for n, each in enumerate(file.pay_laws.laws)]
    tools = [(f"$.tools[{n}].id", each.id) for n, each in enumerate(file.tools)]
    levels = [
        (f"$.draft.levels[{n}].level", each.level) for n, each in enumerate(file.draft.levels)
    ]
    for named in (roles, duties, skills, references, kinds, laws, tools, levels):
        yield from duplicates(FILE, named)
    responsibilities = {each.id for each in catalogue.file.responsibilities}
    yield from refer.unknown("role", roles, catalogue.role_index)
    yield from refer.unknown("responsibility", duties, responsibilities)
    yield from refer.unknown("skill", skills, catalogue.skills)
    cited = [
        (f"$.kinds[{n}].references[{place}]", name)
        for n, each in enumerate(file.kinds)
        for place, name in enumerate(each.references)
    ]
    yield from refer.unknown("reference", cited, {each.id for each in file.references})
    listed = {*file.coded.masculine, *file.coded.feminine}
    left_out = [(f"$.coded.left_out[{n}]", each) for n, each in enumerate(file.coded.left_out)]
    yield from refer.unknown("coded word", left_out, listed)
    scale = len(catalogue.file.skill_scale)
    if file.draft.basic_level >= scale:
        yield Problem(
            FILE,
            "$.draft.basic_level",
            f"there is no level {file.draft.basic_level}",
            f"{scale - 1} at most, as roles.json has",
        )
