/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-type-columns.h"

#include "import/deck/mdg-scan.h"
#include "import/deck/mdg-totals.h"
#include "import/deck/mdg-type-parts.h"

#include <string.h>

/*
 * Tables by facility type that stand column by column: all names, then all numbers of the first
 * column, and so on; or the numbers first. Three names that follow each other without a number
 * between are never rows, so there is nothing to choose but where the numbers of an axis are left
 * out, and that their count tells.
 */

#define MIN_NAMES 3u

/* Two tables have two runs of names and two of numbers. */
#define MAX_RUNS 40u

/* What is smaller is the number of a slide. */
#define MIN_COUNT 1000

/* Names that follow each other, or numbers that do. */
typedef struct
{
  MdgPartKind kind;
  guint first; /* index of the first part */
  guint end;
  GArray *parts; /* (element-type MdgTypePart): those of @kind that count */
} Run;

static void
clear_run (gpointer data)
{
  g_array_unref (((Run *) data)->parts);
}

static gboolean
read_count (const MdgTypePart *part, gint64 *value)
{
  const char *p = part->text;
  MdgCounts counts;

  if (!mdg_scan_counts (&p, 0, &counts) || counts.n != 1)
    return FALSE;
  *value = counts.values[0];

  return TRUE;
}

/* "0", "20,000,000": a few digits and then zeros only, as at the axis of a chart. */
static gboolean
is_tick (const MdgTypePart *part)
{
  gint64 value;

  if (part->kind != MDG_PART_NUMBERS || !read_count (part, &value))
    return FALSE;
  while (value >= MIN_COUNT && value % MIN_COUNT == 0)
    value /= MIN_COUNT;

  return value == 0 || (value < MIN_COUNT && value % 10 == 0);
}

/* The same name twice in a row begins the names of another table. */
static gboolean
continues_run (const Run *run, const MdgTypePart *part)
{
  if (run == NULL || run->kind != part->kind)
    return FALSE;
  for (guint i = 0; part->kind == MDG_PART_NAME && i < run->parts->len; i++)
    if (g_array_index (run->parts, MdgTypePart, i).type == part->type)
      return FALSE;

  return TRUE;
}

/* The runs of parts from @first to the next break. */
static GArray *
find_runs (GArray *parts, guint first, gboolean with_ticks)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  g_array_set_clear_func (runs, clear_run);
  for (guint i = first; i < parts->len && runs->len < MAX_RUNS; i++)
    {
      const MdgTypePart *part = &g_array_index (parts, MdgTypePart, i);
      Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;

      if (part->kind == MDG_PART_BREAK)
        break;
      if (!with_ticks && is_tick (part))
        continue;
      if (!continues_run (last, part))
        {
          Run run = { .kind = part->kind, .first = i };

          run.parts = g_array_new (FALSE, FALSE, sizeof (MdgTypePart));
          g_array_append_val (runs, run);
          last = &g_array_index (runs, Run, runs->len - 1);
        }
      g_array_append_vals (last->parts, part, 1);
      last->end = i + 1;
    }

  return runs;
}

/* Names on one line are a legend, or the head of a table that lies on its side. */
static gboolean
stands_upright (const Run *names)
{
  return g_array_index (names->parts, MdgTypePart, 0).line !=
         g_array_index (names->parts, MdgTypePart, 1).line;
}

static MdgTypeTable *
read_table (const Run *names, const Run *numbers)
{
  MdgTypeTable *table =
    mdg_type_table_new (MIN (g_array_index (names->parts, MdgTypePart, 0).line,
                             g_array_index (numbers->parts, MdgTypePart, 0).line));

  for (guint i = 0; i < names->parts->len; i++)
    {
      const MdgTypePart *name = &g_array_index (names->parts, MdgTypePart, i);

      table->n_values[name->type] = MDG_N_TYPE_COLUMNS;
      table->lines[name->type] = name->line;
      for (guint column = 0; column < MDG_N_TYPE_COLUMNS; column++)
        if (!read_count (
              &g_array_index (numbers->parts, MdgTypePart, column * names->parts->len + i),
              &table->values[name->type][column]))
          {
            mdg_type_table_free (table);
            return NULL;
          }
    }

  return table;
}

/* Whether there are three numbers for each name; the number of a slide may follow. */
static gboolean
fits (const Run *names, const Run *numbers)
{
  guint wanted = names->parts->len * MDG_N_TYPE_COLUMNS;
  gint64 last;

  if (numbers->parts->len == wanted + 1 &&
      read_count (&g_array_index (numbers->parts, MdgTypePart, wanted), &last) && last < MIN_COUNT)
    g_array_set_size (numbers->parts, wanted);

  return numbers->parts->len == wanted;
}

/* What was read is not read again. */
static void
take (GArray *parts, const Run *a, const Run *b)
{
  for (guint i = MIN (a->first, b->first); i < MAX (a->end, b->end); i++)
    g_array_index (parts, MdgTypePart, i).kind = MDG_PART_BREAK;
}

static gboolean
solve_segment (GArray *parts, guint first, gboolean with_ticks, GPtrArray *tables)
{
  g_autoptr (GArray) runs = find_runs (parts, first, with_ticks);
  gboolean found = FALSE;

  for (guint i = 0; i + 1 < runs->len; i++)
    {
      const Run *a = &g_array_index (runs, Run, i);
      const Run *b = a + 1;
      const Run *names = a->kind == MDG_PART_NAME ? a : b;
      const Run *numbers = names == a ? b : a;
      MdgTypeTable *table;

      if (a->kind == b->kind || names->parts->len < MIN_NAMES || !stands_upright (names) ||
          !fits (names, numbers))
        continue;
      table = read_table (names, numbers);
      if (table == NULL)
        continue;
      g_ptr_array_add (tables, table);
      take (parts, a, b);
      found = TRUE;
      i++;
    }

  return found;
}

/**
 * mdg_type_columns_solve:
 * @parts: (element-type MdgTypePart): names, numbers and what is between them, in order; what is read
 *   becomes a break
 * @tables: (element-type MdgTypeTable): where to add
 *
 * Reads the tables that stand column by column.
 */
void
mdg_type_columns_solve (GArray *parts, GPtrArray *tables)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      if (g_array_index (parts, MdgTypePart, i).kind == MDG_PART_BREAK)
        {
          is_first = TRUE;
          continue;
        }
      if (is_first && !solve_segment (parts, i, TRUE, tables))
        solve_segment (parts, i, FALSE, tables);
      is_first = FALSE;
    }
}
