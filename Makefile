# Everything runs in .venv, which is made on first use; `make help` lists what there is.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SOURCES ?= ../shared/sources
AXE := .browser/axe-core-4.14.1
YAML_SERVER := .editors/yaml-language-server-1.25.0

.DEFAULT_GOAL := help
.PHONY: help setup run test quick coverage newest oldest lock browser editors lint types plans verify docs golden labels bench fuzz kill package check clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

# $(call environment,FOLDER,CONSTRAINTS,OPTIONS): an environment with the package in it; what pip says is shown only where
# it fails. Some systems ship python3 without ensurepip: then pip of the system puts one into the environment.
define environment
@test -x $(1)/bin/python || $(PYTHON) -m venv $(1) >/dev/null 2>&1 || $(PYTHON) -m venv --clear --without-pip $(1)
@echo "setting up $(1), which takes a minute or two ..." >&2
@{ $(1)/bin/python -m pip --version || $(PYTHON) -m pip --python $(1)/bin/python install pip; } >$(1)/pip.log 2>&1 && \
PIP_CONSTRAINT=$(2) PIP_BUILD_CONSTRAINT=$(2) $(1)/bin/python -m pip install --disable-pip-version-check $(3) \
-c $(2) --editable '.[dev]' >>$(1)/pip.log 2>&1 || { cat $(1)/pip.log >&2; exit 1; }
endef

$(READY): pyproject.toml plancompare/__init__.py tests/constraints.txt
	$(call environment,.venv,tests/constraints.txt)
	@touch $(READY)

setup: $(READY)  ## make the environment

run: $(READY)  ## the first screen: the shipped plans, findings worth knowing, what to try next
	@$(BIN)/plancompare

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest -n auto

quick: $(READY)  ## the tests worth running at every save, until the first that fails
	@$(BIN)/python -m pytest -x -n auto -m "not slow"

coverage: $(READY)  ## the share of code and branches that the tests run, processes that they start counted; at least 98 %
	@$(BIN)/coverage erase && $(BIN)/coverage run -m pytest -n auto && $(BIN)/coverage combine -q && $(BIN)/coverage report

newest:  ## run the tests with the newest releases, in .venv-newest
	$(call environment,.venv-newest,/dev/null,--upgrade --upgrade-strategy eager)
	@.venv-newest/bin/python -m pytest -n auto

oldest:  ## run the tests with the lowest releases allowed, in .venv-oldest
	@mkdir -p .venv-oldest && $(PYTHON) tests/pins.py oldest >.venv-oldest/constraints.txt
	$(call environment,.venv-oldest,.venv-oldest/constraints.txt)
	@.venv-oldest/bin/python -m pytest -n auto

lock: newest  ## pin the newest releases, if the tests pass with them, in tests/constraints.txt
	@.venv-newest/bin/python tests/pins.py lock

# axe-core checks accessibility. Chromium is Debian's, or the one that CHROMIUM names.
$(AXE):
	@command -v npm >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends npm >/dev/null; }
	@npm install --prefix .browser --no-save --no-package-lock --no-audit --no-fund --silent $(subst axe-core-,axe-core@,$(@F))
	@touch $@

$(YAML_SERVER):
	@command -v npm >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends npm >/dev/null; }
	@npm install --prefix .editors --no-save --no-package-lock --no-audit --no-fund --silent $(subst server-,server@,$(@F))
	@touch $@

editors: $(READY) $(YAML_SERVER)  ## completions and definitions of the schemas in the language server of editors
	@$(BIN)/python -m pytest tests/editors

browser: $(READY) $(AXE)  ## the HTML page in real Chromium: filters, keys, dark, print, phones, accessibility
	@test -n "$$CHROMIUM" || command -v chromium >/dev/null || { echo "installing chromium ..." >&2; \
	apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null; }
	@$(BIN)/python -m pytest tests/browser

lint: $(READY)  ## format and style
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .

types: $(READY)  ## strict types
	@$(BIN)/mypy

plans: $(READY)  ## check the shipped plans
	@$(BIN)/plancompare --plans plans check

verify: $(READY)  ## find every evidence phrase again in its source
	@if [ -d "$(SOURCES)" ]; then $(BIN)/plancompare --plans plans verify --sources "$(SOURCES)"; \
	else echo "verify: no sources at $(SOURCES); name them: make verify SOURCES=DIR"; fi

docs: $(READY)  ## rewrite what is made by program in README, CONTRIBUTING and docs/
	@$(BIN)/python -m tests.docs

golden: $(READY)  ## rewrite the expected outputs of the tests; read the diff
	@$(BIN)/python -m tests.golden

labels: $(READY)  ## how well the aligner does on judged pairs
	@$(BIN)/plancompare --plans plans evaluate tests/labels.yaml --with tests/extracts --with tests/judged

bench: $(READY)  ## whole-process ratios, measured in one run; PLANS="5 50 500 3000" for larger collections
	@$(BIN)/python -m tests.benchmarks.bench
	@$(BIN)/python -m tests.benchmarks.documents
	@$(BIN)/python -m tests.benchmarks.scale --plans $(or $(PLANS),5 50 300)

fuzz: $(READY)  ## inputs made to break it, for SECONDS (600); what breaks is kept in .fuzz
	@$(BIN)/python -m tests.attacks.fuzz --seconds $(or $(SECONDS),600)

kill: $(READY)  ## kill whatever writes TIMES (500) times, two writers at once, full disks
	@$(BIN)/python -m tests.attacks.kill --times $(or $(TIMES),500)

package: $(READY)  ## wheel and sdist into dist/, made twice to the same bytes, and what the checkers of packages say
	@test -x .venv-package/bin/twine || { $(PYTHON) -m venv .venv-package && \
	.venv-package/bin/pip install -q build hatchling twine check-wheel-contents pyroma; }
	@rm -rf dist && for to in dist dist/again; do .venv-package/bin/python -m build -q --no-isolation -o $$to .; done
	@for file in dist/plancompare-*; do cmp $$file dist/again/$$(basename $$file); done && rm -r dist/again
	@.venv-package/bin/twine check dist/* && .venv-package/bin/check-wheel-contents dist/*.whl
	@.venv-package/bin/pyroma -n 8 dist/*.tar.gz  # two points are for an address and a page, which the project has not

check: lint types test browser editors plans verify  ## all that CI runs

clean:  ## remove the environment and caches
	rm -rf .venv .venv-newest .venv-oldest .venv-package build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .browser .editors .fuzz .coverage .coverage.*
