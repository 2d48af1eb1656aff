/* cj/cj.h - the whole public face of the library. */
#ifndef CJ_CJ_H
#define CJ_CJ_H

#include <cj/actuals.h>
#include <cj/annotate.h>
#include <cj/arena.h>
#include <cj/book.h>
#include <cj/changes.h>
#include <cj/config.h>
#include <cj/date.h>
#include <cj/diff.h>
#include <cj/dump.h>
#include <cj/edit.h>
#include <cj/err.h>
#include <cj/findings.h>
#include <cj/fix.h>
#include <cj/guide.h>
#include <cj/lang.h>
#include <cj/layout.h>
#include <cj/limits.h>
#include <cj/lint.h>
#include <cj/map.h>
#include <cj/marks.h>
#include <cj/outline.h>
#include <cj/patch.h>
#include <cj/playbook.h>
#include <cj/plain.h>
#include <cj/preset.h>
#include <cj/read.h>
#include <cj/redact.h>
#include <cj/relaid.h>
#include <cj/render.h>
#include <cj/report.h>
#include <cj/review.h>
#include <cj/str.h>
#include <cj/template.h>
#include <cj/write.h>

#endif
