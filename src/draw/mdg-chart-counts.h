/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/**
 * MdgChartCount:
 * @id: of its point, unlike all others
 * @label: what was counted
 * @count: how often
 *
 * One bar.
 */
typedef struct
{
  const char *id;
  const char *label;
  guint count;
} MdgChartCount;

/* (transfer full): bars in the order of @counts. */
MdgChartScene *mdg_chart_counts_new (const char *title,
                                     const char *subtitle,
                                     const char *first_title,
                                     const MdgChartCount *counts,
                                     guint n_counts);

G_END_DECLS
