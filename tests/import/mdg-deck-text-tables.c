/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-text.h"

#include <stdlib.h>

/* The tables of a deck as text, in each layout. */

#define N_RATE_GROUPS 3

static const guint rate_groups[N_RATE_GROUPS + 1] = { 0, 14, 30, MDG_N_PREFECTURES };

/* Each breaks a table into two pieces, and nobody writes many. */
#define MAX_NOTES 2

/**
 * mdg_deck_group_digits:
 * @number: a number
 *
 * Returns: (transfer full): @number with commas
 */
char *
mdg_deck_group_digits (gint64 number)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, number);
  for (gssize i = (gssize) text->len - 3; i > (number < 0); i -= 3)
    g_string_insert_c (text, i, ',');

  return g_string_free_and_steal (text);
}

static char *
dup_decimal (MdgDecimal value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", value.digits / 100,
                          (int) (value.digits % 100));
}

/**
 * mdg_deck_dup_count_cell:
 * @row: a row of a facility x prefecture table
 * @column: one of its cells
 *
 * Returns: (transfer full): what is printed there
 */
char *
mdg_deck_dup_count_cell (const MdgDeckCount *row, guint column)
{
  g_autofree char *rate = dup_decimal (row->rate);

  switch (column)
    {
    case MDG_DECK_CELL_RANK:
      return g_strdup_printf ("%u", row->rank);
    case MDG_DECK_CELL_PREVIOUS:
      return g_strdup_printf ("(%u)", row->rank_previous);
    case MDG_DECK_CELL_NAME:
      return g_strdup (mdg_area_get_short_name (row->area));
    case MDG_DECK_CELL_RATE:
      return g_strdup_printf ("%s%%", rate);
    case MDG_DECK_CELL_MNC:
      return mdg_deck_group_digits (row->mnc);
    default:
      return mdg_deck_group_digits (row->verifications);
    }
}

/**
 * mdg_deck_dup_rate:
 * @row: a row of the table of rates
 *
 * Returns: (transfer full): its rate and its change, as they are printed
 */
char *
mdg_deck_dup_rate (const MdgDeckRate *row)
{
  g_autofree char *rate = dup_decimal (row->rate);
  g_autofree char *change =
    dup_decimal (MDG_DECIMAL (llabs (row->change.digits), row->change.decimals));

  return g_strdup_printf ("%s%% (%s%s%%)", rate, row->change.digits < 0 ? "-" : "+", change);
}

static gboolean
chance (MdgDeckWriter *self, guint one_in)
{
  return g_rand_int_range (self->rand, 0, (gint32) one_in) == 0;
}

/* The axis of a chart that stands beside the table. */
static void
maybe_tick (MdgDeckWriter *self)
{
  guint step = (guint) g_rand_int_range (self->rand, 0, 7);

  if (!self->style->ticks || !chance (self, 6))
    return;
  if (self->style->seed % 2 == 0)
    {
      mdg_deck_writer_line (self, "%u%%", step * 10);
    }
  else
    {
      g_autofree char *tick = mdg_deck_group_digits ((gint64) step * 20000000);

      mdg_deck_writer_line (self, "%s", tick);
    }
}

/* The label and the three numbers of a row in the order of the style. */
static char **
list_type_cells (MdgDeckWriter *self, guint type, const gint64 values[MDG_DECK_N_COLUMNS])
{
  char **cells = g_new0 (char *, MDG_DECK_N_COLUMNS + 2);
  char *label = g_strdup (mdg_facility_type_get_name_ja (type));
  guint n = 0;

  if (!self->style->labels_after)
    cells[n++] = label;
  for (guint column = 0; column < MDG_DECK_N_COLUMNS; column++)
    cells[n++] = mdg_deck_group_digits (values[column]);
  if (self->style->labels_after)
    cells[n++] = label;

  return cells;
}

/* The rows of totals stand last. */
static guint
type_at (guint index)
{
  return (index + 1) % MDG_DECK_N_TYPES;
}

static void
write_type_columns (MdgDeckWriter *self,
                    const gint64 values[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS],
                    const gboolean lost[MDG_DECK_N_TYPES],
                    const char *glued)
{
  for (guint cell = 0; cell <= MDG_DECK_N_COLUMNS; cell++)
    for (guint i = 0; i < MDG_DECK_N_TYPES; i++)
      {
        guint type = type_at (i);
        g_auto (GStrv) cells = list_type_cells (self, type, values[type]);
        gboolean is_end = i + 1 == MDG_DECK_N_TYPES && cell == MDG_DECK_N_COLUMNS;

        if (lost[type])
          continue;
        mdg_deck_writer_line (self, "%s%s", cells[cell], is_end ? glued : "");
        maybe_tick (self);
      }
}

/**
 * mdg_deck_writer_types:
 * @self: a writer
 * @values: by facility type, three counts
 * @lost: by facility type, whether its row is left out
 * @glued: what stands behind the last number
 *
 * Writes the totals or the information views.
 */
void
mdg_deck_writer_types (MdgDeckWriter *self,
                       const gint64 values[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS],
                       const gboolean lost[MDG_DECK_N_TYPES],
                       const char *glued)
{
  if (self->style->types == MDG_DECK_COLUMNS)
    {
      write_type_columns (self, values, lost, glued);
      return;
    }

  for (guint i = 0; i < MDG_DECK_N_TYPES; i++)
    {
      guint type = type_at (i);
      const char *end = i + 1 == MDG_DECK_N_TYPES ? glued : "";
      g_auto (GStrv) cells = list_type_cells (self, type, values[type]);
      g_autofree char *joined = g_strjoinv (" ", cells);

      if (lost[type])
        continue;
      if (self->style->types != MDG_DECK_TOKENS)
        {
          mdg_deck_writer_line (self, "%s%s", joined, end);
          maybe_tick (self);
          continue;
        }
      for (guint cell = 0; cell <= MDG_DECK_N_COLUMNS; cell++)
        {
          mdg_deck_writer_line (self, "%s%s", cells[cell], cell == MDG_DECK_N_COLUMNS ? end : "");
          maybe_tick (self);
        }
    }
}

static void
write_rate_header (MdgDeckWriter *self)
{
  if (self->style->has_headers)
    mdg_deck_writer_line (self, "都道府県名 利用率");
}

static char *
dup_rate_row (const MdgDeckRate *row)
{
  g_autofree char *values = mdg_deck_dup_rate (row);

  return g_strdup_printf ("%s %s", mdg_area_get_name (row->area), values);
}

/* A row of the nation's that is not glued to another one. */
static void
write_national_rate (MdgDeckWriter *self)
{
  const MdgDeckRate *row = &self->figures->rates[MDG_N_PREFECTURES];
  g_autofree char *text = dup_rate_row (row);

  if (!row->is_lost)
    mdg_deck_writer_line (self, "%s", text);
}

static void
write_rate_rows (MdgDeckWriter *self)
{
  const MdgDeckRate *national = &self->figures->rates[MDG_N_PREFECTURES];

  for (guint group = 0; group < N_RATE_GROUPS; group++)
    {
      write_rate_header (self);
      for (guint i = rate_groups[group]; i < rate_groups[group + 1]; i++)
        {
          const MdgDeckRate *row = &self->figures->rates[i];
          gboolean is_glued = i + 1 == MDG_N_PREFECTURES && !national->is_lost &&
                              self->style->national == MDG_DECK_NATIONAL_GLUED;
          g_autofree char *text = dup_rate_row (row);
          g_autofree char *glued = is_glued ? dup_rate_row (national) : g_strdup ("");

          if (!row->is_lost || is_glued)
            mdg_deck_writer_line (self, "%s%s", row->is_lost ? "" : text, glued);
        }
      if (group == 0 && self->style->national == MDG_DECK_NATIONAL_AFTER_FIRST)
        write_national_rate (self);
    }
  if (self->style->national == MDG_DECK_NATIONAL_LAST)
    write_national_rate (self);
}

/* The three groups stand beside each other. */
static void
write_rates_side_by_side (MdgDeckWriter *self)
{
  if (self->style->has_headers)
    mdg_deck_writer_line (self, "都道府県名 利用率 都道府県名 利用率 都道府県名 利用率");

  for (guint i = 0; i < rate_groups[N_RATE_GROUPS] - rate_groups[N_RATE_GROUPS - 1]; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint group = 0; group < N_RATE_GROUPS; group++)
        {
          const MdgDeckRate *row = &self->figures->rates[rate_groups[group] + i];
          g_autofree char *text = NULL;

          if (rate_groups[group] + i >= rate_groups[group + 1] || row->is_lost)
            continue;
          text = dup_rate_row (row);
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", text);
        }
      if (line->len > 0)
        mdg_deck_writer_line (self, "%s", line->str);
    }
  write_national_rate (self);
}

static void
write_rate_cells (MdgDeckWriter *self, guint first, guint end, gboolean names, gboolean values)
{
  for (guint i = first; i < end; i++)
    {
      const MdgDeckRate *row = &self->figures->rates[i];
      g_autofree char *text = mdg_deck_dup_rate (row);
      g_auto (GStrv) parts = g_strsplit (text, " ", 2);

      if (row->is_lost)
        continue;
      if (names)
        mdg_deck_writer_line (self, "%s", mdg_area_get_name (row->area));
      if (values && self->style->rates == MDG_DECK_TOKENS)
        {
          mdg_deck_writer_line (self, "%s", parts[0]);
          mdg_deck_writer_line (self, "%s", parts[1]);
        }
      else if (values)
        {
          mdg_deck_writer_line (self, "%s", text);
        }
    }
}

/* Cells on lines of their own: names and values in turn, or all names of a group first. */
static void
write_rates_apart (MdgDeckWriter *self)
{
  gboolean in_turn = self->style->rates == MDG_DECK_TOKENS;
  guint with_national = self->style->national == MDG_DECK_NATIONAL_AFTER_FIRST ? 0 : 2;

  for (guint group = 0; group < N_RATE_GROUPS; group++)
    {
      guint first = rate_groups[group];
      guint end = rate_groups[group + 1];

      write_rate_header (self);
      write_rate_cells (self, first, end, TRUE, in_turn);
      if (group == with_national)
        write_rate_cells (self, MDG_N_PREFECTURES, MDG_N_AREAS, TRUE, in_turn);
      if (in_turn)
        continue;
      write_rate_cells (self, first, end, FALSE, TRUE);
      if (group == with_national)
        write_rate_cells (self, MDG_N_PREFECTURES, MDG_N_AREAS, FALSE, TRUE);
    }
}

/**
 * mdg_deck_writer_rates:
 * @self: a writer
 *
 * Writes the table of rates by prefecture.
 */
void
mdg_deck_writer_rates (MdgDeckWriter *self)
{
  switch (self->style->rates)
    {
    case MDG_DECK_ROWS:
      write_rate_rows (self);
      break;
    case MDG_DECK_SIDE_BY_SIDE:
      write_rates_side_by_side (self);
      break;
    case MDG_DECK_COLUMNS:
    case MDG_DECK_TOKENS:
    case MDG_N_DECK_LAYOUTS:
    default:
      write_rates_apart (self);
      break;
    }
}

static char *
dup_count_row (MdgDeckWriter *self, const MdgDeckCount *row)
{
  GString *text = g_string_new (NULL);
  gboolean is_glued = self->style->glued && chance (self, 12);

  for (guint cell = 0; cell < MDG_N_DECK_CELLS; cell++)
    {
      g_autofree char *part = mdg_deck_dup_count_cell (row, cell);
      gboolean has_blank = cell > 0 && !(is_glued && cell == MDG_DECK_CELL_VERIFICATIONS);

      g_string_append_printf (text, "%s%s", has_blank ? " " : "", part);
    }

  return g_string_free_and_steal (text);
}

static char *
dup_count_header (MdgDeckWriter *self)
{
  g_autofree char *month =
    mdg_deck_style_spell (self->style, MDG_DECK_MONTH_SHORT, self->figures->month - 1);

  return g_strdup_printf ("順位 %s順位 " MDG_DECK_HEADER_COUNTS, month);
}

static void
write_count_cells (MdgDeckWriter *self, const MdgDeckCount *rows, guint first, guint end)
{
  for (guint cell = 0; cell < MDG_N_DECK_CELLS; cell++)
    for (guint i = first; i < end; i++)
      {
        g_autofree char *text = mdg_deck_dup_count_cell (&rows[i], cell);

        if (!rows[i].is_lost)
          mdg_deck_writer_line (self, "%s", text);
      }
}

static void
write_count_tokens (MdgDeckWriter *self, const MdgDeckCount *rows, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *row = dup_count_row (self, &rows[i]);
      g_auto (GStrv) cells = g_strsplit (row, " ", -1);

      for (char **cell = cells; !rows[i].is_lost && *cell != NULL; cell++)
        mdg_deck_writer_line (self, "%s", *cell);
    }
}

static void
write_count_rows (MdgDeckWriter *self, const MdgDeckCount *rows, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *row = dup_count_row (self, &rows[i]);

      if (!rows[i].is_lost)
        mdg_deck_writer_line (self, "%s", row);
      if (self->style->notes && self->n_notes < MAX_NOTES && chance (self, 40))
        {
          mdg_deck_writer_line (self, "※ 黄色＝上位５県");
          self->n_notes++;
        }
    }
}

static void
write_counts_side_by_side (MdgDeckWriter *self,
                           const MdgDeckCount *left,
                           const MdgDeckCount *right,
                           guint first,
                           guint end)
{
  g_autofree char *header = dup_count_header (self);

  if (self->style->has_headers)
    mdg_deck_writer_line (self, "%s %s", header, header);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *left_row = dup_count_row (self, &left[i]);
      g_autofree char *right_row = dup_count_row (self, &right[i]);
      gboolean has_both = !left[i].is_lost && !right[i].is_lost;

      if (!left[i].is_lost || !right[i].is_lost)
        mdg_deck_writer_line (self, "%s%s%s", left[i].is_lost ? "" : left_row, has_both ? " " : "",
                              right[i].is_lost ? "" : right_row);
    }
}

/**
 * mdg_deck_writer_counts:
 * @self: a writer
 * @pair: which two facility types
 * @first: the first row
 * @end: the row after the last one
 *
 * Writes what stands on one slide of two facility x prefecture tables.
 */
void
mdg_deck_writer_counts (MdgDeckWriter *self, guint pair, guint first, guint end)
{
  const MdgDeckFigures *figures = self->figures;
  const guint *types = mdg_deck_pairs[pair].types;
  guint left = types[self->style->turned ? 1 : 0];
  guint right = types[self->style->turned ? 0 : 1];

  if (self->style->counts == MDG_DECK_SIDE_BY_SIDE && figures->has_counts[left] &&
      figures->has_counts[right])
    {
      write_counts_side_by_side (self, figures->counts[left], figures->counts[right], first, end);
      return;
    }

  for (guint side = 0; side < 2; side++)
    {
      guint type = side == 0 ? left : right;
      g_autofree char *header = dup_count_header (self);

      if (!figures->has_counts[type])
        continue;
      if (self->style->has_headers)
        mdg_deck_writer_line (self, "%s", header);
      if (self->style->counts == MDG_DECK_COLUMNS)
        write_count_cells (self, figures->counts[type], first, end);
      else if (self->style->counts == MDG_DECK_TOKENS)
        write_count_tokens (self, figures->counts[type], first, end);
      else
        write_count_rows (self, figures->counts[type], first, end);
    }
}
