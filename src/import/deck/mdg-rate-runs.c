/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-rate-runs.h"

#include "import/deck/mdg-deck-tokens.h"
#include "import/deck/mdg-totals.h"

/*
 * Names and values stand in runs: 14 names and 14 values, then 16 and 16, then 17 and 17, with the
 * nation after the first of them, or one name and one value at a time. A run of names belongs to the
 * run of values beside it if both are as long. Runs that are not are not guessed at.
 */

typedef struct
{
  MdgDecimal rate;
  MdgDecimal change;
} Value;

/* A run of names and the run of values that belongs to it. */
typedef struct
{
  GArray *names;  /* MdgToken */
  GArray *values; /* Value */
  gboolean is_readable;
} Run;

/* What is looked away from. */
typedef enum
{
  RATES_AS_THEY_ARE,
  RATES_WITHOUT_TICKS,   /* such as 10.00% at the axis of a chart */
  RATES_WITHOUT_CHANGES, /* which are a column of their own, after all names and rates */
  N_RATES_MODES,
} RatesMode;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_array_unref (self->names);
  g_array_unref (self->values);
  g_free (self);
}

static Run *
run_new (void)
{
  Run *self = g_new0 (Run, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (MdgToken));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->is_readable = TRUE;

  return self;
}

static gboolean
is_tick (const MdgToken *token)
{
  return token->kind == MDG_TOKEN_RATE && token->value.digits % 500 == 0;
}

/* Rates and changes in turn, or all rates before all changes: either way the first rate and the first
 * change are of one value. */
static gboolean
pair_values (GArray *rates, GArray *changes, GArray *values)
{
  if (rates->len != changes->len)
    return FALSE;

  for (guint i = 0; i < rates->len; i++)
    {
      Value value = { g_array_index (rates, MdgDecimal, i),
                      g_array_index (changes, MdgDecimal, i) };

      g_array_append_val (values, value);
    }

  return TRUE;
}

/* The changes, in the order of all rates; empty if they are not as many. */
static GArray *
collect_changes (GArray *tokens)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MdgDecimal));
  guint n_rates = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const MdgToken *token = &g_array_index (tokens, MdgToken, i);

      if (token->kind == MDG_TOKEN_CHANGE)
        g_array_append_val (changes, token->value);
      else if (token->kind == MDG_TOKEN_RATE && !is_tick (token))
        n_rates++;
    }
  if (n_rates != changes->len)
    g_array_set_size (changes, 0);

  return changes;
}

static gboolean
is_skipped (const MdgToken *token, RatesMode mode)
{
  return (mode != RATES_AS_THEY_ARE && is_tick (token)) ||
         (mode == RATES_WITHOUT_CHANGES && token->kind == MDG_TOKEN_CHANGE);
}

/* Names and values by turns, beginning with whichever stands first. */
static GPtrArray *
find_runs (GArray *tokens, RatesMode mode)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  g_autoptr (GArray) apart = collect_changes (tokens);
  guint n_apart = 0;
  gboolean names_first = TRUE;
  gboolean is_first = TRUE;
  guint i = 0;

  while (i < tokens->len)
    {
      g_autoptr (GArray) rates = g_array_new (FALSE, FALSE, sizeof (MdgDecimal));
      g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MdgDecimal));
      gboolean is_name = g_array_index (tokens, MdgToken, i).kind == MDG_TOKEN_AREA;
      Run *run;

      if (is_skipped (&g_array_index (tokens, MdgToken, i), mode))
        {
          i++;
          continue;
        }
      if (is_first)
        names_first = is_name;
      if (is_first || is_name == names_first)
        g_ptr_array_add (runs, run_new ());
      is_first = FALSE;
      run = g_ptr_array_index (runs, runs->len - 1);

      for (; i < tokens->len; i++)
        {
          const MdgToken *token = &g_array_index (tokens, MdgToken, i);

          if (is_skipped (token, mode))
            continue;
          if ((token->kind == MDG_TOKEN_AREA) != is_name)
            break;
          if (token->kind == MDG_TOKEN_AREA)
            g_array_append_vals (run->names, token, 1);
          else
            g_array_append_vals (token->kind == MDG_TOKEN_RATE ? rates : changes, &token->value, 1);
        }
      if (!is_name && mode == RATES_WITHOUT_CHANGES && n_apart + rates->len <= apart->len)
        {
          g_array_append_vals (changes, &g_array_index (apart, MdgDecimal, n_apart), rates->len);
          n_apart += rates->len;
        }
      if (!is_name)
        run->is_readable = pair_values (rates, changes, run->values);
    }

  return runs;
}

/**
 * mdg_rate_is_national:
 * @rate: a rate
 * @type_tables: (element-type MdgTypeTable): the tables by facility type
 *
 * Returns: whether @rate is a ratio of the national totals, where the text has them
 */
gboolean
mdg_rate_is_national (MdgDecimal rate, GPtrArray *type_tables)
{
  for (guint i = 0; i < type_tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (type_tables, i);
      const gint64 *all = table->values[MDG_FACILITY_ALL];
      guint whole = mdg_type_table_find_whole (table);

      if (!mdg_type_table_is_totals (table) || !mdg_type_table_is_lawful (table))
        continue;
      for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
        {
          MdgDecimal ratio;

          if (column != whole && mdg_decimal_percent_ratio (all[column], all[whole], 2, &ratio) &&
              mdg_decimal_compare (ratio, rate) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* The place of 全国 among the names of @run, or their number if it is not there. */
static guint
find_nation (const Run *run)
{
  for (guint i = 0; i < run->names->len; i++)
    if (g_array_index (run->names, MdgToken, i).area == MDG_AREA_NATIONAL)
      return i;

  return run->names->len;
}

static void
move_name (Run *from, guint index, Run *to, guint to_index)
{
  MdgToken name = g_array_index (from->names, MdgToken, index);

  g_array_remove_index (from->names, index);
  g_array_insert_val (to->names, to_index, name);
}

/* 全国 stands apart from the columns, so that its name may be in one run and its value in another,
 * or in another place of the run: what the national totals say is believed. */
static void
place_nation (GPtrArray *runs, GPtrArray *type_tables)
{
  Run *with_name = NULL;
  Run *with_value = NULL;
  guint n_over = 0;
  guint n_short = 0;
  guint index = 0;
  guint target = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      Run *run = g_ptr_array_index (runs, i);
      guint nation = find_nation (run);

      if (nation < run->names->len)
        {
          with_name = run;
          index = nation;
          target = nation;
        }
      if (run->values->len == run->names->len + 1)
        {
          with_value = run;
          n_over++;
        }
      else if (run->values->len + 1 == run->names->len)
        {
          n_short++;
        }
    }
  if (with_name == NULL)
    return;

  if (with_value == NULL && with_name->values->len == with_name->names->len)
    {
      with_value = with_name;
    }
  else if (n_over == 1 && n_short == 1 && with_value != with_name &&
           with_name->values->len + 1 == with_name->names->len)
    {
      target = with_value->names->len;
      move_name (with_name, index, with_value, target);
      index = target;
    }
  else
    {
      return;
    }

  if (mdg_rate_is_national (g_array_index (with_value->values, Value, target).rate, type_tables))
    return;
  for (guint place = 0; place < 2; place++)
    {
      guint at = place == 0 ? with_value->values->len - 1 : 0;

      if (!mdg_rate_is_national (g_array_index (with_value->values, Value, at).rate, type_tables))
        continue;
      move_name (with_value, index, with_value, at);
      return;
    }
}

static gboolean
is_whole (const Run *run)
{
  return run->is_readable && run->names->len == run->values->len;
}

/* A cell that is lost can leave in doubt which name is of which value. */
static gboolean
are_in_doubt (GPtrArray *runs)
{
  gboolean all_are_whole = TRUE;

  for (guint i = 0; i < runs->len; i++)
    all_are_whole = all_are_whole && is_whole (g_ptr_array_index (runs, i));

  return !all_are_whole;
}

static GArray *
make_rows (GPtrArray *runs)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (MdgRateRow));
  gboolean in_doubt = are_in_doubt (runs);

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = g_ptr_array_index (runs, i);
      /* One name and one value may each be of another row, and so may the nation's. */
      gboolean is_doubtful =
        in_doubt && (run->names->len == 1 || find_nation (run) < run->names->len);

      for (guint j = 0; is_whole (run) && j < run->names->len; j++)
        {
          const MdgToken *name = &g_array_index (run->names, MdgToken, j);
          const Value *value = &g_array_index (run->values, Value, j);
          MdgRateRow row = {
            .area = name->area,
            .rate = value->rate,
            .change = value->change,
            .line = name->line,
            .is_doubtful = is_doubtful,
          };

          g_array_append_val (rows, row);
        }
    }

  return rows;
}

/**
 * mdg_rate_runs_solve:
 * @tokens: (element-type MdgToken): areas, rates and changes in the order of the text
 * @type_tables: (element-type MdgTypeTable): the tables by facility type, which tell the national rate
 *
 * Puts the rows of the table of rates by prefecture together.
 *
 * Returns: (transfer full) (element-type MdgRateRow): the rows; those in doubt are marked
 */
GArray *
mdg_rate_runs_solve (GArray *tokens, GPtrArray *type_tables)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (MdgRateRow));

  for (guint mode = 0; mode < N_RATES_MODES && best->len < MDG_N_AREAS; mode++)
    {
      g_autoptr (GPtrArray) runs = find_runs (tokens, mode);
      g_autoptr (GArray) rows = NULL;

      place_nation (runs, type_tables);
      rows = make_rows (runs);
      if (rows->len > best->len)
        {
          g_array_unref (best);
          best = g_steal_pointer (&rows);
        }
    }

  return best;
}
