/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/mdg-figure-list.h"

#include <stdlib.h>

#define N_PROPER_FACILITY_TYPES (MDG_FACILITY_PHARMACY + 1)

struct _MdgFigureList
{
  GObject parent_instance;

  MdgFigureModel *model;
  MdgFigureListKind kind;
  GPtrArray *rows;
};

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void mdg_figure_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MdgFigureList, mdg_figure_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mdg_figure_list_list_model_init))

static int
compare_values_down (const void *a, const void *b)
{
  const MdgObservation *const *x = a;
  const MdgObservation *const *y = b;

  return mdg_decimal_compare ((*y)->value, (*x)->value);
}

/*
 * Orders by value for measures that no publication ranks: equal values share a place, as in a
 * competition. A place among the few that are known would mislead, so there is one only when all
 * prefectures are.
 */
static void
order_areas (const MdgObservation *values[MDG_N_AREAS], guint orders[MDG_N_AREAS])
{
  const MdgObservation *sorted[MDG_N_PREFECTURES];

  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    orders[area] = 0;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      if (values[area] == NULL)
        return;
      sorted[area - 1] = values[area];
    }

  qsort (sorted, MDG_N_PREFECTURES, sizeof sorted[0], compare_values_down);
  for (guint i = MDG_N_PREFECTURES; i > 0; i--)
    {
      guint first = i - 1;

      while (first > 0 && mdg_decimal_compare (sorted[first - 1]->value, sorted[i - 1]->value) == 0)
        first--;
      orders[sorted[i - 1]->area] = first + 1;
    }
}

static void
update_areas (MdgFigureList *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);
  const MdgObservation *values[MDG_N_AREAS] = { NULL };
  guint orders[MDG_N_AREAS] = { 0 };

  if (figures != NULL)
    {
      mdg_figures_get_areas (figures, scope->month, scope->facility_type, scope->measure, values);
      order_areas (values, orders);
    }

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    mdg_figure_row_update (g_ptr_array_index (self->rows, area - 1), figures, scope->month, area,
                           scope->facility_type, scope->measure, orders[area]);
}

static void
update_facility_types (MdgFigureList *self)
{
  MdgFigures *figures = mdg_figure_model_get_figures (self->model);
  const MdgScope *scope = mdg_figure_model_get_scope (self->model);

  for (MdgFacilityType type = 0; type < N_PROPER_FACILITY_TYPES; type++)
    mdg_figure_row_update (g_ptr_array_index (self->rows, type), figures, scope->month, scope->area,
                           type, MDG_MEASURE_USAGE_RATE_ONLINE, 0);
}

static void
update (MdgFigureList *self)
{
  if (self->kind == MDG_FIGURE_LIST_AREAS)
    update_areas (self);
  else
    update_facility_types (self);

  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

static GType
mdg_figure_list_get_item_type (GListModel *list)
{
  return MDG_TYPE_FIGURE_ROW;
}

static guint
mdg_figure_list_get_n_items (GListModel *list)
{
  return MDG_FIGURE_LIST (list)->rows->len;
}

static gpointer
mdg_figure_list_get_item (GListModel *list, guint position)
{
  MdgFigureList *self = MDG_FIGURE_LIST (list);

  if (position >= self->rows->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
mdg_figure_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = mdg_figure_list_get_item_type;
  iface->get_n_items = mdg_figure_list_get_n_items;
  iface->get_item = mdg_figure_list_get_item;
}

static void
mdg_figure_list_finalize (GObject *object)
{
  MdgFigureList *self = MDG_FIGURE_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (mdg_figure_list_parent_class)->finalize (object);
}

static void
mdg_figure_list_class_init (MdgFigureListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_figure_list_finalize;

  /**
   * MdgFigureList::updated:
   *
   * Emitted after the rows say something else.
   */
  signals[SIGNAL_UPDATED] = g_signal_new ("updated", MDG_TYPE_FIGURE_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_figure_list_init (MdgFigureList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * mdg_figure_list_new:
 * @model: what is looked at
 * @kind: what the rows are
 *
 * Returns: (transfer full): a list that follows @model
 */
MdgFigureList *
mdg_figure_list_new (MdgFigureModel *model, MdgFigureListKind kind)
{
  MdgFigureList *self;

  g_return_val_if_fail (MDG_IS_FIGURE_MODEL (model), NULL);

  self = g_object_new (MDG_TYPE_FIGURE_LIST, NULL);
  self->model = g_object_ref (model);
  self->kind = kind;

  if (kind == MDG_FIGURE_LIST_AREAS)
    {
      for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
        g_ptr_array_add (self->rows, mdg_figure_row_new (area, MDG_FACILITY_ALL));
    }
  else
    {
      for (MdgFacilityType type = 0; type < N_PROPER_FACILITY_TYPES; type++)
        g_ptr_array_add (self->rows, mdg_figure_row_new (MDG_AREA_NONE, type));
    }

  /* New figures come with a scope of their own, and both are notified of together. */
  g_signal_connect_object (model, "notify::scope", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::figures", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * mdg_figure_list_get_n_known:
 * @self: a #MdgFigureList
 *
 * Returns: how many rows have a value
 */
guint
mdg_figure_list_get_n_known (MdgFigureList *self)
{
  guint n_known = 0;

  g_return_val_if_fail (MDG_IS_FIGURE_LIST (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n_known += mdg_figure_row_get_value (g_ptr_array_index (self->rows, i)) != NULL;

  return n_known;
}

/**
 * mdg_figure_list_find_area:
 * @rows: a list of #MdgFigureRow, in whatever order and however filtered
 * @area: an area
 * @position: (out): where its row is
 *
 * Finds the row of @area, so that a list can select what is selected elsewhere.
 *
 * Returns: %TRUE if there is one
 */
gboolean
mdg_figure_list_find_area (GListModel *rows, MdgArea area, guint *position)
{
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  n = g_list_model_get_n_items (rows);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgFigureRow) row = g_list_model_get_item (rows, i);

      if (mdg_figure_row_get_area (row) == area)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}
