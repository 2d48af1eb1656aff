/* task.c - who does a countermeasure, and when (model 6.4). */
#include "map/task.h"
#include "map/items.h"
#include "map/lexicon.h"
#include "map/moment.h"
#include "map/support.h"
#include "base/utf8.h"

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static bool line_break(uint32_t cp)
{
    return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* 7日, 3営業日, day 7: a time, in folded text. */
static bool timed(cj_str s)
{
    size_t at;
    cj_str hit;

    if (cj_lexicon_find(CJ_LEX_TIMING_HINT, s, &hit))
        return true;
    for (at = 1; at < s.n; at++) {
        cj_str rest = cj_str_from(s, at);

        if (s.p[at - 1] < '0' || s.p[at - 1] > '9')
            continue;
        if (*rest.p == ' ')
            rest = cj_str_from(rest, 1);
        if (cj_lexicon_starts(CJ_LEX_TIMING_UNIT, rest, &hit))
            return true;
    }
    return false;
}

/* 【重要】, [1] and 【契約後7日】 are no departments. */
static bool is_owner(cj_arena *arena, cj_str owner)
{
    cj_str folded = cj_utf8_fold(arena, owner);
    bool letters = false;
    size_t i;

    for (i = 0; i < folded.n; i++)
        letters = letters || (unsigned char)folded.p[i] >= 'a';
    return letters && cj_utf8_width(owner) <= 40 && !cj_str_has(owner, CJ_STR("\n")) &&
           !cj_lexicon_is(CJ_LEX_NOT_OWNER, folded) && !timed(folded);
}

/* A bracket that marks more than a kind of evidence: 【CRMチーム】 is a team, 【出典：CRM】 is not. */
static bool is_marker(cj_arena *arena, cj_str bracket, cj_str content)
{
    cj_support support = { 0 };

    cj_support_parse(arena, bracket, &support);
    return support.refs.n || support.assumption || support.sample ||
           (support.named && cj_str_has(cj_utf8_fold(arena, content), CJ_STR(":")));
}

/* The department in front, 【CS】 or [Support], behind whatever markers stand before it. */
static cj_str owner_of(cj_arena *arena, cj_str text, const cj_brackets *brackets,
                       size_t *end)
{
    cj_str none = { NULL, 0 };
    size_t i, at = 0;

    for (i = 0; i < brackets->n; i++) {
        const cj_bracket *b = &brackets->pair[i];
        cj_str content = cj_str_cut(text, b->inside, b->close - b->inside);

        if (b->open < at)
            continue;
        if (cj_utf8_trim(cj_str_cut(text, at, b->open - at)).n ||
            (b->kind != '[' && b->kind != 0x3010))
            break;
        at = b->end;
        if (is_marker(arena, cj_str_cut(text, b->open, b->end - b->open), content))
            continue;
        if (!is_owner(arena, cj_utf8_trim(content)))
            break;
        *end = b->end;
        return cj_utf8_trim(content);
    }
    return none;
}

#define LABEL_COLUMNS 40u

/* Bytes of 契約後7日以内： in front of what is done; 0: no such label. */
static size_t timing_label(cj_arena *arena, cj_str s)
{
    cj_str rest = cj_utf8_head(s, LABEL_COLUMNS * 3), label;
    uint32_t cp;
    size_t n;

    while (rest.n) {
        n = (size_t)(rest.p - s.p);
        cp = cj_utf8_next(&rest);
        if (line_break(cp))
            return 0;
        if ((cp != ':' && cp != 0xff1a) || cj_utf8_script(peek(rest)) == CJ_SCRIPT_DIGIT)
            continue; /* 10:00 is a time of day */
        label = cj_utf8_fold(arena, cj_str_cut(s, 0, n));
        n += cj_utf8_len(cp);
        return cj_utf8_width(label) <= LABEL_COLUMNS && cj_utf8_trim(cj_str_from(s, n)).n &&
                       timed(label)
                   ? n
                   : 0;
    }
    return 0;
}

/* Without the colon that ends the label. */
static cj_str label_text(cj_str label)
{
    label.n -= cj_utf8_len(cj_utf8_last(label));
    return cj_utf8_trim(label);
}

void cj_task_read(cj_arena *arena, cj_item *item, const cj_brackets *brackets)
{
    cj_brackets inside = { NULL, 0, 0 };
    cj_markers markers = { NULL, 0, 0 };
    cj_support again = { 0 };
    size_t end = 0;
    cj_str rest;

    item->owner = owner_of(arena, item->text, brackets, &end);
    rest = cj_str_from(item->text, end);
    cj_brackets_find(arena, rest, &inside);
    cj_support_scan(arena, rest, &inside, &again, &markers);
    item->bare = cj_without_markers(arena, rest, &markers);
    end = timing_label(arena, item->bare);
    item->timing =
        end ? label_text(cj_str_cut(item->bare, 0, end)) : cj_moment(arena, rest);
    item->bare = cj_utf8_trim(cj_str_from(item->bare, end));
}

/* CS（レシピ）, CS: レシピ, "CS - recipes": who, without what for. */
static cj_str mapped_owner(cj_str bare, const cj_brackets *brackets)
{
    static const cj_str marks[] = { CJ_LIT(":"),   CJ_LIT("："), CJ_LIT(" - "),
                                    CJ_LIT(" – "), CJ_LIT("→"),  CJ_LIT("=") };
    size_t end = bare.n, at, i;

    for (i = 0; i < brackets->n; i++)
        if (brackets->pair[i].kind == '(' && brackets->pair[i].open &&
            brackets->pair[i].open < end)
            end = brackets->pair[i].open;
    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        at = cj_str_find(bare, marks[i]);
        end = at < end && at ? at : end;
    }
    return cj_utf8_trim(cj_str_cut(bare, 0, end));
}

void cj_owner_read(cj_arena *arena, cj_item *item)
{
    cj_brackets brackets = { NULL, 0, 0 };

    cj_brackets_find(arena, item->bare, &brackets);
    item->owner = mapped_owner(item->bare, &brackets);
}
