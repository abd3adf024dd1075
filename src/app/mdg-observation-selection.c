/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-observation-selection.h"

struct _MdgObservationSelection
{
  GObject parent_instance;

  MdgObservationTable *table;
  GtkSelectionModel *model;

  /* What is remembered: places among figures that may be older than those of the table. */
  MdgFigures *figures; /* (nullable): until something was selected */
  GArray *indices;     /* (element-type guint) */
  gboolean is_restoring;
};

G_DEFINE_FINAL_TYPE (MdgObservationSelection, mdg_observation_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;

  return (index_a > index_b) - (index_a < index_b);
}

static void
selection_changed_cb (MdgObservationSelection *self)
{
  if (self->is_restoring)
    return;

  g_array_unref (self->indices);
  self->indices = mdg_observation_selection_list (self);
  g_clear_pointer (&self->figures, mdg_figures_unref);
  if (mdg_observation_table_get_figures (self->table) != NULL)
    self->figures = mdg_figures_ref (mdg_observation_table_get_figures (self->table));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same_edition (MdgFigures *a_figures,
                 const MdgObservation *a,
                 MdgFigures *b_figures,
                 const MdgObservation *b)
{
  return g_str_equal (mdg_figures_get_edition (a_figures, a->edition)->id,
                      mdg_figures_get_edition (b_figures, b->edition)->id);
}

/* Finds the remembered figures, in ascending places, among others. Both are sorted by key, so that one walk through them
 * will do; of one key there are as many as editions. */
static GArray *
find_again (MdgFigures *figures, MdgFigures *remembered, GArray *indices)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = mdg_figures_get_n (figures);
  guint first = 0;

  for (guint i = 0; i < indices->len; i++)
    {
      const MdgObservation *wanted =
        mdg_figures_get (remembered, g_array_index (indices, guint, i));

      while (first < n &&
             mdg_observation_compare_key (mdg_figures_get (figures, first), wanted) < 0)
        first++;
      for (guint j = first;
           j < n && mdg_observation_compare_key (mdg_figures_get (figures, j), wanted) == 0; j++)
        if (is_same_edition (figures, mdg_figures_get (figures, j), remembered, wanted))
          g_array_append_val (found, j);
    }

  return found;
}

static void
follow_figures (MdgObservationSelection *self)
{
  MdgFigures *figures = mdg_observation_table_get_figures (self->table);
  GArray *found;

  if (self->figures == figures || self->figures == NULL)
    return;

  g_array_sort (self->indices, compare_indices);
  found = find_again (figures, self->figures, self->indices);
  g_array_unref (self->indices);
  self->indices = found;
  mdg_figures_unref (self->figures);
  self->figures = mdg_figures_ref (figures);
}

/* The rows have changed, and with them the model has forgotten what was selected. */
static void
restore (MdgObservationSelection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->table));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  follow_figures (self);
  if (self->indices->len > 0)
    {
      g_autofree gboolean *is_remembered = g_new0 (gboolean, mdg_figures_get_n (self->figures));

      for (guint i = 0; i < self->indices->len; i++)
        is_remembered[g_array_index (self->indices, guint, i)] = TRUE;
      for (guint i = 0; i < n; i++)
        if (is_remembered[mdg_observation_table_get_index (self->table, i)])
          gtk_bitset_add (selected, i);
    }

  self->is_restoring = TRUE;
  gtk_selection_model_set_selection (self->model, selected, all);
  self->is_restoring = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mdg_observation_selection_finalize (GObject *object)
{
  MdgObservationSelection *self = MDG_OBSERVATION_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->table);
  g_clear_pointer (&self->figures, mdg_figures_unref);
  g_array_unref (self->indices);

  G_OBJECT_CLASS (mdg_observation_selection_parent_class)->finalize (object);
}

static void
mdg_observation_selection_class_init (MdgObservationSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_observation_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", MDG_TYPE_OBSERVATION_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_observation_selection_init (MdgObservationSelection *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * mdg_observation_selection_new:
 * @table: the table
 *
 * Returns: (transfer full): a selection of none of its rows
 */
MdgObservationSelection *
mdg_observation_selection_new (MdgObservationTable *table)
{
  MdgObservationSelection *self = g_object_new (MDG_TYPE_OBSERVATION_SELECTION, NULL);

  self->table = g_object_ref (table);
  self->model = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (table))));
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* After the view, which listens to the model, has its new rows. */
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (restore), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * mdg_observation_selection_get_model:
 * @self: a selection
 *
 * Returns: (transfer none): the rows, for a view
 */
GtkSelectionModel *
mdg_observation_selection_get_model (MdgObservationSelection *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_SELECTION (self), NULL);

  return self->model;
}

/**
 * mdg_observation_selection_get_n:
 * @self: a selection
 *
 * Returns: how many rows of the table are selected
 */
guint
mdg_observation_selection_get_n (MdgObservationSelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (MDG_IS_OBSERVATION_SELECTION (self), 0);

  selected = gtk_selection_model_get_selection (self->model);

  return (guint) gtk_bitset_get_size (selected);
}

/**
 * mdg_observation_selection_get_first:
 * @self: a selection
 *
 * Returns: the first selected row, or %G_MAXUINT if none is
 */
guint
mdg_observation_selection_get_first (MdgObservationSelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (MDG_IS_OBSERVATION_SELECTION (self), G_MAXUINT);

  selected = gtk_selection_model_get_selection (self->model);

  /* That of an empty set is G_MAXUINT. */
  return gtk_bitset_get_minimum (selected);
}

/**
 * mdg_observation_selection_list:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type guint): the selected rows as places among the figures of
 *   the table, in the order of its rows
 */
GArray *
mdg_observation_selection_list (MdgObservationSelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (MDG_IS_OBSERVATION_SELECTION (self), indices);

  selected = gtk_selection_model_get_selection (self->model);
  if (!gtk_bitset_iter_init_first (&iter, selected, &position))
    return indices;
  do
    {
      guint index = mdg_observation_table_get_index (self->table, position);

      g_array_append_val (indices, index);
    }
  while (gtk_bitset_iter_next (&iter, &position));

  return indices;
}
