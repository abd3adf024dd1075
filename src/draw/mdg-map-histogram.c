/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "draw/mdg-hatch.h"

/* Bars of this width, in pixels, as far as there are between these numbers of them. */
#define BAR_WIDTH 7.0
#define MIN_BARS 12
#define MAX_BARS 48
#define BAR_GAP 1.0
#define EDGE_WIDTH 0.75
#define BOUND_ALPHA 0.45

typedef struct
{
  double lowest;
  double range;
  guint n_bars;
  guint counts[MAX_BARS][MDG_MAX_CLASSES];
  guint most;
} Histogram;

/* From 0 to 1 along the axis; if all is one value, that is in the middle. */
static double
get_place (const Histogram *self, MdgDecimal value)
{
  return self->range > 0 ? (mdg_decimal_to_double (value) - self->lowest) / self->range : 0.5;
}

static void
histogram_init (Histogram *self, MdgMapScene *scene, double width)
{
  const MdgClasses *classes = &scene->classes;

  *self = (Histogram) {
    .lowest = mdg_decimal_to_double (classes->bounds[0]),
    .range = mdg_decimal_to_double (classes->bounds[classes->n_classes]) -
             mdg_decimal_to_double (classes->bounds[0]),
    .n_bars = (guint) CLAMP (width / BAR_WIDTH, MIN_BARS, MAX_BARS),
  };

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgMapValue *value = &scene->values[area];
      guint bar;
      guint sum = 0;

      if (!value->known)
        continue;
      bar =
        (guint) CLAMP (get_place (self, value->observation.value) * self->n_bars, 0, MAX_BARS - 1);
      bar = MIN (bar, self->n_bars - 1);
      self->counts[bar][value->entry]++;
      for (guint i = 0; i < MDG_MAX_CLASSES; i++)
        sum += self->counts[bar][i];
      self->most = MAX (self->most, sum);
    }
}

static MdgColor
get_entry_color (MdgMapScene *scene, guint index)
{
  if (scene->options.isolated >= 0 && scene->options.isolated != (int) index)
    return mdg_palette_get_role (scene->options.palette, MDG_PALETTE_MUTED);

  return scene->entries[index].color;
}

static void
draw_bars (const Histogram *self, MdgMapScene *scene, cairo_t *cr, double width, double height)
{
  double step = width / self->n_bars;
  double unit = height / self->most;
  MdgColor edge = mdg_palette_get_role (scene->options.palette, MDG_PALETTE_COAST);

  for (guint bar = 0; bar < self->n_bars; bar++)
    {
      double x = bar * step + BAR_GAP / 2;
      double top = height;

      for (guint i = 0; i < MDG_MAX_CLASSES; i++)
        {
          double part = self->counts[bar][i] * unit;

          if (self->counts[bar][i] == 0)
            continue;
          top -= part;
          cairo_rectangle (cr, x, top, step - BAR_GAP, part);
          mdg_color_set_source (cr, get_entry_color (scene, i));
          cairo_fill (cr);
        }
      if (top == height)
        continue;
      cairo_rectangle (cr, x, top, step - BAR_GAP, height - top);
      mdg_color_set_source (cr, edge);
      cairo_set_line_width (cr, EDGE_WIDTH);
      cairo_stroke (cr);
    }
}

static void
draw_bounds (const Histogram *self, MdgMapScene *scene, cairo_t *cr, double width, double height)
{
  MdgColor color = mdg_palette_get_role (scene->options.palette, MDG_PALETTE_TEXT);

  cairo_set_line_width (cr, 1);
  for (guint i = 1; i < scene->classes.n_classes; i++)
    {
      double x = floor (get_place (self, scene->classes.bounds[i]) * width) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  color.alpha = BOUND_ALPHA;
  mdg_color_set_source (cr, color);
  cairo_stroke (cr);

  cairo_move_to (cr, 0, height - 0.5);
  cairo_line_to (cr, width, height - 0.5);
  mdg_color_set_source (cr, mdg_palette_get_role (scene->options.palette, MDG_PALETTE_DIM_TEXT));
  cairo_stroke (cr);
}

/**
 * mdg_map_scene_draw_histogram:
 * @self: a map
 * @cr: where to
 * @width: width of the picture
 * @height: height of the picture
 *
 * Draws how the figures are distributed, from the first bound of the classes to the last: bars in the
 * colours of the classes, and a line at each bound between classes. Nothing is drawn where no
 * prefecture has a figure.
 */
void
mdg_map_scene_draw_histogram (MdgMapScene *self, cairo_t *cr, double width, double height)
{
  Histogram histogram;

  if (self->n_known == 0 || width <= 0 || height <= 0)
    return;

  histogram_init (&histogram, self, width);
  cairo_save (cr);
  draw_bars (&histogram, self, cr, width, height - 1);
  draw_bounds (&histogram, self, cr, width, height);
  cairo_restore (cr);
}

/**
 * mdg_map_scene_dup_distribution:
 * @self: a map
 *
 * What a screen reader says of the histogram.
 *
 * Returns: (transfer full): how many prefectures are between which figures, and how many in each
 *   class
 */
char *
mdg_map_scene_dup_distribution (MdgMapScene *self)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *range = mdg_map_scene_dup_range (self);

  if (range == NULL)
    return g_strdup (C_ ("map legend", "No data"));

  text = g_string_new (NULL);
  g_string_append_printf (
    text,
    /* Translators: how many prefectures, and the least and the greatest figure. */
    ngettext ("%u prefecture, %s", "%u prefectures, %s", self->n_known), self->n_known, range);
  for (guint i = 0; i < self->n_entries; i++)
    {
      const MdgMapEntry *entry = &self->entries[i];

      if (entry->hatched)
        continue;
      g_string_append (text, C_ ("between sources", "; "));
      /* Translators: an entry of the map's legend: bounds of the class, and how many prefectures
       * are in it. */
      g_string_append_printf (text, C_ ("map legend", "%s (%u)"), entry->label, entry->n_areas);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
