/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-vocabulary.h"
#include "draw/mdg-axis.h"
#include "draw/mdg-chart-layout-private.h"

G_BEGIN_DECLS

/* One strip of a scene of strips, and the panel it is laid out in. */

typedef struct
{
  double value;
  MdgChartInk ink;
  gboolean is_emphasised;
  char *label;
  guint point;
} MdgChartDot;

typedef struct
{
  char *name;
  char *caption;
  GArray *dots;
  gboolean has_sum;
  double sum;
  guint sum_point;
} MdgChartStrip;

typedef struct
{
  double value;
  MdgChartInk ink;
  char *label;
} MdgChartReference;

/* A strip while it is laid out. */
typedef struct
{
  MdgMeasure measure;
  GPtrArray *strips;
  GArray *references;
  gboolean has_band;
  double band_from;
  double band_to;
  MdgChartLayout *layout;
  MdgAxis axis;
  double left;
  double right;
  double radius;
} MdgChartPanel;

MdgChartStrip *mdg_chart_strip_new (const char *name, const char *caption);
void mdg_chart_strip_free_data (gpointer data);
char *mdg_chart_panel_format_tick (MdgMeasure measure, MdgDecimal tick);
/* The height of the dots of the strip that has most on each other. */
double mdg_chart_panel_measure (MdgChartPanel *panel);
/* Returns where the strip ends. */
double mdg_chart_panel_add (MdgChartPanel *panel,
                            const MdgChartStrip *strip,
                            double top,
                            double swarm_height);

G_END_DECLS
