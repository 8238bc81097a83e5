"""Builds the measured half of the questionnaire, and limits for the other; not shipped."""
