/* sense.c - what a label of the grid may mean: whole, without brackets and prefix, in parts. */
#include "map/contain.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"

/* In bytes; past the first a cell is a text and no label, past the second one with guidance. */
enum { LONGEST_LABEL = 800, LONGEST_WORD = 255, MAX_SPACES = 10 };

static void add_elem(cj_sense *s, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < s->n; i++)
        if (s->elem[i] == elem)
            return;
    if (s->n < CJ_SENSES)
        s->elem[s->n++] = elem;
}

/* The language in which the label is canonical, or -1. */
static int home(const cj_label *labels, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (labels[i].kind == CJ_CANONICAL)
            return labels[i].lang;
    return -1;
}

/* kind=ambiguous beats synonym: a word that one language uses for two things is doubtful in all.
 * Only where it is the label of a template (行動, Sentiment) other languages do not count. */
void cj_sense_add(cj_sense *s, const cj_label *labels, size_t n)
{
    int at_home = home(labels, n);
    size_t i;

    for (i = 0; i < n; i++) {
        bool doubt = labels[i].kind == CJ_AMBIGUOUS;

        if (at_home >= 0 && labels[i].lang != at_home &&
            (doubt || labels[i].id != labels[0].id))
            continue;
        add_elem(s, (cj_elem)labels[i].id);
        s->langs |= 1u << labels[i].lang;
        s->ambiguous = s->ambiguous || doubt;
    }
    s->ambiguous = s->ambiguous || s->n > 1;
    s->reading = CJ_READ_EXACT;
}

bool cj_sense_may(const cj_sense *s, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < s->n; i++)
        if (s->elem[i] == elem)
            return true;
    return false;
}

/* What the team has settled comes before the vocabulary. */
static bool settled(const cj_known *known, cj_str key, cj_sense *out)
{
    size_t i;

    for (i = 0; i < known->n_labels; i++) {
        if (!cj_str_eq(known->label[i].key, key))
            continue;
        out->elem[0] = known->label[i].elem;
        out->n = 1;
        out->ambiguous = false;
        out->reading = CJ_READ_EXACT;
        return true;
    }
    return false;
}

static bool whole(const cj_known *known, cj_str key, cj_sense *out)
{
    size_t n;
    const cj_label *l;

    if (settled(known, key, out))
        return true;
    l = cj_labels_find(CJ_FAM_ELEM, key, &n);
    if (l)
        cj_sense_add(out, l, n);
    return l != NULL;
}

/* A department is no element: "Customer Success" is a team, not the success of customers. */
static bool without_prefix(const cj_known *known, cj_str key, cj_sense *out)
{
    static const cj_str prefixes[] = {
        CJ_LIT("顧客の"), CJ_LIT("お客様の"), CJ_LIT("ユーザーの"), CJ_LIT("ユーザの"),
        CJ_LIT("顧客"),   CJ_LIT("お客様"),   CJ_LIT("customer's"), CJ_LIT("customers'"),
        CJ_LIT("user's"), CJ_LIT("users'"),   CJ_LIT("customer"),   CJ_LIT("user"),
        CJ_LIT("client"),
    };
    size_t i;

    if (cj_labels_id(CJ_FAM_DEPT, key) >= 0)
        return false;
    for (i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        cj_str p = prefixes[i];

        if (cj_str_starts(key, p) && key.n > p.n &&
            whole(known, cj_str_from(key, p.n), out))
            return cj_sense_owned(out, CJ_CUSTOMERS);
    }
    return false;
}

static uint32_t closing(uint32_t cp)
{
    return cp == '('      ? ')'
           : cp == '['    ? ']'
           : cp == 0x3010 ? 0x3011
           : cp == 0x300c ? 0x300d
                          : 0;
}

static cj_str without_brackets(cj_arena *arena, cj_str key)
{
    cj_str rest = key;
    uint32_t until = 0;
    cj_buf b;

    while (rest.n && !closing(cj_utf8_next(&rest)))
        ;
    if (!rest.n)
        return key;
    rest = key;
    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (until && cp == until)
            until = 0;
        else if (!until && closing(cp))
            until = closing(cp);
        else if (!until)
            cj_utf8_put(&b, cp);
    }
    return until ? key : cj_buf_str(&b);
}

bool cj_sense_exact(const cj_known *known, cj_str key, cj_sense *out)
{
    cj_str bare;

    if (!key.n || key.n > 255)
        return false;
    if (whole(known, key, out))
        return true;
    bare = without_brackets(known->arena, key);
    if (bare.n && bare.n < key.n && whole(known, bare, out))
        return true;
    return bare.n && without_prefix(known, bare, out);
}

static bool attempts(const cj_known *known, cj_str text, cj_sense *out)
{
    if (cj_sense_exact(known, cj_label_key(known->arena, text), out))
        return true;
    return cj_sense_parts(known, text, false, out);
}

/* What guidance begins with. */
static const cj_str marks[] = {
    CJ_LIT("\n"),  CJ_LIT("\r"),     CJ_LIT(":"),   CJ_LIT("："),    CJ_LIT("?"),
    CJ_LIT("？"),  CJ_LIT("("),      CJ_LIT("（"),  CJ_LIT("["),     CJ_LIT("［"),
    CJ_LIT("【"),  CJ_LIT("※"),      CJ_LIT(" → "), CJ_LIT(" -> "),  CJ_LIT("。"),
    CJ_LIT(" – "), CJ_LIT(" — "),    CJ_LIT(" - "), CJ_LIT(" e.g."), CJ_LIT("例："),
    CJ_LIT("例:"), CJ_LIT("例えば"),
};
enum { N_MARKS = sizeof marks / sizeof *marks };

/* Whether a mark may begin with that character at all. */
static bool may_begin(uint32_t cp)
{
    switch (cp) {
    case '\n':
    case '\r':
    case ':':
    case '?':
    case '(':
    case '[':
    case ' ':
    case 0xff1a:
    case 0xff1f:
    case 0xff08:
    case 0xff3b:
    case 0x3010:
    case 0x203b:
    case 0x3002:
    case 0x4f8b:
        return true;
    default:
        return false;
    }
}

/* Where guidance begins: the first line break, bracket, colon, question mark, dash, example. A mark
 * that the text itself begins with is no such mark. */
static size_t guidance(cj_str text)
{
    cj_str rest = text, here;
    size_t i;

    while (rest.n) {
        here = rest;
        if (!may_begin(cj_utf8_next(&rest)) || here.n == text.n)
            continue;
        for (i = 0; i < N_MARKS; i++)
            if (cj_str_starts(here, marks[i]) && !cj_str_starts(text, marks[i]))
                return text.n - here.n;
    }
    return CJ_NONE;
}

/* The label in front of its guidance, and the guidance. */
typedef struct halves {
    cj_str head, tail;
} halves;

static halves parted(cj_str text)
{
    cj_str body = cj_label_undecorated(text);
    size_t at = guidance(body);

    return (halves){ cj_utf8_trim(cj_str_cut(body, 0, at)),
                     at == CJ_NONE ? CJ_STR("") : cj_utf8_trim(cj_str_from(body, at)) };
}

/* "Actions (what is the customer doing?)": the guidance says which of the two is meant. */
static void ask_guidance(const cj_known *known, cj_str tail, cj_sense *s)
{
    cj_sense said = { .n = 0 };

    if (!s->ambiguous || !tail.n || tail.n > LONGEST_WORD)
        return;
    if (cj_sense_question(known, cj_label_undecorated(tail), &said) &&
        cj_sense_may(s, said.elem[0])) {
        s->elem[0] = said.elem[0];
        s->n = 1;
        s->ambiguous = false;
        return;
    }
    cj_sense_owned(s, cj_whose_of(known, cj_label_words(known->arena, tail)));
}

/* Without its guidance the label is a plain word: as sure as if it stood alone. */
static bool before_guidance(const cj_known *known, cj_str text, cj_sense *out)
{
    halves h = parted(text);

    if (!h.tail.n)
        return false;
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM };
    if (!attempts(known, h.head, out))
        return false;
    out->label = h.head;
    out->tail = h.tail;
    return true;
}

bool cj_sense_plain(const cj_known *known, cj_str text, cj_sense *out)
{
    text = cj_utf8_trim(text);
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM };
    if (!text.n || text.n > LONGEST_LABEL)
        return false;
    if (text.n <= LONGEST_WORD && attempts(known, text, out))
        out->label = text;
    else if (!before_guidance(known, text, out))
        return false;
    if (out->ambiguous)
        ask_guidance(known, parted(text).tail, out);
    return true;
}

/* "実際の声（VOC）": what the brackets say where nothing else is known. */
static bool in_brackets(const cj_known *known, cj_str tail, cj_sense *out)
{
    cj_str inside = tail, rest, key;
    uint32_t close;

    if (!tail.n || tail.n > LONGEST_WORD)
        return false;
    rest = inside = cj_utf8_nfkc(known->arena, tail);
    close = closing(cj_utf8_next(&rest));
    if (!close || cj_utf8_last(rest) != close)
        return false;
    key = cj_label_key(known->arena, cj_str_cut(rest, 0, rest.n - cj_utf8_len(close)));
    if (cj_sense_alone(key, false) || !whole(known, key, out) || out->ambiguous)
        return false;
    out->reading = CJ_READ_CONTAINED;
    return true;
}

/* A department, or a label of other kinds of sheet: "Customer Success", "Lead source". */
static bool something_else(const cj_known *known, cj_str head)
{
    cj_str words = cj_label_joined(known->arena, cj_label_words(known->arena, head));
    size_t n;

    return cj_labels_id(CJ_FAM_DEPT, cj_label_key(known->arena, head)) >= 0 ||
           cj_labels_find_words(CJ_FAM_OTHER, words, &n) != NULL;
}

static bool contained(const cj_known *known, cj_str text, cj_sense *out)
{
    halves h = parted(text);
    cj_sense s = { .n = 0 };

    if (cj_sense_parts(known, h.head, true, &s))
        ask_guidance(known, h.tail, &s);
    else if (!in_brackets(known, h.tail, &s))
        return false;
    if (something_else(known, h.head))
        return false;
    if (s.elem[0] == CJ_NOTE && s.reading != CJ_READ_EXACT && s.also == CJ_CUSTOM)
        return false;
    s.label = h.tail.n ? h.head : text;
    s.tail = h.tail;
    *out = s;
    return true;
}

/* Most cells that are asked about hold sentences, which their first line tells by its spaces. */
static bool sentence(cj_str text)
{
    size_t i, spaces = 0;

    for (i = 0; i < text.n && text.p[i] != '\n'; i++) {
        if (text.p[i] == '?' || text.p[i] == '(' || text.p[i] == ':')
            return false;
        spaces += text.p[i] == ' ';
    }
    return spaces >= MAX_SPACES;
}

/* "Squad notes" are not the notes of the map: they are a row of the team's own. */
cj_sense cj_sense_more(const cj_known *known, cj_str text)
{
    cj_sense s;

    text = cj_utf8_trim(text);
    s = (cj_sense){ .reading = CJ_READ_CUSTOM, .label = text };
    if (!text.n || text.n > LONGEST_LABEL || sentence(text) ||
        cj_sense_question(known, text, &s) || contained(known, text, &s))
        return s;
    return (cj_sense){ .reading = CJ_READ_CUSTOM, .label = text };
}

cj_sense cj_sense_of(const cj_known *known, cj_str text)
{
    cj_sense s;

    return cj_sense_plain(known, text, &s) ? s : cj_sense_more(known, text);
}
