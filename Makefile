# The whole of the work on meetingplace: `make help`. Everything is set up by tools/setup.sh, once, in .venv.

PYTHON := .venv/bin/python

.PHONY: help run demo test long lint bench translations handbook lock clean

help: ## show what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/ready: constraints.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh

run: ## set everything up and open the program
	@sh tools/setup.sh window
	@$(PYTHON) -m meetingplace

demo: ## set everything up, make the sample house and open it
	@sh tools/setup.sh window
	@$(PYTHON) -m meetingplace demo

# one more than there are cores: the tests that kill, wait and write durably leave a third of the time idle
WORKERS = $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)

test: .venv/ready ## run all tests, without a screen
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup -q

long: .venv/ready ## run the tests that take minutes: eight desks at one server, counts after any acts
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m long -q -rP --durations=0

lint: .venv/ready ## check style, types and the dependency rule
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

bench: .venv/ready ## measure speed, each figure beside a yardstick
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[bench]" || true
	@QT_QPA_PLATFORM=offscreen $(PYTHON) benchmarks/run.py

translations: .venv/ready ## bring the catalogs up to date and say what is missing
	@$(PYTHON) tools/translations.py

handbook: .venv/ready ## take the pictures of the screens and write the pages of docs/
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/handbook.py

lock: ## write constraints.txt anew from the newest versions that fit
	@sh tools/lock.sh

clean: ## take away what was set up
	@rm -rf .venv build dist
