/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "export/mdg-export-table.h"

G_BEGIN_DECLS

/**
 * MdgTableSaveDialog:
 *
 * Asks which rows of a table are saved, and in which form.
 */
#define MDG_TYPE_TABLE_SAVE_DIALOG (mdg_table_save_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgTableSaveDialog, mdg_table_save_dialog, MDG, TABLE_SAVE_DIALOG, AdwDialog)

void mdg_table_save_dialog_present (GtkWidget *parent,
                                    GSettings *settings,
                                    const char *suggested_name,
                                    MdgExportTable *all,
                                    MdgExportTable *selected);

G_END_DECLS
