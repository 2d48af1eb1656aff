/* persona.h - what the map tells of its persona; for the rules about it. */
#ifndef CJ_LINT_PERSONA_H
#define CJ_LINT_PERSONA_H

#include "lint/persons.h"
#include "lint/rule.h"

/* As much of a text as is looked at for names; bytes. */
#define CJ_PERSONA_FAR 2000u

/* The line above the table, and a field ("name") of the Persona section; empty: none, or a filler. */
cj_str cj_persona_line(cj_lint *l);
cj_str cj_persona_field(cj_lint *l, const char *name);
/* Those whom the line or the name on the Persona sheet names. */
cj_names cj_persona_names(cj_lint *l);

#endif
