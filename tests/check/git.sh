#!/bin/sh
# git.sh BIN - real git shows maps through cjdiff; what --git-setup did is taken back exactly.
set -u
bin=$(cd "${1:?usage: git.sh BIN}" && pwd) || exit 2
samples=$(cd "$(dirname "$0")/../data/samples" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
bad=0
complain() { echo "git.sh: $1" >&2; bad=1; }
command -v git >/dev/null || { echo "git.sh: NOT RUN: there is no git" >&2; exit 0; }
HOME=$work GIT_CONFIG_GLOBAL=$work/config LC_ALL=C
export HOME GIT_CONFIG_GLOBAL LC_ALL
unset GIT_DIR GIT_WORK_TREE XDG_CONFIG_HOME CJ_LANG
repo="$work/リポ ジトリ"
mkdir "$repo" && cd "$repo" && git init -q . || exit 2
git config user.email a@example.com && git config user.name a
cp "$samples/06_merge_base.csv" "ma p.csv"
iconv -f UTF-8 -t CP932 "$samples/06_merge_base.csv" >cp932.csv
echo 'a,b' >other.csv
git add -A && git commit -qm 1
printf '*.png binary' >.gitattributes
cp .gitattributes "$work/attributes" && cp .git/config "$work/before"

"$bin/cjdiff" -q --git-setup >"$work/said" || complain "--git-setup fails"
grep -q 'other.csv' .gitattributes && complain "a CSV that is no map is listed"
cp .gitattributes "$work/once" && cp .git/config "$work/set"
"$bin/cjdiff" -q --git-setup | grep -qx 'Nothing to change.' || complain "the second time changes something"
cmp -s .gitattributes "$work/once" && cmp -s .git/config "$work/set" || complain "not the same bytes twice"
cp "$samples/06_merge_ours.csv" "ma p.csv"
iconv -f UTF-8 -t CP932 "$samples/06_merge_ours.csv" >cp932.csv
line='+導入期 × 課題・ペイン: 社員名簿の取り込みで失敗する [E3]'
for file in 'ma p.csv' cp932.csv; do
    git diff -- "$file" | grep -qxF "$line" || complain "git diff does not show the change of $file"
done
git commit -qam 2
git log -p -1 | grep -qxF "$line" || complain "git log -p does not show the change"
git show | grep -qxF "$line" || complain "git show does not show the change"
"$bin/cjdiff" -q --git-remove >"$work/said" || complain "--git-remove fails"
cmp -s .gitattributes "$work/attributes" || complain ".gitattributes is not as it was"
cmp -s .git/config "$work/before" || complain ".git/config is not as it was"

# Three versions of a workbook, in a repository without attributes; a file that cannot be read among them.
book="$work/book"
mkdir "$book" && cd "$book" && git init -q . || exit 2
git config user.email a@example.com && git config user.name a
"$bin/cjdiff" -q --git-setup >/dev/null || complain "--git-setup fails without attributes"
for v in base ours theirs; do
    "$bin/cjfmt" -q --force -o map.xlsx "$samples/06_merge_$v.csv" || complain "cjfmt fails"
    echo "$v, but no workbook" >broken.xlsx
    git add -A && git commit -qm "$v" || complain "git commit fails"
done
git log -p --reverse --format='== %s' >"$work/log" 2>"$work/err" || complain "git log -p fails on a workbook"
for line in '+導入期 × 課題・ペイン: 社員名簿の取り込みで失敗する [E3]' \
    '-導入期 × 課題・ペイン: 社員名簿の取り込みで失敗する [E3]' \
    '-導入期 × 成功の定義: 30日以内に社員の80%がログインしている' \
    '+導入期 × 成功の定義: 21日以内に社員の80%がログインしている' \
    '+更新期 × KPI: 期限前更新率 目標90%'; do
    grep -qxF -e "$line" "$work/log" || complain "git log -p lacks $line"
done
grep -q 'Binary files' "$work/log" && complain "git log -p calls a workbook binary"
git diff HEAD~2 HEAD~1 -- map.xlsx | grep -c '^[-+][^-+]' >"$work/n"
[ "$(cat "$work/n")" -lt 20 ] || complain "a few changes of a workbook are $(cat "$work/n") lines"
"$bin/cjdiff" -q --git-remove >/dev/null || complain "--git-remove fails"
[ ! -e .gitattributes ] || complain "a .gitattributes of ours stays behind"

# For all repositories of a person, whose attributes have Windows line ends.
printf '*.png binary\r\n' >"$work/mine" && cp "$work/mine" "$work/mine.before"
git config --global core.attributesFile "$work/mine" && cp "$work/config" "$work/config.before"
"$bin/cjdiff" -q --git-setup --global >/dev/null || complain "--global fails"
grep -c "$(printf '\r')$" "$work/mine" | grep -qx "$(wc -l <"$work/mine")" || complain "line ends are mixed"
git diff HEAD~1 HEAD -- map.xlsx | grep -qF '+更新期 × KPI' || complain "--global does not show a workbook"
"$bin/cjdiff" -q --git-remove --global >/dev/null || complain "--git-remove --global fails"
cmp -s "$work/mine" "$work/mine.before" || complain "the attributes of a person are not as they were"
cmp -s "$work/config" "$work/config.before" || complain "the configuration of a person is not as it was"

cd "$work" || exit 2
"$bin/cjdiff" --git-setup >/dev/null 2>&1 && complain "works outside a repository"
PATH='' "$bin/cjdiff" --git-setup >/dev/null 2>&1 && complain "works without git"
[ $bad -ne 0 ] || echo "git.sh: git shows maps, and the set-up leaves no trace"
exit $bad
