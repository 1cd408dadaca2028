# make figures   build .venv, run the notebooks, write figures/
# make test      every check that CI runs, one closing line a step
# make lab       JupyterLab on the notebooks
# make lock      compile requirements.lock anew from pyproject.toml

PYTHON ?= python3
BIN := .venv/bin
NOTEBOOKS := $(sort $(wildcard notebooks/*.ipynb))
export PYTHONUTF8 := 1

.PHONY: figures test lab lock

figures: .venv/ready
	@set -e; n=0; for notebook in $(NOTEBOOKS); do n=$$((n + 1)); \
	  echo "notebook $$n of $(words $(NOTEBOOKS)): $$notebook"; \
	  $(BIN)/jupyter nbconvert --log-level WARN --to notebook --execute --inplace \
	    --ExecutePreprocessor.record_timing=False $$notebook 2>.venv/notebook.log \
	    || { cat .venv/notebook.log; exit 1; }; \
	done; echo "figures: $$(ls figures/*.svg | wc -l) written to figures/, each with its CSV"

test: .venv/ready
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet . && echo "ruff: clean"
	@$(BIN)/pytest -q tests && echo "pytest: passed"
	@$(BIN)/pytest -q --nbval --nbval-current-env notebooks && echo "nbval: every notebook gave its stored output"
	@$(BIN)/python tests/figure_check.py

lab: .venv/ready
	$(BIN)/jupyter lab --notebook-dir=. notebooks

# the lock decides: a changed lock builds a new environment
.venv/ready: requirements.lock
	@rm -rf .venv
	@if command -v uv >/dev/null; then \
	  echo "building .venv from requirements.lock (uv)"; \
	  uv venv --quiet --python $(PYTHON) .venv && \
	  uv pip install --quiet --python .venv --no-deps -r requirements.lock && \
	  uv pip install --quiet --python .venv --no-deps -e .; \
	else \
	  echo "building .venv from requirements.lock (pip; a few minutes the first time)"; \
	  { $(PYTHON) -m venv .venv || { echo "python3 cannot make an environment; on Debian: apt install python3-venv"; exit 1; }; } && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .; \
	fi
	@touch $@

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 1; }
	uv pip compile pyproject.toml --all-extras --override overrides.txt --universal --python-version 3.11 \
	  --upgrade --no-emit-index-url --no-header --quiet --output-file requirements.lock
