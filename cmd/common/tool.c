/* tool.c - one run of a tool, from the command line to the exit status. */
#include "tool.h"
#include <signal.h>

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
    cj_run run = { .tool = tool, .arena = cj_arena_new(0) };
    int status = 2;
    cj_err err;

    signal(SIGPIPE, SIG_IGN); /* `cjcat … | head` ends quietly */
    run.options = cj_alloc(run.arena, tool->options_size + 1);
    if (cj_parse(&run, argc, argv, &err) == CJ_OK)
        status = parsed(&run);
    else
        cj_complain(&run, NULL, &err);
    cj_arena_free(run.arena);
    return status;
}
