# `make demo` and `make test` work on a fresh machine with Python and make; all else is for those who change raci.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SUDO = $(shell test "$$(id -u)" = 0 || command -v sudo)
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test browser pictures integration office lint build clean

demo: $(VENV)/installed
	@BIN="$(CURDIR)/$(BIN)" sh examples/demo.sh

test: $(VENV)/installed-test
	$(BIN)/python -m pytest -n auto

# The HTML reports in a real Chromium; on Debian it is installed where it is missing.
browser: $(VENV)/installed-browser
	$(BIN)/python -m pytest -n auto tests/browser

# The pictures of the README, in docs/.
pictures: $(VENV)/installed-browser
	$(BIN)/python docs/pictures.py

# Other programs judge what raci writes, and shells complete its words; this wants npm besides, and bash.
# On Debian zsh and fish are installed where they are missing.
integration: $(VENV)/installed-integration
	$(BIN)/python -m pytest -n auto tests/integration

# LibreOffice opens and recalculates the workbook; by hand, for it is large.
office: $(VENV)/installed-test
	command -v soffice >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc >/dev/null; }
	$(BIN)/python -m pytest tests/office

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

build: $(VENV)/installed-test
	rm -rf dist
	$(BIN)/python -m build --outdir dist .

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/installed-test: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable '.[test]'
	@touch $@

$(VENV)/installed-browser: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable '.[browser]'
	command -v chromium google-chrome >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }
	@touch $@

$(VENV)/installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable '.[dev]'
	@touch $@

# The lock holds hashes and no addresses: npm install --package-lock-only --omit-lockfile-registry-resolved writes it.
$(VENV)/installed-integration: pyproject.toml tests/integration/package.json tests/integration/package-lock.json
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable '.[integration]'
	mkdir -p $(VENV)/node
	cp tests/integration/package.json tests/integration/package-lock.json $(VENV)/node
	{ command -v zsh && command -v fish; } >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends zsh fish >/dev/null; }
	NODE_OPTIONS=--use-openssl-ca npm install --prefix $(VENV)/node --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error
	@touch $@
