/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-pages.h"

#include "import/deck/mdg-deck-titles.h"
#include "import/deck/mdg-scan.h"

/*
 * In a PDF a page is a slide, and which line stands on which is certain. Only from which number the
 * deck counts has to be found: the cover is slide 0, unless the numbers printed say otherwise, as
 * where somebody kept only some of the pages. The difference between a slide's number and its page
 * is called its shift.
 */

/* A shift that as many pages agree on is no accident. */
#define MIN_VOTES 2u

#define NO_SHIFT G_MININT

typedef struct
{
  int shift; /* by the number printed on the page, or NO_SHIFT */
  gboolean is_lone;
  gboolean is_agreed;
} Page;

static void
append_slides (const MdgDocument *document, GArray *slides)
{
  guint n_lines = mdg_document_get_n_lines (document);
  guint line = 0;

  for (guint i = 0; i < document->n_pages; i++)
    {
      MdgSlide slide = { .number = (int) i, .title = g_strdup (""), .first_line = line };

      while (line < n_lines && mdg_document_get_line (document, line)->page == i)
        line++;
      slide.end_line = line;
      slide.is_told = TRUE;
      g_array_append_val (slides, slide);
    }
}

/* A slide's number is the last thing on its page. */
static Page
read_page (const MdgDocument *document, const MdgSlide *slide)
{
  Page page = { .shift = NO_SHIFT };

  for (guint i = slide->end_line; i > slide->first_line; i--)
    {
      const char *text = mdg_document_get_line (document, i - 1)->text;
      int number;

      if (mdg_scan_end (&text))
        continue;
      number = mdg_slides_read_number (text, &page.is_lone);
      if (number >= 0)
        page.shift = number - slide->number;
      break;
    }

  return page;
}

static guint
count_votes (const Page *pages, guint n_pages, int shift)
{
  guint n = 0;

  for (guint i = 0; i < n_pages; i++)
    n += pages[i].shift == shift;

  return n;
}

/* The shift that most pages have. One number decides only if nothing else stands on its line. */
static int
find_usual_shift (const Page *pages, guint n_pages)
{
  int best = 0;
  guint n_best = count_votes (pages, n_pages, 0);

  for (guint i = 0; i < n_pages; i++)
    {
      guint n = pages[i].shift != NO_SHIFT ? count_votes (pages, n_pages, pages[i].shift) : 0;

      if (n > n_best && (n >= MIN_VOTES || pages[i].is_lone))
        {
          best = pages[i].shift;
          n_best = n;
        }
    }

  return best;
}

/* Where pages were taken out, the shift grows from one page to the next and never falls. */
static gboolean
find_agreed (Page *pages, guint n_pages)
{
  int last = NO_SHIFT;
  gboolean is_any = FALSE;

  for (guint i = 0; i < n_pages; i++)
    {
      pages[i].is_agreed =
        pages[i].shift != NO_SHIFT && count_votes (pages, n_pages, pages[i].shift) >= MIN_VOTES;
      if (!pages[i].is_agreed)
        continue;
      if (pages[i].shift < last)
        return FALSE;
      last = pages[i].shift;
      is_any = TRUE;
    }

  return is_any;
}

static void
renumber (MdgSlide *slide, int shift, gboolean is_told)
{
  slide->number += shift;
  slide->is_told = is_told && slide->number >= 0;
}

/* Pages that print no number count on from those that do. Where those before and those after differ,
 * nobody can tell where pages are missing. */
static void
number_by_neighbours (const Page *pages, GArray *slides)
{
  int before = NO_SHIFT;

  for (guint i = 0; i < slides->len; i++)
    {
      MdgSlide *slide = &g_array_index (slides, MdgSlide, i);
      int after = NO_SHIFT;

      if (pages[i].is_agreed)
        before = pages[i].shift;
      for (guint j = i; after == NO_SHIFT && j < slides->len; j++)
        if (pages[j].is_agreed)
          after = pages[j].shift;

      renumber (slide, before != NO_SHIFT ? before : after,
                before == NO_SHIFT || after == NO_SHIFT || before == after);
    }
}

/**
 * mdg_deck_pages_read:
 * @document: a PDF
 * @slides: (element-type MdgSlide): array to which the slides are added
 *
 * Takes the pages of a PDF for its slides. A file of more pages than a deck has gets none.
 */
void
mdg_deck_pages_read (const MdgDocument *document, GArray *slides)
{
  g_autofree Page *pages = NULL;

  if (document->n_pages > MDG_MAX_SLIDES)
    return;

  append_slides (document, slides);
  pages = g_new0 (Page, slides->len);
  for (guint i = 0; i < slides->len; i++)
    pages[i] = read_page (document, &g_array_index (slides, MdgSlide, i));

  if (find_agreed (pages, slides->len))
    {
      number_by_neighbours (pages, slides);
    }
  else
    {
      int shift = find_usual_shift (pages, slides->len);

      for (guint i = 0; i < slides->len; i++)
        renumber (&g_array_index (slides, MdgSlide, i), shift, TRUE);
    }
}
