# make run: set up what is needed, then open the window.  make test: the same, then all tests.
PYTHON ?= python3
BIN := .venv/bin
TRANSLATIONS := $(wildcard desktop/seen_online/ui/translations/*.ts)
NEEDS := $(TRANSLATIONS) pyproject.toml packaging/linux/system-packages.txt packaging/linux/setup.sh packaging/lock/build.txt

.PHONY: run test check bench strings lock clean

run: .venv/run.stamp
	@packaging/linux/run.sh

test: .venv/dev.stamp check
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal

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

# Measures speed and accuracy beside yardsticks in the same run. SEEN_ONLINE_EVAL_DATA names a folder of labelled data.
bench: .venv/dev.stamp
	@for script in tests/benchmarks/bench_*.py; do \
	    printf '\n== %s\n' "$$script"; $(BIN)/python "$$script" || exit 1; done

# Brings the translations' sources up to date with the strings in the code. English needs its plurals alone.
strings: .venv/dev.stamp
	@$(BIN)/pyside6-lupdate -silent -locations none -tr-function-alias 'tr+=say,tr+=mark' -pluralonly -no-obsolete -source-language en -target-language en \
	    $$(find desktop -name '*.py') -ts desktop/seen_online/ui/translations/seen_online_en.ts

# Brings the lock files up to date. They hold names, versions and hashes, and no address.
lock:
	@packaging/lock/update.sh $(PYTHON)

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis
