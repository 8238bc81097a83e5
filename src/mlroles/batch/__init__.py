"""Many answer sheets at once: tables, scoring, and the summary of a group of people."""
