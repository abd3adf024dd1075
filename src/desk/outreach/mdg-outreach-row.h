/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgOutreachRow:
 *
 * One measure or material of the ministry's list, in the exact wording, with a translation where
 * the screen is not in Japanese.
 */
#define MDG_TYPE_OUTREACH_ROW (mdg_outreach_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgOutreachRow, mdg_outreach_row, MDG, OUTREACH_ROW, GtkListBoxRow)

GtkWidget *mdg_outreach_row_new_for_item (const MdgOutreachItem *item);
GtkWidget *mdg_outreach_row_new_for_material (const MdgMaterial *material);
MdgAudience mdg_outreach_row_get_audience (MdgOutreachRow *self);
gboolean mdg_outreach_row_get_state (MdgOutreachRow *self, MdgOutreachState *state);
const char *mdg_outreach_row_get_search_text (MdgOutreachRow *self);

G_END_DECLS
