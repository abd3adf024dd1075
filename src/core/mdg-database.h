/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

#define MDG_STORE_ERROR (mdg_store_error_quark ())
GQuark mdg_store_error_quark (void);
typedef enum
{
  MDG_STORE_ERROR_OPEN,      /* the store is not open, or could not be opened */
  MDG_STORE_ERROR_READ_ONLY, /* nothing can be stored in this session, or the run is finished */
  MDG_STORE_ERROR_BUSY,      /* another program holds the file */
  MDG_STORE_ERROR_FULL,      /* the disk is full */
  MDG_STORE_ERROR_DAMAGED,   /* the file is damaged */
  MDG_STORE_ERROR_NOT_FOUND, /* what was named is not there (any more) */
  MDG_STORE_ERROR_FAILED,
} MdgStoreError;

typedef enum
{
  MDG_STORE_CLOSED,
  MDG_STORE_READY,
  MDG_STORE_REPLACED, /* a damaged file was set aside and a new one begun */
  MDG_STORE_NEWER_VERSION, /* the file is of a newer version: left untouched, in memory on the bundled data */
  MDG_STORE_IN_MEMORY, /* the folder cannot be written: in memory on the bundled data */
} MdgStoreState;

#define MDG_TYPE_STORE_STATE (mdg_store_state_get_type ())
GType mdg_store_state_get_type (void);

#define MDG_DATABASE_FILE_NAME "madoguchi.db"

/**
 * MdgDatabase:
 *
 * One SQLite connection to the file %MDG_DATABASE_FILE_NAME in a folder, used by one thread at a
 * time. It is never shared with a child of fork(): each process opens its own.
 *
 * In the states %MDG_STORE_NEWER_VERSION and %MDG_STORE_IN_MEMORY everything can be read and nothing
 * stored: what is shown as saved is saved.
 */
typedef struct _MdgDatabase MdgDatabase;

MdgDatabase *mdg_database_open (const char *directory, GError **error);
void mdg_database_free (MdgDatabase *self);
MdgStoreState mdg_database_get_state (MdgDatabase *self);
const char *mdg_database_get_notice (MdgDatabase *self);
MdgFigures *mdg_database_load_figures (MdgDatabase *self, GError **error);

typedef enum
{
  MDG_STORED,         /* the batch was stored */
  MDG_ALREADY_STORED, /* an edition with the same digest is shown: nothing changed */
} MdgStoreResult;

/* One transaction: everything or nothing. */
gboolean mdg_database_store_batch (MdgDatabase *self,
                                   const MdgBatch *batch,
                                   MdgStoreResult *result,
                                   GError **error);
gboolean mdg_database_remove_edition (MdgDatabase *self, const char *edition, GError **error);
gboolean mdg_database_restore_edition (MdgDatabase *self, const char *edition, GError **error);
gboolean mdg_database_delete_removed (MdgDatabase *self, const char *edition, GError **error);
gboolean mdg_database_has_digest (MdgDatabase *self,
                                  const char *digest,
                                  gboolean *has,
                                  GError **error);
gint64 mdg_database_get_data_version (MdgDatabase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDatabase, mdg_database_free)

G_END_DECLS
