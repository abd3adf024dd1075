/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgPreferencesDialog:
 *
 * The preferences. Each takes effect at once, except the language, which is decided at the start.
 */
#define MDG_TYPE_PREFERENCES_DIALOG (mdg_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgPreferencesDialog,
                      mdg_preferences_dialog,
                      MDG,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

MdgPreferencesDialog *mdg_preferences_dialog_new (GSettings *settings);

G_END_DECLS
