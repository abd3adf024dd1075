/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgColumnChooser:
 *
 * A button whose popover has a check for each column of a table. What is chosen away is kept in the
 * settings; the last column cannot be.
 *
 * Signals: "changed" (other columns are chosen than before).
 */
#define MDG_TYPE_COLUMN_CHOOSER (mdg_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MdgColumnChooser, mdg_column_chooser, MDG, COLUMN_CHOOSER, AdwBin)

void mdg_column_chooser_add (MdgColumnChooser *self, const char *id, const char *title);
void mdg_column_chooser_bind (MdgColumnChooser *self, GSettings *settings, const char *key);
gboolean mdg_column_chooser_is_chosen (MdgColumnChooser *self, guint column);

G_END_DECLS
