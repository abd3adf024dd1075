/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-type-parts.h"

#include "import/deck/mdg-scan.h"
#include "import/deck/mdg-type-readings.h"

#include <string.h>

/*
 * Names and numbers become rows. On one line it is plain which number is of which name; over several
 * lines a name may stand before its numbers or after them. Where names and numbers alternate and are
 * as many, there is one way to pair them. Where there is one more of either, any of them may be the
 * one that is over, and the laws choose; what they leave open is asked.
 */

/* With more rows than two tables have, only the plain ways are tried. */
#define MAX_WAYS 12u

#define MAX_STRETCHES 40u

/* Side by side. */
#define MAX_LANES 4u

#define MAX_STRAY_DIGITS 3u

/* With as many rows of three numbers it is a table, however the numbers are printed. */
#define MIN_FULL_ROWS 3u

/* A name, the numbers of one row, or both. */
typedef struct
{
  gboolean has_name;
  gboolean has_numbers;
  gboolean begins; /* nothing links it to what stands before */
  MdgTypeRow row;
} Piece;

/* A stretch of pieces in which names and numbers alternate. */
typedef struct
{
  guint first;
  guint end;
  guint n_ways;
  guint way; /* which of the greater kind is left over */
} Stretch;

typedef struct
{
  GArray *pieces;
  GArray *stretches;
  guint *budget; /* how much may still be tried */
} Layout;

/* What a way to put the pieces together is worth. */
typedef struct
{
  guint n_lawful;
  guint n_full;
} Worth;

static gsize
run_length (const char *text)
{
  return strspn (text, "0123456789,");
}

/* "0", "20,000,000", "1,250,000": a few digits and then zeros only. */
static gboolean
is_tick (const char *text)
{
  gsize length = run_length (text);
  guint n_zeros = 0;
  guint n_digits = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == ',')
        continue;
      n_digits++;
      n_zeros = text[i] == '0' ? n_zeros + 1 : 0;
    }

  return n_digits == n_zeros || (n_zeros >= 3 && n_digits - n_zeros <= 3);
}

static Piece *
last_piece (GArray *pieces)
{
  return pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;
}

static void
add_run (Piece *piece, const char *text)
{
  if (piece->row.n_runs < MDG_MAX_ROW_RUNS)
    piece->row.runs[piece->row.n_runs++] = text;
  else
    piece->begins = TRUE;
}

/* Six numbers are two rows of tables that stand side by side. */
static void
append_piece (GArray *pieces, Piece *piece)
{
  Piece second = *piece;

  if (piece->row.n_runs >= 2 * MDG_N_TYPE_COLUMNS &&
      mdg_type_row_count_numbers (&piece->row) == piece->row.n_runs)
    {
      second.row.n_runs = piece->row.n_runs - MDG_N_TYPE_COLUMNS;
      memmove (second.row.runs, second.row.runs + MDG_N_TYPE_COLUMNS,
               second.row.n_runs * sizeof (char *));
      piece->row.n_runs = MDG_N_TYPE_COLUMNS;
      g_array_append_vals (pieces, piece, 1);
      second.begins = TRUE;
      g_array_append_vals (pieces, &second, 1);
      return;
    }

  g_array_append_vals (pieces, piece, 1);
}

/* Whether the parts of one line make rows by themselves; if they do, adds them. */
static gboolean
append_line (GArray *pieces, const MdgTypePart *parts, guint n_parts, gboolean begins)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (MdgFacilityType));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Piece));
  gboolean is_after = n_parts > 0 && parts[0].kind == MDG_PART_NUMBERS;

  for (guint i = 0; i < n_parts; i++)
    {
      Piece piece = { .has_name = TRUE, .has_numbers = TRUE, .begins = begins };

      if (parts[i].kind == MDG_PART_NAME)
        {
          g_array_append_val (names, parts[i].type);
          continue;
        }
      if (i == 0 || parts[i - 1].kind == MDG_PART_NAME)
        {
          piece.row.line = parts[i].line;
          piece.row.is_after = is_after;
          g_array_append_val (rows, piece);
        }
      add_run (last_piece (rows), parts[i].text);
    }

  if (rows->len == 0 || rows->len != names->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (mdg_type_row_count_numbers (&g_array_index (rows, Piece, i).row) < MDG_N_TYPE_COLUMNS)
      return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      Piece *piece = &g_array_index (rows, Piece, i);

      piece->row.type = g_array_index (names, MdgFacilityType, i);
      append_piece (pieces, piece);
    }

  return TRUE;
}

/* Leaves out the ticks. Of three numbers one that looks like a tick is rather a round count. */
static void
drop_ticks (Piece *piece)
{
  guint n_kept = 0;

  for (guint i = 0; i < piece->row.n_runs; i++)
    n_kept += !is_tick (piece->row.runs[i]);
  if (piece->row.n_runs == MDG_N_TYPE_COLUMNS && n_kept > 0)
    return;

  n_kept = 0;
  for (guint i = 0; i < piece->row.n_runs; i++)
    if (!is_tick (piece->row.runs[i]))
      piece->row.runs[n_kept++] = piece->row.runs[i];
  piece->row.n_runs = n_kept;
}

/* Adds a part that stands on a line of its own, or on one that makes no rows. */
static void
append_part (GArray *pieces, const MdgTypePart *part, gboolean begins, MdgPartsMode mode)
{
  Piece *last = last_piece (pieces);
  Piece piece = { .begins = begins, .row = { .type = part->type, .line = part->line } };

  if (part->kind == MDG_PART_NAME)
    {
      piece.has_name = TRUE;
      g_array_append_val (pieces, piece);
      return;
    }

  /* A whole axis may stand before the numbers of a row. */
  if (mode != MDG_PARTS_AS_THEY_ARE && last != NULL && !last->has_name &&
      last->row.n_runs == MDG_MAX_ROW_RUNS)
    drop_ticks (last);
  if (last != NULL && !begins && !last->has_name && last->row.n_runs < MDG_MAX_ROW_RUNS)
    {
      add_run (last, part->text);
      return;
    }
  piece.has_numbers = TRUE;
  add_run (&piece, part->text);
  g_array_append_val (pieces, piece);
}

/* A slide number, or what is left of an axis: too few and too small to be a row. */
static gboolean
is_stray (const Piece *piece)
{
  if (piece->has_name || piece->row.n_runs >= MDG_N_TYPE_COLUMNS)
    return FALSE;

  for (guint i = 0; i < piece->row.n_runs; i++)
    if (run_length (piece->row.runs[i]) > MAX_STRAY_DIGITS)
      return FALSE;

  return TRUE;
}

/* Six numbers without a name between are those of two rows. */
static GArray *
split_pieces (GArray *pieces, MdgPartsMode mode)
{
  GArray *split = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (mode != MDG_PARTS_AS_THEY_ARE)
        drop_ticks (piece);
      piece->has_numbers = piece->row.n_runs > 0;
      if ((piece->has_name || piece->has_numbers) && !is_stray (piece))
        append_piece (split, piece);
    }

  return split;
}

/* Leaves out the ticks of a line that holds more numbers than its names need. */
static void
drop_ticks_beside (GArray *line)
{
  guint n_names = 0;

  for (guint i = 0; i < line->len; i++)
    n_names += g_array_index (line, MdgTypePart, i).kind == MDG_PART_NAME;
  if (line->len < 2 || line->len == n_names * (1 + MDG_N_TYPE_COLUMNS))
    return;

  for (guint i = line->len; i > 0; i--)
    {
      const MdgTypePart *part = &g_array_index (line, MdgTypePart, i - 1);

      if (part->kind == MDG_PART_NUMBERS && is_tick (part->text))
        g_array_remove_index (line, i - 1);
    }
}

static GArray *
make_pieces (GArray *parts, MdgPartsMode mode)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (MdgTypePart));
  gboolean begins = TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      const MdgTypePart *part = &g_array_index (parts, MdgTypePart, i);
      gboolean is_last =
        i + 1 == parts->len || g_array_index (parts, MdgTypePart, i + 1).line != part->line;

      if (part->kind == MDG_PART_BREAK)
        begins = begins || mode != MDG_PARTS_WITHOUT_WORDS;
      else
        g_array_append_val (line, *part);
      if (!is_last)
        continue;
      if (mode != MDG_PARTS_AS_THEY_ARE)
        drop_ticks_beside (line);
      if (line->len == 0)
        continue;

      if (!append_line (pieces, (const MdgTypePart *) (gpointer) line->data, line->len, begins))
        for (guint j = 0; j < line->len; j++)
          append_part (pieces, &g_array_index (line, MdgTypePart, j), begins && j == 0, mode);
      begins = FALSE;
      g_array_set_size (line, 0);
    }

  return split_pieces (pieces, mode);
}

static gboolean
is_whole (const Piece *piece)
{
  return piece->has_name && piece->has_numbers;
}

static void
append_stretch (Layout *layout, guint first, guint end)
{
  Stretch stretch = { .first = first, .end = end, .n_ways = 1 };
  guint n_names = 0;
  guint n_numbers = 0;

  for (guint i = first; i < end; i++)
    {
      n_names += g_array_index (layout->pieces, Piece, i).has_name;
      n_numbers += g_array_index (layout->pieces, Piece, i).has_numbers;
    }
  if (n_names == 0 || n_numbers == 0)
    return;

  /* Names come first, unless the text says otherwise. */
  if (n_names != n_numbers)
    stretch.n_ways = MIN (n_names, n_numbers) + 1;
  stretch.way = n_names > n_numbers ? stretch.n_ways - 1 : 0;
  g_array_append_val (layout->stretches, stretch);
}

static void
find_stretches (Layout *layout)
{
  guint first = 0;

  for (guint i = 0; i <= layout->pieces->len; i++)
    {
      const Piece *piece =
        i < layout->pieces->len ? &g_array_index (layout->pieces, Piece, i) : NULL;
      const Piece *previous = i > first ? &g_array_index (layout->pieces, Piece, i - 1) : NULL;

      if (piece != NULL && previous != NULL && !piece->begins && !is_whole (piece) &&
          piece->has_name != previous->has_name)
        continue;
      if (i > first && layout->stretches->len < MAX_STRETCHES)
        append_stretch (layout, first, i);
      first = i + (piece != NULL && is_whole (piece) ? 1 : 0);
    }
}

/* The rows that come of the ways chosen for the stretches, in the order of the text. */
static GArray *
make_rows (const Layout *layout)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint s = 0;

  for (guint i = 0; i < layout->pieces->len;)
    {
      const Piece *piece = &g_array_index (layout->pieces, Piece, i);
      const Stretch *stretch = NULL;
      guint n_pairs;

      for (; s < layout->stretches->len; s++)
        {
          stretch = &g_array_index (layout->stretches, Stretch, s);
          if (stretch->first >= i)
            break;
        }
      if (stretch == NULL || s == layout->stretches->len || stretch->first > i)
        {
          if (is_whole (piece))
            g_array_append_vals (rows, piece, 1);
          i++;
          continue;
        }

      n_pairs = (stretch->end - stretch->first) / 2;
      for (guint pair = 0; pair < n_pairs; pair++)
        {
          /* What is over shifts the pairs after it by one. */
          guint shift = stretch->n_ways > 1 && pair >= stretch->way ? 1 : 0;
          const Piece *a = &g_array_index (layout->pieces, Piece, i + 2 * pair + shift);
          const Piece *b = a + 1;
          Piece row = a->has_name ? *b : *a;

          row.has_name = TRUE;
          row.begins = pair == 0 && piece->begins;
          row.row.type = a->has_name ? a->row.type : b->row.type;
          row.row.is_after = !a->has_name;
          row.row.is_doubtful = stretch->n_ways > 1;
          g_array_append_val (rows, row);
        }
      i = stretch->end;
    }

  return rows;
}

/* How many rows are full as they are printed, and how many once the laws have split them. */
static guint
count_full (const MdgTypeRow *const rows[MDG_N_TYPE_ROWS], const MdgTypeTable *table, guint *n_read)
{
  guint n = 0;

  *n_read = 0;
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    {
      n += rows[type] != NULL && mdg_type_row_is_full (rows[type]);
      *n_read += table->n_values[type] == MDG_N_TYPE_COLUMNS;
    }

  return n;
}

/* Tables that stand one after the other, or side by side: then the names come twice in a row. */
static GPtrArray *
make_tables (GArray *rows, guint *budget, Worth *worth)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_type_table_free);
  const MdgTypeRow *lanes[MAX_LANES][MDG_N_TYPE_ROWS] = { 0 };
  guint lane = 0;

  *worth = (Worth) { 0 };
  for (guint i = 0; i <= rows->len; i++)
    {
      const Piece *row = i < rows->len ? &g_array_index (rows, Piece, i) : NULL;
      const Piece *previous = i > 0 && row != NULL ? row - 1 : NULL;

      if (row != NULL && previous != NULL && row->row.type == previous->row.type &&
          lane + 1 < MAX_LANES && lanes[lane + 1][row->row.type] == NULL &&
          (!row->begins || row->row.line == previous->row.line))
        lane++;
      else
        lane = 0;

      if (row == NULL || (row->begins && lane == 0) || lanes[lane][row->row.type] != NULL)
        for (guint l = 0; l < MAX_LANES; l++)
          {
            gboolean is_lawful;
            MdgTypeTable *table = mdg_type_readings_choose (lanes[l], budget, &is_lawful);
            guint n_read;
            guint n_full = count_full (lanes[l], table, &n_read);

            /* A name and a number without a comma are rather words of a sentence. */
            for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
              if (lanes[l][type] != NULL && !is_lawful &&
                  (lanes[l][type]->is_doubtful ||
                   (n_read < MIN_FULL_ROWS && !mdg_type_row_is_grouped (lanes[l][type]))))
                table->n_values[type] = 0;
            worth->n_full += n_full;
            worth->n_lawful += is_lawful;
            g_ptr_array_add (tables, table);
            memset (lanes[l], 0, sizeof lanes[l]);
          }
      if (row != NULL)
        lanes[lane][row->row.type] = &row->row;
    }

  return tables;
}

static GPtrArray *
evaluate (const Layout *layout, Worth *worth)
{
  g_autoptr (GArray) rows = make_rows (layout);

  *layout->budget -= MIN (*layout->budget, rows->len);

  return make_tables (rows, layout->budget, worth);
}

static int
compare_worth (const Worth *a, const Worth *b)
{
  if (a->n_lawful != b->n_lawful)
    return a->n_lawful > b->n_lawful ? 1 : -1;

  return (a->n_full > b->n_full) - (a->n_full < b->n_full);
}

/* Other ways that are as good, with other figures, are kept with the table that they are of. */
static void
add_others (GPtrArray *tables, GPtrArray *others)
{
  if (tables->len != others->len)
    return;

  for (guint i = 0; i < tables->len; i++)
    mdg_type_table_add_other (g_ptr_array_index (tables, i), g_ptr_array_index (others, i));
}

static GPtrArray *
choose_ways (Layout *layout, Worth *best)
{
  GPtrArray *tables = evaluate (layout, best);

  for (guint s = 0; s < layout->stretches->len; s++)
    {
      Stretch *stretch = &g_array_index (layout->stretches, Stretch, s);
      guint usual = stretch->way;
      guint chosen = usual;
      guint step = stretch->n_ways > MAX_WAYS ? stretch->n_ways - 1 : 1;

      for (guint way = 0; way < stretch->n_ways && *layout->budget > 0; way += step)
        {
          g_autoptr (GPtrArray) other = NULL;
          Worth worth;
          int order;

          if (way == usual)
            continue;
          stretch->way = way;
          other = evaluate (layout, &worth);
          order = compare_worth (&worth, best);
          if (order > 0)
            {
              g_ptr_array_unref (tables);
              tables = g_steal_pointer (&other);
              *best = worth;
              chosen = way;
            }
          else if (order == 0 && worth.n_lawful > 0)
            {
              add_others (tables, other);
            }
        }
      stretch->way = chosen;
    }

  return tables;
}

static gboolean
has_rows (const MdgTypeTable *table)
{
  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    if (table->n_values[type] > 0)
      return TRUE;

  return FALSE;
}

/**
 * mdg_type_parts_solve:
 * @parts: (element-type MdgTypePart): names, numbers and what is between them, in order
 * @budget: (inout): how much may still be tried
 * @tables: (element-type MdgTypeTable): where to add
 *
 * Puts the tables of a stretch of text together.
 */
void
mdg_type_parts_solve (GArray *parts, guint *budget, GPtrArray *tables)
{
  g_autoptr (GPtrArray) best_tables = NULL;
  Worth best = { 0 };

  for (guint mode = 0; mode < MDG_N_PARTS_MODES; mode++)
    {
      g_autoptr (GArray) pieces = make_pieces (parts, mode);
      g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
      Layout layout = { .pieces = pieces, .stretches = stretches, .budget = budget };
      g_autoptr (GPtrArray) found = NULL;
      Worth worth;

      find_stretches (&layout);
      found = choose_ways (&layout, &worth);
      if (best_tables == NULL || compare_worth (&worth, &best) > 0)
        {
          g_clear_pointer (&best_tables, g_ptr_array_unref);
          best_tables = g_steal_pointer (&found);
          best = worth;
        }
    }

  while (best_tables->len > 0)
    {
      MdgTypeTable *table = g_ptr_array_steal_index (best_tables, 0);

      if (has_rows (table))
        g_ptr_array_add (tables, table);
      else
        mdg_type_table_free (table);
    }
}
