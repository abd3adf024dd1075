/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-figures.h"

#include "core/mdg-derive.h"
#include "core/mdg-observation-order.h"

#define N_SERIES ((guint) MDG_N_MEASURES * MDG_N_FACILITY_TYPES * MDG_N_AREAS)

struct _MdgFigures
{
  GPtrArray *editions; /* (element-type MdgEdition): best first */
  GPtrArray *removed;  /* (element-type MdgEdition): removed last first */
  MdgObservation *observations;
  guint n_observations;

  /* The shown observations once more, by measure, facility type, area and only then by time, which
   * is how views ask for them: bounds[i] to bounds[i + 1] is one line over time. */
  const MdgObservation **series;
  guint32 *bounds;
};

G_DEFINE_BOXED_TYPE (MdgFigures, mdg_figures, mdg_figures_ref, mdg_figures_unref)

/* What views read is within the vocabulary, whatever a batch held. */
static gboolean
is_known (const MdgObservation *observation, guint n_editions)
{
  return observation->area < MDG_N_AREAS && observation->facility_type < MDG_N_FACILITY_TYPES &&
         observation->measure < MDG_N_MEASURES && observation->quality < MDG_N_QUALITIES &&
         observation->edition < n_editions;
}

static guint
get_series_index (MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  return ((guint) measure * MDG_N_FACILITY_TYPES + type) * MDG_N_AREAS + area;
}

static int
compare_editions_descending (const void *a, const void *b)
{
  return mdg_edition_compare_rank (b, a);
}

static int
compare_removed (const void *a, const void *b)
{
  const MdgEdition *edition_a = a;
  const MdgEdition *edition_b = b;

  if (edition_a->removed_at != edition_b->removed_at)
    return edition_a->removed_at > edition_b->removed_at ? -1 : 1;

  return mdg_edition_compare_rank (b, a);
}

/* Takes the editions of the batch, best first; returns the new index of each, which is past the end
 * for one that was removed. */
static guint16 *
take_editions (MdgFigures *self, const GPtrArray *editions)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint16 *indexes = g_new (guint16, editions->len);

  self->editions = g_ptr_array_new_full (editions->len, (GDestroyNotify) mdg_edition_unref);
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_edition_unref);
  for (guint i = 0; i < editions->len; i++)
    {
      MdgEdition *edition = g_ptr_array_index (editions, i);

      g_ptr_array_add (edition->removed_at == 0 ? self->editions : self->removed,
                       mdg_edition_ref (edition));
    }
  g_ptr_array_sort_values (self->editions, compare_editions_descending);
  g_ptr_array_sort_values (self->removed, compare_removed);

  for (guint i = 0; i < self->editions->len; i++)
    g_hash_table_insert (places, g_ptr_array_index (self->editions, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < editions->len; i++)
    {
      gpointer place = GUINT_TO_POINTER (self->editions->len);

      (void) g_hash_table_lookup_extended (places, g_ptr_array_index (editions, i), NULL, &place);
      indexes[i] = GPOINTER_TO_UINT (place);
    }

  return indexes;
}

static void
take_observations (MdgFigures *self, const MdgBatch *batch)
{
  g_autofree guint16 *indexes = take_editions (self, batch->editions);
  g_autofree MdgObservation *known = g_new (MdgObservation, batch->observations->len);
  guint n_known = 0;

  for (guint i = 0; i < batch->observations->len; i++)
    {
      const MdgObservation *observation = &g_array_index (batch->observations, MdgObservation, i);

      if (!is_known (observation, batch->editions->len) ||
          indexes[observation->edition] >= self->editions->len)
        continue;
      known[n_known] = *observation;
      known[n_known].edition = indexes[observation->edition];
      n_known++;
    }

  self->observations = mdg_observations_sort (known, n_known);
  self->n_observations = n_known;
}

static void
add_derived (MdgFigures *self)
{
  g_autofree const MdgObservation **shown = g_new (const MdgObservation *, self->n_observations);
  g_autoptr (GArray) derived = g_array_new (FALSE, FALSE, sizeof (MdgObservation));
  g_autofree MdgObservation *sorted = NULL;
  MdgObservation *merged;
  guint n_shown = 0;

  for (guint i = 0; i < self->n_observations; i++)
    {
      if (mdg_figures_is_shown (self, i))
        shown[n_shown++] = &self->observations[i];
    }

  mdg_derive (shown, n_shown, derived);
  if (derived->len == 0)
    return;

  sorted = mdg_observations_sort ((const MdgObservation *) (gpointer) derived->data, derived->len);
  merged = mdg_observations_merge (self->observations, self->n_observations, sorted, derived->len);
  g_free (self->observations);
  self->observations = merged;
  self->n_observations += derived->len;
}

/* Counts, then places: within a series the order of the keys, which is that of time, stays. */
static void
index_series (MdgFigures *self)
{
  g_autofree guint32 *next = NULL;

  self->bounds = g_new0 (guint32, N_SERIES + 1);
  for (guint i = 0; i < self->n_observations; i++)
    {
      const MdgObservation *observation = &self->observations[i];

      if (mdg_figures_is_shown (self, i))
        self->bounds[get_series_index (observation->area, observation->facility_type,
                                       observation->measure) +
                     1]++;
    }
  for (guint i = 0; i < N_SERIES; i++)
    self->bounds[i + 1] += self->bounds[i];

  self->series = g_new (const MdgObservation *, self->bounds[N_SERIES]);
  next = g_memdup2 (self->bounds, sizeof *next * N_SERIES);
  for (guint i = 0; i < self->n_observations; i++)
    {
      const MdgObservation *observation = &self->observations[i];

      if (mdg_figures_is_shown (self, i))
        self->series[next[get_series_index (observation->area, observation->facility_type,
                                            observation->measure)]++] = observation;
    }
}

static void
clear_figures (gpointer data)
{
  MdgFigures *self = data;

  g_ptr_array_unref (self->editions);
  g_ptr_array_unref (self->removed);
  g_free (self->observations);
  g_free (self->series);
  g_free (self->bounds);
}

/* The shown figures of one line over time, ascending. */
static const MdgObservation **
get_line (MdgFigures *self, MdgArea area, MdgFacilityType type, MdgMeasure measure, guint *n)
{
  guint index;

  if (area >= MDG_N_AREAS || (guint) type >= MDG_N_FACILITY_TYPES ||
      (guint) measure >= MDG_N_MEASURES)
    {
      *n = 0;
      return self->series;
    }

  index = get_series_index (area, type, measure);
  *n = self->bounds[index + 1] - self->bounds[index];
  return self->series + self->bounds[index];
}

/* How many of @line are of @month and @as_of or before. */
static guint
count_until (const MdgObservation **line, guint n, MdgMonth month, MdgDay as_of)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (line[middle]->month < month ||
          (line[middle]->month == month && line[middle]->as_of <= as_of))
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

static int
compare_months (const void *a, const void *b)
{
  return (int) *(const MdgMonth *) a - (int) *(const MdgMonth *) b;
}

/**
 * mdg_figures_new:
 * @batch: all figures of all editions, in any order
 *
 * Builds the figures. The order of @batch makes no difference. What is outside the vocabulary, or
 * of an edition that was removed, is left out.
 *
 * Returns: (transfer full): the figures
 */
MdgFigures *
mdg_figures_new (const MdgBatch *batch)
{
  MdgFigures *self = g_atomic_rc_box_new0 (MdgFigures);

  take_observations (self, batch);
  add_derived (self);
  index_series (self);

  return self;
}

/**
 * mdg_figures_ref:
 * @self: figures
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
MdgFigures *
mdg_figures_ref (MdgFigures *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mdg_figures_unref:
 * @self: (transfer full): figures
 *
 * Drops a reference; any thread may.
 */
void
mdg_figures_unref (MdgFigures *self)
{
  g_atomic_rc_box_release_full (self, clear_figures);
}

/**
 * mdg_figures_get_n_editions:
 * @self: figures
 *
 * Gets how many editions there are.
 *
 * Returns: the number of editions
 */
guint
mdg_figures_get_n_editions (MdgFigures *self)
{
  return self->editions->len;
}

/**
 * mdg_figures_get_edition:
 * @self: figures
 * @index: index of an edition, as in an observation's `edition`
 *
 * Gets an edition. They stand best first: the latest publication is number 0.
 *
 * Returns: (transfer none): the edition
 */
MdgEdition *
mdg_figures_get_edition (MdgFigures *self, guint index)
{
  g_return_val_if_fail (index < self->editions->len, NULL);

  return g_ptr_array_index (self->editions, index);
}

/**
 * mdg_figures_get_removed:
 * @self: figures
 *
 * Gets the editions that were removed and can be restored, the one that was removed last first.
 *
 * Returns: (transfer none) (element-type MdgEdition): the editions, valid as long as @self
 */
GPtrArray *
mdg_figures_get_removed (MdgFigures *self)
{
  return self->removed;
}

/**
 * mdg_figures_get_n:
 * @self: figures
 *
 * Gets how many observations there are, shown or not.
 *
 * Returns: the number of observations
 */
guint
mdg_figures_get_n (MdgFigures *self)
{
  return self->n_observations;
}

/**
 * mdg_figures_get:
 * @self: figures
 * @index: index of an observation
 *
 * Gets an observation, in the order of keys and then of rank.
 *
 * Returns: (transfer none): the observation, valid as long as @self
 */
const MdgObservation *
mdg_figures_get (MdgFigures *self, guint index)
{
  g_return_val_if_fail (index < self->n_observations, NULL);

  return &self->observations[index];
}

/**
 * mdg_figures_is_shown:
 * @self: figures
 * @index: index of an observation
 *
 * Gets whether this is the observation shown for its key: the first one.
 *
 * Returns: whether it is shown
 */
gboolean
mdg_figures_is_shown (MdgFigures *self, guint index)
{
  g_return_val_if_fail (index < self->n_observations, FALSE);

  return index == 0 || mdg_observation_get_key (&self->observations[index]) !=
                         mdg_observation_get_key (&self->observations[index - 1]);
}

/**
 * mdg_figures_lookup:
 * @self: figures
 * @month: a month
 * @as_of: the day of a stock figure, or %MDG_DAY_NONE
 * @area: an area
 * @facility_type: a facility type
 * @measure: a measure
 *
 * Finds the shown figure of a key.
 *
 * Returns: (transfer none) (nullable): the observation, valid as long as @self, or %NULL if the
 *   figure is not known
 */
const MdgObservation *
mdg_figures_lookup (MdgFigures *self,
                    MdgMonth month,
                    MdgDay as_of,
                    MdgArea area,
                    MdgFacilityType facility_type,
                    MdgMeasure measure)
{
  const MdgObservation **line;
  guint n;

  line = get_line (self, area, facility_type, measure, &n);
  n = count_until (line, n, month, as_of);

  return n > 0 && line[n - 1]->month == month && line[n - 1]->as_of == as_of ? line[n - 1] : NULL;
}

/**
 * mdg_figures_lookup_latest:
 * @self: figures
 * @area: an area
 * @facility_type: a facility type
 * @measure: a measure
 *
 * Finds the shown figure of the latest month, and of its latest day for a stock.
 *
 * Returns: (transfer none) (nullable): the observation, valid as long as @self, or %NULL if there
 *   is none
 */
const MdgObservation *
mdg_figures_lookup_latest (MdgFigures *self,
                           MdgArea area,
                           MdgFacilityType facility_type,
                           MdgMeasure measure)
{
  const MdgObservation **line;
  guint n;

  line = get_line (self, area, facility_type, measure, &n);

  return n > 0 ? line[n - 1] : NULL;
}

static void
append_months (MdgFigures *self,
               MdgArea area,
               MdgFacilityType facility_type,
               MdgMeasure measure,
               GArray *months)
{
  const MdgObservation **line;
  guint n;

  line = get_line (self, area, facility_type, measure, &n);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || line[i]->month != line[i - 1]->month)
        g_array_append_vals (months, &line[i]->month, 1);
    }
}

/**
 * mdg_figures_get_months:
 * @self: figures
 * @area: an area, or %MDG_AREA_NONE for any prefecture
 * @facility_type: a facility type
 * @measure: a measure
 *
 * Gets the months in which the measure has a shown value for @area, or for at least one prefecture.
 *
 * Returns: (transfer full) (element-type MdgMonth): the months, ascending
 */
GArray *
mdg_figures_get_months (MdgFigures *self,
                        MdgArea area,
                        MdgFacilityType facility_type,
                        MdgMeasure measure)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  GArray *months;

  if (area != MDG_AREA_NONE)
    {
      append_months (self, area, facility_type, measure, all);
      return g_steal_pointer (&all);
    }

  for (guint prefecture = 1; prefecture <= MDG_N_PREFECTURES; prefecture++)
    append_months (self, prefecture, facility_type, measure, all);
  g_array_sort (all, compare_months);

  months = g_array_new (FALSE, FALSE, sizeof (MdgMonth));
  for (guint i = 0; i < all->len; i++)
    {
      MdgMonth month = g_array_index (all, MdgMonth, i);

      if (i == 0 || month != g_array_index (all, MdgMonth, i - 1))
        g_array_append_val (months, month);
    }

  return months;
}

/**
 * mdg_figures_get_series:
 * @self: figures
 * @area: an area
 * @facility_type: a facility type
 * @measure: a measure
 *
 * Gets the shown values of one area over time. A month without a value has no element.
 *
 * Returns: (transfer full) (element-type MdgObservation): the values, ascending by month and day
 */
GArray *
mdg_figures_get_series (MdgFigures *self,
                        MdgArea area,
                        MdgFacilityType facility_type,
                        MdgMeasure measure)
{
  GArray *series;
  const MdgObservation **line;
  guint n;

  line = get_line (self, area, facility_type, measure, &n);
  series = g_array_sized_new (FALSE, FALSE, sizeof (MdgObservation), n);
  for (guint i = 0; i < n; i++)
    g_array_append_vals (series, line[i], 1);

  return series;
}

/**
 * mdg_figures_get_areas:
 * @self: figures
 * @month: a month
 * @facility_type: a facility type
 * @measure: a measure
 * @values: (out caller-allocates) (array fixed-size=48): per area the shown figure of @month, of
 *   its latest day for a stock, or %NULL where it is not known; valid as long as @self
 *
 * Gets the figures of the nation and all prefectures.
 *
 * Returns: how many prefectures have one
 */
guint
mdg_figures_get_areas (MdgFigures *self,
                       MdgMonth month,
                       MdgFacilityType facility_type,
                       MdgMeasure measure,
                       const MdgObservation *values[MDG_N_AREAS])
{
  guint n_prefectures = 0;

  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgObservation **line;
      guint n;

      line = get_line (self, area, facility_type, measure, &n);
      n = count_until (line, n, month, G_MAXUINT32);
      values[area] = n > 0 && line[n - 1]->month == month ? line[n - 1] : NULL;
      if (area != MDG_AREA_NATIONAL && values[area] != NULL)
        n_prefectures++;
    }

  return n_prefectures;
}

/**
 * mdg_figures_get_newest_edition:
 * @self: figures
 *
 * Gets the edition with the latest publication date among the ministry's own.
 *
 * Returns: (transfer none) (nullable): the edition, valid as long as @self, or %NULL if the
 *   ministry's editions have no date
 */
MdgEdition *
mdg_figures_get_newest_edition (MdgFigures *self)
{
  for (guint i = 0; i < self->editions->len; i++)
    {
      MdgEdition *edition = g_ptr_array_index (self->editions, i);

      if (edition->trust == MDG_TRUST_MINISTRY && edition->published != MDG_DAY_NONE)
        return edition;
    }

  return NULL;
}
