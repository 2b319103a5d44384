# The two commands a newcomer needs: `make demo` shows a living school, `make test` proves everything.

.PHONY: help demo test check bench assets
.DEFAULT_GOAL := help

help: ## Say what can be asked for.
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

assets: node_modules/.installed ## Dress the pages: styles, fonts, scripts and icons into assets/dist.
	@node scripts/assets.mjs

# The stamp holds until the lock changes; install scripts of packages are never run.
node_modules/.installed: package-lock.json .npmrc
	@scripts/need node npm
	@npm ci --ignore-scripts --loglevel=error
	@touch $@
