# Two commands do everything: `make run` opens the dashboard, `make test` proves it.
PYTHON ?= python3
BIN := .venv/bin
# Every file of every package is known by its hash: what was changed on the way is not installed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := .venv/tools/bin/uv pip compile --quiet --no-cache --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make lock"

.PHONY: run demo test trials bench pictures kept chromium nginx postgres lock audit clean

run: .venv/app-ready
	$(BIN)/python -m streamlit run server.py -- --open

# The made-up council afresh in a folder of its own, with a tour: whatever is done in it is thrown away.
demo: .venv/app-ready
	COPRODUCTION_DEMO=.demo $(BIN)/python -m streamlit run server.py -- --open

test: .venv/test-ready chromium nginx postgres
	$(BIN)/python -m pytest

# Long forms: thousands of histories and samples, and the example a hundredfold.
trials: .venv/test-ready chromium nginx postgres
	$(BIN)/python -m pytest -m trial

# How fast everything is, beside a floor measured in the same run: written into docs/performance.md.
# One alone: .venv/bin/python -m benchmarks.warm
bench: .venv/bench-ready chromium
	$(BIN)/python -m benchmarks

pictures: .venv/test-ready chromium
	$(BIN)/python -m tests.browser.pictures docs/pictures

# The pictures that `make trials` compares with, anew: look at what changed before it is kept.
kept: .venv/test-ready chromium
	$(BIN)/python -m tests.browser.kept

# After a change of any requirements.txt: pins and hashes of every file of every release, anew.
lock: .venv/tools-ready
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) -c requirements.txt tests/requirements.txt -o tests/requirements.lock
	$(LOCK) -c requirements.txt -c tests/requirements.txt benchmarks/requirements.txt -o benchmarks/requirements.lock
	$(LOCK) running/requirements.txt -o running/requirements.lock
	$(LOCK) -c requirements.txt running/lake/requirements.txt -o running/lake/requirements.lock

# Every locked package looked up among known weaknesses; fails when one was not looked up.
audit: .venv/tools-ready
	.venv/tools/bin/python -m running.audit

# Debian's Chromium for the browser tests, where there is none and it may be installed.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
		|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
			&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } \
		|| echo "No Chromium here and it cannot be installed: the browser tests will say what they skip."

# Debian's nginx for the tests of the proxy: only where CI is set, for installing it starts it.
nginx:
	@command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] \
		|| { [ -n "$$CI" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
			&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nginx-light; } \
		|| echo "No nginx here and it cannot be installed: the tests of the proxy will say what they skip."

# Debian's PostgreSQL for the tests of a lake, which start a cluster of their own: only where CI is set,
# for installing it starts one as well.
postgres:
	@command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
		|| { [ -n "$$CI" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
			&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } \
		|| echo "No PostgreSQL here and it cannot be installed: the tests of a lake will say what they skip."

.venv/app-ready: requirements.lock
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed.')"
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.lock
	touch $@

.venv/test-ready: .venv/app-ready tests/requirements.lock running/lake/requirements.lock
	$(INSTALL) -r tests/requirements.lock
	$(INSTALL) -r running/lake/requirements.lock
	touch $@

.venv/bench-ready: .venv/test-ready benchmarks/requirements.lock
	$(INSTALL) -r benchmarks/requirements.lock
	touch $@

.venv/tools-ready: running/requirements.txt
	$(PYTHON) -m venv .venv/tools
	.venv/tools/bin/python -m pip install --quiet --disable-pip-version-check \
		$$([ -f running/requirements.lock ] && echo --require-hashes -r running/requirements.lock \
			|| echo -r running/requirements.txt)
	touch $@

clean:
	rm -rf .venv
