"""The frame of every page: its head, its policy and its style.

The policy in the page forbids it any request, any other style than its own, and any script but
the one that it comes with, all by their digests.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Final

from mlroles.palette import PALETTE

_STYLE: Final = """
:root { color-scheme: light dark;
  --ink: #1a1a1a; --paper: #ffffff; --soft: #5c5c5c; --line: #c4c4c4; %s}
@media (prefers-color-scheme: dark) { :root {
  --ink: #ededed; --paper: #161616; --soft: #a8a8a8; --line: #4d4d4d; %s} }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 1.8rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; } h4, h5, h6 { margin: 1.2rem 0 .4rem; }
table { border-collapse: collapse; }
caption, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0;
  overflow-wrap: anywhere; }
thead th, thead td, tbody th[scope=rowgroup] { border-bottom: 1px solid var(--line); }
thead th, tbody th { overflow-wrap: break-word; }
tbody th { font-weight: normal; min-width: 5rem; }
tbody th[scope=rowgroup] { font-weight: bold; padding-top: .8rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
dt { font-weight: bold; } dd { margin: 0 0 .6rem 0; }
@media (min-width: 42rem) { dl { display: grid; grid-template-columns: max-content minmax(0, 1fr);
  column-gap: 1.5rem; } dt { max-width: 14rem; } dd { margin-bottom: .4rem; } }
.muted, footer, sup { color: var(--soft); } .gauge { white-space: nowrap; }
a { color: inherit; } sup { line-height: 0; } code { overflow-wrap: anywhere; }
footer ol { padding-left: 2rem; }
svg { width: 12rem; max-width: 100%%; height: 1rem; fill: currentColor; vertical-align: middle; }
svg .ground { fill: var(--line); }
.next code { display: block; padding: .2rem 0; }
ul.next { list-style: none; padding: 0; }
:focus-visible { outline: 3px solid var(--role0); outline-offset: 2px; }
:target { scroll-margin-top: 1rem; }
@media screen and (max-width: 42rem) { %s }
@media screen and (max-width: 58rem) { %s }
@media (forced-colors: active) { svg .ground { fill: GrayText; } }
@media print { body { max-width: none; padding: 0; } .next { display: none; }
  h1, h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; } }
"""

_RECORDS: Final = """{0}, {0} tbody, {0} tr, {0} th, {0} td {{ display: block; text-align: left; }}
  {0} thead {{ display: none; }} {0} tr {{ padding: .5rem 0; border-top: 1px solid var(--line); }}
  {0} tbody th, {0} td {{ padding: .1rem 0; border: 0; }} {0} tbody th {{ font-weight: bold; }}
  {0} td:empty {{ display: none; }}
  {0} td[data-of]::before {{ content: attr(data-of) ": "; color: var(--soft); }}"""
"""Where there is little room a row becomes a record: a label and a value a line."""


def html_page(title: str, body: str, script: str = "", more_style: str = "") -> str:
    """Return a whole page, ended by one newline; ``body`` and ``script`` stand in it as they are.

    ``script`` may hold no end tag of a script.
    """
    style = page_style() + more_style
    policy = [
        "default-src 'none'",
        f"style-src {_digest(style)}",
        *([f"script-src {_digest(script)}"] if script else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    scripts = f'\n<script type="module">{script}</script>' if script else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}{scripts}"
        "\n</body>\n</html>\n"
    )


def page_style() -> str:
    """Return the style that every page has."""
    colours = [each.hex for each in PALETTE]
    names = (
        "".join(f"--role{n}: {own}; " for n, own in enumerate(each))
        for each in (colours, map(_lightened, colours))
    )
    roles = "".join(f".role{n} {{ color: var(--role{n}); }}\n" for n in range(len(colours)))
    records = (_RECORDS.format(each) for each in ("table", ".many"))
    return _STYLE % (*names, *records) + roles


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _lightened(colour: str) -> str:
    """Return a colour half way to white, which is easily read on a dark page."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{(each + 255) // 2:02x}" for each in parts)
