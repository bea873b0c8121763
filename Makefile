# jibao: build, try, test, install. Each target sets up what it needs; see `make help`.

SHELL := /bin/bash
PREFIX ?= /usr/local
# Where SwiftPM builds; another folder leaves .build alone.
BUILD ?= .build
VENV := $(BUILD)/venv
SETUP := Tests/Tools/setup
RELEASE := $(BUILD)/release/jibao
SWIFT_FOLDERS := Package.swift Sources Tests Queries Reports Calendars Examples

PACKAGES := $(BUILD)/packages
# The release links Swift in, with the part of its ICU data that is used, and finds the libraries of a
# bundle beside it.
STATIC := --static-swift-stdlib -Xswiftc -resource-dir -Xswiftc $(abspath $(BUILD))/swift-resources \
  -Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$$ORIGIN/../lib/jibao'

.PHONY: help build demo test test-long fuzz golden lint format docs bench install clean debug \
  deb bundle package-test

help:  ## Says what the targets do.
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

build:  ## Builds the program for use: .build/release/jibao.
	@$(SETUP) build
	@Tests/Tools/icu_data.py $(BUILD)/swift-resources
	swift build -c release $(STATIC) --scratch-path $(BUILD) --product jibao

demo: build  ## Makes the reports of the example year in out/.
	@Tests/Tools/demo $(RELEASE) $(BUILD)/demo out

debug:
	@$(SETUP) build
	@Tests/Tools/build-debug $(BUILD)

test: debug  ## Builds and runs all tests.
	@$(SETUP) test $(VENV)
	@JIBAO_PYTHON=$(abspath $(VENV))/bin/python Tests/Tools/run-tests $(BUILD)

test-long: debug  ## Tries 10,000 random histories, bad input of megabytes, 10,000,000 changed workbooks.
	JIBAO_SEEDS=$(or $(SEEDS),10000) swift test --skip-build --disable-xctest \
	  --scratch-path $(BUILD) --filter 'HistoryTests|LinearTimeTests|MutatedWorkbookTests'

fuzz:  ## Fuzzes the reader of workbooks by libFuzzer, 10,000,000 inputs.
	@$(SETUP) build
	Tests/Tools/fuzz $(BUILD) $(or $(RUNS),10000000)

golden: debug  ## Takes the reports of the examples over as they are now, after a look at them.
	@$(SETUP) test $(VENV)
	JIBAO_GOLDEN=take JIBAO_PYTHON=$(abspath $(VENV))/bin/python swift test --skip-build \
	  --disable-xctest --scratch-path $(BUILD) --filter GoldenTests

lint: debug  ## Checks layout, dependencies, files, queries, definitions, generated docs.
	@status=0; \
	swift format lint --strict --parallel --recursive $(SWIFT_FOLDERS) || status=1; \
	python3 Tests/Tools/files.py || status=1; \
	python3 Tests/Tools/arrows.py --scratch-path $(BUILD) || status=1; \
	Tests/Tools/check-definitions $(BUILD)/debug/jibao || status=1; \
	for docs in metric ledger error; do \
	  python3 Tests/Tools/$${docs}_docs.py --check || status=1; \
	done; \
	python3 Tests/Tools/command_docs.py $(BUILD)/debug/jibao --check || status=1; \
	exit $$status

format:  ## Puts the Swift files into the layout that lint asks for.
	swift format --in-place --parallel --recursive $(SWIFT_FOLDERS)

docs: debug  ## Writes the generated pages of docs/ anew.
	for docs in metric ledger error; do python3 Tests/Tools/$${docs}_docs.py; done
	python3 Tests/Tools/command_docs.py $(BUILD)/debug/jibao

bench: build  ## Measures time and memory of whole runs, beside pandas and bare libxlsxwriter.
	@$(SETUP) bench $(VENV)
	swift build -c release $(STATIC) --scratch-path $(BUILD) --product WriterBench
	@python3 Tests/Bench/bench.py --program $(RELEASE) --python $(VENV)/bin/python \
	  --folder $(BUILD)/bench

install: build  ## Installs below PREFIX (/usr/local); DESTDIR for packagers.
	@Tests/Tools/install $(RELEASE) "$(DESTDIR)$(PREFIX)"

deb: build  ## Makes a package of Debian's form in .build/packages.
	@Tests/Tools/deb $(RELEASE) $(PACKAGES)

bundle: build  ## Makes one tarball with all libraries, for machines without network.
	@Tests/Tools/bundle $(RELEASE) $(PACKAGES)

package-test: deb bundle  ## Installs both in bare systems by debootstrap, and runs them (root).
	@Tests/Tools/package-test $(PACKAGES) $(BUILD)/bare

clean:  ## Removes what was built and the demo's reports.
	rm -rf $(BUILD) out
