# The module's commands. Two of them do everything: make lab, make test.
PYTHON ?= python3
PORT ?= 8888
OPTIONS ?=
BIN := .venv/bin
FIRST = $(firstword $(sort $(wildcard notebooks/[0-9][0-9]_*.ipynb)))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -c requirements.lock

export PORT
# What Python has compiled once it keeps, or every kernel of every test would compile pandas anew.
unexport PYTHONDONTWRITEBYTECODE

# An environment remembers its place. Where the folder was moved it is mended; where its Python is gone it is made anew.
ifneq ($(wildcard .venv),)
CHECKED := $(shell { [ -x .venv/bin/python ] && .venv/bin/python -c ''; } 2>/dev/null || { rm -rf .venv; \
  echo "The Python of this folder's environment is gone; the environment is made anew." >&2; })
SETTLED := $(shell [ ! -d .venv ] || .venv/bin/python -I cst1992/teacher/setting_up.py place)
endif

.PHONY: help pictures port lab test test-all test-release lint shots check exercises stubs translations bundle html lite lite-serve clock bench lock clean
.DEFAULT_GOAL := help

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/python:
	@case "$$PWD" in *:*) echo "The folder $$PWD has a colon (:) in its path, and Python can make no environment there. Give it another name, then try again." >&2; exit 1;; esac
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This module needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true). Install one, then say for instance: make lab PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python cannot make an environment. On Debian and Ubuntu install python3-venv, then try again." >&2; rm -rf .venv; exit 1; }
	@touch $@

.venv/students: .venv/python pyproject.toml requirements.lock
	@echo "Installing what students need (about 100 MB the first time) ..."
	@$(PIP) -e .
	@touch $@

.venv/lite: .venv/python pyproject.toml requirements.lock
	@echo "Installing what builds the site (about 20 MB more) ..."
	@$(PIP) -e ".[lite]"
	@touch $@ .venv/students

.venv/tests: .venv/python pyproject.toml requirements.lock
	@echo "Installing what the tests need ..."
	@$(PIP) uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python -c requirements.lock -e ".[test]" || $(PIP) -e ".[test]"
	@touch $@ .venv/students

port:
	@! $(PYTHON) -c '' 2>/dev/null || $(PYTHON) -I cst1992/teacher/setting_up.py port

lab: port .venv/students  ## set everything up and open the module in JupyterLab (PORT=8888, OPTIONS=--no-browser)
	@$(BIN)/python -m jupyterlab --ServerApp.port=$(PORT) --ServerApp.port_retries=0 --LabApp.default_url=/lab/tree/$(FIRST) $(OPTIONS)

test: .venv/tests lint  ## lint, types, unit tests, notebooks, and the browser where Chromium is found
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup -m "not slow"

test-all: test  ## the same, and what takes longer: all of the browser, marking, nbgrader, the wheel, oldest versions
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup --no-loadscope-reorder -m "slow and not release"

test-release: test-all  ## the same, and before a release more pages, Notebook 7, tabs, Deno, translations
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup --no-loadscope-reorder -m release

lint: .venv/tests
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && $(BIN)/mypy --no-error-summary

pictures: .venv/tests  ## the pictures in docs/ of README, from the tables, and of the guide to marking
	@$(BIN)/python -m tests.browser.readme_pictures
	@$(BIN)/python -m tests.browser.marking_pictures

shots: .venv/tests  ## pictures of the notebooks, light and dark, in shots/
	@$(BIN)/python -m tests.browser.shots

check: .venv/students  ## say what is wrong in tables, quizzes, notebooks and solutions, and how to mend it
	@$(BIN)/cst1992 check

exercises: .venv/tests  ## make exercises/ from solutions/, and the map of objectives
	@$(BIN)/cst1992 release

stubs: .venv/tests  ## what editors know of the tables' verbs, from data/datapackage.json
	@$(BIN)/python -m cst1992.teacher.verb_stubs

translations: .venv/tests  ## collect what the library says to learners, and compile every language
	@$(BIN)/cst1992 translations

bundle: .venv/students  ## one zip file for students, without solutions and hidden tests
	@$(BIN)/cst1992 bundle

html: .venv/tests  ## a read-only edition of all notebooks, in html/
	@$(BIN)/cst1992 html

lite: .venv/lite  ## the module as a web site that needs no installation, in lite/ (PYODIDE=a folder or packed file)
	@$(BIN)/cst1992 lite build $(if $(PYODIDE),--pyodide "$(PYODIDE)")

lite-serve: PORT := 8000
lite-serve: .venv/students  ## show that site at http://localhost:8000 (PORT=8000)
	@$(BIN)/cst1992 lite serve --port $(PORT)

clock: .venv/tests  ## how many minutes each core takes (CELLS=1: each cell), and write them into the pages
	@$(BIN)/python -m tests.clock --write $(if $(CELLS),--cells)

bench: .venv/tests  ## measure what the module promises about speed
	@for name in importing drawing walk in_a_tab marking room cards pulse desk; do PYTHONPATH=. $(BIN)/python benchmarks/$$name.py; done

lock: .venv/tests  ## pin the newest versions again
	@$(BIN)/uv pip compile --quiet --python-version 3.11 --universal --no-annotate --no-header --no-emit-index-url --all-extras pyproject.toml | grep -v '^cst1992' > requirements.lock

clean:  ## remove the environment and everything that was made
	@rm -rf .venv dist shots html lite cst1992-students.zip .pytest_cache .mypy_cache .ruff_cache
