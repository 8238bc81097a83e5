"""Jobs beside the roles in a list."""
