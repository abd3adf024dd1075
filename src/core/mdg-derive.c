/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-derive.h"

#include <stdlib.h>

#include "core/mdg-ratio.h"
#include "core/mdg-statistics.h"

/* All figures of one month, so that a rule finds what it needs without a search. */
typedef struct
{
  MdgMonth month;
  const MdgObservation *cells[MDG_N_AREAS][MDG_N_FACILITY_TYPES][MDG_N_MEASURES];
} Table;

typedef struct
{
  Table *current;
  Table *previous;
  GPtrArray *derived; /* (element-type MdgObservation) */
} Deriver;

/* The ratio of one area, and the figure that what is derived from it is traced to. */
typedef struct
{
  const MdgObservation *part;
  MdgRatio counts;
} Ratio;

/* What a publication prints stays; a derived figure stands before a secondary one. */
static gboolean
is_wanted (const MdgObservation *cell)
{
  return cell == NULL || cell->quality < MDG_QUALITY_DERIVED;
}

static void
add (Deriver *self,
     Table *table,
     const MdgObservation *source,
     MdgFacilityType facility_type,
     MdgMeasure measure,
     MdgDecimal value)
{
  MdgObservation *derived = g_memdup2 (source, sizeof *source);

  derived->month = table->month;
  derived->facility_type = facility_type;
  derived->measure = measure;
  derived->quality = MDG_QUALITY_DERIVED;
  derived->precision = MDG_PRECISION_EXACT;
  derived->doubt = MDG_DOUBT_NONE;
  derived->value = value;

  g_ptr_array_add (self->derived, derived);
  table->cells[source->area][facility_type][measure] = derived;
}

/* Law 4: the count of all facilities is the sum of the four types, here where one edition gives
 * all four. The figure is traced to the first of the pages. */
static void
sum_types (Deriver *self, MdgArea area, MdgMeasure measure)
{
  const MdgObservation *first = NULL;
  gint64 sum = 0;

  if (!is_wanted (self->current->cells[area][MDG_FACILITY_ALL][measure]))
    return;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgObservation *cell = self->current->cells[area][type][measure];
      gint64 count;

      if (!mdg_observation_is_sound (cell, MDG_QUALITY_PRINTED) ||
          !mdg_observation_get_count (cell, &count) ||
          (first != NULL && cell->edition != first->edition) ||
          __builtin_add_overflow (sum, count, &sum))
        return;
      if (first == NULL || cell->page < first->page)
        first = cell;
    }

  add (self, self->current, first, MDG_FACILITY_ALL, measure, MDG_DECIMAL (sum, 0));
}

static gboolean
get_ratio (Deriver *self, MdgArea area, MdgFacilityType type, Ratio *ratio)
{
  ratio->part = self->current->cells[area][type][MDG_MEASURE_MNC_COUNT];

  return mdg_ratio_init (&ratio->counts, ratio->part,
                         self->current->cells[area][type][MDG_MEASURE_VERIFICATION_COUNT]);
}

/* Law 3: the rate is the ratio of the counts, rounded half up to two decimals. */
static void
divide_counts (Deriver *self, MdgArea area, MdgFacilityType type)
{
  Ratio ratio;
  MdgDecimal rate;

  if (is_wanted (self->current->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE]) &&
      get_ratio (self, area, type, &ratio) &&
      mdg_decimal_percent_ratio (ratio.counts.part, ratio.counts.whole, 2, &rate))
    add (self, self->current, ratio.part, type, MDG_MEASURE_USAGE_RATE_ONLINE, rate);
}

static int
compare_ratios_descending (const void *a, const void *b)
{
  const Ratio *ratio_a = a;
  const Ratio *ratio_b = b;

  return mdg_ratio_compare (ratio_b->counts.part, ratio_b->counts.whole, ratio_a->counts.part,
                            ratio_a->counts.whole);
}

/* Law 5: the rank is by the unrounded ratio over all 47. Rounded rates tie, so they rank nothing. */
static void
rank_prefectures (Deriver *self, MdgFacilityType type)
{
  Ratio ratios[MDG_N_PREFECTURES];
  gboolean wanted = FALSE;
  guint rank = 1;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    wanted |= is_wanted (self->current->cells[area][type][MDG_MEASURE_RANK]);
  if (!wanted)
    return;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      if (!get_ratio (self, area, type, &ratios[area - 1]) ||
          ratios[area - 1].part->edition != ratios[0].part->edition)
        return;
    }

  qsort (ratios, G_N_ELEMENTS (ratios), sizeof ratios[0], compare_ratios_descending);

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      MdgArea area = ratios[i].part->area;

      if (i > 0 && compare_ratios_descending (&ratios[i - 1], &ratios[i]) != 0)
        rank = i + 1;
      if (is_wanted (self->current->cells[area][type][MDG_MEASURE_RANK]))
        add (self, self->current, ratios[i].part, type, MDG_MEASURE_RANK, MDG_DECIMAL (rank, 0));
    }
}

/* Law 6, read backwards: last month's rate is this month's minus the printed change. */
static void
subtract_change (Deriver *self, MdgArea area, MdgFacilityType type)
{
  const MdgObservation *rate = self->current->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  const MdgObservation *change = self->current->cells[area][type][MDG_MEASURE_CHANGE_POINTS];
  MdgDecimal value;

  if (!mdg_observation_is_sound (rate, MDG_QUALITY_PRINTED) ||
      !mdg_observation_is_sound (change, MDG_QUALITY_PRINTED))
    return;
  if (!is_wanted (self->previous->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE]))
    return;
  if (!mdg_decimal_subtract (rate->value, change->value, &value) || value.digits < 0 ||
      mdg_decimal_compare (value, MDG_DECIMAL (100, 0)) > 0)
    return;

  add (self, self->previous, change, type, MDG_MEASURE_USAGE_RATE_ONLINE, value);
}

/* The rate of the month before as a whole number of hundredths, from what is printed of this month. */
static gboolean
get_rate_before (Deriver *self, MdgArea area, MdgFacilityType type, gint64 *hundredths)
{
  const MdgObservation *rate = self->current->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  const MdgObservation *change = self->current->cells[area][type][MDG_MEASURE_CHANGE_POINTS];

  if (!mdg_observation_is_sound (rate, MDG_QUALITY_PRINTED) ||
      !mdg_observation_is_sound (change, MDG_QUALITY_PRINTED) || rate->edition != change->edition ||
      rate->value.decimals != 2 || change->value.decimals != 2)
    return FALSE;

  *hundredths = rate->value.digits - change->value.digits;

  return *hundredths >= 0 && *hundredths <= 10000;
}

/* Law 5 for the month before, where no rank of it is known. Those that
 * may stand in either order are given none. */
static void
rank_month_before (Deriver *self, MdgFacilityType type)
{
  gint64 rates[MDG_N_PREFECTURES];
  guint16 edition = 0;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      const MdgObservation *change = self->current->cells[area][type][MDG_MEASURE_CHANGE_POINTS];

      if (!is_wanted (self->current->cells[area][type][MDG_MEASURE_RANK_PREVIOUS]) ||
          !is_wanted (self->previous->cells[area][type][MDG_MEASURE_RANK]) ||
          !get_rate_before (self, area, type, &rates[area - 1]))
        return;
      if (area > 1 && change->edition != edition)
        return;
      edition = change->edition;
    }

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      MdgRankRange range = mdg_rank_range (rates, MDG_N_PREFECTURES, i, MDG_RATE_BEFORE_MARGIN);

      if (range.first == range.last)
        add (self, self->current, self->current->cells[i + 1][type][MDG_MEASURE_CHANGE_POINTS],
             type, MDG_MEASURE_RANK_PREVIOUS, MDG_DECIMAL (range.first, 0));
    }
}

/* The change between two printed months, where both are printed to the same decimals. */
static void
subtract_rates (Deriver *self, MdgArea area, MdgFacilityType type)
{
  const MdgObservation *rate = self->current->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  const MdgObservation *before = self->previous->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  MdgDecimal value;

  if (is_wanted (self->current->cells[area][type][MDG_MEASURE_CHANGE_POINTS]) &&
      mdg_observation_is_sound (rate, MDG_QUALITY_PRINTED) &&
      mdg_observation_is_sound (before, MDG_QUALITY_PRINTED) &&
      rate->value.decimals == before->value.decimals &&
      mdg_decimal_subtract (rate->value, before->value, &value))
    add (self, self->current, rate, type, MDG_MEASURE_CHANGE_POINTS, value);
}

/* How far a prefecture is from the nation, where one edition gives both rates to the same decimals:
 * what two publications say of one month may have been revised in between. */
static void
subtract_nation (Deriver *self, Table *table, MdgArea area, MdgFacilityType type)
{
  const MdgObservation *rate = table->cells[area][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  const MdgObservation *nation =
    table->cells[MDG_AREA_NATIONAL][type][MDG_MEASURE_USAGE_RATE_ONLINE];
  MdgDecimal value;

  if (is_wanted (table->cells[area][type][MDG_MEASURE_DIFFERENCE_POINTS]) &&
      mdg_observation_is_sound (rate, MDG_QUALITY_DERIVED) &&
      mdg_observation_is_sound (nation, MDG_QUALITY_DERIVED) && rate->edition == nation->edition &&
      rate->value.decimals == nation->value.decimals &&
      mdg_decimal_subtract (rate->value, nation->value, &value))
    add (self, table, rate, type, MDG_MEASURE_DIFFERENCE_POINTS, value);
}

/* Only when the month after it was looked at are all rates of a month known. */
static void
finish_month (Deriver *self, Table *table)
{
  if (table->month == MDG_MONTH_NONE)
    return;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    for (guint type = 0; type < MDG_N_FACILITY_TYPES; type++)
      subtract_nation (self, table, area, type);
}

static void
derive_month (Deriver *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      sum_types (self, area, MDG_MEASURE_MNC_COUNT);
      sum_types (self, area, MDG_MEASURE_VERIFICATION_COUNT);

      for (guint type = 0; type < MDG_N_FACILITY_TYPES; type++)
        {
          divide_counts (self, area, type);
          subtract_change (self, area, type);
          subtract_rates (self, area, type);
        }
    }

  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      rank_prefectures (self, type);
      rank_month_before (self, type);
    }
}

/**
 * mdg_derive:
 * @shown: (array length=n_shown): the shown figures, in the order of their keys
 * @n_shown: how many
 * @out: (element-type MdgObservation): takes the derived figures, in no particular order
 *
 * Computes what the shown figures of one month, or of two consecutive ones, prove about others:
 * counts of all facilities, online-basis rates, ranks, changes, the rates and ranks of the month
 * before, and how far prefectures are from the nation.
 * Only exact figures without a doubt that a publication prints are used, and no figure that one
 * prints is derived again. A derived figure carries edition and page of what it comes from.
 */
void
mdg_derive (const MdgObservation *const *shown, guint n_shown, GArray *out)
{
  g_autofree Table *first = g_new0 (Table, 1);
  g_autofree Table *second = g_new0 (Table, 1);
  g_autoptr (GPtrArray) derived = g_ptr_array_new_with_free_func (g_free);
  Deriver self = { .current = first, .previous = second, .derived = derived };

  for (guint i = 0; i < n_shown;)
    {
      MdgMonth month = shown[i]->month;
      Table *next = self.previous;

      finish_month (&self, self.previous);
      self.previous = self.current;
      self.current = next;
      *next = (Table) { .month = month };

      /* Of the month before, nothing may be known but what this one tells of it. */
      if (self.previous->month != month - 1)
        {
          finish_month (&self, self.previous);
          *self.previous = (Table) { .month = month == MDG_MONTH_NONE ? month : month - 1 };
        }

      for (; i < n_shown && shown[i]->month == month; i++)
        {
          const MdgObservation *cell = shown[i];

          if (cell->as_of == MDG_DAY_NONE)
            next->cells[cell->area][cell->facility_type][cell->measure] = cell;
        }

      if (month != MDG_MONTH_NONE)
        derive_month (&self);
    }
  finish_month (&self, self.previous);
  finish_month (&self, self.current);

  for (guint i = 0; i < derived->len; i++)
    g_array_append_vals (out, g_ptr_array_index (derived, i), 1);
}
