#!/bin/sh
# readme.sh BIN - what the READMEs show is what the programs print. A block between
# <!-- prints: COMMAND --> and <!-- end --> holds COMMAND's output; UPDATE=1 writes it anew.
set -u
cd "$(dirname "$0")/../.."
bin=$1
bad=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset CJ_LANG LC_ALL LC_MESSAGES NO_COLOR CLICOLOR_FORCE
export LANG=C TZ=UTC

for f in README.md README.ja.md; do
    while IFS= read -r line; do
        if [ -n "${skip:-}" ]; then
            [ "$line" = '<!-- end -->' ] || continue
            skip=
        fi
        printf '%s\n' "$line"
        case $line in
        '<!-- prints: '*' -->')
            command=${line#<!-- prints: }
            printf '```\n'
            PATH="$PWD/$bin:$PATH" BIN="$bin" sh -c "${command% -->}" 2>&1
            printf '```\n'
            skip=1 ;;
        esac
    done <"$f" >"$tmp/$f"
    if ! cmp -s "$f" "$tmp/$f"; then
        if [ -n "${UPDATE:-}" ]; then
            cp "$tmp/$f" "$f"
        else
            diff -u "$f" "$tmp/$f" | head -40 >&2
            echo "$f does not show what the programs print (UPDATE=1 $0 $bin)" >&2
            bad=1
        fi
    fi
done
exit $bad
