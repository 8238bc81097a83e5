"""From what a person can do, or a role, to a role or an advert: what is missing, what first."""
