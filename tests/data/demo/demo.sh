#!/bin/sh
# demo.sh BIN - lints a filled sample workbook, so that a person sees what the tool does.
set -u
bin=$1
map=tests/data/demo/sample_map.xlsx
lang=${CJ_LANG:-}
echo "\$ cjlint $map"
echo
"$bin/cjlint" --today 2025-10-01 ${lang:+--lang="$lang"} "$map"
status=$?
echo
if [ $status -gt 1 ]; then
    exit $status
fi
echo "The same in English: build/bin/cjlint --lang=en $map"
echo "日本語で見る: build/bin/cjlint --lang=ja $map"
echo "Your own map / 自分のマップ: build/bin/cjlint YOUR_MAP.xlsx"
