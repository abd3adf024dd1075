/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-store.h"

#include <glib/gi18n.h>

/* How soon an open window notices what another process stored. */
#define POLL_MICROSECONDS G_USEC_PER_SEC

/*
 * The worker thread owns the database; the main thread owns the GObject and all GTasks. Between them
 * go a queue of jobs one way and messages through the main context the other way. The worker holds
 * no reference to the store, so that dropping the last one ends it, and no GTask is ever released in
 * the worker, since that could drop the last reference to the store there.
 */

typedef enum
{
  JOB_OPEN,
  JOB_WORK,
  JOB_QUIT,
} JobKind;

typedef struct
{
  JobKind kind;
  GTask *task;
  GCancellable *cancellable;
  MdgStoreWork work;
  gpointer data;
  GDestroyNotify result_free;
} Job;

/* What both threads hold. */
typedef struct
{
  GAsyncQueue *jobs; /* (element-type Job) */
  GMainContext *context;
  GWeakRef store;
  char *directory;
} Link;

/* What the worker alone holds. */
typedef struct
{
  Link *link;
  MdgDatabase *database;
  gint64 data_version;
  MdgFigures *published;
} Worker;

typedef struct
{
  Link *link;
  MdgFigures *figures; /* NULL: as before */
  MdgStoreState state; /* MDG_STORE_CLOSED: as before */
  char *notice;
  GTask *task;
  gpointer result;
  GDestroyNotify result_free;
  GError *error;
} Message;

struct _MdgStore
{
  GObject parent_instance;

  Link *link;
  GThread *thread;
  gboolean closed;

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
clear_link (gpointer data)
{
  Link *link = data;

  g_async_queue_unref (link->jobs);
  g_main_context_unref (link->context);
  g_weak_ref_clear (&link->store);
  g_free (link->directory);
}

static void
unref_link (Link *link)
{
  g_atomic_rc_box_release_full (link, clear_link);
}

static void
free_message (gpointer data)
{
  Message *message = data;

  g_clear_pointer (&message->figures, mdg_figures_unref);
  g_clear_object (&message->task);
  g_clear_error (&message->error);
  g_free (message->notice);
  unref_link (message->link);
  g_free (message);
}

/* Main thread: what the worker has to say. The figures are published before the job that changed
 * them is reported done. */
static gboolean
receive_cb (gpointer data)
{
  Message *message = data;
  g_autoptr (MdgStore) self = g_weak_ref_get (&message->link->store);

  if (self != NULL)
    {
      g_object_freeze_notify (G_OBJECT (self));
      if (message->state != MDG_STORE_CLOSED && !self->closed)
        {
          self->state = message->state;
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
          if (g_set_str (&self->notice, message->notice))
            g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
        }
      if (message->figures != NULL)
        {
          g_clear_pointer (&self->figures, mdg_figures_unref);
          self->figures = g_steal_pointer (&message->figures);
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURES]);
        }
      g_object_thaw_notify (G_OBJECT (self));
    }

  if (message->task == NULL)
    return G_SOURCE_REMOVE;

  if (message->error != NULL)
    g_task_return_error (message->task, g_steal_pointer (&message->error));
  else
    g_task_return_pointer (message->task, message->result, message->result_free);

  return G_SOURCE_REMOVE;
}

static Message *
new_message (Worker *worker, Job *job)
{
  Message *message = g_new0 (Message, 1);

  message->link = g_atomic_rc_box_acquire (worker->link);
  if (job != NULL)
    {
      message->task = g_steal_pointer (&job->task);
      message->result_free = job->result_free;
    }

  return message;
}

static void
send_message (Message *message)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, receive_cb, message, free_message);
  g_source_attach (source, message->link->context);
}

/* Where nobody waits for an answer: if the figures cannot be read, the old ones stay. */
static void
add_figures (Worker *worker, Message *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (worker->database, &error);

  if (figures == NULL)
    {
      g_warning ("The figures were not read again: %s", error->message);
      return;
    }
  if (figures == worker->published)
    return;

  g_clear_pointer (&worker->published, mdg_figures_unref);
  worker->published = mdg_figures_ref (figures);
  message->figures = g_steal_pointer (&figures);
}

static void
run_open (Worker *worker, Job *job)
{
  Message *message = new_message (worker, job);

  if (worker->database != NULL)
    {
      g_set_error (&message->error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                   _ ("The data file is open already."));
      send_message (message);
      return;
    }

  worker->database = mdg_database_open (worker->link->directory, &message->error);
  if (worker->database != NULL)
    {
      worker->data_version = mdg_database_get_data_version (worker->database);
      message->state = mdg_database_get_state (worker->database);
      message->notice = g_strdup (mdg_database_get_notice (worker->database));
      add_figures (worker, message);
    }

  send_message (message);
}

static void
run_work (Worker *worker, Job *job)
{
  Message *message = new_message (worker, job);

  if (worker->database == NULL)
    {
      g_set_error (&message->error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                   _ ("The data file is not open. Restart Madoguchi."));
    }
  else if (!g_cancellable_set_error_if_cancelled (job->cancellable, &message->error))
    {
      message->result = job->work (worker->database, job->data, &message->error);
      add_figures (worker, message);
    }

  send_message (message);
}

/* A version that could not be read counts as a change, which is harmless. */
static void
poll_changes (Worker *worker)
{
  gint64 version;

  if (worker->database == NULL)
    return;

  version = mdg_database_get_data_version (worker->database);
  if (version != worker->data_version)
    {
      Message *message = new_message (worker, NULL);

      worker->data_version = version;
      add_figures (worker, message);
      send_message (message);
    }
}

static void
free_job (Job *job)
{
  g_clear_object (&job->cancellable);
  g_free (job);
}

static gpointer
worker_thread (gpointer data)
{
  Worker worker = { .link = data };
  gboolean quit = FALSE;

  while (!quit)
    {
      Job *job = g_async_queue_timeout_pop (worker.link->jobs, POLL_MICROSECONDS);

      if (job == NULL)
        {
          poll_changes (&worker);
          continue;
        }

      if (job->kind == JOB_OPEN)
        run_open (&worker, job);
      else if (job->kind == JOB_WORK)
        run_work (&worker, job);
      else
        quit = TRUE;
      free_job (job);
    }

  g_clear_pointer (&worker.published, mdg_figures_unref);
  mdg_database_free (worker.database);
  unref_link (worker.link);

  return NULL;
}

static void
push_job (MdgStore *self, Job job)
{
  g_async_queue_push (self->link->jobs, g_memdup2 (&job, sizeof job));
}

static void
mdg_store_constructed (GObject *object)
{
  MdgStore *self = MDG_STORE (object);

  G_OBJECT_CLASS (mdg_store_parent_class)->constructed (object);

  self->link->context = g_main_context_ref_thread_default ();
  self->thread = g_thread_new ("mdg-store", worker_thread, g_atomic_rc_box_acquire (self->link));
}

static void
mdg_store_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgStore *self = MDG_STORE (object);

  switch (property_id)
    {
    case PROP_DIRECTORY:
      g_value_set_string (value, self->link->directory);
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
      self->link->directory = g_value_dup_string (value);
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
  unref_link (self->link);

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
  self->link = g_atomic_rc_box_new0 (Link);
  self->link->jobs = g_async_queue_new ();
  g_weak_ref_init (&self->link->store, self);
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
  if (!self->closed)
    return FALSE;

  g_task_return_new_error (task, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                           _ ("The data file is not open. Restart Madoguchi."));
  return TRUE;
}

/**
 * mdg_store_open_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable; the opening itself is not interrupted
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
  if (!refuse_if_closed (self, task))
    push_job (self, (Job) { .kind = JOB_OPEN, .task = g_steal_pointer (&task) });
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
    push_job (self, (Job) {
                      .kind = JOB_WORK,
                      .task = g_steal_pointer (&task),
                      .cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL,
                      .work = work,
                      .data = data,
                      .result_free = result_free,
                    });
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

  if (self->closed)
    return;

  self->closed = TRUE;
  push_job (self, (Job) { .kind = JOB_QUIT });
  g_thread_join (g_steal_pointer (&self->thread));

  if (self->state != MDG_STORE_CLOSED)
    {
      self->state = MDG_STORE_CLOSED;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}
