/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgCliDocument:
 * @option: the option that asks for it, without dashes
 * @description: what the option does, to be translated
 * @create: makes the document for a day; the contacts (element-type MdgContact) may be %NULL
 *
 * A document that can be written without a window.
 */
typedef struct
{
  const char *option;
  const char *description;
  MdgSheet *(*create) (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts);
} MdgCliDocument;

#define MDG_N_CLI_DOCUMENTS 6

const MdgCliDocument *mdg_cli_document_get (guint index);
gboolean mdg_cli_document_write (const MdgCliDocument *self,
                                 MdgDay day,
                                 GPtrArray *contacts,
                                 MdgPaper paper,
                                 const char *path,
                                 GError **error);

G_END_DECLS
