/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/mdg-database.h"
#include "core/mdg-run.h"

G_BEGIN_DECLS

/* For the files mdg-database*.c and mdg-migrations.c only. */

struct _MdgDatabase
{
  sqlite3 *handle;
  char *path; /* NULL for a private database in memory */
  MdgStoreState state;
  char *notice;

  MdgFigures *figures; /* as read last, or NULL */
  gint64 figures_serial;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* mdg-database-sql.c: SQLite's results as GErrors. */
void mdg_database_set_error (MdgDatabase *self, GError **error);
gboolean mdg_database_exec (MdgDatabase *self, const char *sql, GError **error);
sqlite3_stmt *mdg_database_prepare (MdgDatabase *self, const char *sql, GError **error);
int mdg_database_step (MdgDatabase *self, sqlite3_stmt *statement, GError **error);
gboolean mdg_database_finish (MdgDatabase *self, sqlite3_stmt *statement, GError **error);
gboolean mdg_database_get_number (MdgDatabase *self,
                                  const char *sql,
                                  gint64 *number,
                                  GError **error);
void mdg_database_bind_text (sqlite3_stmt *statement, int index, const char *text);
void mdg_database_bind_not_null (sqlite3_stmt *statement, int index, const char *text);
char *mdg_database_dup_text (sqlite3_stmt *statement, int column);
gint64 mdg_database_get_now (void);
gboolean mdg_database_begin_write (MdgDatabase *self, GError **error);
gboolean mdg_database_end (MdgDatabase *self, gboolean keep, GError **error);

/* mdg-migrations.c */
#define MDG_DATABASE_APPLICATION_ID 0x4d64676d /* "Mdgm" */
guint mdg_migrations_get_version (void);
gboolean mdg_migrations_apply (MdgDatabase *self, guint to_version, GError **error);

/* mdg-database-editions.c */
gboolean mdg_database_insert_batch (MdgDatabase *self,
                                    const MdgBatch *batch,
                                    MdgOrigin origin,
                                    GError **error);

/* mdg-database-figures.c */
gboolean mdg_database_install_bundle (MdgDatabase *self, GError **error);

/* mdg-database-run-events.c */
gboolean mdg_database_add_run_event (MdgDatabase *self,
                                     gint64 run_id,
                                     gint64 at,
                                     guint kind,
                                     const MdgRunItem *item,
                                     GError **error);

G_END_DECLS
