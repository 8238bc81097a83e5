"""The questionnaire as a form to hand out; ``batch.reading`` reads what comes back."""
