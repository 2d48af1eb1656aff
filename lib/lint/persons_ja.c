/* persons_ja.c - Japanese names: with さん, 様, 氏 behind them, or a common family name in front. */
#include "lint/persons.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/lexicon.h"

enum { LONGEST_NAME = 8 }; /* characters */

/* ---- さん, 様, 氏 ------------------------------------------------------------------------------- */

/* The honorific at the front of s that ends a name; 様子, 様式, 氏名 and さんざん are words. */
static size_t honorific(cj_str s)
{
    static const cj_str words[] = { CJ_LIT("さん"), CJ_LIT("さま"), CJ_LIT("様"),
                                    CJ_LIT("氏") };
    static const cj_str goes_on[] = { CJ_LIT("子"), CJ_LIT("式"), CJ_LIT("相"),
                                      CJ_LIT("々"), CJ_LIT("態"), CJ_LIT("名"),
                                      CJ_LIT("族"), CJ_LIT("な"), CJ_LIT("変"),
                                      CJ_LIT("ざ"), CJ_LIT("ぽ") };
    size_t i, n;

    n = CJ_SCAN(s, words);
    for (i = 0; n && i < sizeof goes_on / sizeof *goes_on; i++)
        if (cj_str_starts(cj_str_from(s, n), goes_on[i]))
            return 0;
    return n;
}

/* 々 belongs to the kanji, ー and ・ to the katakana. */
static cj_script class_of(uint32_t cp)
{
    if (cp == 0x3005)
        return CJ_SCRIPT_HAN;
    if (cp == 0x30fc || cp == 0x30fb)
        return CJ_SCRIPT_KATAKANA;
    return cj_utf8_script(cp);
}

/* The run of one script that ends where s ends: kanji, katakana or Latin letters. */
static cj_str last_run(cj_str s)
{
    size_t from = s.n, chars = 0;
    cj_script script = CJ_SCRIPT_OTHER;

    while (from && chars++ < LONGEST_NAME) {
        uint32_t cp = cj_utf8_last(cj_str_cut(s, 0, from));
        cj_script here = class_of(cp);

        if (here != CJ_SCRIPT_HAN && here != CJ_SCRIPT_KATAKANA && here != CJ_SCRIPT_LATIN)
            break;
        if (script != CJ_SCRIPT_OTHER && here != script)
            break;
        script = here;
        from -= cj_utf8_len(cp);
    }
    return cj_str_from(s, from);
}

static bool is_surname(cj_str s)
{
    return cj_lexicon_is(CJ_LEX_SURNAME, s);
}

/* The common family name that a run of kanji ends with: of 営業部田中 the 田中; 林 only alone. */
static cj_str surname_at_end(cj_str run)
{
    size_t chars = cj_utf8_count(run), n;

    if (cj_str_has(run, CJ_STR("会社")) || is_surname(run))
        return cj_str_has(run, CJ_STR("会社")) ? CJ_STR("") : run;
    for (n = 3; n >= 2; n--) {
        cj_str tail = n < chars ? cj_utf8_tail(run, n * 3) : CJ_STR("");

        if (tail.n && is_surname(tail))
            return tail;
    }
    return CJ_STR("");
}

/* From the beginning of its sentence on, or as far back as matters. */
static cj_str sentence_before(cj_str said, size_t at)
{
    enum { NEAR = 200 };
    static const cj_str stops[] = { CJ_LIT("。"), CJ_LIT("\n"), CJ_LIT(":") };
    cj_str s = cj_utf8_tail(cj_str_cut(said, 0, at), NEAR);
    size_t i, stop;

    for (i = 0; i < sizeof stops / sizeof *stops; i++)
        while ((stop = cj_str_find(s, stops[i])) != CJ_NONE)
            s = cj_str_from(s, stop + stops[i].n);
    return s;
}

static bool nobody(cj_str run)
{
    cj_str hit;

    return !run.n || cj_lexicon_ends(CJ_LEX_NOBODY, run, &hit);
}

/* What may stand behind a family name: nothing, or a given name of up to three characters; not what
 * makes a company or a district of it. */
static bool given_name(cj_str s)
{
    static const cj_str no[] = {
        CJ_LIT("県"),   CJ_LIT("市"),   CJ_LIT("区"),   CJ_LIT("町"),   CJ_LIT("村"),
        CJ_LIT("店"),   CJ_LIT("駅"),   CJ_LIT("社"),   CJ_LIT("製"),   CJ_LIT("工"),
        CJ_LIT("建"),   CJ_LIT("商"),   CJ_LIT("支"),   CJ_LIT("銀"),   CJ_LIT("大学"),
        CJ_LIT("自動"), CJ_LIT("地"),   CJ_LIT("部"),   CJ_LIT("課"),   CJ_LIT("病院"),
        CJ_LIT("電"),   CJ_LIT("機"),   CJ_LIT("物"),   CJ_LIT("産"),   CJ_LIT("運輸"),
        CJ_LIT("不動"), CJ_LIT("薬"),   CJ_LIT("食"),   CJ_LIT("印刷"), CJ_LIT("興"),
        CJ_LIT("化学"), CJ_LIT("組"),   CJ_LIT("屋"),   CJ_LIT("堂"),   CJ_LIT("総"),
        CJ_LIT("水産"), CJ_LIT("農園"), CJ_LIT("医"),   CJ_LIT("歯科"), CJ_LIT("法律"),
        CJ_LIT("会計"), CJ_LIT("税"),   CJ_LIT("事務"), CJ_LIT("保険"), CJ_LIT("証券"),
        CJ_LIT("百貨"), CJ_LIT("酒"),   CJ_LIT("醸"),   CJ_LIT("鉄工"), CJ_LIT("鉄鋼"),
        CJ_LIT("金属"), CJ_LIT("紙"),   CJ_LIT("繊維"), CJ_LIT("学園"), CJ_LIT("学院"),
        CJ_LIT("ホ"),   CJ_LIT("グル"), CJ_LIT("シス"), CJ_LIT("テッ"), CJ_LIT("クリ"),
    };
    size_t i, chars = 0;

    s = cj_utf8_trim(s);
    for (i = 0; i < sizeof no / sizeof *no; i++)
        if (cj_str_starts(s, no[i]))
            return false;
    for (; s.n; chars++) {
        cj_script script = class_of(cj_utf8_next(&s));

        if (script != CJ_SCRIPT_HAN && script != CJ_SCRIPT_HIRAGANA &&
            script != CJ_SCRIPT_KATAKANA)
            return false;
    }
    return chars <= 3;
}

/* 佐藤美咲, 佐藤 美咲: the whole name that ends with the run; empty where no common family name begins
 * it. */
static cj_str full_name(cj_str said, cj_str run)
{
    size_t at = (size_t)(run.p - said.p);
    cj_str first = surname_at_end(last_run(cj_str_cut(said, 0, at ? at - 1 : 0))), hit;

    if (at && said.p[at - 1] == ' ' && first.n)
        return (cj_str){ first.p, (size_t)(run.p + run.n - first.p) };
    if (cj_lexicon_starts(CJ_LEX_SURNAME, run, &hit) && cj_utf8_count(hit) > 1 &&
        given_name(cj_str_from(run, hit.n)))
        return run;
    return CJ_STR("");
}

static bool japanese_at(cj_str said, size_t at, cj_honoured *out)
{
    size_t n = honorific(cj_str_from(said, at));
    cj_str run, name;

    if (!n)
        return false;
    run = last_run(cj_str_cut(said, 0, at));
    if (!run.n)
        return false;
    name = full_name(said, run);
    name = name.n ? name : surname_at_end(run);
    if (!name.n && nobody(run))
        return false;
    out->known = name.n > 0;
    out->name = out->known ? name : run;
    out->whole = (cj_str){ out->name.p, out->name.n + n };
    out->before = sentence_before(said, (size_t)(out->name.p - said.p));
    return true;
}

/* mr. smith, ms grant */
static bool english_at(cj_str said, size_t at, cj_honoured *out)
{
    static const cj_str titles[] = { CJ_W("mr"), CJ_W("mrs"), CJ_W("ms"), CJ_W("miss") };
    static const cj_str programs[] = { CJ_W("office"),  CJ_W("teams"),   CJ_W("excel"),
                                       CJ_W("word"),    CJ_W("outlook"), CJ_W("windows"),
                                       CJ_W("project"), CJ_W("access"),  CJ_W("sql"),
                                       CJ_W("azure"),   CJ_W("dynamics") };
    size_t n = cj_scan_inside(said, at) ? 0 : CJ_SCAN(cj_str_from(said, at), titles), name;

    if (!n)
        return false;
    n += cj_str_starts(cj_str_from(said, at + n), CJ_STR("."));
    name = at + n + cj_scan_blanks(cj_str_from(said, at + n));
    n = cj_scan_word(cj_str_from(said, name));
    if (n < 2 || CJ_SCAN(cj_str_from(said, name), programs))
        return false;
    out->known = true;
    out->name = cj_str_cut(said, name, n);
    out->whole = cj_str_cut(said, at, name + n - at);
    out->before = sentence_before(said, at);
    return true;
}

/* Whether さん, 様, 氏 or Mr may begin there: asked of every byte of the map. */
static bool may_honour(const char *p, size_t n)
{
    if (*p == 'm')
        return true;
    return n > 2 && ((*p == '\xe3' && p[1] == '\x81' && p[2] == '\x95') ||
                     (*p == '\xe6' && (p[2] == '\x98' || p[2] == '\x8f')));
}

bool cj_next_honoured(cj_str said, size_t *at, cj_honoured *out)
{
    while (*at < said.n) {
        size_t here = (*at)++;

        if (may_honour(said.p + here, said.n - here) &&
            (said.p[here] == 'm' ? english_at(said, here, out)
                                 : japanese_at(said, here, out)))
            return true;
    }
    return false;
}

/* ---- who a text is about ------------------------------------------------------------------------ */

/* 上司の田中さん stands beside the persona; and so does whoever is named after the persona in a
 * sentence about reporting or asking. */
static bool beside(const cj_names *names, cj_str before)
{
    static const cj_str of = CJ_LIT("の");
    cj_str hit;

    if (cj_str_ends(before, of) &&
        cj_lexicon_ends(CJ_LEX_RELATION, cj_str_cut(before, 0, before.n - of.n), &hit))
        return true;
    return names->n && cj_lexicon_find(CJ_LEX_RELATION, before, &hit);
}

/* A place of that name, not a person: 福島の工場長, 石川県の店長. */
static bool is_place(cj_str surname)
{
    static const cj_str places[] = {
        CJ_LIT("千葉"), CJ_LIT("石川"), CJ_LIT("福島"), CJ_LIT("宮崎"), CJ_LIT("宮城"),
        CJ_LIT("山口"), CJ_LIT("山形"), CJ_LIT("長野"), CJ_LIT("福井"), CJ_LIT("香川"),
        CJ_LIT("岡山"), CJ_LIT("奈良"), CJ_LIT("秋田"), CJ_LIT("川崎"), CJ_LIT("高松"),
        CJ_LIT("松山"), CJ_LIT("熊谷"), CJ_LIT("和泉"), CJ_LIT("大野"), CJ_LIT("渋谷"),
        CJ_LIT("品川"), CJ_LIT("中野"), CJ_LIT("大分"), CJ_LIT("南"),   CJ_LIT("東"),
        CJ_LIT("西"),   CJ_LIT("本間"), CJ_LIT("金沢"), CJ_LIT("浜田"), CJ_LIT("鹿島"),
    };
    size_t i;

    for (i = 0; i < sizeof places / sizeof *places; i++)
        if (cj_str_eq(surname, places[i]))
            return true;
    return false;
}

/* 佐藤, 佐藤美咲, 部長佐藤, 佐藤部長 */
static bool common_name(cj_names *names, cj_str piece)
{
    cj_str hit, rest;

    if (cj_lexicon_ends(CJ_LEX_ROLE, piece, &hit))
        piece = cj_str_cut(piece, 0, (size_t)(hit.p - piece.p));
    else if (cj_lexicon_find(CJ_LEX_ROLE, piece, &hit))
        piece = cj_str_from(piece, (size_t)(hit.p - piece.p) + hit.n);
    piece = cj_utf8_trim(piece);
    if (!cj_lexicon_starts(CJ_LEX_SURNAME, piece, &hit) || cj_utf8_count(hit) < 2)
        return false;
    rest = cj_str_from(piece, hit.n);
    if (!given_name(rest) || (!cj_utf8_trim(rest).n && is_place(hit)))
        return false;
    cj_names_add(names, piece);
    return true;
}

/* A rarer name where one is expected: 人事課長 御手洗花子, 名前:御手洗 花子. */
static bool expected(cj_str before, cj_str piece)
{
    static const cj_str labels[] = { CJ_LIT("名前:"), CJ_LIT("氏名:"), CJ_LIT("仮名:") };
    cj_str rest = piece, hit;
    size_t i;
    bool asked = false;

    for (i = 0; i < sizeof labels / sizeof *labels; i++)
        asked = asked || cj_str_ends(before, labels[i]);
    if (!asked && !(cj_str_ends(before, CJ_STR(" ")) &&
                    cj_lexicon_ends(CJ_LEX_ROLE, cj_utf8_trim(before), &hit)))
        return false;
    while (rest.n)
        if (class_of(cj_utf8_next(&rest)) != CJ_SCRIPT_HAN)
            return false;
    return cj_utf8_count(piece) > 1 && cj_utf8_count(piece) < 7 &&
           !cj_lexicon_find(CJ_LEX_ROLE, piece, &hit) && !nobody(piece);
}

/* The mark that ends a piece of text in which a name may stand. */
static size_t parting(cj_str s)
{
    static const cj_str marks[] = {
        CJ_LIT("、"), CJ_LIT(","),  CJ_LIT("。"), CJ_LIT("・"), CJ_LIT("/"), CJ_LIT("と"),
        CJ_LIT("の"), CJ_LIT("\n"), CJ_LIT(":"),  CJ_LIT("("),  CJ_LIT(")"), CJ_LIT("「"),
        CJ_LIT("」"), CJ_LIT("【"), CJ_LIT("】"), CJ_LIT("["),  CJ_LIT("]"), CJ_LIT("&"),
        CJ_LIT("|"),  CJ_LIT(";"),  CJ_LIT("+"),  CJ_LIT("×"),  CJ_LIT(" "),
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(s, marks[i]))
            return marks[i].n;
    return 0;
}

void cj_names_ja(cj_names *names, cj_str folded)
{
    cj_honoured h;
    size_t at = 0, from = 0, n;

    while (cj_next_honoured(folded, &at, &h))
        if (!beside(names, h.before))
            cj_names_add(names, h.name);
    for (at = 0; at <= folded.n; at++) {
        cj_str piece = cj_utf8_trim(cj_str_cut(folded, from, at - from));

        n = parting(cj_str_from(folded, at));
        if (at < folded.n && !n)
            continue;
        if (piece.n &&
            !cj_str_starts(cj_str_from(folded, at), CJ_STR("の")) && /* 山田電機の… */
            !beside(names, sentence_before(folded, from)) && !common_name(names, piece) &&
            expected(cj_utf8_tail(cj_str_cut(folded, 0, from), 60), piece))
            cj_names_add(names, piece);
        from = at + n;
        at = n ? from - 1 : at;
    }
}
