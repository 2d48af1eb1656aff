#!/bin/sh
# install.sh MAKE BUILD - what is installed can be used by a program of somebody else's through
# pkg-config, uninstall leaves nothing behind, and tools that write no workbook do not link what does.
set -eu
cd "$(dirname "$0")/../.."
make=$1 build=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
"$make" -s BUILD="$build" DESTDIR="$root" PREFIX=/opt/cj install
cat >"$root/user.c" <<'C'
#include <cj/cj.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_book *book;
    cj_err err;

    if (argc < 2 || cj_book_read(arena, argv[1], &options, &book, &err) != CJ_OK)
        return 1;
    printf("%zu cells\n", book->n_cells);
    cj_arena_free(arena);
    return 0;
}
C
sed "s|^prefix=|prefix=$root|" "$root/opt/cj/lib/pkgconfig/cj.pc" >"$root/cj.pc"
export PKG_CONFIG_PATH="$root"
cc "$root/user.c" $(pkg-config --cflags cj) -o "$root/user" $(pkg-config --libs --static cj)
"$root/user" tests/data/samples/02_good_ja.csv | grep -q ' cells$'
if command -v ldd >/dev/null 2>&1; then # it brings libcrypto, and that takes time to start
    for tool in "$root"/opt/cj/bin/*; do
        ! ldd "$tool" | grep xlsxwriter || { echo "$tool links libxlsxwriter" >&2; exit 1; }
    done
fi
"$make" -s BUILD="$build" DESTDIR="$root" PREFIX=/opt/cj uninstall
rm -f "$root/user" "$root/user.c" "$root/cj.pc"
left=$(find "$root" -type f)
[ -z "$left" ] || { echo "uninstall left: $left" >&2; exit 1; }
