# make build | test | benchmark | serve | screenshots | lint | lock | clean. Needs only make and Python 3.11 or newer.

.DEFAULT_GOAL := build
.PHONY: build test benchmark serve lint browser screenshots lock clean

# The first interpreter on this machine that is new enough; make PYTHON=… takes another.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$each" && break; done)
BIN := .venv/bin
READY := .venv/.ready
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Data package and site, from source/. Where the site has an address: make build SITE_URL=https://…
build: $(READY)
	$(BIN)/chithi build $(if $(SITE_URL),--site-url $(SITE_URL))

# All that CI runs; the last line is the tests' own summary.
test: lint browser
	$(BIN)/pytest --numprocesses 2 --dist loadfile --cov --cov-report=term

# Quality and speed beside trafilatura and jusText, and time against length for hostile texts; then what the search
# finds and costs at 5, 500 and 5,000 directives, and what the site costs at 5,000. It takes long: each of
# the three can be run alone.
benchmark: build/benchmark/.ready $(READY) browser
	build/benchmark/bin/python -m benchmarks
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.site

build/benchmark/.ready: benchmarks/requirements.lock
	@[ -n "$(PYTHON)" ] || { echo "chithi needs Python 3.11 or newer: https://www.python.org/downloads/" >&2; exit 1; }
	$(PYTHON) -m venv build/benchmark
	build/benchmark/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes --requirement benchmarks/requirements.lock
	touch $@

# The pictures of each kind of page under site/screenshots/, from the published package.
screenshots: browser $(READY)
	$(BIN)/python tests/browser/take_screenshots.py

# The built site on this machine.
serve: $(READY)
	$(BIN)/chithi serve

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The browser tests drive Debian's Chromium: installed here where that is allowed, else asked for.
browser:
	@command -v chromium >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } \
	|| { echo "The browser tests need Chromium. Install it, on Debian: sudo apt-get install chromium" >&2; exit 1; }

# Exactly the locked packages, each checked against its hash; again when the lock changes.
$(READY): requirements.lock pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo "chithi needs Python 3.11 or newer: https://www.python.org/downloads/" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# Newer versions of all packages, within the limits of pyproject.toml.
lock:
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
	build/uv/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--output-file requirements.lock
	build/uv/bin/uv pip compile pyproject.toml --extra benchmark --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--output-file benchmarks/requirements.lock

clean:
	rm -rf build dist *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
