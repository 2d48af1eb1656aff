#!/bin/sh
# bench.sh BUILD - one map in a process, and 1,000 maps in one process, against the floors of
# the same run: /bin/true for a process, "open, find, inflate, check the CRC" for an archive; and
# against our own reading of the same workbooks without any linting. Then what writing costs: the
# standard workbook (at most 15 ms over /bin/true), and maps that are far too large (a second).
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

good=tests/data/samples/02_good_ja.csv
slow=0
echo "The standard workbook, whole process (51 runs in turn):"
"$here/bench" 51 "/bin/true=/bin/true" "cjlint=$build/bin/cjlint $good" \
    "cjfmt to xlsx<15=$build/bin/cjfmt -f xlsx $good" "cjfmt to csv<15=$build/bin/cjfmt -f csv $good" \
    "cjtemplate<15=$build/bin/cjtemplate -f xlsx" || slow=1

# cells PHASES ELEMENTS, then evidence RECORDS
large() {
    awk -v phases="$1" -v elements="$2" -v records="$3" 'BEGIN {
        split("Customer Goal,Customer Actions,Thoughts & Feelings,Pain Points,Touchpoints,Definition of Success,KPI,Countermeasures,Owner", label, ",")
        line = "Stage"
        for (p = 1; p <= phases; p++) line = line ",Stage " p " - Onboarding " p
        print line
        for (e = 1; e <= elements; e++) {
            line = e in label ? label[e] : "Team row " e
            for (p = 1; p <= phases; p++)
                line = line ",\"• reads the guide of part " p " in week " e " [E" p "]\n• asks a colleague who knows it\""
            print line
        }
        if (records) print "\n# Evidence\nID,Type,Date,n,Summary,Quote,Link,Supports,Owner"
        for (r = 1; r <= records; r++)
            print "E" r ",Survey,2025-03-14," r % 50 ",Summary number " r " of what was found,A sentence that was said,https://example.com/" r ",Stage 1: Pain Points,CS"
    }'
}
large 59 140 0 >"$dir/grid.csv"
large 4 9 5000 >"$dir/records.csv"
large 4 9 0 | awk 'NR == 3 { printf "%s,\"", $0; for (i = 0; i < 4095; i++) printf "a word, "; print "\""; next } { print }' >"$dir/cell.csv"
echo "Large maps: 8,260 cells of the grid; 5,000 records; a cell of 32,760 characters (7 runs in turn):"
"$here/bench" 7 "/bin/true=/bin/true" "cjlint grid=$build/bin/cjlint $dir/grid.csv" \
    "grid to xlsx<1000=$build/bin/cjfmt -f xlsx $dir/grid.csv" "grid to csv<1000=$build/bin/cjfmt -f csv $dir/grid.csv" \
    "records to xlsx<1000=$build/bin/cjfmt -f xlsx $dir/records.csv" \
    "records to csv<1000=$build/bin/cjfmt -f csv $dir/records.csv" \
    "cell to xlsx<1000=$build/bin/cjfmt -f xlsx $dir/cell.csv" || slow=1
echo "1,000 maps in one process, which one would change (3 runs in turn):"
"$here/bench" 3 "read=$here/read $dir/maps" "cjlint=$build/bin/cjlint $dir/maps" \
    "cjfmt --check=$build/bin/cjfmt --check $dir/maps"
exit $slow
