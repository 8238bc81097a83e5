"""The fit questionnaire: questions, points, a session, a verdict."""
