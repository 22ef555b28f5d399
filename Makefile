# `make serve` shows the site, `make check` and `make test` prove it. See README.md.
PYTHON ?= python3
BIN := .venv/bin
TIMES := --durations=30
export PYTHONPATH := hooks:scripts:tests
# Material announces its successor at every start; README.md has the plan.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve check test test-all approve build pdf release bench guards lock schema previews drawings step translations translated \
	readings verify-servers nu compare-search lint format clean

serve: .venv/installed  ## build and serve the site; prints its address
	$(BIN)/mkdocs serve --livereload

# What each proves is in README.md. The tests build the site and its PDFs themselves.
check: .venv/installed lint  ## LOCALE=vi: lint, logic and the HTML of one language; no browser
	CHECK_LOCALE=$(or $(LOCALE),ja) $(BIN)/pytest $(TIMES) tests/logic tests/content

test: .venv/installed lint  ## everything once: all languages' HTML, each kind of language beyond
	scripts/system-packages chromium chromium-shell webkit xvfb fonts pango nginx mail
	$(BIN)/pytest $(TIMES)

test-all: export EVERY := true
test-all: test guards  ## everything in every language, and the planted errors built, for the night

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

build: .venv/installed  ## write site/
	$(BIN)/mkdocs build --strict

pdf: .venv/installed  ## write site/ with the guide and the counter sheet as PDF
	scripts/system-packages fonts pango
	PDF=true $(BIN)/mkdocs build --strict

release: pdf  ## the same with a .gz and .br beside each text file, as deploy/nginx.conf serves it
	$(BIN)/python scripts/precompress.py $${SITE_DIR:-site}

bench: .venv/installed  ## print how fast the site builds, is read, searched and served; how far to a mend
	scripts/system-packages chromium fonts pango nginx wrk
	$(BIN)/python scripts/bench.py
	$(BIN)/python scripts/bench_pages.py
	$(BIN)/python scripts/bench_routes.py
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/python scripts/bench_nginx.py

guards: .venv/installed  ## really build a copy with each planted error (`make test` does without)
	$(BIN)/python tests/guards/build_each.py

lock: .venv/installed  ## renew requirements.txt from requirements.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--no-annotate --custom-compile-command "make lock" requirements.in -o requirements.txt

schema: .venv/installed  ## write facts/schema/ for editors
	$(BIN)/python scripts/export_schemas.py

previews: .venv/installed  ## draw the pictures of link previews
	scripts/system-packages chromium fonts
	$(BIN)/python scripts/preview_images.py

drawings: build  ## [LOCALE=en] [ARGS="--width 320 --dark"]: all drawn screens, a picture a language, in drawings/
	scripts/system-packages chromium fonts
	$(BIN)/python scripts/drawings.py $${SITE_DIR:-site} drawings $(ARGS)

step: .venv/installed  ## print the next free step code, e.g. make step CHAPTER=network
	@$(BIN)/python scripts/next_step.py $(CHAPTER)

translations: .venv/installed  ## list what is stale, missing or unreviewed, by language and page
	@$(BIN)/python scripts/translations.py

readings: .venv/installed  ## LOCALE=ja-easy: list the readings that nobody has checked
	@$(BIN)/python scripts/readings.py $(LOCALE)

translated: .venv/installed  ## LOCALE=vi [PAGE=network]: it translates the Japanese as it is now
	@$(BIN)/python scripts/translations.py --record $(LOCALE) $(PAGE)

approve: .venv/installed  ## [LOCALE=vi]: somebody has read the warnings, results and actions as they are now
	@$(BIN)/python scripts/approved.py $(LOCALE)

verify-servers: .venv/installed  ## look whether the mail servers are as documented; never logs in
	@$(BIN)/python scripts/verify_servers.py

nu: build  ## check every page with the Nu HTML checker
	scripts/system-packages java
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/nu.txt
	scripts/nu site

compare-search: build  ## print what other search engines find, against ours
	scripts/system-packages chromium
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
		-r scripts/compare_search.txt
	$(BIN)/python scripts/compare_search.py site

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf site site.new site.old drawings .pytest_cache .ruff_cache

.venv/installed: requirements.txt
	scripts/system-packages python
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@
