/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/mdg-chart-style.h"

G_BEGIN_DECLS

/**
 * MdgTextRole:
 * @MDG_TEXT_CAPTION: ticks, legends, notes
 * @MDG_TEXT_BODY: names of rows
 * @MDG_TEXT_STRONG: the figure, and what is emphasised
 * @MDG_TEXT_TITLE: the title of a picture
 *
 * What a text is, from which its size and weight follow. All have figures of one width, so that
 * columns of numbers line up.
 */
typedef enum
{
  MDG_TEXT_CAPTION,
  MDG_TEXT_BODY,
  MDG_TEXT_STRONG,
  MDG_TEXT_TITLE,
} MdgTextRole;

PangoContext *mdg_text_create_context (void);
PangoLayout *mdg_text_new (PangoContext *context,
                           const MdgChartStyle *style,
                           MdgTextRole role,
                           const char *text);
void mdg_text_wrap (PangoLayout *text, double max_width);
void mdg_text_get_size (PangoLayout *text, double *width, double *height);
double mdg_text_measure_width (PangoContext *context,
                               const MdgChartStyle *style,
                               MdgTextRole role,
                               const char *text);
double mdg_text_get_baseline (PangoLayout *text);
void mdg_text_measure_line (PangoContext *context,
                            const MdgChartStyle *style,
                            MdgTextRole role,
                            double *height,
                            double *baseline);
void mdg_text_show (cairo_t *cr, PangoLayout *text);
void mdg_text_show_line (cairo_t *cr, PangoLayoutLine *line);

G_END_DECLS
