/* git_block.c - our lines in a file of attributes, between two marks; the rest is left alone. */
#include "git.h"

/* Behind the first mark stands what has to be undone besides. */
#define OPEN "# >>> cjdiff"
#define CLOSE "# <<< cjdiff"
#define NEW_FILE " (new file)"
#define END_ADDED " (line end added)"

typedef struct text {
    cj_arena *arena;
    char *p;
    size_t n, cap;
} text;

static void add(text *t, cj_str s)
{
    while (t->n + s.n > t->cap) {
        size_t more = t->cap ? t->cap * 2 : 1024;

        t->p = cj_regrow(t->arena, t->p, t->cap, more);
        t->cap = more;
    }
    if (s.n)
        memcpy(t->p + t->n, s.p, s.n);
    t->n += s.n;
}

static cj_str whole(const text *t)
{
    return (cj_str){ t->p, t->n };
}

/* ---- where it stands ---------------------------------------------------------------------------- */

/* Bytes [from, to) of the file, with the line end behind it; the first mark without its line end. */
typedef struct place {
    size_t from, to;
    cj_str mark;
    unsigned first, last; /* 0: it is not there */
} place;

static bool opens(cj_str line)
{
    return cj_str_starts(line, CJ_STR(OPEN)) &&
           (line.n == strlen(OPEN) || line.p[strlen(OPEN)] == ' ');
}

static cj_rc torn(cj_err *err, unsigned line)
{
    static const cj_text says = {
        "the marks \"{0}\" and \"{1}\" do not stand around one block any more; delete "
        "them with the lines of cjdiff, and run this again",
        "「{0}」と「{1}」の行が、1組として対応していません。この2行と cjdiff "
        "の行を消してから、もう一度実行してください。"
    };
    cj_rc rc = cj_fail(err, CJ_EFORMAT, says, CJ_STR(OPEN), CJ_STR(CLOSE));

    err->at.row = line;
    return rc;
}

static cj_rc find(cj_str file, place *out, cj_err *err)
{
    size_t at = 0, next;
    unsigned line;

    memset(out, 0, sizeof *out);
    for (line = 1; at < file.n; line++, at = next) {
        const char *end = memchr(file.p + at, '\n', file.n - at);
        cj_str s = cj_str_cut(file, at, end ? (size_t)(end - file.p) - at : file.n);
        bool open, close;

        next = end ? (size_t)(end - file.p) + 1 : file.n;
        s = cj_str_trim(s);
        open = opens(s);
        close = cj_str_eq(s, CJ_STR(CLOSE));
        if ((open && out->first) || (close && (!out->first || out->last)))
            return torn(err, line);
        if (open)
            *out = (place){ .from = at, .mark = s, .first = line };
        if (close) {
            out->to = next;
            out->last = line;
        }
    }
    return out->first && !out->last ? torn(err, out->first) : CJ_OK;
}

/* ---- in and out --------------------------------------------------------------------------------- */

static const char *line_end_of(cj_str file)
{
    size_t at = cj_str_find(file, CJ_STR("\n"));

    return at != CJ_NONE && at && file.p[at - 1] == '\r' ? "\r\n" : "\n";
}

static void add_line(text *t, cj_str line, const char *end)
{
    add(t, line);
    add(t, cj_str_of(end));
}

static unsigned lines_in(cj_str s)
{
    unsigned n = 0;
    size_t i;

    for (i = 0; i < s.n; i++)
        n += s.p[i] == '\n';
    return n;
}

cj_rc cj_git_block_put(cj_arena *arena, cj_str old, bool is_new, const cj_str *lines,
                       size_t n, cj_git_block *out, cj_err *err)
{
    bool cut = old.n && old.p[old.n - 1] != '\n';
    const char *end = line_end_of(old);
    text t = { .arena = arena };
    place p;
    size_t i;

    if (find(old, &p, err) != CJ_OK)
        return err->rc;
    *out = (cj_git_block){ .was_there = p.first > 0 };
    if (!p.first) {
        p.from = p.to = old.n;
        p.mark = is_new ? CJ_STR(OPEN NEW_FILE)
                 : cut  ? CJ_STR(OPEN END_ADDED)
                        : CJ_STR(OPEN);
    }
    add(&t, cj_str_cut(old, 0, p.from));
    if (!out->was_there && cut)
        add(&t, cj_str_of(end));
    out->first = lines_in(whole(&t)) + 1;
    add_line(&t, p.mark, end);
    add_line(&t,
             CJ_STR("# written by cjdiff --git-setup; cjdiff --git-remove takes it out"),
             end);
    for (i = 0; i < n; i++)
        add_line(&t, lines[i], end);
    add_line(&t, CJ_STR(CLOSE), end);
    out->last = lines_in(whole(&t));
    add(&t, cj_str_from(old, p.to));
    out->whole = whole(&t);
    return CJ_OK;
}

cj_rc cj_git_block_take(cj_arena *arena, cj_str old, cj_git_block *out, cj_err *err)
{
    text t = { .arena = arena };
    cj_str before;
    place p;

    if (find(old, &p, err) != CJ_OK)
        return err->rc;
    *out = (cj_git_block){ .whole = old, .was_there = p.first > 0 };
    if (!p.first)
        return CJ_OK;
    before = cj_str_cut(old, 0, p.from);
    if (cj_str_ends(p.mark, CJ_STR(END_ADDED)) && p.to == old.n)
        before.n -= cj_str_ends(before, CJ_STR("\r\n")) ? 2 : before.n > 0;
    add(&t, before);
    add(&t, cj_str_from(old, p.to));
    out->whole = whole(&t);
    out->first = p.first;
    out->last = p.last;
    out->ours = !out->whole.n && cj_str_ends(p.mark, CJ_STR(NEW_FILE));
    return CJ_OK;
}

/* ---- patterns ----------------------------------------------------------------------------------- */

/* A pattern with blanks is a string as in C, whose backslashes are doubled. */
cj_str cj_git_pattern(cj_arena *arena, cj_str path)
{
    text plain = { .arena = arena }, quoted = { .arena = arena };
    bool quote = false;
    size_t i;

    add(&plain, CJ_STR("/"));
    for (i = 0; i < path.n; i++) {
        if (strchr("*?[\\", path.p[i]))
            add(&plain, CJ_STR("\\"));
        add(&plain, cj_str_cut(path, i, 1));
    }
    add(&quoted, CJ_STR("\""));
    for (i = 0; i < plain.n; i++) {
        unsigned char c = (unsigned char)plain.p[i];

        quote = quote || c <= ' ' || c == '"';
        if (c < ' ')
            add(&quoted, cj_str_fmt(arena, "\\%03o", c));
        else if (c == '"' || c == '\\')
            add(&quoted, cj_str_fmt(arena, "\\%c", c));
        else
            add(&quoted, cj_str_cut(whole(&plain), i, 1));
    }
    add(&quoted, CJ_STR("\""));
    return quote ? whole(&quoted) : whole(&plain);
}
