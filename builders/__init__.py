"""Make what stands in ``data/`` and ``docs/`` from raw files; not part of the installed program."""
