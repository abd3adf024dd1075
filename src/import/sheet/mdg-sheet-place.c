/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-place.h"

/* Longer quotations help nobody find the cell. */
#define MAX_QUOTED_CHARACTERS 40

/**
 * mdg_sheet_place_format:
 * @document: a document of cells
 * @page: a sheet, from 0
 * @row: number of a row, from 1
 * @column: a column, from 0
 *
 * Names a cell as an argument of messages: the numbers of sheet, row and column, from 1. The sheet is
 * 0 in a file that has none.
 *
 * Returns: (transfer full): the place
 */
char *
mdg_sheet_place_format (const MdgDocument *document, guint page, guint row, guint column)
{
  return g_strdup_printf ("%u:%u:%u", document->kind == MDG_DOCUMENT_SPREADSHEET ? page + 1 : 0,
                          row, column + 1);
}

/**
 * mdg_sheet_place_message:
 * @code: a message whose arguments are a place and a text
 * @document: a document of cells
 * @line: the row
 * @column: the column, from 0
 * @text: the text as printed
 *
 * Returns: (transfer full): the message
 */
MdgImportMessage *
mdg_sheet_place_message (MdgMessageCode code,
                         const MdgDocument *document,
                         const MdgLine *line,
                         guint column,
                         const char *text)
{
  g_autofree char *place = mdg_sheet_place_format (document, line->page, line->number, column);
  g_autofree char *quoted = NULL;

  if (g_utf8_strlen (text, -1) > MAX_QUOTED_CHARACTERS)
    {
      g_autofree char *cut = g_utf8_substring (text, 0, MAX_QUOTED_CHARACTERS);

      quoted = g_strconcat (cut, "…", NULL);
    }

  return mdg_import_message_new (code, place, quoted != NULL ? quoted : text, NULL);
}
