/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-type-readings.h"

#include "import/deck/mdg-totals.h"

#include <string.h>

/* A table by facility type whose digits can be read in several ways: the laws choose. */

/* What is beyond is not tried; the table is then taken as its commas split it. */
#define MAX_COMBINATIONS 20000u

#define MAX_OTHERS 8u

/**
 * mdg_type_table_same_values:
 * @a: a table
 * @b: another
 *
 * Returns: whether they hold the same numbers
 */
gboolean
mdg_type_table_same_values (const MdgTypeTable *a, const MdgTypeTable *b)
{
  return memcmp (a->values, b->values, sizeof a->values) == 0 &&
         memcmp (a->n_values, b->n_values, sizeof a->n_values) == 0;
}

/**
 * mdg_type_table_add_other:
 * @self: a table
 * @other: a reading of the same text that is as lawful
 *
 * Keeps a copy of @other with @self, unless it holds the same numbers as a reading that is known.
 */
void
mdg_type_table_add_other (MdgTypeTable *self, const MdgTypeTable *other)
{
  MdgTypeTable *copy;

  if (mdg_type_table_same_values (self, other))
    return;
  if (self->others == NULL)
    self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_type_table_free);
  for (guint i = 0; i < self->others->len; i++)
    if (mdg_type_table_same_values (g_ptr_array_index (self->others, i), other))
      return;
  if (self->others->len == MAX_OTHERS)
    return;

  copy = g_memdup2 (other, sizeof *other);
  copy->others = NULL;
  g_ptr_array_add (self->others, copy);
}

/* How the row can be read: as its commas split it first, and if that leaves a doubt, in every other
 * way. */
static GArray *
list_readings (const MdgTypeRow *row)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (MdgTypeValues));
  MdgTypeValues natural;

  if (mdg_type_row_read (row, &natural) == MDG_N_TYPE_COLUMNS)
    g_array_append_val (readings, natural);
  mdg_type_row_split (row, readings);

  return readings;
}

static gboolean
row_closes (const MdgTypeValues *values, guint whole)
{
  const gint64 *v = values->values;

  return v[whole] == v[(whole + 1) % 3] + v[(whole + 2) % 3];
}

/* With @whole given, keeps only the readings in which that column is the sum of the others. */
static GArray *
filter (GArray *readings, guint whole)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (MdgTypeValues));

  for (guint i = 0; i < readings->len; i++)
    {
      const MdgTypeValues *values = &g_array_index (readings, MdgTypeValues, i);

      if (whole == MDG_N_TYPE_COLUMNS || row_closes (values, whole))
        g_array_append_vals (kept, values, 1);
    }

  return kept;
}

/* Tries every combination of readings, and adds the lawful ones to @found. */
static void
combine (const MdgTypeTable *frame,
         GArray *const readings[MDG_N_TYPE_ROWS],
         guint *budget,
         GPtrArray *found)
{
  guint64 n_combinations = 1;

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      n_combinations *= readings[type]->len;
      if (n_combinations > MIN (MAX_COMBINATIONS, *budget))
        return;
    }
  *budget -= (guint) n_combinations;

  for (guint64 i = 0; i < n_combinations && found->len <= MAX_OTHERS; i++)
    {
      MdgTypeTable table = *frame;
      guint64 rest = i;

      for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
        {
          guint choice = (guint) (rest % readings[type]->len);

          rest /= readings[type]->len;
          table.n_values[type] = MDG_N_TYPE_COLUMNS;
          memcpy (table.values[type], g_array_index (readings[type], MdgTypeValues, choice).values,
                  sizeof table.values[type]);
        }
      if (mdg_type_table_is_lawful (&table))
        g_ptr_array_add (found, g_memdup2 (&table, sizeof table));
    }
}

/* Rows that close are far fewer than rows that can be read, so they are tried first; a table none of
 * whose rows need close is the table of views. */
static GPtrArray *
search (const MdgTypeTable *frame, const MdgTypeRow *const rows[MDG_N_TYPE_ROWS], guint *budget)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_type_table_free);
  GArray *readings[MDG_N_TYPE_ROWS];

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      readings[type] = list_readings (rows[type]);
      *budget -= MIN (*budget, MDG_TYPE_ROW_COST);
    }

  for (guint whole = 0; whole <= MDG_N_TYPE_COLUMNS; whole++)
    {
      GArray *kept[MDG_N_TYPE_ROWS];

      if (whole == MDG_N_TYPE_COLUMNS && found->len > 0)
        break;
      for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
        kept[type] = filter (readings[type], whole);
      combine (frame, kept, budget, found);
      for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
        g_array_unref (kept[type]);
    }

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    g_array_unref (readings[type]);

  return found;
}

static gboolean
is_doubtful (const MdgTypeRow *const rows[MDG_N_TYPE_ROWS])
{
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    if (!mdg_type_row_is_full (rows[type]) || !mdg_type_row_is_grouped (rows[type]))
      return TRUE;

  return FALSE;
}

/* Where not all rows can be read so that the laws hold, those are kept that close in one way only. */
static void
read_closing_rows (MdgTypeTable *table,
                   const MdgTypeRow *const rows[MDG_N_TYPE_ROWS],
                   guint *budget)
{
  MdgTypeTable best = *table;
  guint n_best = 0;

  for (guint whole = 0; whole < MDG_N_TYPE_COLUMNS; whole++)
    {
      MdgTypeTable closing = *table;
      guint n_closing = 0;

      for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
        {
          g_autoptr (GArray) readings = NULL;
          g_autoptr (GArray) kept = NULL;

          if (table->n_values[type] == MDG_N_TYPE_COLUMNS || *budget == 0)
            continue;
          *budget -= MIN (*budget, MDG_TYPE_ROW_COST);
          readings = list_readings (rows[type]);
          kept = filter (readings, whole);
          if (kept->len != 1)
            continue;
          closing.n_values[type] = MDG_N_TYPE_COLUMNS;
          memcpy (closing.values[type], g_array_index (kept, MdgTypeValues, 0).values,
                  sizeof closing.values[type]);
          n_closing++;
        }
      if (n_closing > n_best)
        {
          best = closing;
          n_best = n_closing;
        }
    }

  *table = best;
}

/**
 * mdg_type_readings_choose:
 * @rows: (nullable): by facility type, its row
 * @budget: (inout): how much may still be tried
 * @is_lawful: (out): whether the reading satisfies the laws
 *
 * Reads the rows of a table: as commas split them if that satisfies the laws, or else in the way that
 * does.
 *
 * Returns: (transfer full): the table, with other readings that satisfy the laws as well
 */
MdgTypeTable *
mdg_type_readings_choose (const MdgTypeRow *const rows[MDG_N_TYPE_ROWS],
                          guint *budget,
                          gboolean *is_lawful)
{
  MdgTypeTable *natural = mdg_type_table_new (G_MAXUINT);
  g_autoptr (GPtrArray) found = NULL;
  gboolean is_whole = TRUE;
  MdgTypeTable *chosen;

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      MdgTypeValues values;

      is_whole = is_whole && rows[type] != NULL;
      if (rows[type] == NULL)
        continue;
      natural->n_values[type] = mdg_type_row_read (rows[type], &values);
      memcpy (natural->values[type], values.values, sizeof natural->values[type]);
      natural->lines[type] = rows[type]->line;
      natural->line = MIN (natural->line, rows[type]->line);
    }

  *is_lawful = mdg_type_table_is_lawful (natural);
  if (*is_lawful || !is_whole || *budget == 0 || !is_doubtful (rows))
    return natural;

  found = search (natural, rows, budget);
  if (found->len == 0)
    {
      read_closing_rows (natural, rows, budget);
      return natural;
    }

  *is_lawful = TRUE;
  mdg_type_table_free (natural);
  chosen = g_ptr_array_steal_index (found, 0);
  for (guint i = 0; i < found->len; i++)
    mdg_type_table_add_other (chosen, g_ptr_array_index (found, i));

  return chosen;
}
