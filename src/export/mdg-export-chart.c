/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-chart.h"

#include <glib/gi18n.h>

#include "draw/mdg-chart-words.h"
#include "draw/mdg-hatch.h"
#include "draw/mdg-text.h"

#define WIDTH 720.0
#define MARGIN 24.0
#define GAP 12.0

typedef struct
{
  const MdgChartStyle *style;
  MdgChartLayout *layout;
  PangoLayout *source;
  double width;
  double height;
} Page;

static void
draw_cb (cairo_t *cr, gpointer data)
{
  const Page *page = data;

  mdg_color_set_source (cr, page->style->background);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_fill (cr);

  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  mdg_chart_layout_draw (page->layout, cr, page->style);
  cairo_restore (cr);

  mdg_color_set_source (cr, page->style->inks[MDG_CHART_INK_DIM]);
  cairo_move_to (cr, MARGIN, MARGIN + mdg_chart_layout_get_height (page->layout) + GAP);
  mdg_text_show (cr, page->source);
}

/**
 * mdg_export_chart_to_bytes:
 * @scene: a chart
 * @format: as what
 * @size: how large, for a PNG; the chart grows to the shape that is asked for, where it can
 * @error: return location for a #MdgExportError
 *
 * Draws a chart with all that it needs to stand alone: title, month and basis, notes, and where its
 * figures are from. May be called in any thread.
 *
 * Returns: (transfer full): the content of a file, or %NULL
 */
GBytes *
mdg_export_chart_to_bytes (MdgChartScene *scene,
                           MdgExportFormat format,
                           MdgExportSize size,
                           GError **error)
{
  g_autoptr (MdgChartStyle) style = mdg_chart_style_new (MDG_PALETTE_PAPER);
  PangoContext *context = mdg_text_create_context ();
  g_autofree char *source = mdg_chart_words_dup_source (mdg_chart_scene_get_table (scene));
  g_autofree char *title = g_strdup_printf ("%s (%s)", mdg_chart_scene_get_title (scene),
                                            mdg_chart_scene_get_subtitle (scene));
  g_autofree char *description =
    g_strdup_printf ("%s %s", mdg_chart_scene_get_description (scene), source);
  g_autoptr (PangoLayout) text = mdg_text_new (context, style, MDG_TEXT_CAPTION, source);
  g_autoptr (MdgChartLayout) layout = NULL;
  Page page = { .style = style, .source = text, .width = WIDTH };
  double rest;

  mdg_text_wrap (text, WIDTH - 2 * MARGIN);
  mdg_text_get_size (text, NULL, &rest);
  rest += 2 * MARGIN + GAP;

  layout =
    mdg_chart_scene_lay_out (scene, context, style, MDG_CHART_PARTS_ALL, WIDTH - 2 * MARGIN, 0);
  if (format == MDG_EXPORT_PNG && size.width > 0)
    {
      double height = WIDTH * size.height / size.width - rest;

      if (height > mdg_chart_layout_get_height (layout))
        {
          mdg_chart_layout_unref (layout);
          layout = mdg_chart_scene_lay_out (scene, context, style, MDG_CHART_PARTS_ALL,
                                            WIDTH - 2 * MARGIN, height);
        }
    }
  g_object_unref (context);
  page.layout = layout;
  page.height = mdg_chart_layout_get_height (layout) + rest;

  return mdg_export_picture_to_bytes (&(MdgExportPicture) { .title = title,
                                                            .description = description,
                                                            .width = page.width,
                                                            .height = page.height,
                                                            .draw = draw_cb,
                                                            .data = &page },
                                      format, size, error);
}
