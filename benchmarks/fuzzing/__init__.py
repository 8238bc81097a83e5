"""What ``benchmarks/fuzz.py`` is made of: how files are spoilt, and how they are then read."""
