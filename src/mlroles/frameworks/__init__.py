"""How other frameworks divide the family of roles: ``frameworks.json`` and what to ask of it."""
