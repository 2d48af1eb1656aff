#!/bin/sh
# symbols.sh LIBCJ - the library's public names begin with cj_, and it has no variables.
set -u
lib=$1
bad=0
names=$(nm -g --defined-only "$lib" 2>/dev/null | awk 'NF == 3 && $3 !~ /^cj_/ {print $3}')
[ -z "$names" ] || { echo "names without cj_: $names" >&2; bad=1; }
# D d B b C: data that can change; a const table with pointers is .data.rel.ro (d, named so).
vars=$(objdump -t "$lib" | awk '$4 ~ /^\.(data|bss|tdata|tbss)$/ && $NF !~ /^\./ && $(NF-1) !~ /^0+$/ {print $NF}')
[ -z "$vars" ] || { echo "variables in the library: $vars" >&2; bad=1; }
exit $bad
