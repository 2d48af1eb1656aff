#!/bin/sh
# deps.sh LEVEL - looks for what the project needs and installs what is missing.
# LEVEL: build (the tools), test (and the tests), check (and the style checks), fuzz, render (pictures), shift
# (against LibreOffice).
# pkg-config is asked first; only what it does not know is installed. Where there is no apt,
# nothing is changed: the missing packages are named with the way to get them.
set -u
level=${1:-build}

# level  test (pkg-config name, header:NAME, command:NAME, python:MODULE, iconv:ENCODING)  Debian  Fedora  Homebrew
needs='
build command:cc            gcc              gcc                -
build header:stdio.h        libc6-dev        glibc-devel        -
build command:pkg-config    pkg-config       pkgconf-pkg-config pkg-config
build expat                 libexpat1-dev    expat-devel        expat
build zlib                  zlib1g-dev       zlib-devel         zlib
build libisal               libisal-dev      isa-l-devel        isa-l
build header:csv.h          libcsv-dev       libcsv-devel       libcsv
build freexl                libfreexl-dev    freexl-devel       freexl
build libutf8proc           libutf8proc-dev  utf8proc-devel     utf8proc
build xlsxwriter            libxlsxwriter-dev libxlsxwriter-devel libxlsxwriter
test  jansson               libjansson-dev   jansson-devel      jansson
build iconv:CP932           libc-gconv-modules-extra glibc-gconv-extra -
test  criterion             libcriterion-dev -                  criterion
test  command:python3       python3          python3            python3
test  command:strace        strace           strace             -
test  python:openpyxl       python3-openpyxl python3-openpyxl   -
check command:c++           g++              gcc-c++            -
check command:clang-format  clang-format     clang-tools-extra  clang-format
check command:git           git              git                git
fuzz  command:clang         clang            clang              llvm
fuzz  lib:clang_rt.fuzzer   libclang-rt-14-dev compiler-rt      llvm
render command:python3      python3          python3            python3
render python:openpyxl      python3-openpyxl python3-openpyxl   -
render command:soffice      libreoffice-calc libreoffice-calc   -
shift  command:soffice      libreoffice-calc libreoffice-calc   -
shift  python:uno           python3-uno      python3-uno        -
render command:pdftoppm     poppler-utils    poppler-utils      poppler
render command:chromium     chromium         chromium           -
render font:Arial           fonts-liberation liberation-sans-fonts -
render font:Calibri         fonts-crosextra-carlito google-carlito-fonts -
render font:ja              fonts-noto-cjk   google-noto-sans-cjk-fonts -
'

case $level in
build) levels=' build ' ;;
test) levels=' build test ' ;;
check) levels=' build test check ' ;;
fuzz) levels=' build test fuzz ' ;;
render) levels=' build render ' ;;
shift) levels=' build shift ' ;;
*) echo "deps.sh: unknown level '$level'" >&2; exit 2 ;;
esac

there() {
    case $1 in
    command:*) command -v "${1#command:}" >/dev/null 2>&1 ;;
    iconv:*) printf '\223\372' | iconv -f "${1#iconv:}" -t UTF-8 >/dev/null 2>&1 ;;
    python:*) python3 -c "import ${1#python:}" >/dev/null 2>&1 || /usr/bin/python3 -c "import ${1#python:}" >/dev/null 2>&1 ;;
    font:Arial) fc-match Arial 2>/dev/null | grep -qE 'Liberation|Arial' ;;
    font:Calibri) fc-match Calibri 2>/dev/null | grep -qE 'Carlito|Calibri' ;;
    font:ja) fc-list :lang=ja family 2>/dev/null | grep -q 'Noto Sans CJK' ;;
    header:*) echo "#include <${1#header:}>" | cc -E -x c - >/dev/null 2>&1 ;;
    lib:clang_rt.fuzzer) ls /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer*.a /usr/lib*/clang/*/lib/*/libclang_rt.fuzzer*.a >/dev/null 2>&1 ;;
    *) pkg-config --exists "$1" 2>/dev/null ;;
    esac
}

missing() {     # the column $1 of every need that is not met
    echo "$needs" | while read -r l test debian fedora brew; do
        case $levels in *" $l "*) ;; *) continue ;; esac
        [ -n "$l" ] && ! there "$test" || continue
        case $1 in debian) p=$debian ;; fedora) p=$fedora ;; brew) p=$brew ;; esac
        [ "$p" = - ] || printf '%s ' "$p"
    done
}

want=$(missing debian)
[ -n "$want" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    as=
    if [ "$(id -u)" -ne 0 ]; then
        as=sudo
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Missing: $want" >&2
            echo "Install them as root, then run make again:  apt-get install $want" >&2
            exit 1
        fi
    fi
    echo "Installing: $want"
    $as apt-get update -qq &&
        $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $want \
            >/dev/null || { echo "apt-get could not install: $want" >&2; exit 1; }
    exit 0
fi

echo "These packages are missing:" >&2
if command -v dnf >/dev/null 2>&1; then
    echo "  sudo dnf install $(missing fedora)" >&2
    case $levels in *test*) echo "  Criterion (the test framework) is not in Fedora" >&2 ;; esac
elif command -v brew >/dev/null 2>&1; then
    echo "  brew install $(missing brew)" >&2
else
    echo "  Debian names: $want" >&2
    echo "  Install your system's packages of the same libraries, with their headers." >&2
fi
exit 1
