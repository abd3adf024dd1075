/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "export/mdg-export-row.h"

G_BEGIN_DECLS

/**
 * MdgExportFillRow:
 * @row: which row, from 0
 * @cells: (in): an empty row, which takes one cell per column
 * @data: what the table was made with
 *
 * Says what stands in one row. Called in any thread, in the order of the rows.
 */
typedef void (*MdgExportFillRow) (guint row, MdgExportRow *cells, gpointer data);

/**
 * MdgExportTable:
 *
 * A table to be written to the clipboard or to a file: its title, columns and rows, and the notes
 * below it. Rows are filled only while they are written, so that 288,000 of them take no room.
 * Reference counted; not changed once it is shared.
 */
typedef struct _MdgExportTable MdgExportTable;

MdgExportTable *mdg_export_table_new (const char *title,
                                      guint n_rows,
                                      MdgExportFillRow fill,
                                      gpointer data,
                                      GDestroyNotify data_free);
MdgExportTable *mdg_export_table_ref (MdgExportTable *self);
void mdg_export_table_unref (MdgExportTable *self);
void mdg_export_table_add_column (MdgExportTable *self, const char *title);
void mdg_export_table_add_note (MdgExportTable *self, const char *note);

const char *mdg_export_table_get_title (MdgExportTable *self);
guint mdg_export_table_get_n_columns (MdgExportTable *self);
const char *mdg_export_table_get_column (MdgExportTable *self, guint column);
guint mdg_export_table_get_n_rows (MdgExportTable *self);
void mdg_export_table_fill_row (MdgExportTable *self, guint row, MdgExportRow *cells);
guint mdg_export_table_get_n_notes (MdgExportTable *self);
const char *mdg_export_table_get_note (MdgExportTable *self, guint note);

/* (transfer full): column titles and rows only, as is pasted into a spreadsheet or a text. */
GBytes *mdg_export_table_to_tsv (MdgExportTable *self, GCancellable *cancellable, GError **error);
/* With title and notes, as is saved in a file. */
GBytes *mdg_export_table_to_tsv_file (MdgExportTable *self,
                                      GCancellable *cancellable,
                                      GError **error);
GBytes *mdg_export_table_to_csv (MdgExportTable *self,
                                 gboolean with_mark,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgExportTable, mdg_export_table_unref)

G_END_DECLS
