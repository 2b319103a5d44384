# The two commands a newcomer needs: `make demo` shows a living school, `make test` proves everything.

.PHONY: help demo test check bench assets
.NOTPARALLEL:
.DEFAULT_GOAL := help

help: ## Say what can be asked for.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

demo: prerequisites assets ## Build and open a living sample school; people to sign in as, a clock to move.
	@scripts/demo

test: prerequisites assets ## Prove everything: Rust on SQLite and PostgreSQL, documentation, pages in a browser.
	@scripts/test

check: prerequisites assets ## Look without running: format, lints, documentation, licences.
	@scripts/check

bench: prerequisites assets ## Measure what docs/performance.md promises.
	@cargo bench --workspace --benches

assets: node_modules/.installed ## Dress the pages: styles, fonts, scripts and icons into assets/dist.
	@node scripts/assets.mjs

.PHONY: prerequisites
prerequisites:
	@scripts/need cargo node npm

# The stamp holds until the lock changes; install scripts of packages are never run.
node_modules/.installed: package-lock.json .npmrc
	@scripts/need node npm
	@npm ci --ignore-scripts --loglevel=error
	@touch $@
