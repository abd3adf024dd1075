/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/sheets/mdg-sheet-sources.h"

G_BEGIN_DECLS

/**
 * MdgOutcomePart:
 * @MDG_OUTCOME_PART_FULL: what is to be said stands in a box, in large letters
 * @MDG_OUTCOME_PART_COMPACT: as little room as possible
 *
 * How an outcome is written.
 */
typedef enum
{
  MDG_OUTCOME_PART_FULL,
  MDG_OUTCOME_PART_COMPACT,
} MdgOutcomePart;

MdgSheetMark mdg_sheet_mark_from_tone (MdgTone tone);
void mdg_sheet_add_outcome (MdgSheet *sheet,
                            const MdgNode *outcome,
                            const MdgSheetSources *sources,
                            MdgOutcomePart part);
void mdg_sheet_add_doubt (MdgSheet *sheet, const MdgGuideText *doubt);
void mdg_sheet_add_contacts (MdgSheet *sheet, guint wanted, GPtrArray *contacts);

G_END_DECLS
