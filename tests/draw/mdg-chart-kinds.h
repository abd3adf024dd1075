/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-builders.h"

G_BEGIN_DECLS

/* Which figures each kind of chart is about, said once more and apart from the charts. */

typedef struct
{
  MdgMonth month;
  MdgMeasure measure;
  MdgFacilityType type;
  MdgArea area;
} ChartCase;

typedef struct
{
  const char *name;
  gboolean of_months;
  gboolean of_types;
  gboolean of_areas;
  guint n_measures;
  MdgMeasure measures[4];
  MdgChartScene *(*build) (MdgFigures *figures, const ChartCase *at);
  /* Whether it shows others beside those it is about. */
  gboolean has_more;
  /* Whether the chart is about a figure. */
  gboolean (*has) (MdgFigures *figures, const ChartCase *at, const MdgObservation *value);
  /* Whether the first cell of its row is a name for it. */
  gboolean (*names) (const char *cell, const MdgObservation *value);
  /* What the row says is computed to, or NAN if nothing is. */
  double (*compute) (MdgFigures *figures,
                     const ChartCase *at,
                     const char *cell,
                     const char *period);
} ChartKind;

guint chart_kinds_get_n (void);
const ChartKind *chart_kinds_get (guint index);
const MdgObservation *chart_kind_find (MdgFigures *figures,
                                       MdgMonth month,
                                       MdgArea area,
                                       MdgFacilityType type,
                                       MdgMeasure measure);

G_END_DECLS
