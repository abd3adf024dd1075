/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame of the map takes, beside two other ways to draw it: all paths in each frame, and
 * one ready texture, which is the least there could be. It prints and never fails. */

#include <gtk/gtk.h>
#include <math.h>
#include <shumate/shumate.h>
#include <time.h>

#include "core/mdg-bundle.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-map-source.h"
#include "util/mdg-test-display.h"

#define WIDTH 1280
#define HEIGHT 800
#define N_FRAMES 300
#define N_WARM_UP 30
#define N_RECOLOURS 40
#define N_HITS 1000000
#define N_LOADS 50

typedef enum
{
  WAY_LAYER,
  WAY_PATHS,
  WAY_TEXTURE,
  N_WAYS,
} Way;

static const char *const way_names[N_WAYS] = {
  [WAY_LAYER] = "the map: a texture from a worker, labels, selection",
  [WAY_PATHS] = "all paths in each frame",
  [WAY_TEXTURE] = "one ready texture",
};

/* The two other ways as a widget. */
#define BENCH_TYPE_CANVAS (bench_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BenchCanvas, bench_canvas, BENCH, CANVAS, GtkWidget)

struct _BenchCanvas
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
  gboolean has_texture;
  GdkTexture *texture;
  MdgMapCamera camera;
  GskPath *areas[MDG_N_AREAS];
  GskPath *borders;
  guint level;
};

G_DEFINE_FINAL_TYPE (BenchCanvas, bench_canvas, GTK_TYPE_WIDGET)

static void
add_ring_cb (const float *points, guint n_points, gpointer data)
{
  gsk_path_builder_move_to (data, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    gsk_path_builder_line_to (data, points[2 * i], points[2 * i + 1]);
  gsk_path_builder_close (data);
}

static void
update_paths (BenchCanvas *self)
{
  MdgBoundaries *boundaries = mdg_map_scene_get_boundaries (self->scene);
  guint level = mdg_boundaries_get_level_for_zoom (boundaries, log2 (self->camera.scale));
  GskPathBuilder *all = gsk_path_builder_new ();

  if (self->borders != NULL && self->level == level)
    {
      gsk_path_builder_unref (all);
      return;
    }

  self->level = level;
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();

      mdg_boundaries_foreach_ring (boundaries, level, area, 0, add_ring_cb, builder);
      g_clear_pointer (&self->areas[area], gsk_path_unref);
      self->areas[area] = gsk_path_builder_free_to_path (builder);
      gsk_path_builder_add_path (all, self->areas[area]);
    }
  g_clear_pointer (&self->borders, gsk_path_unref);
  self->borders = gsk_path_builder_free_to_path (all);
}

static void
snapshot_paths (BenchCanvas *self, GtkSnapshot *snapshot)
{
  const MdgMapCamera *camera = &self->camera;
  const GdkRGBA white = { 1, 1, 1, 1 };
  GskStroke *stroke = gsk_stroke_new ((float) (1 / camera->scale));

  update_paths (self);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) camera->width / 2, (float) camera->height / 2));
  gtk_snapshot_scale (snapshot, (float) camera->scale, (float) camera->scale);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) -camera->center_x, (float) -camera->center_y));
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      MdgColor color = mdg_map_scene_get_color (self->scene, area);
      const GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue, 1 };

      gtk_snapshot_append_fill (snapshot, self->areas[area], GSK_FILL_RULE_EVEN_ODD, &rgba);
    }
  gtk_snapshot_append_stroke (snapshot, self->borders, stroke, &white);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}

static void
snapshot_texture (BenchCanvas *self, GtkSnapshot *snapshot)
{
  double ratio = self->camera.scale / 50;
  double width = gdk_texture_get_width (self->texture) * ratio;
  double height = gdk_texture_get_height (self->texture) * ratio;

  gtk_snapshot_append_texture (
    snapshot, self->texture,
    &GRAPHENE_RECT_INIT ((float) round ((WIDTH - width) / 2 - self->camera.center_x * 50),
                         (float) round ((HEIGHT - height) / 2), (float) width, (float) height));
}

static void
bench_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchCanvas *self = BENCH_CANVAS (widget);

  if (self->has_texture)
    snapshot_texture (self, snapshot);
  else
    snapshot_paths (self, snapshot);
}

static void
bench_canvas_dispose (GObject *object)
{
  BenchCanvas *self = BENCH_CANVAS (object);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    g_clear_pointer (&self->areas[area], gsk_path_unref);
  g_clear_pointer (&self->borders, gsk_path_unref);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (bench_canvas_parent_class)->dispose (object);
}

static void
bench_canvas_class_init (BenchCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_canvas_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_canvas_snapshot;
}

static void
bench_canvas_init (BenchCanvas *self)
{
}

/* What is measured, and how far it has come. */
typedef struct
{
  GtkWidget *window;
  ShumateMap *map;
  MdgAreaLayer *layer;
  BenchCanvas *canvas;
  gboolean zooming;
  guint n_frames;
  gint64 begin;
  gint64 begin_cpu;
  GArray *times;
  GArray *cpu_times;
  gboolean done;
} Run;

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
move (Run *run)
{
  double phase = run->n_frames * 2 * G_PI / 200;
  double x = run->zooming ? 0 : 3.5 * sin (phase);
  double zoom = log2 (50) + (run->zooming ? 1.2 * sin (phase) : 0);
  double longitude, latitude;

  if (run->canvas != NULL)
    {
      run->canvas->camera = (MdgMapCamera) { x, 0, exp2 (zoom), WIDTH, HEIGHT, 1 };
      gtk_widget_queue_draw (GTK_WIDGET (run->canvas));
      return;
    }

  mdg_map_unproject (x, 0, &longitude, &latitude);
  shumate_viewport_set_zoom_level (shumate_map_get_viewport (run->map), zoom);
  shumate_location_set_location (SHUMATE_LOCATION (shumate_map_get_viewport (run->map)), latitude,
                                 longitude);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;

  move (run);
  run->n_frames++;
  run->done = run->n_frames > N_FRAMES + N_WARM_UP;

  return run->done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* What this thread has computed, whoever else uses the processor. In microseconds. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (Run *run)
{
  run->begin = g_get_monotonic_time ();
  run->begin_cpu = get_cpu_time ();
}

static void
after_paint_cb (Run *run)
{
  double time = (g_get_monotonic_time () - run->begin) / 1000.0;
  double cpu_time = (get_cpu_time () - run->begin_cpu) / 1000.0;

  if (run->n_frames <= N_WARM_UP)
    return;
  g_array_append_val (run->times, time);
  g_array_append_val (run->cpu_times, cpu_time);
}

static GdkTexture *
paint_texture (MdgMapScene *scene)
{
  MdgMapCamera camera = { 0, 0, 50, WIDTH * 1.8, HEIGHT * 1.8, 1 };
  int width = (int) camera.width;
  int height = (int) camera.height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  mdg_map_scene_draw (scene, cr, &camera, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
set_content (Run *run, MdgMapScene *scene, Way way)
{
  if (way == WAY_LAYER)
    {
      run->map = shumate_map_new ();
      mdg_map_source_prepare (run->map);
      run->layer = mdg_area_layer_new (shumate_map_get_viewport (run->map));
      shumate_map_add_layer (run->map, SHUMATE_LAYER (run->layer));
      mdg_area_layer_set_scene (run->layer, scene);
      mdg_area_layer_set_selected_area (run->layer, 20);
      gtk_window_set_child (GTK_WINDOW (run->window), GTK_WIDGET (run->map));
      return;
    }

  run->canvas = g_object_new (BENCH_TYPE_CANVAS, NULL);
  run->canvas->scene = mdg_map_scene_ref (scene);
  run->canvas->has_texture = way == WAY_TEXTURE;
  run->canvas->camera = (MdgMapCamera) { 0, 0, 50, WIDTH, HEIGHT, 1 };
  if (run->canvas->has_texture)
    run->canvas->texture = paint_texture (scene);
  gtk_window_set_child (GTK_WINDOW (run->window), GTK_WIDGET (run->canvas));
}

static void
measure_frames (GtkWidget *window, MdgMapScene *scene, Way way, gboolean zooming, double result[3])
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu_times = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { .window = window, .zooming = zooming, .times = times, .cpu_times = cpu_times };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before, after;

  set_content (&run, scene, way);
  mdg_test_spin_for (500);

  before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &run);
  after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &run);
  gtk_widget_add_tick_callback (window, tick_cb, &run, NULL);
  mdg_test_spin_until_set (&run.done);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  result[0] = get_quantile (times, 0.5);
  result[1] = get_quantile (times, 0.95);
  result[2] = get_quantile (cpu_times, 0.5);
}

/* From being told to show other figures to the end of the frame that shows them. */
typedef struct
{
  gboolean has_picture;
  gboolean shown;
} Recolour;

static void
picture_cb (Recolour *recolour)
{
  recolour->has_picture = TRUE;
}

static void
painted_cb (Recolour *recolour)
{
  recolour->shown = recolour->has_picture;
}

static void
measure_recolouring (GtkWidget *window, MdgMapScene **scenes)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { .window = window };

  set_content (&run, scenes[0], WAY_LAYER);
  mdg_test_spin_for (700);
  for (guint i = 0; i < N_RECOLOURS; i++)
    {
      Recolour recolour = { FALSE };
      MdgMapPainter *painter = mdg_area_layer_get_painter (run.layer);
      GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
      gulong changed =
        g_signal_connect_swapped (painter, "changed", G_CALLBACK (picture_cb), &recolour);
      gulong painted =
        g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &recolour);
      gint64 begin = g_get_monotonic_time ();
      double time;

      mdg_area_layer_set_scene (run.layer, scenes[1 - i % 2]);
      mdg_test_spin_until_set (&recolour.shown);
      time = (g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (times, time);
      g_signal_handler_disconnect (painter, changed);
      g_signal_handler_disconnect (clock, painted);
      mdg_test_spin_for (60);
    }

  g_print ("recolouring, from the call to the end of the frame: median %.1f ms, "
           "95 %% within %.1f ms (aim 33)\n",
           get_quantile (times, 0.5), get_quantile (times, 0.95));
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
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 30; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GdkTexture) texture = paint_texture (scene);
      double time = (g_get_monotonic_time () - begin) / 1000.0;

      g_array_append_val (times, time);
    }
  g_print ("painting one picture of %d x %d in the worker: median %.1f ms\n", (int) (WIDTH * 1.8),
           (int) (HEIGHT * 1.8), get_quantile (times, 0.5));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = NULL;
  g_autoptr (MdgFigures) figures = NULL;
  MdgBoundaries *boundaries;
  MdgMapScene *scenes[2];
  GtkWidget *window;

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
      const MdgScope scope = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE,
                               i == 0 ? MDG_FACILITY_ALL : MDG_FACILITY_PHARMACY, 20 };

      scenes[i] = mdg_map_scene_new (boundaries, figures, &scope, NULL);
    }

  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  mdg_test_spin_for (300);

  g_print ("%d x %d, software renderer, %d frames each; milliseconds a frame: median, 95 %%, and\n"
           "median of what this thread computes, which others on the machine do not lengthen\n",
           WIDTH, HEIGHT, N_FRAMES);
  g_print ("%-52s %22s %22s\n", "", "moving", "zooming");
  /* Whatever comes first is slower, until the heap has found its shape. */
  for (Way way = 0; way < N_WAYS; way++)
    {
      double ignored[3];

      measure_frames (window, scenes[0], way, FALSE, ignored);
    }
  for (Way way = 0; way < N_WAYS; way++)
    {
      double moving[3], zooming[3];

      measure_frames (window, scenes[0], way, FALSE, moving);
      measure_frames (window, scenes[0], way, TRUE, zooming);
      g_print ("%-52s %7.1f %6.1f %6.1f  %7.1f %6.1f %6.1f\n", way_names[way], moving[0], moving[1],
               moving[2], zooming[0], zooming[1], zooming[2]);
    }
  g_print ("aim of the map: 9 / 16\n");

  measure_recolouring (window, scenes);
  measure_painting (scenes[0]);
  measure_hit_test (boundaries);
  measure_loading ();

  gtk_window_destroy (GTK_WINDOW (window));
  mdg_map_scene_unref (scenes[0]);
  mdg_map_scene_unref (scenes[1]);

  return 0;
}
