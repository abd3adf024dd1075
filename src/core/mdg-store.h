/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-database.h"

G_BEGIN_DECLS

/**
 * MdgStore:
 *
 * The store as the application sees it: one worker thread owns the only writing connection
 * (#MdgDatabase) and publishes #MdgFigures. Properties: "figures" (MdgFigures, notifies on the main
 * context, also after another process wrote), "state" (#MdgStoreState). All methods are for the main
 * thread and never block.
 */
#define MDG_TYPE_STORE (mdg_store_get_type ())
G_DECLARE_FINAL_TYPE (MdgStore, mdg_store, MDG, STORE, GObject)

MdgStore *mdg_store_new (const char *directory);
void mdg_store_open_async (MdgStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean mdg_store_open_finish (MdgStore *self, GAsyncResult *result, GError **error);
MdgFigures *mdg_store_get_figures (MdgStore *self);
MdgStoreState mdg_store_get_state (MdgStore *self);
/* What happened when the store was opened, in words for people, or NULL if there is nothing to tell. */
const char *mdg_store_get_notice (MdgStore *self);

/* Generic job: @work runs in the worker with the database; its result is returned by mdg_store_run_finish(). */
typedef gpointer (*MdgStoreWork) (MdgDatabase *database, gpointer data, GError **error);
void mdg_store_run_async (MdgStore *self,
                          MdgStoreWork work,
                          gpointer data,
                          GDestroyNotify data_free,
                          GDestroyNotify result_free,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gpointer mdg_store_run_finish (MdgStore *self, GAsyncResult *result, GError **error);
/* Runs all queued work, then closes the database; used on shutdown. */
void mdg_store_close (MdgStore *self);

G_END_DECLS
