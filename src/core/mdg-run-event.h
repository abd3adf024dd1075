/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_RUN_STARTED,
  MDG_RUN_TOUCHED,
  MDG_RUN_FINISHED,
  MDG_RUN_REOPENED,
} MdgRunEventKind;

/* Something that happened to a run. @item_id, @state and @note are of a touch; @reason is why an item
 * does not apply, or why the run was reopened. Texts may be empty, never NULL. */
typedef struct
{
  gint64 at; /* seconds since 1970 in UTC */
  MdgRunEventKind kind;
  char *item_id;
  MdgItemState state;
  char *who;
  char *reason;
  char *note;
} MdgRunEvent;

void mdg_run_event_free (MdgRunEvent *self);
GPtrArray *mdg_database_list_run_events (MdgDatabase *self, gint64 run_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRunEvent, mdg_run_event_free)

G_END_DECLS
