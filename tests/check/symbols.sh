#!/bin/sh
# symbols.sh LIBCJ - the library's public names begin with cj_, and it has no variables.
set -u
lib=$1
bad=0
names=$(nm -g --defined-only "$lib" 2>/dev/null | awk 'NF == 3 && $3 !~ /^cj_/ {print $3}')
[ -z "$names" ] || { echo "names without cj_: $names" >&2; bad=1; }
# .data.rel.ro holds const tables with pointers in them; .data.rel the ones somebody forgot to make const.
vars=$(objdump -t "$lib" | awk '$4 ~ /^\.(data(\.rel(\.local)?)?|bss|tdata|tbss)$/ && $NF !~ /^\./ && $(NF-1) !~ /^0+$/ {print $NF}')
[ -z "$vars" ] || { echo "variables in the library: $vars" >&2; bad=1; }
exit $bad
