/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include <string.h>

#include "core/mdg-language.h"
#include "draw/mdg-paper.h"
#include "draw/mdg-sheet-layout.h"

#define N_GENERATED 60
#define N_BLOCKS 30
#define LONGEST 10000
/* Letters' boxes reach above and below what is seen of them. */
#define EDGE 12

/* What blocks are made of: words of one script or another, so long that they must be broken, or so
 * short that lines end anywhere; blanks of any kind; signs that no font has. */
static const char *const words[] = {
  "窓口",
  "資格確認書",
  "被保険者資格申立書",
  "マイナ保険証",
  "（提案）",
  "「不詳」",
  "●",
  "desk",
  "a",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "https://example.org/a/very/long/address/without/any/blank/in/it?and=some&more=values",
  "0120-000-000",
  "ｶﾅ",
  "１２３",
  "é",
  "漢字かな交じり文",
};

static char *
generate_text (GRand *rand, guint max_length)
{
  GString *text = g_string_new (NULL);
  guint length = g_rand_int_range (rand, 0, (gint32) max_length + 1);

  while (text->len < length)
    {
      guint kind = g_rand_int_range (rand, 0, 20);

      g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (kind < 8)
        g_string_append_c (text, ' ');
      else if (kind == 8)
        g_string_append_c (text, '\n');
      else if (kind == 9)
        g_string_append (text, "　");
    }

  return g_string_free_and_steal (text);
}

static guint
generate_length (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return LONGEST;
    case 1:
    case 2:
      return 1500;
    case 3:
      return 0;
    default:
      return 120;
    }
}

static void
add_table (MdgSheet *sheet, GRand *rand, GPtrArray *texts)
{
  guint n_columns = g_rand_int_range (rand, 1, 7);
  double widths[MDG_SHEET_MAX_COLUMNS];
  const char *cells[MDG_SHEET_MAX_COLUMNS];

  for (guint i = 0; i < n_columns; i++)
    widths[i] = g_rand_double_range (rand, 1, 3);
  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (texts, generate_text (rand, 30));
      cells[i] = g_ptr_array_index (texts, texts->len - 1);
    }
  mdg_sheet_begin_table (sheet, g_rand_int_range (rand, 0, 2), n_columns, widths,
                         g_rand_boolean (rand) ? cells : NULL);
  g_ptr_array_set_size (texts, texts->len - n_columns);

  for (guint row = g_rand_int_range (rand, 0, 8); row > 0; row--)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          g_ptr_array_add (texts, generate_text (rand, generate_length (rand) / n_columns));
          cells[i] = g_ptr_array_index (texts, texts->len - 1);
        }
      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
}

static void
add_block (MdgSheet *sheet, GRand *rand, GPtrArray *texts)
{
  char *label = generate_text (rand, 20);
  char *text = generate_text (rand, generate_length (rand));
  char *detail = generate_text (rand, generate_length (rand));
  guint kind = g_rand_int_range (rand, 0, 10);

  switch (kind)
    {
    case 0:
      mdg_sheet_add_title (sheet, label, text);
      break;
    case 1:
      mdg_sheet_add_heading (sheet, text);
      break;
    case 2:
      mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_CAUTION, text);
      break;
    case 3:
      mdg_sheet_add_callout (sheet, MDG_SHEET_MARK_SPEECH, label, text);
      break;
    case 4:
      mdg_sheet_add_field (sheet, label, text);
      break;
    case 5:
      mdg_sheet_add_item (sheet, label, text, detail);
      break;
    case 6:
      mdg_sheet_add_check (sheet, MDG_SHEET_MARK_DONE, text, detail, label);
      break;
    default:
      mdg_sheet_add_paragraph (sheet, g_rand_int_range (rand, 0, 5), text);
      break;
    }

  g_ptr_array_add (texts, text);
  /* Labels are left out with what they name. */
  if ((kind == 0 || kind == 6 || *text != '\0') && kind != 1 && kind != 2 && kind < 7)
    g_ptr_array_add (texts, g_steal_pointer (&label));
  if (kind == 5 || kind == 6)
    g_ptr_array_add (texts, g_steal_pointer (&detail));
  g_free (label);
  g_free (detail);
}

static GHashTable *
count_letters (const char *text, GHashTable *counts)
{
  g_autofree char *squeezed = pages_squeeze (text);

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));

      g_hash_table_insert (
        counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }

  return counts;
}

static void
check_letters (const Pages *pages, GPtrArray *texts)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) found = count_letters (pages->text, g_hash_table_new (NULL, NULL));
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < texts->len; i++)
    count_letters (g_ptr_array_index (texts, i), wanted);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (found, key));

      if (n < GPOINTER_TO_UINT (value))
        fail_msg ("U+%04X: %u of %u are on paper", GPOINTER_TO_UINT (key), n,
                  GPOINTER_TO_UINT (value));
    }
}

/* Whatever is put on a sheet, on whatever paper: nothing is lost, nothing runs over an edge. */
static void
test_generated (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint run = 0; run < N_GENERATED; run++)
    {
      g_autoptr (MdgSheet) sheet = mdg_sheet_new ("窓口");
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (Pages) pages = NULL;
      double width, height;
      gboolean keeps = FALSE;

      mdg_language_set (run % 2 == 0 ? MDG_LANGUAGE_ENGLISH : MDG_LANGUAGE_JAPANESE);
      mdg_sheet_set_furniture (sheet, "窓口の手引き 1.0", "2026-11-22", "厚生労働省");
      mdg_sheet_set_text_scale (sheet, g_rand_double_range (rand, 0.6, 1.4));
      for (guint i = g_rand_int_range (rand, 1, N_BLOCKS); i > 0; i--)
        {
          guint kind = g_rand_int_range (rand, 0, 24);

          if (kind < 3)
            add_table (sheet, rand, texts);
          else if (kind == 4 && !keeps)
            mdg_sheet_begin_columns (sheet, g_rand_int_range (rand, 1, 3));
          else if (kind == 5 && !keeps)
            mdg_sheet_begin_section (sheet, "節", NULL, "出典");
          else if (kind == 6)
            mdg_sheet_add_lines (sheet, g_rand_int_range (rand, 0, 40));
          else if (kind == 7)
            mdg_sheet_add_space (sheet, 2);
          else if (kind == 9)
            {
              if (keeps)
                mdg_sheet_end_keep (sheet);
              else
                mdg_sheet_begin_keep (sheet);
              keeps = !keeps;
            }
          else
            add_block (sheet, rand, texts);
        }
      if (keeps)
        mdg_sheet_end_keep (sheet);

      if (run % 3 == 2)
        {
          width = g_rand_double_range (rand, 300, 900);
          height = g_rand_double_range (rand, 300, 900);
        }
      else
        mdg_paper_get_size (run % 3 == 0 ? MDG_PAPER_A4 : MDG_PAPER_A5, &width, &height);

      pages = pages_new (sheet, width, height);
      pages_assert_inside (pages, EDGE);
      pages_assert_numbered (pages);
      check_letters (pages, texts);
      if (run % 10 == 0)
        for (guint i = 0; i < texts->len; i++)
          pages_assert_text (pages, g_ptr_array_index (texts, i));
    }
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

/* Signs that may have no glyph still take their place, and no more. */
static void
test_odd_signs (void **state)
{
  static const char *const odd[] = {
    "👩‍⚕️🏥🪪",
    "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    "\xe2\x80\x8f"
    "שלום עולם",
    "ภาษาไทยไม่มีช่องว่างระหว่างคำ",
    "\xf0\xa0\xae\xb7\xe9\x87\x8e家",
    "\t\t\ttabs",
    "\xff\xfe broken",
    "\x01\x02 controls",
  };
  g_autoptr (MdgSheet) sheet = mdg_sheet_new ("odd");
  g_autoptr (Pages) pages = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 60; j++)
        g_string_append (text, odd[i]);
      mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, text->str);
      mdg_sheet_add_callout (sheet, MDG_SHEET_MARK_STOP, odd[i], text->str);
    }
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "the end is here");
  pages = pages_new (sheet, 420, 595);
  pages_assert_inside (pages, EDGE);
  pages_assert_text (pages, "the end is here");
}

static void
test_empty (void **state)
{
  g_autoptr (MdgSheet) sheet = mdg_sheet_new (NULL);
  g_autoptr (Pages) pages = NULL;

  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, NULL);
  mdg_sheet_add_field (sheet, "label", "");
  pages = pages_new (sheet, 595, 842);
  assert_int_equal (pages->n_pages, 1);
  pages_assert_numbered (pages);
  assert_null (strstr (pages->text, "label"));
}

/* A paper that no text of a readable size fits on is still printed whole. */
static void
test_small_paper (void **state)
{
  g_autoptr (MdgSheet) sheet = mdg_sheet_new ("small");
  g_autoptr (Pages) pages = NULL;

  mdg_sheet_add_title (sheet, "above", "A title of several words");
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "A sentence that is somewhat longer.");
  pages = pages_new (sheet, 90, 60);
  pages_assert_inside (pages, 2);
  pages_assert_text (pages, "A sentence that is somewhat longer.");
}

static guint
find_page (const Pages *pages, const char *text)
{
  for (guint i = 0; i < pages->n_pages; i++)
    if (strstr (g_ptr_array_index (pages->page_texts, i), text) != NULL)
      return i;

  fail_msg ("%s is on no page", text);
  return 0;
}

/* A heading stands on the page of what it is above, wherever the page ends. */
static void
test_headings_stay (void **state)
{
  for (guint n_lines = 1; n_lines < 40; n_lines++)
    {
      g_autoptr (MdgSheet) sheet = mdg_sheet_new ("headings");
      g_autoptr (Pages) pages = NULL;

      mdg_sheet_add_lines (sheet, n_lines);
      mdg_sheet_add_heading (sheet, "HEADING");
      mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_PROCEED, "SUBHEADING");
      mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "CONTENT");
      pages = pages_new (sheet, 595, 842);
      assert_int_equal (find_page (pages, "HEADING"), find_page (pages, "CONTENT"));
      assert_int_equal (find_page (pages, "SUBHEADING"), find_page (pages, "CONTENT"));
    }
}

static void
test_keeps_together (void **state)
{
  for (guint n_lines = 1; n_lines < 40; n_lines++)
    {
      g_autoptr (MdgSheet) sheet = mdg_sheet_new ("keep");
      g_autoptr (Pages) pages = NULL;

      mdg_sheet_add_lines (sheet, n_lines);
      mdg_sheet_begin_keep (sheet);
      mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "FIRST");
      mdg_sheet_add_lines (sheet, 20);
      mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "LAST");
      mdg_sheet_end_keep (sheet);
      pages = pages_new (sheet, 595, 842);
      assert_int_equal (find_page (pages, "FIRST"), find_page (pages, "LAST"));
    }
}

/* The headings of a table stand above its rows on every page, and no row is torn. */
static void
test_table_headings (void **state)
{
  static const double widths[] = { 1, 2 };
  static const char *const headings[] = { "NUMBER", "TEXT" };
  g_autoptr (MdgSheet) sheet = mdg_sheet_new ("table");
  g_autoptr (Pages) pages = NULL;

  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, 2, widths, headings);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("begin%u\nb\nc\nend%u", i, i);
      const char *const cells[] = { number, "x\ny" };

      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
  pages = pages_new (sheet, 595, 842);
  assert_true (pages->n_pages > 2);
  for (guint i = 0; i < pages->n_pages; i++)
    mdg_test_assert_contains (g_ptr_array_index (pages->page_texts, i), "NUMBERTEXT");
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *begin = g_strdup_printf ("begin%u", i);
      g_autofree char *end = g_strdup_printf ("end%u", i);

      assert_int_equal (find_page (pages, begin), find_page (pages, end));
    }
}

/* Each section begins a page and has its own foot; further pages say which section they are of. */
static void
test_sections (void **state)
{
  g_autoptr (MdgSheet) sheet = mdg_sheet_new ("document");
  g_autoptr (Pages) pages = NULL;

  mdg_sheet_set_furniture (sheet, "EDITION", "VALIDITY0", "SOURCE0");
  mdg_sheet_begin_section (sheet, "SECTION1", "VALIDITY1", "SOURCE1");
  mdg_sheet_add_lines (sheet, 40);
  mdg_sheet_begin_section (sheet, "SECTION2", "VALIDITY2", "SOURCE2");
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "text");
  pages = pages_new (sheet, 595, 842);
  assert_int_equal (pages->n_pages, 3);
  pages_assert_numbered (pages);
  pages_assert_fonts (pages);
  for (guint i = 0; i < 3; i++)
    {
      const char *text = g_ptr_array_index (pages->page_texts, i);

      mdg_test_assert_contains (text, "EDITION");
      mdg_test_assert_contains (text, i < 2 ? "VALIDITY1" : "VALIDITY2");
      mdg_test_assert_contains (text, i < 2 ? "SOURCE1" : "SOURCE2");
      assert_true ((strstr (text, "SECTION1") != NULL) == (i == 1));
    }
}

typedef struct
{
  MdgSheet *sheet;
  guint n_pages;
} Thread;

static gpointer
lay_out_thread (gpointer data)
{
  Thread *thread = data;
  g_autoptr (MdgSheetLayout) layout = mdg_sheet_layout_new (thread->sheet, 595, 842);

  thread->n_pages = mdg_sheet_layout_get_n_pages (layout);
  return NULL;
}

/* One sheet may be laid out by several threads. */
static void
test_threads (void **state)
{
  g_autoptr (MdgSheet) sheet = mdg_sheet_new ("threads");
  Thread threads[4];
  GThread *handles[4];

  for (guint i = 0; i < 200; i++)
    mdg_sheet_add_field (sheet, "ラベル", "窓口で確かめること");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      threads[i] = (Thread) { .sheet = sheet };
      handles[i] = g_thread_new ("layout", lay_out_thread, &threads[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (handles[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      assert_true (threads[i].n_pages > 1);
      assert_int_equal (threads[i].n_pages, threads[0].n_pages);
    }
}

static void
test_paper (void **state)
{
  MdgPaper paper;

  assert_true (mdg_paper_parse ("A5", &paper));
  assert_int_equal (paper, MDG_PAPER_A5);
  assert_string_equal (mdg_paper_get_id (MDG_PAPER_A4), "a4");
  assert_false (mdg_paper_parse ("letter", &paper));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_empty),          cmocka_unit_test (test_sections),
    cmocka_unit_test (test_headings_stay),  cmocka_unit_test (test_keeps_together),
    cmocka_unit_test (test_table_headings), cmocka_unit_test (test_small_paper),
    cmocka_unit_test (test_odd_signs),      cmocka_unit_test (test_generated),
    cmocka_unit_test (test_threads),        cmocka_unit_test (test_paper),
  };

  return mdg_test_run (tests);
}
