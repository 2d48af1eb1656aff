#!/bin/sh
# headers.sh - every public header compiles alone, as C11 and as C++11, without a warning.
set -u
cd "$(dirname "$0")/../.."
bad=0
for h in include/cj/*.h; do
    n=${h#include/}
    echo "#include <$n>" | cc -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Werror -Iinclude \
        -fsyntax-only -x c - || { echo "$n does not compile alone in C11" >&2; bad=1; }
    echo "#include <$n>" | c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -Iinclude \
        -fsyntax-only -x c++ - || { echo "$n does not compile alone in C++" >&2; bad=1; }
done
exit $bad
