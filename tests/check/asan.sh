#!/bin/sh
# asan.sh COMMAND… - runs COMMAND; a sanitizer's log fails it even where the exit status does not.
# (A leak inside a worker of the test framework prints, but the framework ends with 0.)
set -u
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
ASAN_OPTIONS="log_path=$logs/log detect_leaks=1 abort_on_error=0 exitcode=99" \
UBSAN_OPTIONS="log_path=$logs/log print_stacktrace=1" \
LSAN_OPTIONS="suppressions=$(dirname "$0")/leaks.supp print_suppressions=0" \
    "$@"
rc=$?
set -- "$logs"/log*
if [ -e "$1" ]; then
    cat "$@" >&2
    echo "asan.sh: $# sanitizer logs" >&2
    exit 1
fi
exit $rc
