"""The page's script: the modules in ``js/``, put together as one, so that a page is one file."""

import re
from importlib.resources import files

CARD = ("numbers", "scorecard", "stopping", "verdict", "sheets", "session", "words")
"""The modules of the quiz's rules, each after those that it imports."""

_IMPORT = re.compile(r"^(?:import \{[^}]*\} from \"[^\"]*\";|/\*\* @import .*\*/)\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function|const|class|async)", re.MULTILINE)


def script(modules: tuple[str, ...]) -> str:
    """Return these modules as one script without imports; names are unique over all of them."""
    folder = files("mlroles.site") / "js"
    texts = ((folder / f"{name}.js").read_text("utf-8") for name in modules)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)
