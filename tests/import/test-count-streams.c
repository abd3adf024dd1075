/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-count-pieces.h"

#include <string.h>

/*
 * The facility x prefecture tables of the true deck column by column and cell by cell. Each layout must
 * give the same figures with the same quality, and no altered digit a false proof.
 */

#define N_ALTERED 60u

/* One cell to a line, row by row. */
static void
append_tokens (GString *text, GPtrArray *rows, const guint order[N_CELLS])
{
  for (guint i = 0; i < rows->len; i++)
    {
      mdg_append_cells (text, mdg_get_row (rows, i), order, "\n");
      g_string_append_c (text, '\n');
    }
}

static void
write_tokens (GString *text, GPtrArray *left, GPtrArray *right)
{
  g_string_append (text, "順位\nR7.9順位\n都道府県\n利用率\nMNC利用件数\nオン資件数\n");
  append_tokens (text, left, mdg_usual_order);
  g_string_append (text, "順位\nR7.9順位\n都道府県\n利用率\nMNC利用件数\nオン資件数\n");
  append_tokens (text, right, mdg_usual_order);
}

static void
write_tokens_name_last (GString *text, GPtrArray *left, GPtrArray *right)
{
  static const guint order[N_CELLS] = { RANK, PREVIOUS, RATE, VERIFICATIONS, MNC, NAME };

  append_tokens (text, right, order);
  append_tokens (text, left, order);
}

static void
write_tokens_in_turns (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (mdg_get_row (left, i) != NULL)
        mdg_append_cells (text, mdg_get_row (left, i), mdg_usual_order, "\n");
      g_string_append_c (text, '\n');
      if (mdg_get_row (right, i) != NULL)
        mdg_append_cells (text, mdg_get_row (right, i), mdg_usual_order, "\n");
      g_string_append_c (text, '\n');
    }
}

static void
append_column (GString *text, GPtrArray *rows, guint cell, const char *between)
{
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", mdg_get_row (rows, i)->cells[cell]);
  g_string_append_c (text, '\n');
}

/* A column on a line, one table after the other. */
static void
write_columns (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < N_CELLS; i++)
    append_column (text, left, mdg_usual_order[i], " ");
  for (guint i = 0; i < N_CELLS; i++)
    append_column (text, right, mdg_usual_order[i], " ");
}

/* A cell on a line, one column after the other, with headings, names first. */
static void
write_column_tokens (GString *text, GPtrArray *left, GPtrArray *right)
{
  static const guint order[N_CELLS] = { NAME, VERIFICATIONS, MNC, RANK, RATE, PREVIOUS };
  static const char *const headings[N_CELLS] = {
    "都道府県", "オン資件数", "MNC利用件数", "順位", "利用率", "R7.9順位",
  };

  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < N_CELLS; i++)
      {
        g_string_append_printf (text, "%s\n", headings[i]);
        append_column (text, table == 0 ? left : right, order[i], "\n");
      }
}

/* The columns of one kind of both tables, then those of the next kind. */
static void
write_columns_by_kind (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      append_column (text, left, mdg_usual_order[i], " ");
      append_column (text, right, mdg_usual_order[i], "\n");
    }
}

/* Names, then rates, then both counts of a row on a line, glued. */
static void
write_columns_glued (GString *text, GPtrArray *left, GPtrArray *right)
{
  GPtrArray *tables[] = { left, right };

  for (guint table = 0; table < 2; table++)
    {
      GPtrArray *rows = tables[table];

      append_column (text, rows, RANK, "\n");
      append_column (text, rows, PREVIOUS, "\n");
      append_column (text, rows, NAME, " ");
      append_column (text, rows, RATE, " ");
      for (guint i = 0; i < rows->len; i++)
        g_string_append_printf (text, "%s%s\n", mdg_get_row (rows, i)->cells[MNC],
                                mdg_get_row (rows, i)->cells[VERIFICATIONS]);
    }
}

/* Between the cells stand the ticks of a chart and its years. */
static void
append_noise (GString *text, guint index)
{
  static const char *const noise[] = { "0%", "10%", "2024", "1,500,000", "36.61%", "R6.12", "7" };

  if (index % 31 == 17)
    g_string_append_printf (text, "%s\n", noise[index / 31 % G_N_ELEMENTS (noise)]);
}

static void
write_noisy_tokens (GString *text, GPtrArray *left, GPtrArray *right)
{
  GPtrArray *tables[] = { left, right };

  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < tables[table]->len * N_CELLS; i++)
      {
        append_noise (text, i);
        g_string_append_printf (text, "%s\n",
                                mdg_get_row (tables[table], i / N_CELLS)->cells[i % N_CELLS]);
      }
}

static void
write_noisy_columns (GString *text, GPtrArray *left, GPtrArray *right)
{
  GPtrArray *tables[] = { left, right };

  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < tables[table]->len * N_CELLS; i++)
      {
        guint n_rows = tables[table]->len;

        append_noise (text, i);
        g_string_append_printf (text, "%s\n",
                                mdg_get_row (tables[table], i % n_rows)->cells[i / n_rows]);
      }
}

static const Writer stream_writers[] = {
  write_tokens,        write_tokens_name_last, write_tokens_in_turns,
  write_columns,       write_column_tokens,    write_columns_by_kind,
  write_columns_glued, write_noisy_tokens,     write_noisy_columns,
};

static void
test_streams (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (stream_writers); i++)
    {
      g_autoptr (GString) text = mdg_lay_out (stream_writers[i]);

      mdg_assert_same_figures (text->str);
    }
}

static void
test_altered (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  /* Hardly ever more than the one table. */
  for (guint i = 0; i < G_N_ELEMENTS (stream_writers); i++)
    assert_true (mdg_count_refused_of_altered (stream_writers[i], N_ALTERED, rand) <
                 N_ALTERED * 6 / 5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_streams),
    cmocka_unit_test (test_altered),
  };

  return mdg_test_run_full (tests, mdg_pieces_setup, mdg_pieces_teardown);
}
