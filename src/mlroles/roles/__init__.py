"""The catalogue: roles, sources, and the questions that can be asked of them."""
