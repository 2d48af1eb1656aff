/* kinds.c - recognises, by content, files that people give us and that are no tables we read. */
#include "sheet/kinds.h"
#include "sheet/bytes.h"
#include "sheet/encoding.h"
#include "sheet/unicode.h"
#include "base/utf8.h"

#define PLAIN_MAX 4096u /* bytes of a text that are looked at */
#define LOCK_BYTES 165u /* what Excel writes into a lock file */

static cj_rc refuse(cj_err *err, cj_text says, cj_str arg)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ETYPE, says, arg, none);
}

/* ---- kinds with a signature ------------------------------------------------------------------ */

typedef enum cure { FROM_SOURCE, UNPACK, RESAVE, EXPORT } cure;

static const struct {
    const char *magic;
    size_t n;
    const char *name;
    cure cure;
} known[] = {
    { "%PDF-", 5, "PDF", FROM_SOURCE },
    { "\x89PNG\r\n\x1a\n", 8, "PNG", FROM_SOURCE },
    { "\xff\xd8\xff", 3, "JPEG", FROM_SOURCE },
    { "GIF87a", 6, "GIF", FROM_SOURCE },
    { "GIF89a", 6, "GIF", FROM_SOURCE },
    { "\x1f\x8b\x08", 3, "gzip", UNPACK },
    { "7z\xbc\xaf\x27\x1c", 6, "7-Zip", UNPACK },
    { "Rar!\x1a\x07", 6, "RAR", UNPACK },
    { "BZh", 3, "bzip2", UNPACK },
    { "\xfd"
      "7zXZ\0",
      6, "xz", UNPACK },
    { "{\\rtf", 5, "RTF", RESAVE },
    { "SQLite format 3\0", 16, "SQLite", EXPORT },
};

static cj_rc check_signature(cj_str head, cj_err *err)
{
    static const cj_text says[] = {
        [FROM_SOURCE] = { "this is a {0} file, not a spreadsheet; give the Excel file that "
                          "it was made from",
                          "{0} "
                          "ファイルです。表としては読み取れないため、元のExcelファイルを指"
                          "定してください。" },
        [UNPACK] = { "this is a {0} archive; unpack it and give the file inside",
                     "{0} "
                     "で圧縮されたファイルです。展開してから、中のファイルを指定してくださ"
                     "い。" },
        [RESAVE] = { "this is a {0} document, not a spreadsheet; copy its table into Excel "
                     "and save it as "
                     ".xlsx",
                     "{0} 文書です。表をExcelに貼り付け、.xlsx "
                     "として保存してから指定してください。" },
        [EXPORT] = { "this is a {0} database, not a spreadsheet; export its table as CSV",
                     "{0} データベースです。表をCSVに書き出してから指定してください。" },
    };
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++) {
        cj_str magic = { known[i].magic, known[i].n };

        if (cj_str_starts(head, magic))
            return refuse(err, says[known[i].cure], cj_str_of(known[i].name));
    }
    return CJ_OK;
}

/* ---- web pages and XML ------------------------------------------------------------------------ */

/* The text in lower-case ASCII: marks and NULs of UTF-16 and the byte order mark left out. */
static cj_str plain(char to[PLAIN_MAX], cj_str head)
{
    cj_str s = { to, 0 };
    size_t i;

    for (i = 0; i < head.n && s.n < PLAIN_MAX; i++) {
        char c = head.p[i];
        bool mark = !c || c == '\xff' || c == '\xfe';

        if (!mark && !(s.n == 0 && strchr("\xef\xbb\xbf \t\r\n", c)))
            to[s.n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return s;
}

/* "<table" and then the end of the name: "<tables>" is somebody's text. */
static bool begins_tag(cj_str s, const char *name)
{
    cj_str tag = cj_str_of(name);

    return s.n > tag.n + 1 && s.p[0] == '<' && cj_str_starts(cj_str_from(s, 1), tag) &&
           strchr(" \t\r\n>/", s.p[tag.n + 1]);
}

static bool is_page(cj_str s)
{
    static const char *const tags[] = { "html",     "head", "body",  "table",
                                        "!doctype", "meta", "style", "script" };
    size_t i;

    for (i = 0; i < sizeof tags / sizeof *tags; i++)
        if (begins_tag(s, tags[i]))
            return true;
    return cj_str_starts(s, CJ_STR("<")) &&
           (cj_str_has(s, CJ_STR("<html")) ||
            (cj_str_has(s, CJ_STR("<tr")) && cj_str_has(s, CJ_STR("<td"))));
}

static cj_rc check_markup(cj_str head, cj_err *err)
{
    static const cj_text page = {
        "this is a web page, not a workbook, even where it is named .xls; open it in Excel "
        "and "
        "save it as .xlsx",
        "Excelのブックではなく、Webページです（名前が .xls でも中身はHTMLです）。"
        "Excelで開き、.xlsx として保存し直してください。"
    };
    static const cj_text xml = {
        "this is an XML file, not a workbook, even where it is named .xls; open it in "
        "Excel and "
        "save it as .xlsx",
        "Excelのブックではなく、XMLファイルです（名前が .xls でも中身はXMLです）。"
        "Excelで開き、.xlsx として保存し直してください。"
    };
    char lower[PLAIN_MAX] = "";
    cj_str s = plain(lower, head), none = { NULL, 0 };

    if (cj_str_starts(s, CJ_STR("mime-version:")) && cj_str_has(s, CJ_STR("content-")))
        return refuse(err, page, none);
    if (cj_str_starts(s, CJ_STR("<?xml")))
        return refuse(err, cj_str_has(s, CJ_STR("<html")) ? page : xml, none);
    return is_page(s) ? refuse(err, page, none) : CJ_OK;
}

/* ---- other texts ------------------------------------------------------------------------------ */

static bool sylk_line(cj_str line)
{
    static const char *const begins[] = { "ID;", "B;",  "C;",  "F;",  "P;",
                                          "O;",  "NN;", "NU;", "NE;", "W;" };
    size_t i;

    if (cj_str_eq(cj_str_trim(line), CJ_STR("E")))
        return true;
    for (i = 0; i < sizeof begins / sizeof *begins; i++)
        if (cj_str_starts(line, cj_str_of(begins[i])))
            return true;
    return false;
}

/* "ID;Phase;Goal" is the first line of a good CSV: every line has to look like a record. */
static cj_rc check_sylk(cj_str head, cj_err *err)
{
    static const cj_text sylk = {
        "this is a SYLK file (.slk); open it in Excel and save it as .xlsx",
        "SYLK形式（.slk）のファイルです。Excelで開き、.xlsx として保存し直してください。"
    };
    cj_str rest = head, line, none = { NULL, 0 };
    size_t n = 0;

    if (!cj_str_starts(head, CJ_STR("ID;P")))
        return CJ_OK;
    while (cj_str_split(&rest, '\n', &line) && line.p + line.n < head.p + head.n) {
        if (!sylk_line(line))
            return CJ_OK;
        n++;
    }
    return n > 1 ? refuse(err, sylk, none) : CJ_OK;
}

/* NULs are half of every UTF-16 file. */
static bool stray_control(unsigned char c)
{
    return c && c < 0x20 && !strchr("\t\n\v\f\r\x1a\x1b", c);
}

cj_rc cj_kind_check_binary(cj_str head, cj_err *err)
{
    static const cj_text binary = {
        "this is not a table but some other kind of file; give an .xlsx, .xls or .csv file",
        "表のファイルではありません。.xlsx、.xls、.csv のいずれかを指定してください。"
    };
    cj_str none = { NULL, 0 };
    size_t i, odd = 0, pairs = 0;

    for (i = 0; i + 1 < head.n; i += 2) {
        unsigned char a = (unsigned char)head.p[i], b = (unsigned char)head.p[i + 1];

        odd += (size_t)stray_control(a) + (size_t)stray_control(b);
        pairs += (!a && b >= 9 && b < 0x7f) || (!b && a >= 9 && a < 0x7f);
    }
    if (cj_str_starts(head, CJ_STR("\xff\xfe")) ||
        cj_str_starts(head, CJ_STR("\xfe\xff")) || pairs * 20 > head.n / 2)
        return CJ_OK;
    return odd * 20 > head.n ? refuse(err, binary, none) : CJ_OK;
}

static void ignore(void *context, cj_str piece)
{
    (void)context;
    (void)piece;
}

/* The first control character that no text has; most of what stands around it is to be read. */
static bool text_with_controls(cj_str s, size_t *first, size_t *line)
{
    size_t i, shown = 0, end = s.n, lines = 1;

    *first = CJ_NONE;
    while (end && s.p[end - 1] != '\n') /* the last character may be cut in two */
        end--;
    s.n = end ? end : s.n;
    for (i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        lines += c == '\n';
        shown += c >= 0x20 && c != 0x7f;
        if (*first == CJ_NONE && (c == 0x7f || (c < 0x20 && !(c >= '\t' && c <= '\r')))) {
            *first = i;
            *line = lines;
        }
    }
    return *first != CJ_NONE && shown * 2 > s.n &&
           (cj_utf8_valid(s) ||
            (end && cj_encoding_each("CP932", s, ignore, NULL) == CJ_NONE));
}

cj_rc cj_kind_controls(cj_arena *arena, cj_str bytes, cj_err *err)
{
    static const cj_text says = {
        "this text is full of control characters (the first is {0} in line {1}), so that it "
        "cannot be read as a table; take them out, for example with Excel's CLEAN function, and "
        "save it as \"CSV UTF-8\"",
        "制御文字（最初は{1}行目の{0}）が多く含まれているため、表として読み取れません。"
        "ExcelのCLEAN関数などで取り除き、「CSV UTF-8」として保存し直してください。"
    };
    size_t first, line = 0;

    if (!text_with_controls(bytes, &first, &line))
        return CJ_ETYPE;
    return cj_fail(err, CJ_ETYPE, says,
                   cj_str_fmt(arena, "U+%04X", (unsigned char)bytes.p[first]),
                   cj_str_fmt(arena, "%zu", line));
}

cj_rc cj_kind_check(cj_str head, cj_err *err)
{
    cj_rc rc = check_signature(head, err);

    if (rc == CJ_OK)
        rc = check_markup(head, err);
    return rc == CJ_OK ? check_sylk(head, err) : rc;
}

cj_rc cj_kind_check_lock(cj_arena *arena, cj_str path, size_t size, cj_err *err)
{
    static const cj_text lock = {
        "this is the lock file of an open workbook; give the workbook itself ({0})",
        "開いているブックのロックファイルです。ブック本体（{0}）を指定してください。"
    };
    size_t at = path.n;

    while (at > 0 && path.p[at - 1] != '/' && path.p[at - 1] != '\\')
        at--;
    path = cj_str_from(path, at);
    if (size != LOCK_BYTES || !cj_str_starts(path, CJ_STR("~$")))
        return CJ_OK;
    return refuse(err, lock, cj_str_copy(arena, cj_str_from(path, 2)));
}
