/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <pango/pango.h>

#include "draw/mdg-palette.h"

G_BEGIN_DECLS

/**
 * MdgChartInk:
 * @MDG_CHART_INK_FOREGROUND: text and outlines
 * @MDG_CHART_INK_DIM: secondary text, and what is there for comparison
 * @MDG_CHART_INK_GRID: lines of a scale
 * @MDG_CHART_INK_TRACK: the ground a bar runs on
 * @MDG_CHART_INK_ACCENT: the figure itself
 * @MDG_CHART_INK_ACCENT_SOFT: the same for what is not emphasised
 * @MDG_CHART_INK_OTHER: a second kind of figure beside the first
 *
 * What a mark means. A layout names inks only; a style says which colours they are, so that a
 * change of theme asks for a new drawing but not for a new layout.
 */
typedef enum
{
  MDG_CHART_INK_FOREGROUND,
  MDG_CHART_INK_DIM,
  MDG_CHART_INK_GRID,
  MDG_CHART_INK_TRACK,
  MDG_CHART_INK_ACCENT,
  MDG_CHART_INK_ACCENT_SOFT,
  MDG_CHART_INK_OTHER,
  MDG_CHART_N_INKS,
} MdgChartInk;

/**
 * MdgChartStyle:
 * @inks: the colours
 * @background: what is behind the chart, for pictures; widgets do not paint it
 * @font: (nullable): the font of body text; %NULL for the font of the Pango context
 * @text_scale: factor on the size of all text; 2 for 200 %
 *
 * The looks of a chart.
 */
typedef struct
{
  MdgColor inks[MDG_CHART_N_INKS];
  MdgColor background;
  PangoFontDescription *font;
  double text_scale;
} MdgChartStyle;

#define MDG_TYPE_CHART_STYLE (mdg_chart_style_get_type ())
GType mdg_chart_style_get_type (void);
MdgChartStyle *mdg_chart_style_new (MdgPaletteMode mode);
MdgChartStyle *mdg_chart_style_copy (const MdgChartStyle *self);
void mdg_chart_style_free (MdgChartStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChartStyle, mdg_chart_style_free)

G_END_DECLS
