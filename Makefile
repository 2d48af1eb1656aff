# Makefile - builds, tests and installs the journey-map toolkit. `make help` lists the targets.
# Flavours are BUILD=… CC=… CFLAGS=… and nothing else.

VERSION := 0.1.0
BUILD ?= build
CC = cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
AR ?= ar
Q := $(if $(V),,@)


WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
        -Wwrite-strings -Wvla -Wformat=2 -Wconversion
CPPFLAGS += -D_GNU_SOURCE -DCJ_VERSION='"$(VERSION)"' -Iinclude -Ilib -I$(BUILD)
CJ_CFLAGS = -std=c11 $(WARN) $(CFLAGS)
# And libxlsxwriter, when it is needed. ISA-L where it is (lib/sheet/isal.h); asked late, as `deps` may bring it.
LIBS = -lexpat -lz -lcsv -lfreexl -lutf8proc -ldl -lm $(shell pkg-config --libs libisal 2>/dev/null)
AS_NEEDED := -Wl,--as-needed
ifeq ($(shell uname -s),Darwin)
BREW := $(shell brew --prefix 2>/dev/null)
CPPFLAGS += -I$(BREW)/include
LDFLAGS += -L$(BREW)/lib
LIBS += -liconv
AS_NEEDED :=
endif

GEN_SRC := $(wildcard lib/*/*_gen.c)
LIB_SRC := $(filter-out $(GEN_SRC),$(wildcard lib/*/*.c))
CMD_SRC := $(wildcard cmd/*.c)
COMMON_SRC := $(wildcard cmd/common/*.c)
TEST_SRC := $(wildcard tests/unit/*/*_test.c tests/unit/*.c)
FUZZ_SRC := $(filter-out tests/fuzz/replay.c,$(wildcard tests/fuzz/*.c))

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
COMMON_OBJ := $(COMMON_SRC:%.c=$(BUILD)/%.o)
TEST_OBJ := $(TEST_SRC:%.c=$(BUILD)/%.o)
TOOLS := $(CMD_SRC:cmd/%.c=$(BUILD)/bin/%)
# What the generators of tables may use of the library.
GEN_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(wildcard lib/base/*.c) $(wildcard lib/map/normal.c))
TABLES := $(patsubst lib/%_gen.c,$(BUILD)/gen/%.inc,$(filter-out lib/render/css_gen.c,$(GEN_SRC))) \
          $(patsubst templates/%.css,$(BUILD)/gen/render/%_css.inc,$(wildcard templates/*.css))
TEMPLATES := $(sort $(wildcard templates/*.csv))

# Rules that set the machine up first, so that two commands are enough on a fresh one.
LEVEL := $(if $(filter fuzz,$(MAKECMDGOALS)),fuzz,$(if $(filter check,$(MAKECMDGOALS)),check,$(if \
         $(filter test asan cov bench,$(MAKECMDGOALS)),test,$(if $(filter render,$(MAKECMDGOALS)),render,$(if \
         $(filter demo,$(MAKECMDGOALS)),build)))))
SETUP := $(if $(LEVEL),$(BUILD)/.deps-$(LEVEL))

ifneq ($(filter demo test,$(MAKECMDGOALS)),)
$(if $(wildcard $(BUILD)/libcj.a),,$(info Setting up and building into $(BUILD)/ (about a minute)))
endif

.PHONY: all help deps demo test unit golden replay proof saving faults asan cov check fuzz render bench \
        conformance install uninstall clean
.DELETE_ON_ERROR:
.SECONDARY:

all: $(TOOLS) $(BUILD)/libcj.a $(BUILD)/cj.pc  ## build the tools into build/bin/ and the library

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 22

deps:  ## install what is missing (apt), or say what is missing and how to get it
	@sh tests/check/deps.sh test && echo "Everything that is needed is there."

$(BUILD)/.deps-%:
	@sh tests/check/deps.sh $*
	@mkdir -p $(@D)
	@touch $@

# ---- the library and the tools --------------------------------------------------------------

$(BUILD)/%.o: %.c | $(SETUP)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CJ_CFLAGS) -MMD -MP -c $< -o $@

# Criterion's macros trip -Wconversion.
$(BUILD)/tests/%.o: CJ_CFLAGS = -std=gnu11 -Wall -Wextra $(CFLAGS)
$(BUILD)/tests/%.o: CPPFLAGS += -Itests -Icmd

# lib/x/y.tsv -> build/gen/x/y.inc, written by lib/x/y_gen.c: the tables are compiled in.
$(BUILD)/gen/%_gen: $(BUILD)/lib/%_gen.o $(GEN_OBJ)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@ $(GEN_LIBS) -lutf8proc -lm

$(BUILD)/gen/sheet/xlsx_write_lib_gen: GEN_LIBS = -lxlsxwriter -ldl

$(BUILD)/gen/%.inc: lib/%.tsv $(BUILD)/gen/%_gen
	$(Q)$(BUILD)/gen/$*_gen < $< > $@

# templates/x.css -> build/gen/render/x_css.inc: style sheets are compiled in too.
$(BUILD)/gen/render/%_css.inc: templates/%.css $(BUILD)/gen/render/css_gen
	$(Q)$(BUILD)/gen/render/css_gen < $< > $@

# The starter maps are compiled in as they are.
$(BUILD)/gen/map/presets.inc: $(BUILD)/gen/map/presets_gen $(TEMPLATES)
	$(Q)$< $(TEMPLATES) > $@

$(filter-out $(GEN_OBJ),$(LIB_OBJ)): | $(TABLES)

$(BUILD)/libcj.a: $(LIB_OBJ)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/cj.pc: Makefile
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include' '' \
	  'Name: cj' 'Description: reads, checks and compares customer journey maps in spreadsheets' \
	  'Version: $(VERSION)' 'Requires.private: expat zlib freexl libutf8proc$(shell pkg-config --exists libisal && echo " libisal")' \
	  'Libs: -L$${libdir} -lcj' 'Libs.private: -lcsv -ldl -lm' 'Cflags: -I$${includedir}' > $@

# What the tools share, of which each takes what it uses.
$(BUILD)/common.a: $(COMMON_OBJ)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/bin/%: $(BUILD)/cmd/%.o $(BUILD)/common.a $(BUILD)/libcj.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $< $(BUILD)/common.a $(BUILD)/libcj.a $(AS_NEEDED) $(LIBS) -o $@

demo: all  ## build, then lint a filled sample workbook
	@sh tests/data/demo/demo.sh $(BUILD)/bin

# ---- tests ------------------------------------------------------------------------------------

test: unit golden replay proof saving gitting  ## all tests
	@echo "All tests passed."

$(BUILD)/tests/unit.bin: $(TEST_OBJ) $(COMMON_OBJ) $(BUILD)/libcj.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ -lcriterion -ljansson $(LIBS) -o $@

unit: all $(BUILD)/tests/unit.bin
	CJ_BIN=$(BUILD)/bin $(BUILD)/tests/unit.bin --jobs 2 $(UNIT)

golden: all
	sh tests/golden/run.sh $(BUILD) $(CASE)

proof: all  ## books, CSV and reports, seen by openpyxl, Python's csv and its html.parser
	@/usr/bin/python3 tests/check/standard.py $(BUILD)/bin
	@/usr/bin/python3 tests/check/report.py $(BUILD)/bin
	@/usr/bin/python3 tests/check/mended.py $(BUILD)/bin

$(BUILD)/tests/check/save_probe: $(BUILD)/tests/check/save_probe.o $(COMMON_OBJ) $(BUILD)/libcj.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(AS_NEEDED) $(LIBS) -o $@

$(BUILD)/tests/check/patch_probe: $(BUILD)/tests/check/patch_probe.o $(BUILD)/libcj.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(AS_NEEDED) $(LIBS) -o $@

.PHONY: lists
lists: $(BUILD)/tests/unit.bin  ## lists of edits by chance, seen by openpyxl and schema.py
	@rm -rf $(BUILD)/lists && mkdir -p $(BUILD)/lists
	@CJ_KEEP=$(BUILD)/lists $(BUILD)/tests/unit.bin --jobs 1 --filter 'xlsx_patch_lists/*'
	@/usr/bin/python3 tests/check/lists.py $(BUILD)/lists

.PHONY: identity
identity: all $(BUILD)/tests/check/patch_probe  ## CORPUS=DIR: one cell edited in each workbook, all else as it was
	@/usr/bin/python3 tests/check/identity.py $(BUILD)/tests/check/patch_probe $(BUILD)/bin/cjcat '$(CORPUS)'

.PHONY: shift
shift: $(BUILD)/tests/check/patch_probe  ## CORPUS=DIR: rows and columns moved by us and by LibreOffice give the same values
	@sh tests/check/deps.sh shift
	@/usr/bin/python3 tests/check/shift.py $(BUILD)/tests/check/patch_probe '$(CORPUS)'

saving: all $(BUILD)/tests/check/save_probe
	@sh tests/check/faults.sh $(BUILD)

.PHONY: gitting
gitting: all  ## real git shows maps through cjdiff
	@sh tests/check/git.sh $(BUILD)/bin

faults: all  ## kill and starve the tools that save files, wherever they change one (a minute)
	@sh tests/check/faults.sh $(BUILD) all

# Every fuzz target under the plain compiler, over its stored inputs.
$(BUILD)/fuzz/%-replay: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libcj.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

replay: $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/fuzz/%-replay)
	@set -e; for t in $^; do n=$$(basename $$t -replay); $$t tests/fuzz/seeds/$$n; done

# With zlib, which the sanitizers see into: so both libraries run in the tests (lib/sheet/isal.h).
SAN := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DCJ_NO_ISAL
asan:  ## all tests under ASan and UBSan; leaks fail
	@sh tests/check/asan.sh $(MAKE) BUILD=$(BUILD)/asan CFLAGS='$(SAN)' test

cov:  ## all tests with coverage; prints the lines reached per file
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/cov CFLAGS='-O0 -g --coverage' test
	@sh tests/check/coverage.sh $(BUILD)/cov

FUZZ_FLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
T ?= 300
fuzz: $(SETUP)  ## fuzz F=csv for T=300 seconds
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/libfuzzer CC=clang CFLAGS='$(FUZZ_FLAGS)' fuzzer
	@mkdir -p $(BUILD)/corpus/$(F) $(BUILD)/found
	$(BUILD)/libfuzzer/fuzz/$(F) -max_total_time=$(T) -timeout=10 -rss_limit_mb=2048 \
	  -artifact_prefix=$(BUILD)/found/$(F)- $(BUILD)/corpus/$(F) tests/fuzz/seeds/$(F)

.PHONY: fuzzer
fuzzer: $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/fuzz/%)

$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/libcj.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -fsanitize=fuzzer $^ $(LIBS) -o $@

check: $(SETUP)  ## the house rules: layers, headers, style, symbols; everything with -Werror
	sh tests/check/layers.sh
	sh tests/check/headers.sh
	sh tests/check/style.sh
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/check CFLAGS='-O2 -g -Werror' all
	sh tests/check/symbols.sh $(BUILD)/check/libcj.a
	sh tests/check/readme.sh $(BUILD)/check/bin
	@sh tests/check/install.sh $(MAKE) $(BUILD)/check

$(BUILD)/tests/render/reports: $(BUILD)/tests/render/reports.o $(BUILD)/libcj.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(AS_NEEDED) $(LIBS) -o $@

render: all $(BUILD)/tests/render/reports  ## pictures of workbooks and pages in build/render/png; fails on what does not show
	@sh tests/check/deps.sh render
	@sh tests/render/render.sh $(BUILD)

conformance: all  ## CORPUS=DIR: score the readers over a folder of real spreadsheets
	@sh tests/check/conformance.sh $(BUILD) '$(CORPUS)'

# ---- bench, install -----------------------------------------------------------------------------

$(BUILD)/tests/bench/gen: $(BUILD)/tests/bench/gen.o
	$(Q)$(CC) $(CFLAGS) $^ -lxlsxwriter -o $@

$(BUILD)/tests/bench/read $(BUILD)/tests/bench/patch: $(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/libcj.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o
	$(Q)$(CC) $(CFLAGS) $^ -lz -o $@

bench: all $(BUILD)/tests/bench/gen $(BUILD)/tests/bench/bench $(BUILD)/tests/bench/floor $(BUILD)/tests/bench/read $(BUILD)/tests/bench/patch  ## time and memory, as ratios to floors measured in the same run
	@sh tests/bench/bench.sh $(BUILD)

install: all  ## PREFIX=/usr/local DESTDIR=
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/cj
	install -m 755 $(TOOLS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(BUILD)/libcj.a $(DESTDIR)$(PREFIX)/lib
	sed 's|^prefix=.*|prefix=$(PREFIX)|' $(BUILD)/cj.pc > $(DESTDIR)$(PREFIX)/lib/pkgconfig/cj.pc
	install -m 644 include/cj/* $(DESTDIR)$(PREFIX)/include/cj

uninstall:  ## removes exactly what install wrote
	rm -f $(TOOLS:$(BUILD)/bin/%=$(DESTDIR)$(PREFIX)/bin/%)
	rm -f $(DESTDIR)$(PREFIX)/lib/libcj.a $(DESTDIR)$(PREFIX)/lib/pkgconfig/cj.pc
	rm -rf $(DESTDIR)$(PREFIX)/include/cj

clean:  ## remove what was built
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/lib $(BUILD)/cmd $(BUILD)/tests -name '*.d' 2>/dev/null)
