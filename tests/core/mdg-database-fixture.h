/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* What the tests of the database ask of it. */

/* A database in a folder of its own, made for each test and removed after it. */
typedef struct
{
  char *directory;
  MdgDatabase *database;
} DatabaseFixture;

int fixture_set_up_database (void **state);
int fixture_tear_down_database (void **state);
void fixture_reopen_database (DatabaseFixture *fixture);
MdgDatabase *fixture_open_database (const char *directory);
void fixture_check_integrity (MdgDatabase *database);
gint64 fixture_count (MdgDatabase *database, const char *sql);
void fixture_store (MdgDatabase *database, const MdgBatch *batch, MdgStoreResult expected);
char *fixture_dump_database (MdgDatabase *database);
char *fixture_dump_rows (MdgDatabase *database);

G_END_DECLS
