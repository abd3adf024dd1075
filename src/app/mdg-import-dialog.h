/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mdg-import-job.h"

G_BEGIN_DECLS

/**
 * MdgImportDialog:
 *
 * What comes in, before it is stored: how far the reading is, then what was proved, what was not,
 * what is new and what contradicts what is stored. Nothing is stored unless the user says so here.
 * Closes by itself when everything is stored.
 */
#define MDG_TYPE_IMPORT_DIALOG (mdg_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgImportDialog, mdg_import_dialog, MDG, IMPORT_DIALOG, AdwDialog)

MdgImportDialog *mdg_import_dialog_new (MdgImportJob *job);
MdgImportJob *mdg_import_dialog_get_job (MdgImportDialog *self);

G_END_DECLS
