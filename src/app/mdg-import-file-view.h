/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mdg-import-item.h"

G_BEGIN_DECLS

/**
 * MdgImportFileView:
 *
 * The preview of one file: how many of its figures are proved, what it is, what it leaves open,
 * what of it was refused and why, what it would change, and every table. Follows its item.
 */
#define MDG_TYPE_IMPORT_FILE_VIEW (mdg_import_file_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgImportFileView, mdg_import_file_view, MDG, IMPORT_FILE_VIEW, AdwBin)

MdgImportFileView *mdg_import_file_view_new (MdgImportItem *item);

G_END_DECLS
