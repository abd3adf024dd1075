/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-saver.h"

#include "desk/training/mdg-session-job.h"

typedef struct
{
  guint scenario;
  guint number;
} Touch;

struct _MdgPresenterSaver
{
  GObject parent_instance;

  MdgStore *store;
  gint64 session_id;
  MdgPresentation *presentation;
  guint n_pending;
  GArray *unsaved; /* (element-type Touch): what the store refused */
  gboolean is_place_unsaved;
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresenterSaver, mdg_presenter_saver, G_TYPE_OBJECT)

/* A job under way, with what it is about. */
typedef struct
{
  MdgPresenterSaver *saver;
  gboolean is_step;
  Touch touch;
} Pending;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Pending *pending = data;
  g_autoptr (MdgPresenterSaver) self = pending->saver;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSessionJobResult) done =
    mdg_session_job_run_finish (MDG_STORE (source), result, &error);

  self->n_pending--;
  if (done == NULL && pending->is_step)
    g_array_append_val (self->unsaved, pending->touch);
  else if (done == NULL)
    self->is_place_unsaved = TRUE;

  g_signal_emit (self, signals[CHANGED], 0);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
run (MdgPresenterSaver *self, MdgSessionJob *job, const Touch *touch)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->saver = g_object_ref (self);
  if (touch != NULL)
    {
      pending->is_step = TRUE;
      pending->touch = *touch;
    }
  self->n_pending++;
  mdg_session_job_run_async (job, self->store, done_cb, pending);
}

static void
run_step (MdgPresenterSaver *self, const Touch *touch)
{
  MdgSessionJob *job = mdg_session_job_new (MDG_SESSION_JOB_STEP, self->session_id);

  job->step = mdg_presentation_dup_step (self->presentation, touch->scenario, touch->number);
  run (self, job, touch);
}

static void
run_place (MdgPresenterSaver *self)
{
  MdgSessionJob *job = mdg_session_job_new (MDG_SESSION_JOB_MOVE, self->session_id);

  job->scenario = mdg_presentation_get_scenario (self->presentation);
  job->frame = mdg_presentation_get_frame (self->presentation);
  run (self, job, NULL);
  if (mdg_presentation_get_frame_kind (self->presentation) == MDG_FRAME_END)
    run (self, mdg_session_job_new (MDG_SESSION_JOB_FINISH, self->session_id), NULL);
}

static void
run_unsaved (MdgPresenterSaver *self)
{
  g_autoptr (GArray) unsaved = g_steal_pointer (&self->unsaved);

  self->unsaved = g_array_new (FALSE, FALSE, sizeof (Touch));
  for (guint i = 0; i < unsaved->len; i++)
    run_step (self, &g_array_index (unsaved, Touch, i));
  if (self->is_place_unsaved)
    {
      self->is_place_unsaved = FALSE;
      run_place (self);
    }
}

static void
step_changed_cb (MdgPresenterSaver *self, guint scenario, guint number)
{
  Touch touch = { .scenario = scenario, .number = number };

  run_unsaved (self);
  run_step (self, &touch);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mdg_presenter_saver_finalize (GObject *object)
{
  MdgPresenterSaver *self = MDG_PRESENTER_SAVER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->presentation);
  g_array_unref (self->unsaved);

  G_OBJECT_CLASS (mdg_presenter_saver_parent_class)->finalize (object);
}

static void
mdg_presenter_saver_class_init (MdgPresenterSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_presenter_saver_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_presenter_saver_init (MdgPresenterSaver *self)
{
  self->unsaved = g_array_new (FALSE, FALSE, sizeof (Touch));
}

/**
 * mdg_presenter_saver_new:
 * @store: the store
 * @session_id: id of the session
 * @presentation: its presentation
 *
 * Returns: (transfer full): what stores every touch of @presentation from now on
 */
MdgPresenterSaver *
mdg_presenter_saver_new (MdgStore *store, gint64 session_id, MdgPresentation *presentation)
{
  MdgPresenterSaver *self = g_object_new (MDG_TYPE_PRESENTER_SAVER, NULL);

  self->store = g_object_ref (store);
  self->session_id = session_id;
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "step-changed", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (mdg_presenter_saver_save_place), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_presenter_saver_save_place:
 * @self: a saver
 *
 * Stores which frame is on screen.
 */
void
mdg_presenter_saver_save_place (MdgPresenterSaver *self)
{
  g_return_if_fail (MDG_IS_PRESENTER_SAVER (self));

  run_unsaved (self);
  run_place (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_presenter_saver_is_saving:
 * @self: a saver
 *
 * Returns: whether the store has been asked and has not answered
 */
gboolean
mdg_presenter_saver_is_saving (MdgPresenterSaver *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_SAVER (self), FALSE);

  return self->n_pending > 0;
}

/**
 * mdg_presenter_saver_has_failed:
 * @self: a saver
 *
 * Returns: whether there is something that the store refused
 */
gboolean
mdg_presenter_saver_has_failed (MdgPresenterSaver *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_SAVER (self), FALSE);

  return self->unsaved->len > 0 || self->is_place_unsaved;
}
