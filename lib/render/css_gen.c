/* css_gen.c - build time only: a style sheet on stdin -> its characters on stdout, for an initialiser. */
#include <stdio.h>

/* Comments, indents and empty lines are for those who write it. */
static int skip_comment(void)
{
    int c, before = 0;

    while ((c = getchar()) != EOF && !(before == '*' && c == '/'))
        before = c;
    return getchar();
}

int main(void)
{
    int c = getchar(), before = '\n', n = 0;

    while (c != EOF) {
        int next = getchar();

        if (c == '/' && next == '*') {
            c = skip_comment();
            continue;
        }
        if (!(before == '\n' && (c == ' ' || c == '\t' || c == '\n' || c == '\r'))) {
            printf("%d,%c", c, ++n % 24 ? ' ' : '\n');
            before = c;
        }
        c = next;
    }
    putchar('\n');
    return ferror(stdin) || fflush(stdout) != 0;
}
