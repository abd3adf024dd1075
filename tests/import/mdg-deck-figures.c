/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-figures.h"

#include <stdlib.h>

#define FIRST_TYPE MDG_FACILITY_HOSPITAL
#define FIRST_MONTH MDG_MONTH (2024, 1)
#define END_MONTH MDG_MONTH (2028, 1)
#define MAN G_GINT64_CONSTANT (10000)

/* What the ministry's note on this month means is disputed, so it is not made up. */
#define DISPUTED_MONTH MDG_MONTH (2024, 3)

/* People by prefecture, in 10,000: how large the tables' rows are. */
static const guint people[MDG_N_AREAS] = {
  0,   509, 116, 116, 226, 91,  102, 177, 283, 190, 190, 733, 626, 1409, 923, 213,
  101, 111, 74,  80,  200, 193, 356, 748, 173, 141, 254, 876, 537, 130,  89,  54,
  65,  185, 274, 130, 70,  93,  129, 67,  510, 79,  127, 171, 110, 104,  155, 147,
};

/* Verifications of a month in 1,000, and the rate in percent, as they were in October 2025. */
static const struct
{
  gint32 verifications;
  double rate;
} sizes[MDG_DECK_N_TYPES] = {
  [MDG_FACILITY_HOSPITAL] = { 23347, 57.0 },
  [MDG_FACILITY_MEDICAL_CLINIC] = { 115723, 36.2 },
  [MDG_FACILITY_DENTAL_CLINIC] = { 24017, 50.0 },
  [MDG_FACILITY_PHARMACY] = { 111518, 31.2 },
};

/* Law 3, written apart from the program: part / whole in percent, 2 decimals, half up. */
static MdgDecimal
percent (gint64 part, gint64 whole)
{
  return MDG_DECIMAL ((part * 20000 + whole) / (2 * whole), 2);
}

static gboolean
is_percent (MdgDecimal rate, gint64 part, gint64 whole)
{
  return whole > 0 && part >= 0 && part <= whole && rate.decimals == 2 &&
         rate.digits == percent (part, whole).digits;
}

/* By the unrounded ratio, the highest first. */
static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const MdgDeckCount *count_a = a;
  const MdgDeckCount *count_b = b;
  gint64 product_a = count_a->mnc * count_b->verifications;
  gint64 product_b = count_b->mnc * count_a->verifications;

  if (product_a != product_b)
    return product_a > product_b ? -1 : 1;

  return (int) count_a->area - (int) count_b->area;
}

static void
make_counts (MdgDeckFigures *self, GRand *rand, guint type, double level, gboolean has_twins)
{
  MdgDeckCount *rows = self->counts[type];
  double growth = g_rand_double_range (rand, 0.7, 1.4);

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      double size = sizes[type].verifications * 1000.0 * people[i + 1] / 12400.0;
      double rate = sizes[type].rate / 100 * level * g_rand_double_range (rand, 0.7, 1.3);

      rows[i].area = (MdgArea) (i + 1);
      rows[i].verifications = (gint64) (size * growth * g_rand_double_range (rand, 0.7, 1.3));
      rows[i].mnc = (gint64) ((double) rows[i].verifications * CLAMP (rate, 0.01, 0.97));
      if (has_twins && i == MDG_DECK_TWIN - 1)
        {
          rows[i].verifications = rows[i - 1].verifications;
          rows[i].mnc = rows[i - 1].mnc;
        }
      rows[i].rate = percent (rows[i].mnc, rows[i].verifications);
      self->totals[type][MDG_DECK_MNC] += rows[i].mnc;
      self->totals[type][MDG_DECK_VERIFICATIONS] += rows[i].verifications;
    }

  qsort (rows, MDG_N_PREFECTURES, sizeof *rows, compare_counts);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    rows[i].rank = rows[i].rank_previous = i + 1;
  /* From month to month most prefectures keep about their place. */
  for (guint i = 0; i < 60; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, MDG_N_PREFECTURES);
      guint step = (guint) g_rand_int_range (rand, 0, 4);
      guint b = MIN (a + step, MDG_N_PREFECTURES - 1);
      guint previous = rows[a].rank_previous;

      rows[a].rank_previous = rows[b].rank_previous;
      rows[b].rank_previous = previous;
    }
}

/* Law 1. */
static void
make_totals (MdgDeckFigures *self, GRand *rand)
{
  for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
    {
      gint64 *row = self->totals[type];

      row[MDG_DECK_CARD] = row[MDG_DECK_VERIFICATIONS] - row[MDG_DECK_MNC];
      for (guint column = 0; column < MDG_DECK_N_COLUMNS; column++)
        {
          double share = g_rand_double_range (rand, 0.05, 0.3);

          self->views[type][column] = (gint64) ((double) row[MDG_DECK_VERIFICATIONS] * share);
          self->views[0][column] += self->views[type][column];
          self->totals[0][column] += row[column];
        }
    }
}

/* Law 4: the four rows of a prefecture. */
static void
pool (const MdgDeckFigures *self, MdgArea area, gint64 *mnc, gint64 *verifications)
{
  *mnc = 0;
  *verifications = 0;
  for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
    for (guint i = 0; i < MDG_N_PREFECTURES; i++)
      if (self->counts[type][i].area == area)
        {
          *mnc += self->counts[type][i].mnc;
          *verifications += self->counts[type][i].verifications;
        }
}

static void
make_rates (MdgDeckFigures *self, GRand *rand)
{
  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      MdgDeckRate *row = &self->rates[i];
      gint64 mnc = self->totals[0][MDG_DECK_MNC];
      gint64 verifications = self->totals[0][MDG_DECK_VERIFICATIONS];
      gint64 before;

      row->area = i < MDG_N_PREFECTURES ? (MdgArea) (i + 1) : MDG_AREA_NATIONAL;
      if (row->area != MDG_AREA_NATIONAL)
        pool (self, row->area, &mnc, &verifications);
      row->rate = percent (mnc, verifications);
      before = row->rate.digits + g_rand_int_range (rand, -400, 100);
      row->change = MDG_DECIMAL (row->rate.digits - CLAMP (before, 0, 10000), 2);
    }
}

static MdgDecimal
share_of (gint64 part, gint64 whole)
{
  return MDG_DECIMAL (part * 1000 / whole, 1);
}

static void
make_statement (MdgDeckStatement *self, GRand *rand, gint64 whole, gint64 whole_before)
{
  self->count = (gint64) ((double) whole * g_rand_double_range (rand, 0.75, 0.95)) / MAN * MAN;
  self->share = share_of (self->count, whole);
  self->count_before =
    (gint64) ((double) whole_before * g_rand_double_range (rand, 0.55, 0.75)) / MAN * MAN;
  self->share_before = share_of (self->count_before, whole_before);
}

static void
make_status (MdgDeckFigures *self, GRand *rand)
{
  gint64 mnc = self->totals[0][MDG_DECK_MNC];

  self->population = g_rand_int_range (rand, 12250, 12500) * MAN;
  self->population_day = mdg_day_new (mdg_month_get_year (self->month), 1, 1);
  self->stock_before = self->month - (MdgMonth) g_rand_int_range (rand, 3, 25);
  do
    self->flow_before = self->month - (MdgMonth) g_rand_int_range (rand, 3, 25);
  while (self->flow_before == DISPUTED_MONTH);

  make_statement (&self->holders, rand, self->population, self->population);
  make_statement (&self->registrants, rand, self->holders.count, self->holders.count_before);
  self->usage.count = (mnc + MAN / 2) / MAN * MAN;
  self->usage.share = percent (mnc, self->totals[0][MDG_DECK_VERIFICATIONS]);
  self->usage.count_before = MAX (self->usage.count / MAN / 4, 1) * MAN;
  self->usage.share_before = MDG_DECIMAL (g_rand_int_range (rand, 100, 900), 2);
}

static void
make_bands (MdgDeckFigures *self, GRand *rand)
{
  self->band_months[1] = self->month - 1;
  self->band_months[0] = self->month - (MdgMonth) g_rand_int_range (rand, 5, 30);
  for (guint i = 0; i < 2; i++)
    {
      self->facilities[i] = g_rand_int_range (rand, 150000, 230000);
      for (guint band = 0; band < MDG_DECK_N_BANDS; band++)
        self->bands[band][i] = MDG_DECIMAL (g_rand_int_range (rand, 1, 480), 1);
    }
}

static void
make (MdgDeckFigures *self, GRand *rand, MdgMonth month, gboolean has_twins)
{
  double level = g_rand_double_range (rand, 0.15, 1.4);

  *self = (MdgDeckFigures) { .month = month, .has_totals = TRUE };
  self->has_views = TRUE;
  self->has_rates = TRUE;
  self->published = mdg_month_last_day (month) + (MdgDay) g_rand_int_range (rand, 8, 50);
  for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
    {
      self->has_counts[type] = TRUE;
      make_counts (self, rand, type, level, has_twins);
    }
  make_totals (self, rand);
  make_rates (self, rand);
  make_status (self, rand);
  make_bands (self, rand);
  self->claims_month = month - 1;
  self->claims_rate = MDG_DECIMAL (g_rand_int_range (rand, 500, 9000), 2);
  self->insured = g_rand_int_range (rand, 500, 8000) * MAN;
}

/**
 * mdg_deck_figures_init_for:
 * @self: (out): figures
 * @rand: a generator
 * @month: the month they are of
 *
 * Makes up the figures of a month.
 */
void
mdg_deck_figures_init_for (MdgDeckFigures *self, GRand *rand, MdgMonth month)
{
  make (self, rand, month, FALSE);
}

/**
 * mdg_deck_figures_init_twins:
 * @self: (out): figures
 * @rand: a generator
 *
 * Makes up figures in which %MDG_DECK_TWIN has the counts of the prefecture before it in every table,
 * so that no law sees it when the two change places in one of them.
 */
void
mdg_deck_figures_init_twins (MdgDeckFigures *self, GRand *rand)
{
  make (self, rand, FIRST_MONTH, TRUE);
}

/**
 * mdg_deck_figures_init:
 * @self: (out): figures
 * @rand: a generator
 *
 * Makes up the figures of any month from 2024 to 2027.
 */
void
mdg_deck_figures_init (MdgDeckFigures *self, GRand *rand)
{
  mdg_deck_figures_init_for (self, rand,
                             (MdgMonth) g_rand_int_range (rand, FIRST_MONTH, END_MONTH));
}

static gboolean
totals_obey (const MdgDeckFigures *self)
{
  for (guint type = 0; type < MDG_DECK_N_TYPES; type++)
    if (self->totals[type][MDG_DECK_VERIFICATIONS] !=
        self->totals[type][MDG_DECK_MNC] + self->totals[type][MDG_DECK_CARD])
      return FALSE;

  for (guint column = 0; column < MDG_DECK_N_COLUMNS; column++)
    {
      gint64 totals = 0;
      gint64 views = 0;

      for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
        {
          totals += self->totals[type][column];
          views += self->views[type][column];
        }
      if (totals != self->totals[0][column] || views != self->views[0][column])
        return FALSE;
    }

  return TRUE;
}

static gboolean
counts_obey (const MdgDeckFigures *self, guint type)
{
  const MdgDeckCount *by_rank[MDG_N_PREFECTURES] = { NULL };
  guint64 areas = 0;
  guint64 previous = 0;
  gint64 mnc = 0;
  gint64 verifications = 0;

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgDeckCount *row = &self->counts[type][i];

      if (!is_percent (row->rate, row->mnc, row->verifications) || row->rank < 1 ||
          row->rank > MDG_N_PREFECTURES || row->rank_previous < 1 ||
          row->rank_previous > MDG_N_PREFECTURES)
        return FALSE;
      by_rank[row->rank - 1] = row;
      areas |= G_GUINT64_CONSTANT (1) << row->area;
      previous |= G_GUINT64_CONSTANT (1) << row->rank_previous;
      mnc += row->mnc;
      verifications += row->verifications;
    }
  if (__builtin_popcountll (areas) != MDG_N_PREFECTURES ||
      __builtin_popcountll (previous) != MDG_N_PREFECTURES ||
      mnc != self->totals[type][MDG_DECK_MNC] ||
      verifications != self->totals[type][MDG_DECK_VERIFICATIONS])
    return FALSE;

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    if (by_rank[i] == NULL || (i > 0 && by_rank[i - 1]->mnc * by_rank[i]->verifications <
                                          by_rank[i]->mnc * by_rank[i - 1]->verifications))
      return FALSE;

  return TRUE;
}

static gboolean
rates_obey (const MdgDeckFigures *self)
{
  guint64 areas = 0;

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const MdgDeckRate *row = &self->rates[i];
      gint64 mnc = self->totals[0][MDG_DECK_MNC];
      gint64 verifications = self->totals[0][MDG_DECK_VERIFICATIONS];

      areas |= G_GUINT64_CONSTANT (1) << row->area;
      if (row->area != MDG_AREA_NATIONAL)
        pool (self, row->area, &mnc, &verifications);
      if (!is_percent (row->rate, mnc, verifications))
        return FALSE;
    }

  return __builtin_popcountll (areas) == MDG_N_AREAS;
}

/**
 * mdg_deck_figures_obey:
 * @self: figures
 *
 * Tries laws 1 to 5. Nothing that is lost is looked at, so this is for figures that are altered in
 * their values and names only.
 *
 * Returns: whether the figures, as they are printed, obey them
 */
gboolean
mdg_deck_figures_obey (const MdgDeckFigures *self)
{
  for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
    if (!counts_obey (self, type))
      return FALSE;

  return totals_obey (self) && rates_obey (self);
}

static void
add (GArray *list, MdgObservation observation, MdgMeasure measure, MdgDecimal value)
{
  observation.measure = (guint8) measure;
  observation.value = value;
  g_array_append_val (list, observation);
}

static void
list_types (const MdgDeckFigures *self, GArray *list)
{
  for (guint type = 0; type < MDG_DECK_N_TYPES; type++)
    {
      const gint64 *totals = self->totals[type];
      const gint64 *views = self->views[type];
      MdgObservation row = {
        .month = self->month,
        .facility_type = (guint8) type,
        .quality = MDG_QUALITY_VERIFIED,
      };

      if (self->has_totals)
        {
          add (list, row, MDG_MEASURE_VERIFICATION_COUNT,
               MDG_DECIMAL (totals[MDG_DECK_VERIFICATIONS], 0));
          add (list, row, MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (totals[MDG_DECK_MNC], 0));
          add (list, row, MDG_MEASURE_INSURANCE_CARD_COUNT, MDG_DECIMAL (totals[MDG_DECK_CARD], 0));
        }
      if (self->has_views)
        {
          add (list, row, MDG_MEASURE_CHECKUP_VIEWS, MDG_DECIMAL (views[0], 0));
          add (list, row, MDG_MEASURE_DRUG_VIEWS, MDG_DECIMAL (views[1], 0));
          add (list, row, MDG_MEASURE_CARE_VIEWS, MDG_DECIMAL (views[2], 0));
        }
    }
}

static void
list_rates (const MdgDeckFigures *self, GArray *list)
{
  for (guint i = 0; self->has_rates && i < MDG_N_AREAS; i++)
    {
      const MdgDeckRate *row = &self->rates[i];
      MdgObservation observation = { .month = self->month, .area = row->area };

      observation.quality = MDG_QUALITY_VERIFIED;
      add (list, observation, MDG_MEASURE_USAGE_RATE_ONLINE, row->rate);
      observation.quality = MDG_QUALITY_PRINTED;
      add (list, observation, MDG_MEASURE_CHANGE_POINTS, row->change);
    }
}

static void
list_counts (const MdgDeckFigures *self, GArray *list, guint type)
{
  for (guint i = 0; self->has_counts[type] && i < MDG_N_PREFECTURES; i++)
    {
      const MdgDeckCount *row = &self->counts[type][i];
      MdgObservation observation = {
        .month = self->month,
        .area = row->area,
        .facility_type = (guint8) type,
        .quality = MDG_QUALITY_VERIFIED,
      };

      add (list, observation, MDG_MEASURE_USAGE_RATE_ONLINE, row->rate);
      add (list, observation, MDG_MEASURE_RANK, MDG_DECIMAL (row->rank, 0));
      add (list, observation, MDG_MEASURE_RANK_PREVIOUS, MDG_DECIMAL (row->rank_previous, 0));
      add (list, observation, MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (row->mnc, 0));
      add (list, observation, MDG_MEASURE_VERIFICATION_COUNT, MDG_DECIMAL (row->verifications, 0));
    }
}

static void
list_statement (GArray *list,
                const MdgDeckStatement *statement,
                MdgMonth month,
                MdgMonth before,
                MdgMeasure count,
                MdgMeasure share)
{
  MdgObservation now = { .month = month, .as_of = mdg_month_last_day (month) };
  MdgObservation then = { .month = before, .as_of = mdg_month_last_day (before) };

  now.quality = then.quality = MDG_QUALITY_PRINTED;
  add (list, now, count, MDG_DECIMAL (statement->count, 0));
  add (list, now, share, statement->share);
  add (list, then, count, MDG_DECIMAL (statement->count_before, 0));
  add (list, then, share, statement->share_before);
}

static void
list_printed (const MdgDeckFigures *self, GArray *list)
{
  int year = mdg_month_get_year (self->month);
  MdgObservation observation = { .month = self->month, .quality = MDG_QUALITY_PRINTED };

  list_statement (list, &self->holders, self->month, self->stock_before, MDG_MEASURE_CARD_HOLDERS,
                  MDG_MEASURE_HOLDER_SHARE);
  list_statement (list, &self->registrants, self->month, self->stock_before,
                  MDG_MEASURE_REGISTRANTS, MDG_MEASURE_REGISTRATION_SHARE);

  /* The month's own usage is what other tables say in full. */
  observation.month = self->flow_before;
  add (list, observation, MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (self->usage.count_before, 0));
  add (list, observation, MDG_MEASURE_USAGE_RATE_ONLINE, self->usage.share_before);

  observation.month = self->claims_month;
  add (list, observation, MDG_MEASURE_USAGE_RATE_CLAIMS, self->claims_rate);

  for (guint i = 0; i < 2; i++)
    {
      observation.month = self->band_months[i];
      add (list, observation, MDG_MEASURE_FACILITIES_COUNTED, MDG_DECIMAL (self->facilities[i], 0));
      for (guint band = 0; band < MDG_DECK_N_BANDS; band++)
        {
          observation.facility_type =
            (guint8) (band < 2 ? MDG_FACILITY_ALL : MDG_FACILITY_UNASSIGNED_1 + (band - 2));
          add (list, observation,
               band == 1 ? MDG_MEASURE_FACILITIES_30_AND_OVER : MDG_MEASURE_FACILITIES_UNDER_10,
               self->bands[band][i]);
        }
      observation.facility_type = MDG_FACILITY_ALL;
    }

  observation.month = mdg_day_get_month (self->population_day);
  observation.as_of = self->population_day;
  add (list, observation, MDG_MEASURE_POPULATION, MDG_DECIMAL (self->population, 0));
  observation.month = MDG_MONTH (year, 12);
  observation.as_of = mdg_day_new (year, 12, 1);
  add (list, observation, MDG_MEASURE_INSURED_AFFECTED, MDG_DECIMAL (self->insured, 0));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return mdg_observation_compare_key (a, b);
}

/**
 * mdg_deck_figures_list:
 * @self: figures
 *
 * Lists what an import of the deck has to give: each figure that a law reaches as verified, the
 * others as printed. Pages, editions and precisions are not filled in.
 *
 * Returns: (transfer full) (element-type MdgObservation): the figures, sorted by key
 */
GArray *
mdg_deck_figures_list (const MdgDeckFigures *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MdgObservation));

  list_types (self, list);
  list_rates (self, list);
  for (guint type = FIRST_TYPE; type < MDG_DECK_N_TYPES; type++)
    list_counts (self, list, type);
  list_printed (self, list);
  g_array_sort (list, compare_keys);

  return list;
}
