"""Official wages: what employees were paid in the United States, by occupation code."""
