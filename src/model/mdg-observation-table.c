/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/mdg-observation-table.h"

#include <string.h>

#include "core/mdg-format.h"

struct _MdgObservationTable
{
  GObject parent_instance;

  MdgFigures *figures;
  char *query;
  MdgObservationFilter filter; /* its query is the one above */
  int column;                  /* -1 is the order of MdgFigures */
  gboolean descending;

  GArray *indices; /* (element-type guint): into indexed_figures */
  MdgFigures *indexed_figures;
  guint n_total;

  guint generation;
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_N_TOTAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the worker needs, so that it shares nothing that changes with the main thread. */
typedef struct
{
  MdgFigures *figures;
  char *query;
  MdgObservationFilter filter;
  int column;
  gboolean descending;
  guint generation;
  guint n_total;
} Job;

/* For each value of each field, whether one word of the query is found in it. */
typedef struct
{
  gboolean areas[MDG_N_AREAS];
  gboolean facility_types[MDG_N_FACILITY_TYPES];
  gboolean measures[MDG_N_MEASURES];
  gboolean qualities[MDG_N_QUALITIES];
  gboolean *editions;
  GHashTable *months;
  char *word;
} WordMatch;

static void
word_match_free (WordMatch *match)
{
  g_free (match->editions);
  g_hash_table_unref (match->months);
  g_free (match->word);
  g_free (match);
}

static void
job_free (Job *job)
{
  mdg_figures_unref (job->figures);
  g_free (job->query);
  g_free (job);
}

static char *
fold (const char *text)
{
  g_autofree char *normalised = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normalised != NULL ? normalised : text, -1);
}

static gboolean
contains (const char *text, const char *word)
{
  g_autofree char *folded = fold (text);

  return strstr (folded, word) != NULL;
}

static WordMatch *
word_match_new (MdgFigures *figures, const char *word)
{
  WordMatch *match = g_new0 (WordMatch, 1);
  guint n_editions = mdg_figures_get_n_editions (figures);

  match->word = g_strdup (word);
  for (guint i = 0; i < MDG_N_AREAS; i++)
    match->areas[i] = mdg_area_matches (i, word);
  for (guint i = 0; i < MDG_N_FACILITY_TYPES; i++)
    match->facility_types[i] = contains (mdg_facility_type_get_label (i), word) ||
                               contains (mdg_facility_type_get_name_ja (i), word);
  for (guint i = 0; i < MDG_N_MEASURES; i++)
    match->measures[i] = contains (mdg_measure_get_label (i), word) ||
                         contains (mdg_measure_get_short_label (i), word) ||
                         contains (mdg_measure_get_id (i), word);
  for (guint i = 0; i < MDG_N_QUALITIES; i++)
    match->qualities[i] = contains (mdg_quality_get_label (i), word);
  match->editions = g_new0 (gboolean, n_editions + 1);
  for (guint i = 0; i < n_editions; i++)
    {
      MdgEdition *edition = mdg_figures_get_edition (figures, i);

      match->editions[i] = contains (edition->title, word) || contains (edition->id, word);
    }
  match->months = g_hash_table_new (NULL, NULL);
  return match;
}

/* Months are few beside figures, so each is spelled out once: 2025-10 and as on screen. */
static gboolean
month_matches (WordMatch *match, MdgMonth month)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (match->months, GUINT_TO_POINTER (month), NULL, &found))
    {
      g_autofree char *iso = mdg_month_to_string (month);
      g_autofree char *shown = mdg_format_month (month);

      found = GINT_TO_POINTER (contains (iso, match->word) || contains (shown, match->word));
      g_hash_table_insert (match->months, GUINT_TO_POINTER (month), found);
    }
  return GPOINTER_TO_INT (found);
}

static gboolean
word_accepts (WordMatch *match, const MdgObservation *observation)
{
  return match->areas[observation->area] || match->facility_types[observation->facility_type] ||
         match->measures[observation->measure] || match->qualities[observation->quality] ||
         match->editions[observation->edition] || month_matches (match, observation->month);
}

static gboolean
filter_accepts (const MdgObservationFilter *filter,
                GPtrArray *words,
                const MdgObservation *observation)
{
  if (filter->area != MDG_AREA_NONE && filter->area != observation->area)
    return FALSE;
  if (filter->facility_type >= 0 && filter->facility_type != observation->facility_type)
    return FALSE;
  if (filter->measure >= 0 && filter->measure != observation->measure)
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      if (!word_accepts (g_ptr_array_index (words, i), observation))
        return FALSE;
    }
  return TRUE;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_column (const Job *job, const MdgObservation *a, const MdgObservation *b)
{
  switch ((MdgObservationColumn) job->column)
    {
    case MDG_OBSERVATION_COLUMN_PERIOD:
      if (a->month != b->month)
        return compare_numbers (a->month, b->month);
      return compare_numbers (a->as_of, b->as_of);
    case MDG_OBSERVATION_COLUMN_AREA:
      return compare_numbers (a->area, b->area);
    case MDG_OBSERVATION_COLUMN_FACILITY_TYPE:
      return compare_numbers (a->facility_type, b->facility_type);
    case MDG_OBSERVATION_COLUMN_MEASURE:
      return compare_numbers (a->measure, b->measure);
    case MDG_OBSERVATION_COLUMN_VALUE:
      return mdg_decimal_compare (a->value, b->value);
    case MDG_OBSERVATION_COLUMN_BASIS:
      return compare_numbers (mdg_measure_get_basis (a->measure),
                              mdg_measure_get_basis (b->measure));
    case MDG_OBSERVATION_COLUMN_QUALITY:
      return compare_numbers (a->quality, b->quality);
    case MDG_OBSERVATION_COLUMN_EDITION:
      return mdg_edition_compare_rank (mdg_figures_get_edition (job->figures, a->edition),
                                       mdg_figures_get_edition (job->figures, b->edition));
    case MDG_OBSERVATION_COLUMN_PAGE:
      return compare_numbers (a->page, b->page);
    case MDG_N_OBSERVATION_COLUMNS:
    default:
      return 0;
    }
}

static int
compare_indices (gconstpointer a, gconstpointer b, gpointer data)
{
  const Job *job = data;
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;
  int order = 0;

  if (job->column >= 0)
    order = compare_column (job, mdg_figures_get (job->figures, index_a),
                            mdg_figures_get (job->figures, index_b));
  if (job->descending)
    order = -order;
  /* The order of MdgFigures decides between equals, so that every sort is stable. */
  return order != 0 ? order : compare_numbers (index_a, index_b);
}

static GPtrArray *
split_words (MdgFigures *figures, const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_match_free);
  g_autofree char *folded = fold (query != NULL ? query : "");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] != '\0')
        g_ptr_array_add (words, word_match_new (figures, parts[i]));
    }
  return words;
}

static void
compute_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) words = split_words (job->figures, job->query);
  guint n = mdg_figures_get_n (job->figures);

  for (guint i = 0; i < n; i++)
    {
      if (!job->filter.all_editions && !mdg_figures_is_shown (job->figures, i))
        continue;
      job->n_total++;
      if (filter_accepts (&job->filter, words, mdg_figures_get (job->figures, i)))
        g_array_append_val (indices, i);
    }
  if (job->column >= 0 || job->descending)
    g_array_sort_with_data (indices, compare_indices, job);

  g_task_return_pointer (task, indices, (GDestroyNotify) g_array_unref);
}

static void
set_busy (MdgObservationTable *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
computed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  MdgObservationTable *self = MDG_OBSERVATION_TABLE (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) indices = g_task_propagate_pointer (G_TASK (result), NULL);
  guint n_old = self->indices->len;

  if (job->generation != self->generation)
    return;

  g_array_unref (self->indices);
  self->indices = g_steal_pointer (&indices);
  g_clear_pointer (&self->indexed_figures, mdg_figures_unref);
  self->indexed_figures = mdg_figures_ref (job->figures);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->indices->len);
  if (self->n_total != job->n_total)
    {
      self->n_total = job->n_total;
      g_object_notify_by_pspec (object, properties[PROP_N_TOTAL]);
    }
  set_busy (self, FALSE);
}

static void
recompute (MdgObservationTable *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->generation++;
  if (self->figures == NULL)
    return;

  job = g_new0 (Job, 1);
  job->figures = mdg_figures_ref (self->figures);
  job->filter = self->filter;
  job->query = g_strdup (self->query);
  job->column = self->column;
  job->descending = self->descending;
  job->generation = self->generation;

  task = g_task_new (self, NULL, computed_cb, NULL);
  g_task_set_static_name (task, "figure table");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, compute_in_thread);
}

static GType
mdg_observation_table_get_item_type (GListModel *model)
{
  return MDG_TYPE_OBSERVATION_ROW;
}

static guint
mdg_observation_table_get_n_items (GListModel *model)
{
  return MDG_OBSERVATION_TABLE (model)->indices->len;
}

static gpointer
mdg_observation_table_get_item (GListModel *model, guint position)
{
  MdgObservationTable *self = MDG_OBSERVATION_TABLE (model);

  if (position >= self->indices->len)
    return NULL;
  return mdg_observation_row_new (self->indexed_figures,
                                  g_array_index (self->indices, guint, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = mdg_observation_table_get_item_type;
  iface->get_n_items = mdg_observation_table_get_n_items;
  iface->get_item = mdg_observation_table_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MdgObservationTable, mdg_observation_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
mdg_observation_table_finalize (GObject *object)
{
  MdgObservationTable *self = MDG_OBSERVATION_TABLE (object);

  g_clear_pointer (&self->figures, mdg_figures_unref);
  g_clear_pointer (&self->indexed_figures, mdg_figures_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  g_free (self->query);

  G_OBJECT_CLASS (mdg_observation_table_parent_class)->finalize (object);
}

static void
mdg_observation_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MdgObservationTable *self = MDG_OBSERVATION_TABLE (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->n_total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mdg_observation_table_class_init (MdgObservationTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_observation_table_finalize;
  object_class->get_property = mdg_observation_table_get_property;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_observation_table_init (MdgObservationTable *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->filter = (MdgObservationFilter) { NULL, MDG_AREA_NONE, -1, -1, FALSE };
  self->column = -1;
}

/**
 * mdg_observation_table_new:
 *
 * Returns: (transfer full): an empty table
 */
MdgObservationTable *
mdg_observation_table_new (void)
{
  return g_object_new (MDG_TYPE_OBSERVATION_TABLE, NULL);
}

/**
 * mdg_observation_table_set_figures:
 * @self: the table
 * @figures: (nullable): the figures
 *
 * Sets what the table is a list of. The rows change when the worker is done.
 */
void
mdg_observation_table_set_figures (MdgObservationTable *self, MdgFigures *figures)
{
  g_return_if_fail (MDG_IS_OBSERVATION_TABLE (self));

  if (self->figures == figures)
    return;
  g_clear_pointer (&self->figures, mdg_figures_unref);
  if (figures != NULL)
    self->figures = mdg_figures_ref (figures);
  recompute (self);
}

/**
 * mdg_observation_table_set_filter:
 * @self: the table
 * @filter: which figures to keep; copied
 *
 * Sets the filter. The rows change when the worker is done.
 */
void
mdg_observation_table_set_filter (MdgObservationTable *self, const MdgObservationFilter *filter)
{
  g_return_if_fail (MDG_IS_OBSERVATION_TABLE (self));

  if (g_strcmp0 (self->query, filter->query) == 0 && self->filter.area == filter->area &&
      self->filter.facility_type == filter->facility_type &&
      self->filter.measure == filter->measure && self->filter.all_editions == filter->all_editions)
    return;

  g_set_str (&self->query, filter->query);
  self->filter = *filter;
  self->filter.query = self->query;
  recompute (self);
}

/**
 * mdg_observation_table_set_order:
 * @self: the table
 * @column: the #MdgObservationColumn to sort by, or -1 for the order of #MdgFigures
 * @descending: whether the greatest comes first
 *
 * Sets the order. The rows change when the worker is done.
 */
void
mdg_observation_table_set_order (MdgObservationTable *self, int column, gboolean descending)
{
  g_return_if_fail (MDG_IS_OBSERVATION_TABLE (self));

  if (self->column == column && self->descending == descending)
    return;
  self->column = column;
  self->descending = descending;
  recompute (self);
}

/**
 * mdg_observation_table_is_busy:
 * @self: the table
 *
 * Returns: whether a result is being computed
 */
gboolean
mdg_observation_table_is_busy (MdgObservationTable *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_TABLE (self), FALSE);

  return self->busy;
}

/**
 * mdg_observation_table_get_n_total:
 * @self: the table
 *
 * Returns: how many figures there are before the query and the choices narrow them
 */
guint
mdg_observation_table_get_n_total (MdgObservationTable *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_TABLE (self), 0);

  return self->n_total;
}

/**
 * mdg_observation_table_find:
 * @self: the table
 * @observation: a figure, of these or of earlier figures
 * @edition_id: id of its edition
 *
 * Finds a figure again after the rows have changed, so that the selection can stay on it.
 *
 * Returns: its position, or %G_MAXUINT when it is not in the table
 */
guint
mdg_observation_table_find (MdgObservationTable *self,
                            const MdgObservation *observation,
                            const char *edition_id)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_TABLE (self), G_MAXUINT);

  for (guint i = 0; i < self->indices->len; i++)
    {
      const MdgObservation *other =
        mdg_figures_get (self->indexed_figures, g_array_index (self->indices, guint, i));

      if (mdg_observation_compare_key (observation, other) == 0 &&
          g_str_equal (mdg_figures_get_edition (self->indexed_figures, other->edition)->id,
                       edition_id))
        return i;
    }
  return G_MAXUINT;
}

/**
 * mdg_observation_table_get_index:
 * @self: the table
 * @position: a row
 *
 * Returns: the index of the row's figure in mdg_observation_table_get_figures()
 */
guint
mdg_observation_table_get_index (MdgObservationTable *self, guint position)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_TABLE (self), 0);
  g_return_val_if_fail (position < self->indices->len, 0);

  return g_array_index (self->indices, guint, position);
}

/**
 * mdg_observation_table_get_figures:
 * @self: the table
 *
 * Returns: (transfer none) (nullable): the figures that the rows are of, which are those of the last
 *   result and may not be the newest; %NULL before the first
 */
MdgFigures *
mdg_observation_table_get_figures (MdgObservationTable *self)
{
  g_return_val_if_fail (MDG_IS_OBSERVATION_TABLE (self), NULL);

  return self->indexed_figures;
}
