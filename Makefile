# Two commands matter: `make desk` (set up, play the sample stream, serve it) and `make test`. `make help` lists all.
# Everything happens in .venv of this folder; packages are installed by the hashes in requirements.lock.

PYTHON ?= $(firstword $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p"; done) python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DESK ?= sample-desk
PORT ?= 8700
SERVE ?= 1
GOLD ?=
SHELL := /bin/sh

.DEFAULT_GOAL := help
.PHONY: help setup desk test larger thorough coverage check format quality bench pictures lock vendor clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

setup: $(READY) ## make .venv and install everything into it

desk: $(READY) ## play the sample stream into sample-desk/ and serve it (SERVE=0: only play it; PORT=8700; DESK=folder)
	$(BIN)/reportedly sample $(DESK)
	@[ "$(SERVE)" = 0 ] || exec $(BIN)/reportedly serve --desk $(DESK) --port $(PORT)

# Threads that share matrices as small as a sentence's wait for each other six times as long as they work.
test larger thorough coverage: export OPENBLAS_NUM_THREADS = 1

test: $(READY) ## run all tests, a process for each core
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

larger: $(READY) ## run the tests of the ledger once more, on PostgreSQL
	REPORTEDLY_TEST_LEDGER=postgresql $(BIN)/python -m pytest -n auto --dist loadfile tests/ledger

thorough: $(READY) ## try desks, clusters and workers as often as is promised: orders, pacts, kills (a quarter of an hour)
	REPORTEDLY_THOROUGH=1 $(BIN)/python -m pytest -n auto --dist loadfile tests/exchange tests/crew tests/assigning tests/gather

coverage: $(READY) ## run all tests, tell which lines none of them runs, and hold their share to its floor
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

check: $(READY) ## format, lint, types, layers, and whether the docs are whole
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_docs.py

format: $(READY) ## put the code into the house's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: $(READY) ## measure the reader on the gold sets at hand and compare with the pinned floors
	$(BIN)/python -m quality.gate $(GOLD)

bench: $(READY) ## measure reading against bare spaCy, start-up time, and a desk's time and memory
	$(BIN)/python -m benchmarks.help_time
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.desk

pictures: $(READY) ## take the pictures of the README anew from the sample stream (needs Chromium)
	$(BIN)/python -m docs.pictures

COMPILE = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate $(LOCK) --quiet
lock: $(READY) ## pin what pyproject.toml asks for anew (LOCK=--upgrade: take the newest of each)
	$(COMPILE) --group dev --output-file requirements.lock
	$(COMPILE) --group build --extra pdf --extra oidc --output-file container.lock

vendor: ## build what the browser gets from others into the package (needs npm)
	npm ci --no-audit --no-fund
	cp node_modules/htmx.org/dist/htmx.min.js src/reportedly/web/static/vendor/

clean: ## remove the environment, caches and the sample desk
	rm -rf $(VENV) node_modules $(DESK) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed and $(PYTHON) is not: name one, as in 'make $(MAKECMDGOALS) PYTHON=python3.12'" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) cannot make environments: install its venv module (Debian, Ubuntu: apt-get install python3-venv)" >&2; exit 1; }
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing some 120 packages into $(VENV), once; this takes a minute or two.'
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	$(BIN)/python -m compileall -q src
	@touch $(READY)
