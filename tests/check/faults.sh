#!/bin/sh
# faults.sh BUILD [all | OLD NEW -- COMMAND…] - a file is replaced whole or not at all, whatever happens.
#
# COMMAND is run again and again in a fresh folder that holds a copy of OLD under its own name
# (OLD "-": an empty folder), and has to make NEW of it, under the same name (OLD "-": under that of
# NEW). Each time something goes wrong at another place: it is killed at each of its system calls,
# each call that touches files fails, the disk is full, the folder cannot be written. Afterwards the
# folder must hold OLD or NEW, whole, and nothing else (but NAME.bak, which must be as OLD); NEW if
# the command said that all is well, OLD if it said that it failed. What it makes in the folder for
# temporary files must be gone as well.
# Without OLD: the probe that saves as all tools do, in each way that there is, and one tool; "all": the
# tools themselves, in each way. Their reading is long and harmless: they are killed and fail only where
# they change a file (CALLS).
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:?usage: faults.sh BUILD [OLD NEW -- COMMAND...]}" && pwd) || exit 2
shift
work=$(mktemp -d) || exit 2
chmod 755 "$work"
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
runs=0 bad=0
unset CJ_LANG
LC_ALL=C
export LC_ALL

complain() { echo "faults.sh: $1" >&2; bad=1; }
not_run() { echo "faults.sh: NOT RUN: $1" >&2; }

# The command itself is killed or fails, never the process that tidies up behind it: both at once
# would be two accidents.
fault='write writev pwrite64 fsync fdatasync ftruncate rename renameat renameat2 link linkat unlink
unlinkat open openat close fchmod fchown chmod chown mkdir utimensat pipe pipe2 fork clone clone3
getrandom sendfile copy_file_range'

calls='write pwrite64 fsync fdatasync ftruncate rename renameat renameat2 link linkat unlink unlinkat mkdir
rmdir fchmod fchown utimensat pipe pipe2 fork clone clone3 memfd_create'

# tool OLD NEW COMMAND…: in the background.
tool() {
    from=$1 to=$2
    shift 2
    CALLS=${CALLS:-$calls} sh "$here/faults.sh" "$build" "$from" "$to" -- "$@" || touch "$work/bad" &
}

# ours NAME COMMAND…: what the command makes of a copy of NAME in $work/old, or anew, to $work/next/NAME.
ours() {
    made=$1
    shift
    rm -f "$work/next/$made"
    [ ! -e "$work/old/$made" ] || cp "$work/old/$made" "$work/next/$made"
    (cd "$work/next" && "$@") || { complain "fails without any fault: $*"; exit 1; }
}

if [ $# -eq 0 ] || [ "$1" = all ]; then
    bin=$build/bin
    mkdir "$work/old" "$work/next" "$work/in"
    cp "$here/../data/layouts/list-styles.csv" "$work/in/map.csv"
    cp "$work/in/map.csv" "$work/old/map.csv"
    cp "$here/../data/layouts/levels-three.xlsx" "$work/old/map.xlsx"
    in=$work/in/map.csv
    printf '項目,導入期,活用期\nゴール,初期設定を終えたい,ﾚﾎﾟｰﾄを見たい \n課題,手順,時間\n' >"$work/old/mend.csv"
    cp "$here/../data/extras/to_mend.xlsx" "$work/old/mend.xlsx"
fi
mends=TX101,TX102,TX103,TX104,TX105,TX111 # what they find is mended: nothing is printed after saving
mend() {        # NAME OPTION…
    mended=$1
    shift
    "$build/bin/cjlint" --fix "$@" -q --select=$mends --fail-on=never -f compact "$mended"
}
if [ $# -eq 0 ]; then
    head -c 20000 /dev/zero | tr '\0' 'o' >"$work/file"
    head -c 30000 /dev/zero | tr '\0' 'n' >"$work/next/file"
    for how in in-place in-place-without-backup force new; do
        old=$work/file
        [ "$how" != new ] || old=-
        sh "$here/faults.sh" "$build" "$old" "$work/next/file" -- \
            "$build/tests/check/save_probe" "$how" file "$work/next/file" ||
            touch "$work/bad" &
    done
    ours mend.csv mend mend.csv --in-place --no-backup
    ERRORS='' tool "$work/old/mend.csv" "$work/next/mend.csv" \
        "$bin/cjlint" --fix --in-place -q --select=$mends --fail-on=never -f compact mend.csv
    ours map.xlsx "$bin/cjfmt" --in-place --no-backup map.xlsx
    ERRORS='' tool "$work/old/map.xlsx" "$work/next/map.xlsx" "$bin/cjfmt" --in-place map.xlsx
    wait
    [ ! -e "$work/bad" ] || bad=1
    exit $bad
fi
if [ "$1" = all ]; then
    for name in map.xlsx map.csv; do
        ours $name "$bin/cjfmt" --in-place --no-backup $name
        tool "$work/old/$name" "$work/next/$name" "$bin/cjfmt" --in-place $name
        tool "$work/old/$name" "$work/next/$name" "$bin/cjfmt" --in-place --no-backup $name
        wait
    done
    for name in mend.xlsx mend.csv; do
        ours $name mend $name --in-place --no-backup
        set -- --select=$mends --fail-on=never -q -f compact
        tool "$work/old/$name" "$work/next/$name" "$bin/cjlint" --fix --in-place "$@" $name
        tool "$work/old/$name" "$work/next/$name" "$bin/cjlint" --fix --in-place --no-backup "$@" $name
        tool - "$work/next/$name" "$bin/cjlint" --fix "$@" -o $name "$work/old/$name"
        wait
    done
    for name in map.xlsx map.csv; do
        mkdir "$work/next/fmt" "$work/next/template"
        rm -f "$work/next/$name"
        (cd "$work/next/fmt" && "$bin/cjfmt" "$in" -o $name && cd ../template && "$bin/cjtemplate" --lang ja -o $name) ||
            { complain "fails without any fault"; exit 1; }
        tool - "$work/next/fmt/$name" "$bin/cjfmt" "$in" -o $name
        tool "$work/old/$name" "$work/next/fmt/$name" "$bin/cjfmt" "$in" -o $name --force
        wait
        tool - "$work/next/template/$name" "$bin/cjtemplate" --lang ja -o $name
        wait
        rm -rf "$work/next/fmt" "$work/next/template"
    done
    [ ! -e "$work/bad" ] || bad=1
    exit $bad
fi

old=$1 new=$2
shift 3
if grep -q __asan_init "$1"; then # whose runtime makes calls of its own, and may not be traced
    not_run "$(basename "$1") is built with a sanitizer"
    exit 0
fi
name=$(basename "$old")
[ "$old" != - ] || name=$(basename "$new")
box=$work/box
TMPDIR=$work/tmp
export TMPDIR

fresh() {       # a new folder for the next run, at $box, and one for temporary files
    rm -rf "$box" "$TMPDIR"
    mkdir "$box" "$TMPDIR"
    chmod 1777 "$TMPDIR"
    [ "$old" = - ] || cp -p "$old" "$box/$name"
}

only_ours() {   # nothing in $box but what may be there, and nothing in $TMPDIR
    rmdir "$TMPDIR" 2>/dev/null && mkdir -m 1777 "$TMPDIR" || return 1
    for f in "$box"/* "$box"/.[!.]*; do
        case $f in "$box/$name" | "$box/$name.bak" | "$box/.filler" | "$box/*" | "$box/.[!.]*") ;; *) return 1 ;; esac
    done
}

# judge WHAT STATUS: STATUS is that of the command, or "killed".
judge() {
    runs=$((runs + 1))
    waits=0
    until only_ours; do
        waits=$((waits + 1))
        if [ $waits -gt 40 ]; then
            complain "$1: left behind: $(ls -A "$box" "$TMPDIR" | tr '\n' ' ')"
            return
        fi
        sleep 0.05
    done
    state=torn
    if [ ! -e "$box/$name" ]; then
        [ "$old" != - ] || state=old
    elif cmp -s "$box/$name" "$new"; then
        state=new
    elif [ "$old" != - ] && cmp -s "$box/$name" "$old"; then
        state=old
    fi
    case $2:$state in
    *:torn) complain "$1: the file is neither the old nor the new one" ;;
    killed:*) ;;
    0:old) complain "$1: said that all is well, but the file is the old one" ;;
    [1-9]*:new) complain "$1: ended with $2, but the file is the new one" ;;
    esac
    case $2 in
    [1-9]*) [ ! -e "$box/$name.bak" ] || complain "$1: failed, but left $name.bak" ;;
    esac
    [ ! -e "$box/$name.bak" ] || cmp -s "$box/$name.bak" "$old" ||
        complain "$1: the kept file is not the old one"
}

under() {       # under WHAT EXPRESSION COMMAND…: with that injection
    what=$1 expression=$2
    shift 2
    fresh
    (
        cd "$box" || exit 2
        timeout 10 strace -qq -o /dev/null -e trace="${expression%%:*}" \
            -e inject="$expression" "$@"
        exit $? # the shell says "Killed" in here
    ) >"$work/out" 2>&1
    status=$?
    [ $status -ne 124 ] || complain "$what: it hangs"
    case $expression in *signal=*) status=killed ;; esac
    judge "$what" $status
}

# failing WHAT COMMAND…: must fail with one line and leave all as it was.
failing() {
    what=$1
    shift
    (cd "$box" && exec "$@") >/dev/null 2>"$work/says"
    status=$?
    [ $status -ne 0 ] || complain "$what: ended with 0"
    [ "$(wc -l <"$work/says")" -eq 1 ] || complain "$what: not one line: $(cat "$work/says")"
    judge "$what" $status
}

# A disk of 1 MiB, filled but for 0, 1, 2 … pages, as long as the new file does not fit.
full_disk() {
    mkdir -p "$box" "$TMPDIR" && mount -t tmpfs -o size=1m tmpfs "$box" 2>/dev/null || return 77
    [ "$old" = - ] || cp -p "$old" "$box/$name"
    pages=$((($(wc -c <"$new") + 4095) / 4096))
    for left in 0 1 2 3 $((pages / 2)) $((pages - 1)); do
        [ "$left" -lt "$pages" ] || continue
        cat /dev/zero >"$box/.filler" 2>/dev/null
        truncate -s $(($(wc -c <"$box/.filler") - left * 4096)) "$box/.filler"
        failing "full disk, $left pages left" "$@"
        rm -f "$box/.filler"
    done
    umount "$box"
}

# A folder that its owner alone may write, seen by somebody else; root may write everywhere.
closed_folder() {
    fresh
    chmod 555 "$box"
    if [ "$(id -u)" -ne 0 ]; then
        failing "closed folder" "$@"
    elif setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$1" 2>/dev/null; then
        failing "closed folder" setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        not_run "closed folder: nobody but root may run $1"
    fi
    chmod 755 "$box"
}

if [ -n "${CJ_FULL_DISK:-}" ]; then # by itself, below, where it may mount
    full_disk "$@"
    exit $bad
fi

fresh
if ! (cd "$box" && strace -qq -o "$work/trace" "$@") >"$work/out" 2>&1; then
    if strace -qq -o /dev/null true 2>/dev/null; then
        complain "the command fails without any fault: $(cat "$work/out")"
        exit 1
    fi
    not_run "strace is missing or may not trace here"
    exit 0
fi
judge "no fault" 0
mkdir -p "$TMPDIR"
cmp -s "$box/$name" "$new" || complain "no fault: the file is not as $new"

awk '/^f(data)?sync\(/ {synced = 1} /^(rename|link)/ && !synced {exit 1}' "$work/trace" ||
    complain "renamed before it was on the disk (fsync)"

# call count: of the main process
sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' "$work/trace" | sort | uniq -c | while read -r n call; do
    echo "$call $n"
done >"$work/calls"
while read -r call n; do
    i=1
    case " $(echo ${CALLS:-$call}) " in
    *" $call "*) ;;
    *) continue ;;
    esac
    while [ $i -le "$n" ]; do
        case $call in
        execve | exit_group) ;;
        *) under "killed at $call $i" "$call:signal=KILL:when=$i" "$@" ;;
        esac
        case " $(echo ${ERRORS-$fault}) " in
        *" $call "*)
            under "terminated at $call $i" "$call:signal=TERM:when=$i" "$@"
            for e in ENOSPC EIO; do
                under "$e from $call $i" "$call:error=$e:when=$i" "$@"
            done
            ;;
        esac
        i=$((i + 1))
    done
done <"$work/calls"

closed_folder "$@"
rm -rf "$box"
mkdir "$box"
for unshare in 'unshare -m' 'unshare -Urm' none; do
    if [ "$unshare" = none ]; then
        not_run "full disk: nothing can be mounted here"
    elif $unshare mount -t tmpfs tmpfs "$box" 2>/dev/null; then
        CJ_FULL_DISK=1 $unshare sh "$here/faults.sh" "$build" "$old" "$new" -- "$@" || bad=1
        break
    fi
done
[ $bad -ne 0 ] || echo "faults.sh: $runs accidents, and each left the old or the new file: $(basename "$1") $2"
exit $bad
