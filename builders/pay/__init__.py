"""Summarises a salary file of aijobs.net as the pay file."""
