/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"
#include "import/mdg-import.h"
#include "util/mdg-test.h"

G_BEGIN_DECLS

/* Indices of lines of the deck's text, from 0, that tests alter. */
#define MDG_DECK_FIRST_TOTALS_LINE 9u
#define MDG_DECK_LAST_TOTALS_LINE 17u
#define MDG_DECK_FIRST_VIEWS_LINE 21u
#define MDG_DECK_LAST_VIEWS_LINE 29u
#define MDG_DECK_FIRST_RATE_LINE 283u
#define MDG_DECK_LAST_RATE_LINE 379u
#define MDG_DECK_FIRST_COUNT_LINE 401u
#define MDG_DECK_LAST_COUNT_LINE 816u
#define MDG_DECK_FIRST_LIST_LINE 821u

#define MDG_DECK_MONTH MDG_MONTH (2025, 10)

const char *mdg_deck_text (void);
gsize mdg_deck_length (void);
const MdgImportResult *mdg_deck_base (void);
void mdg_deck_clear (void);

MdgImportResult *mdg_deck_import (const char *text, gssize length);
MdgImportResult *mdg_deck_import_known (const char *text, gssize length, MdgFigures *known);
MdgImportResult *mdg_deck_import_lines (char **lines);
char **mdg_deck_lines (void);
gboolean mdg_deck_line_is_count_row (char **lines, guint line);
MdgArea mdg_deck_line_get_area (const char *line);

const MdgObservation *mdg_deck_find (const MdgImportResult *result,
                                     MdgMonth month,
                                     MdgArea area,
                                     MdgFacilityType type,
                                     MdgMeasure measure);
const MdgObservation *mdg_deck_find_like (GArray *observations, const MdgObservation *like);
MdgReportEntry *mdg_deck_find_entry (const MdgImportResult *result,
                                     MdgTableKind kind,
                                     MdgFacilityType type);
const MdgReportEntry *mdg_deck_find_refused (const MdgImportResult *result);
guint mdg_deck_count_refused (const MdgImportResult *result);
const MdgImportMessage *mdg_deck_find_message (const MdgReportEntry *entry, MdgMessageCode code);

char *mdg_deck_describe_difference (const MdgImportResult *expected,
                                    const MdgImportResult *found,
                                    gboolean with_pages);
char *mdg_deck_describe_false_proof (const MdgImportResult *found);

#define mdg_deck_assert_same(expected, found) \
  mdg_deck_check (mdg_deck_describe_difference ((expected), (found), TRUE), __FILE__, __LINE__)
#define mdg_deck_assert_no_false_proof(found) \
  mdg_deck_check (mdg_deck_describe_false_proof (found), __FILE__, __LINE__)

void mdg_deck_check (char *problem, const char *file, int line);

G_END_DECLS
