/* ini.c - the lines of a cj.ini: sections, settings, remarks. No line is too long. */
#include "config/ini.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <errno.h>
#include <stdio.h>

enum { LARGEST = 1 << 20 }; /* bytes; a configuration is written by hand */

static cj_rc refuse(const cj_ini *in, cj_text says, cj_str arg, cj_err *err)
{
    cj_fail(err, CJ_EUSAGE, says, arg, cj_str_of(NULL));
    if (err)
        err->at = in->at;
    return CJ_EUSAGE;
}

static cj_rc read_all(cj_ini *in, FILE *file, cj_err *err)
{
    static const cj_text broken = { "the file cannot be read ({0})",
                                    "ファイルを読めません（{0}）。" };
    static const cj_text large = {
        "this is no configuration file: it is larger than 1 MB",
        "設定ファイルとしては大きすぎます（1 MB を超えています）。"
    };
    char piece[4096];
    size_t n;
    cj_buf b;

    cj_buf_init(&b, in->arena);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0 && b.n <= LARGEST)
        cj_buf_add(&b, (cj_str){ piece, n });
    in->rest = cj_buf_str(&b);
    if (b.n > LARGEST)
        return refuse(in, large, cj_str_of(NULL), err);
    if (!ferror(file))
        return CJ_OK;
    refuse(in, broken, cj_str_copy(in->arena, cj_str_of(strerror(errno))), err);
    return CJ_EIO;
}

/* The line of the first byte that is no UTF-8. */
static cj_rc check_text(cj_ini *in, cj_err *err)
{
    static const cj_text says = {
        "the file is not UTF-8; save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)",
        "文字コードがUTF-8ではありません。UTF-8で保存し直してください"
        "（メモ帳なら「名前を付けて保存」で文字コードに UTF-8 を選びます）。"
    };
    cj_str rest = in->rest, line;
    cj_rc rc;

    if (cj_utf8_valid(rest))
        return CJ_OK;
    while (cj_str_split(&rest, '\n', &line)) {
        in->at.row++;
        if (!cj_utf8_valid(line))
            break;
    }
    rc = refuse(in, says, cj_str_of(NULL), err);
    in->rest.n = 0;
    return rc;
}

cj_rc cj_ini_begin(cj_arena *arena, cj_str name, cj_str text, cj_ini *out, cj_err *err)
{
    *out = (cj_ini){ .arena = arena, .rest = text, .at.file = name };
    if (cj_str_starts(text, CJ_STR("\xef\xbb\xbf")))
        out->rest = cj_str_from(text, 3);
    return check_text(out, err);
}

cj_rc cj_ini_open(cj_arena *arena, const char *path, cj_ini *out, cj_err *err)
{
    static const cj_text missing = {
        "there is no such configuration file; check the name and the folder",
        "設定ファイルが見つかりません。ファイル名とフォルダーを確かめてください。"
    };
    static const cj_text closed = { "the configuration file cannot be opened ({0})",
                                    "設定ファイルを開けません（{0}）。" };
    FILE *file = fopen(path, "rb");
    cj_rc rc;

    *out = (cj_ini){ .arena = arena, .at.file = cj_str_copy(arena, cj_str_of(path)) };
    if (!file) {
        refuse(out, errno == ENOENT ? missing : closed,
               cj_str_copy(arena, cj_str_of(strerror(errno))), err);
        if (err)
            err->rc = CJ_EIO;
        return CJ_EIO;
    }
    rc = read_all(out, file, err);
    fclose(file);
    return rc == CJ_OK ? cj_ini_begin(arena, out->at.file, out->rest, out, err) : rc;
}

/* "…" as a whole. */
static cj_str unquoted(cj_str s)
{
    if (s.n > 1 && s.p[0] == '"' && cj_str_find(cj_str_from(s, 1), CJ_STR("\"")) == s.n - 2)
        return cj_str_cut(s, 1, s.n - 2);
    return s;
}

/* = or ＝, whichever comes first; its bytes in *len. */
static size_t equals(cj_str line, size_t *len)
{
    size_t narrow = cj_str_find(line, CJ_STR("=")), wide = cj_str_find(line, CJ_STR("＝"));

    *len = wide < narrow ? 3 : 1;
    return wide < narrow ? wide : narrow;
}

static cj_rc read_section(cj_ini *in, cj_str line, cj_err *err)
{
    static const cj_text open = { "\"{0}\" begins with [ but has no ] at its end",
                                  "「{0}」は [ で始まっていますが、] で閉じていません。" };

    if (!cj_str_ends(line, CJ_STR("]")))
        return refuse(in, open, line, err);
    in->section = cj_utf8_trim(cj_str_cut(line, 1, line.n - 2));
    return CJ_OK;
}

static cj_rc read_setting(cj_ini *in, cj_str line, cj_config_setting *out, cj_err *err)
{
    static const cj_text none = {
        "\"{0}\" is no setting; write: name = value",
        "「{0}」は設定として読み取れません。「名前 = 値」の形で書いてください。"
    };
    size_t len, at = equals(line, &len);

    if (at == CJ_NONE || !cj_utf8_trim(cj_str_cut(line, 0, at)).n)
        return refuse(in, none, cj_utf8_excerpt(in->arena, line, 40), err);
    *out = (cj_config_setting){ .section = in->section, .at = in->at, .holds = true };
    out->key = cj_utf8_trim(cj_str_cut(line, 0, at));
    out->value = cj_utf8_trim(cj_str_from(line, at + len));
    return CJ_OK;
}

cj_rc cj_ini_next(cj_ini *in, cj_config_setting *out, bool *more, cj_err *err)
{
    cj_str line;

    *more = true;
    while (in->rest.n && cj_str_split(&in->rest, '\n', &line)) {
        cj_rc rc;

        in->at.row++;
        line = cj_utf8_trim(line);
        if (!line.n || *line.p == '#' || *line.p == ';')
            continue;
        if (*line.p != '[')
            return read_setting(in, line, out, err);
        rc = read_section(in, line, err);
        if (rc != CJ_OK)
            return rc;
    }
    *more = false;
    return CJ_OK;
}

static bool separator(uint32_t cp)
{
    return cp == ',' || cp == 0x3001 || cp == 0xff0c;
}

cj_str cj_ini_piece(cj_str *rest, bool (*parts)(uint32_t cp))
{
    cj_str from = *rest;
    uint32_t cp = 0;
    bool quoted = false;

    while (rest->n) {
        cp = cj_utf8_next(rest);
        quoted = cp == '"' ? !quoted : quoted;
        if (!quoted && parts(cp))
            break;
        cp = 0;
    }
    from.n -= rest->n + (cp ? cj_utf8_len(cp) : 0);
    return from;
}

bool cj_ini_list(cj_str *rest, cj_str *one)
{
    while (rest->n) {
        *one = unquoted(cj_utf8_trim(cj_ini_piece(rest, separator)));
        if (one->n)
            return true;
    }
    return false;
}
