/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-alter.h"

#include <string.h>

/* The tables that laws reach, by how often they are altered. */
typedef enum
{
  TOTALS,
  VIEWS,
  RATES,
  COUNTS,
} Table;

static guint
pick (GRand *rand, guint end)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) end);
}

static Table
pick_table (GRand *rand)
{
  static const Table tables[] = { TOTALS, VIEWS, RATES, RATES, COUNTS, COUNTS, COUNTS, COUNTS };

  return tables[pick (rand, G_N_ELEMENTS (tables))];
}

static guint
pick_type (GRand *rand)
{
  return MDG_FACILITY_HOSPITAL + pick (rand, MDG_DECK_N_TYPES - MDG_FACILITY_HOSPITAL);
}

/* Replaces one digit of a number that is printed with at least @width of them. */
static gint64
alter_number (gint64 number, int width, GRand *rand)
{
  g_autofree char *text = g_strdup_printf ("%0*" G_GINT64_FORMAT, width, number);
  gsize length = strlen (text);
  guint place = pick (rand, (guint) length);
  char digit;

  if (text[place] == '-')
    place++;
  /* Nothing is printed with a zero before it. */
  do
    digit = (char) ('0' + pick (rand, 10));
  while (digit == text[place] || (digit == '0' && place == 0 && (int) length > width));
  text[place] = digit;

  return g_ascii_strtoll (text, NULL, 10);
}

static char *
describe (const char *what, MdgArea area, guint type, gint64 before, gint64 after)
{
  return g_strdup_printf ("%s of %s %s: %" G_GINT64_FORMAT " became %" G_GINT64_FORMAT, what,
                          mdg_facility_type_get_id (type), mdg_area_get_name (area), before, after);
}

static char *
alter_count (MdgDeckCount *row, guint type, GRand *rand)
{
  guint before;

  switch (pick (rand, 7))
    {
    case 0:
      before = row->rank;
      row->rank = (guint) alter_number (before, 1, rand);
      return describe ("rank", row->area, type, before, row->rank);
    case 1:
      before = row->rank_previous;
      row->rank_previous = (guint) alter_number (before, 1, rand);
      return describe ("previous rank", row->area, type, before, row->rank_previous);
    case 2:
      {
        gint64 rate = row->rate.digits;

        row->rate.digits = alter_number (rate, 3, rand);
        return describe ("rate", row->area, type, rate, row->rate.digits);
      }
    case 3:
    case 4:
      {
        gint64 mnc = row->mnc;

        row->mnc = alter_number (mnc, 1, rand);
        return describe ("MNC count", row->area, type, mnc, row->mnc);
      }
    default:
      {
        gint64 verifications = row->verifications;

        row->verifications = alter_number (verifications, 1, rand);
        return describe ("verifications", row->area, type, verifications, row->verifications);
      }
    }
}

static char *
alter_rate (MdgDeckRate *row, GRand *rand)
{
  MdgDecimal *value = pick (rand, 3) == 0 ? &row->change : &row->rate;
  gint64 before = value->digits;
  gint64 sign = before < 0 ? -1 : 1;

  value->digits = sign * alter_number (before * sign, 3, rand);

  return describe (value == &row->rate ? "rate" : "change", row->area, MDG_FACILITY_ALL, before,
                   value->digits);
}

static char *
alter_digit (MdgDeckFigures *figures, GRand *rand)
{
  Table table = pick_table (rand);
  guint type = pick_type (rand);
  gint64 *cell;
  gint64 before;

  if (table == COUNTS)
    return alter_count (&figures->counts[type][pick (rand, MDG_N_PREFECTURES)], type, rand);
  if (table == RATES)
    return alter_rate (&figures->rates[pick (rand, MDG_N_AREAS)], rand);

  type = pick (rand, MDG_DECK_N_TYPES);
  cell = &(table == TOTALS ? figures->totals : figures->views)[type][pick (rand, 3)];
  before = *cell;
  *cell = alter_number (before, 1, rand);

  return describe (table == TOTALS ? "total" : "view", MDG_AREA_NATIONAL, type, before, *cell);
}

static char *
lose_row (MdgDeckFigures *figures, GRand *rand)
{
  Table table = pick_table (rand);
  guint type = pick_type (rand);
  MdgDeckCount *count = &figures->counts[type][pick (rand, MDG_N_PREFECTURES)];
  MdgDeckRate *rate = &figures->rates[pick (rand, MDG_N_AREAS)];

  switch (table)
    {
    case COUNTS:
      count->is_lost = TRUE;
      return g_strdup_printf ("lost row of %s %s", mdg_facility_type_get_id (type),
                              mdg_area_get_name (count->area));
    case RATES:
      rate->is_lost = TRUE;
      return g_strdup_printf ("lost rate of %s", mdg_area_get_name (rate->area));
    case TOTALS:
    case VIEWS:
    default:
      type = pick (rand, MDG_DECK_N_TYPES);
      (table == TOTALS ? figures->totals_lost : figures->views_lost)[type] = TRUE;
      return g_strdup_printf ("lost %s of %s", table == TOTALS ? "total" : "views",
                              mdg_facility_type_get_id (type));
    }
}

static char *
swap_names (MdgDeckFigures *figures, GRand *rand)
{
  guint a = pick (rand, MDG_N_PREFECTURES);
  guint b = (a + 1 + pick (rand, MDG_N_PREFECTURES - 1)) % MDG_N_PREFECTURES;
  guint type = pick_type (rand);
  gboolean in_rates = pick (rand, 4) == 0;
  MdgArea *area_a = in_rates ? &figures->rates[a].area : &figures->counts[type][a].area;
  MdgArea *area_b = in_rates ? &figures->rates[b].area : &figures->counts[type][b].area;
  MdgArea area = *area_a;

  *area_a = *area_b;
  *area_b = area;

  return g_strdup_printf ("swapped %s and %s in %s", mdg_area_get_name (*area_a),
                          mdg_area_get_name (*area_b),
                          in_rates ? "the rates" : mdg_facility_type_get_id (type));
}

static char *
lose_table (MdgDeckFigures *figures, GRand *rand)
{
  Table table = pick_table (rand);
  guint type = pick_type (rand);

  switch (table)
    {
    case TOTALS:
      figures->has_totals = FALSE;
      return g_strdup ("lost totals");
    case VIEWS:
      figures->has_views = FALSE;
      return g_strdup ("lost views");
    case RATES:
      figures->has_rates = FALSE;
      return g_strdup ("lost rates");
    case COUNTS:
    default:
      figures->has_counts[type] = FALSE;
      return g_strdup_printf ("lost table of %s", mdg_facility_type_get_id (type));
    }
}

/**
 * mdg_deck_alter:
 * @figures: figures
 * @alter: what goes wrong
 * @rand: a generator
 *
 * Alters one thing in what the deck prints. Whether a law can see it, mdg_deck_figures_obey ()
 * tells; a change in percentage points is the one figure here that no law reaches.
 *
 * Returns: (transfer full): what was altered, for the message of a test that fails
 */
char *
mdg_deck_alter (MdgDeckFigures *figures, MdgDeckAlter alter, GRand *rand)
{
  switch (alter)
    {
    case MDG_DECK_ALTER_DIGIT:
      return alter_digit (figures, rand);
    case MDG_DECK_ALTER_ROW:
      return lose_row (figures, rand);
    case MDG_DECK_ALTER_NAMES:
      return swap_names (figures, rand);
    case MDG_DECK_ALTER_TABLE:
    case MDG_N_DECK_ALTERS:
    default:
      return lose_table (figures, rand);
    }
}
