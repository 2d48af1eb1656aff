#!/bin/sh
# render.sh BUILD - pictures of workbooks and pages in BUILD/render, and whether they show all that they hold.
#
# A workbook goes the way of a printed one: LibreOffice makes a PDF of it, poppler the pictures (and
# books.py asks whether every text is there); a page is opened in Chromium (pages.py). Look at the
# pictures: what is ugly, no script finds.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
data=$here/../data
out=$build/render
python=python3
$python -c 'import openpyxl' 2>/dev/null || python=/usr/bin/python3
PATH=$build/bin:$PATH
TZ=UTC LC_ALL=C.UTF-8
FONTCONFIG_FILE=$here/fonts.conf
export PATH TZ LC_ALL FONTCONFIG_FILE
unset CJ_LANG

rm -rf "$out"
mkdir -p "$out/books" "$out/pdf" "$out/pages" "$out/png"
cd "$out"
office() { # FORMAT FOLDER FILE…: without a word, in a profile of its own
    as=$1 to=$2
    shift 2
    timeout 200 soffice -env:UserInstallation="file://$out/profile" --headless --norestore \
        --convert-to "$as" --outdir "$to" "$@" >"$out/office.log" 2>&1 ||
        { cat "$out/office.log" >&2; exit 1; }
}

# ---- workbooks and pages ----------------------------------------------------------------------

for lang in ja en; do
    for preset in cs-saas minimal basic onboarding renewal nng; do
        cjtemplate --preset "$preset" --lang "$lang" -o "books/blank-$preset-$lang.xlsx"
    done
    for preset in cs-saas onboarding nng; do
        cjtemplate --preset "$preset" --examples --lang "$lang" -o "books/samples-$preset-$lang.xlsx"
    done
done
cjtemplate --from "$data/samples/02_good_ja.csv" -o books/blank-from-ja.xlsx

grep -v '^#' "$here/books.tsv" | while read -r name input options; do
    cjfmt --quiet "$data/$input" $options -o "books/$name.xlsx"
done
for lang in ja en; do
    cjfmt --quiet "$here/long.csv" --lang $lang -o "books/long-$lang.xlsx"
done
grep -v '^#' "$here/pages.tsv" | while read -r name input options; do
    cjcat -f html $options "$data/$input" >"pages/$name.html"
done
"$build/tests/render/reports" books pages

# ---- what they look like --------------------------------------------------------------------------

(
    $python "$here/books.py" free books free
    office pdf pdf books/*.xlsx
    office fods free free/*.xlsx
    sed -i 's|<meta:generator>[^<]*|<meta:generator>render|' free/*.fods
    office xlsx measured free/*.fods
) &
offices=$!
failed=0
$python "$here/pages.py" pages png || failed=1
wait $offices || exit 1
$python "$here/books.py" check books pdf measured || failed=1
ls pdf/*.pdf | xargs -P 2 -I{} sh -c 'pdftoppm -r 75 -png "$1" "png/$(basename "$1" .pdf)"' - {}
echo "$(ls png | wc -l) pictures in $out/png"
exit $failed
