/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/mdg-import-comparison.h"
#include "import/mdg-import-result.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_IMPORT_ITEM_READING, /* not read yet */
  MDG_IMPORT_ITEM_READY,   /* read, and waiting for the user's decision */
  MDG_IMPORT_ITEM_KNOWN,   /* the same file is stored already */
  MDG_IMPORT_ITEM_FAILED,  /* cannot be read */
  MDG_IMPORT_ITEM_STORED,
} MdgImportItemState;

/**
 * MdgImportItem:
 *
 * One file, or a text that was pasted, on its way into the store: what was read from it, what that
 * would change, and what the user wants of it. It is read in another thread, and again whenever the
 * user's wishes change; until that is done, what was read before stays.
 *
 * Signal "changed": anything but the progress has changed.
 */
#define MDG_TYPE_IMPORT_ITEM (mdg_import_item_get_type ())
G_DECLARE_FINAL_TYPE (MdgImportItem, mdg_import_item, MDG, IMPORT_ITEM, GObject)

MdgImportItem *mdg_import_item_new_for_file (GFile *file);
MdgImportItem *mdg_import_item_new_for_bytes (GBytes *bytes, const char *name);

void mdg_import_item_read (MdgImportItem *self, MdgFigures *known);
void mdg_import_item_cancel (MdgImportItem *self);
gboolean mdg_import_item_is_reading (MdgImportItem *self);
void mdg_import_item_get_progress (MdgImportItem *self, guint *done, guint *total);

MdgImportItemState mdg_import_item_get_state (MdgImportItem *self);
const char *mdg_import_item_get_name (MdgImportItem *self);
MdgImportResult *mdg_import_item_get_result (MdgImportItem *self);
const MdgImportComparison *mdg_import_item_get_comparison (MdgImportItem *self);
MdgEdition *mdg_import_item_get_known_edition (MdgImportItem *self);
const GError *mdg_import_item_get_error (MdgImportItem *self);
guint mdg_import_item_get_n_figures (MdgImportItem *self, guint *n_verified);
gboolean mdg_import_item_has_open_question (MdgImportItem *self);

void mdg_import_item_answer (MdgImportItem *self, const char *question, const char *answer);
void mdg_import_item_accept (MdgImportItem *self, const MdgReportEntry *entry, gboolean accept);
gboolean mdg_import_item_can_accept (MdgImportItem *self, const MdgReportEntry *entry);

void mdg_import_item_set_known (MdgImportItem *self, MdgEdition *edition);
void mdg_import_item_set_stored (MdgImportItem *self);

G_END_DECLS
