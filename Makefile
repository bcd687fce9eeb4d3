# Everything sets itself up in .venv, once. PYTHON chooses the Python (3.11 or later) it is made with.
PYTHON ?= python3
# Data for training and measuring, which is no part of the project; where it is absent, what needs it is skipped.
NEWSKG_DATA ?= ../shared/data
export NEWSKG_DATA

BIN := .venv/bin
GOLD := $(NEWSKG_DATA)/../gold
ARTICLES := $(NEWSKG_DATA)/../seeds
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: demo test check docs links picture score bench survive notebooks train clean

demo: .venv/ready
	@$(BIN)/kg build seeds -o out
	@echo "Open out/graph.html in a browser; ask the graph with: $(BIN)/kg query out/graph.ttl control-shares"

test: .venv/ready-dev
	$(BIN)/python -m pytest -q

check: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The documents as a site that opens from disk; links within it are checked, those to elsewhere by `make links`.
docs: .venv/ready-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "Open build/site/index.html in a browser"

links: .venv/ready-dev
	$(BIN)/python docs/make/links.py

# The picture of README; needs Chromium.
picture: .venv/ready-dev
	$(BIN)/python docs/make/picture.py

score: .venv/ready
	@if [ -f $(GOLD)/gold.py ] && [ -d $(ARTICLES) ]; then \
	    $(BIN)/kg build $(ARTICLES) -o build/score && \
	    $(BIN)/python $(GOLD)/gold.py $(GOLD)/seed.json build/score/graph.ttl --text $(ARTICLES); \
	else echo "score: skipped, no gold at $(GOLD) (set NEWSKG_DATA)"; fi
	@if [ -f $(GOLD)/gold.py ]; then rm -rf build/articles && mkdir -p build/articles && \
	    for text in tests/gold/articles/*.txt; do \
	        $(BIN)/kg build $$text -o build/score >/dev/null && \
	        cp build/score/graph.ttl build/articles/$$(basename $$text .txt).ttl || exit 1; \
	    done && $(BIN)/python $(GOLD)/gold.py --all tests/gold/articles build/articles; \
	else echo "score: our own articles skipped, no scorer at $(GOLD)"; fi
	@$(BIN)/kg evaluate times tests/gold/times.tsv && $(BIN)/kg evaluate quantities tests/gold/quantities.tsv
	@for set in "control kinds" "control-after kinds-after" "blind/control blind/kinds"; do echo "sentences: $$set"; \
	    $(BIN)/kg evaluate contents $$(printf 'tests/gold/%s.jsonl ' $$set) || exit 1; done
	@for table in times quantities; do echo "$$table"; $(BIN)/kg evaluate $$table tests/gold/$$table.tsv || exit 1; done
	@if [ -d $(NEWSKG_DATA)/eval/polnear ]; then \
	    $(BIN)/kg evaluate polnear --data $(NEWSKG_DATA) && \
	    $(BIN)/kg evaluate attribution --data $(NEWSKG_DATA) --gold tests/gold/attributions.tsv; \
	else echo "score: attribution skipped, no marked articles at $(NEWSKG_DATA) (set NEWSKG_DATA)"; fi
	@for set in plover re3d carb; do \
	    if [ -d $(NEWSKG_DATA)/eval/$$set ]; then $(BIN)/kg evaluate $$set --data $(NEWSKG_DATA) || exit 1; \
	    else echo "score: $$set skipped, not at $(NEWSKG_DATA) (set NEWSKG_DATA)"; fi; done
	@if [ -d $(NEWSKG_DATA)/train/ud_ewt ]; then $(BIN)/kg evaluate english --data $(NEWSKG_DATA) --gold tests/gold/english.tsv; \
	else echo "score: English pipeline skipped, no treebanks at $(NEWSKG_DATA) (set NEWSKG_DATA)"; fi

bench: .venv/ready-bench
	$(BIN)/python -m pytest tests/test_speed.py tests/test_peers.py tests/test_scale.py tests/test_growth.py tests/test_view_speed.py -q --benchmark-enable \
	    --benchmark-columns=min,median,max,rounds

# 5,000 mutated articles; goes on where it was stopped (build/survive.jsonl). Some 15 minutes on a free machine.
survive: .venv/ready-dev
	$(BIN)/python tests/survive/survive.py

# The notebooks as .ipynb, for people without jupytext.
notebooks: .venv/ready-dev
	@mkdir -p build/notebooks && for source in notebooks/*.py; do \
	    $(BIN)/jupytext --quiet --to ipynb --set-kernel python3 \
	        -o build/notebooks/$$(basename $$source .py).ipynb $$source || exit 1; \
	done && echo "The notebooks are in build/notebooks"

train: .venv/ready-train
	$(BIN)/python -m kg.english.train $(NEWSKG_DATA)/train

clean:
	rm -rf .venv build dist out .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "newskg needs Python 3.11 or later; name one: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv ..."
	@$(PYTHON) -m venv .venv

.venv/ready: pyproject.toml | .venv/bin/python
	@$(PIP) --editable .
	@touch $@

.venv/ready-dev: pyproject.toml | .venv/bin/python
	@$(PIP) --editable '.[dev]'
	@touch .venv/ready $@

.venv/ready-bench: pyproject.toml | .venv/bin/python
	@$(PIP) --editable '.[dev,bench]'
	@touch .venv/ready .venv/ready-dev $@

.venv/ready-train: pyproject.toml | .venv/bin/python
	@$(PIP) --editable '.[train]'
	@touch .venv/ready $@
