# Two commands do everything: `make run` opens the dashboard, `make test` proves it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test trials bench pictures chromium clean

run: .venv/app-ready
	$(BIN)/python -m streamlit run server.py -- --open

test: .venv/test-ready chromium
	$(BIN)/python -m pytest

# Long forms: thousands of histories and samples, and the example a hundredfold.
trials: .venv/test-ready chromium
	$(BIN)/python -m pytest -m trial

# How fast pages are, and how fast 100,000 rows are checked; the second writes docs/performance.md.
bench: .venv/bench-ready chromium
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.check

pictures: .venv/test-ready chromium
	$(BIN)/python -m tests.browser.pictures docs/pictures

# Debian's Chromium for the browser tests, where there is none and it may be installed.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
			&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } \
		|| echo "No Chromium here and it cannot be installed: the browser tests will say what they skip."

.venv/app-ready: requirements.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed.')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/test-ready: .venv/app-ready tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

.venv/bench-ready: .venv/test-ready benchmarks/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	touch $@

clean:
	rm -rf .venv
