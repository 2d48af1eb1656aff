/* preset.c - the starter maps that are compiled in from templates/, and their examples. */
#include "map/items.h"
#include <cj/preset.h>
#include <string.h>

typedef struct preset_file {
    const char *name; /* "cs-saas" */
    cj_lang lang;
    const unsigned char *bytes;
    size_t n;
} preset_file;

#include "gen/map/presets.inc"

static const cj_preset presets[] = {
    { "cs-saas",
      { "Customer success map of a SaaS product", "SaaSのカスタマーサクセス（標準）" },
      { "Four phases from contract to renewal, all rows with evidence, and tables for KPIs, "
        "actions and history. The right start for most teams.",
        "契約から更新までの4フェーズに、根拠・KPI・打ち手・更新履歴の表まで一式そろっています。迷ったらこれを選んでください。" } },
    { "minimal",
      { "One small table", "最小の1枚" },
      { "Nine rows and three phases, nothing else: for a first workshop, or to paste into a "
        "document.",
        "9項目×3フェーズの表だけです。最初の話し合いや、資料への貼り付けに向いています。" } },
    { "basic",
      { "Problems by phase", "フェーズごとの課題整理" },
      { "Period, goal, customer actions and pain points of each phase: to find out in an hour "
        "where customers get stuck.",
        "期間・ゴール・行動・課題だけに絞りました。顧客がどこでつまずくかを、1時間ほどで洗い出せます。" } },
    { "onboarding",
      { "The first 90 days", "オンボーディングの90日" },
      { "Kickoff, setup, first value, rollout and handover: for teams that lose customers "
        "early.",
        "キックオフから初期設定、最初の成果、現場への浸透、引き継ぎまでを細かく見ます。早い時期の解約や停滞を減らしたいときに使います。" } },
    { "renewal",
      { "The months before renewal", "更新までの6か月" },
      { "From the health check to the first month after renewal: for teams that hear of "
        "cancellations too late.",
        "現状確認から更新後の1か月までを追います。更新の判断が期限直前になってしまうときに使います。" } },
    { "nng",
      { "Experience map with opportunities", "体験と機会のマップ（NN/g型）" },
      { "Actions, mindsets, emotions, opportunities and ownership, the rows that Nielsen Norman "
        "Group recommends: for work with UX and product teams.",
        "行動・マインドセット・感情・機会・担当という、Nielsen Norman "
        "Groupの考え方に沿った構成です。UXやプロダクトのチームと一緒に作るときに使います。" } },
};
enum { N_PRESETS = sizeof presets / sizeof *presets };

size_t cj_preset_count(void)
{
    return N_PRESETS;
}

const cj_preset *cj_preset_at(size_t i)
{
    return &presets[i];
}

static char plain(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c == '_' ? '-' : c);
}

static bool same(cj_str name, const char *own)
{
    size_t i;

    if (name.n != strlen(own))
        return false;
    for (i = 0; i < name.n; i++)
        if (plain(name.p[i]) != own[i])
            return false;
    return true;
}

const cj_preset *cj_preset_named(cj_str name)
{
    size_t i;

    for (i = 0; i < N_PRESETS; i++)
        if (same(name, presets[i].name))
            return &presets[i];
    return NULL;
}

const char *cj_preset_closest(cj_str name)
{
    const char *names[N_PRESETS];
    size_t i;

    for (i = 0; i < N_PRESETS; i++)
        names[i] = presets[i].name;
    return cj_closest(name, names, N_PRESETS);
}

cj_str cj_preset_bytes(cj_str name, cj_lang lang)
{
    cj_str none = { NULL, 0 };
    size_t i;

    for (i = 0; i < sizeof files / sizeof *files; i++)
        if (files[i].lang == (lang == CJ_JA ? CJ_JA : CJ_EN) && same(name, files[i].name))
            return (cj_str){ (const char *)files[i].bytes, files[i].n };
    return none;
}

static void look_at(cj_arena *arena, const cj_book *book, unsigned sheet, cj_edit *edits,
                    size_t *n)
{
    const cj_sheet *s = &book->sheets[sheet];
    size_t i;

    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        if (c->value == CJ_V_TEXT && cj_placeholder(arena, c->text))
            edits[(*n)++] = (cj_edit){
                .kind = CJ_EDIT_TEXT, .sheet = sheet, .row = c->row, .col = c->col
            };
    }
}

cj_edit *cj_preset_examples(cj_arena *arena, const cj_book *book, size_t *n)
{
    cj_edit *edits = CJ_NEW_N(arena, cj_edit, book->n_cells);
    unsigned i;

    *n = 0;
    for (i = 0; i < book->n_sheets; i++)
        look_at(arena, book, i, edits, n);
    return edits;
}
