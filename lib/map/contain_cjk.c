/* contain_cjk.c - the second pass where a script has no spaces: the term that a label ends with. */
#include "map/contain.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { MIN_CJK = 2, MAX_BYTES = 120, MAX_WORD = 30, MAX_TAILS = 2 };

static bool latin_joint(cj_str key, size_t at)
{
    cj_str before = cj_str_cut(key, 0, at), rest = cj_str_from(key, at);
    cj_script s = cj_utf8_script(cj_utf8_last(before));

    return s == CJ_SCRIPT_LATIN && cj_utf8_script(cj_utf8_next(&rest)) == CJ_SCRIPT_LATIN;
}

static bool has_role(const cj_label *l, size_t n, cj_label_role role)
{
    for (; n; n--, l++)
        if (l->id == role)
            return true;
    return false;
}

/* Endings that say nothing: 施策内容, 課題一覧. */
static cj_str without_tail(cj_str key)
{
    cj_endings e = { .family = CJ_FAM_WORD, .text = key, .at = key.n };
    const cj_label *l;
    size_t n, at = key.n;

    while ((l = cj_labels_ending(&e, &n)) != NULL)
        if (has_role(l, n, CJ_WORD_TAIL) && e.at)
            at = e.at;
    key = cj_str_cut(key, 0, at);
    return at < e.text.n && cj_str_ends(key, CJ_STR("の")) ? cj_str_cut(key, 0, key.n - 3)
                                                           : key;
}

/* Particles between the words, and what makes a word an adjective. */
static size_t particle(cj_str s)
{
    static const cj_str list[] = {
        CJ_LIT("ごと"), CJ_LIT("まで"), CJ_LIT("から"), CJ_LIT("との"), CJ_LIT("の"),
        CJ_LIT("な"),   CJ_LIT("に"),   CJ_LIT("で"),   CJ_LIT("を"),   CJ_LIT("が"),
        CJ_LIT("は"),   CJ_LIT("へ"),   CJ_LIT("と"),   CJ_LIT("側"),   CJ_LIT("別"),
        CJ_LIT("毎"),   CJ_LIT("的"),   CJ_LIT("各"),   CJ_LIT("의"),   CJ_LIT("별")
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (cj_str_starts(s, list[i]))
            return list[i].n;
    return s.n && *s.p >= '0' && *s.p <= '9' ? 1 : 0;
}

/* 佐藤さんの, 田中様の: a person, and so the customer. */
static size_t person(cj_str s)
{
    static const cj_str titles[] = { CJ_LIT("さん"), CJ_LIT("さま"), CJ_LIT("様"),
                                     CJ_LIT("氏"), CJ_LIT("님") };
    size_t i, at, best = 0;

    for (i = 0; i < sizeof titles / sizeof *titles; i++) {
        at = cj_str_find(s, titles[i]);
        if (at != CJ_NONE && at && at <= MAX_WORD && (!best || at + titles[i].n < best))
            best = at + titles[i].n;
    }
    return best;
}

static size_t name(const cj_known *known, cj_str s, bool *is_person)
{
    size_t i;

    for (i = 0; i < known->n_names; i++)
        if (cj_str_starts(s, known->name[i].word)) {
            *is_person = known->name[i].person;
            return known->name[i].word.n;
        }
    return 0;
}

/* What stands in front of a term. */
typedef struct front {
    cj_whose whose;
    bool known;   /* word by word */
    bool foreign; /* a word of other sheets is among them */
} front;

static void said_by(int id, front *f)
{
    f->foreign = f->foreign || id == CJ_WORD_FOREIGN;
    f->whose = id == CJ_WORD_OURS       ? CJ_OUR_OWN
               : id == CJ_WORD_OTHERS   ? CJ_OTHERS
               : id == CJ_WORD_CUSTOMER ? CJ_CUSTOMERS
                                        : f->whose;
}

static size_t word(const cj_known *known, cj_str s, front *f)
{
    static const cj_family families[] = { CJ_FAM_WORD, CJ_FAM_AXIS, CJ_FAM_PHASE,
                                          CJ_FAM_EVTYPE, CJ_FAM_DEPT };
    bool is_person = false;
    size_t i, n = name(known, s, &is_person);
    int id = -1;

    if (n) {
        f->whose = is_person ? CJ_CUSTOMERS : f->whose;
        return n;
    }
    for (i = 0; i < sizeof families / sizeof *families; i++) {
        n = cj_labels_beginning(families[i], s, MAX_WORD, &id);
        if (!n)
            continue;
        if ((families[i] == CJ_FAM_WORD && id == CJ_WORD_ALONE) ||
            (families[i] == CJ_FAM_AXIS && id != CJ_AXIS_PHASE))
            continue;
        if (i == 0)
            said_by(id, f);
        if (families[i] == CJ_FAM_DEPT && f->whose == CJ_NOBODYS)
            f->whose = CJ_DEPARTMENTS;
        return n;
    }
    return 0;
}

/* No such word begins with hiragana but お客様 and its like. */
static bool may_say(cj_str s)
{
    uint32_t cp = cj_utf8_next(&s);

    return cp == 0x304a || cp == 0x3054 || cj_utf8_script(cp) != CJ_SCRIPT_HIRAGANA;
}

/* How many bytes of Latin letters it begins with. */
static size_t latin(cj_str s)
{
    cj_str rest = s;
    size_t n = 0;

    while (rest.n && cj_utf8_script(cj_utf8_next(&rest)) == CJ_SCRIPT_LATIN)
        n = s.n - rest.n;
    return n;
}

/* Behind a word that nobody knows: 店舗のスタッフ, 昨年度売上. No word begins within a name: there is
 * no row in Growth. */
static void read_rest(cj_str s, front *f)
{
    int id = -1;

    while (s.n) {
        size_t n = may_say(s) ? cj_labels_beginning(CJ_FAM_WORD, s, MAX_WORD, &id) : 0;
        size_t name = latin(s);

        if (name > n) {
            s = cj_str_from(s, name);
            continue;
        }
        if (n && (id == CJ_WORD_OTHERS || id == CJ_WORD_FOREIGN || id == CJ_WORD_OURS ||
                  id == CJ_WORD_CUSTOMER))
            said_by(id, f);
        if (n)
            s = cj_str_from(s, n);
        else
            cj_utf8_next(&s);
    }
}

static front read_front(const cj_known *known, cj_str s)
{
    front f = { CJ_NOBODYS, true, false };
    size_t n = person(s);

    if (n) {
        f.whose = CJ_CUSTOMERS;
        s = cj_str_from(s, n);
    }
    while (s.n) {
        n = word(known, s, &f);
        if (!n)
            n = particle(s);
        if (!n)
            break;
        s = cj_str_from(s, n);
    }
    f.known = !s.n;
    read_rest(s, &f);
    return f;
}

/* 使用するツール, 標準的な期間, 想要的结果: whoever says it in so many words talks of people. */
static bool clause(cj_str s)
{
    static const cj_str ends[] = { CJ_LIT("る"), CJ_LIT("た"), CJ_LIT("う"), CJ_LIT("く"),
                                   CJ_LIT("す"), CJ_LIT("つ"), CJ_LIT("む"), CJ_LIT("ぶ"),
                                   CJ_LIT("い"), CJ_LIT("な"), CJ_LIT("的"), CJ_LIT("는"),
                                   CJ_LIT("한"), CJ_LIT("할"), CJ_LIT("된") };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (s.n > ends[i].n && cj_str_ends(s, ends[i]))
            return true;
    return false;
}

static bool allowed(const cj_known *known, cj_str key, size_t at, cj_sense *s)
{
    front f = read_front(known, cj_str_cut(key, 0, at));

    if (f.foreign)
        return false;
    if (!f.known && !clause(cj_str_cut(key, 0, at)) &&
        (s->ambiguous || cj_sense_alone(cj_str_from(key, at), false)))
        return false;
    if (!cj_sense_owned(s, f.whose))
        s->n = 0;
    return true;
}

/* The last segment counts in Japanese, Chinese and Korean: the longest term the key ends with. */
static bool suffix(const cj_known *known, cj_str key, cj_sense *out)
{
    cj_endings e = { .family = CJ_FAM_ELEM, .text = key, .at = key.n };
    const cj_label *l;
    bool any = false;
    size_t n;

    while ((l = cj_labels_ending(&e, &n)) != NULL) {
        cj_sense s = { .label = out->label };

        if (cj_utf8_count(cj_str_from(key, e.at)) < MIN_CJK || latin_joint(key, e.at))
            continue;
        cj_sense_add(&s, l, n);
        s.reading = CJ_READ_CONTAINED;
        if (!allowed(known, key, e.at, &s))
            continue;
        *out = s;
        any = true;
    }
    return any;
}

bool cj_sense_in_cjk(const cj_known *known, cj_str label, cj_sense *out)
{
    cj_str key = cj_label_key(known->arena, label);
    unsigned i;

    if (key.n > MAX_BYTES)
        return false;
    for (i = 0; i <= MAX_TAILS; i++) {
        cj_str bare;

        if (suffix(known, key, out))
            return out->n > 0;
        bare = without_tail(key);
        if (bare.n == key.n || !bare.n)
            return false;
        key = bare;
    }
    return false;
}
