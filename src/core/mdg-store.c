/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-store.h"

#include "core/mdg-store-worker.h"

#include <glib/gi18n.h>

struct _MdgStore
{
  GObject parent_instance;

  char *directory;
  MdgStoreWorker *worker; /* NULL when closed */

  MdgFigures *figures;
  MdgStoreState state;
  char *notice;
};

enum
{
  PROP_0,
  PROP_DIRECTORY,
  PROP_FIGURES,
  PROP_STATE,
  PROP_NOTICE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgStore, mdg_store, G_TYPE_OBJECT)

static void
take_news_cb (GObject *owner, const MdgStoreNews *news)
{
  MdgStore *self = MDG_STORE (owner);

  g_object_freeze_notify (owner);
  if (news->state != MDG_STORE_CLOSED && self->worker != NULL)
    {
      self->state = news->state;
      g_object_notify_by_pspec (owner, properties[PROP_STATE]);
      if (g_set_str (&self->notice, news->notice))
        g_object_notify_by_pspec (owner, properties[PROP_NOTICE]);
    }
  if (news->figures != NULL)
    {
      g_clear_pointer (&self->figures, mdg_figures_unref);
      self->figures = mdg_figures_ref (news->figures);
      g_object_notify_by_pspec (owner, properties[PROP_FIGURES]);
    }
  g_object_thaw_notify (owner);
}

static void
mdg_store_constructed (GObject *object)
{
  MdgStore *self = MDG_STORE (object);

  G_OBJECT_CLASS (mdg_store_parent_class)->constructed (object);

  self->worker = mdg_store_worker_new (self->directory, object, take_news_cb);
}

static void
mdg_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgStore *self = MDG_STORE (object);

  switch (property_id)
    {
    case PROP_DIRECTORY:
      g_value_set_string (value, self->directory);
      break;

    case PROP_FIGURES:
      g_value_set_boxed (value, self->figures);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_store_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MdgStore *self = MDG_STORE (object);

  switch (property_id)
    {
    case PROP_DIRECTORY:
      self->directory = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_store_dispose (GObject *object)
{
  mdg_store_close (MDG_STORE (object));

  G_OBJECT_CLASS (mdg_store_parent_class)->dispose (object);
}

static void
mdg_store_finalize (GObject *object)
{
  MdgStore *self = MDG_STORE (object);

  g_clear_pointer (&self->figures, mdg_figures_unref);
  g_clear_pointer (&self->notice, g_free);
  g_free (self->directory);

  G_OBJECT_CLASS (mdg_store_parent_class)->finalize (object);
}

static void
mdg_store_class_init (MdgStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = mdg_store_constructed;
  object_class->get_property = mdg_store_get_property;
  object_class->set_property = mdg_store_set_property;
  object_class->dispose = mdg_store_dispose;
  object_class->finalize = mdg_store_finalize;

  /**
   * MdgStore:directory:
   *
   * The folder of the data file, or %NULL for a private store in memory.
   */
  properties[PROP_DIRECTORY] =
    g_param_spec_string ("directory", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgStore:figures:
   *
   * The figures as stored, or %NULL until the store is open. Also notifies after another process
   * has stored some.
   */
  properties[PROP_FIGURES] =
    g_param_spec_boxed ("figures", NULL, NULL, MDG_TYPE_FIGURES,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgStore:state:
   *
   * What was found when the store was opened; %MDG_STORE_CLOSED before and after.
   */
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MDG_TYPE_STORE_STATE, MDG_STORE_CLOSED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * MdgStore:notice:
   *
   * What happened when the store was opened, in words for people, or %NULL.
   */
  properties[PROP_NOTICE] =
    g_param_spec_string ("notice", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_store_init (MdgStore *self)
{
}

/**
 * mdg_store_new:
 * @directory: (nullable) (type filename): the folder of the data file, or %NULL for a private
 *   store in memory
 *
 * Makes a store, not open yet. It reports to the thread-default main context of the caller.
 *
 * Returns: (transfer full): the store
 */
MdgStore *
mdg_store_new (const char *directory)
{
  return g_object_new (MDG_TYPE_STORE, "directory", directory, NULL);
}

static gboolean
refuse_if_closed (MdgStore *self, GTask *task)
{
  if (self->worker != NULL)
    return FALSE;

  g_task_return_new_error (task, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                           _ ("The data file is not open. Restart Madoguchi."));
  return TRUE;
}

/**
 * mdg_store_open_async:
 * @self: a store
 * @cancellable: (nullable): keeps the opening from being begun; once begun it runs to its end
 * @callback: called when the figures can be read
 * @user_data: data for @callback
 *
 * Opens the data file in the worker, as [func@Database.open] does, and publishes the figures.
 */
void
mdg_store_open_async (MdgStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mdg_store_open_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!refuse_if_closed (self, task))
    mdg_store_worker_open (self->worker, g_steal_pointer (&task));
}

/**
 * mdg_store_open_finish:
 * @self: a store
 * @result: the result
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Ends what [method@Store.open_async] began. A damaged file, one of a newer version and a folder
 * that cannot be written are not errors: see [property@Store:state].
 *
 * Returns: whether the store is open
 */
gboolean
mdg_store_open_finish (MdgStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  (void) g_task_propagate_pointer (G_TASK (result), error);

  return !g_task_had_error (G_TASK (result));
}

/**
 * mdg_store_get_figures:
 * @self: a store
 *
 * Gets the figures as stored. They outlive the store for whoever holds a reference.
 *
 * Returns: (transfer none) (nullable): the figures, or %NULL before the store is open
 */
MdgFigures *
mdg_store_get_figures (MdgStore *self)
{
  g_return_val_if_fail (MDG_IS_STORE (self), NULL);

  return self->figures;
}

/**
 * mdg_store_get_state:
 * @self: a store
 *
 * Gets what was found when the store was opened.
 *
 * Returns: the state
 */
MdgStoreState
mdg_store_get_state (MdgStore *self)
{
  g_return_val_if_fail (MDG_IS_STORE (self), MDG_STORE_CLOSED);

  return self->state;
}

/**
 * mdg_store_get_notice:
 * @self: a store
 *
 * Gets what happened when the store was opened, in words for people.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is nothing to tell
 */
const char *
mdg_store_get_notice (MdgStore *self)
{
  g_return_val_if_fail (MDG_IS_STORE (self), NULL);

  return self->notice;
}

/**
 * mdg_store_run_async:
 * @self: a store
 * @work: what to do with the database, in the worker
 * @data: data for @work
 * @data_free: (nullable): frees @data, in the caller's thread, when the job is over
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): keeps the job from being begun; once begun it runs to its end, so that
 *   what is reported cancelled has not happened
 * @callback: called when the job is over, after [property@Store:figures] if the job changed them
 * @user_data: data for @callback
 *
 * Runs a job. Jobs run one at a time, in the order of the calls.
 */
void
mdg_store_run_async (MdgStore *self,
                     MdgStoreWork work,
                     gpointer data,
                     GDestroyNotify data_free,
                     GDestroyNotify result_free,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (MDG_IS_STORE (self));
  g_return_if_fail (work != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, mdg_store_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, data_free);
  if (!refuse_if_closed (self, task))
    mdg_store_worker_run (self->worker, g_steal_pointer (&task), work, data, result_free);
}

/**
 * mdg_store_run_finish:
 * @self: a store
 * @result: the result
 * @error: return location for the job's error, #GIOErrorEnum or #MDG_STORE_ERROR
 *
 * Ends what [method@Store.run_async] began.
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
mdg_store_run_finish (MdgStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mdg_store_close:
 * @self: a store
 *
 * Runs all queued jobs, then closes the data file. Waits until that is done; the jobs' callbacks
 * come when the main loop runs next. The figures stay readable.
 */
void
mdg_store_close (MdgStore *self)
{
  g_return_if_fail (MDG_IS_STORE (self));

  if (self->worker == NULL)
    return;

  mdg_store_worker_finish (g_steal_pointer (&self->worker));

  if (self->state != MDG_STORE_CLOSED)
    {
      self->state = MDG_STORE_CLOSED;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}
