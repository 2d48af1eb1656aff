#!/bin/sh
# bench.sh BUILD - one map in a process, and 1,000 maps in one process, against the floors of
# the same run: /bin/true for a process, "open, find, inflate, check the CRC" for an archive; and
# against our own reading of the same workbooks without any linting.
set -eu
build=$1
dir=$build/bench
here=$build/tests/bench
if [ ! -e "$dir/maps/map0999.xlsx" ]; then
    mkdir -p "$dir/maps"
    "$here/gen" maps "$dir/maps" 1000
fi
one=$dir/maps/map0000.xlsx
echo "One map, whole process (101 runs in turn):"
"$here/bench" 101 "/bin/true=/bin/true" "inflate floor=$here/floor $one" \
    "cjcat -f cells=$build/bin/cjcat -f cells $one" "cjlint=$build/bin/cjlint $one" \
    "cjlint -f json=$build/bin/cjlint -f json $one"
echo "1,000 maps in one process, against reading them (9 runs in turn):"
"$here/bench" 9 "read=$here/read $dir/maps" "cjlint=$build/bin/cjlint $dir/maps"
echo "1,000 maps in one process (9 runs in turn):"
"$here/bench" 9 "/bin/true=/bin/true" "inflate floor=$here/floor $dir/maps" \
    "cjlint=$build/bin/cjlint $dir/maps" "cjlint -f json=$build/bin/cjlint -f json $dir/maps"
