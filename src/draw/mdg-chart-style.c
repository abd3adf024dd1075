/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-style.h"

G_DEFINE_BOXED_TYPE (MdgChartStyle, mdg_chart_style, mdg_chart_style_copy, mdg_chart_style_free)

/* The values of libadwaita's default theme, so that a saved picture looks like the window. A widget
 * takes them from its own CSS instead. */
static const MdgChartStyle looks[] = {
  [MDG_PALETTE_LIGHT] = {
    .inks = {
      [MDG_CHART_INK_FOREGROUND] = { 0.0, 0.0, 0.024, 0.8 },
      [MDG_CHART_INK_DIM] = { 0.0, 0.0, 0.024, 0.55 },
      [MDG_CHART_INK_GRID] = { 0.0, 0.0, 0.024, 0.12 },
      [MDG_CHART_INK_TRACK] = { 0.0, 0.0, 0.024, 0.07 },
      [MDG_CHART_INK_ACCENT] = { 0.208, 0.518, 0.894, 1.0 },
      [MDG_CHART_INK_ACCENT_SOFT] = { 0.208, 0.518, 0.894, 0.45 },
      [MDG_CHART_INK_OTHER] = { 0.0, 0.0, 0.024, 0.4 },
    },
    .background = { 1.0, 1.0, 1.0, 1.0 },
    .text_scale = 1.0,
  },
  [MDG_PALETTE_DARK] = {
    .inks = {
      [MDG_CHART_INK_FOREGROUND] = { 1.0, 1.0, 1.0, 1.0 },
      [MDG_CHART_INK_DIM] = { 1.0, 1.0, 1.0, 0.6 },
      [MDG_CHART_INK_GRID] = { 1.0, 1.0, 1.0, 0.14 },
      [MDG_CHART_INK_TRACK] = { 1.0, 1.0, 1.0, 0.1 },
      [MDG_CHART_INK_ACCENT] = { 0.208, 0.518, 0.894, 1.0 },
      [MDG_CHART_INK_ACCENT_SOFT] = { 0.208, 0.518, 0.894, 0.55 },
      [MDG_CHART_INK_OTHER] = { 1.0, 1.0, 1.0, 0.45 },
    },
    .background = { 0.18, 0.18, 0.196, 1.0 },
    .text_scale = 1.0,
  },
  [MDG_PALETTE_LIGHT_CONTRAST] = {
    .inks = {
      [MDG_CHART_INK_FOREGROUND] = { 0.0, 0.0, 0.0, 1.0 },
      [MDG_CHART_INK_DIM] = { 0.0, 0.0, 0.0, 0.9 },
      [MDG_CHART_INK_GRID] = { 0.0, 0.0, 0.0, 0.5 },
      [MDG_CHART_INK_TRACK] = { 0.0, 0.0, 0.0, 0.12 },
      [MDG_CHART_INK_ACCENT] = { 0.016, 0.38, 0.745, 1.0 },
      [MDG_CHART_INK_ACCENT_SOFT] = { 0.016, 0.38, 0.745, 0.6 },
      [MDG_CHART_INK_OTHER] = { 0.0, 0.0, 0.0, 0.65 },
    },
    .background = { 1.0, 1.0, 1.0, 1.0 },
    .text_scale = 1.0,
  },
  [MDG_PALETTE_DARK_CONTRAST] = {
    .inks = {
      [MDG_CHART_INK_FOREGROUND] = { 1.0, 1.0, 1.0, 1.0 },
      [MDG_CHART_INK_DIM] = { 1.0, 1.0, 1.0, 0.9 },
      [MDG_CHART_INK_GRID] = { 1.0, 1.0, 1.0, 0.5 },
      [MDG_CHART_INK_TRACK] = { 1.0, 1.0, 1.0, 0.16 },
      [MDG_CHART_INK_ACCENT] = { 0.506, 0.816, 1.0, 1.0 },
      [MDG_CHART_INK_ACCENT_SOFT] = { 0.506, 0.816, 1.0, 0.6 },
      [MDG_CHART_INK_OTHER] = { 1.0, 1.0, 1.0, 0.65 },
    },
    .background = { 0.18, 0.18, 0.196, 1.0 },
    .text_scale = 1.0,
  },
};

/**
 * mdg_chart_style_new:
 * @mode: what the chart stands on
 *
 * Makes a style with libadwaita's default colours, the context's font and a text scale of 1.
 *
 * Returns: (transfer full): a style
 */
MdgChartStyle *
mdg_chart_style_new (MdgPaletteMode mode)
{
  /* Paper is light, on white, and so are the light looks. */
  return mdg_chart_style_copy (&looks[mode == MDG_PALETTE_PAPER ? MDG_PALETTE_LIGHT : mode]);
}

/**
 * mdg_chart_style_copy:
 * @self: a style
 *
 * Returns: (transfer full): a copy
 */
MdgChartStyle *
mdg_chart_style_copy (const MdgChartStyle *self)
{
  MdgChartStyle *copy = g_memdup2 (self, sizeof *self);

  copy->font = pango_font_description_copy (self->font);

  return copy;
}

/**
 * mdg_chart_style_free:
 * @self: a style
 *
 * Frees a style.
 */
void
mdg_chart_style_free (MdgChartStyle *self)
{
  pango_font_description_free (self->font);
  g_free (self);
}
