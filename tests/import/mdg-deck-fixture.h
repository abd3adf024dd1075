/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"
#include "import/mdg-import.h"
#include "util/mdg-test.h"

G_BEGIN_DECLS

/* Indices of lines of the deck's text, from 0, that tests alter. */
#define MDG_DECK_FIRST_TOTALS_LINE 9u
#define MDG_DECK_FIRST_LIST_LINE 821u

const char *mdg_deck_text (void);
gsize mdg_deck_length (void);
const MdgImportResult *mdg_deck_base (void);
void mdg_deck_clear (void);

MdgImportResult *mdg_deck_import (const char *text, gssize length);
MdgImportResult *mdg_deck_import_lines (char **lines);
char **mdg_deck_lines (void);

const MdgObservation *mdg_deck_find (const MdgImportResult *result,
                                     MdgMonth month,
                                     MdgArea area,
                                     MdgFacilityType type,
                                     MdgMeasure measure);
const MdgObservation *mdg_deck_find_like (const MdgImportResult *result,
                                          const MdgObservation *like);
MdgReportEntry *mdg_deck_find_entry (const MdgImportResult *result,
                                     MdgTableKind kind,
                                     MdgFacilityType type);
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
