/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-layout.h"
#include "draw/mdg-chart-table.h"

G_BEGIN_DECLS

/**
 * MdgChartPoint:
 * @id: stable within the chart, such as "2025-10" or "online/2025-10"
 * @label: what it is, in few words, such as "October 2025"
 * @text: the whole sentence for a tooltip or a screen reader, such as
 *   "October 2025: 37.14% (online basis). Verified."
 * @series: (nullable): the name of its series, where there are several
 * @row: its place for the up and down keys
 * @column: its place for the left and right keys
 *
 * One figure of a chart, as it is reached by pointer, keyboard and screen reader.
 */
typedef struct
{
  char *id;
  char *label;
  char *text;
  char *series;
  int row;
  int column;
} MdgChartPoint;

/**
 * MdgChartDirection:
 *
 * Where the keyboard goes from a point.
 */
typedef enum
{
  MDG_CHART_GO_LEFT,
  MDG_CHART_GO_RIGHT,
  MDG_CHART_GO_UP,
  MDG_CHART_GO_DOWN,
  MDG_CHART_GO_FIRST,
  MDG_CHART_GO_LAST,
} MdgChartDirection;

/**
 * MdgChartScene:
 *
 * What a chart says, apart from how large it is: title, subtitle (month and basis), a description
 * in words, points, and a table of exactly its data. Immutable; made from figures by the
 * functions of mdg-chart-builders.h. Laid out for a width it becomes a #MdgChartLayout, which can
 * be drawn to any Cairo target.
 */
#define MDG_TYPE_CHART_SCENE (mdg_chart_scene_get_type ())
G_DECLARE_DERIVABLE_TYPE (MdgChartScene, mdg_chart_scene, MDG, CHART_SCENE, GObject)

const char *mdg_chart_scene_get_title (MdgChartScene *self);
const char *mdg_chart_scene_get_subtitle (MdgChartScene *self);
const char *mdg_chart_scene_get_description (MdgChartScene *self);
/* (nullable): what the figures mean and where they come from, for an information popover. */
const char *mdg_chart_scene_get_definition (MdgChartScene *self);
/* (nullable): what must stand beside the chart, such as what is doubtful in it. */
const char *mdg_chart_scene_get_note (MdgChartScene *self);
MdgChartTable *mdg_chart_scene_get_table (MdgChartScene *self);
guint mdg_chart_scene_get_n_points (MdgChartScene *self);
const MdgChartPoint *mdg_chart_scene_get_point (MdgChartScene *self, guint index);
/* -1 if there is no such point. */
int mdg_chart_scene_find_point (MdgChartScene *self, const char *id);
/* Where the keyboard goes from point @from (-1: from nowhere); -1 if there are no points. */
int mdg_chart_scene_go (MdgChartScene *self, int from, MdgChartDirection direction);

/**
 * MdgChartParts:
 * @MDG_CHART_PARTS_PLOT: the chart only; its title is shown elsewhere
 * @MDG_CHART_PARTS_ALL: with title, subtitle and note, for a picture that stands alone
 */
typedef enum
{
  MDG_CHART_PARTS_PLOT,
  MDG_CHART_PARTS_ALL,
} MdgChartParts;

/* (transfer full): @context may be NULL for the default one; height 0 asks for the natural height.
 * The layout belongs to the thread that made it. */
MdgChartLayout *mdg_chart_scene_lay_out (MdgChartScene *self,
                                         PangoContext *context,
                                         const MdgChartStyle *style,
                                         MdgChartParts parts,
                                         double width,
                                         double height);

G_END_DECLS
