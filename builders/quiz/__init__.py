"""Builds the measured half of the questionnaire from a survey; not shipped with mlroles."""
