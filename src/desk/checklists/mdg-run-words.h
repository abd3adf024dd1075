/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run-event.h"
#include "guide/mdg-guide-types.h"
#include "guide/mdg-run-comparison.h"

G_BEGIN_DECLS

/* What is said about runs in words. */

const char *mdg_run_words_state (MdgItemState state);
char *mdg_run_words_record (const MdgRunItem *record);
char *mdg_run_words_before (const MdgRunDifference *difference);
char *mdg_run_words_spoken (const char *text, const MdgRunItem *record);
char *mdg_run_words_comparison (const MdgRunComparison *comparison);
char *mdg_run_words_event (const MdgRunEvent *event, const MdgChecklist *checklist);
char *mdg_run_words_event_detail (const MdgRunEvent *event);

G_END_DECLS
