/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-number-format.h"
#include "import/read/mdg-zip.h"

G_BEGIN_DECLS

/**
 * MdgXlsxSheet:
 * @name: name of the sheet
 * @member: the member it is in
 */
typedef struct
{
  char *name;
  char *member;
} MdgXlsxSheet;

/**
 * MdgXlsxParts:
 * @sheets: (element-type MdgXlsxSheet): the sheets, in order
 * @formats: (element-type MdgNumberFormat): the number formats of cell styles
 * @strings: (element-type utf8): the shared strings
 * @from_1904: whether days count from 1904
 *
 * What the sheets of an XLSX workbook share.
 */
typedef struct
{
  GPtrArray *sheets;
  GArray *formats;
  GPtrArray *strings;
  gboolean from_1904;
  GStringChunk *texts;
} MdgXlsxParts;

MdgXlsxParts *mdg_xlsx_parts_new (const MdgZip *zip, GCancellable *cancellable, GError **error);
void mdg_xlsx_parts_free (MdgXlsxParts *self);
void mdg_xlsx_append_text (GString *out, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgXlsxParts, mdg_xlsx_parts_free)

G_END_DECLS
