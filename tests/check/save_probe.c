/* save_probe.c - saves a file by the way all tools save, for faults.sh to disturb. */
#include "common/tool.h"
#include <signal.h>
#include <stdlib.h>

/* save_probe [force|in-place|in-place-without-backup|new] TARGET CONTENT */
static cj_saving saving_of(const char *word)
{
    bool plain = !strcmp(word, "in-place-without-backup");
    bool kept = !strcmp(word, "in-place");
    cj_saving how = { !strcmp(word, "force"), plain || kept, kept };

    return how;
}

static cj_str content_of(cj_arena *arena, const char *path)
{
    FILE *f = fopen(path, "rb");
    cj_str all = { NULL, 0 };
    char *p = cj_alloc_text(arena, 1 << 20);

    if (!f)
        exit(2);
    all.p = p;
    all.n = fread(p, 1, 1 << 20, f);
    fclose(f);
    return all;
}

int main(int argc, char **argv)
{
    static const cj_tool tool = { .name = "save_probe" };
    cj_run run = { .tool = &tool, .arena = cj_arena_new(0), .lang = CJ_EN };
    cj_saving how;
    cj_err err;

    signal(SIGPIPE, SIG_IGN); /* as in every tool */
    if (argc != 4)
        return 2;
    how = saving_of(argv[1]);
    if (cj_save(&run, argv[2], content_of(run.arena, argv[3]), &how, &err) != CJ_OK)
        cj_complain(&run, argv[2], &err);
    cj_arena_free(run.arena);
    return run.failed ? 2 : 0;
}
