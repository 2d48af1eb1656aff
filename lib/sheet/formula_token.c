/* formula_token.c - the words of a formula, one after the other. */
#include "sheet/formula_token.h"

/* ---- pieces: each takes the rest and gives the bytes that it takes, 0: none ---------------------------- */

/* "…" and '…', in which the quote is doubled. */
static size_t quoted(cj_str s, char quote)
{
    size_t i;

    if (!s.n || s.p[0] != quote)
        return 0;
    for (i = 1; i < s.n; i++)
        if (s.p[i] == quote && (i + 1 == s.n || s.p[i + 1] != quote))
            return i + 1;
        else if (s.p[i] == quote)
            i++;
    return s.n;
}

/* [ … ] with others inside; ' escapes the next character. */
static size_t bracketed(cj_str s)
{
    size_t i, depth = 0;

    if (!s.n || s.p[0] != '[')
        return 0;
    for (i = 0; i < s.n; i++) {
        if (s.p[i] == '\'')
            i++;
        else if (s.p[i] == '[')
            depth++;
        else if (s.p[i] == ']' && !--depth)
            return i + 1;
    }
    return s.n;
}

static size_t constants(cj_str s)
{
    size_t i = 0;

    while (i < s.n && s.p[i] != '}')
        i += s.p[i] == '"' ? quoted(cj_str_from(s, i), '"') : 1;
    return i < s.n ? i + 1 : s.n;
}

static size_t word(cj_str s)
{
    size_t n = 0;

    while (n < s.n && cj_area_word(s.p[n]))
        n++;
    return n;
}

/* #REF!, #N/A, #DIV/0!, #NAME? */
static size_t error_of(cj_str s)
{
    static const char *const names[] = {
        "#REF!",     "#N/A",      "#DIV/0!", "#NAME?",    "#NULL!",        "#NUM!",
        "#VALUE!",   "#SPILL!",   "#CALC!",  "#FIELD!",   "#GETTING_DATA", "#BLOCKED!",
        "#CONNECT!", "#UNKNOWN!", "#BUSY!",  "#EXTERNAL!"
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (cj_str_starts(s, cj_str_of(names[i])))
            return strlen(names[i]);
    return 0;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 12, 1.5E+3, .5 */
static size_t number(cj_str s)
{
    size_t n = 0;

    while (n < s.n && (digit(s.p[n]) || s.p[n] == '.'))
        n++;
    if (n && n + 1 < s.n && (s.p[n] == 'e' || s.p[n] == 'E')) {
        size_t m = n + 1 + (s.p[n + 1] == '+' || s.p[n + 1] == '-');

        if (m < s.n && digit(s.p[m]))
            for (n = m; n < s.n && digit(s.p[n]);)
                n++;
    }
    return n;
}

/* ---- what stands in front of a reference ------------------------------------------------------------- */

/* 'My Sheet'!, 'Jan:Dec'!, '[1]My Sheet'! */
static size_t quoted_head(cj_str s, cj_formula_token *t)
{
    size_t n = quoted(s, '\''), colon;

    if (!n || n >= s.n || s.p[n] != '!')
        return 0;
    t->sheet = cj_str_cut(s, 1, n - 2);
    t->external = cj_str_has(t->sheet, CJ_STR("["));
    colon = t->external ? CJ_NONE : cj_str_find(t->sheet, CJ_STR(":"));
    if (colon != CJ_NONE) {
        t->last = cj_str_from(t->sheet, colon + 1);
        t->sheet = cj_str_cut(t->sheet, 0, colon);
    }
    return n + 1;
}

/* Sheet1!, Jan:Dec!, [1]Sheet1!, [1]! */
static size_t plain_head(cj_str s, cj_formula_token *t)
{
    size_t book = bracketed(s), n = book + word(cj_str_from(s, book)), more;
    cj_area area;

    if (!n || (book && n == s.n))
        return 0;
    t->external = book != 0;
    t->sheet = cj_str_cut(s, book, n - book);
    if (n < s.n && s.p[n] == ':' && !cj_area_take(t->sheet, &area)) {
        more = word(cj_str_from(s, n + 1));
        if (more && n + 1 + more < s.n && s.p[n + 1 + more] == '!') {
            t->last = cj_str_cut(s, n + 1, more);
            n += 1 + more;
        }
    }
    return n < s.n && s.p[n] == '!' ? n + 1 : 0;
}

static size_t head_of(cj_str s, cj_formula_token *t)
{
    size_t n = quoted_head(s, t);

    if (!n)
        n = plain_head(s, t);
    if (!n) {
        t->sheet.n = t->last.n = 0;
        t->external = false;
    }
    return n;
}

/* ---- tokens ----------------------------------------------------------------------------------------- */

/* Behind "Sheet1!", or on its own: an area, a name, the name of a function or a table. */
static size_t operand_of(cj_str s, cj_formula_token *t)
{
    size_t n = cj_area_take(s, &t->area), table;

    if (n) {
        t->kind = CJ_FORMULA_AREA;
        return n;
    }
    n = word(s);
    table = bracketed(cj_str_from(s, n));
    if (table) {
        t->kind = CJ_FORMULA_TABLE;
        return n + table;
    }
    if (n)
        t->kind = n < s.n && s.p[n] == '(' ? CJ_FORMULA_CALL : CJ_FORMULA_NAME;
    return n;
}

static bool is_word(cj_str s, const char *upper)
{
    size_t i;

    for (i = 0; i < s.n && upper[i]; i++)
        if ((s.p[i] & ~0x20) != upper[i])
            return false;
    return i == s.n && !upper[i];
}

/* Something with a sheet in front. */
static size_t with_head(cj_str s, cj_formula_token *t)
{
    size_t n = head_of(s, t), more;
    cj_str rest = cj_str_from(s, n);

    if (!n)
        return 0;
    t->head = n;
    more = error_of(rest);
    if (!more)
        more = operand_of(rest, t);
    if (!more) /* [1]!'a name with blanks' */
        more = quoted(rest, '\'');
    return n + more;
}

/* #REF!, and the reference that a sheet which is gone has left: #REF!A1. */
static size_t with_error(cj_str s)
{
    size_t n = error_of(s);
    cj_area area;

    return n && s.p[n - 1] == '!' ? n + cj_area_take(cj_str_from(s, n), &area) : n;
}

static size_t begins_operand(cj_str s, cj_formula_token *t)
{
    size_t n;

    if (s.p[0] == '"')
        return quoted(s, '"');
    if (s.p[0] == '{')
        return constants(s);
    if (s.p[0] == '#')
        return with_error(s);
    n = with_head(s, t);
    if (!n && (digit(s.p[0]) || s.p[0] == '.'))
        n = cj_area_take(s, &t->area) ? operand_of(s, t) : number(s);
    if (!n)
        n = operand_of(s, t);
    if (t->kind == CJ_FORMULA_NAME && !t->head &&
        (is_word(cj_str_cut(s, 0, n), "TRUE") || is_word(cj_str_cut(s, 0, n), "FALSE")))
        t->kind = CJ_FORMULA_OTHER;
    return n;
}

void cj_formula_read(cj_str formula, cj_formula_reader *out)
{
    out->all = formula;
    out->at = 0;
    out->operand = false;
}

bool cj_formula_next(cj_formula_reader *r, cj_formula_token *t)
{
    cj_str rest = cj_str_from(r->all, r->at);
    size_t n = 0;

    memset(t, 0, sizeof *t);
    if (!rest.n) {
        t->kind = CJ_FORMULA_END;
        return false;
    }
    if (r->operand && rest.p[0] == '#') {
        t->kind = CJ_FORMULA_SPILL;
        n = 1;
    } else {
        n = begins_operand(rest, t);
    }
    r->operand = n || rest.p[0] == ')';
    if (!n) {
        n = 1;
        t->kind = rest.p[0] == ':' ? CJ_FORMULA_RANGE : CJ_FORMULA_OTHER;
    }
    t->bytes = cj_str_cut(rest, 0, n);
    r->at += n;
    return true;
}

/* ---- names of sheets ----------------------------------------------------------------------------------- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool cj_formula_same_sheet(cj_str written, cj_str name)
{
    size_t i = 0, j = 0;

    for (; i < written.n && j < name.n; i++, j++) {
        if (lower(written.p[i]) != lower(name.p[j]))
            return false;
        i += written.p[i] == '\'' && i + 1 < written.n && written.p[i + 1] == '\'';
    }
    return i == written.n && j == name.n;
}
