# What a developer types. `make` alone lists the targets.
# Another Python: make test VENV=.venv/newest BASE=python3.13

BASE ?= python3
VENV ?= .venv
FOR ?= 60
LOWEST := $(VENV)/lowest
PYTHON := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help test lint types screens docs check lowest fuzz bench format clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(VENV)/installed: pyproject.toml
	$(BASE) -m venv $(VENV)
	$(PYTHON) -m pip install --quiet -e '.[test,build]'
	touch $@

$(LOWEST)/installed: pyproject.toml
	$(BASE) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet uv
	$(LOWEST)/bin/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct -e '.[test]'
	touch $@

test: $(VENV)/installed ## Run the program's tests, the last failures first, up to the first failure
	$(PYTHON) -m pytest --no-cov -x --ff tests/unit tests/layout tests/golden tests/vectors tests/property

lint: $(VENV)/installed ## Look for mistakes, and for imports that no layer allows
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/deno lint src/mlroles/site/js
	$(VENV)/bin/lint-imports --no-cache

types: $(VENV)/installed ## Check the types
	$(VENV)/bin/mypy
	$(VENV)/bin/deno check src/mlroles/site/js

screens: $(VENV)/installed ## Write the expected screens anew; read the difference before you commit
	$(PYTHON) -m pytest --no-cov --update-golden tests/golden tests/vectors
	git diff --stat tests

docs: $(VENV)/installed ## Write what the pages quote, the command reference and the pictures
	$(PYTHON) -m builders.docs
	$(PYTHON) -m builders.page_pictures
	git diff --stat README.md docs

check: $(VENV)/installed lowest ## Do what CI does, and run the tests with the lowest versions allowed
	$(PYTHON) -m pytest

lowest: $(LOWEST)/installed ## Run the tests with the lowest versions that pyproject.toml allows
	$(LOWEST)/bin/python -m pytest --no-cov tests/unit tests/layout tests/golden tests/vectors tests/property tests/terminal

fuzz: $(VENV)/installed ## Spoil files and commands for so many seconds (make fuzz FOR=3600)
	$(PYTHON) benchmarks/fuzz.py --seconds $(FOR)

bench: $(VENV)/installed ## Measure start-up and limits, kill the quiz (benchmarks/scoring.py measures scoring)
	$(PYTHON) benchmarks/startup.py
	$(PYTHON) benchmarks/catalogue.py
	$(PYTHON) benchmarks/limits.py
	$(PYTHON) benchmarks/kills.py --times 300

format: $(VENV)/installed ## Format every file and mend what the linter can
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/deno fmt src/mlroles/site/js

clean: ## Remove the environments and what tools leave behind
	rm -rf $(VENV) dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
