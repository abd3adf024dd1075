/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-count-pieces.h"

#include <string.h>

/*
 * The facility x prefecture tables of the true deck with their rows side by side and their columns in
 * other orders. Each layout must give the same figures with the same quality, and no altered digit a
 * false proof.
 */

#define N_ALTERED 60u

static void
write_side_by_side (GString *text, GPtrArray *left, GPtrArray *right)
{
  g_string_append (text, "順位 R7.9順位 都道府県 利用率 順位 R7.9順位 都道府県 利用率\n");
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (mdg_get_row (left, i) != NULL)
        mdg_append_cells (text, mdg_get_row (left, i), mdg_usual_order, " ");
      if (mdg_get_row (left, i) != NULL && mdg_get_row (right, i) != NULL)
        g_string_append_c (text, ' ');
      if (mdg_get_row (right, i) != NULL)
        mdg_append_cells (text, mdg_get_row (right, i), mdg_usual_order, " ");
      g_string_append_c (text, '\n');
    }
}

/* Without any blank: the second count is glued to the rank of the next table's row. */
static void
write_glued (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (mdg_get_row (left, i) != NULL)
        mdg_append_cells (text, mdg_get_row (left, i), mdg_usual_order, "");
      if (mdg_get_row (right, i) != NULL)
        mdg_append_cells (text, mdg_get_row (right, i), mdg_usual_order, "");
      g_string_append_c (text, '\n');
    }
}

static void
write_taking_turns (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (mdg_get_row (left, i) != NULL)
        mdg_append_cells (text, mdg_get_row (left, i), mdg_usual_order, " ");
      g_string_append_c (text, '\n');
      if (mdg_get_row (right, i) != NULL)
        mdg_append_cells (text, mdg_get_row (right, i), mdg_usual_order, " ");
      g_string_append_c (text, '\n');
    }
}

static void
test_side_by_side (void **state)
{
  static const Writer writers[] = { write_side_by_side, write_glued, write_taking_turns };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GString) text = mdg_lay_out (writers[i]);

      mdg_assert_same_text (text->str);
    }
}

/* The two parts of one table beside each other: the right one ends earlier. Or the parts of two. */
static void
test_uneven (void **state)
{
  static const guint orders[][N_PIECES] = {
    { 0, 2, 1, 3, 4, 6, 5, 7 },
    { 2, 0, 3, 1, 6, 4, 7, 5 },
    { 0, 3, 1, 2, 4, 7, 5, 6 },
    { 0, 6, 1, 7, 4, 2, 5, 3 },
  };
  static const Writer writers[] = { write_side_by_side, write_glued, write_taking_turns };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint j = 0; j < G_N_ELEMENTS (writers); j++)
      {
        g_autoptr (GString) text = mdg_lay_out_pieces (writers[j], orders[i]);

        mdg_assert_same_figures (text->str);
      }
}

/* A row lost in one of two tables that stand side by side: only that table is refused. */
static void
assert_lost_row (Writer write, guint piece, guint row)
{
  Row *lost = g_ptr_array_steal_index (mdg_pieces[piece], row);
  g_autoptr (GString) text = mdg_lay_out (write);
  g_autoptr (MdgImportResult) result = mdg_deck_import (text->str, -1);
  const MdgReportEntry *entry = mdg_deck_find_refused (result);
  MdgArea area;

  mdg_deck_assert_no_false_proof (result);
  assert_int_equal (mdg_deck_count_refused (result), 1);
  assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
  assert_true (mdg_area_from_name (lost->cells[NAME], -1, &area));
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_AREAS_MISSING)->args[0],
                       mdg_area_get_code (area));
  g_ptr_array_insert (mdg_pieces[piece], (gint) row, lost);
}

/* The cells of the row are lost, but its line and the other table's row on it are there. */
static void
write_with_hole (GString *text, GPtrArray *left, GPtrArray *right)
{
  GPtrArray *longer = left->len >= right->len ? left : right;
  GPtrArray *shorter = longer == left ? right : left;
  guint shift = 0;

  for (guint i = 0; i < longer->len; i++)
    {
      const Row *row = mdg_get_row (longer, i);
      const Row *other = mdg_get_row (shorter, i - shift);
      gboolean is_hole = other == NULL || strcmp (row->cells[RANK], other->cells[RANK]) != 0;

      shift += is_hole;
      if (!is_hole && shorter == left)
        mdg_append_cells (text, other, mdg_usual_order, " ");
      g_string_append_c (text, ' ');
      mdg_append_cells (text, row, mdg_usual_order, " ");
      g_string_append_c (text, ' ');
      if (!is_hole && shorter == right)
        mdg_append_cells (text, other, mdg_usual_order, " ");
      g_string_append_c (text, '\n');
    }
}

static void
test_lost_row (void **state)
{
  for (guint piece = 0; piece < N_PIECES; piece++)
    for (guint row = 0; row < mdg_pieces[piece]->len; row += 3)
      {
        assert_lost_row (write_with_hole, piece, row);
        assert_lost_row (write_taking_turns, piece, row);
      }
}

static void
append_side_by_side (GString *text, GPtrArray *left, GPtrArray *right, const guint order[N_CELLS])
{
  for (guint i = 0; i < left->len; i++)
    {
      mdg_append_cells (text, mdg_get_row (left, i), order, " ");
      g_string_append_c (text, ' ');
      mdg_append_cells (text, mdg_get_row (right, i), order, " ");
      g_string_append_c (text, '\n');
    }
}

#define WRITER(name, ...)                                                     \
  static void write_##name (GString *text, GPtrArray *left, GPtrArray *right) \
  {                                                                           \
    static const guint order[N_CELLS] = { __VA_ARGS__ };                      \
                                                                              \
    append_side_by_side (text, left, right, order);                           \
  }

WRITER (counts_turned, RANK, PREVIOUS, NAME, RATE, VERIFICATIONS, MNC)
WRITER (name_last, RANK, PREVIOUS, RATE, MNC, VERIFICATIONS, NAME)
WRITER (rate_last, RANK, PREVIOUS, NAME, VERIFICATIONS, MNC, RATE)
WRITER (previous_first, PREVIOUS, RANK, NAME, RATE, MNC, VERIFICATIONS)
WRITER (numbers_first, RATE, MNC, VERIFICATIONS, RANK, PREVIOUS, NAME)

static void
test_column_order (void **state)
{
  static const Writer writers[] = { write_counts_turned, write_name_last, write_rate_last,
                                    write_previous_first, write_numbers_first };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GString) text = mdg_lay_out (writers[i]);

      mdg_assert_same_text (text->str);
    }
}

/* Ranks without brackets, the previous one first. */
static void
test_no_brackets (void **state)
{
  for (guint turned = 0; turned < 2; turned++)
    {
      g_autoptr (GString) text = mdg_lay_out (turned ? write_previous_first : write_name_last);

      for (char *p = strstr (text->str, "施設類型別・都道府県別"); *p != '\0'; p++)
        if ((*p == '(' || *p == ')') && g_ascii_isdigit (p[*p == '(' ? 1 : -1]))
          *p = ' ';
      mdg_assert_same_text (text->str);
    }
}

/* Numbers without commas, with a blank between the counts or without. */
static void
test_no_commas (void **state)
{
  for (guint glued = 0; glued < 2; glued++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; mdg_piece_lines[i] != NULL; i++)
        {
          g_autofree char *line = g_strdup (mdg_piece_lines[i]);

          if (mdg_deck_line_is_count_row (mdg_piece_lines, i))
            {
              Row *row = mdg_row_new (line);
              g_autofree char *whole = g_strconcat (
                row->cells[RANK], row->cells[PREVIOUS], row->cells[NAME], " ", row->cells[RATE],
                " ", row->cells[MNC], glued ? "" : " ", row->cells[VERIFICATIONS], NULL);
              g_auto (GStrv) parts = g_strsplit (whole, ",", -1);

              g_free (line);
              line = g_strjoinv ("", parts);
              mdg_row_free (row);
            }
          g_string_append_printf (text, "%s\n", line);
        }
      mdg_assert_same_text (text->str);
    }
}

static void
test_altered (void **state)
{
  static const Writer writers[] = {
    write_side_by_side, write_glued,     write_taking_turns,   write_counts_turned,
    write_name_last,    write_rate_last, write_previous_first, write_numbers_first,
  };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  /* Hardly ever more than the one table. */
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    assert_true (mdg_count_refused_of_altered (writers[i], N_ALTERED, rand) < N_ALTERED * 6 / 5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_side_by_side), cmocka_unit_test (test_uneven),
    cmocka_unit_test (test_lost_row),     cmocka_unit_test (test_column_order),
    cmocka_unit_test (test_no_brackets),  cmocka_unit_test (test_no_commas),
    cmocka_unit_test (test_altered),
  };

  return mdg_test_run_full (tests, mdg_pieces_setup, mdg_pieces_teardown);
}
