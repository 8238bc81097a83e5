"""Tests of what makes the data files and pages, on small made-up inputs."""
