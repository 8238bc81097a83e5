"""For who hires: whom first, and what a team leads, helps with and leaves open."""
