/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "import/read/mdg-document.h"
#include "import/sheet/mdg-sheet-header.h"

G_BEGIN_DECLS

/**
 * MdgSheetRow:
 * @line: index of the line
 * @shift: how far right of the table's columns its cells stand, where a table goes on beside itself
 * @area: the area; %MDG_AREA_NONE for a row of totals
 * @is_inherited: whether the area stands in a row above
 *
 * A row with figures.
 */
typedef struct
{
  guint line;
  guint shift;
  MdgArea area;
  gboolean is_inherited;
} MdgSheetRow;

/**
 * MdgSheetColumn:
 * @column: the column, from 0
 * @heading: the parts of its heading, joined
 * @words: what they say
 *
 * A column beside the areas.
 */
typedef struct
{
  guint column;
  char *heading;
  MdgHeading words;
} MdgSheetColumn;

/**
 * MdgSheetTable:
 * @page: the sheet, from 0
 * @number: which table of the sheet it is, from 0
 * @titles: (element-type utf8): the lines above its header, nearest last
 * @area_column: the column that holds the areas
 * @columns: (element-type MdgSheetColumn): the other columns
 * @rows: (element-type MdgSheetRow): the rows with an area, or a total
 *
 * A table with a header row.
 */
typedef struct
{
  guint page;
  guint number;
  GPtrArray *titles;
  guint area_column;
  GArray *columns;
  GArray *rows;
} MdgSheetTable;

GPtrArray *mdg_sheet_find_tables (const MdgDocument *document);
const char *mdg_sheet_get_text (const MdgDocument *document, guint line, guint column);

G_END_DECLS
