/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-type-row.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

#define MAX_NUMBERS (MDG_MAX_ROW_RUNS * MDG_MAX_GLUED)

/* A slide number that stands at the end of a row. */
#define MAX_SLIDE_DIGITS 3

#define MAX_DIGITS 13
#define MAX_READINGS 300u
#define MAX_STEPS (10 * MDG_TYPE_ROW_COST)

static gsize
run_length (const char *run)
{
  gsize length = 0;

  while (g_ascii_isdigit (run[length]) || (run[length] == ',' && g_ascii_isdigit (run[length + 1])))
    length++;

  return length;
}

/* All numbers as their comma groups split them. What could be split in several ways ends them. */
static guint
read_all (const MdgTypeRow *self, gint64 *numbers)
{
  guint n = 0;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const char *p = self->runs[i];
      MdgCounts counts;

      if (!mdg_scan_counts (&p, 0, &counts) || counts.n_choices > 1)
        break;
      for (guint j = 0; j < counts.n; j++)
        numbers[n++] = counts.values[j];
    }

  return n;
}

/**
 * mdg_type_row_count_numbers:
 * @self: a row
 *
 * Returns: how many numbers its comma groups make
 */
guint
mdg_type_row_count_numbers (const MdgTypeRow *self)
{
  gint64 numbers[MAX_NUMBERS];

  return read_all (self, numbers);
}

/**
 * mdg_type_row_read:
 * @self: a row
 * @values: (out): its counts; 0 for those it does not have
 *
 * Reads a row as its comma groups split it.
 *
 * Returns: how many counts it has, at most three
 */
guint
mdg_type_row_read (const MdgTypeRow *self, MdgTypeValues *values)
{
  gint64 numbers[MAX_NUMBERS];
  guint n = read_all (self, numbers);
  guint n_taken = MIN (n, MDG_N_TYPE_COLUMNS);
  guint first = self->is_after ? n - n_taken : 0;

  *values = (MdgTypeValues) { 0 };
  memcpy (values->values, numbers + first, n_taken * sizeof (gint64));

  return n_taken;
}

/**
 * mdg_type_row_is_full:
 * @self: a row
 *
 * Returns: whether it has three counts and nothing more but a slide number
 */
gboolean
mdg_type_row_is_full (const MdgTypeRow *self)
{
  gint64 numbers[MAX_NUMBERS];
  guint n = read_all (self, numbers);

  if (n == MDG_N_TYPE_COLUMNS + 1)
    return numbers[self->is_after ? 0 : MDG_N_TYPE_COLUMNS] < 1000;

  return n == MDG_N_TYPE_COLUMNS;
}

/**
 * mdg_type_row_is_grouped:
 * @self: a row
 *
 * Returns: whether any of its numbers is printed with a comma, as the counts of a deck are
 */
gboolean
mdg_type_row_is_grouped (const MdgTypeRow *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    if (memchr (self->runs[i], ',', run_length (self->runs[i])) != NULL)
      return TRUE;

  return FALSE;
}

typedef struct
{
  const MdgTypeRow *row;
  gsize lengths[MDG_MAX_ROW_RUNS];
  GArray *readings;
  MdgTypeValues values;
  guint n_steps;
} Split;

/* A number of @length characters: with every comma it should have, or without any. */
static gboolean
parse_piece (const char *text, gsize length, gint64 *value)
{
  gboolean has_comma = memchr (text, ',', length) != NULL;
  guint n_digits = 0;

  *value = 0;
  if (text[0] == '0' && length > 1)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      gboolean should_be_comma = has_comma && (length - i) % 4 == 0;

      if ((text[i] == ',') != should_be_comma)
        return FALSE;
      if (text[i] == ',')
        continue;
      if (++n_digits > MAX_DIGITS)
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }

  return length > 0 && text[0] != ',';
}

static void
split_from (Split *self, guint run, gsize offset, guint n_values)
{
  const char *text;
  gsize left;

  if (self->readings->len >= MAX_READINGS || self->n_steps++ > MAX_STEPS)
    return;
  if (run < self->row->n_runs && offset == self->lengths[run])
    {
      split_from (self, run + 1, 0, n_values);
      return;
    }
  if (run == self->row->n_runs)
    {
      if (n_values == MDG_N_TYPE_COLUMNS)
        g_array_append_val (self->readings, self->values);
      return;
    }

  text = self->row->runs[run] + offset;
  left = self->lengths[run] - offset;
  if (n_values == MDG_N_TYPE_COLUMNS)
    {
      /* What is left is a slide number at the very end, or nothing that belongs here. */
      if (run + 1 == self->row->n_runs && left <= MAX_SLIDE_DIGITS && !self->row->is_after &&
          memchr (text, ',', left) == NULL)
        g_array_append_val (self->readings, self->values);
      return;
    }

  for (gsize length = 1; length <= left; length++)
    {
      if (length < left && text[length] == ',')
        continue;
      if (parse_piece (text, length, &self->values.values[n_values]))
        split_from (self, run, offset + length, n_values + 1);
    }
}

/**
 * mdg_type_row_split:
 * @self: a row
 * @readings: (element-type MdgTypeValues): where to add
 *
 * Finds every way to read a row as three counts: digits without commas can be split anywhere. Only
 * the laws can tell which is right.
 */
void
mdg_type_row_split (const MdgTypeRow *self, GArray *readings)
{
  Split split = { .row = self, .readings = readings };

  if (self->n_runs > MDG_N_TYPE_COLUMNS + 1)
    return;

  for (guint i = 0; i < self->n_runs; i++)
    split.lengths[i] = run_length (self->runs[i]);
  split_from (&split, 0, 0, 0);
}
