"""Counts what titles mean, and measures how well they are read."""
