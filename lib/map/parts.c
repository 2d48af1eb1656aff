/* parts.c - labels of several parts: "課題 / ペイン" is one element, "Actions & Touchpoints" are two. */
#include "map/contain.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { MAX_PARTS = 4, MAX_TEXT = 200, MAX_CJK = 96, LONGEST_AND = 6 };

typedef struct part {
    cj_str text;
    cj_sense sense;
    bool known, exact;
    bool nothing; /* only words that say nothing: "Goals / examples" */
} part;

typedef struct parts {
    const cj_known *known;
    part part[MAX_PARTS];
    unsigned n;
} parts;

static bool separator(uint32_t cp)
{
    return cp == '/' || cp == '&' || cp == ',' || cp == '|' || cp == '+' || cp == ';' ||
           cp == '\n' || cp == 0x3001 || cp == 0x30fb || cp == 0xb7;
}

static bool add(parts *p, cj_str text)
{
    text = cj_utf8_trim(text);
    if (!text.n)
        return true;
    if (p->n == MAX_PARTS)
        return false;
    p->part[p->n++] = (part){ .text = text };
    return true;
}

static bool is_and(const cj_known *known, cj_str token)
{
    const cj_label *l;
    size_t n;

    if (!token.n || token.n > LONGEST_AND)
        return false;
    l = cj_labels_find_words(CJ_FAM_WORD, cj_utf8_fold(known->arena, token), &n);
    for (; n; n--, l++)
        if (l->id == CJ_WORD_AND)
            return true;
    return false;
}

/* "Goals and needs": at the words that join. */
static bool split_words(parts *p, cj_str text)
{
    cj_str rest = text, token, from = text;

    while (cj_str_split(&rest, ' ', &token)) {
        if (token.p == from.p || !rest.n || !is_and(p->known, token))
            continue;
        if (!add(p, cj_str_cut(from, 0, (size_t)(token.p - from.p))))
            return false;
        from = rest;
    }
    return add(p, from);
}

static bool known_cjk(const cj_known *known, cj_str text, cj_sense *out)
{
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM };
    return text.n && (cj_sense_exact(known, cj_label_key(known->arena, text), out) ||
                      cj_sense_in_cjk(known, text, out));
}

/* "行動と心理": only where both sides mean something, for と is in many words. */
static bool split_cjk(parts *p, cj_str text)
{
    static const cj_str joints[] = { CJ_LIT("および"), CJ_LIT("及び"), CJ_LIT("と"),
                                     CJ_LIT("和"),     CJ_LIT("与"),   CJ_LIT("與"),
                                     CJ_LIT("及"),     CJ_LIT("과"),   CJ_LIT("와"),
                                     CJ_LIT("및") };
    cj_sense a, b;
    size_t i, at;

    for (i = 0; i < sizeof joints / sizeof *joints; i++) {
        at = cj_str_find(text, joints[i]);
        if (at == CJ_NONE || !at)
            continue;
        if (known_cjk(p->known, cj_str_cut(text, 0, at), &a) &&
            known_cjk(p->known, cj_utf8_trim(cj_str_from(text, at + joints[i].n)), &b))
            return add(p, cj_str_cut(text, 0, at)) &&
                   add(p, cj_str_from(text, at + joints[i].n));
    }
    return add(p, text);
}

static bool split(parts *p, cj_str text, bool deep)
{
    cj_str rest = text, from = text;

    while (from.n) {
        cj_str piece;
        bool ok;

        piece = rest = from;
        while (rest.n && !separator(cj_utf8_next(&rest)))
            ;
        piece.n -= rest.n;
        if (piece.n && separator(cj_utf8_last(piece)))
            piece.n -= cj_utf8_len(cj_utf8_last(piece));
        from = rest;
        ok = !deep                 ? add(p, piece)
             : cj_label_cjk(piece) ? split_cjk(p, piece)
                                   : split_words(p, piece);
        if (!ok)
            return false;
    }
    return p->n > 0;
}

static bool says_nothing(const cj_known *known, cj_str text)
{
    cj_str rest = cj_label_words(known->arena, text), word;
    bool any = false;
    size_t n;

    while (rest.n && cj_str_split(&rest, ' ', &word)) {
        const cj_label *l = cj_labels_find_words(CJ_FAM_WORD, word, &n);

        if (!l || l->id == CJ_WORD_ALONE || l->id == CJ_WORD_OURS ||
            l->id == CJ_WORD_CUSTOMER || l->id == CJ_WORD_OTHERS ||
            l->id == CJ_WORD_FOREIGN)
            return false;
        any = true;
    }
    return any;
}

/* The only part of a label has been looked up already. */
static void read_part(const cj_known *known, part *p, bool deep, bool only)
{
    p->nothing = deep && !only && says_nothing(known, p->text);
    if (p->nothing)
        return;
    p->known = p->exact =
        !only && cj_sense_exact(known, cj_label_key(known->arena, p->text), &p->sense);
    if (p->known || !deep)
        return;
    if (cj_label_cjk(p->text))
        p->known = cj_sense_in_cjk(known, p->text, &p->sense);
    if (!p->known && cj_utf8_survey(p->text) & (CJ_HAS_LOWER | CJ_HAS_UPPER | CJ_HAS_OTHER))
        p->known = cj_sense_in_words(known, p->text, &p->sense);
}

/* "Our goals and actions": whose the first part is, the others are as well. */
static void inherit(parts *p)
{
    cj_whose whose =
        cj_whose_of(p->known, cj_label_words(p->known->arena, p->part[0].text));
    unsigned i;

    for (i = 1; i < p->n; i++)
        if (p->part[i].known && p->part[i].sense.ambiguous)
            cj_sense_owned(&p->part[i].sense, whose);
}

/* An unknown part beside a known one is tolerated, but not where the known one is a weak word. */
static bool enough(const parts *p)
{
    unsigned i, known = 0, unknown = 0;

    for (i = 0; i < p->n; i++) {
        known += p->part[i].known;
        unknown += !p->part[i].known && !p->part[i].nothing;
    }
    for (i = 0; i < p->n && unknown && p->n > 1; i++) {
        cj_str text = p->part[i].text;

        if (p->part[i].known &&
            (p->part[i].sense.ambiguous ||
             cj_sense_alone(cj_label_key(p->known->arena, text), false)))
            return false;
    }
    return known && known >= unknown;
}

/* What all known parts may mean; none: empty. */
static cj_sense shared(const parts *p)
{
    cj_sense all = { .n = 0 };
    unsigned i, k, kept;
    bool first = true;

    for (i = 0; i < p->n; i++) {
        const cj_sense *s = &p->part[i].sense;

        if (!p->part[i].known)
            continue;
        if (first) {
            all = *s;
        } else {
            for (k = kept = 0; k < all.n; k++)
                if (cj_sense_may(s, all.elem[k]))
                    all.elem[kept++] = all.elem[k];
            all.n = kept;
            all.ambiguous = kept > 1 || (all.ambiguous && s->ambiguous);
        }
        first = false;
    }
    return all;
}

static bool said(const parts *p, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < p->n; i++)
        if (p->part[i].known && !p->part[i].sense.ambiguous &&
            p->part[i].sense.elem[0] == elem)
            return true;
    return false;
}

/* What a doubtful part means beside the others. */
static cj_elem settled(const parts *p, const cj_sense *s)
{
    bool ours = said(p, CJ_COUNTERMEASURE) || said(p, CJ_OWNER) || said(p, CJ_KPI) ||
                said(p, CJ_OPPORTUNITY) || said(p, CJ_TIMING) || said(p, CJ_BUSINESS_GOAL);

    if (!s->ambiguous)
        return s->elem[0];
    if (cj_sense_may(s, CJ_BEHAVIOR) && cj_sense_may(s, CJ_COUNTERMEASURE))
        return ours && !said(p, CJ_COUNTERMEASURE) ? CJ_COUNTERMEASURE : CJ_BEHAVIOR;
    if (cj_sense_may(s, CJ_PAIN) && cj_sense_may(s, CJ_RISK))
        return said(p, CJ_PAIN) ? CJ_RISK : CJ_PAIN;
    if (cj_sense_may(s, CJ_PERIOD) && cj_sense_may(s, CJ_TIMING))
        return ours || said(p, CJ_PERIOD) ? CJ_TIMING : CJ_PERIOD;
    if (cj_sense_may(s, CJ_GOAL) && cj_sense_may(s, CJ_KPI_TARGET))
        return said(p, CJ_KPI) || said(p, CJ_GOAL) ? CJ_KPI_TARGET : CJ_GOAL;
    return s->elem[0];
}

static bool of_the_mind(cj_elem e)
{
    return e == CJ_MIND || e == CJ_THOUGHT || e == CJ_EMOTION;
}

/* Thoughts beside emotions are mind. */
static void join(cj_sense *all, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < all->n; i++) {
        if (all->elem[i] == elem)
            return;
        if (of_the_mind(all->elem[i]) && of_the_mind(elem)) {
            all->elem[i] = CJ_MIND;
            return;
        }
    }
    if (all->n < CJ_SENSES)
        all->elem[all->n++] = elem;
}

/* What says how things stand or where they were learnt shares no row with the customer's own
 * doing: 状況・行動 are behavior, 情報源・チャネル touchpoints. */
static bool circumstance(const parts *p, cj_elem e)
{
    if (e == CJ_EVIDENCE)
        return said(p, CJ_TOUCHPOINT);
    return (e == CJ_STATUS || e == CJ_DEFINITION) &&
           (said(p, CJ_BEHAVIOR) || said(p, CJ_MIND) || said(p, CJ_EMOTION));
}

/* Two elements: the row holds both. More: only the neighbours could tell. */
static void joined(const parts *p, cj_sense *out)
{
    unsigned i;

    out->n = 0;
    for (i = 0; i < p->n; i++)
        if (p->part[i].known && !circumstance(p, settled(p, &p->part[i].sense)))
            join(out, settled(p, &p->part[i].sense));
    out->also = out->n == 2 ? out->elem[1] : CJ_CUSTOM;
    out->ambiguous = out->n > 2;
    out->n = out->n == 2 ? 1 : out->n;
}

/* Lines are not joined: the second one says the same in another language, or it is guidance. */
static void combine(const parts *p, bool lines, cj_sense *out)
{
    cj_sense all = shared(p);
    bool exact = true;
    unsigned i;

    out->langs = 0;
    for (i = 0; i < p->n; i++) {
        exact = exact && p->part[i].exact;
        out->langs |= p->part[i].sense.langs;
    }
    out->reading = exact ? CJ_READ_EXACT : CJ_READ_CONTAINED;
    out->ambiguous = all.ambiguous;
    out->also = all.also;
    out->n = all.n;
    memcpy(out->elem, all.elem, sizeof out->elem);
    if (!all.n && !lines)
        joined(p, out);
}

bool cj_sense_parts(const cj_known *known, cj_str text, bool deep, cj_sense *out)
{
    parts p = { .known = known };
    bool all = true;
    unsigned i;

    if (text.n > MAX_TEXT || (text.n > MAX_CJK && cj_label_cjk(text)) ||
        !split(&p, cj_utf8_nfkc(known->arena, text), deep))
        return false;
    if (!deep && p.n < 2)
        return false;
    for (i = 0; i < p.n; i++) {
        read_part(known, &p.part[i], deep, p.n < 2);
        all = all && p.part[i].known;
        if (!deep && !all)
            return false;
    }
    if (!enough(&p))
        return false;
    inherit(&p);
    combine(&p, cj_str_has(text, CJ_STR("\n")), out);
    return out->n > 0;
}
