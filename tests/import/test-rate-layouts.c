/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * The table of rates by prefecture as other programs extract it. Every layout is made from the deck's
 * own text, and must give the same figures, proved as well and on the same slide.
 */

#define N_GROUPS 3
#define FIRST_TABLE_LINE 281u

static const guint group_sizes[N_GROUPS] = { 14, 16, 17 };

/* A row, in the order of the prefectures and then the nation. */
typedef struct
{
  char *name;
  char *rate;
  char *change;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->rate);
  g_free (row->change);
}

static GArray *
read_rows (char **lines)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = MDG_DECK_FIRST_RATE_LINE; i <= MDG_DECK_LAST_RATE_LINE; i++)
    {
      g_autoptr (GString) line = g_string_new (lines[i]);
      g_auto (GStrv) words = NULL;

      g_string_replace (line, ")全国", ") 全国", 0);
      words = g_strsplit (line->str, " ", -1);
      for (guint j = 0; strchr (line->str, '%') != NULL && words[j] != NULL; j += 3)
        {
          Row row = { g_strdup (words[j]), g_strdup (words[j + 1]), g_strdup (words[j + 2]) };

          g_array_append_val (rows, row);
        }
    }
  assert_int_equal (rows->len, MDG_N_AREAS);

  return rows;
}

static const Row *
get_row (GArray *rows, guint index)
{
  return &g_array_index (rows, Row, index);
}

static const Row *
get_nation (GArray *rows)
{
  return get_row (rows, MDG_N_PREFECTURES);
}

static void
put_name (GString *text, const Row *row)
{
  g_string_append_printf (text, "%s\n", row->name);
}

static void
put_value (GString *text, const Row *row)
{
  g_string_append_printf (text, "%s %s\n", row->rate, row->change);
}

static void
put_names (GString *text, GArray *rows, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    put_name (text, get_row (rows, i));
}

static void
put_values (GString *text, GArray *rows, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    put_value (text, get_row (rows, i));
}

typedef void (*WriteRates) (GString *text, GArray *rows);

static void
write_rows (GString *text, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s %s %s\n", get_row (rows, i)->name, get_row (rows, i)->rate,
                            get_row (rows, i)->change);
}

/* The nation among the names and values of the first group. */
static void
write_columns (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      g_string_append (text, "都道府県名\n");
      put_names (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_name (text, get_nation (rows));
      g_string_append (text, "利用率\n");
      put_values (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_value (text, get_nation (rows));
    }
}

/* The nation by itself after the first group. */
static void
write_nation_apart (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      put_names (text, rows, first, group_sizes[g]);
      put_values (text, rows, first, group_sizes[g]);
      if (g == 0)
        {
          put_name (text, get_nation (rows));
          put_value (text, get_nation (rows));
        }
    }
}

/* The nation's value at the end of the first values, its name before the second names. */
static void
write_nation_torn (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      if (g == 1)
        put_name (text, get_nation (rows));
      put_names (text, rows, first, group_sizes[g]);
      put_values (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_value (text, get_nation (rows));
    }
}

/* The nation's name after the first names, its value before or after the second values. */
static void
write_nation_late (GString *text, GArray *rows, gboolean is_first)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      put_names (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_name (text, get_nation (rows));
      if (g == 1 && is_first)
        put_value (text, get_nation (rows));
      put_values (text, rows, first, group_sizes[g]);
      if (g == 1 && !is_first)
        put_value (text, get_nation (rows));
    }
}

static void
write_nation_before_second (GString *text, GArray *rows)
{
  write_nation_late (text, rows, TRUE);
}

static void
write_nation_after_second (GString *text, GArray *rows)
{
  write_nation_late (text, rows, FALSE);
}

/* The nation's name last and its value first. */
static void
write_nation_crossed (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      put_names (text, rows, first, group_sizes[g]);
      if (g == 0)
        {
          put_name (text, get_nation (rows));
          put_value (text, get_nation (rows));
        }
      put_values (text, rows, first, group_sizes[g]);
    }
}

static void
write_values_first (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      put_values (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_value (text, get_nation (rows));
      put_names (text, rows, first, group_sizes[g]);
      if (g == 0)
        put_name (text, get_nation (rows));
    }
}

/* Rates and changes as two columns. */
static void
write_three_columns (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      guint n = group_sizes[g] + (g == N_GROUPS - 1 ? 1 : 0);

      put_names (text, rows, first, n);
      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s\n", get_row (rows, i)->rate);
      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s\n", get_row (rows, i)->change);
    }
}

/* All changes after everything else. */
static void
write_changes_last (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      guint n = group_sizes[g] + (g == N_GROUPS - 1 ? 1 : 0);

      put_names (text, rows, first, n);
      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s\n", get_row (rows, i)->rate);
    }
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n", get_row (rows, i)->change);
}

/* Names on one line, values on the next. */
static void
write_lines (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      guint n = group_sizes[g] + (g == N_GROUPS - 1 ? 1 : 0);

      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s%s", i > first ? " " : "", get_row (rows, i)->name);
      g_string_append_c (text, '\n');
      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s %s ", get_row (rows, i)->rate, get_row (rows, i)->change);
      g_string_append_c (text, '\n');
    }
}

/* Names and values of a group on one line. */
static void
write_one_line (GString *text, GArray *rows)
{
  for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
    {
      guint n = group_sizes[g] + (g == N_GROUPS - 1 ? 1 : 0);

      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s ", get_row (rows, i)->name);
      for (guint i = first; i < first + n; i++)
        g_string_append_printf (text, "%s %s ", get_row (rows, i)->rate, get_row (rows, i)->change);
      g_string_append_c (text, '\n');
    }
}

static void
write_tokens (GString *text, GArray *rows)
{
  g_string_append (text, "0%\n10%\n20%\n30%\n40%\n");
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n%s\n%s%s\n", get_row (rows, i)->name,
                            get_row (rows, i)->rate, i % 9 == 4 ? "50%\n" : "",
                            get_row (rows, i)->change);
  g_string_append (text, "60%\n");
}

static void
write_tokens_and_long_ticks (GString *text, GArray *rows)
{
  g_string_append (text, "0.00%\n10.00%\n20.00%\n");
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n%s\n%s%s\n", get_row (rows, i)->name,
                            get_row (rows, i)->rate, i % 9 == 4 ? "50.00%\n" : "",
                            get_row (rows, i)->change);
}

static void
write_names_last (GString *text, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s %s %s\n", get_row (rows, i)->rate, get_row (rows, i)->change,
                            get_row (rows, i)->name);
}

static void
write_names_below (GString *text, GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n%s\n%s\n", get_row (rows, i)->rate,
                            get_row (rows, i)->change, get_row (rows, i)->name);
}

/* The three groups side by side, with ragged ends. */
static void
write_side_by_side (GString *text, GArray *rows)
{
  for (guint line = 0; line < group_sizes[N_GROUPS - 1]; line++)
    {
      for (guint g = 0, first = 0; g < N_GROUPS; first += group_sizes[g++])
        if (line < group_sizes[g])
          g_string_append_printf (text, "%s %s %s ", get_row (rows, first + line)->name,
                                  get_row (rows, first + line)->rate,
                                  get_row (rows, first + line)->change);
      if (line == group_sizes[N_GROUPS - 1] - 1)
        g_string_append_printf (text, "%s %s %s", get_nation (rows)->name, get_nation (rows)->rate,
                                get_nation (rows)->change);
      g_string_append_c (text, '\n');
    }
}

static const struct
{
  const char *name;
  WriteRates write;
} layouts[] = {
  { "rows", write_rows },
  { "columns", write_columns },
  { "nation apart", write_nation_apart },
  { "nation torn", write_nation_torn },
  { "nation before second values", write_nation_before_second },
  { "nation after second values", write_nation_after_second },
  { "nation crossed", write_nation_crossed },
  { "values first", write_values_first },
  { "three columns", write_three_columns },
  { "changes last", write_changes_last },
  { "lines", write_lines },
  { "one line", write_one_line },
  { "tokens", write_tokens },
  { "long ticks", write_tokens_and_long_ticks },
  { "names last", write_names_last },
  { "names below", write_names_below },
  { "side by side", write_side_by_side },
};

/* The deck with slide 12 written anew, up to @last_line. */
static char *
make_deck (char **lines, GArray *rows, guint layout, guint last_line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < FIRST_TABLE_LINE; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  layouts[layout].write (text, rows);
  for (guint i = MDG_DECK_LAST_RATE_LINE + 1; i <= last_line && lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", lines[i]);

  return g_string_free_and_steal (text);
}

static void
test_layouts (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (GArray) rows = read_rows (lines);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *text = make_deck (lines, rows, i, G_MAXUINT - 1);
      g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);
      g_autofree char *problem = mdg_deck_describe_difference (mdg_deck_base (), result, TRUE);

      if (problem != NULL)
        fail_msg ("In the layout “%s”: %s", layouts[i].name, problem);
    }
}

/* A wrong digit refuses the table in whatever layout it stands. */
static void
test_altered (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (guint n = 0; n < 12; n++)
      {
        g_autoptr (GArray) rows = read_rows (lines);
        char *rate = get_row (rows, (guint) g_rand_int_range (rand, 0, MDG_N_AREAS))->rate;
        guint digit = (guint) g_rand_int_range (rand, 0, 4);
        g_autofree char *text = NULL;
        g_autoptr (MdgImportResult) result = NULL;
        g_autofree char *problem = NULL;
        const MdgReportEntry *entry;

        digit += digit >= 2 ? 1 : 0;
        rate[digit] = (char) ('0' + (rate[digit] - '0' + g_rand_int_range (rand, 1, 10)) % 10);
        text = make_deck (lines, rows, i, G_MAXUINT - 1);
        result = mdg_deck_import (text, -1);
        problem = mdg_deck_describe_false_proof (result);
        entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
        if (problem != NULL || entry->status != MDG_ENTRY_REFUSED)
          fail_msg ("In the layout “%s” a wrong digit was not refused: %s", layouts[i].name,
                    problem != NULL ? problem : rate);
      }
}

/* A name, a rate or a change that is lost is never made up for by its neighbour, also where no other
 * table could tell. */
static void
test_lost_cells (void **state)
{
  static const guint lost[] = { 0, 1, 13, 14, 29, 30, 45, 46, 47 };
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (guint n = 0; n < G_N_ELEMENTS (lost) * 3; n++)
      {
        g_autoptr (GArray) rows = read_rows (lines);
        Row *row = &g_array_index (rows, Row, lost[n / 3]);
        g_autofree char *text = NULL;
        g_autoptr (MdgImportResult) result = NULL;
        const MdgReportEntry *entry;

        g_set_str (n % 3 == 0 ? &row->name : n % 3 == 1 ? &row->rate : &row->change, "");
        text = make_deck (lines, rows, i, MDG_DECK_LAST_RATE_LINE + 8);
        result = mdg_deck_import (text, -1);
        entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
        if (entry->n_verified + entry->n_printed > 0)
          fail_msg ("In the layout “%s” cell %u of row %u was made up", layouts[i].name, n % 3,
                    lost[n / 3]);
        for (guint j = 0; j < entry->as_printed->len; j++)
          {
            const MdgObservation *read = &g_array_index (entry->as_printed, MdgObservation, j);
            const MdgObservation *true_one =
              mdg_deck_find_like (mdg_deck_base ()->batch->observations, read);

            if (mdg_decimal_compare (read->value, true_one->value) != 0)
              fail_msg ("In the layout “%s” without cell %u of row %u, area %s was misread",
                        layouts[i].name, n % 3, lost[n / 3], mdg_area_get_code (read->area));
          }
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
    cmocka_unit_test (test_layouts),
    cmocka_unit_test (test_altered),
    cmocka_unit_test (test_lost_cells),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
