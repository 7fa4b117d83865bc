# What can be done with this project. `make run` and `make test` set up whatever is missing.
.PHONY: run setup test torture check bench rank tour lock
BIN := .venv/bin

run: setup ## open the window; with no screen, leave the tour's pictures and papers in out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then $(BIN)/navigator; \
	else echo "There is no screen here, so this is the tour."; $(BIN)/navigator tour --out out; fi

setup: ## the set-up alone, into .venv
	@tools/setup

test: setup ## every test, without a screen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal -m "not torture"

torture: setup ## the long tests whole
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --dist worksteal -m torture

check: setup ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: setup ## speed beside floors and peers; SCALE=20k, 100k or 1m; PARTS="search typing" for some of it
	@tools/peers
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.bench

rank: setup ## rankings and keystroke times over a table: SERVICES, QUERIES with OUT, KEYSTROKES with LATENCY
	@$(BIN)/python -m tools.rank

tour: setup ## the tour into out/
	$(BIN)/navigator tour --out out

lock: setup ## write the lock files anew
	tools/lock
