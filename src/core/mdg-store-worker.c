/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-store-worker.h"

#include <glib/gi18n.h>

/* How soon an open window notices what another process stored. */
#define POLL_MICROSECONDS G_USEC_PER_SEC

/*
 * The worker's thread owns the database; the main thread owns the GObject and all GTasks. Between
 * them go a queue of jobs one way and messages through the main context the other way. The thread
 * holds no reference to the store, so that dropping the last one ends it, and no GTask is released
 * in the thread, since that could drop the last reference to the store there.
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
  GWeakRef owner;
  MdgStoreNewsFunc tell;
  char *directory;
} Link;

struct _MdgStoreWorker
{
  Link *link;
  GThread *thread;
};

/* What the thread alone holds. */
typedef struct
{
  Link *link;
  MdgDatabase *database;
  gint64 data_version;
  MdgFigures *published;
} Room;

typedef struct
{
  Link *link;
  MdgStoreNews news;
  GTask *task;
  gpointer result;
  GDestroyNotify result_free;
  GError *error;
} Message;

static void
clear_link (gpointer data)
{
  Link *link = data;

  g_async_queue_unref (link->jobs);
  g_main_context_unref (link->context);
  g_weak_ref_clear (&link->owner);
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

  g_clear_pointer (&message->news.figures, mdg_figures_unref);
  g_free (message->news.notice);
  g_clear_object (&message->task);
  g_clear_error (&message->error);
  unref_link (message->link);
  g_free (message);
}

/* Main thread. The news go out before the job that made them is reported done. */
static gboolean
receive_cb (gpointer data)
{
  Message *message = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&message->link->owner);

  if (owner != NULL)
    message->link->tell (owner, &message->news);

  if (message->error != NULL)
    g_task_return_error (message->task, g_steal_pointer (&message->error));
  else if (message->task != NULL)
    g_task_return_pointer (message->task, message->result, message->result_free);

  return G_SOURCE_REMOVE;
}

static Message *
new_message (Room *room, Job *job)
{
  Message *message = g_new0 (Message, 1);

  message->link = g_atomic_rc_box_acquire (room->link);
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
add_figures (Room *room, Message *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (room->database, &error);

  if (figures == NULL)
    {
      g_warning ("The figures were not read again: %s", error->message);
      return;
    }
  if (figures == room->published)
    return;

  g_clear_pointer (&room->published, mdg_figures_unref);
  room->published = mdg_figures_ref (figures);
  message->news.figures = g_steal_pointer (&figures);
}

static void
run_open (Room *room, Job *job)
{
  Message *message = new_message (room, job);

  if (room->database != NULL)
    g_set_error (&message->error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                 _ ("The data file is open already."));
  else if (!g_cancellable_set_error_if_cancelled (job->cancellable, &message->error))
    room->database = mdg_database_open (room->link->directory, &message->error);

  if (message->error == NULL)
    {
      room->data_version = mdg_database_get_data_version (room->database);
      message->news.state = mdg_database_get_state (room->database);
      message->news.notice = g_strdup (mdg_database_get_notice (room->database));
      add_figures (room, message);
    }

  send_message (message);
}

static void
run_work (Room *room, Job *job)
{
  Message *message = new_message (room, job);

  if (room->database == NULL)
    {
      g_set_error (&message->error, MDG_STORE_ERROR, MDG_STORE_ERROR_OPEN,
                   _ ("The data file is not open. Restart Madoguchi."));
    }
  else if (!g_cancellable_set_error_if_cancelled (job->cancellable, &message->error))
    {
      message->result = job->work (room->database, job->data, &message->error);
      add_figures (room, message);
    }

  send_message (message);
}

/* A version that could not be read counts as a change, which is harmless. */
static void
poll_changes (Room *room)
{
  gint64 version;
  Message *message;

  if (room->database == NULL)
    return;

  version = mdg_database_get_data_version (room->database);
  if (version == room->data_version)
    return;

  room->data_version = version;
  message = new_message (room, NULL);
  add_figures (room, message);
  send_message (message);
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
  Room room = { .link = data };
  gboolean quit = FALSE;

  while (!quit)
    {
      Job *job = g_async_queue_timeout_pop (room.link->jobs, POLL_MICROSECONDS);

      if (job == NULL)
        {
          poll_changes (&room);
          continue;
        }

      if (job->kind == JOB_OPEN)
        run_open (&room, job);
      else if (job->kind == JOB_WORK)
        run_work (&room, job);
      else
        quit = TRUE;
      free_job (job);
    }

  g_clear_pointer (&room.published, mdg_figures_unref);
  mdg_database_free (room.database);
  unref_link (room.link);

  return NULL;
}

static void
push_job (MdgStoreWorker *self, Job job)
{
  GCancellable *cancellable = job.task != NULL ? g_task_get_cancellable (job.task) : NULL;

  g_set_object (&job.cancellable, cancellable);
  g_async_queue_push (self->link->jobs, g_memdup2 (&job, sizeof job));
}

/**
 * mdg_store_worker_new:
 * @directory: (nullable): the folder of the data file, or %NULL for one in memory
 * @owner: whom to tell, not kept alive
 * @news: called in the caller's main context
 *
 * Starts the thread.
 *
 * Returns: (transfer full): the worker, to be ended with mdg_store_worker_finish()
 */
MdgStoreWorker *
mdg_store_worker_new (const char *directory, GObject *owner, MdgStoreNewsFunc news)
{
  MdgStoreWorker *self = g_new0 (MdgStoreWorker, 1);

  self->link = g_atomic_rc_box_new0 (Link);
  self->link->jobs = g_async_queue_new ();
  self->link->context = g_main_context_ref_thread_default ();
  self->link->tell = news;
  self->link->directory = g_strdup (directory);
  g_weak_ref_init (&self->link->owner, owner);
  self->thread = g_thread_new ("mdg-store", worker_thread, g_atomic_rc_box_acquire (self->link));

  return self;
}

/**
 * mdg_store_worker_open:
 * @self: a worker
 * @task: (transfer full): the task to be returned
 *
 * Queues the opening of the data file. A task that is cancelled by then is not begun; one that is
 * begun is done.
 */
void
mdg_store_worker_open (MdgStoreWorker *self, GTask *task)
{
  push_job (self, (Job) { .kind = JOB_OPEN, .task = task });
}

/**
 * mdg_store_worker_run:
 * @self: a worker
 * @task: (transfer full): the task to be returned
 * @work: the job
 * @data: data for @work
 * @result_free: (nullable): frees the result
 *
 * Queues a job; for its cancelling the same holds.
 */
void
mdg_store_worker_run (MdgStoreWorker *self,
                      GTask *task,
                      MdgStoreWork work,
                      gpointer data,
                      GDestroyNotify result_free)
{
  push_job (self, (Job) {
                    .kind = JOB_WORK,
                    .task = task,
                    .work = work,
                    .data = data,
                    .result_free = result_free,
                  });
}

/**
 * mdg_store_worker_finish:
 * @self: (transfer full): a worker
 *
 * Waits until all queued jobs have run and the data file is closed. What the worker has still to
 * say comes when the main context runs next.
 */
void
mdg_store_worker_finish (MdgStoreWorker *self)
{
  push_job (self, (Job) { .kind = JOB_QUIT });
  g_thread_join (self->thread);
  unref_link (self->link);
  g_free (self);
}
