/* meta_test.c - metadata above the grid, however it stands there (model 6.6). */
#include <criterion/criterion.h>
#include "../make_book.h"
#include "base/buf.h"

#define GRID "項目\t導入期\t活用期\n顧客のゴール\ta\tb\n行動\ta\tb\n課題・ペイン\ta\tb\n"

static void check(const char *above, const char *want, size_t leftover)
{
    cj_arena *arena = cj_arena_new(0);
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(arena, cj_str_z(arena, cj_str_fmt(arena, "%s" GRID, above)), &err);
    cj_buf b;
    int i;

    cr_assert(m != NULL, "%s", above);
    cj_buf_init(&b, arena);
    for (i = 0; i < CJ_N_META; i++)
        if (m->meta[i].text.n)
            cj_buf_fmt(&b, "%s%s=" CJ_FMT, b.n ? " | " : "", cj_meta_id_name((cj_meta_id)i),
                       CJ_ARG(m->meta[i].text));
    cr_expect(cj_str_eq(cj_buf_str(&b), cj_str_of(want)),
              "%s\n  got  " CJ_FMT "\n  want %s", above, CJ_ARG(cj_buf_str(&b)), want);
    cr_expect_eq(m->n_leftover, leftover, "%s: %zu left over", above, m->n_leftover);
    cj_arena_free(arena);
}

Test(meta, pairs)
{
    check("マップ名\t甲社\n目的\t解約率を下げる\nバージョン\t1.2\n",
          "title=甲社 | purpose=解約率を下げる | version=1.2", 0);
    check("マップ名\t甲社\t作成日\t2025/6/3\n目的\tx\tバージョン\t1.2\n",
          "title=甲社 | purpose=x | version=1.2 | created=2025/6/3", 0);
    check("マップ名\t\t甲社\n目的\t\tx\n", "title=甲社 | purpose=x", 0);
    check(
        "Map Name\tAcme\nVersion\t2.0\tOwner\tDana\nLast Review\t2025-06-03\tNext Review\t2025-09-03\n",
        "title=Acme | version=2.0 | last_review=2025-06-03 | next_review=2025-09-03 | map_owner=Dana",
        0);
}

Test(meta, in_one_cell)
{
    check("甲社ジャーニー ver1.2\n作成：2025/6/3　作成者：中村\n",
          "title=甲社ジャーニー ver1.2 | version=1.2 | created=2025/6/3 | author=中村", 0);
    check("目的：x\\nペルソナ：佐藤さん\\nバージョン：1.2\n",
          "purpose=x | persona=佐藤さん | version=1.2", 0);
    check("甲社ジャーニー\n作成日 2025/6/3\t更新日 2025/7/3\tVer.1.3\n",
          "title=甲社ジャーニー | version=1.3 | created=2025/6/3 | updated=2025/7/3", 0);
    check("【目的】解約率を下げる\n【ペルソナ】佐藤さん\n",
          "purpose=解約率を下げる | persona=佐藤さん", 0);
    check("作成：2025/6/3 中村\n", "created=2025/6/3 | author=中村", 0);
    check("作成\t2025/6/3 中村\n", "created=2025/6/3 | author=中村", 0);
    check(
        "Customer Journey v2.1\nPurpose: cut churn | Owner: Dana | Last review: 2025-06-03\n",
        "title=Customer Journey v2.1 | purpose=cut churn | version=2.1 | last_review=2025-06-03 "
        "| map_owner=Dana",
        0);
    check("Journey v2\n", "title=Journey v2 | version=2", 0);
    check("第2版\n甲社ジャーニー\n", "title=甲社ジャーニー | version=2", 0);
}

Test(meta, title_beside_other_texts)
{
    check("介護記録ソフト 利用事業所ジャーニー\t\t2025年度上期 CS課\n",
          "title=介護記録ソフト 利用事業所ジャーニー", 1);
    check("Map\tPayroll onboarding journey\n", "title=Payroll onboarding journey", 1);
    check("a\tb\n", "", 2);
}

Test(meta, people)
{
    check(
        "甲社ジャーニー\n参加：CS 3名、営業 2名\n対象：中堅運送会社（車両50〜200台）\n",
        "title=甲社ジャーニー | segment=中堅運送会社（車両50〜200台） | contributors=CS 3名、営業 2名",
        0);
    check("参加者\t中村（CS）\t井上（サポート）\t原田（セールス）\n目的\tx\n",
          "purpose=x | contributors=中村（CS）、井上（サポート）、原田（セールス）", 0);
    check("Contributors\tPriya (CS)\tTom (Support)\n",
          "contributors=Priya (CS); Tom (Support)", 0);
    check("作成者\t中村\t2025/6/3\n目的\tx\n", "purpose=x | author=中村", 1);
}
