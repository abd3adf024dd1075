/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-count-pieces.h"

#include <string.h>

/* The facility x prefecture tables of the true deck, to be laid out as other programs extract them. */

GPtrArray *mdg_pieces[N_PIECES];
char **mdg_piece_lines;

static guint first_lines[N_PIECES];
static guint last_lines[N_PIECES];

const guint mdg_usual_order[N_CELLS] = { RANK, PREVIOUS, NAME, RATE, MNC, VERIFICATIONS };

void
mdg_row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

Row *
mdg_row_new (const char *line)
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
int
mdg_pieces_setup (void **state)
{
  guint n = 0;

  mdg_piece_lines = mdg_deck_lines ();
  for (guint i = 0; mdg_piece_lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (mdg_piece_lines[i], "順位 R7.9順位"))
        {
          assert_true (n < N_PIECES);
          mdg_pieces[n] = g_ptr_array_new_with_free_func (mdg_row_free);
          first_lines[n] = i;
          n++;
        }
      else if (n > 0 && mdg_deck_line_is_count_row (mdg_piece_lines, i))
        {
          g_ptr_array_add (mdg_pieces[n - 1], mdg_row_new (mdg_piece_lines[i]));
          last_lines[n - 1] = i;
        }
    }
  assert_int_equal (n, N_PIECES);
  for (guint i = 0; i < N_PIECES; i++)
    assert_int_equal (mdg_pieces[i]->len, i % 4 < 2 ? 30 : 17);

  return 0;
}

int
mdg_pieces_teardown (void **state)
{
  for (guint i = 0; i < N_PIECES; i++)
    g_clear_pointer (&mdg_pieces[i], g_ptr_array_unref);
  g_clear_pointer (&mdg_piece_lines, g_strfreev);
  mdg_deck_clear ();

  return 0;
}

static void
append_lines (GString *text, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "%s\n", mdg_piece_lines[i]);
}

/* The deck with @write for what stands on each of slides 13 to 16; @order tells which pieces. */
GString *
mdg_lay_out_pieces (Writer write, const guint order[N_PIECES])
{
  GString *text = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < N_PIECES; i += 2)
    {
      append_lines (text, end, first_lines[i]);
      write (text, mdg_pieces[order[i]], mdg_pieces[order[i + 1]]);
      end = last_lines[i + 1] + 1;
    }
  append_lines (text, end, g_strv_length (mdg_piece_lines));

  return text;
}

GString *
mdg_lay_out (Writer write)
{
  static const guint order[N_PIECES] = { 0, 1, 2, 3, 4, 5, 6, 7 };

  return mdg_lay_out_pieces (write, order);
}

void
mdg_assert_same_text (const char *text)
{
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  mdg_deck_assert_same (mdg_deck_base (), result);
}

void
mdg_assert_same_figures (const char *text)
{
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  mdg_deck_check (mdg_deck_describe_difference (mdg_deck_base (), result, FALSE), __FILE__,
                  __LINE__);
}

/* Writes the cells of a row in an order, with something between them. */
void
mdg_append_cells (GString *text, const Row *row, const guint order[N_CELLS], const char *between)
{
  for (guint i = 0; i < N_CELLS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? between : "", row->cells[order[i]]);
}

const Row *
mdg_get_row (GPtrArray *rows, guint index)
{
  return index < rows->len ? g_ptr_array_index (rows, index) : NULL;
}

/* Digits altered in a layout: nothing false comes in as verified. */
guint
mdg_count_refused_of_altered (Writer write, guint n_altered, GRand *rand)
{
  guint n_refused = 0;
  g_autoptr (GString) text = mdg_lay_out (write);
  gsize first = (gsize) (strstr (text->str, "施設類型別・都道府県別") - text->str);
  gsize end = (gsize) (strstr (text->str, "\tスライド 0") - text->str);

  for (guint i = 0; i < n_altered; i++)
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
