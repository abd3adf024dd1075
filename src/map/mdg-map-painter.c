/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-painter.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

/* A new picture is wanted when less than this share of the view is left beyond its edge. */
#define LEAST_MARGIN 0.1
/* In zoom levels: half a level between two pictures while zooming. */
#define GREATEST_ZOOM_DIFFERENCE 0.25
/* Of very large windows, less is kept beyond the edge. In device pixels: 64 MiB. */
#define GREATEST_N_PIXELS (16.0 * 1024 * 1024)
#define LEAST_OVERSCAN 1.25
#define SAME_SCALE 1e-9

struct _MdgMapPainter
{
  GObject parent_instance;

  MdgMapPicture *picture;
  gboolean moving;

  /* What was asked for last. */
  MdgMapScene *scene;
  MdgMapCamera view;
  double scale;
  /* Whether the last change of the view was one of its zoom. */
  gboolean zooming;

  /* The task that paints, if any. Its picture is that of this generation. */
  GCancellable *painting;
  guint generation;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgMapPainter, mdg_map_painter, G_TYPE_OBJECT)

static void
map_picture_free (MdgMapPicture *picture)
{
  g_clear_pointer (&picture->image, mdg_map_image_unref);
  g_clear_pointer (&picture->scene, mdg_map_scene_unref);
  g_free (picture);
}

/* Held while a picture is painted. */
static GMutex painting_mutex;

/* The process must not end while a thread is painting: the libraries it paints with tidy up when
 * it does. Nothing is painted after this. */
static void
stop_painting (void)
{
  g_mutex_lock (&painting_mutex);
}

/* Runs in the worker thread. */
static void
paint_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&painting_mutex);
  MdgMapPicture *picture = data;
  int width = (int) lround (picture->camera.width * picture->scale);
  int height = (int) lround (picture->camera.height * picture->scale);
  cairo_t *cr;

  picture->image = mdg_map_image_new (width, height, picture->scale);
  if (picture->image == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (ENOMEM));
      return;
    }

  cr = cairo_create (picture->image->surface);
  mdg_map_scene_draw (picture->scene, cr, &picture->camera, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (picture->image->surface);
  g_task_return_boolean (task, TRUE);
}

static double
get_overscan (MdgMapPainter *self)
{
  double n_pixels = self->view.width * self->view.height * self->scale * self->scale;

  return CLAMP (sqrt (GREATEST_N_PIXELS / n_pixels), LEAST_OVERSCAN, MDG_MAP_PAINTER_OVERSCAN);
}

/* Whether what is seen, and a little more, lies inside the picture. */
static gboolean
is_covered (MdgMapPainter *self)
{
  const MdgMapCamera *camera = &self->picture->camera;
  double margin = 0.5 + LEAST_MARGIN;
  double free_x = camera->width / 2 / camera->scale - margin * self->view.width / self->view.scale;
  double free_y =
    camera->height / 2 / camera->scale - margin * self->view.height / self->view.scale;

  return fabs (self->view.center_x - camera->center_x) <= free_x &&
         fabs (self->view.center_y - camera->center_y) <= free_y;
}

static double
get_zoom_difference (MdgMapPainter *self)
{
  return fabs (log2 (self->view.scale / self->picture->camera.scale));
}

static gboolean
needs_picture (MdgMapPainter *self)
{
  double difference;

  if (self->scene == NULL || self->view.width <= 0 || self->view.height <= 0)
    return FALSE;
  if (self->picture == NULL || self->picture->scale != self->scale)
    return TRUE;

  if (self->picture->scene != self->scene)
    {
      if (!mdg_map_scene_same_picture (self->picture->scene, self->scene))
        return TRUE;
      g_clear_pointer (&self->picture->scene, mdg_map_scene_unref);
      self->picture->scene = mdg_map_scene_ref (self->scene);
    }

  difference = get_zoom_difference (self);
  if (difference > GREATEST_ZOOM_DIFFERENCE ||
      (!(self->moving && self->zooming) && difference > SAME_SCALE))
    return TRUE;

  return !is_covered (self);
}

/* While zooming, half levels: a picture then serves for a while, however the zoom is animated. What is
 * only moved is painted at its own zoom: a picture that is scaled takes twice as long to draw. */
static double
choose_scale (MdgMapPainter *self)
{
  if (!self->moving || !self->zooming || self->picture == NULL ||
      get_zoom_difference (self) <= SAME_SCALE)
    return self->view.scale;

  return exp2 (round (log2 (self->view.scale) * 2) / 2);
}

static void start_painting (MdgMapPainter *self);

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MdgMapPainter *self = MDG_MAP_PAINTER (source);
  g_autoptr (GError) error = NULL;
  GTask *task = G_TASK (result);
  const MdgMapPicture *painted = g_task_get_task_data (task);
  MdgMapPicture *picture;

  if (g_task_get_cancellable (task) != self->painting)
    return;
  g_clear_object (&self->painting);

  if (!g_task_propagate_boolean (task, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The map could not be painted: %s", error->message);
      return;
    }

  picture = g_new0 (MdgMapPicture, 1);
  *picture = *painted;
  mdg_map_image_ref (picture->image);
  mdg_map_scene_ref (picture->scene);
  g_clear_pointer (&self->picture, map_picture_free);
  self->picture = picture;
  self->generation++;

  g_signal_emit (self, signals[CHANGED], 0);

  if (self->painting == NULL && needs_picture (self))
    start_painting (self);
}

/* One at a time: what has changed meanwhile is looked at when it is done. */
static void
start_painting (MdgMapPainter *self)
{
  MdgMapPicture *order = g_new0 (MdgMapPicture, 1);
  /* Other figures are shown as soon as can be: first only what is seen of them, then the rest. */
  gboolean is_other_scene = self->picture != NULL && self->picture->scene != self->scene;
  double overscan = is_other_scene ? 1 : get_overscan (self);
  g_autoptr (GTask) task = NULL;

  order->scene = mdg_map_scene_ref (self->scene);
  order->scale = self->scale;
  order->camera = self->view;
  order->camera.scale = choose_scale (self);
  order->camera.width = ceil (self->view.width * overscan);
  order->camera.height = ceil (self->view.height * overscan);
  order->camera.detail = self->scale;

  self->painting = g_cancellable_new ();
  task = g_task_new (self, self->painting, painted_cb, NULL);
  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, order, (GDestroyNotify) map_picture_free);
  g_task_run_in_thread (task, paint_cb);
}

static void
mdg_map_painter_dispose (GObject *object)
{
  MdgMapPainter *self = MDG_MAP_PAINTER (object);

  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  g_clear_pointer (&self->picture, map_picture_free);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (mdg_map_painter_parent_class)->dispose (object);
}

static void
mdg_map_painter_class_init (MdgMapPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mdg_map_painter_dispose;

  atexit (stop_painting);

  /**
   * MdgMapPainter::changed:
   *
   * There is another picture.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_map_painter_init (MdgMapPainter *self)
{
}

/**
 * mdg_map_painter_new:
 *
 * Returns: (transfer full): a painter without a picture
 */
MdgMapPainter *
mdg_map_painter_new (void)
{
  return g_object_new (MDG_TYPE_MAP_PAINTER, NULL);
}

/**
 * mdg_map_painter_set_moving:
 * @self: a painter
 * @moving: whether the view is being moved or zoomed
 *
 * While it is, pictures at nearly the right zoom will do.
 */
void
mdg_map_painter_set_moving (MdgMapPainter *self, gboolean moving)
{
  g_return_if_fail (MDG_IS_MAP_PAINTER (self));

  self->moving = moving;
  if (self->painting == NULL && needs_picture (self))
    start_painting (self);
}

/**
 * mdg_map_painter_update:
 * @self: a painter
 * @scene: what is to be seen
 * @view: from where
 * @scale: device pixels to a pixel
 *
 * Starts to paint if the picture does not serve any more. May be called for each frame.
 */
void
mdg_map_painter_update (MdgMapPainter *self,
                        MdgMapScene *scene,
                        const MdgMapCamera *view,
                        double scale)
{
  g_return_if_fail (MDG_IS_MAP_PAINTER (self));

  if (self->scene != scene)
    {
      g_clear_pointer (&self->scene, mdg_map_scene_unref);
      self->scene = mdg_map_scene_ref (scene);
    }
  /* A view that has not changed since does not tell. */
  if (fabs (log2 (view->scale / self->view.scale)) > SAME_SCALE)
    self->zooming = TRUE;
  else if (view->center_x != self->view.center_x || view->center_y != self->view.center_y)
    self->zooming = FALSE;
  self->view = *view;
  self->scale = scale;

  if (self->painting == NULL && needs_picture (self))
    start_painting (self);
}

/**
 * mdg_map_painter_get_picture:
 * @self: a painter
 *
 * Returns: (transfer none) (nullable): the picture to show, until the next "changed"
 */
const MdgMapPicture *
mdg_map_painter_get_picture (MdgMapPainter *self)
{
  g_return_val_if_fail (MDG_IS_MAP_PAINTER (self), NULL);

  return self->picture;
}

/**
 * mdg_map_painter_is_busy:
 * @self: a painter
 *
 * Returns: whether a picture is being painted
 */
gboolean
mdg_map_painter_is_busy (MdgMapPainter *self)
{
  g_return_val_if_fail (MDG_IS_MAP_PAINTER (self), FALSE);

  return self->painting != NULL;
}

/**
 * mdg_map_painter_get_n_painted:
 * @self: a painter
 *
 * Returns: how many pictures have been painted so far
 */
guint
mdg_map_painter_get_n_painted (MdgMapPainter *self)
{
  g_return_val_if_fail (MDG_IS_MAP_PAINTER (self), 0);

  return self->generation;
}
