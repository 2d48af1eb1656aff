# Makefile - builds, tests and installs the journey-map toolkit. `make help` lists the targets.
# Flavours are BUILD=… CC=… CFLAGS=… and nothing else.

VERSION := 0.1.0
BUILD ?= build
CC = cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
AR ?= ar

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
        -Wwrite-strings -Wvla -Wformat=2 -Wconversion
CPPFLAGS += -D_GNU_SOURCE -DCJ_VERSION='"$(VERSION)"' -Iinclude -Ilib -I$(BUILD)
CJ_CFLAGS = -std=c11 $(WARN) $(CFLAGS)
LIBS := -lexpat -lz -lcsv -lfreexl -lutf8proc -ljansson -lm

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
TABLES := $(patsubst lib/%_gen.c,$(BUILD)/gen/%.inc,$(GEN_SRC))

.PHONY: all help deps demo test unit golden replay asan check bench install uninstall clean
.DELETE_ON_ERROR:

all: $(TOOLS) $(BUILD)/libcj.a  ## build the tools into build/bin/ and the library libcj.a

help:                           ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CJ_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/tests/%.o: CJ_CFLAGS = -std=gnu11 -Wall -Wextra $(CFLAGS)

# lib/x/y.tsv -> build/gen/x/y.inc, written by lib/x/y_gen.c: the tables are compiled in.
$(BUILD)/gen/%_gen: $(BUILD)/lib/%_gen.o $(GEN_OBJ)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $^ -o $@ -lutf8proc -lm

$(BUILD)/gen/%.inc: lib/%.tsv $(BUILD)/gen/%_gen
	$(BUILD)/gen/$*_gen < $< > $@

$(filter-out $(GEN_OBJ),$(LIB_OBJ)): | $(TABLES)

$(BUILD)/libcj.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/bin/%: $(BUILD)/cmd/%.o $(COMMON_OBJ) $(BUILD)/libcj.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $< $(COMMON_OBJ) $(BUILD)/libcj.a -Wl,--as-needed $(LIBS) -o $@

$(BUILD)/tests/unit.bin: $(TEST_OBJ) $(COMMON_OBJ) $(BUILD)/libcj.a
	$(CC) $(CFLAGS) $(LDFLAGS) $^ -lcriterion $(LIBS) -o $@

unit: $(BUILD)/tests/unit.bin
	$(BUILD)/tests/unit.bin --quiet $(UNIT)

clean:                          ## remove what was built
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
