/* tool.c - one run of a tool, from the command line to the exit status. */
#include "tool.h"
#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* A run is short, and what it lets go of is asked for again at once: memory comes in large pieces
 * and goes back at the end (a sixth of the time that a workbook takes). */
static void keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

static int parsed(cj_run *run)
{
    int status = 0;

    if (run->shared.help)
        cj_help(run, stdout);
    else if (run->shared.version)
        printf("%s %s\n", run->tool->name, CJ_VERSION);
    else
        status = run->tool->run(run);
    return cj_finish_output(run) && !run->failed ? status : 2;
}

int cj_tool_main(const cj_tool *tool, int argc, char **argv)
{
    cj_run run = { .tool = tool };
    int status = 2;
    cj_err err;

    keep_memory();
    run.arena = cj_arena_new(0);
    signal(SIGPIPE, SIG_IGN); /* `cjcat … | head` ends quietly */
    run.options = cj_alloc(run.arena, tool->options_size + 1);
    if (cj_parse(&run, argc, argv, &err) == CJ_OK)
        status = parsed(&run);
    else
        cj_complain(&run, NULL, &err);
    cj_arena_free(run.arena);
    return status;
}
