/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/deck/mdg-deck-slides.h"
#include "core/mdg-observation.h"
#include "util/mdg-test.h"

#include <string.h>

/* The pages of a PDF are its slides; the numbers printed tell from which the deck counts. */

/* Pages of lines, where "|" ends a line. */
static MdgDocument *
make_document (const char *const *pages)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  MdgDocument *document = mdg_document_new (bytes);

  document->kind = MDG_DOCUMENT_PDF;
  for (guint i = 0; pages[i] != NULL; i++)
    {
      const char *line = pages[i];

      if (i > 0)
        mdg_document_next_page (document);
      for (const char *end; line != NULL; line = end != NULL ? end + 1 : NULL)
        {
          end = strchr (line, '|');
          mdg_document_append (document, line, end != NULL ? (gsize) (end - line) : strlen (line));
        }
    }

  return document;
}

/* Asserts the number of each page's slide, where %MDG_PAGE_UNKNOWN is one that is not told. */
static void
assert_numbers (const char *const *pages, const int *numbers)
{
  g_autoptr (MdgDocument) document = make_document (pages);
  g_autoptr (MdgSlides) slides = mdg_slides_new (document);

  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    assert_int_equal (mdg_slides_get_page (slides, i),
                      numbers[mdg_document_get_line (document, i)->page]);
}

static void
test_numbers (void **state)
{
  assert_numbers (
    (const char *[]) { "表紙|厚生労働省", "利用状況|病院 1,000|1", "周知", "実績|※注 3", NULL },
    (const int[]) { 0, 1, 2, 3 });
  /* No number at all: the first page is the cover. */
  assert_numbers ((const char *[]) { "表紙", "利用状況", "周知", NULL }, (const int[]) { 0, 1, 2 });
  /* No cover. */
  assert_numbers ((const char *[]) { "利用状況|1", "周知|2", "実績|3", NULL },
                  (const int[]) { 1, 2, 3 });
  /* One page of a deck. */
  assert_numbers ((const char *[]) { "実績|病院|12", NULL }, (const int[]) { 12 });
  /* A number in a sentence of one page decides nothing. */
  assert_numbers ((const char *[]) { "表紙", "対象の施設数 50", "周知", NULL },
                  (const int[]) { 0, 1, 2 });
  /* One misprint. */
  assert_numbers ((const char *[]) { "表紙", "あ|1", "い|7", "う|3", NULL },
                  (const int[]) { 0, 1, 2, 3 });
}

/* Some pages were taken out: where, nobody can tell of a page without a number between. */
static void
test_pages_taken_out (void **state)
{
  assert_numbers ((const char *[]) { "表紙", "あ|1", "い|2", "う|12", "え|13", NULL },
                  (const int[]) { 0, 1, 2, 12, 13 });
  assert_numbers ((const char *[]) { "表紙", "あ|1", "い|2", "う", "え|13", "お|14", NULL },
                  (const int[]) { 0, 1, 2, MDG_PAGE_UNKNOWN, 13, 14 });
}

/* A title is the first line that is neither a number nor a remark. */
static void
test_titles (void **state)
{
  g_autoptr (MdgDocument) document =
    make_document ((const char *[]) { "マイナ保険証", "1|※ 注|利用の状況|病院", NULL });
  g_autoptr (MdgSlides) slides = mdg_slides_new (document);

  assert_int_equal (slides->slides->len, 2);
  assert_string_equal (g_array_index (slides->slides, MdgSlide, 0).title, "マイナ保険証");
  assert_string_equal (g_array_index (slides->slides, MdgSlide, 1).title, "利用の状況");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_pages_taken_out),
    cmocka_unit_test (test_titles),
  };

  return mdg_test_run (tests);
}
