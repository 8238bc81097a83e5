"""Makes ``data/evidence.json``: counts from raw files, verdicts from ``editorial.json``."""
