/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-store.h"

G_BEGIN_DECLS

/**
 * MdgStoreNews:
 * @figures: (nullable): the figures, or %NULL where they are as before
 * @state: what was found on opening, or %MDG_STORE_CLOSED where it is as before
 * @notice: (nullable): the same in words
 *
 * What the worker has to say.
 */
typedef struct
{
  MdgFigures *figures;
  MdgStoreState state;
  char *notice;
} MdgStoreNews;

typedef void (*MdgStoreNewsFunc) (GObject *owner, const MdgStoreNews *news);

/* The thread behind #MdgStore, for mdg-store.c only. */
typedef struct _MdgStoreWorker MdgStoreWorker;

MdgStoreWorker *mdg_store_worker_new (const char *directory, GObject *owner, MdgStoreNewsFunc news);
void mdg_store_worker_open (MdgStoreWorker *self, GTask *task);
void mdg_store_worker_run (MdgStoreWorker *self,
                           GTask *task,
                           MdgStoreWork work,
                           gpointer data,
                           GDestroyNotify result_free);
void mdg_store_worker_finish (MdgStoreWorker *self);

G_END_DECLS
