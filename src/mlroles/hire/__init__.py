"""For who hires: whom first, what a team lacks, and adverts that say what they mean."""
