"""Everything that makes files under ``data/`` from raw files; no part of the installed program."""
