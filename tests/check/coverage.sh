#!/bin/sh
# coverage.sh BUILD - lines reached by the tests, a line a file of lib and cmd, least first.
set -u
build=$1
find "$build/lib" "$build/cmd" -name '*.gcda' | while read -r d; do
    gcov -n -o "$(dirname "$d")" "$d" 2>/dev/null |
        awk -F "'" '/^File/ {f = $2} /^Lines executed/ && f ~ /^(lib|cmd)\/.*\.c$/ {
            split($0, p, "[:% ]"); sub(/.*of /, ""); printf "%6.1f %%  of %5d lines  %s\n", p[3], $0, f; f = ""}'
done | sort -n | awk '{print; split($0, p, " "); n += p[4]; hit += p[1] * p[4] / 100}
    END {if (n) printf "%6.1f %%  of %5d lines  in all\n", 100 * hit / n, n}'
