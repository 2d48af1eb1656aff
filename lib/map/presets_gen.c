/* presets_gen.c - build time only: the files of templates/ -> const tables on stdout. */
#include <cj/str.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

/* templates/cs-saas.ja.csv: cs-saas, and whether the rest says .ja.csv or .en.csv. */
static cj_str name_of(const char *path, const char **lang)
{
    const char *slash = strrchr(path, '/');
    cj_str s = cj_str_of(slash ? slash + 1 : path);

    if (cj_str_ends(s, CJ_STR(".ja.csv")))
        *lang = "CJ_JA";
    else if (cj_str_ends(s, CJ_STR(".en.csv")))
        *lang = "CJ_EN";
    else
        die(path, "a template is called NAME.ja.csv or NAME.en.csv");
    s.n -= strlen(".ja.csv");
    return s;
}

/* Its bytes as numbers: C allows no string literal of that length. */
static void put_bytes(const char *path, unsigned number)
{
    FILE *in = fopen(path, "rb");
    unsigned n = 0;
    int c;

    if (!in)
        die(path, "cannot be read");
    printf("static const unsigned char file_%u[] = {", number);
    while ((c = getc(in)) != EOF)
        printf("%s%d,", n++ % 20 ? "" : "\n", c);
    printf("\n};\n");
    if (ferror(in) || !n)
        die(path, "cannot be read, or is empty");
    fclose(in);
}

int main(int argc, char **argv)
{
    int i;

    printf("/* presets.inc - made from templates/ by presets_gen.c; do not edit. */\n");
    for (i = 1; i < argc; i++)
        put_bytes(argv[i], (unsigned)i);
    printf("static const preset_file files[] = {\n");
    for (i = 1; i < argc; i++) {
        const char *lang;
        cj_str name = name_of(argv[i], &lang);

        printf("    { \"" CJ_FMT "\", %s, file_%d, sizeof file_%d },\n", CJ_ARG(name), lang,
               i, i);
    }
    printf("};\n");
    return fflush(stdout) ? 1 : 0;
}
