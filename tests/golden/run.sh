#!/bin/sh
# run.sh BUILD [CASE…] - runs the tools as people do and compares everything that comes out.
#
# A case is a folder tests/golden/TOOL/NAME with
#   cmd     shell lines, run in a copy of the folder with BUILD/bin in front of PATH and
#           DATA=tests/data; no locale, no colours, TZ=UTC, standard input empty
#   want    exit status, stdout and stderr
#   …       its inputs
# CASE is TOOL, TOOL/NAME, or a pattern such as 'cjlint/bad-*'. UPDATE=1 writes what came out to
# `want`. Prints a diff for each case that differs; ends with 1 if there was one.
set -u
if [ $# -eq 0 ]; then
    echo "usage: run.sh BUILD [CASE...]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd) || exit 2
shift
[ $# -gt 0 ] || set -- '*'

TZ=UTC LC_ALL=C TERM=dumb
PATH=$build/bin:$PATH
DATA=$here/../data
export TZ LC_ALL TERM PATH DATA
unset CJ_LANG LC_MESSAGES LANG NO_COLOR CLICOLOR_FORCE COLUMNS

work=$(mktemp -d) || exit 2
mkdir "$work/.git" # no cj.ini above it counts
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

show() {        # a stream as it is; a missing last line end is made visible
    cat "$1"
    [ ! -s "$1" ] || [ "$(tail -c 1 "$1" | wc -l)" -eq 1 ] || printf '\n== no newline at the end\n'
}

run_case() {    # the case's folder -> $work/got
    rm -rf "$work/in"
    cp -R "$1" "$work/in" || exit 2
    rm -f "$work/in/want" "$work/in/cmd"
    (cd "$work/in" && sh "$1/cmd") >"$work/out" 2>"$work/err" </dev/null
    rc=$?
    {
        echo "== exit $rc"
        echo "== stdout"
        show "$work/out"
        echo "== stderr"
        show "$work/err"
    } >"$work/got"
}

passed=0 failed=0
for pattern do
    case $pattern in */*) ;; *) pattern=$pattern/* ;; esac
    for case in "$here"/$pattern; do
        [ -f "$case/cmd" ] || continue
        name=${case#"$here"/}
        run_case "$case"
        if [ "${UPDATE:-}" = 1 ]; then
            cp "$work/got" "$case/want"
        fi
        if cmp -s "$work/got" "$case/want"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED $name: $(head -n 3 "$case/cmd" | tr '\n' ';')"
            diff -u "$case/want" "$work/got" 2>&1 | sed -e 's/^/    /' -e "1,2s|$work/||" -e "1,2s|$here/||"
        fi
    done
done
echo "golden: $passed passed, $failed failed"
[ $((passed + failed)) -gt 0 ] || { echo "golden: no such case" >&2; exit 2; }
[ "$failed" -eq 0 ]
