"""Makes what lies in ``data/`` from raw files: typed, tested, the same bytes each time."""
