"""A person: what they can do, how well, and where that stands; kept for them alone."""
