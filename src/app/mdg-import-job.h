/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-import-item.h"
#include "core/mdg-store.h"
#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_IMPORT_JOB_READING, /* at least one file was not read yet */
  MDG_IMPORT_JOB_READY,   /* waits for the user's decision */
  MDG_IMPORT_JOB_STORING,
  MDG_IMPORT_JOB_DONE, /* all that the user wanted is stored */
} MdgImportJobState;

/**
 * MdgImportJob:
 *
 * All that comes in at once: files, folders and pasted text, read one after the other and stored
 * when the user says so, each file in a transaction of its own. Files may be added until then.
 *
 * Signal "changed": a file was added or read, or the state has changed.
 */
#define MDG_TYPE_IMPORT_JOB (mdg_import_job_get_type ())
G_DECLARE_FINAL_TYPE (MdgImportJob, mdg_import_job, MDG, IMPORT_JOB, GObject)

MdgImportJob *mdg_import_job_new (MdgStore *store, MdgFigureModel *model);
void mdg_import_job_add_files (MdgImportJob *self, GPtrArray *files);
void mdg_import_job_add_bytes (MdgImportJob *self, GBytes *bytes, const char *name);
void mdg_import_job_store (MdgImportJob *self, gboolean verified_only);
void mdg_import_job_cancel (MdgImportJob *self);

MdgImportJobState mdg_import_job_get_state (MdgImportJob *self);
const GError *mdg_import_job_get_error (MdgImportJob *self);
guint mdg_import_job_get_n_items (MdgImportJob *self);
MdgImportItem *mdg_import_job_get_item (MdgImportJob *self, guint index);
gboolean mdg_import_job_is_reading_again (MdgImportJob *self);
guint mdg_import_job_get_n_figures (MdgImportJob *self, guint *n_verified);
GPtrArray *mdg_import_job_get_stored (MdgImportJob *self);

G_END_DECLS
