/* cj/redact.h - personal data taken out of texts, and of whole reports. */
#ifndef CJ_REDACT_H
#define CJ_REDACT_H

#include <cj/map.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The text with addresses, telephone numbers (as rule CJ516 finds them) and people who are spoken of by
 * name (佐藤様, Mr Smith) replaced by 〔伏せ字〕 or [redacted]; mailboxes of teams (support@) stay. The text
 * itself where it has none. */
cj_str cj_redacted(cj_arena *arena, cj_str text, cj_lang lang);

/* Does that to all texts of a report, facts and blocks. `maps` (may be NULL) are those it tells of: whoever
 * they name as their own people (author, contributors, owners …) and their persona stay. What is no text
 * of the team stays too: figures, dates, ids, places, files, fingerprints. */
void cj_report_redact(cj_arena *arena, cj_report *report, const cj_maps *maps);

#ifdef __cplusplus
}
#endif
#endif
