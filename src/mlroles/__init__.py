"""mlroles: tell Data Scientist, ML Engineer and ML Researcher apart, and say how it knows."""

__version__ = "0.1.0"
