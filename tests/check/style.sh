#!/bin/sh
# style.sh - what a script can see of the house style: first lines, lengths, format, the top.
set -u
cd "$(dirname "$0")/../.."
bad=0
complain() { echo "$1" >&2; bad=1; }
files=$(git ls-files '*.c' '*.h')

for f in $files; do
    base=$(basename "$f")
    case $f in include/cj/*) base=cj/$base ;; esac
    head -1 "$f" | grep -qF "/* $base - " || complain "$f:1: begin with /* $base - what it is for. */"
done

# A file past 500 lines or a function past 60 is a design question.
for f in $(git ls-files 'lib/*.c' 'cmd/*.c' 'include/*.h'); do
    n=$(wc -l <"$f")
    [ "$n" -le 500 ] || complain "$f: $n lines; past 500 a room is crowded"
    awk -v f="$f" '/^[{]$/ {from = NR} /^[}]$/ && from {
        if (NR - from > 61) {printf "%s:%d: a function of %d lines\n", f, from, NR - from - 1; bad = 1}
        from = 0} END {exit bad}' "$f" >&2 || bad=1
done

found=$(git ls-files 'lib/*.c' 'cmd/*.c' 'include/*.h' | xargs grep -nE 'setlocale|[^_a-z]strtok\(|[^_a-z]gets\(|[^a-z_]sprintf\(' | grep -v 'never calls setlocale')
[ -z "$found" ] || complain "not used here:
$found"
found=$(git ls-files | xargs grep -nIE 'TODO|FIXME|XXX:|HACK' -- 2>/dev/null | grep -vE '^(tests/check/style.sh|lib/map/(lexicon|labels)\.tsv|tests/)')
[ -z "$found" ] || complain "unfinished:
$found"

# Nothing else at the top.
found=$(git ls-files | cut -d/ -f1 | sort -u |
    grep -vxE 'Makefile|cmd|lib|include|tests|templates|README\.md|README\.ja\.md|LICENSE|CHANGELOG\.md|\..*')
[ -z "$found" ] || complain "not at the top of the tree: $found"

if command -v clang-format >/dev/null 2>&1; then
    clang-format --dry-run -Werror $files 2>&1 | grep -m 20 'error:' >&2 && bad=1
else
    echo "style.sh: clang-format is missing; the format was not checked" >&2
fi
exit $bad
