PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
export BASE_URL ?= http://127.0.0.1:$(PORT)
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url

.PHONY: run test bench lint format lock

run: .venv/installed
	$(BIN)/flask --app wsgi demo prepare
	exec $(BIN)/gunicorn --workers 2 --bind 127.0.0.1:$(PORT) wsgi:app

test: .venv/installed
	@tests/run

bench: .venv-bench/installed
	.venv-bench/bin/python -m tests.benchmarks.import_bench
	.venv-bench/bin/python -m tests.benchmarks.relevance_bench
	.venv-bench/bin/python -m tests.benchmarks.search_bench
	.venv-bench/bin/python -m tests.benchmarks.page_bench

lint: .venv/installed
	@tests/run lint

format: .venv/installed
	$(BIN)/ruff check --fix-only --exit-zero .
	$(BIN)/ruff format .

# Takes the newest versions that pyproject.toml allows.
lock: .venv/installed
	$(BIN)/$(COMPILE) --upgrade pyproject.toml -o requirements.txt
	$(BIN)/$(COMPILE) --upgrade --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(BIN)/$(COMPILE) --upgrade --extra bench -c requirements.txt pyproject.toml -o requirements-bench.txt

.PHONY: .venv
.venv: .venv/installed

# uv installs in a third of the time; where it cannot be had, pip does the same.
.venv/installed: requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	if test -x $(BIN)/uv || $(BIN)/pip install --quiet uv; then \
		$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.txt \
		|| $(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt; \
	else \
		$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt; \
	fi
	touch $@

# The benchmarks' own, so that the tests never meet what they are compared with. Where tantivy or
# Datasette cannot be had, the tables say that it is missing.
.PHONY: .venv-bench
.venv-bench: .venv-bench/installed

.venv-bench/installed: requirements.txt requirements-bench.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --require-hashes -r requirements.txt
	.venv-bench/bin/pip install --quiet --require-hashes -r requirements-bench.txt \
		|| echo "What the search is compared with could not be installed; its tables say so."
	touch $@
