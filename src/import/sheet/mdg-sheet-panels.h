/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

/**
 * MdgSheetRange:
 * @document: a document of cells
 * @page: the sheet, from 0
 * @first_line: index of its first line
 * @end_line: index of the line after its last
 * @n_columns: how many columns are looked at
 *
 * A sheet.
 */
typedef struct
{
  const MdgDocument *document;
  guint page;
  guint first_line;
  guint end_line;
  guint n_columns;
} MdgSheetRange;

/**
 * MdgSheetPanel:
 * @column: a column with areas
 * @first: the first column of its table
 * @end: the column after the last of its table
 * @is_code: whether it holds codes instead of names
 *
 * A column with areas, and the columns that go with it.
 */
typedef struct
{
  guint column;
  guint first;
  guint end;
  gboolean is_code;
} MdgSheetPanel;

void mdg_sheet_panels_find (const MdgSheetRange *range, GArray *panels);

G_END_DECLS
