/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

/* What the spreadsheet programs themselves allow. */
#define MDG_SHEET_MAX_ROWS 1048576u
#define MDG_SHEET_MAX_COLUMNS 16384u

/**
 * MdgSheetWriter:
 * @document: the document it becomes a page of
 * @n_sheets: how many sheets were begun
 * @row: the row that was begun last, from 1, or 0
 *
 * Where the cells of a spreadsheet are put, one sheet after the other.
 */
typedef struct
{
  MdgDocument *document;
  guint n_sheets;
  guint row;
} MdgSheetWriter;

void mdg_sheet_writer_set_document (GError **error);
gboolean mdg_sheet_writer_begin (MdgSheetWriter *self, const char *name, GError **error);
gboolean mdg_sheet_writer_add_cell (MdgSheetWriter *self,
                                    guint row,
                                    guint column,
                                    const char *text,
                                    gsize length,
                                    GError **error);
gboolean mdg_sheet_writer_check_room (const MdgSheetWriter *self, guint64 n_cells, GError **error);

G_END_DECLS
