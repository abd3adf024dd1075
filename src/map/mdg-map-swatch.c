/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-swatch.h"

#include "draw/mdg-hatch.h"

#define WIDTH 20
#define HEIGHT 15
#define RADIUS 4.0f
#define HATCH_SPACING 4.5
#define HATCH_WIDTH 0.9

struct _MdgMapSwatch
{
  GtkWidget parent_instance;

  MdgColor color;
  MdgColor edge;
  MdgColor hatch;
  gboolean hatched;
  MdgMapBadge badge;
};

G_DEFINE_FINAL_TYPE (MdgMapSwatch, mdg_map_swatch, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (MdgColor color)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue,
                     (float) color.alpha };
}

static void
snapshot_hatch (MdgMapSwatch *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  cairo_rectangle (cr, bounds->origin.x, bounds->origin.y, bounds->size.width, bounds->size.height);
  mdg_hatch_fill (cr, self->color, self->hatch, HATCH_SPACING, HATCH_WIDTH, bounds->origin.x,
                  bounds->origin.y);
  cairo_destroy (cr);
}

static void
mdg_map_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgMapSwatch *self = MDG_MAP_SWATCH (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float side = self->badge != MDG_MAP_BADGE_NONE ? MIN (width, height) : width;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((width - side) / 2, 0, side, MIN (height, HEIGHT));
  float radius = self->badge == MDG_MAP_BADGE_TOP ? side / 2 : RADIUS;
  float widths[4] = { 1, 1, 1, 1 };
  GdkRGBA color = to_rgba (self->color);
  GdkRGBA edge = to_rgba (self->edge);
  GdkRGBA edges[4] = { edge, edge, edge, edge };
  GskRoundedRect outline;

  bounds.origin.y = (height - bounds.size.height) / 2;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (self->hatched)
    snapshot_hatch (self, snapshot, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
}

static void
mdg_map_swatch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
mdg_map_swatch_class_init (MdgMapSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = mdg_map_swatch_snapshot;
  widget_class->measure = mdg_map_swatch_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "map-swatch");
}

static void
mdg_map_swatch_init (MdgMapSwatch *self)
{
}

/**
 * mdg_map_swatch_new:
 *
 * Returns: (transfer floating): a swatch of nothing yet
 */
GtkWidget *
mdg_map_swatch_new (void)
{
  return g_object_new (MDG_TYPE_MAP_SWATCH, NULL);
}

/**
 * mdg_map_swatch_set_entry:
 * @self: a swatch
 * @entry: an entry of a legend
 * @palette: what the colours stand on
 *
 * Shows the entry's colour, or the hatch.
 */
void
mdg_map_swatch_set_entry (MdgMapSwatch *self, const MdgMapEntry *entry, MdgPaletteMode palette)
{
  g_return_if_fail (MDG_IS_MAP_SWATCH (self));

  self->color = entry->color;
  self->edge = mdg_palette_get_role (palette, MDG_PALETTE_COAST);
  self->hatch = mdg_palette_get_role (palette, MDG_PALETTE_HATCH);
  self->hatched = entry->hatched;
  self->badge = MDG_MAP_BADGE_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * mdg_map_swatch_set_badge:
 * @self: a swatch
 * @badge: the mark of first or last prefectures
 * @palette: what the colours stand on
 *
 * Shows a badge.
 */
void
mdg_map_swatch_set_badge (MdgMapSwatch *self, MdgMapBadge badge, MdgPaletteMode palette)
{
  gboolean is_top = badge == MDG_MAP_BADGE_TOP;

  g_return_if_fail (MDG_IS_MAP_SWATCH (self));

  self->color = mdg_palette_get_role (palette, is_top ? MDG_PALETTE_TOP : MDG_PALETTE_BOTTOM);
  self->edge =
    mdg_palette_get_role (palette, is_top ? MDG_PALETTE_TOP_TEXT : MDG_PALETTE_BOTTOM_TEXT);
  self->hatched = FALSE;
  self->badge = badge;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
