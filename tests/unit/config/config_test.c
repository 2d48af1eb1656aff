/* config_test.c - cj.ini: what it may say, what is refused and in which words, which file holds. */
#include <cj/cj.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char dir[64];

static void make_dir(void)
{
    strcpy(dir, "/tmp/cjconfig-XXXXXX");
    cr_assert(mkdtemp(dir) != NULL);
}

static void remove_dir(void)
{
    char command[128];

    snprintf(command, sizeof command, "rm -rf '%s'", dir);
    cr_expect_eq(system(command), 0);
}

static const char *put(cj_arena *a, const char *name, const char *text, size_t n)
{
    const char *path = cj_str_z(a, cj_str_fmt(a, "%s/%s", dir, name));
    FILE *f = fopen(path, "wb");

    cr_assert(f != NULL, "%s", path);
    fwrite(text, 1, n, f);
    fclose(f);
    return path;
}

static void sub(cj_arena *a, const char *name)
{
    cr_assert_eq(mkdir(cj_str_z(a, cj_str_fmt(a, "%s/%s", dir, name)), 0700), 0);
}

TestSuite(config, .init = make_dir, .fini = remove_dir);

Test(config, everything_that_may_be_said)
{
    static const char text[] =
        "\xef\xbb\xbf# 当社の決まり\r\n"
        "profile = operational\r\n"
        "lang=ja\r\n"
        "fiscal_start ＝ 4月\r\n"
        "evidence = external\r\n"
        "allow_event_success = Yes\r\n"
        "phase_order = onboarding, adoption、renewal ,expansion\r\n"
        "ignore = CJ602,CJ603 更新期/成功の定義 更新の決定そのものが成功のため\r\n"
        "ignore = TX \"Go Live/*\"\r\n"
        "ignore = CJ516\r\n"
        "; remark\r\n"
        "[labels]\r\n"
        "goal = 到達イメージ、\"目指す姿, 理想\",ありたい姿\r\n"
        "goal = ToBe\r\n"
        "[departments]\r\n"
        "cs = グロース推進部\r\n"
        "other = DX推進室\r\n"
        "[thresholds]\r\n"
        "max_phases = ９\r\n"
        "[severity]\r\n"
        "CJ313 = OFF\r\n"
        "CJ5 = error";
    cj_arena *a = cj_arena_new(0);
    cj_config c = { 0 };
    cj_err err = { 0 };
    double max = 0;

    cr_assert_eq(cj_config_read(a, put(a, "cj.ini", text, sizeof text - 1), &c, &err),
                 CJ_OK, "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    cr_expect(cj_str_eq(c.profile, CJ_STR("operational")));
    cr_expect_eq(c.lang, CJ_JA);
    cr_expect_eq(c.fiscal_start, 4);
    cr_expect(c.evidence_external && c.allow_event_success);
    cr_expect_eq(c.n_phase_order, 4);
    cr_expect(cj_str_eq(c.phase_order[2], CJ_STR("renewal")));
    cr_expect_eq(c.n_labels, 4);
    cr_expect(cj_str_eq(c.labels[1].label, CJ_STR("目指す姿, 理想")));
    cr_expect(cj_str_eq(c.labels[3].element, CJ_STR("goal")));
    cr_expect_eq(c.labels[3].at.row, 14);
    cr_expect_eq(c.n_departments, 2);
    cr_expect(!c.departments[1].id.n &&
              cj_str_eq(c.departments[1].name, CJ_STR("DX推進室")));
    cr_expect(cj_config_threshold(&c, "max_phases", &max) && max > 8.5 && max < 9.5);
    cr_expect(!cj_config_threshold(&c, "max_items", &max));
    cr_expect_eq(c.n_severities, 2);
    cr_expect(cj_str_eq(c.severities[0].level, CJ_STR("off")));
    cr_assert_eq(c.n_ignores, 3);
    cr_expect(cj_str_eq(c.ignores[0].rules, CJ_STR("CJ602,CJ603")));
    cr_expect(cj_str_eq(c.ignores[0].phase, CJ_STR("更新期")));
    cr_expect(cj_str_eq(c.ignores[0].element, CJ_STR("成功の定義")));
    cr_expect(cj_str_eq(c.ignores[0].reason, CJ_STR("更新の決定そのものが成功のため")));
    cr_expect(cj_str_eq(c.ignores[1].phase, CJ_STR("Go Live")) && !c.ignores[1].element.n);
    cr_expect(!c.ignores[2].phase.n && !c.ignores[2].reason.n);
    cj_arena_free(a);
}

Test(config, what_is_refused)
{
    static const struct {
        const char *text, *says;
        unsigned line;
    } cases[] = {
        { "profil = v1", "there is no setting \"profil\"; did you mean \"profile\"?", 1 },
        { "\nprofile = v2", "the value cannot be \"v2\"; did you mean \"v1\"?", 2 },
        { "lang = fr", "the value cannot be \"fr\"; it is one of: ja, en", 1 },
        { "fiscal_start = 13",
          "the fiscal year begins in a month from 1 to 12, not in \"13\"", 1 },
        { "root = perhaps",
          "the value cannot be \"perhaps\"; it is one of: no, false, off, 0, yes, true, on, 1",
          1 },
        { "ignore =",
          "write the rule, then where, then why: ignore = CJ602 Renewal/success the decision "
          "is the success",
          1 },
        { "[label]", NULL, 0 }, /* says nothing yet */
        { "[label]\ngoal = x", "there is no section [label]; did you mean [labels]?", 2 },
        { "[labels]\ngoals = x", "there is no element \"goals\"; did you mean \"goal\"?",
          2 },
        { "[labels", "\"[labels\" begins with [ but has no ] at its end", 1 },
        { "profile: v1", "\"profile: v1\" is no setting; write: name = value", 1 },
        { "profile = v1\nlang = ja\nprofile = draft",
          "\"profile\" is set twice, here and in line 1", 3 },
        { "[thresholds]\nmax_phases = many",
          "the threshold is a number above 0, not \"many\"", 2 },
        { "[severity]\nCJ602 = warn",
          "the value cannot be \"warn\"; did you mean \"warning\"?", 2 },
        { "lang = ja\n[labels]\ngoal = \x8a\x88",
          "the file is not UTF-8; save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)",
          3 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_config c = { 0 };
        cj_err err = { 0 };
        const char *path = put(a, "cj.ini", cases[i].text, strlen(cases[i].text));
        cj_rc rc = cj_config_read(a, path, &c, &err);

        if (!cases[i].says) {
            cr_expect_eq(rc, CJ_OK, "%s", cases[i].text);
            continue;
        }
        cr_expect_eq(rc, CJ_EUSAGE, "%s", cases[i].text);
        cr_expect_eq(err.at.row, cases[i].line, "%s: line %u", cases[i].text, err.at.row);
        cr_expect(cj_str_eq(cj_err_says(a, &err, CJ_EN), cj_str_of(cases[i].says)),
                  "%s: %.*s", cases[i].text, CJ_ARG(cj_err_says(a, &err, CJ_EN)));
    }
    cj_arena_free(a);
}

Test(config, lines_of_any_length)
{
    cj_arena *a = cj_arena_new(0);
    cj_config c = { 0 };
    cj_err err = { 0 };
    cj_str text = CJ_STR("[labels]\ngoal = x0");
    unsigned i;

    for (i = 1; i < 500; i++)
        text = cj_str_fmt(a, CJ_FMT ", 到達イメージ%u", CJ_ARG(text), i);
    cr_assert_eq(cj_config_read(a, put(a, "cj.ini", text.p, text.n), &c, &err), CJ_OK);
    cr_expect_eq(c.n_labels, 500);
    cj_arena_free(a);
}

static cj_config searched(cj_arena *a, const char *name)
{
    cj_config c = { 0 };
    cj_err err = { 0 };

    cr_assert_eq(
        cj_config_search(a, cj_str_z(a, cj_str_fmt(a, "%s/%s", dir, name)), &c, &err),
        CJ_OK, "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return c;
}

Test(config, the_nearest_file_holds)
{
    cj_arena *a = cj_arena_new(0);
    static const char top[] = "root = yes\nprofile = draft\nlang = en\nignore = CJ1\n"
                              "[severity]\nCJ602 = info\n";
    static const char low[] = "profile = v1\nignore = CJ2\n[severity]\nCJ602 = off\n";
    cj_config c;

    sub(a, "a");
    sub(a, "a/b");
    sub(a, "a/b/c");
    put(a, "cj.ini", "lang = ja\n", 10);
    put(a, "a/cj.ini", top, sizeof top - 1);
    put(a, "a/b/cj.ini", low, sizeof low - 1);
    c = searched(a, "a/b/c/map.csv");
    cr_expect_eq(c.n_files, 2);
    cr_expect(cj_str_ends(c.files[0], CJ_STR("/a/b/cj.ini")));
    cr_expect(cj_str_eq(c.profile, CJ_STR("v1")));
    cr_expect_eq(c.lang, CJ_EN, "root = yes stops the search");
    cr_expect_eq(c.n_ignores, 2);
    cr_expect_eq(c.n_severities, 1);
    cr_expect(cj_str_eq(c.severities[0].level, CJ_STR("off")));
    c = searched(a, "a/b");
    cr_expect(cj_str_eq(c.profile, CJ_STR("v1")), "a folder itself");
    sub(a, "a/b/c/.git");
    c = searched(a, "a/b/c/map.csv");
    cr_expect_eq(c.n_files, 0, "a repository stops the search");
    cj_arena_free(a);
}

Test(config, relative_folders)
{
    cj_arena *a = cj_arena_new(0);
    cj_config c = { 0 };
    cj_err err = { 0 };
    char here[4096];

    sub(a, "a");
    sub(a, "a/b");
    put(a, "cj.ini", "root=yes\nlang = en\n", 19);
    cr_assert(getcwd(here, sizeof here) != NULL);
    cr_assert_eq(chdir(cj_str_z(a, cj_str_fmt(a, "%s/a/b", dir))), 0);
    cr_expect_eq(cj_config_search(a, "map.csv", &c, &err), CJ_OK);
    cr_expect(c.n_files == 1 && cj_str_eq(c.files[0], CJ_STR("../../cj.ini")));
    c = (cj_config){ 0 };
    cr_expect_eq(cj_config_search(a, "-", &c, &err), CJ_OK);
    cr_expect_eq(c.lang, CJ_EN, "stdin: from here");
    c = (cj_config){ 0 };
    cr_expect_eq(cj_config_search(a, "../b/./map.csv", &c, &err), CJ_OK);
    cr_expect_eq(c.lang, CJ_EN);
    cr_expect_eq(chdir(here), 0);
    cj_arena_free(a);
}

Test(config, the_example_of_the_manual)
{
    cj_arena *a = cj_arena_new(0);
    cj_config c = { 0 };
    cj_err err = { 0 };

    cr_assert_eq(cj_config_read(a, "tests/data/config/cj.ini", &c, &err), CJ_OK, "%.*s",
                 CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    cr_expect_eq(c.n_settings, 10);
    cr_expect_eq(c.n_ignores, 1);
    cj_arena_free(a);
}

Test(config, no_such_file)
{
    cj_arena *a = cj_arena_new(0);
    cj_config c = { 0 };
    cj_err err = { 0 };

    cr_expect_eq(cj_config_read(a, "/nowhere/cj.ini", &c, &err), CJ_EIO);
    cr_expect(
        cj_str_has(cj_err_line(a, &err, CJ_JA), CJ_STR("設定ファイルが見つかりません")));
    cj_arena_free(a);
}
