/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "draw/mdg-hatch.h"
#include "draw/mdg-map-labels.h"
#include "draw/mdg-text.h"

/* A page is laid out for a sheet of this width, in points, and scaled as a whole: its texts stay
 * in proportion at any size. */
#define SHEET_WIDTH 595.0
#define MARGIN 36.0
#define GAP 10.0
#define TITLE_SIZE 18.0
#define SUBTITLE_SIZE 12.0
#define LEGEND_SIZE 10.0
#define NOTE_SIZE 7.5
#define INSET_TEXT_SIZE 8.0
#define MAP_TEXT_SIZE 8.5
#define SWATCH_WIDTH 24.0
#define SWATCH_HEIGHT 13.0
#define LEGEND_GAP 18.0
#define LEGEND_LINE_HEIGHT 19.0
#define BADGE_SIZE 12.0
#define HISTOGRAM_WIDTH 240.0
#define HISTOGRAM_HEIGHT 30.0
#define HISTOGRAM_TEXT_SIZE 8.0
/* Where Okinawa stands: the sea north-west of the main islands is empty. */
#define INSET_SHARE 0.25
#define INSET_RADIUS 6.0
/* Files are looked at enlarged. */
#define DETAIL 2.0

typedef struct
{
  MdgMapScene *scene;
  cairo_t *cr;
  PangoContext *context;
} Page;

static MdgColor
get_role (Page *page, MdgPaletteRole role)
{
  return mdg_palette_get_role (page->scene->options.palette, role);
}

static PangoLayout *
create_text (Page *page, const char *string, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (page->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, string, -1);

  return layout;
}

static void
get_text_size (PangoLayout *layout, double *width, double *height)
{
  int pango_width, pango_height;

  pango_layout_get_size (layout, &pango_width, &pango_height);
  if (width != NULL)
    *width = (double) pango_width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) pango_height / PANGO_SCALE;
}

static void
show_text (Page *page, PangoLayout *layout, double x, double y, MdgPaletteRole role)
{
  mdg_color_set_source (page->cr, get_role (page, role));
  cairo_move_to (page->cr, x, y);
  mdg_text_show (page->cr, layout);
  cairo_new_path (page->cr);
}

/* Returns the height of what was written. */
static double
write_text (Page *page,
            const char *string,
            double size,
            gboolean bold,
            double x,
            double y,
            double width,
            MdgPaletteRole role)
{
  g_autoptr (PangoLayout) layout = create_text (page, string, size, bold, width);
  double height;

  show_text (page, layout, x, y, role);
  get_text_size (layout, NULL, &height);

  return height;
}

static void
add_rounded_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_badge (Page *page, MdgMapBadge badge, double x, double y, double size)
{
  double radius = badge == MDG_MAP_BADGE_TOP ? size / 2 : 2;

  add_rounded_box (page->cr, x, y, size, size, radius);
  mdg_color_set_source (
    page->cr, get_role (page, badge == MDG_MAP_BADGE_TOP ? MDG_PALETTE_TOP : MDG_PALETTE_BOTTOM));
  cairo_fill_preserve (page->cr);
  mdg_color_set_source (page->cr, get_role (page, MDG_PALETTE_SELECTION_CASING));
  cairo_set_line_width (page->cr, 0.8);
  cairo_stroke (page->cr);
}

static void
draw_label_cb (const MdgMapLabel *label, gpointer data)
{
  Page *page = data;

  if (label->badge != MDG_MAP_BADGE_NONE)
    draw_badge (page, label->badge, label->badge_x, label->badge_y, label->badge_size);
  mdg_color_set_source (page->cr, label->color);
  cairo_move_to (page->cr, label->x, label->y);
  mdg_text_show (page->cr, label->layout);
  cairo_new_path (page->cr);
}

static double
draw_heading (Page *page, double width)
{
  g_autofree char *title = mdg_map_scene_dup_title (page->scene);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (page->scene);
  double y = MARGIN;

  y += write_text (page, title, TITLE_SIZE, TRUE, MARGIN, y, width, MDG_PALETTE_TEXT) + 2;
  y += write_text (page, subtitle, SUBTITLE_SIZE, FALSE, MARGIN, y, width, MDG_PALETTE_TEXT);

  return y;
}

static void
draw_swatch (Page *page, const MdgMapEntry *entry, double x, double y)
{
  cairo_t *cr = page->cr;

  cairo_rectangle (cr, x, y, SWATCH_WIDTH, SWATCH_HEIGHT);
  if (entry->hatched)
    mdg_hatch_fill (cr, entry->color, get_role (page, MDG_PALETTE_HATCH), 4.5, 0.9, x, y);
  else
    {
      mdg_color_set_source (cr, entry->color);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, x, y, SWATCH_WIDTH, SWATCH_HEIGHT);
  mdg_color_set_source (cr, get_role (page, MDG_PALETTE_COAST));
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

/* Moves on to the next line if an item of this width does not fit into this one. */
static void
flow (double *x, double *y, double item_width, double width)
{
  if (*x > MARGIN && *x + item_width > MARGIN + width)
    {
      *x = MARGIN;
      *y += LEGEND_LINE_HEIGHT;
    }
}

static void
draw_legend_item (Page *page,
                  double *x,
                  double *y,
                  double width,
                  double mark_width,
                  const char *string,
                  void (*draw_mark) (Page *page, gconstpointer mark, double x, double y),
                  gconstpointer mark)
{
  g_autoptr (PangoLayout) layout = create_text (page, string, LEGEND_SIZE, FALSE, -1);
  double text_width, text_height, item_width;

  get_text_size (layout, &text_width, &text_height);
  item_width = mark_width + 6 + text_width;
  flow (x, y, item_width, width);
  draw_mark (page, mark, *x, *y);
  show_text (page, layout, *x + mark_width + 6, *y + (SWATCH_HEIGHT - text_height) / 2,
             MDG_PALETTE_TEXT);
  *x += item_width + LEGEND_GAP;
}

static void
draw_entry_mark (Page *page, gconstpointer mark, double x, double y)
{
  draw_swatch (page, mark, x, y);
}

static void
draw_badge_mark (Page *page, gconstpointer mark, double x, double y)
{
  draw_badge (page, GPOINTER_TO_UINT (mark), x, y + (SWATCH_HEIGHT - BADGE_SIZE) / 2, BADGE_SIZE);
}

/* Between its first and its last bound; returns the height it takes. */
static double
draw_histogram (Page *page, double y)
{
  g_autofree char *low = mdg_map_scene_dup_axis_end (page->scene, FALSE);
  g_autofree char *high = mdg_map_scene_dup_axis_end (page->scene, TRUE);
  g_autoptr (PangoLayout) low_layout = NULL;
  g_autoptr (PangoLayout) high_layout = NULL;
  double low_width, text_height, x;

  if (low == NULL)
    return 0;

  low_layout = create_text (page, low, HISTOGRAM_TEXT_SIZE, FALSE, -1);
  high_layout = create_text (page, high, HISTOGRAM_TEXT_SIZE, FALSE, -1);
  get_text_size (low_layout, &low_width, &text_height);
  x = MARGIN + low_width + 6;
  show_text (page, low_layout, MARGIN, y + HISTOGRAM_HEIGHT - text_height, MDG_PALETTE_DIM_TEXT);
  cairo_save (page->cr);
  cairo_translate (page->cr, x, y);
  mdg_map_scene_draw_histogram (page->scene, page->cr, HISTOGRAM_WIDTH, HISTOGRAM_HEIGHT);
  cairo_restore (page->cr);
  show_text (page, high_layout, x + HISTOGRAM_WIDTH + 6, y + HISTOGRAM_HEIGHT - text_height,
             MDG_PALETTE_DIM_TEXT);

  return HISTOGRAM_HEIGHT + GAP;
}

/* Draws the legend at @top, and returns the height it takes. */
static double
draw_legend (Page *page, double top, double width)
{
  double x = MARGIN;
  double y = top + draw_histogram (page, top);

  for (guint i = 0; i < page->scene->n_entries; i++)
    {
      const MdgMapEntry *entry = &page->scene->entries[i];
      /* Translators: an entry of the map's legend: bounds of the class, and how many prefectures
       * are in it. */
      g_autofree char *string =
        g_strdup_printf (C_ ("map legend", "%s (%u)"), entry->label, entry->n_areas);

      draw_legend_item (page, &x, &y, width, SWATCH_WIDTH, string, draw_entry_mark, entry);
    }

  if (page->scene->options.show_extremes && page->scene->has_ranks)
    {
      draw_legend_item (page, &x, &y, width, BADGE_SIZE, C_ ("map legend", "Top five"),
                        draw_badge_mark, GUINT_TO_POINTER (MDG_MAP_BADGE_TOP));
      draw_legend_item (page, &x, &y, width, BADGE_SIZE, C_ ("map legend", "Bottom five"),
                        draw_badge_mark, GUINT_TO_POINTER (MDG_MAP_BADGE_BOTTOM));
    }

  return y + LEGEND_LINE_HEIGHT - top;
}

static char *
create_notes (MdgMapScene *scene)
{
  g_autofree char *source = mdg_map_scene_dup_source (scene);
  g_autofree char *scale = mdg_map_scene_dup_scale_note (scene);
  g_autofree char *method = mdg_map_scene_dup_method_note (scene);
  g_autoptr (GString) notes = g_string_new (NULL);

  if (scene->n_known < MDG_N_PREFECTURES)
    {
      g_string_append_printf (notes, _ ("Figures are known for %u of 47 prefectures."),
                              scene->n_known);
      g_string_append_c (notes, '\n');
    }
  if (method != NULL)
    {
      /* Translators: how the classes of the map were cut. */
      g_string_append_printf (notes, _ ("Classes: %s"), method);
      if (scale != NULL)
        g_string_append_printf (notes, " · %s", scale);
      g_string_append_c (notes, '\n');
    }
  if (source != NULL)
    {
      g_string_append_printf (notes, _ ("Figures: %s"), source);
      g_string_append_c (notes, '\n');
    }
  g_string_append_printf (notes, _ ("Boundaries: %s"), mdg_map_get_credit ());

  return g_string_free_and_steal (g_steal_pointer (&notes));
}

static void
draw_okinawa (Page *page, double x, double y, double size)
{
  cairo_t *cr = page->cr;
  const MdgMapValue *value = mdg_map_scene_get_value (page->scene, 47);
  g_autofree char *number = mdg_map_scene_dup_value_text (page->scene, 47);
  /* Translators: a prefecture and its figure, in the inset of a map. */
  g_autofree char *string = g_strdup_printf (C_ ("map inset", "%s %s"),
                                             mdg_area_get_label (47, mdg_language_get ()), number);
  double heading;

  heading = 6 + write_text (page, string, INSET_TEXT_SIZE, FALSE, x + 8, y + 6, size - 16,
                            MDG_PALETTE_TEXT);
  cairo_save (cr);
  cairo_translate (cr, x, y + heading);
  mdg_map_scene_draw_inset (page->scene, cr, size, size - heading, DETAIL);
  cairo_restore (cr);

  if (page->scene->options.show_extremes && value->extreme != MDG_EXTREME_NONE)
    {
      g_autofree char *rank = g_strdup_printf ("%u", value->rank);
      g_autoptr (PangoLayout) layout = create_text (page, rank, INSET_TEXT_SIZE, TRUE, -1);
      gboolean is_top = value->extreme == MDG_EXTREME_TOP;
      double width, text_height;

      get_text_size (layout, &width, &text_height);
      draw_badge (page, is_top ? MDG_MAP_BADGE_TOP : MDG_MAP_BADGE_BOTTOM, x + size - 20,
                  y + size - 20, 14);
      show_text (page, layout, x + size - 13 - width / 2, y + size - 13 - text_height / 2,
                 is_top ? MDG_PALETTE_TOP_TEXT : MDG_PALETTE_BOTTOM_TEXT);
    }

  add_rounded_box (cr, x, y, size, size, INSET_RADIUS);
  mdg_color_set_source (cr, get_role (page, MDG_PALETTE_COAST));
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

static void
draw_map (Page *page, double x, double y, double width, double height)
{
  MdgMapCamera camera = { .width = width, .height = height, .detail = DETAIL };
  g_autoptr (MdgMapLabels) labels = NULL;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  MdgArea selected = page->scene->scope.area;
  double inset_size = MIN (width, height) * INSET_SHARE;

  mdg_map_camera_fit (&camera, mdg_boundaries_get_main_box (page->scene->boundaries, 0), 4);
  pango_font_description_set_absolute_size (font, MAP_TEXT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (page->context, font);
  labels = mdg_map_labels_new (page->scene, page->context, 1);

  cairo_save (page->cr);
  cairo_translate (page->cr, x, y);
  mdg_map_scene_draw (page->scene, page->cr, &camera, FALSE);
  if (mdg_area_is_prefecture (selected))
    mdg_map_scene_draw_outline (page->scene, page->cr, &camera, selected);
  mdg_map_labels_foreach (labels, &camera, draw_label_cb, page);
  cairo_restore (page->cr);

  draw_okinawa (page, x, y, inset_size);
}

/**
 * mdg_map_scene_draw_page:
 * @self: a map
 * @cr: where to
 * @width: width of the page
 * @height: height of the page
 *
 * Draws a whole sheet, for files and print: title with basis, month and facility type; the map with
 * Okinawa in an inset; the legend; where the figures and the boundaries are from.
 */
void
mdg_map_scene_draw_page (MdgMapScene *self, cairo_t *cr, double width, double height)
{
  g_autofree char *notes = create_notes (self);
  g_autoptr (PangoLayout) notes_layout = NULL;
  double scale = width / SHEET_WIDTH;
  double sheet_height = height / scale;
  double text_width = SHEET_WIDTH - 2 * MARGIN;
  double top, bottom, legend_height, notes_height;
  cairo_surface_t *scratch;
  Page page = { .scene = self, .cr = cr };

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  mdg_color_set_source (cr, mdg_palette_get_role (self->options.palette, MDG_PALETTE_SEA));
  cairo_rectangle (cr, 0, 0, SHEET_WIDTH, sheet_height);
  cairo_fill (cr);

  page.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (page.context, 72);
  pango_context_set_round_glyph_positions (page.context, FALSE);
  if (mdg_language_get () == MDG_LANGUAGE_JAPANESE)
    pango_context_set_language (page.context, pango_language_from_string ("ja"));

  top = draw_heading (&page, text_width) + GAP;

  notes_layout = create_text (&page, notes, NOTE_SIZE, FALSE, text_width);
  get_text_size (notes_layout, NULL, &notes_height);
  bottom = sheet_height - MARGIN - notes_height;
  show_text (&page, notes_layout, MARGIN, bottom, MDG_PALETTE_DIM_TEXT);

  /* The legend grows downwards, so that its height must be known before its place. */
  scratch = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  page.cr = cairo_create (scratch);
  legend_height = draw_legend (&page, 0, text_width);
  cairo_destroy (page.cr);
  cairo_surface_destroy (scratch);
  page.cr = cr;
  bottom -= GAP + legend_height;
  draw_legend (&page, bottom, text_width);

  draw_map (&page, MARGIN, top, text_width, MAX (bottom - GAP - top, 1));
  cairo_restore (cr);
  g_object_unref (page.context);
}
