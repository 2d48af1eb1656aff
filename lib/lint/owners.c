/* owners.c - CJ7xx: who does it. */
#include "lint/plan.h"
#include "lint/hands.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/bullets.h"

/* Every countermeasure of the phase says itself who does it: 【CS】…, …（担当：CS）, Sales: …. */
static bool owned_inline(cj_lint *l, const cj_phase *p)
{
    cj_tasks tasks = cj_lint_tasks(l, p);
    size_t i;

    for (i = 0; i < tasks.n; i++)
        if (!cj_task_owned(l, &tasks.task[i]))
            return false;
    return tasks.n;
}

static void owner_missing(cj_lint *l, const cj_phase *p)
{
    const cj_cell *c = cj_lint_hole(l, CJ_OWNER, p);

    if (c && !owned_inline(l, p))
        cj_find_cell(l, c, c->text);
}

/* A section that has a column for the owner, and a record that leaves it empty. */
static void action_owner_missing(cj_lint *l, const cj_section *s, const cj_record *r)
{
    cj_str phase, what;

    if (s->kind != CJ_SECTION_ACTIONS || !cj_record_field(s, r, "owner") ||
        cj_lint_field(l, s, r, "owner").n || cj_lint_field(l, s, r, "person").n)
        return;
    what = cj_lint_field(l, s, r, "what");
    phase = cj_lint_field(l, s, r, "phase");
    if (what.n)
        cj_say(cj_find_at(l, cj_record_field(s, r, "owner")->at, what), "phase",
               phase.n ? phase : what);
}

const cj_rule cj_rule_owner_missing = {
    .info = {
        .id = "CJ702",
        .name = "owner-missing",
        .severity = { CJ_INFO, CJ_ERROR, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 誰が(担当部署)",
        .says = { "No owner for \"{phase}\". Say which department acts.",
                  "「{phase}」の担当部署がありません。「誰が」行うかを書いてください。" },
        .why = { "A countermeasure without a department is done by nobody. Customers feel the gaps "
                 "between departments first.",
                 "担当の決まっていない打ち手は、誰も実行しません。部署のすき間で最初に困るのは顧客です。" },
        .mend = { "Write the department in {cell}, or put it in front of each countermeasure: "
                  "[Support] ...",
                  "{cell} に部署名を書くか、打ち手ごとに「【CS】…」のように前に付けます。" },
        .bad = {
            { .edits = { "D28= ;; D27=- Send the renewal quote 75 days before contract end",
                         "E28= ;; E27=・更新期限の60日前に更新提案を行う" },
              .shows = { "no owner, and the countermeasure names no department either",
                         "担当部署が空で、打ち手にも部署名がない" } },
            { .edits = { NULL, "D63=" },
              .shows = { "an action of the Actions sheet without owner",
                         "「打ち手」の表で担当部署が空" } },
            { .edits = { "D28=TBD ;; D27=- Send the renewal quote 75 days before contract end",
                         "E28=未定 ;; E27=・更新期限の60日前に更新提案を行う" },
              .shows = { "Owner: TBD", "担当部署: 未定" } },
        },
        .good = {
            { .edits = { "D28=Sales", "E28=セールス" } },
            { .edits = { "D28= ;; D27=[Sales] Send the renewal quote 75 days before contract end",
                         "E28= ;; E27=【セールス】更新期限の60日前に更新提案を行う" },
              .shows = { "no owner, but each countermeasure names one: [Sales] Send the quote",
                         "担当部署は空でも、打ち手に部署名がある（【セールス】更新提案を行う）" } },
            { .edits = { "D28= ;; D27=Sales: send the renewal quote 75 days before contract end",
                         "E28= ;; E27=更新期限の60日前に更新提案を行う（担当：営業）" },
              .shows = { "Sales: send the renewal quote 75 days before contract end",
                         "更新期限の60日前に更新提案を行う（担当：営業）" } },
            { .edits = { "D28= ;; D27=Sales:\n- Send the quote\n- Call the buyer",
                         "E28= ;; E27=【営業】\n・見積を送る\n・電話する" },
              .shows = { "Sales: / - Send the quote / - Call the buyer",
                         "【営業】 / ・見積を送る / ・電話する" } },
        },
        .yields_to = { "CJ106" },
    },
    .on_phase = owner_missing,
    .on_record = action_owner_missing,
};

/* ---- whose job it is ------------------------------------------------------------------------------ */

#define MANY 100u /* departments of one cell; past that nobody counts */

/* Line by line: as many lines as countermeasures, one beside the other. */
static bool line_by_line(const cj_cell *c, size_t tasks)
{
    size_t lines = 0;
    cj_str rest = c->text, line;

    while (cj_str_split(&rest, '\n', &line))
        lines += cj_utf8_trim(line).n != 0;
    return lines > 1 && lines == tasks;
}

/* Of hands that are departments, each once. */
static size_t departments(const cj_hands *h)
{
    size_t n = 0, i, j;

    for (i = 0; i < h->n && i < MANY; i++) {
        for (j = 0; j < i && !cj_str_eq(h->hand[j].id, h->hand[i].id); j++)
            ;
        n += h->hand[i].id.n && j == i;
    }
    return n;
}

static bool mapped(const cj_hands *h)
{
    size_t i;

    for (i = 0; i < h->n; i++)
        if (h->hand[i].mapped)
            return true;
    return false;
}

/* ①③CS ②サポート: the numbers of countermeasures. */
static bool numbered(cj_str text)
{
    unsigned n = 0;

    while (text.n)
        n += cj_circled_digit(cj_utf8_next(&text));
    return n > 1;
}

/* Each countermeasure of the phase has somebody of its own, on the map or in the Actions section. */
static bool each_owned(cj_lint *l, cj_tasks tasks)
{
    size_t i;

    for (i = 0; i < tasks.n; i++)
        if (!tasks.task[i].record_owned && !cj_task_owned(l, &tasks.task[i]))
            return false;
    return true;
}

static cj_str texts(cj_lint *l, const cj_cell *c)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, cj_lint_arena(l));
    for (i = 0; i < c->n_items; i++) {
        cj_buf_z(&b, b.n ? "\n" : "");
        cj_buf_add(&b, c->items[i].text);
    }
    return cj_buf_str(&b);
}

static void owner_ambiguous(cj_lint *l, const cj_cell *c)
{
    cj_tasks tasks;
    const cj_hands *h;

    if (c->elem != CJ_OWNER || cj_lint_blank(l, c))
        return;
    tasks = cj_lint_tasks(l, &cj_lint_map(l)->phases[c->phase]);
    h = cj_lint_hands(l, c);
    if (departments(h) < 2 || mapped(h) || numbered(c->text) || line_by_line(c, tasks.n) ||
        each_owned(l, tasks))
        return;
    cj_say(cj_find_cell(l, c, c->text), "value", texts(l, c));
}

const cj_rule cj_rule_owner_ambiguous = {
    .info = {
        .id = "CJ705",
        .name = "owner-ambiguous",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 5,
        .source = "S2 Step 5 誰が(担当部署); 各部門の役割が明確に",
        .says = { "\"{phase}\" is owned by {value}. Say who does which action.",
                  "「{phase}」の担当が {value} です。どの打ち手をどの部署が行うかを書いてください。" },
        .why = { "Where two departments share a phase, each can think that the other one acts.",
                 "2つの部署が並んでいるだけだと、お互いに「相手がやる」と思ってしまうことがあります。" },
        .mend = { "Add in {cell} what each of them does: CS (clinic), Support (video). Or begin each "
                  "countermeasure with its department: [Support] ...",
                  "{cell} に、それぞれが何をするかをかっこで添えます（例: CS（設定会）、サポート（動画））。"
                  "打ち手ごとに「【サポート】…」と前に付けてもかまいません。" },
        .bad = {
            { .edits = { "C28=Customer Success, Marketing ;; C27=- Send the starter pack on day 46",
                         "D28=CS、サポート ;; D27=・121日目に使い方の勉強会を開く" },
              .shows = { "Owner: Customer Success, Marketing", "担当部署: CS、サポート" } },
            { .edits = { "C28=CS/Support ;; C27=- [CS] Send the starter pack on day 46\n"
                         "- Host an office hour every Tuesday",
                         "D28=営業・サポート ;; D27=・【営業】121日目に訪問する\n・毎月アンケートを取る" },
              .shows = { "Owner: CS/Support, and one of two countermeasures names nobody",
                         "担当部署: 営業・サポート（打ち手の1つに部署名がない）" } },
        },
        .good = {
            { .edits = { "C28=CS (clinic), Support (video) ;; C27=- Hold a clinic on day 46",
                         "D28=CS（設定会）、サポート（動画） ;; D27=・121日目に設定会を開く" },
              .shows = { "CS (clinic), Support (video)", "CS（設定会）、サポート（動画）" } },
            { .edits = { "C28=CS, Support ;; C27=- [CS] Hold a clinic on day 46\n"
                         "- [Support] Send a video on day 50",
                         "D28=CS、サポート ;; D27=・【CS】121日目に設定会を開く\n"
                         "・【サポート】130日目に動画を送る" },
              .shows = { "CS, Support; each countermeasure names one of them",
                         "CS、サポート（打ち手ごとに部署名がある）" } },
            { .edits = { "C28=Lead: CS\nBackup: Support ;; C27=- Hold a clinic on day 46",
                         "D28=主：CS、副：サポート ;; D27=・121日目に設定会を開く" } ,
              .shows = { "Lead: CS / Backup: Support", "主：CS、副：サポート" } },
            { .edits = { "C28=CS\nSupport ;; C27=- Hold a clinic on day 46\n- Send a video on day 50",
                         "D28=CS\nサポート ;; D27=・121日目に設定会を開く\n・130日目に動画を送る" },
              .shows = { "two lines beside two countermeasures", "打ち手2行に担当2行が並んでいる" } },
        },
    },
    .on_cell = owner_ambiguous,
};

/* ---- who is nobody, who is unknown ---------------------------------------------------------------- */

static bool is_generic(const cj_hand *h)
{
    return h->generic;
}

static void owner_generic(cj_lint *l, const cj_cell *c)
{
    cj_find_hands(l, c, is_generic);
}

const cj_rule cj_rule_owner_generic = {
    .info = {
        .id = "CJ706",
        .name = "owner-generic",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .step = 5,
        .source = "S2 Step 5 担当部署",
        .says = { "\"{value}\" is nobody's job. Choose one department.",
                  "担当「{value}」では責任が決まりません。部署を1つ選んでください。" },
        .why = { "What everybody owns, nobody does.",
                 "「全員」の仕事は、結局誰の仕事にもなりません。" },
        .mend = { "Replace it in {cell} by the department that acts first; others may stand behind "
                  "it in brackets.",
                  "{cell} を、最初に動く部署の名前に書き換えます。手伝う部署はかっこで添えられます。" },
        .bad = {
            { .edits = { "C28=everyone", "C28=全員" } },
            { .edits = { "C28=Customer Success, all teams", "C28=CS、関係部署" } },
        },
        .good = {
            { .edits = { "C28=Customer Success", "C28=CS" } },
            { .edits = { "C28=Marketing (everyone is invited)", "C28=マーケティング（全員を招待）" } },
        },
    },
    .on_cell = owner_generic,
};
