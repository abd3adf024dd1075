/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Alterations that change no figure: another program's extraction, headings in other places, tables
 * in another order. Each must give the same figures, with the same quality and on the same slides.
 */

static char *
replace (const char *text, const char *from, const char *to)
{
  GString *copy = g_string_new (text);

  g_string_replace (copy, from, to, 0);

  return g_string_free_and_steal (copy);
}

static void
assert_same_text (const char *text)
{
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  mdg_deck_assert_same (mdg_deck_base (), result);
}

static void
assert_same_lines (char **lines)
{
  g_autofree char *text = g_strjoinv ("\n", lines);

  assert_same_text (text);
}

static void
test_line_ends (void **state)
{
  g_autofree char *windows = replace (mdg_deck_text (), "\n", "\r\n");
  g_autofree char *old = replace (mdg_deck_text (), "\n", "\r");
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", mdg_deck_text (), NULL);

  assert_same_text (windows);
  assert_same_text (old);
  assert_same_text (marked);
}

static void
test_blanks (void **state)
{
  g_autofree char *no_break = replace (mdg_deck_text (), " ", "\xc2\xa0");
  g_autofree char *wide = replace (mdg_deck_text (), " ", "\xe3\x80\x80");
  g_autofree char *tabs = replace (mdg_deck_text (), " ", "\t");
  g_autofree char *doubled = replace (mdg_deck_text (), " ", "  ");

  assert_same_text (no_break);
  assert_same_text (wide);
  assert_same_text (tabs);
  assert_same_text (doubled);
}

static void
test_full_width (void **state)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (const char *p = mdg_deck_text (); *p != '\0'; p++)
    {
      gboolean is_digit = g_ascii_isdigit (*p);

      if (is_digit)
        g_string_append_unichar (digits, 0xff10 + (gunichar) (*p - '0'));
      else
        g_string_append_c (digits, *p);
      if (is_digit || strchr (",.%()+", *p) != NULL)
        g_string_append_unichar (all, 0xff00 + (gunichar) (*p - 0x20));
      else
        g_string_append_c (all, *p);
    }

  assert_same_text (digits->str);
  assert_same_text (all->str);
}

static void
test_blank_lines (void **state)
{
  g_autoptr (GString) dense = g_string_new (NULL);
  g_autoptr (GString) trimmed = g_string_new (NULL);
  g_autofree char *doubled = replace (mdg_deck_text (), "\n", "\n\n");
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (*line));

      if (*stripped != '\0')
        g_string_append_printf (dense, "%s\n", *line);
      g_string_append_printf (trimmed, "%s\n", stripped);
    }

  assert_same_text (dense->str);
  assert_same_text (trimmed->str);
  assert_same_text (doubled);
}

static void
test_title_list (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();

  assert_true (g_str_has_prefix (lines[MDG_DECK_FIRST_LIST_LINE], "\tスライド 0"));
  g_clear_pointer (&lines[MDG_DECK_FIRST_LIST_LINE], g_free);
  assert_same_lines (lines);

  for (char **line = lines + MDG_DECK_FIRST_LIST_LINE + 1; *line != NULL; line++)
    g_clear_pointer (line, g_free);
}

static gboolean
is_heading (const char *line)
{
  return g_str_has_prefix (line, "【病院】") || g_str_has_prefix (line, "【薬局】");
}

static void
test_headings (void **state)
{
  g_auto (GStrv) without = mdg_deck_lines ();
  g_auto (GStrv) exchanged = mdg_deck_lines ();
  g_auto (GStrv) moved = mdg_deck_lines ();
  char *carried = NULL;

  for (char **line = without; *line != NULL; line++)
    if (is_heading (*line))
      g_set_str (line, "");
  assert_same_lines (without);

  for (char **line = exchanged; *line != NULL; line++)
    if (strcmp (*line, "【病院】【医科診療所】") == 0)
      g_set_str (line, "【薬局】【歯科診療所】");
    else if (strcmp (*line, "【薬局】【歯科診療所】") == 0)
      g_set_str (line, "【医科診療所】【病院】");
  assert_same_lines (exchanged);

  /* Each heading to where the next one stands. */
  for (char **line = moved; *line != NULL; line++)
    if (is_heading (*line))
      {
        char *next = *line;

        *line = carried != NULL ? carried : g_strdup ("");
        carried = next;
      }
  g_free (carried);
  assert_same_lines (moved);
}

static gboolean
is_header (const char *line)
{
  return g_str_has_prefix (line, "順位 R7.9順位");
}

/* Without the line that names the columns, the ranks tell where a table begins. */
static void
test_headers (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (char **line = lines; *line != NULL; line++)
    if (is_header (*line))
      g_set_str (line, "");
  assert_same_lines (lines);
}

static gboolean
is_count_row (const char *line)
{
  return g_ascii_isdigit (*line) && strstr (line, " (") != NULL && strchr (line, '%') != NULL;
}

/* The pieces of the four tables: first and last line of each. */
static guint
find_pieces (char **lines, guint (*pieces)[2])
{
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (is_header (lines[i]))
        {
          pieces[n][0] = i + 1;
          n++;
        }
      else if (n > 0 && is_count_row (lines[i]))
        {
          pieces[n - 1][1] = i;
        }
    }

  return n;
}

static void
append_lines (GString *text, char **lines, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
}

/* Exchanges the two pieces of a slide. */
static char *
exchange (char **lines, guint (*pieces)[2], guint slide)
{
  const guint *first = pieces[slide * 2];
  const guint *second = pieces[slide * 2 + 1];
  GString *text = g_string_new (NULL);

  append_lines (text, lines, 0, first[0] - 1);
  append_lines (text, lines, second[0], second[1]);
  append_lines (text, lines, first[1] + 1, second[0] - 1);
  append_lines (text, lines, first[0], first[1]);
  append_lines (text, lines, second[1] + 1, g_strv_length (lines) - 1);

  return g_string_free_and_steal (text);
}

/* Any of the 16 ways in which the two tables of each slide can stand. */
static void
test_block_order (void **state)
{
  for (guint ways = 1; ways < 16; ways++)
    {
      g_autofree char *text = g_strdup (mdg_deck_text ());

      for (guint slide = 0; slide < 4; slide++)
        {
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
          guint pieces[8][2];

          assert_int_equal (find_pieces (lines, pieces), 8);
          if ((ways >> slide & 1) == 0)
            continue;
          g_free (text);
          text = exchange (lines, pieces, slide);
        }
      assert_same_text (text);
    }
}

/* A footnote within a table breaks it into more pieces. */
static void
test_broken_pieces (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  guint n_rows = 0;

  for (char **line = lines; *line != NULL; line++)
    if (is_count_row (*line) && ++n_rows % 55 == 40)
      {
        char *broken = g_strconcat (*line, "\n※ 注", NULL);

        g_free (*line);
        *line = broken;
      }
  assert_same_lines (lines);
}

static void
test_month_spellings (void **state)
{
  g_autofree char *era = replace (mdg_deck_text (), "令和 7年10月", "令和７年 10月");
  g_autofree char *western = replace (mdg_deck_text (), "R7.10月", "2025年10月");
  g_autofree char *previous = replace (mdg_deck_text (), "R7.9順位", "令和７年９月順位");

  assert_same_text (era);
  assert_same_text (western);
  assert_same_text (previous);
}

static void
test_blanks_in_names (void **state)
{
  g_autofree char *spaced = replace (mdg_deck_text (), " 秋田 ", " 秋　田 ");
  g_autofree char *totals = replace (spaced, "\n薬局 ", "\n薬　局 ");

  assert_same_text (totals);
}

/* Blanks between the cells of a row may be missing. */
static void
test_glued_cells (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (char **line = lines; *line != NULL; line++)
    if (is_count_row (*line))
      {
        char *glued = replace (*line, " ", "");

        g_free (*line);
        *line = glued;
      }
  assert_same_lines (lines);
}

/* The columns of the totals are known by their sums and rates, not by their heading. */
static void
test_column_headings (void **state)
{
  g_autofree char *exchanged =
    replace (mdg_deck_text (), "合計 マイナンバーカード 保険証", "合計 保険証 マイナンバーカード");
  g_autofree char *without = replace (mdg_deck_text (), "合計 マイナンバーカード 保険証", "");

  assert_same_text (exchanged);
  assert_same_text (without);
}

/* One wrong slide number, in the text or in the list of titles, moves nothing. */
static void
test_slide_numbers (void **state)
{
  static const guint numbered[] = { 29, 46, 122, 231, 248, 385, 391, 604, 818 };

  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_auto (GStrv) lines = mdg_deck_lines ();
        char *line = lines[numbered[i]];

        line[strlen (line) - 1] = digit;
        assert_same_lines (lines);
      }

  for (guint i = MDG_DECK_FIRST_LIST_LINE; i < MDG_DECK_FIRST_LIST_LINE + 17; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      char *digit = strpbrk (lines[i], "0123456789");

      *digit = *digit == '7' ? '2' : '7';
      assert_same_lines (lines);
    }
}

/* Decks of other meetings: every slide number three higher, in the text and in the list, and a form
 * feed before slides that begin with their title. */
static void
test_other_numbers (void **state)
{
  static const guint numbered[] = { 29, 46, 122, 231, 248, 385, 391, 604, 818 };
  static const guint first_lines[] = { 273, 389 };
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (MdgImportResult) result = NULL;
  GArray *observations;

  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      char *line = lines[numbered[i]];
      char *number = line + strlen (line);
      guint64 value;

      while (number > line && g_ascii_isdigit (number[-1]))
        number--;
      value = g_ascii_strtoull (number, NULL, 10);
      lines[numbered[i]] =
        g_strdup_printf ("%.*s%u", (int) (number - line), line, (guint) value + 3);
      g_free (line);
    }
  for (guint i = MDG_DECK_FIRST_LIST_LINE; i < MDG_DECK_FIRST_LIST_LINE + 17; i++)
    {
      char *line = lines[i];
      char *end;
      guint64 value = g_ascii_strtoull (strpbrk (line, "0123456789"), &end, 10);

      lines[i] = g_strdup_printf ("\tスライド %u%s", (guint) value + 3, end);
      g_free (line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (first_lines); i++)
    {
      char *line = lines[first_lines[i]];

      lines[first_lines[i]] = g_strconcat ("\f", line, NULL);
      g_free (line);
    }

  result = mdg_deck_import_lines (lines);
  observations = result->batch->observations;
  for (guint i = 0; i < observations->len; i++)
    g_array_index (observations, MdgObservation, i).page -= 3;
  mdg_deck_assert_same (mdg_deck_base (), result);
}

/* Without any note but those that date a figure. */
static void
test_no_notes (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "※") && strstr (*line, "時点") == NULL &&
        strstr (*line, "施設数") == NULL)
      g_set_str (line, "");
  assert_same_lines (lines);
}

static guint
count_pages_but (const MdgImportResult *result, MdgFacilityType type, gint16 page)
{
  guint n = 0;

  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);

      n += row->facility_type == type && row->area != MDG_AREA_NATIONAL && row->page != page;
    }

  return n;
}

static void
assert_no_false_page (const MdgImportResult *result, gboolean with_tables)
{
  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);
      const MdgObservation *same = mdg_deck_find_like (mdg_deck_base ()->batch->observations, row);

      assert_non_null (same);
      if (row->page != MDG_PAGE_UNKNOWN)
        assert_int_equal (row->page, same->page);
    }

  for (guint type = MDG_FACILITY_HOSPITAL; !with_tables && type <= MDG_FACILITY_PHARMACY; type++)
    assert_int_equal (count_pages_but (result, type, MDG_PAGE_UNKNOWN), 0);
}

/* Slides 13 to 16 share one title, and only two of them begin with it: without their numbers nothing
 * tells them apart. */
static void
test_no_slide_numbers (void **state)
{
  for (guint with_list = 0; with_list < 2; with_list++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MdgImportResult) result = NULL;

      for (guint i = 0; lines[i] != NULL; i++)
        {
          const char *line = lines[i];
          gboolean is_number = *line != '\0' && strspn (line, "0123456789 ") == strlen (line);

          if (!is_number && (with_list > 0 || i < MDG_DECK_FIRST_LIST_LINE))
            g_string_append_printf (text, "%s\n", line);
        }
      result = mdg_deck_import (text->str, -1);
      assert_int_equal (mdg_deck_count_refused (result), 0);
      assert_no_false_page (result, FALSE);
    }
}

/* The last slides put first: the numbers printed and the order contradict each other. */
static void
test_slides_out_of_order (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  guint n_lines = g_strv_length (lines);

  for (guint with_list = 0; with_list < 2; with_list++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MdgImportResult) result = NULL;

      append_lines (text, lines, 389, MDG_DECK_FIRST_LIST_LINE - 1);
      append_lines (text, lines, 0, 388);
      if (with_list > 0)
        append_lines (text, lines, MDG_DECK_FIRST_LIST_LINE, n_lines - 1);
      result = mdg_deck_import (text->str, -1);
      assert_int_equal (mdg_deck_count_refused (result), 0);
      assert_no_false_page (result, FALSE);
    }
}

static int
teardown (void **state)
{
  mdg_deck_clear ();

  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_line_ends),        cmocka_unit_test (test_blanks),
    cmocka_unit_test (test_full_width),       cmocka_unit_test (test_blank_lines),
    cmocka_unit_test (test_title_list),       cmocka_unit_test (test_headings),
    cmocka_unit_test (test_headers),          cmocka_unit_test (test_block_order),
    cmocka_unit_test (test_broken_pieces),    cmocka_unit_test (test_month_spellings),
    cmocka_unit_test (test_blanks_in_names),  cmocka_unit_test (test_glued_cells),
    cmocka_unit_test (test_column_headings),  cmocka_unit_test (test_slide_numbers),
    cmocka_unit_test (test_other_numbers),    cmocka_unit_test (test_no_notes),
    cmocka_unit_test (test_no_slide_numbers), cmocka_unit_test (test_slides_out_of_order),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
