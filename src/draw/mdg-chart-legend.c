/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-legend.h"

#include <math.h>

#define KEY_GAP 6.0
#define ENTRY_GAP 18.0
#define LINE_GAP 2.0
#define BLOCK_RADIUS 2.0
#define TICK_WIDTH 2.0
#define MARK_RADIUS 4.5

typedef struct
{
  MdgChartKeyKind kind;
  MdgChartInk ink;
  MdgChartFill fill;
  MdgChartShape shape;
  double stroke;
  char *label;
} Entry;

struct _MdgChartLegend
{
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->label);
}

/*
 * mdg_chart_legend_new:
 *
 * Returns: (transfer full): a legend without entries
 */
MdgChartLegend *
mdg_chart_legend_new (void)
{
  MdgChartLegend *self = g_new0 (MdgChartLegend, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  return self;
}

void
mdg_chart_legend_free (MdgChartLegend *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

void
mdg_chart_legend_add_block (MdgChartLegend *self,
                            MdgChartInk ink,
                            MdgChartFill fill,
                            const char *label)
{
  Entry entry = {
    .kind = MDG_CHART_KEY_BLOCK, .ink = ink, .fill = fill, .label = g_strdup (label)
  };

  g_array_append_val (self->entries, entry);
}

void
mdg_chart_legend_add_mark (MdgChartLegend *self,
                           MdgChartInk ink,
                           MdgChartShape shape,
                           double stroke,
                           const char *label)
{
  Entry entry = {
    .kind = MDG_CHART_KEY_MARK,
    .ink = ink,
    .shape = shape,
    .stroke = stroke,
    .label = g_strdup (label),
  };

  g_array_append_val (self->entries, entry);
}

void
mdg_chart_legend_add_line (MdgChartLegend *self, MdgChartInk ink, double stroke, const char *label)
{
  Entry entry = {
    .kind = MDG_CHART_KEY_LINE, .ink = ink, .stroke = stroke, .label = g_strdup (label)
  };

  g_array_append_val (self->entries, entry);
}

void
mdg_chart_legend_add_tick (MdgChartLegend *self, MdgChartInk ink, const char *label)
{
  Entry entry = { .kind = MDG_CHART_KEY_TICK, .ink = ink, .label = g_strdup (label) };

  g_array_append_val (self->entries, entry);
}

static double
get_key_width (const Entry *entry, MdgChartLayout *layout)
{
  double line_height = mdg_chart_layout_line_height (layout, MDG_TEXT_CAPTION);

  switch (entry->kind)
    {
    case MDG_CHART_KEY_LINE:
      return round (line_height);

    case MDG_CHART_KEY_TICK:
      return round (TICK_WIDTH * mdg_chart_layout_get_unit (layout));

    case MDG_CHART_KEY_BLOCK:
    case MDG_CHART_KEY_MARK:
    default:
      return round (line_height * 0.6);
    }
}

static void
add_key (const Entry *entry, MdgChartLayout *layout, double x, double y)
{
  double line_height = mdg_chart_layout_line_height (layout, MDG_TEXT_CAPTION);
  double unit = mdg_chart_layout_get_unit (layout);
  double width = get_key_width (entry, layout);
  double middle = y + line_height / 2;
  double stroke = entry->stroke * unit;

  switch (entry->kind)
    {
    case MDG_CHART_KEY_LINE:
      mdg_chart_layout_add_line (layout, entry->ink, stroke, x + stroke / 2, middle,
                                 x + width - stroke / 2, middle);
      break;

    case MDG_CHART_KEY_TICK:
      mdg_chart_layout_add_rect (layout, entry->ink, MDG_CHART_FILL_SOLID, x,
                                 y + round (line_height * 0.2), width, round (line_height * 0.6),
                                 0);
      break;

    case MDG_CHART_KEY_MARK:
      mdg_chart_layout_add_mark (layout, entry->ink, entry->shape, stroke, x + width / 2, middle,
                                 MIN (width / 2, MARK_RADIUS * unit));
      break;

    case MDG_CHART_KEY_BLOCK:
    default:
      mdg_chart_layout_add_rect (layout, entry->ink, entry->fill, x, round (middle - width / 2),
                                 width, width, BLOCK_RADIUS);
      break;
    }
}

/*
 * mdg_chart_legend_lay_out:
 * @layout: what to add the legend to, over its whole width
 * @top: where it begins
 *
 * Returns: where it ends; @top if there are no entries
 */
double
mdg_chart_legend_lay_out (MdgChartLegend *self, MdgChartLayout *layout, double top)
{
  double full_width = mdg_chart_layout_get_width (layout);
  double unit = mdg_chart_layout_get_unit (layout);
  double x = 0;
  double y = top;
  double bottom = top;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      g_autoptr (PangoLayout) text =
        mdg_chart_layout_make_text (layout, MDG_TEXT_CAPTION, entry->label);
      double key_width = get_key_width (entry, layout) + KEY_GAP * unit;
      double width;
      double text_bottom;

      mdg_text_get_size (text, &width, NULL);
      if (x > 0 && x + key_width + width > full_width)
        {
          x = 0;
          y = bottom + LINE_GAP;
        }
      mdg_text_wrap (text, full_width - x - key_width);
      mdg_text_get_size (text, &width, NULL);
      add_key (entry, layout, x, y);
      text_bottom = mdg_chart_layout_add_text (layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text,
                                               x + key_width, y);
      bottom = MAX (bottom, text_bottom);
      x += key_width + width + ENTRY_GAP * unit;
    }

  return bottom;
}
