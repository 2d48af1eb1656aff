#!/bin/sh
# conformance.sh BUILD DIR - scores the readers over DIR, a folder of real spreadsheets with
# trusted cells and its own score.py, and fails when a figure falls below tests/check/conformance.tsv.
set -u
build=$1 corpus=$2
here=$(dirname "$0")
if [ -z "$corpus" ]; then
    echo "conformance: name the folder: make conformance CORPUS=DIR" >&2
    exit 2
fi
score() { python3 "$corpus/score.py" "$@"; }
out=$(mktemp)
trap 'rm -f "$out" "$out.features" "$out.got"' EXIT
score "$build/bin/cjcat" -f cells | tee "$out"
score --kind xlsx --features "$build/bin/cjcat" -f features >"$out.features"
sed 's/^/features /' "$out.features"
awk '/^(xlsx|xls|csv) / && !/passed/ {
        kind = $1; what = $2; i = 3
        if (what == "clean") { what = "clean-error"; i = 4 }
        print kind "\t" what "\t" $i "\t" $(i + 2)}' "$out" >"$out.got"
awk '/^xlsx +[a-z]+ / {print "xlsx\tfeature-" $2 "\t" $3 "\t" $5}' "$out.features" >>"$out.got"
bad=0
while IFS="$(printf '\t')" read -r kind what least; do
    case $kind in '#'*|'') continue ;; esac
    got=$(awk -F '\t' -v k="$kind" -v w="$what" '$1 == k && $2 == w {print $3}' "$out.got")
    if [ -z "$got" ] || [ "$got" -lt "$least" ]; then
        echo "conformance: $kind $what: ${got:-nothing} passed, $least did before" >&2
        bad=1
    fi
done <"$here/conformance.tsv"
exit $bad
