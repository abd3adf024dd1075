/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * The tables by facility type as other programs extract them. Every layout is made from the deck's
 * own text, and must give the same figures, proved as well and on the same slides.
 */

#define N_TYPES 5
#define N_COLUMNS 3

/* Lines of the deck's text, from 0. */
#define TOTALS_HEADER_LINE 7u
#define VIEWS_HEADER_LINE 19u

typedef struct
{
  char *names[N_TYPES];
  char *totals[N_TYPES][N_COLUMNS];
  char *views[N_TYPES][N_COLUMNS];
} Slide;

static void
slide_clear (Slide *self)
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      g_free (self->names[i]);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          g_free (self->totals[i][j]);
          g_free (self->views[i][j]);
        }
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slide, slide_clear)

static void
read_slide (char **lines, Slide *self)
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      g_auto (GStrv) totals = g_strsplit (lines[MDG_DECK_FIRST_TOTALS_LINE + 2 * i], " ", -1);
      g_auto (GStrv) views = g_strsplit (lines[MDG_DECK_FIRST_VIEWS_LINE + 2 * i], " ", -1);

      assert_true (g_strv_length (totals) >= 1 + N_COLUMNS);
      assert_true (g_strv_length (views) >= 1 + N_COLUMNS);
      self->names[i] = g_strdup (totals[0]);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          self->totals[i][j] = g_strdup (totals[1 + j]);
          self->views[i][j] = g_strdup (views[1 + j]);
        }
    }
}

/* Writes one of the two tables, or both; the header of the table stands before. */
typedef void (*WriteTable) (GString *text, char **names, char *(*cells)[N_COLUMNS]);

static void
write_tokens (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s\n%s\n%s\n%s\n", names[i], cells[i][0], cells[i][1],
                            cells[i][2]);
}

static void
write_tokens_and_ticks (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  g_string_append (text, "0\n20,000,000\n40,000,000\n60,000,000\n");
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s\n%s\n%u0%%\n%s\n%u0,000,000\n%s\n", names[i], cells[i][0], i,
                            cells[i][1], 2 + 2 * i, cells[i][2]);
  g_string_append (text, "120,000,000\n140,000,000\n");
}

static void
write_tokens_and_words (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s\n（件）\n%s\n利用件数\n%s\n%s\n", names[i], cells[i][0],
                            cells[i][1], cells[i][2]);
}

static void
write_names_last (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s %s %s %s\n", cells[i][0], cells[i][1], cells[i][2], names[i]);
}

static void
write_names_glued_last (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s %s %s%s\n", cells[i][0], cells[i][1], cells[i][2], names[i]);
}

static void
write_names_below (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s %s %s\n%s\n", cells[i][0], cells[i][1], cells[i][2],
                            names[i]);
}

static void
write_tokens_names_last (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s\n%s\n%s\n\n%s\n", cells[i][0], cells[i][1], cells[i][2],
                            names[i]);
}

/* Only 病院 stands after its numbers. */
static void
write_first_name_below (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  g_string_append (text, "0\n20,000,000\n40,000,000\n");
  g_string_append_printf (text, "%s\n%s\n%s\n%s\n", cells[0][0], cells[0][1], cells[0][2],
                          names[0]);
  for (guint i = 1; i < N_TYPES; i++)
    g_string_append_printf (text, "%s\n%s\n%s\n%s\n", names[i], cells[i][0], cells[i][1],
                            cells[i][2]);
}

static void
write_glued (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s %s %s%s\n", names[i], cells[i][0], cells[i][1], cells[i][2]);
}

static void
write_all_glued (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s%s%s%s\n", names[i], cells[i][0], cells[i][1], cells[i][2]);
}

static char *
without_commas (const char *number)
{
  g_auto (GStrv) groups = g_strsplit (number, ",", -1);

  return g_strjoinv ("", groups);
}

static void
write_without_commas (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      g_string_append (text, names[i]);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          g_autofree char *plain = without_commas (cells[i][j]);

          g_string_append_printf (text, " %s", plain);
        }
      g_string_append_c (text, '\n');
    }
}

/* Only the laws can split these. */
static void
write_glued_without_commas (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    {
      g_autofree char *first = without_commas (cells[i][0]);
      g_autofree char *second = without_commas (cells[i][1]);
      g_autofree char *third = without_commas (cells[i][2]);

      g_string_append_printf (text, "%s %s%s %s\n", names[i], first, second, third);
    }
}

static void
write_rows (GString *text, char **names, char *(*cells)[N_COLUMNS])
{
  for (guint i = 0; i < N_TYPES; i++)
    g_string_append_printf (text, "%s %s %s %s\n", names[i], cells[i][0], cells[i][1], cells[i][2]);
}

typedef struct
{
  const char *name;
  WriteTable write_totals;
  WriteTable write_views;
  const char *end; /* what stands at the end of the views: the slide number */
} Layout;

static const Layout layouts[] = {
  { "rows", write_rows, write_rows, " 1\n" },
  { "slide number glued", write_rows, write_rows, "1\n" },
  { "slide number on a line", write_rows, write_rows, "\n1\n" },
  { "tokens", write_tokens, write_tokens, "\n1\n" },
  { "ticks", write_tokens_and_ticks, write_tokens_and_ticks, "\n1\n" },
  { "words", write_tokens_and_words, write_tokens_and_words, "\n1\n" },
  { "names last", write_names_last, write_names_last, "\n1\n" },
  { "names glued last", write_names_glued_last, write_names_glued_last, "\n1\n" },
  { "names below", write_names_below, write_names_below, "\n1\n" },
  { "tokens, names last", write_tokens_names_last, write_tokens_names_last, "\n1\n" },
  { "first name below", write_first_name_below, write_first_name_below, "\n1\n" },
  { "first name below, rows", write_first_name_below, write_rows, " 1\n" },
  { "glued", write_glued, write_glued, " 1\n" },
  { "glued to slide number", write_glued, write_glued, "1\n" },
  { "all glued", write_all_glued, write_all_glued, "1\n" },
  { "without commas", write_without_commas, write_without_commas, " 1\n" },
  { "without commas, slide number glued", write_without_commas, write_without_commas, "1\n" },
  { "glued without commas", write_glued_without_commas, write_without_commas, " 1\n" },
};

/* The deck with slide 1 written anew. */
static char *
make_deck (char **lines, const Slide *slide, const Layout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= TOTALS_HEADER_LINE; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  layout->write_totals (text, (char **) slide->names, (char *(*) [N_COLUMNS]) slide->totals);
  g_string_append_printf (text, "%s\n", lines[VIEWS_HEADER_LINE]);
  layout->write_views (text, (char **) slide->names, (char *(*) [N_COLUMNS]) slide->views);
  g_string_truncate (text, text->len - 1);
  g_string_append (text, layout->end);
  for (guint i = MDG_DECK_LAST_VIEWS_LINE + 1; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", lines[i]);

  return g_string_free_and_steal (text);
}

static void
test_layouts (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_auto (Slide) slide = { 0 };

  read_slide (lines, &slide);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *text = make_deck (lines, &slide, &layouts[i]);
      g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);
      g_autofree char *problem = mdg_deck_describe_difference (mdg_deck_base (), result, TRUE);

      if (problem != NULL)
        g_printerr ("In the layout “%s”: %s\n", layouts[i].name, problem);
      assert_null (problem);
    }
}

/* Both tables on the same lines, with the names once or twice. */
static void
test_side_by_side (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_auto (Slide) slide = { 0 };

  read_slide (lines, &slide);
  for (guint twice = 0; twice < 2; twice++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (MdgImportResult) result = NULL;

      for (guint i = 0; i < TOTALS_HEADER_LINE; i++)
        g_string_append_printf (text, "%s\n", lines[i]);
      g_string_append_printf (text, "%s %s\n", lines[TOTALS_HEADER_LINE], lines[VIEWS_HEADER_LINE]);
      for (guint i = 0; i < N_TYPES; i++)
        g_string_append_printf (text, "%s %s %s %s %s %s %s %s\n", slide.names[i],
                                slide.totals[i][0], slide.totals[i][1], slide.totals[i][2],
                                twice > 0 ? slide.names[i] : "", slide.views[i][0],
                                slide.views[i][1], slide.views[i][2]);
      g_string_append (text, "1\n");
      for (guint i = MDG_DECK_LAST_VIEWS_LINE + 1; lines[i] != NULL; i++)
        g_string_append_printf (text, "%s\n", lines[i]);
      result = mdg_deck_import (text->str, -1);
      mdg_deck_assert_same (mdg_deck_base (), result);
    }
}

/* One wrong digit in each layout: the table is refused, and no other. */
static void
test_altered (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (guint n = 0; n < 12; n++)
      {
        g_auto (Slide) slide = { 0 };
        guint type = (guint) g_rand_int_range (rand, 0, N_TYPES);
        guint column = (guint) g_rand_int_range (rand, 0, N_COLUMNS);
        gboolean in_views = g_rand_boolean (rand);
        g_autofree char *text = NULL;
        g_autoptr (MdgImportResult) result = NULL;
        const MdgReportEntry *entry;
        char *cell;
        guint digit;

        read_slide (lines, &slide);
        cell = in_views ? slide.views[type][column] : slide.totals[type][column];
        do
          digit = (guint) g_rand_int_range (rand, 1, (gint32) strlen (cell));
        while (cell[digit] == ',');
        cell[digit] = (char) ('0' + (cell[digit] - '0' + g_rand_int_range (rand, 1, 10)) % 10);

        text = make_deck (lines, &slide, &layouts[i]);
        result = mdg_deck_import (text, -1);
        mdg_deck_assert_no_false_proof (result);
        entry = mdg_deck_find_entry (result, in_views ? MDG_TABLE_VIEWS : MDG_TABLE_TOTALS,
                                     MDG_N_FACILITY_TYPES);
        assert_int_equal (entry->n_verified + entry->n_printed, 0);
        if (entry->status != MDG_ENTRY_REFUSED)
          fail_msg ("In the layout “%s” a wrong digit was not refused", layouts[i].name);
        entry = mdg_deck_find_entry (result, in_views ? MDG_TABLE_TOTALS : MDG_TABLE_VIEWS,
                                     MDG_N_FACILITY_TYPES);
        if (entry->n_verified != N_TYPES * N_COLUMNS)
          fail_msg ("In the layout “%s” a wrong digit hurt the other table", layouts[i].name);
      }
}

/* A lost name or number is never made up for by a neighbour. */
static void
test_lost_cells (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    for (guint cell = 0; cell < N_TYPES * (1 + N_COLUMNS); cell++)
      {
        g_auto (Slide) slide = { 0 };
        g_autofree char *text = NULL;
        g_autofree char *problem = NULL;
        g_autoptr (MdgImportResult) result = NULL;
        guint type = cell / (1 + N_COLUMNS);
        guint column = cell % (1 + N_COLUMNS);

        read_slide (lines, &slide);
        /* The name is lost in both tables, a number in the totals only. */
        g_set_str (column == 0 ? &slide.names[type] : &slide.totals[type][column - 1], "");
        text = make_deck (lines, &slide, &layouts[i]);
        result = mdg_deck_import (text, -1);
        problem = mdg_deck_describe_false_proof (result);
        if (problem != NULL)
          fail_msg ("In the layout “%s” without cell %u: %s", layouts[i].name, cell, problem);
        assert_int_equal (
          mdg_deck_find_entry (result, MDG_TABLE_TOTALS, MDG_N_FACILITY_TYPES)->n_verified, 0);
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
    cmocka_unit_test (test_side_by_side),
    cmocka_unit_test (test_altered),
    cmocka_unit_test (test_lost_cells),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
