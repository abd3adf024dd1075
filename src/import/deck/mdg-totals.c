/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-totals.h"

#include <string.h>

#define FIRST_TYPE MDG_FACILITY_HOSPITAL

/* How many rows are whole, and in how many of them @column is the sum of the two others. */
static guint
count_closing_rows (const MdgTypeTable *table, guint column, guint *n_whole)
{
  guint n_closing = 0;

  *n_whole = 0;
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      const gint64 *row = table->values[type];

      if (table->n_values[type] < MDG_N_TYPE_COLUMNS)
        continue;
      (*n_whole)++;
      n_closing += row[column] == row[(column + 1) % 3] + row[(column + 2) % 3];
    }

  return n_closing;
}

/**
 * mdg_type_table_find_whole:
 * @table: a table
 *
 * Returns: the column that most often is the sum of the two others
 */
guint
mdg_type_table_find_whole (const MdgTypeTable *table)
{
  guint best = 0;
  guint n_best = 0;

  for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
    {
      guint n_whole;
      guint n_closing = count_closing_rows (table, column, &n_whole);

      if (n_closing > n_best)
        {
          best = column;
          n_best = n_closing;
        }
    }

  return best;
}

/**
 * mdg_type_table_is_totals:
 * @table: a table
 *
 * Tells the table of totals by what it holds: in most of its rows one column is the sum of the
 * others, which information views never are.
 *
 * Returns: whether @table is the table of totals
 */
gboolean
mdg_type_table_is_totals (const MdgTypeTable *table)
{
  guint n_whole;
  guint n_closing = count_closing_rows (table, mdg_type_table_find_whole (table), &n_whole);

  return n_closing > 0 && n_closing * 2 >= n_whole;
}

/**
 * mdg_type_table_is_lawful:
 * @table: a table
 *
 * Tries law 1 without asking which column is which.
 *
 * Returns: whether every row is there, the types sum to the totals, and, if this is the table of
 *   totals, every row closes
 */
gboolean
mdg_type_table_is_lawful (const MdgTypeTable *table)
{
  guint n_whole;
  guint n_closing = count_closing_rows (table, mdg_type_table_find_whole (table), &n_whole);

  if (n_whole < MDG_N_TYPE_ROWS ||
      (mdg_type_table_is_totals (table) && n_closing < MDG_N_TYPE_ROWS))
    return FALSE;

  for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
    {
      gint64 sum = 0;

      for (guint type = FIRST_TYPE; type < MDG_N_TYPE_ROWS; type++)
        sum += table->values[type][column];
      if (sum != table->values[MDG_FACILITY_ALL][column])
        return FALSE;
    }

  return TRUE;
}

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static void
say (MdgTotals *self, MdgImportMessage *message)
{
  g_ptr_array_add (self->messages, message);
}

static gint64
sum_types (gint64 values[MDG_N_TYPE_ROWS][MDG_N_TYPE_COLUMNS], guint column)
{
  gint64 sum = 0;

  for (guint type = FIRST_TYPE; type < MDG_N_TYPE_ROWS; type++)
    sum += values[type][column];

  return sum;
}

static gint64
row_gap (gint64 values[MDG_N_TYPE_ROWS][MDG_N_TYPE_COLUMNS], guint type)
{
  const gint64 *row = values[type];

  return row[MDG_COLUMN_VERIFICATIONS] - row[MDG_COLUMN_MNC] - row[MDG_COLUMN_INSURANCE_CARD];
}

/* A row that is not there follows from the others, if those close. */
static void
derive_row (MdgTotals *self, guint missing)
{
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    if (type != missing && row_gap (self->values, type) != 0)
      return;

  memcpy (self->reference, self->values, sizeof self->reference);
  for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
    {
      self->reference[missing][column] = 0;
      if (missing == MDG_FACILITY_ALL)
        self->reference[missing][column] = sum_types (self->reference, column);
      else
        self->reference[missing][column] =
          self->values[MDG_FACILITY_ALL][column] - sum_types (self->reference, column);
    }
  self->has_reference = TRUE;
  self->is_repaired = TRUE;
}

static gboolean
check_whole (MdgTotals *self, gboolean rows_close)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_missing = 0;
  guint last_missing = 0;

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    if (self->n_values[type] < MDG_N_TYPE_COLUMNS)
      {
        n_missing++;
        last_missing = type;
        if (missing->len > 0)
          g_string_append_c (missing, ' ');
        g_string_append (missing, mdg_facility_type_get_id (type));
      }

  if (n_missing == 0)
    return TRUE;

  say (self, mdg_import_message_new (MDG_MESSAGE_TYPES_MISSING, missing->str, NULL));
  if (n_missing == 1 && rows_close)
    derive_row (self, last_missing);

  return FALSE;
}

/* One wrong cell opens exactly its row and its column, and both by the same difference. */
static void
repair_cell (MdgTotals *self, guint type, guint column, const MdgMeasure *measures)
{
  gint64 *cell = &self->reference[type][column];
  gint64 printed = *cell;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  *cell += column == MDG_COLUMN_VERIFICATIONS ? -row_gap (self->reference, type)
                                              : row_gap (self->reference, type);
  if (*cell < 0 || sum_types (self->reference, column) != self->reference[MDG_FACILITY_ALL][column])
    return;

  before = number (printed);
  after = number (*cell);
  say (self, mdg_import_message_new (MDG_MESSAGE_CELL_TOLD, mdg_facility_type_get_id (type),
                                     mdg_measure_get_id (measures[column]), before, after, NULL));
  self->has_reference = TRUE;
  self->is_repaired = TRUE;
}

static void
check_sums (MdgTotals *self, const MdgMeasure *measures, gboolean rows_close)
{
  guint n_open_columns = 0;
  guint n_open_rows = 0;
  guint open_column = 0;
  guint open_row = 0;

  for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
    {
      gint64 printed = self->values[MDG_FACILITY_ALL][column];
      gint64 sum = sum_types (self->values, column);
      g_autofree char *printed_text = number (printed);
      g_autofree char *sum_text = number (sum);
      g_autofree char *gap_text = number (printed - sum);

      if (printed == sum)
        continue;
      n_open_columns++;
      open_column = column;
      say (self,
           mdg_import_message_new (MDG_MESSAGE_SUM_OPEN, mdg_measure_get_id (measures[column]),
                                   printed_text, sum_text, gap_text, NULL));
    }

  for (guint type = 0; rows_close && type < MDG_N_TYPE_ROWS; type++)
    {
      gint64 gap = row_gap (self->values, type);
      g_autofree char *whole = number (self->values[type][MDG_COLUMN_VERIFICATIONS]);
      g_autofree char *mnc = number (self->values[type][MDG_COLUMN_MNC]);
      g_autofree char *card = number (self->values[type][MDG_COLUMN_INSURANCE_CARD]);
      g_autofree char *gap_text = number (gap);

      if (gap == 0)
        continue;
      n_open_rows++;
      open_row = type;
      say (self, mdg_import_message_new (MDG_MESSAGE_ROW_OPEN, mdg_facility_type_get_id (type),
                                         card, mnc, whole, gap_text, NULL));
    }

  memcpy (self->reference, self->values, sizeof self->reference);
  self->is_accepted = n_open_columns == 0 && n_open_rows == 0;
  if (self->is_accepted)
    self->has_reference = TRUE;
  else if (n_open_columns == 1 && n_open_rows == 1)
    repair_cell (self, open_row, open_column, measures);

  if (!self->is_accepted && !self->is_repaired)
    say (self, mdg_import_message_new (MDG_MESSAGE_ROW_UNTOLD, NULL));
}

/**
 * mdg_totals_new:
 * @table: a table by facility type
 * @order: for each wanted column, which column of @table it is
 * @measures: what each wanted column measures
 * @rows_close: whether the first wanted column must be the sum of the two others in every row
 *
 * Tries law 1 on a table: the four types sum to the totals, and with @rows_close insurance card plus
 * MNC is verifications.
 *
 * Returns: (transfer full): the table with what came of it
 */
MdgTotals *
mdg_totals_new (const MdgTypeTable *table,
                const guint order[MDG_N_TYPE_COLUMNS],
                const MdgMeasure measures[MDG_N_TYPE_COLUMNS],
                gboolean rows_close)
{
  MdgTotals *self = g_new0 (MdgTotals, 1);

  self->line = table->line;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free);
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      self->n_values[type] = table->n_values[type];
      self->lines[type] = table->lines[type];
      for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
        self->values[type][column] = table->values[type][order[column]];
    }

  if (check_whole (self, rows_close))
    check_sums (self, measures, rows_close);

  return self;
}

/**
 * mdg_totals_free:
 * @self: (nullable): a table
 *
 * Frees a table.
 */
void
mdg_totals_free (MdgTotals *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->messages);
  g_free (self);
}

/**
 * mdg_totals_row_closes:
 * @self: the table of totals
 * @type: a facility type
 *
 * Returns: whether the row is there as printed, with insurance card plus MNC equal to verifications
 */
gboolean
mdg_totals_row_closes (const MdgTotals *self, MdgFacilityType type)
{
  const gint64 *row = self->values[type];

  return self->n_values[type] == MDG_N_TYPE_COLUMNS &&
         row[MDG_COLUMN_VERIFICATIONS] == row[MDG_COLUMN_MNC] + row[MDG_COLUMN_INSURANCE_CARD];
}
