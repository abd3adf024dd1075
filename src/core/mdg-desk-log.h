/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"
#include "core/mdg-day.h"

G_BEGIN_DECLS

/**
 * MdgDeskLogEntry:
 * @at: when the case was begun, in microseconds since 1970; no two entries have the same
 * @pack_id: id of the guide pack
 * @pack_version: its version
 * @situation_id: the case, by its id in the pack
 * @outcome_id: what came of it, by its id in the pack
 *
 * One case at the desk. Of the patient nothing is known.
 */
typedef struct
{
  gint64 at;
  char *pack_id;
  char *pack_version;
  char *situation_id;
  char *outcome_id;
} MdgDeskLogEntry;

/* How often a case had an outcome in a month of the local time zone. */
typedef struct
{
  MdgMonth month;
  char *situation_id;
  char *outcome_id;
  guint count;
} MdgDeskLogCount;

MdgDeskLogEntry *mdg_desk_log_entry_new (gint64 at,
                                         const char *pack_id,
                                         const char *pack_version,
                                         const char *situation_id,
                                         const char *outcome_id);
void mdg_desk_log_entry_free (MdgDeskLogEntry *self);
void mdg_desk_log_count_free (MdgDeskLogCount *self);

gboolean mdg_database_log_desk (MdgDatabase *self, const MdgDeskLogEntry *entry, GError **error);
/* (element-type MdgDeskLogCount): the latest month first, then the most frequent case first. */
GPtrArray *mdg_database_count_desk_log (MdgDatabase *self, GError **error);
gboolean mdg_database_delete_desk_log (MdgDatabase *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDeskLogEntry, mdg_desk_log_entry_free)

G_END_DECLS
