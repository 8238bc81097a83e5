"""What a file of a person names: resume.json, an export of LinkedIn, a CV."""
