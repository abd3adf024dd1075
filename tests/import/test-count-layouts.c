/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * The facility x prefecture tables of the true deck, laid out as other programs extract them. Each
 * layout must give the same figures with the same quality, and no altered digit a false proof.
 */

enum
{
  RANK,
  PREVIOUS,
  NAME,
  RATE,
  MNC,
  VERIFICATIONS,
  N_CELLS,
};

#define N_PIECES 8
#define N_ALTERED 60u

/* The cells of a row, as the deck prints them. */
typedef struct
{
  char *cells[N_CELLS];
} Row;

static GPtrArray *pieces[N_PIECES];
static char **deck_lines;
static guint first_lines[N_PIECES];
static guint last_lines[N_PIECES];

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static Row *
row_new (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  Row *row = g_new0 (Row, 1);

  for (guint i = 0; i < N_CELLS && words[i] != NULL; i++)
    row->cells[i] = g_strdup (words[i]);
  /* The two rows of the deck whose counts are glued. */
  if (row->cells[VERIFICATIONS] == NULL)
    {
      const char *glued = row->cells[MNC];
      const char *end = strchr (strchr (glued, ',') + 1, ',') + 4;

      if (!g_ascii_isdigit (*end))
        end = strchr (glued, ',') + 4;
      row->cells[VERIFICATIONS] = g_strdup (end);
      row->cells[MNC][end - glued] = '\0';
    }

  return row;
}

/* Takes the eight pieces of slides 13 to 16 apart. */
static int
setup (void **state)
{
  guint n = 0;

  deck_lines = mdg_deck_lines ();
  for (guint i = 0; deck_lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (deck_lines[i], "順位 R7.9順位"))
        {
          assert_true (n < N_PIECES);
          pieces[n] = g_ptr_array_new_with_free_func (row_free);
          first_lines[n] = i;
          n++;
        }
      else if (n > 0 && mdg_deck_line_is_count_row (deck_lines, i))
        {
          g_ptr_array_add (pieces[n - 1], row_new (deck_lines[i]));
          last_lines[n - 1] = i;
        }
    }
  assert_int_equal (n, N_PIECES);
  for (guint i = 0; i < N_PIECES; i++)
    assert_int_equal (pieces[i]->len, i % 4 < 2 ? 30 : 17);

  return 0;
}

static int
teardown (void **state)
{
  for (guint i = 0; i < N_PIECES; i++)
    g_clear_pointer (&pieces[i], g_ptr_array_unref);
  g_clear_pointer (&deck_lines, g_strfreev);
  mdg_deck_clear ();

  return 0;
}

typedef void (*Writer) (GString *text, GPtrArray *left, GPtrArray *right);

static void
append_lines (GString *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s\n", deck_lines[i]);
}

/* The deck with @write for what stands on each of slides 13 to 16; @order tells which pieces. */
static GString *
lay_out_pieces (Writer write, const guint order[N_PIECES])
{
  GString *text = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < N_PIECES; i += 2)
    {
      append_lines (text, end, first_lines[i]);
      write (text, pieces[order[i]], pieces[order[i + 1]]);
      end = last_lines[i + 1] + 1;
    }
  append_lines (text, end, g_strv_length (deck_lines));

  return text;
}

static GString *
lay_out (Writer write)
{
  static const guint order[N_PIECES] = { 0, 1, 2, 3, 4, 5, 6, 7 };

  return lay_out_pieces (write, order);
}

static void
assert_same_text (const char *text)
{
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  mdg_deck_assert_same (mdg_deck_base (), result);
}

static void
assert_same_figures (const char *text)
{
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  mdg_deck_check (mdg_deck_describe_difference (mdg_deck_base (), result, FALSE), __FILE__,
                  __LINE__);
}

/* Writes the cells of a row in an order, with something between them. */
static void
append_cells (GString *text, const Row *row, const guint order[N_CELLS], const char *between)
{
  for (guint i = 0; i < N_CELLS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", row->cells[order[i]]);
}

static const guint usual[N_CELLS] = { RANK, PREVIOUS, NAME, RATE, MNC, VERIFICATIONS };

static const Row *
get_row (GPtrArray *rows, guint index)
{
  return index < rows->len ? g_ptr_array_index (rows, index) : NULL;
}

static void
write_side_by_side (GString *text, GPtrArray *left, GPtrArray *right)
{
  g_string_append (text, "順位 R7.9順位 都道府県 利用率 順位 R7.9順位 都道府県 利用率\n");
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (get_row (left, i) != NULL)
        append_cells (text, get_row (left, i), usual, " ");
      if (get_row (left, i) != NULL && get_row (right, i) != NULL)
        g_string_append_c (text, ' ');
      if (get_row (right, i) != NULL)
        append_cells (text, get_row (right, i), usual, " ");
      g_string_append_c (text, '\n');
    }
}

/* Without any blank: the second count is glued to the rank of the next table's row. */
static void
write_glued (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (get_row (left, i) != NULL)
        append_cells (text, get_row (left, i), usual, "");
      if (get_row (right, i) != NULL)
        append_cells (text, get_row (right, i), usual, "");
      g_string_append_c (text, '\n');
    }
}

static void
write_taking_turns (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      if (get_row (left, i) != NULL)
        append_cells (text, get_row (left, i), usual, " ");
      g_string_append_c (text, '\n');
      if (get_row (right, i) != NULL)
        append_cells (text, get_row (right, i), usual, " ");
      g_string_append_c (text, '\n');
    }
}

static void
test_side_by_side (void **state)
{
  static const Writer writers[] = { write_side_by_side, write_glued, write_taking_turns };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GString) text = lay_out (writers[i]);

      assert_same_text (text->str);
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
        g_autoptr (GString) text = lay_out_pieces (writers[j], orders[i]);

        assert_same_figures (text->str);
      }
}

/* A row lost in one of two tables that stand side by side: only that table is refused. */
static void
assert_lost_row (Writer write, guint piece, guint row)
{
  Row *lost = g_ptr_array_steal_index (pieces[piece], row);
  g_autoptr (GString) text = lay_out (write);
  g_autoptr (MdgImportResult) result = mdg_deck_import (text->str, -1);
  const MdgReportEntry *entry = mdg_deck_find_refused (result);
  MdgArea area;

  mdg_deck_assert_no_false_proof (result);
  assert_int_equal (mdg_deck_count_refused (result), 1);
  assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
  assert_true (mdg_area_from_name (lost->cells[NAME], -1, &area));
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_AREAS_MISSING)->args[0],
                       mdg_area_get_code (area));
  g_ptr_array_insert (pieces[piece], (gint) row, lost);
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
      const Row *row = get_row (longer, i);
      const Row *other = get_row (shorter, i - shift);
      gboolean is_hole = other == NULL || strcmp (row->cells[RANK], other->cells[RANK]) != 0;

      shift += is_hole;
      if (!is_hole && shorter == left)
        append_cells (text, other, usual, " ");
      g_string_append_c (text, ' ');
      append_cells (text, row, usual, " ");
      g_string_append_c (text, ' ');
      if (!is_hole && shorter == right)
        append_cells (text, other, usual, " ");
      g_string_append_c (text, '\n');
    }
}

static void
test_lost_row (void **state)
{
  for (guint piece = 0; piece < N_PIECES; piece++)
    for (guint row = 0; row < pieces[piece]->len; row += 3)
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
      append_cells (text, get_row (left, i), order, " ");
      g_string_append_c (text, ' ');
      append_cells (text, get_row (right, i), order, " ");
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
      g_autoptr (GString) text = lay_out (writers[i]);

      assert_same_text (text->str);
    }
}

/* Ranks without brackets, the previous one first. */
static void
test_no_brackets (void **state)
{
  for (guint turned = 0; turned < 2; turned++)
    {
      g_autoptr (GString) text = lay_out (turned ? write_previous_first : write_name_last);

      for (char *p = strstr (text->str, "施設類型別・都道府県別"); *p != '\0'; p++)
        if ((*p == '(' || *p == ')') && g_ascii_isdigit (p[*p == '(' ? 1 : -1]))
          *p = ' ';
      assert_same_text (text->str);
    }
}

/* Numbers without commas, with a blank between the counts or without. */
static void
test_no_commas (void **state)
{
  for (guint glued = 0; glued < 2; glued++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; deck_lines[i] != NULL; i++)
        {
          g_autofree char *line = g_strdup (deck_lines[i]);

          if (mdg_deck_line_is_count_row (deck_lines, i))
            {
              Row *row = row_new (line);
              g_autofree char *whole = g_strconcat (
                row->cells[RANK], row->cells[PREVIOUS], row->cells[NAME], " ", row->cells[RATE],
                " ", row->cells[MNC], glued ? "" : " ", row->cells[VERIFICATIONS], NULL);
              g_auto (GStrv) parts = g_strsplit (whole, ",", -1);

              g_free (line);
              line = g_strjoinv ("", parts);
              row_free (row);
            }
          g_string_append_printf (text, "%s\n", line);
        }
      assert_same_text (text->str);
    }
}

/* One cell to a line, row by row. */
static void
append_tokens (GString *text, GPtrArray *rows, const guint order[N_CELLS])
{
  for (guint i = 0; i < rows->len; i++)
    {
      append_cells (text, get_row (rows, i), order, "\n");
      g_string_append_c (text, '\n');
    }
}

static void
write_tokens (GString *text, GPtrArray *left, GPtrArray *right)
{
  g_string_append (text, "順位\nR7.9順位\n都道府県\n利用率\nMNC利用件数\nオン資件数\n");
  append_tokens (text, left, usual);
  g_string_append (text, "順位\nR7.9順位\n都道府県\n利用率\nMNC利用件数\nオン資件数\n");
  append_tokens (text, right, usual);
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
      if (get_row (left, i) != NULL)
        append_cells (text, get_row (left, i), usual, "\n");
      g_string_append_c (text, '\n');
      if (get_row (right, i) != NULL)
        append_cells (text, get_row (right, i), usual, "\n");
      g_string_append_c (text, '\n');
    }
}

static void
append_column (GString *text, GPtrArray *rows, guint cell, const char *between)
{
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", get_row (rows, i)->cells[cell]);
  g_string_append_c (text, '\n');
}

/* A column on a line, one table after the other. */
static void
write_columns (GString *text, GPtrArray *left, GPtrArray *right)
{
  for (guint i = 0; i < N_CELLS; i++)
    append_column (text, left, usual[i], " ");
  for (guint i = 0; i < N_CELLS; i++)
    append_column (text, right, usual[i], " ");
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
      append_column (text, left, usual[i], " ");
      append_column (text, right, usual[i], "\n");
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
        g_string_append_printf (text, "%s%s\n", get_row (rows, i)->cells[MNC],
                                get_row (rows, i)->cells[VERIFICATIONS]);
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
                                get_row (tables[table], i / N_CELLS)->cells[i % N_CELLS]);
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
                                get_row (tables[table], i % n_rows)->cells[i / n_rows]);
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
      g_autoptr (GString) text = lay_out (stream_writers[i]);

      assert_same_figures (text->str);
    }
}

/* Digits altered in a layout: nothing false comes in as verified. */
static guint
count_refused (Writer write, GRand *rand)
{
  guint n_refused = 0;
  g_autoptr (GString) text = lay_out (write);
  gsize first = (gsize) (strstr (text->str, "施設類型別・都道府県別") - text->str);
  gsize end = (gsize) (strstr (text->str, "\tスライド 0") - text->str);

  for (guint i = 0; i < N_ALTERED; i++)
    {
      g_autofree char *altered = g_strdup (text->str);
      g_autoptr (MdgImportResult) result = NULL;
      gsize position;

      do
        position = (gsize) g_rand_int_range (rand, (gint32) first, (gint32) end);
      while (!g_ascii_isdigit (altered[position]));
      altered[position] =
        (char) ('0' + (altered[position] - '0' + g_rand_int_range (rand, 1, 10)) % 10);
      result = mdg_deck_import (altered, -1);
      mdg_deck_assert_no_false_proof (result);
      n_refused += mdg_deck_count_refused (result);
    }

  return n_refused;
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
    assert_true (count_refused (writers[i], rand) < N_ALTERED * 6 / 5);
  for (guint i = 0; i < G_N_ELEMENTS (stream_writers); i++)
    assert_true (count_refused (stream_writers[i], rand) < N_ALTERED * 6 / 5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_side_by_side), cmocka_unit_test (test_uneven),
    cmocka_unit_test (test_lost_row),     cmocka_unit_test (test_column_order),
    cmocka_unit_test (test_no_brackets),  cmocka_unit_test (test_no_commas),
    cmocka_unit_test (test_streams),      cmocka_unit_test (test_altered),
  };

  return mdg_test_run_full (tests, setup, teardown);
}
