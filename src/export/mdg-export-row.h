/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-decimal.h"

G_BEGIN_DECLS

/**
 * MdgExportCellKind:
 * @MDG_EXPORT_CELL_BLANK: nothing is known
 * @MDG_EXPORT_CELL_TEXT: a text
 * @MDG_EXPORT_CELL_NUMBER: an exact number
 *
 * What a cell of a table holds.
 */
typedef enum
{
  MDG_EXPORT_CELL_BLANK,
  MDG_EXPORT_CELL_TEXT,
  MDG_EXPORT_CELL_NUMBER,
} MdgExportCellKind;

/**
 * MdgExportCell:
 * @kind: what it holds
 * @text: (nullable): the text of a text cell, in UTF-8; owned by the row
 * @number: the number of a number cell
 *
 * One cell of a table. A number stays a number, so that a spreadsheet can count with it.
 */
typedef struct
{
  MdgExportCellKind kind;
  const char *text;
  MdgDecimal number;
} MdgExportCell;

/**
 * MdgExportRow:
 *
 * The cells of one row of a table, filled from left to right and used again for the next row.
 */
typedef struct _MdgExportRow MdgExportRow;

MdgExportRow *mdg_export_row_new (void);
void mdg_export_row_free (MdgExportRow *self);

void mdg_export_row_clear (MdgExportRow *self);
void mdg_export_row_add_text (MdgExportRow *self, const char *text);
void mdg_export_row_add_number (MdgExportRow *self, MdgDecimal number);
void mdg_export_row_add_blank (MdgExportRow *self);
void mdg_export_row_set_total (MdgExportRow *self, gboolean is_total);

guint mdg_export_row_get_n (const MdgExportRow *self);
MdgExportCell mdg_export_row_get (const MdgExportRow *self, guint column);
gboolean mdg_export_row_is_total (const MdgExportRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgExportRow, mdg_export_row_free)

G_END_DECLS
