/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-table.h"

G_BEGIN_DECLS

/**
 * MdgExportForm:
 * @MDG_EXPORT_FORM_XLSX: a workbook
 * @MDG_EXPORT_FORM_CSV_MARKED: comma-separated text that begins with a byte order mark, without which
 *   a spreadsheet does not know UTF-8
 * @MDG_EXPORT_FORM_CSV: comma-separated text without a mark, which other programs stumble over
 * @MDG_EXPORT_FORM_TSV: text with tabs between the cells
 *
 * In which form a table is saved. The settings keep these numbers by name.
 */
typedef enum
{
  MDG_EXPORT_FORM_XLSX,
  MDG_EXPORT_FORM_CSV_MARKED,
  MDG_EXPORT_FORM_CSV,
  MDG_EXPORT_FORM_TSV,
  MDG_N_EXPORT_FORMS,
} MdgExportForm;

gboolean mdg_export_form_from_path (const char *path, MdgExportForm *form);
const char *mdg_export_form_get_ending (MdgExportForm form);
GBytes *mdg_export_form_write (MdgExportForm form,
                               MdgExportTable *table,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
