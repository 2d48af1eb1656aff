/* sample_book.h - a book that has everything that a writer can be given, in two languages. */
#ifndef CJ_TESTS_SAMPLE_BOOK_H
#define CJ_TESTS_SAMPLE_BOOK_H

#include <cj/book.h>

typedef struct sample {
    cj_arena *arena;
    cj_book *book;
    cj_sheet *sheet; /* dies with the next one that is added */
} sample;

static inline cj_book_cell *put(sample *s, unsigned row, unsigned col, cj_role role,
                                const char *text)
{
    cj_style style = { .role = role };
    cj_book_cell *c = cj_sheet_add(s->arena, s->sheet, row, col);

    c->value = CJ_V_TEXT;
    c->text = cj_str_of(text);
    c->style = cj_book_style(s->arena, s->book, style);
    return c;
}

static inline void put_number(sample *s, unsigned row, unsigned col, cj_role role, double x)
{
    cj_book_cell *c = put(s, row, col, role, "");

    c->value = CJ_V_NUMBER;
    c->number = x;
}

static inline void put_date(sample *s, unsigned row, unsigned col, const char *format,
                            double serial)
{
    cj_style style = { .role = CJ_ROLE_FIELD, .date = true };
    cj_book_cell *c = cj_sheet_add(s->arena, s->sheet, row, col);

    style.number_format = cj_str_of(format);
    c->value = CJ_V_DATE;
    c->number = serial;
    c->style = cj_book_style(s->arena, s->book, style);
}

static inline cj_choice *choose(sample *s, cj_range at)
{
    cj_look *look = &s->sheet->look;

    CJ_ROOM(s->arena, look->choices, look->n_choices, look->cap_choices);
    look->choices[look->n_choices] = (cj_choice){ .at = at };
    return &look->choices[look->n_choices++];
}

static inline void annotate(sample *s, unsigned row, unsigned col, const char *text)
{
    cj_book_note note = { .row = row, .col = col, .author = CJ_STR("CS") };

    note.text = cj_str_of(text);
    CJ_ROOM(s->arena, s->sheet->notes, s->sheet->n_notes, s->sheet->cap_notes);
    s->sheet->notes[s->sheet->n_notes++] = note;
}

static inline void link_to(sample *s, cj_range at, const char *target)
{
    cj_book_link link = { .at = at };

    link.target = cj_str_of(target);
    CJ_ROOM(s->arena, s->sheet->links, s->sheet->n_links, s->sheet->cap_links);
    s->sheet->links[s->sheet->n_links++] = link;
}

static inline void merge(sample *s, cj_range at)
{
    CJ_ROOM(s->arena, s->sheet->merges, s->sheet->n_merges, s->sheet->cap_merges);
    s->sheet->merges[s->sheet->n_merges++] = at;
}

static inline void sample_map_ja(sample *s)
{
    static const char *const cells[] = {
        "顧客の目標",
        "・製品の基本操作を覚え、自社の業務に合わせた初期設定を2週間以内に終える\n"
        "・推進担当者を決める",
        "・現場の8割が毎週使う状態にする",
        "・成果を社内で説明できる状態にし、他部門へ広げる",
        "・投資対効果を示して更新を決める",
        "顧客の行動",
        "キックオフに参加し、管理者が初期設定を進める。分からない点はヘルプセンターで調べ、解決しない場合は"
        "サポートに問い合わせる［E1］",
        "毎週の定例でレポート機能を使い始める",
        "管理者が活用事例を社内報で紹介する（仮説）",
        "決裁者に更新の稟議を上げる",
    };
    static const double scores[] = { -1, 1, 2, 1 };
    static const char *const phases[] = { "導入期", "活用促進期", "定着・拡大期",
                                          "更新期" };
    unsigned i;

    put(s, 1, 1, CJ_ROLE_TITLE, "カスタマージャーニーマップ（SaaS導入支援）");
    put(s, 2, 1, CJ_ROLE_META_LABEL, "ペルソナ");
    put(s, 2, 2, CJ_ROLE_META,
        "従業員300名の製造業、情報システム部の課長。紙とExcelの運用に限界を感じている");
    merge(s, (cj_range){ 2, 2, 2, 5 });
    put(s, 4, 1, CJ_ROLE_CORNER, "要素");
    for (i = 0; i < 4; i++)
        put(s, 4, i + 2, CJ_ROLE_PHASE, phases[i]);
    for (i = 0; i < 10; i++)
        put(s, 5 + i / 5, i % 5 + 1, i % 5 ? CJ_ROLE_CELL : CJ_ROLE_LABEL, cells[i]);
    put(s, 7, 1, CJ_ROLE_LABEL, "感情（-2～+2）");
    for (i = 0; i < 4; i++)
        put_number(s, 7, i + 2, CJ_ROLE_SCORE, scores[i]);
    put(s, 8, 1, CJ_ROLE_LABEL, "課題");
    put(s, 8, 2, CJ_ROLE_SAMPLE, "例：初期設定の手順書が長く、途中で止まってしまう");
}

static inline void sample_map_en(sample *s)
{
    static const char *const cells[] = {
        "Customer goal",
        "• Learn the basic screens and finish the set-up for our own processes within two weeks\n"
        "• Name a project lead",
        "• Eight in ten colleagues use the product every week",
        "• Results can be explained in-house, and other departments join",
        "• Show the return on investment and decide to renew",
        "Behaviour",
        "The administrator joins the kick-off and works through the configuration guide; unanswered "
        "questions go to the help centre and then to support [E1]",
        "Begins to use the reporting feature in the weekly meeting",
        "Presents the case in the company newsletter (assumption)",
        "Files the renewal with the decision maker",
    };
    static const double scores[] = { -1, 1, 2, 1 };
    static const char *const phases[] = { "Onboarding", "Adoption", "Expansion",
                                          "Renewal" };
    unsigned i;

    put(s, 1, 1, CJ_ROLE_TITLE, "Customer journey map (SaaS onboarding)");
    put(s, 2, 1, CJ_ROLE_META_LABEL, "Persona");
    put(s, 2, 2, CJ_ROLE_META,
        "Head of IT at a manufacturer with 300 employees who feels the limits of paper and Excel");
    merge(s, (cj_range){ 2, 2, 2, 5 });
    put(s, 4, 1, CJ_ROLE_CORNER, "Element");
    for (i = 0; i < 4; i++)
        put(s, 4, i + 2, CJ_ROLE_PHASE, phases[i]);
    for (i = 0; i < 10; i++)
        put(s, 5 + i / 5, i % 5 + 1, i % 5 ? CJ_ROLE_CELL : CJ_ROLE_LABEL, cells[i]);
    put(s, 7, 1, CJ_ROLE_LABEL, "Feelings (-2 to +2)");
    for (i = 0; i < 4; i++)
        put_number(s, 7, i + 2, CJ_ROLE_SCORE, scores[i]);
    put(s, 8, 1, CJ_ROLE_LABEL, "Pains");
    put(s, 8, 2, CJ_ROLE_SAMPLE,
        "Example: the set-up guide is long, and people stop half-way");
}

static inline void sample_extras(sample *s, bool ja)
{
    static cj_str kinds_ja[] = { CJ_LIT("事実"), CJ_LIT("仮説"), CJ_LIT("未確認") };
    static cj_str kinds_en[] = { CJ_LIT("fact"), CJ_LIT("assumption"),
                                 CJ_LIT("\"quoted\"") };
    cj_look *look = &s->sheet->look;
    cj_series *line = CJ_NEW(s->arena, cj_series);
    cj_choice *c;

    put(s, 20, 1, CJ_ROLE_SECTION, ja ? "根拠の一覧" : "Evidence");
    put(s, 21, 1, CJ_ROLE_COLUMN, "ID");
    put(s, 21, 2, CJ_ROLE_COLUMN, ja ? "種別" : "Kind");
    put(s, 21, 3, CJ_ROLE_COLUMN, ja ? "日付" : "Date");
    put(s, 21, 4, CJ_ROLE_COLUMN, ja ? "出典" : "Source");
    put(s, 22, 1, CJ_ROLE_FIELD, "E1");
    put(s, 22, 2, CJ_ROLE_FIELD, ja ? "事実" : "fact");
    put_date(s, 22, 3, "yyyy-mm-dd", 45730);
    put(s, 22, 4, CJ_ROLE_FIELD, ja ? "サポート履歴" : "Support log");
    link_to(s, (cj_range){ 22, 4, 22, 4 }, "https://example.com/log?a=1#top");
    annotate(s, 22, 1,
             ja ? "例：問い合わせ件数、定例の議事録など" : "For example: tickets, minutes");
    annotate(s, 4, 2, "a\n b");
    c = choose(s, (cj_range){ 22, 2, 41, 2 });
    c->word = ja ? kinds_ja : kinds_en;
    c->n_words = 3;
    c->title = ja ? CJ_STR("種別") : CJ_STR("Kind");
    c->hint =
        ja ? CJ_STR("リストから選ぶか、入力してください。") : CJ_STR("Choose or type.");
    choose(s, (cj_range){ 22, 5, 41, 5 })->from = CJ_STR("=$B$4:$E$4");
    look->width = CJ_NEW_N(s->arena, double, 5);
    look->n_widths = 5;
    look->width[0] = 18;
    look->width[1] = look->width[2] = look->width[3] = look->width[4] = 30;
    look->freeze_row = 5;
    look->freeze_col = 2;
    look->repeat_row1 = look->repeat_row2 = 4;
    look->page = true;
    look->filter = (cj_range){ 21, 1, 22, 4 };
    line->name = (cj_range){ 7, 1, 7, 1 };
    line->labels = (cj_range){ 4, 2, 4, 5 };
    line->values = (cj_range){ 7, 2, 7, 5 };
    CJ_ROOM(s->arena, look->charts, look->n_charts, look->cap_charts);
    look->charts[look->n_charts++] =
        (cj_chart){ .at = { 9, 2, 18, 5 },
                    .title = ja ? CJ_STR("感情の推移") : CJ_STR("How feelings go"),
                    .about = ja ? CJ_STR("導入期 -1、活用促進期 1" CJ_OURS)
                                : CJ_STR("from -1 to 1" CJ_OURS),
                    .series = line,
                    .n_series = 1 };
}

static inline void sample_guide(sample *s, bool ja)
{
    s->sheet->look.width = CJ_NEW_N(s->arena, double, 1);
    s->sheet->look.width[0] = 90;
    s->sheet->look.n_widths = 1;
    put(s, 1, 1, CJ_ROLE_TITLE, ja ? "使い方" : "Guide");
    put(s, 2, 1, CJ_ROLE_HEADING, ja ? "5つのステップ" : "Five steps");
    put(s, 3, 1, CJ_ROLE_STEP, ja ? "1. 目的を決める" : "1. Decide what the map is for");
    put(s, 4, 1, CJ_ROLE_TEXT,
        ja ? "誰の、どの期間の体験を描くのかを最初に決めます。目的が曖昧なままだと、あとから見返したときに"
             "判断に使えない地図になってしまいます。まずは1つのペルソナから始めましょう。"
           : "Decide first whose experience is drawn, and over what time. A map without a purpose helps "
             "nobody to decide anything later on; begin with a single persona, and add others when the "
             "first one is in use.");
    link_to(s, (cj_range){ 3, 1, 3, 1 }, ja ? "#ジャーニーマップ!B5" : "#Journey map!B5");
}

static inline cj_book *sample_book(cj_arena *arena, bool ja)
{
    sample s = { arena, cj_book_new(arena, CJ_XLSX), NULL };

    s.book->lang = ja ? CJ_JA : CJ_EN;
    s.sheet = cj_book_add_sheet(arena, s.book, CJ_STR("before"));
    s.sheet->state = CJ_HIDDEN;
    put(&s, 1, 1, CJ_ROLE_NONE, "=1+1");
    s.sheet = cj_book_add_sheet(arena, s.book,
                                ja ? CJ_STR("ジャーニーマップ") : CJ_STR("Journey map"));
    if (ja)
        sample_map_ja(&s);
    else
        sample_map_en(&s);
    sample_extras(&s, ja);
    s.sheet = cj_book_add_sheet(arena, s.book, ja ? CJ_STR("使い方") : CJ_STR("Guide"));
    sample_guide(&s, ja);
    for (size_t i = 0; i < s.book->n_sheets; i++)
        cj_sheet_seal(arena, &s.book->sheets[i]);
    cj_book_set_property(arena, s.book, CJ_STR("cjmap.format"), CJ_STR("1"));
    cj_book_set_property(arena, s.book, CJ_STR("cjmap.lang"),
                         ja ? CJ_STR("ja") : CJ_STR("en"));
    return s.book;
}

#endif
