"""The command line: Typer signatures and nothing else."""
