#!/bin/sh
# layers.sh - who may include whom (the table in lib/README.md), and one owner per library.
# Prints every breach as file:line; ends with 1 if there was any.
set -u
cd "$(dirname "$0")/../.."
bad=0

complain() { echo "$1" >&2; bad=1; }

# layer: the private layers and public headers that it may include
allowed() {
    base='cj/(str|arena|err|lang|limits|date)\.h|base/.*'
    book="cj/(book|read|dump|edit|patch|write)\\.h"
    case $1 in
    base) echo "$base" ;;
    config) echo "$base|config/.*|cj/config\\.h|cj/elements\\.def" ;;
    sheet) echo "$base|sheet/.*|gen/sheet/.*|$book" ;;
    map) echo "$base|config/.*|map/.*|gen/map/.*|$book|cj/(map|config|outline|layout|guide|preset|actuals|marks)\\.h|cj/elements\\.def" ;;
    layout) echo "$base|map/.*|layout/.*|$book|cj/(map|layout|guide|template)\\.h|cj/elements\\.def" ;;
    lint) echo "$base|config/.*|map/.*|lint/.*|gen/lint/.*|$book|cj/(map|lint|config|fix)\\.h|cj/elements\\.def" ;;
    diff) echo "$base|map/.*|diff/.*|$book|cj/(map|diff)\\.h" ;;
    report) echo "$base|map/.*|lint/.*|diff/.*|report/.*|cj/(book|edit|config|map|lint|fix|layout|diff|report|findings|marks|annotate|outline|plain|relaid|review|changes|playbook|redact)\\.h" ;;
    render) echo "$base|render/.*|gen/render/.*|cj/(report|render|book|write)\\.h" ;;
    cmd) echo 'cj/.*\.h|common/.*\.h' ;;
    esac
}

for layer in base config sheet map layout lint diff report render cmd; do
    case $layer in cmd) dir=cmd ;; *) dir=lib/$layer ;; esac
    [ -d "$dir" ] || continue
    ok=$(allowed "$layer")
    found=$(grep -rnE '^#include ["<](cj|base|config|sheet|map|layout|lint|diff|report|render|gen|common)/' "$dir" \
        --include='*.c' --include='*.h' | grep -vE "#include [\"<]($ok)[\">]")
    [ -z "$found" ] || complain "layer $layer may not include:
$found"
done

# render/book*.c alone turn a report into a book.
found=$(grep -rlE 'cj/(book|write)\.h' lib/render 2>/dev/null | grep -vE '^lib/render/book(_[a-z]+)?\.[ch]$')
[ -z "$found" ] || complain "only lib/render/book*.c may include <cj/book.h> and <cj/write.h>: $found"

# A third-party header has one owner.
owner() {
    found=$(grep -rlE "#include <($1)>" lib cmd include | grep -vE "^($2)$")
    [ -z "$found" ] || complain "<$1> belongs to $2 alone: $found"
}
owner 'csv\.h' 'lib/sheet/csv_read\.c'
owner 'freexl\.h' 'lib/sheet/xls_read\.c'
owner 'zlib\.h' 'lib/sheet/(in|de)flate\.c'
owner 'isa-l/.*' 'lib/sheet/(in|de)flate_isal\.c'
owner 'expat\.h' 'lib/sheet/xml\.c'
owner 'iconv\.h' 'lib/sheet/encoding\.c'
owner 'utf8proc\.h' 'lib/base/utf8\.c'
owner 'xlsxwriter\.h' 'lib/sheet/xlsx_write(_[a-z]+)*\.[ch]'
exit $bad
