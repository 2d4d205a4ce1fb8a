# make run: set up what is needed, then open the window.  make test: the same, then all tests.
PYTHON ?= python3
BIN := .venv/bin
NEEDS := pyproject.toml packaging/linux/system-packages.txt packaging/linux/setup.sh packaging/lock/build.txt

.PHONY: run test check bench lock clean

run: .venv/run.stamp
	@packaging/linux/run.sh

test: .venv/dev.stamp check
	@$(BIN)/python -m pytest

check: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/basedpyright --level error
	@$(BIN)/lint-imports --no-cache

.venv/run.stamp: $(NEEDS) packaging/lock/run.txt
	@packaging/linux/setup.sh run $(PYTHON)
	@touch $@

# The developers' set holds all that running needs, so setting it up serves `make run` too.
.venv/dev.stamp: $(NEEDS) packaging/lock/dev.txt
	@packaging/linux/setup.sh dev $(PYTHON)
	@touch .venv/run.stamp $@

# Brings the lock files up to date. They hold names, versions and hashes, and no address.
lock:
	@packaging/lock/update.sh $(PYTHON)

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis
