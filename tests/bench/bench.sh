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
echo "The standard workbook, whole process (101 runs in turn):"
"$here/bench" 101 "/bin/true=/bin/true" "cjlint=$build/bin/cjlint $good" \
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
# list SORTED: 100,000 items, a line each; 7 columns of ours and 5 of the team's own
list() {
    awk -v sorted="$1" 'BEGIN {
        n = split("Customer Actions,Thoughts & Feelings,Pain Points,Touchpoints,KPI,Countermeasures,Owner,Opportunities,Risks,Voice of Customer", label, ",")
        split("Onboarding,Adoption,Expansion,Renewal", phase, ",")
        print "Phase,Element,Item,Evidence,Assumption,Owner,Timing,Own 1,Own 2,Own 3,Own 4,Own 5"
        for (i = 0; i < 100000; i++) {
            e = sorted ? int(i * 4 * n / 100000) % n : i % n
            line = phase[int(i * 4 / 100000) + 1] "," label[e + 1] ",opens the settings of contract " i " and checks them " i * 7919 % 1000003
            line = line ",E" i % 50 + 1 ",,CS,within " i % 90 + 1 " days of contract"
            for (k = 0; k < 5; k++) line = line ",remark " i % 97 "-" k
            print line
        }
    }'
}
list 0 >"$dir/list.csv"
list 1 >"$dir/sorted.csv"
echo "A list of 100,000 items, its cells alone and its map, at most 160 MB (7 runs in turn):"
"$here/bench" 7 "cells=$here/read $dir/list.csv" "maps<0,160=$here/read -m $dir/list.csv" \
    "sorted<0,160=$here/read -m $dir/sorted.csv" || slow=1
awk 'NR > 1 && NR % 1000 == 0 { sub(/ and checks them/, " and closes them again") } { print }' "$dir/list.csv" >"$dir/list-new.csv"
echo "Two lists of 100,000 items compared, a hundred of them edited, at most 1.5 s and 300 MB (7 runs in turn):"
"$here/bench" 7 "/bin/true=/bin/true" "cells=$here/read $dir/list.csv" "maps=$here/read -m $dir/list.csv" \
    "cjdiff<1500,300=$build/bin/cjdiff -q --stat $dir/list.csv $dir/list-new.csv" || slow=1
echo "Two maps compared, whole process (101 runs in turn; at most 4 ms over /bin/true):"
"$here/bench" 101 "/bin/true=/bin/true" "cjlint=$build/bin/cjlint $good" \
    "cjdiff<4=$build/bin/cjdiff tests/data/samples/06_merge_base.csv tests/data/samples/06_merge_theirs.csv" || slow=1
marked=tests/data/demo/sample_map.xlsx
echo "A map annotated in its own workbook, whole process (101 runs in turn; at most 6 ms over /bin/true):"
"$here/bench" 101 "/bin/true=/bin/true" "cjlint=$build/bin/cjlint $one" \
    "cjlint -f xlsx<6=$build/bin/cjlint -q -f xlsx $one" \
    "six sheets=$build/bin/cjlint -q -f xlsx $marked" || slow=1
[ -e "$dir/cells.xlsx" ] || "$here/gen" cells "$dir/cells.xlsx"
echo "One cell of a million edited in its workbook, against inflating and deflating its sheet (5 runs in turn; ratio at most 1.5):"
"$here/bench" 5 "/bin/true=/bin/true" "inflate and deflate=$here/floor -z sheet1.xml $dir/cells.xlsx" \
    "one cell=$here/patch $dir/cells.xlsx 50000 5 edited"
echo "1,000 maps in one process, which one would change (3 runs in turn):"
"$here/bench" 3 "read=$here/read $dir/maps" "cjlint=$build/bin/cjlint $dir/maps" \
    "cjfmt --check=$build/bin/cjfmt --check $dir/maps"
exit $slow
