/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "draw/mdg-paper.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

GBytes *mdg_export_sheet_to_bytes (MdgSheet *sheet, MdgPaper paper, guint *n_pages, GError **error);
gboolean mdg_export_sheet_to_path (MdgSheet *sheet,
                                   MdgPaper paper,
                                   const char *path,
                                   guint *n_pages,
                                   GError **error);

G_END_DECLS
