"""Data files: bytes into frozen values, and back, whole or not at all."""
