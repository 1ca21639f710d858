# Every verb a maintainer needs. A recipe calls a file of scripts/, where the work is written down.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench desktop qgis link styles package i18n clean

PYTHON := .venv/bin/python
OFFSCREEN := scripts/offscreen.sh
# More words for pytest: make test ARGS="-k coverage -x"
ARGS ?=
# The QGIS profile that `make link` links into.
PROFILE ?= $(HOME)/.local/share/QGIS/QGIS3/profiles/default

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' Makefile

setup: ## install what is missing: system packages, .venv, translations (fast when done)
	@scripts/setup.sh

demo: setup ## the main job on the training county; results in out/
	@$(OFFSCREEN) $(PYTHON) scripts/demo.py

test: setup ## all tests that need no window
	@timeout -k 30 2400 $(OFFSCREEN) $(PYTHON) -m pytest -q $(ARGS)

lint: setup ## ruff, and the metadata that the plugin site asks for
	@.venv/bin/ruff check --output-format concise .
	@$(PYTHON) scripts/check_metadata.py

bench: setup ## how long the large jobs take
	@$(OFFSCREEN) $(PYTHON) tests/bench/run.py

desktop: setup ## drive the real QGIS window (under xvfb); screenshots in out/desktop/
	@$(OFFSCREEN) $(PYTHON) -m pytest -q -o addopts="--import-mode=importlib -p no:cacheprovider" tests/desktop $(ARGS)

qgis: setup ## open QGIS with the plugin and the training county
	@scripts/qgis.sh

link: setup ## link this checkout into your QGIS profile (PROFILE=folder for another one)
	@scripts/link.sh "$(PROFILE)"

styles: setup ## the style catalogue as files for use by hand: resources/symbols
	@$(OFFSCREEN) $(PYTHON) scripts/style_library.py

package: styles ## dist/ronghe-<version>.zip, unpacked once and loaded to prove it
	@$(PYTHON) scripts/package.py
	@$(OFFSCREEN) $(PYTHON) scripts/check_package.py

i18n: setup ## collect the texts into resources/i18n/ronghe_en.ts and compile them
	@$(PYTHON) scripts/translations.py update
	@$(PYTHON) scripts/translations.py release
	@$(PYTHON) scripts/untranslated.py

clean: ## remove what was made: out, dist, .venv, caches, compiled translations
	@rm -rf out dist resources/symbols .venv .qgis-settings .pytest_cache .ruff_cache resources/i18n/*.qm
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
