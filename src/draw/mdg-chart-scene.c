/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-scene-private.h"

#include <glib/gi18n.h>

#define TITLE_GAP 2.0
#define PART_GAP 12.0

typedef struct
{
  char *title;
  char *subtitle;
  char *description;
  char *definition;
  char *note;
  MdgChartTable *table;
  GArray *points;
} MdgChartScenePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MdgChartScene, mdg_chart_scene, G_TYPE_OBJECT)

static void
clear_point (gpointer data)
{
  MdgChartPoint *point = data;

  g_free (point->id);
  g_free (point->label);
  g_free (point->text);
  g_free (point->series);
}

static MdgChartScenePrivate *
get_private (MdgChartScene *self)
{
  return mdg_chart_scene_get_instance_private (self);
}

static double
add_paragraph (MdgChartLayout *layout,
               MdgTextRole role,
               MdgChartInk ink,
               const char *words,
               double top)
{
  g_autoptr (PangoLayout) text = NULL;

  if (words == NULL || *words == '\0')
    return top;

  text = mdg_chart_layout_make_text (layout, role, words);
  mdg_text_wrap (text, mdg_chart_layout_get_width (layout));

  return mdg_chart_layout_add_text (layout, role, ink, text, 0, top);
}

static double
get_paragraph_height (MdgChartLayout *layout, MdgTextRole role, const char *words)
{
  g_autoptr (PangoLayout) text = NULL;
  double height;

  if (words == NULL || *words == '\0')
    return 0;

  text = mdg_chart_layout_make_text (layout, role, words);
  mdg_text_wrap (text, mdg_chart_layout_get_width (layout));
  mdg_text_get_size (text, NULL, &height);

  return height + PART_GAP;
}

static void
mdg_chart_scene_finalize (GObject *object)
{
  MdgChartScenePrivate *priv = get_private (MDG_CHART_SCENE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_free (priv->description);
  g_free (priv->definition);
  g_free (priv->note);
  mdg_chart_table_unref (priv->table);
  g_array_unref (priv->points);

  G_OBJECT_CLASS (mdg_chart_scene_parent_class)->finalize (object);
}

static void
mdg_chart_scene_class_init (MdgChartSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_chart_scene_finalize;
}

static void
mdg_chart_scene_init (MdgChartScene *self)
{
  MdgChartScenePrivate *priv = get_private (self);

  priv->table = mdg_chart_table_new ();
  priv->points = g_array_new (FALSE, FALSE, sizeof (MdgChartPoint));
  g_array_set_clear_func (priv->points, clear_point);
}

void
mdg_chart_scene_set_texts (MdgChartScene *self,
                           const char *title,
                           const char *subtitle,
                           const char *description)
{
  MdgChartScenePrivate *priv = get_private (self);

  g_set_str (&priv->title, title);
  g_set_str (&priv->subtitle, subtitle);
  g_set_str (&priv->description, description);
}

void
mdg_chart_scene_take_definition (MdgChartScene *self, char *definition)
{
  MdgChartScenePrivate *priv = get_private (self);

  g_free (priv->definition);
  priv->definition = definition;
}

void
mdg_chart_scene_take_note (MdgChartScene *self, char *note)
{
  MdgChartScenePrivate *priv = get_private (self);

  g_free (priv->note);
  priv->note = note;
}

void
mdg_chart_scene_take_table (MdgChartScene *self, MdgChartTable *table)
{
  MdgChartScenePrivate *priv = get_private (self);

  mdg_chart_table_unref (priv->table);
  priv->table = table;
}

guint
mdg_chart_scene_add_point (MdgChartScene *self,
                           const char *id,
                           const char *label,
                           const char *text,
                           const char *series,
                           int row,
                           int column)
{
  MdgChartScenePrivate *priv = get_private (self);
  MdgChartPoint point = {
    .id = g_strdup (id),
    .label = g_strdup (label),
    .text = g_strdup (text),
    .series = g_strdup (series),
    .row = row,
    .column = column,
  };

  g_array_append_val (priv->points, point);

  return priv->points->len - 1;
}

/**
 * mdg_chart_scene_get_title:
 * @self: a scene
 *
 * Returns: what is shown, in few words
 */
const char *
mdg_chart_scene_get_title (MdgChartScene *self)
{
  return get_private (self)->title;
}

/**
 * mdg_chart_scene_get_subtitle:
 * @self: a scene
 *
 * Returns: of when, and on which basis
 */
const char *
mdg_chart_scene_get_subtitle (MdgChartScene *self)
{
  return get_private (self)->subtitle;
}

/**
 * mdg_chart_scene_get_description:
 * @self: a scene
 *
 * Returns: what a person who does not see the chart is told
 */
const char *
mdg_chart_scene_get_description (MdgChartScene *self)
{
  return get_private (self)->description;
}

/**
 * mdg_chart_scene_get_definition:
 * @self: a scene
 *
 * Returns: (nullable): what the figures mean and where they come from
 */
const char *
mdg_chart_scene_get_definition (MdgChartScene *self)
{
  return get_private (self)->definition;
}

/**
 * mdg_chart_scene_get_note:
 * @self: a scene
 *
 * Returns: (nullable): what must stand beside the chart, such as what is doubtful in it
 */
const char *
mdg_chart_scene_get_note (MdgChartScene *self)
{
  return get_private (self)->note;
}

/**
 * mdg_chart_scene_get_table:
 * @self: a scene
 *
 * Returns: (transfer none): exactly the data of the chart
 */
MdgChartTable *
mdg_chart_scene_get_table (MdgChartScene *self)
{
  return get_private (self)->table;
}

/**
 * mdg_chart_scene_get_n_points:
 * @self: a scene
 *
 * Returns: the number of points; 0 where nothing is known
 */
guint
mdg_chart_scene_get_n_points (MdgChartScene *self)
{
  return get_private (self)->points->len;
}

/**
 * mdg_chart_scene_get_point:
 * @self: a scene
 * @index: which, from 0
 *
 * Returns: (transfer none): a point
 */
const MdgChartPoint *
mdg_chart_scene_get_point (MdgChartScene *self, guint index)
{
  return &g_array_index (get_private (self)->points, MdgChartPoint, index);
}

/**
 * mdg_chart_scene_find_point:
 * @self: a scene
 * @id: (nullable): the id of a point
 *
 * Returns: its index, or -1
 */
int
mdg_chart_scene_find_point (MdgChartScene *self, const char *id)
{
  for (guint i = 0; id != NULL && i < mdg_chart_scene_get_n_points (self); i++)
    if (g_str_equal (mdg_chart_scene_get_point (self, i)->id, id))
      return (int) i;

  return -1;
}

static int
go_along (MdgChartScene *self, int from, int sign)
{
  const MdgChartPoint *start = mdg_chart_scene_get_point (self, (guint) from);
  int best = -1;

  for (guint i = 0; i < mdg_chart_scene_get_n_points (self); i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (self, i);
      int way = (point->column - start->column) * sign;

      if (point->row == start->row && way > 0 &&
          (best < 0 ||
           way < (mdg_chart_scene_get_point (self, (guint) best)->column - start->column) * sign))
        best = (int) i;
    }

  return best;
}

static int
go_across (MdgChartScene *self, int from, int sign)
{
  const MdgChartPoint *start = mdg_chart_scene_get_point (self, (guint) from);
  int best = -1;
  int best_rows = 0;
  int best_columns = 0;

  for (guint i = 0; i < mdg_chart_scene_get_n_points (self); i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (self, i);
      int rows = (point->row - start->row) * sign;
      int columns = ABS (point->column - start->column);

      if (rows > 0 &&
          (best < 0 || rows < best_rows || (rows == best_rows && columns < best_columns)))
        {
          best = (int) i;
          best_rows = rows;
          best_columns = columns;
        }
    }

  return best;
}

static gboolean
has_one_row (MdgChartScene *self)
{
  for (guint i = 1; i < mdg_chart_scene_get_n_points (self); i++)
    if (mdg_chart_scene_get_point (self, i)->row != mdg_chart_scene_get_point (self, 0)->row)
      return FALSE;

  return TRUE;
}

static gboolean
has_one_column (MdgChartScene *self)
{
  for (guint i = 1; i < mdg_chart_scene_get_n_points (self); i++)
    if (mdg_chart_scene_get_point (self, i)->column != mdg_chart_scene_get_point (self, 0)->column)
      return FALSE;

  return TRUE;
}

/* The end of the row, or of the column of a chart that has only one. */
static int
go_far (MdgChartScene *self, int from, int sign)
{
  gboolean is_column = has_one_column (self);
  int to = from;

  for (int next = from; next >= 0;
       next = is_column ? go_across (self, to, sign) : go_along (self, to, sign))
    to = next;

  return to;
}

/**
 * mdg_chart_scene_go:
 * @self: a scene
 * @from: the point the keyboard is at, or -1
 * @direction: where it goes
 *
 * Finds the next point in a direction. In a chart of one row or one column all four arrows walk
 * it, so that nobody has to find out how it runs. The first and the last are those of the row.
 *
 * Returns: the index of a point; @from where there is none further on; -1 if there are no points
 */
int
mdg_chart_scene_go (MdgChartScene *self, int from, MdgChartDirection direction)
{
  int n_points = (int) mdg_chart_scene_get_n_points (self);
  gboolean forward = direction == MDG_CHART_GO_RIGHT || direction == MDG_CHART_GO_DOWN;
  int to = -1;

  if (n_points == 0)
    return -1;
  if (from < 0 || from >= n_points)
    return direction == MDG_CHART_GO_LAST ? go_far (self, 0, 1) : 0;
  if (direction == MDG_CHART_GO_FIRST || direction == MDG_CHART_GO_LAST)
    return go_far (self, from, direction == MDG_CHART_GO_LAST ? 1 : -1);

  if (has_one_column (self))
    to = go_across (self, from, forward ? 1 : -1);
  else if (has_one_row (self))
    to = go_along (self, from, forward ? 1 : -1);
  else if (direction == MDG_CHART_GO_LEFT || direction == MDG_CHART_GO_RIGHT)
    to = go_along (self, from, forward ? 1 : -1);
  else
    to = go_across (self, from, forward ? 1 : -1);

  return to < 0 ? from : to;
}

/**
 * mdg_chart_scene_lay_out:
 * @self: a scene
 * @context: (nullable): where fonts come from; %NULL for what is not in a widget
 * @style: the looks
 * @parts: with or without title, subtitle and note
 * @width: the width in pixels
 * @height: the height in pixels, or 0 for the natural height; less than the chart needs is not
 *   taken
 *
 * Lays the chart out. No two texts of a layout overlap.
 *
 * Returns: (transfer full): a layout
 */
MdgChartLayout *
mdg_chart_scene_lay_out (MdgChartScene *self,
                         PangoContext *context,
                         const MdgChartStyle *style,
                         MdgChartParts parts,
                         double width,
                         double height)
{
  MdgChartScenePrivate *priv = get_private (self);
  MdgChartLayout *layout = mdg_chart_layout_new (context, style, width, priv->points->len);
  double note_height = 0;
  double top = 0;

  if (parts == MDG_CHART_PARTS_ALL)
    {
      top = add_paragraph (layout, MDG_TEXT_TITLE, MDG_CHART_INK_FOREGROUND, priv->title, top);
      top = add_paragraph (layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, priv->subtitle,
                           top + TITLE_GAP) +
            PART_GAP;
      note_height = get_paragraph_height (layout, MDG_TEXT_CAPTION, priv->note);
    }

  if (priv->points->len == 0)
    top = add_paragraph (layout, MDG_TEXT_BODY, MDG_CHART_INK_DIM,
                         _ ("No figures are known for this chart."), top);
  else
    top = MDG_CHART_SCENE_GET_CLASS (self)->lay_out (
      self, layout, top, height > 0 ? MAX (height - top - note_height, 1) : 0);

  if (note_height > 0)
    top = add_paragraph (layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, priv->note, top + PART_GAP);
  mdg_chart_layout_set_height (layout, top);

  return layout;
}
