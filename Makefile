# What a developer types. `make` alone lists the targets.

VENV ?= .venv
PYTHON := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help check test format docs bench clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(VENV)/installed: pyproject.toml
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet -e '.[test,build]'
	touch $@

check: $(VENV)/installed ## Do what CI does: format, lint, types, layers, docs, tests, coverage
	$(PYTHON) -m pytest

test: $(VENV)/installed ## Run the tests of the program alone, without coverage
	$(PYTHON) -m pytest --no-cov tests/unit tests/property

format: $(VENV)/installed ## Format every file and mend what the linter can
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

docs: $(VENV)/installed ## Write the README's blocks, the command reference and the pictures
	$(PYTHON) -m builders.docs

bench: $(VENV)/installed ## Measure start-up (benchmarks/scoring.py needs pandas and scikit-learn too)
	$(PYTHON) benchmarks/startup.py

clean: ## Remove the environment and what tools leave behind
	rm -rf $(VENV) dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
