/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame of the map takes, beside other ways to draw it, in the same window and in turn. It
 * prints and never fails. */

#include <gtk/gtk.h>
#include <math.h>
#include <shumate/shumate.h>

#include "core/mdg-bundle.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-map-source.h"
#include "mdg-draw-meter.h"
#include "mdg-map-canvas.h"
#include "util/mdg-test-display.h"

#define WIDTH 1280
#define HEIGHT 800
#define ZOOM log2 (50)
/* Each is measured for so many frames in turn, after some that are not counted. The first round is
 * not either: whatever comes first is slower, until the heap has found its shape. */
#define N_ROUNDS 5
#define N_FRAMES 50
#define N_WARM_UP 8
#define N_CHANGES 60
#define N_HITS 1000000
#define N_LOADS 50

/* What is measured, in turn. */
typedef enum
{
  SUBJECT_MAP,
  SUBJECT_PAIR,
  SUBJECT_CANVAS,
  N_SUBJECTS = SUBJECT_CANVAS + MDG_N_MAP_WAYS,
} Subject;

static const char *const subject_names[N_SUBJECTS] = {
  [SUBJECT_MAP] = "the map",
  [SUBJECT_PAIR] = "two maps side by side, moving together",
  [SUBJECT_CANVAS + MDG_MAP_WAY_PATHS] = "(a) all paths in each frame",
  [SUBJECT_CANVAS + MDG_MAP_WAY_NODES] = "    the same as render nodes",
  [SUBJECT_CANVAS + MDG_MAP_WAY_FULL_PATHS] = "    the same with every point of the file",
  [SUBJECT_CANVAS + MDG_MAP_WAY_TEXTURE] = "(b) one ready texture",
  [SUBJECT_CANVAS + MDG_MAP_WAY_COLOR] = "    one colour",
};

typedef enum
{
  MOTION_PAN,
  MOTION_ZOOM,
  N_MOTIONS,
} Motion;

/* In turn, a frame is measured whole, and one is measured without what is the same for all. */
typedef struct
{
  GArray *frames;
  GArray *drawings;
} Times;

typedef struct
{
  GtkWidget *window;
  GtkStack *stack;
  ShumateMap *maps[3];
  MdgAreaLayer *layers[3];
  GtkWidget *canvases[MDG_N_MAP_WAYS];
  MdgDrawMeter *meters[N_SUBJECTS];
  Times times[N_SUBJECTS][N_MOTIONS];

  guint round;
  Subject subject;
  Motion motion;
  guint n_frames;
  guint phase;
  gint64 begin;
  gboolean done;
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_quantile (GArray *times, double share)
{
  g_array_sort (times, compare_doubles);

  return g_array_index (times, double, (guint) floor (share * (times->len - 1) + 0.5));
}

static void
move (Bench *self)
{
  double angle = self->phase++ * 2 * G_PI / 200;
  double x = self->motion == MOTION_PAN ? 3.5 * sin (angle) : 0;
  double zoom = ZOOM + (self->motion == MOTION_ZOOM ? 1.2 * sin (angle) : 0);
  ShumateViewport *viewport;
  double longitude, latitude;

  if (self->subject >= SUBJECT_CANVAS)
    {
      mdg_map_canvas_move (MDG_MAP_CANVAS (self->canvases[self->subject - SUBJECT_CANVAS]), x, 0,
                           zoom);
      return;
    }

  viewport = shumate_map_get_viewport (self->maps[self->subject == SUBJECT_PAIR ? 1 : 0]);
  mdg_map_unproject (x, 0, &longitude, &latitude);
  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), latitude, longitude);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *self = data;

  move (self);
  self->n_frames++;
  self->done = self->n_frames > N_FRAMES + N_WARM_UP;

  return self->done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
before_paint_cb (Bench *self)
{
  if (self->n_frames % 2 == 1)
    mdg_draw_meter_arm (self->meters[self->subject]);
  self->begin = g_get_monotonic_time ();
}

static void
after_paint_cb (Bench *self)
{
  Times *times = &self->times[self->subject][self->motion];
  double frame = (double) (g_get_monotonic_time () - self->begin) / 1000;
  double drawing;

  if (self->round == 0 || self->n_frames <= N_WARM_UP)
    return;
  if (mdg_draw_meter_take_time (self->meters[self->subject], &drawing))
    g_array_append_val (times->drawings, drawing);
  else
    g_array_append_val (times->frames, frame);
}

static GtkWidget *
create_map (Bench *self, guint index, MdgMapScene *scene)
{
  self->maps[index] = shumate_map_new ();
  mdg_map_source_prepare (self->maps[index]);
  self->layers[index] = mdg_area_layer_new (shumate_map_get_viewport (self->maps[index]));
  shumate_map_add_layer (self->maps[index], SHUMATE_LAYER (self->layers[index]));
  mdg_area_layer_set_scene (self->layers[index], scene);
  mdg_area_layer_set_selected_area (self->layers[index], 20);
  gtk_widget_set_hexpand (GTK_WIDGET (self->maps[index]), TRUE);

  return GTK_WIDGET (self->maps[index]);
}

static void
add_subject (Bench *self, Subject subject, GtkWidget *widget)
{
  GtkWidget *meter = mdg_draw_meter_new (widget);

  self->meters[subject] = MDG_DRAW_METER (meter);
  gtk_stack_add_named (self->stack, meter, subject_names[subject]);
}

static void
fill_stack (Bench *self, MdgMapScene **scenes)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_subject (self, SUBJECT_MAP, create_map (self, 0, scenes[0]));
  gtk_box_append (GTK_BOX (pair), create_map (self, 1, scenes[0]));
  gtk_box_append (GTK_BOX (pair), create_map (self, 2, scenes[1]));
  mdg_area_layer_link (self->layers[1], self->layers[2]);
  add_subject (self, SUBJECT_PAIR, pair);
  for (MdgMapWay way = 0; way < MDG_N_MAP_WAYS; way++)
    {
      self->canvases[way] = mdg_map_canvas_new (scenes[0], way);
      add_subject (self, SUBJECT_CANVAS + way, self->canvases[way]);
    }
}

static void
show_subject (Bench *self, Subject subject)
{
  self->subject = subject;
  gtk_stack_set_visible_child_name (self->stack, subject_names[subject]);
  mdg_test_spin_for (150);
}

static void
measure_frames (Bench *self, Subject subject, Motion motion)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  gulong before, after;

  show_subject (self, subject);
  self->motion = motion;
  self->n_frames = 0;
  self->done = FALSE;
  before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_widget_add_tick_callback (self->window, tick_cb, self, NULL);
  mdg_test_spin_until_set (&self->done);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

static const char *
tell (gboolean met)
{
  return met ? "met" : "MISSED";
}

static void
print_ratios (const char *what, double map, double paths, double texture)
{
  g_print (
    "%s: %.2f times faster than (a), at least 2.5: target %s; %.2f times slower than (b), at "
    "most 2: target %s\n",
    what, paths / map, tell (paths / map >= 2.5), map / texture, tell (map / texture <= 2));
}

static void
print_frames (Bench *self, Motion motion)
{
  double frames[N_SUBJECTS], drawings[N_SUBJECTS];
  GArray *times = self->times[SUBJECT_MAP][motion].frames;

  g_print ("\n%-44s %7s %6s %8s %6s %6s\n", motion == MOTION_PAN ? "moving" : "zooming", "drawing",
           "95 %", "frame", "95 %", "worst");
  for (Subject subject = 0; subject < N_SUBJECTS; subject++)
    {
      const Times *own = &self->times[subject][motion];

      frames[subject] = get_quantile (own->frames, 0.5);
      drawings[subject] = get_quantile (own->drawings, 0.5);
      g_print ("%-44s %7.1f %6.1f %8.1f %6.1f %6.1f\n", subject_names[subject], drawings[subject],
               get_quantile (own->drawings, 0.95), frames[subject],
               get_quantile (own->frames, 0.95), get_quantile (own->frames, 1));
    }

  print_ratios ("drawing", drawings[SUBJECT_MAP], drawings[SUBJECT_CANVAS + MDG_MAP_WAY_PATHS],
                drawings[SUBJECT_CANVAS + MDG_MAP_WAY_TEXTURE]);
  print_ratios ("whole frames", frames[SUBJECT_MAP], frames[SUBJECT_CANVAS + MDG_MAP_WAY_PATHS],
                frames[SUBJECT_CANVAS + MDG_MAP_WAY_TEXTURE]);
  g_print ("a frame: median within 8 ms: aim %s; 95 %% within 14: aim %s; worst within 40: aim %s; "
           "side by side within 14: aim %s\n",
           tell (frames[SUBJECT_MAP] <= 8), tell (get_quantile (times, 0.95) <= 14),
           tell (get_quantile (times, 1) <= 40), tell (frames[SUBJECT_PAIR] <= 14));
}

/* From being told to show another month to the end of the frame that shows it. */
typedef struct
{
  gboolean has_picture;
  gboolean shown;
} Change;

static void
picture_cb (Change *change)
{
  change->has_picture = TRUE;
}

static void
painted_cb (Change *change)
{
  change->shown = change->has_picture;
}

static void
measure_changes (Bench *self, MdgMapScene **months)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  MdgMapPainter *painter = mdg_area_layer_get_painter (self->layers[0]);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  show_subject (self, SUBJECT_MAP);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      Change change = { FALSE };
      gulong changed =
        g_signal_connect_swapped (painter, "changed", G_CALLBACK (picture_cb), &change);
      gulong painted =
        g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &change);
      gint64 begin = g_get_monotonic_time ();
      double time;

      mdg_area_layer_set_scene (self->layers[0], months[1 - i % 2]);
      mdg_test_spin_until_set (&change.shown);
      time = (double) (g_get_monotonic_time () - begin) / 1000;
      g_array_append_val (times, time);
      g_signal_handler_disconnect (painter, changed);
      g_signal_handler_disconnect (clock, painted);
      mdg_test_spin_for (60);
    }

  g_print ("\nanother month, from the call to the end of the frame that shows it: median %.1f ms, "
           "95 %% %.1f, worst %.1f; within 33: aim %s\n",
           get_quantile (times, 0.5), get_quantile (times, 0.95), get_quantile (times, 1),
           tell (get_quantile (times, 0.5) <= 33));
}

static void
measure_hit_test (MdgBoundaries *boundaries)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  const MdgBox *box = mdg_boundaries_get_main_box (boundaries, MDG_AREA_NATIONAL);
  g_autofree double *places = g_new (double, 2 * N_HITS);
  guint n_land = 0;
  gint64 begin, end;

  for (guint i = 0; i < N_HITS; i++)
    {
      places[2 * i] = g_rand_double_range (rand, box->x0, box->x1);
      places[2 * i + 1] = g_rand_double_range (rand, box->y0, box->y1);
    }

  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_HITS; i++)
    n_land +=
      mdg_boundaries_hit_test (boundaries, places[2 * i], places[2 * i + 1]) != MDG_AREA_NONE;
  end = g_get_monotonic_time ();

  g_print ("hit test: mean %.2f microseconds over all places, %u %% of them land (aim 2)\n",
           (double) (end - begin) / N_HITS, n_land * 100 / N_HITS);

  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_HITS; i++)
    {
      MdgArea area = (MdgArea) (i % MDG_N_PREFECTURES + 1);
      double x, y;

      mdg_boundaries_get_label_point (boundaries, area, &x, &y, NULL);
      n_land += mdg_boundaries_hit_test (boundaries, x, y) != MDG_AREA_NONE;
    }
  end = g_get_monotonic_time ();
  g_print ("hit test: mean %.2f microseconds inside the prefectures\n",
           (double) (end - begin) / N_HITS);
}

static void
measure_loading (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_LOADS; i++)
    {
      g_autoptr (GBytes) bytes =
        g_resources_lookup_data ("/io/github/madoguchi/Madoguchi/map/areas.bin", 0, NULL);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (MdgBoundaries) boundaries = mdg_boundaries_new_from_bytes (bytes, NULL);
      double time = (g_get_monotonic_time () - begin) / 1000.0;

      g_array_append_val (times, time);
    }
  g_print ("loading the boundaries: median %.2f ms (aim 2)\n", get_quantile (times, 0.5));
}

static void
measure_painting (MdgMapScene *scene)
{
  const MdgMapCamera camera = { 0, 0, exp2 (ZOOM), WIDTH, HEIGHT, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 30; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      cairo_t *cr = cairo_create (surface);
      double time;

      mdg_map_scene_draw (scene, cr, &camera, TRUE);
      cairo_destroy (cr);
      time = (double) (g_get_monotonic_time () - begin) / 1000;
      g_array_append_val (times, time);
    }
  cairo_surface_destroy (surface);
  g_print ("painting what is seen in the worker: median %.1f ms\n", get_quantile (times, 0.5));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = NULL;
  g_autoptr (MdgFigures) figures = NULL;
  MdgBoundaries *boundaries;
  MdgMapScene *scenes[2];
  Bench self = { 0 };

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  mdg_test_require_display ();

  boundaries = mdg_boundaries_get_default (&error);
  if (boundaries != NULL)
    batch = mdg_bundle_load (&error);
  if (error != NULL)
    g_error ("%s", error->message);
  figures = mdg_figures_new (batch);
  for (guint i = 0; i < 2; i++)
    {
      const MdgScope scope = { MDG_MONTH (2025, 10) - i, MDG_MEASURE_USAGE_RATE_ONLINE,
                               MDG_FACILITY_ALL, 20 };

      scenes[i] = mdg_map_scene_new (boundaries, figures, &scope, NULL);
    }
  for (Subject subject = 0; subject < N_SUBJECTS; subject++)
    for (Motion motion = 0; motion < N_MOTIONS; motion++)
      self.times[subject][motion] = (Times) { g_array_new (FALSE, FALSE, sizeof (double)),
                                              g_array_new (FALSE, FALSE, sizeof (double)) };

  self.window = gtk_window_new ();
  self.stack = GTK_STACK (gtk_stack_new ());
  fill_stack (&self, scenes);
  gtk_window_set_decorated (GTK_WINDOW (self.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.stack));
  gtk_window_present (GTK_WINDOW (self.window));
  mdg_test_spin_for (300);

  for (self.round = 0; self.round <= N_ROUNDS; self.round++)
    for (Motion motion = 0; motion < N_MOTIONS; motion++)
      for (Subject subject = 0; subject < N_SUBJECTS; subject++)
        measure_frames (&self, subject, motion);

  g_print ("%d x %d, software renderer, milliseconds, medians of %d\n", WIDTH, HEIGHT,
           N_ROUNDS * N_FRAMES / 2);
  for (Motion motion = 0; motion < N_MOTIONS; motion++)
    print_frames (&self, motion);

  measure_changes (&self, scenes);
  measure_painting (scenes[0]);
  measure_hit_test (boundaries);
  measure_loading ();

  gtk_window_destroy (GTK_WINDOW (self.window));
  for (Subject subject = 0; subject < N_SUBJECTS; subject++)
    for (Motion motion = 0; motion < N_MOTIONS; motion++)
      {
        g_array_unref (self.times[subject][motion].frames);
        g_array_unref (self.times[subject][motion].drawings);
      }
  mdg_map_scene_unref (scenes[0]);
  mdg_map_scene_unref (scenes[1]);

  return 0;
}
