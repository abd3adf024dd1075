/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-layout-private.h"
#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/**
 * MdgChartSceneClass:
 * @lay_out: fills the layout from @top downwards and returns the bottom of what it added; a height
 *   of 0 asks for the natural one
 *
 * What a kind of chart adds to the base.
 */
struct _MdgChartSceneClass
{
  GObjectClass parent_class;

  double (*lay_out) (MdgChartScene *self, MdgChartLayout *layout, double top, double height);
};

/* What the builders say while they make a scene. Texts are copied. */
void mdg_chart_scene_set_texts (MdgChartScene *self,
                                const char *title,
                                const char *subtitle,
                                const char *description);
void mdg_chart_scene_take_definition (MdgChartScene *self, char *definition);
void mdg_chart_scene_take_note (MdgChartScene *self, char *note);
/* (transfer full): replaces the table. */
void mdg_chart_scene_take_table (MdgChartScene *self, MdgChartTable *table);
/* Returns the index of the new point. */
guint mdg_chart_scene_add_point (MdgChartScene *self,
                                 const char *id,
                                 const char *label,
                                 const char *text,
                                 const char *series,
                                 int row,
                                 int column);

G_END_DECLS
